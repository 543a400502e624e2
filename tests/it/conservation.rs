//! Persons, money and minutes balance every week, whatever the scenario.

use std::collections::{BTreeMap, BTreeSet};

use kantel::cancel::Cancel;
use kantel::district::{District, Event, Moves, What};
use kantel::entities::{ACCOUNTS, Account, Case, CaseState, Product, Severity, Stage};
use kantel::ids::{EpisodeId, HouseholdId, Key};
use kantel::levers::{LEVERS, LeverKind, LeverValue};
use kantel::mechanisms::coordination::around;
use kantel::observation::{Flow, Indicator, catalogue};
use kantel::simulation::{Observer, Region};
use kantel::units::{Effort, Minute, Money, Week};
use proptest::prelude::*;

use crate::small::{builtin, burned_in, residents};

/// Recounts everything that is counted as it happens.
#[derive(Default)]
pub(crate) struct Auditor {
    pub(crate) weeks: u32,
    /// By district: what each account had spent, and what was counted of it in the year, at the end of the week before.
    books: Vec<[(i64, i64); ACCOUNTS]>,
}

impl Auditor {
    /// Whatever leaves an account by the ledger is counted for it, week by week, and for its sums.
    fn audit_books(&mut self, week: Week, region: &Region) {
        let of = |d: &District| {
            let counted = d.counts.finished();
            Account::ALL.map(|a| (d.ledger().spent(a).0, counted[catalogue::EUROS + a as usize].num))
        };
        let now: Vec<[(i64, i64); ACCOUNTS]> = region.districts.iter().map(of).collect();
        // A year's counts are gone when it ends, and begin anew in the week after that.
        let (ends, begins) = (week.next().of_year() == 0, week.of_year() == 0);
        for ((d, now), before) in region.districts.iter().zip(&now).zip(&self.books).filter(|_| !ends) {
            let counted = d.counts.finished();
            for account in Account::ALL.into_iter().filter(|a| a.is_payer()) {
                let (now, before) = (now[account as usize], before[account as usize]);
                assert_eq!(now.0 - before.0, now.1 - if begins { 0 } else { before.1 }, "{account:?}");
            }
            let sum = |of: fn(Account) -> bool| -> i64 {
                Account::ALL.into_iter().filter(|a| of(*a)).map(|a| now[a as usize].1).sum()
            };
            assert_eq!(sum(Account::is_payer), counted[Indicator::EUROS_ALL.place()].num, "all payers");
            assert_eq!(sum(Account::is_municipal), counted[Indicator::EUROS_MUNICIPALITY.place()].num, "municipality");
            let lines = [
                Indicator::EUROS_FIRST_LINE,
                Indicator::EUROS_SECOND_LINE,
                Indicator::EUROS_HELP_AT_HOME,
                Indicator::EUROS_INCIDENTS,
                Indicator::EUROS_BOUGHT,
                Indicator::EUROS_NURSE,
                Indicator::EUROS_PREVENTION,
                Indicator::EUROS_CHECKING,
                Indicator::EUROS_BASIC,
                Indicator::EUROS_COLLECTIVE,
                Indicator::EUROS_OWN_NETWORK,
            ];
            let lines: i64 = lines.into_iter().map(|line| counted[line.place()].num).sum();
            assert_eq!(
                lines,
                counted[Indicator::EUROS_ALL.place()].num,
                "the team, the second line, help at home, incidents, what is bought, nurses, prevention, checking, \
                 basic provision, and own networks"
            );
            audit_flows(d);
            let hours = |indicator: Indicator| counted[indicator.place()].num;
            let parts = [
                Indicator::HOURS_CASE,
                Indicator::HOURS_INTAKE,
                Indicator::HOURS_BRIDGING,
                Indicator::HOURS_DOOR,
                Indicator::HOURS_PLACE,
                Indicator::HOURS_REPORT,
                Indicator::HOURS_COLLECTIVE,
                Indicator::HOURS_COORDINATION,
                Indicator::HOURS_LEARNING,
                Indicator::HOURS_UNUSED,
            ];
            assert_eq!(parts.map(hours).iter().sum::<i64>(), hours(Indicator::HOURS_FIRST_LINE), "published hours");
        }
        self.books = now;
    }
}

