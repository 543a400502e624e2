//! Problems in what a user wrote, as data: the library neither prints nor exits.

use serde::Serialize;

/// One problem in a user's file or option.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Path or name of the file as the user gave it, or the option (`--set`).
    pub file: String,
    /// Line, from 1; `None` where the problem has no place (a file that cannot be read).
    pub line: Option<usize>,
    /// Column in characters, from 1.
    pub column: Option<usize>,
    /// Byte range in the file, for drawing.
    pub span: Option<(usize, usize)>,
    /// The field as a path (`levers.team.fte`); empty where none applies.
    pub field: String,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// The offending value as the user wrote it; empty where none applies.
    pub value: String,
    /// What is allowed (`0 to 1`, `one of random, deprivation, signal`); empty where it cannot be said.
    pub allowed: String,
    /// What was probably meant (`did you mean 'outreach.door_fte'?`); empty where nothing is near.
    pub help: String,
    /// What may have been meant, one thing a line, where that is more than a help holds.
    pub listed: Vec<String>,
    /// Whether the surroundings failed (disk, permissions) where nothing that was written is wrong.
    pub surroundings: bool,
}
