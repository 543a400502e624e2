//! The simulator against closed forms, through ordinary scenario files: queues, the chain of severity, births and
//! deaths.

use std::fmt::Write as _;
use std::ops::Range;
use std::thread;

use kantel::cancel::Cancel;
use kantel::district::VitalLevels;
use kantel::entities::{Product, Resident};
use kantel::ids::HouseholdId;
use kantel::levers::{self, LeverValue};
use kantel::observation::{Cell, catalogue};
use kantel::parameters::{PARAMETERS, ParamMeta};
use kantel::plan::Scenario;
use kantel::simulation::{Observer, Region};
use kantel::units::{MINUTES_PER_WEEK, Week};

use crate::small::{burned_in, go_on, text};

/// A file in which nothing ever happens unless `parameters` says so: no needs, no help, no moves, no deaths.
fn still_world(head: &str, tail: &str, parameters: &[(&str, f64)]) -> Scenario {
    let none: &[&str] = &[
        "onset.",
        "worsening.",
        "improving.",
        "help.",
        "asking.",
        "report.",
        "relapse.",
        "household.",
        "demography.",
        "care.outside",
        "waiting.",
        "waterbed.share",
        "debt.dropout",
    ];
    let mut file = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{head}\n");
    file.push_str(
        "[levers]\noutreach.door_fte = 0\noutreach.place_fte = 0\noutreach.report_fte = 0\n\
                   outreach.collective_fte = 0\n",
    );
    file.push_str("[parameters]\nservice.hours_severity = 1.0\nservice.term_severity = 1.0\n");
    if parameters.iter().all(|(key, _)| *key != "recovery.severity") {
        file.push_str("recovery.severity = 1.0\n");
    }
    for meta in PARAMETERS {
        let stated = parameters.iter().find(|(key, _)| *key == meta.key).map(|(_, value)| *value);
        let absent = |meta: &ParamMeta| none.iter().any(|n| meta.key.starts_with(n));
        // Zero, or as little as the key allows: 1 is neutral for ratios, and no shape or time scale matters here.
        if let Some(value) = stated.or_else(|| absent(meta).then(|| 0.0_f64.clamp(meta.min, meta.max))) {
            let _ = writeln!(file, "{} = {value:?}", meta.key);
        }
    }
    file.push_str(tail);
    let mut scenario = text(&file);
    scenario.context.factors.clear();
    // Over a base, what went before stays the base's: here the same world has always been.
    scenario.before = scenario.organisation.clone();
    scenario
}

fn series(key: &str) -> usize {
    catalogue::position(key, "all").expect("a series")
}

fn total(years: &[Vec<Cell>], key: &str) -> Cell {
    years.iter().map(|y| y[series(key)]).sum()
}

/// Years of several replicates side by side.
fn replicates(scenario: &Scenario, count: u32) -> Vec<Vec<Cell>> {
    let weeks = Week(scenario.experiment.years as i32 * 52);
    thread::scope(|scope| {
        let runs: Vec<_> = (0..count)
            .map(|r| {
                scope.spawn(move || go_on(&burned_in(scenario, 0, r), scenario, 0, r, weeks).record().years.clone())
            })
            .collect();
        runs.into_iter().flat_map(|run| run.join().expect("a run")).collect()
    })
}

/// A debt programme that ends the need, with thousands of households that ask by themselves and are in the queue at
/// once: arrivals are Poisson but for the one household in fifty that has a need already (which makes them a little
/// more regular, and waits for ten places some 1 % shorter).
fn debt_queue(onset: f64, places: f64, weeks: f64, years: u32) -> Scenario {
    still_world(
        &format!(
            "[population]\nresidents = 12000\n[experiment]\nyears = {years}\nburn_in_weeks = 52\n[context]\n\
             ageing = false\n[[team]]\nfte = 0\n"
        ),
        &format!(
            "[[service]]\nproduct = \"debt_programme\"\nplaces = {places:?}\nduration_weeks = {{ mean = {weeks:?} }}\n\
             renewal = 0\n"
        ),
        &[
            ("onset.debt", onset),
            ("asking.debt", 1.0),
            ("recovery.debt_shape", 1.0),
            ("recovery.debt_median", 10.0),
            ("debt.success", 1.0),
            ("gate.refer", 1.0),
            ("gate.inquiry_weeks", 0.0),
            ("gate.decision_weeks", 0.0),
            ("gate.outside_weeks", 0.0),
        ],
    )
}

