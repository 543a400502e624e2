//! In English: `over-time`, `why`, and the other courses over years.

use super::English;
use crate::report::wording::voice::{Course, IncidentsTold, Names, SAMPLES_FOR_A_BAND, Sign, Time, Trend};
use crate::report::wording::{Lang, Things, counted};

impl Time for English {
    fn band(&self, samples: u32) -> String {
        match samples {
            1 => String::new(),
            n if n < SAMPLES_FOR_A_BAND => format!("band: about lowest to highest of {n} samples"),
            _ => "band: 90 of 100 samples".to_owned(),
        }
    }

    fn course(&self, course: Course) -> String {
        let pays = |sign| match sign {
            Sign::Dearer => "more",
            Sign::Cheaper => "less",
            Sign::Same | Sign::Unsure => "about as much",
        };
        let trend = |trend| match trend {
            Trend::Less => "The difference is smaller in the last year than in the first.",
            Trend::Same => "The difference is about as large in the last year as in the first.",
            Trend::More => "The difference is larger in the last year than in the first.",
        };
        match course {
            Course::Only(Sign::Unsure) => {
                "Whether the municipality pays more or less is undecided in this one year.".to_owned()
            }
            Course::Only(sign) => format!("The municipality pays {} in this one year.", pays(sign)),
            Course::From(Sign::Unsure, Sign::Unsure) => {
                "Whether the municipality pays more is undecided in the first and last year.".to_owned()
            }
            Course::From(Sign::Unsure, last) => {
                format!("The first year is undecided. In the last year the municipality pays {}.", pays(last))
            }
            Course::From(first, Sign::Unsure) => {
                format!("The municipality pays {} in the first year. The last year is undecided.", pays(first))
            }
            Course::From(first, last) if first == last => {
                format!("The municipality pays {} in the first and in the last year.", pays(first))
            }
            Course::From(first, last) => {
                format!("The municipality pays {} in the first year, {} in the last.", pays(first), pays(last))
            }
            Course::Dearer(way) => format!("The municipality pays more. {}", trend(way)),
            Course::Cheaper(way) => format!("The municipality pays less. {}", trend(way)),
        }
    }

    fn course_numbers(&self, first: (i32, &str), last: (i32, &str), split: bool) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        let numbers = format!("{start}{}: {}.", last.0, last.1);
        if split { format!("{numbers} In {} the samples disagree on dearer or cheaper.", last.0) } else { numbers }
    }

    fn prices(&self, year: i32) -> String {
        format!("Prices of {year}, not discounted.")
    }

    fn discounted(&self, rate: &str, municipality: (&str, &str), all: (&str, &str)) -> String {
        format!(
            "Later money often counts for less. Suppose each later year counts {rate} less. Then it is {} per year for \
             the municipality ({}). For all payers together it is {} per year ({}).",
            municipality.0, municipality.1, all.0, all.1
        )
    }

    fn incidents(&self, told: &IncidentsTold) -> String {
        let IncidentsTold { base, variant, tip, dearer, worlds } = told;
        let costs = format!(
            "Incidents and evictions cost {} per year with “{}”, and {} with “{}”.",
            variant.1, variant.0, base.1, base.0
        );
        let tips = if let Some((times, rate)) = tip {
            format!(
                "Suppose they were {times} times as frequent as now. That is {rate} incidents per week in a crisis \
                 without help. Then both plans would cost all payers together the same. What would follow from more \
                 incidents is left out."
            )
        } else {
            let more = if *dearer { "dearer" } else { "cheaper" };
            let in_most = if worlds.is_some() { "in most samples " } else { "" };
            format!("However frequent they are, {in_most}“{}” stays {more} for all payers together.", variant.0)
        };
        let some = worlds.map(|(n, of)| format!(" There is such a number in {n} of {of} samples."));
        format!("{costs} {tips}{}", some.unwrap_or_default())
    }

    fn monitor_line(&self, same: usize, wrong: usize, of: usize) -> String {
        let row = |n: usize| if n == 1 { "row" } else { "rows" };
        if same == of && of > 1 {
            return format!("In all {of} rows the monitor points the same way as the true effect.");
        }
        let other = if wrong > 0 { format!(" In {wrong} it points the other way.") } else { String::new() };
        let text = format!("In {same} of {of} {} the monitor points the same way as the true effect.{other}", row(of));
        match of - same - wrong {
            0 => text,
            rest => format!("{text} In {rest} only one of the two changes."),
        }
    }

    fn monitor_gap(&self, indicator: &str, naive: &str, drift: Option<&str>, truth: &str) -> String {
        let first = format!("They lie furthest apart for “{indicator}”.");
        match drift {
            None => format!("{first} The monitor shows {naive}, the true effect is {truth}."),
            Some(drift) => format!(
                "{first} The monitor shows {naive}, and without the plan it would show {drift}. The true effect is \
                 {truth}. Without the plan the model settles after its start, and the district changes."
            ),
        }
    }

    fn registered(&self, indicator: &str, year: i32) -> String {
        format!("{indicator}, {year}")
    }

    fn scale_model(&self, residents: &str) -> String {
        format!("Scale model of {residents}, scaled up")
    }

    fn carried_by(&self, name: &str) -> String {
        format!("Part of: {name}")
    }

    fn carry_nothing(&self, names: &str) -> String {
        format!("The other feedbacks contribute nothing that can be told from zero here: {names}.")
    }

    fn scale_off(&self, figures: &[String], named: bool) -> String {
        let off = format!("The scale model does not match your district in: {}.", self.list(figures));
        if named { format!("{off} Read those parts as a direction only.") } else { off }
    }

    fn inactive(&self, names: &str, version: u32) -> String {
        format!(
            "These feedbacks are inactive in the reactive scenario as shipped: {names}. Of a step that enters them \
             less than 5% comes back. That was measured in version {version} of the model, not in your district."
        )
    }

    fn why_intro(&self, samples: u32) -> String {
        format!(
            "A feedback is an effect that becomes a cause again. We cut one at a time, in both scenarios. The part \
             of the difference that then disappears is its part. We did so in the first {}, run once each.",
            if samples == 1 { "sample".to_owned() } else { counted(Lang::En, samples, Things::Samples) }
        )
    }

    fn why_smaller(&self, residents: &str) -> String {
        format!(
            "For that we took a scale model: the same make-up, with {residents}. Its figures are scaled to your \
             district."
        )
    }

    fn cumulative_finding(&self, years: u32, peak: Option<(i32, &str)>, end: (i32, &str)) -> String {
        let end_line = format!("Added up to the end of {}: {}.", end.0, end.1);
        match peak {
            _ if years == 1 => end_line,
            Some((year, _)) if year == end.0 => {
                format!("Extra cost is highest at the end of {}: {}.", end.0, end.1)
            }
            Some((year, text)) => format!("Most extra cost at the end of {year}: {text}. {end_line}"),
            None => format!("On average there is never extra cost at the end of a year. {end_line}"),
        }
    }

    fn describe_course(&self, first: (i32, &str), last: (i32, &str), range: &str) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        format!("Line with a band. {start}{}: {}, with a band {range}. Above zero is dearer.", last.0, last.1)
    }

    fn describe_lines(&self, what: &str, from: i32, to: i32) -> String {
        format!("{what}, from {from} to {to}. The numbers stand in the table below.")
    }
}
