//! Draws each kind of figure on a sheet.

use plotters::style::{Color, RGBColor};

use super::canvas::{
    Align, BASE, Canvas, DEARER, DIM, GRID, INK, PARTS, Point, SHADE, VARIANT, WIDTH, fitted, text_width,
};
use super::{AxisLabel, Bar, Content, Line, Spec, Stack};

/// The most room for the name of a part or a bar; no payer's name is wider.
pub(super) const NAME_WIDTH: i32 = 490;

/// A plot's place on the sheet and the values at its edges.
#[derive(Clone, Copy, Debug)]
struct Frame {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    low: f64,
    high: f64,
    step: f64,
}

impl Frame {
    fn y(&self, value: f64) -> i32 {
        let share = (value - self.low) / (self.high - self.low);
        self.bottom - libm::round(share * f64::from(self.bottom - self.top)) as i32
    }

    /// The middle of a year's column.
    fn x(&self, year: usize, years: usize) -> i32 {
        self.edge(year as f64 + 0.5, years)
    }

    fn edge(&self, position: f64, years: usize) -> i32 {
        self.left + libm::round(position / years.max(1) as f64 * f64::from(self.right - self.left)) as i32
    }

    fn ticks(&self) -> Vec<f64> {
        let first = libm::round(self.low / self.step) as i64;
        let last = libm::round(self.high / self.step) as i64;
        (first..=last).map(|i| i as f64 * self.step).collect()
    }
}

/// A round step that divides a span into at most `parts`, and the round edges around two values.
fn round_scale(low: f64, high: f64, parts: f64) -> (f64, f64, f64) {
    let span = if high > low { high - low } else { 1.0 };
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(span / parts)));
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|m| m * magnitude)
        .find(|s| span / s <= parts)
        .unwrap_or(10.0 * magnitude);
    let (from, to) = (libm::floor(low / step) * step, libm::ceil(high / step) * step);
    (from, if to > from { to } else { from + step }, step)
}

/// Draws a figure; `None` if there is nothing to draw.
pub(super) fn draw(spec: &Spec, label: AxisLabel) -> Option<String> {
    let mut buffer = String::new();
    match &spec.content {
        Content::Lines { lines, zero, term, band } => {
            let canvas = Canvas::new(&mut buffer, if lines.len() > 1 { 602 } else { 560 });
            draw_lines(&canvas, spec, lines, zero.as_ref(), term.as_ref(), band, label)?;
            canvas.finish()?;
        }
        Content::Stacks { panels, names } => {
            let canvas = Canvas::new(&mut buffer, 560);
            draw_stacks(&canvas, spec, panels, names, label)?;
            canvas.finish()?;
        }
        Content::Bars { bars, sides } => {
            let canvas = Canvas::new(&mut buffer, 70 + 48 * bars.len() as i32);
            draw_bars(&canvas, bars, sides)?;
            canvas.finish()?;
        }
    }
    Some(buffer)
}

fn axis_left(canvas: &Canvas, frame: &Frame, label: AxisLabel) -> Option<()> {
    for tick in frame.ticks() {
        let y = frame.y(tick);
        canvas.line(vec![(frame.left, y), (frame.right, y)], GRID, 2)?;
    }
    for (tick, text) in tick_labels(frame, label) {
        canvas.text(&text, (frame.left - 12, frame.y(tick)), Align::End, DIM, false)?;
    }
    Some(())
}

/// The labels of the ticks. Of ticks that are written alike only the one nearest to zero has one.
fn tick_labels(frame: &Frame, label: AxisLabel) -> Vec<(f64, String)> {
    let mut ticks = frame.ticks();
    ticks.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    let mut labels: Vec<(f64, String)> = Vec::new();
    for tick in ticks {
        let text = label(tick);
        if labels.iter().all(|(_, other)| *other != text) {
            labels.push((tick, text));
        }
    }
    labels
}

/// Years below a plot, as many as fit.
fn axis_years(canvas: &Canvas, frame: &Frame, start: i32, years: usize) -> Option<()> {
    let fit = ((frame.right - frame.left) / 110).max(1) as usize;
    let step = years.div_ceil(fit).max(1);
    for year in (0..years).step_by(step) {
        let text = (start + year as i32).to_string();
        canvas.text(&text, (frame.x(year, years), frame.bottom + 30), Align::Middle, DIM, false)?;
    }
    Some(())
}

