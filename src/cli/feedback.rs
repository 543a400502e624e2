//! `kantel explain --loop`: one feedback loop, what it is made of, how strong it was found, and what acts on it.

use std::fmt::Write as _;

use super::levers::range;
use super::tables::columns;
use crate::diagnostics::Diagnostic;
use crate::experiment::{Life, MEASURED, MEASURED_IN, Measured};
use crate::language::{Lang, Text, text};
use crate::levers::Lever;
use crate::links::{LINKS, LOOPS, links_of};
use crate::mechanisms::{WITHIN, Within};
use crate::parameters::ParamMeta;
use crate::plan::Scenario;
use crate::report::wording::{grade, link_name, parameter_name, source_note, unit_name};
use crate::scenario::{distribution_text, suggestion};

/// A loop: its key, and what it means in English and in Dutch.
type Loop = (&'static str, &'static str, &'static str);

/// The loops with names; `R1` is also a name of `R1/R2`.
///
/// # Errors
/// Every name that no loop has.
pub(super) fn named(names: &[String]) -> Result<Vec<Loop>, Vec<Diagnostic>> {
    let (mut loops, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        let is_called = |key: &str| key.eq_ignore_ascii_case(name);
        match LOOPS.iter().find(|(key, ..)| is_called(key) || key.split('/').any(is_called)) {
            Some(found) if !loops.contains(found) => loops.push(*found),
            Some(_) => {}
            None => {
                let keys: Vec<&str> = LOOPS.iter().map(|(key, ..)| *key).collect();
                problems.push(Diagnostic {
                    file: "--loop".to_owned(),
                    message: Text::fixed("no loop is called so", "geen terugkoppeling heet zo"),
                    value: name.clone(),
                    help: suggestion(&name.to_uppercase(), &keys),
                    allowed: Text::one_of(&keys),
                    ..Diagnostic::default()
                });
            }
        }
    }
    if problems.is_empty() { Ok(loops) } else { Err(problems) }
}

/// The loops in a scenario, one below the other.
pub(super) fn told(loops: &[Loop], scenario: &Scenario, lang: Lang) -> String {
    loops.iter().map(|one| of_loop(*one, scenario, lang)).collect::<Vec<_>>().join("\n")
}

fn of_loop((key, english, dutch): Loop, scenario: &Scenario, lang: Lang) -> String {
    let name = &scenario.name;
    let meaning = if lang == Lang::Nl { dutch } else { english };
    let mut out = format!("{key}: {meaning}\n{}\n", way(key).of(lang));
    let mut add = |head: &Text, rows: &[Vec<String>]| {
        // Writing to a String cannot fail.
        let _ = write!(out, "\n{}\n{}", head.of(lang), columns(rows));
    };
    let strengths = text!(
        "Links, with their strength in {name} (1 as modelled, 0 cut)",
        "Verbanden, met hun sterkte in {name} (1 zoals gemodelleerd, 0 doorgeknipt)"
    );
    add(&strengths, &links(key, scenario, lang));
    let gains = text!(
        "Gain, as measured in version {MEASURED_IN} of the model in the scenario reactive: of a step in the link, the \
         share that comes back",
        "Versterking, gemeten in versie {MEASURED_IN} van het model in het scenario reactive: het deel van een stap in \
         het verband dat terugkomt"
    );
    add(&gains, &MEASURED.iter().filter(|one| one.feedback == key).map(|one| gain(one, lang)).collect::<Vec<_>>());
    let numbers = Text::fixed(
        "Numbers of the world that its links rest on: [parameters] of a scenario, a world, or --set KEY=VALUE",
        "Getallen van de wereld waar de verbanden op rusten: [parameters] in een scenario of wereld, of --set \
         SLEUTEL=WAARDE",
    );
    add(&numbers, &parameters(key, scenario, lang));
    let levers_head = Text::fixed(
        "Levers of the mechanisms that its links belong to: [levers] of a scenario, or --set KEY=VALUE",
        "Knoppen van de mechanismen waar de verbanden bij horen: [levers] in een scenario, of --set SLEUTEL=WAARDE",
    );
    add(&levers_head, &levers(key, lang));
    out.push_str(cut(key).of(lang));
    out
}

/// Which way the signs of its links go round, by its letter.
fn way(key: &str) -> Text {
    if key.starts_with('R') {
        Text::fixed("R: by its signs it reinforces what enters it.", "R: naar de tekens versterkt zij wat erin komt.")
    } else {
        Text::fixed("B: by its signs it dampens what enters it.", "B: naar de tekens dempt zij wat erin komt.")
    }
}

fn links(key: &str, scenario: &Scenario, lang: Lang) -> Vec<Vec<String>> {
    let strengths = &scenario.organisation.timeline.base.links;
    let row = |place: usize| {
        let link = &LINKS[place];
        let [from, to] = [link.from, link.to].map(|end| link_name(lang, end));
        vec![
            format!("  {}", link.key),
            format!("{from} -> {to}"),
            link.sign.to_string(),
            strengths[place].to_string(),
            format!("{}: {}", grade(lang, &link.source), source_note(lang, &link.source)),
        ]
    };
    links_of(key).into_iter().map(row).collect()
}

fn gain(measured: &Measured, lang: Lang) -> Vec<String> {
    let number = |x: f64| {
        let plain = format!("{x:.2}");
        if lang == Lang::Nl { plain.replace('.', ",") } else { plain }
    };
    let told = match (measured.gain, measured.error) {
        (Some(gain), Some(error)) => {
            let (gain, error) = (number(gain), number(error));
            text!("{gain} (standard error {error})", "{gain} (standaardfout {error})")
        }
        _ => Text::same("–"),
    };
    let life: Life = measured.life();
    vec![format!("  {}", measured.link), told.of(lang).to_owned(), life.name().of(lang).to_owned()]
}

/// The rooms that the links of a loop are in.
fn rooms(key: &str) -> impl Iterator<Item = &'static Within> {
    let of_loop: Vec<&str> = links_of(key).into_iter().map(|place| LINKS[place].key).collect();
    WITHIN.iter().filter(move |room| room.links.iter().any(|link| of_loop.contains(&link.key)))
}

