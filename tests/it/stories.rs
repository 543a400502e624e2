//! A household of a kind: the kind is what it is at the start in both scenarios, the lot falls within it, and it is
//! told
//! through all desks.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::entities::Domain;
use kantel::experiment::{HouseholdKind, Lives, Moment, Plan, Simulator, Turn, lives};
use kantel::observation::catalogue;
use kantel::scenario::question;

use crate::program::Folder;
use crate::small::{builtin, burned_in};

const RESIDENTS: u32 = 4_000;

fn told(kind: HouseholdKind) -> Lives {
    let scenario = |name: &str| {
        let mut scenario = builtin(name, RESIDENTS, 3);
        let e = &mut scenario.experiment;
        (e.samples, e.replicates, e.extra_replicate, e.burn_in_weeks) = (1, 1, 0, 52);
        scenario
    };
    let scenarios = vec![scenario("reactive"), scenario("proactive")];
    let plan = Plan { threads: 1, household: kind, ..Plan::new(scenarios, Arc::from(catalogue::series())) };
    lives(&plan, &Simulator, &Cancel::new(), &()).expect("nothing stops it").expect("there are households")
}

/// Members at the start with their ages, and the domains in which each has a need.
fn at_start(course: &[Moment]) -> Vec<(u32, Vec<Domain>)> {
    let here = course.iter().filter(|m| m.week.is_none() && m.turn == Turn::Present);
    here.map(|m| {
        let needs = course.iter().filter(|n| n.week.is_none() && n.member == m.member);
        let needs = needs.filter_map(|n| match n.turn {
            Turn::HiddenNeed(domain, _) | Turn::KnownNeed(domain, _) => Some(domain),
            _ => None,
        });
        (m.age, needs.collect())
    })
    .collect()
}

const fn is_of_a_desk(turn: Turn) -> bool {
    matches!(
        turn,
        Turn::HasCare
            | Turn::InArrears
            | Turn::UnderOrder
            | Turn::OnBenefit
            | Turn::AskedAt(..)
            | Turn::CaredFor
            | Turn::OneCarerGone
            | Turn::NoCarerLeft
            | Turn::BehindWithRent
            | Turn::OrderedOut
            | Turn::Evicted
            | Turn::RentPaid
            | Turn::BenefitStarts
            | Turn::BenefitEnds
    )
}

#[test]
fn a_household_is_of_its_kind_at_the_start_of_both_courses() {
    for kind in &HouseholdKind::ALL[1..] {
        let told = told(*kind);
        let starts = [0, 1].map(|side: usize| at_start(&told.courses[side]));
        assert_eq!(starts[0], starts[1], "{kind:?}");
        let members = &starts[0];
        let holds = match kind {
            HouseholdKind::Any => true,
            HouseholdKind::Debts => members.iter().any(|(_, needs)| needs.contains(&Domain::Debt)),
            HouseholdKind::Child => members.iter().any(|(age, needs)| *age < 18 && !needs.is_empty()),
            HouseholdKind::OldCouple => members.len() == 2 && members.iter().all(|(age, _)| *age >= 70),
            HouseholdKind::Alone => members.len() == 1 && members[0].0 >= 18,
        };
        assert!(holds, "{kind:?}: {members:?}");
        assert!(told.drawn.households > 0 && told.drawn.households < told.all, "{kind:?}: {:?}", told.drawn);
        assert!(told.drawn.stayed <= told.drawn.households, "{kind:?}: {:?}", told.drawn);
    }
}

#[test]
fn as_many_households_have_debts_as_are_counted_in_the_district() {
    let start = burned_in(&builtin("reactive", 800, 1), 0, 0);
    let d = &start.region().districts[0];
    let open = |r| d.episodes_of(r).any(|e| d.episodes[e].domain == Domain::Debt && !d.episodes[e].recovered);
    let counted = d.households.all().filter(|h| d.members(*h).any(open)).count() as u32;
    let scenarios = vec![builtin("reactive", 800, 1), builtin("proactive", 800, 1)];
    let plan = Plan { household: HouseholdKind::Debts, ..Plan::new(scenarios, Arc::from(catalogue::series())) };
    let told = lives(&plan, &Simulator, &Cancel::new(), &()).expect("nothing stops it").expect("there are households");
    assert!(counted > 0);
    assert_eq!(told.drawn.households, counted);
    assert_eq!(told.all, d.households.all().count() as u32);
}

