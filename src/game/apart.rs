//! What happens: where groups lie furthest apart, by registered figures alone, with a question for the room.

use super::axes::{Axis, Eyes, Scores};
use super::boxes::Chair;
use super::cards::CARDS;
use super::session::Session;
use crate::language::Text;
use crate::observation::{catalogue, is_registered};

/// A number that the room may see: nothing makes one of what nobody registers.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Registered(f64);

impl Registered {
    /// A figure of a group, or of nobody at `None`, over a round in a world; `None` of what nobody registers.
    pub fn figure(scores: &Scores, group: Option<usize>, sample: usize, round: u32, indicator: &str) -> Option<Self> {
        is_registered(indicator, "all").then(|| scores.figure(group, sample, round, indicator)).flatten().map(Self)
    }

    /// An axis of a group after a round in every world, as the room sees it.
    pub fn points(scores: &Scores, group: usize, round: u32, axis: Axis) -> Vec<Self> {
        scores.all(group, round, axis, Eyes::Room).into_iter().map(Self).collect()
    }

    /// The number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// A figure in which two groups lie apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// The figure.
    pub indicator: &'static str,
    /// Who has most, by position.
    pub high: (usize, Registered),
    /// Who has least.
    pub low: (usize, Registered),
    /// What to ask.
    pub question: Text,
}

impl Apart {
    /// The name of the figure.
    pub fn label(&self) -> Text {
        series(self.indicator).map_or_else(Text::default, |series| Text {
            en: series.name.clone().into(),
            nl: series.dutch.clone().into(),
        })
    }
}

fn series(indicator: &str) -> Option<&'static crate::observation::Series> {
    catalogue::position(indicator, "all").map(|position| &catalogue::series()[position])
}

/// How many are told.
const TOLD: usize = 3;
/// A difference that is worth a question: a tenth of what there is (a choice).
const LEAST: f64 = 0.1;
/// What groups decide themselves is no outcome.
const DECIDED: [&str; 1] = ["team.fte"];

/// The largest differences between two groups in the last round, of the figures on the cards that are registered: at
/// most one a figure and two a chair, and only where the same group has more in every world, so that it is not luck.
pub fn apart(session: &Session, scores: &Scores) -> Vec<Apart> {
    let round = scores.rounds();
    let mut found: Vec<(f64, Chair, Apart)> = CARDS
        .iter()
        .filter(|figure| !DECIDED.contains(&figure.indicator))
        .filter_map(|figure| {
            let (by, apart) = of_figure(session.groups, scores, round, figure.indicator)?;
            Some((by, figure.chair, Apart { question: question(figure.indicator, figure.chair), ..apart }))
        })
        .collect();
    // Ties stay in the order of the cards.
    found.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let mut told: Vec<(Chair, Apart)> = Vec::new();
    for (_, chair, apart) in found {
        if told.len() < TOLD && told.iter().filter(|(other, _)| *other == chair).count() < 2 {
            told.push((chair, apart));
        }
    }
    told.into_iter().map(|(_, apart)| apart).collect()
}

/// How far two groups lie apart at most in a figure, as a part of what it is in the mean of both and of nobody.
fn of_figure(groups: usize, scores: &Scores, round: u32, indicator: &'static str) -> Option<(f64, Apart)> {
    let of = |group: usize, sample: usize| Registered::figure(scores, Some(group), sample, round, indicator);
    let nobody = Registered::figure(scores, None, 0, round, indicator)?;
    let mut most: Option<(f64, Apart)> = None;
    for (high, low) in (0..groups).flat_map(|high| (0..groups).map(move |low| (high, low))) {
        let (Some(more), Some(less)) = (of(high, 0), of(low, 0)) else { continue };
        let by = (more.0 - less.0) / ((more.0.abs() + less.0.abs() + nobody.0.abs()) / 3.0);
        let always = || (0..scores.samples()).all(|sample| of(high, sample) > of(low, sample));
        if by >= LEAST && most.as_ref().is_none_or(|(other, _)| by > *other) && always() {
            let question = Text::default();
            most = Some((by, Apart { indicator, high: (high, more), low: (low, less), question }));
        }
    }
    most
}

