//! What is printed: the kit with guide, cards, sheets and events, and the cards of a later round. A5, two to a page.

use std::fmt::Write as _;

use super::axes::{AXES, MEASURES, Scores, Shown};
use super::boxes::{BOXES, BoxId, BoxMeta, CHAIRS, Chair};
use super::cards::CARDS;
use super::debrief::Debrief;
use super::events::EVENTS;
use super::kit::{ROUND_YEARS, ROUNDS};
use super::rules::{MOST_GROWTH, MOST_MOVED};
use super::session::Session;
use super::sheet::{Sheet, next_round};
use crate::language::{Lang, Text, text};
use crate::observation::{Series, catalogue};
use crate::report::wording::{euros, number};

/// One page of paper is two of these.
const STYLE: &str = include_str!("print.css");

/// The kit: the guide, a card for every chair of every group, a sheet for every group, and the events.
pub fn kit_page(session: &Session, scores: &Scores, lang: Lang) -> String {
    let mut body = guide(lang);
    for (group, name) in session.names().iter().enumerate() {
        cards(&mut body, (group, name), 1, scores, lang);
    }
    for name in session.names() {
        sheet(&mut body, &name, lang);
    }
    events(&mut body, lang);
    let title = Text::fixed("Kantelwijk: the training game", "Kantelwijk: het spel");
    page(title.of(lang), &body, lang)
}

/// The cards of the round that is due.
pub fn cards_page(session: &Session, scores: &Scores, lang: Lang) -> String {
    let round = session.round().unwrap_or(ROUNDS);
    let mut body = String::new();
    for (group, name) in session.names().iter().enumerate() {
        cards(&mut body, (group, name), round, scores, lang);
    }
    let title = text!("Kantelwijk: cards of round {round}", "Kantelwijk: kaarten van ronde {round}");
    page(title.of(lang), &body, lang)
}

fn page(title: &str, body: &str, lang: Lang) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1 \
         class=\"title\">{}</h1>\n{body}</main>\n</body>\n</html>\n",
        lang.tag(),
        escaped(title),
        escaped(title)
    )
}

/// A text as it stands in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A half page.
fn half(out: &mut String, class: &str, head: &str, inside: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "<section class=\"{class}\">\n<h2>{}</h2>\n{inside}</section>", escaped(head));
}