/// What flows out of an account less what flows into it is what it is counted to have spent; services are those of the
/// second line and help at home.
fn audit_flows(d: &District) {
    let (flows, counted) = (d.counts.flows(), d.counts.finished());
    let paid = |from: Account, to: Account| flows[Flow::Paid(from, to).place()];
    for account in Account::ALL.into_iter().filter(|a| a.is_payer()) {
        let net: i64 = Account::ALL.into_iter().map(|other| paid(account, other) - paid(other, account)).sum();
        assert_eq!(net, counted[catalogue::EUROS + account as usize].num, "flows of {account:?}");
    }
    let services: i64 = Product::ALL.into_iter().map(|product| flows[Flow::Service(product).place()]).sum();
    let lines = [Indicator::EUROS_SECOND_LINE, Indicator::EUROS_HELP_AT_HOME];
    assert_eq!(services, lines.map(|line| counted[line.place()].num).iter().sum::<i64>(), "flows to services");
}

impl Observer for Auditor {
    fn week(&mut self, week: Week, region: &Region) {
        self.weeks += 1;
        self.audit_books(week, region);
        for d in &region.districts {
            assert_eq!(d.ledger().imbalance(), Money(0), "money");
            for (i, team) in d.teams.iter().enumerate() {
                assert_eq!(team.hours.sum(), team.hours.available, "minutes of the team");
                assert!(team.hours.idle.0 >= 0, "minutes that the team does not have");
                let open = cases(d).filter(|case| usize::from(case.team) == i && case.state == CaseState::Open);
                assert_eq!(open.count(), team.open as usize, "open cases of a team are those of present people");
            }
            assert_eq!(cases(d).count(), d.cases.len(), "cases are those of present people");
        }
        if self.weeks.is_multiple_of(13) {
            audit_levels(region);
        }
    }
}

/// The cases of all households.
fn cases(d: &District) -> impl Iterator<Item = &Case> {
    (0..d.households.len() as u32).flat_map(|h| d.cases_of(HouseholdId(h))).map(|c| &d.cases[c])
}

fn audit_levels(region: &Region) {
    for d in &region.districts {
        assert_eq!(d.levels, d.recount(), "persons and needs");
        let members: usize =
            (0..d.households.len()).map(|h| d.members(kantel::ids::HouseholdId(h as u32)).count()).sum();
        assert_eq!(members, d.residents.len(), "everybody lives somewhere");
        let weights: i64 = d.households.iter().map(|h| i64::from(h.weight)).sum();
        assert_eq!(weights, d.presence.weights, "weights of the visiting list");
        audit_requests(d);
        audit_teams(d);
        audit_households(d);
    }
    for queue in &region.services {
        let (mut served, mut effort) = (0, 0);
        for d in &region.districts {
            for h in 0..d.households.len() {
                for r in d.members(kantel::ids::HouseholdId(h as u32)) {
                    for x in d.entitlements_of(r) {
                        let x = &d.entitlements[x];
                        if x.product == queue.product && matches!(x.stage, Stage::Served | Stage::AwaitingHome) {
                            served += 1;
                            effort += i64::from(x.minutes_per_week);
                        }
                    }
                }
            }
        }
        // Who left in a queue that had been replayed this week gives the place back next week.
        let pending = region
            .districts
            .iter()
            .map(|d| d.arrivals[queue.product as usize].iter().filter(|a| a.moves == Moves::Leaves).count() as u32)
            .sum::<u32>();
        assert!(
            served <= queue.serving && queue.serving <= served + pending,
            "{:?}: {served} served, {} places taken",
            queue.product,
            queue.serving
        );
        if pending == 0 {
            assert_eq!(
                effort,
                queue.shares.iter().map(|s| s.weekly_effort).sum::<i64>(),
                "minutes of {:?}",
                queue.product
            );
        }
    }
}

