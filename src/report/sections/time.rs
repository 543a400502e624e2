//! `over-time` and `why`: the yearly course, what a monitor would show, and what each feedback carries.

use std::cmp::Ordering;

use super::{Cell, Html, MISSING, Measure, Page, Table, heads, triple};
use crate::experiment::{Comparison, LoopEffect, MEASURED_IN, NaiveTrue, Verdict, is_inactive};
use crate::links::LOOPS;
use crate::report::figures::{Content, Line, Spec};
use crate::report::keys;
use crate::report::wording::{self, Course, LoopWords, Sign, Things, Trend};

/// How the yearly cost goes, with the council term shaded; then naive beside true.
pub(in crate::report) fn over_time(page: &Page, html: &mut Html) {
    if page.data.comparisons.is_empty() {
        super::lines::severe_need_level(page, html);
        return;
    }
    page.per_variant(html, |comparison, html| {
        cost_fan(page, comparison, html);
        monitor(page, comparison, html);
    });
}

/// Whether a year is dearer: its verdict says.
const fn sign(verdict: Verdict) -> Sign {
    match verdict {
        Verdict::Worse | Verdict::Higher => Sign::Dearer,
        Verdict::Better | Verdict::Lower => Sign::Cheaper,
        Verdict::NoDifference => Sign::Same,
        Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => Sign::Unsure,
    }
}

/// How a difference goes over the years: the mean and the verdict of each.
fn course(years: &[(f64, Verdict)]) -> Course {
    let (first, last) = match years {
        [] => return Course::Only(Sign::Unsure),
        [only] => return Course::Only(sign(only.1)),
        [first, .., last] => (*first, *last),
    };
    let trend = match (wording::round_euros(last.0) / wording::round_euros(first.0)).abs() {
        r if r < 0.75 => Trend::Less,
        r if r > 4.0 / 3.0 => Trend::More,
        _ => Trend::Same,
    };
    match (sign(first.1), sign(last.1)) {
        (Sign::Dearer, Sign::Dearer) => Course::Dearer(trend),
        (Sign::Cheaper, Sign::Cheaper) => Course::Cheaper(trend),
        (first, last) => Course::From(first, last),
    }
}

fn cost_fan(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let yearly = page.data.yearly(comparison, keys::MUNICIPALITY);
    let complete: Vec<(f64, f64, f64)> = yearly.iter().filter_map(|(_, d)| triple(d)).collect();
    let (Some(first), Some(last)) = (complete.first(), complete.last()) else {
        html.paragraph(words.no_data);
        return;
    };
    if complete.len() != page.data.years as usize {
        html.paragraph(words.no_data);
        return;
    }
    let amount = |x: f64| wording::signed_euros(page.lang, x);
    let (from, to) = (page.data.start_year, page.data.last_year());
    let verdicts: Vec<(f64, Verdict)> = complete.iter().zip(&yearly).map(|(t, (_, d))| (t.0, d.verdict)).collect();
    let finding = page.voice.course(course(&verdicts));
    let undecided = verdicts.last().is_some_and(|(_, v)| v.is_undecided());
    let split = undecided && wording::round_euros(last.1) < 0.0 && wording::round_euros(last.2) > 0.0;
    let numbers = page.voice.course_numbers((from, &amount(first.0)), (to, &amount(last.0)), split);
    let spec = Spec {
        id: page.figure_id("cost-difference", comparison),
        open: false,
        title: words.cost_difference_title.to_owned(),
        description: page.voice.describe_course(
            (from, &amount(first.0)),
            (to, &amount(last.0)),
            &page.voice.range(&amount(last.1), &amount(last.2)),
        ),
        unit: String::new(),
        start_year: from,
        content: Content::Lines {
            lines: vec![Line {
                name: words.cost_difference_title.to_owned(),
                middle: complete.iter().map(|t| t.0).collect(),
                band: Some(complete.iter().map(|t| (t.1, t.2)).collect()),
                base: false,
            }],
            zero: Some((words.dearer.to_owned(), words.cheaper.to_owned())),
            term: Some((page.data.term_end_year, words.council_term.to_owned())),
            band: page.band(),
        },
    };
    let mut table =
        Table::new(words.cost_difference_title, heads(&[words.year, words.difference, words.low, words.high]));
    for (year, d) in &yearly {
        table.row(vec![
            Cell::text(page.data.calendar(*year).to_string()),
            Cell::number(page.change(Measure::Euros, d.difference)),
            Cell::number(page.change(Measure::Euros, d.p05)),
            Cell::number(page.change(Measure::Euros, d.p95)),
        ]);
    }
    let notes = [numbers.as_str(), &page.voice.prices(page.data.price_year), &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::signed_euros(page.lang, x), &finding, &notes, &table);
}

