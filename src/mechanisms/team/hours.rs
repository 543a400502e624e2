//! The wijkteam: its hours in a printed order of allotment, its places, pace and pressure, and its books (M1, M3;
//! docs/odd.md 7.7). What happens to a case stands in `cases`.
//!
//! Hours of a week go, in this order, to: cases in crisis, outreach and collective work as planned, bridging people who
//! wait for the second line, intake and inquiry, other cases. When more is asked than there is, planned work that is
//! not protected gives up a part of the shortfall first. What is still short slows the work clock of the
//! cases that lack it: a case ends when its keyed minutes of work are done on its clock.

use std::cmp::Reverse;

use crate::district::{District, Hours, Now};
use crate::entities::{Account, Severity};
use crate::language::Text;
use crate::links::Link;
use crate::mechanisms::needs::hazards;
use crate::mechanisms::team::cases;
use crate::mechanisms::team::professionals;
use crate::observation::Indicator;
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
pub static ALLOTMENT: [Text; 5] = [
    Text::fixed("cases in crisis, from outreach if need be", "mensen in crisis, zo nodig met uren van outreach"),
    Text::fixed(
        "outreach and collective work as planned; unless protected, less a part (team.crowding) of what all others \
         fall short",
        "outreach en collectief werk zoals gepland; zonder bescherming min een deel (team.crowding) van wat de rest \
         tekortkomt",
    ),
    Text::fixed("bridging people who wait for the second line", "overbrugging voor wie op de tweede lijn wacht"),
    Text::fixed("intake and inquiry", "intake en onderzoek"),
    Text::fixed("other cases", "andere mensen in begeleiding"),
];

/// Allots the hours of the week and sets places, pace, and the banks of outreach. `bridged` are the people of this
/// district who wait for the second line with a need that is moderate or worse.
pub fn allot(now: Now<'_>, d: &mut District, bridged: u32) {
    professionals::follow_plan(now, d);
    let p = &now.inputs.params;
    let s = now.settings;
    let weekly = p.team.hours_fte / f64::from(WEEKS_PER_YEAR);
    let net =
        d.team_fte(s) * (weekly * (1.0 - p.team.admin) - s.team.training_hours / f64::from(WEEKS_PER_YEAR)).max(0.0);
    let available = Effort::from_hours(net);
    // A plan for more than the team has is cut back in proportion.
    let outreach = [s.outreach.door_fte, s.outreach.place_fte, s.outreach.report_fte, s.outreach.collective_fte];
    let planned_fte = outreach.iter().sum::<f64>().min(s.team.fte);
    let whole = outreach.iter().sum::<f64>().max(s.team.fte);
    let planned = outreach.map(|f| Effort(if whole > 0.0 { (available.0 as f64 * f / whole) as i64 } else { 0 }));
    let planned_sum: i64 = planned.iter().map(|e| e.0).sum();
    let bridging_asked =
        Effort::from_hours(f64::from(bridged) * p.doors.waiting_bridging * s.link(Link::WAITING_BRIDGING));
    let [crisis, other] = [0, 1].map(|sort: usize| d.team.clocks[sort].demand);
    let asked = crisis.0 + other.0 + d.team.intake_due.0 + bridging_asked.0;
    let free = available.0 - planned_sum;
    let shortfall = (asked + d.team.waiting_demand.0 - free).max(0);
    let crowded = if s.outreach.protected {
        0
    } else {
        (shortfall as f64 * p.team.crowding * s.link(Link::PRESSURE_OUTREACH)) as i64
    };
    let given_up = crowded.max(crisis.0 - free).clamp(0, planned_sum);
    let keep = |e: Effort| {
        if planned_sum > 0 {
            Effort(e.0 - (i128::from(given_up) * i128::from(e.0) / i128::from(planned_sum)) as i64)
        } else {
            Effort(0)
        }
    };
    let kept = planned.map(keep);
    let kept_sum: i64 = kept.iter().map(|e| e.0).sum();
    // Hours that outreach gives up take cases in.
    let share_given_up = if available.0 > 0 { (planned_sum - kept_sum) as f64 / available.0 as f64 } else { 0.0 };
    let case_fte = (s.team.fte * (1.0 + share_given_up) - planned_fte).max(0.0) * p.team.case_share;
    d.team.places = libm::round(case_fte * s.team.caseload_per_fte * TWENTIETHS) as u32;
    let mut left = available.0 - kept_sum;
    let mut take = |wanted: i64| {
        let taken = wanted.min(left).max(0);
        left -= taken;
        Effort(taken)
    };
    let crisis = take(crisis.0);
    let bridging = take(bridging_asked.0);
    let intake = take(d.team.intake_due.0);
    let other = take(other.0);
    debug_assert!(left >= 0, "more hours than there are");
    // Nobody leaves hours unused because of a norm while people wait: cases beyond it fill them.
    let moderate = cases::intensity(now, Severity::Moderate).0.max(1);
    d.team.places += (i128::from(left) * TWENTIETHS as i128 / i128::from(moderate)) as u32;
    d.team.intake_room = Effort(available.0 - kept_sum - crisis.0 - bridging.0);
    d.team.intake_due -= intake;
    d.team.clocks[0].set_pace(crisis);
    d.team.clocks[1].set_pace(other);
    let ratio = (asked + d.team.waiting_demand.0 + planned_sum) as f64 / (available.0.max(1)) as f64;
    d.team.pressure += (ratio.min(MOST_PRESSURE) - d.team.pressure) / PRESSURE_WEEKS;
    bank(d, kept);
    d.team.hours = Hours {
        available,
        case: crisis + other,
        intake,
        bridging,
        door: kept[0],
        place: kept[1],
        report: kept[2],
        collective: kept[3],
        idle: Effort(left),
    };
    follow_presence(now, d);
}

