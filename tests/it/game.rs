//! The training game: decisions on an undrawn scenario, sheets and their rules, sessions by script, and whether the
//! game is worth playing.

use std::convert::Infallible;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::Inputs;
use kantel::experiment::{Model as _, Plan, Simulator, Sink, run};
use kantel::game::{
    AXES, BOXES, BoxId, EVENTS, Further, Hand, Kit, Live, MEASURES, PURE, Past, Players, Public, REACTING, ROUNDS,
    STATES, Scores, Session, Sheet, Size, Strategy, Undone, balance, check, decisions, hands, in_force, named_event,
    read_sheets,
};
use kantel::levers::{Course, LEVERS, LeverValue, Role, Step, position};
use kantel::observation::{Trajectory, catalogue};
use kantel::parameters::Params;
use kantel::plan::{Closing, Closure, Scenario, Subject};
use kantel::scenario::{Overrides, load, load_text, write_merged};
use kantel::simulation::{Decision, Policy, Simulation, Unobserved};
use kantel::units::Week;

use crate::program::{Folder, program};
use crate::small::burned_in;

fn lever(key: &str) -> usize {
    position(key).unwrap_or_else(|| panic!("no lever {key}"))
}

/// Reactive with all that its samples draw.
fn undrawn(residents: u32) -> Scenario {
    let overrides = Overrides { residents: Some(residents), years: Some(2), ..Overrides::default() };
    let mut scenario = load("builtin:reactive", &overrides).expect("a built-in scenario").scenario;
    scenario.experiment.burn_in_weeks = 52;
    scenario
}

fn begun(scenario: &Scenario, sample: u32) -> Simulation {
    let mut simulation = burned_in(scenario, sample, 0);
    let drawn = scenario.drawn(sample);
    let inputs = Inputs::of(scenario, sample, 0);
    simulation.begin(Arc::new(inputs), Policy::from(&drawn.organisation));
    simulation
}

fn to(simulation: &mut Simulation, week: i32) {
    simulation.step_to(Week(week), &mut Unobserved, &Cancel::new());
}

fn some_decisions() -> Vec<Decision> {
    vec![
        Decision { ramp_weeks: 26, ..Decision::of(Week(30), lever("outreach.door_fte"), LeverValue::Number(0.7)) },
        Decision::of(Week(30), lever("outreach.targeting"), LeverValue::Choice(2)),
        Decision::of(Week(61), lever("outreach.door_fte"), LeverValue::Number(0.1)),
        Decision { ramp_weeks: 13, ..Decision::of(Week(0), lever("team.fte"), LeverValue::Number(1.5)) },
    ]
}

#[test]
fn what_is_decided_week_by_week_is_a_plan_for_every_sample() {
    let scenario = undrawn(900);
    let all = some_decisions();
    let decided = scenario.decided(&all).expect("it can be decided");
    for sample in [0, 1] {
        let mut live = begun(&scenario, sample);
        for week in [0, 30, 61] {
            to(&mut live, week);
            let now: Vec<Decision> = all.iter().filter(|d| d.week == Week(week)).copied().collect();
            live.decide(&now).expect("it can be decided");
        }
        to(&mut live, 104);
        let mut straight = begun(&decided, sample);
        to(&mut straight, 104);
        assert!(live.record() == straight.record(), "sample {sample}: a plan runs as the game went");
        // The log says how soon a decision was to be reached.
        let policy = &live.sites()[0].policy;
        let logged = policy.decisions().into_iter().find(|d| d.week == Week(30) && d.ramp_weeks == 26);
        assert_eq!(logged.map(|d| d.lever), Some(lever("outreach.door_fte")));
        // For the sample that was played, what was played is the same.
        let mut played = begun(&policy.played(&scenario), sample);
        to(&mut played, 104);
        assert!(played.record() == live.record(), "sample {sample}: as played");
    }
    // Every sample has its own team, which a plan of one sample's game has not.
    let caseload = |scenario: &Scenario, sample: u32| {
        scenario.drawn(sample).organisation.timeline.settings(Week(90)).team.caseload_of(0)
    };
    let bits = |scenario: &Scenario| [0, 1].map(|sample| caseload(scenario, sample).to_bits());
    let ours = bits(&decided);
    assert_eq!(ours, bits(&scenario));
    assert!(ours[0] != ours[1], "{ours:?}");
    let played = begun(&decided, 0).sites()[0].policy.played(&scenario);
    assert_eq!(bits(&played), [ours[0]; 2]);
}

