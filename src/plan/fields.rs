//! The numbers of a team and a service that a file states: one row each. Reading, writing, differences, changes, the
//! schema, `kantel explain`, the evidence page and what samples draw iterate them.

use super::rounding::cents;
use super::service::ServiceSpec;
use crate::entities::ProductMeta;
use crate::language::Lang;
use crate::mechanisms::team::levers::MAX_TEAM_FTE;
use crate::provenance::Source;
use crate::random::Distribution;
use crate::settings::Settings;

/// Highest price, in euros per hour.
pub(crate) const MAX_EUROS: f64 = 10_000.0;

/// Longest term, in weeks.
const MAX_WEEKS: f64 = 5_200.0;

/// Open cases per FTE where nothing is stated.
/// The longest wait that a file may state, in weeks.
const MAX_WAIT: f64 = 520.0;
const CASELOAD: Distribution = Distribution::Triangular { low: 12.0, mode: 25.0, high: 45.0 };
pub(crate) const CASELOAD_SOURCE: Source = Source::Assumption("there is no norm on purpose (NJi); range 12 to 45");

/// A number of a team or a service: all that is known about it.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key in its table of a file.
    pub key: &'static str,
    /// Keys that it had before: they are read, with a note that says the present one.
    pub aliases: &'static [&'static str],
    /// What a file may state.
    pub stated: (f64, f64),
    /// What may be drawn of it.
    pub drawn: (f64, f64),
    /// What kind of number it is.
    pub kind: FieldKind,
    /// The unit; empty where [`Field::name`] says it.
    pub unit: &'static str,
    /// Whether it grows with the district.
    pub scales: bool,
    /// Whether it is knowledge of the world; else it is what somebody plans.
    pub is_of_world: bool,
    /// Digits after the point where it is told in few, for a number that results from a division.
    pub digits: Option<usize>,
    /// In a word, for heads of tables.
    pub short: &'static str,
    /// What it is called in a report, behind the name of its service.
    pub name: Words,
    /// A sentence of `kantel explain`; `{}` is the number.
    pub told: Words,
    /// What it is, for whoever writes a file.
    pub doc: &'static str,
    /// Where it stands, and what it is where nothing is stated.
    pub slot: Slot,
}

/// A few words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub english: &'static str,
    /// Dutch.
    pub dutch: &'static str,
}

impl Words {
    /// The words in a language.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Nl => self.dutch,
        }
    }
}

const fn words(english: &'static str, dutch: &'static str) -> Words {
    Words { english, dutch }
}

/// Kinds of numbers of a team or a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A number, drawn anew in every sample where it is uncertain.
    Number,
    /// The same in euros, to the cent.
    Price,
    /// A distribution between people: it stays in every sample.
    Spread,
}

