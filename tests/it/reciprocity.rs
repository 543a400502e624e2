//! Something in return for help and for social assistance: who is asked, who does it, who stays away, what checking
//! takes, and where it works and fails.

use std::sync::Arc;

use kantel::calendar::{Entry, Occasion};
use kantel::cancel::Cancel;
use kantel::district::{District, Happening, Inputs, Now, Rate, Reading};
use kantel::entities::{Account, Domain, Helper, MAX_TIES, Position, Resident, Severity, Tie};
use kantel::ids::{EpisodeId, ResidentId};
use kantel::levers::{self, LeverValue};
use kantel::links::Link;
use kantel::mechanisms::doors::{holding, requests};
use kantel::mechanisms::needs::rates;
use kantel::mechanisms::prevention::stock;
use kantel::mechanisms::reciprocity::{Promise, Regime, Rule, avoidance, norm, promise, sanctions, tasks, week, who};
use kantel::observation::{Indicator, catalogue};
use kantel::parameters::PARAMETERS;
use kantel::plan::Scenario;
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::{Effort, Minute, Money, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// The week in which a district is founded: its calendar begins then.
const FOUNDED: i32 = -104;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn counted(d: &District, indicator: Indicator) -> i64 {
    d.counts.finished()[indicator.place()].num
}

/// A district with a rule for help, in which the numbers by which people keep promises are known.
fn ruled(rule: Rule, more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("reciprocity.kept_voluntary", 0.15),
        ("reciprocity.kept_expected", 0.3),
        ("reciprocity.kept_obliged", 0.5),
        ("reciprocity.by_norm", 2.0),
        ("reciprocity.by_trust", 1.0),
        ("reciprocity.by_capacity", 1.5),
        ("reciprocity.by_hours", -0.5),
        ("reciprocity.avoids_expected", 0.05),
        ("reciprocity.avoids_obliged", 0.2),
        ("reciprocity.avoids_exempt", 0.5),
        ("reciprocity.benefit_weeks", 26.0),
        ("capacity.debt", 0.4),
        ("waterbed.share", 0.0),
    ];
    parameters.extend_from_slice(more);
    let mut still = Still::of(2_000, &parameters);
    let s = &mut still.settings.reciprocity;
    (s.help, s.help_obliged) = (rule, rule == Rule::Obliged);
    s.benefit = if rule == Rule::Expected { Rule::Nothing } else { rule };
    still
}

