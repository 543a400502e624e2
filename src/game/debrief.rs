//! After the last round: what was true, what was luck, which decision was decisive, and what people expected.

use super::axes::{AXES, Axis, Eyes, Scores};
use super::boxes::BoxId;
use super::cards::EXPECTED;
use super::players::Hand;
use super::session::Session;
use super::sheet::{Sheet, next_round};

/// A change of specialist care that people call the same: 2 % either way (assumption).
const SAME: f64 = 0.02;

/// The decisive decision of a group on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decisive {
    /// On which axis.
    pub axis: Axis,
    /// In which round.
    pub round: u32,
    /// By how many points the axis is higher with it than with the round before gone on with: the mean over worlds.
    pub points: f64,
    /// The lowest and highest over worlds.
    pub range: (f64, f64),
}

/// What a group expected in a round, and what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The round.
    pub round: u32,
    /// What it filled in: 0 the same, 1 up, 2 down.
    pub expected: u8,
    /// How sure it was, 1 to 5.
    pub sure: u8,
    /// What came, in the world that was played; `None` where nothing was counted.
    pub came: Option<u8>,
}

/// What there is to say of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// Each axis in every world after the last round, the world that was played first.
    pub points: [Vec<f64>; AXES.len()],
    /// The decisive decision; `None` where none was.
    pub decisive: Option<Decisive>,
    /// What it expected.
    pub hits: Vec<Hit>,
}

/// Who plays so that a debrief can be made: nobody and every group, and then each group with the decisions of each
/// round undone. The last is of the last group.
pub fn hands(session: &Session) -> Vec<Hand> {
    let rounds = session.played.len();
    let undone = (0..session.groups).flat_map(|group| (0..rounds).map(move |round| (group, round)));
    let mut hands = session.hands();
    hands.extend(undone.map(|(group, round)| {
        let mut sheets = session.sheets(group);
        let before = round.checked_sub(1).map_or_else(Sheet::as_now, |before| next_round(&sheets[before]));
        sheets[round] = before;
        Hand::Sheets(sheets)
    }));
    hands
}

/// What there is to say of each group, from the courses of [`hands`].
pub fn debrief(session: &Session, scores: &Scores) -> Vec<Debrief> {
    let rounds = session.played.len();
    let last = scores.rounds();
    let of = |player: usize, axis: Axis| scores.all(player, last, axis, Eyes::Debrief);
    let group = |group: usize| {
        let undone = |round: usize| session.groups + group * rounds + round;
        let found = AXES.into_iter().flat_map(|axis| (0..rounds).map(move |round| (axis, round)));
        let moved = found.filter_map(|(axis, round)| {
            let (with, without) = (of(group, axis), of(undone(round), axis));
            let by: Vec<f64> = with.iter().zip(&without).map(|(with, without)| with - without).collect();
            let range =
                by.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)));
            let points = by.iter().sum::<f64>() / by.len().max(1) as f64;
            // A range that holds zero is luck.
            (!by.is_empty() && (range.0 > 0.0 || range.1 < 0.0)).then_some(Decisive {
                axis,
                round: round as u32 + 1,
                points,
                range,
            })
        });
        Debrief {
            points: AXES.map(|axis| of(group, axis)),
            decisive: moved.max_by(|a, b| a.points.abs().total_cmp(&b.points.abs())),
            hits: hits(session, scores, group),
        }
    };
    (0..session.groups).map(group).collect()
}

fn hits(session: &Session, scores: &Scores, group: usize) -> Vec<Hit> {
    let hit = |(i, sheet): (usize, Sheet)| {
        let round = i as u32 + 1;
        let now = scores.on_card(Some(group), 0, round, EXPECTED);
        let before = scores.on_card(Some(group), 0, round - 1, EXPECTED);
        let came = now.zip(before).filter(|(_, before)| *before > 0.0).map(|(now, before)| {
            let by = now / before - 1.0;
            if by.abs() <= SAME {
                0
            } else if by > 0.0 {
                1
            } else {
                2
            }
        });
        Hit { round, expected: sheet.get(BoxId::EXPECTED), sure: sheet.get(BoxId::SURE) + 1, came }
    };
    session.sheets(group).into_iter().enumerate().map(hit).collect()
}
