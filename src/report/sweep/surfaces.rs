//! The surfaces: a line for one key, cells for two on a grid, and for anything else a panel for each key.

use super::data::PointFacts;
use super::page::{FIGURES, Page};
use crate::experiment::{Difference, mean};
use crate::report::figures::{Content, Curve, Dots, Heat, HeatCell, Plot, Spec};
use crate::report::html::{Cell, Html, Table};
use crate::report::sections::row_of;
use crate::report::wording::{self, MISSING, Measure};

/// Columns of cells that can be read beside each other.
const COLUMNS: usize = 10;
/// Rows of cells at most.
const ROWS: usize = 40;
/// Parts of a range whose points are put together.
const PARTS: usize = 5;

/// Two numbers each.
type Pairs = Vec<(f64, f64)>;

/// Both figures.
pub(super) fn surfaces(page: &Page, html: &mut Html) {
    for key in FIGURES {
        let of_grid = page.data.arrangement == "grid";
        match page.data.axes.len() {
            1 => single(page, key, html),
            2 if of_grid && page.data.axes.iter().all(|axis| (2..=ROWS).contains(&axis.levels.len())) => {
                grid(page, key, html);
            }
            axes => (0..axes).for_each(|axis| panel(page, key, axis, html)),
        }
    }
}

/// The name of the picture: the key with hyphens.
fn id(key: &str) -> String {
    format!("surface-{}", key.replace('.', "-"))
}

fn is_euros(key: &str) -> bool {
    Measure::of(key, "persons") == Measure::Euros
}

/// A number on an axis or in a cell: thousands of euros, or people.
fn short(page: &Page, key: &str, x: f64) -> String {
    wording::signed(page.lang, if is_euros(key) { x / 1_000.0 } else { x })
}

fn spec(page: &Page, key: &str, (id, axes): (String, &[usize]), content: Content) -> (Spec, String) {
    let words = page.words;
    let names: Vec<String> = axes.iter().map(|axis| page.axis(*axis)).collect();
    let figure = wording::indicator_name(page.lang, key);
    let finding = words.surface_is(&figure, &names);
    let spec = Spec {
        id,
        title: format!("{}: {figure}", words.surface),
        description: finding.clone(),
        unit: words.units[usize::from(!is_euros(key))].to_owned(),
        start_year: page.data.start_year,
        open: false,
        content,
    };
    (spec, finding)
}

/// What a finding says of where the figure lies.
fn extremes(page: &Page, key: &str) -> String {
    let order = page.data.by_difference(key);
    let told = |i: Option<&usize>| {
        let point = &page.data.points[*i?];
        let d = point.horizon(key)?;
        let value = Measure::of(&d.indicator, d.unit).difference_in(page.lang, d.difference?, &row_of(d));
        Some((value, page.point(point)))
    };
    let (Some(low), Some(high)) = (told(order.first()), told(order.last())) else { return String::new() };
    let name = wording::indicator_name(page.lang, key);
    page.words.lowest(&name, (&low.0, &low.1), (&high.0, &high.1))
}

/// The rows of points as a table: what they set, the difference with its range, the verdict.
fn table(page: &Page, key: &str) -> Table {
    let common = page.lang.voice().words();
    let mut heads = vec![Cell::text(page.words.point)];
    heads.extend(page.data.axes.iter().map(|axis| Cell::number(axis.key.as_str())));
    heads.extend([Cell::number(common.difference), Cell::text(page.words.verdict)]);
    let mut table = Table::new(wording::indicator_name(page.lang, key), heads);
    for position in page.shown() {
        let point = &page.data.points[position];
        let mut cells = vec![Cell::text(point.name.as_str())];
        cells.extend(point.values.iter().enumerate().map(|(i, value)| Cell::number(page.value(i, value))));
        cells.extend(match point.horizon(key) {
            Some(d) if !point.is_base => [
                Cell::number(page.with_range(d)),
                Cell::verdict(wording::judged(page.lang, d), wording::verdict_class(d.verdict)),
            ],
            Some(_) => [Cell::number("0"), Cell::text(page.words.base)],
            None => [Cell::number(MISSING), Cell::text(MISSING)],
        });
        table.row(cells);
    }
    table
}

