//! `in-brief` and `key-figures`: what somebody reads who reads nothing else.

use super::answer::{ring_or_wait, rings_more};
use super::{Cell, Html, Measure, Page, Table, horizon};
use crate::experiment::{BreakEven, Comparison, Difference, Period, SAMPLES_NEEDED, Verdict};
use crate::observation::Direction;
use crate::plan::Bound;
use crate::report::keys;
use crate::report::wording::tour::{FIGURE, TO_LOOK_AT};
use crate::report::wording::{Back, Seeming, back_range, verdict_class};
use crate::scenario::Question;

/// The finding in two sentences, and the few numbers that it rests on.
pub(in crate::report) fn in_brief(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    if page.data.comparisons.is_empty() {
        html.paragraph(words.single_run);
        page.data.scenarios.iter().for_each(|scenario| page.caveats(&scenario.name, false, html));
        page.data.scenarios.iter().for_each(|scenario| page.caveats(&scenario.name, true, html));
    }
    super::purse::whole(page, html);
    ring_or_wait(page, html);
    let several = page.data.comparisons.len() > 1;
    if several {
        html.paragraph(&page.voice.sample_is(page.data.provenance.samples));
    }
    page.per_variant(html, |comparison, html| {
        page.caveats(&comparison.variant, false, html);
        let need = horizon(comparison, keys::SEVERE_UNHELPED);
        let cost = horizon(comparison, keys::MUNICIPALITY);
        let second = horizon(comparison, keys::SECOND_LINE);
        html.element("p", &[("class", "lead")], &lead(page, comparison));
        if !several {
            html.paragraph(&page.voice.sample_is(page.data.provenance.samples));
        }
        html.inside("ul", &[], |h| {
            for d in [need, second].into_iter().flatten() {
                h.element("li", &[], &people_line(page, d));
            }
            if let Some(d) = cost.filter(|d| d.difference.is_some()) {
                let written = |d: &Difference| (page.more_or_less(d, d.difference), page.range_in_words(d));
                let term = page.term(comparison).filter(|d| d.difference.is_some()).map(written);
                let term = term.as_ref().map(|(text, range)| (text.as_str(), range.as_str(), page.data.term_end_year));
                let (text, range) = written(d);
                h.element("li", &[], &page.voice.cost_line(&text, &range, page.data.years, term));
            }
            h.element("li", &[], &page.payers_line(comparison));
            let worse = worse_guards(page, comparison);
            if !worse.is_empty() {
                h.element("li", &[], &page.voice.guards_line(&worse));
            }
            h.inside("li", &[], |h| {
                let (undecided, of) = undecided_key_figures(page, comparison);
                h.text(&page.voice.undecided_line(undecided, of));
                if undecided > 0 {
                    h.text(" ").element("a", &[("href", "#certainty")], words.what_decides);
                }
            });
        });
        page.caveats(&comparison.variant, true, html);
        // The answer to the question above has said it already.
        if !rings_more(page, &comparison.variant)
            && let Some(left) = page.closure_left(comparison)
        {
            html.inside("p", &[("data-left", &comparison.variant)], |h| {
                h.text(&left);
            });
        }
    });
    if !page.data.margins.is_empty() {
        html.paragraph(&page.own_margins());
    }
    html.note(&page.stand());
}

/// The finding in up to three sentences.
pub(in crate::report) fn lead(page: &Page, comparison: &Comparison) -> String {
    let mut sentences = Vec::new();
    if let Some(d) = horizon(comparison, keys::SEVERE_UNHELPED) {
        sentences.push(page.voice.lead_need(&page.title(&comparison.variant), d.verdict));
    }
    if let Some(d) = horizon(comparison, keys::SECOND_LINE) {
        sentences.push(page.voice.lead_second(d.difference, d.verdict).to_owned());
    }
    if let Some(d) = horizon(comparison, keys::MUNICIPALITY) {
        sentences.push(page.voice.lead_cost(d.verdict).to_owned());
    }
    if sentences.is_empty() { page.voice.words().no_data.to_owned() } else { sentences.join(" ") }
}

/// The figures that an answer rests on: need, people with help, what it costs and whom, and waits and burdens.
pub(in crate::report) fn tour_figures(page: &Page, comparison: &Comparison, words: (&str, &str)) -> Table {
    let keys =
        [keys::SEVERE_UNHELPED, keys::SECOND_LINE, keys::MUNICIPALITY, "euros.all", keys::TEAM_WAIT, keys::BURDENED];
    let rows = keys.iter().filter_map(|key| Some((page.indicator(key), horizon(comparison, key)?)));
    page.judged_table(comparison, words, rows)
}