/// Whether a monitor points the same way as the true effect (equal) or the other way (less), as they are written beside
/// each other; `None` where only one of the two changes.
fn pointing(measure: Measure, naive: f64, effect: f64) -> Option<Ordering> {
    let way = |x: f64| match measure.rounded_in(x, &[naive, effect]).value {
        0.0 => Ordering::Equal,
        _ => x.total_cmp(&0.0),
    };
    match (way(naive), way(effect)) {
        (a, b) if a == b => Some(Ordering::Equal),
        (Ordering::Equal, _) | (_, Ordering::Equal) => None,
        _ => Some(Ordering::Less),
    }
}

/// How the base changes from the last year of its burn-in to the year of a row: a monitor shows that too, and it is no
/// effect of the plan.
fn drift(page: &Page, comparison: &Comparison, row: &NaiveTrue) -> Option<f64> {
    let after = page.data.summary(&comparison.base, &row.indicator, "all", row.year)?.level.mean?;
    Some(after - row.before?)
}

fn monitor(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    html.element("h3", &[], words.monitor_head);
    if comparison.naive.is_empty() {
        html.paragraph(words.monitor_none);
        return;
    }
    let ways = |n: &NaiveTrue| Some(pointing(Measure::of(&n.indicator, "persons"), n.naive?, n.true_effect?));
    let both: Vec<Option<Ordering>> = comparison.naive.iter().filter_map(ways).collect();
    let [same, wrong] =
        [Ordering::Equal, Ordering::Less].map(|way| both.iter().filter(|there| **there == Some(way)).count());
    let line = if both.is_empty() { String::new() } else { page.voice.monitor_line(same, wrong, both.len()) };
    let gap = comparison
        .naive
        .iter()
        .filter_map(|n| Some((n, n.naive?, n.true_effect?)))
        .max_by(|a, b| (a.1 - a.2).abs().total_cmp(&(b.1 - b.2).abs()))
        .map(|(n, naive, truth)| {
            let text = |key: &str, x| page.change(Measure::of(key, "persons"), Some(x));
            let name = page.voice.registered(&page.indicator(&n.indicator), page.data.calendar(n.year));
            let drift = drift(page, comparison, n).filter(|x| !Measure::of(&n.indicator, "persons").is_nil(*x));
            let drift = drift.map(|x| text(&n.indicator, x));
            page.voice.monitor_gap(&name, &text(&n.indicator, naive), drift.as_deref(), &text(&n.true_indicator, truth))
        });
    html.paragraph(&format!("{} {line} {}", words.monitor_intro, gap.unwrap_or_default()));
    let mut columns = heads(&words.monitor_columns);
    columns[4] = Cell::text(words.monitor_columns[4]);
    let mut table = Table::new(words.monitor_caption, columns);
    for row in &comparison.naive {
        let measure = Measure::of(&row.indicator, "persons");
        let changes = [row.naive, drift(page, comparison, row), row.true_effect];
        let beside: Vec<f64> = changes.into_iter().flatten().collect();
        let before = row.before.filter(|_| !beside.is_empty()).map(|x| measure.level_beside(page.lang, x, &beside));
        let [naive, drift, truth] = changes.map(|x| {
            Cell::number(x.map_or_else(|| MISSING.to_owned(), |x| measure.difference_in(page.lang, x, &beside)))
        });
        table.row(vec![
            Cell::text(page.voice.registered(&page.indicator(&row.indicator), page.data.calendar(row.year))),
            Cell::number(before.unwrap_or_else(|| page.level(measure, row.before))),
            naive,
            drift,
            Cell::text(page.indicator(&row.true_indicator)),
            truth,
        ]);
    }
    table.write(html);
}

