//! What is to be noted of a study before it runs, as data that say themselves in both languages.

use crate::experiment::Plan;
use crate::language::{Lang, Text, text};
use crate::plan::ClosureNote;
use crate::report::wording::{caveat, closure_note};
use crate::report::{Caveat, caveats};
use crate::scenario::Loaded;

/// Something to note of the scenarios of a study.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// It is allowed, but probably not meant.
    Unusual(Text),
    /// Closure changed something in a variant.
    Closed(ClosureNote),
    /// So many districts are simulated beside each other: what is of one district alone is left out.
    OneDistrictOnly(usize),
    /// Persons are not watched, because several districts are simulated beside each other.
    NoPersons,
    /// A variant states draws or outputs of its own, and has those of the base all the same.
    AsBase {
        /// Name of the variant.
        variant: String,
        /// Name of the base.
        base: String,
    },
}

impl Note {
    /// Whether it tells what was changed to make scenarios comparable.
    pub const fn is_change(&self) -> bool {
        matches!(self, Self::Closed(_) | Self::AsBase { .. })
    }

    /// The note in plain words.
    pub fn said(&self) -> Text {
        match self {
            Self::Unusual(text) => text.clone(),
            Self::Closed(note) => {
                let (en, nl) = (closure_note(Lang::En, note), closure_note(Lang::Nl, note));
                text!("{en}", "{nl}")
            }
            Self::OneDistrictOnly(districts) => text!(
                "{districts} districts beside each other: no feedback is cut and no household is followed, because \
                 both are about one district",
                "{districts} wijken naast elkaar: er wordt geen terugkoppeling doorgeknipt en geen huishouden \
                 gevolgd, want die gaan over één wijk"
            ),
            Self::NoPersons => Text::fixed(
                "several districts beside each other: there is no persons.csv, which is about one district",
                "meer wijken naast elkaar: er komt geen persons.csv, want dat gaat over één wijk",
            ),
            Self::AsBase { variant, base } => text!(
                "{variant}: [experiment] and [output] are those of {base}",
                "{variant}: [experiment] en [output] zijn die van {base}"
            ),
        }
    }
}

/// What makes a comparison tell nothing, known before it runs.
pub(super) fn empty(plan: &Plan) -> Vec<Note> {
    let is_empty = |caveat: &Caveat| matches!(caveat, Caveat::Same | Caveat::AfterTheEnd(_) | Caveat::NoHours);
    let mut notes: Vec<Note> = Vec::new();
    let variants = plan.scenarios[1..].iter().map(Some);
    let alone = plan.scenarios.len() == 1;
    for variant in variants.chain(alone.then_some(None)) {
        let name = &variant.unwrap_or(plan.base()).name;
        for one in caveats(plan.base(), variant).iter().filter(|caveat| is_empty(caveat)) {
            let [en, nl] = [Lang::En, Lang::Nl].map(|lang| caveat(lang, one));
            notes.push(Note::Unusual(text!("{name}: {en}", "{name}: {nl}")));
        }
    }
    notes
}

/// What is unusual in several scenarios: once what holds for all of them, the rest with the scenario's name.
pub(super) fn unusual(loaded: &[Loaded]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for one in loaded {
        for warning in &one.warnings {
            let of_all = loaded.iter().all(|other| other.warnings.contains(warning));
            let name = &one.scenario.name;
            let text = if of_all { warning.clone() } else { text!("{name}: {warning}", "{name}: {warning}"; warning) };
            let note = Note::Unusual(text);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}
