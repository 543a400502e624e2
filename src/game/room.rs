//! What the room sees. [`Public`] can hold no figure that nobody registers: its numbers are [`Registered`], and there
//! is no other way to make one. What was true is in [`Revealed`], which is made for the debrief alone.

use super::apart::{Apart, Registered, apart};
use super::axes::{AXES, Scores};
use super::debrief::{Decisive, Hit, debrief};
use super::events::Event;
use super::print::shown;
use super::session::Session;
use crate::language::{Lang, Text, text};
use crate::observation::{Series, catalogue};

/// How a group stands on an axis: this world, and the lowest and highest of all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// In the world that is played.
    pub here: Registered,
    /// In the world where it is lowest.
    pub low: Registered,
    /// In the world where it is highest.
    pub high: Registered,
}

/// What the room sees of a session.
#[derive(Clone, Debug)]
pub struct Public {
    /// The round that was played last; 0 before the first.
    pub round: u32,
    /// Groups.
    pub groups: Vec<String>,
    /// What happens in the round that is due.
    pub event: Option<&'static Event>,
    /// Worlds that the bands are of.
    pub worlds: usize,
    /// Of each axis and group; empty before the first round.
    pub standing: Vec<Vec<Option<Standing>>>,
    /// What the paper writes; empty where groups do not lie apart.
    pub headline: Text,
}

impl Public {
    /// What the room sees after the rounds that have been played, and of what happens next.
    pub fn of(session: &Session, scores: Option<&Scores>, event: Option<&'static Event>) -> Self {
        let round = scores.map_or(0, Scores::rounds);
        let standing = |scores: &Scores| {
            AXES.map(|axis| {
                let of = |group: usize| standing(&Registered::points(scores, group, round, axis));
                (0..session.groups).map(of).collect()
            })
            .to_vec()
        };
        let scores = scores.filter(|_| round > 0);
        let first = scores.and_then(|scores| apart(session, scores).into_iter().next());
        Self {
            round,
            groups: session.names(),
            event,
            worlds: scores.map_or(0, Scores::samples),
            standing: scores.map_or_else(Vec::new, standing),
            headline: first.map_or_else(Text::default, |apart| headline(session, &apart)),
        }
    }
}

fn standing(points: &[Registered]) -> Option<Standing> {
    let here = *points.first()?;
    let low = points.iter().copied().fold(here, |a, b| if b < a { b } else { a });
    let high = points.iter().copied().fold(here, |a, b| if b > a { b } else { a });
    Some(Standing { here, low, high })
}

/// A difference as the paper has it.
fn headline(session: &Session, apart: &Apart) -> Text {
    let names = session.names();
    let (label, [more, less]) = (apart.label(), [&names[apart.high.0], &names[apart.low.0]]);
    let figure = |of: Registered, lang: Lang| figure(apart.indicator, of.get(), lang);
    let [high, low] =
        [apart.high.1, apart.low.1].map(|of| Text { en: figure(of, Lang::En).into(), nl: figure(of, Lang::Nl).into() });
    text!(
        "{label}: {high} in district {more}, {low} in district {less}",
        "{label}: {high} in wijk {more}, {low} in wijk {less}";
        label, high, low
    )
}

/// A figure of the district with its unit.
pub fn figure(indicator: &str, value: f64, lang: Lang) -> String {
    let series: Option<&Series> = catalogue::position(indicator, "all").map(|position| &catalogue::series()[position]);
    series.map_or_else(String::new, |series| shown(series, Some(value), lang))
}

/// What was true of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// Each axis in every world after the last round, the world that was played first.
    pub points: [Vec<f64>; AXES.len()],
    /// The decisive decision; `None` where none was.
    pub decisive: Option<Decisive>,
    /// What it expected, by how sure it was, from 1 to 5: how often, and how often it came.
    pub sure: [(u32, u32); 5],
}

/// What the debrief shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Revealed {
    /// Of every group.
    pub groups: Vec<Truth>,
}

impl Revealed {
    /// What was true, from the courses of [`super::hands`].
    pub fn of(session: &Session, scores: &Scores) -> Self {
        let truth = |found: super::debrief::Debrief| Truth {
            sure: by_certainty(&found.hits),
            points: found.points,
            decisive: found.decisive,
        };
        Self { groups: debrief(session, scores).into_iter().map(truth).collect() }
    }
}

/// How often something was expected at each certainty, and how often it came.
fn by_certainty(hits: &[Hit]) -> [(u32, u32); 5] {
    let mut sure = [(0, 0); 5];
    for hit in hits {
        if let (Some(came), Some(of)) = (hit.came, sure.get_mut(usize::from(hit.sure).wrapping_sub(1))) {
            of.0 += 1;
            of.1 += u32::from(came == hit.expected);
        }
    }
    sure
}