/// People more or fewer with the range and, where something differs, in how many of the worlds it goes that way.
fn people_line(page: &Page, d: &Difference) -> String {
    let measure = Measure::of(&d.indicator, d.unit);
    let [middle, low, high] = [d.difference, d.p05, d.p95].map(|x| page.more_or_less(d, x));
    let text = page.voice.figure_line(&page.indicator(&d.indicator), &middle, &low, &high);
    match leading_share(d) {
        Some((share, more)) => format!("{text} {}", page.voice.worlds(page.worlds(share), measure, more)),
        None => text,
    }
}

/// The share of the samples on the side of the middle, and whether that side is above zero; `None` where the middle is
/// nil.
fn leading_share(d: &Difference) -> Option<(f64, bool)> {
    let middle = d.difference.filter(|x| *x != 0.0)?;
    let above = middle > 0.0;
    let differences: Vec<f64> = d.by_sample.iter().flatten().copied().collect();
    if differences.is_empty() {
        let better = d.share_better?;
        let is_better = above != (d.direction == Direction::Lower);
        return Some((if is_better { better } else { 1.0 - better }, above));
    }
    let leading = differences.iter().filter(|&&x| if above { x > 0.0 } else { x < 0.0 }).count();
    Some((leading as f64 / differences.len() as f64, above))
}

/// The guard figures that are worse, each with its difference.
fn worse_guards(page: &Page, comparison: &Comparison) -> Vec<String> {
    let guards = keys::GUARDS.iter().filter_map(|key| horizon(comparison, key));
    let worse = guards.filter(|d| d.verdict == Verdict::Worse);
    let text = |d: &Difference| {
        let change = page.more_or_less(d, d.difference);
        format!("{} ({change})", page.indicator(&d.indicator).to_lowercase())
    };
    worse.map(text).collect()
}

impl Page<'_> {
    /// Cost to the municipality up to the end of this council term, where the horizon is longer.
    pub(in crate::report) fn term<'a>(&self, comparison: &'a Comparison) -> Option<&'a Difference> {
        let longer = self.data.last_year() > self.data.term_end_year;
        comparison.find(keys::MUNICIPALITY, "all", Period::Term).filter(|_| longer)
    }

    /// When a payer has its extra cost back.
    pub(in crate::report) fn back(&self, comparison: &Comparison, row: &BreakEven) -> Back {
        Back::of(row, horizon(comparison, &format!("euros.{}", row.payer)), self.data.start_year)
    }

    /// From when to when that is in most samples, and in how many never.
    pub(in crate::report) fn back_range(&self, row: &BreakEven) -> String {
        back_range(self.lang, row, self.data.start_year, self.data.provenance.samples)
    }

    /// What the break-even of the municipality is called.
    pub(in crate::report) fn break_even_name(&self) -> String {
        format!("{}: {}", self.voice.words().break_even, self.voice.payer("municipality").to_lowercase())
    }

    /// The level of a figure in a scenario, over everybody: in the first year, in the last, and the mean per year.
    pub(in crate::report) fn levels(&self, scenario: &str, key: &str) -> [Option<f64>; 3] {
        let at = |year: u32| self.data.summary(scenario, key, "all", year).and_then(|s| s.level.mean);
        let means = self.data.means(scenario, key, "all");
        let mean = means.map(|m| m.iter().sum::<f64>() / m.len().max(1) as f64);
        [at(0), at(self.data.years.saturating_sub(1)), mean]
    }
}

/// How many of the key figures that are there are undecided, break-even among them.
fn undecided_key_figures(page: &Page, comparison: &Comparison) -> (usize, usize) {
    let figures: Vec<&Difference> = keys::KEY_FIGURES.iter().filter_map(|key| horizon(comparison, key)).collect();
    let undecided = figures.iter().filter(|d| d.verdict.is_undecided()).count();
    let back = comparison.break_even.iter().find(|b| b.payer == "municipality");
    let back_undecided = back.is_some_and(|b| break_even_verdict(page, comparison, b).is_none());
    (undecided + usize::from(back_undecided), figures.len() + usize::from(back.is_some()))
}

/// Whether money is back: yes or no if at least 30 worlds were computed and 90 of 100 agree, or where there is nothing
/// to get back; `None` if undecided.
fn break_even_verdict(page: &Page, comparison: &Comparison, back: &BreakEven) -> Option<bool> {
    if (page.data.provenance.samples as usize) < SAMPLES_NEEDED {
        None
    } else if back.share_never <= 0.1 || page.back(comparison, back) == Back::Nothing {
        Some(true)
    } else if back.share_never >= 0.9 {
        Some(false)
    } else {
        None
    }
}

/// The verdict on it in words, and the class that colours it.
pub(in crate::report) fn break_even_words(
    page: &Page,
    comparison: &Comparison,
    back: &BreakEven,
) -> (&'static str, &'static str) {
    let words = page.voice.words();
    match break_even_verdict(page, comparison, back) {
        Some(true) if page.back(comparison, back) == Back::Nothing => ("better", words.nothing_to_earn_back),
        Some(true) => ("better", words.earned_back),
        Some(false) => ("worse", words.not_earned_back),
        None => ("undecided", words.break_even_undecided),
    }
}

