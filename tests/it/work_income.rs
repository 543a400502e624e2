//! Work and income in the remit, by hand and as a whole: talks and their terms, hours, arrangements, benefits, what a
//! team that enforces sees and what is kept from it, and what unhelped basics do to the length of help.

use kantel::calendar::{Entry, Occasion};
use kantel::district::{District, Now, Rate, Reading, Team};
use kantel::entities::{Account, CaseState, Domain, Entitlement, Frame, Helper, Product, Severity};
use kantel::ids::{EntitlementId, EpisodeId, ResidentId};
use kantel::initialization::Tenure;
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::doors::referrals;
use kantel::mechanisms::evictions::{Stage, road, steps as evictions};
use kantel::mechanisms::needs::{natural, rates};
use kantel::mechanisms::reciprocity::{Promise, Regime, Rule, promise, who};
use kantel::mechanisms::team::{cases, hours as team};
use kantel::mechanisms::work_income::{benefits, breaches, disclosure, handling, length, stops as stop, talks};
use kantel::observation::{Indicator, catalogue};
use kantel::plan::Scenario;
use kantel::settings::Settings;
use kantel::simulation::Simulation;
use kantel::units::{Effort, Minute, Week};

use crate::by_hand::{FOUNDED, count, later, only_needs, sum, with_room};
use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// Five hours for a need, nobody drops out, every arrangement takes effect, and nothing is referred.
const USUAL: [(&str, f64); 8] = [
    ("remit.case_hours", 5.0),
    ("remit.dropout", 0.0),
    ("remit.arranged_weeks", 26.0),
    ("eviction.arranged", 1.0),
    ("referral.base", -20.0),
    ("basics.stops", 0.0),
    ("debt.talk_weeks", 2.5),
    ("gate.spread", 0.0),
];

/// A district with an open team and so many settings changed; an adult without any other need who rents, and who has
/// debts since now.
fn indebted(parameters: &[(&str, f64)], settings: impl Fn(&mut Settings)) -> (Still, EpisodeId) {
    let all: Vec<(&str, f64)> = USUAL.iter().chain(parameters).copied().collect();
    let mut still = with_room(&all);
    settings(&mut still.settings);
    let (now, d) = still.in_week(FOUNDED);
    let e = begins(now, d, Domain::Debt, Severity::Moderate);
    (still, e)
}

/// A need begins for somebody without any in a rented home.
fn begins(now: Now<'_>, d: &mut District, domain: Domain, severity: Severity) -> EpisodeId {
    let free = |r: &ResidentId| {
        let h = d.household_of(*r);
        d.residents[*r].is_adult()
            && d.reference_of(h) == *r
            && d.households[h].tenure == Tenure::SocialRent as u8
            && d.members(h).all(|m| d.episodes_of(m).next().is_none() && d.entitlements_of(m).next().is_none())
            && d.cases_of(h).next().is_none()
    };
    let r = residents(d).find(free).expect("somebody without a need");
    let e = begins_for(now, d, r, domain);
    d.change_episode(e, |episode| episode.severity = severity);
    e
}

/// A need of a domain begins for somebody.
fn begins_for(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain) -> EpisodeId {
    natural::begin(now, d, r, domain, 9);
    d.episodes_of(r).find(|e| d.episodes[*e].domain == domain).expect("a need")
}

fn in_remit(s: &mut Settings) {
    s.work_income.income = true;
}

/// When an entry of an occasion about a slot is due, if there is one within two years.
fn entry_of(d: &District, what: Occasion, slot: u32) -> Option<Entry> {
    let mut calendar = d.calendar.clone();
    for week in 0..104 {
        calendar.open(Week(FOUNDED + week));
        while let Some(entry) = calendar.pop() {
            if entry.what == what && entry.slot == slot {
                return Some(entry);
            }
        }
    }
    None
}

