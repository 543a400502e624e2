//! What goes on when needs come back, people change or die, and services run: help and its places follow people and
//! needs.

use std::collections::BTreeMap;

use kantel::cancel::Cancel;
use kantel::district::{District, Event, Inputs, Now};
use kantel::doors::{Door, serves};
use kantel::entities::{Domain, Frame, Helper, Position, Product, Stage};
use kantel::ids::{EntitlementId, EpisodeId, HouseholdId, Key, ResidentId};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::doors::{referrals, requests};
use kantel::observation::catalogue;
use kantel::plan::Scenario;
use kantel::settings::Settings;
use kantel::simulation::{Observer, Region, Simulation};
use kantel::units::Week;

use crate::small::{builtin, burned_in, fix, go_on, residents};

/// The people of a district by domain of their open needs.
fn needs(simulation: &Simulation) -> Vec<[i64; 7]> {
    simulation.region().districts.iter().map(|d| d.levels.need.map(|of| of.iter().flatten().sum())).collect()
}

/// If help, whoever gives it, changes nothing about a need, then neither finding, nor referring, nor relapse, nor
/// waiting does: two policies that could not differ more have the same needs in every week.
#[test]
fn where_help_does_nothing_a_policy_changes_no_need() {
    let [mut base, mut variant] = ["reactive", "proactive"].map(|name| builtin(name, 6_000, 4));
    for scenario in [&mut base, &mut variant] {
        for key in ["help.team", "help.second_line", "help.informal", "help.protection", "debt.success"] {
            fix(scenario, key, 0.0);
        }
        fix(scenario, "eviction.arranged", 0.0);
        // A carer's strain is a need's effect on others, and reaches them by who cares; what nobody helps with weighs
        // on housemates.
        for key in ["onset.strain", "household.youth_onset", "household.adult_onset", "household.worsening"] {
            fix(scenario, key, 1.0);
        }
    }
    let mut lever = |key: &str, value: f64| {
        variant.organisation.timeline.set(Week(0), position(key).expect("a lever"), LeverValue::Number(value));
    };
    lever("outreach.door_fte", 3.0);
    lever("network.mobilisation", 1.0);
    lever("gate.strictness", 0.5);
    variant.organisation.timeline.set(
        Week(0),
        position("outreach.protected").expect("a lever"),
        LeverValue::Flag(true),
    );
    let start = burned_in(&base, 0, 0);
    for week in [26, 104, 208] {
        let [a, b] = [&base, &variant].map(|scenario| go_on(&start, scenario, 0, 0, Week(week)));
        assert_eq!(needs(&a), needs(&b), "week {week}");
        let hidden = |s: &Simulation| s.region().districts[0].levels.hidden;
        assert!(hidden(&b) < hidden(&a), "the policies differ in what is known");
    }
}

/// Cutting the links by which help ends and spares needs leaves nothing of any help, be it by talk or by a programme
/// that settles debts: no need passes by help, and a policy changes none.
#[test]
fn with_the_links_of_help_cut_nothing_passes_by_help() {
    let [mut base, mut variant] = ["reactive", "proactive"].map(|name| builtin(name, 6_000, 4));
    let whole = burned_in(&base, 0, 0);
    let by_help = |scenario: &Scenario| {
        let run = go_on(&whole, scenario, 0, 0, Week(208));
        let series = catalogue::series().iter().position(|s| s.indicator == "recoveries.by_help" && s.group == "all");
        let series = series.expect("a series");
        run.record().years.iter().map(|year| year[series].num).sum::<i64>()
    };
    assert!(by_help(&base) > 50, "{}", by_help(&base));
    for scenario in [&mut base, &mut variant] {
        let links = [Link::HELP_RECOVERY, Link::HELP_WORSENING, Link::HELP_IMPROVEMENT, Link::STRAIN_ONSET];
        for link in links.into_iter().chain([Link::BASICS_ONSET, Link::BASICS_WORSENING, Link::HELP_EVICTION]) {
            scenario.organisation.timeline.base.links[link.place()] = 0.0;
        }
        assert_eq!(by_help(scenario), 0);
    }
    let [a, b] = [&base, &variant].map(|scenario| go_on(&whole, scenario, 0, 0, Week(208)));
    assert_eq!(needs(&a), needs(&b));
}

