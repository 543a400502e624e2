//! The two ways out: what is meant to be read, and the rest.

use std::io::Write as _;

use super::failure::Failure;
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
    Failure::Surroundings(text!(
        "cannot write to the terminal: {error}",
        "er kan niet naar de terminal geschreven worden: {error}"
    ))
}

/// Writes a line of progress or warning to stderr; if that is impossible nobody can be told.
pub(super) fn remark(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