/// Out of the remit nothing is asked of the team and nothing is arranged; in it debts and work take five hours once,
/// and debts of who would go to the debt desk come to the team up to a moderate need.
#[test]
fn debts_and_work_ask_hours_where_they_are_in_the_remit() {
    for (holds, domain, hours) in
        [(false, Domain::Debt, 0.0), (true, Domain::Debt, 5.0), (true, Domain::Work, 5.0), (true, Domain::Housing, 0.0)]
    {
        let (mut still, _) = indebted(&[], |s| s.work_income.income = holds);
        let (now, d) = still.in_week(FOUNDED);
        let e = begins(now, d, domain, Severity::Moderate);
        let due = d.teams[0].intake_due.0;
        for _ in 0..2 {
            handling::comes(now, d, e, false);
        }
        assert_eq!(d.teams[0].intake_due.0 - due, Effort::from_hours(hours).0, "{holds} {domain:?}");
        assert_eq!(count(d, Indicator::HOURS_REMIT), Effort::from_hours(hours).0);
    }
    for (severity, comes) in
        [(Severity::Light, true), (Severity::Moderate, true), (Severity::Severe, false), (Severity::Crisis, false)]
    {
        let (mut still, e) = indebted(&[], in_remit);
        let (_, d) = still.in_week(FOUNDED);
        d.change_episode(e, |episode| episode.severity = severity);
        let (now, d) = still.in_week(FOUNDED);
        assert_eq!(handling::comes_to_team(now, d, e), comes, "{severity:?}");
        assert_eq!(handling::weeks_first(now, Domain::Debt, severity) > 0.0, comes);
        assert!(handling::weeks_first(now, Domain::Work, severity) == 0.0, "work is referred as ever");
    }
}

/// Somebody who would go to the debt desk has a first talk with the team instead, and then a case, unless they drop
/// out; a term is four weeks.
#[test]
fn a_first_talk_leads_to_a_case() {
    for (dropout, weeks, in_time) in [(0.0, 2, 1), (0.0, 5, 0), (1.0, 2, 1)] {
        let (mut still, e) = indebted(&[("remit.dropout", dropout), ("debt.dropout", 1.0)], in_remit);
        let (now, d) = still.in_week(FOUNDED);
        talks::asked_for(now, d, e);
        assert_eq!(d.episodes[e].in_pipeline, 1, "nobody asks again meanwhile");
        let h = d.household_of(d.episodes[e].resident);
        assert!(d.cases_of(h).next().is_none(), "a talk comes first");
        let now = later(now, weeks);
        talks::held(now, d, e, 1);
        assert_eq!(count(d, Indicator::TALKS), 1);
        let cell = d.counts.finished()[Indicator::TALKS_IN_TIME.place()];
        assert_eq!((cell.num, cell.den), (in_time, 1), "{weeks} weeks");
        let drops = dropout > 0.0;
        assert_eq!(d.cases_of(h).next().is_some(), !drops);
        assert_eq!(count(d, Indicator::TALKS_DROPPED), i64::from(drops));
        assert_eq!(handling::is_arranged(now, d, e), !drops);
        assert_eq!(d.episodes[e].in_pipeline, u8::from(!drops), "a case is asked for");
    }
}