/// Whoever asks for something is in the pipeline as often as something is under way, and pays the own contribution for
/// as long as there is help.
fn audit_requests(d: &District) {
    let mut under_way: BTreeMap<EpisodeId, u8> = BTreeMap::new();
    let mut ask = |episode: EpisodeId, generation: u16| {
        if d.episodes.is_current(episode, generation) {
            *under_way.entry(episode).or_default() += 1;
        }
    };
    let mut payers = [[0; 2]; 3];
    for r in residents(d) {
        let (mut aids, mut help) = (false, false);
        for x in d.entitlements_of(r) {
            let x = &d.entitlements[x];
            ask(x.episode, x.episode_generation);
            let in_use = x.product.is_wmo() && matches!(x.stage, Stage::Served | Stage::AwaitingHome);
            aids |= in_use && x.product == Product::Aids;
            help |= in_use && x.product != Product::Aids;
        }
        if aids || help {
            payers[d.residents[r].income()][usize::from(help)] += 1;
        }
    }
    assert_eq!(d.rooms.contribution.payers, payers, "who pays the own contribution");
    for case in cases(d) {
        ask(case.episode, case.episode_generation);
    }
    for e in residents(d).flat_map(|r| d.episodes_of(r)) {
        let expected = under_way.get(&e).copied().unwrap_or_default();
        // A first talk about debts is under way too, where somebody would have gone to the debt desk.
        let debts = d.rooms.work_income.handled.get(&d.episodes, e);
        let talk = debts.is_some_and(|debts| debts.asked != Minute::NEVER && debts.talked == Minute::NEVER);
        let found = d.episodes[e].in_pipeline;
        assert!(
            found == expected || talk && found == expected + 1,
            "requests under way for a need: {found} {expected}"
        );
    }
}

/// What the cases of each team and those who wait for it ask is what they ask one by one.
fn audit_teams(d: &District) {
    for (i, team) in d.teams.iter().enumerate() {
        let (mut waiting, mut taken, mut clocks) = (Effort(0), 0, [Effort(0); 2]);
        for case in cases(d).filter(|case| usize::from(case.team) == i) {
            if case.state == CaseState::Waiting {
                waiting += case.intensity;
            } else {
                // 45 light, 25 moderate, 15 severe or 12 crisis cases fill an FTE of 25 places, in twentieths.
                taken += [11, 20, 33, 42][case.severity as usize - 1];
                clocks[usize::from(case.severity != Severity::Crisis)] += case.intensity;
            }
        }
        assert_eq!(team.waiting_demand, waiting, "hours that those who wait would ask");
        assert_eq!(team.taken, taken, "places that open cases take");
        assert_eq!(team.clocks.each_ref().map(|clock| clock.demand), clocks, "hours that open cases ask");
    }
}

/// Who works in a household is counted as it is, and so are households by how many do.
fn audit_households(d: &District) {
    let mut all = [0; kantel::mechanisms::coordination::MOST + 1];
    for h in (0..d.households.len() as u32).map(HouseholdId) {
        let given = d.members(h).flat_map(|r| d.entitlements_of(r)).filter(|x| {
            let x = &d.entitlements[*x];
            around::is_professional(x.product) && matches!(x.stage, Stage::Served | Stage::AwaitingHome)
        });
        let now = d.rooms.coordination.of(h);
        assert_eq!(usize::from(now.services), given.count(), "services in a household");
        assert_eq!(now.teams, around::teams_of(d, h, None), "teams in a household");
        all[now.count().min(all.len() - 1)] += u32::from(now.count() > 0);
    }
    let state = &d.rooms.coordination;
    assert_eq!(state.all, all, "households by how many work there");
    let cases = state.first.iter().chain(&state.beside).flatten().sum::<u32>();
    assert_eq!(cases as usize, cases_open(d), "open cases by household and team");
}

