//! `for-whom` and `first-second`: groups, and the two lines in hours and in euros.

use super::districts::districts;
use super::flows::flows;
use super::persons::persons;
use super::professionals;
use super::teams::teams;
use super::{Cell, Html, MISSING, Measure, Page, Table, horizon};
use crate::entities::Account;
use crate::experiment::{Comparison, Difference, Period, SUBSTITUTION_MEASURES, Substitution, Verdict, substitution};
use crate::report::figures::{Content, Line, Spec, Stack};
use crate::report::keys;
use crate::report::wording::{self, Things};

/// Severe need without help by group, and its course in both scenarios.
pub(in crate::report) fn for_whom(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    if page.data.comparisons.is_empty() {
        html.paragraph(words.single_run);
        districts(page, html);
        persons(page, html);
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
            let named = rows.iter().map(|(group, d)| (page.voice.group(group), *d));
            page.judged_table(comparison, (words.groups_caption, words.group), named).write(html);
        }
        visitors_table(page, comparison, html);
        severe_need_difference(page, comparison, html);
    });
    districts(page, html);
    persons(page, html);
}

/// For which groups severe need without help is better, worse, undecided or the same.
pub(in crate::report) fn group_lines(page: &Page, comparison: &Comparison) -> Vec<String> {
    let of = |group: &'static str| {
        let d = comparison.find(keys::SEVERE_UNHELPED, group, Period::Horizon)?;
        Some((page.voice.group(group), d.verdict))
    };
    page.voice.groups_lines(&Page::by_verdict(keys::GROUPS.into_iter().filter_map(of)))
}

/// Visitors of facilities by group, where a plan has any.
fn visitors_table(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let of = |group: &'static str| Some((group, comparison.find(keys::VISITORS, group, Period::Horizon)?));
    let rows: Vec<(&str, &Difference)> = keys::GROUPS.into_iter().filter_map(of).collect();
    if rows.iter().all(|(_, d)| super::pays_nothing(d)) {
        return;
    }
    let heads = [words.group, &page.title(&comparison.base), &page.title(&comparison.variant), words.of_thousand];
    let mut table = Table::new(words.visitors_caption, super::heads(&heads));
    for (group, d) in rows {
        let [base, variant, _] = page.beside(d);
        let size = comparison.find("residents", group, Period::Horizon).and_then(|size| size.variant_value);
        let share = d.variant_value.zip(size).filter(|(_, size)| *size > 0.0).map(|(x, size)| x / size * 1000.0);
        let share = share.map_or_else(|| MISSING.to_owned(), |x| wording::number(page.lang, x));
        let mut cells = vec![Cell::text(page.voice.group(group))];
        cells.extend([base, variant, share].map(Cell::number));
        table.row(cells);
    }
    table.write(html);
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
    let table = lines_table(page, title, &lines, |x, row| Measure::Count.level_in(page.lang, x, row));
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
    let range = difference.band.iter().flatten().last().map_or([change; 2], |&(low, high)| [low, high]);
    // Where the table has whole people the sentence has the same ones.
    let whole = Measure::Count.is_whole_in(change, &range);
    let changed = if whole { libm::round(last) + libm::round(change) } else { last + change };
    let people = [last, changed].map(|x| people(page, x));
    let of_last = comparison.find(keys::SEVERE_UNHELPED, "all", Period::Year(page.data.years.saturating_sub(1)));
    let verdict = of_last.map_or(Verdict::UndecidedKnowledge, |d| d.verdict);
    let (base_people, variant_people) = ((&*base.name, &*people[0]), (&*variant.name, &*people[1]));
    let finding = page.voice.need_finding(page.data.last_year(), verdict, base_people, variant_people);
    let table = severe_need_table(page, [base, variant, &difference]);
    let spec = severe_need_figure(page, Some(comparison), words.need_difference_title, vec![difference]);
    let doubt = of_last.map_or("", |d| page.doubt(&[d.verdict]));
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
        cells.extend(Measure::Count.beside(page.lang, *base, *change, &[*low, *high]).map(Cell::number));
        let write = |x: &f64| Measure::Count.difference_in(page.lang, *x, &[*change, *low, *high]);
        cells.extend([low, high].map(|x| Cell::number(write(x))));
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
    let complete: Vec<(f64, f64, f64)> = rows.iter().filter_map(|(_, d)| super::triple(d)).collect();
    (complete.len() == page.data.years as usize).then(|| Line {
        name: name.to_owned(),
        middle: complete.iter().map(|t| t.0 / scale).collect(),
        band: Some(complete.iter().map(|t| (t.1 / scale, t.2 / scale)).collect()),
        base: false,
    })
}

