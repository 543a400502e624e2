//! A study as a value: what is added later or broken off is what a study of so many samples is, and it says how many.

use std::borrow::Cow;
use std::convert::Infallible;

use kantel::cancel::Cancel;
use kantel::experiment::{Draw, Model, Plan, RunError, Simulator};
use kantel::observation::Trajectory;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, SECTIONS, fragment, fragments, render};
use kantel::scenario::{Overrides, load_all, write_merged};
use kantel::study::{Note, Options, Study, Witness};

use crate::toy::{Toy, plan, scenario};

fn toys(samples: u32) -> Study {
    let mut plan = plan(vec![scenario("base", 0.0, samples), scenario("variant", 10.0, samples)], 2);
    plan.loop_samples = 3;
    Study::of_plan(plan, Vec::new())
}

fn ran(mut study: Study) -> Study {
    study.run(&Toy::new(), &mut (), &Cancel::new(), &()).expect("nothing stops it");
    study
}

/// Everything that a study says, as text.
fn said(study: &Study) -> String {
    let page = render(&study.read(), Lang::En).html;
    format!("{page}\n{:?}\n{:?}", study.texts(), study.compare(1))
}

/// Two built-in scenarios of a few hundred people, with two replicates of the first samples as shipped.
fn built_in(samples: u32) -> Study {
    let size = Overrides { residents: Some(400), years: Some(2), samples: Some(samples), ..Overrides::default() };
    Study::load(&["reactive", "proactive"], &size, &Options { loop_samples: 2, ..Options::default() })
        .expect("they are right")
}

#[test]
fn samples_that_are_added_later_give_what_so_many_from_the_start_give() {
    let mut grown = ran(toys(20));
    grown.cut_loops(&Toy::new(), &Cancel::new(), &()).expect("nothing stops it");
    let before = said(&grown);
    grown.add_samples(10);
    assert_eq!(said(&grown).replace("samples = 30", "samples = 20"), before, "nothing has been run yet");
    let grown = ran(grown);
    assert!(said(&grown) != before);
    // The toy of 30 samples would have one replicate more of six samples, not of four.
    let mut straight = toys(30);
    straight = Study::of_plan(straight.plan().with_draws(30, 1, 4), Vec::new());
    assert_eq!(said(&grown), said(&ran(straight)));
}

#[test]
fn the_same_holds_for_the_simulator_with_loops_and_lives() {
    let whole = |mut study: Study| {
        let stop = Cancel::new();
        study.run(&Simulator, &mut (), &stop, &()).expect("nothing stops it");
        study.cut_loops(&Simulator, &stop, &()).expect("nothing stops it");
        study.follow_household(&Simulator, &stop, &()).expect("nothing stops it");
        study
    };
    let mut grown = whole(built_in(1));
    grown.add_samples(1);
    let grown = whole(grown);
    assert!(grown.read().lives.is_some() && !grown.compare(1).loops.is_empty());
    assert_eq!(said(&grown), said(&whole(built_in(2))));
}

/// Asks to stop when so many trajectories have come.
struct Until(Cancel, usize);

impl Witness for Until {
    type Error = Infallible;

    fn see(&mut self, _: &Trajectory, _: &Study) -> Result<(), Infallible> {
        self.1 -= 1;
        if self.1 == 0 {
            // Nobody counts what else was finished by then.
            self.1 = usize::MAX;
            self.0.cancel();
        }
        Ok(())
    }
}

#[test]
fn an_interrupted_study_says_of_how_many_samples_it_is_and_goes_on() {
    // On one thread what is finished does not depend on luck.
    let of = |samples: u32| {
        let plan = toys(20).plan().with_draws(samples, 1, 0);
        Study::of_plan(Plan { threads: 1, ..plan }, Vec::new())
    };
    let straight = said(&ran(of(20)));
    for (trajectories, samples) in [(2, 1), (3, 2), (14, 7)] {
        let (mut study, stop) = (of(20), Cancel::new());
        let run = study.run(&Toy::new(), &mut Until(stop.clone(), trajectories), &stop, &());
        assert_eq!((run, study.due().len()), (Err(RunError::Interrupted), 20 - samples as usize));
        let data = study.read();
        assert_eq!((data.provenance.samples, data.comparisons[0].differences[0].samples), (samples, samples));
        let whole = ran(of(samples));
        assert_eq!(fragment(&data, "reproduce", Lang::En), fragment(&whole.read(), "reproduce", Lang::En));
        let mut ended = study.clone();
        ended.end_here();
        assert_eq!(said(&ended), said(&whole));
        assert_eq!(said(&ran(study)), straight, "it goes on where it was");
    }
}