/// A moment some weeks later.
fn later(now: Now<'_>, weeks: i32) -> Now<'_> {
    let week = Week(now.week.0 + weeks);
    Now { at: week.start(), week, ..now }
}

/// Adults under 67 in households without needs, who care for nobody.
fn free(d: &District) -> Vec<ResidentId> {
    residents(d)
        .filter(|r| {
            let resident = &d.residents[*r];
            let alone = d.members(resident.household).all(|m| d.needs_of(m).open == 0);
            let cares = resident.person.care_given > 0;
            who::is_of_age(resident) && !resident.is_recluse() && alone && !cares
        })
        .collect()
}

/// What comes due of somebody's promise.
fn due(d: &District, r: ResidentId, regime: Regime) -> Entry {
    let at = promise::of(d, r, regime).due;
    let generation = d.residents[r].generation;
    Entry { at, tie: 0, slot: r.0, generation, what: Occasion::RETURN_QUARTER, aux: regime as u8 }
}

/// Lets a quarter of somebody's promise be over.
fn quarter(now: Now<'_>, d: &mut District, r: ResidentId, regime: Regime) {
    let entry = due(d, r, regime);
    promise::comes_due(Now { at: entry.at, week: entry.at.week(), ..now }, d, &entry);
}

/// The team helps somebody with a need.
fn helped(now: Now<'_>, d: &mut District, r: ResidentId, helps: bool) {
    if d.episodes_of(r).next().is_none() {
        kantel::mechanisms::needs::natural::begin(now, d, r, Domain::Social, 7);
    }
    let e = d.episodes_of(r).next().expect("a need");
    d.change_episode(e, |episode| {
        (episode.severity, episode.helping[Helper::Team as usize]) = (Severity::Light, u8::from(helps));
    });
}

/// Somebody lives on social assistance: the head of a household with a low income, without work for half a year.
fn on_benefit(now: Now<'_>, d: &mut District) -> ResidentId {
    let low = |r: &ResidentId| d.residents[*r].position == Position::Reference && d.residents[*r].income() == 0;
    let r = free(d).into_iter().find(low).expect("somebody with a low income");
    kantel::mechanisms::needs::natural::begin(now, d, r, Domain::Work, 7);
    let e = d.episodes_of(r).next().expect("a need");
    d.change_episode(e, |episode| {
        (episode.severity, episode.onset) = (Severity::Light, Minute(now.at.0 - 26 * 7 * 24 * 60));
    });
    assert!(who::has_benefit(now, d, r));
    r
}

#[test]
fn without_a_rule_nothing_is_kept_or_entered() {
    let mut still = ruled(Rule::Nothing, &[]);
    let (now, d) = still.in_week(FOUNDED);
    let (waiting, r) = (d.calendar.len(), free(d)[0]);
    now.tell(d, Happening::HelpAgreed(r));
    week::follow(now, d);
    let room = &d.rooms.reciprocity;
    assert!(room.people.is_empty() && room.looked.is_none() && room.returns.get(&d.residents, r).is_none());
    assert_eq!(d.calendar.len(), waiting);
    assert_eq!(counted(d, Indicator::RETURN_ASKED) + counted(d, Indicator::RETURN_EXEMPT), 0);
    // No hours are no rule.
    let mut still = ruled(Rule::Obliged, &[]);
    still.settings.reciprocity.hours = 0.0;
    let (now, _) = still.in_week(FOUNDED);
    assert_eq!(Regime::ALL.map(|regime| who::rule(now, regime)), [Rule::Nothing; 2]);
}

/// Asked are adults under 67 who are not in severe need, do not care for eight hours, and have the capacity: 140 of 255
/// is 0.549. Nobody is asked twice at a time.
#[test]
fn something_is_asked_of_those_who_can_give_it() {
    type Change = fn(&mut Resident);
    let changes: [(Change, f64, bool, bool); 8] = [
        (|_| {}, 0.0, true, false),
        (|r| r.stage = Resident::NO_WORK, 0.0, false, true),
        (|r| r.stage = Resident::WITH_TIES, 0.0, false, false),
        (|r| r.person.needs.heavy = 1, 0.0, false, true),
        (|r| r.person.care_given = 480, 0.0, false, true),
        (|r| r.person.care_given = 479, 0.0, true, false),
        (|r| r.person.capacity = 140, 0.56, false, true),
        (|r| r.person.capacity = 140, 0.54, true, false),
    ];
    for (n, (change, exempt_below, asked, exempt)) in changes.into_iter().enumerate() {
        let mut still = ruled(Rule::Voluntary, &[]);
        still.settings.reciprocity.exempt_capacity = exempt_below;
        let (now, d) = still.in_week(FOUNDED);
        let r = free(d)[0];
        change(&mut d.residents[r]);
        now.tell(d, Happening::HelpAgreed(r));
        now.tell(d, Happening::HelpAgreed(r));
        assert_eq!(promise::of(d, r, Regime::Help).runs(), asked, "{n}");
        assert_eq!(counted(d, Indicator::RETURN_ASKED), i64::from(asked), "{n}");
        assert_eq!(counted(d, Indicator::RETURN_EXEMPT), 2 * i64::from(exempt), "{n}");
    }
}

/// Odds of 0.15 to 0.85, times e^0.5 for a norm of 0.75, e^0.5 for full trust, e^0.75 for full capacity, and the root
/// of a half for twice three hours: 0.718 to 1, a chance of 0.418.
#[test]
fn who_thinks_trusts_and_can_more_keeps_more() {
    let mut still = ruled(Rule::Voluntary, &[]);
    let (now, d) = still.in_week(FOUNDED);
    let r = free(d)[0];
    *d.rooms.reciprocity.norms.of_mut(&d.residents, r) = 0.75;
    d.set_trust(r, 65_535);
    d.residents[r].person.capacity = 255;
    let of = |d: &District, rule: Rule, minutes: u16| {
        promise::chance(now, d, r, Promise { rule, minutes, ..Promise::default() })
    };
    let odds = 0.15 / 0.85 * libm::exp(0.5 + 0.5 + 0.75) * libm::sqrt(0.5);
    assert!(close(of(d, Rule::Voluntary, 360), odds / (1.0 + odds)), "{}", of(d, Rule::Voluntary, 360));
    assert!((of(d, Rule::Voluntary, 360) - 0.418).abs() < 5e-4);
    d.set_trust(r, 32_768);
    d.residents[r].person.capacity = 0;
    *d.rooms.reciprocity.norms.of_mut(&d.residents, r) = 0.5;
    // Trust in the middle is that to a step of 1/65,535.
    for (rule, share) in [(Rule::Voluntary, 0.15), (Rule::Expected, 0.3), (Rule::Obliged, 0.5)] {
        let odds = share / (1.0 - share) * libm::exp(-0.75);
        assert!((of(d, rule, 180) - odds / (1.0 + odds)).abs() < 1e-5, "{rule:?}");
    }
    assert!(close(of(d, Rule::Nothing, 180), 0.0));
}

/// At 0.2 and half capacity 0.2 of the needs are not asked for, without any 0.3; half of that where somebody would be
/// exempt, nothing from 67 on, and nothing where people are invited or the link is cut.
#[test]
fn those_of_little_capacity_stay_away() {
    for (rule, capacity, exempt, link, expected) in [
        (Rule::Obliged, 0, false, 1.0, 0.3),
        (Rule::Obliged, 255, false, 1.0, 0.1),
        (Rule::Obliged, 0, true, 1.0, 0.15),
        (Rule::Obliged, 0, false, 0.5, 0.15),
        (Rule::Obliged, 0, false, 0.0, 0.0),
        (Rule::Expected, 0, false, 1.0, 0.075),
        (Rule::Voluntary, 0, false, 1.0, 0.0),
    ] {
        let mut still = ruled(rule, &[]);
        still.settings.reciprocity.exempt_capacity = if exempt { 0.1 } else { 0.0 };
        still.settings.links[Link::RECIPROCITY_ASKING.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let r = free(d)[0];
        d.residents[r].person.capacity = capacity;
        helped(now, d, r, false);
        let e = d.episodes_of(r).next().expect("a need");
        assert!(close(avoidance::chance(now, d, e), expected), "{rule:?} {} {expected}", avoidance::chance(now, d, e));
        d.residents[r].stage = Resident::NO_WORK;
        assert!(close(avoidance::chance(now, d, e), 0.0), "an age limit is known");
    }
}

/// Hidden needs of adults in a domain, with nobody's help.
fn hidden(d: &District, domain: Domain) -> Vec<EpisodeId> {
    let of = |r: ResidentId| d.episodes_of(r).find(|e| d.episodes[*e].domain == domain && !d.episodes[*e].recovered);
    let is = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        let alone = !episode.is_helped() && episode.in_pipeline == 0 && !episode.known;
        alone && who::is_of_age(&d.residents[episode.resident]) && d.needs_of(episode.resident).heavy == 0
    };
    residents(d).filter_map(of).filter(is).collect()
}

/// Somebody asks at a moment: a candidate at height 0.
fn asks(now: Now<'_>, d: &mut District, e: EpisodeId, minutes: i32) {
    let at = Minute(now.at.0 + minutes);
    let generation = d.episodes[e].generation;
    let entry = Entry { at, tie: 0, slot: e.0, generation, what: Occasion::ASKING, aux: 0 };
    requests::asking(Now { at, ..now }, d, &entry);
}

/// Who stays away is not known to anybody and holds back; where there is another door some try it. Three in ten ask
/// about debts at the team's door: of those whom the rule keeps away the first is looked at. Without a rule all ask.
#[test]
fn who_stays_away_stays_hidden_or_tries_another_door() {
    for (rule, elsewhere) in [(Rule::Nothing, 0.0), (Rule::Obliged, 0.0), (Rule::Obliged, 1.0)] {
        let set = [
            ("reciprocity.avoids_obliged", 1.0),
            ("waterbed.share", elsewhere),
            ("gate.refer", 1.0),
            ("gate.refer_severity", 0.0),
        ];
        let mut still = ruled(rule, &set);
        let (now, d) = still.in_week(FOUNDED);
        let mut away = None;
        for e in hidden(d, Domain::Debt) {
            d.residents[d.episodes[e].resident].person.capacity = 0;
            asks(now, d, e, 0);
            if counted(d, Indicator::RETURN_AVOIDED) > 0 {
                away = Some(e);
                break;
            }
            assert!(d.episodes[e].known);
        }
        assert_eq!(away.is_some(), rule == Rule::Obliged);
        if let Some(e) = away {
            let tried = elsewhere > 0.5;
            assert!(holding::is_held(now, d, e, d.episodes[e].severity));
            assert_eq!((d.episodes[e].known, d.episodes[e].in_pipeline > 0), (tried, tried), "{elsewhere}");
            assert_eq!(counted(d, Indicator::WATERBED), i64::from(tried));
        }
    }
}

/// Social needs are asked for at the team's door alone: everybody whom the rule keeps away stays hidden there.
#[test]
fn a_social_need_has_no_other_door() {
    for (rule, known) in [(Rule::Obliged, false), (Rule::Voluntary, true)] {
        let mut still = ruled(rule, &[("reciprocity.avoids_obliged", 1.0), ("waterbed.share", 1.0)]);
        let (now, d) = still.in_week(FOUNDED);
        let (mut away, mut low) = (0, 0);
        let needs: Vec<EpisodeId> = hidden(d, Domain::Social).into_iter().take(20).collect();
        for &e in &needs {
            let r = d.episodes[e].resident;
            d.residents[r].person.capacity = 0;
            asks(now, d, e, 0);
            let avoided = counted(d, Indicator::RETURN_AVOIDED) > away;
            assert_eq!(d.episodes[e].known || d.episodes[e].in_pipeline > 0, !avoided, "{rule:?}");
            away += i64::from(avoided);
            low += i64::from(avoided && d.residents[r].income() == 0);
        }
        // Some stand at the GP's door, who asks nothing in return, and some are exempt.
        assert!(if known { away == 0 } else { 2 * away > needs.len() as i64 }, "{rule:?}: {away}");
        assert_eq!(counted(d, Indicator::RETURN_AVOIDED), away);
        assert_eq!(counted(d, Indicator::RETURN_AVOIDED_LOW), low);
    }
}

/// A promise goes by quarters as long as there is help, and by a year at most for social assistance; it takes the rule
/// in force.
#[test]
fn a_promise_lasts_as_long_as_what_it_is_for() {
    let mut still = ruled(Rule::Voluntary, &[("reciprocity.kept_voluntary", 1.0)]);
    let (now, d) = still.in_week(FOUNDED);
    let r = free(d)[0];
    helped(now, d, r, true);
    now.tell(d, Happening::HelpAgreed(r));
    assert_eq!(promise::of(d, r, Regime::Help).due, later(now, 13).at);
    let stale = due(d, r, Regime::Help);
    quarter(now, d, r, Regime::Help);
    let promise = promise::of(d, r, Regime::Help);
    assert!(promise.runs() && promise.kept && promise.due == later(now, 26).at);
    promise::comes_due(later(now, 13), d, &stale);
    assert_eq!(promise::of(d, r, Regime::Help), promise, "what was due before is stale");
    helped(now, d, r, false);
    quarter(now, d, r, Regime::Help);
    assert!(!promise::of(d, r, Regime::Help).runs());
    let r = on_benefit(now, d);
    promise::begin(now, d, r, (Regime::Benefit, Rule::Voluntary));
    for n in 1..=4 {
        assert!(promise::of(d, r, Regime::Benefit).runs(), "quarter {n}");
        quarter(now, d, r, Regime::Benefit);
    }
    assert!(!promise::of(d, r, Regime::Benefit).runs(), "a year is over");
}

/// Half an hour a month is an hour and a half a quarter: of the team's hours for help, which a cut link leaves alone;
/// paid for social assistance. Nothing is checked where people need not.
#[test]
fn checking_takes_the_hours_that_it_takes() {
    for (rule, regime, link, of_team) in [
        (Rule::Obliged, Regime::Help, 1.0, 90),
        (Rule::Obliged, Regime::Help, 0.0, 0),
        (Rule::Voluntary, Regime::Help, 1.0, 0),
        (Rule::Obliged, Regime::Benefit, 1.0, 0),
    ] {
        let mut still = ruled(rule, &[]);
        still.settings.reciprocity.checking_hours = 0.5;
        still.settings.links[Link::CHECKING_HOURS.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let r = if regime == Regime::Help { free(d)[0] } else { on_benefit(now, d) };
        promise::begin(now, d, r, (regime, rule));
        let (due, spent) = (d.teams[0].intake_due, d.ledger().spent(Account::Participation));
        quarter(now, d, r, regime);
        assert_eq!(d.teams[0].intake_due - due, Effort(of_team), "{rule:?} {regime:?} {link}");
        let checked = if rule == Rule::Obliged { Effort(90) } else { Effort(0) };
        assert_eq!(counted(d, Indicator::HOURS_CHECKING), checked.0);
        let paid = Money(d.ledger().spent(Account::Participation).0 - spent.0);
        let cost = Money::of_effort(now.inputs.budget.team_cents_per_hour, checked);
        assert_eq!(paid, if regime == Regime::Benefit { cost } else { Money(0) });
        assert_eq!((counted(d, Indicator::EUROS_CHECKING), d.ledger().imbalance()), (paid.0, Money(0)));
    }
}

/// Nobody keeps a promise. With half an hour a month half of that is seen, and a professional acts on half of what is:
/// a quarter of some hundreds, within four standard deviations.
#[test]
fn what_is_not_done_is_seen_and_acted_on_in_part() {
    let none = [("reciprocity.kept_obliged", 0.0), ("reciprocity.seen_half", 0.5), ("reciprocity.enforced", 0.5)];
    let mut still = ruled(Rule::Obliged, &none);
    still.settings.reciprocity.checking_hours = 0.5;
    let (now, d) = still.in_week(FOUNDED);
    let people: Vec<ResidentId> = free(d).into_iter().take(400).collect();
    assert!(people.len() > 200, "{}", people.len());
    let trust = d.levels.trust;
    for &r in &people {
        promise::begin(now, d, r, (Regime::Help, Rule::Obliged));
        assert!(!promise::of(d, r, Regime::Help).kept);
        quarter(now, d, r, Regime::Help);
    }
    let (n, seen) = (people.len() as f64, counted(d, Indicator::BREACHES) as f64);
    assert!((seen - n / 4.0).abs() < 4.0 * libm::sqrt(n * 3.0 / 16.0), "{seen} of {n}");
    assert!(d.levels.trust < trust, "who is told off trusts less");
    assert_eq!(counted(d, Indicator::SANCTIONS), 0, "nobody loses help");
    assert_eq!(d.levels, d.recount());
}

/// Half of a benefit is cut for three months, 13 weeks: debts of the household begin at 1 + (3 - 1) / 2 times the rate
/// and no other needs do, whoever of it is on assistance; through the link alone.
#[test]
fn a_cut_leads_to_debts_of_the_household() {
    for link in [1.0, 0.0] {
        let mut still = ruled(Rule::Obliged, &[("reciprocity.sanction_arrears", 3.0)]);
        still.settings.links[Link::SANCTION_ARREARS.place()] = link;
        let s = &mut still.settings.reciprocity;
        (s.sanction, s.sanction_months) = (0.5, 3.0);
        let (now, d) = still.in_week(FOUNDED);
        let r = on_benefit(now, d);
        let of = |now: Now<'_>, d: &District, domain: Domain, reading: Reading| {
            rates::rate(now, d, Rate::Onset, rates::of_onset(r, domain), reading)
        };
        let before = [Domain::Debt, Domain::Social].map(|domain| of(now, d, domain, Reading::Now));
        sanctions::cut(now, d, r);
        assert_eq!(counted(d, Indicator::SANCTIONS), 1);
        for (weeks, ratio) in [(0, 2.0), (12, 2.0), (13, 1.0)] {
            let ratio = if link > 0.5 { ratio } else { 1.0 };
            let now = later(now, weeks);
            assert!(close(of(now, d, Domain::Debt, Reading::Now), ratio * before[0]), "week {weeks}");
            assert!(close(of(now, d, Domain::Social, Reading::Now), before[1]), "week {weeks}");
            assert!(of(now, d, Domain::Debt, Reading::Bound) + 1e-9 >= of(now, d, Domain::Debt, Reading::Now));
        }
        kantel::mechanisms::needs::natural::begin(now, d, r, Domain::Debt, 9);
        assert_eq!(counted(d, Indicator::SANCTION_DEBTS), 1);
        let other = free(d)[0];
        kantel::mechanisms::needs::natural::begin(now, d, other, Domain::Debt, 9);
        assert_eq!(counted(d, Indicator::SANCTION_DEBTS), 1, "of others nothing is counted");
    }
    // No cut and no months are no sanction.
    for (share, months) in [(0.0, 3.0), (1.0, 0.0)] {
        let mut still = ruled(Rule::Obliged, &[]);
        let s = &mut still.settings.reciprocity;
        (s.sanction, s.sanction_months) = (share, months);
        let (now, d) = still.in_week(FOUNDED);
        let r = on_benefit(now, d);
        sanctions::cut(now, d, r);
        assert_eq!((counted(d, Indicator::SANCTIONS), d.rooms.reciprocity.any_cut), (0, false));
    }
}

/// So much sooner that it happens in the first week: through the link alone, and only while the benefit is cut.
#[test]
fn a_cut_leads_to_work() {
    for (link, weeks, exits) in [(1e6, 0, 1), (0.0, 0, 0), (1e6, 5, 0)] {
        let mut still = ruled(Rule::Obliged, &[("reciprocity.sanction_work", 10.0)]);
        still.settings.links[Link::SANCTION_EXIT.place()] = link;
        still.settings.reciprocity.sanction = 1.0;
        let (now, d) = still.in_week(FOUNDED);
        let r = on_benefit(now, d);
        sanctions::cut(now, d, r);
        sanctions::week(later(now, weeks), d, r);
        assert_eq!(counted(d, Indicator::SANCTION_EXITS), exits, "{link} {weeks}");
        assert_eq!(who::has_benefit(now, d, r), exits == 0);
    }
}

/// The norm rises by 0.05 with a quarter done freely, falls by 0.03 with one that was obliged, done or not, and stays
/// where it is expected; a tie of strength one moves with a tenth of it.
#[test]
fn the_norm_moves_with_what_is_done_and_along_ties() {
    let moves = |rule: Rule, kept: f64, cut: Option<Link>| {
        let key = match rule {
            Rule::Voluntary => "reciprocity.kept_voluntary",
            Rule::Expected => "reciprocity.kept_expected",
            _ => "reciprocity.kept_obliged",
        };
        let set = [
            (key, kept),
            ("reciprocity.norm", 0.5),
            ("reciprocity.norm_voluntary", 0.05),
            ("reciprocity.norm_obliged", -0.03),
            ("trust.tie", 0.1),
        ];
        let mut still = ruled(rule, &set);
        if let Some(link) = cut {
            still.settings.links[link.place()] = 0.0;
        }
        let (now, d) = still.in_week(FOUNDED);
        let [r, other] = [free(d)[0], free(d)[1]];
        d.ties[r] = [Tie::EMPTY; MAX_TIES];
        d.ties[r][0] = Tie::new(other, 1, 1.0, 0.5, 0.5);
        let before = [r, other].map(|r| norm::of(now, d, r));
        assert!(before.iter().all(|norm| (0.3..=0.7).contains(norm)));
        promise::begin(now, d, r, (Regime::Help, rule));
        quarter(now, d, r, Regime::Help);
        let after = [r, other].map(|r| norm::of(now, d, r));
        [after[0] - before[0], after[1] - before[1]]
    };
    for (rule, kept, cut, expected) in [
        (Rule::Voluntary, 1.0, None, [0.05, 0.005]),
        (Rule::Voluntary, 0.0, None, [0.0, 0.0]),
        (Rule::Voluntary, 1.0, Some(Link::VOLUNTARY_NORM), [0.0, 0.0]),
        (Rule::Voluntary, 1.0, Some(Link::NORM_TIES), [0.05, 0.0]),
        (Rule::Expected, 1.0, None, [0.0, 0.0]),
        (Rule::Obliged, 1.0, None, [-0.03, -0.003]),
        (Rule::Obliged, 0.0, None, [-0.03, -0.003]),
        (Rule::Obliged, 1.0, Some(Link::OBLIGED_NORM), [0.0, 0.0]),
    ] {
        let moved = moves(rule, kept, cut);
        let near = moved.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6);
        assert!(near, "{rule:?} {kept}: {moved:?} not {expected:?}");
    }
}

