//! How kantel says things, in English and in plain Dutch: numbers, verdicts, and every sentence of the report.
//!
//! A sentence that states a finding takes the numbers and chooses its words by them; no text claims anything that the
//! numbers could contradict. Both languages implement one trait, so a sentence missing in one does not compile.

mod back;
mod book;
mod caveats;
mod districts;
mod en;
mod flows;
mod inert;
mod levers;
mod links;
mod lives;
mod loops;
mod measure;
mod nl;
mod notes;
mod numbers;
mod persons;
mod plane;
mod purse;
mod reach;
mod seeming;
mod sweep;
mod tables;
mod teams;
pub(in crate::report) mod tour;
mod trade_off;
mod uncertain;
mod voice;
mod work;

pub(in crate::report) use back::worlds;
pub use back::{Back, back_range};
pub(in crate::report) use book::BookWords;
pub use caveats::caveat;
pub(in crate::report) use districts::DistrictWords;
pub use inert::inert;
pub(in crate::report) use inert::inert_char;
pub(in crate::report) use levers::share_of;
pub use levers::{lever_choice, unit_name};
pub use links::link_name;
pub(in crate::report) use loops::LoopWords;
pub use measure::{Measure, Rounded, percent};
pub use notes::source_note;
pub use numbers::{MISSING, Things, counted, euros, number, signed, signed_euros};
pub(in crate::report) use numbers::{
    count, euro_step, euros_to, exact_percent, round_euros, signed_euros_to, signed_tick, tick,
};
pub(in crate::report) use persons::PersonsWords;
pub use seeming::{Seeming, seeming};

pub(in crate::report) use flows::FlowWords;
pub(in crate::report) use lives::{
    DESK, DESKS, Desk, DrawnNumbers, LifeVoice, MARK, MARKED, NOTHING, SAME_FOR_KIND, about, drawn_of_about,
    drawn_of_differing, lesson, long_waits, none_of_kind, of_kind, sentence,
};
pub use lives::{event_text, service_name};
pub(in crate::report) use plane::PlaneWords;
pub(in crate::report) use purse::PurseWords;
pub use reach::{OutOfReach, out_of_reach};
pub(in crate::report) use sweep::{SweepWords, varied_name, varied_unit, varied_value};
pub(in crate::report) use tables::{table_head, table_word};
pub(in crate::report) use teams::TeamWords;
pub(in crate::report) use trade_off::TradeOffWords;
pub use uncertain::parameter_name;
pub(in crate::report) use uncertain::{
    changed_name, changed_unit, parameter_number, parameter_rounded, source_of, subject_name, uncertain_name,
    uncertain_value,
};
pub(in crate::report) use voice::{Answer, Course, IncidentsTold, Needs, Sign, Since, Tip, Trend, Voice};
pub use voice::{SAMPLES_FOR_A_BAND, capitalized};
pub(in crate::report) use work::WorkWords;

pub use crate::language::{Lang, UnknownLang};

use crate::experiment::{Difference, Verdict};
use crate::observation::{Direction, catalogue};

impl Lang {
    /// The sentences of the language.
    pub(in crate::report) fn voice(self) -> &'static dyn Voice {
        match self {
            Self::En => &en::English,
            Self::Nl => &nl::Dutch,
        }
    }
}

/// Who decides in Dutch law on what a lever sets.
pub fn decides(lang: Lang, decides: crate::provenance::Decides) -> &'static str {
    lang.voice().decides(decides)
}

/// How well a number is known, in a word.
pub fn grade(lang: Lang, source: &crate::provenance::Source) -> &'static str {
    lang.voice().grade(source)
}

/// What a closure keeps equal, in a sentence.
pub fn closure(lang: Lang, key: &str) -> &'static str {
    lang.voice().closure(key)
}

/// What closure changed in a variant, in a sentence.
pub fn closure_note(lang: Lang, note: &crate::plan::ClosureNote) -> String {
    lang.voice().closure_note(note)
}

/// That few samples carry a mean which lies outside its range.
pub fn carried(lang: Lang, worlds: u32, of: u32) -> String {
    lang.voice().carried(worlds, of)
}

/// How far the municipality's euros are from equal where a closure aimed at equal ones.
pub fn closure_left(lang: Lang, cost: &Difference) -> Option<String> {
    Some(lang.voice().closure_left(cost.difference?, cost.p05.zip(cost.p95)))
}

/// That a command was interrupted, and what it leaves in a folder.
pub fn interrupted(lang: Lang, samples: u32, planned: u32, folder: &str) -> String {
    match lang {
        Lang::En => format!("interrupted: {folder} holds what was finished, {samples} of {planned} samples"),
        Lang::Nl => format!("onderbroken: in {folder} staat wat klaar was, {samples} van {planned} werelden"),
    }
}