/// A page that shows a study while it runs.
#[test]
fn a_witness_reads_the_samples_that_are_there() {
    let mut seen = Vec::new();
    let mut study = Study::of_plan(toys(5).plan().with_draws(5, 2, 0), Vec::new());
    let mut show = |trajectory: &Trajectory, study: &Study| {
        let data = study.read();
        if trajectory.scenario == 1 {
            seen.push((data.provenance.samples, data.provenance.replicates, fragment(&data, "in-brief", Lang::En)));
        }
        Ok::<(), Infallible>(())
    };
    study.run(&Toy::new(), &mut show, &Cancel::new(), &()).expect("nothing stops it");
    // A sample is one of them with all its replicates; the first is there as soon as it has one.
    let counts: Vec<(u32, u32)> = seen.iter().map(|(samples, replicates, _)| (*samples, *replicates)).collect();
    assert_eq!(counts, [(1, 1), (1, 2), (1, 2), (2, 2), (2, 2), (3, 2), (3, 2), (4, 2), (4, 2), (5, 2)]);
    assert_eq!(
        seen[5].2,
        fragment(&ran(Study::of_plan(study.plan().with_draws(3, 2, 0), Vec::new())).read(), "in-brief", Lang::En)
    );
    assert_eq!(seen.last().expect("it came").2, fragment(&study.read(), "in-brief", Lang::En));
}

/// The courses of every draw, in the order of a run, as they come from workers: as bytes.
fn courses<M: Model>(study: &Study, model: &M) -> Vec<Trajectory> {
    let stop = Cancel::new();
    let of_draw = |draw: Draw| -> Vec<Trajectory> {
        let start = study.burn_in(model, draw, &stop).expect("nothing stops it");
        let course = |scenario| {
            let course = study.course(model, Cow::Borrowed(&start), scenario, draw, &stop).expect("nothing stops it");
            let bytes = postcard::to_stdvec(&course).expect("it can be written");
            postcard::from_bytes(&bytes).expect("it can be read")
        };
        (0..study.plan().scenarios.len()).map(course).collect()
    };
    study.due().into_iter().flat_map(of_draw).collect()
}

/// Whoever divides draws over workers reads the same at every moment, in whatever order their courses come.
#[test]
fn every_prefix_of_the_samples_reads_as_a_study_of_so_many() {
    let (samples, replicates) = (7, 2);
    let of = |samples: u32| Study::of_plan(toys(samples).plan().with_draws(samples, replicates, 0), Vec::new());
    let straight: Vec<String> = (1..=samples).map(|samples| said(&ran(of(samples)))).collect();
    let arriving = courses(&of(samples), &Toy::new());
    let count = arriving.len();
    // As a run has them, from the last to the first, and by steps that come past all of them.
    for order in [|i: usize, _| i, |i, n| n - 1 - i, |i, n| i * 5 % n, |i, n| (i * 11 + 3) % n] {
        let (mut study, mut there, mut read) = (of(samples), vec![false; count], Vec::new());
        assert_eq!(study.read().provenance.samples, 0);
        for place in (0..count).map(|i| order(i, count)) {
            assert!(study.keep(arriving[place].clone()) && !study.keep(arriving[place].clone()), "it is due once");
            there[place] = true;
            let draws = there.iter().take_while(|there| **there).count() / 2;
            assert_eq!(study.due().len(), count / 2 - draws, "{place}");
            let whole = draws / replicates as usize;
            if whole > 0 {
                let data = study.read();
                assert_eq!((data.provenance.samples, data.provenance.replicates), (whole as u32, replicates));
                assert_eq!(said(&study.so_far()), straight[whole - 1], "{whole} samples");
                read.push(whole as u32);
            }
        }
        read.dedup();
        assert!(study.due().is_empty() && read.last() == Some(&samples));
    }
}

#[test]
fn courses_of_workers_are_those_of_a_run() {
    let study = built_in(2);
    let mut kept = study.clone();
    assert!(courses(&study, &Simulator).into_iter().all(|course| kept.keep(course)));
    let mut run = study;
    run.run(&Simulator, &mut (), &Cancel::new(), &()).expect("nothing stops it");
    assert_eq!(said(&kept), said(&run));
}