/// The numbers that the sources of a loop's links name.
fn named_in_sources(key: &str) -> Vec<(usize, &'static ParamMeta)> {
    let sources: Vec<&str> = links_of(key).into_iter().map(|place| LINKS[place].source.text()).collect();
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_');
    let words: Vec<&str> =
        sources.iter().flat_map(|source| source.split(|c| !is_word(c))).map(|word| word.trim_matches('.')).collect();
    crate::parameters::PARAMETERS.iter().enumerate().filter(|(_, meta)| words.contains(&meta.key)).collect()
}

fn parameters(key: &str, scenario: &Scenario, lang: Lang) -> Vec<Vec<String>> {
    let row = |(place, meta): (usize, &ParamMeta)| {
        vec![
            format!("  {}", meta.key),
            distribution_text(&scenario.parameters[place]),
            unit_name(lang, meta.unit).to_owned(),
            parameter_name(lang, meta).to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = named_in_sources(key).into_iter().map(row).collect();
    if rows.is_empty() { vec![none(lang)] } else { rows }
}

fn levers(key: &str, lang: Lang) -> Vec<Vec<String>> {
    let row = |lever: &Lever| {
        let meta = &lever.meta;
        let (name, reach) = match lang {
            Lang::En => (meta.name, range(meta)),
            Lang::Nl => (meta.dutch, range(meta).replace(" to ", " tot ")),
        };
        vec![format!("  {}", meta.key), reach, unit_name(lang, meta.unit).to_owned(), name.to_owned()]
    };
    let sizes = crate::mechanisms::team::levers::SIZES;
    let all = rooms(key).flat_map(|room| room.levers).filter(|lever| !sizes[1..].contains(&lever.meta.key));
    let rows: Vec<Vec<String>> = all.map(row).collect();
    if rows.is_empty() { vec![none(lang)] } else { rows }
}

fn none(lang: Lang) -> Vec<String> {
    vec![format!("  {}", Text::fixed("none", "geen").of(lang))]
}

/// What a scenario says to cut a loop.
fn cut(key: &str) -> Text {
    let lines: Vec<String> = links_of(key).into_iter().map(|place| format!("  {} = 0", LINKS[place].key)).collect();
    let lines = lines.join("\n");
    text!(
        "\nTo cut it, in a scenario (from 0 to 1; between them it is weaker):\n  [links]\n{lines}\n",
        "\nDoorknippen gaat in een scenario (van 0 tot 1; daartussen is het zwakker):\n  [links]\n{lines}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Overrides, load};

    #[test]
    fn every_loop_is_told_with_its_links_gains_and_the_lines_that_cut_it() {
        let scenario = load("reactive", &Overrides::default()).expect("a built-in").scenario;
        for (key, ..) in LOOPS {
            let found = named(&[key.to_lowercase()]).expect("a loop");
            for lang in [Lang::En, Lang::Nl] {
                let text = told(&found, &scenario, lang);
                for place in links_of(key) {
                    assert!(text.contains(&format!("{} = 0", LINKS[place].key)), "{text}");
                    assert!(text.matches(LINKS[place].key).count() >= 2, "{key}: {text}");
                }
                assert!(MEASURED.iter().filter(|m| m.feedback == *key).all(|m| text.contains(m.link)), "{text}");
            }
            // What the lines say is what a comparison does that cuts the loop.
            let lines = cut(key).en.lines().skip(2).collect::<Vec<_>>().join("\n");
            let file = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{lines}\n");
            let whole = crate::scenario::load_text("cut", &file, &Overrides::default()).expect("a scenario").scenario;
            let links = whole.organisation.timeline.base.links;
            for (place, strength) in links.iter().enumerate() {
                assert_eq!(*strength < 0.5, links_of(key).contains(&place), "{key} {place}");
            }
        }
    }

    #[test]
    fn a_loop_that_is_not_there_is_told_with_all_that_are() {
        assert_eq!(named(&["r2".to_owned(), "R1/R2".to_owned()]).map(|loops| loops.len()), Ok(1));
        let told = named(&["R77".to_owned(), "X".to_owned()]).expect_err("no loops");
        assert_eq!(told.len(), 2);
        assert!(told[0].allowed.en.contains("R13"), "{told:?}");
    }
}