/// Three hours given freely are three of a volunteer, three that must be given 0.6 of that; they go to the facilities
/// of the neighbourhood, through the link. Who is done is forgotten.
#[test]
fn hours_in_return_keep_facilities_up() {
    for (rule, link, minutes) in [(Rule::Voluntary, 1.0, 180), (Rule::Obliged, 1.0, 108), (Rule::Voluntary, 0.5, 90)] {
        let set = [
            ("reciprocity.kept_voluntary", 1.0),
            ("reciprocity.kept_obliged", 1.0),
            ("reciprocity.quality_obliged", 0.6),
        ];
        let mut still = ruled(rule, &set);
        still.settings.links[Link::RECIPROCITY_VOLUNTEERS.place()] = link;
        still.settings.prevention.facility_euros = 60_000.0;
        let (now, d) = still.in_week(FOUNDED);
        stock::survey(d);
        let r = free(d)[0];
        let here = usize::from(d.households[d.household_of(r)].neighbourhood);
        promise::begin(now, d, r, (Regime::Help, rule));
        let given = |d: &District| -> Vec<Effort> {
            d.rooms.prevention.places.iter().map(|place| stock::given(&now.inputs.params.prevention, place)).collect()
        };
        week::give(now, d);
        let expected: Vec<Effort> = (0..given(d).len()).map(|n| Effort(if n == here { minutes } else { 0 })).collect();
        assert_eq!(given(d), expected, "{rule:?} {link}");
        assert_eq!((counted(d, Indicator::RETURN_HOURS_HELP), d.rooms.reciprocity.kept), (180, 1));
        // Nobody helps the person any more.
        quarter(now, d, r, Regime::Help);
        week::give(now, d);
        assert!(given(d).iter().all(|effort| effort.0 == 0) && d.rooms.reciprocity.people.is_empty());
        promise::begin(now, d, r, (Regime::Help, rule));
        assert_eq!(d.rooms.reciprocity.people.len(), 1, "and may be asked again");
        d.residents.free(r);
        week::give(now, d);
        assert!(d.rooms.reciprocity.people.is_empty(), "who has gone is forgotten");
    }
}