#[test]
fn decisions_that_nobody_can_make_are_refused_all_at_once() {
    let scenario = undrawn(900);
    let flag = Decision::of(Week(0), lever("outreach.protected"), LeverValue::Flag(true));
    let wrong = [
        Decision { role: Role::Insurer, ..flag },
        Decision { ramp_weeks: 4, ..flag },
        Decision { week: Week(-1), ..flag },
        Decision { value: LeverValue::Number(1.0), ..flag },
        Decision { lever: LEVERS.len(), ..flag },
        Decision::of(Week(0), lever("team.2.fte"), LeverValue::Number(1.0)),
    ];
    assert_eq!(scenario.decided(&wrong).expect_err("all are wrong").len(), wrong.len());
    for decision in wrong {
        assert!(scenario.decided(&[decision]).is_err(), "{decision:?}");
    }
    let mut live = begun(&scenario, 0);
    to(&mut live, 5);
    let before = live.snapshot().expect("bytes");
    assert!(live.decide(&[flag]).is_err(), "week 0 is over");
    assert_eq!(live.snapshot().expect("bytes"), before);
    // A plan whose team follows from another one in every sample cannot be decided on by itself.
    let closing = Closing { closure: Closure::Budget, base: scenario.clone(), given: scenario.clone() };
    let closed = Scenario { closing: Some(Box::new(closing)), ..scenario.clone() };
    assert_eq!(closed.decided(&[flag]).expect_err("it is refused")[0].field, "experiment.closure");
    assert!(scenario.decided(&[flag]).is_ok());
}

#[test]
fn what_befalls_a_course_is_what_a_plan_would_have_dated() {
    let debt = Subject::Parameter(Params::position("onset.debt").expect("a parameter"));
    let step = |week, value| Step { from: Week(week), value: LeverValue::Number(value), ramp_weeks: 0 };
    let shock = vec![(debt, Course::of(vec![step(20, 3.0), step(72, 1.0)]))];
    let scenario = undrawn(900);
    let mut live = begun(&scenario, 0);
    to(&mut live, 20);
    live.befall(&shock).expect("it can happen");
    assert!(live.befall(&shock).is_err(), "the same number is dated already");
    to(&mut live, 104);
    let mut dated = scenario.clone();
    dated.context.put(debt, shock[0].1.clone());
    let mut straight = begun(&dated, 0);
    to(&mut straight, 104);
    assert!(live.record() == straight.record());
    let mut without = begun(&scenario, 0);
    to(&mut without, 104);
    assert!(without.record() != live.record(), "it changes something");
    assert!(without.befall(&shock).is_err(), "the past stays");
}

fn kit(residents: u32, samples: u32) -> Kit {
    let size = Size { residents: Some(residents), samples: Some(samples), seed: None };
    Kit::new(&size).expect("the kit")
}

fn past<'a>(sheets: &'a [Sheet], events: &'a [Option<&'static kantel::game::Event>]) -> Past<'a> {
    Past { sheets, events }
}

/// The boxes that a sheet breaks a rule in, in the first round unless sheets lie before it.
fn broken(sheet: &Sheet, sheets: &[Sheet]) -> Vec<String> {
    let events = vec![None; sheets.len() + 1];
    check(sheet, &past(sheets, &events)).into_iter().map(|problem| problem.field).collect()
}

