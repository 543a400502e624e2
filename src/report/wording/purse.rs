//! What is said of budgets, reserves, cuts, and plans that politics left whole.

use super::Lang;

/// The words of a language.
pub(in crate::report) struct PurseWords {
    /// Caption, before the title of the plan.
    pub(in crate::report) caption: &'static str,
    /// What the table is about.
    pub(in crate::report) note: &'static str,
    /// Heads behind the year and those of the silos: the reserve and cuts.
    pub(in crate::report) heads: [&'static str; 2],
    /// The row of the council term, and that of all years.
    pub(in crate::report) totals: [&'static str; 2],
    lang: Lang,
}

static ENGLISH: PurseWords = PurseWords {
    caption: "Beyond the budget, from the reserve, and cut, year by year",
    note: "By budget: what the accounts of the year before say beyond it; with a minus what was left. What is over is \
           met from the reserve, what is left goes where the plan says. So both can stand in one year. Means over all \
           worlds: a cut in some of them is a small cut here.",
    heads: ["From the reserve", "Cut"],
    totals: ["This council term", "All years"],
    lang: Lang::En,
};

static DUTCH: PurseWords = PurseWords {
    caption: "Boven de begroting, uit de reserve en bezuinigd, per jaar",
    note: "Per budget: wat de rekening van het jaar ervoor meer zegt dan de begroting; met een min wat overbleef. \
           Wat te veel is, komt uit de reserve. Wat overblijft, gaat waar het plan dat zegt. Beide kunnen dus in \
           één jaar staan. Gemiddeld over alle werelden: een bezuiniging in een paar werelden is hier een kleine \
           bezuiniging.",
    heads: ["Uit de reserve", "Bezuinigd"],
    totals: ["Deze collegeperiode", "Alle jaren"],
    lang: Lang::Nl,
};

impl PurseWords {
    /// Of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// In how many of how many worlds a plan is still whole at the end of a year.
    pub(in crate::report) fn whole(&self, plan: &str, year: i32, (worlds, of): (u32, u32)) -> String {
        match self.lang {
            Lang::En => format!("{plan}: still whole at the end of {year} in {worlds} of {of} worlds."),
            Lang::Nl => format!("{plan}: eind {year} nog heel in {worlds} van de {of} werelden."),
        }
    }
}
