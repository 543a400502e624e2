//! What is said of plans beside each other.

use super::Lang;

/// The words of a language.
pub(in crate::report) struct TradeOffWords {
    pub(in crate::report) caption: &'static str,
    pub(in crate::report) plan: &'static str,
    pub(in crate::report) unbeaten: &'static str,
    pub(in crate::report) against_now: &'static str,
    /// The same of points around a base, and the caption of many.
    pub(in crate::report) against_base: &'static str,
    pub(in crate::report) of_many: &'static str,
    pub(in crate::report) zero: &'static str,
    pub(in crate::report) description: &'static str,
    pub(in crate::report) rule: &'static str,
    lang: Lang,
}

static ENGLISH: TradeOffWords = TradeOffWords {
    caption: "Your plans beside each other, each against now",
    plan: "Plan",
    unbeaten: "Beaten by no other plan",
    against_now: "difference from now",
    against_base: "difference from the base",
    of_many: "The best points beside each other, each against the base",
    zero: "0",
    description: "To the right is what the municipality pays more, upwards how many people more have a severe need and \
                  no help. The best place is at the bottom left. The lines through a point show its range.",
    rule: "A plan is beaten in a world where another one costs no more and leaves no more people without help. Which \
           of the others is best depends on what you find more important. kantel does not choose.",
    lang: Lang::En,
};

static DUTCH: TradeOffWords = TradeOffWords {
    caption: "Uw plannen naast elkaar, elk vergeleken met nu",
    plan: "Plan",
    unbeaten: "Door geen ander plan verslagen",
    against_now: "verschil met nu",
    against_base: "verschil met de basis",
    of_many: "De beste punten naast elkaar, elk vergeleken met de basis",
    zero: "0",
    description: "Naar rechts staat wat de gemeente meer betaalt. Naar boven staat hoeveel mensen meer ernstige \
                  problemen hebben zonder hulp. De beste plek is linksonder. De lijnen door een punt zijn de marge.",
    rule: "Een plan is in een wereld verslagen als een ander plan niet duurder is en niet meer mensen zonder hulp \
           laat. Welk van de andere plannen het beste is, hangt af van wat u belangrijker vindt. kantel kiest niet.",
    lang: Lang::Nl,
};

impl TradeOffWords {
    /// Those of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// A range from low to high.
    pub(in crate::report) fn range(&self, low: &str, high: &str) -> String {
        match self.lang {
            Lang::En => format!("from {low} to {high}"),
            Lang::Nl => format!("van {low} tot {high}"),
        }
    }

    /// In so many worlds of all.
    pub(in crate::report) fn of_all(&self, worlds: usize, all: usize) -> String {
        match self.lang {
            Lang::En => format!("in {worlds} of {all}"),
            Lang::Nl => format!("in {worlds} van {all}"),
        }
    }

    /// How many of the plans that are told stand in most of so many worlds.
    pub(in crate::report) fn found(&self, standing: usize, told: usize, worlds: &str) -> String {
        match self.lang {
            Lang::En => format!("Of the {told} plans in the table {standing} stand so in most of {worlds}."),
            Lang::Nl => {
                format!("Van de {told} plannen in de tabel geldt dat voor {standing} in de meeste van {worlds}.")
            }
        }
    }

    /// Which plans stand, in most of so many worlds.
    pub(in crate::report) fn finding(&self, plans: &[String], worlds: &str) -> String {
        let plans = plans.join(", ");
        match self.lang {
            Lang::En if plans.is_empty() => format!("Each plan is beaten by another in most of {worlds}."),
            Lang::Nl if plans.is_empty() => {
                format!("Elk plan wordt in de meeste van {worlds} door een ander verslagen.")
            }
            Lang::En => format!("Beaten by no other plan in most of {worlds}: {plans}."),
            Lang::Nl => format!("Door geen ander plan verslagen in de meeste van {worlds}: {plans}."),
        }
    }
}
