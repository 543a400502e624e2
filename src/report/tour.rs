//! The tour: a question as a short document, made of what the report says of its comparison.

use std::fmt::Write as _;

use super::data::ReportData;
use super::figures::FigureFile;
use super::html::Html;
use super::keys;
use super::page::shown;
use super::sections::{Page, asked_figures, bounds, carried, group_lines, horizon, lead, otherwise, tour_figures};
use super::trade_off::{Rival, write_trade_off};
use super::wording::{self, Lang, Things, counted, tour as words};
use crate::experiment::{Comparison, Difference};
use crate::language::Text;
use crate::scenario::question;
use crate::simulation::MODEL_VERSION;

/// A question that was asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its key.
    pub key: &'a str,
    /// The question.
    pub title: &'a Text,
    /// What to look at, and why the answer is not obvious.
    pub look: &'a Text,
    /// The command that asks it at full size.
    pub command: &'a str,
    /// The command that makes this page.
    pub this_page: &'a str,
}

/// A page of the tour.
#[derive(Clone, Debug)]
pub struct TourPage {
    /// The document.
    pub text: String,
    /// Its pictures, by the names that stand in it.
    pub pictures: Vec<FigureFile>,
    /// What comes out, in a line.
    pub brief: String,
}

/// The page of a question; pictures stand at `pictures` followed by their name. The same data and language give the
/// same bytes.
pub fn tour_page(data: &ReportData, asked: &Asked<'_>, pictures: &str, lang: Lang) -> TourPage {
    let page = shown(data, lang);
    let mut html = Html::markdown(pictures);
    let h = &mut html;
    h.trusted(&format!("# {}\n\n", asked.title.of(lang)));
    h.paragraph(asked.look.of(lang).trim());
    head(h, &words::ANSWER, lang);
    each(&page, h, |comparison, h| {
        h.inside("p", &[], |h| h.element("b", &[], &lead(&page, comparison)));
        h.paragraph(&page.payers_line(comparison));
    });
    write_trade_off(&rivals(&page), &base_title(&page), lang, h);
    h.paragraph(&size(&page));
    h.paragraph(&page.stand());
    head(h, &words::FIGURES, lang);
    each(&page, h, |comparison, h| {
        tour_figures(&page, comparison, ("", words::FIGURE.of(lang))).write(h);
        if let Some(asked) = question(asked.key) {
            asked_figures(&page, comparison, asked).write(h);
        }
        page.caveats(&comparison.variant, true, h);
    });
    parts(&page, lang, h);
    head(h, &words::YOURSELF, lang);
    h.trusted(&format!("```sh\n{}\n```\n\n", asked.command));
    h.trusted(&format!("{}\n\n{}\n\n", words::RUN.of(lang), words::THIS_PAGE.of(lang)));
    h.trusted(&format!("```sh\n{}\n```\n\n", asked.this_page));
    h.trusted(&format!("[{}](README.md)\n", words::ALL_QUESTIONS.of(lang)));
    let pictures = html.pictures().into_iter().map(|(name, svg)| FigureFile { name, svg }).collect();
    TourPage { text: html.into_string(), pictures, brief: brief(&page) }
}

/// What stands behind the answer: the bounds, feedbacks, groups, and what would give another one.
fn parts(page: &Page, lang: Lang, h: &mut Html) {
    head(h, &words::BOUNDS, lang);
    each(page, h, |comparison, h| match comparison.bounds.as_slice() {
        [] => h.paragraph(words::NO_BET.of(lang)),
        _ => bounds(page, comparison, h),
    });
    head(h, &words::WHY, lang);
    each(page, h, |comparison, h| {
        if !carried(page, comparison, h) {
            h.paragraph(words::NOTHING_CARRIED.of(lang));
        }
    });
    head(h, &words::FOR_WHOM, lang);
    each(page, h, |comparison, h| {
        h.inside("ul", &[], |h| group_lines(page, comparison).iter().for_each(|line| h.element("li", &[], line)));
    });
    head(h, &words::OTHERWISE, lang);
    each(page, h, |comparison, h| {
        let figures = [keys::SEVERE_UNHELPED, keys::MUNICIPALITY].map(|key| horizon(comparison, key));
        if let [Some(need), Some(cost)] = figures {
            let told = otherwise(page, comparison, [need, cost]);
            h.inside("ul", &[], |h| told.iter().for_each(|line| h.element("li", &[], line)));
        }
    });
}

