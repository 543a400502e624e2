//! Strain of professionals and the standard of hours per case: what work pressure does to who works there, and to how
//! they work.

use crate::district::{Crew, District, Now, Team};
use crate::entities::Professional;
use crate::links::Link;
use crate::mechanisms::experts::uptake;
use crate::mechanisms::professional::rows::Params;

/// Weeks over which pressure becomes what a team is used to, before week 0 (assumption, 13 to 52).
const USUAL_WEEKS: f64 = 26.0;

/// Pressure by this share above or below the usual is as the usual (assumption, 0.1 to 0.25: a team neither cuts hours
/// nor falls ill for a tenth more; and the pressure of a team drifts by as much in the first years after the burn-in).
const TOLERATED: f64 = 0.15;

/// The standard never falls below this share (assumption, 0.2 to 0.4: a case that is open is seen now and then).
const LEAST_STANDARD: f64 = 0.25;

/// Highest pressure and share of heavy cases for which strain is bounded: see `mechanisms::team::hours`.
const MOST_PRESSURE: f64 = 5.0;

/// The week of a team: strain follows pressure and heavy cases, hours per case and their standard follow pressure.
pub fn follow(now: Now<'_>, d: &mut District, team: usize) {
    let p = &now.inputs.params.professional;
    let of_experts = uptake::strain(now, d, team);
    let team = &mut d.teams[team];
    let heavy = f64::from(team.heavy) / f64::from(team.open.max(1));
    let felt = felt(team.pressure, &team.crew);
    let target = target(now, felt, heavy) * of_experts;
    let (mut sum, mut shares) = (0.0, 0.0);
    for job in team.jobs.iter_mut().filter(|job| job.employed) {
        job.strain += (target - job.strain) / p.strain_weeks.max(1.0);
        sum += job.strain * job.share;
        shares += job.share;
    }
    let crew = &mut team.crew;
    crew.strain = if shares > 0.0 { sum / shares } else { 0.0 };
    if now.week.0 < 0 {
        crew.usual_pressure += (team.pressure - crew.usual_pressure) / USUAL_WEEKS;
        crew.usual_strain = crew.strain;
    } else {
        cut_hours(now, felt / usual(crew), crew);
    }
    let sick = p.sickness.min(0.9);
    crew.present = (1.0 - sickness(now, crew)) / (1.0 - sick);
}

/// Strain to which pressure and a share of heavy cases lead.
pub fn target(now: Now<'_>, pressure: f64, heavy: f64) -> f64 {
    let p = &now.inputs.params.professional;
    let pressed = p.strain_pressure * (pressure - 1.0).max(0.0) * now.settings.link(Link::PRESSURE_STRAIN);
    (pressed + p.strain_heavy * heavy) * relieved(now)
}

/// What intervision leaves of strain.
fn relieved(now: Now<'_>) -> f64 {
    let hours = now.settings.professional.intervision_hours;
    libm::pow(1.0 - now.inputs.params.professional.intervision.min(0.99), hours / 40.0)
}

/// Pressure relative to the usual cuts the hours that a case gets; the standard follows what is given, down soon and up
/// late.
fn cut_hours(now: Now<'_>, relative: f64, crew: &mut Crew) {
    let p = &now.inputs.params.professional;
    let cut = libm::pow(relative.max(1e-3), -p.hours_pressure);
    let cut = 1.0 + (cut - 1.0) * now.settings.link(Link::PRESSURE_QUALITY);
    crew.given = (crew.standard * cut).clamp(LEAST_STANDARD, 1.0);
    let weeks = if crew.given < crew.standard { p.standard_down } else { p.standard_up };
    crew.standard += (crew.given - crew.standard) / weeks.max(1.0);
}

/// The pressure that a team is used to: one that has more hours than it is asked for feels none.
fn usual(crew: &Crew) -> f64 {
    crew.usual_pressure.max(1.0)
}

/// Pressure of a team as its people feel it, relative to the usual.
pub fn relative(team: &Team) -> f64 {
    felt(team.pressure, &team.crew) / usual(&team.crew)
}

/// Pressure as the people of a team feel it: as usual, as far as a difference is tolerated.
pub fn felt(pressure: f64, crew: &Crew) -> f64 {
    beyond_tolerated(pressure / usual(crew)) * usual(crew)
}

/// Pressure relative to the usual, as far as it is not tolerated.
fn beyond_tolerated(relative: f64) -> f64 {
    let (low, high) = (1.0 - TOLERATED, 1.0 + TOLERATED);
    if relative > high {
        relative / high
    } else if relative < low {
        relative / low
    } else {
        1.0
    }
}

/// Share of working time lost to sickness.
pub fn sickness(now: Now<'_>, crew: &Crew) -> f64 {
    let more = (crew.strain - crew.usual_strain) * now.settings.link(Link::STRAIN_SICKNESS);
    (now.inputs.params.professional.sickness * (1.0 + more)).clamp(0.0, 0.9)
}

/// How strain multiplies the rate of leaving of a professional.
pub fn leaving(now: Now<'_>, crew: &Crew, job: &Professional) -> f64 {
    let more = (job.strain - crew.usual_strain) * now.settings.link(Link::STRAIN_LEAVING);
    libm::exp(now.inputs.params.professional.strain_leaving * more)
}

/// The most by which it can.
pub fn most_leaving(p: &Params) -> f64 {
    libm::exp(p.strain_leaving * (p.strain_pressure * (MOST_PRESSURE - 1.0) + p.strain_heavy))
}
