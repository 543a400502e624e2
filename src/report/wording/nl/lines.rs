//! In plain Dutch (B1): `who-pays`, `for-whom` and `first-second`.

use super::Dutch;
use crate::experiment::{Avoided, Exchange, Verdict};
use crate::report::wording::voice::{Brief, Lines, Names};
use crate::report::wording::{Lang, Measure, euros as euros_of, number};

impl Lines for Dutch {
    fn unpaid(&self, change: &str, low: &str, high: &str) -> String {
        format!(
            "Onbetaalde hulp van familie en buren: {change} per week ({}). Die uren rekenen wij niet om in euro's.",
            self.range(low, high)
        )
    }

    fn avoided(&self, avoided: &Avoided) -> String {
        let years = |x: f64| Measure::Count.level(Lang::Nl, x);
        match *avoided {
            Avoided::None => "Preventie: dat iemand een jaar minder ernstige problemen heeft, is niet te zien. Een \
                              prijs daarvoor is er dus niet."
                .to_owned(),
            Avoided::ForNothing { avoided } => format!(
                "Preventie: per jaar zijn er {} jaren minder waarin iemand ernstige problemen heeft. De gemeente \
                 betaalt daar niets meer voor.",
                years(avoided)
            ),
            Avoided::Paid { avoided, euros, range } => {
                let price = |x: f64| euros_of(Lang::Nl, x);
                let range = range.map_or_else(
                    || "de marge is te groot om te noemen".to_owned(),
                    |(low, high)| self.range(&price(low), &price(high)),
                );
                format!(
                    "Preventie: per jaar zijn er {} jaren minder waarin iemand ernstige problemen heeft. Elk daarvan \
                     kost de gemeente {} meer ({range}).",
                    years(avoided),
                    price(euros)
                )
            }
        }
    }

    fn no_cost_yet(&self, payers: &[String]) -> String {
        format!("Het model kent nog geen kosten voor: {}.", self.list(payers))
    }

    fn groups_lines(&self, groups: &[Vec<String>; 4]) -> Vec<String> {
        let heads = ["Beter voor", "Slechter voor", "Onbeslist voor", "Geen verschil van belang voor"];
        let all: usize = groups.iter().map(Vec::len).sum();
        let line = |(head, groups): (&str, &Vec<String>)| match groups.len() {
            0 => None,
            n if n == all && n > 1 => Some(format!("{head} alle groepen.")),
            _ => Some(format!("{head}: {}.", self.list(groups).to_lowercase())),
        };
        heads.into_iter().zip(groups).filter_map(line).collect()
    }

    fn need_finding(&self, year: i32, verdict: Verdict, base: (&str, &str), variant: (&str, &str)) -> String {
        let first = match verdict {
            Verdict::Better | Verdict::Lower => "zijn er minder mensen met ernstige problemen zonder hulp",
            Verdict::Worse | Verdict::Higher => "zijn er meer mensen met ernstige problemen zonder hulp",
            Verdict::NoDifference => "zijn er ongeveer evenveel mensen met ernstige problemen zonder hulp",
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "is onbeslist of minder mensen ernstige problemen hebben zonder hulp"
            }
        };
        format!("In {year} {first}: {} met “{}”, {} met “{}”.", variant.1, variant.0, base.1, base.0)
    }

    fn hours_finding(&self, first: Option<&str>, second: Option<&str>) -> String {
        let [first, second] = [first, second].map(|hours| hours.unwrap_or("evenveel uur"));
        format!("De eerste lijn werkt per jaar {first}, de tweede lijn {second}.")
    }

    fn help_at_home(&self, hours: &str, euros: &str) -> String {
        format!("Hulp thuis telt apart: per jaar {hours} en {euros}.")
    }

    fn rate(&self, x: f64, euros: bool) -> String {
        let size = number(Lang::Nl, x.abs());
        let amount = if euros { format!("€\u{a0}{size}") } else { format!("{size}\u{a0}uur") };
        match x {
            x if x.abs() < 0.005 => amount,
            x => format!("{amount}\u{a0}{}", if x > 0.0 { "meer" } else { "minder" }),
        }
    }

    fn exchange(&self, exchange: Exchange, euros: bool, rate: &str, range: &str) -> String {
        let (one, fewer, more, many) = if euros {
            ("euro", "kost minder", "kost meer", "kost evenveel")
        } else {
            ("uur", "kost minder uren", "kost meer uren", "kost er evenveel")
        };
        match exchange {
            Exchange::Replaces => format!("Per {one} minder in de tweede lijn: {rate} in de eerste{range}."),
            Exchange::Reversed => {
                format!("Het gaat de andere kant op. Per {one} meer in de tweede lijn: {rate} in de eerste{range}.")
            }
            Exchange::FallsAlone => format!("De tweede lijn {fewer}, de eerste lijn {many}."),
            Exchange::RisesAlone => format!("De tweede lijn {more}, de eerste lijn {many}. Er wordt niets vervangen."),
            Exchange::BothFall => format!("De tweede lijn {fewer}, en de eerste ook: er wordt niets vervangen."),
            Exchange::BothRise => format!("De tweede lijn {more}, en de eerste ook: er wordt niets vervangen."),
            Exchange::Unclear if euros => {
                "In euro's is niet duidelijk of de tweede lijn groeit of krimpt. Hoeveel de eerste lijn overneemt, is \
                 dus niet te zeggen."
                    .to_owned()
            }
            Exchange::Unclear => {
                "In uren is niet duidelijk of de tweede lijn groeit of krimpt. Hoeveel de eerste lijn overneemt, is \
                 dus niet te zeggen."
                    .to_owned()
            }
        }
    }

    fn found_at_doors(&self, found: &str, range: &str, worlds: Option<(u32, u32)>) -> String {
        let worlds = worlds.map_or_else(String::new, |(more, of)| {
            let others = if more < of {
                " In de andere werelden komt het team er niet aan toe, of vindt het niet meer."
            } else {
                ""
            };
            format!(" {}{others}", self.worlds((more, of), Measure::Count, true))
        });
        let (number, way) = found.split_once('\u{a0}').unwrap_or((found, "meer"));
        format!("Huisbezoek bracht {number} hulpvragen per jaar {way} aan het licht ({range}).{worlds}")
    }

    fn costs_finding(&self, (size, verdict): (&str, Verdict), base: (&str, &str), variant: (&str, &str)) -> String {
        let first = match verdict {
            Verdict::Better | Verdict::Lower => format!("Alle betalers samen betalen {size} per jaar minder"),
            Verdict::Worse | Verdict::Higher => format!("Alle betalers samen betalen {size} per jaar meer"),
            Verdict::NoDifference => "Alle betalers samen betalen per jaar ongeveer evenveel".to_owned(),
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "Of alle betalers samen meer of minder betalen, is onbeslist".to_owned()
            }
        };
        format!("{first}: {} per jaar met “{}”, {} met “{}”.", variant.1, variant.0, base.1, base.0)
    }
}