/// Everybody on social assistance gets a task within the year if all are to; nobody twice at a time. Those who found
/// work by then get none.
#[test]
fn once_a_year_people_on_social_assistance_get_a_task() {
    for (today, more, all) in [(0.0, 0.0, false), (0.0, 1.0, true), (1.0, 0.0, true)] {
        let mut still = ruled(Rule::Obliged, &[("reciprocity.task_share", today)]);
        still.settings.reciprocity.more_tasks = more;
        let (now, d) = still.in_week(FOUNDED);
        let r = on_benefit(now, d);
        let n = residents(d).filter(|r| who::has_benefit(now, d, *r)).count();
        let waiting = d.calendar.len();
        tasks::look(now, d);
        assert_eq!(d.rooms.reciprocity.recipients as usize, n);
        assert_eq!(d.calendar.len() - waiting, if all { n } else { 0 });
        tasks::look(later(now, 51), d);
        assert_eq!(d.calendar.len() - waiting, if all { n } else { 0 }, "not before a year is over");
        if all {
            let at = promise::of(d, r, Regime::Benefit).due;
            assert!(at >= now.at && at < later(now, 52).at && !promise::of(d, r, Regime::Benefit).runs());
            quarter(now, d, r, Regime::Benefit);
            assert!(promise::of(d, r, Regime::Benefit).runs());
        }
    }
}

