//! What is said of flows between doors, services and accounts.

use super::{Lang, number};
use crate::entities::Product;

/// The words of a language.
pub(in crate::report) struct FlowWords {
    /// Title of the picture and caption of its table.
    pub(in crate::report) title: &'static str,
    /// Caption of the table of what changes.
    pub(in crate::report) changes: &'static str,
    /// What is seen.
    pub(in crate::report) note: &'static str,
    /// Head of the first column of the table.
    pub(in crate::report) head: &'static str,
    /// Heads above the picture: ways in, help, payers.
    pub(in crate::report) columns: [&'static str; 3],
    /// What is said under the table.
    pub(in crate::report) table_note: &'static str,
    team: &'static str,
    found: &'static str,
    left: &'static str,
    waiting: &'static str,
    providers: &'static str,
    employers: &'static str,
    lang: Lang,
}

static ENGLISH: FlowWords = FlowWords {
    title: "Where people and money go",
    changes: "What goes otherwise: the largest changes",
    note: "How people come to the team and to services in a year, and who pays for that: means over all years and \
           worlds. On the left a broad band is many needs and requests, on the right much money: two scales.",
    head: "From and to: people first, then euros",
    columns: ["Ways in", "Help", "Who pays"],
    table_note: "The largest flows in a year. Requests that the gate refuses reach no queue and are not here. \
                 flows.csv has every flow of every year.",
    team: "the team",
    found: "found or reported",
    left: "left the queue without help",
    waiting: "waiting for",
    providers: "providers, for anything else",
    employers: "employers of the team",
    lang: Lang::En,
};

static DUTCH: FlowWords = FlowWords {
    title: "Waar mensen en geld langs gaan",
    changes: "Wat anders loopt: de grootste veranderingen",
    note: "Hoe mensen in een jaar bij het wijkteam en bij voorzieningen komen, en wie dat betaalt: gemiddeld over alle \
           jaren en werelden. Links is een brede band veel hulpvragen en verzoeken, rechts veel geld; de schaal \
           verschilt.",
    head: "Van en naar: eerst mensen, dan euro's",
    columns: ["Hoe mensen komen", "Hulp", "Wie betaalt"],
    table_note: "De grootste stromen in een jaar. Wat aan de poort wordt afgewezen, komt in geen wachtrij en staat \
                 hier niet. In flows.csv staat elke stroom van elk jaar.",
    team: "het wijkteam",
    found: "gevonden of gemeld",
    left: "weg uit de wachtrij zonder hulp",
    waiting: "wachtend op",
    providers: "aanbieders, voor iets anders",
    employers: "werkgevers van het wijkteam",
    lang: Lang::Nl,
};

/// The doors by their keys, in English and Dutch.
const DOORS: [(&str, &str, &str); 10] = [
    ("team", "team or desk", "wijkteam of loket"),
    ("gp", "GP", "huisarts"),
    ("specialist", "medical specialist", "medisch specialist"),
    ("youth_doctor", "youth doctor", "jeugdarts"),
    ("court", "court", "rechter"),
    ("unrecorded", "no referrer recorded", "verwijzer onbekend"),
    ("ciz", "CIZ (access to the Wlz)", "CIZ (toegang tot de Wlz)"),
    ("veilig_thuis", "Veilig Thuis", "Veilig Thuis"),
    ("debt_desk", "debt desk", "loket schulden"),
    ("centre_municipality", "centre municipality", "centrumgemeente"),
];

impl FlowWords {
    /// Of a language.
    pub(in crate::report) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// What an end of a flow is called.
    pub(in crate::report) fn end(&self, end: &str) -> String {
        let is_dutch = matches!(self.lang, Lang::Nl);
        let product = |key: &str| {
            let found = Product::ALL.into_iter().find(|product| product.key() == key).map(Product::meta);
            let name = found.map_or(key, |meta| if is_dutch { meta.dutch } else { meta.english });
            // What is short is an abbreviation.
            if name.len() > 4 { name.to_lowercase() } else { name.to_owned() }
        };
        match end.split_once(':') {
            Some(("door", key)) => {
                let found = DOORS.iter().find(|(door, ..)| *door == key);
                found.map_or(key, |(_, english, dutch)| if is_dutch { dutch } else { english }).to_owned()
            }
            Some(("queue", key)) => format!("{} {}", self.waiting, product(key)),
            Some(("service", key)) => product(key),
            Some(("account", "providers")) => self.providers.to_owned(),
            Some(("account", "employers")) => self.employers.to_owned(),
            Some(("account", key)) => self.lang.voice().payer(key),
            _ if end == "team" => self.team.to_owned(),
            _ if end == "left" => self.left.to_owned(),
            _ => self.found.to_owned(),
        }
    }

    /// A flow from one end to another.
    pub(in crate::report) fn flow(&self, from: &str, to: &str) -> String {
        format!("{} → {}", self.end(from), self.end(to))
    }

    /// What a plan costs the municipality more or less a year, what it costs all others, and in how many of how many
    /// worlds these go apart.
    pub(in crate::report) fn other_pockets(&self, own: &str, others: &str, apart: Option<(u32, u32)>) -> String {
        let is_dutch = matches!(self.lang, Lang::Nl);
        let told = if is_dutch {
            format!("Het plan is {own} per jaar voor de gemeente, {others} voor alle anderen samen.")
        } else {
            format!("The plan is {own} a year for the municipality, {others} for all others together.")
        };
        let Some((worlds, of)) = apart else { return told };
        if is_dutch {
            format!("{told} In {worlds} van de {of} werelden is het voor de een duurder en voor de ander goedkoper.")
        } else {
            format!("{told} In {worlds} of {of} worlds it is dearer for the one and cheaper for the other.")
        }
    }

    /// People a year, as a number alone.
    pub(in crate::report) fn persons(&self, x: f64) -> String {
        number(self.lang, x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::DOOR_TABLE;
    use crate::observation::Flow;

    #[test]
    fn every_end_has_a_name_of_its_own_in_both_languages() {
        assert!(DOORS.iter().zip(&DOOR_TABLE).all(|((key, ..), meta)| *key == meta.door.key()));
        for lang in [Lang::En, Lang::Nl] {
            let words = FlowWords::of(lang);
            let mut ends: Vec<String> = Flow::all().flat_map(|flow| <[String; 2]>::from(flow.ends())).collect();
            ends.sort_unstable();
            ends.dedup();
            let mut names: Vec<String> = ends.iter().map(|end| words.end(end)).collect();
            assert!(ends.iter().zip(&names).all(|(end, name)| end != name && !name.contains('_')), "{names:?}");
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), ends.len());
        }
    }
}
