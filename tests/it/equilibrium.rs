//! The start and the burn-in are at the equilibrium of the model's own rules: a world that stands still stays as it is.

use kantel::observation::catalogue;

use crate::small::{builtin, burned_in, go_on};
use kantel::units::Week;

/// Stocks, and the spending that follows them, that must stand.
const STOCKS: [&str; 12] = [
    "need.open",
    "need.hidden",
    "need.severe.unhelped",
    "households.debt",
    "carers",
    "care.hours",
    "team.open",
    "persons.wmo",
    "persons.help_at_home",
    "persons.second_line",
    "euros.municipality",
    "euros.wlz",
];

/// Where nobody ages and nothing changes, fifteen years change no stock: the last three years against the first three
/// differ by no more than four standard errors over samples, or 3 %.
#[test]
fn a_world_that_stands_still_stays_as_it_is() {
    const SAMPLES: u32 = 6;
    let mut scenario = builtin("reactive", 5_000, 15);
    scenario.context.ageing = false;
    let mut drifts = vec![Vec::new(); STOCKS.len()];
    for sample in 0..SAMPLES {
        let run = go_on(&burned_in(&scenario, sample, 0), &scenario, sample, 0, Week(15 * 52));
        let years = &run.record().years;
        for (drift, key) in drifts.iter_mut().zip(STOCKS) {
            let at = catalogue::position(key, "all").expect("a series");
            let mean = |years: &[Vec<kantel::observation::Cell>]| {
                years.iter().map(|year| year[at].value().unwrap_or(0.0)).sum::<f64>() / years.len() as f64
            };
            drift.push(mean(&years[12..]) / mean(&years[..3]) - 1.0);
        }
    }
    let mut moved = Vec::new();
    for (key, drift) in STOCKS.iter().zip(&drifts) {
        let n = drift.len() as f64;
        let mean = drift.iter().sum::<f64>() / n;
        let error = (drift.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0) / n).sqrt();
        println!("{key}: {:.1} %, standard error {:.1} %", 100.0 * mean, 100.0 * error);
        if mean.abs() > (4.0 * error).max(0.03) {
            moved.push(*key);
        }
        assert!(error < 0.1, "{key}: a tolerance worth the name");
    }
    assert!(moved.is_empty(), "{moved:?}");
}
