//! Plans beside each other: what each costs to the right, what it leaves undone upwards, each with its ranges.

use plotters::element::{Circle, PathElement};
use plotters::style::Color;

use super::AxisLabel;
use super::canvas::{
    Align, BASE, Canvas, DIM, GRID, INK, Place, Point, VARIANT, WIDTH, label_width, mesh_of, round_axis,
};
use super::spec::{PlanPoint, Plans};

const HEIGHT: i32 = 820;
const TOP: i32 = 90;
const BOTTOM: i32 = 120;
const RIGHT: i32 = 60;

/// Draws it; `None` if there is nothing to draw.
pub(super) fn draw_plans(buffer: &mut String, plans: &Plans, unit: &str, label: AxisLabel) -> Option<()> {
    let ends = |of: fn(&PlanPoint) -> [f64; 3]| {
        let values = plans.points.iter().flat_map(of);
        values.fold((0.0, 0.0), |(low, high): (f64, f64), x| (low.min(x), high.max(x)))
    };
    let ((x_low, x_high), (y_low, y_high)) = (ends(|point| point.right), ends(|point| point.up));
    if plans.points.is_empty() || ![x_low, x_high, y_low, y_high].iter().all(|end| end.is_finite()) {
        return None;
    }
    let canvas = Canvas::new(buffer, HEIGHT);
    let right_label: AxisLabel = &*plans.right_label;
    let (x, y) = (round_axis(x_low, x_high, right_label), round_axis(y_low, y_high, label));
    let (x_ends, y_ends) = ((x.from, x.to), (y.from, y.to));
    // The outermost labels below stand around the ends of their axis.
    let half = label_width(&x, right_label) / 2 + 12;
    let (left, right) = ((label_width(&y, label) + 24).max(half), RIGHT.max(half));
    let mut chart = canvas.chart(Place { left, labels: left, right, top: TOP, bottom: BOTTOM }, x, y)?;
    mesh_of(&mut chart, right_label, label)?;
    let line = |from: (f64, f64), to: (f64, f64), color, width| {
        PathElement::new(vec![from, to], plotters::style::ShapeStyle::from(color).stroke_width(width))
    };
    let zeros = [((0.0, y_ends.0), (0.0, y_ends.1)), ((x_ends.0, 0.0), (x_ends.1, 0.0))];
    chart.draw_series(zeros.map(|(from, to)| line(from, to, &INK, 2))).ok()?;
    if plans.frontier.len() > 1 {
        let through: Vec<Point> = plans.frontier.iter().map(|at| chart.backend_coord(at)).collect();
        canvas.dashed(&through, INK, 3)?;
    }
    let (faint, plain): (Vec<&PlanPoint>, Vec<&PlanPoint>) = plans.points.iter().partition(|point| point.faint);
    for point in faint {
        chart.draw_series([Circle::new((point.right[1], point.up[1]), 6, VARIANT.mix(0.4).filled())]).ok()?;
    }
    for point in plain {
        let ([x_low, x, x_high], [y_low, y, y_high]) = (point.right, point.up);
        let color = if point.is_now { &BASE } else { &VARIANT };
        chart.draw_series([line((x_low, y), (x_high, y), color, 3), line((x, y_low), (x, y_high), color, 3)]).ok()?;
        chart.draw_series([Circle::new((x, y), 11, color.filled())]).ok()?;
        // Hollow where another plan is mostly better.
        if !point.stands {
            chart.draw_series([Circle::new((x, y), 7, GRID.filled())]).ok()?;
        }
        let (at_x, at_y) = chart.backend_coord(&(x, y));
        canvas.text(&point.sign, (at_x + 16, at_y - 24), Align::Start, INK, true)?;
    }
    canvas.text(unit, (0, TOP - 50), Align::Start, DIM, false)?;
    canvas.text(&plans.below, (WIDTH - right, HEIGHT - 26), Align::End, DIM, false)?;
    drop(chart);
    canvas.finish()
}
