//! Informal care by hand: who is found, for how many hours, until when, and what is left of care that began long ago.

use std::collections::BTreeSet;

use kantel::calendar::{Entry, Occasion};
use kantel::district::{District, Now, burden_chance};
use kantel::entities::{Care, Domain, Helper, Position, Resident, Severity, Tie};
use kantel::ids::{CareId, EpisodeId, HouseholdId, ResidentId};
use kantel::links::Link;
use kantel::mechanisms::informal_care::{care, missing};
use kantel::mechanisms::needs::natural;
use kantel::observation::Indicator;
use kantel::random::Distribution;
use kantel::units::{MINUTES_PER_WEEK, Minute, Week};

use crate::small::{Still, builtin, burned_in, go_on, residents};

const CLEAR: &[(&str, f64)] = &[
    ("care.ask", 0.35),
    ("care.offer", 0.55),
    ("care.housemate", 0.5),
    ("care.burdened_share", 0.3),
    ("care.busy_share", 0.6),
    ("care.stop", 0.001),
    ("care.stop_burdened", 0.004),
    ("care.outside", 0.4),
    ("care.outside_end", 0.0),
    ("onset.strain", 5.0),
    ("onset.isolation", 1.0),
    ("onset.coupling", 1.2),
    ("demography.moves", 0.3),
];

/// A district in which nobody cares for anybody yet, nobody needs anything, and care is as stated.
fn nobody_cares(more: &[(&str, f64)]) -> Still {
    let mut parameters = CLEAR.to_vec();
    parameters.extend_from_slice(more);
    let mut still = Still::of(4_000, &parameters);
    let (now, d) = still.in_week(0);
    for r in residents(d).collect::<Vec<_>>() {
        care::end_all(now, d, r);
        while let Some(e) = d.residents[r].episodes.some() {
            d.remove_episode(e);
        }
        d.residents[r].set(Resident::LONG_TERM, false);
    }
    still
}

/// A moderate need that nobody cares for yet.
fn need(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain) -> EpisodeId {
    natural::begin(now, d, r, domain, 3);
    let e = d.episodes_of(r).find(|e| d.episodes[*e].domain == domain).expect("a need");
    d.change_episode(e, |episode| episode.severity = Severity::Moderate);
    care::end_for_episode(now, d, e);
    e
}

fn carers(d: &District, e: EpisodeId) -> Vec<CareId> {
    d.cares_of(d.episodes[e].resident, false).filter(|c| d.cares[*c].episode == e).collect()
}

/// What keeps somebody from caring: nothing, a burden, much care already, or long-term care; a need of one's own
/// besides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    Free,
    Burdened,
    Needy,
    Busy,
    LongTerm,
}

const KEPT: [Kept; 5] = [Kept::Free, Kept::Burdened, Kept::Needy, Kept::Busy, Kept::LongTerm];

/// Keeps the adults from caring by turns.
fn keep(now: Now<'_>, d: &mut District) -> Vec<Kept> {
    let mut kept = vec![Kept::Free; d.residents.slots()];
    for r in residents(d).collect::<Vec<_>>() {
        let by = KEPT[(d.residents[r].key.0 >> 20) as usize % KEPT.len()];
        kept[r.index()] = by;
        match by {
            Kept::Free => {}
            Kept::Burdened => d.residents[r].person.burdens = 1,
            Kept::Needy => {
                natural::begin(now, d, r, Domain::Work, 9);
                let e = d.episodes_of(r).next().expect("a need");
                d.change_episode(e, |episode| episode.severity = Severity::Severe);
            }
            Kept::Busy => d.residents[r].person.care_given = 481,
            Kept::LongTerm => d.residents[r].set(Resident::LONG_TERM, true),
        }
    }
    kept
}

/// How able a carer of some age is.
fn able(now: Now<'_>, d: &District, r: ResidentId, kept: Kept) -> f64 {
    let share = match kept {
        Kept::Free => 1.0,
        Kept::Burdened | Kept::Needy => 0.3,
        Kept::Busy => 0.6,
        Kept::LongTerm => 0.0,
    };
    share * now.inputs.tables.caring[usize::from(now.age(&d.residents[r]))]
}

