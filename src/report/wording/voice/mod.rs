//! What the report must be able to say in any language: fixed words, and sentences made from numbers.

mod annex;
mod brief;
mod checks;
mod lines;
mod names;
mod time;
mod words;

pub(in crate::report) use annex::Annex;
pub(in crate::report) use brief::Brief;
pub(in crate::report) use checks::Checks;
pub(in crate::report) use lines::Lines;
pub(in crate::report) use names::{Names, Payer};
pub(in crate::report) use time::Time;
pub(in crate::report) use words::Words;

use crate::experiment::Difference;

/// Whether a plan is dearer in a year, as far as the worlds agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Sign {
    /// Its verdict is worse (or higher): dearer in at least 90 of 100 worlds, and it matters.
    Dearer,
    /// Its verdict is better (or lower).
    Cheaper,
    /// No difference that matters.
    Same,
    /// The worlds do not agree.
    Unsure,
}

/// How a yearly difference in cost goes from the first to the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Course {
    /// There is one year only.
    Only(Sign),
    /// Different in the first and the last year, or nothing to compare.
    From(Sign, Sign),
    /// Dearer in both, in the last year clearly less, about as much, or clearly more.
    Dearer(Trend),
    /// Cheaper in both, in the last year clearly less, about as much, or clearly more.
    Cheaper(Trend),
}

/// Since when a value holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum Since {
    /// Since before the start.
    Before,
    /// From the start, in a calendar year.
    Start(i32),
    /// From a calendar year, or a month of one, on.
    Date(String),
}

/// How the size of a difference goes from the first to the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Trend {
    /// Less than three quarters.
    Less,
    /// About as much.
    Same,
    /// More than four thirds.
    More,
}

/// From this number of samples on, low and high (the 5th and the 95th of 100) lie within the lowest and the highest.
pub const SAMPLES_FOR_A_BAND: u32 = 21;

/// What an undecided figure needs to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Needs {
    /// So many samples and replicates in all, where it is more than was computed.
    Computing {
        /// Samples.
        samples: Option<u32>,
        /// Replicates of each.
        replicates: Option<u32>,
    },
    /// More computing than anybody has.
    Endless,
    /// Knowing more.
    Knowledge,
}

impl Needs {
    /// What a difference needs, by its verdict.
    pub(in crate::report) fn of(d: &Difference) -> Self {
        let more = |needed: u32, computed: u32| Some(needed).filter(|n| *n > computed);
        match d.needs() {
            None => Self::Knowledge,
            Some(needed) if needed.is_endless() => Self::Endless,
            Some(needed) => Self::Computing {
                samples: more(needed.samples, d.samples),
                replicates: more(needed.replicates, d.replicates),
            },
        }
    }

    /// The options that ask for it: ` (--samples 200 --replicates 4)`.
    pub(in crate::report) fn options(samples: Option<u32>, replicates: Option<u32>) -> String {
        let option = |name: &str, n: Option<u32>| n.map(|n| format!("--{name} {n}"));
        let options: Vec<String> =
            [option("samples", samples), option("replicates", replicates)].into_iter().flatten().collect();
        if options.is_empty() { String::new() } else { format!(" ({})", options.join(" ")) }
    }
}

/// Sentences made from numbers. Numbers come in already written in the language.
pub(in crate::report) trait Voice: Names + Brief + Checks + Time + Lines + Annex {
    /// The fixed words.
    fn words(&self) -> &'static Words;
}

/// A sentence with a capital at its start.
pub(super) fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Parts with commas between them, and after a semicolon what is left; empty parts stay away.
pub(super) fn joined(parts: impl Iterator<Item = String>, rest: &str) -> String {
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if rest.is_empty() { parts.join(", ") } else { format!("{}; {rest}", parts.join(", ")) }
}
