//! The kind of an undecided verdict, on the model itself. The whole of it, in several sizes, is `benches/verdicts.rs`.

use kantel::experiment::Verdict;

use crate::nested::{Computed, having, judged, turned};

/// Of what is told to depend on knowledge little turns by more replicates of the same samples alone; with one
/// replicate everywhere nothing is told to. Rows of a comparison turn together (payers and their sum), so the bound
/// is a number: eight of eleven turned here when it was written, four rows in two ways. If nobody heeded chance some
/// eighty would be told to with one replicate and twenty second ones, and twenty of these turned in either way.
#[test]
fn what_depends_on_knowledge_hardly_turns_by_more_replicates() {
    let of = |replicates, extra| Computed { samples: 60, replicates, extra };
    let comparisons = judged(8_000, 2, 1, &[of(1, 0), of(1, 20), of(3, 0), of(5, 0)]);
    assert_eq!(having(&comparisons[0], Verdict::UndecidedKnowledge), 0, "one replicate everywhere");
    let all = [(1, 2), (1, 3), (2, 3)].map(|(i, later)| turned(&comparisons[i], &comparisons[later]));
    let (told, turned) = all.iter().fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
    assert!(told > 0 && turned <= 12, "{turned} of {told}: {all:?}");
}