/// Erlang C: mean wait in weeks with `c` places, arrivals `lambda` and mean service `1 / mu`; and the variance of the
/// mean over n waits, relative to its square and times n, from the birth-death chain of the number present.
fn erlang_c(c: u32, lambda: f64, mu: f64) -> (f64, f64) {
    let mut shares = vec![1.0];
    while shares[shares.len() - 1] > 1e-15 || shares.len() < 2 * c as usize {
        let i = shares.len() as f64;
        shares.push(shares[shares.len() - 1] * lambda / (mu * i.min(f64::from(c))));
    }
    let sum: f64 = shares.iter().sum();
    let waiting = |i: usize| (i as f64 - f64::from(c)).max(0.0);
    let mean: f64 = shares.iter().enumerate().map(|(i, s)| waiting(i) * s / sum).sum();
    let (mut partial, mut variance) = (0.0, 0.0);
    for (i, share) in shares.iter().enumerate() {
        partial += (waiting(i) - mean) * share / sum;
        variance += 2.0 * partial * partial / (lambda * share / sum);
    }
    (mean / lambda, variance / (mean * mean) * lambda)
}

/// Runs a queue and holds its mean wait against Erlang C at the measured arrival rate. The standard error of the mean
/// of n waits follows from n by [`erlang_c`]; it leaves out that the measured rate takes a part of the chance away. A
/// service ends in a whole minute, on average half a minute early. Households that recover while they wait are less
/// than 0.2 %.
fn check_queue(service: f64, places: u32, (years, count): (u32, u32), loads: Range<f64>, tolerance: f64, errors: f64) {
    let years = replicates(&debt_queue(1.1, f64::from(places), service, years), count);
    let wait = total(&years, "wait_weeks.debt_programme");
    let n = wait.den as f64 / f64::from(MINUTES_PER_WEEK);
    let measured = wait.num as f64 / wait.den as f64;
    let lambda = n / (years.len() as f64 * 52.0);
    let (exact, variance) = erlang_c(places, lambda, 1.0 / (service - 0.5 / f64::from(MINUTES_PER_WEEK)));
    let error = (variance / n).sqrt();
    let load = lambda * service / f64::from(places);
    let off = measured / exact - 1.0;
    let said = format!(
        "{places} places, load {load:.3}, {n} waits: {measured:.5} weeks against {exact:.5}, off by {:.2} %, standard \
         error {:.2} %",
        100.0 * off,
        100.0 * error
    );
    assert!(loads.contains(&load), "load {load}");
    assert!(errors * error < tolerance, "{n} waits are too few for a tolerance of {tolerance}: {error}");
    assert!(off.abs() < tolerance, "{said}");
}

/// Within 3 %: more than two standard errors of 1.3 %.
#[test]
fn waits_for_two_places_follow_erlang_c() {
    check_queue(0.0125, 2, (40, 2), 0.45..0.55, 0.03, 2.0);
}

/// A busy queue forgets slowly: it takes three million waits for a standard error of 1.1 %; two and a half of them are
/// 3 %.
#[test]
fn waits_for_ten_busy_places_follow_erlang_c() {
    check_queue(0.1, 10, (100, 8), 0.75..0.85, 0.03, 2.5);
}

#[test]
fn places_without_end_leave_no_wait_and_no_places_serve_nobody() {
    let plenty = replicates(&debt_queue(0.7, 100_000.0, 0.1, 3), 1);
    let wait = total(&plenty, "wait_weeks.debt_programme");
    assert!(wait.den > 1000 * i64::from(MINUTES_PER_WEEK), "{wait:?}");
    assert_eq!((wait.num, total(&plenty, "waiting.debt_programme").num), (0, 0));
    let none = replicates(&debt_queue(0.7, 0.0, 0.1, 3), 1);
    assert_eq!(total(&none, "wait_weeks.debt_programme").den, 0);
    assert_eq!(total(&none, "persons.product.debt_programme").num, 0);
    assert!(total(&none, "waiting.debt_programme").num > 0, "they do ask");
}