fn label_width(low: f64, high: f64, step: f64, label: AxisLabel) -> i32 {
    let frame = Frame { left: 0, right: 1, top: 0, bottom: 1, low, high, step };
    frame.ticks().into_iter().map(|t| text_width(&label(t))).max().unwrap_or(60)
}

fn draw_lines(
    canvas: &Canvas,
    spec: &Spec,
    lines: &[Line],
    zero: Option<&(String, String)>,
    term: Option<&(i32, String)>,
    band: &str,
    label: AxisLabel,
) -> Option<()> {
    let values = || {
        let bands = lines.iter().flat_map(|l| l.band.iter().flatten()).flat_map(|&(a, b)| [a, b]);
        lines.iter().flat_map(|l| l.middle.iter().copied()).chain(bands)
    };
    let years = lines.first()?.middle.len();
    let (mut low, mut high) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    if years == 0 || !low.is_finite() || !high.is_finite() {
        return None;
    }
    if zero.is_some() || (low >= 0.0 && low < high / 2.0) {
        (low, high) = (low.min(0.0), high.max(0.0));
    }
    let (low, high, step) = round_scale(low, high, 5.0);
    let right = zero.map_or(20, |(a, b)| text_width(a).max(text_width(b)) + 40);
    let left = label_width(low, high, step, label) + 24;
    // Several lines need a second row of names above the plot.
    let top = if lines.len() > 1 { 150 } else { 108 };
    let frame = Frame { left, right: WIDTH - right, top, bottom: top + 392, low, high, step };
    canvas.text(&spec.unit, (0, top - 40), Align::Start, DIM, false)?;
    if let Some((last, text)) = term {
        let inside = f64::from(last - spec.start_year + 1).clamp(0.0, years as f64);
        let edge = frame.edge(inside, years);
        canvas.rectangle([(frame.left, frame.top - 8), (edge, frame.bottom)], SHADE)?;
        let start = frame.left.max(text_width(&spec.unit) + 30);
        canvas.text(text, (start, top - 26), Align::Start, DIM, false)?;
    }
    axis_left(canvas, &frame, label)?;
    axis_years(canvas, &frame, spec.start_year, years)?;
    for line in lines {
        draw_band(canvas, &frame, line, years)?;
    }
    if let Some((above, below)) = zero {
        let y = frame.y(0.0);
        canvas.line(vec![(frame.left, y), (frame.right, y)], INK, 3)?;
        if high > 0.0 {
            canvas.text(&format!("▲ {above}"), (frame.right + 12, y - 24), Align::Start, INK, false)?;
        }
        if low < 0.0 {
            canvas.text(&format!("▼ {below}"), (frame.right + 12, y + 26), Align::Start, INK, false)?;
        }
    }
    for line in lines {
        let points: Vec<Point> =
            line.middle.iter().enumerate().map(|(i, &v)| (frame.x(i, years), frame.y(v))).collect();
        if let [(x, y)] = points.as_slice() {
            // A single year is a point; that of the base is hollow.
            canvas.rectangle([(x - 12, y - 12), (x + 12, y + 12)], line_color(line))?;
            if line.base {
                canvas.rectangle([(x - 6, y - 6), (x + 6, y + 6)], SHADE)?;
            }
        } else if line.base {
            canvas.dashed(&points, BASE, 5)?;
        } else {
            canvas.line(points, VARIANT, 5)?;
        }
    }
    legend(canvas, lines, band)
}

fn draw_band(canvas: &Canvas, frame: &Frame, line: &Line, years: usize) -> Option<()> {
    let Some(band) = &line.band else { return Some(()) };
    if let [(low, high)] = band.as_slice() {
        // A single year has no breadth: a bar stands for its band.
        let (x, low, high) = (frame.x(0, years), frame.y(*low), frame.y(*high));
        return canvas
            .polygon(vec![(x - 30, low), (x - 30, high), (x + 30, high), (x + 30, low)], line_color(line).mix(0.2));
    }
    let point = |i: usize, v: f64| (frame.x(i, years), frame.y(v));
    let lower = band.iter().enumerate().map(|(i, &(low, _))| point(i, low));
    let upper = band.iter().enumerate().rev().map(|(i, &(_, high))| point(i, high));
    canvas.polygon(lower.chain(upper).collect(), line_color(line).mix(0.2))
}

