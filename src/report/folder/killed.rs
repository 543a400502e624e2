//! A program that is killed before any of its changes on the disk: the next one is stuck nowhere and loses nothing.

use std::fs;
use std::path::PathBuf;

use super::disk::{changes_until, files};
use super::exchange::{Aim, is_exchanging, manifest, settle};
use super::place::Place;
use super::{Draft, FolderError, Manifest, amend, claim, draft};
use crate::experiment::Plan;
use crate::observation::catalogue;
use crate::scenario::{Overrides, load};

/// A folder for a test, removed at the end.
struct Room {
    root: PathBuf,
    plan: Plan,
}

/// What is at the target before.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    Empty,
    Result,
}

impl Room {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("kantel-killed-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let loaded =
            load("builtin:reactive", &Overrides { samples: Some(1), ..Overrides::default() }).expect("it is built in");
        Self { root, plan: Plan::new(vec![loaded.scenario], catalogue::series()[..2].into()) }
    }

    fn target(&self) -> PathBuf {
        self.root.join("x")
    }

    fn begin(&self, before: Before) {
        let _ = fs::remove_dir_all(&self.root);
        fs::create_dir(&self.root).expect("a folder");
        match before {
            Before::Nothing => {}
            Before::Empty => fs::create_dir(self.target()).expect("a folder"),
            Before::Result => self.write(false, "old").expect("nothing is in the way"),
        }
    }

    fn draft(&self, force: bool) -> Result<Draft, FolderError> {
        Draft::create(&self.target(), force, &self.plan, &["title = \"x\"\n".to_owned()])
    }

    /// A run that publishes twice. Only the first publication has a figure of its own.
    fn write(&self, force: bool, mark: &str) -> Result<(), FolderError> {
        let mut draft = self.draft(force)?;
        draft.write_text("report.html", &format!("{mark} 1"))?;
        draft.write_text(&format!("figures/{mark}.svg"), mark)?;
        draft.publish(self.manifest(mark, 1))?;
        draft.write_text("report.html", &format!("{mark} 2"))?;
        draft.write_text("lives.csv", mark)?;
        draft.finish(self.manifest(mark, 2)).map(|_| ())
    }

    fn manifest(&self, mark: &str, time: u64) -> Manifest {
        Manifest { command: vec![mark.to_owned()], made_at: Some(time), ..Manifest::of_plan(&self.plan) }
    }

