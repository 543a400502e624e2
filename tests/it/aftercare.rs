//! Aftercare by hand: contacts in the year after closing, and what comes back in it.

use kantel::calendar::{Entry, Occasion};
use kantel::district::{District, Now, Team, WorkClock};
use kantel::entities::{CaseState, Domain, Episode, Severity};
use kantel::ids::{EpisodeId, HouseholdId, Key};
use kantel::levers::{self, LeverValue};
use kantel::links::Link;
use kantel::mechanisms::aftercare::{agree, contact};
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::team::hours as team;
use kantel::observation::{Indicator, catalogue};
use kantel::plan::Scenario;
use kantel::units::{Effort, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// The week in which a district is founded: its calendar begins then.
const FOUNDED: i32 = -104;

/// A district in which aftercare is agreed in every case.
fn caring(more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("team.aftercare_hours", 5.0),
        ("aftercare.seen", 0.7),
        ("relapse.base", 0.01),
        ("relapse.early", 0.0),
        ("relapse.aftercare", 0.0),
    ];
    parameters.extend_from_slice(more);
    let mut still = Still::of(3_000, &parameters);
    still.settings.aftercare.share = 1.0;
    still
}

/// Open needs of mental health that nobody helps with, each in a household of its own.
fn needs(d: &District) -> Vec<EpisodeId> {
    let mut seen: Vec<HouseholdId> = Vec::new();
    let all = residents(d).flat_map(|r| d.episodes_of(r).map(move |e| (r, e)));
    all.filter(|(r, e)| {
        let episode = &d.episodes[*e];
        let helped = episode.helping.iter().any(|n| *n > 0) || episode.help_ended != [Episode::NEVER; 3];
        let free = episode.domain == Domain::Mental && !episode.recovered && !helped && episode.in_pipeline == 0;
        let h = d.household_of(*r);
        let first = free && !seen.contains(&h);
        if first {
            seen.push(h);
        }
        first
    })
    .map(|(_, e)| e)
    .collect()
}

