//! Requests by hand: what fits, legal terms, the gate, own means, other doors, the team's referrals.

use kantel::calendar::{Entry, Occasion};
use kantel::district::{District, Moves, Now};
use kantel::doors::{Door, OFFERS};
use kantel::entities::{CaseState, Domain, Entitlement, Frame, Product, Resident, Severity, Stage};
use kantel::ids::{EntitlementId, EpisodeId, Key, ResidentId};
use kantel::links::Link;
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::needs::{hazards, natural};
use kantel::mechanisms::second_line::entitlements;
use kantel::mechanisms::team::cases;
use kantel::observation::{Cell, Indicator, catalogue};
use kantel::units::{Effort, MINUTES_PER_WEEK, Minute, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// A gate that grants everything and asks nobody for help at home.
const OPEN: &[(&str, f64)] =
    &[("gate.grant", 1.0), ("gate.usual_care", 0.0), ("gate.informal", 0.0), ("waterbed.share", 0.0)];

fn gate(more: &[(&str, f64)]) -> Still {
    let mut parameters = OPEN.to_vec();
    parameters.extend_from_slice(more);
    Still::of(3_000, &parameters)
}

fn count(d: &District, indicator: Indicator) -> Cell {
    d.counts.finished()[indicator.place()]
}

/// Adults at home with an open need of a domain, who have asked for nothing and get nothing.
fn untouched(d: &District, domain: Domain) -> Vec<EpisodeId> {
    residents(d)
        .filter(|r| d.residents[*r].is_adult() && !d.residents[*r].is(Resident::LONG_TERM))
        .filter(|r| d.entitlements_of(*r).next().is_none())
        .filter(|r| d.households[d.household_of(*r)].case.some().is_none())
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| {
            let episode = &d.episodes[*e];
            episode.domain == domain && !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped()
        })
        .collect()
}

/// Applies at the municipality's door because of a need.
fn apply(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product) -> EntitlementId {
    assert!(referrals::apply(now, d, e, product, Frame::Voluntary));
    let r = d.episodes[e].resident;
    d.entitlements_of(r).find(|x| d.entitlements[*x].product == product).expect("an application")
}

/// The inquiry takes six weeks at most, and the decision two more, to the minute.
#[test]
fn terms_of_law_are_held_to_the_minute() {
    let mut still = gate(&[]);
    let (now, d) = still.in_week(0);
    let needs = untouched(d, Domain::Daily);
    let x = apply(now, d, needs[0], Product::Guidance);
    let later = |weeks: i32, minutes: i32| {
        let at = Minute(Week(weeks).start().0 + minutes);
        Now { at, week: at.week(), ..now }
    };
    let mut in_time = Vec::new();
    for (weeks, minutes) in [(6, 0), (6, 1)] {
        referrals::inquiry_done(later(weeks, minutes), d, x);
        in_time.push(count(d, Indicator::INQUIRY_IN_TIME));
    }
    assert_eq!(in_time, [Cell { num: 1, den: 1 }, Cell { num: 1, den: 2 }]);
    let mut in_time = Vec::new();
    for (e, minutes) in needs[1..3].iter().zip([0, 1]) {
        let x = apply(now, d, *e, Product::Guidance);
        requests::decide(later(8, minutes), d, x);
        in_time.push(count(d, Indicator::DECISION_IN_TIME));
    }
    assert_eq!(in_time, [Cell { num: 1, den: 1 }, Cell { num: 1, den: 2 }]);
}

