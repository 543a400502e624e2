//! The composition of a team: who is hired as what, how deep they are, and how deep that makes the team.
//!
//! Depth is kept as what there is beyond a generalist's of today, so that a team of generalists is the team that the
//! model is held to, whatever a generalist's depth is assumed to be.

use crate::district::{District, Now};
use crate::entities::{DOMAINS, Domain, Professional};
use crate::ids::Key;
use crate::links::Link;
use crate::observation::Indicator;
use crate::parameters::Params;
use crate::random::Process;

/// Needs at intake by domain: how specialists are spread where only their share is stated. The model's own, in whole
/// percents: the embedded district at 8,000 residents, weeks 0 to 156, 8 samples.
pub const NEEDS: [f64; DOMAINS] = [0.11, 0.09, 0.12, 0.26, 0.12, 0.12, 0.18];

/// Depth is kept in hundredths.
const KEPT: f64 = 100.0;

/// Fills a job of a team: what its holder is, by what the plan lacks most, and how deep.
pub fn fill(now: Now<'_>, d: &mut District, team: usize, place: usize) {
    // An expert by experience has no discipline of the plan.
    let discipline = if d.teams[team].jobs[place].expert { 0 } else { lacking(now, d, team, place) };
    let key = d.teams[team].jobs[place].key;
    let depth = drawn(now, key, discipline);
    let job = &mut d.teams[team].jobs[place];
    (job.discipline, job.depth) = (discipline, depth);
}

/// FTE of specialists planned in a team, by domain, of those whose domain it takes on. More than it has jobs for are
/// cut in proportion.
fn planned(now: Now<'_>, d: &District, team: usize) -> [f64; DOMAINS] {
    let (s, all) = (&now.settings.screening, &now.settings.team);
    let fte = all.fte_of(team);
    let holds = |team: usize, domain: usize| d.teams[team].remit.domains >> domain & 1 == 1;
    let usual: f64 = (0..DOMAINS).filter(|domain| holds(team, *domain)).map(|domain| NEEDS[domain]).sum();
    let mut planned = [0.0; DOMAINS];
    for (domain, planned) in planned.iter_mut().enumerate().filter(|(domain, _)| holds(team, *domain)) {
        if s.specialists[domain] > 0.0 {
            let takers = (0..d.teams.len()).filter(|other| holds(*other, domain));
            *planned += s.specialists[domain] * all.share_of(team)
                / takers.map(|other| all.share_of(other)).sum::<f64>().max(1e-9);
        }
        *planned += s.specialist_share * fte * NEEDS[domain] / usual.max(1e-9);
    }
    let sum: f64 = planned.iter().sum();
    if sum > fte { planned.map(|x| x * fte / sum) } else { planned }
}

/// The discipline that a team lacks most, if it lacks half a job of it: the domain's number and one, 0 for a
/// generalist. Of what is planned at less than half a job, whoever is hired is with the probability that makes it so
/// many on average: else a small team had none.
fn lacking(now: Now<'_>, d: &District, team: usize, place: usize) -> u8 {
    let s = &now.settings.screening;
    if s.specialist_share <= 0.0 && s.specialists.iter().all(|fte| *fte <= 0.0) {
        return 0;
    }
    let fte = now.settings.team.fte_of(team);
    let planned = planned(now, d, team);
    let mut lacks = planned;
    for (other, job) in d.teams[team].jobs.iter().enumerate() {
        if other != place && job.employed && job.discipline > 0 {
            lacks[usize::from(job.discipline) - 1] -= job.share * fte;
        }
    }
    let half = d.teams[team].jobs[place].share * fte / 2.0;
    let most = lacks.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
    if let Some((domain, _)) = most.filter(|(domain, lacks)| planned[*domain] >= half && **lacks >= half) {
        return domain as u8 + 1;
    }
    let mut left = now.inputs.draws.unit(Process::SPECIALIST, d.teams[team].jobs[place].key, 0) * fte;
    for (domain, few) in planned.into_iter().enumerate().filter(|(_, planned)| *planned < half) {
        left -= few;
        if left < 0.0 {
            return domain as u8 + 1;
        }
    }
    0
}

/// The depth of somebody of a discipline by domain, beyond that of a generalist, as it is kept.
fn drawn(now: Now<'_>, key: Key, discipline: u8) -> [i8; DOMAINS] {
    let p = &now.inputs.params.screening;
    let mut depth = [0; DOMAINS];
    for (domain, depth) in depth.iter_mut().enumerate() {
        let level = match usize::from(discipline) {
            0 => p.depth,
            own if own == domain + 1 => p.own,
            _ => p.depth * p.other,
        };
        let u = now.inputs.draws.unit(Process::DEPTH, key, domain as u64);
        let here = (level + p.spread * (2.0 * u - 1.0)).clamp(0.0, 1.0);
        *depth = libm::round((here - p.depth) * KEPT) as i8;
    }
    depth
}

/// A week begins: how deep the teams are.
pub(super) fn week(now: Now<'_>, d: &mut District) {
    let depths = d.teams.iter().map(|team| of_jobs(&team.jobs)).collect();
    d.rooms.screening.0 = depths;
    let fte = |team: usize| now.settings.team.fte_of(team);
    let specialists: f64 = (0..d.teams.len())
        .map(|team| {
            let jobs = d.teams[team].jobs.iter().filter(|job| job.employed && job.discipline > 0);
            jobs.map(|job| job.share).sum::<f64>() * fte(team)
        })
        .sum();
    d.counts.level(Indicator::SPECIALISTS.place(), (specialists * 1e6) as i64, 1_000_000);
}

/// The mean depth over filled jobs, beyond that of a generalist; that of a generalist where all are vacant.
fn of_jobs(jobs: &[Professional]) -> [f64; DOMAINS] {
    let mut sums = [0.0; DOMAINS];
    let mut filled = 0.0;
    for job in jobs.iter().filter(|job| job.employed) {
        filled += job.share;
        for (sum, depth) in sums.iter_mut().zip(job.depth) {
            *sum += job.share * f64::from(depth);
        }
    }
    if filled > 0.0 { sums.map(|sum| sum / filled / KEPT) } else { sums }
}

/// How much deeper a team is in a domain than one of today's generalists, through a link.
pub fn beyond(now: Now<'_>, d: &District, team: usize, (domain, link): (Domain, Link)) -> f64 {
    let of_team = d.rooms.screening.0.get(team);
    of_team.map_or(0.0, |depths| depths[domain as usize]) * now.settings.link(link)
}

/// What the depth of a team does to the log odds of a referral, over that of today's generalists: a whole mismatch less
/// where all is known that there is to know.
pub fn mismatch(p: &Params, beyond: f64) -> f64 {
    -p.doors.referral_mismatch * beyond / (1.0 - p.screening.depth)
}

/// A standard deviation that falls with depth, over what it is in a team of today's generalists.
pub fn error(p: &Params, beyond: f64, without: f64) -> f64 {
    ((without - p.screening.depth - beyond) / (without - p.screening.depth)).max(0.0)
}
