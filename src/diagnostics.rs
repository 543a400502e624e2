//! Problems in what a user wrote, as data: the library neither prints nor exits.

use serde::Serialize;

use crate::language::{Text, text};

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
    pub message: Text,
    /// The offending value as the user wrote it; empty where none applies.
    pub value: String,
    /// What is allowed (`0 to 1`, `one of random, deprivation, signal`); empty where it cannot be said.
    pub allowed: Text,
    /// What was probably meant (`did you mean 'outreach.door_fte'?`); empty where nothing is near.
    pub help: Text,
    /// What may have been meant, one thing a line, where that is more than a help holds.
    pub listed: Vec<Text>,
    /// Whether the surroundings failed (disk, permissions) where nothing that was written is wrong.
    pub surroundings: bool,
}

/// What the system says of a failure; the usual ones in Dutch too.
pub fn of_system(error: &std::io::Error) -> Text {
    use std::io::ErrorKind;
    let nl = match error.kind() {
        ErrorKind::NotFound => "dat bestaat niet",
        ErrorKind::PermissionDenied => "daar is geen toestemming voor",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::ReadOnlyFilesystem => "er kan alleen gelezen worden",
        ErrorKind::NotADirectory => "dat is geen map",
        ErrorKind::IsADirectory => "dat is een map",
        ErrorKind::FileTooLarge => "zo groot mag een bestand hier niet zijn",
        ErrorKind::QuotaExceeded => "meer schijfruimte mag u hier niet gebruiken",
        ErrorKind::InvalidFilename => "die naam is te lang of kan hier niet",
        ErrorKind::StaleNetworkFileHandle => "de schijf op het netwerk is er niet meer",
        _ => return Text::same(error.to_string()),
    };
    text!("{error}", "{nl}")
}
