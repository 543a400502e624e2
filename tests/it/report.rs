//! The report: contents and order, words, escaping, accessibility, and numbers that equal the data's.

use std::fs;
use std::path::PathBuf;

use kantel::cancel::Cancel;
use kantel::cli::{
    self,
    args::{Language, ReportArgs},
};
use kantel::experiment::{
    Comparison, Deciding, Fan, Lives, Period, Plan, Results, Verdict, bounds, compare, loops, run,
};
use kantel::levers::LeverValue;
use kantel::plan::{ClosureChange, Scenario, UncertainNumber, close};
use kantel::random::Distribution;
use kantel::report::folder::{Draft, Manifest, read};
use kantel::report::wording::{Lang, Measure};
use kantel::report::{Report, ReportData, SECTIONS, SeriesSummary, StatedNumber, render};
use kantel::scenario::{Overrides, load_all};
use kantel::units::Week;

use crate::invented::{START, YEARS, comparison, household, invented};
use crate::toy;

const BOTH: [Lang; 2] = [Lang::En, Lang::Nl];

/// The part of a page between the starts of two sections.
pub(crate) fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let start = html.find(&format!("<section id=\"{from}\"")).expect("the first section");
    let end = html.find(&format!("<section id=\"{to}\"")).expect("the second section");
    &html[start..end]
}

/// The text that a reader sees, one line per block; pictures and scripts have none.
pub(crate) fn text(html: &str) -> String {
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
    let lines = unescaped.replace("&amp;", "&").replace('\u{2060}', "");
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

/// English says *sample* where Dutch says *wereld*: one word, one meaning.
#[test]
fn english_calls_a_sample_a_sample() {
    let cases = [invented(), ReportData { comparisons: Vec::new(), ..invented() }];
    for html in cases.map(|data| render(&data, Lang::En).html) {
        let page = text(&html[..html.find("<section id=\"assumptions\"").expect("there is one")]).to_lowercase();
        assert!(!page.contains("world"), "{}", page.lines().filter(|l| l.contains("world")).collect::<String>());
    }
}

/// What is read before the annex, of results of every kind, in sentences of 15 words at most.
#[test]
fn sentences_before_the_annex_are_short() {
    let mut cases = vec![invented(), ReportData { comparisons: Vec::new(), ..invented() }];
    for samples in [1, 6] {
        let mut few = invented();
        few.provenance.samples = samples;
        few.comparisons[0].differences.iter_mut().for_each(|d| d.verdict = Verdict::UndecidedComputing);
        few.comparisons[0].loops.iter_mut().for_each(|effect| effect.samples = samples);
        (few.years, few.term_end_year) = (samples, few.start_year + 2);
        cases.push(few);
    }
    for truth in [3.0, 0.0] {
        let mut monitor = invented();
        for row in &mut monitor.comparisons[0].naive {
            (row.naive, row.true_effect) = (Some(3.0), Some(truth));
        }
        monitor.district.published_residents = 9_000;
        monitor.comparisons[0].loops.clear();
        cases.push(monitor);
    }
    for (lang, data) in BOTH.into_iter().flat_map(|lang| cases.iter().map(move |data| (lang, data))) {
        let html = render(data, lang).html;
        // An amount with its sign and unit is one word.
        let start = text(between(&html, "in-brief", "for-whom")).replace('\u{a0}', "");
        let mut count = 0;
        for sentence in start.lines().flat_map(|l| l.split([':', '|'])).flat_map(|l| l.split(". ")) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 15, "{lang:?}, {words} words: {sentence}");
            count += words;
        }
        assert!(count > 100, "there is something to read: {count} words");
    }
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
        assert!(!html[..annex].contains("://"), "no address before the sources");
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
        assert_eq!(figures.len(), 8);
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
        let expected = if cfg!(feature = "charts") { 8 } else { 0 };
        assert_eq!(report.figures.len(), expected);
        for file in &report.figures {
            assert!(file.svg.starts_with("<svg ") && file.svg.contains("xmlns=") && file.svg.contains("<desc"));
        }
    }
}

