//! What is said of districts beside each other.

use super::Lang;

/// The words of a language.
pub(in crate::report) struct DistrictWords {
    pub(in crate::report) heading: &'static str,
    pub(in crate::report) district: &'static str,
    pub(in crate::report) residents: &'static str,
    pub(in crate::report) low_income: &'static str,
    pub(in crate::report) per_thousand: &'static str,
    pub(in crate::report) together: &'static str,
    pub(in crate::report) sums: &'static str,
    pub(in crate::report) many: &'static str,
    pub(in crate::report) margins: &'static str,
    /// Better, worse, undecided, no difference.
    pub(in crate::report) verdicts: [&'static str; 4],
    pub(in crate::report) all: &'static str,
    lang: Lang,
}

static ENGLISH: DistrictWords = DistrictWords {
    heading: "By district",
    district: "District",
    residents: "Residents",
    low_income: "Low income",
    per_thousand: "Per 1,000 residents",
    together: "Together",
    sums: "The districts with the most households on a low income come first. Differences add up to that of all \
           together. Ranges do not: in a world that is good for one district it may go worse in another.",
    many: "Each district is judged by itself. Of many verdicts some are chance.",
    margins: "The margins that were chosen afterwards do not hold here: the districts are judged by those that were \
              fixed beforehand.",
    verdicts: ["Better in", "Worse in", "Undecided in", "No difference that matters in"],
    all: "all districts",
    lang: Lang::En,
};

static DUTCH: DistrictWords = DistrictWords {
    heading: "Per wijk",
    district: "Wijk",
    residents: "Inwoners",
    low_income: "Laag inkomen",
    per_thousand: "Per 1.000 inwoners",
    together: "Samen",
    sums: "De wijken met de meeste huishoudens met een laag inkomen staan bovenaan. De verschillen tellen op tot dat \
           van alle wijken samen. De bandbreedtes niet: in een wereld die goed is voor de ene wijk, kan het in een \
           andere slechter gaan.",
    many: "Elke wijk krijgt een eigen oordeel. Bij veel oordelen zijn er altijd enkele toeval.",
    margins: "De grenzen die achteraf zijn gekozen, gelden hier niet: voor de wijken gelden de grenzen die vooraf \
              vastlagen.",
    verdicts: ["Beter in", "Slechter in", "Onbeslist in", "Geen verschil van belang in"],
    all: "alle wijken",
    lang: Lang::Nl,
};

impl DistrictWords {
    pub(in crate::report) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// How the districts were simulated.
    pub(in crate::report) fn how(&self, districts: usize) -> String {
        match self.lang {
            Lang::En => format!(
                "{districts} districts were simulated beside each other. Each has its own team and levers, as planned \
                 per resident: where there is more need, the team is no larger. They share the queues of the second \
                 line. The rest of this report is about all of them together."
            ),
            Lang::Nl => format!(
                "{districts} wijken zijn naast elkaar doorgerekend. Elke wijk heeft een eigen team en eigen beleid, \
                 zoals gepland per inwoner: waar meer problemen zijn, is het team niet groter. De wachtlijsten van de \
                 tweede lijn delen ze. De rest van dit rapport gaat over alle wijken samen."
            ),
        }
    }
}