/// The number that wait is the arrival rate times the wait. The stock is seen at the end of each week: a wait of w
/// weeks is seen floor(w) or floor(w) + 1 times, which has a variance of at most 1/4, so n waits of mean w differ from
/// their stock by a relative 0.5 / (w sqrt(n)) at most, one sigma. Waits cut by the first and the last week add what
/// was still waiting then times the longest wait, which is bounded here by four times the stock at the ends times the
/// mean wait.
#[test]
fn the_number_that_wait_is_the_arrival_rate_times_the_wait() {
    let file = |onset: f64| {
        still_world(
            "[population]\nresidents = 6000\n[experiment]\nyears = 100\nburn_in_weeks = 1\n[context]\nageing = false\n\
             [[team]]\nfte = 60\n",
            "[[service]]\nproduct = \"debt_programme\"\nplaces = 10\nduration_weeks = { mean = 5 }\nrenewal = 0\n",
            &[
                ("onset.debt", onset),
                ("onset.moderate", 1.0),
                ("asking.debt", 1.0),
                ("recovery.debt_shape", 1.0),
                // Nobody recovers while they wait: no wait is left out of the count.
                ("recovery.debt_median", 100_000.0),
                ("debt.success", 1.0),
                ("gate.refer", 1.0),
            ],
        )
    };
    // The need that is there at the start would be that of a world without an end to it: start without.
    let start = burned_in(&file(0.0), 0, 0);
    let scenario = file(0.033);
    let run = go_on(&start, &scenario, 0, 0, Week(5200));
    let years = &run.record().years[10..];
    let wait = total(years, "wait_weeks.debt_programme");
    let n = wait.den as f64 / f64::from(MINUTES_PER_WEEK);
    let mean = wait.num as f64 / wait.den as f64;
    let waiting = total(years, "waiting.debt_programme").num as f64;
    let end = f64::from(run.region().services[Product::DebtProgramme as usize].shares[0].waiting);
    let load = n * 5.0 / (10.0 * years.len() as f64 * 52.0);
    let tolerance = 3.0 * 0.5 / (mean * n.sqrt()) + 4.0 * (end + 5.0) / n;
    println!(
        "load {load:.3}, {n} waits of {mean:.3} weeks; seen {waiting} against {:.1}: off by {:.3} %, tolerance {:.3} %",
        n * mean,
        100.0 * (waiting / (n * mean) - 1.0),
        100.0 * tolerance
    );
    assert!((0.8..0.98).contains(&load) && mean > 1.0, "a queue worth the name: load {load}, wait {mean}");
    assert!(tolerance < 0.015);
    assert!((waiting / (n * mean) - 1.0).abs() < tolerance);
}

/// Needs of work by severity, on average over a hundred years, and how many weeks those are, where needs worsen at 0.01
/// a week, pass by half in 52, and get lighter, with a clock that slows per step.
fn needs_by_severity(improving: f64, ratio: f64) -> ([f64; 4], f64) {
    let scenario = still_world(
        "[population]\nresidents = 10000\n[experiment]\nyears = 100\nburn_in_weeks = 104\n[context]\nageing = false\n\
         [[team]]\nfte = 0\n",
        "",
        &[
            ("onset.work", 0.5),
            ("worsening.work", WORSENING),
            ("improving.work", improving),
            ("recovery.severity", ratio),
            ("recovery.work_shape", 1.0),
            ("recovery.work_median", MEDIAN),
        ],
    );
    let years = replicates(&scenario, 1);
    let stock = |severity: &str| total(&years, &format!("need.work.{severity}.hidden")).value().expect("a stock");
    (["light", "moderate", "severe", "crisis"].map(stock), years.len() as f64 * 52.0)
}

const WORSENING: f64 = 0.01;
const MEDIAN: f64 = 52.0;

/// Each step worsens at w or passes at r, so of those who reach a severity w / (w + r) reach the next; crisis only
/// passes. Stocks are nearly Poisson and forget within 1 / (w + r) weeks (crisis: 1 / r), so a mean over T weeks of a
/// stock of m has a variance of 2 m / ((w + r) T).
#[test]
fn need_by_severity_is_geometric() {
    let (stocks, weeks) = needs_by_severity(0.0, 1.0);
    let all: f64 = stocks.iter().sum();
    let recovery = std::f64::consts::LN_2 / MEDIAN;
    let ratio = WORSENING / (WORSENING + recovery);
    let mut expected = [1.0 - ratio, ratio * (1.0 - ratio), ratio * ratio * (1.0 - ratio), ratio * ratio * ratio];
    for share in &mut expected {
        *share *= all;
    }
    assert!(all > 1000.0, "{all}");
    for (i, (seen, expected)) in stocks.iter().zip(expected).enumerate() {
        let leaves = if i < 3 { WORSENING + recovery } else { recovery };
        let error = (2.0 * expected / (leaves * weeks)).sqrt();
        println!("severity {}: {seen:.2} against {expected:.2}, standard error {error:.2}", i + 1);
        assert!((seen - expected).abs() < 4.0 * error, "severity {}", i + 1);
        assert!(4.0 * error < 0.07 * expected, "severity {}: a tolerance worth the name", i + 1);
    }
}

