//! Cases of the team by hand: who goes first, how much work a case is, what comes to light, how it ends.

use kantel::district::{District, Team, WorkClock};
use kantel::entities::{CaseState, Domain, Frame, Severity};
use kantel::ids::{CaseId, EpisodeId};
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::team::cases;
use kantel::mechanisms::team::hours as team;
use kantel::observation::{Cell, Indicator};
use kantel::units::{Effort, MINUTES_PER_WEEK, Minute, Week};

use crate::small::{Still, residents};

/// A light case is four hours of work at 48 minutes a week; a step of severity doubles the work and adds half to the
/// pace. Nobody is referred, and nothing comes to light that was hidden, unless more is stated.
fn team_of_none(more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("team.case_light", 4.0),
        ("team.case_ratio", 2.0),
        ("team.case_sigma", 0.0),
        ("team.case_domain", 0.25),
        ("team.intensity", 0.8),
        ("team.intensity_ratio", 1.5),
        ("team.intake_hours", 3.0),
        ("team.mobilise_hours", 6.0),
        ("team.aftercare_hours", 5.0),
        ("team.referred_work", 0.4),
        ("team.case_scope", 0.0),
        ("referral.base", -20.0),
        ("referral.pressure", 0.0),
        ("trust.down", 0.2),
        ("trust.tie", 0.0),
    ];
    parameters.extend_from_slice(more);
    let mut still = Still::of(3_000, &parameters);
    (still.settings.informal_care.mobilisation, still.settings.aftercare.share) = (0.0, 0.0);
    let (_, d) = still.in_week(0);
    assert!(d.cases.is_empty(), "nobody has a case when a district is founded");
    d.teams[0] = Team::default();
    for clock in &mut d.teams[0].clocks {
        clock.pace = WorkClock::FULL;
    }
    still
}

/// Needs of a domain, each the only one of its household, that nobody knows of.
fn only_needs(d: &District, domain: Domain) -> Vec<EpisodeId> {
    residents(d)
        .filter(|r| d.members(d.household_of(*r)).flat_map(|m| d.episodes_of(m)).count() == 1)
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| {
            let episode = &d.episodes[*e];
            let free = !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped();
            episode.domain == domain && free && !episode.known
        })
        .collect()
}

/// A need of a severity asks the team for help in a week.
fn ask(still: &mut Still, week: i32, e: EpisodeId, severity: Severity, frame: Frame) -> CaseId {
    let (now, d) = still.in_week(week);
    d.change_episode(e, |episode| episode.severity = severity);
    cases::open_case(now, d, e, frame);
    d.households[d.household_of(d.episodes[e].resident)].case
}

/// A week of the team, with so many twentieths of a place.
fn week(still: &mut Still, week: i32, places: u32) {
    let (now, d) = still.in_week(week);
    d.teams[0].places = places;
    team::replay(now, d);
}

/// Opens a case at once; the weeks that its work takes at full pace.
fn weeks_of_work(still: &mut Still, e: EpisodeId, severity: Severity) -> f64 {
    let case = ask(still, 0, e, severity, Frame::Voluntary);
    week(still, 0, 1_000);
    let (_, d) = still.in_week(0);
    assert_eq!(d.cases[case].state, CaseState::Open);
    d.cases[case].done as f64 / (WorkClock::FULL * i64::from(MINUTES_PER_WEEK)) as f64
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-3
}

#[test]
fn the_most_urgent_case_is_opened_first_then_the_earliest() {
    let mut still = team_of_none(&[]);
    let (_, d) = still.in_week(0);
    let needs = only_needs(d, Domain::Social);
    let asked: Vec<CaseId> = [Severity::Light, Severity::Severe, Severity::Severe, Severity::Crisis]
        .into_iter()
        .zip(&needs)
        .enumerate()
        .map(|(i, (severity, e))| {
            let case = ask(&mut still, i as i32, *e, severity, Frame::Voluntary);
            week(&mut still, i as i32, 0);
            case
        })
        .collect();
    let mut opened = Vec::new();
    // A place more than is taken admits one.
    for (w, places) in [(4, 1), (5, 43), (6, 76), (7, 109)] {
        week(&mut still, w, places);
        let (_, d) = still.in_week(w);
        let open = |c: &&CaseId| d.cases[**c].state == CaseState::Open && !opened.contains(*c);
        let new: Vec<CaseId> = asked.iter().filter(open).copied().collect();
        assert_eq!(new.len(), 1, "week {w}");
        opened.extend(new);
    }
    assert_eq!(opened, [asked[3], asked[1], asked[2], asked[0]]);
    // They waited one, four, four and seven weeks.
    let (_, d) = still.in_week(8);
    let week = i64::from(MINUTES_PER_WEEK);
    assert_eq!(d.counts.finished()[Indicator::TEAM_WAIT.place()], Cell { num: 16 * week, den: 4 * week });
}