/// What a group takes home: what it decided, where it came out, what nobody saw, and a question for Monday.
pub fn handout_page(session: &Session, scores: &Scores, found: &Debrief, group: usize, lang: Lang) -> String {
    let name = &session.names()[group];
    let mut body = String::new();
    let head = text!("Group {name}: what we decided", "Groep {name}: wat wij besloten");
    half(&mut body, "handout", head.of(lang), &decided(session, group, lang));
    let mut inside = String::new();
    let axes = Text::fixed(
        "Where we came out (50 is as now), and in brackets the same decisions with other luck:",
        "Waar wij uitkwamen (50 is zoals nu). Tussen haakjes dezelfde besluiten met ander geluk:",
    );
    let _ = writeln!(inside, "<p>{}</p>\n<table>", axes.of(lang));
    for (axis, points) in AXES.iter().zip(&found.points) {
        let Some(here) = points.first() else { continue };
        let [low, high] = [points.iter().copied().fold(*here, f64::min), points.iter().copied().fold(*here, f64::max)];
        let [here, low, high] = [*here, low, high].map(|x| libm::round(x) as i64);
        let said = text!("{here} ({low} to {high})", "{here} ({low} tot {high})");
        let _ = writeln!(inside, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", axis.name().of(lang), said.of(lang));
    }
    let unseen = Text::fixed("What nobody saw, in the last two years:", "Wat niemand zag, in de laatste twee jaar:");
    let _ = writeln!(inside, "</table>\n<p>{}</p>\n<table>", unseen.of(lang));
    let heads = Text::fixed(
        "<th scope=\"col\">with us</th><th scope=\"col\">as now</th>",
        "<th scope=\"col\">bij ons</th><th scope=\"col\">zoals nu</th>",
    );
    let _ = writeln!(inside, "<tr><td></td>{}</tr>", heads.of(lang));
    for measure in MEASURES.iter().filter(|measure| measure.shown == Shown::Debrief) {
        let Some(series) = series(measure.indicator) else { continue };
        let label = if lang == Lang::Nl { &series.dutch } else { &series.name };
        let [ours, nobody] = [Some(group), None]
            .map(|player| shown(series, scores.figure(player, 0, scores.rounds(), measure.indicator), lang));
        let _ = writeln!(
            inside,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(label),
            escaped(&ours),
            escaped(&nobody)
        );
    }
    let monday = Text::fixed(
        "For Monday: what would you watch in your own records, and who is not in them?",
        "Voor maandag: waar let u op in uw eigen cijfers, en wie staat daar niet in?",
    );
    let _ = writeln!(inside, "</table>\n<p><strong>{}</strong></p>", monday.of(lang));
    let head = Text::fixed("What was true", "Wat waar was");
    half(&mut body, "handout", head.of(lang), &inside);
    let title = text!("Kantelwijk: group {name}", "Kantelwijk: groep {name}");
    page(title.of(lang), &body, lang)
}

/// What a group decided in each round.
fn decided(session: &Session, group: usize, lang: Lang) -> String {
    let (mut inside, mut before) = (String::from("<table>\n"), Sheet::as_now());
    for (round, sheet) in session.sheets(group).into_iter().enumerate() {
        let silent = [BoxId::EXPECTED, BoxId::SURE].map(|of| BOXES[of.0].title());
        let changes = sheet.differences(&before);
        let said: Vec<String> = changes
            .iter()
            .filter(|(name, ..)| !silent.contains(name))
            .map(|(name, from, to)| format!("{} {} → {}", name.of(lang), from.of(lang), to.of(lang)))
            .collect();
        let as_before = Text::fixed("as before", "zoals het was");
        let said = if said.is_empty() { as_before.of(lang).to_owned() } else { said.join("; ") };
        let event = session.played[round]
            .event
            .map_or_else(String::new, |event| format!("<em>{}</em><br>", escaped(event.title().of(lang))));
        let first = 2027 + round as u32 * ROUND_YEARS;
        let last = first + ROUND_YEARS - 1;
        let _ = writeln!(
            inside,
            "<tr><th scope=\"row\">{first}–{last}</th><td class=\"text\">{event}{}</td></tr>",
            escaped(&said)
        );
        before = next_round(&sheet);
    }
    inside.push_str("</table>\n");
    inside
}

/// What each chair is for.
const fn goal(chair: Chair) -> Text {
    match chair {
        Chair::Alderman => {
            Text::fixed("stay within the money at the elections.", "binnen het geld blijven tot de verkiezingen.")
        }
        Chair::TeamLeader => Text::fixed("keep your people.", "uw mensen houden."),
        Chair::Provider => {
            Text::fixed("people who need you, reach you in time.", "wie u nodig heeft, is op tijd bij u.")
        }
        Chair::Gp => Text::fixed("a quiet waiting room.", "een rustige wachtkamer."),
        Chair::Resident => Text::fixed("nobody falls between.", "niemand valt tussen wal en schip."),
        Chair::Council => Text::fixed("be elected again.", "herkozen worden."),
        Chair::Everybody => Text::fixed("", ""),
    }
}

/// The six cards of a group.
fn cards(out: &mut String, (group, name): (usize, &str), round: u32, scores: &Scores, lang: Lang) {
    for chair in CHAIRS.into_iter().filter(|chair| *chair != Chair::Everybody) {
        let mut inside = String::new();
        let sees = if chair == Chair::Resident {
            Text::fixed("You see what nobody registers", "U ziet wat niemand registreert")
        } else {
            Text::fixed("You see what is registered", "U ziet wat geregistreerd is")
        };
        let first = 2027 + (round - 1) * ROUND_YEARS;
        let year = first - 1;
        let _ = writeln!(inside, "<p class=\"sees\">{} ({year})</p>\n<table>", sees.of(lang));
        for figure in CARDS.iter().filter(|figure| figure.chair == chair) {
            let Some(series) = series(figure.indicator) else { continue };
            let value = scores.on_card(Some(group), 0, round - 1, figure.indicator);
            let label = if lang == Lang::Nl { &series.dutch } else { &series.name };
            let _ = writeln!(
                inside,
                "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                escaped(label),
                escaped(&shown(series, value, lang))
            );
        }
        inside.push_str("</table>\n");
        let last_word = Text::fixed("You have the last word on", "U heeft het laatste woord over");
        let _ = writeln!(inside, "<p class=\"sees\">{}</p>\n<ul>", last_word.of(lang));
        for of in BOXES.iter().filter(|of| of.chair == chair) {
            let _ = writeln!(inside, "<li>{}</li>", labelled(of, lang));
        }
        inside.push_str("</ul>\n");
        let your_goal = Text::fixed("Your goal", "Uw doel");
        let _ = writeln!(inside, "<p><strong>{}:</strong> {}</p>", your_goal.of(lang), goal(chair).of(lang));
        let chair = chair.name();
        let head = text!("{chair} · group {name}, round {round}", "{chair} · groep {name}, ronde {round}"; chair);
        half(out, "card", head.of(lang), &inside);
    }
}

fn series(indicator: &str) -> Option<&'static Series> {
    catalogue::position(indicator, "all").map(|position| &catalogue::series()[position])
}