/// Where needs also get lighter and heavy ones last longer, the severities at onset and the level of the clock are
/// solved so that as many are open, moderate, and severe or in crisis as without that. Stocks forget within 1 / r weeks
/// at most, slowed by the clock.
#[test]
fn needs_that_get_lighter_are_as_heavy_at_a_moment() {
    let (before, weeks) = needs_by_severity(0.0, 1.0);
    let (after, _) = needs_by_severity(0.012, 0.7);
    let groups = |stocks: [f64; 4]| [stocks.iter().sum::<f64>(), stocks[1], stocks[2] + stocks[3]];
    let recovery = std::f64::consts::LN_2 / MEDIAN;
    for (name, (before, after)) in
        ["open", "moderate", "heavy"].iter().zip(groups(before).into_iter().zip(groups(after)))
    {
        // Of two runs, each with a memory of up to twice 1 / r.
        let error = (2.0 * 2.0 * 2.0 * before / (recovery * weeks)).sqrt();
        println!("{name}: {before:.2} and {after:.2}, standard error {error:.2}");
        assert!((after - before).abs() < 4.0 * error, "{name}: {before} and {after}");
        assert!(4.0 * error < 0.1 * before, "{name}: a tolerance worth the name");
    }
}

/// Adds up who was at risk of dying or giving birth, by the rates per week of their age.
#[derive(Default)]
struct AtRisk {
    mortality: [Vec<f64>; 2],
    fertility: Vec<f64>,
    deaths: f64,
    births: f64,
}

impl Observer for AtRisk {
    fn week(&mut self, week: Week, region: &Region) {
        let d = &region.districts[0];
        for h in 0..d.households.len() as u32 {
            for r in d.members(HouseholdId(h)).filter(|&r| !d.is_needless(r)) {
                let resident = &d.residents[r];
                let (age, woman) = (resident.age_in(week.0), resident.is(Resident::WOMAN));
                self.deaths += self.mortality[usize::from(woman)][usize::from(age)];
                if woman {
                    self.births += self.fertility.get(usize::from(age)).copied().unwrap_or(0.0);
                }
            }
        }
    }
}

/// Deaths and births less their summed rates have, as sums of single events, a variance equal to their expectation.
/// Rates are summed at the ends of weeks: an age or a death within a week shifts them by half a week in a lifetime.
#[test]
fn deaths_and_births_follow_their_rates() {
    let scenario = still_world(
        "[population]\nresidents = 15000\n[experiment]\nyears = 20\nburn_in_weeks = 1\n[context]\nageing = true\n\
         [[team]]\nfte = 0\n",
        "",
        &[("demography.mortality", 1.0), ("demography.fertility", 1.49)],
    );
    let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
    let tables = &run.sites()[0].inputs.tables;
    // Children per woman over all ages, from the rates per week.
    let children: f64 = tables.fertility.iter().sum::<f64>() * 52.0;
    let level = VitalLevels::of(&scenario.district).births;
    assert!((children - 1.49 * level).abs() < 1e-9, "{children}");
    let mut risk =
        AtRisk { mortality: tables.mortality.clone(), fertility: tables.fertility.clone(), ..AtRisk::default() };
    run.step_to(Week(20 * 52), &mut risk, &Cancel::new());
    for (what, key, expected) in [("deaths", "deaths", risk.deaths), ("births", "births", risk.births)] {
        let seen = total(&run.record().years, key).num as f64;
        let error = expected.sqrt();
        println!("{what}: {seen} against {expected:.1}, standard error {error:.1}");
        assert!(expected > 1000.0, "{what}: {expected}");
        assert!((seen - expected).abs() < 4.0 * error, "{what}: {seen} against {expected}");
    }
}