/// Plans for more outreach than the team has are cut back to it, protected or not.
#[test]
fn outreach_cannot_take_more_hours_than_there_are() {
    #[derive(Default)]
    struct Hours(u32);
    impl Observer for Hours {
        fn week(&mut self, _week: Week, region: &Region) {
            let hours = region.districts[0].teams[0].hours;
            assert!(hours.idle.0 >= 0 && hours.door + hours.place <= hours.available, "{hours:?}");
            self.0 += 1;
        }
    }
    for protected in [false, true] {
        let mut scenario = builtin("reactive", 3_000, 1);
        let team = scenario.organisation.timeline.base.team.fte;
        for (key, value) in [
            ("outreach.door_fte", LeverValue::Number(team * 0.8)),
            ("outreach.place_fte", LeverValue::Number(team * 0.8)),
            ("outreach.protected", LeverValue::Flag(protected)),
        ] {
            scenario.organisation.timeline.set(Week(0), position(key).expect("a lever"), value);
        }
        let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
        let mut hours = Hours::default();
        run.step_to(Week(52), &mut hours, &Cancel::new());
        assert_eq!(hours.0, 52);
    }
}

/// A moment in a district, as its processes see it.
fn at<'a>(inputs: &'a Inputs, settings: &'a Settings, week: Week) -> Now<'a> {
    Now { inputs, settings, week, at: week.start(), house: kantel::mechanisms::house() }
}

/// Somebody who is served has another open need, known and not helped, that the service is for.
fn served_with_another_need(d: &District) -> Option<(EntitlementId, EpisodeId)> {
    residents(d).find_map(|r| {
        let served = d
            .entitlements_of(r)
            .find(|x| d.entitlements[*x].stage == Stage::Served && d.entitlements[*x].product == Product::Guidance)?;
        let other = d.episodes_of(r).find(|e| {
            let episode = &d.episodes[*e];
            !episode.recovered && !episode.is_helped() && serves(Product::Guidance, episode.domain)
        })?;
        Some((served, other))
    })
}

/// Who has a service and asks for it because of another need gets it for that need too, at once; when the service ends
/// it ends for both.
#[test]
fn a_service_that_runs_helps_with_a_further_need() {
    let scenario = builtin("reactive", 12_000, 1);
    let mut run = burned_in(&scenario, 0, 0);
    let inputs = Inputs::of(&scenario, 0, 0);
    let settings = scenario.organisation.timeline.settings(Week(0));
    let now = at(&inputs, &settings, Week(0));
    let d = &mut run.region_mut().districts[0];
    let (x, e) = served_with_another_need(d).expect("somebody has guidance and another need");
    kantel::mechanisms::needs::natural::becomes_known(now, d, e, kantel::entities::Route::Asked);
    let held = d.entitlements.len();
    assert!(referrals::apply(now, d, e, Product::Guidance, Frame::Voluntary), "it is for this need too");
    assert_eq!(d.entitlements.len(), held, "nobody has a product twice");
    assert_eq!(d.episodes[e].helping[Helper::SecondLine as usize], 1);
    assert!(kantel::mechanisms::second_line::entitlements::is_needed(d, x));
    kantel::mechanisms::second_line::entitlements::withdraw(now, d, x);
    assert_eq!(d.episodes[e].helping[Helper::SecondLine as usize], 0);
    assert_eq!(d.levels, d.recount());
}

/// A court's order goes past the municipality's gate, whatever had been asked for before, and nobody walks away from
/// it.
#[test]
fn a_court_order_is_not_refused() {
    let mut scenario = builtin("reactive", 12_000, 1);
    fix(&mut scenario, "report.mandatory", 1.0);
    fix(&mut scenario, "report.inquiry_weeks", 0.1);
    let mut run = burned_in(&scenario, 0, 0);
    let inputs = Inputs::of(&scenario, 0, 0);
    let mut settings = scenario.organisation.timeline.settings(Week(0));
    settings.doors.gate_strictness = 1.0;
    let now = at(&inputs, &settings, Week(0));
    let d = &mut run.region_mut().districts[0];
    let needs: Vec<EpisodeId> = residents(d)
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| {
            let episode = &d.episodes[*e];
            let free = d.entitlements_of(episode.resident).next().is_none();
            episode.domain == Domain::Youth && !episode.recovered && free
        })
        .take(20)
        .collect();
    assert!(needs.len() > 10, "{}", needs.len());
    for e in needs {
        assert!(referrals::apply(now, d, e, Product::YouthAmbulatory, Frame::Voluntary));
        requests::veilig_thuis(now, d, e, 7);
        let r = d.episodes[e].resident;
        let Some(x) = d.entitlements_of(r).next() else { panic!("an application") };
        assert_eq!((d.entitlements[x].frame, d.entitlements[x].door), (Frame::Mandatory, Door::Court as u8));
        requests::decide(now, d, x);
        assert_eq!(d.entitlements[x].stage, Stage::Waiting, "no gate decides on what a court ordered");
    }
}

