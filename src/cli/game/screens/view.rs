//! What the two screens are told, as JSON. Texts are there in both languages.

use serde_json::{Value, json};

use super::super::told::{decisive, years};
use super::clock::PHASES;
use super::table::{Table, Told, Work};
use crate::diagnostics::Diagnostic;
use crate::game::{AXES, BOXES, BoxId, CHAIRS, EVENTS, Event, Public, ROUNDS, Scores, Sheet, Standing, apart, figure};
use crate::language::{Lang, Text};

/// What nobody registers and the trainer sees.
const HIDDEN: [&str; 2] = ["need.severe.unhelped", "network.none.unhelped"];

/// What does not change: boxes, chairs and events.
pub(super) fn kit() -> Value {
    let boxes: Vec<Value> = BOXES
        .iter()
        .map(|of| {
            let chair = CHAIRS.iter().position(|chair| *chair == of.chair);
            let choices: Vec<Text> = (0..of.choices.len()).map(|i| of.choice(i as u8)).collect();
            json!({ "key": of.key, "name": of.title(), "chair": chair, "choices": choices })
        })
        .collect();
    let chairs: Vec<Text> = CHAIRS.iter().map(|chair| chair.name()).collect();
    let events: Vec<Value> = EVENTS.iter().map(event).collect();
    json!({ "boxes": boxes, "chairs": chairs, "events": events })
}

fn event(event: &Event) -> Value {
    json!({ "key": event.key, "title": event.title(), "changes": event.changes() })
}

fn clock(table: &Table) -> Value {
    let clock = &table.clock;
    let phases: Vec<&str> = PHASES.iter().map(|(phase, _)| *phase).collect();
    json!({ "phase": clock.phase(), "phases": phases, "left": clock.left(), "runs": clock.runs() })
}

/// What the room sees.
pub(super) fn room(table: &Table) -> Value {
    if table.is_blank {
        return json!({ "blank": true });
    }
    let public = Public::of(&table.session, table.scores.as_deref(), table.event);
    let due = table.session.round();
    let revealed = table.told.as_ref().filter(|_| table.shows_debrief).map(|told| revealed(table, told));
    json!({
        "blank": false,
        "clock": clock(table),
        "due": due,
        "rounds": ROUNDS,
        "years": due.map(years),
        "played": table.session.played.len(),
        "computing": table.work == Work::Courses,
        "shows": table.shows_standing,
        "standing": standing(&public),
        "headline": if table.is_whole { public.headline.clone() } else { Text::default() },
        "event": public.event.map(event),
        "groups": public.groups,
        "revealed": revealed,
    })
}

/// Three axes of every group, with the world that is played and the lowest and highest of all.
fn standing(public: &Public) -> Value {
    let whole = |x: f64| libm::round(x) as i64;
    let of =
        |at: &Option<Standing>| at.map(|at| json!([whole(at.here.get()), whole(at.low.get()), whole(at.high.get())]));
    let axes = AXES.iter().zip(&public.standing).map(|(axis, groups)| {
        json!({ "name": axis.name(), "groups": groups.iter().map(of).collect::<Vec<Option<Value>>>() })
    });
    json!({ "round": public.round, "worlds": public.worlds, "axes": axes.collect::<Vec<Value>>() })
}

/// What was true, as the debrief shows it.
fn revealed(table: &Table, told: &Told) -> Value {
    let groups = told.revealed.groups.iter().enumerate().map(|(group, truth)| {
        let said = |lang| decisive(&table.session, group, truth.decisive.as_ref(), lang);
        let points: Vec<Vec<i64>> =
            truth.points.iter().map(|points| points.iter().map(|x| libm::round(*x) as i64).collect()).collect();
        let decisive = Text { en: said(Lang::En).into(), nl: said(Lang::Nl).into() };
        json!({ "points": points, "decisive": decisive, "sure": truth.sure })
    });
    let axes: Vec<Text> = AXES.iter().map(|axis| axis.name()).collect();
    json!({ "axes": axes, "groups": groups.collect::<Vec<Value>>() })
}

