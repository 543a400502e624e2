//! `kantel story`: one household of a kind under two policies, told without a full comparison.

use super::Failure;
use super::args::StoryArgs;
use super::compare::{Bar, stop, unkept_failure};
use super::printing::emit;
use super::tongue::spoken;
use crate::experiment::Simulator;
use crate::report::story;
use crate::study::{Options, Study};

/// Follows a household through the base and the first variant, in the first sample alone, and prints what happens
/// to it.
///
/// # Errors
/// Wrong input, or an interruption.
pub(super) fn tell(args: &StoryArgs) -> Result<(), Failure> {
    let options = Options { loop_samples: 0, household: args.household, ..Options::default() };
    let asked = args.comparison();
    let study = Study::load(&asked.sources(), &asked.overrides(), &options);
    let mut study = study.map_err(Failure::Input)?;
    let (stop, lang) = (stop()?, spoken(args.lang));
    let each = study.plan().resident_years();
    let bar = Bar::new(args.quiet, lang, 2 * each);
    study.follow_household(&Simulator, &stop, &bar.part(each)).map_err(unkept_failure)?;
    bar.clear();
    emit(&story(&study.read(), lang).unwrap_or_default())
}
