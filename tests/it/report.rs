//! The report: contents and order, words, escaping, accessibility, and numbers that equal the data's.

use std::fs;
use std::path::PathBuf;

use kantel::cancel::Cancel;
use kantel::cli::{
    self,
    args::{Language, ReportArgs},
};
use kantel::experiment::{
    BreakEven, Comparison, Difference, LoopEffect, NaiveTrue, Period, Results, Verdict, compare, run,
};
use kantel::levers::{LEVERS, LeverValue, Step};
use kantel::observation::{Direction, Kind};
use kantel::parameters::Params;
use kantel::report::folder::{Draft, Manifest, read};
use kantel::report::wording::{Lang, Measure};
use kantel::report::{
    ChangedLever, DistrictFacts, Provenance, Report, ReportData, SECTIONS, ScenarioFacts, SeriesSummary, render,
};
use kantel::scenario::{Overrides, Scenario, load_all};
use kantel::units::Week;

use crate::toy;

const YEARS: u32 = 15;
const START: i32 = 2027;
const BOTH: [Lang; 2] = [Lang::En, Lang::Nl];

/// A difference with invented numbers: middle, low and high.
fn difference(indicator: &str, group: &str, period: Period, numbers: [f64; 3], verdict: Verdict) -> Difference {
    let unit = match Measure::of(indicator, "persons") {
        Measure::Euros => "euro per year",
        Measure::Hours => "hours per year",
        Measure::Weeks => "weeks",
        _ => "persons",
    };
    Difference {
        indicator: indicator.to_owned(),
        group: group.to_owned(),
        period,
        unit,
        kind: Kind::Flow,
        direction: if unit.starts_with("hours") { Direction::Neutral } else { Direction::Lower },
        base_value: Some(412.0),
        variant_value: Some(412.0 + numbers[0]),
        difference: Some(numbers[0]),
        p05: Some(numbers[1]),
        p95: Some(numbers[2]),
        share_better: Some(0.71),
        mc_error: Some((numbers[2] - numbers[1]).abs() / 80.0),
        margin: 1.0,
        variance_reduction: Some(12.0),
        samples: 100,
        replicates: 1,
        verdict,
        decider: matches!(verdict, Verdict::UndecidedKnowledge).then(|| "visit.detection".to_owned()),
        tipping_value: matches!(verdict, Verdict::UndecidedKnowledge).then_some(0.57),
        variance_split: Some([0.83, 0.15, 0.02]),
        by_sample: Vec::new(),
    }
}

fn differences() -> Vec<Difference> {
    use Verdict::{Better, Lower, NoDifference, UndecidedComputing, UndecidedKnowledge, Worse};
    let horizon = [
        ("euros.municipality", [158_321.0, 11_204.0, 322_480.0], Worse),
        ("euros.wmo", [-92_400.0, -240_800.0, 31_000.0], UndecidedKnowledge),
        ("euros.youth", [41_200.0, -109_700.0, 188_000.0], UndecidedKnowledge),
        ("euros.debt", [4_010.0, 1_250.0, 7_900.0], Worse),
        ("euros.welfare", [211_000.0, 211_000.0, 211_000.0], Worse),
        ("euros.insurer", [-95_400.0, -210_300.0, -4_800.0], Better),
        ("euros.wlz", [-31_000.0, -88_000.0, 21_000.0], UndecidedComputing),
        ("euros.housing", [-40_100.0, -80_800.0, -10_050.0], Better),
        ("euros.household", [1_420.0, -3_100.0, 6_230.0], NoDifference),
        ("euros.all", [-6_800.0, -240_000.0, 271_000.0], UndecidedKnowledge),
        ("persons.second_line", [-12.4, -45.2, 18.1], UndecidedKnowledge),
        ("need.severe.unhelped", [-38.2, -66.4, -14.3], Better),
        ("carers.burdened", [2.1, -3.3, 6.8], NoDifference),
        ("team.wait_weeks", [0.62, 0.31, 1.12], Worse),
        ("network.none.unhelped", [-4.2, -11.0, 2.3], UndecidedComputing),
        ("hours.first_line", [1_830.0, 1_400.0, 2_210.0], Verdict::Higher),
        ("hours.second_line", [-2_410.0, -6_900.0, 1_320.0], Lower),
        ("care.hours", [90.0, -23.0, 190.0], Verdict::Higher),
    ];
    let mut all: Vec<Difference> =
        horizon.into_iter().map(|(key, n, v)| difference(key, "all", Period::Horizon, n, v)).collect();
    all.push(difference("euros.municipality", "all", Period::Term, [248_900.0, 190_000.0, 301_000.0], Worse));
    let groups = [
        "income:low",
        "income:middle",
        "income:high",
        "network:none",
        "network:some",
        "age:0-22",
        "age:23-64",
        "age:65+",
    ];
    for (i, group) in groups.into_iter().enumerate() {
        let verdict = [Better, Better, NoDifference, UndecidedKnowledge][i % 4];
        let n = -14.0 / (i + 1) as f64;
        all.push(difference("need.severe.unhelped", group, Period::Horizon, [n, n - 4.0, n + 2.0], verdict));
    }
    for year in 0..YEARS {
        let t = f64::from(year) / f64::from(YEARS - 1);
        let euros = 290_000.0 - 220_000.0 * t;
        let wide = 40_000.0 + 150_000.0 * t;
        let period = Period::Year(year);
        all.push(difference("euros.municipality", "all", period, [euros, euros - wide, euros + wide], Worse));
        let first = 1_400.0 + 600.0 * t;
        all.push(difference("hours.first_line", "all", period, [first, first - 300.0, first + 300.0], Verdict::Higher));
        let second = 900.0 - 4_600.0 * t;
        let range = [second, second - 800.0 - 3_000.0 * t, second + 700.0 + 2_500.0 * t];
        all.push(difference("hours.second_line", "all", period, range, Lower));
    }
    all
}

