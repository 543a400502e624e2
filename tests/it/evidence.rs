//! `docs/evidence.md` says what the code says.

use std::fs;

#[cfg(feature = "charts")]
use kantel::language::Lang;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/evidence.md");

/// Set `UPDATE_DOCS` to write the file instead of comparing it.
#[test]
fn evidence_page_is_made_from_the_values_in_the_code() {
    let made = kantel::report::evidence();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(FILE, &made).expect("docs/evidence.md can be written");
        return;
    }
    let kept = fs::read_to_string(FILE).unwrap_or_default();
    let differs = made.lines().zip(kept.lines()).find(|(new, old)| new != old);
    assert!(
        made == kept,
        "docs/evidence.md is not what the code says; make it anew with\n\n    UPDATE_DOCS=1 cargo test evidence\n\n\
         first line that differs: {differs:#?} ({} lines made, {} kept)",
        made.lines().count(),
        kept.lines().count(),
    );
}

/// `docs/img/loops.svg` is what the links, loops and measured gains make; `UPDATE_DOCS` writes it.
#[test]
#[cfg(feature = "charts")]
fn evidence_has_a_picture_of_the_loops_that_are_in_the_code() {
    const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/img/loops.svg");
    let of = |lang| kantel::report::loops_figure(lang).expect("there are loops").svg;
    let (made, dutch) = (of(Lang::En), of(Lang::Nl));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PICTURE, &made).expect("docs/img/loops.svg can be written");
        return;
    }
    let kept = fs::read_to_string(PICTURE).unwrap_or_default();
    assert!(made == kept, "make docs/img/loops.svg anew with\n\n    UPDATE_DOCS=1 cargo test evidence\n");
    assert_eq!(of(Lang::En), made, "the same each time");
    for (key, english, dutch_name) in kantel::links::LOOPS {
        let begins = |text: &str| text.split(' ').take(3).collect::<Vec<_>>().join(" ").replace('\'', "&#39;");
        assert!(made.contains(&format!("{key}: {}", begins(english))), "{key}");
        assert!(dutch.contains(&format!("{key}: {}", begins(dutch_name))), "{key}");
        let links = kantel::links::links_of(key).len();
        // Of each link a number in the ring and one in its line.
        let ring = made.split("\n</text>").filter(|text| text.contains("text-anchor=\"middle\"")).count();
        assert!(ring > links, "{key}");
    }
    assert!(made.contains("<title") && made.contains("<desc") && made.contains("0.34 (0.05) by link"));
    assert!(dutch.contains("0,34 (0,05) bij verband"));
}

/// A lever's mechanism is a row of the table of mechanisms, whose numbers run on.
#[test]
fn every_lever_belongs_to_a_mechanism_of_the_table() {
    let table = include_str!("../../docs/mechanisms.md");
    let numbers: Vec<&str> = table.lines().filter_map(|line| line.strip_prefix("| M")?.split(' ').next()).collect();
    assert!(numbers.iter().zip(1..).all(|(text, number): (_, u32)| text.parse() == Ok(number)), "{numbers:?}");
    for lever in kantel::levers::LEVERS {
        let number = lever.meta.mechanism.strip_prefix('M').unwrap_or_default();
        assert!(numbers.contains(&number), "{}: {} is not in docs/mechanisms.md", lever.meta.key, lever.meta.mechanism);
    }
}

/// Every number, service, door, lever and link is on the page with its source.
#[test]
fn evidence_page_leaves_nothing_out() {
    let page = kantel::report::evidence();
    let lines = |key: &str| page.lines().filter(|l| l.starts_with(&format!("| `{key}` |"))).count();
    for p in kantel::parameters::PARAMETERS {
        // An effect of help stands once more with its two ends, and what does not vary with the reason.
        let times = 1 + usize::from(p.help.is_some()) + usize::from(p.default.is_fixed());
        assert_eq!(lines(p.key), times, "{}", p.key);
    }
    for lever in kantel::levers::LEVERS {
        // Parameters and levers may share a key's first part, never the whole key.
        assert_eq!(lines(lever.meta.key), 1, "{}", lever.meta.key);
    }
    for link in kantel::links::LINKS {
        assert_eq!(lines(link.key), 1, "{}", link.key);
    }
    for product in kantel::entities::Product::ALL {
        assert_eq!(lines(product.key()), 7, "{}: the service and six sources", product.key());
    }
}
