//! The professionals of the team: who leaves and what goes with them, and the weeks of one of them.

use super::{Cell, Html, MISSING, Page, Table, horizon};
use crate::experiment::{Comparison, Lives, WorkWeek, year_and_month};
use crate::report::wording::{self, WorkWords};
use crate::units::Week;

/// What is told of who leaves, and of who stays.
const LEAVING: [&str; 8] = [
    "professionals.left",
    "professionals.experience_left",
    "professionals.handed_over",
    "professionals.experience",
    "professionals.vacant",
    "professionals.sickness",
    "professionals.hours_given",
    "professionals.productivity",
];

/// Who leaves the team under both plans, and what goes with them.
pub(super) fn leaving(page: &Page, comparison: &Comparison, html: &mut Html) {
    let work = WorkWords::of(page.lang);
    let [Some(left), Some(experience), Some(handed)] = [0, 1, 2].map(|i: usize| horizon(comparison, LEAVING[i])) else {
        return;
    };
    let level = |x: Option<f64>| x.map_or_else(|| MISSING.to_owned(), |x| wording::number(page.lang, x));
    let both = [level(left.variant_value), level(left.base_value)];
    let sentence = work.leaves(
        both.each_ref().map(String::as_str),
        &level(experience.variant_value),
        &level(handed.variant_value),
    );
    html.paragraph(&sentence);
    let rows = LEAVING.iter().filter_map(|key| horizon(comparison, key)).map(|d| (page.indicator(&d.indicator), d));
    page.judged_table(comparison, (work.leaving, ""), rows).write(html);
    html.note(work.leaving_note);
}

/// Weeks of one professional under both plans.
pub(super) fn weeks(page: &Page, lives: &Lives, html: &mut Html) {
    let [base, variant] = &lives.work;
    if base.is_empty() && variant.is_empty() {
        return;
    }
    let (voice, work) = (page.lang.life_voice(), WorkWords::of(page.lang));
    html.paragraph(work.intro);
    let month = |week: u32| {
        let (year, month) = year_and_month(Week(week as i32));
        voice.month(month, page.data.calendar(year as u32))
    };
    let words = voice.words();
    let heads = [words.when.to_owned(), page.title(&lives.base), page.title(&lives.variant)];
    let mut table = Table::new(work.caption, heads.into_iter().map(Cell::text).collect());
    let told = |week: &WorkWeek| Cell::lines(&work.week(week, week.first_left.map(month).as_deref()));
    for (base, variant) in base.iter().zip(variant) {
        table.row(vec![Cell::text(month(base.week)), told(base), told(variant)]);
    }
    table.write(html);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::catalogue;

    #[test]
    fn what_is_told_of_who_leaves_is_in_the_catalogue() {
        let keys: Vec<_> = catalogue::series().iter().map(|series| series.indicator.clone()).collect();
        assert!(LEAVING.iter().all(|key| keys.iter().any(|known| known == key)));
    }
}
