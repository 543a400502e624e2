//! In plain Dutch (B1): what keeps scenarios comparable, and `local-check`.

use super::Dutch;
use crate::plan::{ClosureChange, ClosureNote};
use crate::report::wording::voice::{Checks, Names, joined};
use crate::report::wording::{Lang, Measure, euros, round_euros, signed};

impl Checks for Dutch {
    fn closure(&self, key: &str) -> &'static str {
        match key {
            "hours" => "Beide plannen hebben evenveel uren van het wijkteam.",
            "budget" => "Beide plannen beginnen met hetzelfde budget van de gemeente.",
            "extra" => "Wat het plan toevoegt, komt erbij als extra geld; wat het minder kost, wordt niet uitgegeven.",
            _ => "De middelen verschillen zoals in de scenariobestanden staat.",
        }
    }

    fn closure_note(&self, note: &ClosureNote) -> String {
        let ClosureNote { variant, base, change, by_sample } = note;
        let text = match *change {
            ClosureChange::BurnIn => format!("{variant}: tot het begin geldt de organisatie van {base}."),
            ClosureChange::SameTeam => format!("{variant}: het wijkteam is zo groot als dat van {base}."),
            ClosureChange::LargerTeam(fte) => {
                let fte = signed(Lang::Nl, fte);
                format!(
                    "{variant}: het wijkteam krijgt {fte} fte, voor het outreachend werk dat het meer heeft dan {base}."
                )
            }
            ClosureChange::Saving(more) if more >= 0.0 => {
                let euros = euros(Lang::Nl, more);
                format!(
                    "{variant}: wat dit plan zelf doet, kost uiteindelijk naar verwachting {euros} per jaar meer. \
                     Vacatures zijn meegeteld. Dat gaat af van de ingekochte zorg."
                )
            }
            ClosureChange::Saving(less) => {
                format!(
                    "{variant}: wat dit plan zelf doet, kost {} per jaar minder. Dat wordt niet uitgegeven.",
                    euros(Lang::Nl, -less)
                )
            }
        };
        if *by_sample { text + " Dat is het gemiddelde: elke wereld heeft een eigen bedrag of aantal." } else { text }
    }

    fn closure_left(&self, euros: f64, range: Option<(f64, f64)>) -> String {
        let of = |euros: f64| Measure::Euros.more_or_less(Lang::Nl, euros);
        let range = range.map(|(low, high)| format!(" ({} tot {})", of(low), of(high))).unwrap_or_default();
        let left = of(euros);
        match round_euros(euros) {
            0.0 => format!("Het plan mikt op evenveel geld, en zo komt het gemiddeld uit{range}."),
            _ => format!(
                "Het plan mikt op evenveel geld. Voor de gemeente komt het gemiddeld {left} uit per jaar{range}."
            ),
        }
    }

    fn own_tolerance(&self, share: &str, stated: bool) -> String {
        if stated { format!("±{share}") } else { format!("±{share} (aanname)") }
    }

    fn own_source(&self, source: &str, year: Option<i32>, tolerance: &str) -> String {
        let named = if source.is_empty() { "uw eigen cijfer".to_owned() } else { format!("uw eigen cijfer: {source}") };
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        joined([named, year].into_iter(), tolerance)
    }

    fn own_conversion(&self, simulated: &str, counted: &str) -> String {
        format!(
            "Er zijn {simulated} nagebootst. Aantallen en euro's van het model zijn omgerekend naar {counted}, zoals \
             in uw cijfers."
        )
    }

    fn checks_line(&self, fit: usize, of: usize, missed: &[String]) -> String {
        let first = match of {
            0 => "Geen enkel cijfer kon worden gecontroleerd.".to_owned(),
            1 if fit == 1 => "Het ene gecontroleerde cijfer klopt.".to_owned(),
            1 => "Het ene gecontroleerde cijfer klopt niet.".to_owned(),
            _ if fit == of => format!("Alle {of} gecontroleerde cijfers kloppen."),
            _ => {
                format!("Van de {of} gecontroleerde cijfers {} er {fit}.", if fit == 1 { "klopt" } else { "kloppen" })
            }
        };
        if missed.is_empty() { first } else { format!("{first} Dit klopt niet: {}.", self.list(missed)) }
    }
}