/// 4, 8, 16 and 32 hours at 0.8, 1.2, 1.8 and 2.7 a week; intake costs three hours more, which are not on the clock.
#[test]
fn a_case_takes_its_work_at_its_pace() {
    for (severity, weeks) in Severity::ALL.into_iter().zip([5.0, 8.0 / 1.2, 16.0 / 1.8, 32.0 / 2.7]) {
        let mut still = team_of_none(&[]);
        let (_, d) = still.in_week(0);
        let e = only_needs(d, Domain::Social)[0];
        let taken = weeks_of_work(&mut still, e, severity);
        assert!(near(taken, weeks), "{severity:?}: {taken}");
        let (_, d) = still.in_week(0);
        assert_eq!(d.teams[0].intake_due, Effort::from_hours(3.0));
    }
}

/// To look for a network takes six hours more; what is referred leaves two fifths of the work.
#[test]
fn mobilising_adds_work_and_referring_takes_it_away() {
    let mut still = team_of_none(&[]);
    still.settings.informal_care.mobilisation = 1.0;
    let (_, d) = still.in_week(0);
    let e = only_needs(d, Domain::Social)[0];
    let taken = weeks_of_work(&mut still, e, Severity::Moderate);
    assert!(near(taken, 14.0 / 1.2), "{taken}");
    let mut still = team_of_none(&[("referral.base", 20.0)]);
    let (_, d) = still.in_week(0);
    let e = only_needs(d, Domain::Mental)[0];
    let taken = weeks_of_work(&mut still, e, Severity::Moderate);
    assert!(near(taken, 0.4 * 8.0 / 1.2), "{taken}");
    let (_, d) = still.in_week(0);
    assert_eq!(d.counts.finished()[Indicator::TEAM_REFERRAL_SHARE.place()], Cell { num: 1, den: 1 });
}

/// A further need of the household is a quarter of the work more.
#[test]
fn a_further_need_adds_its_share() {
    let mut still = team_of_none(&[]);
    let (_, d) = still.in_week(0);
    let e = only_needs(d, Domain::Social)[0];
    let before = weeks_of_work(&mut still, e, Severity::Moderate);
    let (now, d) = still.in_week(1);
    let r = d.episodes[e].resident;
    natural::begin(now, d, r, Domain::Mental, 9);
    let other = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Mental).expect("the other");
    let case = ask(&mut still, 1, other, Severity::Light, Frame::Voluntary);
    let (_, d) = still.in_week(1);
    let after = d.cases[case].done as f64 / (WorkClock::FULL * i64::from(MINUTES_PER_WEEK)) as f64;
    assert!(near(after - before, 0.25 * 8.0 / 1.2), "{before} {after}");
    assert!(d.episodes[other].is_helped(), "the case is about it too");
}

/// What a case brings to light in its household is known from then on, counted as found in a case, and helped with.
#[test]
fn a_case_brings_hidden_needs_to_light() {
    for scope in [0.0, 1.0] {
        let mut still = team_of_none(&[("team.case_scope", scope)]);
        let (now, d) = still.in_week(0);
        let e = only_needs(d, Domain::Social)[0];
        let r = d.episodes[e].resident;
        natural::begin(now, d, r, Domain::Mental, 9);
        let other = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Mental).expect("the other");
        let taken = weeks_of_work(&mut still, e, Severity::Moderate);
        assert!(near(taken, (1.0 + 0.25 * scope) * 8.0 / 1.2), "{taken}");
        let (_, d) = still.in_week(0);
        let seen = scope > 0.0;
        assert_eq!((d.episodes[other].known, d.episodes[other].is_helped()), (seen, seen));
        assert!(d.episodes[e].known && d.episodes[e].is_helped());
    }
}

/// A case that is done gives its place back; a moderate need that is still there costs trust, and a light one does not.
/// Aftercare is agreed then.
#[test]
fn a_case_that_is_done_gives_its_place_back() {
    for (aftercare, severity, trust) in
        [(0.0, Severity::Moderate, 40_000), (1.0, Severity::Moderate, 40_000), (1.0, Severity::Light, 50_000)]
    {
        let mut still = team_of_none(&[]);
        still.settings.aftercare.share = aftercare;
        let (_, d) = still.in_week(0);
        let e = only_needs(d, Domain::Social)[0];
        let r = d.episodes[e].resident;
        let weeks = weeks_of_work(&mut still, e, severity);
        let (_, d) = still.in_week(0);
        d.set_trust(r, 50_000);
        d.teams[0].intake_due = Effort(0);
        for w in 1..30 {
            let (_, d) = still.in_week(w);
            assert_eq!(d.teams[0].open, u32::from(f64::from(w) < weeks), "week {w} of {weeks}");
            week(&mut still, w, 1_000);
        }
        let (_, d) = still.in_week(30);
        assert_eq!((d.teams[0].taken, d.teams[0].clocks.each_ref().map(|c| c.demand)), (0, [Effort(0); 2]));
        assert!(!d.episodes[e].is_helped() && d.episodes[e].in_pipeline == 0);
        assert_eq!(d.residents[r].person.trust_first, trust, "{severity:?}");
        assert_eq!(d.episodes[e].aftercare, aftercare > 0.0);
        assert_eq!(d.teams[0].intake_due, Effort(0), "work of aftercare is due later");
        assert_eq!(d.rooms.aftercare.0.len(), usize::from(aftercare > 0.0));
    }
}

