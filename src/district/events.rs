//! What happened, for observers: typed, and free when nobody looks.

use serde::{Deserialize, Serialize};

use crate::doors::Door;
use crate::entities::{Domain, Product, Route, Severity};
use crate::ids::Key;
use crate::units::Minute;

/// What happened to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// A need began.
    Onset(Domain, Severity),
    /// A need worsened.
    Worsened(Domain, Severity),
    /// A need became lighter.
    Improved(Domain, Severity),
    /// A need passed.
    Recovered(Domain),
    /// A need came back.
    Relapsed(Domain),
    /// A need came to light.
    Known(Domain, Route),
    /// The team was asked for help.
    CaseRequested(Domain),
    /// The team began to help.
    CaseStarted,
    /// The team's work was done.
    CaseClosed,
    /// A product was asked for, at a door.
    Requested(Product, Door),
    /// A product was refused at the municipal gate.
    Refused(Product),
    /// A service began.
    ServiceStarted(Product),
    /// A service gives so many minutes a week from now on.
    HoursSet(Product, u16),
    /// A service ended.
    ServiceEnded(Product),
    /// Informal care began.
    CareStarted,
    /// Informal care ended.
    CareEnded,
    /// Somebody is cared for informally, by one carer more.
    CaredFor,
    /// A carer of somebody stopped; whether another one goes on.
    CarerGone(bool),
    /// A household fell behind with the rent.
    BehindWithRent,
    /// A court ordered a household out of its home.
    OrderedOut,
    /// A household was evicted.
    Evicted,
    /// The rent is paid: the road to eviction has ended.
    RentPaid,
    /// A household lives on social assistance from now on.
    BenefitStarted,
    /// A household lives on social assistance no more.
    BenefitEnded,
    /// Somebody was born.
    Born,
    /// Somebody died.
    Died,
    /// Somebody left the district.
    Left,
    /// Somebody moved in.
    Arrived,
    /// Someone rang at the door; whether it was opened.
    Visited(bool),
    /// A household waits for the team no more, unhelped.
    CaseLeft,
    /// Somebody waits for a service no more, unhelped.
    QueueLeft(Product),
}

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: Minute,
    /// Household.
    pub household: Key,
    /// Resident.
    pub resident: Key,
    /// The week of the resident's birth; see `Resident::born`.
    pub born: i16,
    /// The need, case or entitlement that it is about.
    pub of: Option<Key>,
    /// What.
    pub what: What,
}

/// Events of the week under way, if anybody looks.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EventLog {
    /// Whether anybody looks.
    pub on: bool,
    /// What happened.
    pub events: Vec<Event>,
}
