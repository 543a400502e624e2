//! What a session says on the terminal.

use std::fmt::Write as _;

use super::super::args::GameAction;
use super::super::tables::columns;
use crate::game::{AXES, Axis, BOXES, BoxId, Debrief, Decisive, EVENTS, Eyes, ROUND_YEARS, Scores, Session, debrief};
use crate::language::{Lang, Text, text};
use crate::report::wording::number;

/// The name of an action on the command line.
pub(super) const fn action(action: GameAction) -> &'static str {
    match action {
        GameAction::New => "new",
        GameAction::Play => "play",
        #[cfg(feature = "serve")]
        GameAction::Serve => "serve",
        GameAction::Code => "code",
        GameAction::Undo => "undo",
        GameAction::Debrief => "debrief",
        GameAction::Export => "export",
        GameAction::Balance => "balance",
    }
}

/// A session has begun.
pub(super) fn begun(session: &Session, dir: &str, lang: Lang) -> String {
    let said = text!(
        "{dir}: a session has begun. Print {dir}/kit.html: it has the guide, the cards, the sheets and the events.\n",
        "{dir}: de sessie is begonnen. Print {dir}/kit.html: draaiboek, kaarten, bladen en gebeurtenissen.\n"
    );
    format!("{}{}", said.of(lang), due(session, lang))
}

/// What is due: the round, and what can still happen.
pub(super) fn due(session: &Session, lang: Lang) -> String {
    let Some(round) = session.round() else {
        return Text::fixed(
            "All rounds have been played. Next: kantel game debrief DIR.\n",
            "Alle ronden zijn gespeeld. Daarna: kantel game debrief MAP.\n",
        )
        .of(lang)
        .to_owned();
    };
    let (first, last) = years(round);
    let groups = session.names().join(", ");
    let head = text!(
        "Round {round} is due: {first} and {last}. Groups: {groups}.\nWhat can happen (--event):\n",
        "Nu is ronde {round} aan de beurt: {first} en {last}. Groepen: {groups}.\nWat kan gebeuren (--event):\n"
    );
    let happened = session.events();
    let left = EVENTS.iter().filter(|event| !happened.iter().flatten().any(|other| other.key == event.key));
    let rows: Vec<Vec<String>> =
        left.map(|event| vec![format!("  {}", event.key), event.title().of(lang).to_owned()]).collect();
    format!("{}{}", head.of(lang), columns(&rows))
}

/// The years of a round.
pub(super) const fn years(round: u32) -> (u32, u32) {
    let first = 2027 + (round - 1) * ROUND_YEARS;
    (first, first + ROUND_YEARS - 1)
}

/// What came of the last round, as the room may see it.
pub(super) fn round(session: &Session, scores: &Scores, lang: Lang) -> String {
    let round = session.played.len() as u32;
    let (first, last) = years(round);
    let mut out =
        text!("Round {round}: {first} and {last}\n", "Ronde {round}: {first} en {last}\n").of(lang).to_owned();
    if let Some(event) = session.played.last().and_then(|played| played.event) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}. {}", event.title().of(lang), event.changes().of(lang));
    }
    let head = Text::fixed("Group", "Groep");
    let mut rows = vec![heads(head.of(lang), lang)];
    for (group, name) in session.names().into_iter().enumerate() {
        let mut row = vec![name];
        row.extend(AXES.map(|axis| band(&scores.all(group, round, axis, Eyes::Room), lang)));
        rows.push(row);
    }
    out.push_str(&columns(&rows));
    let worlds = scores.samples();
    let note = text!(
        "50 is as now: what Kantelwijk would be if nobody decided anything. First this world, then the lowest and \
         highest of {worlds} worlds: that is luck. Only what is registered counts here.\n",
        "50 is zoals nu: Kantelwijk als niemand iets besluit. Eerst deze wereld, dan de laagste en hoogste van \
         {worlds} werelden: dat is geluk. Hier telt alleen wat geregistreerd is.\n"
    );
    format!("{out}{}\n{}", note.of(lang), due(session, lang))
}

fn heads(first: &str, lang: Lang) -> Vec<String> {
    let mut row = vec![first.to_owned()];
    row.extend(AXES.map(|axis| axis.name().of(lang).to_owned()));
    row
}

