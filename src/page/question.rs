//! What can be asked.

use serde::{Deserialize, Serialize};

use super::choice::Choice;
use crate::language::Lang;

/// A question of the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "lowercase", deny_unknown_fields)]
pub enum Question {
    /// The words of the page, and what of it is the same for every choice.
    About {
        /// The language of the answer.
        lang: Lang,
    },
    /// Every municipality and wijk in the box.
    Places {
        /// The language of mistakes.
        #[serde(default)]
        lang: Lang,
    },
    /// The knobs, with what they are set to today in the place that was chosen.
    Knobs {
        /// The language of the answer.
        lang: Lang,
        /// What was chosen.
        choice: Choice,
    },
    /// Whether a choice can be run, and as what: its mistakes, its notes, its file and the command.
    Check {
        /// The language of the answer.
        lang: Lang,
        /// What was chosen.
        choice: Choice,
    },
    /// The choice that a scenario file makes.
    Open {
        /// The language of the mistakes.
        lang: Lang,
        /// The file.
        text: String,
    },
    /// The courses of scenarios in one draw.
    Courses(Courses),
    /// What the courses say so far.
    Read {
        /// The language of the answer.
        lang: Lang,
        /// What was chosen.
        choice: Choice,
        /// What the courses are of.
        size: Size,
        /// How many samples there are, from the first.
        samples: u32,
        /// The sections of the report that are shown; of the whole district alone.
        sections: Vec<String>,
    },
    /// A section with what takes long to compute: the feedbacks cut, the bounds, or a household followed.
    Section {
        /// The language of the answer.
        lang: Lang,
        /// What was chosen.
        choice: Choice,
        /// How many samples there are, from the first.
        samples: u32,
        /// The section.
        section: String,
    },
    /// Plans beside each other: which of them another one beats.
    Rivals {
        /// The language of the answer.
        lang: Lang,
        /// The plans, each with the same worlds.
        plans: Vec<Plan>,
    },
    /// A file to take along.
    Take {
        /// The language of the report.
        lang: Lang,
        /// What was chosen.
        choice: Choice,
        /// How many samples there are, from the first.
        samples: u32,
        /// Which file.
        what: Take,
    },
}

/// A plan with its differences from now, world by world, as readings give them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What it is called.
    pub name: String,
    /// What the municipality pays more, in euros per year.
    pub cost: Vec<f64>,
    /// How many people more have a severe need and no help.
    pub need: Vec<f64>,
}

/// Which courses are to be computed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Courses {
    /// The language of the mistakes.
    #[serde(default)]
    pub lang: Lang,
    /// What was chosen.
    pub choice: Choice,
    /// The district or its scale model.
    pub size: Size,
    /// Sample.
    pub sample: u32,
    /// Replicate.
    pub replicate: u32,
    /// Scenarios by their position: 0 is the base, 1 the choice.
    pub scenarios: Vec<usize>,
}

/// How large a district is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// A scale model: ranges within seconds, and no verdict.
    Small,
    /// The district with all its residents.
    Whole,
}

/// A file to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Take {
    /// The report as a page.
    Report,
    /// `comparison.csv`.
    Comparison,
    /// The same for a spreadsheet with Dutch settings.
    Dutch,
    /// The own prices, as a file for `--with`.
    Prices,
    /// The scenario.
    Scenario,
}

impl Question {
    /// The language in which mistakes are told.
    pub(super) const fn lang(&self) -> Lang {
        match self {
            Self::About { lang }
            | Self::Places { lang }
            | Self::Knobs { lang, .. }
            | Self::Check { lang, .. }
            | Self::Open { lang, .. }
            | Self::Read { lang, .. }
            | Self::Section { lang, .. }
            | Self::Rivals { lang, .. }
            | Self::Take { lang, .. } => *lang,
            Self::Courses(asked) => asked.lang,
        }
    }
}
