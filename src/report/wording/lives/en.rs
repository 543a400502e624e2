//! One household in English.

use super::{DrawnNumbers, LifeVoice, LifeWords};
use crate::experiment::Turn;

/// English.
pub(super) struct EnglishLives;

static WORDS: LifeWords = LifeWords {
    intro: "An invented household, no real people. Both columns have the same people and the same luck. Only the policy differs.",
    absent: "This result does not hold the course of a household.",
    none: "There was no household to draw, so none is shown.",
    differs: "A course differs if something else happens, or happens in another month.",
    caution: "One household shows what a difference can be like. It does not show how often it happens.",
    start: "At the start",
    caption: "What happens in this household, month by month",
    when: "When",
    same: "the same",
    nothing: "–",
    domains: [
        "debts",
        "housing",
        "work and day activity",
        "mental health or addiction",
        "daily functioning",
        "growing up",
        "network and taking part",
    ],
    severities: ["light", "moderate", "severe", "crisis"],
    routes: [
        "asked for help",
        "reported by others",
        "visit at the door",
        "talk at a place in the district",
        "found while the team helped",
    ],
    products: [
        "youth help",
        "mental health care",
        "guidance",
        "domestic help",
        "day activity",
        "aids or transport",
        "sheltered living",
        "a debt programme",
        "district nursing",
        "long-term care",
    ],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

impl LifeVoice for EnglishLives {
    fn words(&self) -> &'static LifeWords {
        &WORDS
    }

    fn member(&self, letter: &str, age: u32) -> String {
        format!("{letter} ({age} {})", if age == 1 { "year" } else { "years" })
    }

    fn turn(&self, letter: &str, age: u32, turn: Turn) -> String {
        let w = &WORDS;
        let text = match turn {
            Turn::Present => return self.member(letter, age),
            Turn::OpenNeed(d, s, None) => {
                format!("a need, {}: {}; nobody outside knows", w.severity(s), w.domain(d))
            }
            Turn::OpenNeed(d, s, Some(r)) => {
                format!("a need, {}: {}; known, {}", w.severity(s), w.domain(d), w.route(r))
            }
            Turn::Served(p) => format!("gets {}", w.product(p)),
            Turn::Waits(p) => format!("waits for {}", w.product(p)),
            Turn::TeamHelps => return "The team helps.".to_owned(),
            Turn::TeamWaits => return "The household waits for the team.".to_owned(),
            Turn::GivesCare => "cares for somebody, unpaid".to_owned(),
            Turn::NeedBegins(d, s) => format!("a need begins, {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedBrought(d, s) => format!("brings a need along, {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedReturns(d, s) => format!("a need comes back, {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedWorsens(d, s) => format!("the need worsens to {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedPasses(d) => format!("the need passes: {}", w.domain(d)),
            Turn::NeedKnown(d, r) => format!("the need comes to light, {}: {}", w.route(r), w.domain(d)),
            Turn::TeamAsked(d) => format!("the team is asked for help: {}", w.domain(d)),
            Turn::TeamStarts => return "The team starts to help.".to_owned(),
            Turn::TeamCloses => return "The team is done.".to_owned(),
            Turn::ServiceAsked(p) => format!("asks for {}", w.product(p)),
            Turn::ServiceRefused(p) => format!("is refused {}", w.product(p)),
            Turn::ServiceStarts(p) => format!("gets {}", w.product(p)),
            Turn::ServiceEnds(p) => format!("{} ends", w.product(p).trim_start_matches("a ")),
            Turn::CareStarts => "starts to care for somebody, unpaid".to_owned(),
            Turn::CareEnds => "stops caring for somebody".to_owned(),
            Turn::Born => "is born".to_owned(),
            Turn::Died => format!("dies at {age}"),
            Turn::Left => "leaves the district".to_owned(),
            Turn::Arrived => format!("moves in ({age} {})", if age == 1 { "year" } else { "years" }),
            Turn::Visited => return "Somebody of the team rings at the door.".to_owned(),
        };
        format!("{letter}: {text}")
    }

    fn differing(&self, n: &DrawnNumbers) -> String {
        format!(
            "In the first computed world {} households live here all the time. Of these {} ({}) have another course.",
            n.stayed, n.differ, n.share
        )
    }

    fn drawn(&self, n: &DrawnNumbers, years: u32) -> String {
        format!(
            "This household was drawn by lot among {} of that world. They live here all {years} years in both scenarios. In at least one scenario a need becomes severe. Their course differs.",
            n.candidates
        )
    }

    fn fares(&self, n: &DrawnNumbers, variant: &str) -> String {
        format!(
            "Of these {} households, with “{variant}” a need becomes severe less often in {}, more often in {}, and as often in {}.",
            n.candidates, n.fewer, n.more, n.equal
        )
    }
}
