//! The report of a sweep: what many points over levers make of the key figures, as surfaces, as a trade-off, and as a
//! table.

mod axis;
mod data;
mod page;
mod surfaces;

use std::cell::{Cell as Counter, RefCell};

pub use axis::AxisFacts;
pub use data::{PointFacts, SweepData, TOLD_BY_SAMPLE};
pub use page::{FIGURES, command};

use super::html::Html;
use super::page::{Report, document};
use super::wording::{Lang, SweepWords};

/// The ids of the sections, in order.
pub const SECTIONS: [&str; 6] = ["in-brief", "varied", "surface", "trade-off", "points", "certainty"];

/// What writes the inside of a section.
type Writer = fn(&page::Page<'_>, &mut Html);

/// What writes each section, in the order of [`SECTIONS`].
const WRITERS: [Writer; 6] = [
    |page, html| page.in_brief(html),
    |page, html| page.varied(html),
    |page, html| surfaces::surfaces(page, html),
    |page, html| page.trade_off(html),
    |page, html| page.points(html),
    |page, html| page.certainty(html),
];

/// Renders the report of a sweep. The same data and language give the same bytes.
pub fn render(data: &SweepData, lang: Lang) -> Report {
    let (figures, numbered) = (RefCell::default(), Counter::new(0));
    let page = page::Page { data, lang, words: SweepWords::of(lang), figures, numbered };
    let title = page.words.title(&page.base_title(), &data.district.name);
    let html = document(&title, lang, |h| body(&page, &title, h));
    Report { html, figures: page.figures.into_inner() }
}

fn body(page: &page::Page<'_>, title: &str, html: &mut Html) {
    let common = page.lang.voice().words();
    html.trusted("\n");
    html.element("a", &[("class", "skip"), ("href", "#content")], common.skip);
    html.inside("header", &[], |h| {
        h.element("h1", &[], title);
        h.note(&page.computed());
    });
    html.inside("nav", &[("aria-label", common.contents)], |h| {
        h.inside("ul", &[], |h| {
            for (id, heading) in SECTIONS.iter().zip(page.words.headings) {
                h.inside("li", &[], |h| h.element("a", &[("href", &format!("#{id}"))], heading));
            }
        });
    });
    html.inside("main", &[("id", "content"), ("class", "compared")], |h| {
        for ((id, heading), write) in SECTIONS.into_iter().zip(page.words.headings).zip(WRITERS) {
            let label = format!("{id}-heading");
            h.inside("section", &[("id", id), ("aria-labelledby", &label)], |h| {
                h.element("h2", &[("id", &label)], heading);
                write(page, h);
            });
        }
    });
}
