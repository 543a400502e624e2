//! In English: `who-pays`, `for-whom` and `first-second`.

use super::English;
use crate::experiment::{Avoided, Exchange, Verdict};
use crate::report::wording::voice::{Brief, Lines, Names};
use crate::report::wording::{Lang, Measure, euros as euros_of, number};

impl Lines for English {
    fn unpaid(&self, change: &str, low: &str, high: &str) -> String {
        format!(
            "Unpaid help from family and neighbours: {change} per week ({}). It is not counted in euros.",
            self.range(low, high)
        )
    }

    fn avoided(&self, avoided: &Avoided) -> String {
        let years = |x: f64| Measure::Count.level(Lang::En, x);
        match *avoided {
            Avoided::None => {
                "Prevention: no years with a severe need are avoided that can be told from none. So there \
                              is no price for one."
                    .to_owned()
            }
            Avoided::ForNothing { avoided } => format!(
                "Prevention: per year {} years with a severe need are avoided, and the municipality pays no more for \
                 them.",
                years(avoided)
            ),
            Avoided::Paid { avoided, euros, range } => {
                let price = |x: f64| euros_of(Lang::En, x);
                let range = range.map_or_else(
                    || "the range is too wide to tell".to_owned(),
                    |(low, high)| self.range(&price(low), &price(high)),
                );
                format!(
                    "Prevention: per year {} years with a severe need are avoided. Each costs the municipality {} more \
                     ({range}).",
                    years(avoided),
                    price(euros)
                )
            }
        }
    }

    fn no_cost_yet(&self, payers: &[String]) -> String {
        format!("The model has no costs yet for: {}.", self.list(payers))
    }

    fn groups_lines(&self, groups: &[Vec<String>; 4]) -> Vec<String> {
        let heads = ["Better for", "Worse for", "Undecided for", "No difference that matters for"];
        let all: usize = groups.iter().map(Vec::len).sum();
        let line = |(head, groups): (&str, &Vec<String>)| match groups.len() {
            0 => None,
            n if n == all && n > 1 => Some(format!("{head} all groups.")),
            _ => Some(format!("{head}: {}.", self.list(groups).to_lowercase())),
        };
        heads.into_iter().zip(groups).filter_map(line).collect()
    }

    fn need_finding(&self, year: i32, verdict: Verdict, base: (&str, &str), variant: (&str, &str)) -> String {
        let first = match verdict {
            Verdict::Better | Verdict::Lower => "fewer people have a severe need and no help",
            Verdict::Worse | Verdict::Higher => "more people have a severe need and no help",
            Verdict::NoDifference => "about as many people have a severe need and no help",
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "it is undecided whether fewer people have a severe need and no help"
            }
        };
        format!("In {year} {first}: {} with “{}”, {} with “{}”.", variant.1, variant.0, base.1, base.0)
    }

    fn hours_finding(&self, first: Option<&str>, second: Option<&str>) -> String {
        let [first, second] = [first, second].map(|hours| hours.unwrap_or("as many hours"));
        format!("The first line works {first} per year, the second line {second}.")
    }

    fn help_at_home(&self, hours: &str, euros: &str) -> String {
        format!("Help at home is counted separately: {hours} and {euros} per year.")
    }

    fn rate(&self, x: f64, euros: bool) -> String {
        let size = number(Lang::En, x.abs());
        let amount = if euros { format!("€{size}") } else { format!("{size}\u{a0}hours") };
        match x {
            x if x.abs() < 0.005 => amount,
            x => format!("{amount}\u{a0}{}", if x > 0.0 { "more" } else { "less" }),
        }
    }

    fn exchange(&self, exchange: Exchange, euros: bool, rate: &str, range: &str) -> String {
        let (one, fewer, more, many) = if euros {
            ("euro", "costs less", "costs more", "costs as much")
        } else {
            ("hour", "takes fewer hours", "takes more hours", "takes as many")
        };
        match exchange {
            Exchange::Replaces => format!("Per {one} less in the second line: {rate} in the first{range}."),
            Exchange::Reversed => {
                format!("It goes the other way. Per {one} more in the second line: {rate} in the first{range}.")
            }
            Exchange::FallsAlone => format!("The second line {fewer}, and the first line {many}."),
            Exchange::RisesAlone => format!("The second line {more}, and the first line {many}. Nothing is replaced."),
            Exchange::BothFall => format!("The second line {fewer}, and so does the first: nothing is replaced."),
            Exchange::BothRise => format!("The second line {more}, and so does the first: nothing is replaced."),
            Exchange::Unclear if euros => {
                "In euros it is not clear whether the second line grows or shrinks. So there is no rate.".to_owned()
            }
            Exchange::Unclear => {
                "In hours it is not clear whether the second line grows or shrinks. So there is no rate.".to_owned()
            }
        }
    }

    fn found_at_doors(&self, found: &str, range: &str, worlds: Option<(u32, u32)>) -> String {
        let worlds = worlds.map_or_else(String::new, |(more, of)| {
            let others =
                if more < of { " In the others the team does not get round to it, or finds no more." } else { "" };
            format!(" {}{others}", self.worlds((more, of), Measure::Count, true))
        });
        format!("Door-to-door visits brought {found} needs to light per year ({range}).{worlds}")
    }

    fn costs_finding(&self, (size, verdict): (&str, Verdict), base: (&str, &str), variant: (&str, &str)) -> String {
        let first = match verdict {
            Verdict::Better | Verdict::Lower => format!("All payers together pay {size} per year less"),
            Verdict::Worse | Verdict::Higher => format!("All payers together pay {size} per year more"),
            Verdict::NoDifference => "All payers together pay about as much per year".to_owned(),
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "Whether all payers together pay more or less is undecided".to_owned()
            }
        };
        format!("{first}: {} per year with “{}”, {} with “{}”.", variant.1, variant.0, base.1, base.0)
    }
}
