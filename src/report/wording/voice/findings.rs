//! What a sentence is about, before it is said in a language.

use crate::experiment::Difference;
use crate::report::wording::reach::OutOfReach;

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

/// What an undecided figure needs to be decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::report) enum Needs {
    /// So many samples and replicates in all, where it is more than was computed.
    Computing {
        /// Samples.
        samples: Option<u32>,
        /// Replicates of each.
        replicates: Option<u32>,
    },
    /// More computing than a comparison adds by itself.
    OutOfReach(OutOfReach),
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
            Some(needed) => OutOfReach::of(d).map_or_else(
                || Self::Computing {
                    samples: more(needed.samples, d.samples),
                    replicates: more(needed.replicates, d.replicates),
                },
                Self::OutOfReach,
            ),
        }
    }

    /// The same where there are no options to ask for it with.
    pub(in crate::report) fn without_options(self) -> Self {
        if matches!(self, Self::Computing { .. }) { Self::Computing { samples: None, replicates: None } } else { self }
    }

    /// The options that ask for it: ` (--samples 200 --replicates 4)`.
    pub(in crate::report) fn options(samples: Option<u32>, replicates: Option<u32>) -> String {
        let option = |name: &str, n: Option<u32>| n.map(|n| format!("--{name} {n}"));
        let options: Vec<String> =
            [option("samples", samples), option("replicates", replicates)].into_iter().flatten().collect();
        if options.is_empty() { String::new() } else { format!(" ({})", options.join(" ")) }
    }
}
