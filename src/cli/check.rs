//! `kantel check`: every problem of every file; nothing is run.

use super::args::CheckArgs;
use super::{Failure, emit, remark};
use crate::scenario::check_file;

/// Checks the files and says `ok` of each good one.
///
/// # Errors
/// [`Failure::Input`] with the problems of all files.
pub(super) fn check(args: &CheckArgs) -> Result<(), Failure> {
    let mut problems = Vec::new();
    for file in &args.files {
        match check_file(file) {
            Ok(checked) => {
                emit(&format!("{file}: ok ({})\n", checked.kind))?;
                for warning in checked.warnings {
                    remark(&format!("{file}: note: {warning}"));
                }
            }
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems)) }
}
