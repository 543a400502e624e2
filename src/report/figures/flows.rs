//! Flows from the left to the right through a column in the middle: bands as broad as what goes along them.

use plotters::style::Color;

use super::canvas::{Align, Canvas, DIM, INK, PARTS, Point, WIDTH, folded};
use super::spec::{Band, Flows};

const TOP: i32 = 60;
/// Where the columns begin, and how broad they are.
const COLUMNS: [i32; 3] = [340, 560, 1000];
const BREADTH: i32 = 22;
/// A node takes no less, so that names do not touch.
const LEAST: f64 = 62.0;
/// Between two lines of a name.
const LINE: i32 = 29;
/// Between nodes.
const GAP: f64 = 10.0;
/// What all bands of the middle column are high together.
const HIGH: f64 = 520.0;
/// Pieces of a band's edge.
const PIECES: i32 = 24;

/// A node: where it begins, and how much of either side of it is taken.
struct Node<'a> {
    name: &'a str,
    top: f64,
    height: f64,
    taken: [f64; 2],
}

/// Draws it; `None` if there is nothing to draw.
pub(super) fn draw_flows(buffer: &mut String, flows: &Flows) -> Option<()> {
    let sum = |bands: &[Band]| bands.iter().map(|band| band.amount).sum::<f64>();
    let sums = [sum(&flows.left), sum(&flows.right)];
    if sums.iter().any(|sum| !sum.is_finite() || *sum <= 0.0) {
        return None;
    }
    let scale = sums.map(|sum| HIGH / sum);
    let bands = [&flows.left, &flows.right];
    let heights = |side: usize, node: usize, of: fn(&Band) -> usize| {
        bands[side].iter().filter(|band| of(band) == node).map(|band| band.amount * scale[side]).sum::<f64>()
    };
    let columns = [
        column(&flows.names[0], |node| heights(0, node, |band| band.from)),
        column(&flows.names[1], |node| heights(0, node, |band| band.to).max(heights(1, node, |band| band.from))),
        column(&flows.names[2], |node| heights(1, node, |band| band.to)),
    ];
    let lowest = columns.iter().filter_map(|c| c.last()).map(|node| node.top + node.height.max(LEAST));
    let bottom = lowest.fold(0.0, f64::max);
    let canvas = Canvas::new(buffer, TOP + bottom as i32 + 20);
    let mut columns = columns.map(|column| centred(column, bottom));
    for (side, bands) in bands.into_iter().enumerate() {
        for band in bands {
            let thick = band.amount * scale[side];
            let mut end = |column: usize, node: usize, of_node: usize| {
                let node = columns.get_mut(column)?.get_mut(node)?;
                let at = f64::from(TOP) + node.top + node.taken[of_node];
                node.taken[of_node] += thick;
                Some(at)
            };
            let (from, to) = (end(side, band.from, 1)?, end(side + 1, band.to, 0)?);
            let x = (COLUMNS[side] + BREADTH, COLUMNS[side + 1]);
            let color = PARTS[if side == 0 { band.to } else { band.from } % PARTS.len()];
            canvas.polygon(edges(x, (from, to), thick), color.mix(0.55))?;
        }
    }
    for (i, column) in columns.iter().enumerate() {
        let x = COLUMNS[i];
        canvas.text(&flows.heads[i], (if i == 0 { x + BREADTH } else { x }, 24), head(i), INK, true)?;
        for node in column {
            let (top, height) = (TOP + node.top as i32, node.height.max(2.0) as i32);
            canvas.rectangle([(x, top), (x + BREADTH, top + height)], INK)?;
            let (at, align, room) = match i {
                0 => (x - 12, Align::End, x - 12),
                1 => (x + BREADTH + 10, Align::Start, COLUMNS[2] - x - BREADTH - 10),
                _ => (x + BREADTH + 10, Align::Start, WIDTH - x - BREADTH - 10),
            };
            let color = if i == 1 { INK } else { DIM };
            let lines = folded(node.name, room, false);
            let first = top + height / 2 - LINE * (lines.len() as i32 - 1) / 2;
            for (y, line) in (first..).step_by(LINE as usize).zip(&lines) {
                canvas.text(line, (at, y), align, color, false)?;
            }
        }
    }
    canvas.finish()
}

const fn head(column: usize) -> Align {
    if column == 0 { Align::End } else { Align::Start }
}

/// The nodes of a column below each other.
fn column(names: &[String], height: impl Fn(usize) -> f64) -> Vec<Node<'_>> {
    let mut next = 0.0;
    let mut nodes = Vec::with_capacity(names.len());
    for (i, name) in names.iter().enumerate() {
        let height = height(i);
        nodes.push(Node { name, top: next + (LEAST - height).max(0.0) / 2.0, height, taken: [0.0; 2] });
        next += height.max(LEAST) + GAP;
    }
    nodes
}

/// A column in the middle of what is highest.
fn centred(mut column: Vec<Node<'_>>, bottom: f64) -> Vec<Node<'_>> {
    let own = column.last().map_or(0.0, |node| node.top + node.height.max(LEAST));
    for node in &mut column {
        node.top += (bottom - own).max(0.0) / 2.0;
    }
    column
}

/// The outline of a band between two columns.
fn edges((left, right): (i32, i32), (from, to): (f64, f64), thick: f64) -> Vec<Point> {
    let at = |piece: i32, below: f64| {
        let part = f64::from(piece) / f64::from(PIECES);
        let smooth = part * part * (3.0 - 2.0 * part);
        let x = f64::from(left) + f64::from(right - left) * part;
        (libm::round(x) as i32, libm::round(from + (to - from) * smooth + below) as i32)
    };
    let upper = (0..=PIECES).map(|piece| at(piece, 0.0));
    let lower = (0..=PIECES).rev().map(|piece| at(piece, thick.max(1.0)));
    upper.chain(lower).collect()
}
