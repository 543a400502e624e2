//! What a row is about.

use crate::doors::Door;
use crate::entities::{Domain, Product, Route, Severity};
use crate::ids::Key;
use crate::units::Minute;

/// The tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Households with a team.
    Cases,
    /// Needs.
    Episodes,
    /// Services, from the first request on.
    Entitlements,
    /// Doors at which somebody rang.
    Visits,
}

impl Table {
    /// All.
    pub const ALL: [Self; 4] = [Self::Cases, Self::Episodes, Self::Entitlements, Self::Visits];

    /// The name.
    pub const fn key(self) -> &'static str {
        ["cases", "episodes", "entitlements", "visits"][self as usize]
    }
}

/// How something stands at the horizon, or how it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// A need that is there.
    #[default]
    Open,
    /// Asked for, and not decided.
    Asked,
    /// Waits for a place.
    Waiting,
    /// Is helped or served.
    Helped,
    /// A need has passed, work is done, or a service has ended.
    Ended,
    /// Refused at the gate.
    Refused,
    /// Gave up waiting.
    GaveUp,
    /// Not asked for any more, or of no use.
    Withdrawn,
    /// Its person has died.
    Died,
    /// Its person or household lives elsewhere.
    Left,
}

impl End {
    /// The word in tables.
    pub const fn key(self) -> &'static str {
        ["open", "asked", "waiting", "helped", "ended", "refused", "gave_up", "withdrawn", "died", "left"]
            [self as usize]
    }
}

/// A need, a case, an entitlement or a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// In which table it stands.
    pub table: Table,
    /// Who it is.
    pub key: Key,
    /// Whose household.
    pub household: Key,
    /// Whose; of a visit nobody's in particular.
    pub resident: Key,
    /// How old that person was when it began, or at week 0; of a visit the household's first.
    pub age: u8,
    /// Groups by income, network and age, as the catalogue numbers them; none of somebody who came and went in a week.
    pub groups: Option<[usize; 3]>,
    /// Domain of the need, or of that which opened it.
    pub domain: Option<Domain>,
    /// What is asked for.
    pub product: Option<Product>,
    /// Where.
    pub door: Option<Door>,
    /// The team, by its position in the district.
    pub team: Option<u8>,
    /// Severity when it began.
    pub first: Option<Severity>,
    /// Severity when last seen: of a need itself; of a case and an entitlement as the team or the queue sees it.
    pub severity: Option<Severity>,
    /// Whether the need that it is about was known when last seen.
    pub known: bool,
    /// When it came to light; none if before week 0, or never.
    pub known_at: Option<Minute>,
    /// How.
    pub route: Option<Route>,
    /// When the need began that it is about.
    pub onset: Option<Minute>,
    /// When it was asked for; of a need and a visit when it began.
    pub began: Minute,
    /// When help began; none if before week 0, or not yet.
    pub started: Option<Minute>,
    /// When it ended; none if it is open at the horizon.
    pub ended: Option<Minute>,
    /// Minutes of service a week, when last seen.
    pub minutes_per_week: u16,
    /// How it stands or ended.
    pub end: End,
    /// Of a visit: whether the door was opened.
    pub opened: bool,
    /// Of a visit: needs that came to light.
    pub found: u32,
}

impl Thing {
    /// Something that begins, of which nothing else is known yet.
    pub(super) const fn new(table: Table, key: Key, household: Key, resident: Key, began: Minute) -> Self {
        Self {
            table,
            key,
            household,
            resident,
            age: 0,
            groups: None,
            domain: None,
            product: None,
            door: None,
            team: None,
            first: None,
            severity: None,
            known: false,
            known_at: None,
            route: None,
            onset: None,
            began,
            started: None,
            ended: None,
            minutes_per_week: 0,
            end: End::Open,
            opened: false,
            found: 0,
        }
    }
}
