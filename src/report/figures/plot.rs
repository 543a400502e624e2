//! Dots and lines over numbers both ways: what depends on a number, and samples in a plane.

use std::iter;

use plotters::element::{PathElement, Polygon};
use plotters::series::LineSeries;
use plotters::style::{Color, RGBColor};

use super::AxisLabel;
use super::canvas::{
    Align, BASE, Canvas, Chart, DEARER, DIM, INK, Place, Point, VARIANT, WIDTH, label_width, mesh_of, round_axis,
    text_width,
};
use super::spec::{Curve, Dots, Plot};

const HEIGHT: i32 = 720;
/// A row of the legend.
const ROW: i32 = 42;
const BOTTOM: i32 = 120;
const RIGHT: i32 = 70;

/// Draws it; `None` if there is nothing to draw.
pub(super) fn draw_plot(buffer: &mut String, plot: &Plot, unit: &str, label: AxisLabel) -> Option<()> {
    let (across, up) = (ends(plot, true)?, ends(plot, false)?);
    let right_label: AxisLabel = &*plot.right_label;
    let (x, y) = (round_axis(across.0, across.1, right_label), round_axis(up.0, up.1, label));
    let (x_ends, y_ends) = ((x.from, x.to), (y.from, y.to));
    let names = names(plot);
    let rows = rows_of(&names);
    let top = ROW * rows + 66;
    let canvas = Canvas::new(buffer, HEIGHT + ROW * rows);
    // Half of what stands below an end of the axis is beside it.
    let half = label_width(&x, right_label) / 2 + 6;
    let left = (label_width(&y, label) + 24).max(half);
    let right = RIGHT.max(half);
    let mut chart = canvas.chart(Place { left, labels: left, right, top, bottom: BOTTOM }, x, y)?;
    mesh_of(&mut chart, right_label, label)?;
    let zeros = [
        (x_ends.0 < 0.0).then_some([(0.0, y_ends.0), (0.0, y_ends.1)]),
        (y_ends.0 < 0.0).then_some([(x_ends.0, 0.0), (x_ends.1, 0.0)]),
    ];
    for line in zeros.into_iter().flatten() {
        chart.draw_series(iter::once(PathElement::new(line.to_vec(), INK.stroke_width(2)))).ok()?;
    }
    for (i, curve) in plot.curves.iter().enumerate() {
        draw_curve(&canvas, &mut chart, curve, color(i))?;
    }
    for dots in &plot.dots {
        draw_dots(&canvas, &chart, dots)?;
    }
    if let Some(corners) = &plot.corners {
        draw_corners(&canvas, &chart, corners, (x_ends, y_ends))?;
    }
    legend(&canvas, &names)?;
    canvas.text(unit, (0, top - 40), Align::Start, DIM, false)?;
    canvas.text(&plot.below, (WIDTH - right, canvas.height() - 26), Align::End, DIM, false)?;
    drop(chart);
    canvas.finish()
}

/// The lowest and the highest number one way; `None` if there are none.
fn ends(plot: &Plot, right: bool) -> Option<(f64, f64)> {
    let one = |(x, y): &(f64, f64)| if right { *x } else { *y };
    let curves = plot.curves.iter().flat_map(|curve| curve.points.iter().map(one));
    let bands =
        plot.curves.iter().filter_map(|curve| curve.band.as_ref()).flatten().flat_map(|(low, high)| [*low, *high]);
    let dots = plot.dots.iter().flat_map(|dots| dots.points.iter().map(one));
    let mut numbers: Vec<f64> = curves.chain(dots).collect();
    if numbers.is_empty() {
        return None;
    }
    numbers.extend(if right { Vec::new() } else { bands.collect() });
    numbers.extend(if right { &plot.holds.0 } else { &plot.holds.1 });
    let ends = numbers.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)));
    (ends.0.is_finite() && ends.1.is_finite()).then_some(ends)
}

const fn color(position: usize) -> RGBColor {
    match position {
        0 => VARIANT,
        1 => DEARER,
        _ => BASE,
    }
}