#[test]
fn sheets_keep_to_the_rules_of_entry() {
    let now = Sheet::as_now();
    assert_eq!(now.blocks(), 9);
    assert!(broken(&now, &[]).is_empty());
    let with = |choices: &[(BoxId, u8)]| choices.iter().fold(now, |sheet, (of, choice)| sheet.with(*of, *choice));
    let three = with(&[(BoxId::OUT, 3)]);
    for (sheet, before, wrong) in [
        (with(&[(BoxId::OUT, 4)]), vec![], vec!["out"]),
        (three, vec![], vec![]),
        // Six of ten are other work: four are left for cases, and with nine blocks too few.
        (three.with(BoxId::DISTRICT, 3).with(BoxId::BLOCKS, 2), vec![three], vec![]),
        (three.with(BoxId::DISTRICT, 3), vec![three], vec!["blocks"]),
        (with(&[(BoxId::BLOCKS, 4)]), vec![], vec!["blocks"]),
        (with(&[(BoxId::BLOCKS, 0)]), vec![with(&[(BoxId::BLOCKS, 3)])], vec!["blocks"]),
        (with(&[(BoxId::VETO, 1)]), vec![with(&[(BoxId::VETO, 2)])], vec!["veto"]),
        (with(&[(BoxId::CONFIDENCE, 1)]), vec![], vec!["confidence"]),
        (with(&[(BoxId::CONFIDENCE, 1)]), vec![now], vec![]),
        (with(&[(BoxId::PAYING, 2), (BoxId::VETO, 1)]), vec![with(&[(BoxId::VETO, 2)])], vec!["veto", "paying"]),
    ] {
        assert_eq!(broken(&sheet, &before), wrong, "{}", sheet.lines());
    }
    // What the insurer has offered may be filled in.
    let offered = [None, named_event("insurer_shares").ok()];
    assert!(check(&with(&[(BoxId::PAYING, 2)]), &past(&[now], &offered)).is_empty());
}

#[test]
fn vetoes_votes_and_events_change_what_is_in_force() {
    let now = Sheet::as_now();
    let obliged = now.with(BoxId::RETURN, 3);
    let events = [None; 3];
    let vetoed = obliged.with(BoxId::VETO, 1);
    assert_eq!(in_force(&vetoed, &past(&[], &events)).get(BoxId::RETURN), 0);
    assert_eq!(in_force(&vetoed, &past(&[obliged], &events)).get(BoxId::RETURN), 3, "it stays as it was");
    let voted = now.with(BoxId::CONFIDENCE, 1);
    assert_eq!(in_force(&now, &past(&[now, voted], &events)).get(BoxId::PATIENCE), 2);
    assert_eq!(in_force(&now, &past(&[now, voted, now], &[None; 4])).get(BoxId::PATIENCE), 0, "for one round");
    let hurry = [None, named_event("result_in_a_year").ok(), None, None];
    let patience = |round: usize| in_force(&now, &past(&vec![now; round - 1], &hurry)).get(BoxId::PATIENCE);
    assert_eq!([1, 2, 3, 4].map(patience), [0, 2, 2, 0]);
}

#[test]
fn a_sheet_is_a_number_and_decides_only_what_changes() {
    for number in (0..997).map(|i| STATES / 997 * i) {
        let sheet = Sheet::of_number(number).expect("a sheet");
        assert_eq!(sheet.number(), number);
    }
    assert!(Sheet::of_number(STATES).is_none());
    let kit = kit(900, 1);
    let now = Sheet::as_now();
    assert!(decisions(&kit, &now, &past(&[], &[None])).is_empty(), "what is as now is no decision");
    let out = now.with(BoxId::OUT, 2);
    let made = decisions(&kit, &out, &past(&[now], &[None, None]));
    let keys: Vec<&str> = made.iter().map(|d| LEVERS[d.lever].meta.key).collect();
    assert_eq!(keys, ["outreach.door_fte", "outreach.place_fte", "outreach.report_fte", "outreach.targeting"]);
    assert!(made.iter().all(|d| d.week == Week(104)), "{made:?}");
    // Two blocks of 1.6 FTE for 15,000 residents, beside what is there.
    let added = made[0].value.number() - kit.base.organisation.timeline.settings(Week(0)).outreach.door_fte;
    assert!((added - 0.4 * 3.2 * 900.0 / 15_000.0).abs() < 1e-9, "{added}");
    // Every box but those that say how it goes changes a lever, or what others may do.
    let silent = ["aim", "protected", "veto", "confidence", "expected", "sure"];
    for (i, of) in BOXES.iter().enumerate().filter(|(_, of)| !silent.contains(&of.key)) {
        let other = of.now + 1;
        assert!(!decisions(&kit, &now.with(BoxId(i), other), &past(&[], &[None])).is_empty(), "{}", of.key);
    }
}

