//! One labour market: all teams of a region look for people in it, beside the other employers of care and welfare.

use crate::district::{District, Now, Round};
use crate::links::Link;
use crate::units::WEEKS_PER_YEAR;

/// FTE are added up over districts in whole millionths, so that their order never matters.
const MILLION: f64 = 1e6;

/// How much longer than usual vacancies of a region stay open in this week: the more of them there are, the fewer
/// applicants each of them has.
pub fn follow(round: &mut Round<'_>) {
    let (mut planned, mut vacant) = (0_i64, 0_i64);
    for (now, d) in round.nows.iter().zip(round.districts.iter()) {
        for team in 0..d.teams.len() {
            let fte = now.settings.team.fte_of(team);
            planned += (fte * MILLION) as i64;
            vacant += ((fte - d.team_fte(now.settings, team)).max(0.0) * MILLION) as i64;
        }
        // Providers that grow look for the same people.
        vacant += (d.rooms.contracting.hiring * MILLION) as i64;
    }
    let share = if planned > 0 { vacant as f64 / planned as f64 } else { 0.0 };
    for (now, d) in round.nows.iter().zip(round.districts.iter_mut()) {
        d.rooms.professional.tightness = tightness(*now, share);
    }
}

/// How much longer than usual a vacancy stays open where a share of the teams' FTE is vacant.
pub fn tightness(now: Now<'_>, vacant: f64) -> f64 {
    let p = &now.inputs.params.professional;
    let usual = usual_vacancies(now);
    let relative = if usual > 0.0 { vacant / usual } else { 1.0 };
    let own = p.own_share * now.settings.link(Link::VACANCIES_HIRING);
    (1.0 + own * (relative - 1.0)) / p.pool.max(1e-3)
}

/// Share of FTE that is vacant where people leave as usual and vacancies stay open as long as usual.
fn usual_vacancies(now: Now<'_>) -> f64 {
    let p = &now.inputs.params;
    let left = p.professional.usual_turnover / f64::from(WEEKS_PER_YEAR) * p.team.vacancy_weeks;
    left / (1.0 + left)
}

/// Mean weeks until a vacancy is filled now.
pub fn vacancy_weeks(now: Now<'_>, d: &District) -> f64 {
    now.inputs.params.team.vacancy_weeks * d.rooms.professional.tightness
}