/// A moment some weeks later.
fn later(now: Now<'_>, weeks: i32) -> Now<'_> {
    let week = Week(now.week.0 + weeks);
    Now { at: week.start(), week, ..now }
}

/// What the calendar has of an occasion, and the weeks from now in which it comes, over two years.
fn to_come(now: Now<'_>, d: &mut District, what: Occasion) -> Vec<(i32, Entry)> {
    let mut found = Vec::new();
    for weeks in 0..=104 {
        d.calendar.open(Week(now.week.0 + weeks));
        while let Some(entry) = d.calendar.pop() {
            if entry.what == what {
                found.push((weeks, entry));
            }
        }
    }
    found
}

/// Four contacts, one in every quarter of the year; a quarter of the work is due at each, and nothing at closing.
#[test]
fn contacts_are_dated_and_so_is_their_work() {
    let mut still = caring(&[]);
    let (now, d) = still.in_week(FOUNDED);
    let h = d.household_of(residents(d).next().expect("somebody"));
    d.teams[0].intake_due = Effort(0);
    assert!(agree::agree(now, d, h, (Key(9), 0)));
    assert_eq!((d.teams[0].intake_due, d.rooms.aftercare.0.len()), (Effort(0), 1));
    let contacts = to_come(now, d, Occasion::AFTERCARE_CONTACT);
    assert_eq!(contacts.iter().map(|(weeks, _)| *weeks).collect::<Vec<_>>(), [13, 26, 39, 52]);
    for (i, (weeks, entry)) in contacts.iter().enumerate() {
        assert_eq!((entry.slot, entry.generation), (h.0, d.households[h].generation));
        contact::contact(later(now, *weeks), d, h, entry.aux);
        assert_eq!(d.teams[0].intake_due, Effort((i as i64 + 1) * 75), "an hour and a quarter each");
    }
    assert_eq!(d.counts.finished()[Indicator::AFTERCARE_CONTACTS.place()].num, 4);
    assert!(d.rooms.aftercare.0.is_empty(), "the year is over");
    still.settings.aftercare.share = 0.0;
    let (now, d) = still.in_week(FOUNDED);
    assert!(!agree::agree(now, d, h, (Key(9), 0)) && d.rooms.aftercare.0.is_empty());
}

/// Of what comes back within the year seven in ten are seen within four weeks, of what comes back later none, and none
/// where the link is cut. Of n needs the bound is four standard errors.
#[test]
fn most_of_what_comes_back_in_the_year_is_seen_within_four_weeks() {
    for (after, agreed, link, expected) in
        [(10, true, 1.0, 0.7), (52, true, 1.0, 0.7), (53, true, 1.0, 0.0), (10, true, 0.0, 0.0), (10, false, 1.0, 0.0)]
    {
        let mut still = caring(&[]);
        still.settings.aftercare.share = f64::from(u8::from(agreed));
        still.settings.links[Link::AFTERCARE_RETURN.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let all = needs(d);
        for &e in &all {
            let h = d.household_of(d.episodes[e].resident);
            agree::agree(now, d, h, (d.episodes[e].key, 0));
            contact::came_back(later(now, after), d, e);
        }
        let seen = to_come(now, d, Occasion::RETURN_SEEN);
        assert!(seen.iter().all(|(weeks, _)| (after..=after + 4).contains(weeks)), "within four weeks");
        let n = all.len() as f64;
        let bound = 4.0 * libm::sqrt(n * expected * (1.0 - expected));
        assert!(n > 80.0 && (seen.len() as f64 - n * expected).abs() <= bound, "{after}: {} of {n}", seen.len());
    }
}

/// A need that comes back tells so; who sees it takes it up, as severe as it is then. It fails where the team has no
/// place: the need is seen, waits, and is not helped.
#[test]
fn what_is_seen_is_taken_up_where_there_is_a_place() {
    for places in [1_000, 0] {
        let mut still = caring(&[("aftercare.seen", 1.0), ("referral.base", -20.0)]);
        let (now, d) = still.in_week(FOUNDED);
        d.teams[0] = Team::default();
        for clock in &mut d.teams[0].clocks {
            clock.pace = WorkClock::FULL;
        }
        let e = needs(d)[0];
        d.change_episode(e, |episode| (episode.known, episode.severity) = (true, Severity::Light));
        natural::recover(now, d, e);
        let r = d.episodes[e].resident;
        agree::agree(now, d, d.household_of(r), (Key(9), 0));
        let height = 0.0_f32;
        let entry =
            Entry { at: now.at, tie: height.to_bits(), slot: e.0, generation: 0, what: Occasion::RELAPSE, aux: 0 };
        natural::relapse(now, d, &entry);
        let back = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Mental).expect("it is back");
        assert!(!d.episodes[back].known);
        let (weeks, seen) = to_come(now, d, Occasion::RETURN_SEEN)[0];
        assert_eq!((seen.slot, seen.generation), (back.0, d.episodes[back].generation));
        d.change_episode(back, |episode| episode.severity = Severity::Severe);
        contact::seen(later(now, weeks), d, back);
        assert!(d.episodes[back].known && d.episodes[back].in_pipeline == 1);
        let case = d.households[d.household_of(r)].case;
        assert_eq!((d.cases[case].state, d.cases[case].severity), (CaseState::Waiting, Severity::Severe));
        d.teams[0].places = places;
        team::replay(later(now, weeks), d);
        assert_eq!(d.episodes[back].is_helped(), places > 0);
        assert_eq!(d.counts.finished()[Indicator::RETURNS_SEEN.place()].num, 1);
        // Who sees it again while something is under way does nothing twice.
        contact::seen(later(now, weeks), d, back);
        assert!(d.cases.len() == 1);
    }
}

/// It works through its parts alone, without less coming back: where much comes back soon, what is seen and taken up
/// lies hidden for less long. With the link cut nothing is seen.
#[test]
fn where_much_comes_back_soon_less_of_it_stays_hidden() {
    let mut base = builtin("reactive", 5_000, 5);
    for (key, value) in [
        ("relapse.aftercare", 0.0),
        ("aftercare.seen", 0.9),
        ("relapse.early", 0.1),
        ("help.team", 3.0),
        ("team.aftercare_hours", 0.1),
    ] {
        fix(&mut base, key, value);
    }
    let starts = [0, 1, 2, 3, 4, 5].map(|replicate| burned_in(&base, 0, replicate));
    let with = |link: f64| {
        let mut scenario: Scenario = base.clone();
        let lever = levers::position("aftercare.share").expect("a lever");
        scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(1.0));
        scenario.organisation.timeline.base.links[Link::AFTERCARE_RETURN.place()] = link;
        let runs = [0, 1, 2, 3, 4, 5].map(|r| go_on(&starts[r as usize], &scenario, 0, r, Week(260)));
        move |key: &str| -> i64 {
            let place = catalogue::position(key, "all").expect("a series");
            runs.iter().flat_map(|run| &run.record().years).map(|year| year[place].num).sum()
        }
    };
    let (seen, cut) = (with(1.0), with(0.0));
    assert!(seen("aftercare.returns_seen") > 20 && cut("aftercare.returns_seen") == 0);
    assert!(seen("need.hidden") < cut("need.hidden"), "{} {}", seen("need.hidden"), cut("need.hidden"));
}
