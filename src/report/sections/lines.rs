//! `for-whom` and `first-second`: groups, and the two lines in hours and in euros.

use super::{Cell, Html, MISSING, Measure, Page, Table, horizon};
use crate::entities::Account;
use crate::experiment::{Comparison, Difference, Period, SUBSTITUTION_MEASURES, Substitution, substitution};
use crate::report::figures::{Content, Line, Spec, Stack};
use crate::report::keys;
use crate::report::wording::{self, Things};

/// Severe need without help by group, and its course in both scenarios.
pub(in crate::report) fn for_whom(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    if page.data.comparisons.is_empty() {
        html.paragraph(words.single_run);
        return;
    }
    page.per_variant(html, |comparison, html| {
        let rows: Vec<(&str, &Difference)> = keys::GROUPS
            .into_iter()
            .filter_map(|group| Some((group, comparison.find(keys::SEVERE_UNHELPED, group, Period::Horizon)?)))
            .collect();
        if rows.is_empty() {
            html.paragraph(words.no_data);
        } else {
            let verdicts = rows.iter().map(|(group, d)| (page.voice.group(group), d.verdict));
            let lines = page.voice.groups_lines(&Page::by_verdict(verdicts));
            html.inside("ul", &[], |h| lines.iter().for_each(|line| h.element("li", &[], line)));
            groups_table(page, comparison, &rows).write(html);
        }
        severe_need_difference(page, comparison, html);
    });
}

fn groups_table(page: &Page, comparison: &Comparison, rows: &[(&str, &Difference)]) -> Table {
    let words = page.voice.words();
    let heads = vec![
        Cell::text(words.group),
        Cell::number(page.title(&comparison.base)),
        Cell::number(page.title(&comparison.variant)),
        Cell::number(words.difference),
        Cell::number(words.range),
        Cell::text(words.verdict),
    ];
    let mut table = Table::new(words.groups_caption, heads);
    for (group, d) in rows {
        let mut cells = vec![Cell::text(page.voice.group(group))];
        cells.extend(page.beside(d).map(Cell::number));
        cells.extend([Cell::number(page.range(d)), page.verdict(d)]);
        table.row(cells);
    }
    table
}

/// The scenarios to draw: the base and the variant, or the one of a single run.
fn drawn(page: &Page, comparison: Option<&Comparison>) -> Vec<(String, bool)> {
    match comparison {
        Some(c) => vec![(c.base.clone(), true), (c.variant.clone(), false)],
        None => page.data.scenarios.first().map(|s| (s.name.clone(), false)).into_iter().collect(),
    }
}

fn id(page: &Page, name: &str, comparison: Option<&Comparison>) -> String {
    comparison.map_or_else(|| name.to_owned(), |c| page.figure_id(name, c))
}

/// A line of a series, with a band if the summaries have one; `None` if a year is missing.
fn line(page: &Page, scenario: &str, indicator: &str, name: String, base: bool, scale: f64) -> Option<Line> {
    let middle = page.data.means(scenario, indicator, "all")?;
    let band: Option<Vec<(f64, f64)>> = (0..page.data.years)
        .map(|year| {
            let s = page.data.summary(scenario, indicator, "all", year)?;
            Some((s.level.p05? / scale, s.level.p95? / scale))
        })
        .collect();
    Some(Line { name, middle: middle.into_iter().map(|x| x / scale).collect(), band, base })
}

/// Severe need without help over the years, in the one scenario of a single run.
pub(super) fn severe_need_level(page: &Page, html: &mut Html) {
    let title = page.voice.words().need_title;
    let Some(lines) = severe_need_lines(page, None) else {
        html.paragraph(page.voice.words().no_data);
        return;
    };
    let finding = format!("{title}. {}: {}.", page.data.last_year(), last_people(page, &lines[0]));
    let table = lines_table(page, title, &lines, |_, x| Measure::Count.level(page.lang, x));
    let spec = severe_need_figure(page, None, title, lines);
    page.figure(html, &spec, &|x| wording::tick(page.lang, x), &finding, &[], &table);
}