#[test]
fn a_file_of_sheets_is_read_with_every_mistake_in_its_place() {
    let before = [Sheet::as_now().with(BoxId::OUT, 2).with(BoxId::VETO, 1), Sheet::as_now()];
    let read = read_sheets("s.toml", "[A]\ndistrict = 1\nexpected = \"up\"\n", &before).expect("sheets");
    assert_eq!([BoxId::OUT, BoxId::DISTRICT, BoxId::EXPECTED, BoxId::VETO].map(|of| read[0].get(of)), [2, 1, 1, 0]);
    assert_eq!(read[1], before[1]);
    let wrong = "[A]\nout = \"7\"\nouts = 1\n\n[Z]\nout = 1\n";
    let told = read_sheets("s.toml", wrong, &before).expect_err("mistakes");
    let places: Vec<(Option<usize>, Option<usize>, &str)> =
        told.iter().map(|p| (p.line, p.column, p.field.as_str())).collect();
    assert_eq!(places, [(Some(5), Some(2), "Z"), (Some(2), Some(1), "A.out"), (Some(3), Some(1), "A.outs")]);
    assert!(told.iter().all(|p| !p.allowed.is_empty() && p.message.en != p.message.nl), "{told:#?}");
    let broken = read_sheets("s.toml", "[A]\nout = \n", &before).expect_err("no TOML");
    assert_eq!(broken[0].line, Some(2));
}

/// Courses of a plan, in their order.
#[derive(Default)]
struct Courses(Vec<Trajectory>);

impl Sink for Courses {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        self.0.push(trajectory.clone());
        Ok(())
    }
}

fn courses(players: &Players<'_>) -> Vec<Trajectory> {
    let plan = Plan { threads: 1, ..Plan::new(players.scenarios(), catalogue::series().into()) };
    let mut kept = Courses::default();
    run(&plan, players, &mut kept, &Cancel::new(), &()).expect("nobody stops it");
    kept.0
}

/// A session of two groups and three rounds with an event, at a small size.
fn session() -> Session {
    let size = Size { residents: Some(900), samples: Some(2), seed: Some(5) };
    let mut session = Session::new(77, 2, size).expect("a session");
    let now = Sheet::as_now();
    let first = now.with(BoxId::OUT, 2).with(BoxId::BLOCKS, 3).with(BoxId::EXPECTED, 2).with(BoxId::SURE, 4);
    let second = first.with(BoxId::SCALING, 2).with(BoxId::INITIATIVE, 1);
    let third = second.with(BoxId::OUT, 4).with(BoxId::CONTRACT, 1);
    for (event, sheets) in [
        (None, vec![first, now.with(BoxId::LEARNING, 1)]),
        (named_event("debt_shock").ok(), vec![second, now.with(BoxId::RETURN, 2)]),
        (named_event("fee_by_income").ok(), vec![third, now.with(BoxId::INTAKE, 1).with(BoxId::PATIENCE, 1)]),
    ] {
        session.enter(event, sheets).unwrap_or_else(|problems| panic!("{problems:#?}"));
    }
    session
}

fn played(session: &Session) -> Vec<Trajectory> {
    let kit = Kit::new(&session.size).expect("the kit");
    courses(&Players { kit: &kit, events: &session.events(), hands: session.hands() })
}

