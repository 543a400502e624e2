//! One household in Dutch.

use super::{DrawnNumbers, LifeVoice, LifeWords};
use crate::experiment::Turn;

/// Plain Dutch (B1).
pub(super) struct DutchLives;

static WORDS: LifeWords = LifeWords {
    intro: "Een nagebootst huishouden, geen echte mensen. In beide kolommen staan dezelfde mensen met hetzelfde geluk. Alleen het beleid verschilt.",
    absent: "Dit resultaat bevat geen verloop van een huishouden.",
    none: "Er was geen huishouden om te loten. Daarom staat er geen.",
    differs: "Een verloop is anders als er iets anders gebeurt, of in een andere maand.",
    caution: "Eén huishouden laat zien hoe een verschil eruit kan zien. Het laat niet zien hoe vaak dat gebeurt.",
    start: "Aan het begin",
    caption: "Wat er in dit huishouden gebeurt, per maand",
    when: "Wanneer",
    same: "hetzelfde",
    nothing: "–",
    domains: [
        "schulden",
        "wonen",
        "werk en dagbesteding",
        "psychische problemen of verslaving",
        "dagelijks functioneren",
        "opgroeien",
        "netwerk en meedoen",
    ],
    severities: ["licht", "matig", "ernstig", "crisis"],
    routes: [
        "zelf om hulp gevraagd",
        "gemeld door anderen",
        "huisbezoek",
        "gesprek op een plek in de wijk",
        "gevonden terwijl het wijkteam hielp",
    ],
    products: [
        "jeugdhulp",
        "ggz",
        "begeleiding",
        "hulp bij het huishouden",
        "dagbesteding",
        "hulpmiddelen of vervoer",
        "beschermd wonen",
        "schuldregeling",
        "wijkverpleging",
        "langdurige zorg (Wlz)",
    ],
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
};

impl LifeVoice for DutchLives {
    fn words(&self) -> &'static LifeWords {
        &WORDS
    }

    fn member(&self, letter: &str, age: u32) -> String {
        format!("{letter} ({age} jaar)")
    }

    fn turn(&self, letter: &str, age: u32, turn: Turn) -> String {
        let w = &WORDS;
        let text = match turn {
            Turn::Present => return self.member(letter, age),
            Turn::OpenNeed(d, s, None) => {
                format!("een hulpvraag, {}: {}; nog niet in beeld", w.severity(s), w.domain(d))
            }
            Turn::OpenNeed(d, s, Some(r)) => {
                format!("een hulpvraag, {}: {}; in beeld, {}", w.severity(s), w.domain(d), w.route(r))
            }
            Turn::Served(p) => format!("krijgt {}", w.product(p)),
            Turn::Waits(p) => format!("wacht op {}", w.product(p)),
            Turn::TeamHelps => return "Het wijkteam helpt.".to_owned(),
            Turn::TeamWaits => return "Het huishouden wacht op het wijkteam.".to_owned(),
            Turn::GivesCare => "geeft mantelzorg".to_owned(),
            Turn::NeedBegins(d, s) => format!("een hulpvraag begint, {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedBrought(d, s) => format!("brengt een hulpvraag mee, {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedReturns(d, s) => format!("een hulpvraag komt terug, {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedWorsens(d, s) => format!("de hulpvraag wordt erger, nu {}: {}", w.severity(s), w.domain(d)),
            Turn::NeedPasses(d) => format!("de hulpvraag is voorbij: {}", w.domain(d)),
            Turn::NeedKnown(d, r) => format!("de hulpvraag komt in beeld, {}: {}", w.route(r), w.domain(d)),
            Turn::TeamAsked(d) => format!("het wijkteam wordt om hulp gevraagd: {}", w.domain(d)),
            Turn::TeamStarts => return "Het wijkteam begint te helpen.".to_owned(),
            Turn::TeamCloses => return "Het wijkteam is klaar.".to_owned(),
            Turn::ServiceAsked(p) => format!("vraagt aan: {}", w.product(p)),
            Turn::ServiceRefused(p) => format!("afgewezen: {}", w.product(p)),
            Turn::ServiceStarts(p) => format!("krijgt {}", w.product(p)),
            Turn::ServiceEnds(p) => format!("{} stopt", w.product(p)),
            Turn::CareStarts => "gaat mantelzorg geven".to_owned(),
            Turn::CareEnds => "stopt met mantelzorg".to_owned(),
            Turn::Born => "wordt geboren".to_owned(),
            Turn::Died => format!("overlijdt ({age} jaar)"),
            Turn::Left => "vertrekt uit de wijk".to_owned(),
            Turn::Arrived => format!("komt hier wonen ({age} jaar)"),
            Turn::Visited => return "Iemand van het wijkteam belt aan.".to_owned(),
        };
        format!("{letter}: {text}")
    }

    fn differing(&self, n: &DrawnNumbers) -> String {
        format!(
            "In de eerste doorgerekende wereld wonen {} huishoudens hier de hele tijd. Bij {} daarvan ({}) is het verloop anders.",
            n.stayed, n.differ, n.share
        )
    }

    fn drawn(&self, n: &DrawnNumbers, years: u32) -> String {
        format!(
            "Dit huishouden is geloot uit {} huishoudens van die wereld. Zij wonen hier in beide scenario's alle {years} jaren. In ten minste één scenario wordt een hulpvraag ernstig. Hun verloop is anders.",
            n.candidates
        )
    }

    fn fares(&self, n: &DrawnNumbers, variant: &str) -> String {
        format!(
            "Bij deze {} huishoudens wordt een hulpvraag met “{variant}” minder vaak ernstig bij {}, vaker bij {} en even vaak bij {}.",
            n.candidates, n.fewer, n.more, n.equal
        )
    }
}
