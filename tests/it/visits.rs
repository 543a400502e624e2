//! Going out by hand: whom a visit finds, what it costs, whom it is aimed at, and what reports take.

use kantel::calendar::{Entry, Occasion};
use kantel::district::{District, Now};
use kantel::entities::{Domain, Frame, Resident, Route, Severity};
use kantel::ids::{EpisodeId, HouseholdId, ResidentId};
use kantel::mechanisms::needs::hazards;
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::outreach::Targeting;
use kantel::mechanisms::outreach::contacts as outreach;
use kantel::observation::{Cell, Indicator};
use kantel::units::{Effort, MINUTES_PER_WEEK};

use crate::small::{Still, residents};

/// Visits that are opened to always, or never, and see everything that is there.
fn doors(contact: f64, more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("visit.contact", contact),
        ("visit.detection", 1.0),
        ("visit.hours", 2.0),
        ("visit.miss_hours", 0.5),
        ("place.detection", 1.0),
        ("place.hours", 0.5),
        ("trust.up", 0.1),
    ];
    parameters.extend_from_slice(more);
    let mut still = Still::of(3_000, &parameters);
    let (_, d) = still.in_week(0);
    d.presence.visit_rate = 0.01;
    for h in d.households.all() {
        let household = &mut d.households[h];
        household.visits_entered = 1.0;
    }
    still
}

fn count(d: &District, indicator: Indicator) -> Cell {
    d.counts.finished()[indicator.place()]
}

/// A visit to an address that is on the list.
fn visit(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let generation = d.households[h].generation;
    let entry = Entry { at: now.at, tie: 0, slot: h.0, generation, what: Occasion::DOOR_VISIT, aux: 0 };
    outreach::visit(now, d, &entry);
}

fn open(d: &District, h: HouseholdId, is_known: bool) -> Vec<EpisodeId> {
    let of = |e: &EpisodeId| !d.episodes[*e].recovered && d.episodes[*e].known == is_known;
    d.members(h).flat_map(|m| d.episodes_of(m)).filter(of).collect()
}

/// Addresses on the list by whether there is a hidden need, and whether there is any.
fn addresses(d: &District, hidden: bool, known: bool) -> Vec<HouseholdId> {
    (0..d.households.len() as u32)
        .map(HouseholdId)
        .filter(|h| d.households[*h].weight > 0)
        .filter(|h| open(d, *h, false).is_empty() != hidden && open(d, *h, true).is_empty() != known)
        .collect()
}

/// Two hours where somebody opens and half an hour where nobody does, out of the bank and into the books.
#[test]
fn a_visit_costs_its_hours_whether_anybody_opens_or_not() {
    for (contact, hours) in [(1.0, 2.0), (0.0, 0.5)] {
        let mut still = doors(contact, &[]);
        let (now, d) = still.in_week(0);
        d.presence.visit_bank = Effort::from_hours(10.0);
        let h = addresses(d, false, false)[0];
        visit(now, d, h);
        let spent = Effort::from_hours(hours);
        assert_eq!((d.presence.visit_bank, d.presence.used_door), (Effort::from_hours(10.0) - spent, spent));
        assert_eq!(count(d, Indicator::HOURS_PER_FOUND), Cell { num: spent.0, den: 0 });
        assert_eq!((count(d, Indicator::VISITS).num, count(d, Indicator::VISITS_REACHED).num), (1, contact as i64));
    }
}

/// Attention takes time and builds trust, where a visit finds nothing.
#[test]
fn attention_costs_hours_and_builds_trust() {
    let mut still = doors(1.0, &[]);
    still.settings.outreach.attention_hours = 1.0;
    let (now, d) = still.in_week(0);
    let h = addresses(d, false, false)[0];
    let adults: Vec<ResidentId> = d.members(h).filter(|m| d.residents[*m].is_adult()).collect();
    for &m in &adults {
        d.set_trust(m, 20_000);
    }
    visit(now, d, h);
    assert_eq!(d.presence.used_door, Effort::from_hours(3.0));
    // A tenth of the way from 20,000 to 65,535.
    assert!(adults.iter().all(|m| d.residents[*m].person.trust_first.abs_diff(24_554) <= 1));
    let h = addresses(d, true, false)[0];
    let before = d.presence.used_door;
    visit(now, d, h);
    assert_eq!(d.presence.used_door - before, Effort::from_hours(2.0), "no attention where there is something to do");
}

/// No address is visited twice within a year.
#[test]
fn an_address_is_left_alone_for_a_year() {
    let mut still = doors(1.0, &[]);
    let (_, d) = still.in_week(0);
    let h = addresses(d, false, false)[0];
    for (week, visits) in [(0, 1), (0, 1), (51, 1), (52, 2), (100, 2)] {
        let (now, d) = still.in_week(week);
        visit(now, d, h);
        assert_eq!(count(d, Indicator::VISITS).num, visits, "week {week}");
    }
}