/// Ten years of a world in which needs for work come and pass by themselves, exponentially, and nothing helps; a part
/// of the ten FTE of its team goes from door to door.
fn passing_needs(door_fte: f64, more: &[(&str, f64)]) -> Vec<Vec<Cell>> {
    let mut parameters = vec![("onset.work", 0.5), ("recovery.work_shape", 1.0), ("recovery.work_median", 26.0)];
    parameters.extend_from_slice(more);
    let head = "[population]\nresidents = 8000\n[experiment]\nyears = 10\nburn_in_weeks = 104\n[context]\n\
                ageing = false\n\
                [[team]]\nfte = 10\n";
    let mut scenario = still_world(head, "", &parameters);
    let lever = levers::position("outreach.door_fte").expect("a lever");
    for organisation in [&mut scenario.organisation, &mut scenario.before] {
        organisation.timeline.set(Week(-104), lever, LeverValue::Number(door_fte));
    }
    replicates(&scenario, 1)
}

/// What is found at the door has lasted: its natural length is its age, 1 / (r + f) at a rate f of being found, plus
/// the rest, 1 / r. Half of what is found would be gone within a median, 26 weeks, though nothing helps. Lengths of
/// found needs have a standard deviation below their mean, so the mean of n is within 4 / sqrt(n); the share within 4 x
/// 0.5 / sqrt(n).
#[test]
fn needs_found_at_the_door_are_long_ones_and_half_of_them_pass_soon() {
    let years = passing_needs(8.0, &[]);
    let found = total(&years, "found.natural_weeks");
    let n = found.den as f64 / 10.0;
    let begun = total(&years, "onsets.natural_weeks").value().expect("onsets");
    let hidden = total(&years, "need.work.light.hidden").num as f64;
    let recovery = std::f64::consts::LN_2 / 26.0;
    let expected = 1.0 / (recovery + n / hidden) + 1.0 / recovery;
    let length = found.value().expect("found");
    let soon = total(&years, "found.would_have_passed").value().expect("found");
    println!("{n} found: length {length:.2} against {expected:.2} (begun {begun:.2}), {soon:.4} would have passed");
    assert!(n > 2000.0);
    assert_eq!(total(&years, "recoveries.by_help").num, 0);
    // Exponential: the standard deviation is the mean.
    let onsets = total(&years, "onsets.natural_weeks").den as f64 / 10.0;
    assert!(onsets > 10_000.0 && (begun * recovery - 1.0).abs() < 4.0 / onsets.sqrt(), "{begun} of {onsets}");
    assert!(length > 1.5 * begun, "length bias");
    assert!((length / expected - 1.0).abs() < 4.0 / n.sqrt(), "{length} against {expected}");
    assert!((soon - 0.5).abs() < 4.0 * 0.5 / n.sqrt(), "{soon}");
}

/// Who asks is worse off than who does not, by the weights of asking, and half of them would be fine within a median
/// though nothing helps: what follows asking looks like success. With a rate of asking of exp(b (s - 1)) at severity s,
/// the mean severity of who asks is that of the hidden stock so weighted. Severity has a standard deviation near 1, so
/// the mean of n is within 4 / sqrt(n), and the share within 4 x 0.5 / sqrt(n).
#[test]
fn who_asks_is_worse_off_and_would_have_got_better() {
    let steepness: f64 = 0.7;
    let years = passing_needs(0.0, &[("worsening.work", 0.01), ("asking.work", 0.006), ("asking.severity", steepness)]);
    let stocks =
        ["light", "moderate", "severe", "crisis"].map(|s| total(&years, &format!("need.work.{s}.hidden")).num as f64);
    let mean = |b: f64| {
        let weight = |i: usize| stocks[i] * libm::exp(b * i as f64);
        (0..4).map(|i| weight(i) * (i + 1) as f64).sum::<f64>() / (0..4).map(weight).sum::<f64>()
    };
    let asked = total(&years, "asked.severity");
    let (n, severity) = (asked.den as f64, asked.value().expect("asked"));
    let soon = total(&years, "need.remission_after_asking").value().expect("asked");
    println!(
        "{n} asked: severity {severity:.4} against {:.4} (all hidden {:.4}), {soon:.4} would have passed",
        mean(steepness),
        mean(0.0)
    );
    assert!(n > 2000.0);
    assert_eq!(total(&years, "recoveries.by_help").num, 0);
    assert!(severity > mean(0.0) + 0.2, "worse off");
    assert!((severity - mean(steepness)).abs() < 4.0 / n.sqrt(), "{severity} against {}", mean(steepness));
    assert!((soon - 0.5).abs() < 4.0 * 0.5 / n.sqrt(), "{soon}");
}
