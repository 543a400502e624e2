//! In plain Dutch (B1): `over-time`, `why`, and the other courses over years.

use super::Dutch;
use crate::report::wording::voice::{Course, IncidentsTold, Names, SAMPLES_FOR_A_BAND, Sign, Time, Trend};
use crate::report::wording::{Lang, Things, counted};

impl Time for Dutch {
    fn band(&self, samples: u32) -> String {
        match samples {
            1 => String::new(),
            n if n < SAMPLES_FOR_A_BAND => format!("band: ongeveer laagste tot hoogste van {n} werelden"),
            _ => "band: 90 van de 100 werelden".to_owned(),
        }
    }

    fn course(&self, course: Course) -> String {
        let pays = |sign| match sign {
            Sign::Dearer => "meer",
            Sign::Cheaper => "minder",
            Sign::Same | Sign::Unsure => "ongeveer evenveel",
        };
        let trend = |trend| match trend {
            Trend::Less => "Het verschil is in het laatste jaar kleiner dan in het eerste.",
            Trend::Same => "Het verschil is in het laatste jaar ongeveer even groot als in het eerste.",
            Trend::More => "Het verschil is in het laatste jaar groter dan in het eerste.",
        };
        match course {
            Course::Only(Sign::Unsure) => {
                "Of de gemeente meer of minder betaalt, is onbeslist in dit ene jaar.".to_owned()
            }
            Course::Only(sign) => format!("De gemeente betaalt {} in dit ene jaar.", pays(sign)),
            Course::From(Sign::Unsure, Sign::Unsure) => {
                "Of de gemeente meer of minder betaalt, is in het eerste en laatste jaar onbeslist.".to_owned()
            }
            Course::From(Sign::Unsure, last) => {
                format!("Het eerste jaar is onbeslist. In het laatste jaar betaalt de gemeente {}.", pays(last))
            }
            Course::From(first, Sign::Unsure) => {
                format!("De gemeente betaalt in het eerste jaar {}. Het laatste jaar is onbeslist.", pays(first))
            }
            Course::From(first, last) if first == last => {
                format!("De gemeente betaalt in het eerste en in het laatste jaar {}.", pays(first))
            }
            Course::From(first, last) => {
                format!("De gemeente betaalt in het eerste jaar {}, in het laatste jaar {}.", pays(first), pays(last))
            }
            Course::Dearer(way) => format!("De gemeente betaalt meer. {}", trend(way)),
            Course::Cheaper(way) => format!("De gemeente betaalt minder. {}", trend(way)),
        }
    }

