//! Draws each kind of figure on a sheet.

use std::iter;

use plotters::element::{PathElement, Polygon, Rectangle};
use plotters::series::LineSeries;
use plotters::style::{Color, RGBColor};

use super::canvas::{
    Align, Axis, BASE, Canvas, Chart, DEARER, DIM, INK, PARTS, Place, Point, SHADE, VARIANT, WIDTH, fitted,
    label_width, mesh, round_axis, text_width,
};
use super::flows::draw_flows;
use super::heat::draw_heat;
use super::plans::draw_plans;
use super::plot::draw_plot;
use super::points::draw_points;
use super::rings::draw_rings;
use super::{AxisLabel, Bar, Content, Line, Spec, Stack};

/// The most room for the name of a part or a bar; no payer's name is wider.
pub(super) const NAME_WIDTH: i32 = 570;

/// The axis of years, a column each, of which as many are marked as can be read within `width`.
fn years_axis(years: usize, width: i32) -> Axis {
    let fit = (width / 110).max(1) as usize;
    let ticks = (0..years).step_by(years.div_ceil(fit).max(1)).map(middle).collect();
    Axis { from: 0.0, to: years.max(1) as f64, ticks }
}

/// The middle of a year's column.
fn middle(year: usize) -> f64 {
    year as f64 + 0.5
}

