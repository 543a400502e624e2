//! In English: the title, `in-brief` and `key-figures`.

use super::{English, per_year};
use crate::experiment::Verdict;
use crate::report::wording::voice::{Answer, Brief, Names, Payer, SAMPLES_FOR_A_BAND, Tip, capitalized};
use crate::report::wording::{Lang, Measure, Things, counted};

impl Brief for English {
    fn kicker(&self, place: &str, residents: &str, from: i32, to: i32) -> String {
        let years = if from == to { from.to_string() } else { format!("{from} to {to}") };
        format!("{place} · {residents} · {years} · a simulation, not a forecast")
    }

    fn scaled(&self, residents: &str, published: &str) -> String {
        format!(
            "This is the district at another size: {residents} instead of {published}. All counts and amounts are for \
             that size."
        )
    }

    fn title(&self, base: &str, variant: &str) -> String {
        format!("{variant}, compared with {base}")
    }

    fn run_title(&self, name: &str) -> String {
        format!("{name}, by itself")
    }

    fn ring_or_wait(&self, closure: &str, answer: Answer, [need, cost]: [Verdict; 2]) -> (String, String) {
        let with = match closure {
            "hours" => "With the same team hours:",
            "budget" => "With the same municipal euros:",
            "extra" => "With extra money:",
            _ => "As planned:",
        };
        let said = match answer {
            Answer::Ring => "ring.",
            Answer::Wait => "wait.",
            Answer::Weigh => "it depends on what weighs more.",
            Answer::Same => "it makes no difference that matters.",
            Answer::Open => "this is undecided.",
        };
        let people = match need {
            Verdict::Better | Verdict::Lower => "Ringing leaves fewer people with a severe need and no help",
            Verdict::Worse | Verdict::Higher => "Ringing leaves more people with a severe need and no help",
            Verdict::NoDifference => "Ringing leaves about as many people with a severe need and no help",
            _ => "Whether ringing leaves fewer people with a severe need and no help is undecided",
        };
        (with.to_owned(), format!("{said} {people}. {}", self.lead_cost(cost)))
    }

    fn tip(&self, figure: &str, tip: &Tip) -> String {
        match tip {
            Tip::Assumption { name, unit, tipping, known: (low, high), rises, euros } => {
                let [more, less] = if *euros { ["dearer", "cheaper"] } else { ["more people", "fewer people"] };
                let (above, below) = if *rises { (more, less) } else { (less, more) };
                let tips = match tipping {
                    Some(value) => format!("Above {value} more often {above}. Below it more often {below}."),
                    None => "It does not tip within what is known.".to_owned(),
                };
                format!("{figure}: this decides: “{name}”. {tips} All we know is: from {low} to {high}{unit}.")
            }
            Tip::Help { null: true, most: false } => format!("{figure}: another verdict if help did nothing."),
            Tip::Help { null: false, .. } => format!("{figure}: another verdict if help did the most."),
            Tip::Help { .. } => format!("{figure}: what help does would turn it."),
            Tip::HelpUnknown => format!("{figure}: whether it turns if help does nothing, or the most, is undecided."),
            Tip::HelpUncomputed => {
                format!("{figure}: whether it turns if help does nothing, or the most, has not been computed yet.")
            }
            Tip::Computing => format!("{figure}: more computing may still decide."),
            Tip::NoneAlone => format!("{figure}: no single assumption is known to decide."),
            Tip::Unsought => format!("{figure}: not sought at this margin."),
            Tip::Nothing => format!("{figure}: nothing that we know would turn it."),
        }
    }

    fn lead_need(&self, variant: &str, verdict: Verdict) -> String {
        match verdict {
            Verdict::Better | Verdict::Lower => {
                format!("With “{variant}” fewer people have a severe need and no help.")
            }
            Verdict::Worse | Verdict::Higher => format!("With “{variant}” more people have a severe need and no help."),
            Verdict::NoDifference => {
                format!("With “{variant}” about as many people have a severe need and no help.")
            }
            _ => format!("Whether “{variant}” leaves fewer people with a severe need and no help is undecided."),
        }
    }

