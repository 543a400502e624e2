//! A sheet: what the figures draw beside and on the charts of `plotters`.
//!
//! Coordinates are half points of the page (1360 across), so that whole numbers are fine enough. What `plotters` can
//! fail at is writing to a file; a sheet writes to memory.

use std::ops::Range;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{Cartesian2d, DrawingArea, IntoDrawingArea, RGBAColor, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TRANSPARENT, TextStyle};

use super::AxisLabel;
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
    /// It ends there.
    End,
    /// Its middle is there.
    Middle,
}

/// A chart on a sheet.
pub(super) type Chart<'s, 'b> = ChartContext<'s, SVGBackend<'b>, Cartesian2d<Axis, Axis>>;

/// Where a chart lies: distances from the edges of the sheet to its plot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// From the left, what is written beside the axis included.
    pub(super) left: i32,
    /// Of which so much is for what is written beside the axis.
    pub(super) labels: i32,
    /// From the right.
    pub(super) right: i32,
    /// From the top.
    pub(super) top: i32,
    /// From the bottom.
    pub(super) bottom: i32,
}

/// An axis: the values at its ends, and those that are marked.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    /// The value at the left or the bottom.
    pub(super) from: f64,
    /// The value at the right or the top.
    pub(super) to: f64,
    /// Marked values.
    pub(super) ticks: Vec<f64>,
}

impl Ranged for Axis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (start, end): (i32, i32)) -> i32 {
        start + libm::round((value - self.from) / (self.to - self.from) * f64::from(end - start)) as i32
    }

    /// However many fit: an axis knows its ticks. None are marked lightly.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.clone() }
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

/// A sheet.
pub(super) struct Canvas<'b> {
    area: DrawingArea<SVGBackend<'b>, Shift>,
    height: i32,
}

impl<'b> Canvas<'b> {
    /// An empty sheet of a height, which writes into `buffer` when it is dropped.
    pub(super) fn new(buffer: &'b mut String, height: i32) -> Self {
        let area = SVGBackend::with_string(buffer, (WIDTH as u32, height as u32)).into_drawing_area();
        Self { area, height }
    }

    /// Height of the sheet.
    pub(super) const fn height(&self) -> i32 {
        self.height
    }

    /// A chart without anything in it.
    pub(super) fn chart(&self, place: Place, x: Axis, y: Axis) -> Option<Chart<'_, 'b>> {
        const YEARS: i32 = 50;
        let below = place.bottom.min(YEARS);
        ChartBuilder::on(&self.area)
            .margin_left(place.left - place.labels)
            .margin_right(place.right)
            .margin_top(place.top)
            .margin_bottom(place.bottom - below)
            .y_label_area_size(place.labels)
            .x_label_area_size(below)
            .build_cartesian_2d(x, y)
            .ok()
    }

    /// A line through points.
    pub(super) fn line(&self, points: Vec<Point>, color: RGBColor, width: u32) -> Option<()> {
        self.area.draw(&PathElement::new(points, ShapeStyle::from(color).stroke_width(width))).ok()
    }

    /// A dashed line through points: 14 on, 9 off. The dashes of `plotters` take `hypot` from the platform, so that
    /// their ends could differ between machines; a square root is the same everywhere.
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

    /// A dot of a plot: large or not, hollow or not.
    pub(super) fn dot(&self, at: Point, (large, hollow): (bool, bool)) -> Option<()> {
        let (size, color) = if large { (13, INK.mix(1.0)) } else { (6, VARIANT.mix(0.5)) };
        self.area.draw(&Circle::new(at, size, color.filled())).ok()?;
        if hollow { self.area.draw(&Circle::new(at, size - 4, GRID.filled())).ok() } else { Some(()) }
    }

    /// A filled rectangle between two corners.
    pub(super) fn rectangle(&self, corners: [Point; 2], color: RGBColor) -> Option<()> {
        self.area.draw(&Rectangle::new(corners, color.filled())).ok()
    }

    /// Text, centred on its height.
    pub(super) fn text(&self, text: &str, at: Point, align: Align, color: RGBColor, bold: bool) -> Option<()> {
        let h_pos = match align {
            Align::Start => HPos::Left,
            Align::End => HPos::Right,
            Align::Middle => HPos::Center,
        };
        let style = style(bold).color(&color).pos(Pos::new(h_pos, VPos::Center));
        self.area.draw(&Text::new(inert(text), at, style)).ok()
    }

    /// Ends the drawing.
    pub(super) fn finish(self) -> Option<()> {
        self.area.present().ok()
    }
}