/// The first talk about debts is within four weeks, and within three working days where there is a threat.
#[test]
fn a_threat_shortens_the_term_of_the_first_talk() {
    let mut still = gate(&[("debt.dropout", 0.0)]);
    let (now, d) = still.in_week(0);
    let needs = untouched(d, Domain::Debt);
    let mut seen = Vec::new();
    for (e, severity, minutes) in [
        (needs[0], Severity::Light, 4 * 7 * 1_440),
        (needs[1], Severity::Light, 4 * 7 * 1_440 + 1),
        (needs[2], Severity::Crisis, 6_048),
        (needs[3], Severity::Crisis, 6_049),
    ] {
        d.change_episode(e, |episode| episode.severity = severity);
        natural::becomes_known(now, d, e, kantel::entities::Route::Asked);
        assert!(referrals::refer(now, d, e, Product::DebtProgramme, Door::DebtDesk, Frame::Voluntary));
        let r = d.episodes[e].resident;
        let x = d.entitlements_of(r).next().expect("a request");
        let at = Minute(minutes);
        requests::decide(Now { at, week: at.week(), ..now }, d, x);
        seen.push(count(d, Indicator::DEBT_IN_TIME).num);
    }
    assert_eq!(seen, [1, 1, 2, 2], "of each pair the first is in time");
}

/// What is offered fits the severity, for every need there may be.
#[test]
fn products_fit_the_severity_of_the_need() {
    let mut still = gate(&[]);
    let (now, d) = still.in_week(0);
    let adult = residents(d).find(|r| d.residents[*r].is_adult()).expect("somebody");
    let mut offered = 0;
    for domain in Domain::ALL {
        for severity in Severity::ALL {
            for key in 0..200 {
                let chosen = referrals::product_for(now, d, adult, (Key(key), domain, severity));
                let Some(product) = chosen else { continue };
                offered += 1;
                let fits = |o: &&kantel::doors::Offer| o.domain == domain && o.product == product;
                let offer = OFFERS.iter().find(fits).expect("it is on offer");
                assert!(severity as u8 >= offer.from_severity, "{product:?} for {severity:?} {domain:?}");
            }
        }
    }
    assert!(offered > 1_000, "{offered}");
}

/// With a wholly strict gate everybody is refused, with an open one nobody; whoever is refused may ask again, and is
/// not in line.
#[test]
fn a_strict_gate_refuses() {
    for strict in [0.0, 1.0] {
        let mut still = gate(&[]);
        still.settings.doors.gate_strictness = strict;
        let (now, d) = still.in_week(0);
        let needs = untouched(d, Domain::Daily);
        assert!(needs.len() > 20, "{}", needs.len());
        for &e in &needs {
            let x = apply(now, d, e, Product::Guidance);
            requests::decide(now, d, x);
        }
        let waiting = needs.iter().filter(|e| d.episodes[**e].in_pipeline > 0).count();
        let expected = if strict > 0.0 { (needs.len() as i64, 0) } else { (0, needs.len()) };
        assert_eq!((count(d, Indicator::REFUSALS).num, waiting), expected);
        assert_eq!(count(d, Indicator::APPLICATIONS).num, needs.len() as i64);
    }
}

/// Help in the house is not granted where a housemate of 18 to 79, well and at home, can do it: and then it is not
/// given.
#[test]
fn an_able_housemate_is_usual_care() {
    let mut still = gate(&[("gate.usual_care", 1.0)]);
    let (now, d) = still.in_week(0);
    let (mut usual, mut granted) = (0, 0);
    for e in untouched(d, Domain::Daily) {
        let r = d.episodes[e].resident;
        let able = d.members(d.household_of(r)).any(|m| {
            let mate = &d.residents[m];
            let well = !d.needs_of(m).has(Domain::Daily) && mate.person.burdens == 0;
            m != r && (18..=79).contains(&mate.age_in(0)) && well && !mate.is(Resident::LONG_TERM)
        });
        let x = apply(now, d, e, Product::DomesticHelp);
        requests::decide(now, d, x);
        let held = d.entitlements_of(r).any(|x| d.entitlements[x].product == Product::DomesticHelp);
        assert_eq!(held, !able);
        *if able { &mut usual } else { &mut granted } += 1;
    }
    assert!(usual > 10 && granted > 10, "{usual} {granted}");
    assert_eq!((count(d, Indicator::USUAL_CARE).num, count(d, Indicator::REFUSALS).num), (usual, 0));
}

