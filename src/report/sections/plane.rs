//! Euros beside the person-weeks that a plan avoids, in each world; and in how many of them it is worth it, by what an
//! avoided week may cost. No amount is marked as the right one.

use super::{Cell, Html, Measure, Page, Table};
use crate::experiment::{Comparison, Plane, amounts};
use crate::report::figures::{Content, Curve, Dots, Plot, Spec};
use crate::report::wording::{self, MISSING, PlaneWords};
use crate::units::WEEKS_PER_YEAR;

/// The amounts whose rows are shown; `acceptability.csv` has all.
const SHOWN: u32 = 250;

/// Both figures with their tables; nothing where a result has no planes.
pub(super) fn plane(page: &Page, comparison: &Comparison, html: &mut Html) {
    let of = |payer: &str| comparison.planes.iter().find(|plane| plane.payer == payer && !plane.discounted);
    let Some(all) = of("all") else { return };
    points(page, comparison, all, html);
    curve(page, comparison, all, of("municipality"), html);
}

/// What a plane is of: the payer, and whether later years count less.
fn named(page: &Page, plane: &Plane) -> String {
    let payer = page.voice.payer(&plane.payer);
    if !plane.discounted {
        return payer;
    }
    let rate = wording::exact_percent(page.lang, page.data.discount_rate);
    PlaneWords::of(page.lang).discounted(&payer, &rate)
}

/// So many samples of those of a plane, in words.
fn of_samples(page: &Page, plane: &Plane, samples: usize) -> String {
    page.voice.of(samples as u32, plane.points.len() as u32)
}

/// In how many samples it is worth it at an amount, in words.
fn worth(page: &Page, plane: &Plane, amount: u32) -> String {
    let share = plane.acceptable(f64::from(amount)).unwrap_or(0.0);
    of_samples(page, plane, libm::round(share * plane.points.len() as f64) as usize)
}

fn points(page: &Page, comparison: &Comparison, all: &Plane, html: &mut Html) {
    let words = PlaneWords::of(page.lang);
    let mut table = Table::new(words.title, super::heads(&words.columns));
    for plane in &comparison.planes {
        let mut cells = vec![Cell::text(named(page, plane))];
        cells.extend(plane.quarters().map(|quarter| Cell::number(of_samples(page, plane, quarter))));
        let means = plane.means().map_or([MISSING.to_owned(), MISSING.to_owned()], |(weeks, euros)| {
            [wording::signed(page.lang, weeks), Measure::Euros.difference(page.lang, euros)]
        });
        cells.extend(means.map(Cell::number));
        table.row(cells);
    }
    let [for_nothing, paid, ..] = all.quarters().map(|quarter| of_samples(page, all, quarter));
    let dots = |name: &str, points, large| Dots { name: name.to_owned(), points, large, hollow: large };
    let lang = page.lang;
    let spec = Spec {
        id: page.figure_id("plane", comparison),
        title: words.title.to_owned(),
        description: words.description.to_owned(),
        unit: words.euros.to_owned(),
        start_year: page.data.start_year,
        open: false,
        content: Content::Plot(Plot {
            dots: vec![
                dots(words.dots[0], all.points.iter().map(|point| (point.weeks, point.euros)).collect(), false),
                dots(words.dots[1], all.means().into_iter().collect(), true),
            ],
            curves: Vec::new(),
            right_label: Box::new(move |x| wording::tick(lang, x)),
            below: words.weeks.to_owned(),
            holds: (vec![0.0], vec![0.0]),
            corners: Some(words.corners.map(str::to_owned)),
        }),
    };
    let finding = words.finding(&for_nothing, &paid);
    let notes = [words.note, &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::signed_euros(lang, x), &finding, &notes, &table);
}

fn curve(page: &Page, comparison: &Comparison, all: &Plane, own: Option<&Plane>, html: &mut Html) {
    let words = PlaneWords::of(page.lang);
    let lang = page.lang;
    let mut heads = words.amounts.map(Cell::text).to_vec();
    heads.extend(comparison.planes.iter().map(|plane| Cell::number(named(page, plane))));
    let mut table = Table::new(words.curve, heads);
    for amount in amounts().filter(|amount| amount % SHOWN == 0) {
        let euros = |weeks: u32| wording::euros_to(lang, f64::from(amount * weeks), 1.0);
        let mut cells = vec![Cell::text(euros(1)), Cell::text(euros(WEEKS_PER_YEAR as u32))];
        cells.extend(comparison.planes.iter().map(|plane| Cell::number(worth(page, plane, amount))));
        table.row(cells);
    }
    let line = |plane: &Plane, dashed| Curve {
        name: page.voice.payer(&plane.payer),
        points: amounts()
            .filter_map(|amount| Some((f64::from(amount), 100.0 * plane.acceptable(f64::from(amount))?)))
            .collect(),
        band: None,
        dashed,
    };
    let spec = Spec {
        id: page.figure_id("acceptability", comparison),
        title: words.curve.to_owned(),
        description: words.curve_description.to_owned(),
        unit: words.axes[0].to_owned(),
        start_year: page.data.start_year,
        open: false,
        content: Content::Plot(Plot {
            dots: Vec::new(),
            curves: std::iter::once(line(all, false)).chain(own.map(|own| line(own, true))).collect(),
            right_label: Box::new(move |x| wording::euros_to(lang, x, 1.0)),
            below: words.axes[1].to_owned(),
            holds: (Vec::new(), vec![0.0, 100.0]),
            corners: None,
        }),
    };
    let most = amounts().last().unwrap_or(0);
    let at = |amount: u32| (wording::euros_to(lang, f64::from(amount), 1.0), worth(page, all, amount));
    let [nothing, some, highest] = [0, most / 4, most].map(at);
    let finding = words.curve_finding(&nothing.1, (&some.0, &some.1), (&highest.0, &highest.1));
    let notes = [words.choice, &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::tick(lang, x), &finding, &notes, &table);
}