/// Writes a figure with the table of all points.
fn write(page: &Page, key: &str, (spec, finding): (Spec, String), note: &str, html: &mut Html) {
    let finding = format!("{finding} {}", extremes(page, key));
    page.figure(html, &spec, &|x| short(page, key, x), &finding, &[note], &table(page, key));
}

/// One key: a line with its band, or a row of cells where its values are no numbers.
fn single(page: &Page, key: &str, html: &mut Html) {
    let numbers = page.numbers(0);
    if numbers.is_empty() {
        let note = page.words.reading;
        return write(page, key, cells_of(page, key, 0), note, html);
    }
    let mut points: Vec<(f64, &Difference)> =
        numbers.into_iter().zip(&page.data.points).filter_map(|(x, point)| Some((x, point.horizon(key)?))).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let line = points.iter().filter_map(|(x, d)| Some(((*x, d.difference?), (d.p05?, d.p95?))));
    let (points, band): (Pairs, Pairs) = line.unzip();
    let base: Option<f64> = page.data.axes[0].base.as_ref().and_then(|base| base.parse().ok());
    let name = |text: &str| text.to_owned();
    let hollow = page.lang;
    let plot = Plot {
        dots: vec![
            Dots { name: String::new(), points: points.clone(), large: false, hollow: false },
            Dots {
                name: base.map_or_else(String::new, |_| name(page.words.base)),
                points: base.map(|x| (x, 0.0)).into_iter().collect(),
                large: true,
                hollow: true,
            },
        ],
        curves: vec![Curve { name: name(page.words.line), points, band: Some(band), dashed: false }],
        right_label: Box::new(move |x| wording::tick(hollow, x)),
        below: page.axis(0),
        holds: (Vec::new(), vec![0.0]),
        corners: None,
    };
    write(page, key, spec(page, key, (id(key), &[0]), Content::Plot(plot)), "", html);
}

/// A cell of some points: their mean, and a question mark where one of them is undecided.
fn cell(page: &Page, key: &str, points: &[&PointFacts]) -> Option<HeatCell> {
    let rows: Vec<(&Difference, bool)> =
        points.iter().filter_map(|point| Some((point.horizon(key)?, point.is_base))).collect();
    let values: Vec<f64> = rows.iter().filter_map(|(d, _)| d.difference).collect();
    let value = mean(&values)?;
    let undecided = rows.iter().any(|(d, is_base)| d.verdict.is_undecided() && !is_base);
    let text = format!("{}{}", short(page, key, value), if undecided { " ?" } else { "" });
    Some(HeatCell { value, text, framed: points.len() == 1 && points[0].is_base })
}

fn heat(
    page: &Page,
    key: &str,
    (right, up): (Vec<String>, Vec<String>),
    cells: Vec<Vec<Option<HeatCell>>>,
    [below, beside]: [String; 2],
) -> Heat {
    let scale = page.words.scale[usize::from(!is_euros(key))].map(str::to_owned);
    Heat { right, up, cells, below, beside, scale, framed: page.words.base.to_owned() }
}

/// One axis as a row of cells.
fn cells_of(page: &Page, key: &str, axis: usize) -> (Spec, String) {
    let facts = &page.data.axes[axis];
    let at = |level: &String| {
        let points: Vec<&PointFacts> = page.data.points.iter().filter(|point| point.values[axis] == *level).collect();
        cell(page, key, &points)
    };
    let cells = vec![facts.levels.iter().map(at).collect()];
    let right = facts.levels.iter().map(|level| page.value(axis, level)).collect();
    let heat = heat(page, key, (right, vec![String::new()]), cells, [page.axis(axis), String::new()]);
    let id = if page.data.axes.len() == 1 { id(key) } else { format!("{}-{}", id(key), axis + 1) };
    spec(page, key, (id, &[axis]), Content::Heat(heat))
}

