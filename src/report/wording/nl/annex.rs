//! In plain Dutch (B1): `certainty`, `changes`, `assumptions` and `reproduce`.

use super::Dutch;
use crate::report::wording::reach::out_of_reach;
use crate::report::wording::voice::{Annex, Names, Needs, Since};
use crate::report::wording::{Lang, Things, counted};

impl Annex for Dutch {
    fn worlds_intro(&self, samples: u32, replicates: u32, extra: u32) -> String {
        if samples == 1 {
            let times = match replicates + extra {
                1 => "één keer".to_owned(),
                n => format!("{n} keer"),
            };
            return format!("Wij rekenden 1 wereld door, {times}. Een andere wereld zou andere aannames hebben.");
        }
        let samples = counted(Lang::Nl, samples, Things::Samples);
        let times = if replicates == 1 { "elk één keer".to_owned() } else { format!("elk {replicates} keer") };
        let more = match extra {
            0 => String::new(),
            1 => ", en de eerste nog een keer".to_owned(),
            n => format!(", en de eerste {n} nog een keer"),
        };
        format!("Wij rekenden {samples} door, {times}{more}. Elke wereld heeft andere aannames.")
    }

    fn undecided_why(&self, name: &str, needs: Needs) -> String {
        let why = match needs {
            Needs::Computing { samples, replicates } => {
                let options = Needs::options(samples, replicates);
                return format!(
                    "{name}: onbeslist. Reken meer{options}: dat kan beslissen, of tonen dat er te weinig bekend is."
                );
            }
            Needs::OutOfReach(reach) => {
                return format!("{name}: onbeslist; {}.", out_of_reach(Lang::Nl, reach));
            }
            Needs::Endless => "Het ligt op de grens zelf: langer rekenen beslist bijna niets.",
            Needs::Knowledge => "Langer rekenen helpt niet: er is te weinig bekend.",
        };
        format!("{name}: onbeslist. {why}")
    }

    fn tipping(&self, value: Option<&str>, unit: &str, low: &str, high: &str) -> String {
        match value {
            Some(value) => format!("Het oordeel kantelt bij {value}. Bekend is alleen: van {low} tot {high}{unit}."),
            None => format!("Bekend is alleen: van {low} tot {high}{unit}."),
        }
    }

    fn bet_tested(&self, figures: &[String]) -> String {
        format!(
            "Wat hulp doet, bepaalt het oordeel over: {}. Daar toetst deze vergelijking of eerdere, lichtere hulp \
             later zware hulp voorkomt.",
            self.list(figures)
        )
    }

    fn bet_unknown(&self, figures: &[String]) -> String {
        format!(
            "Onbeslist als hulp niets of het meeste doet: {}. Wij weten dus niet of deze vergelijking toetst of \
             eerdere, lichtere hulp later zware hulp voorkomt.",
            self.list(figures)
        )
    }

    fn places_full(&self, payers: &[String]) -> String {
        if payers.is_empty() {
            return "In geen enkele wereld waren plekken zo vol dat kosten van een betaler nauwelijks konden \
                    veranderen."
                .to_owned();
        }
        format!(
            "In zoveel werelden waren plekken in beide plannen vol, zodat kosten nauwelijks konden veranderen, tenzij \
             een plan zelf plekken toevoegt: {}. Plekken die alleen vol zijn door een bezuiniging, tellen niet mee.",
            self.list(payers)
        )
    }

    fn bounds_of(&self, samples: u32) -> String {
        format!(
            "Berekend in {} van de wijk, of van een kleinere kopie als de wijk groot is.",
            counted(Lang::Nl, samples, Things::Samples)
        )
    }

    fn watch(&self, year: i32) -> String {
        format!("Let in {year} op:")
    }

    fn sign(&self, value: Option<&str>, (rises, euros): (bool, bool), (low, high): (&str, &str)) -> String {
        let (what, more, less) =
            if euros { ("plan", "duurder", "goedkoper") } else { ("verschil", "een plus", "een min") };
        let (above, below) = if rises { (more, less) } else { (less, more) };
        let says = match value {
            Some(value) => format!("Boven {value} is het {what} vaker {above}. Daaronder vaker {below}."),
            None if euros => format!("Hoe hoger dit is, hoe {above} het plan."),
            None => format!("Hoe hoger dit is, hoe {} het verschil.", if rises { "hoger" } else { "lager" }),
        };
        format!("{says} In 90 van de 100 werelden ligt het tussen {low} en {high}. Het is een teken, geen oorzaak.")
    }

    fn step(&self, since: &Since, value: &str, ramp: Option<&str>) -> String {
        let since = match since {
            Since::Before => "al eerder".to_owned(),
            Since::Start(year) => format!("vanaf het begin ({year})"),
            Since::Date(date) => format!("vanaf {date}"),
        };
        match ramp {
            None => format!("{since}: {value}"),
            Some(ramp) => format!("{since}: {value}, bereikt in {ramp} jaar"),
        }
    }

    fn changes_between(&self, changes: usize) -> String {
        format!("daarna nog {changes} wijzigingen")
    }

    fn district_source(&self, name: &str, year: i32, attribution: &str) -> String {
        if attribution.is_empty() {
            format!("{name} is een verzonnen wijk.")
        } else {
            let of = if year == 0 { String::new() } else { format!(", {year}") };
            format!("Cijfers van {name}{of}. {attribution}")
        }
    }

    fn worlds_files(&self, files: &[String]) -> String {
        format!("Over elk scenario zijn eigen cijfers gelegd (--with): {}.", self.list(files))
    }

    fn reproduce(&self, version: &str, samples: &str, replicates: u32, seed: u64) -> String {
        format!("kantel {version}; {samples} (samples); {replicates} keer per wereld (replicates); seed {seed}.")
    }
}
