//! The wijkteam: its hours in a printed order of allotment, its places, pace and pressure, and its books (M1, M3;
//! docs/odd.md 7.7). What happens to a case stands in `cases`.
//!
//! Hours of a week go, in this order, to: cases in crisis, outreach and collective work as planned, bridging people who
//! wait for the second line, intake and inquiry, coordination with others in the same households, other cases. When
//! more is asked than there is, planned work that is not protected gives up a part of the shortfall first. What is
//! still short slows the work clock of the cases that lack it: a case ends when its keyed minutes of work are done on
//! its clock.

use std::cmp::Reverse;
use std::iter::Peekable;
use std::vec::IntoIter;

use crate::district::{District, Hours, Now, Presence, Team, WaitingCase};
use crate::entities::{Account, Form, Severity};
use crate::language::Text;
use crate::links::Link;
use crate::mechanisms::coordination::hours as coordination;
use crate::mechanisms::experts::uptake;
use crate::mechanisms::monitoring::learning;
use crate::mechanisms::needs::hazards;
use crate::mechanisms::practice::change;
use crate::mechanisms::professional::seniority;
use crate::mechanisms::team::cases;
use crate::mechanisms::team::professionals;
use crate::mechanisms::work_income::handling;
use crate::observation::{Indicator, catalogue};
use crate::units::{Effort, MINUTES_PER_WEEK, Minute, Money, WEEKS_PER_YEAR};

/// Places are counted in twentieths.
const TWENTIETHS: f64 = 20.0;

/// Banked outreach hours are kept for this many weeks; what is not used by then is presence.
const BANK_WEEKS: i64 = 4;

/// Pressure follows the week's with a delay of so many weeks (assumption, 4 to 13: a team does not refer otherwise for
/// one bad week), and counts no week as worse than so many times its hours (assumption, 3 to 10).
const PRESSURE_WEEKS: f64 = 8.0;
const MOST_PRESSURE: f64 = 5.0;

/// The hours of a week, in the order in which they are allotted. `kantel explain` prints it.
pub static ALLOTMENT: [Text; 8] = [
    Text::fixed("cases in crisis, from outreach if need be", "mensen in crisis, zo nodig met uren van outreach"),
    Text::fixed(
        "outreach and collective work as planned; unless protected, less a part (team.crowding) of what all others \
         fall short",
        "outreach en collectief werk zoals gepland; zonder bescherming min een deel (team.crowding) van wat de rest \
         tekortkomt",
    ),
    Text::fixed(
        "hours kept free for learning (practice.room_hours); unless protected they give up theirs before outreach does",
        "uren die vrij zijn om te leren (practice.room_hours); zonder bescherming gaan die er nog voor outreach af",
    ),
    Text::fixed(
        "debts and work, where they are in the remit and hours are planned for them (debt.team_fte)",
        "schulden en werk, als die tot de taak horen en er uren voor gepland zijn (debt.team_fte)",
    ),
    Text::fixed("bridging people who wait for the second line", "overbrugging voor wie op de tweede lijn wacht"),
    Text::fixed("intake and inquiry", "intake en onderzoek"),
    Text::fixed(
        "coordination in households, where it is planned (coordination.plan)",
        "afstemming in huishoudens, als die gepland is (coordination.plan)",
    ),
    Text::fixed("other cases", "andere mensen in begeleiding"),
];

/// Allots the hours of the week in every team and sets places, pace, and the banks of outreach. `bridged` are the
/// people of this district who wait for the second line with a need that is moderate or worse.
pub fn allot(now: Now<'_>, d: &mut District, bridged: u32) {
    let asked = Effort::from_hours(
        f64::from(bridged) * now.inputs.params.doors.waiting_bridging * now.settings.link(Link::WAITING_BRIDGING),
    );
    let mut bridging_left = asked;
    let mut kept = [Effort(0); 4];
    for team in (0..d.teams.len()).rev() {
        professionals::follow_plan(now, d, team);
        // The first team bridges whoever is left when shares are rounded.
        let share = if team == 0 { bridging_left } else { part(asked, now.settings.team.share_of(team)) };
        bridging_left -= share;
        let of_team = allot_team(now, d, team, share);
        for (all, hours) in kept.iter_mut().zip(of_team) {
            *all += hours;
        }
    }
    bank(&mut d.presence, kept);
    follow_presence(now, d);
}