const fn line_color(line: &Line) -> RGBColor {
    if line.base { BASE } else { VARIANT }
}

/// The names of the lines in a row above the plot, each with a piece of its line.
fn legend(canvas: &Canvas, lines: &[Line], band: &str) -> Option<()> {
    let banded = lines.iter().any(|l| l.band.is_some()) && !band.is_empty();
    let below = lines.len() > 1;
    let band_room = if banded && !below { text_width(band) + 90 } else { 0 };
    let room = (WIDTH - band_room) / lines.len().max(1) as i32;
    let mut x = 0;
    for line in lines {
        let sample = [(x, 24), (x + 52, 24)];
        if line.base {
            canvas.dashed(&sample, BASE, 5)?;
        } else {
            canvas.line(sample.to_vec(), VARIANT, 5)?;
        }
        let name = fitted(&line.name, room - 110);
        canvas.text(&name, (x + 64, 24), Align::Start, INK, false)?;
        x += 64 + text_width(&name) + 40;
    }
    if banded {
        let (x, y) = if below { (0, 66) } else { (x, 24) };
        for (i, line) in lines.iter().filter(|l| l.band.is_some()).enumerate() {
            let (top, bottom) = if below { (y - 14 + 15 * i as i32, y + 15 * i as i32) } else { (y - 14, y + 14) };
            let corners = vec![(x, top), (x + 52, top), (x + 52, bottom), (x, bottom)];
            canvas.polygon(corners, line_color(line).mix(0.2))?;
        }
        canvas.text(band, (x + 64, y), Align::Start, INK, false)?;
    }
    Some(())
}

fn draw_stacks(canvas: &Canvas, spec: &Spec, panels: &[Stack], names: &[String], label: AxisLabel) -> Option<()> {
    let years = panels.first()?.parts.first()?.len();
    let total = |stack: &Stack, year: usize| stack.parts.iter().map(|p| p[year]).sum::<f64>();
    let top = panels.iter().flat_map(|s| (0..years).map(move |y| total(s, y))).fold(0.0, |a: f64, b| a.max(b)).max(1.0);
    let (low, high, step) = round_scale(0.0, top, 5.0);
    let left = label_width(low, high, step, label) + 24;
    let legend_width = names.iter().map(|n| text_width(n)).max().unwrap_or(0).min(NAME_WIDTH) + 60;
    let count = panels.len() as i32;
    let width = (WIDTH - left - legend_width - 30 - 40 * (count - 1)) / count;
    canvas.text(&spec.unit, (0, 24), Align::Start, DIM, false)?;
    for (i, panel) in panels.iter().enumerate() {
        let from = left + i as i32 * (width + 40);
        let frame = Frame { left: from, right: from + width, top: 90, bottom: 500, low, high, step };
        if i == 0 {
            axis_left(canvas, &frame, label)?;
        } else {
            for tick in frame.ticks() {
                canvas.line(vec![(frame.left, frame.y(tick)), (frame.right, frame.y(tick))], GRID, 2)?;
            }
        }
        canvas.text(&fitted(&panel.title, width), (frame.left, 60), Align::Start, INK, true)?;
        axis_years(canvas, &frame, spec.start_year, years)?;
        draw_stack(canvas, &frame, panel, years)?;
    }
    let x = WIDTH - legend_width + 10;
    for (i, name) in names.iter().rev().enumerate() {
        let y = 108 + 48 * i as i32;
        canvas.rectangle([(x, y - 14), (x + 28, y + 14)], PARTS[(names.len() - 1 - i) % PARTS.len()])?;
        canvas.text(&fitted(name, legend_width - 50), (x + 42, y), Align::Start, INK, false)?;
    }
    Some(())
}

fn draw_stack(canvas: &Canvas, frame: &Frame, panel: &Stack, years: usize) -> Option<()> {
    let half = ((frame.right - frame.left) / years.max(1) as i32 * 2 / 5).max(1);
    for year in 0..years {
        let x = frame.x(year, years);
        let mut below = 0.0;
        for (i, part) in panel.parts.iter().enumerate() {
            let (from, to) = (frame.y(below), frame.y(below + part[year]));
            // A hairline of paper between parts tells them apart without colour.
            if from - to > 1 {
                canvas.rectangle([(x - half, to), (x + half, from - 1)], PARTS[i % PARTS.len()])?;
            }
            below += part[year];
        }
    }
    Some(())
}