/// Lines as a table: a column per line and, where it has a band, its low and high. `write` writes a number with those
/// beside it of the same line.
fn lines_table(page: &Page, caption: &str, lines: &[Line], write: impl Fn(f64, &[f64]) -> String) -> Table {
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
            let band = line.band.as_ref().map(|band| band[year as usize]);
            let row: Vec<f64> = std::iter::once(line.middle[year as usize])
                .chain(band.into_iter().flat_map(|(low, high)| [low, high]))
                .collect();
            cells.extend(row.iter().map(|x| Cell::number(write(*x, &row))));
        }
        table.row(cells);
    }
    table
}

/// Hours of both lines, and the same in euros by payer.
pub(in crate::report) fn first_second(page: &Page, html: &mut Html) {
    if page.data.comparisons.is_empty() {
        html.paragraph(page.voice.words().single_run);
        teams(page, html);
        flows(page, html);
        return;
    }
    page.per_variant(html, |comparison, html| {
        hours(page, comparison, html);
        exchange(page, comparison, html);
        found_at_doors(page, comparison, html);
        costs(page, Some(comparison), html);
        professionals::leaving(page, comparison, html);
    });
    teams(page, html);
    flows(page, html);
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
        let text = |d: &Difference| page.more_or_less(d, d.difference);
        html.paragraph(&page.voice.help_at_home(&text(hours), &text(euros)));
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
    let (found, range) = (page.more_or_less(d, d.difference), page.range(d));
    let worlds = d.share_better.map(|share| page.worlds(share));
    html.paragraph(&page.voice.found_at_doors(&found, &range, worlds));
}