/// Expected and found carers by what keeps them: sums of single events, which have at most their expectation as
/// variance.
fn compare(what: &str, expected: [f64; 5], found: [f64; 5]) {
    for ((kept, expected), found) in KEPT.into_iter().zip(expected).zip(found) {
        let error = 4.0 * libm::sqrt(expected);
        assert!((found - expected).abs() <= error, "{what}, kept by {}: {found} against {expected}", kept as u8);
        assert!(kept == Kept::LongTerm || error < 0.35 * expected, "{expected} are too few");
    }
}

/// Each adult housemate gives care with the stated share times how able people like that are; minors do not, and nobody
/// outside the household is asked where there is nobody.
#[test]
fn housemates_care_as_often_as_they_are_able_to() {
    let mut still = nobody_cares(&[("care.cap", 100.0)]);
    let (now, d) = still.in_week(0);
    let kept = keep(now, d);
    let (mut expected, mut found) = ([0.0; 5], [0.0; 5]);
    for h in (0..d.households.len() as u32).map(HouseholdId) {
        let r = d.reference_of(h);
        let members: Vec<ResidentId> = d.members(h).filter(|m| *m != r).collect();
        let adults: Vec<ResidentId> = members.iter().copied().filter(|m| now.age(&d.residents[*m]) >= 18).collect();
        if members.is_empty() || adults.len() > 2 || kept[r.index()] == Kept::LongTerm {
            continue;
        }
        d.remove_ties(r);
        let e = need(now, d, r, Domain::Daily);
        for occasion in 1..11 {
            care::seek(now, d, e, occasion);
            for m in &adults {
                expected[kept[m.index()] as usize] += 0.5 * able(now, d, *m, kept[m.index()]);
            }
            for c in carers(d, e) {
                let giver = d.cares[c].giver;
                assert!(adults.contains(&giver), "who cares is an adult of the household");
                found[kept[giver.index()] as usize] += 1.0;
            }
            care::end_for_episode(now, d, e);
        }
        d.remove_episode(e);
    }
    compare("housemates", expected, found);
}

/// A tie is asked and agrees with the product of what both bring: care.ask x 2 x ask x (1.5 - threshold), care.offer x
/// 2 x offer x how able the other is, and 0.5 + strength. Of who lives alone with up to two ties, each is asked by
/// itself.
#[test]
fn ties_care_as_often_as_both_bring_it() {
    let mut still = nobody_cares(&[("care.cap", 100.0)]);
    let (now, d) = still.in_week(0);
    let kept = keep(now, d);
    let (mut expected, mut found) = ([0.0; 5], [0.0; 5]);
    let (mut away, mut away_found): (f64, f64) = (0.0, 0.0);
    for r in residents(d).collect::<Vec<_>>() {
        let ties: Vec<Tie> = d.ties_of(r).collect();
        let single = d.members(d.household_of(r)).count() == 1;
        if !single || ties.is_empty() || ties.len() > 2 || kept[r.index()] == Kept::LongTerm {
            continue;
        }
        let e = need(now, d, r, Domain::Daily);
        let asks = |tie: &Tie| 0.35 * 2.0 * tie.ask() * (1.5 - d.residents[r].person.people_threshold());
        let chance = |tie: &Tie, offer: f64| (asks(tie) * (0.55 * offer).min(1.0) * (0.5 + tie.strength())).min(1.0);
        let mut chances = Vec::new();
        for tie in &ties {
            let offer = tie.other().some().map(|o| {
                let back = d.ties_of(o).find(|t| t.other() == r).expect("a tie seen from both ends");
                2.0 * back.offer() * able(now, d, o, kept[o.index()])
            });
            chances.push((tie.other().some(), chance(tie, offer.unwrap_or(2.0 * tie.offer()))));
        }
        for occasion in 1..1201 {
            care::seek(now, d, e, occasion);
            for (other, chance) in &chances {
                *other.map_or(&mut away, |o| &mut expected[kept[o.index()] as usize]) += chance;
            }
            for c in carers(d, e) {
                let giver = d.cares[c].giver.some();
                *giver.map_or(&mut away_found, |g| &mut found[kept[g.index()] as usize]) += 1.0;
            }
            care::end_for_episode(now, d, e);
        }
        d.remove_episode(e);
    }
    compare("ties", expected, found);
    assert!(
        (away_found - away).abs() < 4.0 * libm::sqrt(away) && away > 500.0,
        "{away_found} against {away} elsewhere"
    );
}