/// What differs between two scenarios in it. The bands of the two would lie on each other: their means are in the
/// table.
fn severe_need_difference(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let difference = difference_line(page, comparison, keys::SEVERE_UNHELPED, words.difference, 1.0);
    let (Some(lines), Some(difference)) = (severe_need_lines(page, Some(comparison)), difference) else {
        html.paragraph(words.no_data);
        return;
    };
    let [base, variant] = lines.as_slice() else { return };
    let [last, change] = [base, &difference].map(|line| line.middle.last().copied().unwrap_or_default());
    // Where the table has whole people the sentence has the same ones.
    let changed = if change.abs() < 9.95 { last + change } else { libm::round(last) + libm::round(change) };
    let people = [last, changed].map(|x| people(page, x));
    let finding = page.voice.need_finding(page.data.last_year(), (&base.name, &people[0]), (&variant.name, &people[1]));
    let table = severe_need_table(page, [base, variant, &difference]);
    let spec = severe_need_figure(page, Some(comparison), words.need_difference_title, vec![difference]);
    let last = comparison.find(keys::SEVERE_UNHELPED, "all", Period::Year(page.data.years.saturating_sub(1)));
    let doubt = last.map_or("", |d| page.doubt(&[d.verdict]));
    let notes = [doubt, words.need_difference_note, &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::signed_tick(page.lang, x), &finding, &notes, &table);
}

/// Both scenarios and the difference by year, rounded alike; the difference alone has a band here.
fn severe_need_table(page: &Page, [base, variant, difference]: [&Line; 3]) -> Table {
    let words = page.voice.words();
    let mut table = Table::new(
        words.need_title,
        super::heads(&[words.year, &base.name, &variant.name, &difference.name, words.low, words.high]),
    );
    let years = base.middle.iter().zip(&difference.middle).zip(difference.band.iter().flatten());
    for (year, ((base, change), (low, high))) in years.enumerate() {
        let mut cells = vec![Cell::text(page.data.calendar(year as u32).to_string())];
        cells.extend(Measure::Count.beside(page.lang, *base, *change).map(Cell::number));
        cells.extend([low, high].map(|x| Cell::number(Measure::Count.difference(page.lang, *x))));
        table.row(cells);
    }
    table
}

/// The levels in the scenarios to draw; `None` if there is nothing to be drawn.
fn severe_need_lines(page: &Page, comparison: Option<&Comparison>) -> Option<Vec<Line>> {
    let scenarios = drawn(page, comparison);
    let level = |(name, base): &(String, bool)| line(page, name, keys::SEVERE_UNHELPED, page.title(name), *base, 1.0);
    let lines: Option<Vec<Line>> = scenarios.iter().map(level).collect();
    lines.filter(|l| !l.is_empty() && page.data.years > 0)
}

/// People in the last year of a line.
fn last_people(page: &Page, line: &Line) -> String {
    let last = line.middle.last().copied().filter(|x| x.is_finite());
    last.map_or_else(|| MISSING.to_owned(), |x| people(page, x))
}

fn people(page: &Page, x: f64) -> String {
    wording::counted(page.lang, libm::round(x) as u32, Things::People)
}

fn severe_need_figure(page: &Page, comparison: Option<&Comparison>, title: &str, lines: Vec<Line>) -> Spec {
    let words = page.voice.words();
    let zero = comparison.map(|_| (words.more.to_owned(), words.fewer.to_owned()));
    Spec {
        id: id(page, "severe-need", comparison),
        open: false,
        title: title.to_owned(),
        description: page.voice.describe_lines(title, page.data.start_year, page.data.last_year()),
        unit: String::new(),
        start_year: page.data.start_year,
        content: Content::Lines {
            lines,
            zero,
            term: Some((page.data.term_end_year, words.council_term.to_owned())),
            band: page.band(),
        },
    }
}

/// The difference of an indicator in every year, with its band; `None` if a year is missing.
fn difference_line(page: &Page, comparison: &Comparison, key: &str, name: &str, scale: f64) -> Option<Line> {
    let rows = page.data.yearly(comparison, key);
    let complete: Vec<(f64, f64, f64)> = rows.iter().filter_map(|(_, d)| super::time::triple(d)).collect();
    (complete.len() == page.data.years as usize).then(|| Line {
        name: name.to_owned(),
        middle: complete.iter().map(|t| t.0 / scale).collect(),
        band: Some(complete.iter().map(|t| (t.1 / scale, t.2 / scale)).collect()),
        base: false,
    })
}

/// Lines as a table: a column per line and, where it has a band, its low and high.
fn lines_table(page: &Page, caption: &str, lines: &[Line], write: impl Fn(&Line, f64) -> String) -> Table {
    let words = page.voice.words();
    let mut columns = vec![Cell::text(words.year)];
    for line in lines {
        columns.push(Cell::number(&line.name));
        if line.band.is_some() {
            columns.push(Cell::number(words.low));
            columns.push(Cell::number(words.high));
        }
    }
    let mut table = Table::new(caption, columns);
    for year in 0..page.data.years {
        let mut cells = vec![Cell::text(page.data.calendar(year).to_string())];
        for line in lines {
            cells.push(Cell::number(write(line, line.middle[year as usize])));
            if let Some(band) = &line.band {
                cells.push(Cell::number(write(line, band[year as usize].0)));
                cells.push(Cell::number(write(line, band[year as usize].1)));
            }
        }
        table.row(cells);
    }
    table
}