/// What the kind is about differs in the household that is told, where it differs in any; and whoever asks again after
/// giving up has not waited since the first time.
#[test]
fn a_story_is_about_what_its_kind_is_about() {
    for kind in [HouseholdKind::Debts, HouseholdKind::Child] {
        let told = told(kind);
        let about = |course: &[Moment]| -> Vec<Moment> {
            course.iter().filter(|m| m.week.is_some() && kind.is_about(m.turn)).cloned().collect()
        };
        assert!(told.drawn.about > 0 && told.drawn.about <= told.drawn.candidates, "{kind:?}: {:?}", told.drawn);
        assert_ne!(about(&told.courses[0]), about(&told.courses[1]), "{kind:?}");
        assert!(told.drawn.long_waits < told.drawn.stayed, "{kind:?}: {:?}", told.drawn);
    }
    assert_eq!(told(HouseholdKind::Alone).drawn.about, 0);
}

/// Without a kind nothing is told that was not told before; with one, requests have their door.
#[test]
fn desks_are_told_of_households_of_a_kind_alone() {
    let any = told(HouseholdKind::Any);
    assert!(any.courses.iter().flatten().all(|moment| !is_of_a_desk(moment.turn)));
    let child = told(HouseholdKind::Child);
    let turns = || child.courses.iter().flatten().map(|moment| moment.turn);
    assert!(turns().any(is_of_a_desk));
    assert!(turns().all(|turn| !matches!(turn, Turn::ServiceAsked(_))), "a request has its door");
}

#[test]
fn a_story_is_told_in_both_languages_and_kept_with_a_result() {
    let folder = Folder::new("stories");
    let small = ["--residents", "1500", "--years", "2", "--samples", "1", "--replicates", "1", "--quiet"];
    let story = |more: &[&str]| {
        let output = folder.kantel(&[&["story"][..], more, &small].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let english = story(&["--household", "debts"]);
    // A question in the place of scenarios: what it compares, under its closure.
    let asked = question("going-out").expect("in the box");
    let closure = asked.closure.map(|closure| format!("--closure={}", closure.key()));
    let named: Vec<&str> =
        ["--household", "debts", "reactive", "proactive"].into_iter().chain(closure.as_deref()).collect();
    assert_eq!(story(&["--household", "debts", "going-out"]), story(&named));
    let dutch = story(&["--household", "schulden", "--lang", "nl"]);
    for (text, words) in [
        (&english, ["households with debts", "== Reactive ==", "== Proactive ==", "Money and rent", "The team"]),
        (&dutch, ["huishoudens met schulden", "Geld en huur", "Het wijkteam", "Familie en vrienden", "Aan het begin"]),
    ] {
        for word in words {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
    let sides: Vec<&str> = english.split("== ").filter(|part| part.contains(" ==\n")).collect();
    let lines = |text: &str| -> Vec<String> {
        text.lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect()
    };
    let [base, variant] = [lines(sides[0]), lines(sides[1])];
    let marked = |line: &&String| line.starts_with("◆ ");
    assert!(base.iter().chain(&variant).any(|line| marked(&line)), "{english}");
    for (own, other) in [(&base, &variant), (&variant, &base)] {
        for line in own.iter().filter(|line| !marked(line) && *line != "Nothing happens here.") {
            assert!(other.contains(line), "{line} has no mark and is not in the other: {english}");
        }
        assert!(own.iter().filter(marked).all(|line| !other.contains(line)), "{english}");
    }
    let few = ["story", "--household", "old-couple", "--residents", "10", "--years", "1", "--samples", "1", "--quiet"];
    let none = String::from_utf8_lossy(&folder.kantel(&few).stdout).into_owned();
    assert!(none.contains("there are no couples of 70 and older"), "{none}");

    let compare = [&["compare", "reactive", "proactive", "--household", "debts", "--loops", "0"][..], &small].concat();
    let output = folder.kantel(&[&compare[..], &["--out", "told"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.read("told/lives_kind.csv").starts_with("kind,all,about,long_waits\ndebts,"));
    let report = folder.read("told/report.html");
    assert!(report.contains("desk by desk") && report.contains("households with debts"));
    let again = folder.kantel(&["report", "told"]);
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    assert!(folder.read("told/report.html") == report, "the kind comes back from the folder");
}