fn cases_open(d: &District) -> usize {
    let of = |h: u32| around::teams_of(d, HouseholdId(h), None).count_ones() as usize;
    (0..d.households.len() as u32).map(of).sum()
}

/// Where help is dear, households buy it, and it is paid for once.
#[test]
fn dear_help_balances() {
    let mut scenario = builtin("reactive", 1500, 3);
    let flat = kantel::levers::position("contribution.flat").expect("a lever");
    scenario.organisation.timeline.set(Week(26), flat, LeverValue::Number(150.0));
    let mut simulation = burned_in(&scenario, 0, 0);
    simulation.begin(
        std::sync::Arc::new(kantel::district::Inputs::of(&scenario, 0, 0)),
        kantel::simulation::Policy::from(&scenario.organisation),
    );
    simulation.step_to(Week(156), &mut Auditor::default(), &Cancel::new());
    assert!(simulation.region().districts[0].rooms.contribution.bought.len() > 5);
}

/// Three years of a small district in which levers are set in week 13: every week the books balance, and counts stay
/// true.
fn balances(parameters: &[(&str, f64)], levers: &[(&str, LeverValue)]) {
    let mut scenario = builtin("reactive", 1500, 3);
    for (key, value) in parameters {
        crate::small::fix(&mut scenario, key, *value);
    }
    for (key, value) in levers {
        let lever = kantel::levers::position(key).expect("a lever");
        scenario.organisation.timeline.set(Week(13), lever, *value);
    }
    let mut simulation = burned_in(&scenario, 0, 0);
    simulation.begin(
        std::sync::Arc::new(kantel::district::Inputs::of(&scenario, 0, 0)),
        kantel::simulation::Policy::from(&scenario.organisation),
    );
    simulation.step_to(Week(156), &mut Auditor::default(), &Cancel::new());
    let d = &simulation.region().districts[0];
    assert!(d.recount() == d.levels, "levels stay true");
}

/// Where referrals are put off, much is within the mandate and services are reviewed: at usual values, and at the ends
/// of their ranges.
#[test]
fn substitution_balances() {
    for (own_first, hours, strength, review) in [(13.0, 20.0, 1.0, 26.0), (26.0, 100.0, 2.0, 1.0)] {
        let levers = [
            ("referral.own_first", own_first),
            ("mandate.own_hours", hours),
            ("mandate.strength", strength),
            ("review.weeks", review),
        ];
        balances(&[], &levers.map(|(key, value)| (key, LeverValue::Number(value))));
    }
}

/// Where much own strength is assumed, some needs never go and the team lets go, motivates or takes over.
#[test]
fn own_strength_balances() {
    for (assumed, response) in [(0.3, 0), (0.6, 1), (1.0, 2)] {
        let levers = [
            ("own_strength.assumed", LeverValue::Number(assumed)),
            ("own_strength.response", LeverValue::Choice(response)),
        ];
        balances(&[("recovery.never", 0.1)], &levers);
    }
}

/// Where a plan holds conferences, lowers thresholds, matches people and makes the exception.
#[test]
fn own_networks_balance() {
    for (effect, exception) in [(1.0, 0.0), (-1.0, 1.0)] {
        let parameters = [("conference.effect", effect), ("match.agrees", 0.58), ("threshold.lowered", 0.4)];
        let levers = [
            ("conference.yearly", 60.0),
            ("network.campaign_euros", 30_000.0),
            ("network.matching_fte", 2.0),
            ("network.exception", exception),
            ("own_strength.assumed", 0.5),
            ("referral.own_first", 8.0),
        ];
        balances(&parameters, &levers.map(|(key, value)| (key, LeverValue::Number(value))));
    }
}

