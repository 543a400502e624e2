//! One run of a comparison, judged as if fewer samples and replicates of it had been computed.

use std::convert::Infallible;

use kantel::cancel::Cancel;
use kantel::experiment::{Comparison, Plan, Results, Simulator, Sink, Verdict, compare, run};
use kantel::observation::{Trajectory, catalogue};
use kantel::plan::{Closure, close};
use kantel::scenario::{Overrides, load_all};

/// So many samples and replicates of each, and one replicate more of the first ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Computed {
    pub(crate) samples: u32,
    pub(crate) replicates: u32,
    pub(crate) extra: u32,
}

impl Computed {
    fn holds(self, sample: u32, replicate: u32) -> bool {
        sample < self.samples && replicate < self.replicates + u32::from(sample < self.extra)
    }
}

/// Keeps each trajectory wherever it would have been computed.
struct Kept(Vec<(Computed, Results)>);

impl Sink for Kept {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        for (computed, results) in &mut self.0 {
            if computed.holds(trajectory.sample, trajectory.replicate) {
                results.keep(trajectory);
            }
        }
        Ok(())
    }
}

/// The default comparison of so many residents and years, as each of these would have judged it. The last one is run.
pub(crate) fn judged(residents: u32, years: u32, seed: u64, computed: &[Computed]) -> Vec<Comparison> {
    let most = computed.last().expect("something is computed");
    let overrides = Overrides {
        residents: Some(residents),
        years: Some(years),
        seed: Some(seed),
        samples: Some(most.samples),
        replicates: Some(most.replicates),
        ..Overrides::default()
    };
    let sources = ["builtin:reactive", "builtin:proactive"].map(str::to_owned);
    let loaded = load_all(&sources, &overrides).expect("built-in scenarios");
    let [base, variant] = [0, 1].map(|i| &loaded[i].scenario);
    let scenarios = vec![base.clone(), close(base, variant, Closure::Hours).scenario];
    let plan = Plan::new(scenarios, catalogue::series().to_vec().into());
    let as_computed = |computed: &Computed| {
        let mut plan = plan.clone();
        for scenario in &mut plan.scenarios {
            let e = &mut scenario.experiment;
            (e.samples, e.replicates, e.extra_replicate) = (computed.samples, computed.replicates, computed.extra);
        }
        plan
    };
    let mut kept = Kept(computed.iter().map(|c| (*c, Results::new(&as_computed(c)))).collect());
    run(&plan, &Simulator, &mut kept, &Cancel::new(), &()).expect("nothing stops it");
    kept.0.iter().map(|(c, results)| compare(&as_computed(c), results, 1)).collect()
}

/// How many rows of one comparison are undecided for want of knowledge, and how many of these are something else in
/// another one.
pub(crate) fn turned(from: &Comparison, to: &Comparison) -> (usize, usize) {
    let pairs = from.differences.iter().zip(&to.differences);
    let told = pairs.filter(|(a, _)| a.verdict == Verdict::UndecidedKnowledge);
    told.fold((0, 0), |(told, turned), (_, b)| {
        (told + 1, turned + usize::from(b.verdict != Verdict::UndecidedKnowledge))
    })
}

/// How many rows have a verdict.
pub(crate) fn having(comparison: &Comparison, verdict: Verdict) -> usize {
    comparison.differences.iter().filter(|d| d.verdict == verdict).count()
}
