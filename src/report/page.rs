//! The page: one self-contained HTML file with the sections in their order.

use super::data::ReportData;
use super::figures::FigureFile;
use super::html::{Html, escape};
use super::sections::{self, Page};
use super::wording::Lang;

/// The ids of the sections, in order. The first six print on two pages; the rest is annex.
pub const SECTIONS: [&str; 14] = [
    "in-brief",
    "key-figures",
    "local-check",
    "over-time",
    "why",
    "who-pays",
    "for-whom",
    "first-second",
    "certainty",
    "two-lives",
    "changes",
    "not-for",
    "assumptions",
    "reproduce",
];

/// What writes each section, in the order of [`SECTIONS`].
const WRITERS: [fn(&Page, &mut Html); 14] = [
    sections::in_brief,
    sections::key_figures,
    sections::local_check,
    sections::over_time,
    sections::why,
    sections::who_pays,
    sections::for_whom,
    sections::first_second,
    sections::certainty,
    sections::two_lives,
    sections::changes,
    sections::not_for,
    sections::assumptions,
    sections::reproduce,
];

/// A report: the page, and its figures as files of their own.
#[derive(Clone, Debug)]
pub struct Report {
    /// The page, complete in itself.
    pub html: String,
    /// The figures, for `figures/<name>.svg`; empty if kantel was built without the feature `charts`.
    pub figures: Vec<FigureFile>,
}

/// Renders a report. The same data and language give the same bytes.
pub fn render(data: &ReportData, lang: Lang) -> Report {
    let page = Page::new(data, lang);
    let title = page.whole_title();
    let mut html = Html::default();
    html.trusted("<!doctype html>\n");
    html.inside("html", &[("lang", lang.tag())], |h| {
        h.inside("head", &[], |h| {
            h.trusted("\n<meta charset=\"utf-8\">\n");
            h.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
            h.trusted(&format!("<title>{}</title>\n<style>\n", escape(&title)));
            h.trusted(include_str!("style.css")).trusted("</style>\n");
        });
        h.inside("body", &[], |h| body(&page, &title, h));
    });
    let figures = page.figures.into_inner();
    Report { html: html.into_string(), figures }
}

fn body(page: &Page, title: &str, html: &mut Html) {
    let words = page.voice.words();
    let data = page.data;
    html.trusted("\n");
    html.element("a", &[("class", "skip"), ("href", "#content")], words.skip);
    html.inside("header", &[], |h| {
        page.kicker().iter().for_each(|line| h.note(line));
        h.element("h1", &[], title);
        for scenario in &data.scenarios {
            let full = page.full_title(&scenario.name);
            if full != page.title(&scenario.name) {
                h.note(&full);
            }
        }
    });
    html.inside("nav", &[("aria-label", words.contents)], |h| {
        h.inside("ul", &[], |h| {
            for (id, heading) in SECTIONS.iter().zip(words.headings) {
                h.inside("li", &[], |h| {
                    h.element("a", &[("href", &format!("#{id}"))], page.heading(id, heading));
                });
            }
        });
    });
    let single = if data.comparisons.is_empty() { "single" } else { "compared" };
    html.inside("main", &[("id", "content"), ("class", single)], |h| {
        for ((id, heading), write) in SECTIONS.iter().zip(words.headings).zip(WRITERS) {
            let label = format!("{id}-heading");
            h.inside("section", &[("id", id), ("aria-labelledby", &label)], |h| {
                h.element("h2", &[("id", &label)], page.heading(id, heading));
                write(page, h);
            });
        }
    });
}