/// Where a saving takes some care away and people give up waiting for it.
#[test]
fn a_saving_balances() {
    for euros in [500.0, 200_000.0] {
        balances(&[("waiting.leave", 0.1)], &[("purchase.saving", LeverValue::Number(euros))]);
    }
}

#[test]
fn the_default_scenarios_balance() {
    for name in ["reactive", "proactive"] {
        let scenario = builtin(name, 2500, 3);
        let mut simulation = burned_in(&scenario, 0, 0);
        simulation.begin(
            std::sync::Arc::new(kantel::district::Inputs::of(&scenario, 0, 0)),
            kantel::simulation::Policy::from(&scenario.organisation),
        );
        let mut auditor = Auditor::default();
        simulation.step_to(Week(156), &mut auditor, &Cancel::new());
        assert_eq!(auditor.weeks, 156);
    }
}

/// Who has gone, by key, according to the events.
#[derive(Default)]
struct Departures {
    gone: BTreeSet<Key>,
}

impl Observer for Departures {
    const WANTS_EVENTS: bool = true;

    fn week(&mut self, _week: Week, _region: &Region) {}

    fn events(&mut self, _week: Week, events: &[Event]) {
        self.gone.extend(events.iter().filter(|e| matches!(e.what, What::Died | What::Left)).map(|e| e.resident));
    }
}

/// The keys of everybody who lives in a region.
fn present(region: &Region) -> BTreeSet<Key> {
    let of = |d: &District| -> Vec<Key> {
        let homes = (0..d.households.len() as u32).map(HouseholdId);
        homes.flat_map(|h| d.members(h).map(|r| d.residents[r].key).collect::<Vec<Key>>()).collect()
    };
    region.districts.iter().flat_map(of).collect()
}

/// Whoever was there at week 0 and is no longer has died or left, one by one, whole households too.
#[test]
fn nobody_disappears_without_an_event() {
    let scenario = builtin("reactive", 2_000, 5);
    let mut simulation = burned_in(&scenario, 0, 0);
    let before = present(simulation.region());
    let mut departures = Departures::default();
    simulation.step_to(Week(5 * 52), &mut departures, &Cancel::new());
    let after = present(simulation.region());
    let missing: BTreeSet<Key> = before.difference(&after).copied().collect();
    assert!(missing.len() > 400, "{} have gone in five years", missing.len());
    assert!(missing.is_subset(&departures.gone), "somebody has gone unseen");
    assert!(departures.gone.is_disjoint(&after), "somebody who has gone is still there");
}

pub(crate) fn lever_value(kind: LeverKind, u: f64) -> LeverValue {
    match kind {
        LeverKind::Number { min, max } => LeverValue::Number(min + (max.min(min + 20.0) - min) * u),
        LeverKind::Choice(options) => LeverValue::Choice((u * options.len() as f64) as u8),
        LeverKind::Flag => LeverValue::Flag(u > 0.5),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Random levers from a random week on, any size, any sample.
    #[test]
    fn random_scenarios_balance(
        residents in 1_u32..700,
        sample in 0_u32..1000,
        values in prop::collection::vec((0..LEVERS.len(), 0.0_f64..1.0, 0_i32..52), 0..8),
    ) {
        let mut scenario = builtin("reactive", residents, 2);
        scenario.experiment.burn_in_weeks = 52;
        for (lever, u, from) in values {
            scenario.organisation.timeline.set(Week(from), lever, lever_value(LEVERS[lever].meta.kind, u));
        }
        let mut simulation = burned_in(&scenario, sample, 0);
        simulation.begin(
            std::sync::Arc::new(kantel::district::Inputs::of(&scenario, sample, 0)),
            kantel::simulation::Policy::from(&scenario.organisation),
        );
        simulation.step_to(Week(104), &mut Auditor::default(), &Cancel::new());
    }
}