/// A share of some effort, in whole minutes.
fn part(effort: Effort, share: f64) -> Effort {
    Effort((effort.0 as f64 * share) as i64)
}

/// Minutes that the work of a team asks of its people in a week.
struct Asks {
    /// Open cases in crisis, at what a case gets this week.
    crisis: i64,
    /// Other open cases.
    other: i64,
    /// Cases that wait.
    waiting: i64,
    /// Intake and inquiry that are due.
    intake: i64,
    /// Coordination with others in the same households.
    coordination: i64,
    /// Debts and work in the remit, as far as hours are planned for them.
    debts: i64,
    /// All cases, open or waiting, by the standard of hours: what pressure is reckoned with.
    standard: i64,
}

impl Asks {
    fn of(team: &Team, coordination: Effort, debts: Effort) -> Self {
        let demand = [team.clocks[0].demand, team.clocks[1].demand, team.waiting_demand];
        let crew = &team.crew;
        let [crisis, other, waiting] = demand.map(|work| crew.minutes_for(work, crew.given));
        let standard = demand.map(|work| crew.minutes_for(work, crew.standard)).iter().sum();
        let intake = crew.minutes_for(team.intake_due, 1.0);
        Self { crisis, other, waiting, intake, coordination: coordination.0, debts: debts.0, standard }
    }

    /// What there is to do for who has been taken in, or is about to be.
    const fn of_open(&self) -> i64 {
        self.crisis + self.other + self.beside_cases()
    }

    /// The same beside cases.
    const fn beside_cases(&self) -> i64 {
        self.intake + self.coordination + self.debts
    }
}

/// Hours of a team in a week, without administration, sickness and what is set apart before anything is planned.
fn hours_there(now: Now<'_>, d: &mut District, team: usize) -> Effort {
    let (p, s) = (&now.inputs.params.team, now.settings);
    let weekly = p.hours_fte / f64::from(WEEKS_PER_YEAR);
    let apart = s.team.training_hours + s.professional.intervision_hours + s.culture.learning_hours;
    let apart = (apart + uptake::guidance_hours(now, d, team)) / f64::from(WEEKS_PER_YEAR);
    let fte = d.team_fte(s, team) * d.teams[team].crew.present;
    let for_work = weekly * (1.0 - p.admin);
    d.teams[team].administration = Effort::from_hours(fte * weekly * p.admin);
    d.teams[team].training = Effort::from_hours(fte * apart.min(for_work));
    Effort::from_hours(fte * (for_work - apart).max(0.0))
}

