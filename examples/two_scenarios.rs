//! Two built-in scenarios compared without a terminal, a folder or threads of its own: what a page or a notebook does.
//!
//! `cargo run --release --example two_scenarios --no-default-features`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use kantel::prelude::*;

fn main() -> Result<(), Vec<Diagnostic>> {
    let (residents, years, samples) = (Some(1_000), Some(3), Some(4));
    let size = Overrides { residents, years, samples, replicates: Some(1), ..Overrides::default() };
    let mut study = Study::load(&["reactive", "proactive"], &size, &Options::default())?;
    let ran = study.run(&Simulator, &mut (), &Cancel::new(), &());
    // The same where help does nothing and where it does the most: the report says whether the answer turns on that.
    if ran.and_then(|()| study.compute_bounds(&Simulator, &Cancel::new(), &())).is_err() {
        unreachable!("nobody asks it to stop, and nobody looks on");
    }
    println!("indicator,group,period,base,variant,difference,p05,p95,verdict");
    for row in study.compare(1).differences {
        let numbers = [row.base_value, row.variant_value, row.difference, row.p05, row.p95];
        let numbers = numbers.map(|number| number.map_or_else(String::new, |x| x.to_string())).join(",");
        println!("{},{},{:?},{numbers},{}", row.indicator, row.group, row.period, row.verdict.key());
    }
    // The report, as a page would show it section by section.
    for (_, section) in fragments(&study.read(), &SECTIONS, Lang::En) {
        print!("{section}");
    }
    Ok(())
}