/// Puts outreach hours into their banks; what has lain there too long becomes presence.
fn bank(d: &mut District, kept: [Effort; 4]) {
    let team = &mut d.team;
    for (bank, hours) in
        [(&mut team.visit_bank, kept[0]), (&mut team.place_bank, kept[1]), (&mut team.report_bank, kept[2])]
    {
        *bank += hours;
        bank.0 = bank.0.min(hours.0 * BANK_WEEKS);
    }
}

/// Visibility follows the hours of presence per resident, slowly and with less and less gain (R4).
fn follow_presence(now: Now<'_>, d: &mut District) {
    let p = &now.inputs.params;
    let hours = (d.team.hours.door + d.team.hours.place + d.team.hours.collective).hours() * f64::from(WEEKS_PER_YEAR);
    let per_resident = hours / d.planned_residents.max(1.0);
    let target = per_resident / (per_resident + p.team.visibility_half);
    if now.week.0 < 0 {
        // The team has worked like this for years before the burn-in.
        d.team.visibility = target;
        d.team.visibility_baseline = target;
        d.team.visibility_bound = target;
    } else {
        d.team.visibility +=
            p.team.visibility_rate * now.settings.link(Link::PRESENCE_VISIBILITY) * (target - d.team.visibility);
    }
    let raised = d.team.visibility > d.team.visibility_bound;
    if raised {
        // Room for some years: to enter further candidates of asking goes by everybody.
        d.team.visibility_bound = (d.team.visibility + 0.1).min(1.0);
    }
    reckon_asking(now, d);
    if raised {
        hazards::raise_visibility(now, d);
    }
}

/// What visibility makes of asking now, and at most until it is raised.
pub fn reckon_asking(now: Now<'_>, d: &mut District) {
    let factor = |over: f64| libm::exp(now.inputs.params.doors.asking_visibility * over);
    let over = d.team.visibility - d.team.visibility_baseline;
    d.team.asking_visible = factor(over * now.settings.link(Link::VISIBILITY_ASKING));
    d.team.asking_visible_bound = factor(d.team.visibility_bound - d.team.visibility_baseline);
}

/// What comes next in a week of the team. Of what happens in one minute, the first here comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    /// A case begins to wait, or has become more urgent.
    Arrival,
    /// A place comes free because everybody it was for has gone.
    GivenBack,
    /// The work of a case on one of the clocks is done: its keyed order, and the clock.
    Done(u32, usize),
}

