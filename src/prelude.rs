//! Everything that a comparison with the library needs: scenarios in, differences with verdicts out.

pub use crate::cancel::Cancel;
pub use crate::diagnostics::Diagnostic;
pub use crate::experiment::{Comparison, Plan, Results, Simulator, Verdict, compare, run};
pub use crate::language::{Lang, Text};
pub use crate::observation::catalogue;
pub use crate::plan::{Closure, Scenario, close};
pub use crate::scenario::{Overrides, load, load_all, load_text};