/// What a group did, as a file that is read and run by itself, is what it did at the table; in every world.
#[test]
fn what_a_group_did_is_a_scenario_that_runs_the_same() {
    let session = session();
    let kit = Kit::new(&session.size).expect("the kit");
    let live = played(&session);
    for (place, group) in [(0, None), (1, Some(0)), (2, Some(1))] {
        let text = write_merged(&session.scenario(&kit, group).expect("a scenario"));
        let read = load_text("group", &text, &Overrides::default()).unwrap_or_else(|p| panic!("{text}\n{p:#?}"));
        assert_eq!(read.merged, text);
        for sample in 0..2 {
            let stop = Cancel::new();
            let start = Simulator.start(&read.scenario, sample, 0, &stop).expect("nobody stops it");
            let run = Simulator.run(std::borrow::Cow::Owned(start), 0, &read.scenario, sample, 0, &stop);
            let ours = live.iter().find(|t| (t.scenario, t.sample) == (place, sample)).expect("a course");
            assert!(run.expect("nobody stops it").years == ours.years, "{group:?} in world {sample}");
        }
    }
}

#[test]
fn what_one_group_decides_leaves_the_others_as_they_are() {
    let session = session();
    let mut other = session.clone();
    let sheets = &mut other.played[1].sheets;
    sheets[0] = sheets[0].with(BoxId::CONTRACT, 2).with(BoxId::INTAKE, 2);
    let (ours, theirs) = (played(&session), played(&other));
    for (a, b) in ours.iter().zip(&theirs) {
        assert_eq!(a == b, a.scenario != 1, "course {} in world {}", a.scenario, a.sample);
    }
}

#[test]
fn a_session_is_its_log() {
    let session = session();
    let (settings, log) = (session.settings_text(), session.log_text());
    let read = Session::parse(("session.toml", &settings), ("log.toml", &log)).unwrap_or_else(|p| panic!("{p:#?}"));
    assert_eq!((read.settings_text(), read.log_text()), (settings.clone(), log.clone()));
    assert!(played(&read) == played(&session));
    // Back and forth again.
    let mut back = read.clone();
    let last = back.undo().expect("a round");
    assert_eq!(back.round(), Some(3));
    back.enter(last.event, last.sheets).expect("it can be played again");
    assert_eq!(back.log_text(), log);
    // A log that somebody changed is refused.
    let code = session.code(0, &Sheet::as_now()).expect("a code");
    let at = log.find("2A-").expect("a code in the log");
    let forged = format!("{}{code}{}", &log[..at], &log[at + code.len()..]);
    let told = Session::parse(("session.toml", &settings), ("log.toml", &forged)).expect_err("another round");
    assert!(told[0].field.starts_with("round[2].code"), "{told:#?}");
}

#[test]
fn codes_of_a_round_are_taken_once_for_each_group_in_any_order() {
    let session = session();
    let sheets: Vec<Sheet> = [(0, 1), (1, 2)].map(|(g, n)| session.last()[g].with(BoxId::PROTECTED, n)).to_vec();
    let mut codes: Vec<String> =
        sheets.iter().enumerate().filter_map(|(group, sheet)| session.code(group, sheet)).collect();
    codes.reverse();
    assert_eq!(session.read(&codes).expect("two codes"), sheets);
    let twice = vec![codes[0].clone(), codes[0].clone()];
    let told = |codes: &[String]| session.read(codes).expect_err("refused")[0].message.en.to_string();
    assert_eq!(told(&twice), "a second code of group B");
    assert_eq!(told(&codes[..1]), "there is no code of group A");
    let mut earlier = session.clone();
    earlier.undo();
    let old = earlier.code(0, &sheets[0]).expect("a code");
    assert_eq!(told(&[old, codes[0].clone()]), "this is a code of round 3");
}

