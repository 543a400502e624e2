//! `kantel check`: every problem of every file; nothing is run.

use std::fmt::Write as _;

use super::args::CheckArgs;
use super::diagnose::visible;
use super::{Failure, emit, remark};
use crate::scenario::{Checked, check_file};

/// Most differences from a base that are told.
const MOST: usize = 40;

/// Checks the files and says `ok` of each good one.
///
/// # Errors
/// [`Failure::Input`] with the problems of all files.
pub(super) fn check(args: &CheckArgs) -> Result<(), Failure> {
    let mut problems = Vec::new();
    for file in &args.files {
        match check_file(file) {
            Ok(checked) => {
                emit(&good(file, &checked))?;
                for warning in checked.warnings {
                    remark(&visible(&format!("{file}: note: {warning}")));
                }
            }
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems)) }
}

/// `FILE: ok (scenario)` and what it changes of its base.
fn good(file: &str, checked: &Checked) -> String {
    let mut text = format!("{}: ok ({})\n", visible(file), checked.kind);
    if let Some(more) = checked.changes.len().checked_sub(1) {
        let _ = writeln!(text, "  {} difference{} from {}:", more + 1, if more == 0 { "" } else { "s" }, checked.base);
    }
    for change in checked.changes.iter().take(MOST) {
        let _ = writeln!(text, "    {change}");
    }
    if let Some(more) = checked.changes.len().checked_sub(MOST).filter(|more| *more > 0) {
        let _ = writeln!(text, "    and {more} more");
    }
    text
}
