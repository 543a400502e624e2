//! What a course is known by.

use sha2::{Digest, Sha256};

use crate::plan::Scenario;
use crate::simulation::MODEL_VERSION;

/// The name of a course: a hash of all that decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub [u8; 32]);

impl Key {
    /// Of a scenario that goes on from the burn-in of a base, in a sample and replicate.
    pub fn of(base: &Scenario, scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        let mut hash = Sha256::new();
        hash.update(MODEL_VERSION.to_le_bytes());
        for scenario in [base, scenario] {
            let bytes = postcard::to_stdvec(&bare(scenario)).unwrap_or_default();
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
        hash.update(sample.to_le_bytes());
        hash.update(replicate.to_le_bytes());
        Self(hash.finalize().into())
    }
}

/// A scenario without what decides no course: names, titles, own figures, and how many draws there are to be.
fn bare(scenario: &Scenario) -> Scenario {
    let mut bare = scenario.clone();
    bare.name.clear();
    bare.title.clear();
    bare.title_nl.clear();
    bare.own.clear();
    bare.closure = None;
    let e = &mut bare.experiment;
    (e.samples, e.replicates, e.extra_replicate) = (0, 0, 0);
    if let Some(closing) = &mut bare.closing {
        closing.base = self::bare(&closing.base);
        closing.given = self::bare(&closing.given);
    }
    bare
}