/// Whose debts stayed after the reference person had died, and whose did not.
#[derive(Default)]
struct Debts {
    /// By household: the reference person, the partner, and whether there are debts.
    before: BTreeMap<Key, (Key, Option<Key>, bool)>,
    stayed: u32,
    gone: u32,
}

impl Observer for Debts {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, _week: Week, _events: &[Event]) {}

    fn week(&mut self, _week: Week, region: &Region) {
        let d = &region.districts[0];
        let mut now = BTreeMap::new();
        for h in (0..d.households.len() as u32).map(HouseholdId) {
            let of = |position: Position| d.members(h).find(|m| d.residents[*m].position == position);
            let Some(reference) = of(Position::Reference) else { continue };
            let debts = d.members(h).any(|m| d.needs_of(m).has(Domain::Debt));
            let partner = of(Position::Partner).map(|p| d.residents[p].key);
            now.insert(d.households[h].key, (d.residents[reference].key, partner, debts));
        }
        for (household, (reference, partner, debts)) in &self.before {
            let Some((successor, _, still)) = now.get(household) else { continue };
            if *debts && successor != reference && Some(*successor) == *partner {
                *if *still { &mut self.stayed } else { &mut self.gone } += 1;
            }
        }
        self.before = now;
    }
}

/// Debts are the household's: they do not die with the reference person. A few pass in the very week.
#[test]
fn debts_stay_with_who_is_left() {
    let mut scenario = builtin("reactive", 12_000, 4);
    fix(&mut scenario, "demography.mortality", 4.0);
    fix(&mut scenario, "onset.debt", 0.2);
    let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
    let mut debts = Debts::default();
    run.step_to(Week(208), &mut debts, &Cancel::new());
    assert!(debts.stayed > 30 && debts.gone * 20 <= debts.stayed, "{} stayed, {} gone", debts.stayed, debts.gone);
    assert_eq!(run.region().districts[0].levels, run.region().districts[0].recount());
}

/// Nobody gives more informal care than the cap, in however many arrangements.
#[test]
fn nobody_gives_more_care_than_the_cap() {
    let mut scenario = builtin("reactive", 8_000, 2);
    fix(&mut scenario, "care.cap", 12.0);
    fix(&mut scenario, "care.outside", 0.6);
    let run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(104));
    let d = &run.region().districts[0];
    let given: Vec<u16> = residents(d).map(|r| d.residents[r].person.care_given).filter(|m| *m > 0).collect();
    let several = residents(d).filter(|&r| d.cares_of(r, true).count() > 1).count();
    assert!(several > 20, "{several} give care to more than one");
    assert!(given.iter().all(|minutes| *minutes <= 12 * 60), "{:?}", given.iter().max());
}

/// A saving that took everything away gives it back when it ends.
#[test]
fn purchase_comes_back_after_a_saving_that_took_it_all() {
    let mut scenario = builtin("reactive", 1_000, 30);
    let lever = position("purchase.saving").expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(1e8));
    scenario.organisation.timeline.set(Week(1040), lever, LeverValue::Number(100.0));
    let start = burned_in(&scenario, 0, 0);
    let served = |week: i32| {
        let run = go_on(&start, &scenario, 0, 0, Week(week));
        let municipal = run.region().services.iter().filter(|q| q.product.meta().account.is_municipal());
        municipal.map(|q| q.serving).sum::<u32>()
    };
    let (before, during, after) = (served(0), served(1040), served(1300));
    assert!(during == 0 && after * 2 > before && before > 20, "{before} {during} {after}");
}

