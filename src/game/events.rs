//! Events: dated changes of circumstances, the same for every group. None gives anybody points: what an event does it
//! does to the world, or to what may be filled in.

use super::kit::ROUND_WEEKS;
use crate::diagnostics::Diagnostic;
use crate::entities::Product;
use crate::language::Text;
use crate::levers::{Course, LeverValue, Step, position};
use crate::parameters::Params;
use crate::plan::Subject;
use crate::simulation::Decision;
use crate::units::Week;

/// What an event multiplies: a parameter, or the places of some services.
#[derive(Clone, Copy, Debug)]
enum Multiplies {
    /// A parameter, by key.
    Parameter(&'static str),
    /// The places of all that the municipality buys.
    MunicipalPlaces,
    /// The places of one service.
    Places(Product),
}

/// An event.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Key in files and on the command line.
    pub key: &'static str,
    /// What the paper says.
    pub name: (&'static str, &'static str),
    /// What changes, in a sentence for the trainer.
    pub told: (&'static str, &'static str),
    /// What is multiplied, by how much, and for how many rounds; 0 is for good.
    factors: &'static [(Multiplies, f64, i32)],
    /// Levers that somebody outside the district sets.
    sets: &'static [(&'static str, LeverValue)],
    /// Whether the council wants a result within a year, in this round and the next.
    pub ends_patience: bool,
    /// Whether the insurer may share 30 % from now on.
    pub opens_sharing: bool,
}

/// What an event is by default: nothing.
const NOTHING: Event = Event {
    key: "",
    name: ("", ""),
    told: ("", ""),
    factors: &[],
    sets: &[],
    ends_patience: false,
    opens_sharing: false,
};

/// Every event of the kit. No two touch the same number, so that they can happen in any order.
pub static EVENTS: [Event; 9] = [
    Event {
        key: "result_in_a_year",
        name: ("Council wants a result within a year", "Raad wil resultaat binnen een jaar"),
        told: (
            "For two rounds the council has no patience, whatever the sheet says.",
            "Twee ronden lang heeft de raad geen geduld, wat er ook op het blad staat.",
        ),
        ends_patience: true,
        ..NOTHING
    },
    Event {
        key: "state_cut",
        name: ("The state cuts 8 %", "Het Rijk kort 8 %"),
        told: (
            "The municipality can buy 8 % fewer places, from now on.",
            "De gemeente kan vanaf nu 8 % minder plekken kopen.",
        ),
        factors: &[(Multiplies::MunicipalPlaces, 0.92, 0)],
        ..NOTHING
    },
    Event {
        key: "tight_labour",
        name: ("Nobody to be found", "Personeel is niet te vinden"),
        told: (
            "For two rounds more people leave (17 to 31 % a year), and vacancies stay open twice as long.",
            "Twee ronden lang vertrekken er meer mensen (van 17 naar 31 % per jaar). Vacatures staan twee keer zo lang \
             open.",
        ),
        factors: &[
            (Multiplies::Parameter("team.turnover"), 1.8, 2),
            (Multiplies::Parameter("team.vacancy_weeks"), 2.0, 2),
        ],
        ..NOTHING
    },
    Event {
        key: "debt_shock",
        name: ("Energy bills rise: more debts", "De energierekening stijgt: meer schulden"),
        told: (
            "For one round, half as many debts again begin.",
            "Eén ronde lang ontstaan er anderhalf keer zo veel schulden.",
        ),
        factors: &[(Multiplies::Parameter("onset.debt"), 1.5, 1)],
        ..NOTHING
    },
    Event {
        key: "insurer_shares",
        name: ("The insurer wants to share", "De verzekeraar wil delen"),
        told: (
            "From now on a group may fill in that the insurer shares 30 % of what it saves.",
            "Een groep mag vanaf nu invullen dat de verzekeraar 30 % van zijn besparing deelt.",
        ),
        opens_sharing: true,
        ..NOTHING
    },
    Event {
        key: "fee_by_income",
        name: ("Own contribution by income", "Eigen bijdrage naar inkomen"),
        told: (
            "People pay by their income for Wmo help, in the place of one fee for all.",
            "Mensen betalen voor Wmo-hulp naar hun inkomen, in plaats van één bedrag voor iedereen.",
        ),
        sets: &[("contribution.form", LeverValue::Choice(2))],
        ..NOTHING
    },
    Event {
        key: "evictions",
        name: ("Landlords go to court sooner", "Verhuurders gaan eerder naar de rechter"),
        told: (
            "For one round twice as many arrears end with a verdict.",
            "Eén ronde lang eindigen twee keer zo veel huurschulden bij de rechter.",
        ),
        factors: &[(Multiplies::Parameter("eviction.verdict"), 2.0, 1)],
        ..NOTHING
    },
    Event {
        key: "mental_beds",
        name: ("Mental health care closes places", "De ggz sluit plekken"),
        told: ("15 % of the places in mental health care go, for good.", "15 % van de plekken in de ggz verdwijnt."),
        factors: &[(Multiplies::Places(Product::MentalHealth), 0.85, 0)],
        ..NOTHING
    },
    Event {
        key: "monitor",
        name: ("A new monitor is compulsory", "Een nieuwe monitor is verplicht"),
        told: (
            "Each case takes an hour more of accounting, from now on.",
            "Elke zaak kost vanaf nu een uur meer verantwoording.",
        ),
        sets: &[("monitor.hours", LeverValue::Number(1.0)), ("monitor.use", LeverValue::Choice(3))],
        ..NOTHING
    },
];

