//! Why a command ends without success, and the exit code that says so.

use crate::diagnostics::Diagnostic;
use crate::language::Text;

/// Why a command ended without success.
#[derive(Debug)]
pub enum Failure {
    /// Problems in what the user gave: exit code 2, nothing written; 3 if each of them is the surroundings' fault (a
    /// file that may not be read).
    Input(Vec<Diagnostic>),
    /// The surroundings failed (disk, permissions): exit code 3. The text says what and what to do.
    Surroundings(Text),
    /// Interrupted: exit code 130.
    Interrupted,
}

impl Failure {
    /// The exit code.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Input(problems) if !problems.is_empty() && problems.iter().all(|p| p.surroundings) => 3,
            Self::Input(_) => 2,
            Self::Surroundings(_) => 3,
            Self::Interrupted => 130,
        }
    }
}
