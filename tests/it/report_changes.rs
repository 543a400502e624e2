//! The report's list of what differs between scenarios: every change by its name and course, in both languages.

use kantel::entities::Product;
use kantel::experiment::{Difference, Period, Plan};
use kantel::levers::{LEVERS, LeverValue, Step};
use kantel::observation::catalogue;
use kantel::parameters::{PARAMETERS, Params};
use kantel::plan::Number;
use kantel::random::Distribution;
use kantel::report::wording::Lang;
use kantel::report::{Change, Changed, ReportData, fragment, render};
use kantel::scenario::{Overrides, load};
use kantel::units::Week;

use crate::invented::invented;
use crate::report_cases::{BOTH, part};

fn change(what: Changed, base: Vec<Step>, changed: Vec<Step>, since_before: bool) -> Change {
    Change { variant: "proactive".to_owned(), what, base, changed, since_before }
}

fn step(week: i32, value: f64) -> Step {
    Step { from: Week(week), value: LeverValue::Number(value), ramp_weeks: 0 }
}

fn lever(key: &str) -> Changed {
    Changed::Lever(LEVERS.iter().position(|l| l.meta.key == key).expect("exists"))
}

/// The changes of a report as text.
fn told(changes: Vec<Change>, lang: Lang) -> String {
    part(&ReportData { changed: changes, ..invented() }, lang, "changes", "not-for")
}

#[test]
fn all_that_differs_is_named_in_the_language_of_the_reader() {
    let position = Params::position("onset.debt").expect("exists");
    let value = |x: f64| vec![step(0, x)];
    let drawn = LeverValue::Uncertain(Distribution::Uniform { low: 60.0, high: 70.0 });
    let duration = Number::all().find(|n| n.path() == "service.aids.duration_weeks").expect("exists");
    let changes = vec![
        change(Changed::Number(Number::places(Product::Guidance)), value(80.0), value(1_200.0), false),
        change(Changed::Number(Number::price(Product::YouthAmbulatory)), value(72.5), vec![Step::always(drawn)], false),
        change(Changed::Number(duration), value(52.0), value(26.0), false),
        change(Changed::TeamPrice, value(75.43), value(80.0), false),
        change(Changed::PriceYear, value(2024.0), value(2025.0), false),
        change(Changed::DiscountRate, value(0.0225), value(0.03), false),
        change(Changed::Parameter(position), value(0.01), value(0.02), false),
        change(Changed::Link(0), value(1.0), value(0.0), false),
        change(lever("gate.strictness"), Vec::new(), value(0.1), false),
        change(lever("capacity.insurer"), Vec::new(), value(0.9), false),
    ];
    let english = told(changes.clone(), Lang::En);
    for row in [
        "Guidance: places | 80 places | 1,200 places | –",
        "Youth help without a stay: price per hour | 72.5 euros per hour | 60 to 70 euros per hour | –",
        "Aids and transport: length of a term | 52 weeks | 26 weeks | –",
        "Price of an hour of the team | 75.43 euros per hour | 80 euros per hour | –",
        "Year of the prices | 2024 | 2025 | –",
        "Discount rate per year | 2.25% | 3% | –",
        "(onset.debt, per household-year) | 0.01 | 0.02 | –",
        "Strength of a link, coupling: open needs to onset of other needs | 1 | 0 | –",
        "| – | from the start (2027): 10% | municipality",
        "| – | from the start (2027): 0.9 times | insurer",
        "Nothing else was changed.",
    ] {
        assert!(english.contains(row), "{row}: {english}");
    }
    let dutch = told(changes.clone(), Lang::Nl);
    for row in [
        "Begeleiding: plekken | 80 plekken | 1.200 plekken | –",
        "Jeugdhulp zonder verblijf: prijs per uur | 72,5 euro per uur | 60 tot 70 euro per uur | –",
        "Hulpmiddelen en vervoer: duur van een termijn | 52 weken | 26 weken | –",
        "Discontovoet per jaar | 2,25\u{a0}% | 3\u{a0}% | –",
        "Nieuwe problematische schulden, bij een middeninkomen (onset.debt, per huishouden per jaar) | 0,01 | 0,02 | –",
    ] {
        assert!(dutch.contains(row), "{row}: {dutch}");
    }
    let data = ReportData { changed: changes, ..invented() };
    let assumptions = part(&data, Lang::En, "assumptions", "reproduce");
    let row = "| 0.02 | stated in the scenario: Proactive <i>visits</i>";
    assert!(assumptions.lines().any(|l| l.contains("(onset.debt)") && l.contains(row)), "{assumptions}");
}

