//! In plain Dutch (B1): names of things, and how they are listed.

use super::Dutch;
use crate::provenance::{Decides, Source};
use crate::report::wording::voice::{Names, Payer};

impl Names for Dutch {
    fn indicator(&self, key: &str) -> String {
        match key {
            "euros.municipality" => "Kosten voor de gemeente",
            "euros.all" => "Kosten voor alle betalers samen",
            "persons.second_line" => "Mensen met hulp uit de tweede lijn",
            "persons.help_at_home" => "Mensen met hulp thuis",
            "need.severe.unhelped" => "Mensen met ernstige problemen zonder hulp",
            "network.none.unhelped" => "Mensen zonder netwerk en zonder hulp",
            "carers.burdened" => "Zwaarbelaste mantelzorgers",
            "team.wait_weeks" => "Wachttijd wijkteam",
            "persons.wmo" => "Wmo-cliënten",
            "registered.persons.second_line" => "Mensen met hulp uit de tweede lijn, zoals geregistreerd",
            "registered.need.known" => "Mensen met problemen, zoals geregistreerd",
            "need.open" => "Mensen met problemen",
            "hours.first_line" => "Uren van de eerste lijn",
            "hours.second_line" => "Uren van de tweede lijn",
            "hours.help_at_home" => "Uren van hulp thuis",
            "euros.first_line" => "Kosten van de eerste lijn",
            "euros.second_line" => "Kosten van de tweede lijn",
            "euros.help_at_home" => "Kosten van hulp thuis",
            "care.hours" => "Onbetaalde uren van familie en buren",
            other => other,
        }
        .to_owned()
    }

    fn payer(&self, key: &str) -> String {
        match key {
            "wmo" => "Gemeente: Wmo",
            "youth" => "Gemeente: jeugdhulp",
            "participation" => "Gemeente: participatie",
            "debt" => "Gemeente: schulden en armoede",
            "welfare" => "Gemeente: welzijn en wijkteam",
            "municipality" => "Gemeente",
            "insurer" => "Zorgverzekeraar",
            "wlz" => "Langdurige zorg (Wlz)",
            "housing" => "Woningcorporatie",
            "justice" => "Justitie en veiligheid",
            "household" => "Huishoudens",
            "all" => "Alle betalers samen",
            other => other,
        }
        .to_owned()
    }

    fn payer_within(&self, key: &str) -> Payer {
        let (name, plural) = match key {
            "municipality" => ("de gemeente", false),
            "insurer" => ("de zorgverzekeraar", false),
            "wlz" => ("de langdurige zorg (Wlz)", false),
            "housing" => ("de woningcorporatie", false),
            "justice" => ("justitie en veiligheid", false),
            "household" => ("huishoudens", true),
            other => return Payer { name: self.payer(other).to_lowercase(), plural: false },
        };
        Payer { name: name.to_owned(), plural }
    }

    fn group(&self, key: &str) -> String {
        match key {
            "income:low" => "Laag inkomen",
            "income:middle" => "Middeninkomen",
            "income:high" => "Hoog inkomen",
            "network:none" => "Zonder netwerk",
            "network:some" => "Met netwerk",
            "age:0-22" => "0 tot en met 22 jaar",
            "age:23-64" => "23 tot en met 64 jaar",
            "age:65+" => "65 jaar en ouder",
            other => other,
        }
        .to_owned()
    }

    fn decides(&self, decides: Decides) -> &'static str {
        match decides {
            Decides::Municipality => "gemeente",
            Decides::State => "rijk",
            Decides::Insurer => "zorgverzekeraar",
            Decides::Nobody => "niemand (alleen voor onderzoek)",
        }
    }

    fn grade(&self, source: &Source) -> &'static str {
        match source {
            Source::Sourced { .. } => "gepubliceerd",
            Source::Fitted(_) => "afgesteld",
            Source::Literature(_) => "literatuur",
            Source::Assumption(_) => "aanname",
        }
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            // A last one that is a pair itself has a comma before it.
            [first @ .., last] => {
                format!(
                    "{}{} en {last}",
                    first.join(", "),
                    if last.replace("tot en met", "").contains(" en ") { "," } else { "" }
                )
            }
        }
    }

    fn loop_name(&self, _: &'static str, dutch: &'static str) -> &'static str {
        dutch
    }

    fn percent(&self, whole: &str) -> String {
        format!("{whole}\u{a0}%")
    }

    fn of(&self, worlds: u32, of: u32) -> String {
        format!("{worlds} van {of}")
    }

    fn range(&self, low: &str, high: &str) -> String {
        format!("van {low} tot {high}")
    }

    fn carried(&self, worlds: u32, of: u32) -> String {
        format!("het gemiddelde komt uit {} werelden", self.of(worlds, of))
    }
}