/// Sets levers from week 0 on.
fn with(scenario: &Scenario, set: &[(&str, LeverValue)]) -> Scenario {
    let mut changed = scenario.clone();
    for (key, value) in set {
        changed.organisation.timeline.set(Week(0), levers::position(key).expect("a lever"), *value);
    }
    changed
}

const VOLUNTARY: (&str, LeverValue) = ("reciprocity.help", LeverValue::Choice(1));
const OBLIGED: (&str, LeverValue) = ("reciprocity.help_obliged", LeverValue::Flag(true));

fn number(key: &str, value: f64) -> (&str, LeverValue) {
    (key, LeverValue::Number(value))
}

/// Sums over the years of a run.
fn summed(start: &Simulation, scenario: &Scenario) -> impl Fn(&str) -> i64 + use<> {
    let run = go_on(start, scenario, 0, 0, Week(scenario.experiment.years as i32 * 52));
    move |key: &str| {
        let place = catalogue::position(key, "all").expect("a series");
        run.record().years.iter().map(|year| year[place].num).sum()
    }
}

/// It works: where people think much of it and facilities have few volunteers, those who are invited carry half-days
/// that nobody else would. Where the link is cut nothing else moves.
#[test]
fn facilities_grow_where_people_give_freely() {
    let mut base = builtin("reactive", 5_000, 4);
    for (key, value) in [
        ("reciprocity.norm", 0.7),
        ("reciprocity.kept_voluntary", 0.3),
        ("reciprocity.by_norm", 3.0),
        ("reciprocity.improving", 1.0),
        ("facility.professional_hours", 0.5),
        ("facility.volunteer_hours", 16.0),
        ("volunteer.of_visitor", 0.0),
    ] {
        fix(&mut base, key, value);
    }
    let base = with(&base, &[number("prevention.facility_euros", 50_000.0)]);
    let start = burned_in(&base, 0, 0);
    let plan = with(&base, &[VOLUNTARY]);
    let mut cut = plan.clone();
    cut.organisation.timeline.base.links[Link::RECIPROCITY_VOLUNTEERS.place()] = 0.0;
    let (without, with, cut) = (summed(&start, &base), summed(&start, &plan), summed(&start, &cut));
    let half_days = |of: &dyn Fn(&str) -> i64| of("facilities.half_days");
    assert!(with("reciprocity.hours_help") > 60 * 1_000, "{}", with("reciprocity.hours_help"));
    assert!(half_days(&with) as f64 > 1.1 * half_days(&without) as f64, "{}", half_days(&with) - half_days(&without));
    assert!(with("facilities.visitors") > without("facilities.visitors"));
    assert!(cut("reciprocity.hours_help") > 0);
    for key in ["facilities.half_days", "facilities.visitors", "onsets", "euros.all", "need.hidden", "team.cases"] {
        assert_eq!(cut(key), without(key), "{key}");
    }
}

