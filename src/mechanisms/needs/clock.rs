//! The natural clock of a need: how fast it runs, and how far it has run (docs/odd.md 7.2).

use serde::{Deserialize, Serialize};

use crate::district::{District, Now};
use crate::entities::{Domain, Episode, Severity};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::slab::Column;
use crate::units::Minute;

/// What is kept of the courses of needs.
pub type Courses = Column<EpisodeId, Course>;

/// What is kept of the course of a need beside its severity.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Course {
    /// Weeks on its natural clock at [`Course::at`].
    pub clock: f64,
    /// When its clock was last read.
    pub at: Minute,
    /// Since when it is a crisis, if it is one.
    pub crisis_since: Minute,
    /// Up to when the candidates of its block of years are entered.
    pub entered_to: Minute,
    /// Rate per week up to which candidates of improvement are entered.
    pub improving: f32,
}

impl Default for Course {
    fn default() -> Self {
        Self { clock: 0.0, at: Minute::NEVER, crisis_since: Minute::NEVER, entered_to: Minute::NEVER, improving: 0.0 }
    }
}

/// How fast the natural clock of a need of a domain and severity runs, through a link that is whole or cut.
#[inline]
pub fn pace(now: Now<'_>, domain: Domain, severity: Severity) -> f64 {
    let whole = now.inputs.tables.courses[domain as usize].pace[severity as usize - 1];
    1.0 + (whole - 1.0) * now.settings.link(Link::SEVERITY_DURATION)
}

/// How fast it runs at the slowest and at the fastest.
pub fn paces(now: Now<'_>, domain: Domain) -> [f64; 2] {
    let paces = Severity::ALL.map(|severity| pace(now, domain, severity));
    [paces.into_iter().fold(f64::INFINITY, f64::min), paces.into_iter().fold(0.0, f64::max)]
}

/// Weeks on the natural clock of a need.
#[inline]
pub fn clock(now: Now<'_>, d: &District, e: EpisodeId) -> f64 {
    let Episode { domain, severity, onset, .. } = d.episodes[e];
    match d.rooms.needs.get(&d.episodes, e) {
        Some(course) if !now.inputs.tables.keeps_time => {
            course.clock + now.at.weeks_since(course.at) * pace(now, domain, severity)
        }
        _ => now.at.weeks_since(onset),
    }
}