/// Folded in the annex: a ring for every feedback, and a row for every link of it.
#[test]
fn the_annex_draws_every_feedback_with_its_links() {
    for lang in BOTH {
        let html = rendered(lang).html;
        let annex = &html[html.find("<details id=\"feedbacks\">").expect("it is there")..];
        let annex = &annex[..annex.find("</details>").expect("it ends")];
        assert_eq!(annex.contains("<svg"), cfg!(feature = "charts"), "{lang:?}");
        for (key, ..) in kantel::links::LOOPS {
            for place in kantel::links::links_of(key) {
                let link = kantel::links::LINKS[place].key;
                let rows = annex.split("<tr>").filter(|row| row.contains(&format!(">{key}<")));
                assert_eq!(rows.filter(|row| row.contains(&format!(": {link}<"))).count(), 1, "{lang:?} {key} {link}");
            }
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
            "In 29 of 100 computed samples dearer."
        } else {
            "In 29 van de 100 doorgerekende werelden duurder."
        };
        assert!(html.contains(worlds), "the side on which the mean lies");
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
    assert!(check.contains("3 of 4 checked figures fit. Misses: Youth help"), "{check}");
    assert!(order("Youth help, share of residents under 23 | 4.7%") < order("Wmo clients"), "{check}");
}

/// A monitor shows the model's own course too. As long as there is any, it stands in the sentence about the monitor.
#[test]
fn a_monitor_is_told_with_what_it_would_show_without_the_plan() {
    let mut data = invented();
    for row in data.comparisons[0].naive.clone() {
        let like = data.summaries.iter().find(|s| s.year == row.year && s.scenario == "reactive").expect("a row");
        let mean = row.before.map(|before| before - 55.0);
        let level = Fan { mean, ..Fan::default() };
        data.summaries.push(SeriesSummary { indicator: row.indicator, level, ..like.clone() });
    }
    for (lang, sentence, row) in [
        (Lang::En, "The monitor shows −72, and without the plan it would show −55.", "2041 | 2,210 | −72 | −55 |"),
        (Lang::Nl, "De monitor toont −72, en zonder het plan zou hij −55 tonen.", "2041 | 2.210 | −72 | −55 |"),
    ] {
        let course = text(between(&render(&data, lang).html, "over-time", "why"));
        assert!(course.contains(sentence) && course.contains(row), "{course}");
    }
    for summary in data.summaries.iter_mut().filter(|s| s.indicator.starts_with("registered.")) {
        summary.level.mean = summary.level.mean.map(|mean| mean + 55.0);
    }
    let still = text(between(&render(&data, Lang::En).html, "over-time", "why"));
    assert!(still.contains("The monitor shows −72, the true effect is −16."), "{still}");
}

#[test]
fn a_household_is_told_on_one_axis_of_months() {
    let html = rendered(Lang::En).html;
    let table = text(between(&html, "two-lives", "changes"));
    // Cells and the lines within them, one after the other.
    let rows: Vec<&str> = table.lines().flat_map(|l| l.split(" | ")).collect();
    let at = |line: &str| rows.iter().position(|r| *r == line).unwrap_or_else(|| panic!("{line}: {table}"));
    assert!(at("When") < at("At the start"), "{table}");
    // 44 weeks of 52 are past in October: week 33 is in August, week 60 in February of the next year.
    let months =
        ["August\u{a0}2027", "October\u{a0}2027", "February\u{a0}2028", "December\u{a0}2028", "January\u{a0}2029"];
    let places: Vec<usize> = months.iter().map(|m| at(m)).collect();
    assert!(places.is_sorted(), "{places:?}: {table}");
    for (after, lines) in [
        (0, &["–", "Somebody of the team rings at the door.", "A, debts: comes to light (visit at the door)"][..]),
        (1, &["–", "A: gets a debt programme"]),
        (2, &["A, debts: worsens, now severe", "–"]),
        (4, &["C: moves in (40 years)", "the same"]),
    ] {
        assert_eq!(&rows[places[after] + 1..=places[after] + lines.len()], lines);
    }
    assert!(table.contains(
        "In the first computed sample 9,400 households live here all the time. The course differs in 2,350 of \
             these (25%)."
    ));
    assert!(table.contains(
        "less often in 11. It is more often in 4, and as often in 1,225. In the household below: less often."
    ));
}

#[test]
fn a_result_without_a_household_says_so() {
    let mut data = invented();
    let absent = ["This result does not hold the course of a household.", "Dit resultaat bevat geen verloop"];
    let none = ["There was no household to draw", "Er was geen huishouden om te loten"];
    data.lives = data.lives.map(|lives| Lives { courses: Default::default(), work: Default::default(), ..lives });
    for (lang, says) in BOTH.into_iter().zip(none) {
        let html = render(&data, lang).html;
        let section = between(&html, "two-lives", "changes");
        assert!(section.contains(says) && !section.contains("<table"), "{section}");
    }
    data.lives = None;
    for (lang, says) in BOTH.into_iter().zip(absent) {
        let html = render(&data, lang).html;
        let section = between(&html, "two-lives", "changes");
        assert!(section.contains(says) && !section.contains("<table"), "{section}");
    }
}

#[test]
fn where_more_is_expected_the_check_says_so() {
    let mut data = invented();
    let check = |data: &ReportData| {
        let html = render(data, Lang::En).html;
        let check = text(between(&html, "local-check", "over-time"));
        check.lines().find(|l| l.starts_with("Households with problem debts")).map(str::to_owned).expect("a row")
    };
    assert!(check(&data).ends_with("| ✓ fits: more is expected here"), "{}", check(&data));
    data.district.low_income = 0.05;
    assert!(check(&data).ends_with("| ✓ fits"), "{}", check(&data));
    for summary in data.summaries.iter_mut().filter(|s| s.indicator == "households.debt") {
        summary.level.mean = Some(0.08 * data.district.households);
    }
    assert!(check(&data).ends_with("| ✓ fits"), "{}", check(&data));
    data.district.low_income = 0.203;
    assert!(check(&data).ends_with("| ✗ does not fit: more is expected here"), "{}", check(&data));
}

#[test]
fn a_caption_follows_the_numbers() {
    let mut data = invented();
    // The band of the last year holds zero: nothing is said that the worlds do not agree on.
    assert!(
        render(&data, Lang::En)
            .html
            .contains("The municipality pays more in the first year. The last year is undecided.")
    );
    for d in data.comparisons[0].differences.iter_mut().filter(|d| d.indicator == "euros.municipality") {
        (d.p05, d.p95) = (d.difference.map(|x| 0.9 * x), d.difference.map(|x| 1.1 * x));
        d.verdict = Verdict::Worse;
    }
    let dearer = render(&data, Lang::En).html;
    for d in &mut data.comparisons[0].differences {
        if d.indicator == "euros.municipality" {
            (d.difference, d.p05, d.p95) = (d.difference.map(|x| -x), d.p95.map(|x| -x), d.p05.map(|x| -x));
            d.verdict = Verdict::Better;
        }
    }
    let cheaper = render(&data, Lang::En).html;
    let smaller = "The difference is smaller in the last year than in the first.";
    assert!(dearer.contains(&format!("Figure 1. The municipality pays more. {smaller}")), "{dearer}");
    assert!(cheaper.contains(&format!("Figure 1. The municipality pays less. {smaller}")), "{cheaper}");
    assert!(cheaper.contains("▼ Cheaper") && !cheaper.contains("The municipality pays more"));
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
    scenarios[1].organisation.timeline.base.team.fte += 1.0;
    let mut plan = toy::plan(scenarios, 1);
    plan.loop_samples = 12;
    let mut draft = Draft::create(&target, false, &plan, &texts).expect("the disk works");
    let mut results = Results::new(&plan);
    run(&plan, &toy::Toy::new(), &mut (&mut results, &mut draft), &Cancel::new(), &()).expect("nothing stops it");
    draft.write_summary(&plan, &results).expect("the disk works");
    let effects = loops(&plan, &toy::Toy::new(), &results, &Cancel::new(), &()).expect("nothing stops it");
    let mut effects = effects.concat();
    (effects[0].named, effects[1].named, effects[1].agrees) = (true, false, None);
    let bounds = bounds(&plan, &toy::Toy::new(), &Cancel::new(), &()).expect("nothing stops it").concat();
    let comparisons = vec![Comparison { loops: effects, bounds, ..compare(&plan, &results, 1) }];
    draft.write_comparisons(&comparisons).expect("the disk works");
    draft.write_lives(&household()).expect("the disk works");
    let files = vec!["scenarios/reactive.toml".to_owned(), "scenarios/proactive.toml".to_owned()];
    let closed = close(&read[0], &read[1], read[1].closure_against(&read[0]));
    let told = Plan { scenarios: vec![read[0].clone(), closed.scenario], ..plan.clone() };
    let data = ReportData::from_results(&told, closed.notes, files, &results, comparisons);
    draft.finish(Manifest::of_plan(&plan)).expect("the disk works");
    let data = ReportData { lives: Some(household()), ..data };
    (place, data)
}

fn arguments(place: &Place, margins: &[&str]) -> ReportArgs {
    ReportArgs {
        dir: place.0.clone(),
        lang: Some(Language::Nl),
        csv: None,
        margins: margins.iter().map(|m| (*m).to_owned()).collect(),
    }
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
    let cli::Failure::Input(problems) =
        cli::report::report(&arguments(&place, &["persons.second_lime=1"])).expect_err("misspelled")
    else {
        panic!("the user's mistake")
    };
    assert_eq!(problems[0].help, "did you mean 'persons.second_line'?");
    let nowhere = ReportArgs { dir: place.0.join("nowhere"), ..arguments(&place, &[]) };
    assert_eq!(cli::report::report(&nowhere).expect_err("there is nothing").exit_code(), 2);
}

/// What a scenario states and nobody knows is told in the reader's language: as a changed lever, as an assumption, and
/// where it decides.
#[test]
fn uncertain_numbers_of_scenarios_are_told() {
    let mut data = invented();
    let triangular = Distribution::Triangular { low: 1.0, mode: 2.5, high: 4.0 };
    let kantel::report::Changed::Lever(lever) = data.changed[0].what else { panic!("a lever") };
    data.changed[0].changed[0].value = LeverValue::Uncertain(triangular);
    let number =
        UncertainNumber { place: kantel::plan::Place::Lever(lever, Week(0)), before: false, distribution: triangular };
    let key = number.key();
    data.uncertain.push(StatedNumber { scenario: "proactive".to_owned(), number });
    for decider in data.comparisons[0].differences.iter_mut().flat_map(|d| &mut d.deciders) {
        if decider.what == Deciding::Assumption {
            (decider.key, decider.tipping_value) = (key.clone(), Some(1.5));
        }
    }
    data.closure_notes[0].change = ClosureChange::LargerTeam(2.5);
    data.closure_notes[0].by_sample = true;
    let part = |lang| {
        let text = text(&render(&data, lang).html);
        let told = |l: &&str| l.contains(&key) || l.contains("door_fte") || l.contains("2,5") || l.contains("2.5");
        text.lines().filter(told).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(format!("{}\n\n{}", part(Lang::En), part(Lang::Nl)));
}