#[test]
fn the_worlds_numbers_are_named_in_the_language_of_the_reader() {
    let data = invented();
    let [english, dutch] = BOTH.map(|lang| part(&data, lang, "assumptions", "reproduce"));
    for meta in PARAMETERS.iter().filter(|meta| !meta.default.is_fixed()) {
        let [own, other] = [meta.doc, meta.dutch].map(|name| format!("{name} ({}) | ", meta.key));
        assert!(english.contains(&own) && dutch.contains(&other), "{}", meta.key);
        assert!(!english.contains(&other) && !dutch.contains(&own), "{}", meta.key);
    }
    for words in [" | assumption", " | literature", " | share", " | ratio", " | weeks", " | hours"] {
        let told = dutch.lines().find(|line| line.contains(words));
        assert_eq!(told, None, "{words}");
    }
}

/// The source of a default is not that of what a scenario states instead.
#[test]
fn a_number_that_the_base_states_has_no_other_source() {
    let mut data = invented();
    let position = Params::position("onset.debt").expect("exists");
    data.parameters[position] = Distribution::Uniform { low: 0.01, high: 0.03 };
    let text = part(&data, Lang::Nl, "assumptions", "reproduce");
    let row = text.lines().find(|line| line.contains("(onset.debt)")).unwrap_or_else(|| panic!("{text}"));
    assert!(row.ends_with("| staat in het scenario: Reactief"), "{row}");
}

#[test]
fn since_before_is_said_of_the_base_alone_and_only_where_it_is_true() {
    let door = lever("outreach.door_fte");
    let row = |base: Vec<Step>, changed: Vec<Step>, since_before: bool, lang: Lang| {
        let text = told(vec![change(door, base, changed, since_before)], lang);
        let row = text.lines().find(|l| l.to_lowercase().contains("fte") && l.contains(" | ")).map(str::to_owned);
        row.unwrap_or_else(|| panic!("{text}"))
    };
    let (one, three) = (vec![step(0, 1.0)], vec![step(0, 3.0)]);
    let told = row(one.clone(), three.clone(), true, Lang::En);
    assert!(told.contains("| since before: 1 FTE | from the start (2027): 3 FTE |"), "{told}");
    let told = row(one.clone(), three.clone(), true, Lang::Nl);
    assert!(told.contains("| al eerder: 1 fte | vanaf het begin (2027): 3 fte |"), "{told}");
    let told = row(one, three, false, Lang::En);
    assert!(told.contains("| from the start (2027): 1 FTE | from the start (2027): 3 FTE |"), "{told}");
    let moving = Step { ramp_weeks: 52, ..step(0, 3.0) };
    let told = row(vec![step(0, 1.0)], vec![step(0, 1.0), moving], true, Lang::En);
    assert!(told.contains("| since before: 1 FTE | from 2027: 3 FTE, reached in a year |"), "{told}");
    let told = row(Vec::new(), vec![step(26, 2.0), step(52, 3.0)], false, Lang::Nl);
    assert!(told.contains("| – | vanaf juli\u{a0}2027: 2 fte; vanaf 2028: 3 fte |"), "{told}");
}

#[test]
fn a_course_of_many_steps_is_condensed() {
    let team = lever("team.fte");
    let climb: Vec<Step> = (0..=52).map(|week| step(week, 32.0 + f64::from(week) / 10.0)).collect();
    let text = told(vec![change(team, vec![step(0, 32.0)], climb.clone(), true)], Lang::En);
    assert!(text.contains("| from the start (2027): 32 FTE; then 51 more changes; from 2028: 37.2 FTE |"), "{text}");
    let text = told(vec![change(team, vec![step(0, 32.0)], climb, true)], Lang::Nl);
    assert!(
        text.contains("| vanaf het begin (2027): 32 fte; daarna nog 51 wijzigingen; vanaf 2028: 37,2 fte |"),
        "{text}"
    );
    let flat: Vec<Step> = (0..=52).map(|week| step(week, 32.0 + f64::from(week) / 1e6)).collect();
    let text = told(vec![change(team, vec![step(0, 31.0)], flat, true)], Lang::En);
    assert!(text.contains("| from the start (2027): 32 FTE | municipality"), "{text}");
}