/// Four cards, and the guard figures below.
pub(in crate::report) fn key_figures(page: &Page, html: &mut Html) {
    if page.data.comparisons.is_empty() {
        levels(page, html);
        return;
    }
    page.per_variant(html, |comparison, html| {
        let (base, variant) = (page.title(&comparison.base), page.title(&comparison.variant));
        html.note(&page.voice.cards_intro(&base, &variant, page.data.years, page.data.provenance.samples));
        html.inside("div", &[("class", "cards")], |h| {
            for key in keys::KEY_FIGURES {
                card(page, comparison, key, h);
            }
            break_even_card(page, comparison, h);
        });
        guards(page, comparison, html);
        asked(page, comparison, html);
    });
    html.note(page.voice.words().second_line_is);
    html.note(&page.stand());
}

/// What the question that a comparison answers tells the reader to look at.
fn asked(page: &Page, comparison: &Comparison, html: &mut Html) {
    let Some(asked) = page.question().filter(|_| page.judged) else { return };
    html.inside("p", &[("data-asked", &asked.key)], |h| {
        h.element("b", &[], asked.title.of(page.lang));
    });
    asked_figures(page, comparison, asked).write(html);
}

/// The figures of that, over the horizon.
pub(in crate::report) fn asked_figures(page: &Page, comparison: &Comparison, asked: &Question) -> Table {
    let rows = asked.figures.iter().filter_map(|key| Some((page.indicator(key), horizon(comparison, key)?)));
    page.judged_table(comparison, (TO_LOOK_AT.of(page.lang), FIGURE.of(page.lang)), rows)
}

fn raw(x: Option<f64>) -> String {
    x.map(|x| x.to_string()).unwrap_or_default()
}

fn card(page: &Page, comparison: &Comparison, key: &str, html: &mut Html) {
    let Some(d) = horizon(comparison, key) else {
        html.inside("article", &[("class", "key-figure"), ("data-indicator", key)], |h| {
            h.element("h3", &[], &page.indicator(key));
            h.element("p", &[("class", "big")], super::MISSING);
            h.note(page.voice.words().no_data);
        });
        return;
    };
    let measure = Measure::of(&d.indicator, d.unit);
    let (middle, low, high) = (raw(d.difference), raw(d.p05), raw(d.p95));
    let attributes = [
        ("class", "key-figure"),
        ("data-indicator", key),
        ("data-difference", middle.as_str()),
        ("data-p05", low.as_str()),
        ("data-p95", high.as_str()),
    ];
    html.inside("article", &attributes, |h| {
        h.element("h3", &[], &page.indicator(key));
        h.element("p", &[("class", "big")], &page.more_or_less(d, d.difference));
        h.element("p", &[("class", "range")], &format!("({})", page.range_in_words(d)));
        if page.judged {
            verdict_line(page, d, h);
        } else {
            h.note(page.voice.words().not_judged);
        }
        if let Some(seems) = Seeming::of(d).filter(|_| page.judged) {
            h.note(&page.capital(&seems.said()));
        }
        if page.judged && is_whatever_help_does(comparison, d) {
            h.note(page.voice.words().whatever_help_does);
        }
        if let Some(base) = d.base_value {
            h.note(&page.voice.base_level(&page.title(&comparison.base), measure, &measure.level(page.lang, base)));
        }
        if let Some((share, above)) = leading_share(d).filter(|_| page.judged) {
            h.note(&page.voice.worlds(page.worlds(share), measure, above));
        }
        if key == keys::MUNICIPALITY
            && let Some(term) = page.term(comparison)
        {
            h.note(&page.voice.term(page.data.term_end_year, &page.more_or_less(term, term.difference)));
        }
    });
}

/// Whether a verdict was found to be the same where help does nothing: the plan then works, or not, in another way.
fn is_whatever_help_does(comparison: &Comparison, d: &Difference) -> bool {
    let at_null = comparison.at_bound(Bound::Null, &d.indicator).map(|d| d.verdict);
    !d.verdict.is_undecided() && at_null == Some(d.verdict)
}

fn verdict_line(page: &Page, d: &Difference, html: &mut Html) {
    html.inside("p", &[], |h| {
        let class = format!("verdict {}", verdict_class(d.verdict));
        h.element("span", &[("class", &class)], &crate::report::wording::judged(page.lang, d));
        if d.verdict.is_undecided() {
            h.text(" ").element("a", &[("href", "#certainty")], page.voice.words().what_decides);
        }
    });
}