/// What to ask about a figure; of most a question of the chair whose card has it.
fn question(indicator: &str, chair: Chair) -> Text {
    match indicator {
        "team.wait_weeks" | "wait_weeks.youth_ambulatory" | "wait_weeks.guidance" | "wait_weeks.mental_health" => {
            Text::fixed("Who waits here, and who had expected that?", "Wie wacht hier, en wie had dat verwacht?")
        }
        "registered.persons.second_line" | "hours.second_line" | "contract.began" => Text::fixed(
            "Who had written down that this would happen? How sure were you?",
            "Wie had opgeschreven dat dit zou gebeuren? Hoe zeker was u?",
        ),
        "team.pressure" | "professionals.left" | "professionals.vacant" | "team.open" => Text::fixed(
            "What does the team leader hear on Monday? Which decision is that of?",
            "Wat hoort de teamleider maandag? Van welk besluit komt dat?",
        ),
        "gate.refusals" | "waiting.left" | "reports.left" => Text::fixed(
            "Where did these people go? Is that in anybody's records?",
            "Waar bleven deze mensen? Staat dat ergens geregistreerd?",
        ),
        "sanctions" => Text::fixed(
            "Whom does this hit, and would you know by these figures?",
            "Wie raakt dit, en ziet u dat aan deze cijfers?",
        ),
        _ => match chair {
            Chair::Alderman => Text::fixed(
                "At which desk does this money fall, and at which does it come back?",
                "Bij welk loket valt dit geld, en waar komt het terug?",
            ),
            Chair::Gp => Text::fixed(
                "Who pays here for what somebody else decided?",
                "Wie betaalt hier voor wat een ander besloot?",
            ),
            _ => Text::fixed(
                "What would the paper write about it? Is that what happened?",
                "Wat zou de krant hierover schrijven? Is dat wat er gebeurde?",
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Sink as _;
    use crate::game::{BoxId, Sheet, Size};
    use crate::observation::{Cell, Trajectory};

    /// Two groups in two worlds; the second world has other luck.
    fn scores(of: &[(&str, [[i64; 3]; 2])]) -> (Session, Scores) {
        let mut session = Session::new(1, 2, Size::default()).expect("a session");
        session.enter(None, vec![Sheet::as_now(), Sheet::as_now().with(BoxId::OUT, 1)]).expect("it can be played");
        let mut scores = Scores::new(2, 15_000);
        for (sample, scenario) in (0..2).flat_map(|sample| (0..3).map(move |scenario| (sample, scenario))) {
            let mut cells = vec![Cell::default(); catalogue::SERIES_COUNT];
            for (key, values) in of {
                let num = values[sample][scenario];
                cells[catalogue::position(key, "all").expect("a series")] = Cell { num, den: 1 };
            }
            let years = vec![cells.clone(), cells.clone()];
            scores.deliver(&Trajectory { scenario, before: cells, years, ..Trajectory::default() }).expect("kept");
        }
        (session, scores)
    }

    #[test]
    fn groups_lie_apart_where_it_is_not_luck_and_somebody_registers_it() {
        let (session, scores) = scores(&[
            // Half of it, in both worlds.
            ("team.wait_weeks", [[6, 6, 3], [8, 9, 4]]),
            // More, but the other way round in the second world.
            ("gate.refusals", [[10, 10, 90], [10, 11, 9]]),
            // More than anything, and nobody registers it.
            ("need.severe.unhelped", [[10, 10, 900], [10, 10, 900]]),
            // A twentieth.
            ("plan.whole", [[100, 100, 105], [100, 100, 106]]),
        ]);
        let found = apart(&session, &scores);
        let told: Vec<_> = found.iter().map(|a| (a.indicator, a.high.0, a.low.0, a.high.1.get())).collect();
        assert_eq!(told, [("team.wait_weeks", 0, 1, 6.0)]);
        assert!(!found[0].question.is_empty() && !found[0].label().is_empty());
        assert_eq!(Registered::figure(&scores, Some(1), 0, 1, "need.severe.unhelped"), None);
    }
}