/// Replays a week of the team by the minute: cases end as the work clocks run, and free places are filled.
pub fn replay(now: Now<'_>, d: &mut District) {
    let start = now.week.start();
    let mut arrivals = std::mem::take(&mut d.team.arrivals);
    arrivals.sort_unstable_by_key(|a| (a.joins, a.tie));
    let mut arrivals = arrivals.into_iter().peekable();
    let mut given_back = std::mem::take(&mut d.team.given_back).into_iter().peekable();
    cases::fill(Now { at: start, ..now }, d);
    loop {
        let arrival = arrivals.peek().map(|a| (a.joins, Next::Arrival));
        let given = given_back.peek().map(|&(at, _)| (at, Next::GivenBack));
        let done = (0..d.team.clocks.len()).filter_map(|clock| {
            let (minutes, finish) = d.team.clocks[clock].next_done()?;
            Some((Minute(start.0 + minutes), Next::Done(finish.tie, clock)))
        });
        let Some((at, next)) = done.chain(arrival).chain(given).min() else { break };
        // What the second line did after the team's week counts from the start of the next.
        let now = Now { at: at.max(start), ..now };
        match next {
            Next::Arrival => d.team.line.extend(arrivals.next()),
            Next::GivenBack => d.team.taken -= given_back.next().map_or(0, |(_, weight)| weight),
            Next::Done(_, clock) => {
                let Some(Reverse(finish)) = d.team.clocks[clock].finish.pop() else { break };
                let current = d.cases.is_current(finish.case, finish.generation);
                // Where work was added, the earlier end is stale.
                if current && d.cases[finish.case].done == finish.clock {
                    cases::close(now, d, finish.case);
                }
            }
        }
        cases::fill(now, d);
    }
    for clock in &mut d.team.clocks {
        clock.reading = clock.after(MINUTES_PER_WEEK);
    }
}

/// Own contributions of the week: a month is 52/12 weeks. Thirteen client-weeks are three months; what is left of them
/// waits for the next week, so that an amount never is rounded and twice the contribution is twice the account.
fn contribution(cents_per_month: i64, d: &mut District) -> Money {
    d.contribution_weeks += d.wmo_now;
    let quarters = d.contribution_weeks / 13;
    d.contribution_weeks -= quarters * 13;
    Money::from_cents(cents_per_month * 3 * quarters)
}

/// The week's books of the team: hours by activity, and what the team costs.
pub fn account(now: Now<'_>, d: &mut District) {
    let p = &now.inputs.params;
    let hours = d.team.hours;
    debug_assert_eq!(hours.sum(), hours.available, "hours must add up");
    let fte = d.team_fte(now.settings);
    let paid = Effort::from_hours(fte * p.team.hours_fte / f64::from(WEEKS_PER_YEAR));
    let money = Money::of_effort(now.inputs.budget.team_cents_per_hour, paid);
    d.pay(Account::Welfare, Account::Employers, money);
    let contribution = contribution(now.settings.second_line.contribution_cents as i64, d);
    d.pay(Account::Household, Account::Wmo, contribution);
    let counts = &mut d.counts;
    counts.add(Indicator::EUROS_FIRST_LINE, money.0);
    counts.add(Indicator::HOURS_FIRST_LINE, hours.available.0);
    counts.add(Indicator::HOURS_CASE, hours.case.0);
    counts.add(Indicator::HOURS_INTAKE, hours.intake.0);
    counts.add(Indicator::HOURS_BRIDGING, hours.bridging.0);
    let team = &mut d.team;
    let [door, place, report] =
        [&mut team.used_door, &mut team.used_place, &mut team.used_report].map(|used| std::mem::take(used).0);
    counts.add(Indicator::HOURS_DOOR, door);
    counts.add(Indicator::HOURS_PLACE, place);
    counts.add(Indicator::HOURS_REPORT, report);
    // Outreach that had been put by is used in other weeks than planned: over a week this may be negative.
    let planned = hours.door.0 + hours.place.0 + hours.report.0;
    counts.add(Indicator::HOURS_UNUSED, hours.idle.0 + planned - door - place - report);
    counts.add(Indicator::HOURS_COLLECTIVE, hours.collective.0);
    counts.ratio(Indicator::TEAM_PRESSURE, (d.team.pressure * 1e6) as i64, 1_000_000);
    counts.ratio(Indicator::VISIBILITY, (d.team.visibility * 1e6) as i64, 1_000_000);
    counts.level(Indicator::TEAM_FTE.place(), (fte * 1e6) as i64, 1_000_000);
    counts.level(Indicator::TEAM_OPEN.place(), i64::from(d.team.open), 1);
    counts.level(Indicator::TEAM_WAITING.place(), i64::from(d.team.waiting), 1);
}