/// Whoever asked loses patience and trust; whoever is under pressure cannot just stay away.
#[test]
fn pressure_keeps_people_in_line() {
    for (frame, leaves) in [(Frame::Voluntary, true), (Frame::Pressure, false)] {
        let mut still = team_of_none(&[]);
        let (_, d) = still.in_week(0);
        let e = only_needs(d, Domain::Social)[0];
        let case = ask(&mut still, 0, e, Severity::Moderate, frame);
        let (now, d) = still.in_week(0);
        let r = d.episodes[e].resident;
        d.set_trust(r, 50_000);
        cases::case_leaves(now, d, case);
        assert_eq!((d.teams[0].waiting, d.teams[0].waiting_demand == Effort(0)), (u32::from(!leaves), leaves));
        assert_eq!(d.residents[r].person.trust_first, if leaves { 40_000 } else { 50_000 });
        assert_eq!(d.counts.finished()[Indicator::LEFT_QUEUE.place()].num, i64::from(leaves));
        assert_eq!(d.episodes[e].in_pipeline, u8::from(!leaves));
    }
}

/// Who waits long for the team loses trust and goes to the GP or the debt desk where there is such a door, and keeps
/// the place in line; who waits under pressure, or without another door, only loses trust.
#[test]
fn who_waits_long_for_the_team_tries_another_door() {
    let doors = [("waterbed.share", 1.0), ("gate.refer", 1.0), ("gate.refer_severity", 0.0), ("waterbed.weeks", 8.0)];
    for (domain, frame, goes) in [
        (Domain::Mental, Frame::Voluntary, true),
        (Domain::Debt, Frame::Voluntary, true),
        (Domain::Social, Frame::Voluntary, false),
        (Domain::Mental, Frame::Pressure, false),
    ] {
        let mut still = team_of_none(&doors);
        let d = still.in_week(0).1;
        let e = only_needs(d, domain)[0];
        let r = d.episodes[e].resident;
        let c = ask(&mut still, 0, e, Severity::Moderate, frame);
        let (now, d) = still.in_week(8);
        let before = d.residents[r].person.trust_first;
        cases::case_waits_long(now, d, c);
        assert_eq!(d.entitlements_of(r).next().is_some(), goes, "{domain:?} {frame:?}");
        assert!(d.residents[r].person.trust_first < before && d.cases[c].state == CaseState::Waiting);
    }
}

/// Everybody whom a case was about goes in the middle of the week: who waits gets the place in that minute, not when
/// the week begins.
#[test]
fn a_place_that_comes_free_in_the_week_is_taken_in_that_minute() {
    let mut still = team_of_none(&[]);
    let (_, d) = still.in_week(0);
    let needs = only_needs(d, Domain::Social);
    let first = ask(&mut still, 0, needs[0], Severity::Moderate, Frame::Voluntary);
    week(&mut still, 0, 1);
    let second = ask(&mut still, 1, needs[1], Severity::Moderate, Frame::Voluntary);
    week(&mut still, 1, 1);
    let gone = Minute(Week(2).start().0 + 3_000);
    let (now, d) = still.at(gone);
    assert_eq!([first, second].map(|c| d.cases[c].state), [CaseState::Open, CaseState::Waiting]);
    let h = d.household_of(d.episodes[needs[0]].resident);
    natural::passes(now, d, needs[0]);
    cases::somebody_gone(now, d, h);
    assert_eq!((d.teams[0].open, d.households[h].case), (0, CaseId::NONE));
    week(&mut still, 2, 1);
    let (_, d) = still.in_week(3);
    assert_eq!(d.cases[second].state, CaseState::Open);
    assert_eq!((d.teams[0].open, d.teams[0].taken), (1, 20), "a moderate case takes a place");
    let waited = i64::from(MINUTES_PER_WEEK) + 3_000;
    assert_eq!(d.counts.finished()[Indicator::TEAM_WAIT.place()].num, waited);
}