/// Two carers are enough for a need: of many who would, housemates come first and then the strongest ties. Nobody cares
/// twice for one person.
#[test]
fn two_carers_are_enough_and_the_nearest_come_first() {
    let mut still = nobody_cares(&[("care.ask", 1.0), ("care.offer", 1.0), ("care.housemate", 1.0)]);
    let (now, d) = still.in_week(0);
    let (mut chosen, mut passed) = (Vec::new(), Vec::new());
    let (mut both, mut mates, mut third, mut two_mates) = (0, 0, 0, 0);
    for r in residents(d).collect::<Vec<_>>() {
        d.residents[r].person.threshold_people = 0;
        let first = need(now, d, r, Domain::Daily);
        let second = need(now, d, r, Domain::Mental);
        let others: Vec<ResidentId> = d.members(d.household_of(r)).filter(|m| *m != r).collect();
        for e in [first, second] {
            care::seek(now, d, e, 5);
            care::seek(now, d, e, 6);
            let found = carers(d, e);
            assert!(found.len() <= 2, "{} carers", found.len());
            both += usize::from(found.len() == 2);
            let is_mate = |c: &&CareId| others.contains(&d.cares[**c].giver);
            two_mates += usize::from(found.iter().filter(is_mate).count() == 2);
            mates += found.iter().filter(|c| others.contains(&d.cares[**c].giver)).count();
            third += usize::from(found.iter().any(|c| others.contains(&d.cares[*c].giver)) && found.len() == 2);
        }
        let givers: Vec<ResidentId> = d.cares_of(r, false).filter_map(|c| d.cares[c].giver.some()).collect();
        assert_eq!(givers.iter().collect::<BTreeSet<_>>().len(), givers.len(), "somebody cares twice for one person");
        // Who lives alone, with ties to choose from.
        let ties: Vec<Tie> = d.ties_of(r).filter(|t| t.other().some().is_some()).collect();
        if others.is_empty() && ties.len() >= 4 {
            let of_first: Vec<ResidentId> = carers(d, first).iter().map(|c| d.cares[*c].giver).collect();
            for tie in ties {
                (if of_first.contains(&tie.other()) { &mut chosen } else { &mut passed }).push(tie.strength());
            }
        }
        care::end_all(now, d, r);
        while let Some(e) = d.residents[r].episodes.some() {
            d.remove_episode(e);
        }
    }
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    assert!(two_mates > 50, "{two_mates}");
    assert!(
        chosen.len() > 200 && both > 1_000 && mates > 1_000 && third > 300,
        "{} {both} {mates} {third}",
        chosen.len()
    );
    assert!(mean(&chosen) > mean(&passed) + 0.1, "{} and {}", mean(&chosen), mean(&passed));
}

