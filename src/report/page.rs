//! The page: one self-contained HTML file with the sections in their order.

use sha2::{Digest, Sha256};

use super::data::ReportData;
use super::escaped::escape;
use super::figures::FigureFile;
use super::html::Html;
use super::sections::{self, BriefFigure, Page};
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

/// What writes the inside of a section.
type Writer = fn(&Page, &mut Html);

/// What writes each section, in the order of [`SECTIONS`].
const WRITERS: [Writer; 14] = [
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
    let html = document(&title, lang, |h| body(&page, &title, h));
    let figures = page.figures.into_inner();
    Report { html, figures }
}

/// A page that is complete in itself, with what `inside` writes as its body.
pub(super) fn document(title: &str, lang: Lang, inside: impl FnOnce(&mut Html)) -> String {
    let mut html = Html::default();
    html.trusted("<!doctype html>\n");
    html.inside("html", &[("lang", lang.tag())], |h| {
        h.inside("head", &[], |h| {
            h.trusted("\n<meta charset=\"utf-8\">\n");
            h.trusted(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy(STYLE)));
            h.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
            h.trusted(&format!("<title>{}</title>\n<style>{STYLE}</style>\n", escape(title)));
        });
        h.inside("body", &[], inside);
    });
    html.into_string()
}

/// What a report says of some data, for what is told outside of the page.
pub(super) fn shown(data: &ReportData, lang: Lang) -> Page<'_> {
    Page::new(data, lang)
}

/// How the page looks.
const STYLE: &str = include_str!("style.css");

/// What a browser may do with the page: show it in this style, and nothing else. It has no scripts, loads nothing and
/// sends nothing.
fn policy(style: &str) -> String {
    let hash = base64(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'")
}

/// Bytes in base 64 (RFC 4648), padded.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let three = [0, 1, 2].map(|i| u32::from(chunk.get(i).copied().unwrap_or(0)));
        let bits = three[0] << 16 | three[1] << 8 | three[2];
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit) & 63) as usize;
            text.push(if digit <= chunk.len() { DIGITS[index] as char } else { '=' });
        }
    }
    text
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
        (0..SECTIONS.len()).for_each(|position| section(page, position, h));
    });
}

/// Writes the section at a position of [`SECTIONS`]. Sections are written in their order: figures are numbered as they
/// come.
fn section(page: &Page, position: usize, html: &mut Html) {
    let id = SECTIONS[position];
    let label = format!("{id}-heading");
    html.inside("section", &[("id", id), ("aria-labelledby", &label)], |h| {
        h.element("h2", &[("id", &label)], page.heading(id, page.voice.words().headings[position]));
        WRITERS[position](page, h);
    });
}

/// One section of the page by its id, one of [`SECTIONS`]: the bytes that stand there, so that whoever shows a page can
/// put a new one in the place of an old one. `None` if there is no such section.
pub fn fragment(data: &ReportData, id: &str, lang: Lang) -> Option<String> {
    fragments(data, &[id], lang).pop().map(|(_, html)| html)
}

/// Several sections of the page by their ids, in the order of the page, each once; an id that is none of [`SECTIONS`]
/// is left out. The same bytes as [`fragment`] gives one by one, in the time of a page.
pub fn fragments(data: &ReportData, ids: &[&str], lang: Lang) -> Vec<(&'static str, String)> {
    let Some(last) = SECTIONS.iter().rposition(|section| ids.contains(section)) else { return Vec::new() };
    let page = Page::new(data, lang);
    let mut wanted = Vec::new();
    // Those that nobody asks for say how many figures come before the others.
    for (position, id) in SECTIONS.into_iter().enumerate().take(last + 1) {
        let mut html = Html::default();
        section(&page, position, &mut html);
        if ids.contains(&id) {
            wanted.push((id, html.into_string()));
        }
    }
    wanted
}

/// The inside of the section with the key figures; of a first estimate with ranges, and without verdicts.
pub fn key_figures(data: &ReportData, lang: Lang, judged: bool) -> String {
    let mut html = Html::default();
    sections::key_figures(&Page { judged, ..Page::new(data, lang) }, &mut html);
    html.into_string()
}

/// The finding on the first variant in up to three sentences, as in the section `in-brief`; of a single run nothing.
pub fn brief_lead(data: &ReportData, lang: Lang) -> String {
    data.comparisons.first().map_or_else(String::new, |first| sections::lead(&Page::new(data, lang), first))
}

/// The key figures of the first variant, or of a single run; of a first estimate without verdicts.
pub fn brief_figures(data: &ReportData, lang: Lang, judged: bool) -> Vec<BriefFigure> {
    sections::figures_in_brief(&Page { judged, ..Page::new(data, lang) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_is_that_of_the_standard() {
        let of = |text: &str| base64(text.as_bytes());
        assert_eq!(["", "f", "fo", "foo", "foobar"].map(of), ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYmFy"]);
    }
}