/// Hours that are planned for debts are spent on them as far as they are asked, out of the team's own, and what is
/// asked beyond them waits; what they leave is other work's. Where none are planned, intake does it.
#[test]
fn planned_hours_come_out_of_the_team() {
    let allotted = |fte: f64, hours: f64| {
        let (mut still, _) = indebted(&[], |s| {
            in_remit(s);
            (s.work_income.debt_fte, s.team.fte, s.team.training_hours) = (fte, 10.0, 0.0);
            (s.outreach.door_fte, s.outreach.place_fte) = (0.0, 0.0);
            (s.outreach.report_fte, s.outreach.collective_fte) = (0.0, 0.0);
        });
        let (now, d) = still.in_week(0);
        let clocks = std::mem::take(&mut d.teams[0].clocks);
        d.teams[0] = Team { filled: 1.0, planned_fte: 10.0, pressure: 1.0, clocks, ..Team::default() };
        d.teams[0].clocks[0].demand = Effort(0);
        d.teams[0].clocks[1].demand = Effort::from_hours(1_000.0);
        d.rooms.work_income.due = vec![Effort::from_hours(hours)];
        team::allot(now, d, 0);
        let had = d.teams[0].hours;
        assert_eq!(had.sum(), had.available);
        (had, d.rooms.work_income.due[0], d.teams[0].places)
    };
    let (none, left, places) = allotted(0.0, 10.0);
    assert_eq!(left, Effort(0), "what was due is intake's");
    assert_eq!(none.intake, Effort::from_hours(10.0));
    let weekly = Effort((none.available.0 as f64 * 0.1) as i64);
    let (some, left, fewer) = allotted(1.0, 10.0);
    assert_eq!((some.intake, left), (Effort::from_hours(10.0), Effort(0)), "one of ten has hours enough");
    assert_eq!(some.available.0 - some.case.0, Effort::from_hours(10.0).0, "what is not asked is other work's");
    assert!(fewer < places, "{fewer} {places}");
    let (full, left, _) = allotted(1.0, 100.0);
    assert_eq!((full.intake, left), (weekly, Effort(Effort::from_hours(100.0).0 - weekly.0)));
}

/// Who comes when more is asked than the planned hours waits for them; in a crisis nobody does.
#[test]
fn a_talk_waits_for_hours() {
    let weeks = |severity: Severity, due: f64| {
        let (mut still, e) = indebted(&[("debt.threat_weeks", 0.3)], |s| {
            in_remit(s);
            s.work_income.debt_fte = 1.0;
        });
        let (now, d) = still.in_week(FOUNDED);
        d.change_episode(e, |episode| episode.severity = severity);
        d.rooms.work_income.due = vec![Effort::from_hours(due)];
        d.rooms.work_income.weekly = vec![Effort::from_hours(10.0)];
        handling::comes(now, d, e, false);
        assert_eq!(d.rooms.work_income.due[0], Effort::from_hours(due + 5.0));
        let at = entry_of(d, Occasion::DEBT_TALK, e.0).expect("an entry").at;
        at.weeks_since(now.at)
    };
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    assert!(near(weeks(Severity::Moderate, 0.0), 2.5));
    assert!(near(weeks(Severity::Moderate, 40.0), 6.5), "four weeks of work are due");
    assert!(near(weeks(Severity::Crisis, 40.0), 0.3));
}

/// The road to eviction stops at the first talk, for as long as a landlord waits, and not with the link cut; a verdict
/// that comes due meanwhile is not carried out.
#[test]
fn a_talk_stops_the_road_to_eviction() {
    for (link, weeks, stops) in [(1.0, 0, true), (1.0, 25, true), (1.0, 27, false), (0.0, 0, false)] {
        let (mut still, e) = indebted(&[("eviction.prevented", 0.0), ("eviction.leaves", 0.0)], |s| {
            in_remit(s);
            s.links[Link::TALK_EVICTION.place()] = link;
        });
        let (now, d) = still.in_week(FOUNDED);
        handling::comes(now, d, e, false);
        assert!(!road::is_arranged(now, d, e), "not before the talk");
        talks::held(now, d, e, 0);
        assert!(!d.episodes[e].is_helped());
        let now = later(now, weeks);
        assert_eq!(road::is_arranged(now, d, e), stops, "{link} {weeks}");
        evictions::goes_on(now, d, e);
        evictions::goes_on(now, d, e);
        kantel::mechanisms::evictions::act::comes(now, d, e);
        let ends = if stops { Stage::Paid } else { Stage::Evicted };
        assert_eq!(road::stage(d, e), ends);
        assert_eq!(count(d, Indicator::EVICTIONS), i64::from(!stops));
    }
}

