//! The report of what is small, short, idle, uncertain or single: every sentence stays true.

use kantel::experiment::{Difference, Period, Verdict};
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};

use crate::invented::invented;
use crate::report::{between, text};

const BOTH: [Lang; 2] = [Lang::En, Lang::Nl];

/// The text of sections, from one up to another.
fn part(data: &ReportData, lang: Lang, from: &str, to: &str) -> String {
    text(between(&render(data, lang).html, from, to))
}

fn differences(data: &mut ReportData) -> impl Iterator<Item = &mut Difference> {
    data.comparisons.iter_mut().flat_map(|c| &mut c.differences)
}

#[test]
fn captions_claim_nothing_of_fewer_than_thirty_samples() {
    let mut data = invented();
    data.provenance.samples = 6;
    for d in differences(&mut data) {
        d.verdict = Verdict::UndecidedComputing;
    }
    let english = part(&data, Lang::En, "over-time", "two-lives");
    assert!(
        english.contains("Figure 1. For the municipality undecided in the first and in the last year."),
        "{english}"
    );
    for figure in ["Figure 3. In 2041", "Figure 4. First line", "Figure 6. Extra cost"] {
        let caption = english.lines().find(|l| l.starts_with(figure)).unwrap_or_else(|| panic!("{figure}: {english}"));
        assert!(caption.contains("This is uncertain: fewer than 30 samples were computed."), "{caption}");
    }
    let dutch = part(&data, Lang::Nl, "over-time", "two-lives");
    assert_eq!(dutch.matches("Dit is onzeker: er zijn minder dan 30 werelden doorgerekend.").count(), 3, "{dutch}");
}

#[test]
fn a_band_is_told_by_the_samples_behind_it() {
    let mut data = invented();
    for (samples, english, dutch) in [
        (100, "from low to high in 90 of 100 computed samples", "in 90 van de 100 doorgerekende werelden"),
        (6, "about the lowest and the highest of 6 computed samples", "de laagste en de hoogste van 6 doorgerekende"),
        (1, "Only one sample was computed", "Er is maar één wereld doorgerekend"),
    ] {
        data.provenance.samples = samples;
        for (lang, says) in BOTH.into_iter().zip([english, dutch]) {
            let report = render(&data, lang);
            let start = text(between(&report.html, "key-figures", "local-check"));
            assert!(start.contains(says), "{samples}: {start}");
            for figure in &report.figures {
                let few = figure.svg.contains("90 of 100") || figure.svg.contains("90 van de 100");
                assert!(samples >= 30 || !few, "{samples}: {}", figure.name);
            }
        }
    }
}

#[test]
fn where_nothing_differs_there_is_no_picture_and_it_is_said_why() {
    let mut data = invented();
    for d in differences(&mut data).filter(|d| d.indicator.starts_with("euros.") && d.period == Period::Horizon) {
        (d.difference, d.p05, d.p95) = (Some(0.0), Some(0.0), Some(0.0));
    }
    let says = [
        ("There is no picture: no amount differs.", "was built without figures"),
        ("Er is geen tekening: geen enkel bedrag verschilt.", "is zonder figuren gebouwd"),
    ];
    for (lang, (nothing, absent)) in BOTH.into_iter().zip(says) {
        let payers = part(&data, lang, "who-pays", "for-whom");
        assert_eq!(payers.contains(nothing), cfg!(feature = "charts"), "{payers}");
        assert_eq!(payers.contains(absent), !cfg!(feature = "charts"), "{payers}");
    }
}

#[test]
fn closure_stands_beside_every_figure() {
    let data = invented();
    for (lang, closure) in BOTH.into_iter().zip(["the same team hours.", "evenveel uren van het wijkteam."]) {
        let html = render(&data, lang).html;
        for caption in html.split("<figcaption>").skip(1).filter_map(|rest| rest.split("</figcaption>").next()) {
            assert!(caption.contains(closure), "{caption}");
        }
    }
}

