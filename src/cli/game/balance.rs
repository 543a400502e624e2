//! `kantel game balance`: strategies play by themselves.

use std::fmt::Write as _;

use super::super::args::GameArgs;
use super::super::tables::columns;
use super::super::tongue::spoken;
use super::super::{Failure, emit};
use super::running::{played, size};
use crate::game::{
    AXES, Balance, Band, EVENTS, Event, Hand, Kit, MIXED, PURE, Players, REACTING, ROUNDS, Strategy, balance as weigh,
};
use crate::language::{Lang, Text, text};

/// Random strategies where nobody says how many.
const RANDOM: u32 = 50;
/// The round in which an event happens: as early as a group can have answered the start.
const EVENT_ROUND: usize = 1;

/// Lets strategies play, and tells what holds of the conditions of a game that is worth playing.
///
/// # Errors
/// As those of a session.
pub(super) fn balance(args: &GameArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let kit = Kit::new(&size(args)).map_err(Failure::Input)?;
    let mut strategies: Vec<Strategy> = (0..PURE.len()).map(Strategy::Pure).collect();
    strategies.extend((0..MIXED.len()).map(Strategy::Mixed));
    strategies.extend((0..REACTING.len()).map(Strategy::Reacting));
    let ruled = strategies.clone();
    strategies.extend((0..args.random.unwrap_or(RANDOM)).map(Strategy::Random));
    let quiet = [None; ROUNDS as usize];
    let found = weighed(args, &kit, &strategies, &quiet)?;
    emit(&conditions(&found, lang))?;
    if args.events {
        emit(&events(args, &kit, &ruled, lang)?)?;
    }
    Ok(())
}

fn weighed(
    args: &GameArgs,
    kit: &Kit,
    strategies: &[Strategy],
    events: &[Option<&'static Event>],
) -> Result<Balance, Failure> {
    let hands = strategies.iter().map(|strategy| Hand::Strategy(*strategy));
    let players = Players { kit, events, hands: std::iter::once(Hand::AsNow).chain(hands).collect() };
    let scores = played(args, &players)?;
    let names: Vec<String> = strategies.iter().map(|strategy| strategy.key()).collect();
    Ok(weigh(&scores, &names))
}

/// What strategies reach, and what holds.
fn conditions(found: &Balance, lang: Lang) -> String {
    let mut rows = vec![vec![Text::fixed("strategy", "strategie").of(lang).to_owned()]];
    rows[0].extend(AXES.map(|axis| axis.name().of(lang).to_owned()));
    let shown = |band: &Band| {
        let mut row = vec![band.name.clone()];
        row.extend((0..AXES.len()).map(|axis| {
            let (mean, luck, above) = (band.mean[axis], band.luck[axis], band.above[axis] * 100.0);
            format!("{mean:.1} ± {luck:.1}, {above:.0} %")
        }));
        row
    };
    let ruled = found.bands.iter().enumerate().filter(|(i, band)| !band.name.starts_with("random") || *i == found.best);
    rows.extend(ruled.map(|(_, band)| shown(band)));
    let mut out = columns(&rows);
    let worlds = found.samples;
    let all = found.bands.len();
    let note = text!(
        "Points after the last round: the mean and standard deviation over {worlds} worlds, and the part of them above \
         50. {all} strategies.\n\n",
        "Punten na de laatste ronde: gemiddelde en standaardafwijking over {worlds} werelden, en het deel daarvan \
         boven 50. {all} strategieën.\n\n"
    );
    out.push_str(note.of(lang));
    let yes = |holds: bool| if holds { Text::fixed("holds", "klopt") } else { Text::fixed("FAILS", "KLOPT NIET") };
    let mut line = |holds: bool, said: &Text| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}: {}", yes(holds).of(lang), said.of(lang));
    };
    let front = found.front.len();
    line(
        found.unbeaten.is_empty() && front > 1,
        &text!(
            "no strategy is unbeaten on every axis ({front} have none above them on all)",
            "geen strategie is op elke as de beste ({front} hebben er geen boven zich op alle assen)"
        ),
    );
    let apart = AXES.iter().enumerate().map(|(i, axis)| {
        let (spread, luck) = (found.spread[i], found.luck[i]);
        format!("{} {spread:.1} / {luck:.1}", axis.name().of(lang))
    });
    let apart = apart.collect::<Vec<String>>().join(", ");
    line(
        (0..AXES.len()).any(|axis| found.spread[axis] > found.luck[axis]),
        &text!(
            "decisions matter more than luck on at least one axis (spread / luck: {apart})",
            "besluiten doen op minstens één as meer dan geluk (spreiding / geluk: {apart})"
        ),
    );
    let best = &found.bands[found.best];
    let (name, least) = (&best.name, best.above.iter().copied().fold(1.0, f64::min) * 100.0);
    line(
        least >= 90.0,
        &text!(
            "the best found ({name}) is above 50 on every axis in 90 % of the worlds ({least:.0} %)",
            "de beste die gevonden is ({name}) zit op elke as in 90 % van de werelden boven 50 ({least:.0} %)"
        ),
    );
    out
}

/// Whether each event changes which strategy is best on an axis.
fn events(args: &GameArgs, kit: &Kit, strategies: &[Strategy], lang: Lang) -> Result<String, Failure> {
    let mut happening = [None; ROUNDS as usize];
    let without = weighed(args, kit, strategies, &happening)?;
    let head = text!("\nThe best on each axis, by event\n", "\nDe beste op elke as, per gebeurtenis\n");
    let named = |found: &Balance| found.reply().map(|i| found.bands[i].name.clone());
    let row = |name: &str, found: &Balance, changes: &str| {
        let mut row = vec![name.to_owned()];
        row.extend(named(found));
        row.push(changes.to_owned());
        row
    };
    let mut rows = vec![row(Text::fixed("none", "geen").of(lang), &without, "")];
    for event in &EVENTS {
        happening[EVENT_ROUND] = Some(event);
        let with = weighed(args, kit, strategies, &happening)?;
        let moved = AXES.iter().enumerate().map(|(axis, _)| {
            let by = |i: usize| (with.bands[i].mean[axis] - without.bands[i].mean[axis]).abs();
            (0..strategies.len()).map(by).fold(0.0, f64::max)
        });
        let moved = moved.fold(0.0, f64::max);
        let changed = named(&with) != named(&without);
        let said = if changed {
            text!("changes; {moved:.1}", "verandert; {moved:.1}")
        } else {
            text!("as without; {moved:.1}", "zoals zonder; {moved:.1}")
        };
        rows.push(row(event.key, &with, said.of(lang)));
    }
    let note = Text::fixed(
        "The last number: by how many points an event moves a strategy at most.\n",
        "Het laatste getal: hoeveel punten een gebeurtenis een strategie hoogstens verschuift.\n",
    );
    Ok(format!("{}{}{}", head.of(lang), columns(&rows), note.of(lang)))
}