/// Debts are referred to a programme only after the team has handled them, where they are in the remit and not severe.
#[test]
fn the_team_handles_debts_before_it_refers() {
    for (holds, severity, referred) in
        [(false, Severity::Moderate, true), (true, Severity::Moderate, false), (true, Severity::Severe, true)]
    {
        let parameters = [("referral.base", 20.0), ("screening.noise", 0.0), ("remit.first_weeks", 26.0)];
        let (mut still, e) = indebted(&parameters, |s| s.work_income.income = holds);
        let (_, d) = still.in_week(FOUNDED);
        d.change_episode(e, |episode| episode.severity = severity);
        let (now, d) = still.in_week(FOUNDED);
        cases::open_case(now, d, e, Frame::Voluntary);
        team::replay(now, d);
        let r = d.episodes[e].resident;
        let programmes = d.entitlements_of(r).filter(|x| d.entitlements[*x].product == Product::DebtProgramme);
        assert_eq!(programmes.count() > 0, referred, "{holds} {severity:?}");
        if holds && !referred {
            assert!(referrals::decide_again(now, d, e), "what was put off is decided on later");
        }
    }
}

/// Work in the remit adds to the effect of the team's help with work, and to nothing else, and lies below the bound.
#[test]
fn work_in_the_remit_helps_with_work() {
    let rate = |holds: bool, domain: Domain, link: f64| {
        let parameters = [("remit.work_effect", 0.2), ("help.team", 0.3), ("help.protection", 0.0)];
        let (mut still, _) = indebted(&parameters, |s| {
            s.work_income.income = holds;
            s.links[Link::REMIT_WORK.place()] = link;
        });
        let (now, d) = still.in_week(FOUNDED);
        let e = begins(now, d, domain, Severity::Light);
        natural::team_begins(now, d, e, 0);
        let of = |reading| rates::rate(now, d, Rate::HelpedRecovery, rates::of_need(d, e), reading);
        assert!(of(Reading::Now) <= of(Reading::Bound));
        of(Reading::Now)
    };
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9 * b;
    assert!(near(rate(true, Domain::Work, 1.0) / rate(false, Domain::Work, 1.0), 0.5 / 0.3));
    assert!(near(rate(true, Domain::Work, 0.0), rate(false, Domain::Work, 0.0)));
    assert!(near(rate(true, Domain::Housing, 1.0), rate(false, Domain::Housing, 1.0)));
}

/// A household on social assistance is paid every week, from the municipality to the household and once for both of a
/// couple, less what is cut, until the need of work passes: municipality and households together pay nothing.
#[test]
fn benefits_go_from_the_municipality_to_households() {
    let parameters = [("benefit.euros_month", 1300.0), ("reciprocity.benefit_weeks", 0.0)];
    let (mut still, _) = indebted(&parameters, |_| {});
    let pay = |now: Now<'_>, d: &mut District| {
        let before = [Account::Participation, Account::Household].map(|a| d.ledger().spent(a).0);
        let all = count(d, Indicator::EUROS_ALL);
        benefits::pay(now, d);
        let after = [Account::Participation, Account::Household].map(|a| d.ledger().spent(a).0);
        assert_eq!(count(d, Indicator::EUROS_ALL), all, "a transfer");
        assert_eq!(after[0] - before[0], before[1] - after[1]);
        assert_eq!(d.ledger().imbalance().0, 0);
        after[0] - before[0]
    };
    let (now, d) = still.in_week(FOUNDED);
    let weekly = kantel::units::Money::from_cents(30_000).0;
    let before = pay(now, d);
    let households = d.rooms.work_income.recipients.len() as i64;
    assert_eq!(before, households * weekly, "twelve months of 1,300 euros are 52 weeks of 300");
    let of = |d: &District| residents(d).filter(|r| who::has_benefit(now, d, *r)).count() as i64;
    assert!(households > 0 && households <= of(d), "{households} of {}", of(d));
    // The need of work of one of them passes.
    let r = d.rooms.work_income.recipients[0].resident;
    let e = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Work && !d.episodes[*e].recovered);
    let (now, d) = still.in_week(FOUNDED + 1);
    natural::passes(now, d, e.expect("a need of work"));
    assert_eq!(pay(now, d), before - weekly);
    // Half of what another household gets is cut.
    let h = d.rooms.work_income.recipients[0].household;
    let reference = d.reference_of(h);
    let cut = kantel::mechanisms::reciprocity::Cut { until: FOUNDED + 9, share: 0.5 };
    d.rooms.reciprocity.any_cut = true;
    *d.rooms.reciprocity.households.of_mut(&d.residents, reference) = cut;
    assert_eq!(pay(now, d), before - weekly - weekly / 2);
}

