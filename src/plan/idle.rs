//! Numbers of the world that matter only to plans that use a mechanism.

use super::scenario::Scenario;
use crate::observation::is_among;

/// Families of parameters, and the mechanisms that make them matter: levers of one of them must have another value than
/// their neutral one. A test demands that a plan without any is the same whatever these numbers are.
pub const WITH_MECHANISMS: &[(&[&str], &[&str])] = &[
    (&["M7", "M5", "M19", "M23"], &["facility.", "volunteer.", "initiative."]),
    (&["M7"], &["signal.visit_hours", "signal.visit_reached", "signal.visit_accepted"]),
    (&["M8"], &["review."]),
    (&["M5"], &["reciprocity."]),
    (&["M6"], &["own_strength."]),
    (&["M19", "M23"], &["basic.", "collective."]),
    (&["M4"], &["conference.", "threshold.", "match.", "encouraged.", "own_network."]),
    (
        &["M11"],
        &["screening.specialist", "screening.specialist_elsewhere", "screening.basics_asked", "screening.basics_weeks"],
    ),
    (&["M18"], &["experience."]),
    (&["M15"], &["team.aftercare_hours", "aftercare."]),
    (&["M14"], &["monitor."]),
    (&["M25"], &["contract."]),
    (&["M13"], &["position."]),
    (&["M17"], &["remit.", "enforcement."]),
];

/// Whether none of these scenarios uses what a parameter is about.
pub fn is_idle<'a>(parameter: &str, mut scenarios: impl Iterator<Item = &'a Scenario>) -> bool {
    // A share of volunteers is a trait of people, and social assistance is paid, whatever a plan does.
    if matches!(parameter, "volunteer.share" | "reciprocity.benefit_weeks") {
        return false;
    }
    let Some((mechanisms, _)) = WITH_MECHANISMS.iter().find(|(_, keys)| is_among(keys, parameter)) else {
        return false;
    };
    let uses = |scenario: &Scenario| {
        let timelines = [&scenario.organisation.timeline, &scenario.before.timeline];
        timelines.into_iter().any(|timeline| mechanisms.iter().any(|mechanism| timeline.uses(mechanism)))
    };
    !scenarios.any(uses)
}
