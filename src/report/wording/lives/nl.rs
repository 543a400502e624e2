//! One household in Dutch.

use std::cmp::Ordering;

use super::desks;
use super::{DrawnNumbers, LifeVoice, LifeWords};
use crate::entities::Domain;
use crate::experiment::Turn;
use crate::language::Lang;

/// Plain Dutch (B1).
pub(super) struct DutchLives;

static WORDS: LifeWords = LifeWords {
    intro: "Een nagebootst huishouden, geen echte mensen. In beide kolommen staan dezelfde mensen met hetzelfde geluk. \
            Alleen het plan verschilt.",
    absent: "Dit resultaat bevat geen verloop van een huishouden.",
    none: "Er was geen huishouden om te loten. Daarom staat er geen.",
    differs: "Een verloop is anders als er iets anders gebeurt, of in een andere maand. Een hulpvraag die ernstig \
              wordt, telt bij elk van beide plannen. Zo kiest de loting geen kant.",
    caution: "Eén huishouden laat zien hoe een verschil eruit kan zien. Het laat niet zien hoe vaak dat gebeurt.",
    start: "Aan het begin",
    caption: "Wat er in dit huishouden gebeurt, per maand; vet waar de twee verschillen, gevouwen waar ze gelijk zijn",
    when: "Wanneer",
    to: " tot en met ",
    same: "hetzelfde",
    folded: "Met beide plannen gebeurt hetzelfde",
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
        "er is om hulp gevraagd",
        "gemeld door anderen",
        "huisbezoek",
        "gesprek op een plek in de wijk",
        "gevonden terwijl het wijkteam hielp",
        "opgemerkt bij een voorziening in de buurt",
    ],
    products: [
        "jeugdhulp zonder verblijf",
        "ggz",
        "begeleiding",
        "hulp bij het huishouden",
        "dagbesteding",
        "hulpmiddelen of vervoer",
        "beschermd wonen",
        "schuldregeling",
        "wijkverpleging",
        "langdurige zorg (Wlz)",
        "jeugdhulp met verblijf",
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
        let about = |domain: Domain, text: String| format!("{letter}, {}: {text}", w.domain(domain));
        let who = |text: &str| format!("{letter}: {text}");
        match turn {
            Turn::Present => self.member(letter, age),
            Turn::HiddenNeed(d, s) => about(d, format!("een hulpvraag, {}; nog niet in beeld", w.severity(s))),
            Turn::KnownNeed(d, s) => about(d, format!("een hulpvraag, {}; in beeld", w.severity(s))),
            Turn::TeamHelps => "Het wijkteam helpt.".to_owned(),
            Turn::TeamWaits => "Het huishouden wacht op het wijkteam.".to_owned(),
            Turn::GivesCare => who("geeft mantelzorg"),
            Turn::Waits(p) => who(&format!("wacht op {}", w.product(p))),
            Turn::NeedBegins(d, s) => about(d, format!("een hulpvraag begint ({})", w.severity(s))),
            Turn::NeedBrought(d, s) => about(d, format!("brengt deze hulpvraag mee ({})", w.severity(s))),
            Turn::NeedReturns(d, s) => about(d, format!("komt terug ({})", w.severity(s))),
            Turn::NeedWorsens(d, s) => about(d, format!("wordt erger, nu {}", w.severity(s))),
            Turn::NeedImproves(d, s) => about(d, format!("wordt lichter, nu {}", w.severity(s))),
            Turn::NeedPasses(d) => about(d, "is voorbij".to_owned()),
            Turn::NeedKnown(d, r) => about(d, format!("komt in beeld ({})", w.route(r))),
            Turn::TeamAsked(d) => about(d, "het wijkteam wordt om hulp gevraagd".to_owned()),
            Turn::TeamStarts => "Het wijkteam begint te helpen.".to_owned(),
            Turn::TeamCloses => "Het wijkteam is klaar.".to_owned(),
            Turn::ServiceAsked(p) => who(&format!("vraagt aan: {}", w.product(p))),
            Turn::ServiceRefused(p) => who(&format!("krijgt niet: {}", w.product(p))),
            Turn::Served(p) | Turn::ServiceStarts(p) => who(&format!("krijgt {}", w.product(p))),
            Turn::ServiceEnds(p) => who(&format!("{} stopt", w.product(p))),
            Turn::CareStarts => who("gaat mantelzorg geven"),
            Turn::CareEnds => who("stopt met mantelzorg"),
            Turn::Born => who("wordt geboren"),
            Turn::Died => who(&format!("overlijdt ({age} jaar)")),
            Turn::Left => who("vertrekt uit de wijk"),
            Turn::Arrived => who(&format!("komt hier wonen ({age} jaar)")),
            Turn::Visited => "Iemand van het wijkteam belt aan.".to_owned(),
            other => desks::line(Lang::Nl, letter, other),
        }
    }

    fn differing(&self, n: &DrawnNumbers) -> String {
        format!(
            "In de eerste doorgerekende wereld {} hier de hele tijd. Bij {} daarvan ({}) is het \
             verloop anders.",
            live(&n.stayed),
            n.differ,
            n.share
        )
    }

    fn drawn(&self, n: &DrawnNumbers, years: u32) -> String {
        let all = if years == 1 { "het hele jaar".to_owned() } else { format!("alle {years} jaren") };
        format!(
            "Dit huishouden is geloot uit {} van die wereld. Zij wonen hier {all}, met beide plannen. Met \
             minstens één plan wordt een hulpvraag ernstig. En hun verloop verschilt.",
            households(&n.candidates)
        )
    }

    fn fares(&self, n: &DrawnNumbers, variant: &str, own: Ordering) -> String {
        let own = match own {
            Ordering::Less => "minder vaak",
            Ordering::Equal => "even vaak",
            Ordering::Greater => "vaker",
        };
        format!(
            "Hoe vaak wordt bij {} een hulpvraag ernstig? Met “{variant}” bij {} minder vaak, bij {} \
             vaker en bij {} even vaak. Bij het huishouden hieronder: {own}.",
            these(&n.candidates),
            n.fewer,
            n.more,
            n.equal
        )
    }
}

/// So many households, one or more.
fn households(n: &str) -> String {
    if n == "1" { "1 huishouden".to_owned() } else { format!("{n} huishoudens") }
}

fn live(n: &str) -> String {
    format!("{} {}", if n == "1" { "woont" } else { "wonen" }, households(n))
}

fn these(n: &str) -> String {
    if n == "1" { "dit ene huishouden".to_owned() } else { format!("deze {n} huishoudens") }
}