/// A team that enforces is told of less: requests at municipal doors and doors that open are fewer by the share that is
/// kept back, more so with debts, and none with the link cut or where it does not enforce.
#[test]
fn enforcement_keeps_doors_shut() {
    let lost = |enforces: bool, domain: Domain, link: f64| {
        let parameters = [("enforcement.disclosure", 0.2), ("enforcement.disclosure_debt", 1.5)];
        let (mut still, _) = indebted(&parameters, |s| {
            s.work_income.enforcement = enforces;
            s.links[Link::ENFORCEMENT_DISCLOSURE.place()] = link;
        });
        let (now, d) = still.in_week(FOUNDED);
        let e = begins(now, d, domain, Severity::Moderate);
        let h = d.household_of(d.episodes[e].resident);
        let lost = disclosure::lost(now, d, h);
        let opened = (0..1000).filter(|i| disclosure::opens(now, d, h, (f64::from(*i) / 1000.0, 0.5))).count();
        assert_eq!(count(d, Indicator::ENFORCEMENT_DOORS), 500 - opened as i64);
        assert!((opened as f64 - 500.0 * (1.0 - lost)).abs() <= 1.0, "{opened} {lost}");
        let away = disclosure::stays_away(now, d, e);
        assert_eq!(count(d, Indicator::ENFORCEMENT_AVOIDED), i64::from(away));
        assert_eq!(away, disclosure::stays_away(now, d, e), "who asks twice does alike");
        lost
    };
    let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    assert!(near(lost(false, Domain::Debt, 1.0), 0.0));
    assert!(near(lost(true, Domain::Debt, 0.0), 0.0));
    assert!(near(lost(true, Domain::Social, 1.0), 0.2));
    assert!(near(lost(true, Domain::Debt, 1.0), 0.3));
}

/// A team that enforces sees a task for social assistance that is not done, and the benefit is cut; not one that is
/// done, or free, and not where it does not enforce.
#[test]
fn breaches_that_are_seen_lead_to_a_cut() {
    for (enforces, rule, kept, cut) in [
        (true, Rule::Obliged, false, 1),
        (true, Rule::Obliged, true, 0),
        (true, Rule::Voluntary, false, 0),
        (false, Rule::Obliged, false, 0),
    ] {
        let parameters = [("enforcement.seen", 1.0), ("reciprocity.enforced", 1.0)];
        let (mut still, e) = indebted(&parameters, |s| {
            s.work_income.enforcement = enforces;
            (s.reciprocity.sanction, s.reciprocity.sanction_months) = (0.5, 1.0);
        });
        let (now, d) = still.in_week(FOUNDED);
        let r = d.episodes[e].resident;
        let promised = Promise { rule, due: Minute::NEVER, since: now.at, minutes: 180, kept };
        d.rooms.reciprocity.returns.of_mut(&d.residents, r).of[Regime::Benefit as usize] = promised;
        assert!(promise::of(d, r, Regime::Benefit).runs());
        breaches::look(now, d, d.household_of(r), 7);
        assert_eq!(count(d, Indicator::BREACHES), cut, "{enforces} {rule:?} {kept}");
        assert_eq!(count(d, Indicator::SANCTIONS), cut);
    }
}