fn comparison() -> Comparison {
    let back = |payer: &str, year: Option<f64>, share_never: f64| BreakEven {
        payer: payer.to_owned(),
        year_median: year,
        year_p05: year.map(|y| y - 2.0).or(Some(9.0)),
        year_p95: None,
        share_never,
    };
    let figures = [("euros.municipality", 158_321.0), ("persons.second_line", -12.4), ("need.severe.unhelped", -38.2)];
    let effect = |feedback: &str, factor: f64| {
        let feedback = feedback.to_owned();
        figures.map(|(indicator, whole)| LoopEffect {
            residents: 4_000,
            feedback: feedback.clone(),
            indicator: indicator.to_owned(),
            whole: Some(whole),
            cut: Some(whole * factor),
        })
    };
    Comparison {
        base: "reactive".to_owned(),
        variant: "proactive".to_owned(),
        closure: "hours".to_owned(),
        differences: differences(),
        break_even: vec![
            back("municipality", None, 0.92),
            back("insurer", Some(2.0), 0.06),
            back("all", Some(11.0), 0.54),
        ],
        naive: [("registered.persons.second_line", "persons.second_line"), ("registered.need.known", "need.open")]
            .into_iter()
            .flat_map(|(registered, truth)| {
                [0, 3, 7, 14].map(|year| NaiveTrue {
                    indicator: registered.to_owned(),
                    year,
                    before: Some(2_210.0),
                    naive: Some(40.3 - 8.0 * f64::from(year)),
                    true_indicator: truth.to_owned(),
                    true_effect: Some(-2.0 - f64::from(year)),
                })
            })
            .collect(),
        loops: [
            effect("R1/R2", 1.6),
            effect("R4", 2.5),
            effect("R8", 0.4),
            effect("R9", 0.97),
            effect("R10", -0.25),
            effect("B1", 1.04),
            effect("B4", 1.0),
        ]
        .concat(),
    }
}

