//! A scatter plot: what was counted upwards, what was predicted to the right, on one scale.

use plotters::element::Circle;
use plotters::series::LineSeries;
use plotters::style::Color;

use super::AxisLabel;
use super::canvas::{
    Align, BASE, Canvas, DEARER, DIM, Place, VARIANT, WIDTH, label_width, mesh, round_axis, text_width,
};
use super::spec::Points;

/// Height of the sheet, and what of it is no plot.
const HEIGHT: i32 = 1_180;
const TOP: i32 = 110;
const BOTTOM: i32 = 110;

/// Draws it; `None` if there is nothing to draw.
pub(super) fn draw_points(buffer: &mut String, points: &Points, unit: &str, label: AxisLabel) -> Option<()> {
    let most = points.dots.iter().flat_map(|(x, y)| [*x, *y]).fold(0.0, f64::max);
    if points.dots.is_empty() || !most.is_finite() || most <= 0.0 {
        return None;
    }
    let canvas = Canvas::new(buffer, HEIGHT);
    let (x, y) = (round_axis(0.0, most, label), round_axis(0.0, most, label));
    let to = x.to;
    let left = label_width(&y, label) + 24;
    // As wide as it is high.
    let right = (WIDTH - left - (HEIGHT - TOP - BOTTOM)).max(20);
    let mut chart = canvas.chart(Place { left, labels: left, right, top: TOP, bottom: BOTTOM }, x, y)?;
    mesh(&mut chart, label, 0)?;
    let dots = points.dots.iter().map(|(x, y)| Circle::new((*x, *y), 5, VARIANT.mix(0.45).filled()));
    chart.draw_series(dots).ok()?;
    chart.draw_series(LineSeries::new([(0.0, 0.0), (to, to)], BASE.stroke_width(3))).ok()?;
    let (end_x, end_y) = chart.backend_coord(&(to, to));
    canvas.text(&points.equal, (end_x + 12, end_y + 16), Align::Start, BASE, false)?;
    if let Some((constant, slope)) = points.line {
        // Where the line leaves the square: at the right, the top, or the bottom.
        let at = |x: f64| constant + slope * x;
        let inside: Vec<(f64, f64)> = (0..=200).map(|i| f64::from(i) * to / 200.0).map(|x| (x, at(x))).collect();
        let inside: Vec<(f64, f64)> = inside.into_iter().filter(|(_, y)| (0.0..=to).contains(y)).collect();
        if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
            let ends = [chart.backend_coord(first), chart.backend_coord(last)];
            canvas.dashed(&ends, DEARER, 4)?;
            let below = i32::from((ends[1].1 - end_y).abs() < 40) * 44;
            canvas.text(
                &points.fitted,
                (end_x + 12, ends[1].1.max(end_y) + 16 + below),
                Align::Start,
                DEARER,
                false,
            )?;
        }
    }
    canvas.text(unit, (0, TOP - 60), Align::Start, DIM, false)?;
    let width = text_width(&points.below, false);
    canvas.text(&points.below, ((WIDTH - right - width).max(left), HEIGHT - 30), Align::Start, DIM, false)?;
    drop(chart);
    canvas.finish()
}