/// It fails: people of little capacity must, nobody is exempt, and everything is checked. Fewer ask, more needs stay
/// hidden, the team has fewer hours to go out, and fewer hours are given than where people are invited.
#[test]
fn obliging_those_who_can_least_keeps_them_away() {
    let mut base = builtin("proactive", 5_000, 4);
    for (key, value) in [
        ("reciprocity.avoids_obliged", 0.3),
        ("reciprocity.kept_voluntary", 0.3),
        ("reciprocity.kept_obliged", 0.35),
        ("reciprocity.norm_obliged", -0.1),
        ("reciprocity.norm_voluntary", 0.05),
        ("reciprocity.by_norm", 3.0),
        ("team.crowding", 0.5),
        ("waterbed.share", 0.0),
    ] {
        fix(&mut base, key, value);
    }
    // A team that has hours to go out.
    let fte = base.organisation.timeline.settings(Week(0)).team.fte;
    let base = with(&base, &[number("team.fte", 1.6 * fte)]);
    let mut start = burned_in(&base, 0, 0);
    let d = &mut start.region_mut().districts[0];
    let everybody: Vec<ResidentId> = residents(d).collect();
    for r in everybody {
        // None is entered above what lower capacity allows.
        d.residents[r].person.capacity = d.residents[r].person.capacity.min(60);
    }
    let none = summed(&start, &base);
    let free = summed(&start, &with(&base, &[VOLUNTARY]));
    let must = summed(&start, &with(&base, &[OBLIGED, number("reciprocity.checking_hours", 2.0)]));
    assert!(must("reciprocity.avoided") > 50, "{}", must("reciprocity.avoided"));
    assert_eq!(none("reciprocity.avoided") + free("reciprocity.avoided"), 0);
    assert!(must("team.cases") < none("team.cases"), "{} {}", must("team.cases"), none("team.cases"));
    assert!(must("need.hidden") > none("need.hidden"));
    let out = |of: &dyn Fn(&str) -> i64| of("hours.door") + of("hours.place") + of("hours.collective");
    assert!(must("hours.checking") > 60 * 200, "{}", must("hours.checking"));
    assert!(out(&must) < out(&none), "{} {}", out(&must), out(&none));
    let hours = |of: &dyn Fn(&str) -> i64| of("reciprocity.hours_help");
    assert!(hours(&must) < hours(&free), "{} {}", hours(&must), hours(&free));
}

