//! In English: what keeps scenarios comparable, and `local-check`.

use super::English;
use crate::plan::{ClosureChange, ClosureNote};
use crate::report::wording::voice::{Checks, Names, joined};
use crate::report::wording::{Lang, Measure, euros, round_euros, signed};

impl Checks for English {
    fn closure(&self, key: &str) -> &'static str {
        match key {
            "hours" => "Both scenarios have the same team hours.",
            "budget" => "Both scenarios have the same municipal budget at the start.",
            "extra" => "What a plan adds is paid with extra money; what it saves is not spent.",
            _ => "The scenarios differ in means, as their files say.",
        }
    }

    fn closure_note(&self, note: &ClosureNote) -> String {
        let ClosureNote { variant, base, change, by_sample } = note;
        let text = match *change {
            ClosureChange::BurnIn => format!("{variant}: burn-in runs under the organisation of {base}."),
            ClosureChange::SameTeam => format!("{variant}: the team has the FTE of {base}."),
            ClosureChange::LargerTeam(fte) => {
                let fte = signed(Lang::En, fte);
                format!("{variant}: the team gets {fte} FTE, its difference from {base} in planned outreach.")
            }
            ClosureChange::Saving(more) if more >= 0.0 => {
                let euros = euros(Lang::En, more);
                format!(
                    "{variant}: what the plan itself does is expected to cost {euros} a year more in the end, \
                     vacancies reckoned with. That is saved on purchased care."
                )
            }
            ClosureChange::Saving(less) => {
                format!(
                    "{variant}: what the plan itself does costs {} a year less, which is not spent.",
                    euros(Lang::En, -less)
                )
            }
        };
        if *by_sample { text + " That is the mean: every sample has its own amount." } else { text }
    }

    fn closure_left(&self, euros: f64, range: Option<(f64, f64)>) -> String {
        let of = |euros: f64| Measure::Euros.more_or_less(Lang::En, euros);
        let range = range.map(|(low, high)| format!(" ({} to {})", of(low), of(high))).unwrap_or_default();
        let left = of(euros);
        match round_euros(euros) {
            0.0 => format!("It aims at equal euros, and on average comes out so{range}."),
            _ => format!("It aims at equal euros. For the municipality it comes out {left} a year on average{range}."),
        }
    }

    fn own_tolerance(&self, share: &str, stated: bool) -> String {
        if stated { format!("±{share}") } else { format!("±{share} (assumption)") }
    }

    fn own_source(&self, source: &str, year: Option<i32>, tolerance: &str) -> String {
        let named = if source.is_empty() { "your own figure".to_owned() } else { format!("your own figure: {source}") };
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        joined([named, year].into_iter(), tolerance)
    }

    fn own_conversion(&self, simulated: &str, counted: &str) -> String {
        format!(
            "{simulated} were simulated. The model's counts and euros are converted to {counted}, as in your figures."
        )
    }

    fn checks_line(&self, fit: usize, of: usize, missed: &[String]) -> String {
        let first = match of {
            0 => "None of the figures could be checked.".to_owned(),
            1 if fit == 1 => "The one checked figure fits.".to_owned(),
            _ if fit == of => format!("All {of} checked figures fit."),
            _ => format!("{fit} of {of} checked figures {}.", if fit == 1 { "fits" } else { "fit" }),
        };
        if missed.is_empty() { first } else { format!("{first} Misses: {}.", self.list(missed)) }
    }
}
