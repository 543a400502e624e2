//! A surface as a table of cells: each has its number, and a colour that says how far from zero it is, and which way.

use plotters::style::RGBColor;

use super::canvas::{Align, Canvas, DEARER, DIM, INK, Point, VARIANT, WIDTH, fitted, text_width};
use super::spec::{Heat, HeatCell};

const TOP: i32 = 160;
const BOTTOM: i32 = 110;
const ROW: i32 = 76;
/// The most steps of colour on a side.
const STEPS: f64 = 6.0;
/// How much of the full colour the strongest has: ink stays readable on it.
const STRONGEST: f64 = 0.62;

/// Draws it; `None` if there is nothing to draw.
pub(super) fn draw_heat(buffer: &mut String, heat: &Heat, unit: &str) -> Option<()> {
    let most = heat.cells.iter().flatten().flatten().map(|cell| cell.value.abs()).fold(0.0, f64::max);
    let (columns, rows) = (heat.right.len() as i32, heat.up.len() as i32);
    if columns == 0 || rows == 0 || !most.is_finite() || heat.cells.iter().flatten().flatten().next().is_none() {
        return None;
    }
    let canvas = Canvas::new(buffer, TOP + ROW * rows + BOTTOM);
    let left = heat.up.iter().map(|level| text_width(level, false)).max()?.min(WIDTH / 3) + 24;
    let width = (WIDTH - left) / columns;
    scale(&canvas, heat, most)?;
    canvas.text(unit, (0, 76), Align::Start, DIM, false)?;
    if !heat.beside.is_empty() {
        canvas.text(&format!("↑ {}", heat.beside), (0, TOP - 30), Align::Start, DIM, false)?;
    }
    for (row, cells) in heat.cells.iter().enumerate() {
        let y = TOP + ROW * (rows - 1 - row as i32);
        canvas.text(&fitted(&heat.up[row], left - 24, false), (left - 16, y + ROW / 2), Align::End, DIM, false)?;
        for (column, cell) in cells.iter().enumerate() {
            let x = left + width * column as i32;
            if let Some(cell) = cell {
                draw_cell(&canvas, cell, [(x + 1, y + 1), (x + width - 1, y + ROW - 1)], most)?;
            }
        }
    }
    let below = TOP + ROW * rows;
    for (column, level) in heat.right.iter().enumerate() {
        let middle = left + width * column as i32 + width / 2;
        let level = fitted(level, width - 8, false);
        canvas.text(&level, (middle, below + 28), Align::Middle, DIM, false)?;
    }
    canvas.text(&format!("{} →", heat.below), (WIDTH, below + 80), Align::End, DIM, false)?;
    canvas.finish()
}

fn draw_cell(canvas: &Canvas, cell: &HeatCell, corners: [Point; 2], most: f64) -> Option<()> {
    canvas.rectangle(corners, tint(cell.value, most))?;
    let [(x0, y0), (x1, y1)] = corners;
    if cell.framed {
        let (a, b, c, d) = (x0 + 3, y0 + 3, x1 - 3, y1 - 3);
        canvas.line(vec![(a, b), (c, b), (c, d), (a, d), (a, b)], INK, 5)?;
    }
    let text = fitted(&cell.text, x1 - x0 - 8, false);
    canvas.text(&text, (i32::midpoint(x0, x1), i32::midpoint(y0, y1)), Align::Middle, INK, false)
}

/// The colour of a number: paper at zero, in steps up to the strongest.
fn tint(value: f64, most: f64) -> RGBColor {
    let share = if most > 0.0 { libm::ceil(value.abs() / most * STEPS - 1e-9) / STEPS * STRONGEST } else { 0.0 };
    let full = if value < 0.0 { VARIANT } else { DEARER };
    let mixed = |part: u8| libm::round(255.0 + (f64::from(part) - 255.0) * share) as u8;
    RGBColor(mixed(full.0), mixed(full.1), mixed(full.2))
}

/// What the colours say: a strip from one end to the other, with words.
fn scale(canvas: &Canvas, heat: &Heat, most: f64) -> Option<()> {
    let steps = STEPS as i32;
    let [below, zero, above] = &heat.scale;
    let mut x = 0;
    canvas.text(below, (x, 24), Align::Start, INK, false)?;
    x += text_width(below, false) + 14;
    for step in -steps..=steps {
        let corners = [(x, 8), (x + 26, 40)];
        canvas.rectangle(
            corners,
            tint(f64::from(step) / STEPS * most.max(f64::MIN_POSITIVE), most.max(f64::MIN_POSITIVE)),
        )?;
        if step == 0 {
            canvas.text(zero, (x + 7, 24), Align::Start, INK, false)?;
        }
        x += 26;
    }
    canvas.text(above, (x + 14, 24), Align::Start, INK, false)?;
    x += 14 + text_width(above, false) + 30;
    if !heat.framed.is_empty() && heat.cells.iter().flatten().flatten().any(|cell| cell.framed) {
        canvas.line(vec![(x, 8), (x + 40, 8), (x + 40, 40), (x, 40), (x, 8)], INK, 5)?;
        canvas.text(&heat.framed, (x + 54, 24), Align::Start, INK, false)?;
    }
    Some(())
}