    fn course_numbers(&self, first: (i32, &str), last: (i32, &str), split: bool) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        let numbers = format!("{start}{}: {}.", last.0, last.1);
        if split {
            format!("{numbers} In {} zijn de werelden het niet eens over duurder of goedkoper.", last.0)
        } else {
            numbers
        }
    }

    fn prices(&self, year: i32) -> String {
        format!("Prijzen van {year}, zonder rente.")
    }

    fn discounted(&self, rate: &str, municipality: (&str, &str), all: (&str, &str)) -> String {
        format!(
            "Geld van later telt vaak minder mee. Stel: elk jaar later telt {rate} minder. Dan is het voor de gemeente \
             {} per jaar ({}). Voor alle betalers samen is het {} per jaar ({}).",
            municipality.0, municipality.1, all.0, all.1
        )
    }

    fn incidents(&self, told: &IncidentsTold) -> String {
        let IncidentsTold { base, variant, tip, dearer, worlds } = told;
        let costs = format!(
            "Incidenten en huisuitzettingen kosten {} per jaar bij “{}”, en {} bij “{}”.",
            variant.1, variant.0, base.1, base.0
        );
        let tips = if let Some((times, rate)) = tip {
            format!(
                "Stel dat er {times} keer zo veel waren als nu. Dat zijn {rate} incidenten per week in een crisis \
                 zonder hulp. Dan kosten beide plannen alle betalers samen evenveel. Wat er uit meer incidenten volgt, \
                 telt niet mee."
            )
        } else {
            let more = if *dearer { "duurder" } else { "goedkoper" };
            let in_most = if worlds.is_some() { " in de meeste werelden" } else { "" };
            format!("Hoe vaak ze ook voorkomen, “{}” blijft{in_most} {more} voor alle betalers samen.", variant.0)
        };
        let some = worlds.map(|(n, of)| format!(" In {n} van de {of} werelden is er zo'n aantal."));
        format!("{costs} {tips}{}", some.unwrap_or_default())
    }

    fn monitor_line(&self, same: usize, wrong: usize, of: usize) -> String {
        if same == of && of > 1 {
            return format!("In alle {of} regels wijst de monitor dezelfde kant op als het echte effect.");
        }
        let row = if of == 1 { "regel" } else { "regels" };
        let other = if wrong > 0 { format!(" In {wrong} wijst hij de andere kant op.") } else { String::new() };
        let text = format!("In {same} van {of} {row} wijst de monitor dezelfde kant op als het echte effect.{other}");
        match of - same - wrong {
            0 => text,
            rest => format!("{text} In {rest} verandert maar één van de twee."),
        }
    }

    fn monitor_gap(&self, indicator: &str, naive: &str, drift: Option<&str>, truth: &str) -> String {
        let first = format!("Het grootste verschil zit bij “{indicator}”.");
        match drift {
            None => format!("{first} De monitor toont {naive}, het echte effect is {truth}."),
            Some(drift) => format!(
                "{first} De monitor toont {naive}, en zonder het plan zou hij {drift} tonen. Het echte effect is \
                 {truth}. Ook zonder het plan komt het model na de start tot rust, en verandert de wijk."
            ),
        }
    }

    fn registered(&self, indicator: &str, year: i32) -> String {
        format!("{indicator}, {year}")
    }

    fn scale_model(&self, residents: &str) -> String {
        format!("Schaalmodel van {residents}, omgerekend")
    }

    fn carried_by(&self, name: &str) -> String {
        format!("Bijdrage van: {name}")
    }

    fn carry_nothing(&self, names: &str) -> String {
        format!("Van de andere terugkoppelingen is hier geen bijdrage te zien: {names}.")
    }

    fn scale_off(&self, figures: &[String], named: bool) -> String {
        let off = format!("Het schaalmodel komt niet overeen met uw wijk bij: {}.", self.list(figures));
        if named { format!("{off} Lees die bijdragen alleen als richting.") } else { off }
    }

    fn inactive(&self, names: &str, version: u32) -> String {
        format!(
            "Deze terugkoppelingen zijn inactief in het meegeleverde scenario reactive: {names}. Van een stap die erin \
             gaat, komt minder dan 5% terug. Dat is gemeten in versie {version} van het model, niet in uw wijk."
        )
    }

    fn why_intro(&self, samples: u32) -> String {
        let first = if samples == 1 {
            "de eerste wereld".to_owned()
        } else {
            format!("de eerste {}", counted(Lang::Nl, samples, Things::Samples))
        };
        format!(
            "Een terugkoppeling is een gevolg dat zelf weer een oorzaak wordt. Wij zetten er steeds één uit, in beide \
             plannen. Wat dan van het verschil wegvalt, is haar bijdrage. Dat deden wij in {first}, elk één keer."
        )
    }

    fn why_smaller(&self, residents: &str) -> String {
        format!(
            "Daarvoor namen wij een schaalmodel: dezelfde samenstelling, met {residents}. De cijfers zijn omgerekend \
             naar uw wijk."
        )
    }

    fn cumulative_finding(&self, years: u32, peak: Option<(i32, &str)>, end: (i32, &str)) -> String {
        let end_line = format!("Opgeteld tot eind {}: {}.", end.0, end.1);
        match peak {
            _ if years == 1 => end_line,
            Some((year, _)) if year == end.0 => {
                format!("De extra kosten zijn het hoogst aan het eind van {}: {}.", end.0, end.1)
            }
            Some((year, text)) => format!("De meeste extra kosten zijn er eind {year}: {text}. {end_line}"),
            None => format!("Gemiddeld zijn er, opgeteld, in geen enkel jaar extra kosten. {end_line}"),
        }
    }

    fn describe_course(&self, first: (i32, &str), last: (i32, &str), range: &str) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        format!("Lijn met een band. {start}{}: {}, met een band {range}. Boven nul is duurder.", last.0, last.1)
    }

    fn describe_lines(&self, what: &str, from: i32, to: i32) -> String {
        format!("{what}, van {from} tot en met {to}. De cijfers staan in de tabel eronder.")
    }
}