/// Hours of both lines, and the same in euros by payer.
pub(in crate::report) fn first_second(page: &Page, html: &mut Html) {
    if page.data.comparisons.is_empty() {
        html.paragraph(page.voice.words().single_run);
        return;
    }
    page.per_variant(html, |comparison, html| {
        hours(page, comparison, html);
        exchange(page, comparison, html);
        found_at_doors(page, comparison, html);
        costs(page, Some(comparison), html);
    });
    html.paragraph(page.voice.words().flows_to_come);
}

/// What the first line does more for what the second line does less, in hours and in euros.
fn exchange(page: &Page, comparison: &Comparison, html: &mut Html) {
    let lines: Vec<String> = SUBSTITUTION_MEASURES
        .iter()
        .filter_map(|measure| substitution(comparison, measure))
        .map(|s| told(page, &s))
        .collect();
    if !lines.is_empty() {
        html.inside("ul", &[], |h| lines.iter().for_each(|line| h.element("li", &[], line)));
    }
    if let [Some(hours), Some(euros)] = keys::AT_HOME.map(|key| horizon(comparison, key)) {
        let text = |measure: Measure, d: &Difference| page.change(measure, d.difference);
        html.paragraph(&page.voice.help_at_home(&text(Measure::Hours, hours), &text(Measure::Euros, euros)));
    }
}

fn told(page: &Page, s: &Substitution) -> String {
    let euros = s.measure == "euros";
    // Per one less of the second line; the other way round where that rises: the same number.
    let rises = s.second > 0.0;
    let rate = |x: f64| page.voice.rate(if rises { -x } else { x }, euros);
    let range = match (s.p05, s.p95) {
        (Some(low), Some(high)) if rises => format!(" ({})", page.voice.range(&rate(high), &rate(low))),
        (Some(low), Some(high)) => format!(" ({})", page.voice.range(&rate(low), &rate(high))),
        _ => String::new(),
    };
    page.voice.exchange(s.exchange, euros, &s.ratio.map(rate).unwrap_or_default(), &range)
}

/// What visits bring to light: whether a plan to go out is carried out, which pressure on the team decides, differs
/// between samples.
fn found_at_doors(page: &Page, comparison: &Comparison, html: &mut Html) {
    let Some(d) = horizon(comparison, keys::FOUND_AT_DOORS).filter(|d| d.p05 != Some(0.0) || d.p95 != Some(0.0)) else {
        return;
    };
    let measure = Measure::of(&d.indicator, d.unit);
    let (found, range) = (page.more_or_less(measure, d.difference), page.range(d));
    let worlds = d.share_better.map(|share| page.worlds(share));
    html.paragraph(&page.voice.found_at_doors(&page.indicator(keys::FOUND_AT_DOORS), &found, &range, worlds));
}

fn hours(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let differences = [keys::HOURS_FIRST, keys::HOURS_SECOND].map(|key| horizon(comparison, key));
    let [Some(first), Some(second)] = differences else {
        html.paragraph(words.no_data);
        return;
    };
    let text = |d: &Difference| page.change(Measure::Hours, d.difference);
    let finding = page.voice.hours_finding(&text(first), &text(second));
    let thousands = |key: &str, name: &str| difference_line(page, comparison, key, name, 1000.0);
    let second_line = thousands(keys::HOURS_SECOND, words.second_line).map(|l| Line { base: true, ..l });
    let lines: Option<Vec<Line>> = [second_line, thousands(keys::HOURS_FIRST, words.first_line)].into_iter().collect();
    let Some(lines) = lines.filter(|_| page.data.years > 0) else {
        html.paragraph(&finding);
        return;
    };
    let (from, to) = (page.data.start_year, page.data.last_year());
    let table = lines_table(page, words.hours_title, &lines, |_, x| Measure::Hours.difference(page.lang, x * 1000.0));
    let spec = Spec {
        id: page.figure_id("hours", comparison),
        open: false,
        title: words.hours_title.to_owned(),
        description: page.voice.describe_lines(words.hours_title, from, to),
        unit: words.thousands_of_hours.to_owned(),
        start_year: from,
        content: Content::Lines {
            lines,
            zero: Some((words.more.to_owned(), words.fewer.to_owned())),
            term: Some((page.data.term_end_year, words.council_term.to_owned())),
            band: page.band(),
        },
    };
    // With teams of one size, hours differ by what the levers take from them.
    let same_team = comparison.closure == "hours" && first.difference.is_some_and(|x| libm::round(x) != 0.0);
    let note = if same_team { words.hours_note } else { "" };
    let notes = [page.doubt(&[first.verdict, second.verdict]), note, &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::signed_tick(page.lang, x), &finding, &notes, &table);
}