fn break_even_card(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    html.inside("article", &[("class", "key-figure"), ("data-indicator", "breakeven.municipality")], |h| {
        h.element("h3", &[], &page.break_even_name());
        let Some(back) = comparison.break_even.iter().find(|b| b.payer == "municipality") else {
            h.element("p", &[("class", "big")], super::MISSING);
            h.note(words.no_data);
            return;
        };
        let told = page.back(comparison, back);
        h.element("p", &[("class", "big")], &told.alone(page.lang, page.data.years));
        if told != Back::Nothing {
            h.element("p", &[("class", "range")], &format!("({})", page.back_range(back)));
            h.note(words.middle_sample);
        }
        if !page.judged {
            h.note(words.not_judged);
            return;
        }
        let (class, text) = break_even_words(page, comparison, back);
        h.inside("p", &[], |h| h.element("span", &[("class", &format!("verdict {class}"))], text));
        // Of who has it back in every sample there is nothing more to say.
        let all = comparison.break_even.iter().find(|b| b.payer == "all" && b.share_never > 0.0);
        if let Some(all) = all.filter(|all| page.back(comparison, all) != Back::Nothing) {
            h.note(&page.voice.never(&page.voice.payer("all"), page.worlds(all.share_never)));
        }
    });
}

fn guards(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let (base, variant) = (page.title(&comparison.base), page.title(&comparison.variant));
    let mut heads = vec![
        Cell::text(words.guard),
        Cell::number(base),
        Cell::number(variant),
        Cell::number(words.difference),
        Cell::number(words.range),
    ];
    heads.extend(page.judged.then(|| Cell::text(words.verdict)));
    let columns = heads.len();
    let mut table = Table::new(words.guard_caption, heads);
    for key in keys::GUARDS {
        let name = Cell::text(page.indicator(key));
        let Some(d) = horizon(comparison, key) else {
            let mut cells = vec![name];
            cells.resize(columns, Cell::number(super::MISSING));
            table.row(cells);
            continue;
        };
        let mut cells = vec![name];
        cells.extend(page.beside(d).map(Cell::number));
        cells.push(Cell::number(page.range(d)));
        cells.extend(page.judged.then(|| page.verdict(d)));
        table.row(cells);
    }
    table.write(html);
    if page.judged {
        page.seeming(
            keys::GUARDS.iter().filter_map(|key| Some((page.indicator(key), horizon(comparison, key)?))),
            html,
        );
    }
    html.note(words.all_means);
}

/// A key figure as it stands in a row beside those of other plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefFigure {
    /// What it is called.
    pub name: String,
    /// The difference, or the level of a single run.
    pub text: String,
    /// Its range in words; empty of a single run.
    pub range: String,
    /// The class that colours the verdict; empty where none is given.
    pub class: &'static str,
    /// The verdict, as shape and word; empty where none is given.
    pub word: String,
}

/// The key figures of the first variant, or of a single run, each on a line.
pub(in crate::report) fn figures_in_brief(page: &Page) -> Vec<BriefFigure> {
    let of_run = |key: &str| {
        let mean = page.data.scenarios.first().and_then(|scenario| page.levels(&scenario.name, key)[2]);
        let text = page.level(Measure::of(key, "persons"), mean);
        BriefFigure { name: page.indicator(key), text, range: String::new(), class: "", word: String::new() }
    };
    let of_variant = |comparison: &Comparison, key: &str| {
        let d = horizon(comparison, key)?;
        let judged = page.judged.then(|| (verdict_class(d.verdict), crate::report::wording::judged(page.lang, d)));
        let (class, word) = judged.unwrap_or_default();
        let (text, range) = (page.more_or_less(d, d.difference), page.range_in_words(d));
        Some(BriefFigure { name: page.indicator(key), text, range, class, word })
    };
    match page.data.comparisons.first() {
        Some(comparison) => keys::KEY_FIGURES.iter().filter_map(|key| of_variant(comparison, key)).collect(),
        None => keys::KEY_FIGURES.iter().map(|key| of_run(key)).collect(),
    }
}

/// The key and guard figures of a single run.
fn levels(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    let Some(scenario) = page.data.scenarios.first() else { return };
    let mut table = Table::new(
        words.level_caption,
        super::heads(&[words.split_columns[0], words.first_year, words.last_year, words.mean_per_year]),
    );
    for key in keys::KEY_FIGURES.into_iter().chain(keys::GUARDS) {
        let measure = Measure::of(key, "persons");
        let numbers = page.levels(&scenario.name, key);
        let row: Vec<f64> = numbers.into_iter().flatten().collect();
        let write = |x: f64| measure.level_in(page.lang, x, &row);
        let cells = numbers.map(|x| Cell::number(x.map_or_else(|| super::MISSING.to_owned(), write)));
        table.row(std::iter::once(Cell::text(page.indicator(key))).chain(cells).collect());
    }
    table.write(html);
}
