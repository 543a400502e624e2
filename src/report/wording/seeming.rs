//! Why a verdict may seem not to fit the range beside it, in both languages.

use super::Measure;
use crate::experiment::{Difference, SAMPLES_NEEDED, Verdict};
use crate::language::Text;

/// What a reader may stumble over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeming {
    /// It is decided, and the range reaches past zero.
    PastZero,
    /// Nothing that matters, and the whole range lies on one side of zero.
    TooSmall,
    /// It is undecided, and the whole range lies on one side of zero.
    OneSide,
}

impl Seeming {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::PastZero, Self::TooSmall, Self::OneSide];

    /// Of a difference as its range is written; `None` where verdict and range go together, and where too few samples
    /// were computed for any verdict.
    pub fn of(d: &Difference) -> Option<Self> {
        if (d.samples as usize) < SAMPLES_NEEDED {
            return None;
        }
        let measure = Measure::of(&d.indicator, d.unit);
        let side = |x: f64| if measure.is_nil(x) { 0.0 } else { x.signum() };
        let [low, high] = [side(d.p05?), side(d.p95?)];
        match d.verdict {
            Verdict::NoDifference if low * high > 0.0 => Some(Self::TooSmall),
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge if low * high > 0.0 => Some(Self::OneSide),
            Verdict::Better | Verdict::Worse | Verdict::Higher | Verdict::Lower if low * high < 0.0 => {
                Some(Self::PastZero)
            }
            _ => None,
        }
    }

    /// Why that is so, in a short sentence.
    pub const fn said(self) -> Text {
        match self {
            Self::PastZero => Text::fixed(
                "the range passes zero, but at least 90 of 100 samples lie on one side",
                "de bandbreedte loopt over nul, maar minstens 90 van 100 werelden liggen aan één kant",
            ),
            Self::TooSmall => Text::fixed(
                "nearly all samples go one way, but the difference is too small to matter",
                "bijna alle werelden gaan één kant op, maar het verschil doet er niet toe",
            ),
            Self::OneSide => Text::fixed(
                "nearly all samples go one way, but the difference may be too small to matter",
                "bijna alle werelden gaan één kant op, maar misschien is het verschil te klein",
            ),
        }
    }
}

/// The kinds among some figures, each with the names of its figures.
pub fn seeming<'a>(figures: impl Iterator<Item = (String, &'a Difference)>) -> Vec<(Seeming, Vec<String>)> {
    let told: Vec<(Seeming, String)> = figures.filter_map(|(name, d)| Some((Seeming::of(d)?, name))).collect();
    let of = |kind: Seeming| -> Vec<String> {
        told.iter().filter(|(other, _)| *other == kind).map(|(_, name)| name.clone()).collect()
    };
    Seeming::ALL.into_iter().map(|kind| (kind, of(kind))).filter(|(_, names)| !names.is_empty()).collect()
}