    fn lead_second(&self, difference: Option<f64>, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::NoDifference => "About as many people get help from the second line.",
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "Whether more or fewer people get help from the second line is undecided."
            }
            _ if difference.is_some_and(|x| x < 0.0) => "Fewer people get help from the second line.",
            _ => "More people get help from the second line.",
        }
    }

    fn lead_cost(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Better | Verdict::Lower => "The municipality pays less.",
            Verdict::Worse | Verdict::Higher => "The municipality pays more.",
            Verdict::NoDifference => "The municipality pays about the same.",
            _ => "Whether the municipality pays more or less is undecided.",
        }
    }

    fn figure_line(&self, name: &str, middle: &str, low: &str, high: &str) -> String {
        format!("{name}: {middle} ({}).", self.range(low, high))
    }

    fn cost_line(&self, horizon: &str, range: &str, years: u32, term: Option<(&str, &str, i32)>) -> String {
        let over = if years == 1 { "in one year".to_owned() } else { format!("per year, over {years} years") };
        let whole = format!("For the municipality: {horizon} {over} ({range}).");
        match term {
            Some((text, range, year)) => {
                format!("{whole} In this council term, up to and including {year}: {text} per year ({range}).")
            }
            None => whole,
        }
    }

    fn payers_line(&self, dearer: &[Payer], cheaper: &[Payer], undecided: &[Payer]) -> String {
        let pays = |payers: &[Payer], how: &str| {
            let names: Vec<String> = payers.iter().map(|payer| payer.name.clone()).collect();
            let verb = if payers.len() > 1 || payers.iter().any(|p| p.plural) { "pay" } else { "pays" };
            (!names.is_empty()).then(|| capitalized(&format!("{} {verb} {how}.", self.list(&names))))
        };
        let open: Vec<String> = undecided.iter().map(|payer| payer.name.clone()).collect();
        let open = (!open.is_empty()).then(|| format!("It is undecided for: {}.", self.list(&open)));
        let parts: Vec<String> = [pays(dearer, "more"), pays(cheaper, "less"), open].into_iter().flatten().collect();
        if parts.is_empty() { "No payer sees a difference that matters.".to_owned() } else { parts.join(" ") }
    }

    fn guards_line(&self, worse: &[String]) -> String {
        format!("Worse: {}.", self.list(worse))
    }

    fn sample_is(&self, samples: u32) -> String {
        let computed = counted(Lang::En, samples, Things::Samples);
        format!(
            "We computed {computed}. A sample is one way that things may be. It fixes what nobody knows for \
             sure, such as how well help works. Every sample fixes it differently."
        )
    }

    fn undecided_line(&self, undecided: usize, of: usize) -> String {
        match undecided {
            0 => format!("All {of} key figures have a verdict."),
            1 => format!("One of the {of} key figures is undecided."),
            n if n == of => format!("All {of} key figures are undecided."),
            n => format!("Of the {of} key figures {n} are undecided."),
        }
    }

    fn own_margins(&self, margins: &[String]) -> String {
        format!("Note: these margins were chosen afterwards, not beforehand: {}.", self.list(margins))
    }

    fn cards_intro(&self, base: &str, variant: &str, years: u32, samples: u32) -> String {
        let brackets = match samples {
            1 => "Only one sample was computed, so there is no range.".to_owned(),
            n if n < SAMPLES_FOR_A_BAND => {
                let of = counted(Lang::En, n, Things::Computed);
                format!("In brackets: about the lowest and the highest of {of}.")
            }
            _ => "In brackets: from low to high in 90 of 100 computed samples.".to_owned(),
        };
        format!("You see the difference: “{variant}” minus “{base}”, {}. {brackets}", per_year(years))
    }

    fn worlds(&self, (worlds, of): (u32, u32), measure: Measure, more: bool) -> String {
        let way = match (measure, more) {
            (Measure::Euros, true) => "dearer",
            (Measure::Euros, false) => "cheaper",
            (Measure::Weeks, true) => "longer",
            (Measure::Weeks, false) => "shorter",
            (_, true) => "more",
            (Measure::Count, false) => "fewer",
            (_, false) => "less",
        };
        format!("In {worlds} of {} {way}.", counted(Lang::En, of, Things::Computed))
    }

    fn term(&self, year: i32, text: &str) -> String {
        format!("Up to and including {year}: {text} per year.")
    }

    fn back_in(&self, year: Option<i32>, years: u32) -> String {
        match year {
            None => format!("Never within {}", counted(Lang::En, years, Things::Years)),
            Some(year) => format!("By the end of {year}"),
        }
    }

    fn back_year(&self, year: Option<i32>) -> String {
        year.map_or_else(|| "never".to_owned(), |year| year.to_string())
    }

    fn back_range(&self, earliest: Option<i32>, latest: Option<i32>, (worlds, of): (u32, u32)) -> String {
        let never = format!("never in {}", self.of(worlds, of));
        match (earliest, latest) {
            (Some(early), None) => format!("{early} to never; {never}"),
            (Some(early), Some(late)) => format!("{early} to {late}; {never}"),
            (None, _) => never,
        }
    }

    fn middle_back(&self, back: &str, range: &str) -> String {
        format!("Extra cost is back in the middle sample: {} ({range}).", back.to_lowercase())
    }

    fn never(&self, payer: &str, (worlds, of): (u32, u32)) -> String {
        format!("{payer}: never in {worlds} of {}.", counted(Lang::En, of, Things::Computed))
    }

    fn people(&self) -> &'static str {
        "people"
    }
}
