//! What the workbook says beside the words that it shares with the report.

use super::{Lang, SAMPLES_FOR_A_BAND};
use crate::observation::Kind;

/// The words of the workbook in one language. Order within arrays is told with each.
#[derive(Debug)]
pub(in crate::report) struct BookWords {
    /// Names of the sheets: about, key figures, years, payers, groups, assumptions, districts. At most 31 characters.
    pub(in crate::report) sheets: [&'static str; 7],
    /// What each of them holds.
    pub(in crate::report) holds: [&'static str; 7],
    /// Labels of the first sheet.
    pub(in crate::report) in_brief: &'static str,
    pub(in crate::report) where_and_when: &'static str,
    pub(in crate::report) plan_in_full: &'static str,
    pub(in crate::report) stays_equal: &'static str,
    pub(in crate::report) mind: &'static str,
    pub(in crate::report) how_to_read: &'static str,
    pub(in crate::report) verdicts: &'static str,
    pub(in crate::report) not_for: &'static str,
    pub(in crate::report) samples: &'static str,
    pub(in crate::report) version: &'static str,
    /// Which files hold the figures for spreadsheets; it stands in the report.
    pub(in crate::report) files: &'static str,
    difference_is: &'static str,
    less: &'static str,
    /// What low and high are: of one sample, of a few, of many.
    ranges: [&'static str; 3],
    /// Rounding, and where every digit is.
    pub(in crate::report) rounded: &'static str,
    /// Heads of columns.
    pub(in crate::report) plan: &'static str,
    pub(in crate::report) figure: &'static str,
    pub(in crate::report) unit: &'static str,
    pub(in crate::report) period: &'static str,
    pub(in crate::report) with_plan: &'static str,
    pub(in crate::report) payer_kind: &'static str,
    /// A part of the municipality, a payer of its own, a total of others.
    pub(in crate::report) payer_kinds: [&'static str; 3],
    pub(in crate::report) computed: &'static str,
    /// How many samples never earn it back, and of how many.
    pub(in crate::report) never_of: &'static str,
    pub(in crate::report) mean: &'static str,
    pub(in crate::report) key: &'static str,
    /// Low, middle and high of an assumption.
    pub(in crate::report) quantiles: [&'static str; 3],
    pub(in crate::report) grade: &'static str,
    pub(in crate::report) link: &'static str,
    /// Between the first and the last of some years.
    to: &'static str,
    per_year: &'static str,
    term: &'static str,
    /// Units of indicators by their key in files, of a stock or ratio and of a flow.
    units: &'static [(&'static str, &'static str, &'static str)],
}

impl BookWords {
    /// The words of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// What a difference is.
    pub(in crate::report) fn difference(&self, base: &str) -> String {
        format!("{} “{}” {} “{base}”.", self.difference_is, self.with_plan, self.less)
    }

    /// What low and high are.
    pub(in crate::report) fn range(&self, samples: u32) -> String {
        let [one, few, many] = self.ranges;
        match samples {
            1 => one.to_owned(),
            n if n < SAMPLES_FOR_A_BAND => few.to_owned(),
            _ => many.to_owned(),
        }
    }

    /// The unit of an indicator; of a flow it is per year.
    pub(in crate::report) fn unit(&self, unit: &str, kind: Kind) -> String {
        match self.units.iter().find(|(key, ..)| *key == unit) {
            Some((_, _, flow)) if kind == Kind::Flow => (*flow).to_owned(),
            Some((_, level, _)) => (*level).to_owned(),
            None => unit.to_owned(),
        }
    }

    /// Calendar years, both included.
    pub(in crate::report) fn years(&self, from: i32, to: i32) -> String {
        if from == to { from.to_string() } else { format!("{from} {} {to}", self.to) }
    }

    /// That a figure is the mean per year over these calendar years; in the council term, that they are it.
    pub(in crate::report) fn period(&self, from: i32, to: i32, term: bool) -> String {
        let whole = if from == to { String::new() } else { format!(", {}", self.per_year) };
        let term = if term { format!(" ({})", self.term) } else { String::new() };
        format!("{}{whole}{term}", self.years(from, to))
    }
}

static ENGLISH: BookWords = BookWords {
    sheets: ["About", "Key figures", "Years", "Payers", "Groups", "Assumptions", "Districts"],
    holds: [
        "What this is, and what to know before using it.",
        "The key figures and the figures to watch: means over the years, with range and verdict.",
        "Every figure year by year. Filter on one figure to chart it.",
        "Who pays more or less, and when the money is earned back.",
        "People with a severe need and no help, by group: who gains and who loses.",
        "Every number that the model assumes, with its range and its source.",
        "The key figures of each district and of all together: where it goes better and where worse.",
    ],
    in_brief: "In brief",
    where_and_when: "Where and when",
    plan_in_full: "Plan",
    stays_equal: "What stays equal",
    mind: "Please note",
    how_to_read: "How to read it",
    verdicts: "Verdicts",
    not_for: "What not to use it for",
    samples: "Samples computed",
    version: "Version",
    files: "The figures are in results.xlsx too: a workbook to filter, chart and copy from. A spreadsheet with Dutch \
            settings opens all tables in columns with --csv nl (kantel compare, or kantel report for a result that is \
            there): they are in csv-nl/.",
    difference_is: "A difference is",
    less: "less",
    ranges: [
        "One sample was computed. So there is no range: low and high are that sample.",
        "Low and high are about the lowest and the highest of the samples.",
        "Low to high holds 90 of 100 samples: what is likely, given all that is unknown.",
    ],
    rounded: "Figures are rounded by the rules of report.html, where a figure on a card may have a digit less. A row \
              adds up; rows may not, by a last digit. Every digit is in comparison.csv and yearly.csv.",
    plan: "Plan",
    figure: "Figure",
    unit: "Unit",
    period: "Period",
    with_plan: "With the plan",
    payer_kind: "Kind of row",
    payer_kinds: ["part of the municipality", "payer", "total of other rows"],
    computed: "Samples",
    never_of: "Samples that never earn it back, of",
    mean: "Mean",
    key: "Key in files",
    quantiles: ["Low (5 of 100)", "Middle", "High (95 of 100)"],
    grade: "Kind",
    link: "Link",
    to: "to",
    per_year: "mean per year",
    term: "this council term",
    units: &[
        ("euro", "euro", "euro per year"),
        ("persons", "people", "people per year"),
        ("households", "households", "households per year"),
        ("hours", "hours", "hours per year"),
        ("share", "percent", "percent"),
        ("ratio", "times", "times"),
        ("episodes", "needs", "needs per year"),
        ("cases", "cases", "cases per year"),
        ("applications", "applications", "applications per year"),
        ("entitlements", "provisions", "provisions per year"),
        ("requests", "requests", "requests per year"),
        ("reports", "reports", "reports per year"),
        ("visits", "visits", "visits per year"),
        ("contacts", "contacts", "contacts per year"),
        ("incidents", "incidents", "incidents per year"),
        ("initiatives", "initiatives", "initiatives per year"),
        ("half-days per week", "half-days per week", "half-days per week"),
        ("places", "places", "places"),
    ],
};

static DUTCH: BookWords = BookWords {
    sheets: ["Over dit bestand", "Kerncijfers", "Jaren", "Betalers", "Groepen", "Aannames", "Wijken"],
    holds: [
        "Wat dit is, en wat u moet weten voor u het gebruikt.",
        "De kerncijfers en de cijfers om op te letten: gemiddeld over de jaren, met marge en oordeel.",
        "Elk cijfer per jaar. Filter op één cijfer om er een grafiek van te maken.",
        "Wie meer of minder betaalt, en wanneer het geld is terugverdiend.",
        "Mensen met ernstige problemen zonder hulp, per groep: wie wint en wie verliest.",
        "Elk getal dat het model aanneemt, met marge en bron.",
        "De kerncijfers van elke wijk en van alle wijken samen: waar het beter gaat en waar slechter.",
    ],
    in_brief: "In het kort",
    where_and_when: "Waar en wanneer",
    plan_in_full: "Plan",
    stays_equal: "Wat gelijk blijft",
    mind: "Let op",
    how_to_read: "Hoe u dit leest",
    verdicts: "Oordelen",
    not_for: "Waarvoor niet gebruiken",
    samples: "Doorgerekende werelden",
    version: "Versie",
    files: "De cijfers staan ook in results.xlsx: een werkmap voor Excel om te filteren, te kopiëren en er grafieken \
            van te maken. Alle tabellen opent u in Excel met --csv nl (bij kantel compare, of bij kantel report voor \
            een uitkomst die er al is). Ze staan dan in csv-nl/.",
    difference_is: "Een verschil is",
    less: "min",
    ranges: [
        "Er is maar één wereld doorgerekend. Een marge is er daarom niet: laag en hoog zijn die wereld.",
        "Een wereld is één keer doorrekenen met getrokken aannames. Laag en hoog zijn ongeveer de laagste en de \
         hoogste wereld.",
        "Een wereld is één keer doorrekenen met getrokken aannames. Tussen laag en hoog liggen 90 van de 100 werelden.",
    ],
    rounded: "Cijfers zijn afgerond volgens de regels van report.html; op een kaart staat daar soms een cijfer minder. \
              Een rij telt op; rijen onder elkaar soms net niet. Alle decimalen staan in comparison.csv en yearly.csv.",
    plan: "Plan",
    figure: "Cijfer",
    unit: "Eenheid",
    period: "Periode",
    with_plan: "Met het plan",
    payer_kind: "Soort rij",
    payer_kinds: ["deel van de gemeente", "betaler", "totaal van andere rijen"],
    computed: "Werelden",
    never_of: "Werelden waarin het nooit is terugverdiend, van de",
    mean: "Gemiddeld",
    key: "Naam in bestanden",
    quantiles: ["Laag (5 van de 100)", "Midden", "Hoog (95 van de 100)"],
    grade: "Soort",
    link: "Link",
    to: "tot en met",
    per_year: "gemiddeld per jaar",
    term: "deze collegeperiode",
    units: &[
        ("euro", "euro", "euro per jaar"),
        ("persons", "mensen", "mensen per jaar"),
        ("households", "huishoudens", "huishoudens per jaar"),
        ("hours", "uur", "uur per jaar"),
        ("hours per week", "uur per week", "uur per week"),
        ("weeks", "weken", "weken"),
        ("years", "jaar", "jaar"),
        ("share", "procent", "procent"),
        ("ratio", "keer", "keer"),
        ("FTE", "fte", "fte"),
        ("1 to 4", "1 tot 4", "1 tot 4"),
        ("0 to 4", "0 tot 4", "0 tot 4"),
        ("episodes", "hulpvragen", "hulpvragen per jaar"),
        ("cases", "zaken", "zaken per jaar"),
        ("applications", "aanvragen", "aanvragen per jaar"),
        ("entitlements", "voorzieningen", "voorzieningen per jaar"),
        ("requests", "hulpvragen elders", "hulpvragen elders per jaar"),
        ("reports", "meldingen", "meldingen per jaar"),
        ("visits", "huisbezoeken", "huisbezoeken per jaar"),
        ("contacts", "contacten", "contacten per jaar"),
        ("incidents", "incidenten", "incidenten per jaar"),
        ("complaints", "klachten", "klachten per jaar"),
        ("initiatives", "initiatieven", "initiatieven per jaar"),
        ("half-days per week", "dagdelen per week", "dagdelen per week"),
        ("places", "plekken", "plekken"),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::catalogue;

    #[test]
    fn every_indicator_has_a_dutch_unit() {
        for series in catalogue::series() {
            let known = DUTCH.units.iter().any(|(key, ..)| *key == series.unit);
            assert!(known, "{}: no Dutch for its unit {}: add it to the lists above", series.indicator, series.unit);
        }
        assert_eq!(DUTCH.unit("euro", Kind::Flow), "euro per jaar");
        assert_eq!(ENGLISH.unit("weeks", Kind::Ratio), "weeks", "as in files");
    }

    #[test]
    fn a_spreadsheet_takes_the_names_of_the_sheets() {
        for name in ENGLISH.sheets.iter().chain(&DUTCH.sheets) {
            assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']), "{name}");
        }
    }
}