    /// Which publication the folder holds, if it is whole: nothing more and nothing less than its manifest says.
    fn state(&self) -> Option<(String, u64)> {
        let target = self.target();
        let held = manifest(&target)?;
        for (name, hash) in &held.outputs {
            let found = draft::hash_and_sync(&target.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(found, *hash, "{name} is another one's");
        }
        let (mark, time) = (held.command[0].clone(), held.made_at.expect("it is written"));
        let report = fs::read_to_string(target.join("report.html")).expect("a report");
        assert_eq!(report, format!("{mark} {time}"));
        Some((mark, time))
    }

    /// Everything below the room, but for what the result holds; folders in the making end in `/`.
    fn litter(&self) -> Vec<String> {
        let held = manifest(&self.target()).map(|m| m.outputs).unwrap_or_default();
        let mut found = files(&self.root).expect("a folder");
        found.retain(|name| {
            let within = name.strip_prefix("x/");
            within.is_none_or(|within| within != "manifest.json" && !held.contains_key(within))
        });
        found.extend(claim::found_inside(&self.target()).iter().map(|dir| format!("{}/", dir.display())));
        found
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// A run that is killed before its change number `most`. Gives the changes it made.
fn killed_run(room: &Room, before: Before, most: u32) -> u32 {
    room.begin(before);
    changes_until(most, || {
        let _ = room.write(before == Before::Result, "new");
    })
}

/// Kills a run before each of its changes, and gives the next one to `then`. Gives the number of changes.
fn at_each_change(room: &Room, before: Before, then: impl Fn(u32)) -> u32 {
    for most in 0..1_000 {
        let made = killed_run(room, before, most);
        then(most);
        if made < most {
            return made;
        }
    }
    panic!("it never ends");
}

/// The same options again: the run is done, or refused because a whole result was there.
fn run_again(room: &Room, before: Before, at: u32) {
    let is_there = manifest(&room.target()).is_some();
    match room.write(before == Before::Result, "next") {
        Ok(()) => assert_eq!(room.state(), Some(("next".to_owned(), 2)), "killed at {at}"),
        Err(FolderError::Exists(_)) if before != Before::Result => {
            assert!(is_there && room.state().is_some(), "killed at {at}");
        }
        Err(error) => panic!("killed at {at}: {error}"),
    }
    assert!(room.litter().is_empty(), "killed at {at}: {:?}", room.litter());
    assert_eq!(fs::read_dir(&room.root).expect("a folder").count(), 1, "killed at {at}");
}

#[test]
fn the_next_run_is_stuck_nowhere() {
    let room = Room::new("next");
    for before in [Before::Nothing, Before::Empty, Before::Result] {
        let changes = at_each_change(&room, before, |at| run_again(&room, before, at));
        assert!(changes > 25, "only {changes} changes");
    }
}

#[test]
fn whoever_reads_finds_a_whole_result() {
    let room = Room::new("reading");
    for before in [Before::Nothing, Before::Empty, Before::Result] {
        let seen = std::cell::RefCell::new(Vec::new());
        at_each_change(&room, before, |at| {
            let is_there = room.target().is_dir();
            if is_there {
                settle(&room.target(), Aim::Read).unwrap_or_else(|error| panic!("killed at {at}: {error}"));
                assert!(claim::found_inside(&room.target()).is_empty(), "killed at {at}");
            }
            let state = room.state();
            assert!(state.is_some() || before != Before::Result, "killed at {at}: the old result is lost");
            assert!(state.is_none() || room.litter().is_empty(), "killed at {at}: {:?}", room.litter());
            seen.borrow_mut().push(state);
            run_again(&room, before, at);
        });
        let mut seen = seen.into_inner();
        seen.dedup();
        let first = (before == Before::Result).then(|| ("old".to_owned(), 2));
        assert_eq!(seen, [first, Some(("new".to_owned(), 1)), Some(("new".to_owned(), 2))], "one after the other");
    }
}

/// Killed once more while the first one's half-done exchange is ended.
#[test]
fn the_recovery_may_be_killed_too() {
    let room = Room::new("twice");
    for (before, aim) in [(Before::Empty, Aim::Fill), (Before::Empty, Aim::Read), (Before::Result, Aim::Replace)] {
        let twice = std::cell::Cell::new(0);
        at_each_change(&room, before, |at| {
            for most in 0..100 {
                if !is_exchanging(&room.target()) {
                    return;
                }
                let made = changes_until(most, || {
                    let _ = settle(&room.target(), aim);
                });
                run_again(&room, before, at);
                if made < most {
                    return;
                }
                twice.set(twice.get() + 1);
                killed_run(&room, before, at);
            }
        });
        assert!(twice.get() > 50, "only {} moments", twice.get());
    }
}

#[test]
fn an_amended_report_is_whole_too() {
    let room = Room::new("amended");
    for most in 0..100 {
        room.begin(Before::Result);
        let held = || manifest(&room.target()).expect("a result");
        let files = [("report.html".to_owned(), b"old 3".to_vec()), ("figures/more.svg".to_owned(), Vec::new())];
        let changed = Manifest { made_at: Some(3), ..held() };
        let made = changes_until(most, || {
            let _ = amend(&room.target(), changed, &files, false);
        });
        settle(&room.target(), Aim::Read).expect("it can be ended");
        let (_, time) = room.state().expect("a result");
        assert!(matches!(time, 2 | 3) && room.litter().is_empty(), "{time}: {:?}", room.litter());
        if made < most {
            assert_eq!(time, 3);
            return;
        }
    }
    panic!("it never ends");
}

/// Who puts something into a folder that is half filled keeps it.
#[test]
fn what_others_put_there_meanwhile_stays() {
    let room = Room::new("others");
    let own = |name: &str| room.target().join(name);
    at_each_change(&room, Before::Empty, |at| {
        if manifest(&room.target()).is_none() && !own("figures/new.svg").exists() {
            fs::create_dir_all(own("figures")).expect("a folder");
            fs::write(own("figures/new.svg"), "mine").expect("a file");
            fs::write(own("notes.txt"), "mine").expect("a file");
            let is_refused = room.write(true, "next").is_err();
            assert!(is_refused, "killed at {at}");
            for name in ["figures/new.svg", "notes.txt"] {
                assert_eq!(fs::read_to_string(own(name)).ok().as_deref(), Some("mine"), "killed at {at}: {name}");
            }
        }
    });
}

#[test]
fn two_at_one_place_do_not_meet() {
    let room = Room::new("two");
    for before in [Before::Nothing, Before::Empty, Before::Result] {
        room.begin(before);
        let mut first = room.draft(before == Before::Result).expect("nobody is there");
        first.write_text("report.html", "first 1").expect("it is written");
        let refused = |when: &str| match room.write(true, "second") {
            Err(error @ FolderError::Busy(_)) => assert!(!error.to_string().contains(".part"), "{error}"),
            other => panic!("{when}: {other:?}"),
        };
        refused("while it is made");
        first.publish(room.manifest("first", 1)).expect("nobody is in the way");
        refused("between two publications");
        assert!(matches!(amend(&room.target(), Manifest::default(), &[], false), Err(FolderError::Busy(_))));
        settle(&room.target(), Aim::Read).expect("a whole result can be read");
        first.write_text("report.html", "first 2").expect("it is written");
        first.finish(room.manifest("first", 2)).expect("nobody is in the way");
        assert_eq!(room.state(), Some(("first".to_owned(), 2)));
        room.write(true, "second").expect("the first is done");
        assert!(room.litter().is_empty());
    }
}

/// Started in the same moment, with and without something that a killed run left there.
#[test]
fn of_many_at_once_one_gets_the_place() {
    let room = Room::new("many");
    for round in 0..60 {
        room.begin([Before::Nothing, Before::Empty, Before::Result][round % 3]);
        let force = round % 3 == 2;
        if round % 2 == 1 {
            let above =
                if round % 3 == 0 { room.root.join(".x.kantel.part") } else { room.target().join(".kantel.part") };
            fs::create_dir(above).expect("a folder");
        }
        let (start, end) = (std::sync::Barrier::new(4), std::sync::Barrier::new(4));
        let one = || {
            start.wait();
            let place = Place::take(&room.target(), force);
            end.wait();
            place.map(|_| ())
        };
        let taken = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(one)).collect();
            threads.into_iter().map(|t| t.join().expect("it ends")).collect::<Vec<_>>()
        });
        assert_eq!(taken.iter().filter(|t| t.is_ok()).count(), 1, "round {round}: {taken:?}");
        assert!(taken.iter().all(|t| matches!(t, Ok(()) | Err(FolderError::Busy(_)))), "round {round}: {taken:?}");
        assert!(room.litter().is_empty(), "round {round}: {:?}", room.litter());
    }
}

/// Interrupted after it has published once, a run leaves that.
#[test]
fn what_was_published_stays_when_a_draft_is_dropped() {
    let room = Room::new("dropped");
    for before in [Before::Nothing, Before::Empty, Before::Result] {
        room.begin(before);
        let mut draft = room.draft(before == Before::Result).expect("nobody is there");
        draft.write_text("report.html", "new 1").expect("it is written");
        draft.publish(room.manifest("new", 1)).expect("nobody is in the way");
        draft.write_text("report.html", "new 2").expect("it is written");
        drop(draft);
        assert_eq!(room.state(), Some(("new".to_owned(), 1)));
        assert!(room.litter().is_empty());
    }
}