/// Lines of the grid at the ticks of the axis upwards, and what both axes say: numbers, and the calendar years of a
/// first year and on.
pub(super) fn mesh(chart: &mut Chart, label: AxisLabel, start_year: i32) -> Option<()> {
    let ink = || style(false).color(&DIM);
    chart
        .configure_mesh()
        .disable_x_mesh()
        .axis_style(TRANSPARENT)
        .bold_line_style(GRID.stroke_width(2))
        .set_all_tick_mark_size(6)
        .x_label_style(ink())
        .y_label_style(ink())
        .x_label_formatter(&|x| (start_year + libm::floor(*x) as i32).to_string())
        .y_label_formatter(&|y| label(*y))
        .draw()
        .ok()
}

/// The grid and what both axes say, where both are numbers.
pub(super) fn mesh_of(chart: &mut Chart, right: AxisLabel, up: AxisLabel) -> Option<()> {
    let ink = || style(false).color(&DIM);
    chart
        .configure_mesh()
        .axis_style(TRANSPARENT)
        .bold_line_style(GRID.stroke_width(2))
        .set_all_tick_mark_size(6)
        .x_label_style(ink())
        .y_label_style(ink())
        .x_label_formatter(&|x| right(*x))
        .y_label_formatter(&|y| up(*y))
        .draw()
        .ok()
}

fn style(bold: bool) -> TextStyle<'static> {
    let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
    // The backend divides sizes by 1.24 to speak of em squares.
    FontDesc::new(FontFamily::SansSerif, TEXT * 1.24, style).into()
}

/// The most parts into which ticks divide an axis.
const MOST_PARTS: f64 = 5.0;

/// An axis around two values with round ends, whose ticks lie a round step apart and are all written differently. If
/// every step would write some alike, of those that are written alike only the one nearest to zero is marked. The steps
/// of `plotters` would do, but take logarithms and powers from the platform.
pub(super) fn round_axis(low: f64, high: f64, label: AxisLabel) -> Axis {
    let span = if high > low { high - low } else { 1.0 };
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(span / MOST_PARTS)));
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0].map(|m| m * magnitude);
    let mut axes = steps.into_iter().filter(|step| span / step <= MOST_PARTS).map(|step| {
        let (from, to) = (libm::floor(low / step), libm::ceil(high / step).max(libm::floor(low / step) + 1.0));
        let mut ticks: Vec<f64> = (from as i64..=to as i64).map(|i| i as f64 * step).collect();
        let all = ticks.len();
        ticks.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
        let mut written = Vec::new();
        ticks.retain(|tick| {
            let text = label(*tick);
            let new = !written.contains(&text);
            written.push(text);
            new
        });
        (ticks.len() == all, Axis { from: from * step, to: to * step, ticks })
    });
    let finest = axes.next();
    let clear = finest.iter().cloned().chain(axes).find(|(clear, _)| *clear);
    clear.or(finest).map_or(Axis { from: 0.0, to: 1.0, ticks: Vec::new() }, |(_, axis)| axis)
}

/// How much room what an axis says takes.
pub(super) fn label_width(axis: &Axis, label: AxisLabel) -> i32 {
    axis.ticks.iter().map(|tick| text_width(&label(*tick), false)).max().unwrap_or(60)
}

/// How wide a text is at most: what `plotters` estimates without a font (0.565 of the size for every byte, so every
/// letter is made one) and 16 % more, which the digits and names of the widest usual fonts take (DejaVu Sans, Verdana),
/// or 30 % if it is bold. Fonts of Arial's widths take 3 % more at most. With a font `plotters` would measure that one,
/// which has to be shipped and is not the reader's, and it cannot do so in WebAssembly.
pub(super) fn text_width(text: &str, bold: bool) -> i32 {
    let letters: String = text.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect();
    let width = style(bold).font.box_size(&letters).map_or(0, |(width, _)| width as i32);
    width * if bold { 130 } else { 116 } / 100
}

/// The text, cut off with an ellipsis where it would be wider than `width`.
pub(super) fn fitted(text: &str, width: i32, bold: bool) -> String {
    if text_width(text, bold) <= width {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while !cut.is_empty() && text_width(&(cut.clone() + "…"), bold) > width {
        cut.pop();
    }
    cut.truncate(cut.trim_end().len());
    cut + "…"
}

/// A text on one line, or on two if it is too broad, the second one cut off where it is still too broad.
pub(super) fn folded(text: &str, width: i32, bold: bool) -> Vec<String> {
    if text_width(text, bold) <= width {
        return vec![text.to_owned()];
    }
    let mut spaces = text.match_indices(' ').map(|(at, _)| text.split_at(at));
    let fits = spaces.rfind(|(first, _)| text_width(first, bold) <= width);
    let (first, rest) = fits.unwrap_or((text, ""));
    [first, rest.trim_start()].iter().filter(|line| !line.is_empty()).map(|line| fitted(line, width, bold)).collect()
}