/// Where a number stands, and what it is where nothing is stated.
#[derive(Clone, Debug)]
pub enum Slot {
    /// In the settings before levers.
    Team {
        /// Reads it.
        get: fn(&Settings) -> f64,
        /// Writes it.
        set: fn(&mut Settings, f64),
        /// What it is where nothing is stated.
        default: Distribution,
        /// Where that comes from.
        source: Option<&'static Source>,
        /// The lever that may replace it.
        lever: &'static str,
    },
    /// In a service.
    Service {
        /// Reads it.
        get: fn(&ServiceSpec) -> Option<Distribution>,
        /// Writes it, by its mean but for a [`FieldKind::Spread`].
        set: fn(&mut ServiceSpec, Distribution),
        /// What it is where nothing is stated; what scales, per 1,000 residents. `None`: it follows from others.
        default: fn(&'static ProductMeta) -> Option<Distribution>,
        /// Where that comes from.
        source: fn(&'static ProductMeta) -> Option<&'static Source>,
    },
}

/// Position in [`FIELDS`] of the size of the team.
pub(super) const TEAM_FTE: usize = 0;
/// Position in [`FIELDS`] of the caseload.
pub(super) const CASES: usize = 1;
/// Position in [`FIELDS`] of places.
pub(super) const PLACES: usize = 2;
/// Position in [`FIELDS`] of prices.
pub(super) const PRICE: usize = 6;

/// What a field is unless its row says otherwise.
const FIELD: Field = Field {
    key: "",
    aliases: &[],
    stated: (0.0, f64::MAX),
    drawn: (0.0, f64::MAX),
    kind: FieldKind::Number,
    unit: "",
    scales: false,
    is_of_world: false,
    digits: None,
    short: "",
    name: words("", ""),
    told: words("{}", "{}"),
    doc: "",
    slot: Slot::Team { get: |_| 0.0, set: |_, _| {}, default: Distribution::Fixed(0.0), source: None, lever: "" },
};

/// Every number of a team and a service, in the order of a file: the team's, then those that each service has.
pub static FIELDS: &[Field] = &[
    Field {
        key: "fte",
        stated: (0.0, MAX_TEAM_FTE),
        drawn: (0.0, MAX_TEAM_FTE),
        unit: "FTE",
        scales: true,
        digits: Some(2),
        name: words("Team size", "Omvang wijkteam"),
        told: words("{} FTE", "{} fte"),
        doc: "Size in FTE",
        slot: Slot::Team {
            get: |s| s.team.fte,
            set: |s, fte| s.team.fte = fte,
            default: Distribution::Fixed(0.0),
            source: None,
            lever: "team.fte",
        },
        ..FIELD
    },
    Field {
        key: "caseload_per_fte",
        stated: (1.0, 200.0),
        drawn: (1.0, 200.0),
        unit: "cases per FTE",
        short: "caseload",
        name: words("Cases per FTE", "Zaken per fte"),
        told: words("{} cases per FTE", "{} mensen in begeleiding per fte"),
        doc: "Open cases per FTE that works on cases",
        slot: Slot::Team {
            get: |s| s.team.caseload_per_fte,
            set: |s, cases| s.team.caseload_per_fte = cases,
            default: CASELOAD,
            source: Some(&CASELOAD_SOURCE),
            lever: "team.caseload",
        },
        ..FIELD
    },
    Field {
        key: "places",
        stated: (0.0, 1e7),
        drawn: (0.0, 1e7),
        unit: "places",
        scales: true,
        digits: Some(1),
        short: "places",
        name: words("places", "plekken"),
        told: words("{} places", "{} plekken"),
        doc: "Places; may be fractional",
        slot: Slot::Service {
            get: |s| s.places.map(Distribution::Fixed),
            set: |s, places| s.places = Some(places.mean()),
            default: |_| None,
            source: |_| None,
        },
        ..FIELD
    },
    Field {
        key: "wait_weeks",
        stated: (0.0, MAX_WAIT),
        drawn: (0.0, MAX_WAIT),
        unit: "weeks",
        short: "wait",
        name: words("wait in balance", "wachttijd in evenwicht"),
        told: words("{} weeks of waiting", "{} weken wachten"),
        doc: "Weeks that people wait while demand and places are in balance: where no places are stated, as many are \
              there as that takes",
        slot: Slot::Service {
            get: |s| Some(Distribution::Fixed(s.wait_weeks)),
            set: |s, weeks| s.wait_weeks = weeks.mean(),
            default: |m| Some(m.wait_weeks),
            source: |m| Some(&m.wait_source),
        },
        ..FIELD
    },
    Field {
        key: "places_follow",
        stated: (0.0, 1.0),
        drawn: (0.0, 1.0),
        unit: "share per year",
        short: "follow",
        name: words("places that follow demand", "plekken die de vraag volgen"),
        told: words("places follow demand by {} a year", "plekken volgen de vraag met {} per jaar"),
        doc: "The part of what is short or idle that places make up in a year, where no places are stated: 0 keeps \
              those of the start, 1 is at once",
        slot: Slot::Service {
            get: |s| Some(Distribution::Fixed(s.places_follow)),
            set: |s, part| s.places_follow = part.mean(),
            default: |m| Some(m.places_follow),
            source: |m| Some(&m.follow_source),
        },
        ..FIELD
    },
    Field {
        key: "hours_per_week",
        stated: (0.0, 168.0),
        drawn: (0.0, 168.0),
        unit: "hours per week",
        short: "hours",
        name: words("hours per week", "uren per week"),
        told: words("{} hours a week", "{} uur per week"),
        doc: "Hours per client and week",
        slot: Slot::Service {
            get: |s| Some(Distribution::Fixed(s.hours_per_week)),
            set: |s, hours| s.hours_per_week = hours.mean(),
            default: |m| Some(m.hours_per_week),
            source: |m| Some(&m.hours_source),
        },
        ..FIELD
    },
    Field {
        key: "euros_per_hour",
        stated: (0.0, MAX_EUROS),
        drawn: (0.0, MAX_EUROS),
        kind: FieldKind::Price,
        unit: "euros per hour",
        is_of_world: true,
        short: "price",
        name: words("price per hour", "prijs per uur"),
        told: words("{} euro an hour", "{} euro per uur"),
        doc: "Euros per hour, to the cent",
        slot: Slot::Service {
            get: |s| Some(Distribution::Fixed(s.cents_per_hour as f64 / 100.0)),
            set: |s, euros| s.cents_per_hour = cents(euros.mean()),
            default: |m| Some(Distribution::Fixed(m.cents_per_hour as f64 / 100.0)),
            source: |m| Some(&m.price_source),
        },
        ..FIELD
    },
    Field {
        key: "duration_weeks",
        // The shortest of many stays is of any length; only what is stated must be longer than nothing.
        stated: (0.01, MAX_WEEKS),
        drawn: (0.0, MAX_WEEKS),
        kind: FieldKind::Spread,
        unit: "weeks",
        short: "duration",
        name: words("length of a term", "duur van een termijn"),
        told: words("{} weeks", "{} weken"),
        doc: "Duration of a term, in weeks",
        slot: Slot::Service {
            get: |s| Some(s.duration_weeks),
            set: |s, weeks| s.duration_weeks = weeks,
            default: |m| Some(m.duration_weeks),
            source: |m| Some(&m.duration_source),
        },
        ..FIELD
    },
    Field {
        key: "renewal",
        stated: (0.0, 1.0),
        drawn: (0.0, 1.0),
        unit: "share",
        short: "renewal",
        name: words("chance of another term", "kans op verlenging"),
        told: words("renewed {}", "verlengd {}"),
        doc: "Chance that a term is renewed where the need is open",
        slot: Slot::Service {
            get: |s| Some(Distribution::Fixed(s.renewal)),
            set: |s, chance| s.renewal = chance.mean(),
            default: |m| Some(m.renewal),
            source: |m| Some(&m.renewal_source),
        },
        ..FIELD
    },
];

impl Field {
    /// Whether each service has it, not the team.
    pub const fn is_of_service(&self) -> bool {
        matches!(self.slot, Slot::Service { .. })
    }

    /// The rows of the team.
    pub fn of_team() -> impl Iterator<Item = &'static Self> {
        FIELDS.iter().filter(|field| !field.is_of_service())
    }

    /// The rows of each service.
    pub fn of_services() -> impl Iterator<Item = &'static Self> {
        FIELDS.iter().filter(|field| field.is_of_service())
    }
}
