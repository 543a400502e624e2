//! In plain Dutch (B1): the title, `in-brief` and `key-figures`.

use super::{Dutch, per_year};
use crate::experiment::Verdict;
use crate::report::wording::voice::{Answer, Brief, Names, Payer, SAMPLES_FOR_A_BAND, Tip, capitalized};
use crate::report::wording::{Lang, Measure, Things, counted};

impl Brief for Dutch {
    fn kicker(&self, place: &str, residents: &str, from: i32, to: i32) -> String {
        let years = if from == to { from.to_string() } else { format!("{from} tot en met {to}") };
        format!("{place} · {residents} · {years} · een simulatie, geen voorspelling")
    }

    fn scaled(&self, residents: &str, published: &str) -> String {
        format!(
            "Dit is de wijk in een andere maat: {residents} in plaats van {published}. Alle aantallen en bedragen \
             horen bij die maat."
        )
    }

    fn title(&self, base: &str, variant: &str) -> String {
        format!("{variant}, vergeleken met {base}")
    }

    fn run_title(&self, name: &str) -> String {
        format!("{name}, op zichzelf")
    }

    fn ring_or_wait(&self, closure: &str, answer: Answer, [need, cost]: [Verdict; 2]) -> (String, String) {
        let with = match closure {
            "hours" => "Met evenveel teamuren:",
            "budget" => "Met evenveel geld van de gemeente:",
            "extra" => "Met extra geld:",
            _ => "Zoals gepland:",
        };
        let said = match answer {
            Answer::Ring => "aanbellen.",
            Answer::Wait => "afwachten.",
            Answer::Weigh => "het hangt ervan af wat zwaarder weegt.",
            Answer::Same => "het maakt geen verschil van belang.",
            Answer::Open => "dit is onbeslist.",
        };
        let people = match need {
            Verdict::Better | Verdict::Lower => {
                "Door aan te bellen blijven minder mensen met ernstige problemen zonder hulp"
            }
            Verdict::Worse | Verdict::Higher => {
                "Door aan te bellen blijven meer mensen met ernstige problemen zonder hulp"
            }
            Verdict::NoDifference => {
                "Ook met aanbellen blijven ongeveer evenveel mensen met ernstige problemen zonder hulp"
            }
            _ => "Of door aan te bellen minder mensen met ernstige problemen zonder hulp blijven, is onbeslist",
        };
        (with.to_owned(), format!("{said} {people}. {}", self.lead_cost(cost)))
    }

    fn tip(&self, figure: &str, tip: &Tip) -> String {
        match tip {
            Tip::Assumption { name, unit, tipping, known: (low, high), rises, euros } => {
                let [more, less] = if *euros { ["duurder", "goedkoper"] } else { ["meer mensen", "minder mensen"] };
                let (above, below) = if *rises { (more, less) } else { (less, more) };
                let tips = match tipping {
                    Some(value) => format!("Boven {value} vaker {above}. Daaronder vaker {below}."),
                    None => "Binnen wat bekend is, slaat het oordeel niet om.".to_owned(),
                };
                format!(
                    "{figure}: dit geeft de doorslag: “{name}”. {tips} Bekend is alleen: van {low} tot {high}{unit}."
                )
            }
            Tip::Help { null: true, most: false } => format!("{figure}: een ander oordeel als hulp niets doet."),
            Tip::Help { null: false, .. } => format!("{figure}: een ander oordeel als hulp het meeste doet."),
            Tip::Help { .. } => format!("{figure}: wat hulp doet, doet dit omslaan."),
            Tip::HelpUnknown => format!("{figure}: of het omslaat als hulp niets of het meeste doet, is onbeslist."),
            Tip::HelpUncomputed => {
                format!("{figure}: of het omslaat als hulp niets of het meeste doet, is nog niet uitgerekend.")
            }
            Tip::Computing => format!("{figure}: langer rekenen kan nog beslissen."),
            Tip::NoneAlone => {
                format!("{figure}: geen enkele bekende aanname geeft alleen de doorslag.")
            }
            Tip::Unsought => format!("{figure}: bij deze grens niet gezocht."),
            Tip::Nothing => format!("{figure}: niets dat wij weten, doet dit omslaan."),
        }
    }

    fn lead_need(&self, variant: &str, verdict: Verdict) -> String {
        match verdict {
            Verdict::Better | Verdict::Lower => {
                format!("Met “{variant}” zijn er minder mensen met ernstige problemen zonder hulp.")
            }
            Verdict::Worse | Verdict::Higher => {
                format!("Met “{variant}” zijn er meer mensen met ernstige problemen zonder hulp.")
            }
            Verdict::NoDifference => {
                format!("Met “{variant}” blijven ongeveer evenveel mensen met ernstige problemen zonder hulp.")
            }
            _ => format!("Of “{variant}” minder mensen met ernstige problemen zonder hulp laat, is onbeslist."),
        }
    }

