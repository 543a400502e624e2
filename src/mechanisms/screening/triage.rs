//! What a team makes of a need: how severe it holds it to be.

use super::depth::{beyond, error};
use crate::district::{District, Now};
use crate::entities::{DOMAINS, Episode, SEVERITIES, Severity};
use crate::ids::{EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::monitoring::learning;
use crate::observation::Indicator;
use crate::random::{Process, standard_normal_quantile};

/// Severities of needs that a team looks at, by domain: how usual each is among those with which somebody asks for a
/// case (first), and among other needs of households that are taken in. Between two severities as many are held to be
/// heavier as are held to be lighter, so that a team sees as many of each as there are. The model's own, where needs
/// are seen as they are: the embedded district at 8,000 residents, weeks 0 to 156, 8 samples, in whole percents (daily
/// functioning together: hardly any case opens with it).
pub const USUAL: [[[f64; SEVERITIES]; DOMAINS]; 2] = [
    [
        [0.26, 0.27, 0.26, 0.21],
        [0.23, 0.30, 0.25, 0.22],
        [0.30, 0.29, 0.29, 0.12],
        [0.61, 0.24, 0.12, 0.03],
        [0.44, 0.29, 0.19, 0.08],
        [0.20, 0.21, 0.51, 0.08],
        [0.34, 0.34, 0.23, 0.09],
    ],
    [
        [0.46, 0.30, 0.15, 0.09],
        [0.54, 0.28, 0.13, 0.05],
        [0.64, 0.26, 0.09, 0.01],
        [0.57, 0.28, 0.12, 0.03],
        [0.44, 0.29, 0.19, 0.08],
        [0.60, 0.27, 0.11, 0.02],
        [0.66, 0.24, 0.08, 0.02],
    ],
];

/// A standard deviation that nobody without depth would exceed, over `screening.noise`, and what depth takes off it
/// (assumption, 1.1 to 1.5: the deepest team errs, too).
pub const WITHOUT_DEPTH: f64 = 1.3;

/// A look at a need: the team, by its position in the district, the key of its case, and whether the case opens with
/// it.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The team.
    pub team: usize,
    /// The case.
    pub case: Key,
    /// Whether the case opens with the need.
    pub opens: bool,
}

/// How severe a team holds a need to be in a case: off by whole steps, and held to against what is usual
/// as often as the severity that is seen is as usual as the one that is there. Nobody sees less than light or more than
/// a crisis.
pub fn seen(now: Now<'_>, d: &District, Look { team, case, opens }: Look, e: EpisodeId) -> Severity {
    let Episode { severity, domain, key, .. } = d.episodes[e];
    let (p, draws) = (&now.inputs.params, now.inputs.draws);
    if p.screening.noise <= 0.0 {
        return severity;
    }
    let beyond = beyond(now, d, team, (domain, Link::DEPTH_TRIAGE));
    let deviation = p.screening.noise * (WITHOUT_DEPTH - p.screening.depth) * error(p, beyond, WITHOUT_DEPTH);
    let deviation = deviation * learning::error(now, d);
    let off = libm::round(deviation * standard_normal_quantile(draws.unit(Process::TRIAGE, case, key.0)));
    let held = f64::from(severity as u8) + off;
    if off == 0.0 || !(1.0..=SEVERITIES as f64).contains(&held) {
        return severity;
    }
    let held = Severity::of(held as u8);
    let usual = |severity: Severity| USUAL[usize::from(!opens)][domain as usize][severity as usize - 1];
    let stays = draws.unit(Process::TRIAGE_USUAL, case, key.0) * usual(severity) >= usual(held);
    if stays { severity } else { held }
}

/// Counts what a team makes of a need at intake.
pub fn count(now: Now<'_>, d: &mut District, look: Look, e: EpisodeId) {
    let Episode { severity, domain, .. } = d.episodes[e];
    let held = seen(now, d, look, e);
    let depth = now.inputs.params.screening.depth + beyond(now, d, look.team, (domain, Link::DEPTH_TRIAGE));
    d.counts.ratio(Indicator::SEEN_HEAVIER, i64::from(held > severity), 1);
    d.counts.ratio(Indicator::SEEN_LIGHTER, i64::from(held < severity), 1);
    d.counts.ratio(Indicator::TEAM_DEPTH, (depth * 1e6) as i64, 1_000_000);
}