#[test]
fn events_are_of_the_world_and_happen_once() {
    let mut subjects: Vec<String> = Vec::new();
    let kit = kit(900, 1);
    for event in &EVENTS {
        let (factors, sets) = (event.factors(2), event.decisions(2));
        let acts = !factors.is_empty() || !sets.is_empty() || event.ends_patience || event.opens_sharing;
        assert!(acts, "{} does nothing", event.key);
        subjects.extend(factors.iter().map(|(subject, _)| subject.path()));
        subjects.extend(sets.iter().map(|d| LEVERS[d.lever].meta.key.to_owned()));
        for (subject, _) in &factors {
            assert!(kit.base.context.factors.iter().all(|(other, _)| other != subject), "{}", subject.path());
        }
        assert!(kit.base.decided(&sets).is_ok(), "{}", event.key);
        assert!(event.title().en != event.title().nl && event.changes().en != event.changes().nl, "{}", event.key);
    }
    let all = subjects.len();
    subjects.sort();
    subjects.dedup();
    assert_eq!(subjects.len(), all, "no two events touch the same");
    let mut session = session();
    let again = session.enter(named_event("debt_shock").ok(), session.last());
    assert_eq!(again.expect_err("it has happened")[0].field, "event");
}

/// Small enough for every run of the tests: eight strategies in three worlds. What holds at full size is in
/// docs/game.md; here the parts of it that are not close.
#[test]
fn the_game_is_worth_playing() {
    let kit = kit(4_000, 3);
    let mut strategies: Vec<Strategy> = (0..PURE.len()).map(Strategy::Pure).collect();
    strategies.extend((0..REACTING.len()).map(Strategy::Reacting));
    let hands: Vec<Hand> = std::iter::once(Hand::AsNow).chain(strategies.iter().map(|s| Hand::Strategy(*s))).collect();
    let events = [None; ROUNDS as usize];
    let players = Players { kit: &kit, events: &events, hands };
    let plan = Plan { threads: 2, ..Plan::new(players.scenarios(), catalogue::series().into()) };
    let mut scores = Scores::new(strategies.len(), kit.base.residents);
    run(&plan, &players, &mut scores, &Cancel::new(), &()).expect("nobody stops it");
    let names: Vec<String> = strategies.iter().map(|strategy| strategy.key()).collect();
    let found = balance(&scores, &names);
    assert_eq!((found.samples, scores.rounds()), (3, ROUNDS));
    assert!(found.unbeaten.is_empty() && found.front.len() > 1, "{found:#?}");
    assert!((0..AXES.len()).any(|axis| found.spread[axis] > found.luck[axis]), "{found:#?}");
}

#[test]
fn undone_rounds_are_played_beside_the_game() {
    let session = session();
    let hands = hands(&session);
    assert_eq!(hands.len(), 1 + 2 + 2 * 3);
    let Hand::Sheets(undone) = &hands[3] else { panic!("a group") };
    assert_eq!(undone[0], Sheet::as_now(), "round 1 of group A is as now");
    assert_eq!(undone[1..], session.sheets(0)[1..]);
}

fn say(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.kantel(arguments);
    let (out, err) = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).into();
    assert!(output.status.success(), "{arguments:?}\n{out}\n{err}");
    out
}

const ROUND_1: &str = "[A]\nout = 2\nscaling = \"year\"\nexpected = \"down\"\nsure = 4\n\n[B]\nlearning = 1\n";