/// In a case somebody is asked who would not have been asked without it: with hardly any effect of mobilising, hardly
/// anybody.
#[test]
fn mobilising_little_finds_few_carers() {
    let carers = |effect: f64, strength: f64| {
        let mut scenario = builtin("proactive", 10_000, 3);
        fix(&mut scenario, "care.mobilise", effect);
        scenario.organisation.timeline.base.links[Link::MOBILISING_CARE.place()] = strength;
        let lever = position("network.mobilisation").expect("a lever");
        scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(1.0));
        let run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(156));
        run.region().districts[0].levels.carers as f64
    };
    let (none, little, much) = (carers(0.0, 1.0), carers(0.001, 1.0), carers(0.5, 1.0));
    assert!(much > none * 1.01, "{none} {little} {much}");
    assert!((little - none).abs() < (much - none) * 0.3, "{none} {little} {much}");
}

/// Long-term care lasts for life, so that those are in it at the start whose crisis has passed since: it does not fill
/// up.
#[test]
fn long_term_care_is_as_full_at_the_start_as_later() {
    let scenario = builtin("reactive", 12_000, 1);
    let in_care = |simulation: &Simulation| {
        let queue = simulation.region().services.iter().find(|q| q.product == Product::LongTermCare);
        queue.map_or(0, |q| q.serving)
    };
    let (mut first, mut later) = (0, 0);
    for sample in 0..4 {
        first += in_care(&Simulation::of(&scenario, sample, 0));
        later += in_care(&burned_in(&scenario, sample, 0));
    }
    assert!(first * 100 > later * 85 && first * 85 < later * 100, "{first} and {later} after two years");
}

/// A court's order reaches somebody who waits for youth help because of a need that has passed since.
#[test]
fn a_court_order_moves_who_waits_for_another_need() {
    let mut scenario = builtin("reactive", 12_000, 1);
    fix(&mut scenario, "report.mandatory", 1.0);
    for service in scenario.organisation.services.iter_mut().chain(&mut scenario.before.services) {
        if service.product == Product::YouthAmbulatory {
            service.places = Some(8.5 * 12.0);
        }
    }
    let mut run = burned_in(&scenario, 0, 0);
    let inputs = Inputs::of(&scenario, 0, 0);
    let settings = scenario.organisation.timeline.settings(Week(0));
    let now = at(&inputs, &settings, Week(0));
    let d = &mut run.region_mut().districts[0];
    let waiting: Vec<EntitlementId> = residents(d)
        .flat_map(|r| d.entitlements_of(r))
        .filter(|x| {
            let x = &d.entitlements[*x];
            x.product == Product::YouthAmbulatory && x.stage == Stage::Waiting
        })
        .take(10)
        .collect();
    assert!(waiting.len() > 5, "{} wait", waiting.len());
    let holders: Vec<ResidentId> = waiting.iter().map(|x| d.entitlements[*x].resident).collect();
    for (&x, &r) in waiting.iter().zip(&holders) {
        let of_youth = |d: &District| d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Youth);
        while let Some(e) = of_youth(d) {
            kantel::mechanisms::needs::natural::passes(now, d, e);
        }
        kantel::mechanisms::needs::natural::begin(now, d, r, Domain::Youth, 11);
        let Some(e) = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Youth) else { panic!("a need") };
        requests::veilig_thuis(now, d, e, 7);
        assert_eq!(d.entitlements[x].frame, Frame::Mandatory);
    }
    let keys: Vec<Key> = waiting.iter().map(|x| d.entitlements[*x].key).collect();
    run.step_to(Week(26), &mut kantel::simulation::Unobserved, &Cancel::new());
    let d = &run.region().districts[0];
    // A slot may have gone to somebody else since.
    let waits = |(x, key): &(&EntitlementId, &Key)| {
        let entitlement = &d.entitlements[**x];
        entitlement.key == **key && entitlement.stage == Stage::Waiting
    };
    let stuck = waiting.iter().zip(&keys).filter(waits).count();
    assert!(stuck <= 1, "{stuck} of {} still wait behind who is less urgent", waiting.len());
    assert_eq!(d.levels, d.recount());
}