/// What the trainer sees, and the token of the room's address.
pub(super) fn trainer(table: &Table, room: &str) -> Value {
    let session = &table.session;
    let due = session.round();
    let public = Public::of(session, table.scores.as_deref(), table.event);
    let happened = session.events();
    let left = EVENTS.iter().filter(|event| !happened.iter().flatten().any(|other| other.key == event.key));
    let work = match &table.work {
        Work::Idle => json!(null),
        Work::Courses => json!({ "what": "courses" }),
        Work::Debrief(done, all) => json!({ "what": "debrief", "done": done, "all": all }),
    };
    json!({
        "room": room,
        "number": session.number,
        "names": session.names(),
        "due": due,
        "rounds": ROUNDS,
        "played": session.played.len(),
        "years": due.map(years),
        "clock": clock(table),
        "blank": table.is_blank,
        "shows": table.shows_standing,
        "table": (0..session.groups).map(|group| row(table, group)).collect::<Vec<Value>>(),
        "ready": table.is_ready(),
        "seconds": table.seconds(),
        "saved": table.saved,
        "work": work,
        "whole": table.is_whole,
        "event": table.event.map(|event| event.key),
        "left": left.map(|event| event.key).collect::<Vec<&str>>(),
        "problems": problems(&table.problems),
        "standing": standing(&public),
        "hidden": table.scores.as_ref().map(|scores| hidden(table, scores)),
        "apart": table.scores.as_ref().filter(|_| table.is_whole).map(|scores| differences(table, scores)),
        "debrief": table.told.as_ref().map(|told| revealed(table, told)),
        "revealed": table.shows_debrief,
    })
}

/// The row of a group: what was read in words, or what is wrong.
fn row(table: &Table, group: usize) -> Value {
    let before = table.before(group);
    let choices = |sheet: &Sheet| (0..BOXES.len()).map(|i| sheet.get(BoxId(i))).collect::<Vec<u8>>();
    let read = table.read[group];
    let told = read.map(|sheet| {
        let silent = [BoxId::EXPECTED, BoxId::SURE].map(|of| BOXES[of.0].title());
        let changes = sheet.differences(&before).into_iter().filter(|(name, ..)| !silent.contains(name));
        let expected = BOXES[BoxId::EXPECTED.0].choice(sheet.get(BoxId::EXPECTED));
        json!({
            "changes": changes.map(|(name, from, to)| json!([name, from, to])).collect::<Vec<Value>>(),
            "expected": expected,
            "sure": sheet.get(BoxId::SURE) + 1,
            "code": table.session.code(group, &sheet),
        })
    });
    json!({
        "read": told,
        "choices": choices(&read.unwrap_or(before)),
        "problems": problems(&table.refused[group]),
    })
}

fn problems(all: &[Diagnostic]) -> Vec<Value> {
    all.iter().map(|p| json!({ "message": p.message, "allowed": p.allowed, "help": p.help })).collect()
}

/// What nobody registers, for the trainer's eyes.
fn hidden(table: &Table, scores: &Scores) -> Value {
    let of = |indicator: &str| {
        let shown = |group: usize| {
            let value = scores.figure(Some(group), 0, scores.rounds(), indicator).unwrap_or_default();
            in_words(indicator, value)
        };
        json!({ "label": label(indicator), "groups": (0..table.session.groups).map(shown).collect::<Vec<Text>>() })
    };
    json!(HIDDEN.map(of))
}

fn in_words(indicator: &str, value: f64) -> Text {
    Text { en: figure(indicator, value, Lang::En).into(), nl: figure(indicator, value, Lang::Nl).into() }
}

fn label(indicator: &str) -> Text {
    use crate::observation::catalogue;

    catalogue::position(indicator, "all").map_or_else(Text::default, |position| {
        let series = &catalogue::series()[position];
        Text { en: series.name.clone().into(), nl: series.dutch.clone().into() }
    })
}

/// Where groups lie furthest apart, with a question.
fn differences(table: &Table, scores: &Scores) -> Value {
    let names = table.session.names();
    let told = apart(&table.session, scores).into_iter().map(|apart| {
        let at = [apart.high, apart.low]
            .map(|(group, value)| json!({ "group": names[group], "value": in_words(apart.indicator, value.get()) }));
        json!({ "label": apart.label(), "high": at[0], "low": at[1], "question": apart.question })
    });
    json!(told.collect::<Vec<Value>>())
}