/// The event of a key.
///
/// # Errors
/// If there is none.
pub fn named_event(key: &str) -> Result<&'static Event, Vec<Diagnostic>> {
    let keys: Vec<&str> = EVENTS.iter().map(|event| event.key).collect();
    EVENTS.iter().find(|event| event.key == key).ok_or_else(|| {
        vec![Diagnostic {
            field: "event".to_owned(),
            message: Text::fixed("there is no such event", "deze gebeurtenis is er niet"),
            value: key.to_owned(),
            allowed: Text::one_of(&keys),
            ..Diagnostic::default()
        }]
    })
}

impl Event {
    /// What the paper says, in both languages.
    pub const fn title(&self) -> Text {
        Text::fixed(self.name.0, self.name.1)
    }

    /// What changes, in both languages.
    pub const fn changes(&self) -> Text {
        Text::fixed(self.told.0, self.told.1)
    }

    /// What changes in the world when it happens at the start of a round.
    pub fn factors(&self, round: u32) -> Vec<(Subject, Course)> {
        let from = first_week(round);
        let course = |factor: f64, rounds: i32| {
            let step = |from: Week, value: f64| Step { from, value: LeverValue::Number(value), ramp_weeks: 0 };
            let mut steps = vec![step(from, factor)];
            if rounds > 0 {
                steps.push(step(Week(from.0 + rounds * ROUND_WEEKS), 1.0));
            }
            Course::of(steps)
        };
        let mut all = Vec::new();
        for (what, factor, rounds) in self.factors {
            let subjects: Vec<Subject> = match what {
                Multiplies::Parameter(key) => {
                    vec![Subject::Parameter(Params::position(key).expect("a parameter of the kit"))]
                }
                Multiplies::Places(product) => vec![Subject::Places(*product)],
                Multiplies::MunicipalPlaces => {
                    let municipal = Product::ALL.into_iter().filter(|product| product.meta().account.is_municipal());
                    municipal.map(Subject::Places).collect()
                }
            };
            all.extend(subjects.into_iter().map(|subject| (subject, course(*factor, *rounds))));
        }
        all
    }

    /// What somebody outside the district decides when it happens at the start of a round.
    pub fn decisions(&self, round: u32) -> Vec<Decision> {
        let decision = |(key, value): &(&str, LeverValue)| {
            Decision::of(first_week(round), position(key).expect("a lever of the kit"), *value)
        };
        self.sets.iter().map(decision).collect()
    }
}

/// The first week of a round.
const fn first_week(round: u32) -> Week {
    Week((round as i32 - 1) * ROUND_WEEKS)
}