fn head(html: &mut Html, text: &Text, lang: Lang) {
    html.trusted(&format!("## {}\n\n", text.of(lang)));
}

/// A part for each variant, under its title where there are several and they do not all say the same.
fn each(page: &Page, html: &mut Html, part: impl Fn(&Comparison, &mut Html)) {
    let of = |comparison: &Comparison| {
        let mut own = Html::markdown("");
        part(comparison, &mut own);
        own.into_string()
    };
    let parts: Vec<(String, String)> = page.data.comparisons.iter().map(|c| (page.title(&c.variant), of(c))).collect();
    let same = parts.iter().all(|(_, text)| *text == parts[0].1);
    for (title, text) in parts.iter().take(if same { 1 } else { parts.len() }) {
        if !same {
            html.element("h3", &[], title);
        }
        html.trusted(text);
    }
}

/// How large what was computed is, what a sample is, and which version of the model it was.
fn size(page: &Page) -> String {
    let (data, lang) = (page.data, page.lang);
    let residents = counted(lang, data.district.residents, Things::Residents);
    let samples = counted(lang, data.provenance.samples, Things::Samples);
    let size = words::size(lang, &residents, &data.district.name, (data.start_year, data.last_year()), &samples);
    format!("{size} {} {}", page.voice.sample_is(data.provenance.samples), words::version(lang, MODEL_VERSION))
}

fn base_title(page: &Page) -> String {
    page.data.comparisons.first().map_or_else(String::new, |comparison| page.title(&comparison.base))
}

/// The plans in every sample in which all have both figures.
fn rivals(page: &Page) -> Vec<Rival> {
    let of = |comparison: &Comparison, key: &str| -> Vec<Option<f64>> {
        horizon(comparison, key).map_or_else(Vec::new, |d| d.by_sample.clone())
    };
    let all: Vec<[Vec<Option<f64>>; 2]> =
        page.data.comparisons.iter().map(|c| [of(c, keys::MUNICIPALITY), of(c, keys::SEVERE_UNHELPED)]).collect();
    let worlds = all.iter().flatten().map(Vec::len).min().unwrap_or_default();
    let whole: Vec<usize> = (0..worlds).filter(|w| all.iter().flatten().all(|figure| figure[*w].is_some())).collect();
    let kept = |figure: &[Option<f64>]| -> Vec<f64> { whole.iter().filter_map(|w| figure[*w]).collect() };
    let rival = |(comparison, [cost, need]): (&Comparison, &[Vec<Option<f64>>; 2])| Rival {
        name: page.title(&comparison.variant),
        cost: kept(cost),
        need: kept(need),
    };
    page.data.comparisons.iter().zip(&all).map(rival).collect()
}

/// What comes out for each plan: its verdicts on people in severe need without help and on the municipality's cost.
fn brief(page: &Page) -> String {
    let verdict = |d: Option<&Difference>| d.map_or_else(String::new, |d| wording::judged(page.lang, d));
    let line = |c: &Comparison| {
        let told = [keys::SEVERE_UNHELPED, keys::MUNICIPALITY]
            .map(|key| format!("{}: {}", page.indicator(key).to_lowercase(), verdict(horizon(c, key))));
        format!("{}: {}", page.title(&c.variant), told.join("; "))
    };
    page.data.comparisons.iter().map(line).collect::<Vec<_>>().join("<br>")
}

/// The list of the pages of a tour: their keys, questions and what comes out, as [`TourPage::brief`] says it.
pub fn tour_index(pages: &[(&str, &str, &str)], lang: Lang) -> String {
    let mut text =
        format!("# {}\n\n{}\n\n{}\n\n", words::TITLE.of(lang), words::INTRO.of(lang), words::UNDECIDED.of(lang));
    let [question, outcome] = words::COLUMNS;
    let _ = write!(text, "| {} | {} |\n| --- | --- |\n", question.of(lang), outcome.of(lang));
    for (key, title, brief) in pages {
        let _ = writeln!(text, "| [{title}]({key}.md) | {brief} |");
    }
    text
}

/// A page as it stands once the model is at a version: one that was made by an older version says so below its title.
pub fn aged(text: &str, made: u32, now: u32, lang: Lang) -> String {
    let (title, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let rest = if rest.starts_with("> ") { rest.split_once("\n\n").map_or("", |(_, rest)| rest) } else { rest };
    let note = if made == now { String::new() } else { format!("> {}\n\n", words::older(lang, made, now)) };
    format!("{title}\n\n{note}{rest}")
}