fn draw_bars(canvas: &Canvas, bars: &[Bar], sides: &(String, String)) -> Option<()> {
    let names = bars.iter().map(|b| text_width(&b.name)).max()?.min(NAME_WIDTH);
    let texts = bars.iter().map(|b| text_width(&b.text)).max()?;
    let spread = bars.iter().filter_map(|b| b.value);
    let (low, high) = spread.fold((0.0_f64, 0.0_f64), |(a, b), (m, l, h)| (a.min(l).min(m), b.max(h).max(m)));
    if low >= high {
        return None;
    }
    let frame = Frame { left: names + 30, right: WIDTH - texts - 40, top: 0, bottom: 1, low, high, step: 1.0 };
    let x = |v: f64| frame.edge((v - low) / (high - low), 1);
    let bottom = 62 + 48 * bars.len() as i32;
    let zero = x(0.0);
    let (left, right) = (format!("◀ {}", sides.0), format!("{} ▶", sides.1));
    let left_end = (zero - 14).max(text_width(&left));
    let right_start = (zero + 14).min(WIDTH - text_width(&right));
    canvas.text(&left, (left_end, 24), Align::End, VARIANT, false)?;
    canvas.text(&right, (right_start, 24), Align::Start, DEARER, false)?;
    for (i, bar) in bars.iter().enumerate() {
        let y = 82 + 48 * i as i32;
        if bar.total {
            canvas.rectangle([(0, y - 22), (WIDTH, y + 22)], SHADE)?;
        }
        canvas.text(&fitted(&bar.name, names + 10), (0, y), Align::Start, INK, bar.total)?;
        canvas.text(&bar.text, (WIDTH - 6, y), Align::End, INK, bar.total)?;
        let Some((middle, low, high)) = bar.value else { continue };
        let color = if middle > 0.0 { DEARER } else { VARIANT };
        let (from, to) = (zero.min(x(middle)), zero.max(x(middle)));
        canvas.rectangle([(from, y - 13), (to.max(from + 1), y + 13)], color)?;
        canvas.line(vec![(x(low), y), (x(high), y)], INK, 3)?;
        for end in [x(low), x(high)] {
            canvas.line(vec![(end, y - 9), (end, y + 9)], INK, 3)?;
        }
    }
    canvas.line(vec![(zero, 46), (zero, bottom)], INK, 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_payer_has_room_for_its_name() {
        use crate::report::{keys::payers, wording::Lang};
        for lang in [Lang::En, Lang::Nl] {
            for payer in payers() {
                let name = lang.voice().payer(payer);
                assert!(text_width(&name) <= NAME_WIDTH, "{name}: {}", text_width(&name));
            }
        }
    }

    #[test]
    fn ticks_that_are_written_alike_have_one_label() {
        let frame = Frame { left: 0, right: 1, top: 0, bottom: 1, low: 0.0, high: 1.0, step: 0.2 };
        let whole = |x: f64| format!("{x:.0}");
        assert_eq!(tick_labels(&frame, &whole), [(0.0, "0".to_owned()), (0.6000000000000001, "1".to_owned())]);
    }

    #[test]
    fn a_single_year_is_drawn() {
        let line = Line { name: "n".to_owned(), middle: vec![4.0], band: Some(vec![(1.0, 6.0)]), base: false };
        let spec = |content| Spec {
            id: "x".to_owned(),
            title: String::new(),
            description: String::new(),
            unit: String::new(),
            start_year: 2027,
            open: false,
            content,
        };
        let svg = |lines: Vec<Line>| {
            let content = Content::Lines { lines, zero: None, term: None, band: "band".to_owned() };
            draw(&spec(content), &|x| x.to_string()).expect("there is something to draw")
        };
        let [with, without] = [vec![line.clone()], vec![Line { band: None, ..line }]].map(svg);
        assert!(with.matches("<polygon").count() > 1, "the legend's piece and a band: {with}");
        assert!(without.contains("fill=\"#0B5C8A\""), "a point: {without}");
    }

    #[test]
    fn scales_are_round_and_hold_the_values() {
        assert_eq!(round_scale(-51_000.0, 287_000.0, 5.0), (-100_000.0, 300_000.0, 100_000.0));
        let (low, high, step) = round_scale(0.0, 0.0, 5.0);
        assert!(low <= 0.0 && high >= 0.0 && step > 0.0);
    }
}