/// A service for a household where nobody helps with debts, work or housing is renewed so much more often than
/// elsewhere, and all together as often as ever.
#[test]
fn unhelped_basics_lengthen_help() {
    let renewal = |domain: Option<Domain>, helped: bool, link: f64| {
        let (mut still, _) = indebted(&[("basics.length", 0.3)], |s| {
            s.links[Link::BASICS_LENGTH.place()] = link;
        });
        let (now, d) = still.in_week(FOUNDED);
        let e = only_needs(d)[0];
        let r = d.episodes[e].resident;
        assert!(referrals::apply(now, d, e, Product::Guidance, Frame::Voluntary));
        let x: EntitlementId = d.entitlements_of(r).next().expect("asked for");
        if let Some(domain) = domain {
            natural::begin(now, d, r, domain, 9);
            let basic = d.episodes_of(r).find(|e| d.episodes[*e].domain == domain).expect("a need");
            if helped {
                natural::team_begins(now, d, basic, 0);
            }
        }
        let Entitlement { product, .. } = d.entitlements[x];
        assert_eq!(product, Product::Guidance);
        length::renewal(now, d, x)
    };
    let usual = 1.0 + 0.3 * length::USUAL[Product::Guidance as usize];
    let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    for domain in [Domain::Debt, Domain::Work, Domain::Housing] {
        assert!(near(renewal(Some(domain), false, 1.0), 1.3 / usual), "{domain:?}");
        assert!(near(renewal(Some(domain), true, 1.0), 1.0 / usual), "{domain:?} with help");
    }
    assert!(near(renewal(Some(Domain::Social), false, 1.0), 1.0 / usual));
    assert!(near(renewal(None, false, 1.0), 1.0 / usual));
    assert!(near(renewal(Some(Domain::Debt), false, 0.0), 1.0));
}

/// A case stops early where nobody helps with debts, work and housing at that moment; with help for them it goes on.
#[test]
fn cases_stop_early_where_basics_are_unhelped() {
    for (stops, basics, helped, ends) in
        [(1.0, true, false, true), (1.0, true, true, false), (1.0, false, false, false), (0.0, true, false, false)]
    {
        let parameters = [("basics.stops", stops), ("team.case_scope", 0.0)];
        let (mut still, _) = indebted(&parameters, |_| {});
        let (now, d) = still.in_week(FOUNDED);
        let e = begins(now, d, Domain::Social, Severity::Severe);
        let r = d.episodes[e].resident;
        cases::open_case(now, d, e, Frame::Voluntary);
        team::replay(now, d);
        let case = d.case_with(d.household_of(r), 0).expect("a case");
        assert_eq!(d.cases[case].state, CaseState::Open);
        assert_eq!(entry_of(d, Occasion::CASE_STOPS, case.0).is_some(), stops > 0.0);
        if basics {
            natural::begin(now, d, r, Domain::Debt, 9);
            if helped {
                let debt = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Debt).expect("debts");
                natural::help_begins(now, d, debt, Helper::SecondLine);
            }
        }
        let done = d.cases[case].done;
        if stops > 0.0 {
            stop::comes(now, d, case);
        }
        assert_eq!(d.cases[case].done < done, ends, "{basics} {helped}");
        assert_eq!(count(d, Indicator::CASES_STOPPED), i64::from(ends));
    }
}

fn with(base: &Scenario, levers: &[(&str, LeverValue)], parameters: &[(&str, f64)]) -> Scenario {
    let mut scenario = base.clone();
    for (key, value) in levers {
        scenario.organisation.timeline.set(Week(0), position(key).expect("a lever"), *value);
    }
    for (key, value) in parameters {
        fix(&mut scenario, key, *value);
    }
    scenario
}