/// Allots the hours of a team. Returns those for going out and collective work: visits, places, reports, collective.
fn allot_team(now: Now<'_>, d: &mut District, team: usize, bridging_asked: Effort) -> [Effort; 4] {
    let p = &now.inputs.params;
    let s = now.settings;
    let available = hours_there(now, d, team);
    // Every team goes out for its share of the plan. A plan for more than there is is cut back in proportion.
    let outreach = outreach_of(now, d, team);
    let planned_fte = outreach.iter().sum::<f64>().min(s.team.fte) * s.team.share_of(team);
    let whole = outreach.iter().sum::<f64>().max(s.team.fte);
    let planned = outreach.map(|f| Effort(if whole > 0.0 { (available.0 as f64 * f / whole) as i64 } else { 0 }));
    let planned_sum: i64 = planned.iter().map(|e| e.0).sum();
    let room = change::planned_room(now, d, team, Effort((available.0 - planned_sum).max(0)));
    let debts = handling::spend(now, d, team, available);
    let asks = Asks::of(&d.teams[team], coordination::asked(now, d, team), debts);
    let state = &mut d.teams[team];
    let crew = state.crew.clone();
    let asked = asks.of_open() + bridging_asked.0;
    let learning = change::kept_room(now, room, asked + asks.waiting - (available.0 - planned_sum - room.0));
    let free = available.0 - planned_sum - learning.0;
    let shortfall = (asked + asks.waiting - free).max(0);
    let given_up = crowded(now, shortfall).max(asks.crisis - free).clamp(0, planned_sum);
    let kept = give_up(planned, given_up);
    let kept_sum: i64 = kept.iter().map(|e| e.0).sum();
    // Hours that outreach gives up take cases in.
    let share_given_up = if available.0 > 0 { (planned_sum - kept_sum) as f64 / available.0 as f64 } else { 0.0 };
    let apart = learning + debts;
    let at_apart = if available.0 > 0 { apart.0 as f64 / available.0 as f64 } else { 0.0 };
    let of_others = s.team.fte_of(team) * (1.0 + share_given_up - at_apart) - planned_fte;
    let case_fte = of_others.max(0.0) * p.team.case_share;
    state.places = libm::round(case_fte * s.team.caseload_of(team) * TWENTIETHS) as u32;
    let mut left = available.0 - kept_sum - learning.0;
    let mut take = |wanted: i64| {
        let taken = wanted.min(left).max(0);
        left -= taken;
        Effort(taken)
    };
    let crisis_hours = take(asks.crisis);
    let debts = take(asks.debts);
    let bridging = take(bridging_asked.0);
    let intake = take(asks.intake);
    let coordination = take(asks.coordination);
    let other_hours = take(asks.other);
    debug_assert!(left >= 0, "more hours than there are");
    // Nobody leaves hours unused because of a norm while people wait: cases beyond it fill them.
    let moderate = cases::intensity(now, Severity::Moderate).0.max(1);
    state.places += (i128::from(left) * TWENTIETHS as i128 / i128::from(moderate)) as u32;
    state.intake_room =
        crew.work_in(Effort(available.0 - kept_sum - learning.0 - crisis_hours.0 - debts.0 - bridging.0));
    state.intake_due -= crew.work_in(intake).min(state.intake_due);
    state.clocks[0].set_pace(crisis_hours, asks.crisis);
    state.clocks[1].set_pace(other_hours, asks.other);
    let by_standard = asks.standard + asks.beside_cases() + bridging_asked.0 + planned_sum + room.0;
    let ratio = by_standard as f64 / available.0.max(1) as f64;
    state.pressure += (ratio.min(MOST_PRESSURE) - state.pressure) / PRESSURE_WEEKS;
    let [door, place, report, collective] = kept;
    state.hours = Hours {
        available,
        case: crisis_hours + other_hours,
        intake: intake + debts,
        bridging,
        door,
        place,
        report,
        collective,
        coordination,
        learning,
        idle: Effort(left),
    };
    coordination::had(d, team, Effort(asks.coordination), coordination);
    handling::stays_due(d, team, Effort(asks.debts - debts.0));
    kept
}

/// Minutes of planned outreach that a shortfall takes, unless it is protected.
fn crowded(now: Now<'_>, shortfall: i64) -> i64 {
    let (crowding, link) = (now.inputs.params.team.crowding, now.settings.link(Link::PRESSURE_OUTREACH));
    if now.settings.outreach.protected { 0 } else { (shortfall as f64 * crowding * link) as i64 }
}

/// FTE of all teams that a team has its share of: visits, places, reports, collective. A desk follows up reports and
/// signals, a duty in law, and goes to nobody.
fn outreach_of(now: Now<'_>, d: &District, team: usize) -> [f64; 4] {
    let planned = learning::planned(now, d);
    if d.teams[team].form == Form::Desk { [0.0, 0.0, planned[2], 0.0] } else { planned }
}

/// What is left of planned outreach that gives up some minutes: acting on reports and signals is a duty in law, so that
/// visits, work where people are and collective work give up theirs first, each its share.
fn give_up(planned: [Effort; 4], minutes: i64) -> [Effort; 4] {
    let [door, place, report, collective] = planned;
    let free = door.0 + place.0 + collective.0;
    let first = minutes.min(free);
    let keep = |e: Effort| {
        if free > 0 { Effort(e.0 - (i128::from(first) * i128::from(e.0) / i128::from(free)) as i64) } else { e }
    };
    [keep(door), keep(place), Effort((report.0 - (minutes - first)).max(0)), keep(collective)]
}

/// Puts outreach hours into their banks; what has lain there too long becomes presence.
fn bank(presence: &mut Presence, kept: [Effort; 4]) {
    for (bank, hours) in
        [(&mut presence.visit_bank, kept[0]), (&mut presence.place_bank, kept[1]), (&mut presence.report_bank, kept[2])]
    {
        *bank += hours;
        bank.0 = bank.0.min(hours.0 * BANK_WEEKS);
    }
}

