//! Where a number comes from: a source, a fit to sources, the literature, or an assumption with its range.

use serde::{Deserialize, Serialize};

/// The origin of a default value. Every default has one; `kantel explain` and `docs/evidence.md` print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Source {
    /// A published figure: title and address.
    Sourced {
        /// Title of the publication or table, with its year.
        title: &'static str,
        /// Address; empty where the publication has none.
        url: &'static str,
    },
    /// Fitted to published figures; says to which.
    Fitted(&'static str),
    /// The shape is known from the literature, the value is not Dutch or not measured; says which literature.
    Literature(&'static str),
    /// Nobody knows: an assumption, whose range is sampled or stated; says why this value.
    Assumption(&'static str),
}

impl Source {
    /// The grade in one word: `sourced`, `fitted`, `literature` or `assumption`.
    pub const fn grade(&self) -> &'static str {
        match self {
            Self::Sourced { .. } => "sourced",
            Self::Fitted(_) => "fitted",
            Self::Literature(_) => "literature",
            Self::Assumption(_) => "assumption",
        }
    }

    /// The address of a published figure; empty where there is none.
    pub const fn url(&self) -> &'static str {
        match self {
            Self::Sourced { url, .. } => url,
            Self::Fitted(_) | Self::Literature(_) | Self::Assumption(_) => "",
        }
    }

    /// The text behind the grade.
    pub const fn text(&self) -> &'static str {
        match self {
            Self::Sourced { title, .. } => title,
            Self::Fitted(text) | Self::Literature(text) | Self::Assumption(text) => text,
        }
    }
}

/// Who decides in Dutch law on what a lever sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Decides {
    /// The municipality.
    Municipality,
    /// The state.
    State,
    /// The health insurer.
    Insurer,
    /// Nobody can: a counterfactual for research.
    Nobody,
}

impl Decides {
    /// In English: `municipality`, `state`, `insurer`, `nobody (counterfactual)`.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::State => "state",
            Self::Insurer => "insurer",
            Self::Nobody => "nobody (counterfactual)",
        }
    }
}
