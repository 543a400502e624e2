//! `docs/evidence.md` says what the code says.

use std::fs;

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