#[test]
fn a_session_is_played_by_script_and_comes_back_after_a_kill() {
    let folder = Folder::new("game");
    let new = ["game", "new", "--groups", "2", "--number", "9", "--residents", "800", "--samples", "2", "--out", "s"];
    let said = say(&folder, &new);
    assert!(said.contains("Round 1 is due") && said.contains("debt_shock"), "{said}");
    assert!(folder.kantel(&new).status.code() == Some(2), "a session is never begun over another");
    let kit = folder.read("s/kit.html");
    assert_eq!(kit.matches("class=\"card\"").count(), 12, "six cards for each group");
    std::fs::write(folder.0.join("1.toml"), ROUND_1).expect("written");
    let codes = say(&folder, &["game", "code", "s", "--sheets", "1.toml"]);
    let codes: Vec<&str> = codes.lines().collect();
    let round_1 = say(&folder, &["game", "play", "s", "--code", codes[1], "--code", codes[0]]);
    assert!(round_1.contains("Round 1: 2027 and 2028") && round_1.contains("Round 2 is due"), "{round_1}");
    let log = folder.read("s/log.toml");
    // Killed at once, or while it computes: what stands in the log is what has been played.
    let play = ["game", "play", "s", "--sheets", "2.toml", "--event", "debt_shock"];
    std::fs::write(folder.0.join("2.toml"), "[B]\nout = 1\n").expect("written");
    for wait in [0, 5, 20, 60, 150] {
        let mut child = program().current_dir(&folder.0).args(play).spawn().expect("it starts");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().expect("killed");
        child.wait().expect("it ended");
        let kept = folder.read("s/log.toml");
        assert!(kept == log || kept.contains("[[round]] # 2"), "{kept}");
        let again = say(&folder, &["game", "play", "s"]);
        assert_eq!(again == round_1, kept == log, "{again}");
        if kept != log {
            say(&folder, &["game", "undo", "s"]);
            assert_eq!(folder.read("s/log.toml"), log, "a round that is taken back was never there");
        }
    }
    let round_2 = say(&folder, &play);
    assert_eq!(say(&folder, &["game", "play", "s", "--threads", "1"]), round_2, "the log is the session");
    assert!(folder.read("s/cards-3.html").contains("group B, round 3"));
    let debrief = say(&folder, &["game", "debrief", "s"]);
    assert!(debrief.contains("Group A: ") && debrief.contains("expectations: "), "{debrief}");
    let exported = say(&folder, &["game", "export", "s", "--group", "b"]);
    say(&folder, &["game", "export", "s", "--group", "B", "--out", "b.toml"]);
    assert_eq!(folder.read("b.toml"), exported);
    say(&folder, &["check", "b.toml"]);
}

#[test]
fn mistakes_of_a_trainer_are_told_and_change_nothing() {
    let folder = Folder::new("game-mistakes");
    say(
        &folder,
        &["game", "new", "--groups", "2", "--number", "9", "--residents", "800", "--samples", "1", "--out", "s"],
    );
    let log = folder.read("s/log.toml");
    std::fs::write(folder.0.join("1.toml"), "[A]\nout = 4\n\n[B]\nconfidence = \"no\"\nouts = 2\n").expect("written");
    std::fs::write(folder.0.join("2.toml"), "[A]\nout = 4\n\n[B]\nconfidence = \"no\"\n").expect("written");
    for (arguments, told) in [
        (vec!["play", "s", "--sheets", "1.toml", "--event", "rain"], vec!["no such event", "no such box", "1.toml"]),
        (vec!["play", "s", "--sheets", "2.toml"], vec!["group A: ", "group B: ", "at most 3"]),
        (vec!["play", "s", "--code", "1A-0000-0000-000"], vec!["the code is not right"]),
        (vec!["play", "s", "--code", "1A-0000"], vec!["6 signs in the place of 13"]),
        (vec!["play", "none"], vec!["session.toml", "log.toml"]),
        (vec!["play"], vec!["which session"]),
        (vec!["export", "s", "--group", "C"], vec!["no such group", "one of A, B"]),
        (vec!["undo", "s", "--groups", "3", "--code", "x"], vec!["--groups", "--code"]),
        (vec!["undo", "s"], vec!["no round has been played"]),
    ] {
        let output = folder.kantel(&[&["game"], &arguments[..]].concat());
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}\n{err}");
        let flat = err.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
        for part in told {
            assert!(flat.contains(part), "{arguments:?} does not say {part}:\n{err}");
        }
        assert_eq!(folder.read("s/log.toml"), log);
    }
}