/// The world that is played, and the lowest and highest: `62 (48 to 71)`.
fn band(points: &[f64], lang: Lang) -> String {
    let Some(first) = points.first() else { return "–".to_owned() };
    let whole = |x: f64| libm::round(x) as i64;
    let low = points.iter().copied().fold(f64::INFINITY, f64::min);
    let high = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (here, low, high) = (whole(*first), whole(low), whole(high));
    text!("{here} ({low} to {high})", "{here} ({low} tot {high})").of(lang).to_owned()
}

/// The debrief of every group.
pub(super) fn debriefed(session: &Session, scores: &Scores, lang: Lang) -> String {
    let head = Text::fixed(
        "What was true, and nobody could see: 50 is as now. This world (lowest to highest of all worlds)\n",
        "Wat waar was, en niemand kon zien: 50 is zoals nu. Deze wereld (laagste tot hoogste van alle werelden)\n",
    );
    let debriefs = debrief(session, scores);
    let mut rows = vec![heads(Text::fixed("Group", "Groep").of(lang), lang)];
    for (name, debrief) in session.names().into_iter().zip(&debriefs) {
        let mut row = vec![name];
        row.extend(debrief.points.iter().map(|points| band(points, lang)));
        rows.push(row);
    }
    let mut out = format!("{}{}\n", head.of(lang), columns(&rows));
    for (group, (name, debrief)) in session.names().into_iter().zip(&debriefs).enumerate() {
        let label = text!("Group {name}", "Groep {name}");
        let _ = writeln!(out, "{}: {}", label.of(lang), decisive(session, group, debrief.decisive.as_ref(), lang));
        let _ = writeln!(out, "  {}", hits(debrief, lang));
    }
    out
}

/// The decisive decision in a sentence.
pub(super) fn decisive(session: &Session, group: usize, found: Option<&Decisive>, lang: Lang) -> String {
    let Some(Decisive { axis, round, points, range }) = found else {
        return Text::fixed("no decision was decisive.", "geen enkel besluit was doorslaggevend.").of(lang).to_owned();
    };
    let sheets = session.sheets(group);
    let i = *round as usize - 1;
    let before = i.checked_sub(1).map_or_else(crate::game::Sheet::as_now, |before| sheets[before]);
    let is_expectation = |name: &Text| [BoxId::EXPECTED, BoxId::SURE].iter().any(|of| BOXES[of.0].title() == *name);
    let changes = sheets[i].differences(&before);
    let changes: Vec<String> = changes
        .iter()
        .filter(|(name, ..)| !is_expectation(name))
        .map(|(name, from, to)| format!("{} {} → {}", name.of(lang), from.of(lang), to.of(lang)))
        .collect();
    let changes = changes.join("; ");
    let axis: &Axis = axis;
    let name = axis.name();
    let [points, low, high] = [*points, range.0, range.1].map(|x| signed(x, lang));
    let said = text!(
        "round {round} was decisive: {name} {points} points ({low} to {high} in other worlds). {changes}",
        "ronde {round} was doorslaggevend: {name} {points} punten ({low} tot {high} in andere werelden). {changes}";
        name
    );
    said.of(lang).to_owned()
}

fn signed(x: f64, lang: Lang) -> String {
    let rounded = libm::round(x * 10.0) / 10.0;
    if rounded > 0.0 { format!("+{}", number(lang, rounded)) } else { number(lang, rounded) }
}

/// How often a group expected what came, and how sure it was.
fn hits(debrief: &Debrief, lang: Lang) -> String {
    let known: Vec<_> = debrief.hits.iter().filter(|hit| hit.came.is_some()).collect();
    let right = known.iter().filter(|hit| hit.came == Some(hit.expected)).count();
    let sure = |is_right: bool| {
        let of: Vec<f64> = known
            .iter()
            .filter(|hit| (hit.came == Some(hit.expected)) == is_right)
            .map(|hit| f64::from(hit.sure))
            .collect();
        if of.is_empty() { "–".to_owned() } else { number(lang, of.iter().sum::<f64>() / of.len() as f64) }
    };
    let (all, when_right, when_wrong) = (known.len(), sure(true), sure(false));
    text!(
        "expectations: {right} of {all} came true. How sure (1 to 5) when right: {when_right}, wrong: {when_wrong}",
        "verwachtingen: {right} van {all} goed. Hoe zeker (1 tot 5) bij goed: {when_right}, bij fout: {when_wrong}"
    )
    .of(lang)
    .to_owned()
}
