//! The question of the field, in `in-brief`: to ring at doors, or to wait until somebody asks? Its answer in words, by
//! what the plans keep equal, and what would have to be true for another one.

use super::certainty::{DeciderTold, decider_told, is_unsought};
use super::{Html, Measure, Page, horizon};
use crate::experiment::{Comparison, Deciding, Difference, Verdict};
use crate::levers::{Step, position};
use crate::plan::Bound;
use crate::report::Caveat;
use crate::report::change::Changed;
use crate::report::keys;
use crate::report::wording::{Answer, Tip};

/// Asked where a plan has more hours for ringing at doors than the base.
pub(super) fn ring_or_wait(page: &Page, html: &mut Html) {
    let asked: Vec<&Comparison> = page.data.comparisons.iter().filter(|c| rings_more(page, &c.variant)).collect();
    if asked.is_empty() {
        return;
    }
    let words = page.voice.words();
    html.inside("div", &[("class", "box"), ("data-question", "ring-or-wait")], |h| {
        h.element("h3", &[], words.ring_or_wait);
        for comparison in asked {
            let figures = [keys::SEVERE_UNHELPED, keys::MUNICIPALITY].map(|key| horizon(comparison, key));
            let [Some(need), Some(cost)] = figures else {
                h.paragraph(words.no_data);
                continue;
            };
            h.inside("p", &[("data-answer", &comparison.variant)], |h| {
                let found = answer(need.verdict, cost.verdict);
                let (with, told) = page.voice.ring_or_wait(&comparison.closure, found, [need.verdict, cost.verdict]);
                h.element("b", &[], &with);
                h.text(" ").text(&told);
                if let Some(left) = page.closure_left(comparison) {
                    h.text(" ").text(&left);
                }
            });
            h.inside("p", &[("data-otherwise", &comparison.variant)], |h| {
                h.element("b", &[], words.otherwise);
            });
            h.inside("ul", &[], |h| {
                for told in otherwise(page, comparison, [need, cost]) {
                    h.element("li", &[], &told);
                }
            });
        }
    });
}

/// Whether a variant has more FTE for visits from door to door than the base, in the end. With other teams that is not
/// the question.
pub(super) fn rings_more(page: &Page, variant: &str) -> bool {
    if page.data.caveats_of(variant).any(|caveat| *caveat == Caveat::OtherTeams) {
        return false;
    }
    let last = |steps: &[Step]| steps.last().map_or(0.0, |step| step.value.number());
    let door = position("outreach.door_fte").map(Changed::Lever);
    let mut changed = page.data.changed.iter().filter(|change| change.variant == variant && Some(change.what) == door);
    changed.any(|change| last(&change.changed) > last(&change.base))
}

/// What two verdicts answer together: on people in severe need without help, and on the municipality's cost.
fn answer(need: Verdict, cost: Verdict) -> Answer {
    let side = |verdict: Verdict| match verdict {
        Verdict::Better | Verdict::Lower => Some(-1),
        Verdict::NoDifference => Some(0),
        Verdict::Worse | Verdict::Higher => Some(1),
        Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => None,
    };
    match (side(need), side(cost)) {
        (None, _) | (_, None) => Answer::Open,
        (Some(0), Some(0)) => Answer::Same,
        (Some(need), Some(cost)) if need <= 0 && cost <= 0 => Answer::Ring,
        (Some(need), Some(cost)) if need >= 0 && cost >= 0 => Answer::Wait,
        _ => Answer::Weigh,
    }
}

/// Of each figure what would give another answer, as far as anything is known to: an assumption that decides it and
/// where it tips, what help does, more computing, or nothing.
pub(in crate::report) fn otherwise(page: &Page, comparison: &Comparison, figures: [&Difference; 2]) -> [String; 2] {
    figures.map(|d| page.voice.tip(&page.indicator(&d.indicator), &tip(page, comparison, d)))
}

fn tip(page: &Page, comparison: &Comparison, d: &Difference) -> Tip {
    if let Some(named) = d.deciding(Deciding::Assumption)
        && let Some(told) = decider_told(page, &comparison.variant, &named.key, named.tipping_value)
    {
        let DeciderTold { name, unit, tipping, low, high } = told;
        let euros = Measure::of(&d.indicator, d.unit) == Measure::Euros;
        return Tip::Assumption { name, unit, tipping, known: (low, high), rises: named.correlation > 0.0, euros };
    }
    match d.verdict {
        Verdict::UndecidedComputing => Tip::Computing,
        Verdict::UndecidedKnowledge if is_unsought(page, comparison, d) => Tip::Unsought,
        Verdict::UndecidedKnowledge => Tip::NoneAlone,
        verdict => {
            let at = |bound: Bound| {
                let at = comparison.at_bound(bound, &d.indicator).map(|d| d.verdict);
                at.filter(|at| !at.is_undecided())
            };
            let ends = [Bound::Null, Bound::Ceiling].map(at);
            match ends.map(|end| end.is_some_and(|end| end != verdict)) {
                [false, false] if comparison.bounds.is_empty() => Tip::HelpUncomputed,
                [false, false] if ends.contains(&None) => Tip::HelpUnknown,
                [false, false] => Tip::Nothing,
                [null, most] => Tip::Help { null, most },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_needs_both_figures_to_agree() {
        use Verdict::{Better, NoDifference, UndecidedKnowledge, Worse};
        assert_eq!(answer(Better, Better), Answer::Ring);
        assert_eq!(answer(Better, NoDifference), Answer::Ring);
        assert_eq!(answer(NoDifference, Better), Answer::Ring);
        assert_eq!(answer(NoDifference, Worse), Answer::Wait);
        assert_eq!(answer(Worse, NoDifference), Answer::Wait);
        assert_eq!(answer(Better, Worse), Answer::Weigh);
        assert_eq!(answer(Worse, Better), Answer::Weigh);
        assert_eq!(answer(NoDifference, NoDifference), Answer::Same);
        assert_eq!(answer(Better, UndecidedKnowledge), Answer::Open);
    }
}
