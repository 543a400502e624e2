//! What a layer may name, and where that is looked for.

use std::path::Path;

use super::files::{self, Found, Kind, Refusal};
use super::reader::{Reader, Value};

/// Where the references of a layer may lead.
pub(super) struct Places<'a> {
    pub(super) folder: Option<&'a Path>,
    pub(super) root: Option<&'a Path>,
    /// The name of the scenario that the layer is; `None` for an option, which may name any file.
    pub(super) name: Option<&'a str>,
    /// Texts that stand for files beside it, by name.
    pub(super) texts: &'a [(&'a str, &'a str)],
}

impl Places<'_> {
    pub(super) fn find(&self, kind: Kind, reference: &str) -> Result<Found, Refusal> {
        if let Some((name, text)) = self.texts.iter().find(|(name, _)| *name == reference) {
            return Ok(Found::of_text(name, text));
        }
        match self.name {
            None => files::find(kind, reference),
            Some(_) => files::find_from(kind, reference, self.folder, self.root),
        }
    }

    /// The same, seen from the layer's own folder wherever it has one.
    pub(super) fn find_beside(&self, kind: Kind, reference: &str) -> Result<Found, Refusal> {
        match self.folder {
            None => self.find(kind, reference),
            Some(_) => files::find_from(kind, reference, self.folder, self.root),
        }
    }
}

/// Reports that what a value names could not be used.
pub(super) fn report(reader: &mut Reader, value: &Value, field: &str, refusal: Refusal) {
    let problem = reader.problem(value.span(), field, refusal.message);
    problem.allowed = refusal.allowed;
    problem.help = refusal.help;
    problem.listed = refusal.listed;
    problem.surroundings = refusal.surroundings;
}