fn summaries() -> Vec<SeriesSummary> {
    let mut all = Vec::new();
    for (scenario, effect) in [("reactive", 0.0), ("proactive", 1.0)] {
        for year in 0..YEARS {
            let t = f64::from(year) / f64::from(YEARS - 1);
            let mut add = |indicator: &str, group: &str, mean: f64, wide: f64, difference: f64| {
                all.push(SeriesSummary {
                    scenario: scenario.to_owned(),
                    indicator: indicator.to_owned(),
                    group: group.to_owned(),
                    year,
                    mean: Some(mean + effect * difference),
                    p05: Some(mean + effect * difference - wide),
                    p95: Some(mean + effect * difference + wide),
                    difference_mean: (effect > 0.0).then_some(difference),
                });
            };
            add("need.severe.unhelped", "all", 430.0 + 30.0 * t, 60.0 + 30.0 * t, -20.0 - 30.0 * t);
            add("persons.second_line", "all", 2_210.0, 90.0, -12.0);
            add("euros.municipality", "all", 38.2e6, 2e6, 290_000.0 - 220_000.0 * t);
            let payers = [
                ("wmo", 11.4e6),
                ("youth", 9.9e6),
                ("debt", 1.1e6),
                ("welfare", 4.6e6),
                ("insurer", 12.2e6),
                ("wlz", 17.9e6),
            ];
            for (i, (payer, euros)) in payers.into_iter().enumerate() {
                let growth = 1.0 + 0.02 * f64::from(year) * (i + 1) as f64 / 3.0;
                add(&format!("euros.{payer}"), "all", euros * growth, euros * 0.05, 20_000.0);
            }
            for (payer, euros) in [("housing", 210_000.0), ("justice", 390_000.0), ("household", 640_000.0)] {
                add(&format!("euros.{payer}"), "all", euros, euros * 0.1, -5_000.0);
            }
            for (indicator, mean) in [
                ("persons.wmo", 3_440.0),
                ("persons.youth_help", 490.0),
                ("carers", 3_150.0),
                ("households.debt", 1_640.0),
                ("persons.team.adult", 1_100.0),
                ("persons.team.older", 440.0),
                ("residents", 34_255.0),
                ("residents.under_23", 10_400.0),
                ("residents.adult", 21_300.0),
                ("residents.older", 4_555.0),
            ] {
                add(indicator, "all", mean, 10.0, 5.0);
            }
        }
    }
    all
}

/// A comparison with invented numbers. The variant's title holds markup.
fn invented() -> ReportData {
    let lever = LEVERS.iter().position(|l| l.meta.key == "outreach.door_fte").expect("exists");
    let step = |value: f64| Step { from: Week(0), value: LeverValue::Number(value), ramp_weeks: 52 };
    ReportData {
        scenarios: vec![
            ScenarioFacts {
                name: "reactive".to_owned(),
                title: "Reactive: the team acts on requests".to_owned(),
                title_nl: "Reactief: het wijkteam werkt op vragen".to_owned(),
            },
            ScenarioFacts {
                name: "proactive".to_owned(),
                title: "Proactive <i>visits</i>: the team goes out & finds".to_owned(),
                title_nl: "Proactief <i>bezoek</i>: het wijkteam gaat eropaf & vindt".to_owned(),
            },
        ],
        district: DistrictFacts {
            name: "Voorbeeldwijk".to_owned(),
            municipality: "Voorbeeldstad".to_owned(),
            code: "WK000001".to_owned(),
            year: 2018,
            residents: 34_255,
            households: 16_685.0,
            wmo_per_1000: Some(106.0),
            attribution: "CBS, Kerncijfers wijken en buurten".to_owned(),
        },
        closure: "hours".to_owned(),
        start_year: START,
        years: YEARS,
        price_year: 2024,
        term_end_year: 2029,
        comparisons: vec![comparison()],
        summaries: summaries(),
        closure_notes: vec!["proactive: the team has the FTE of reactive (closure: same team hours)".to_owned()],
        changed: vec![ChangedLever {
            variant: "proactive".to_owned(),
            lever,
            base: vec![step(1.0)],
            changed: vec![step(3.0)],
        }],
        parameters: Params::defaults(),
        provenance: Provenance {
            version: "0.1.0".to_owned(),
            command: "kantel compare builtin:reactive builtin:proactive --seed 42".to_owned(),
            seed: 42,
            samples: 100,
            replicates: 1,
            extra_replicate: 20,
        },
    }
}

/// The part of a page between the starts of two sections.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let start = html.find(&format!("<section id=\"{from}\"")).expect("the first section");
    let end = html.find(&format!("<section id=\"{to}\"")).expect("the second section");
    &html[start..end]
}