/// A visit finds what nobody knew, all of it and nothing else, and counts the visits to addresses where there was
/// something.
#[test]
fn only_what_was_hidden_is_found() {
    let mut still = doors(1.0, &[]);
    let (now, d) = still.in_week(0);
    let (mut hidden, known) = (addresses(d, true, false), addresses(d, false, true));
    let one = |h: &HouseholdId| open(d, *h, false).len() == 1;
    let both = hidden.remove(hidden.iter().position(one).expect("an address with one hidden need"));
    let of = d.episodes[open(d, both, false)[0]].clone();
    let other = if of.domain == Domain::Social { Domain::Mental } else { Domain::Social };
    natural::begin(now, d, of.resident, other, 5);
    let begun = d.episodes_of(of.resident).find(|e| d.episodes[*e].domain == other).expect("a need");
    d.change_episode(begun, |episode| episode.known = true);
    assert!(hidden.len() > 20 && known.len() > 20, "{} {}", hidden.len(), known.len());
    for &h in &known {
        visit(now, d, h);
    }
    let visits = known.len() as i64;
    assert_eq!(count(d, Indicator::POOL_DEPLETION), Cell { num: 0, den: visits });
    assert_eq!(count(d, Indicator::HIT_RATE), Cell { num: 0, den: visits });
    assert_eq!(count(d, Indicator::FOUND_DELAY).den, 0);
    let mut needs = 0;
    for &h in &hidden {
        needs += open(d, h, false).len() as i64;
        visit(now, d, h);
        assert!(open(d, h, false).is_empty(), "everything is seen");
    }
    let addresses = hidden.len() as i64;
    assert_eq!(count(d, Indicator::POOL_DEPLETION), Cell { num: addresses, den: visits + addresses });
    assert_eq!(count(d, Indicator::HIT_RATE), Cell { num: addresses, den: visits + addresses });
    assert_eq!(count(d, Indicator::FOUND_DELAY).den, needs * i64::from(MINUTES_PER_WEEK));
    // Two hours a visit over the needs that were found.
    assert_eq!(count(d, Indicator::HOURS_PER_FOUND), Cell { num: 120 * (visits + addresses), den: 60 * needs });
    // Beside a need of the same person that is known already, only the hidden one is found.
    let h = both;
    let hours = count(d, Indicator::HOURS_PER_FOUND);
    visit(now, d, h);
    let after = count(d, Indicator::HOURS_PER_FOUND);
    assert_eq!((after.num - hours.num, after.den - hours.den), (120, 60));
}

/// A first contact counts how long the need had lasted and how severe it was, by the route it came by.
#[test]
fn a_first_contact_counts_delay_and_severity() {
    for (route, delay, severity) in [
        (Route::Door, Indicator::FOUND_DELAY, Indicator::FOUND_SEVERITY),
        (Route::Place, Indicator::FOUND_DELAY, Indicator::FOUND_SEVERITY),
        (Route::Asked, Indicator::ASKED_DELAY, Indicator::ASKED_SEVERITY),
    ] {
        let mut still = doors(1.0, &[]);
        let (now, d) = still.in_week(0);
        let r = residents(d).find(|r| d.residents[*r].episodes.some().is_none()).expect("somebody without needs");
        natural::begin(now, d, r, Domain::Social, 5);
        let e = d.episodes_of(r).next().expect("a need");
        d.change_episode(e, |episode| episode.severity = Severity::Severe);
        let (now, d) = still.in_week(7);
        natural::becomes_known(now, d, e, route);
        let week = i64::from(MINUTES_PER_WEEK);
        assert_eq!(count(d, delay), Cell { num: 7 * week, den: week }, "{route:?}");
        assert_eq!(count(d, severity), Cell { num: 3, den: 1 }, "{route:?}");
        // What is known becomes known no second time.
        natural::becomes_known(now, d, e, route);
        assert_eq!(count(d, severity).den, 1);
    }
}

/// Whoever trusts fully accepts help half as often again as on average, which is always here; who has no trust at all
/// accepts it half as often as that average.
#[test]
fn help_is_accepted_by_trust() {
    for (trust, declined) in [(u16::MAX, 0.0), (0, 2.0 / 3.0)] {
        let mut still = doors(1.0, &[("visit.accept", 2.0 / 3.0), ("trust.tie", 0.0)]);
        let (now, d) = still.in_week(0);
        let all: Vec<ResidentId> = residents(d).collect();
        for r in all {
            d.set_trust(r, trust);
        }
        for h in addresses(d, true, false) {
            visit(now, d, h);
        }
        let n = count(d, Indicator::FOUND_SEVERITY).den as f64;
        let share = count(d, Indicator::HELP_DECLINED).num as f64 / n;
        // Within four standard errors of a share of n.
        assert!((share - declined).abs() <= 4.0 * libm::sqrt(declined * (1.0 - declined) / n), "{share} of {n}");
    }
}