/// Needs of mind, body, network and youth that are at least moderate make people look for care; others do not.
#[test]
fn only_some_needs_make_people_look_for_care() {
    let mut still = nobody_cares(&[("care.housemate", 1.0)]);
    let (now, d) = still.in_week(0);
    for domain in Domain::ALL {
        for severity in Severity::ALL {
            let mut found = 0;
            for h in (0..200).map(HouseholdId) {
                let young = |m: &ResidentId| domain != Domain::Youth || d.residents[*m].stage < Resident::NO_YOUTH;
                let Some(r) = d.members(h).find(young) else { continue };
                let e = need(now, d, r, domain);
                d.change_episode(e, |episode| episode.severity = severity);
                care::seek(now, d, e, 7);
                found += carers(d, e).len();
                care::end_for_episode(now, d, e);
                d.remove_episode(e);
            }
            let looks = matches!(domain, Domain::Mental | Domain::Daily | Domain::Social | Domain::Youth)
                && severity >= Severity::Moderate;
            assert_eq!(found > 10, looks, "{domain:?} {severity:?}: {found}");
            assert!(looks || found == 0, "{domain:?} {severity:?}: {found}");
        }
    }
}

/// What is missing in the week: hours, and the weighed share of what is looked for.
fn missing(now: Now<'_>, d: &mut District) -> (f64, f64) {
    let before = [Indicator::CARE_MISSING, Indicator::CARE_MISSING_SHARE].map(|i| d.counts.finished()[i.place()]);
    missing::observe(now, d);
    let after = [Indicator::CARE_MISSING, Indicator::CARE_MISSING_SHARE].map(|i| d.counts.finished()[i.place()]);
    let hours = (after[0].num - before[0].num) as f64 / 60.0;
    let (num, den) = (after[1].num - before[1].num, after[1].den - before[1].den);
    (hours, if den > 0 { num as f64 / den as f64 } else { 0.0 })
}

/// The mean hours of a carer are those of the log-normal up to the cap, as the quantiles have them.
#[test]
fn the_hours_that_one_more_carer_would_give_are_the_mean() {
    for (median, sigma, cap) in [(4.953, 1.33, 112.0), (4.0, 0.5, 5.0), (6.0, 0.0, 112.0)] {
        let mut still = nobody_cares(&[("care.median", median), ("care.sigma", sigma), ("care.cap", cap)]);
        let (now, _) = still.in_week(0);
        let hours = Distribution::LogNormal { median, sigma };
        let n = 200_000;
        let sum: f64 = (0..n).map(|i| hours.quantile((f64::from(i) + 0.5) / f64::from(n)).min(cap)).sum();
        let mean = missing::mean_hours(now);
        assert!((mean - sum / f64::from(n)).abs() < 1e-3 * mean, "{mean} {}", sum / f64::from(n));
    }
}

/// A need that looks for care lacks two carers less those that it has. A light need, one of work and one of somebody in
/// long-term care look for nobody. Of what is looked for, a carer weighs as much as the severity of the need.
#[test]
fn what_nobody_gives_is_counted_by_the_hour() {
    let mut still = nobody_cares(&[("care.housemate", 1.0), ("care.ask", 0.0), ("care.mobilise", 0.0)]);
    let (now, d) = still.in_week(0);
    let mean = libm::round(missing::mean_hours(now) * 60.0) / 60.0;
    let alone: Vec<ResidentId> = (0..1_900)
        .map(HouseholdId)
        .filter(|h| d.members(*h).count() == 1)
        .filter_map(|h| d.members(h).next())
        .filter(|r| d.residents[*r].is_adult())
        .collect();
    assert!(missing(now, d) == (0.0, 0.0), "nobody needs anything");
    let near = |d: &mut District, hours: f64, share: f64| {
        let (is, of) = missing(now, d);
        assert!((is - hours).abs() < 1e-9 && (of - share).abs() < 1e-9, "{is} {hours}, {of} {share}");
    };
    let e = need(now, d, alone[0], Domain::Daily);
    near(d, 2.0 * mean, 1.0);
    d.change_episode(e, |episode| episode.severity = Severity::Light);
    need(now, d, alone[1], Domain::Work);
    near(d, 0.0, 0.0);
    d.change_episode(e, |episode| episode.severity = Severity::Severe);
    // A couple: the one cares for the other, and one more is looked for.
    let couple = |h: &HouseholdId| d.members(*h).filter(|m| d.residents[*m].is_adult()).count() == 2;
    let h = (0..1_900).map(HouseholdId).filter(couple).find(|h| {
        let mate = d.members(*h).nth(1).expect("somebody");
        (40..60).contains(&d.residents[mate].age_in(0)) && !d.residents[mate].is_recluse()
    });
    let r = d.members(h.expect("a couple")).next().expect("somebody");
    let cared = need(now, d, r, Domain::Mental);
    for occasion in 100.. {
        if !carers(d, cared).is_empty() {
            break;
        }
        care::seek(now, d, cared, occasion);
    }
    assert_eq!(carers(d, cared).len(), 1);
    // Severe counts three and moderate two: 2 x 3 + 1 x 2 of 2 x 3 + 2 x 2.
    near(d, 3.0 * mean, 0.8);
    care::end_for_episode(now, d, cared);
    near(d, 4.0 * mean, 1.0);
    d.set_long_term(alone[0], true);
    near(d, 2.0 * mean, 1.0);
    assert_eq!(d.recount().carers_missing, d.levels.carers_missing);
    d.remove_episode(e);
    d.remove_episode(cared);
    near(d, 0.0, 0.0);
}