#[test]
fn what_is_not_due_is_not_kept_and_a_run_goes_on_from_what_is_counted() {
    let whole = said(&ran(toys(10)));
    let arriving = courses(&toys(10), &Toy::new());
    let mut study = toys(10);
    let mut damaged = vec![arriving[0].clone(); 5];
    damaged[0].scenario = 2;
    damaged[1].sample = 10;
    damaged[2].years.pop();
    damaged[3].years[3].pop();
    damaged[4].districts = vec![arriving[0].clone()];
    assert!(damaged.into_iter().all(|course| !study.keep(course)));
    let keep = |study: &mut Study, places: &[usize]| {
        assert!(places.iter().all(|&place| study.keep(arriving[place].clone())));
        (study.results().draws().len(), study.compare(1).loops.is_empty())
    };
    assert_eq!(keep(&mut study, &[0, 1]).0, 1);
    study.cut_loops(&Toy::new(), &Cancel::new(), &()).expect("nothing stops it");
    // The whole of the last draw and half of the second wait: nothing has changed.
    let last = arriving.len() - 2;
    assert_eq!(keep(&mut study, &[last + 1, last, 2]), (1, false));
    let (draws, forgotten) = keep(&mut study, &[3, 4]);
    assert!(forgotten, "the feedbacks were cut beside other samples");
    assert_eq!(draws, 2);
    assert_eq!(said(&ran(study)), whole);
}

/// Why a witness takes no more.
#[derive(Debug, PartialEq)]
struct Full;

#[test]
fn a_witness_that_fails_leaves_whole_draws() {
    let mut left = 3;
    let mut fails = |_: &Trajectory, _: &Study| {
        left -= 1;
        if left == 0 { Err(Full) } else { Ok(()) }
    };
    let mut study = toys(10);
    assert_eq!(study.run(&Toy::new(), &mut fails, &Cancel::new(), &()), Err(RunError::Sink(Full)));
    assert_eq!((study.results().draws().len(), study.results().runs(0).len()), (1, 1));
    assert_eq!(said(&ran(study)), said(&ran(toys(10))));
}

#[test]
fn the_page_is_its_fragments_in_order() {
    let compared = ran(toys(30)).read();
    let single = ReportData { comparisons: Vec::new(), ..compared.clone() };
    for data in [compared, single] {
        for lang in [Lang::En, Lang::Nl] {
            let all = fragments(&data, &SECTIONS, lang);
            for (id, html) in &all {
                assert!(html.starts_with(&format!("<section id=\"{id}\"")) && html.ends_with("</section>\n"));
                assert_eq!(fragment(&data, id, lang).as_ref(), Some(html), "{id}");
            }
            let page = render(&data, lang).html;
            let main = page.split_once("<main ").and_then(|(_, main)| main.split_once('>')).expect("it begins").1;
            let main = main.rsplit_once("</main>").expect("it ends").0;
            assert_eq!(main, all.iter().map(|(_, html)| html.as_str()).collect::<String>(), "{lang:?}");
            // Asked for in another order, one twice and one that there is not: those that there are, as on the page.
            let some = fragments(&data, &["certainty", "nothing", "why", "certainty"], lang);
            let of = |id: &str| all.iter().find(|(other, _)| *other == id).expect("a section").clone();
            assert_eq!(some, [of("why"), of("certainty")]);
        }
    }
    let data = ran(toys(2)).read();
    assert_eq!((fragment(&data, "in_brief", Lang::En), fragments(&data, &[], Lang::En)), (None, Vec::new()));
}

#[test]
fn a_study_of_files_is_closed_and_has_the_draws_of_its_size() {
    let study = built_in(3);
    // 400 residents make much of chance: several replicates of each sample, and as many samples as somebody said.
    let experiment = study.plan().experiment();
    assert_eq!((experiment.samples, experiment.replicates, study.plan().grows), (3, 10, false));
    let size = Overrides { residents: Some(400), years: Some(2), ..Overrides::default() };
    let free = Study::load(&["reactive", "proactive"], &size, &Options::default()).expect("they are right");
    assert!(free.plan().grows && free.plan().threads == 1);
    let given: Vec<String> = load_all(&["reactive".to_owned(), "proactive".to_owned()], &size)
        .expect("they are right")
        .into_iter()
        .map(|mut one| {
            (one.scenario.experiment.replicates, one.scenario.experiment.extra_replicate) = (10, 0);
            write_merged(&one.scenario)
        })
        .collect();
    assert_eq!(free.texts(), given, "texts are those that were read");
    let extra = Overrides { closure: Some(kantel::plan::Closure::Extra), ..size };
    let extra = Study::load(&["reactive", "proactive"], &extra, &Options::default()).expect("they are right");
    let closed = extra.notes().iter().filter(|note| matches!(note, Note::Closed(_))).count();
    assert!(closed > 0 && extra.read().closure_notes.len() == closed);
    assert!(extra.plan().scenarios[1] != extra.given()[1], "closure changed the variant");
    assert!(Study::of(Vec::new(), &Options::default()).is_err());
}