/// Visits by deprivation go to low incomes and deprived neighbourhoods in proportion.
#[test]
fn deprivation_and_low_income_weigh_in_proportion() {
    let mut still = doors(1.0, &[("signal.low_income", 3.0)]);
    still.settings.outreach.targeting = Targeting::Deprivation;
    let (now, d) = still.in_week(0);
    outreach::weigh_anew(now, d);
    let mut seen = [0; 2];
    for household in d.households.iter().filter(|h| h.weight > 0) {
        let place = d.neighbourhoods[household.neighbourhood as usize].deprivation.max(0.1);
        let poor = household.income == 0;
        let expected = place * if poor { 3.0 } else { 1.0 } * 16.0;
        assert!((f64::from(household.weight) - expected).abs() < 1.0, "{} {expected}", household.weight);
        seen[usize::from(poor)] += 1;
    }
    assert!(seen.iter().all(|n| *n > 50), "{seen:?}");
}

/// Who has no tie outside is met less where people are: at a height between the two rates only the others are.
#[test]
fn isolated_people_are_met_less_where_people_are() {
    let mut still = doors(1.0, &[("place.isolated", 0.5)]);
    let (now, d) = still.in_week(0);
    (d.presence.place_rate, d.presence.place_entered) = (0.1, 0.1);
    let mut seen = [0; 2];
    let all: Vec<ResidentId> =
        residents(d).filter(|r| !d.residents[*r].is_recluse() && !d.residents[*r].is(Resident::LONG_TERM)).collect();
    for r in all {
        let tied = d.residents[r].person.ties > 0;
        let (tie, generation) = (0.07_f32.to_bits(), d.residents[r].generation);
        let before = (d.presence.place_bank, d.presence.used_place);
        let what = Occasion::PLACE_CONTACT;
        outreach::place_contact(now, d, &Entry { at: now.at, tie, slot: r.0, generation, what, aux: 0 });
        let spent = if tied { Effort::from_hours(0.5) } else { Effort(0) };
        assert_eq!((before.0 - d.presence.place_bank, d.presence.used_place - before.1), (spent, spent));
        seen[usize::from(tied)] += 1;
    }
    assert!(seen.iter().all(|n| *n > 10), "{seen:?}");
}

/// A signal of arrears takes its hours out of the bank, and only somebody who is reached is taken on; without hours it
/// is left, and counted.
#[test]
fn a_report_takes_hours_and_reaches_some() {
    for (hours, reached, left, known) in [(1.0, 1.0, 0, true), (1.0, 0.0, 0, false), (0.0, 1.0, 1, false)] {
        let mut still = doors(1.0, &[("report.arrears_reached", reached), ("report.arrears_hours", 0.75)]);
        let (now, d) = still.in_week(0);
        d.presence.report_bank = Effort::from_hours(hours);
        let e = residents(d)
            .filter(|r| !d.residents[*r].is_recluse())
            .flat_map(|r| d.episodes_of(r))
            .find(|e| {
                let episode = &d.episodes[*e];
                let free = episode.in_pipeline == 0 && !episode.is_helped() && !episode.recovered;
                episode.domain == Domain::Debt && free && !episode.known
            })
            .expect("debts that nobody knows of");
        let what = Occasion::REPORT;
        outreach::report(now, d, &Entry { at: now.at, tie: 0, slot: e.0, generation: 0, what, aux: 0 });
        let spent = Effort::from_hours(if hours > 0.0 { 0.75 } else { 0.0 });
        assert_eq!(d.presence.report_bank, Effort::from_hours(hours) - spent);
        assert_eq!((d.presence.used_report, count(d, Indicator::REPORTS_LEFT).num), (spent, left));
        assert_eq!((d.episodes[e].known, d.episodes[e].in_pipeline > 0), (known, known));
    }
}

/// Who has arrears is asked whether they want help; who is reported out of concern is under pressure.
#[test]
fn concern_is_pressure_and_arrears_are_not() {
    for (domain, frame) in [(Domain::Debt, Frame::Voluntary), (Domain::Mental, Frame::Pressure)] {
        let mut still = doors(1.0, &[("report.arrears_reached", 1.0), ("report.concern", 0.1)]);
        let (now, d) = still.in_week(0);
        d.presence.report_bank = Effort::from_hours(10.0);
        let e = residents(d)
            .filter(|r| !d.residents[*r].is_recluse() && d.entitlements_of(*r).next().is_none())
            .flat_map(|r| d.episodes_of(r))
            .find(|e| d.episodes[*e].domain == domain && !d.episodes[*e].is_helped() && !d.episodes[*e].recovered)
            .expect("a need");
        d.change_episode(e, |episode| episode.severity = Severity::Severe);
        hazards::enter_all(now, d, e);
        let what = Occasion::REPORT;
        outreach::report(now, d, &Entry { at: now.at, tie: 0, slot: e.0, generation: 0, what, aux: 0 });
        let case = d.households[d.household_of(d.episodes[e].resident)].case;
        assert_eq!(d.cases[case].frame, frame, "{domain:?}");
    }
}