    fn lead_second(&self, difference: Option<f64>, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::NoDifference => "Ongeveer evenveel mensen krijgen hulp uit de tweede lijn.",
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "Of meer of minder mensen hulp uit de tweede lijn krijgen, is onbeslist."
            }
            _ if difference.is_some_and(|x| x < 0.0) => "Minder mensen krijgen hulp uit de tweede lijn.",
            _ => "Meer mensen krijgen hulp uit de tweede lijn.",
        }
    }

    fn lead_cost(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Better | Verdict::Lower => "De gemeente betaalt minder.",
            Verdict::Worse | Verdict::Higher => "De gemeente betaalt meer.",
            Verdict::NoDifference => "De gemeente betaalt ongeveer evenveel.",
            _ => "Of de gemeente meer of minder betaalt, is onbeslist.",
        }
    }

    fn figure_line(&self, name: &str, middle: &str, low: &str, high: &str) -> String {
        format!("{name}: {middle} ({}).", self.range(low, high))
    }

    fn cost_line(&self, horizon: &str, range: &str, years: u32, term: Option<(&str, &str, i32)>) -> String {
        let over = if years == 1 { "in één jaar".to_owned() } else { format!("per jaar, over {years} jaar") };
        let whole = format!("Voor de gemeente: {horizon} {over} ({range}).");
        match term {
            Some((text, range, year)) => {
                format!("{whole} In deze collegeperiode, tot en met {year}: {text} per jaar ({range}).")
            }
            None => whole,
        }
    }

    fn payers_line(&self, dearer: &[Payer], cheaper: &[Payer], undecided: &[Payer]) -> String {
        let pays = |payers: &[Payer], how: &str| {
            let names: Vec<String> = payers.iter().map(|payer| payer.name.clone()).collect();
            let verb = if payers.len() > 1 || payers.iter().any(|p| p.plural) { "betalen" } else { "betaalt" };
            (!names.is_empty()).then(|| capitalized(&format!("{} {verb} {how}.", self.list(&names))))
        };
        let open: Vec<String> = undecided.iter().map(|payer| payer.name.clone()).collect();
        let open = (!open.is_empty()).then(|| format!("Onbeslist is het voor: {}.", self.list(&open)));
        let parts: Vec<String> = [pays(dearer, "meer"), pays(cheaper, "minder"), open].into_iter().flatten().collect();
        if parts.is_empty() { "Geen enkele betaler merkt een verschil van belang.".to_owned() } else { parts.join(" ") }
    }

    fn guards_line(&self, worse: &[String]) -> String {
        format!("Slechter: {}.", self.list(worse))
    }

    fn sample_is(&self, samples: u32) -> String {
        let computed = match samples {
            1 => "Wij rekenden één wereld door.".to_owned(),
            n => format!("Wij rekenden {} door.", counted(Lang::Nl, n, Things::Samples)),
        };
        format!(
            "{computed} Een wereld is één mogelijke werkelijkheid. Daarin staat vast wat niemand precies weet, zoals \
             hoe goed hulp werkt. Elke wereld is anders."
        )
    }

    fn undecided_line(&self, undecided: usize, of: usize) -> String {
        match undecided {
            0 => format!("Alle {of} kerncijfers hebben een oordeel."),
            1 => format!("Eén van de {of} kerncijfers is onbeslist."),
            n if n == of => format!("Alle {of} kerncijfers zijn onbeslist."),
            n => format!("Van de {of} kerncijfers zijn er {n} onbeslist."),
        }
    }

    fn own_margins(&self, margins: &[String]) -> String {
        format!("Let op: deze grenzen zijn achteraf gekozen, niet vooraf: {}.", self.list(margins))
    }

    fn cards_intro(&self, base: &str, variant: &str, years: u32, samples: u32) -> String {
        let brackets = match samples {
            1 => "Er is maar één wereld doorgerekend. Een marge is er daarom niet.".to_owned(),
            n if n < SAMPLES_FOR_A_BAND => {
                let of = counted(Lang::Nl, n, Things::Computed);
                format!("Tussen haakjes: ongeveer de laagste en de hoogste van {of}.")
            }
            _ => "Tussen haakjes: van laag tot hoog in 90 van de 100 doorgerekende werelden.".to_owned(),
        };
        format!("U ziet het verschil: “{variant}” min “{base}”, {}. {brackets}", per_year(years))
    }

    fn worlds(&self, (worlds, of): (u32, u32), measure: Measure, more: bool) -> String {
        let way = match (measure, more) {
            (Measure::Euros, true) => "duurder",
            (Measure::Euros, false) => "goedkoper",
            (Measure::Weeks, true) => "langer",
            (Measure::Weeks, false) => "korter",
            (_, true) => "meer",
            (_, false) => "minder",
        };
        format!("In {worlds} van de {} {way}.", counted(Lang::Nl, of, Things::Computed))
    }

    fn term(&self, year: i32, text: &str) -> String {
        format!("Tot en met {year}: {text} per jaar.")
    }

    fn back_in(&self, year: Option<i32>, years: u32) -> String {
        match year {
            None => format!("Nooit binnen {years} jaar"),
            Some(year) => format!("Eind {year}"),
        }
    }

    fn back_year(&self, year: Option<i32>) -> String {
        year.map_or_else(|| "nooit".to_owned(), |year| year.to_string())
    }

    fn back_range(&self, earliest: Option<i32>, latest: Option<i32>, (worlds, of): (u32, u32)) -> String {
        let never = format!("nooit in {}", self.of(worlds, of));
        match (earliest, latest) {
            (Some(early), None) => format!("{early} tot nooit; {never}"),
            (Some(early), Some(late)) => format!("{early} tot {late}; {never}"),
            (None, _) => never,
        }
    }

    fn middle_back(&self, back: &str, range: &str) -> String {
        format!("Extra kosten zijn terugverdiend in de middelste wereld: {} ({range}).", back.to_lowercase())
    }

    fn never(&self, payer: &str, (worlds, of): (u32, u32)) -> String {
        format!("{payer}: nooit in {worlds} van de {}.", counted(Lang::Nl, of, Things::Computed))
    }

    fn people(&self) -> &'static str {
        "mensen"
    }
}