/// Draws a figure; `None` if there is nothing to draw.
pub(super) fn draw(spec: &Spec, label: AxisLabel) -> Option<String> {
    let mut buffer = String::new();
    match &spec.content {
        Content::Lines { lines, zero, term, band } => {
            let canvas = Canvas::new(&mut buffer, if has_two_rows(lines, band) { 602 } else { 560 });
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
        Content::Flows(flows) => draw_flows(&mut buffer, flows)?,
        Content::Rings(rings) => draw_rings(&mut buffer, rings)?,
        Content::Heat(heat) => draw_heat(&mut buffer, heat, &spec.unit)?,
        Content::Plot(plot) => draw_plot(&mut buffer, plot, &spec.unit, label)?,
        Content::Plans(plans) => draw_plans(&mut buffer, plans, &spec.unit, label)?,
        Content::Points(points) => draw_points(&mut buffer, points, &spec.unit, label)?,
    }
    Some(buffer)
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
    let axis = round_axis(low, high, label);
    let right = zero.map_or(20, |(a, b)| text_width(a, false).max(text_width(b, false)) + 40);
    let left = label_width(&axis, label) + 24;
    let top = if has_two_rows(lines, band) { 150 } else { 108 };
    let place = Place { left, labels: left, right, top, bottom: canvas.height() - top - 392 };
    let (low, high) = (axis.from, axis.to);
    let mut chart = canvas.chart(place, years_axis(years, WIDTH - left - right), axis)?;
    canvas.text(&spec.unit, (0, top - 40), Align::Start, DIM, false)?;
    if let Some((last, text)) = term {
        let inside = f64::from(last - spec.start_year + 1).clamp(0.0, years as f64);
        chart.draw_series(iter::once(Rectangle::new([(0.0, low), (inside, high)], SHADE.filled()))).ok()?;
        let start = left.max(text_width(&spec.unit, false) + 30);
        canvas.text(text, (start, top - 26), Align::Start, DIM, false)?;
    }
    mesh(&mut chart, label, spec.start_year)?;
    for line in lines {
        draw_band(&mut chart, line)?;
    }
    if let Some((above, below)) = zero {
        chart.draw_series(LineSeries::new([(0.0, 0.0), (years as f64, 0.0)], INK.stroke_width(3))).ok()?;
        let (x, y) = chart.backend_coord(&(years as f64, 0.0));
        if high > 0.0 {
            canvas.text(&format!("▲ {above}"), (x + 12, y - 24), Align::Start, INK, false)?;
        }
        if low < 0.0 {
            canvas.text(&format!("▼ {below}"), (x + 12, y + 26), Align::Start, INK, false)?;
        }
    }
    for line in lines {
        draw_line(canvas, &mut chart, line)?;
    }
    legend(canvas, lines, band)
}

fn draw_line(canvas: &Canvas, chart: &mut Chart, line: &Line) -> Option<()> {
    let points = || line.middle.iter().enumerate().map(|(year, &v)| (middle(year), v));
    let drawn: Vec<Point> = points().map(|point| chart.backend_coord(&point)).collect();
    if let [(x, y)] = drawn.as_slice() {
        // A single year is a point; that of the base is hollow.
        canvas.rectangle([(x - 12, y - 12), (x + 12, y + 12)], line_color(line))?;
        if line.base {
            canvas.rectangle([(x - 6, y - 6), (x + 6, y + 6)], SHADE)?;
        }
    } else if line.base {
        canvas.dashed(&drawn, BASE, 5)?;
    } else {
        chart.draw_series(LineSeries::new(points(), VARIANT.stroke_width(5))).ok()?;
    }
    Some(())
}

fn draw_band(chart: &mut Chart, line: &Line) -> Option<()> {
    // A single year has no breadth: a bar stands for its band.
    const HALF_A_BAR: f64 = 0.03;
    let Some(band) = &line.band else { return Some(()) };
    let outline: Vec<(f64, f64)> = if let [(low, high)] = *band.as_slice() {
        let (from, to) = (middle(0) - HALF_A_BAR, middle(0) + HALF_A_BAR);
        vec![(from, low), (from, high), (to, high), (to, low)]
    } else {
        let lower = band.iter().enumerate().map(|(year, &(low, _))| (middle(year), low));
        let upper = band.iter().enumerate().rev().map(|(year, &(_, high))| (middle(year), high));
        lower.chain(upper).collect()
    };
    chart.draw_series(iter::once(Polygon::new(outline, line_color(line).mix(0.2)))).ok()?;
    Some(())
}

const fn line_color(line: &Line) -> RGBColor {
    if line.base { BASE } else { VARIANT }
}

/// Whether a band is named at all.
fn is_banded(lines: &[Line], band: &str) -> bool {
    lines.iter().any(|l| l.band.is_some()) && !band.is_empty()
}

/// Whether the band has a row of its own below the names: beside several lines, or a long name, there is no room.
fn has_two_rows(lines: &[Line], band: &str) -> bool {
    let named = |name: &str| 64 + text_width(name, false) + 40;
    let all: i32 = lines.iter().map(|l| named(&l.name)).sum();
    lines.len() > 1 || (is_banded(lines, band) && all + named(band) > WIDTH)
}

/// The names of the lines in a row above the plot, each with a piece of its line. The legend of `plotters` is a box of
/// one column inside the plot, over the lines.
fn legend(canvas: &Canvas, lines: &[Line], band: &str) -> Option<()> {
    let below = has_two_rows(lines, band);
    let room = WIDTH / lines.len().max(1) as i32;
    let mut x = 0;
    for line in lines {
        let sample = [(x, 24), (x + 52, 24)];
        if line.base {
            canvas.dashed(&sample, BASE, 5)?;
        } else {
            canvas.line(sample.to_vec(), VARIANT, 5)?;
        }
        let name = fitted(&line.name, room - 104, false);
        canvas.text(&name, (x + 64, 24), Align::Start, INK, false)?;
        x += 64 + text_width(&name, false) + 40;
    }
    if is_banded(lines, band) {
        let (x, y) = if below { (0, 66) } else { (x, 24) };
        for (i, line) in lines.iter().filter(|l| l.band.is_some()).enumerate() {
            let halves = (y - 14 + 15 * i as i32, y + 15 * i as i32);
            let (top, bottom) = if lines.len() > 1 { halves } else { (y - 14, y + 14) };
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
    let axis = round_axis(0.0, top, label);
    let left = label_width(&axis, label) + 24;
    let legend_width = names.iter().map(|n| text_width(n, false)).max().unwrap_or(0).min(NAME_WIDTH) + 60;
    let count = panels.len() as i32;
    let width = (WIDTH - left - legend_width - 30 - 40 * (count - 1)) / count;
    canvas.text(&spec.unit, (0, 24), Align::Start, DIM, false)?;
    for (i, panel) in panels.iter().enumerate() {
        let from = left + i as i32 * (width + 40);
        // Only the first panel says what the lines of the grid are.
        let labels = if i == 0 { left } else { 0 };
        let place = Place { left: from, labels, right: WIDTH - from - width, top: 90, bottom: canvas.height() - 500 };
        let mut chart = canvas.chart(place, years_axis(years, width), axis.clone())?;
        mesh(&mut chart, label, spec.start_year)?;
        canvas.text(&fitted(&panel.title, width, true), (from, 60), Align::Start, INK, true)?;
        draw_stack(&mut chart, panel, years)?;
    }
    let x = WIDTH - legend_width + 10;
    for (i, name) in names.iter().rev().enumerate() {
        let y = 108 + 48 * i as i32;
        canvas.rectangle([(x, y - 14), (x + 28, y + 14)], PARTS[(names.len() - 1 - i) % PARTS.len()])?;
        canvas.text(&fitted(name, legend_width - 50, false), (x + 42, y), Align::Start, INK, false)?;
    }
    Some(())
}

fn draw_stack(chart: &mut Chart, panel: &Stack, years: usize) -> Option<()> {
    for year in 0..years {
        let mut below = 0.0;
        for (i, part) in panel.parts.iter().enumerate() {
            let corners = [(year as f64 + 0.1, below + part[year]), (year as f64 + 0.9, below)];
            below += part[year];
            let [top, bottom] = corners.map(|corner| chart.backend_coord(&corner).1);
            // A hairline of paper between parts tells them apart without colour.
            if bottom - top > 1 {
                let mut bar = Rectangle::new(corners, PARTS[i % PARTS.len()].filled());
                bar.set_margin(0, 1, 0, 0);
                chart.draw_series(iter::once(bar)).ok()?;
            }
        }
    }
    Some(())
}

fn draw_bars(canvas: &Canvas, bars: &[Bar], sides: &(String, String)) -> Option<()> {
    let names = bars.iter().map(|b| text_width(&b.name, b.total)).max()?.min(NAME_WIDTH);
    let texts = bars.iter().map(|b| text_width(&b.text, b.total)).max()?;
    let spread = bars.iter().filter_map(|b| b.value);
    let (low, high) = spread.fold((0.0_f64, 0.0_f64), |(a, b), (m, l, h)| (a.min(l).min(m), b.max(h).max(m)));
    if low >= high {
        return None;
    }
    // A row for each bar, and a quarter of one for the head of the line at zero.
    let place = Place { left: names + 30, labels: 0, right: texts + 40, top: 46, bottom: 12 };
    let rows = Axis { from: bars.len() as f64, to: -0.25, ticks: Vec::new() };
    let mut chart = canvas.chart(place, Axis { from: low, to: high, ticks: Vec::new() }, rows)?;
    let (zero, _) = chart.backend_coord(&(0.0, 0.0));
    let (left, right) = (format!("◀ {}", sides.0), format!("{} ▶", sides.1));
    let left_end = (zero - 14).max(text_width(&left, false));
    let right_start = (zero + 14).min(WIDTH - text_width(&right, false));
    if !sides.0.is_empty() {
        canvas.text(&left, (left_end, 24), Align::End, VARIANT, false)?;
    }
    canvas.text(&right, (right_start, 24), Align::Start, DEARER, false)?;
    for (i, bar) in bars.iter().enumerate() {
        let row = middle(i);
        let (_, y) = chart.backend_coord(&(0.0, row));
        if bar.total {
            canvas.rectangle([(0, y - 22), (WIDTH, y + 22)], SHADE)?;
        }
        canvas.text(&fitted(&bar.name, names + 10, bar.total), (0, y), Align::Start, INK, bar.total)?;
        canvas.text(&bar.text, (WIDTH - 6, y), Align::End, INK, bar.total)?;
        let Some((value, low, high)) = bar.value else { continue };
        let color = if value > 0.0 { DEARER } else { VARIANT };
        chart.draw_series(iter::once(Rectangle::new([(0.0, row - 0.27), (value, row + 0.27)], color.filled()))).ok()?;
        let stroke = |from: (f64, f64), to| PathElement::new(vec![from, to], INK.stroke_width(3));
        let ends = [low, high].map(|x| stroke((x, row - 0.19), (x, row + 0.19)));
        chart.draw_series(iter::once(stroke((low, row), (high, row))).chain(ends)).ok()?;
    }
    let line = [(0.0, -0.25), (0.0, bars.len() as f64)];
    chart.draw_series(LineSeries::new(line, INK.stroke_width(3))).ok()?;
    Some(())
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
                assert!(text_width(&name, false) <= NAME_WIDTH, "{name}: {}", text_width(&name, false));
            }
        }
    }

    #[test]
    fn ticks_are_all_written_differently() {
        let axis = round_axis(0.0, 1.0, &|x| format!("{x:.0}"));
        assert_eq!((axis.from, axis.to, axis.ticks), (0.0, 1.0, vec![0.0, 1.0]));
        let axis = round_axis(0.0, 0.01, &|x| format!("{x:.0}"));
        assert_eq!(axis.ticks, [0.0], "no step within reason writes them differently");
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
    fn axes_are_round_and_hold_the_values() {
        let plain = |x: f64| x.to_string();
        let axis = round_axis(-51_000.0, 287_000.0, &plain);
        assert_eq!((axis.from, axis.to, axis.ticks.len()), (-100_000.0, 300_000.0, 5));
        let axis = round_axis(0.0, 0.0, &plain);
        assert!(axis.from <= 0.0 && axis.to >= 0.0 && axis.ticks.len() > 1);
    }
}
