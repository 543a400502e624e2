//! Changes the model in small places, one at a time, and tells which changes no test sees.
//!
//! `cargo run --manifest-path tests/mutants/Cargo.toml -- SAMPLE [SEED]` copies the repository, builds the tests once
//! with SAMPLE changes in it (*mutants*, each off unless `KANTEL_MUTANT` names it), notes which tests come by which of
//! them, and then runs those tests for each mutant until one fails. `tests/data/mutants.csv` gets a row for each.
//!
//! What is changed is what cargo-mutants changes: an operator into another one, a negation into none, the body of a
//! function into a plain value. It builds anew for each mutant, which takes minutes here; this builds once.

mod instrument;
mod run;
mod sites;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can go wrong is told and ends the program.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// What is changed: submodels, ledger, draws, and the statistics of a comparison.
const PLACES: [&str; 4] = ["src/mechanisms", "src/ledger.rs", "src/random", "src/experiment"];

fn main() -> ExitCode {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&here).join("../..");
    let mut arguments = std::env::args().skip(1);
    let mut number = |default: u64| arguments.next().map_or(Ok(default), |text| text.parse::<u64>());
    let asked = number(100).and_then(|sample| Ok((sample, number(42)?)));
    let Ok((sample, seed)) = asked else {
        eprintln!("mutants [SAMPLE] [SEED], both whole numbers");
        return ExitCode::from(2);
    };
    match all(&root, sample, seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn all(root: &Path, sample: u64, seed: u64) -> Outcome<()> {
    let files = run::tracked(root)?;
    let sites = sites::all(root, &files, &PLACES)?;
    let drawn = sites::drawn(&sites, sample, seed);
    println!("{} places to change, {} drawn", sites.len(), drawn.len());
    let copy = std::env::temp_dir().join(format!("kantel-mutants-{seed}"));
    run::copy(root, &copy, &files)?;
    let drawn = run::build(&copy, &files, drawn)?;
    println!("{} can be built", drawn.len());
    let results = run::hold(&copy, &drawn)?;
    let to: PathBuf = root.join("tests/data/mutants.csv");
    run::write(&to, &results)?;
    let missed = results.iter().filter(|result| result.is_missed()).count();
    println!("{missed} of {} missed: {}", results.len(), to.display());
    Ok(())
}