/// The text that a reader sees, one line per block; pictures and scripts have none.
fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        rest = &rest[end + 1..];
        if let Some(skipped) = ["svg", "style"].into_iter().find(|s| *s == tag.split(' ').next().unwrap_or_default()) {
            let close = format!("</{skipped}>");
            rest = &rest[rest.find(&close).expect("it closes") + close.len()..];
        } else if !matches!(name, "b" | "a" | "code" | "span") {
            out.push_str(match tag.split(' ').next().unwrap_or_default() {
                "td" | "th" => " | ",
                "/td" | "/th" => "",
                _ => "\n",
            });
        }
    }
    out.push_str(rest);
    let unescaped = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    let lines = unescaped.replace("&amp;", "&");
    let lines: Vec<&str> = lines.lines().map(|l| l.trim_matches([' ', '|'])).filter(|l| !l.is_empty()).collect();
    lines.join("\n")
}

fn rendered(lang: Lang) -> Report {
    render(&invented(), lang)
}

#[test]
fn sections_stand_in_their_order() {
    for lang in BOTH {
        let html = rendered(lang).html;
        let found: Vec<&str> = html.split("<section id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(found, SECTIONS);
        assert!(html.starts_with("<!doctype html>\n<html lang=\"") && html.trim_end().ends_with("</html>"));
    }
}

#[test]
fn the_first_pages_avoid_the_words_that_mislead() {
    let forbidden = [
        "significant",
        "significan",
        "proven",
        "bewezen",
        "median",
        "mediaan",
        "interval",
        "seed",
        "saving",
        "besparing",
        "bespaart",
        "NaN",
    ];
    for lang in BOTH {
        let html = rendered(lang).html;
        let start = text(between(&html, "in-brief", "for-whom")).to_lowercase();
        for word in forbidden {
            assert!(!start.contains(&word.to_lowercase()), "{lang:?}: {word}\n{start}");
        }
    }
}

#[test]
fn dutch_sentences_are_short() {
    let html = rendered(Lang::Nl).html;
    let start = text(between(&html, "in-brief", "for-whom"));
    let mut count = 0;
    for sentence in start.lines().flat_map(|l| l.split([':', '|'])).flat_map(|l| l.split(". ")) {
        let words = sentence.split_whitespace().count();
        assert!(words <= 25, "{words} words: {sentence}");
        count += words;
    }
    assert!(count > 300, "there is something to read: {count} words");
}

#[test]
fn names_are_escaped_everywhere() {
    for lang in BOTH {
        let report = rendered(lang);
        for page in report.figures.iter().map(|f| &f.svg).chain([&report.html]) {
            assert!(!page.contains("<i>"), "{lang:?}: markup from a title");
        }
        assert!(report.html.contains("&lt;i&gt;"));
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for lang in BOTH {
        let html = rendered(lang).html;
        let annex = html.find("<section id=\"assumptions\"").expect("there is one");
        assert!(!html[..annex].contains("http"), "no address before the sources");
        for needle in ["<script", "<link", "<img", "<iframe", " src=", "@import", "url(", "href=\"http"] {
            assert!(!html.contains(needle), "{needle}");
        }
    }
}

#[test]
fn every_figure_can_be_read_without_seeing_it() {
    for lang in BOTH {
        let report = rendered(lang);
        let figures: Vec<&str> = report.html.split("<figure ").skip(1).collect();
        assert_eq!(figures.len(), 6);
        for figure in &figures {
            let figure = figure.split("</figure>").next().unwrap_or_default();
            let mut needles = vec!["<figcaption", "<details", "<table", "<caption", "scope=\"col\"", "scope=\"row\""];
            if cfg!(feature = "charts") {
                needles.extend(["<svg", "role=\"img\"", "<title", "<desc", "aria-labelledby"]);
            }
            for needle in needles {
                assert!(figure.contains(needle), "{needle} in {}", &figure[..80]);
            }
        }
        let expected = if cfg!(feature = "charts") { 6 } else { 0 };
        assert_eq!(report.figures.len(), expected);
        for file in &report.figures {
            assert!(file.svg.starts_with("<svg ") && file.svg.contains("xmlns=") && file.svg.contains("<desc"));
        }
    }
}

#[test]
fn every_id_is_unique_and_every_link_leads_somewhere() {
    for lang in BOTH {
        let html = rendered(lang).html;
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|r| r.split('"').next()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for target in html.split("href=\"#").skip(1).filter_map(|r| r.split('"').next()) {
            assert!(ids.contains(&target), "#{target}");
        }
    }
}

#[test]
fn numbers_equal_those_in_the_data() {
    let data = invented();
    for lang in BOTH {
        let html = render(&data, lang).html;
        for key in ["euros.municipality", "persons.second_line", "need.severe.unhelped"] {
            let d = data.comparisons[0].find(key, "all", Period::Horizon).expect("exists");
            let card = html.split(&format!("data-indicator=\"{key}\"")).nth(1).expect("a card");
            let card = card.split("</article>").next().unwrap_or_default();
            for (attribute, value) in [("difference", d.difference), ("p05", d.p05), ("p95", d.p95)] {
                let written = card.split(&format!("data-{attribute}=\"")).nth(1).and_then(|r| r.split('"').next());
                assert_eq!(written.and_then(|w| w.parse::<f64>().ok()), value, "{key} {attribute}");
            }
            let read = Measure::of(key, d.unit).difference(lang, d.difference.expect("is there"));
            let read = read.trim_start_matches(['−', '+', '\u{a0}']);
            assert!(card.contains(read), "{key}: {read}");
        }
        let worlds = if lang == Lang::En {
            "In 71 of 100 computed worlds less."
        } else {
            "In 71 van de 100 doorgerekende werelden minder."
        };
        assert!(html.contains(worlds));
        for year in START..START + YEARS as i32 {
            assert!(html.contains(&format!("<th scope=\"row\">{year}</th>")), "{year} in a table");
        }
    }
}

#[test]
fn misses_come_first_in_the_local_check() {
    let html = rendered(Lang::En).html;
    let check = text(between(&html, "local-check", "over-time"));
    let order = |needle: &str| check.find(needle).unwrap_or_else(|| panic!("{needle} in {check}"));
    assert!(check.contains("5 of 6 checked figures fit. Misses: Youth help"), "{check}");
    assert!(order("Youth help, share of residents under 23 | 4.7%") < order("Wmo clients"), "{check}");
}

#[test]
fn a_caption_follows_the_numbers() {
    let mut data = invented();
    let dearer = render(&data, Lang::En).html;
    for d in &mut data.comparisons[0].differences {
        if d.indicator == "euros.municipality" {
            (d.difference, d.p05, d.p95) = (d.difference.map(|x| -x), d.p95.map(|x| -x), d.p05.map(|x| -x));
            d.verdict = Verdict::Better;
        }
    }
    let cheaper = render(&data, Lang::En).html;
    assert!(dearer.contains("Dearer for the municipality") && dearer.contains("The municipality pays more."));
    assert!(cheaper.contains("Cheaper for the municipality") && cheaper.contains("The municipality pays less."));
    assert!(!cheaper.contains("Dearer for the municipality"));
}

#[test]
fn missing_values_are_dashes() {
    let mut data = invented();
    for d in &mut data.comparisons[0].differences {
        (d.base_value, d.variant_value, d.difference, d.p05, d.p95) = (None, None, None, None, None);
        (d.share_better, d.mc_error, d.variance_split) = (None, None, None);
    }
    data.summaries.clear();
    data.comparisons[0].loops.clear();
    data.comparisons[0].naive.clear();
    for lang in BOTH {
        let html = render(&data, lang).html;
        assert!(html.contains("<p class=\"big\">–</p>"));
        assert!(!html.contains("NaN") && !html.contains(">None<") && !html.contains(">inf<"), "{lang:?}");
        assert!(html.matches("<section ").count() == SECTIONS.len());
    }
}

#[test]
fn a_single_run_and_several_variants_have_a_report_too() {
    let mut run = invented();
    run.comparisons.clear();
    let html = render(&run, Lang::En).html;
    assert_eq!(html.matches("<section ").count(), SECTIONS.len());
    assert!(html.contains("Reactive, by itself"));

    let mut several = invented();
    let mut second = comparison();
    second.variant = "proactive-2".to_owned();
    several.comparisons.push(second);
    let report = render(&several, Lang::Nl);
    let mut names: Vec<&str> = report.figures.iter().map(|f| f.name.as_str()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "no figure overwrites another: {names:?}");
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (a, b) = (rendered(Lang::Nl), rendered(Lang::Nl));
    assert_eq!(a.html, b.html);
    assert_eq!(a.figures, b.figures);
}

#[test]
fn the_text_in_english() {
    let html = rendered(Lang::En).html;
    insta::assert_snapshot!(text(between(&html, "in-brief", "assumptions")));
}

#[test]
fn the_text_in_dutch() {
    let html = rendered(Lang::Nl).html;
    insta::assert_snapshot!(text(between(&html, "in-brief", "assumptions")));
}

/// A folder of its own for a test, removed at the end.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A result of the toy model on the embedded scenarios, with its report, and the data that it was rendered from.
fn result(name: &str) -> (Place, ReportData) {
    let target = std::env::temp_dir().join(format!("kantel-report-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&target);
    let place = Place(target.clone());
    let overrides = Overrides { years: Some(toy::YEARS), samples: Some(40), ..Overrides::default() };
    let sources = ["builtin:reactive".to_owned(), "builtin:proactive".to_owned()];
    let loaded = load_all(&sources, &overrides).expect("the embedded scenarios are right");
    let read: Vec<Scenario> = loaded.iter().map(|l| l.scenario.clone()).collect();
    let texts: Vec<String> = loaded.iter().map(|l| l.merged.clone()).collect();
    let mut scenarios = read.clone();
    // The toy tells scenarios apart by the team's FTE.
    scenarios[1].organisation.timeline.base.team_fte += 1.0;
    let mut plan = toy::plan(scenarios, 1);
    plan.loop_samples = 3;
    let mut draft = Draft::create(&target, false, &plan, &texts).expect("the disk works");
    let mut results = Results::new(&plan);
    run(&plan, &toy::Toy::new(), &mut (&mut results, &mut draft), &Cancel::new(), &()).expect("nothing stops it");
    draft.write_summary(&plan, &results).expect("the disk works");
    let comparisons = vec![compare(&plan, &results, 1)];
    draft.write_comparisons(&comparisons).expect("the disk works");
    let files = vec!["scenarios/reactive.toml".to_owned(), "scenarios/proactive.toml".to_owned()];
    let data = ReportData::from_results(&plan, &read, files, &results, comparisons, Vec::new());
    draft.finish(Manifest::of_plan(&plan)).expect("the disk works");
    (place, data)
}

fn arguments(place: &Place, margins: &[&str]) -> ReportArgs {
    ReportArgs { dir: place.0.clone(), lang: Language::Nl, margins: margins.iter().map(|m| (*m).to_owned()).collect() }
}

#[test]
fn a_folder_gives_the_same_report_as_the_results_in_memory() {
    let (place, data) = result("same");
    let from_memory = render(&data, Lang::Nl);
    let line = cli::report::report(&arguments(&place, &[])).expect("it is a result");
    assert_eq!(line.trim_end(), place.0.join("report.html").display().to_string());
    let html = fs::read_to_string(place.0.join("report.html")).expect("it is written");
    assert!(html == from_memory.html, "the page differs");
    for figure in &from_memory.figures {
        let svg = fs::read_to_string(place.0.join(format!("figures/{}.svg", figure.name))).expect("it is written");
        assert!(svg == figure.svg, "{} differs", figure.name);
    }
    let folder = read(&place.0).expect("it can be read");
    assert!(folder.manifest.outputs.contains_key("report.html"));
    assert!(html.contains("kantel compare scenarios/reactive.toml scenarios/proactive.toml --closure hours"));
}

#[test]
fn another_margin_is_another_verdict() {
    let (place, data) = result("margin");
    let same = |html: &str| {
        let card = html.split("data-indicator=\"persons.second_line\"").nth(1).expect("a card").to_owned();
        card.split("</article>").next().unwrap_or_default().contains("Geen verschil van belang")
    };
    assert!(same(&render(&data, Lang::Nl).html), "the toy's effect is small");
    cli::report::report(&arguments(&place, &["persons.second_line=0"])).expect("it is a result");
    assert!(!same(&fs::read_to_string(place.0.join("report.html")).expect("it is written")));
}

#[test]
fn what_is_no_result_and_what_is_no_margin_is_refused() {
    let (place, _) = result("refused");
    for margin in ["persons.second_line", "persons.second_line=nan", "persons.second_line=-1", "no.such=1"] {
        let failure = cli::report::report(&arguments(&place, &[margin])).expect_err(margin);
        assert_eq!(failure.exit_code(), 2, "{margin}");
        assert!(!place.0.join("report.html").exists(), "nothing is written");
    }
    let nowhere = ReportArgs { dir: place.0.join("nowhere"), ..arguments(&place, &[]) };
    assert_eq!(cli::report::report(&nowhere).expect_err("there is nothing").exit_code(), 2);
}