/// Two keys on a grid: cells. The one with fewer levels lies to the right if the other one has many.
fn grid(page: &Page, key: &str, html: &mut Html) {
    let axes = &page.data.axes;
    let (right, up) = if axes[0].levels.len() > COLUMNS.max(axes[1].levels.len()) { (1, 0) } else { (0, 1) };
    let at = |x: &String, y: &String| {
        let found = page.data.points.iter().find(|point| point.values[right] == *x && point.values[up] == *y);
        found.and_then(|point| cell(page, key, &[point]))
    };
    let cells = axes[up].levels.iter().map(|y| axes[right].levels.iter().map(|x| at(x, y)).collect()).collect();
    let words = |axis: usize| axes[axis].levels.iter().map(|level| page.value(axis, level)).collect::<Vec<_>>();
    let heat = heat(page, key, (words(right), words(up)), cells, [page.axis(right), page.axis(up)]);
    write(page, key, spec(page, key, (id(key), &[right, up]), Content::Heat(heat)), page.words.reading, html);
}

/// One of several keys: every point as a dot, and the mean of those with about the same value.
fn panel(page: &Page, key: &str, axis: usize, html: &mut Html) {
    let numbers = page.numbers(axis);
    if numbers.is_empty() {
        return write(page, key, cells_of(page, key, axis), page.words.panels, html);
    }
    let dots: Vec<(f64, f64)> = numbers
        .into_iter()
        .zip(&page.data.points)
        .filter_map(|(x, point)| Some((x, point.horizon(key)?.difference?)))
        .collect();
    let lang = page.lang;
    let [dot, line] = page.words.dots.map(str::to_owned);
    let plot = Plot {
        curves: vec![Curve { name: line, points: means(&dots), band: None, dashed: false }],
        dots: vec![Dots { name: dot, points: dots, large: false, hollow: false }],
        right_label: Box::new(move |x| wording::tick(lang, x)),
        below: page.axis(axis),
        holds: (Vec::new(), vec![0.0]),
        corners: None,
    };
    let told = spec(page, key, (format!("{}-{}", id(key), axis + 1), &[axis]), Content::Plot(plot));
    write(page, key, told, page.words.panels, html);
}

/// The mean of points with one value where there are few values, else of those in each part of the range.
fn means(dots: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut ordered = dots.to_vec();
    ordered.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut values: Vec<f64> = ordered.iter().map(|dot| dot.0).collect();
    values.dedup();
    let (Some(first), Some(last)) = (values.first().copied(), values.last().copied()) else { return Vec::new() };
    let part = |x: f64| {
        if values.len() <= 2 * PARTS {
            values.iter().position(|value| value.total_cmp(&x).is_eq()).unwrap_or(0)
        } else {
            (((x - first) / (last - first) * PARTS as f64) as usize).min(PARTS - 1)
        }
    };
    let mut parts: Vec<Vec<(f64, f64)>> = vec![Vec::new(); values.len().clamp(PARTS, 2 * PARTS)];
    for dot in ordered {
        parts[part(dot.0)].push(dot);
    }
    let middle = |of: &Vec<(f64, f64)>| {
        let (x, y): (Vec<f64>, Vec<f64>) = of.iter().copied().unzip();
        Some((mean(&x)?, mean(&y)?))
    };
    parts.iter().filter_map(middle).collect()
}

#[cfg(test)]
mod tests {
    use super::means;

    #[test]
    fn points_with_one_value_have_one_mean_and_many_values_are_put_together() {
        let few = [(1.0, 2.0), (0.0, 4.0), (1.0, 4.0), (0.0, 8.0)];
        assert_eq!(means(&few), [(0.0, 6.0), (1.0, 3.0)]);
        // 20 values from 0 to 19 in five parts: four each, but for what lies at the borders 3.8, 7.6, 11.4 and 15.2.
        let many: Vec<(f64, f64)> = (0..20).map(|i| (f64::from(i), f64::from(i) * 2.0)).collect();
        let found = means(&many);
        assert_eq!(found, [(1.5, 3.0), (5.5, 11.0), (9.5, 19.0), (13.5, 27.0), (17.5, 35.0)]);
    }
}