/// Who is refused goes to another door, as often as the share says; it is counted where something comes of it.
#[test]
fn who_is_refused_tries_another_door() {
    for share in [0.0, 1.0] {
        let mut still = gate(&[("gate.grant", 0.0), ("waterbed.share", share), ("gate.refer", 1.0)]);
        let (now, d) = still.in_week(0);
        let mut gone_elsewhere = 0;
        let needs = untouched(d, Domain::Daily);
        for &e in &needs {
            let x = apply(now, d, e, Product::Guidance);
            requests::decide(now, d, x);
            let r = d.episodes[e].resident;
            let elsewhere = d.entitlements_of(r).any(|x| d.entitlements[x].product == Product::MentalHealth);
            gone_elsewhere += i64::from(elsewhere);
        }
        assert_eq!(count(d, Indicator::REFUSALS).num, needs.len() as i64);
        assert_eq!(count(d, Indicator::WATERBED).num, gone_elsewhere);
        assert!(if share > 0.0 { gone_elsewhere * 2 > needs.len() as i64 } else { gone_elsewhere == 0 });
    }
    // Where no door refers, nothing comes of it, and nothing is counted.
    let mut still = gate(&[("gate.grant", 0.0), ("waterbed.share", 1.0), ("gate.refer", 0.0)]);
    let (now, d) = still.in_week(0);
    for e in untouched(d, Domain::Daily) {
        let x = apply(now, d, e, Product::Guidance);
        requests::decide(now, d, x);
    }
    assert_eq!(count(d, Indicator::WATERBED).num, 0);
}

/// Refuses everybody who asks for help in the house, in a world of a given link; how many of them could ask again now,
/// in a year, and if their need gets worse; and how many there are.
fn ask_again(link: f64) -> [usize; 4] {
    let mut still = gate(&[("gate.grant", 0.0), ("asking.pause", 52.0)]);
    still.settings.links[Link::REFUSAL_WATERBED.place()] = link;
    let (now, d) = still.in_week(0);
    let needs = untouched(d, Domain::Daily);
    for &e in &needs {
        d.change_episode(e, |episode| episode.severity = Severity::Moderate);
        let x = apply(now, d, e, Product::DomesticHelp);
        requests::decide(now, d, x);
    }
    let later = |weeks: i32| Now { at: Week(weeks).start(), week: Week(weeks), ..now };
    let asks = |now: Now<'_>, d: &District| needs.iter().filter(|e| hazards::asking_rate(now, d, **e) > 0.0).count();
    let (at_once, in_a_year) = (asks(later(51), d), asks(later(52), d));
    for &e in &needs {
        d.change_episode(e, |episode| episode.severity = Severity::Severe);
    }
    [at_once, in_a_year, asks(now, d), needs.len()]
}

/// Asking again after a refusal goes through the waterbed's link: whole, everybody is free to; cut, nobody is for a
/// year, unless the need is worse. Half of it is half of them: the bound is four standard errors.
#[test]
fn asking_again_is_a_part_of_the_waterbed() {
    let [now, in_a_year, worse, all] = ask_again(1.0);
    assert!(all > 50 && [now, in_a_year, worse] == [all; 3], "{now} {in_a_year} {worse} of {all}");
    let [now, in_a_year, worse, all] = ask_again(0.0);
    assert_eq!([now, in_a_year, worse], [0, all, all]);
    let [now, .., all] = ask_again(0.5);
    assert!((now as f64 - all as f64 / 2.0).abs() < 2.0 * libm::sqrt(all as f64), "{now} of {all}");
}

