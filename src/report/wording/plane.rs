//! What is said of euros beside avoided weeks: the plane, and the acceptability curve.

use super::Lang;

/// The words of a language.
pub(in crate::report) struct PlaneWords {
    /// Title of the plane.
    pub(in crate::report) title: &'static str,
    /// What the plane shows, for those who do not see it.
    pub(in crate::report) description: &'static str,
    /// The axis to the right.
    pub(in crate::report) weeks: &'static str,
    /// The axis upwards.
    pub(in crate::report) euros: &'static str,
    /// The corners: left above, right above, left below, right below.
    pub(in crate::report) corners: [&'static str; 4],
    /// A dot, and the mean.
    pub(in crate::report) dots: [&'static str; 2],
    /// Heads of its table: who pays, the four quarters as in `Plane::quarters`, and the means of weeks and euros.
    pub(in crate::report) columns: [&'static str; 7],
    /// What a quarter of the plane means.
    pub(in crate::report) note: &'static str,
    /// Title of the curve.
    pub(in crate::report) curve: &'static str,
    /// What the curve shows, for those who do not see it.
    pub(in crate::report) curve_description: &'static str,
    /// Its axes: upwards, and to the right.
    pub(in crate::report) axes: [&'static str; 2],
    /// Heads of the first two columns of its table.
    pub(in crate::report) amounts: [&'static str; 2],
    /// That no amount is recommended.
    pub(in crate::report) choice: &'static str,
    lang: Lang,
}

static ENGLISH: PlaneWords = PlaneWords {
    title: "What the plan costs and what it avoids, sample by sample",
    description: "Each dot is a sample. To the right is how many person-weeks a year with a severe need and no help \
                  the plan avoids, upwards what all payers together pay more a year. The best place is at the bottom \
                  right.",
    weeks: "Person-weeks avoided per year",
    euros: "All payers together, difference per year",
    corners: [
        "costs more, avoids none",
        "costs more, avoids weeks",
        "costs less, avoids none",
        "costs less, avoids weeks",
    ],
    dots: ["A sample", "Mean of all samples"],
    columns: [
        "Who pays",
        "Costs no more, avoids weeks",
        "Costs more, avoids weeks",
        "Costs no more, avoids none",
        "Costs more, avoids none",
        "Weeks avoided per year",
        "Difference in euros per year",
    ],
    note: "A person-week is a week in which somebody has a severe need and no help. Left of zero the plan brings more \
           of them instead of fewer; below zero it costs less.",
    curve: "In how many samples the plan is worth it, by what an avoided week may cost",
    curve_description: "To the right is what avoiding one person-week with a severe need and no help may cost, upwards \
                        in how many of 100 samples the plan is then worth it.",
    axes: ["of 100 samples", "What an avoided person-week may cost"],
    amounts: ["An avoided week may cost", "A year"],
    choice: "What an avoided week may cost is a political choice. kantel recommends no amount.",
    lang: Lang::En,
};

static DUTCH: PlaneWords = PlaneWords {
    title: "Wat het plan kost en wat het voorkomt, per wereld",
    description: "Elke stip is een wereld. Naar rechts staat hoeveel weken per jaar met ernstige problemen zonder hulp \
                  het plan voorkomt. Naar boven staat wat alle betalers samen meer betalen. De beste plek is \
                  rechtsonder.",
    weeks: "Voorkomen weken per jaar",
    euros: "Alle betalers samen, verschil per jaar",
    corners: [
        "duurder, voorkomt niets",
        "duurder, voorkomt weken",
        "goedkoper, voorkomt niets",
        "goedkoper, voorkomt weken",
    ],
    dots: ["Een wereld", "Gemiddelde van alle werelden"],
    columns: [
        "Wie betaalt",
        "Niet duurder, voorkomt weken",
        "Duurder, voorkomt weken",
        "Niet duurder, voorkomt niets",
        "Duurder, voorkomt niets",
        "Voorkomen weken per jaar",
        "Verschil in euro per jaar",
    ],
    note: "Een week telt mee als iemand dan ernstige problemen heeft en geen hulp. Twee mensen zijn twee weken. Links \
           van nul komen er juist weken bij. Onder nul is het plan goedkoper.",
    curve: "In hoeveel werelden het plan loont, naar wat een voorkomen week mag kosten",
    curve_description: "Naar rechts staat wat één voorkomen week met ernstige problemen zonder hulp mag kosten. Naar \
                        boven staat in hoeveel van de 100 werelden het plan dan loont.",
    axes: ["van de 100 werelden", "Wat een voorkomen week mag kosten"],
    amounts: ["Een voorkomen week mag kosten", "Een jaar"],
    choice: "Wat een voorkomen week mag kosten, is een politieke keuze. kantel raadt geen bedrag aan.",
    lang: Lang::Nl,
};

impl PlaneWords {
    /// Those of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// In how many of the worlds it avoids weeks for no more money, and for more.
    pub(in crate::report) fn finding(&self, for_nothing: &str, paid: &str) -> String {
        match self.lang {
            Lang::En => format!(
                "This is about weeks with a severe need and no help. In {for_nothing} samples the plan avoids some and \
                 all payers together pay no more. In {paid} it does at a price."
            ),
            Lang::Nl => format!(
                "Het gaat om weken met ernstige problemen zonder hulp. In {for_nothing} werelden voorkomt het plan ze, \
                 en betalen alle betalers samen niet meer. In {paid} werelden kost dat geld."
            ),
        }
    }

    /// In how many worlds the plan is worth it for no euros and for two amounts.
    pub(in crate::report) fn curve_finding(&self, nothing: &str, some: (&str, &str), most: (&str, &str)) -> String {
        match self.lang {
            Lang::En => format!(
                "If an avoided week may cost nothing, the plan is worth it in {nothing} samples. At {} a week it is in \
                 {}, at {} in {}. This is of all payers together.",
                some.0, some.1, most.0, most.1
            ),
            Lang::Nl => format!(
                "Mag een voorkomen week niets kosten, dan loont het plan in {nothing} werelden. Mag zo'n week {} \
                 kosten, dan is dat in {}, bij {} in {}. Dit geldt voor alle betalers samen.",
                some.0, some.1, most.0, most.1
            ),
        }
    }

    /// A payer with later years counting less, at a rate.
    pub(in crate::report) fn discounted(&self, payer: &str, rate: &str) -> String {
        match self.lang {
            Lang::En => format!("{payer}, discounted at {rate}"),
            Lang::Nl => format!("{payer}, later telt minder mee ({rate} per jaar)"),
        }
    }
}