/// A figure with its unit, where that does not stand in its name.
pub(super) fn shown(series: &Series, value: Option<f64>, lang: Lang) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let unit = match series.unit {
        "euro" => return euros(lang, value),
        "share" => return format!("{} %", number(lang, libm::round(value * 100.0))),
        "weeks" => Text::fixed(" weeks", " weken"),
        "hours" => Text::fixed(" hours", " uur"),
        "FTE" => Text::fixed(" FTE", " fte"),
        _ => Text::fixed("", ""),
    };
    format!("{}{}", number(lang, value), unit.of(lang))
}

/// The sheet of a group, with room for six rounds.
fn sheet(out: &mut String, name: &str, lang: Lang) {
    let mut inside = String::from("<table class=\"boxes\">\n<thead><tr>");
    let head = Text::fixed("Box", "Vakje");
    let _ = write!(inside, "<th scope=\"col\">{}</th>", head.of(lang));
    for round in 1..=ROUNDS {
        let _ = write!(inside, "<th scope=\"col\">{round}</th>");
    }
    inside.push_str("</tr></thead>\n<tbody>\n");
    for chair in CHAIRS {
        let _ = writeln!(
            inside,
            "<tr class=\"chair\"><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>",
            ROUNDS + 1,
            chair.name().of(lang)
        );
        for of in BOXES.iter().filter(|of| of.chair == chair) {
            let _ = writeln!(
                inside,
                "<tr><th scope=\"row\">{}</th>{}</tr>",
                labelled(of, lang),
                "<td></td>".repeat(ROUNDS as usize)
            );
        }
    }
    inside.push_str("</tbody>\n</table>\n");
    let rules = text!(
        "What you leave open stays as it was. At least 4 blocks stay for cases. In one round at most {MOST_MOVED} \
         blocks get other work, and the team grows or shrinks by {MOST_GROWTH} at most: people must be found and \
         learn. One veto in the whole game.",
        "Wat u open laat, blijft zoals het was. Voor zaken blijven minstens 4 blokken over. In één ronde krijgen \
         hoogstens {MOST_MOVED} blokken ander werk. Het team groeit of krimpt met hoogstens {MOST_GROWTH}: mensen \
         moet u vinden en inwerken. Het hele spel is er één veto."
    );
    let _ = writeln!(inside, "<p class=\"rules\">{}</p>", rules.of(lang));
    let head = text!("Sheet of group {name}", "Blad van groep {name}");
    half(out, "sheet", head.of(lang), &inside);
}

/// A box with its choices.
fn labelled(of: &BoxMeta, lang: Lang) -> String {
    let choices: Vec<String> = (0..of.choices.len()).map(|i| escaped(of.choice(i as u8).of(lang))).collect();
    let choices = if choices.iter().all(|choice| choice.len() <= 2) {
        format!("{} – {}", choices[0], choices[choices.len() - 1])
    } else {
        choices.join(" / ")
    };
    format!("{} <span class=\"choices\">{choices}</span>", escaped(of.title().of(lang)))
}