/// Every rule at once.
fn everything() -> Vec<(&'static str, LeverValue)> {
    vec![
        OBLIGED,
        ("reciprocity.benefit", LeverValue::Choice(2)),
        number("reciprocity.more_tasks", 1.0),
        number("reciprocity.checking_hours", 2.0),
        number("reciprocity.sanction", 1.0),
        number("reciprocity.sanction_months", 3.0),
        number("reciprocity.exempt_capacity", 0.2),
        number("prevention.facility_euros", 50_000.0),
    ]
}

/// At both ends of every range, with rules for everybody, books and levels hold.
#[test]
fn every_number_may_be_at_the_end_of_its_range() {
    for highest in [false, true] {
        for voluntary in [false, true] {
            let mut base = builtin("reactive", 800, 2);
            for meta in PARAMETERS.iter().filter(|meta| meta.key.starts_with("reciprocity.")) {
                fix(&mut base, meta.key, if highest { meta.max } else { meta.min });
            }
            let start = burned_in(&base, 0, 0);
            let set =
                if voluntary { vec![VOLUNTARY, ("reciprocity.benefit", LeverValue::Choice(1))] } else { everything() };
            let end = go_on(&start, &with(&base, &set), 0, 0, Week(104));
            let d = &end.region().districts[0];
            assert_eq!((d.ledger().imbalance(), &d.levels), (Money(0), &d.recount()));
        }
    }
}