/// The most parts that a stack has; smaller payers are shown together.
const PARTS: usize = 7;

/// Yearly cost by payer, base beside variant.
pub(super) fn costs(page: &Page, comparison: Option<&Comparison>, html: &mut Html) {
    let words = page.voice.words();
    let scenarios: Vec<String> = drawn(page, comparison).into_iter().map(|(name, _)| name).collect();
    let means = |scenario: &str, account: Account| {
        page.data.means(scenario, &format!("euros.{}", account.key()), "all").unwrap_or_default()
    };
    let total = |account: Account| -> f64 { scenarios.iter().flat_map(|s| means(s, account)).sum() };
    let mut payers: Vec<(Account, f64)> = Account::ALL
        .into_iter()
        .filter(|a| a.is_payer())
        .map(|a| (a, total(a)))
        .filter(|(_, sum)| *sum > 0.0)
        .collect();
    if payers.is_empty() || page.data.years == 0 {
        html.paragraph(words.no_data);
        return;
    }
    // The largest keep the order of the accounts, so that the municipality's parts stay together.
    let mut sizes: Vec<f64> = payers.iter().map(|p| p.1).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(PARTS - 1).copied().unwrap_or(0.0);
    let (large, small): (Vec<_>, Vec<_>) = payers.drain(..).partition(|p| p.1 >= least);
    let mut names: Vec<String> = large.iter().map(|p| page.voice.payer(p.0.key())).collect();
    if !small.is_empty() {
        names.push(words.other_payers.to_owned());
    }
    let years = page.data.years as usize;
    let add = |accounts: &[(Account, f64)], scenario: &str| {
        let mut sums = vec![0.0; years];
        for (account, _) in accounts {
            for (sum, x) in sums.iter_mut().zip(means(scenario, *account)) {
                *sum += x / 1e6;
            }
        }
        sums
    };
    let panels: Vec<Stack> = scenarios
        .iter()
        .map(|scenario| {
            let mut parts: Vec<Vec<f64>> = large.iter().map(|p| add(&[*p], scenario)).collect();
            if !small.is_empty() {
                parts.push(add(&small, scenario));
            }
            Stack { title: page.title(scenario), parts }
        })
        .collect();
    costs_figure(page, comparison, panels, names, html);
}

fn costs_figure(page: &Page, comparison: Option<&Comparison>, panels: Vec<Stack>, names: Vec<String>, html: &mut Html) {
    let words = page.voice.words();
    let years = f64::from(page.data.years);
    let mean = |parts: &[Vec<f64>]| parts.iter().flatten().sum::<f64>() / years;
    // Two panels are rounded alike, so that one less the other is the difference that stands with the payers.
    let texts = |means: Vec<f64>| match means.as_slice() {
        [base, variant] => Measure::Euros.beside(page.lang, base * 1e6, (variant - base) * 1e6)[..2].to_vec(),
        means => means.iter().map(|x| wording::euros(page.lang, x * 1e6)).collect(),
    };
    let means = texts(panels.iter().map(|p| mean(&p.parts)).collect());
    let finding = if let [base, variant] = panels.as_slice() {
        page.voice.costs_finding((&base.title, &means[0]), (&variant.title, &means[1]))
    } else {
        format!("{}: {}.", words.mean_per_year, means[0])
    };
    let mut columns = vec![Cell::text(words.payer)];
    columns.extend(panels.iter().map(|p| Cell::number(&p.title)));
    let mut table = Table::new(format!("{} ({})", words.costs_title, words.mean_per_year.to_lowercase()), columns);
    for (i, name) in names.iter().enumerate() {
        let mut cells = vec![Cell::text(name)];
        cells.extend(texts(panels.iter().map(|p| mean(&p.parts[i..=i])).collect()).into_iter().map(Cell::number));
        table.row(cells);
    }
    let mut totals = vec![Cell::text(words.total)];
    totals.extend(means.iter().map(Cell::number));
    table.total(totals);
    let (from, to) = (page.data.start_year, page.data.last_year());
    let spec = Spec {
        id: id(page, "costs-by-payer", comparison),
        open: false,
        title: words.costs_title.to_owned(),
        description: page.voice.describe_lines(words.costs_title, from, to),
        unit: words.millions.to_owned(),
        start_year: from,
        content: Content::Stacks { panels, names },
    };
    let stands = comparison.map_or_else(String::new, |comparison| page.stands(comparison));
    let notes = [words.rounded, &page.voice.prices(page.data.price_year), &stands];
    page.figure(html, &spec, &|x| wording::tick(page.lang, x), &finding, &notes, &table);
}