/// A verdict as word and shape: `▼ Better`, `? Undecided: too little known`. Colour is the reader's own to add, by
/// [`verdict_class`].
pub fn verdict(lang: Lang, verdict: Verdict, direction: Direction) -> String {
    format!("{} {}", verdict_shape(verdict, direction), verdict_word(lang, verdict))
}

/// The word of a verdict alone.
pub(in crate::report) const fn verdict_word(lang: Lang, verdict: Verdict) -> &'static str {
    match (lang, verdict) {
        (Lang::En, Verdict::Better) => "Better",
        (Lang::En, Verdict::Worse) => "Worse",
        (Lang::En, Verdict::Higher) => "Higher",
        (Lang::En, Verdict::Lower) => "Lower",
        (Lang::En, Verdict::NoDifference) => "No difference that matters",
        (Lang::En, Verdict::UndecidedComputing) => "Undecided: compute more",
        (Lang::En, Verdict::UndecidedKnowledge) => "Undecided: too little known",
        (Lang::Nl, Verdict::Better) => "Beter",
        (Lang::Nl, Verdict::Worse) => "Slechter",
        (Lang::Nl, Verdict::Higher) => "Hoger",
        (Lang::Nl, Verdict::Lower) => "Lager",
        (Lang::Nl, Verdict::NoDifference) => "Geen verschil van belang",
        (Lang::Nl, Verdict::UndecidedComputing) => "Onbeslist: reken meer",
        (Lang::Nl, Verdict::UndecidedKnowledge) => "Onbeslist: te weinig bekend",
    }
}

/// What an indicator is called: the report's own plain words, else those of the catalogue.
pub fn indicator_name(lang: Lang, key: &str) -> String {
    let own = lang.voice().indicator(key);
    match catalogue::series().iter().find(|s| s.indicator == key) {
        Some(series) if own == key && lang == Lang::Nl => series.dutch.clone(),
        Some(series) if own == key => series.name.clone(),
        _ => own,
    }
}

/// The verdict on a difference: of costs *dearer* and *cheaper* where others are worse and better.
pub fn judged(lang: Lang, d: &Difference) -> String {
    let word = match (lang, d.verdict) {
        _ if Measure::of(&d.indicator, d.unit) != Measure::Euros => return verdict(lang, d.verdict, d.direction),
        (Lang::En, Verdict::Better | Verdict::Lower) => "Cheaper",
        (Lang::En, Verdict::Worse | Verdict::Higher) => "Dearer",
        (Lang::Nl, Verdict::Better | Verdict::Lower) => "Goedkoper",
        (Lang::Nl, Verdict::Worse | Verdict::Higher) => "Duurder",
        _ => return verdict(lang, d.verdict, d.direction),
    };
    format!("{} {word}", verdict_shape(d.verdict, d.direction))
}

/// The shape of a verdict: an arrow the way the number goes, `=` or `?`.
pub const fn verdict_shape(verdict: Verdict, direction: Direction) -> &'static str {
    match (verdict, direction) {
        (Verdict::Higher, _)
        | (Verdict::Better, Direction::Higher)
        | (Verdict::Worse, Direction::Lower | Direction::Neutral) => "▲",
        (Verdict::Lower, _)
        | (Verdict::Worse, Direction::Higher)
        | (Verdict::Better, Direction::Lower | Direction::Neutral) => "▼",
        (Verdict::NoDifference, _) => "=",
        (Verdict::UndecidedComputing | Verdict::UndecidedKnowledge, _) => "?",
    }
}

/// The class that colours a verdict: `better`, `worse`, `neutral`, `same` or `undecided`.
pub const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Higher | Verdict::Lower => "neutral",
        Verdict::NoDifference => "same",
        Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => "undecided",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_a_shape_and_a_word() {
        assert_eq!(verdict(Lang::En, Verdict::Better, Direction::Lower), "▼ Better");
        assert_eq!(verdict(Lang::Nl, Verdict::Better, Direction::Higher), "▲ Beter");
        assert_eq!(verdict(Lang::Nl, Verdict::Worse, Direction::Lower), "▲ Slechter");
        assert_eq!(verdict(Lang::En, Verdict::NoDifference, Direction::Neutral), "= No difference that matters");
        assert!(verdict(Lang::En, Verdict::UndecidedComputing, Direction::Lower).starts_with("? Undecided"));
    }

    #[test]
    fn languages_are_read_by_their_tags() {
        assert_eq!("nl".parse(), Ok(Lang::Nl));
        assert_eq!("en".parse(), Ok(Lang::En));
        let error = "de".parse::<Lang>().expect_err("there is no German");
        assert_eq!(error, UnknownLang("de".to_owned()));
        assert_eq!(error.to_string(), "the language is `en` or `nl`, not `de`");
    }
}
