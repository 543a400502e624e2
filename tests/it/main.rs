//! The integration tests share one binary: one file per behaviour.

mod actors;
#[path = "../../build.rs"]
#[expect(dead_code, clippy::print_stdout, reason = "its main speaks to cargo, which alone runs it")]
mod build_script;
mod cases;
mod circumstances;
mod cli;
mod comparison;
mod conservation;
mod continuity;
mod contracts;
mod demography;
mod district;
mod evidence;
mod experiment_contracts;
mod first_line;
mod folder;
mod gate;
mod help;
mod inputs;
mod invented;
mod layout;
mod levels;
mod life_events;
mod lives;
mod mechanisms;
mod notes;
mod oracles;
mod overwriting;
mod pipeline;
mod population;
mod printed;
mod queues;
mod readme;
mod regions;
mod report;
mod report_cases;
mod rings;
mod scenario_errors;
mod scenario_files;
mod small;
mod ties;
mod toy;
mod uncertain;
mod visits;
mod weekly;