/// The hours of all teams in the week.
fn hours_of_all(d: &District) -> Hours {
    let mut all = Hours::default();
    for team in &d.teams {
        all += team.hours;
    }
    all
}

/// Visibility follows the hours of presence per resident, slowly and with less and less gain (R4).
fn follow_presence(now: Now<'_>, d: &mut District) {
    let p = &now.inputs.params;
    let hours = hours_of_all(d);
    let hours = (hours.door + hours.place + hours.collective).hours() * f64::from(WEEKS_PER_YEAR);
    let per_resident = hours / d.planned_residents.max(1.0);
    let target = per_resident / (per_resident + p.team.visibility_half);
    if now.week.0 < 0 {
        // The team has worked like this for years before the burn-in.
        d.presence.visibility = target;
        d.presence.visibility_baseline = target;
        d.presence.visibility_bound = target;
    } else {
        d.presence.visibility +=
            p.team.visibility_rate * now.settings.link(Link::PRESENCE_VISIBILITY) * (target - d.presence.visibility);
    }
    let raised = d.presence.visibility > d.presence.visibility_bound;
    if raised {
        // Room for some years: to enter further candidates of asking goes by everybody.
        d.presence.visibility_bound = (d.presence.visibility + 0.1).min(1.0);
    }
    reckon_asking(now, d);
    if raised {
        hazards::raise_visibility(now, d);
    }
}

/// What visibility makes of asking now, and at most until it is raised.
pub fn reckon_asking(now: Now<'_>, d: &mut District) {
    let factor = |over: f64| libm::exp(now.inputs.params.doors.asking_visibility * over);
    let over = d.presence.visibility - d.presence.visibility_baseline;
    d.presence.asking_visible = factor(over * now.settings.link(Link::VISIBILITY_ASKING));
    d.presence.asking_visible_bound = factor(d.presence.visibility_bound - d.presence.visibility_baseline);
}

/// What comes next in a week of a team. Of what happens in one minute, the first here comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    /// A case begins to wait, or has become more urgent.
    Arrival,
    /// A place comes free because everybody it was for has gone.
    GivenBack,
    /// The work of a case on one of the clocks is done: its keyed order, and the clock.
    Done(u32, usize),
}

/// A week of a team under way: who begins to wait, and places that come back, by the minute.
struct Week {
    arrivals: Peekable<IntoIter<WaitingCase>>,
    given_back: Peekable<IntoIter<(Minute, u32)>>,
}

impl Week {
    /// That of a team, whose lists are empty from now on.
    fn of(team: &mut Team) -> Self {
        let mut arrivals = std::mem::take(&mut team.arrivals);
        arrivals.sort_unstable_by_key(|a| (a.joins, a.tie));
        Self {
            arrivals: arrivals.into_iter().peekable(),
            given_back: std::mem::take(&mut team.given_back).into_iter().peekable(),
        }
    }

    /// What comes next, and when.
    fn next(&mut self, team: &Team, start: Minute) -> Option<(Minute, Next)> {
        let arrival = self.arrivals.peek().map(|a| (a.joins, Next::Arrival));
        let given = self.given_back.peek().map(|&(at, _)| (at, Next::GivenBack));
        let done = (0..team.clocks.len()).filter_map(|clock| {
            let (minutes, finish) = team.clocks[clock].next_done()?;
            Some((Minute(start.0 + minutes), Next::Done(finish.tie, clock)))
        });
        done.chain(arrival).chain(given).min()
    }
}

