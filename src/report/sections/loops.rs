//! Below the assumptions, folded: every feedback of the model as a ring, with its links, signs and measured gains.

use super::{Cell, Html, MISSING, Page, Table};
use crate::experiment::{MEASURED, MEASURED_IN, Measured};
use crate::links::{LINKS, LOOPS, links_of};
use crate::report::figures::{Content, FigureFile, Ring, RingLink, Spec};
use crate::report::wording::{Lang, LoopWords, link_name};

/// The links of every loop are as strong as the model has them.
const STRENGTH: f64 = 1.0;

/// The picture with its table, folded. It is about the model, not about the plans: it has no number among the figures
/// and no file among theirs.
pub(super) fn rings(page: &Page, html: &mut Html) {
    let words = LoopWords::of(page.lang);
    html.inside("details", &[("id", "feedbacks")], |h| {
        h.element("summary", &[], words.summary);
        if let Some(picture) = loops_figure(page.lang) {
            let around =
                [("class", "scroll picture"), ("tabindex", "0"), ("role", "group"), ("aria-label", words.title)];
            h.inside("div", &around, |h| {
                h.trusted(&picture.svg.replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""));
            });
        }
        h.paragraph(words.finding);
        h.note(&format!("{} {}", words.note, words.measured_in(MEASURED_IN)));
        table(page.lang).write(h);
    });
}

/// The feedback loops of the model as a picture; `None` if kantel was built without figures.
pub fn loops_figure(lang: Lang) -> Option<FigureFile> {
    let spec = spec(lang);
    let svg = spec.svg(&|_| String::new())?;
    Some(FigureFile { name: spec.id, svg })
}

/// The figure of every loop.
fn spec(lang: Lang) -> Spec {
    let words = LoopWords::of(lang);
    let rings: Vec<Ring> = LOOPS.iter().map(|one| ring(one, lang)).collect();
    let links = rings.iter().map(|ring| ring.links.len()).sum();
    Spec {
        id: "loops".to_owned(),
        title: words.title.to_owned(),
        description: words.description(rings.len(), links, MEASURED_IN),
        unit: String::new(),
        start_year: 0,
        open: false,
        content: Content::Rings(rings),
    }
}

/// What was measured of a loop, with the places of its links among those of the loop.
fn measured(key: &str) -> Vec<(usize, &'static Measured)> {
    let places = links_of(key);
    let place = |one: &Measured| places.iter().position(|place| LINKS[*place].key == one.link);
    MEASURED.iter().filter(|one| one.feedback == key).filter_map(|one| Some((place(one)?, one))).collect()
}

/// From what to what a link goes.
fn ends(place: usize, lang: Lang) -> String {
    let link = &LINKS[place];
    format!("{} → {}", link_name(lang, link.from), link_name(lang, link.to))
}

fn ring((key, english, dutch): &(&str, &str, &str), lang: Lang) -> Ring {
    let gains = measured(key);
    let link = |(i, place): (usize, usize)| RingLink {
        name: ends(place, lang),
        sign: LINKS[place].sign,
        strength: STRENGTH,
        is_fed: gains.iter().any(|(fed, _)| *fed == i),
    };
    Ring {
        key: (*key).to_owned(),
        name: (*if lang == Lang::Nl { dutch } else { english }).to_owned(),
        gain: LoopWords::of(lang).gains(&gains),
        links: links_of(key).into_iter().enumerate().map(link).collect(),
    }
}

/// A row for each link of each loop.
fn table(lang: Lang) -> Table {
    let words = LoopWords::of(lang);
    let [heads @ .., strength, gain] = words.heads;
    let heads = heads.into_iter().map(Cell::text).chain([Cell::number(strength), Cell::number(gain)]).collect();
    let mut table = Table::new(words.title, heads);
    for (key, ..) in LOOPS {
        let gains = measured(key);
        for (i, place) in links_of(key).into_iter().enumerate() {
            let found = gains.iter().find(|(fed, _)| *fed == i).and_then(|(_, one)| words.number(one));
            table.row(vec![
                Cell::text(*key),
                Cell::text(format!("{}: {}", i + 1, LINKS[place].key)),
                Cell::text(ends(place, lang)),
                Cell::text(LINKS[place].sign.to_string()),
                Cell::number(STRENGTH.to_string()),
                Cell::number(found.unwrap_or_else(|| MISSING.to_owned())),
            ]);
        }
    }
    table
}