/// A request by somebody who was refused before is counted, for the need that was refused alone.
#[test]
fn who_asks_again_is_counted() {
    let mut still = gate(&[("gate.grant", 0.0)]);
    let (now, d) = still.in_week(0);
    let needs = untouched(d, Domain::Daily);
    let ask = |d: &mut District, e: EpisodeId| {
        let generation = d.episodes[e].generation;
        let height = 0.0_f32;
        let what = Occasion::ASKING;
        requests::asking(now, d, &Entry { at: now.at, tie: height.to_bits(), slot: e.0, generation, what, aux: 0 });
    };
    let x = apply(now, d, needs[0], Product::DomesticHelp);
    requests::decide(now, d, x);
    ask(d, needs[1]);
    assert_eq!(count(d, Indicator::ASKED_AGAIN).num, 0);
    ask(d, needs[0]);
    assert_eq!(count(d, Indicator::ASKED_AGAIN).num, 1);
}

/// It works through its parts: behind a gate that refuses everybody, without the waterbed's own draw, people who ask
/// again come to the GP, and with the link cut fewer get a nurse. It fails to hold anybody where the pause is over at
/// once: cut or whole is the same then, to the last figure.
#[test]
fn a_cut_waterbed_holds_who_is_refused() {
    let mut base = builtin("reactive", 4_000, 4);
    fix(&mut base, "waterbed.share", 0.0);
    let strict = kantel::levers::position("gate.strictness").expect("a lever");
    base.organisation.timeline.set(Week(0), strict, kantel::levers::LeverValue::Number(1.0));
    let run = |link: f64, pause: f64| {
        let mut scenario = base.clone();
        fix(&mut scenario, "asking.pause", pause);
        scenario.organisation.timeline.base.links[Link::REFUSAL_WATERBED.place()] = link;
        let run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(208));
        run.record().years.clone()
    };
    let sum = |years: &[Vec<Cell>], key: &str| -> i64 {
        let place = catalogue::position(key, "all").expect("a series");
        years.iter().map(|year| year[place].num).sum()
    };
    let (whole, cut) = (run(1.0, 520.0), run(0.0, 520.0));
    for key in ["asked.again", "gate.refusals", "persons.product.district_nursing"] {
        assert!(sum(&cut, key) < sum(&whole, key), "{key}: {} {}", sum(&cut, key), sum(&whole, key));
    }
    assert!(2 * sum(&cut, "asked.again") < sum(&whole, "asked.again"), "most hold back");
    assert!(run(1.0, 0.0) == run(0.0, 0.0), "a pause of no time holds nobody");
}

/// An inquiry is work for the team.
#[test]
fn an_application_costs_the_team_an_inquiry() {
    let mut still = gate(&[("team.inquiry_hours", 5.0)]);
    let (now, d) = still.in_week(0);
    d.teams[0].intake_due = Effort(0);
    let e = untouched(d, Domain::Daily)[0];
    apply(now, d, e, Product::Guidance);
    assert_eq!(d.teams[0].intake_due, Effort::from_hours(5.0));
}

/// A team under pressure refers more: whoever it would refer at rest, and others.
#[test]
fn pressure_raises_referrals() {
    let mut still = gate(&[("referral.base", -1.0), ("referral.pressure", 1.0)]);
    let (now, d) = still.in_week(0);
    let needs = untouched(d, Domain::Mental);
    cases::open_case(now, d, needs[0], Frame::Voluntary);
    let case = d.households[d.household_of(d.episodes[needs[0]].resident)].case;
    d.cases[case].state = CaseState::Open;
    let referred = |pressure: f64| {
        let mut d = d.clone();
        d.teams[0].pressure = pressure;
        referrals::plan_referrals(now, &mut d, case, &needs)
    };
    let [idle, rest, pressed] = [0.2, 1.0, 3.0].map(referred);
    assert_eq!(idle, rest, "too little to do refers nobody less");
    assert!(rest.iter().all(|e| pressed.contains(e)) && pressed.len() > rest.len(), "{rest:?} {pressed:?}");
}

