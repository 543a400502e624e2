//! Cases of the wijkteam, entitlements to the second line, and professionals.

use serde::{Deserialize, Serialize};

use super::{DOMAINS, Product, Severity};
use crate::ids::{CaseId, EntitlementId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::slab::Occupant;
use crate::units::{Effort, Minute};

/// How a need came to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Route {
    /// The person or household asked.
    Asked,
    /// Somebody reported it, or a creditor signalled it.
    Report,
    /// A visit from door to door.
    Door,
    /// A contact where people are.
    Place,
    /// Found in the course of a case for another need.
    Case,
    /// Noticed at a facility that the person visits.
    Facility,
}

/// Number of routes.
pub const ROUTES: usize = 6;

impl Route {
    /// All routes.
    pub const ALL: [Self; ROUTES] = [Self::Asked, Self::Report, Self::Door, Self::Place, Self::Case, Self::Facility];

    /// The key in indicators.
    pub const fn key(self) -> &'static str {
        ["asked", "report", "door", "place", "case", "facility"][self as usize]
    }
}

/// The legal frame of a case or entitlement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Frame {
    /// Voluntary.
    #[default]
    Voluntary,
    /// Pressure (*drang*): voluntary in law, not in practice.
    Pressure,
    /// Mandatory: a court decided.
    Mandatory,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseState {
    /// Waits for a place in the team.
    Waiting,
    /// Open: has a place.
    Open,
}

/// A case: a household with a team.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Case {
    /// Who it is.
    pub key: Key,
    /// Household.
    pub household: HouseholdId,
    /// The household's next case, with another team.
    pub next: CaseId,
    /// The episode that opened it.
    pub episode: EpisodeId,
    /// Whose episode that is.
    pub resident: ResidentId,
    /// When it was asked for.
    pub requested: Minute,
    /// Work that the opening need asks.
    pub work: Effort,
    /// Work per week at full pace: expected while it waits, in force once it is open.
    pub intensity: Effort,
    /// Reading of its work clock at which its work is done.
    pub done: i64,
    /// Generation of the slot.
    pub generation: u16,
    /// Generation of the episode's slot.
    pub episode_generation: u16,
    /// Generation of the household's dwelling.
    pub household_generation: u16,
    /// The team, by its position in the district.
    pub team: u8,
    /// State.
    pub state: CaseState,
    /// Severity of the opening need as the team sees it: at the request, which is its urgency, and from intake on at
    /// intake.
    pub severity: Severity,
    /// Frame.
    pub frame: Frame,
}

impl Occupant for Case {
    fn generation(&self) -> u16 {
        self.generation
    }
    fn set_generation(&mut self, generation: u16) {
        self.generation = generation;
    }
}

/// Where an entitlement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Inquiry, up to the application.
    Inquiry,
    /// Applied, to be decided.
    Applied,
    /// Granted; waits for a place.
    Waiting,
    /// Served.
    Served,
    /// Its term is over, but it cannot leave until a home is offered (sheltered living).
    AwaitingHome,
}

/// An entitlement: person x law x product, from the first request on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entitlement {
    /// Who it is.
    pub key: Key,
    /// Whose it is.
    pub resident: ResidentId,
    /// The next entitlement of the same resident.
    pub next: EntitlementId,
    /// The episode that it is for: the one for which it was asked, until another need of its holder takes over.
    pub episode: EpisodeId,
    /// When it was asked for.
    pub requested: Minute,
    /// When the wait for a place began: when it was granted, or in a crisis before that.
    pub queued: Minute,
    /// Effort per week.
    pub minutes_per_week: u16,
    /// Terms served before this one.
    pub terms: u16,
    /// Generation of the slot.
    pub generation: u16,
    /// Generation of the episode's slot.
    pub episode_generation: u16,
    /// Product.
    pub product: Product,
    /// Stage.
    pub stage: Stage,
    /// Urgency in the queue: the severity when asked, and a higher one since.
    pub urgency: Severity,
    /// Door; see `doors::Door`.
    pub door: u8,
    /// What is given of its full hours, in 1/255: informal care takes the rest.
    pub given: u8,
    /// Frame.
    pub frame: Frame,
    /// Whether the help has been registered.
    pub registered: bool,
    /// Waits or is served on a temporary provision until the decision.
    pub temporary: bool,
}

impl Occupant for Entitlement {
    fn generation(&self) -> u16 {
        self.generation
    }
    fn set_generation(&mut self, generation: u16) {
        self.generation = generation;
    }
}

/// A professional of the team: a job, filled or vacant.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Professional {
    /// Who holds or held the job.
    pub key: Key,
    /// Working time of the job as a share of all the team's jobs.
    pub share: f64,
    /// Whether the job is filled.
    pub employed: bool,
    /// Since when this professional works here.
    pub since: Minute,
    /// Number of holders so far; makes calendar entries about earlier holders stale.
    pub generation: u16,
    /// Years since the start whose cells have been entered.
    pub year: u16,
    /// What its holder is a specialist of: the number of a domain and one, 0 for a generalist.
    pub discipline: u8,
    /// How much deeper its holder is than a generalist of today, by domain, in hundredths.
    pub depth: [i8; DOMAINS],
    /// Whether its holder is an expert by experience.
    pub expert: bool,
    /// Weeks of experience that this professional came with.
    pub brought: u16,
    /// Strain: 0 is none; it follows pressure and heavy cases, and acts beside what is usual in the team.
    pub strain: f64,
    /// Hired and paid as a senior.
    pub senior: bool,
    /// Change of orientation to *zorgen dat* beside that of the base; see `mechanisms::culture`.
    pub orientation: f64,
}

impl Professional {
    /// Weeks of experience at a moment, brought along ones among them.
    pub fn experience(&self, at: Minute) -> f64 {
        f64::from(self.brought) + at.weeks_since(self.since).max(0.0)
    }
}
