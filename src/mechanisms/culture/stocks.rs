//! The four stocks and how they move each other.

use crate::district::{District, Now, Team};
use crate::links::Link;
use crate::mechanisms::culture::rows::Params;
use crate::mechanisms::position::interest;
use crate::mechanisms::practice::change;
use crate::mechanisms::professional::strain;
use crate::units::WEEKS_PER_YEAR;

/// How much each stock counts: professional, routine, organisation, norm. Any that is near nothing blocks the others
/// (assumption: the nearer to the work, the more).
const WEIGHTS: [f64; 4] = [0.4, 0.3, 0.2, 0.1];

/// What an organisation makes of its teams' routines, beside what it sees of their effects, for which a constant
/// stands.
const SEES_ROUTINES: f64 = 0.5;

/// A year of one week.
const WEEK: f64 = 1.0 / WEEKS_PER_YEAR as f64;

/// The four stocks, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stocks {
    /// Orientation of professionals to *zorgen dat*.
    pub professional: f64,
    /// Routine of the team.
    pub routine: f64,
    /// Organisation and municipality.
    pub organisation: f64,
    /// Norms of residents.
    pub norm: f64,
}

impl Stocks {
    /// Those of the base.
    pub const fn base(p: &Params) -> Self {
        Self { professional: p.professional, routine: p.routine, organisation: p.organisation, norm: p.norm }
    }

    /// How far they let a new way of working be practised.
    pub fn ready(self, norms: f64) -> f64 {
        let [professional, routine, organisation, norm] = WEIGHTS;
        libm::pow(self.professional.clamp(0.0, 1.0), professional)
            * libm::pow(self.routine.clamp(0.0, 1.0), routine)
            * libm::pow(self.organisation.clamp(0.0, 1.0), organisation)
            * libm::pow(self.norm.clamp(0.0, 1.0), norm * norms)
    }
}

/// The week of culture: nothing moves in the burn-in, where the base is as it has been for years.
pub fn follow(now: Now<'_>, d: &mut District) {
    let norms = now.settings.link(Link::NORM_PRACTICE);
    if now.week.0 >= 0 {
        let (mut mean, mut routine) = (0.0, 0.0);
        for team in 0..d.teams.len() {
            let share = now.settings.team.share_of(team);
            mean += share * follow_team(now, d, team, norms);
            routine += share * d.teams[team].crew.routine;
        }
        follow_district(now, d, mean, routine);
    }
    let ready = of_district(now, d).ready(norms);
    let base = Stocks::base(&now.inputs.params.culture).ready(norms);
    let room: f64 = (0..d.teams.len()).map(|team| room(now, d, team) * now.settings.team.share_of(team)).sum();
    let culture = &mut d.rooms.culture;
    (culture.ready, culture.practised) = (ready, room * ready);
    culture.half_way = ready >= f64::midpoint(base, 1.0);
    if now.week.0 >= 0 && (culture.weeks_before == now.week.0 as u32) && !culture.half_way {
        culture.weeks_before += 1;
    }
}

/// The week of a team's people and its routine. Returns the mean change of its people.
fn follow_team(now: Now<'_>, d: &mut District, team: usize, norms: f64) -> f64 {
    let p = &now.inputs.params.culture;
    let practised = room(now, d, team) * of_team(now, d, team).ready(norms);
    let pressed = (strain::relative(&d.teams[team]) - 1.0).max(0.0) * now.settings.link(Link::PRESSURE_ORIENTATION);
    let learnt = p.practice_rate * practised * now.settings.link(Link::PRACTICE_ORIENTATION);
    let pull = p.routine_rate * now.settings.link(Link::ROUTINE_ORIENTATION);
    let rules =
        now.inputs.params.politics.turns * now.settings.politics.lost * now.settings.link(Link::RULES_ORIENTATION);
    let back = p.pressure_rate * pressed + rules;
    let crew_routine = d.teams[team].crew.routine;
    for job in d.teams[team].jobs.iter_mut().filter(|job| job.employed) {
        let is = (p.professional + job.orientation).clamp(0.0, 1.0);
        let a_year =
            learnt * (1.0 - is) + pull * (crew_routine - job.orientation) - back * is + interest::pull(now, is);
        job.orientation += a_year * WEEK;
    }
    let mean = mean_of(&d.teams[team]);
    let crew = &mut d.teams[team].crew;
    let follows = now.settings.link(Link::ORIENTATION_ROUTINE);
    crew.routine += (mean * follows - crew.routine) * WEEK / years(p)[0];
    mean
}

/// The week of organisation and norms, which follow all teams.
fn follow_district(now: Now<'_>, d: &mut District, mean: f64, routine: f64) {
    let [_, of_organisation, of_norm] = years(&now.inputs.params.culture);
    let of_organisation = of_organisation * interest::slower(now);
    let culture = &mut d.rooms.culture;
    culture.organisation += (SEES_ROUTINES * routine - culture.organisation) * WEEK / of_organisation;
    culture.norm += (mean - culture.norm) * WEEK / of_norm;
}

/// Years in which routine, organisation and norms follow: none faster than the one before.
fn years(p: &Params) -> [f64; 3] {
    let routine = p.routine_years.max(0.1);
    let organisation = p.organisation_years.max(routine);
    [routine, organisation, p.norm_years.max(organisation)]
}

/// Mean change of the orientation of who works in a team.
fn mean_of(team: &Team) -> f64 {
    team.mean(|job| job.orientation).unwrap_or(0.0)
}

/// Orientation that somebody hired has beside that of the base: as people come, unless that link is cut.
pub fn of_entrant(now: Now<'_>, team: &Team) -> f64 {
    mean_of(team) * (1.0 - now.settings.link(Link::TURNOVER_ORIENTATION))
}

/// The stocks of a team's work.
pub fn of_team(now: Now<'_>, d: &District, team: usize) -> Stocks {
    let p = &now.inputs.params.culture;
    let (team, culture) = (&d.teams[team], &d.rooms.culture);
    Stocks {
        professional: p.professional + mean_of(team),
        routine: p.routine + team.crew.routine,
        organisation: p.organisation + culture.organisation,
        norm: p.norm + culture.norm,
    }
}

/// The stocks of all teams together, by their FTE.
pub fn of_district(now: Now<'_>, d: &District) -> Stocks {
    let mut all = Stocks { professional: 0.0, routine: 0.0, organisation: 0.0, norm: 0.0 };
    for team in 0..d.teams.len() {
        let (share, of_team) = (now.settings.team.share_of(team), of_team(now, d, team));
        all.professional += of_team.professional * share;
        all.routine += of_team.routine * share;
        all.organisation += of_team.organisation * share;
        all.norm += of_team.norm * share;
    }
    all
}

/// How much of the room that practising takes a team has: hours of training, of learning, and with a coach.
pub fn room(now: Now<'_>, d: &District, team: usize) -> f64 {
    let s = now.settings;
    let p = &now.inputs.params.culture;
    let fte = d.team_fte(s, team);
    if fte <= 0.0 {
        return 0.0;
    }
    let learnt = change::learning_minutes(now, d, team).hours() / fte * f64::from(WEEKS_PER_YEAR);
    let coached = s.culture.coaching_fte * now.inputs.params.team.hours_fte * p.coach_reach / s.team.fte.max(1e-9);
    ((learnt + s.culture.learning_hours + coached) / p.full_room.max(1e-3)).min(1.0)
}