/// Lasting crisis in daily life leads to long-term care if CIZ grants it; a crisis that began again since, or that is
/// none any more, does not.
#[test]
fn long_term_care_is_for_lasting_crises_that_are_granted() {
    for (grant, severity, lasted, expected) in [
        (1.0, Severity::Crisis, 26, true),
        (1.0, Severity::Crisis, 25, false),
        (0.0, Severity::Crisis, 26, false),
        (1.0, Severity::Severe, 26, false),
    ] {
        let mut still = gate(&[("wlz.grant", grant), ("wlz.weeks", 26.0)]);
        let (now, d) = still.in_week(0);
        let e = untouched(d, Domain::Daily)[0];
        d.change_episode(e, |episode| episode.severity = severity);
        d.rooms.needs.of_mut(&d.episodes, e).crisis_since = Minute(now.at.0 - lasted * MINUTES_PER_WEEK);
        requests::long_term_check(now, d, e);
        let asked = d.entitlements_of(d.episodes[e].resident).any(|x| {
            let Entitlement { product, door, .. } = d.entitlements[x];
            (product, door) == (Product::LongTermCare, Door::Ciz as u8)
        });
        assert_eq!(asked, expected, "granted {grant}, {severity:?}");
    }
}

/// Where the Wlz is open to needs of the mind, whoever lives sheltered with one asks for it when a year begins, once;
/// nobody else does.
#[test]
fn sheltered_living_may_become_long_term_care_for_the_mind() {
    for (share, domain, expected) in [(1.0, Domain::Mental, 1), (1.0, Domain::Housing, 0), (0.0, Domain::Mental, 0)] {
        let mut still = gate(&[("wlz.mental", share)]);
        let (now, d) = still.in_week(0);
        let e = untouched(d, domain)[0];
        let x = apply(now, d, e, Product::ShelteredLiving);
        d.entitlements[x].stage = Stage::Served;
        let r = d.episodes[e].resident;
        for _ in 0..2 {
            requests::long_term_for_minds(now, d);
        }
        let asked = d.entitlements_of(r).filter(|x| d.entitlements[*x].product == Product::LongTermCare).count();
        assert_eq!(asked, expected, "share {share}, {domain:?}");
    }
}

/// Somebody waits for guidance because of a light need.
fn waits(now: Now<'_>, d: &mut District) -> (ResidentId, EpisodeId, EntitlementId) {
    let e = untouched(d, Domain::Daily)[0];
    d.change_episode(e, |episode| episode.severity = Severity::Light);
    let x = apply(now, d, e, Product::Guidance);
    requests::decide(now, d, x);
    assert_eq!(d.entitlements[x].stage, Stage::Waiting);
    (d.episodes[e].resident, e, x)
}

fn rises(d: &District, x: EntitlementId) -> usize {
    let of = &d.arrivals[Product::Guidance as usize];
    of.iter().filter(|a| a.entitlement == x && a.moves == Moves::Rises).count()
}

/// Who waits moves up when the need gets worse, or when a worse one asks for the same.
#[test]
fn who_waits_moves_up_in_line() {
    let mut still = gate(&[]);
    let (now, d) = still.in_week(0);
    let (_, e, x) = waits(now, d);
    assert_eq!(rises(d, x), 0);
    d.change_episode(e, |episode| episode.severity = Severity::Severe);
    entitlements::worsened(now, d, e);
    assert_eq!(rises(d, x), 1);
    let (r, _, x) = waits(now, d);
    let other = Domain::ALL.into_iter().find(|domain| !d.needs_of(r).has(*domain)).expect("a domain without a need");
    natural::begin(now, d, r, other, 11);
    let other = d.episodes_of(r).next().expect("the new need");
    for (severity, times) in [(Severity::Light, 0), (Severity::Crisis, 1)] {
        d.change_episode(other, |episode| episode.severity = severity);
        assert!(referrals::apply(now, d, other, Product::Guidance, Frame::Voluntary));
        assert_eq!(rises(d, x), times, "{severity:?}");
    }
    assert_eq!(d.entitlements[x].episode, other, "it is for the worse need from now on");
}

