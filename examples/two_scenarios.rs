//! Two built-in scenarios compared without a terminal, a folder or threads of its own: what a page or a notebook does.
//!
//! `cargo run --release --example two_scenarios --no-default-features`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use kantel::cancel::Cancel;
use kantel::diagnostics::Diagnostic;
use kantel::experiment::{Plan, Results, Simulator, compare, run};
use kantel::observation::catalogue;
use kantel::scenario::{Closure, Overrides, close, load_all};

/// Hears nothing of the work while it goes on.
struct Silent;

impl kantel::experiment::Progress for Silent {
    fn done(&self, _simulations: u64) {}
}

fn main() -> Result<(), Vec<Diagnostic>> {
    let overrides = Overrides {
        residents: Some(1_000),
        years: Some(3),
        samples: Some(4),
        replicates: Some(1),
        ..Default::default()
    };
    let loaded = load_all(&["reactive".to_owned(), "proactive".to_owned()], &overrides)?;
    let (base, variant) = (&loaded[0].scenario, &loaded[1].scenario);
    let closed = close(base, variant, Closure::Hours);
    let plan = Plan::new(vec![base.clone(), closed.scenario], catalogue::series().into());
    let mut results = Results::new(&plan);
    if run(&plan, &Simulator, &mut results, &Cancel::new(), &Silent).is_err() {
        unreachable!("nobody asks it to stop, and results are kept in memory");
    }
    println!("indicator,group,period,base,variant,difference,p05,p95,verdict");
    for row in compare(&plan, &results, 1).differences {
        let numbers = [row.base_value, row.variant_value, row.difference, row.p05, row.p95];
        let numbers = numbers.map(|number| number.map_or_else(String::new, |x| x.to_string())).join(",");
        println!("{},{},{:?},{numbers},{}", row.indicator, row.group, row.period, row.verdict.key());
    }
    Ok(())
}