/// Hours are log-normal: half of all above the median, 15.9 % more than a standard deviation above; and as many are
/// heavily burdened as the log odds of their hours say, among those with few hours and among those with many.
#[test]
fn hours_are_log_normal_and_burden_follows_them() {
    let mut still = nobody_cares(&[("care.median", 5.0), ("care.sigma", 1.0), ("care.cap", 168.0)]);
    let (now, d) = still.in_week(0);
    let p = &now.inputs.params;
    let (mut hours, mut burdened, mut chances, mut raised) = (Vec::new(), [0.0; 2], [0.0_f64; 2], 0);
    for r in residents(d).collect::<Vec<_>>() {
        let before = d.residents[r].person.company.entered();
        d.residents[r].set(Resident::LONG_TERM, r.0 % 10 == 0);
        assert_eq!(care::outside_rate(now, d, r) > 0.0, r.0 % 10 > 0 && now.age(&d.residents[r]) >= 16);
        care::begin_outside(now, d, r, 77);
        let begun = d.cares_of(r, true).next();
        assert_eq!(begun.is_some(), r.0 % 10 > 0, "everybody can care, but from long-term care");
        let Some(c) = begun else { continue };
        let Care { minutes, burdened: is, .. } = d.cares[c];
        let given = f64::from(minutes) / 60.0;
        hours.push(given);
        let many = usize::from(given > 10.0);
        burdened[many] += f64::from(u8::from(is));
        chances[many] += burden_chance(p, given);
        let after = d.residents[r].person.company.entered();
        assert!(!is || after & Resident::STRAINED != 0, "a burden raises what is entered of onset");
        raised += u32::from(is && before & Resident::STRAINED == 0);
    }
    assert!(raised > 50, "{raised}");
    let n = hours.len() as f64;
    let above = |limit: f64| hours.iter().filter(|h| **h > limit).count() as f64 / n;
    let tail = above(5.0 * libm::exp(1.0));
    assert!((above(5.0) - 0.5).abs() < 2.0 / libm::sqrt(n), "{} above the median", above(5.0));
    assert!((tail - 0.1587).abs() < 4.0 * libm::sqrt(0.1335 / n), "{tail} in the tail");
    for (found, expected) in burdened.into_iter().zip(chances) {
        let found: f64 = found;
        assert!((found - expected).abs() < 4.0 * libm::sqrt(expected) && expected > 50.0, "{found}, not {expected}");
    }
}