/// Who has waited for weeks trusts less.
#[test]
fn a_long_wait_costs_trust() {
    let mut still = gate(&[("trust.down", 0.2), ("trust.tie", 0.0)]);
    let (now, d) = still.in_week(0);
    let (r, _, x) = waits(now, d);
    d.set_trust(r, 50_000);
    requests::waiting_long(now, d, x);
    assert_eq!(d.residents[r].person.trust_first, 40_000);
}

/// Who reports a young person in severe need sets a court's order or the team's pressure in motion, by the share; an
/// order on help that runs makes it mandatory, once.
#[test]
fn a_report_ends_in_an_order_or_in_pressure() {
    for (mandatory, stage) in
        [(0.0, None), (1.0, None), (1.0, Some(Stage::Served)), (0.0, Some(Stage::Served)), (1.0, Some(Stage::Waiting))]
    {
        let mut still = gate(&[("report.mandatory", mandatory)]);
        let (now, d) = still.in_week(0);
        let young = residents(d)
            .filter(|r| d.entitlements_of(*r).next().is_none())
            .filter(|r| d.households[d.household_of(*r)].case.some().is_none())
            .flat_map(|r| d.episodes_of(r))
            .find(|e| d.episodes[*e].domain == Domain::Youth && !d.episodes[*e].recovered);
        let e = young.expect("a need of youth");
        let r = d.episodes[e].resident;
        if let Some(stage) = stage {
            let x = apply(now, d, e, Product::YouthAmbulatory);
            d.entitlements[x].stage = stage;
        }
        for _ in 0..2 {
            requests::veilig_thuis(now, d, e, 7);
        }
        let held = d.entitlements_of(r).next().map(|x| (d.entitlements[x].frame, d.entitlements[x].door));
        let case = d.households[d.household_of(r)].case.some().map(|c| d.cases[c].frame);
        let ordered = Some((Frame::Mandatory, Door::Court as u8));
        let expected = match (stage, mandatory > 0.0) {
            (_, true) => (ordered, None),
            (None, false) => (None, Some(Frame::Pressure)),
            (Some(_), false) => (Some((Frame::Voluntary, Door::Team as u8)), None),
        };
        assert_eq!((held, case), expected, "{mandatory} {stage:?}");
        let counted = i64::from(mandatory > 0.0 && stage == Some(Stage::Served));
        assert_eq!(count(d, Indicator::MANDATORY).num, counted, "what begins later is counted when it begins");
    }
}

/// The debt programme of a household goes on with whom is left, and nothing else of who has died does.
#[test]
fn a_debt_programme_is_handed_over() {
    let mut still = gate(&[]);
    let (now, d) = still.in_week(0);
    let heir_of = |r: ResidentId| d.members(d.household_of(r)).find(|m| *m != r && d.residents[*m].is_adult());
    let e = untouched(d, Domain::Debt)
        .into_iter()
        .find(|e| heir_of(d.episodes[*e].resident).is_some_and(|h| d.entitlements_of(h).next().is_none()))
        .expect("debts of a couple");
    let r = d.episodes[e].resident;
    let heir = heir_of(r).expect("an adult");
    d.change_episode(e, |episode| episode.known = true);
    assert!(referrals::refer(now, d, e, Product::DebtProgramme, Door::DebtDesk, Frame::Voluntary));
    assert!(referrals::refer(now, d, e, Product::MentalHealth, Door::Gp, Frame::Voluntary));
    entitlements::hand_over(now, d, r, heir);
    let held = |d: &District, r: ResidentId| -> Vec<Product> {
        d.entitlements_of(r).map(|x| d.entitlements[x].product).collect()
    };
    assert_eq!((held(d, r), held(d, heir)), (vec![], vec![Product::DebtProgramme]));
}
