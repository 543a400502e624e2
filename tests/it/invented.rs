//! A comparison with invented numbers, for the tests of the report.

use kantel::entities::{Domain, Product, Route, Severity};
use kantel::experiment::{
    BreakEven, Comparison, Decider, Deciding, Difference, Drawn, Fan, HouseholdKind, Lives, LoopEffect, Moment,
    NaiveTrue, Period, Plane, PlanePoint, Turn, Verdict, WorkWeek,
};
use kantel::levers::{LEVERS, LeverValue, Step};
use kantel::observation::{Direction, Kind};
use kantel::parameters::Params;
use kantel::plan::{ClosureChange, ClosureNote};
use kantel::report::wording::Measure;
use kantel::report::{Change, Changed, DistrictFacts, Provenance, ReportData, ScenarioFacts, SeriesSummary};
use kantel::units::Week;

pub(crate) const YEARS: u32 = 15;
pub(crate) const START: i32 = 2027;

/// A difference with invented numbers: mean, low and high.
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
        median: Some(numbers[0]),
        p05: Some(numbers[1]),
        p95: Some(numbers[2]),
        share_better: Some(0.71),
        mc_error: Some((numbers[2] - numbers[1]).abs() / 80.0),
        margin: 1.0,
        variance_reduction: Some(12.0),
        samples: 100,
        replicates: 1,
        verdict,
        deciders: if matches!(verdict, Verdict::UndecidedKnowledge) { deciders() } else { Vec::new() },
        variance_split: Some([0.83, 0.15, 0.02]),
        chance: None,
        by_sample: Vec::new(),
    }
}

/// An assumption and, a little weaker, an early sign.
fn deciders() -> Vec<Decider> {
    let decider = |what, key: &str, unit, correlation, numbers: [f64; 3]| Decider {
        what,
        key: key.to_owned(),
        unit,
        correlation,
        tipping_value: Some(numbers[0]),
        p05: numbers[1],
        p95: numbers[2],
    };
    vec![
        decider(Deciding::Assumption, "visit.detection", "share", -0.62, [0.57, 0.35, 0.85]),
        decider(Deciding::EarlySign, "visits.hit_rate@year:2", "share", 0.55, [0.08, 0.031, 0.142]),
    ]
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
        ("professionals.left", [1.4, 0.2, 2.6], Worse),
        ("professionals.experience_left", [-0.3, -0.9, 0.4], NoDifference),
        ("professionals.handed_over", [14.2, 2.0, 27.0], Worse),
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
        let verdict = if euros > wide { Worse } else { UndecidedKnowledge };
        all.push(difference("euros.municipality", "all", period, [euros, euros - wide, euros + wide], verdict));
        let severe = -60.0 * t;
        let range = [severe, severe - 20.0 - 30.0 * t, severe + 10.0 + 15.0 * t];
        all.push(difference("need.severe.unhelped", "all", period, range, Better));
        let first = 1_400.0 + 600.0 * t;
        all.push(difference("hours.first_line", "all", period, [first, first - 300.0, first + 300.0], Verdict::Higher));
        let second = 900.0 - 4_600.0 * t;
        let range = [second, second - 800.0 - 3_000.0 * t, second + 700.0 + 2_500.0 * t];
        all.push(difference("hours.second_line", "all", period, range, Lower));
    }
    all
}

/// A hundred samples around the means of the figures above, both payers, as they come and discounted.
fn planes() -> Vec<Plane> {
    let of = |payer: &str, discounted: bool, euros: f64| {
        let less = if discounted { 0.85 } else { 1.0 };
        let point = |sample: u32| {
            let off = f64::from(sample * 17 % 100) - 49.5;
            let weeks = (38.2 + off * 0.9) * 52.0 * less;
            PlanePoint { sample, weeks, euros: (euros + (f64::from(sample * 7 % 100) - 49.5) * 4_000.0) * less }
        };
        Plane { payer: payer.to_owned(), discounted, points: (0..100).map(point).collect() }
    };
    let both = |payer: &str, euros: f64| [of(payer, false, euros), of(payer, true, euros)];
    [both("all", -6_800.0), both("municipality", 158_321.0)].concat()
}

