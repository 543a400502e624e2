//! Screening and composition of the team by hand and as a whole: what a team makes of needs, what comes to light, what
//! is referred, what goes on out of sight, and who is hired.

use kantel::district::{District, Now};
use kantel::doors::Door;
use kantel::entities::{CaseState, DOMAINS, Domain, Frame, PRODUCTS, Product, Severity};
use kantel::ids::{EntitlementId, EpisodeId, Key};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::doors::referrals;
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::own_strength::judge::{Judged, judge};
use kantel::mechanisms::screening::triage::{self, Look, USUAL};
use kantel::mechanisms::screening::{Intake, scope, sight};
use kantel::mechanisms::team::cases;
use kantel::mechanisms::team::hours as team;
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::random::standard_normal_cdf;
use kantel::simulation::Simulation;
use kantel::units::{Effort, Week};

use crate::by_hand::{FOUNDED, only_needs, sum, with_room};
use crate::small::{Still, builtin, burned_in, fix, go_on};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// Depth of a team beyond a generalist's, the same in every domain.
fn deeper(d: &mut District, by: f64) {
    d.rooms.screening.0 = vec![[by; DOMAINS]];
}

/// How often a need of each severity (rows) is held to be of each (columns), over cases of many keys.
fn looks(now: Now<'_>, d: &mut District, e: EpisodeId, opens: bool) -> [[f64; 4]; 4] {
    const CASES: u64 = 20_000;
    Severity::ALL.map(|severity| {
        d.change_episode(e, |episode| episode.severity = severity);
        let mut held = [0.0; 4];
        for case in 0..CASES {
            let look = Look { team: 0, case: Key(case.wrapping_mul(0x9E37_79B9_7F4A_7C15)), opens };
            held[triage::seen(now, d, look, e) as usize - 1] += 1.0 / CASES as f64;
        }
        held
    })
}

/// The chance of an error of whole steps that rounds a normal one, and that is held to as often as what is seen is as
/// usual as what is there: as many are taken to be heavier as are taken to be lighter, whatever the depth. Five
/// standard errors of a share of 20,000 are at most 0.018.
#[test]
fn a_team_sees_as_many_of_each_severity_as_there_are() {
    for (beyond, opens) in [(0.0, true), (0.4, true), (-0.4, false)] {
        let mut still = Still::of(600, &[("screening.noise", 0.8), ("screening.depth", 0.5)]);
        let (now, d) = still.in_week(FOUNDED);
        deeper(d, beyond);
        let e = only_needs(d)[0];
        let usual = USUAL[usize::from(!opens)][Domain::Mental as usize];
        let deviation = 0.8 * (1.3 - 0.5 - beyond);
        let off = |steps: f64| {
            let below = |at: f64| standard_normal_cdf(at / deviation);
            below(steps + 0.5) - below(steps - 0.5)
        };
        let seen = looks(now, d, e, opens);
        for (from, held) in seen.iter().enumerate() {
            for (to, share) in held.iter().enumerate().filter(|(to, _)| *to != from) {
                let expected = off(to as f64 - from as f64) * (usual[to] / usual[from]).min(1.0);
                assert!((share - expected).abs() < 0.018, "{beyond} {from} {to}: {share} {expected}");
            }
        }
        for to in 0..4 {
            let as_many: f64 = (0..4).map(|from| usual[from] * seen[from][to]).sum();
            assert!((as_many - usual[to]).abs() < 0.018, "{beyond} {to}: {as_many} of {}", usual[to]);
        }
    }
}

