//! The report as its readers meet it: in one language, on a phone, on paper, with names that mean harm.

use std::fmt::Write as _;

use kantel::experiment::Moment;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};
use sha2::{Digest, Sha256};

use crate::invented::invented;
use crate::report::{between, text};

const BOTH: [Lang; 2] = [Lang::En, Lang::Nl];

/// Words that English has and Dutch has not.
const ENGLISH: [&str; 23] = [
    "the", "and", "with", "without", "from", "which", "range", "figure", "seen", "hours", "weeks", "years", "share",
    "people", "to", "for", "are", "than", "need", "not", "until", "both", "this",
];

/// What of a Dutch page is English; keys of parameters and options are no words.
pub(crate) fn english(page: &str) -> Vec<String> {
    let words = page.split(|c: char| c.is_whitespace() || "“”|()".contains(c));
    let plain = words.map(|word| word.trim_matches(['.', ',', ';', ':', '?']).to_lowercase());
    plain.filter(|word| ENGLISH.contains(&&**word)).collect()
}

#[test]
fn the_dutch_report_has_no_english_sentence() {
    let single = ReportData { comparisons: Vec::new(), ..invented() };
    for data in [invented(), single] {
        let page = text(&render(&data, Lang::Nl).html);
        // The command to reproduce it and the titles of scenarios that have no Dutch one are as they are.
        let page = page.split("\nkantel compare").next().unwrap_or_default();
        let found = english(page);
        assert!(found.is_empty(), "{found:?}: {page}");
        assert!(page.contains("wet: binnen vier weken (Wgs, art. 4)"), "the notes of sources are there");
    }
}

/// The hash of what a tag holds, as a policy names it.
fn hash(inside: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = Sha256::digest(inside.as_bytes()).iter().fold(String::new(), |mut bits, byte| {
        let _ = write!(bits, "{byte:08b}");
        bits
    });
    // 256 bits make 43 digits with two bits to spare, and one sign that fills up.
    let digit = |six: &[u8]| {
        let six = format!("{:0<6}", String::from_utf8_lossy(six));
        char::from(DIGITS[usize::from_str_radix(&six, 2).expect("bits")])
    };
    bits.as_bytes().chunks(6).map(digit).collect::<String>() + "="
}

/// A browser shows the page as it is meant: the policy allows what the page holds, and nothing else.
#[test]
fn the_policy_allows_what_the_page_holds() {
    for lang in BOTH {
        let html = render(&invented(), lang).html;
        let policy = html.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).expect("there is one");
        let policy = policy.split('"').next().unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        let styles: Vec<&str> = html.split("<style>").skip(1).filter_map(|s| s.split("</style>").next()).collect();
        assert_eq!(styles.len(), 1);
        assert!(policy.contains(&format!("style-src 'sha256-{}';", hash(styles[0]))), "{policy}");
        assert!(html.find("Content-Security-Policy") < html.find("<style>"), "it stands before what it is about");
        for needle in [" style=\"", "<script", " onclick=", " onload=", " onerror=", "javascript:", "unsafe"] {
            assert!(!html.contains(needle), "{needle} would be blocked");
        }
    }
}

#[test]
fn a_name_turns_the_direction_of_nothing() {
    let mut data = invented();
    data.scenarios[1].title = "Pro\u{202e}active".to_owned();
    data.scenarios[1].title_nl = "Pro\u{2067}actief".to_owned();
    data.district.name = "Over\u{200f}vecht".to_owned();
    for lang in BOTH {
        let report = render(&data, lang);
        for page in report.figures.iter().map(|f| &f.svg).chain([&report.html]) {
            assert!(!page.contains(['\u{202e}', '\u{2067}', '\u{200f}']), "{lang:?}");
        }
        assert!(report.html.contains("Pro\u{fffd}acti") && report.html.contains("Over\u{fffd}vecht"), "it is seen");
    }
}

#[test]
fn verdicts_are_seen_on_a_phone() {
    let html = render(&invented(), Lang::Nl).html;
    let tables: Vec<&str> = html.split("<table").skip(1).filter_map(|t| t.split("</table>").next()).collect();
    let (judged, plain): (Vec<&str>, Vec<&str>) = tables.iter().partition(|t| t.contains("class=\"verdict"));
    assert!(judged.len() >= 4 && !plain.is_empty());
    for table in judged {
        let head = table.split('>').next().unwrap_or_default();
        assert!(head.contains("judged") && head.contains("role=\"table\""), "{head}");
        assert!(table.contains("data-head=\"Oordeel\""), "a verdict says what it is: {table}");
    }
    assert!(plain.iter().all(|table| !table.contains("data-head")));
    let narrow = html.split("@media screen and (max-width: 36rem)").nth(1).expect("a narrow screen");
    assert!(narrow.contains(".judged td::before { content: attr(data-head);"), "rows become blocks");
}

#[test]
fn equal_months_are_folded() {
    let mut data = invented();
    let lives = data.lives.as_mut().expect("a household");
    let moment = |week: u32| {
        let turn = lives.courses[0].iter().find(|m| m.week.is_some()).expect("something happens").turn;
        Moment { week: Some(week), member: 0, age: 40, turn }
    };
    let equal: Vec<Moment> = [110, 120, 130].map(moment).to_vec();
    for course in &mut lives.courses {
        course.extend(equal.iter().cloned());
        course.sort_by_key(|m| m.week);
    }
    for (lang, says) in BOTH.into_iter().zip(["The same happens under both (", "Met beide plannen gebeurt hetzelfde ("])
    {
        let html = render(&data, lang).html;
        let lives = between(&html, "two-lives", "changes");
        assert!(lives.contains("<details class=\"folded\">") && lives.contains(says), "{lives}");
    }
}

#[test]
fn the_municipality_has_a_subtotal_and_files_of_what_is_known_are_named() {
    let mut data = invented();
    data.worlds = vec!["cijfers-2025.toml".to_owned()];
    for (lang, municipality) in BOTH.into_iter().zip(["Municipality", "Gemeente"]) {
        let html = render(&data, lang).html;
        let table = html.split("id=\"figure-costs-by-payer\"").nth(1).expect("a figure");
        let table = text(table.split("</figure>").next().unwrap_or_default());
        let at = |name: &str| table.lines().position(|line| line.starts_with(name));
        let (part, sum, other) =
            (at(&format!("{municipality}: ")), at(&format!("{municipality} |")), at("Zorgverzekeraar"));
        assert!(
            part.is_some() && part < sum && sum.is_some() && other.is_none_or(|other| sum < Some(other)),
            "{table}"
        );
        assert!(between(&html, "assumptions", "reproduce").contains("cijfers-2025.toml"), "{lang:?}");
    }
}