fn draw_curve(canvas: &Canvas, chart: &mut Chart, curve: &Curve, color: RGBColor) -> Option<()> {
    if let Some(band) = curve.band.as_ref().filter(|band| band.len() > 1) {
        let at = || curve.points.iter().zip(band);
        let lower = at().map(|((x, _), (low, _))| (*x, *low));
        let upper = at().rev().map(|((x, _), (_, high))| (*x, *high));
        let outline: Vec<(f64, f64)> = lower.chain(upper).collect();
        chart.draw_series(iter::once(Polygon::new(outline, color.mix(0.2)))).ok()?;
    }
    if curve.dashed {
        let points: Vec<Point> = curve.points.iter().map(|point| chart.backend_coord(point)).collect();
        return canvas.dashed(&points, color, 5);
    }
    chart.draw_series(LineSeries::new(curve.points.iter().copied(), color.stroke_width(5))).ok()?;
    Some(())
}

fn draw_dots(canvas: &Canvas, chart: &Chart, dots: &Dots) -> Option<()> {
    dots.points.iter().try_for_each(|at| canvas.dot(chart.backend_coord(at), (dots.large, dots.hollow)))
}

/// Words in those corners whose quarter there is.
fn draw_corners(
    canvas: &Canvas,
    chart: &Chart,
    corners: &[String; 4],
    ((left, right), (low, high)): ((f64, f64), (f64, f64)),
) -> Option<()> {
    let places = [
        ((left, high), left < 0.0 && high > 0.0),
        ((right, high), right > 0.0 && high > 0.0),
        ((left, low), left < 0.0 && low < 0.0),
        ((right, low), right > 0.0 && low < 0.0),
    ];
    for (i, (text, (corner, is_there))) in corners.iter().zip(places).enumerate() {
        if !is_there {
            continue;
        }
        let (x, y) = chart.backend_coord(&corner);
        let (x, align) = if i % 2 == 0 { (x + 12, Align::Start) } else { (x - 12, Align::End) };
        // Where a quarter is narrow, its words stand on two lines.
        let room = (chart.backend_coord(&(0.0, 0.0)).0 - chart.backend_coord(&corner).0).abs() - 24;
        let lines: Vec<&str> = match text.split_once(", ") {
            Some((first, rest)) if text_width(text, false) > room => vec![first, rest],
            _ => vec![text.as_str()],
        };
        let top = if i < 2 { y + 24 } else { y - 24 - 34 * (lines.len() as i32 - 1) };
        for (row, line) in lines.into_iter().enumerate() {
            canvas.text(line, (x, top + 34 * row as i32), align, DIM, false)?;
        }
    }
    Some(())
}

/// What stands in the legend.
enum Sample {
    Dots { large: bool, hollow: bool },
    Line { color: RGBColor, dashed: bool },
}

fn names(plot: &Plot) -> Vec<(Sample, &str)> {
    let curves = plot
        .curves
        .iter()
        .enumerate()
        .map(|(i, curve)| (Sample::Line { color: color(i), dashed: curve.dashed }, curve.name.as_str()));
    let dots = plot.dots.iter();
    let dots = dots.map(|d| (Sample::Dots { large: d.large, hollow: d.hollow }, d.name.as_str()));
    curves.chain(dots).filter(|(_, name)| !name.is_empty()).collect()
}

/// How much room a name takes with its sample.
fn room(name: &str) -> i32 {
    64 + text_width(name, false) + 40
}

/// Where each name stands: its column and its row.
fn places(names: &[(Sample, &str)]) -> Vec<Point> {
    let (mut x, mut row) = (0, 0);
    let mut places = Vec::new();
    for (_, name) in names {
        if x > 0 && x + room(name) > WIDTH {
            (x, row) = (0, row + 1);
        }
        places.push((x, 24 + ROW * row));
        x += room(name);
    }
    places
}

fn rows_of(names: &[(Sample, &str)]) -> i32 {
    places(names).last().map_or(0, |(_, y)| (y - 24) / ROW + 1)
}

fn legend(canvas: &Canvas, names: &[(Sample, &str)]) -> Option<()> {
    for ((sample, name), (x, y)) in names.iter().zip(places(names)) {
        match sample {
            Sample::Line { color, dashed: true } => canvas.dashed(&[(x, y), (x + 52, y)], *color, 5)?,
            Sample::Line { color, dashed: false } => canvas.line(vec![(x, y), (x + 52, y)], *color, 5)?,
            Sample::Dots { large, hollow } => canvas.dot((x + 26, y), (*large, *hollow))?,
        }
        canvas.text(name, (x + 64, y), Align::Start, INK, false)?;
    }
    Some(())
}