#[test]
fn scenarios_of_one_title_are_told_apart_by_their_names() {
    let mut data = invented();
    for lang in BOTH {
        data.scenarios[1].title = data.scenarios[0].title.clone();
        data.scenarios[1].title_nl = data.scenarios[0].title_nl.clone();
        let html = render(&data, lang).html;
        let title = ["proactive, compared with reactive", "proactive, vergeleken met reactive"];
        assert!(html.contains(&format!("<h1>{}</h1>", title[usize::from(lang == Lang::Nl)])), "{lang:?}");
        // Alike up to the colon only: short ones stand whole, long ones would not fit a head.
        let mut short = data.clone();
        for (scenario, rest) in short.scenarios.iter_mut().zip([": one", ": two"]) {
            scenario.title = format!("Plan{rest}");
            scenario.title_nl = scenario.title.clone();
        }
        let told = ["Plan: two, compared with Plan: one", "Plan: two, vergeleken met Plan: one"];
        let html = render(&short, lang).html;
        assert!(html.contains(&format!("<h1>{}</h1>", told[usize::from(lang == Lang::Nl)])), "{lang:?}");
        data.scenarios[1].title += " and more";
        data.scenarios[1].title_nl += " en meer";
        for scenario in &mut data.scenarios {
            scenario.title += ", whatever it is that stands behind a colon";
            scenario.title_nl += ", wat er ook achter een dubbele punt staat";
        }
        let html = render(&data, lang).html;
        assert!(html.contains(&format!("<h1>{}</h1>", title[usize::from(lang == Lang::Nl)])), "{lang:?}");
    }
}

/// What the mechanisms that a plan uses count stands under what differs, with both plans and the difference; nothing of
/// a mechanism that no plan uses, of part of the people or of a year.
#[test]
fn figures_of_what_a_plan_uses_stand_under_what_differs() {
    let mut data = invented();
    let section = |data: &ReportData, lang| fragment(data, "changes", lang).expect("a section");
    assert!(!section(&data, Lang::En).contains("bring about by themselves"), "no plan uses any");
    let like = data.comparisons[0].differences.iter().find(|d| d.period == Period::Horizon && d.group == "all");
    let like = like.expect("a difference").clone();
    for (indicator, group, period, base, variant) in [
        ("exception.made", "all", Period::Horizon, 0.0, 41.0),
        ("network.fell_between", "all", Period::Horizon, 12.0, 7.0),
        ("own_strength.refused", "all", Period::Horizon, 0.0, 0.0),
        ("review.done", "all", Period::Year(1), 0.0, 99.0),
    ] {
        data.comparisons[0].differences.push(Difference {
            indicator: indicator.to_owned(),
            group: group.to_owned(),
            period,
            unit: "episodes",
            base_value: Some(base),
            variant_value: Some(variant),
            difference: Some(variant - base),
            ..like.clone()
        });
    }
    for (lang, caption) in [(Lang::En, "bring about by themselves"), (Lang::Nl, "zelf teweegbrengen")] {
        let html = section(&data, lang);
        assert!(html.contains(caption), "{html}");
        for told in ["41", "12", "7"] {
            assert!(html.contains(&format!(">{told}<")), "{told}: {html}");
        }
        assert!(!html.contains(">99<"), "{html}");
    }
}

/// A plan that uses a mechanism keeps what that counts, and another plan does not.
#[test]
fn what_a_mechanism_counts_is_kept_where_a_plan_uses_it() {
    for (lever, indicator) in [
        ("own_strength.assumed=0.5", "own_strength.refused"),
        ("own_strength.assumed=0.5", "need.never"),
        ("review.weeks=52", "review.done"),
        ("network.exception=1", "exception.wrong"),
        ("team.seniors=0.5", "professionals.seniors"),
        ("team.training_hours=20", "professionals.strain"),
        ("practice.room_hours=20", "practice.unpractised"),
        ("culture.coaching_fte=1", "culture.years_to_half_way"),
        ("monitor.hours=1", "monitor.true"),
        ("monitor.use=account", "case.unsolved"),
        ("referrers.feedback_hours=1", "referrers.trust.gp"),
        ("contract.guidance=task", "contract.growth"),
        ("team.seconded_share=1", "position.empty"),
    ] {
        let kept = |set: Vec<String>| {
            let overrides = Overrides { set, ..Overrides::default() };
            let loaded = load("builtin:reactive", &overrides).expect("is right");
            let plan = Plan::new(vec![loaded.scenario], catalogue::series().into());
            plan.kept().iter().any(|&i| plan.series[i].indicator == indicator)
        };
        assert!(kept(vec![lever.to_owned()]) && !kept(Vec::new()), "{lever} {indicator}");
    }
}