/// A deeper team misjudges less, a thinner one more; with the link cut both misjudge as today's do. Without noise every
/// need is seen as it is.
#[test]
fn depth_lets_a_team_see_rightly() {
    let right = |noise: f64, beyond: f64, link: f64| {
        let mut still = Still::of(600, &[("screening.noise", noise), ("screening.depth", 0.5)]);
        still.settings.links[Link::DEPTH_TRIAGE.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        deeper(d, beyond);
        let e = only_needs(d)[0];
        looks(now, d, e, true)[1][1]
    };
    let [thin, today, deep] = [-0.4, 0.0, 0.4].map(|beyond| right(0.8, beyond, 1.0));
    assert!(thin + 0.05 < today && today + 0.05 < deep, "{thin} {today} {deep}");
    assert!(near(right(0.8, -0.4, 0.0), today));
    assert!(near(right(0.8, 0.4, 0.0), today));
    assert!(near(right(0.0, -0.4, 1.0), 1.0));
}

/// A case has the hours and the pace of the need as it is seen, and keeps the severity that is seen.
#[test]
fn a_case_is_as_heavy_as_its_need_is_held_to_be() {
    let parameters = [
        ("screening.noise", 1.5),
        ("team.case_sigma", 0.0),
        ("team.case_ratio", 2.0),
        ("team.case_light", 4.0),
        ("referral.base", -20.0),
    ];
    let mut still = with_room(&parameters);
    let (now, d) = still.in_week(FOUNDED);
    let mut off = 0;
    for e in only_needs(d).into_iter().take(30) {
        d.change_episode(e, |episode| episode.severity = Severity::Moderate);
        cases::open_case(now, d, e, Frame::Voluntary);
        team::replay(now, d);
        let case = &d.cases[d.households[d.household_of(d.episodes[e].resident)].case];
        assert_eq!(case.state, CaseState::Open);
        assert_eq!(case.work.0, 60 * 4 * (1 << (case.severity as i64 - 1)));
        off += usize::from(case.severity != Severity::Moderate);
    }
    let counted = [Indicator::SEEN_HEAVIER, Indicator::SEEN_LIGHTER].map(|i| d.counts.finished()[i.place()].num);
    assert!(off > 5 && counted.iter().sum::<i64>() == off as i64, "{off} {counted:?}");
}

/// Today's generalists refer as they do now; where all is known that there is to know, a severe mental need is referred
/// as one without a mismatch, and a thin team refers more of everything.
#[test]
fn depth_takes_the_mismatch_off_a_referral() {
    let still = Still::of(300, &[("referral.mismatch", 0.8), ("screening.depth", 0.6), ("referral.base", -2.0)]);
    let mut still = still;
    let (now, _) = still.in_week(FOUNDED);
    let p = &now.inputs.params;
    let odds = |domain: Domain, beyond: f64| {
        let chance = referrals::plan_refers(p, (domain, Severity::Severe), beyond, 0.0, 0.0);
        libm::log(chance / (1.0 - chance))
    };
    let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(close(odds(Domain::Mental, 0.0) - odds(Domain::Debt, 0.0), 0.8));
    assert!(close(odds(Domain::Mental, 0.4), odds(Domain::Debt, 0.0)));
    assert!(close(odds(Domain::Debt, -0.2), odds(Domain::Debt, 0.0) + 0.4));
}

/// What comes to light of a hidden debt besides a social need: all with one intake that sees all, more in a deep team,
/// nothing where each silo sees its own, and what is told where money and home are asked about first.
#[test]
fn an_intake_sees_as_much_as_it_looks_at() {
    let seen = |depth: f64, intake: Intake, basics_first: bool| {
        let parameters = [("team.case_scope", 0.5), ("screening.depth", 0.5), ("screening.basics_asked", 0.8)];
        let mut still = with_room(&parameters);
        (still.settings.screening.intake, still.settings.screening.basics_first) = (intake, basics_first);
        let (now, d) = still.in_week(FOUNDED);
        deeper(d, depth);
        let opening = only_needs(d)[0];
        natural::begin(now, d, d.episodes[opening].resident, Domain::Debt, 9);
        let r = d.episodes[opening].resident;
        let e = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Debt).expect("a debt");
        let cases = (0..4_000_u64).map(|case| Key(case.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        cases.filter(|case| scope::takes_up(now, d, (0, *case, opening), e)).count() as f64 / 4_000.0
    };
    // Five standard errors of a share of 4,000 are 0.04.
    for (depth, intake, basics_first, share) in [
        (0.0, Intake::One, false, 0.5),
        (0.5, Intake::One, false, 0.5 * 1.0 / 0.75),
        (-0.5, Intake::One, false, 0.5 * 0.5 / 0.75),
        (0.0, Intake::PerSilo, false, 0.0),
        (0.0, Intake::PerSilo, true, 0.8),
        (0.0, Intake::One, true, 0.8 + 0.2 * 0.5),
    ] {
        let found = seen(depth, intake, basics_first);
        assert!((found - share).abs() < 0.04, "{depth} {intake:?} {basics_first}: {found} {share}");
    }
}

/// A further need that another silo looks at costs an intake of its own.
#[test]
fn each_silo_has_its_own_intake() {
    for (intake, domain, intakes) in
        [(Intake::One, Domain::Debt, 1.0), (Intake::PerSilo, Domain::Debt, 2.0), (Intake::PerSilo, Domain::Social, 1.0)]
    {
        let mut still = with_room(&[("team.intake_hours", 3.0), ("referral.base", -20.0)]);
        still.settings.screening.intake = intake;
        let (now, d) = still.in_week(FOUNDED);
        let opening = only_needs(d)[0];
        let r = d.episodes[opening].resident;
        cases::open_case(now, d, opening, Frame::Voluntary);
        team::replay(now, d);
        natural::begin(now, d, r, domain, 9);
        let e = d.episodes_of(r).find(|e| d.episodes[*e].domain == domain).expect("a further need");
        cases::open_case(now, d, e, Frame::Voluntary);
        assert!(d.episodes[e].is_helped());
        assert_eq!(d.teams[0].intake_due, Effort::from_hours(3.0 * intakes), "{intake:?} {domain:?}");
    }
}

/// Where money and home come first, a referral of another need is put off while nobody helps with a known debt; not for
/// a debt itself, nor once somebody helps, nor for what nobody knows of.
#[test]
fn referrals_wait_for_money_and_home() {
    for (first, known, helped, domain, weeks) in [
        (true, true, false, Domain::Mental, 6.0),
        (false, true, false, Domain::Mental, 0.0),
        (true, false, false, Domain::Mental, 0.0),
        (true, true, true, Domain::Mental, 0.0),
        (true, true, false, Domain::Housing, 0.0),
    ] {
        let mut still = with_room(&[("screening.basics_weeks", 6.0)]);
        still.settings.screening.basics_first = first;
        let (now, d) = still.in_week(FOUNDED);
        let e = only_needs(d)[0];
        let r = d.episodes[e].resident;
        natural::begin(now, d, r, Domain::Debt, 9);
        let debt = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Debt).expect("a debt");
        d.change_episode(debt, |episode| episode.known = known);
        if helped {
            natural::team_begins(now, d, debt, 0);
        }
        let h = d.household_of(r);
        let put_off = scope::weeks_for_basics(now, d, h, domain);
        assert!(near(put_off, weeks), "{first} {known} {helped} {domain:?}: {put_off}");
    }
}

/// Somebody's youth help or guidance that has been asked for.
fn asked_for(now: Now<'_>, d: &mut District, product: Product) -> EntitlementId {
    let e = only_needs(d)[0];
    d.change_episode(e, |episode| (episode.severity, episode.known) = (Severity::Moderate, true));
    assert!(referrals::refer(now, d, e, product, Door::Gp, Frame::Voluntary));
    d.entitlements_of(d.episodes[e].resident).next().expect("a request")
}

/// A trajectory that nobody of the team looks at is renewed more often, one that an open case or a review looks at
/// less, and in the usual mix of both as often as ever; what is no specialist's is left alone, and so is all with the
/// link cut.
#[test]
fn what_is_out_of_sight_goes_on_for_longer() {
    let factor = |product: Product, case: bool, review: f64, link: f64| {
        let mut still = with_room(&[("screening.out_of_sight", 0.3), ("referral.base", -20.0)]);
        still.settings.links[Link::SIGHT_LENGTH.place()] = link;
        still.settings.substitution.review_weeks = review;
        let (now, d) = still.in_week(FOUNDED);
        let x = asked_for(now, d, product);
        if case {
            cases::open_case(now, d, d.entitlements[x].episode, Frame::Voluntary);
            team::replay(now, d);
        }
        sight::renewal(now, d, x)
    };
    let usual = sight::USUAL[Product::Guidance as usize];
    let [out, inside, reviewed] =
        [(false, 0.0), (true, 0.0), (false, 26.0)].map(|(case, review)| factor(Product::Guidance, case, review, 1.0));
    assert!((out / inside - 1.3).abs() < 1e-12 && near(inside, reviewed), "{out} {inside} {reviewed}");
    assert!((usual * out + (1.0 - usual) * inside - 1.0).abs() < 1e-12);
    assert!(near(factor(Product::Guidance, false, 0.0, 0.0), 1.0));
    assert!(near(factor(Product::DomesticHelp, false, 0.0, 1.0), 1.0));
    // Nobody reviews what the insurer pays.
    assert!(factor(Product::MentalHealth, false, 26.0, 1.0) > 1.0);
    assert_eq!(sight::USUAL.len(), PRODUCTS);
}

/// How far off a team is about own strength follows its depth: with none, some whose doenvermogen is just too low are
/// refused, with all of it nobody is.
#[test]
fn a_deep_team_judges_own_strength_more_rightly() {
    let refused = |beyond: f64| {
        let mut still =
            with_room(&[("own_strength.noise", 0.3), ("screening.depth", 0.5), ("own_strength.refused", 1.0)]);
        still.settings.own_strength.assumed = 0.4;
        let (now, d) = still.in_week(FOUNDED);
        deeper(d, beyond);
        let e = only_needs(d)[0];
        d.change_episode(e, |episode| episode.severity = Severity::Light);
        let cases = (0..2_000_u64).map(|case| Key(case.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        let shares = cases.filter(|case| judge(now, d, e, Frame::Voluntary, *case) == Judged::Refused).count();
        (shares as f64 / 2_000.0 - 0.5).abs()
    };
    let [thin, today, deep] = [-0.5, 0.0, 0.5].map(refused);
    assert!(thin < today && today < deep, "{thin} {today} {deep}");
}

fn set(scenario: &mut Scenario, lever: &str, value: f64) {
    let lever = position(lever).expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(value));
}

/// A lever has a value since a district was founded.
fn found_with(scenario: &mut Scenario, lever: &str, value: f64) {
    let lever = position(lever).expect("a lever");
    scenario.organisation.timeline.set(Week(FOUNDED), lever, LeverValue::Number(value));
    scenario.before = scenario.organisation.clone();
}

/// FTE of specialists, and the mean depth in debts beyond a generalist's, in the first team.
fn composition(simulation: &Simulation) -> (f64, f64) {
    let d = &simulation.region().districts[0];
    let jobs = d.teams[0].jobs.iter().filter(|job| job.employed);
    let filled: f64 = jobs.clone().map(|job| job.share).sum();
    let specialists: f64 = jobs.clone().filter(|job| job.discipline == 1).map(|job| job.share).sum();
    let depth: f64 = jobs.map(|job| job.share * f64::from(job.depth[0]) / 100.0).sum();
    (specialists * d.teams[0].planned_fte, depth / filled)
}

/// A team of 20 FTE that was founded with 10 of specialists in debts has half of them, and the depth of both; one that
/// is to have them from week 0 on gets them as people leave, the sooner the more leave.
#[test]
fn who_is_hired_makes_the_depth_of_a_team() {
    let mut founded = builtin("reactive", 1_000, 6);
    for (key, value) in [
        ("screening.depth", 0.5),
        ("screening.spread", 0.0),
        ("screening.specialist", 0.9),
        ("screening.specialist_elsewhere", 0.6),
        ("team.vacancy_weeks", 4.0),
    ] {
        fix(&mut founded, key, value);
    }
    founded.organisation.timeline.base.team.fte = 20.0;
    let mut generalists = founded.clone();
    found_with(&mut founded, "team.depth.debt", 10.0);
    generalists.before = generalists.organisation.clone();
    let (fte, deep) = composition(&burned_in(&founded, 0, 0));
    assert!((fte - 10.0).abs() < 1.5, "{fte} FTE");
    // Half of them have 0.4 more.
    assert!((deep - 0.2).abs() < 0.05, "{deep} deeper");
    let reached = |turnover: f64| {
        let mut world = generalists.clone();
        fix(&mut world, "team.turnover", turnover);
        let start = burned_in(&world, 0, 0);
        assert_eq!(composition(&start), (0.0, 0.0));
        set(&mut world, "team.depth.debt", 10.0);
        [52, 156].map(|week| composition(&go_on(&start, &world, 0, 0, Week(week))).0)
    };
    let ([early, later], [sooner, _]) = (reached(0.15), reached(1.0));
    assert!(early < 6.0 && early < later && later < 10.0, "{early} {later}");
    assert!(sooner > 8.0 && sooner < 11.5, "{sooner}");
}

/// A district whose people have debts and hardly anything else, with a team that was founded with so many FTE of some
/// specialists; over three years.
fn indebted(specialists: &str, elsewhere: f64) -> Vec<Simulation> {
    let mut base = builtin("reactive", 4_000, 3);
    for key in ["onset.mental", "onset.daily", "onset.youth", "onset.social", "onset.work", "onset.housing"] {
        fix(&mut base, key, 0.0);
    }
    for (key, value) in [
        ("onset.debt", 0.5),
        ("asking.debt", 0.01),
        ("screening.noise", 1.1),
        ("screening.depth", 0.5),
        ("screening.specialist", 0.95),
        ("screening.specialist_elsewhere", elsewhere),
        ("screening.spread", 0.0),
        ("referral.mismatch", 1.3),
    ] {
        fix(&mut base, key, value);
    }
    let fte = base.organisation.timeline.base.team.fte;
    if !specialists.is_empty() {
        found_with(&mut base, specialists, fte);
    }
    (0..3).map(|replicate| go_on(&burned_in(&base, 0, replicate), &base, 0, replicate, Week(156))).collect()
}

/// Works by its parts: depth in debts in a team whose clients have debts misjudges less and refers less. Fails by its
/// parts: a team as large whose depth lies elsewhere half knows everything that it meets, misjudges more and refers
/// more than today's generalists.
#[test]
fn depth_works_where_clients_need_it_and_fails_where_it_lies_elsewhere() {
    let [deep, today, thin] =
        [("team.depth.debt", 1.0), ("", 1.0), ("team.depth.youth", 0.4)].map(|(key, elsewhere)| {
            let runs = indebted(key, elsewhere);
            let of = |key: &str| sum(&runs, key).value().expect("there are cases");
            (of("screening.false_positive") + of("screening.false_negative"), of("team.referral_share"))
        });
    println!("misjudged and referred: {deep:?} {today:?} {thin:?}");
    assert!(deep.0 + 0.05 < today.0 && today.0 + 0.01 < thin.0, "misjudged: {deep:?} {today:?} {thin:?}");
    assert!(deep.1 < today.1 && today.1 < thin.1, "referred: {deep:?} {today:?} {thin:?}");
}