fn runs(base: &Scenario, with: &Scenario, years: i32) -> [Vec<Simulation>; 2] {
    let starts = [0, 1].map(|replicate| (replicate, burned_in(base, 0, replicate)));
    [base, with].map(|s| starts.iter().map(|(r, start)| go_on(start, s, 0, *r, Week(52 * years))).collect())
}

/// Debts first, then guidance: once the team has talked with somebody about debts and works on them, guidance is
/// renewed less often than before.
#[test]
fn debts_first_then_guidance() {
    let (mut still, debt) = indebted(&[("basics.length", 0.3)], in_remit);
    let (now, d) = still.in_week(FOUNDED);
    let r = d.episodes[debt].resident;
    let social = begins_for(now, d, r, Domain::Social);
    assert!(referrals::apply(now, d, social, Product::Guidance, Frame::Voluntary));
    let x: EntitlementId = d.entitlements_of(r).next().expect("asked for");
    let before = length::renewal(now, d, x);
    talks::asked_for(now, d, debt);
    assert!((length::renewal(now, d, x) - before).abs() < 1e-12, "asking alone changes nothing");
    talks::held(now, d, debt, 1);
    team::replay(now, d);
    assert!(d.episodes[debt].is_helped());
    assert!((before / length::renewal(now, d, x) - 1.3).abs() < 1e-12);
}

/// Works by its parts: where every talk comes to an arrangement and the debt desk takes nobody on, fewer are evicted
/// with a remit than without one.
#[test]
fn a_remit_avoids_evictions() {
    let remit = [("remit.income", LeverValue::Choice(1)), ("debt.team_fte", LeverValue::Number(1.0))];
    let world = [
        ("eviction.arranged", 1.0),
        ("remit.arranged_weeks", 520.0),
        ("remit.dropout", 0.0),
        ("eviction.verdict", 0.02),
        ("gate.refer", 0.0),
    ];
    let base = with(&builtin("reactive", 6_000, 4), &[], &world);
    let [out, within] = runs(&base, &with(&base, &remit, &[]), 4);
    let of = |runs: &[Simulation], key: &str| sum(runs, key);
    let [before, after] = [&out, &within].map(|runs| of(runs, "evictions").num);
    assert!(before > 40 && after < before, "{after} evictions with a remit, {before} without");
    assert!(of(&within, "remit.talks").num > 50);
    assert_eq!(of(&out, "remit.talks").num, 0);
}

/// Fails: where people keep half of what they would show from a team that enforces, visits find fewer and people open
/// the door less often, however many visits there are.
#[test]
fn enforcement_with_many_visits_stays_outside() {
    let visits = [("outreach.door_fte", LeverValue::Number(1.0)), ("outreach.protected", LeverValue::Flag(true))];
    let world = [("enforcement.disclosure", 0.5), ("visit.detection", 0.9)];
    let base = with(&builtin("reactive", 6_000, 2), &visits, &world);
    let [open, shut] = runs(&base, &with(&base, &[("remit.enforcement", LeverValue::Flag(true))], &[]), 2);
    let share = |runs: &[Simulation]| sum(runs, "visits.reached").num as f64 / sum(runs, "visits").num as f64;
    assert!(share(&shut) < 0.6 * share(&open), "{} {}", share(&shut), share(&open));
    let found = |runs: &[Simulation]| {
        let place = catalogue::position("first_contact.door", "all").expect("a series");
        runs.iter().flat_map(|run| &run.record().years).map(|year| year[place].num).sum::<i64>()
    };
    assert!(found(&shut) * 4 < found(&open) * 3, "{} {}", found(&shut), found(&open));
    assert!(sum(&shut, "enforcement.avoided").num > 0 && sum(&open, "enforcement.avoided").num == 0);
}