/// At the start as many already care for somebody outside the district as begin and end such care in the long run.
#[test]
fn care_outside_is_there_at_the_start_as_in_the_long_run() {
    let mut still = nobody_cares(&[("care.outside", 1.0)]);
    let (now, d) = still.in_week(0);
    let (mut expected, mut found): (f64, f64) = (0.0, 0.0);
    for r in residents(d).collect::<Vec<_>>() {
        let rate = now.inputs.tables.care_outside[usize::from(now.age(&d.residents[r]))];
        expected += rate / now.inputs.tables.care_end;
        care::bring_outside(now, d, r);
        found += d.cares_of(r, true).count() as f64;
    }
    assert!((found - expected).abs() < 4.0 * libm::sqrt(expected) && expected > 200.0, "{found}, not {expected}");
}

/// Whoever began to care at the onset of a need that began five years ago may have stopped, or died, or (if not a
/// housemate) moved away since: exp(-rates x weeks) of those who would care from today on still do.
#[test]
fn care_that_began_long_ago_may_have_ended() {
    let weeks = 260;
    for with_ties in [false, true] {
        let mut still = nobody_cares(&[("care.ask", 1.0), ("care.offer", 1.0), ("care.housemate", 1.0)]);
        let (now, d) = still.in_week(0);
        let (mut expected, mut variance, mut found, mut all) = (0.0, 0.0, 0.0, 0);
        for r in residents(d).collect::<Vec<_>>() {
            let single = d.members(d.household_of(r)).count() == 1;
            if single != with_ties || now.age(&d.residents[r]) < 18 {
                continue;
            }
            if !with_ties {
                d.remove_ties(r);
            }
            let e = need(now, d, r, Domain::Daily);
            d.episodes[e].onset = now.at;
            care::seek(now, d, e, 0);
            for c in carers(d, e) {
                let (giver, burdened) = (d.cares[c].giver, d.cares[c].burdened);
                let Some(g) = giver.some() else { continue };
                let (carer, tables) = (&d.residents[g], &now.inputs.tables);
                let age = usize::from(now.age(carer));
                let moves = if with_ties { tables.moving[age] } else { 0.0 };
                let dies = tables.mortality[usize::from(carer.is(Resident::WOMAN))][age];
                let stays = libm::exp(-(if burdened { 0.004 } else { 0.001 } + moves + dies) * f64::from(weeks));
                (expected, variance, all) = (expected + stays, variance + stays * (1.0 - stays), all + 1);
            }
            care::end_for_episode(now, d, e);
            d.episodes[e].onset = Minute(now.at.0 - weeks * MINUTES_PER_WEEK);
            care::seek(now, d, e, 0);
            found += carers(d, e).iter().filter(|c| d.cares[**c].giver.some().is_some()).count() as f64;
            care::end_for_episode(now, d, e);
            d.remove_episode(e);
        }
        // Who has stopped may leave room for a third who would not have been asked; few ties are that many.
        let error = 4.0 * libm::sqrt(variance) + if with_ties { 0.05 * expected } else { 0.0 };
        assert!(all > 150 && (found - expected).abs() < error, "{found} of {all}, not {expected}");
    }
}

/// A burdened carer stops more often, as far as the link goes; care for somebody in the district does not end as care
/// elsewhere does.
#[test]
fn the_burdened_stop_more_often() {
    for (burdened, link, height, ends) in [
        (false, 1.0, 0.0009, true),
        (false, 1.0, 0.0011, false),
        (true, 1.0, 0.0039, true),
        (true, 1.0, 0.0041, false),
        (true, 0.0, 0.0009, true),
        (true, 0.0, 0.0011, false),
        (true, 0.5, 0.0024, true),
        (true, 0.5, 0.0026, false),
    ] {
        let mut still = Still::of(1_000, CLEAR);
        still.settings.links[Link::STRAIN_STOPS.place()] = link;
        let (now, d) = still.in_week(0);
        let has_both = |c: &CareId| d.cares[*c].receiver.some().is_some();
        let c = residents(d).flat_map(|r| d.cares_of(r, true)).find(has_both).expect("care in the district");
        let giver = d.cares[c].giver;
        d.residents[giver].person.burdens += u8::from(burdened);
        d.residents[giver].person.burdens -= u8::from(d.cares[c].burdened);
        d.cares[c].burdened = burdened;
        let tie = (height as f32).to_bits();
        care::stop(now, d, &Entry { at: now.at, tie, slot: c.0, generation: 0, what: Occasion::CARE_STOPS, aux: 0 });
        assert_eq!(!d.cares_of(giver, true).any(|other| other == c), ends, "{burdened} {link} {height}");
    }
}

