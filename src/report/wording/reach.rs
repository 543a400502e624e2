//! What is said of a figure that no reasonable amount of computing decides.

use super::measure::percent;
use super::numbers::{Things, counted};
use crate::experiment::{Computing, Difference, MOST_REPLICATES, MOST_SAMPLES};
use crate::language::{Lang, Text, text};

/// An undecided figure that takes more computing than a comparison adds by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutOfReach {
    needs: Computing,
    computed: u32,
    chance: Option<f64>,
}

impl OutOfReach {
    /// What a difference needs, if that is out of reach.
    pub fn of(d: &Difference) -> Option<Self> {
        let needs = d.needs().filter(|needs| needs.is_out_of_reach(d.samples))?;
        Some(Self { needs, computed: d.samples, chance: d.chance_share() })
    }
}

/// Of this share on, a spread is mostly chance.
const MOSTLY: f64 = 0.5;

/// That deciding an undecided figure takes more computing than a comparison adds by itself, and what helps sooner:
/// where its spread is mostly chance, a larger place rather than knowledge.
pub fn out_of_reach(lang: Lang, reach: OutOfReach) -> String {
    let OutOfReach { needs, computed, chance } = reach;
    let most = if needs.samples > computed.max(MOST_SAMPLES) {
        counted(lang, computed.max(MOST_SAMPLES), Things::Samples)
    } else {
        match lang {
            Lang::En => format!("{MOST_REPLICATES} replicates"),
            Lang::Nl => format!("{MOST_REPLICATES} herhalingen"),
        }
    };
    let sooner = match chance.filter(|share| *share > MOSTLY) {
        Some(share) => {
            let share = percent(lang, share);
            text!(
                "{share} of its spread is chance: a larger place tells sooner than computing or knowing more",
                "{share} van de spreiding is toeval: een grotere plaats helpt eerder dan meer rekenen of weten"
            )
        }
        None => Text::fixed(
            "knowing more helps sooner than computing more",
            "meer weten helpt hier eerder dan meer rekenen",
        ),
    };
    let sooner = sooner.of(lang);
    match lang {
        Lang::En => format!("even {most} are too few; {sooner}"),
        Lang::Nl => format!("ook {most} zijn te weinig; {sooner}"),
    }
}
