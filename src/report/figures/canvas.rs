//! A sheet to draw on: the few strokes that the figures need, through `plotters`.
//!
//! Coordinates are half points of the page (1360 across), so that whole numbers are fine enough. What `plotters` can
//! fail at is writing to a file; a sheet writes to memory.

use plotters::coord::Shift;
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea, RGBAColor, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle};

use crate::report::wording::inert;

/// Width of every sheet.
pub(super) const WIDTH: i32 = 1360;
/// Size of ordinary text.
pub(super) const TEXT: f64 = 27.0;

/// Ink of text.
pub(super) const INK: RGBColor = RGBColor(0x1b, 0x1f, 0x24);
/// Ink of axes' labels.
pub(super) const DIM: RGBColor = RGBColor(0x4a, 0x55, 0x60);
/// Lines of the grid.
pub(super) const GRID: RGBColor = RGBColor(0xd5, 0xda, 0xdf);
/// Shade of the council term.
pub(super) const SHADE: RGBColor = RGBColor(0xed, 0xf0, 0xf3);
/// The base.
pub(super) const BASE: RGBColor = RGBColor(0x5f, 0x68, 0x73);
/// The variant, and what is cheaper.
pub(super) const VARIANT: RGBColor = RGBColor(0x0b, 0x5c, 0x8a);
/// What is dearer.
pub(super) const DEARER: RGBColor = RGBColor(0xb3, 0x54, 0x0a);
/// The parts of a stack, from the bottom: told apart by lightness too.
pub(super) const PARTS: [RGBColor; 8] = [
    RGBColor(0x12, 0x3f, 0x5e),
    RGBColor(0x3f, 0x88, 0xb5),
    RGBColor(0xa6, 0xcd, 0xe4),
    RGBColor(0x2c, 0x6e, 0x4f),
    RGBColor(0x9c, 0xc9, 0xa6),
    RGBColor(0xb3, 0x54, 0x0a),
    RGBColor(0xf0, 0xbf, 0x6a),
    RGBColor(0xb4, 0xba, 0xc1),
];

/// A position on a sheet.
pub(super) type Point = (i32, i32);

/// How a text stands at its position, from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) enum Align {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// A sheet.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

impl<'a> Canvas<'a> {
    /// An empty sheet of a height, which writes into `buffer` when it is dropped.
    pub(super) fn new(buffer: &'a mut String, height: i32) -> Self {
        Self { area: SVGBackend::with_string(buffer, (WIDTH as u32, height as u32)).into_drawing_area() }
    }

    /// A line through points.
    pub(super) fn line(&self, points: Vec<Point>, color: RGBColor, width: u32) -> Option<()> {
        self.area.draw(&PathElement::new(points, ShapeStyle::from(color).stroke_width(width))).ok()
    }

    /// A dashed line through points: 14 on, 9 off.
    pub(super) fn dashed(&self, points: &[Point], color: RGBColor, width: u32) -> Option<()> {
        let mut offset = 0.0;
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
            let length = (dx * dx + dy * dy).sqrt();
            let at = |d: f64| {
                let t = (d / length).clamp(0.0, 1.0);
                (x0 + libm::round(dx * t) as i32, y0 + libm::round(dy * t) as i32)
            };
            let mut start = -offset;
            while start < length && length > 0.0 {
                let (from, to) = (start.max(0.0), (start + 14.0).min(length));
                if to > from {
                    self.line(vec![at(from), at(to)], color, width)?;
                }
                start += 23.0;
            }
            offset = 23.0 - (start - length);
        }
        Some(())
    }

    /// A filled shape.
    pub(super) fn polygon(&self, points: Vec<Point>, color: RGBAColor) -> Option<()> {
        self.area.draw(&Polygon::new(points, color.filled())).ok()
    }

    /// A filled rectangle between two corners.
    pub(super) fn rectangle(&self, corners: [Point; 2], color: RGBColor) -> Option<()> {
        self.area.draw(&Rectangle::new(corners, color.filled())).ok()
    }

    /// Text, centred on its height.
    pub(super) fn text(&self, text: &str, at: Point, align: Align, color: RGBColor, bold: bool) -> Option<()> {
        let h_pos = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
        // The backend divides sizes by 1.24 to speak of em squares.
        let font = FontDesc::new(FontFamily::SansSerif, TEXT * 1.24, style);
        let style = plotters::style::TextStyle::from(font).color(&color).pos(Pos::new(h_pos, VPos::Center));
        self.area.draw(&Text::new(inert(text), at, style)).ok()
    }

    /// Ends the drawing.
    pub(super) fn finish(self) -> Option<()> {
        self.area.present().ok()
    }
}

/// About how wide a text is; never less than a browser's usual sans-serif makes it.
pub(super) fn text_width(text: &str) -> i32 {
    (text.chars().count() as f64 * TEXT * 0.56) as i32
}

/// The text, cut off with an ellipsis where it would be wider than `width`.
pub(super) fn fitted(text: &str, width: i32) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let room = (f64::from(width) / (TEXT * 0.56)) as usize;
    let mut cut: String = text.chars().take(room.saturating_sub(1)).collect();
    cut.truncate(cut.trim_end().len());
    cut + "…"
}
