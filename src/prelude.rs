//! Everything that a comparison with the library needs: scenarios in; differences with verdicts, and a report, out.

pub use crate::cancel::Cancel;
pub use crate::diagnostics::Diagnostic;
pub use crate::experiment::{Comparison, Simulator, Verdict};
pub use crate::language::{Lang, Text};
pub use crate::plan::{Closure, Scenario};
pub use crate::report::{ReportData, SECTIONS, fragment, fragments, render};
pub use crate::scenario::{Overrides, load, load_all, load_text};
pub use crate::study::{Options, Study, Witness};