/// What each feedback carries, as far as it is told from zero.
pub(in crate::report) fn why(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    if page.data.comparisons.is_empty() {
        html.paragraph(words.single_run);
        return;
    }
    let Some(any) = page.data.comparisons.iter().flat_map(|c| &c.loops).max_by_key(|e| e.samples) else {
        html.paragraph(words.why_none[usize::from(page.data.provenance.on_page)]);
        return;
    };
    html.paragraph(&page.voice.why_intro(any.samples));
    if any.residents < page.data.district.residents {
        html.paragraph(&page.voice.why_smaller(&wording::counted(page.lang, any.residents, Things::Residents)));
    }
    page.per_variant(html, |comparison, html| {
        loops_table(page, comparison).write(html);
        loops_told(page, comparison, html);
    });
    let names: Vec<&str> = LOOPS.iter().filter(|l| is_inactive(l.0)).map(|l| loop_name(page, l.0)).collect();
    if !names.is_empty() {
        html.paragraph(&page.voice.inactive(&names.join(". "), MEASURED_IN));
    }
    html.note(LoopWords::of(page.lang).pointer);
}

/// The keys of one kind in the effects of a comparison, each once, in their order.
fn keys_of<'a>(comparison: &'a Comparison, key: impl Fn(&'a LoopEffect) -> &'a str) -> Vec<&'a str> {
    let mut keys = Vec::new();
    for key in comparison.loops.iter().map(key) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// A column per figure: the difference of the scale model beside that of the district, and a row for each feedback that
/// carries a part which is told from zero.
fn loops_table(page: &Page, comparison: &Comparison) -> Table {
    let words = page.voice.words();
    let indicators = keys_of(comparison, |e| &e.indicator);
    let mut columns = vec![Cell::text(words.why_head)];
    columns.extend(indicators.iter().map(|i| Cell::number(page.indicator(i))));
    let mut table = Table::new(words.why_caption, columns);
    let row = |name: String, of: &dyn Fn(&LoopEffect) -> Option<String>, feedback: Option<&str>| -> Vec<Cell> {
        let effect = |indicator: &&str| {
            let is_asked = |e: &&LoopEffect| e.indicator == *indicator && feedback.is_none_or(|f| e.feedback == f);
            comparison.loops.iter().find(is_asked).and_then(of).unwrap_or_else(|| MISSING.to_owned())
        };
        std::iter::once(Cell::text(name)).chain(indicators.iter().map(|i| Cell::number(effect(i)))).collect()
    };
    let change = |e: &LoopEffect, x: Option<f64>| Some(page.change(Measure::of(&e.indicator, "persons"), x));
    let smaller = comparison.loops.first().map(|e| e.residents).filter(|&r| r < page.data.district.residents);
    let base = smaller.map_or_else(
        || words.why_whole.to_owned(),
        |residents| page.voice.scale_model(&wording::counted(page.lang, residents, Things::Residents)),
    );
    table.total(row(base, &|e| change(e, e.whole), None));
    if smaller.is_some() {
        let [itself, agree] = words.why_check;
        table.row(row(itself.to_owned(), &|e| change(e, e.district), None));
        let word = |e: &LoopEffect| e.agrees.map(|yes| if yes { words.yes } else { words.no }.to_owned());
        table.row(row(agree.to_owned(), &word, None));
    }
    for feedback in keys_of(comparison, |e| &e.feedback).into_iter().filter(|f| is_named(comparison, f)) {
        let part = |e: &LoopEffect| change(e, e.part).filter(|_| e.named);
        table.row(row(page.voice.carried_by(loop_name(page, feedback)), &part, Some(feedback)));
    }
    table
}

/// Whether a feedback carries a part of some figure that is told from zero.
fn is_named(comparison: &Comparison, feedback: &str) -> bool {
    comparison.loops.iter().any(|e| e.feedback == feedback && e.named)
}

