//! Feedback loops, a small ring for each: an arc with an arrow for every link, and what each is beside it.

use std::f64::consts::PI;

use super::canvas::{Align, BASE, Canvas, DEARER, DIM, GRID, INK, Point, VARIANT, WIDTH, text_width};
use super::spec::{Ring, RingLink};

/// Radius of a ring, and of the circle on which the numbers of its links stand.
const RADIUS: f64 = 78.0;
const NUMBERS: f64 = 112.0;
/// The middle of a ring, from the left.
const MIDDLE: i32 = 150;
/// Where text begins, and how wide it may be.
const LEFT: i32 = 310;
const ROOM: i32 = WIDTH - LEFT - 10;
/// From line to line, and least height of a ring with its numbers.
const LINE: i32 = 36;
const LEAST: i32 = 256;
/// The part of a ring, in radians, for what goes through the rest of the model, and the gap before each arrow's end.
const REST: f64 = 0.9;
const GAP: f64 = 0.09;
/// Pieces of an arc for each radian.
const PIECES: f64 = 16.0;

/// The lines of text beside a ring.
struct Beside {
    head: Vec<String>,
    gain: Vec<String>,
    links: Vec<Vec<String>>,
}

impl Beside {
    fn of(ring: &Ring) -> Self {
        let link = |(i, link): (usize, &RingLink)| wrapped(&format!("{}{} {}", i + 1, link.sign, link.name), false);
        Self {
            head: wrapped(&format!("{}: {}", ring.key, ring.name), true),
            gain: wrapped(&ring.gain, false),
            links: ring.links.iter().enumerate().map(link).collect(),
        }
    }

    fn height(&self) -> i32 {
        let lines = self.head.len() + self.gain.len() + self.links.iter().map(Vec::len).sum::<usize>();
        (20 + LINE * lines as i32).max(LEAST) + 24
    }
}

/// Draws them below each other; `None` if there is nothing to draw.
pub(super) fn draw_rings(buffer: &mut String, rings: &[Ring]) -> Option<()> {
    let beside: Vec<Beside> = rings.iter().map(Beside::of).collect();
    let height: i32 = beside.iter().map(Beside::height).sum();
    if height == 0 {
        return None;
    }
    let canvas = Canvas::new(buffer, height);
    let mut top = 0;
    for (i, (ring, text)) in rings.iter().zip(&beside).enumerate() {
        if i > 0 {
            canvas.line(vec![(0, top), (WIDTH, top)], GRID, 2)?;
        }
        draw_ring(&canvas, ring, (MIDDLE, top + text.height() / 2))?;
        draw_text(&canvas, text, top)?;
        top += text.height();
    }
    canvas.finish()
}

/// What stands beside a ring, in the middle of its height.
fn draw_text(canvas: &Canvas, text: &Beside, top: i32) -> Option<()> {
    let parts = [(&text.head, INK, true), (&text.gain, DIM, false)];
    let links = text.links.iter().map(|lines| (lines, INK, false));
    let lines: Vec<_> = parts.into_iter().chain(links).collect();
    let count: usize = lines.iter().map(|(lines, ..)| lines.len()).sum();
    let mut y = top + (text.height() - LINE * count as i32) / 2 + LINE / 2;
    for (lines, color, bold) in lines {
        for line in lines {
            canvas.text(line, (LEFT, y), Align::Start, color, bold)?;
            y += LINE;
        }
    }
    Some(())
}

/// A ring: its links clockwise from the top, then what goes through the rest of the model, dashed.
fn draw_ring(canvas: &Canvas, ring: &Ring, middle: Point) -> Option<()> {
    let share = (2.0 * PI - REST) / ring.links.len().max(1) as f64;
    for (i, link) in ring.links.iter().enumerate() {
        let (from, to) = (share * i as f64, share * (i + 1) as f64 - GAP);
        let color = if link.strength <= 0.0 {
            GRID
        } else if link.sign == '-' {
            DEARER
        } else {
            VARIANT
        };
        let width = if link.is_fed { 9 } else { 4 };
        canvas.line(arc(middle, from, to - 0.13), color, width)?;
        head(canvas, middle, to, color)?;
        let number = format!("{}{}", i + 1, link.sign);
        canvas.text(&number, at(middle, NUMBERS, f64::midpoint(from, to)), Align::Middle, color, true)?;
    }
    let rest = (2.0 * PI - REST, 2.0 * PI - GAP);
    canvas.dashed(&arc(middle, rest.0 + GAP, rest.1 - 0.13), BASE, 3)?;
    head(canvas, middle, rest.1, BASE)?;
    canvas.text(&ring.key, middle, Align::Middle, INK, true)
}

/// A point on a circle around `middle`, so many radians clockwise from its top.
fn at(middle: Point, radius: f64, angle: f64) -> Point {
    let (x, y) = (radius * libm::sin(angle), -radius * libm::cos(angle));
    (middle.0 + libm::round(x) as i32, middle.1 + libm::round(y) as i32)
}

/// A part of a ring as a line of short pieces.
fn arc(middle: Point, from: f64, to: f64) -> Vec<Point> {
    let pieces = (libm::ceil((to - from).max(0.0) * PIECES) as i32).max(1);
    (0..=pieces).map(|i| at(middle, RADIUS, from + (to - from) * f64::from(i) / f64::from(pieces))).collect()
}

/// The head of an arrow that ends at an angle of a ring.
fn head(canvas: &Canvas, middle: Point, angle: f64, color: plotters::style::RGBColor) -> Option<()> {
    use plotters::style::Color;
    let back = angle - 0.2;
    let corners = vec![at(middle, RADIUS, angle), at(middle, RADIUS - 13.0, back), at(middle, RADIUS + 13.0, back)];
    canvas.polygon(corners, color.to_rgba())
}

/// A text in lines that fit beside a ring.
fn wrapped(text: &str, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), bold) <= ROOM => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