fn hours(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let differences = [keys::HOURS_FIRST, keys::HOURS_SECOND].map(|key| horizon(comparison, key));
    let [Some(first), Some(second)] = differences else {
        html.paragraph(words.no_data);
        return;
    };
    let text = |d: &Difference| match d.difference {
        Some(x) if Measure::Hours.is_nil(x) => None,
        x if d.verdict.is_undecided() => Some(format!(
            "{} ({})",
            page.more_or_less(d, x),
            wording::verdict_word(page.lang, d.verdict).to_lowercase()
        )),
        x => Some(page.more_or_less(d, x)),
    };
    let finding = page.voice.hours_finding(text(first).as_deref(), text(second).as_deref());
    let thousands = |key: &str, name: &str| difference_line(page, comparison, key, name, 1000.0);
    let second_line = thousands(keys::HOURS_SECOND, words.second_line).map(|l| Line { base: true, ..l });
    let lines: Option<Vec<Line>> = [second_line, thousands(keys::HOURS_FIRST, words.first_line)].into_iter().collect();
    let Some(lines) = lines.filter(|_| page.data.years > 0) else {
        html.paragraph(&finding);
        return;
    };
    let (from, to) = (page.data.start_year, page.data.last_year());
    let table = lines_table(page, words.hours_title, &lines, |x, row| {
        let row: Vec<f64> = row.iter().map(|x| x * 1000.0).collect();
        Measure::Hours.difference_in(page.lang, x * 1000.0, &row)
    });
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
    // The largest keep the order of the accounts. The municipality's parts stay together: they add up to its total.
    let own = payers.iter().filter(|p| p.0.is_municipal()).count();
    let mut sizes: Vec<f64> = payers.iter().filter(|p| !p.0.is_municipal()).map(|p| p.1).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(PARTS.saturating_sub(own + 1)).copied().unwrap_or(0.0);
    let (large, small): (Vec<_>, Vec<_>) = payers.drain(..).partition(|p| p.0.is_municipal() || p.1 >= least);
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

/// The largest step to which costs in a table are rounded: a small payer is still seen beside a large one.
const COARSEST: f64 = 1_000.0;

/// Yearly costs of one payer or several, in the scenarios that are drawn, in euros.
struct Costs(Vec<f64>);

impl Costs {
    /// The means over the years of parts in millions, one list of parts per scenario.
    fn of(panels: &[Stack], parts: std::ops::Range<usize>, years: u32) -> Self {
        let mean = |panel: &Stack| panel.parts[parts.clone()].iter().flatten().sum::<f64>() / f64::from(years);
        Self(panels.iter().map(|panel| mean(panel) * 1e6).collect())
    }

    /// By how much the second scenario differs; `None` of a single run.
    fn difference(&self) -> Option<f64> {
        let [base, variant] = self.0.as_slice() else { return None };
        Some(variant - base)
    }

    /// Written to a step. Of a total one less the other is the difference that stands with the payers.
    fn texts(&self, page: &Page, step: f64, total: bool) -> Vec<String> {
        let write = |x: f64| wording::euros_to(page.lang, x, step);
        match (self.0.as_slice(), self.difference()) {
            ([base, _], Some(change)) if total => {
                let base = libm::round(base / step) * step;
                vec![write(base), write(base + wording::round_euros(change))]
            }
            (all, _) => all.iter().map(|x| write(*x)).collect(),
        }
    }
}

/// The mean over the years of an indicator in each scenario: the municipality's own costs, or those of all payers
/// together; `None` if a year is missing.
fn mean_costs(page: &Page, scenarios: &[String], indicator: &str) -> Option<Costs> {
    let mean = |name: &String| {
        let years = page.data.means(name, indicator, "all")?;
        Some(years.iter().sum::<f64>() / years.len().max(1) as f64)
    };
    scenarios.iter().map(mean).collect::<Option<Vec<f64>>>().map(Costs)
}

fn costs_table(page: &Page, parts: &[(String, bool, Costs)], municipality: Option<&Costs>, total: &Costs) -> Table {
    let words = page.voice.words();
    // The digits of the totals, or finer ones, so that they have the difference that is told of them.
    let steps = [Some(total), municipality].into_iter().flatten().filter_map(Costs::difference);
    let step = steps.filter(|x| !Measure::Euros.is_nil(*x)).map(wording::euro_step).fold(COARSEST, f64::min);
    let heads = std::iter::once(Cell::text(words.payer));
    let mut table =
        Table::new(format!("{} ({})", words.costs_title, words.mean_per_year.to_lowercase()), heads.collect());
    let cells = |name: &str, costs: &Costs, total: bool| {
        let texts = costs.texts(page, step, total);
        std::iter::once(Cell::text(name)).chain(texts.into_iter().map(Cell::number)).collect::<Vec<Cell>>()
    };
    let last_municipal = parts.iter().rposition(|(_, municipal, _)| *municipal);
    for (i, (name, _, costs)) in parts.iter().enumerate() {
        table.row(cells(name, costs, false));
        if let Some(costs) = municipality.filter(|_| last_municipal == Some(i)) {
            table.total(cells(&page.voice.payer("municipality"), costs, true));
        }
    }
    table.total(cells(words.total, total, true));
    table
}

/// What all payers pay together, by the verdict on it.
fn costs_finding(page: &Page, comparison: Option<&Comparison>, panels: &[Stack], total: &Costs) -> String {
    let step = total.difference().filter(|x| !Measure::Euros.is_nil(*x)).map_or(COARSEST, wording::euro_step);
    let (means, size) = (total.texts(page, step, true), total.difference().unwrap_or_default().abs());
    match (panels, comparison.and_then(|c| horizon(c, "euros.all"))) {
        ([base, variant], judged) => {
            let verdict = judged.map_or(Verdict::UndecidedKnowledge, |d| d.verdict);
            let difference = (&*wording::euros(page.lang, size), verdict);
            page.voice.costs_finding(difference, (&base.title, &means[0]), (&variant.title, &means[1]))
        }
        _ => format!("{}: {}.", page.voice.words().mean_per_year, means.first().map_or(MISSING, |mean| mean)),
    }
}

fn costs_figure(page: &Page, comparison: Option<&Comparison>, panels: Vec<Stack>, names: Vec<String>, html: &mut Html) {
    let words = page.voice.words();
    let scenarios: Vec<String> = drawn(page, comparison).into_iter().map(|(name, _)| name).collect();
    // Who receives more than they pay is in no stack, but in the total.
    let total = mean_costs(page, &scenarios, "euros.all");
    let total = total.unwrap_or_else(|| Costs::of(&panels, 0..names.len(), page.data.years));
    let finding = costs_finding(page, comparison, &panels, &total);
    let is_municipal =
        |name: &String| keys::payers().iter().any(|p| keys::is_municipal_part(p) && page.voice.payer(p) == *name);
    let part =
        |(i, name): (usize, &String)| (name.clone(), is_municipal(name), Costs::of(&panels, i..i + 1, page.data.years));
    let mut parts: Vec<(String, bool, Costs)> = names.iter().enumerate().map(part).collect();
    let household = mean_costs(page, &scenarios, "euros.household").filter(|costs| costs.0.iter().sum::<f64>() < 0.0);
    parts.extend(household.map(|costs| (page.voice.payer("household"), false, costs)));
    let mut table = costs_table(page, &parts, mean_costs(page, &scenarios, keys::MUNICIPALITY).as_ref(), &total);
    table.heads.extend(panels.iter().map(|p| Cell::number(&p.title)));
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
    let doubt = comparison.and_then(|c| horizon(c, "euros.all")).map_or("", |d| page.doubt(&[d.verdict]));
    let notes = [doubt, words.rounded, &page.voice.prices(page.data.price_year), &stands];
    page.figure(html, &spec, &|x| wording::tick(page.lang, x), &finding, &notes, &table);
}
