//! The start and the burn-in are at the equilibrium of the model's own rules: a world that stands still stays as it is.

use kantel::observation::catalogue;

use crate::small::{builtin, burned_in, go_on};
use kantel::units::Week;

/// Stocks, and the spending that follows them, that must stand. Trust is none of them: it goes where outcomes take it,
/// and nothing brings it back.
const STOCKS: [&str; 17] = [
    "need.open",
    "need.hidden",
    "need.severe",
    "need.severe.unhelped",
    "households.debt",
    "carers",
    "care.hours",
    "team.open",
    "persons.wmo",
    "persons.help_at_home",
    "persons.product.aids",
    "persons.youth_help",
    "persons.second_line",
    "euros.municipality",
    "euros.wmo",
    "euros.youth",
    "euros.wlz",
];

/// Where nobody ages and nothing is dated, fifteen years change no stock: the last four years against the first two
/// differ by no more than 2 %, or three standard errors over samples.
#[test]
fn a_world_that_stands_still_stays_as_it_is() {
    const SAMPLES: u32 = 16;
    let mut scenario = builtin("reactive", 6_000, 15);
    scenario.context.ageing = false;
    scenario.context.factors.clear();
    let mut drifts = vec![Vec::new(); STOCKS.len()];
    for sample in 0..SAMPLES {
        let run = go_on(&burned_in(&scenario, sample, 0), &scenario, sample, 0, Week(15 * 52));
        let years = &run.record().years;
        for (drift, key) in drifts.iter_mut().zip(STOCKS) {
            let at = catalogue::position(key, "all").expect("a series");
            let mean = |years: &[Vec<kantel::observation::Cell>]| {
                years.iter().map(|year| year[at].value().unwrap_or(0.0)).sum::<f64>() / years.len() as f64
            };
            drift.push((mean(&years[..2]), mean(&years[11..])));
        }
    }
    let mut moved = Vec::new();
    for (key, drift) in STOCKS.iter().zip(&drifts) {
        let n = drift.len() as f64;
        let first = drift.iter().map(|(first, _)| first).sum::<f64>() / n;
        let parts: Vec<f64> = drift.iter().map(|(first_years, last)| (last - first_years) / first).collect();
        let mean = parts.iter().sum::<f64>() / n;
        let error = (parts.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0) / n).sqrt();
        println!("{key}: {:.1} %, standard error {:.1} %", 100.0 * mean, 100.0 * error);
        if mean.abs() > (3.0 * error).max(0.02) {
            moved.push(*key);
        }
        assert!(error < 0.05, "{key}: a tolerance worth the name");
    }
    assert!(moved.is_empty(), "{moved:?}");
}
