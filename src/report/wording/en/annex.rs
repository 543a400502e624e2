//! In English: `certainty`, `changes`, `assumptions` and `reproduce`.

use super::English;
use crate::report::wording::reach::out_of_reach;
use crate::report::wording::voice::{Annex, Names, Needs, Since};
use crate::report::wording::{Lang, Things, counted};

impl Annex for English {
    fn worlds_intro(&self, samples: u32, replicates: u32, extra: u32) -> String {
        if samples == 1 {
            let times = match replicates + extra {
                1 => "once".to_owned(),
                n => format!("{n} times"),
            };
            return format!("We computed 1 sample, {times}. Another sample would have other assumptions.");
        }
        let samples = counted(Lang::En, samples, Things::Samples);
        let times = if replicates == 1 { "each once".to_owned() } else { format!("each {replicates} times") };
        let more = match extra {
            0 => String::new(),
            1 => ", and the first once more".to_owned(),
            n => format!(", and the first {n} once more"),
        };
        format!("We computed {samples}, {times}{more}. Every sample has other assumptions.")
    }

    fn undecided_why(&self, name: &str, needs: Needs) -> String {
        let why = match needs {
            Needs::Computing { samples, replicates } => {
                let options = Needs::options(samples, replicates);
                return format!(
                    "{name}: undecided. Compute more{options}: that may decide it, or show that too little is known."
                );
            }
            Needs::OutOfReach(reach) => {
                return format!("{name}: undecided; {}.", out_of_reach(Lang::En, reach));
            }
            Needs::Endless => "It lies on the border itself: more computing is unlikely to decide it.",
            Needs::Knowledge => "More computing does not help: too little is known.",
        };
        format!("{name}: undecided. {why}")
    }

    fn tipping(&self, value: Option<&str>, unit: &str, low: &str, high: &str) -> String {
        match value {
            Some(value) => format!("The verdict tips at {value}. All we know is: from {low} to {high}{unit}."),
            None => format!("All we know is: from {low} to {high}{unit}."),
        }
    }

    fn bet_tested(&self, figures: &[String]) -> String {
        format!(
            "What help does decides the verdict on: {}. There this comparison tests the bet that lighter help earlier \
             means less heavy help later.",
            self.list(figures)
        )
    }

    fn bet_unknown(&self, figures: &[String]) -> String {
        format!(
            "Undecided where help does nothing or the most: {}. So we do not know whether this comparison tests the \
             bet that lighter help earlier means less heavy help later.",
            self.list(figures)
        )
    }

    fn places_full(&self, payers: &[String]) -> String {
        if payers.is_empty() {
            return "In no sample were places so full that a payer's costs could hardly change.".to_owned();
        }
        format!(
            "In so many samples places were full under both plans, so that costs could hardly change unless a plan \
             itself adds places: {}. Places that are full only because a plan cuts them do not count.",
            self.list(payers)
        )
    }

    fn bounds_of(&self, samples: u32) -> String {
        format!(
            "Computed on {} of the district, or of a smaller copy where it is large.",
            counted(Lang::En, samples, Things::Samples)
        )
    }

    fn watch(&self, year: i32) -> String {
        format!("Watch in {year}:")
    }

    fn sign(&self, value: Option<&str>, (rises, euros): (bool, bool), (low, high): (&str, &str)) -> String {
        let (what, more, less) =
            if euros { ("plan", "dearer", "cheaper") } else { ("difference", "above zero", "below zero") };
        let (above, below) = if rises { (more, less) } else { (less, more) };
        let says = match value {
            Some(value) => format!("Above {value} the {what} is more often {above}. Below it more often {below}."),
            None if euros => format!("The higher this is, the {above} the plan."),
            None => format!("The higher this is, the {} the difference.", if rises { "higher" } else { "lower" }),
        };
        format!("{says} In 90 of 100 samples it lies between {low} and {high}. It is a sign, not a cause.")
    }

    fn step(&self, since: &Since, value: &str, ramp: Option<&str>) -> String {
        let since = match since {
            Since::Before => "since before".to_owned(),
            Since::Start(year) => format!("from the start ({year})"),
            Since::Date(date) => format!("from {date}"),
        };
        match ramp {
            None => format!("{since}: {value}"),
            Some("1") => format!("{since}: {value}, reached in a year"),
            Some(ramp) => format!("{since}: {value}, reached in {ramp} years"),
        }
    }

    fn changes_between(&self, changes: usize) -> String {
        format!("then {changes} more changes")
    }

    fn district_source(&self, name: &str, year: i32, attribution: &str) -> String {
        if attribution.is_empty() {
            format!("{name} is an invented district.")
        } else {
            let of = if year == 0 { String::new() } else { format!(", {year}") };
            format!("Figures of {name}{of}. {attribution}")
        }
    }

    fn worlds_files(&self, files: &[String]) -> String {
        format!("Own figures were laid over every scenario (--with): {}.", self.list(files))
    }

    fn reproduce(&self, version: &str, samples: &str, replicates: u32, seed: u64) -> String {
        let replicates = counted(Lang::En, replicates, Things::Replicates);
        format!("kantel {version}; {samples}; {replicates}; seed {seed}.")
    }
}
