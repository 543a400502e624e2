//! The two ways out: what is meant to be read, and the rest.

use std::io::Write as _;

use super::failure::Failure;
use crate::diagnostics::of_system;
use crate::language::text;

/// Writes what is meant to be read to stdout. A pipe that the reader has closed is no failure.
///
/// # Errors
/// [`Failure::Surroundings`] if stdout cannot be written to for another reason.
pub(super) fn emit(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(unwritable(&error)),
        _ => Ok(()),
    }
}

/// A terminal that cannot be written to.
pub(super) fn unwritable(error: &std::io::Error) -> Failure {
    let why = of_system(error);
    Failure::Surroundings(text!(
        "cannot write what is to be read (to the terminal, or where it was sent): {why}",
        "wat u wilt lezen kan niet geschreven worden (naar de terminal, of waar u het heen stuurt): {why}";
        why
    ))
}

/// Writes a line of progress or warning to stderr; if that is impossible nobody can be told.
pub(super) fn remark(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