/// A block of years of care enters the next one and, where care ever stops, when it may stop, from its beginning on.
#[test]
fn every_block_of_care_enters_when_it_may_stop() {
    for (rate, more) in [(0.0, false), (0.2, true)] {
        let mut still = nobody_cares(&[("care.stop", rate), ("care.stop_burdened", rate)]);
        let (now, d) = still.in_week(0);
        let givers: Vec<ResidentId> = residents(d).filter(|r| now.age(&d.residents[*r]) >= 18).take(50).collect();
        for r in givers {
            let before = d.calendar.len();
            care::begin_outside(now, d, r, 77);
            let c = d.cares_of(r, true).next().expect("care");
            // A burden may enter onsets, too.
            let burdened = d.cares[c].burdened;
            let added = d.calendar.len() - before;
            assert!(added > 0 && (burdened || (added > 1) == more), "{added} at the beginning");
            let start = Minute(now.at.0 + 52 * MINUTES_PER_WEEK);
            let (before, later) = (d.calendar.len(), Now { at: start, week: Week(52), ..now });
            care::new_block(later, d, c);
            let added = d.calendar.len() - before;
            assert!(added > 0 && (added > 1) == more, "{added} in the next block");
        }
    }
}

/// The care for one need ends with that need, and that for another goes on.
#[test]
fn care_ends_with_its_own_need() {
    let mut still = nobody_cares(&[("care.housemate", 1.0), ("care.ask", 1.0), ("care.offer", 1.0)]);
    let (now, d) = still.in_week(0);
    let mut seen = 0;
    for r in residents(d).filter(|r| d.residents[*r].position == Position::Reference).collect::<Vec<_>>() {
        let [first, second] = [Domain::Daily, Domain::Mental].map(|domain| need(now, d, r, domain));
        for e in [first, second] {
            care::seek(now, d, e, 5);
        }
        let kept = carers(d, second);
        seen += usize::from(!kept.is_empty() && !carers(d, first).is_empty());
        natural::passes(now, d, first);
        assert!(carers(d, first).is_empty());
        assert_eq!(carers(d, second), kept);
        care::end_all(now, d, r);
    }
    assert!(seen > 100, "{seen}");
}

/// After years of care that begins and ends, what people are said to give, get and bear is what their arrangements say.
#[test]
fn hours_and_burdens_are_those_of_the_arrangements() {
    let scenario = builtin("reactive", 6_000, 3);
    let end = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(156));
    let d = &end.region().districts[0];
    let sum = |r: ResidentId, given: bool| d.cares_of(r, given).map(|c| u32::from(d.cares[c].minutes)).sum::<u32>();
    let (mut several, mut heavy) = (0, 0);
    for r in residents(d) {
        let person = &d.residents[r].person;
        assert_eq!(u32::from(person.care_given), sum(r, true));
        assert_eq!(u32::from(person.care_received), sum(r, false).min(u32::from(u16::MAX)));
        let burdens = d.cares_of(r, true).filter(|c| d.cares[*c].burdened).count();
        assert_eq!(usize::from(person.burdens), burdens);
        (several, heavy) = (several + usize::from(d.cares_of(r, true).count() > 1), heavy + burdens);
        assert!(d.cares_of(r, true).all(|c| d.cares[c].giver == r));
        assert!(d.cares_of(r, false).all(|c| d.cares[c].receiver == r));
        for e in d.episodes_of(r) {
            let helping = d.episodes[e].helping[Helper::Informal as usize];
            assert_eq!(usize::from(helping), carers(d, e).len(), "who helps with a need");
        }
    }
    assert!(several > 20 && heavy > 50, "{several} {heavy}");
}