#[test]
fn people_are_counted_in_whole_numbers() {
    let mut data = invented();
    (data.district.residents, data.district.published_residents) = (7, 1);
    let html = render(&data, Lang::Nl).html;
    assert!(html.contains(" · 7 inwoners · ") && html.contains("7 inwoners in plaats van 1."));
    (data.district.residents, data.district.published_residents) = (1, 9);
    let html = render(&data, Lang::En).html;
    assert!(html.contains(" · 1 resident · ") && html.contains("1 resident instead of 9."));
    for s in data.summaries.iter_mut().filter(|s| s.indicator == "need.severe.unhelped") {
        s.level.mean = s.level.mean.map(|_| if s.scenario == "reactive" { 1.2 } else { 7.0 });
    }
    let need = part(&data, Lang::En, "for-whom", "first-second");
    assert!(need.contains("In 2041: 1 person with “Reactive”, 7 people with “Proactive"), "{need}");
}

#[test]
fn one_year_is_told_once() {
    let mut data = invented();
    (data.years, data.term_end_year, data.provenance.samples) = (1, data.start_year, 1);
    for (lang, never) in BOTH.into_iter().zip([
        ["1 years", "1 samples", "last year", "this council term", "2027: +€290,000. 2027"],
        ["1 jaren", "1 werelden", "laatste jaar", "deze collegeperiode", "2027: +\u{a0}€\u{a0}290.000. 2027"],
    ]) {
        let html = render(&data, lang).html;
        let all = part(&data, lang, "in-brief", "assumptions");
        for words in never {
            assert!(!all.contains(words), "{words}: {all}");
        }
        assert!(all.contains(["in this one year.", "in dit ene jaar."][usize::from(lang == Lang::Nl)]), "{all}");
        assert_eq!(html.matches("<svg ").count(), if cfg!(feature = "charts") { 6 } else { 0 });
    }
}

#[test]
fn a_single_run_has_its_own_heads() {
    let mut data = invented();
    data.comparisons.clear();
    for (lang, heads, wrong) in [
        (Lang::En, ["Key figures", "Who pays", "One household"], ["Four key figures", "to watch", "of the base"]),
        (Lang::Nl, ["Kerncijfers", "Wie betaalt", "Eén huishouden"], ["Vier kerncijfers", "Bewaak", "zonder het plan"]),
    ] {
        let html = render(&data, lang).html;
        for head in heads {
            assert!(html.contains(&format!(">{head}</h2>")) && html.contains(&format!(">{head}</a>")), "{head}");
        }
        for words in wrong {
            assert!(!html.contains(words), "{words}");
        }
    }
}

#[test]
fn figures_that_are_worse_are_told_in_brief() {
    let mut data = invented();
    let english = part(&data, Lang::En, "in-brief", "key-figures");
    assert!(english.contains("\nWorse: wait for the team (0.62\u{a0}weeks\u{a0}longer).\n"), "{english}");
    let dutch = part(&data, Lang::Nl, "in-brief", "key-figures");
    assert!(dutch.contains("\nSlechter: wachttijd wijkteam (0,62\u{a0}week\u{a0}langer).\n"), "{dutch}");
    for d in differences(&mut data).filter(|d| d.indicator == "team.wait_weeks") {
        d.verdict = Verdict::NoDifference;
    }
    assert!(!part(&data, Lang::En, "in-brief", "key-figures").contains("Worse"));
}

#[test]
fn a_monitor_that_shows_what_is_not_there_is_told() {
    let mut data = invented();
    let count = data.comparisons[0].naive.len();
    for row in &mut data.comparisons[0].naive {
        (row.naive, row.true_effect) = (Some(3.0), Some(0.0));
    }
    data.comparisons[0].naive[0].true_effect = Some(2.0);
    let english = part(&data, Lang::En, "over-time", "why");
    let says = format!("In 1 of {count} rows the monitor points the same way as the true effect.");
    assert!(english.contains(&format!("{says} In {} only one of the two changes.", count - 1)), "{english}");
}

#[test]
fn hours_of_one_team_are_explained_where_they_differ() {
    let mut data = invented();
    let note = "Hours of training and administration are not among those of the first line.";
    assert!(part(&data, Lang::En, "first-second", "certainty").contains(note));
    data.closure = "extra".to_owned();
    assert!(!part(&data, Lang::En, "first-second", "certainty").contains(note), "the team is larger");
    data.closure = "hours".to_owned();
    for d in differences(&mut data).filter(|d| d.indicator == "hours.first_line") {
        d.difference = Some(0.0);
    }
    assert!(!part(&data, Lang::En, "first-second", "certainty").contains(note), "nothing differs");
}