/// Replays a week of the teams by the minute: cases end as the work clocks run, and free places are filled. Of what
/// happens in one minute in several teams, the first in their order comes first.
pub fn replay(now: Now<'_>, d: &mut District) {
    let start = now.week.start();
    let mut weeks: Vec<Week> = d.teams.iter_mut().map(Week::of).collect();
    for team in 0..weeks.len() {
        cases::fill(Now { at: start, ..now }, d, team);
    }
    loop {
        let next = weeks.iter_mut().zip(&d.teams).enumerate();
        let next = next.filter_map(|(i, (week, team))| week.next(team, start).map(|(at, next)| (at, next, i)));
        let Some((at, next, team)) = next.min() else { break };
        // What the second line did after the team's week counts from the start of the next.
        let now = Now { at: at.max(start), ..now };
        match next {
            Next::Arrival => d.teams[team].line.extend(weeks[team].arrivals.next()),
            Next::GivenBack => d.teams[team].taken -= weeks[team].given_back.next().map_or(0, |(_, weight)| weight),
            Next::Done(_, clock) => {
                let Some(Reverse(finish)) = d.teams[team].clocks[clock].finish.pop() else { break };
                let current = d.cases.is_current(finish.case, finish.generation);
                // Where work was added, the earlier end is stale.
                if current && d.cases[finish.case].done == finish.clock {
                    cases::close(now, d, finish.case);
                }
            }
        }
        cases::fill(now, d, team);
    }
    for clock in d.teams.iter_mut().flat_map(|team| &mut team.clocks) {
        clock.reading = clock.after(MINUTES_PER_WEEK);
    }
}

/// The week's books of the teams: hours by activity, and what they cost.
pub fn account(now: Now<'_>, d: &mut District) {
    let p = &now.inputs.params;
    let mut fte = 0.0;
    let mut cost = Money(0);
    for team in 0..d.teams.len() {
        let Team { hours, pressure, open, waiting, .. } = d.teams[team];
        debug_assert_eq!(hours.sum(), hours.available, "hours must add up");
        let own = d.team_fte(now.settings, team);
        let paid = Effort::from_hours(own * p.team.hours_fte / f64::from(WEEKS_PER_YEAR));
        let paid = Effort(paid.0 - part(paid, uptake::discount(now, d, team)).0);
        cost += Money::of_effort(now.inputs.budget.team_cents_per_hour, paid);
        cost += seniority::more(now, d, team, paid);
        fte += own;
        let weight = now.settings.team.share_of(team) * 1e6;
        d.counts.ratio(Indicator::TEAM_PRESSURE, (pressure * weight) as i64, weight as i64);
        let counts = &mut d.counts;
        counts.level(catalogue::of_team(catalogue::TEAM_FTE, team), (own * 1e6) as i64, 1_000_000);
        counts.level(catalogue::of_team(catalogue::TEAM_OPEN, team), i64::from(open), 1);
        counts.level(catalogue::of_team(catalogue::TEAM_WAITING, team), i64::from(waiting), 1);
        counts.add_at(catalogue::of_team(catalogue::TEAM_HOURS, team), hours.available.0);
    }
    let hours = hours_of_all(d);
    d.pay(Account::Welfare, Account::Employers, cost);
    let counts = &mut d.counts;
    counts.add(Indicator::EUROS_FIRST_LINE, cost.0);
    counts.add(Indicator::HOURS_FIRST_LINE, hours.available.0);
    counts.add(Indicator::HOURS_CASE, hours.case.0);
    counts.add(Indicator::HOURS_INTAKE, hours.intake.0);
    counts.add(Indicator::HOURS_BRIDGING, hours.bridging.0);
    let presence = &mut d.presence;
    let [door, place, report] = [&mut presence.used_door, &mut presence.used_place, &mut presence.used_report]
        .map(|used| std::mem::take(used).0);
    counts.add(Indicator::HOURS_DOOR, door);
    counts.add(Indicator::HOURS_PLACE, place);
    counts.add(Indicator::HOURS_REPORT, report);
    // Outreach that had been put by is used in other weeks than planned: over a week this may be negative.
    let planned = hours.door.0 + hours.place.0 + hours.report.0;
    counts.add(Indicator::HOURS_UNUSED, hours.idle.0 + planned - door - place - report);
    counts.add(Indicator::HOURS_COLLECTIVE, hours.collective.0);
    counts.ratio(Indicator::VISIBILITY, (d.presence.visibility * 1e6) as i64, 1_000_000);
    counts.level(Indicator::TEAM_FTE.place(), (fte * 1e6) as i64, 1_000_000);
    counts.level(Indicator::TEAM_OPEN.place(), d.teams.iter().map(|team| i64::from(team.open)).sum(), 1);
    counts.level(Indicator::TEAM_WAITING.place(), d.teams.iter().map(|team| i64::from(team.waiting)).sum(), 1);
}
