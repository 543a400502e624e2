//! What is said of persons over time, and of how euros lie over households.

use super::Lang;

/// The words of a language.
pub(in crate::report) struct PersonsWords {
    pub(in crate::report) heading: &'static str,
    /// Households with the most, of a hundred.
    pub(in crate::report) households: &'static str,
    pub(in crate::report) title: &'static str,
    pub(in crate::report) unit: &'static str,
    /// Left and right of zero.
    pub(in crate::report) sides: [&'static str; 2],
    pub(in crate::report) caption: &'static str,
    pub(in crate::report) difference: &'static str,
    pub(in crate::report) range: &'static str,
    pub(in crate::report) laws_caption: &'static str,
    pub(in crate::report) laws: &'static str,
    pub(in crate::report) laws_note: &'static str,
    pub(in crate::report) panel_caption: &'static str,
    pub(in crate::report) panel: &'static str,
    pub(in crate::report) panel_note: &'static str,
    pub(in crate::report) where_more: &'static str,
    lang: Lang,
}

static ENGLISH: PersonsWords = PersonsWords {
    heading: "Who uses what, and where the euros go",
    households: "Of 100 households, those with the most",
    title: "Share of the euros of services, by households with the most",
    unit: "share of all euros of services",
    sides: ["", "of all euros"],
    caption: "Euros of services, all payers together: the part that goes to the households with the most",
    difference: "difference",
    range: "range",
    laws_caption: "Persons a year, by the laws under which they have services",
    laws: "Laws",
    laws_note: "Wmo: support by the municipality. Jeugdwet: youth help. Zvw: mental health care and district nursing. \
                Wlz: long-term care. Wgs: debt programmes. Whoever has several in a year stands in one row.",
    panel_caption: "People over the years, of those who still live here",
    panel: "Who",
    panel_note: "In the years of the plan, any service together.",
    where_more: "Without the hours of the team, which have no bill by household. persons.csv has every year, use by \
                 age and income, and how long services last.",
    lang: Lang::En,
};

static DUTCH: PersonsWords = PersonsWords {
    heading: "Wie gebruikt wat, en waar gaan de euro’s heen",
    households: "Van 100 huishoudens die met de meeste",
    title: "Deel van de euro’s voor hulp, naar huishoudens met de meeste",
    unit: "deel van alle euro’s voor hulp",
    sides: ["", "van alle euro’s"],
    caption: "Euro’s voor hulp, alle betalers samen: het deel voor de huishoudens met de meeste",
    difference: "verschil",
    range: "bandbreedte",
    laws_caption: "Mensen per jaar, naar de wetten waaruit zij hulp krijgen",
    laws: "Wetten",
    laws_note: "Wmo: hulp van de gemeente. Jeugdwet: jeugdhulp. Zvw: ggz en wijkverpleging. Wlz: langdurige zorg. Wgs: \
                schuldregeling. Wie er in een jaar meer heeft, staat in één rij.",
    panel_caption: "Mensen door de jaren heen, van wie hier nog woont",
    panel: "Wie",
    panel_note: "In de jaren van het plan, alle hulp samen.",
    where_more: "Zonder de uren van het wijkteam, want die hebben geen rekening per huishouden. In persons.csv staat \
                 elk jaar, het gebruik naar leeftijd en inkomen, en hoelang hulp duurt.",
    lang: Lang::Nl,
};

impl PersonsWords {
    pub(in crate::report) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// What is found of the base: shares of the euros as they are written.
    pub(in crate::report) fn finding(&self, of_one: &str, of_ten: &str) -> String {
        match self.lang {
            Lang::En => format!(
                "The 1 in 100 households with the most services have {of_one} of their euros, the 10 in 100 with the \
                 most {of_ten}"
            ),
            Lang::Nl => format!(
                "De 1 op de 100 huishoudens met de meeste hulp krijgt {of_one} van de euro’s, de 10 op de 100 met de \
                 meeste {of_ten}"
            ),
        }
    }

    /// So many households of a hundred, beside a bar.
    pub(in crate::report) fn of_hundred(&self, households: &str) -> String {
        match self.lang {
            Lang::En => format!("{households} of 100"),
            Lang::Nl => format!("{households} op de 100"),
        }
    }

    /// Laws by their keys.
    pub(in crate::report) fn laws_of(&self, keys: &str) -> String {
        let name = |key: &str| match key {
            "jeugdwet" => "Jeugdwet",
            "zvw" => "Zvw",
            "wlz" => "Wlz",
            "wgs" => "Wgs",
            _ => "Wmo",
        };
        let and = if self.lang == Lang::En { " and " } else { " en " };
        let names: Vec<&str> = keys.split('+').map(name).collect();
        match names.split_last() {
            Some((last, first)) if !first.is_empty() => format!("{}{and}{last}", first.join(", ")),
            _ => names.concat(),
        }
    }

    /// Users so many years later.
    pub(in crate::report) fn still(&self, years: &str) -> String {
        match (self.lang, years) {
            (Lang::En, "1") => "of the users of a year, still users the year after".to_owned(),
            (Lang::En, _) => format!("of the users of a year, users {years} years later"),
            (Lang::Nl, "1") => "van wie in een jaar hulp had, met hulp in het jaar erna".to_owned(),
            (Lang::Nl, _) => format!("van wie in een jaar hulp had, met hulp {years} jaar later"),
        }
    }

    /// Those who stopped and are back within so many years.
    pub(in crate::report) fn returned(&self, years: &str) -> String {
        match (self.lang, years) {
            (Lang::En, "1") => "of those who had a year without, back the year after".to_owned(),
            (Lang::En, _) => format!("of those who had a year without, back within {years} years"),
            (Lang::Nl, "1") => "van wie een jaar zonder hulp was, terug in het jaar erna".to_owned(),
            (Lang::Nl, _) => format!("van wie een jaar zonder hulp was, terug binnen {years} jaar"),
        }
    }
}