/// A level decides only which candidates are entered: twice the level gives the same bytes, where benefits are cut and
/// where people give freely.
#[test]
fn twice_the_level_gives_the_same_results() {
    let mut base = builtin("reactive", 2_000, 2);
    for (key, value) in [
        ("reciprocity.kept_obliged", 0.05),
        ("reciprocity.enforced", 1.0),
        ("reciprocity.sanction_arrears", 4.0),
        ("reciprocity.kept_voluntary", 0.9),
        ("reciprocity.improving", 1.5),
        ("reciprocity.benefit_weeks", 0.0),
    ] {
        fix(&mut base, key, value);
    }
    let mut set = everything();
    set[0] = VOLUNTARY;
    let plan = with(&base, &set);
    let lived = |slack: f64| {
        let mut run = Simulation::with_inputs(&base, Arc::new(Inputs { slack, ..Inputs::of(&base, 0, 0) }));
        run.step_to(Week(0), &mut Unobserved, &Cancel::new());
        run.begin(Arc::new(Inputs { slack, ..Inputs::of(&plan, 0, 0) }), Policy::from(&plan.organisation));
        run.step_to(Week(104), &mut Unobserved, &Cancel::new());
        run.record().clone()
    };
    let (tight, loose) = (lived(1.0), lived(2.0));
    let of = |key: &str| {
        let place = catalogue::position(key, "all").expect("a series");
        tight.years.iter().map(|year| year[place].num).sum::<i64>()
    };
    assert!(of("sanctions") > 3 && of("reciprocity.hours_help") > 0, "{} cuts", of("sanctions"));
    assert!(tight == loose, "the records differ");
}
