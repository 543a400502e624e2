//! What is said of single teams, where a plan has several.

use super::Lang;

/// The words of a language.
pub(in crate::report) struct TeamWords {
    /// Caption.
    pub(in crate::report) caption: &'static str,
    /// What it is about.
    pub(in crate::report) note: &'static str,
    /// Heads: plan, team, and the figures.
    pub(in crate::report) heads: [&'static str; 6],
}

static ENGLISH: TeamWords = TeamWords {
    caption: "The teams one by one",
    note: "Means over all years and worlds. A short wait beside many who still wait is the wait of the few who got in. \
           Where one team has hours to spare and another a queue, people could be divided otherwise.",
    heads: ["Plan", "Team", "FTE", "Households in help", "Households that wait", "Wait, weeks"],
};

static DUTCH: TeamWords = TeamWords {
    caption: "De teams één voor één",
    note: "Gemiddeld over alle jaren en werelden. Een korte wachttijd naast veel wachtenden is de wachttijd van de \
           weinigen die aan de beurt kwamen. Heeft het ene team uren over en het andere een wachtrij, dan zijn de \
           mensen anders te verdelen.",
    heads: ["Plan", "Team", "Fte", "Huishoudens in begeleiding", "Wachtende huishoudens", "Wachttijd, weken"],
};

impl TeamWords {
    /// Of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }
}