/// The page says every word that a file of sheets takes, every event, and what every axis is made of.
#[test]
fn the_page_of_the_game_lists_what_there_is() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/game.md");
    let page = std::fs::read_to_string(path).expect("docs/game.md");
    let row = |begin: String| {
        let found = page.lines().find(|line| line.starts_with(&begin));
        found.unwrap_or_else(|| panic!("no row {begin}")).to_owned()
    };
    for of in &BOXES {
        let row = row(format!("| `{}` {}; Dutch *{}* |", of.key, of.name.0, of.name.1));
        let words: Vec<String> = of.choices.iter().map(|(word, ..)| format!("`{word}`")).collect();
        assert!(row.contains(&format!("| {} |", words.join(", "))), "{row}");
    }
    for event in &EVENTS {
        assert!(row(format!("| `{}` |", event.key)).ends_with(&format!("| {} |", event.changes().en)), "{}", event.key);
    }
    for measure in MEASURES {
        row(format!("| {} | `{}` |", measure.axis.name().en.to_lowercase(), measure.indicator));
    }
}

/// The courses of players, as far as a model gives them.
fn courses_of<M: kantel::experiment::Model>(model: &M, players: &Players<'_>) -> Vec<Trajectory> {
    let plan = Plan { threads: 2, ..Plan::new(players.scenarios(), catalogue::series().into()) };
    let mut kept = Courses::default();
    run(&plan, model, &mut kept, &Cancel::new(), &()).expect("nobody stops it");
    kept.0
}

/// A session as far as so many rounds.
fn as_far_as(session: &Session, rounds: usize) -> Session {
    let mut session = session.clone();
    session.played.truncate(rounds);
    session
}

#[test]
fn courses_that_go_on_are_those_from_the_start() {
    let whole = session();
    let kit = Kit::new(&whole.size).expect("the kit");
    let live = Live::default();
    let mut other = whole.clone();
    other.played[1].sheets[0] = other.played[1].sheets[0].with(BoxId::INTAKE, 2);
    // Round by round; a round taken back; another one in its place; and several at once.
    for session in [0, 1, 2, 3, 2].map(|rounds| as_far_as(&whole, rounds)).into_iter().chain([other, whole.clone()]) {
        let events = session.events();
        let players = Players { kit: &kit, events: &events, hands: session.hands() };
        let going_on = courses_of(&Further { players: players.clone(), live: &live }, &players);
        if !events.is_empty() {
            assert!(going_on == courses(&players), "{} rounds", events.len());
        }
        assert_eq!(live.rounds(), events.len() + 1);
    }
}

#[test]
fn courses_of_the_debrief_part_where_a_round_is_undone() {
    let session = session();
    let kit = Kit::new(&session.size).expect("the kit");
    let events = session.events();
    let players = Players { kit: &kit, events: &events, hands: hands(&session) };
    let ours = courses_of(&Undone { players: players.clone(), groups: session.groups }, &players);
    assert!(ours == courses(&players));
}

/// What nobody registers can be anything: the room sees the same. What is registered cannot.
#[test]
fn what_the_room_sees_depends_on_nothing_that_is_hidden() {
    let session = session();
    let seen = |change: &dyn Fn(bool) -> bool| {
        let mut scores = Scores::new(session.groups, 900);
        for mut trajectory in played(&session) {
            for year in trajectory.years.iter_mut().chain(std::iter::once(&mut trajectory.before)) {
                for (series, cell) in catalogue::series().iter().zip(year) {
                    if change(kantel::observation::is_registered(&series.indicator, &series.group)) {
                        cell.num = cell.num * 3 + 1_000_000;
                    }
                }
            }
            scores.deliver(&trajectory).expect("kept");
        }
        format!("{:?}", Public::of(&session, Some(&scores), None))
    };
    let ours = seen(&|_| false);
    assert_eq!(seen(&|is_registered| !is_registered), ours);
    assert_ne!(seen(&|is_registered| is_registered), ours);
}
