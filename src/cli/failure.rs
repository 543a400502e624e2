//! Why a command ends without success, and the exit code that says so.

use crate::diagnostics::Diagnostic;

/// Why a command ended without success.
#[derive(Debug)]
pub enum Failure {
    /// The user's input is wrong: exit code 2, nothing written.
    Input(Vec<Diagnostic>),
    /// The surroundings failed (disk, permissions): exit code 3. The text says what and what to do.
    Surroundings(String),
    /// Interrupted: exit code 130.
    Interrupted,
}

impl Failure {
    /// The exit code.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Input(_) => 2,
            Self::Surroundings(_) => 3,
            Self::Interrupted => 130,
        }
    }
}