fn loop_name<'a>(page: &Page, feedback: &'a str) -> &'a str {
    LOOPS.iter().find(|l| l.0 == feedback).map_or(feedback, |l| page.voice.loop_name(l.1, l.2))
}

/// Writes what each feedback carries, as far as it is told from zero; tells whether any does.
pub(in crate::report) fn carried(page: &Page, comparison: &Comparison, html: &mut Html) -> bool {
    let any = comparison.loops.iter().any(|effect| effect.named);
    if any {
        let residents = comparison.loops.first().map_or(0, |e| e.residents);
        html.paragraph(&page.voice.why_smaller(&wording::counted(page.lang, residents, Things::Residents)));
        loops_table(page, comparison).write(html);
    }
    any
}

/// The feedbacks of which nothing is told, in one line; and where the scale model is no guide to the district.
fn loops_told(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    // Where no cut changes anything there is no test either.
    let changes_nothing = comparison.loops.iter().all(|e| e.part == Some(0.0));
    if comparison.loops.iter().all(|e| e.p_value.is_none()) && !changes_nothing {
        html.paragraph(words.why_few);
        return;
    }
    let feedbacks = keys_of(comparison, |e| &e.feedback);
    let (named, others): (Vec<&str>, Vec<&str>) = feedbacks.into_iter().partition(|f| is_named(comparison, f));
    let names: Vec<&str> = others.into_iter().map(|f| loop_name(page, f)).collect();
    let line = match (named.is_empty(), names.is_empty()) {
        (true, _) => words.why_nothing.to_owned(),
        (false, true) => String::new(),
        (false, false) => page.voice.carry_nothing(&names.join(". ")),
    };
    // Where the district itself was taken there is no scale model to match it.
    let smaller = |e: &&LoopEffect| e.residents < page.data.district.residents;
    let off = comparison.loops.iter().filter(|e| e.agrees == Some(false)).filter(smaller);
    let mut off: Vec<String> = off.map(|e| page.indicator(&e.indicator).to_lowercase()).collect();
    off.dedup();
    off.sort_unstable();
    off.dedup();
    let off = if off.is_empty() { String::new() } else { page.voice.scale_off(&off, !named.is_empty()) };
    let [rule, hidden] = words.why_rule;
    let rule = if named.is_empty() { "" } else { rule };
    let told = [line.as_str(), rule, hidden, &off].into_iter().filter(|text| !text.is_empty());
    html.paragraph(&told.collect::<Vec<&str>>().join(" "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_follows_the_verdicts() {
        use Verdict::{Better, NoDifference, UndecidedComputing, UndecidedKnowledge, Worse};
        let of = |first, last| course(&[first, (0.0, UndecidedKnowledge), last]);
        assert_eq!(of((290_000.0, Worse), (70_000.0, Worse)), Course::Dearer(Trend::Less));
        assert_eq!(of((290_000.0, Worse), (-70_000.0, Better)), Course::From(Sign::Dearer, Sign::Cheaper));
        assert_eq!(of((-50_000.0, Better), (-51_000.0, Better)), Course::Cheaper(Trend::Same));
        assert_eq!(of((0.2, NoDifference), (0.3, NoDifference)), Course::From(Sign::Same, Sign::Same));
        assert_eq!(of((-6_000.0, UndecidedComputing), (90_000.0, Worse)), Course::From(Sign::Unsure, Sign::Dearer));
        assert_eq!(course(&[(5.0, Worse)]), Course::Only(Sign::Dearer));
    }

    #[test]
    fn a_monitor_that_moves_where_nothing_does_points_no_way() {
        let pointing = |naive, effect| pointing(Measure::of("need.open", "persons"), naive, effect);
        assert_eq!(pointing(4.0, 2.0), Some(Ordering::Equal));
        assert_eq!(pointing(4.0, -2.0), Some(Ordering::Less));
        assert_eq!(pointing(4.0, 0.0), None);
        assert_eq!(pointing(0.0, -2.0), None);
        assert_eq!(pointing(33.0, -0.3), None, "beside 33 it is written as zero");
    }
}
