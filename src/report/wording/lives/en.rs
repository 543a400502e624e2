//! One household in English.

use std::cmp::Ordering;

use super::desks;
use super::{DrawnNumbers, LifeVoice, LifeWords};
use crate::entities::Domain;
use crate::experiment::Turn;
use crate::language::Lang;

/// English.
pub(super) struct EnglishLives;

static WORDS: LifeWords = LifeWords {
    intro: "An invented household, no real people. Both columns have the same people and the same luck. Only the \
            policy differs.",
    absent: "This result does not hold the course of a household.",
    none: "There was no household to draw, so none is shown.",
    differs: "A course differs if something else happens, or happens in another month. A need that becomes severe \
              counts in either scenario, so that the lot favours neither.",
    caution: "One household shows what a difference can be like. It does not show how often it happens.",
    start: "At the start",
    caption: "What happens in this household, month by month; bold where the two differ, folded where they are the \
              same",
    when: "When",
    to: " to ",
    same: "the same",
    folded: "The same happens under both",
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
        "noticed at a facility",
    ],
    products: [
        "youth help without a stay",
        "mental health care",
        "guidance",
        "domestic help",
        "day activity",
        "aids or transport",
        "sheltered living",
        "a debt programme",
        "district nursing",
        "long-term care",
        "youth help with a stay",
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
        let years = if age == 1 { "year" } else { "years" };
        let about = |domain: Domain, text: String| format!("{letter}, {}: {text}", w.domain(domain));
        let who = |text: &str| format!("{letter}: {text}");
        match turn {
            Turn::Present => self.member(letter, age),
            Turn::HiddenNeed(d, s) => about(d, format!("a need, {}; nobody outside knows", w.severity(s))),
            Turn::KnownNeed(d, s) => about(d, format!("a need, {}; known", w.severity(s))),
            Turn::TeamHelps => "The team helps.".to_owned(),
            Turn::TeamWaits => "The household waits for the team.".to_owned(),
            Turn::GivesCare => who("cares for somebody, unpaid"),
            Turn::Waits(p) => who(&format!("waits for {}", w.product(p))),
            Turn::NeedBegins(d, s) => about(d, format!("a need begins ({})", w.severity(s))),
            Turn::NeedBrought(d, s) => about(d, format!("brings this need along ({})", w.severity(s))),
            Turn::NeedReturns(d, s) => about(d, format!("comes back ({})", w.severity(s))),
            Turn::NeedWorsens(d, s) => about(d, format!("worsens, now {}", w.severity(s))),
            Turn::NeedImproves(d, s) => about(d, format!("becomes lighter, now {}", w.severity(s))),
            Turn::NeedPasses(d) => about(d, "passes".to_owned()),
            Turn::NeedKnown(d, r) => about(d, format!("comes to light ({})", w.route(r))),
            Turn::TeamAsked(d) => about(d, "the team is asked for help".to_owned()),
            Turn::TeamStarts => "The team starts to help.".to_owned(),
            Turn::TeamCloses => "The team is done.".to_owned(),
            Turn::ServiceAsked(p) => who(&format!("asks for {}", w.product(p))),
            Turn::ServiceRefused(p) => who(&format!("is refused {}", w.product(p))),
            Turn::Served(p) | Turn::ServiceStarts(p) => who(&format!("gets {}", w.product(p))),
            Turn::ServiceEnds(p) => who(&format!("{} ends", w.product(p).trim_start_matches("a "))),
            Turn::CareStarts => who("starts to care for somebody, unpaid"),
            Turn::CareEnds => who("stops caring for somebody"),
            Turn::Born => who("is born"),
            Turn::Died => who(&format!("dies ({age} {years})")),
            Turn::Left => who("leaves the district"),
            Turn::Arrived => who(&format!("moves in ({age} {years})")),
            Turn::Visited => "Somebody of the team rings at the door.".to_owned(),
            other => desks::line(Lang::En, letter, other),
        }
    }

    fn differing(&self, n: &DrawnNumbers) -> String {
        format!(
            "In the first computed sample {} here all the time. The course differs in {} of these \
             ({}).",
            live(&n.stayed),
            n.differ,
            n.share
        )
    }

    fn drawn(&self, n: &DrawnNumbers, years: u32) -> String {
        let all = if years == 1 { "all year".to_owned() } else { format!("all {years} years") };
        format!(
            "This household was drawn by lot from {} of that sample. They live here {all} in both \
             scenarios. In at least one scenario a need becomes severe. Their course differs.",
            households(&n.candidates)
        )
    }

    fn fares(&self, n: &DrawnNumbers, variant: &str, own: Ordering) -> String {
        let own = match own {
            Ordering::Less => "less often",
            Ordering::Equal => "as often",
            Ordering::Greater => "more often",
        };
        format!(
            "How often does a need become severe in {}? With “{variant}” it is less often in {}. \
             It is more often in {}, and as often in {}. In the household below: {own}.",
            these(&n.candidates),
            n.fewer,
            n.more,
            n.equal
        )
    }
}

/// So many households, one or more.
fn households(n: &str) -> String {
    if n == "1" { "1 household".to_owned() } else { format!("{n} households") }
}

fn live(n: &str) -> String {
    format!("{} {}", households(n), if n == "1" { "lives" } else { "live" })
}

fn these(n: &str) -> String {
    if n == "1" { "this one household".to_owned() } else { format!("these {n} households") }
}