fn events(out: &mut String, lang: Lang) {
    let mut inside = String::new();
    let note = Text::fixed(
        "Choose five for rounds 2 to 6, or let chance choose. An event changes the world, never the points.",
        "Kies er vijf voor ronde 2 tot en met 6, of laat het toeval kiezen. Een gebeurtenis verandert de wereld, nooit \
         de punten.",
    );
    let _ = writeln!(inside, "<p>{}</p>\n<dl>", note.of(lang));
    for event in &EVENTS {
        let _ = writeln!(
            inside,
            "<dt>{} <code>{}</code></dt><dd>{}</dd>",
            escaped(event.title().of(lang)),
            event.key,
            escaped(event.changes().of(lang))
        );
    }
    inside.push_str("</dl>\n");
    half(out, "events", Text::fixed("Events (for the trainer)", "Gebeurtenissen (voor de trainer)").of(lang), &inside);
}

/// The script of the session.
fn guide(lang: Lang) -> String {
    let steps: [(&str, Text); 8] = [
        (
            "0–3",
            Text::fixed(
                "\"Four groups, the same people, the same bad luck. Only your decisions differ.\"",
                "\"Groepen met dezelfde mensen en dezelfde tegenslag. Alleen uw besluiten verschillen.\"",
            ),
        ),
        (
            "3–7",
            Text::fixed(
                "Deal the cards. Everybody reads in silence.",
                "Deel de kaarten uit. Iedereen leest in stilte.",
            ),
        ),
        (
            "7–17",
            Text::fixed(
                "Round 1: talk, fill in, hand in. Each group also writes whether specialist care will rise or fall.",
                "Ronde 1: praten, invullen, inleveren. Elke groep schrijft ook op of zware hulp omhoog of omlaag gaat.",
            ),
        ),
        (
            "17–20",
            Text::fixed(
                "Play. Read out the event of the next round. Results first, opinions second, names never.",
                "Speel. Lees de gebeurtenis van de volgende ronde voor. Eerst de uitslag, dan meningen, nooit namen.",
            ),
        ),
        ("20–65", Text::fixed("Rounds 2 to 6: nine minutes each.", "Ronde 2 tot en met 6: elk negen minuten.")),
        (
            "",
            Text::fixed(
                "Rounds 2 and 4 end with a vote: has the council confidence? No means no patience in the next round.",
                "Ronde 2 en 4 eindigen met een stem: heeft de raad vertrouwen? Nee is een ronde zonder geduld.",
            ),
        ),
        (
            "65–90",
            Text::fixed(
                "Debrief. First every group says what it did. Then: what was true, what was luck, what was decisive.",
                "Nabespreken. Eerst vertelt elke groep wat zij deed. Dan: wat was waar, geluk, doorslaggevend?",
            ),
        ),
        (
            "",
            Text::fixed(
                "If time runs out, skip round 5. Never skip the debrief.",
                "Is er te weinig tijd? Sla ronde 5 over. Sla de nabespreking nooit over.",
            ),
        ),
    ];
    let mut inside = String::from("<table class=\"script\">\n");
    for (minutes, said) in steps {
        let _ = writeln!(inside, "<tr><th scope=\"row\">{minutes}</th><td>{}</td></tr>", escaped(said.of(lang)));
    }
    inside.push_str("</table>\n");
    let points = Text::fixed(
        "Three axes: money, people, support. 50 is as now: the same district in the same world, if nobody decides \
         anything. There is no total and no winner. What people see is registered; what was true comes in the debrief.",
        "Drie assen: geld, mensen, draagvlak. 50 is zoals nu: dezelfde wijk in dezelfde wereld, als niemand iets \
         besluit. Er is geen totaal en geen winnaar. De groepen zien wat geregistreerd is. Wat waar was, komt in de \
         nabespreking.",
    );
    let _ = writeln!(inside, "<p>{}</p>", points.of(lang));
    let mut out = String::new();
    half(&mut out, "guide", Text::fixed("Script: 90 minutes", "Draaiboek: 90 minuten").of(lang), &inside);
    out
}