pub(crate) fn comparison() -> Comparison {
    let back = |payer: &str, year: Option<f64>, share_never: f64| BreakEven {
        payer: payer.to_owned(),
        year_median: year,
        year_p05: year.map(|y| y - 2.0).or(Some(9.0)),
        year_p95: None,
        share_never,
        share_full: (payer == "insurer").then_some(0.4),
    };
    let figures = [("euros.municipality", 158_321.0), ("persons.second_line", -12.4), ("need.severe.unhelped", -38.2)];
    let effect = |feedback: &str, factor: f64| {
        let feedback = feedback.to_owned();
        figures.map(|(indicator, whole)| LoopEffect {
            samples: 20,
            residents: 4_000,
            feedback: feedback.clone(),
            indicator: indicator.to_owned(),
            whole: Some(whole),
            cut: Some(whole * factor),
            district: Some(whole * 1.07),
            agrees: Some(indicator != "euros.municipality"),
            part: Some(whole - whole * factor),
            error: Some(whole.abs() * 0.1),
            p_value: Some(if (factor - 1.0).abs() > 0.2 { 0.002 } else { 0.4 }),
            named: (factor - 1.0).abs() > 0.2 && indicator != "persons.second_line",
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
        bounds: Vec::new(),
        planes: planes(),
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
                    level: Fan {
                        mean: Some(mean + effect * difference),
                        p05: Some(mean + effect * difference - wide),
                        p95: Some(mean + effect * difference + wide),
                    },
                    difference: Fan { mean: (effect > 0.0).then_some(difference), ..Fan::default() },
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

/// An invented household.
pub(crate) fn household() -> Lives {
    let moment = |week: Option<u32>, member, age, turn| Moment { week, member, age, turn };
    let start = [
        moment(None, 0, 43, Turn::Present),
        moment(None, 1, 9, Turn::Present),
        moment(None, 0, 43, Turn::HiddenNeed(Domain::Debt, Severity::Moderate)),
        moment(None, 1, 9, Turn::Served(Product::YouthAmbulatory)),
    ];
    let base = [
        moment(Some(60), 0, 44, Turn::NeedWorsens(Domain::Debt, Severity::Severe)),
        moment(Some(104), 2, 40, Turn::Arrived),
        moment(Some(300), 0, 49, Turn::NeedKnown(Domain::Debt, Route::Report)),
        moment(Some(301), 0, 49, Turn::TeamAsked(Domain::Debt)),
    ];
    let variant = [
        moment(Some(33), 0, 43, Turn::Visited),
        moment(Some(33), 0, 43, Turn::NeedKnown(Domain::Debt, Route::Door)),
        moment(Some(40), 0, 43, Turn::ServiceStarts(Product::DebtProgramme)),
        moment(Some(103), 0, 44, Turn::NeedPasses(Domain::Debt)),
        moment(Some(104), 2, 40, Turn::Arrived),
    ];
    let drawn = Drawn {
        households: 16_685,
        stayed: 9_400,
        same: 7_050,
        severe: 1_900,
        candidates: 1_240,
        fewer: 11,
        more: 4,
        ..Drawn::default()
    };
    let courses = [[&start[..], &base].concat(), [&start[..], &variant].concat()];
    let hours = [6.2, 0.0, 12.6, 3.9, 0.8, 0.25, 0.4, 1.1, 0.9, 0.0, 0.0];
    let june = WorkWeek { week: 25, works: true, hours, cases: 17.4, years: 4.3, ..WorkWeek::default() };
    let june = WorkWeek { in_an_hour: 0.985, learnt: 0.02, strain: 0.42, ..june };
    let vacant = WorkWeek { week: 389, left: 1, first_left: Some(380), ..WorkWeek::default() };
    let later = WorkWeek { week: 389, left: 2, first_left: Some(64), years: 0.6, learnt: 0.12, ..june };
    let work = [vec![june, vacant], vec![june, later]];
    let (base, variant, kind) = ("reactive".to_owned(), "proactive".to_owned(), HouseholdKind::Any);
    Lives { base, variant, kind, all: drawn.households, drawn, courses, work }
}

fn facts(name: &str, title: &str, title_nl: &str) -> ScenarioFacts {
    let [name, title, title_nl] = [name, title, title_nl].map(str::to_owned);
    ScenarioFacts { name, title, title_nl, teams: Vec::new() }
}

/// A comparison with invented numbers. The variant's title holds markup.
pub(crate) fn invented() -> ReportData {
    let lever = LEVERS.iter().position(|l| l.meta.key == "outreach.door_fte").expect("exists");
    let step = |value: f64| Step { from: Week(0), value: LeverValue::Number(value), ramp_weeks: 52 };
    ReportData {
        scenarios: vec![
            facts("reactive", "Reactive: the team acts on requests", "Reactief: het wijkteam werkt op vragen"),
            facts(
                "proactive",
                "Proactive <i>visits</i>: the team goes out & finds",
                "Proactief <i>bezoek</i>: het wijkteam gaat eropaf & vindt",
            ),
        ],
        district: DistrictFacts {
            name: "Voorbeeldwijk".to_owned(),
            municipality: "Voorbeeldstad".to_owned(),
            code: "WK000001".to_owned(),
            year: 2018,
            residents: 34_255,
            published_residents: 34_255,
            households: 16_685.0,
            low_income: 0.203,
            wmo_per_1000: Some(106.0),
            attribution: "CBS, Kerncijfers wijken en buurten".to_owned(),
        },
        start_year: START,
        years: YEARS,
        price_year: 2024,
        discount_rate: 0.0225,
        term_end_year: 2029,
        comparisons: vec![comparison()],
        summaries: summaries(),
        own: Vec::new(),
        districts: Vec::new(),
        persons: Vec::new(),
        flows: Vec::new(),
        lives: Some(household()),
        closure_notes: vec![ClosureNote {
            variant: "proactive".to_owned(),
            base: "reactive".to_owned(),
            change: ClosureChange::SameTeam,
            by_sample: false,
        }],
        caveats: Vec::new(),
        worlds: Vec::new(),
        margins: Vec::new(),
        unsought: Vec::new(),
        circumstances: Vec::new(),
        changed: vec![Change {
            variant: "proactive".to_owned(),
            what: Changed::Lever(lever),
            base: vec![step(1.0)],
            changed: vec![step(3.0)],
            since_before: false,
        }],
        parameters: Params::defaults(),
        uncertain: Vec::new(),
        provenance: Provenance {
            version: "0.1.0".to_owned(),
            on_page: false,
            command: "kantel compare builtin:reactive builtin:proactive --seed 42".to_owned(),
            seed: 42,
            samples: 100,
            replicates: 1,
            extra_replicate: 20,
        },
    }
}
