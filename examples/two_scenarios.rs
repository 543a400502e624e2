//! Two built-in scenarios compared without a terminal, a folder or threads of its own: what a page or a notebook does.
//!
//! `cargo run --release --example two_scenarios --no-default-features`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use kantel::prelude::*;

fn main() -> Result<(), Vec<Diagnostic>> {
    let size = Overrides {
        residents: Some(1_000),
        years: Some(3),
        samples: Some(4),
        replicates: Some(1),
        ..Overrides::default()
    };
    let loaded = load_all(&["reactive".to_owned(), "proactive".to_owned()], &size)?;
    let (base, variant) = (&loaded[0].scenario, &loaded[1].scenario);
    let closed = close(base, variant, Closure::Hours);
    let plan = Plan::new(vec![base.clone(), closed.scenario], catalogue::series().into());
    let mut results = Results::new(&plan);
    if run(&plan, &Simulator, &mut results, &Cancel::new(), &()).is_err() {
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
