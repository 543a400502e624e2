//! `kantel scenarios`: what people ask, and the files in the box that answer it.

mod copy;

use std::fmt::Write as _;

use super::args::ScenariosArgs;
use super::tables::{aligned, terminal_width};
use super::tongue::spoken;
use super::{Failure, emit};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::plan::Closure;
use crate::report::wording;
use crate::scenario::{
    Asker, BoxKind, DISTRICTS, Overrides, QUESTIONS, Question, headline, in_box, load, meant_by, question, search,
};

/// How wide what is not a table is at most.
const WIDTH: u16 = 110;

/// Lists what is in the box, shows one thing of it whole, or writes its files.
///
/// # Errors
/// [`Failure::Input`] for a name that nothing has, and for a file that is there already.
pub(super) fn scenarios(args: &ScenariosArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let Some(name) = &args.name else { return emit(&list(args.who, lang)) };
    let asked = question(name);
    match (&args.write, asked, in_box(name)) {
        (None, None, None) if !search(name).is_empty() => emit(&found(name, lang)),
        (_, None, None) => Err(Failure::Input(vec![unknown(name)])),
        (Some(folder), ..) => copy::copy(name, asked, folder, lang).and_then(|told| emit(&told)),
        (None, Some(asked), _) => emit(&whole(asked, lang)),
        (None, None, Some((kind, text))) => emit(&file(name, kind, text, lang)),
    }
}

/// Questions and files that some words fit.
fn found(words: &str, lang: Lang) -> String {
    let head = text!("What fits '{words}'", "Wat past bij '{words}'");
    let rows: Vec<[String; 2]> =
        search(words).into_iter().map(|one| [format!("  {}", one.name), one.told.of(lang).to_owned()]).collect();
    let how = Text::fixed("See one whole: kantel scenarios NAME.", "Alles over één ervan: kantel scenarios NAAM.");
    format!("{}\n{}\n{}\n", head.of(lang), aligned(Some(width()), &rows), how.of(lang))
}

/// A name that nothing in the box has.
fn unknown(name: &str) -> Diagnostic {
    let (help, listed) = meant_by(name);
    Diagnostic {
        file: name.to_owned(),
        message: Text::fixed(
            "no question and no file in the box is called so",
            "geen vraag en geen bestand in het programma heet zo",
        ),
        allowed: Text::fixed("a name that kantel scenarios lists", "een naam die kantel scenarios noemt"),
        help,
        listed,
        ..Diagnostic::default()
    }
}

/// As wide as the terminal, or as a page where there is none.
fn width() -> u16 {
    terminal_width().map_or(WIDTH, |width| width.min(WIDTH))
}

/// The questions by who asks first, or those of one asker; and without one, every file.
fn list(who: Option<Asker>, lang: Lang) -> String {
    let mut out = String::new();
    for asker in Asker::ALL.into_iter().filter(|asker| who.is_none_or(|who| who == *asker)) {
        let is_listed = |asked: &&Question| match who {
            Some(who) => asked.who.contains(&who),
            None => asked.who.first() == Some(&asker),
        };
        let rows: Vec<[String; 2]> = QUESTIONS.iter().filter(is_listed).map(|asked| row(asked, asker, lang)).collect();
        let name = asker.name();
        let head = text!("What {name} asks", "Wat {name} vraagt"; name);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}\n{}", head.of(lang), aligned(Some(width()), &rows));
    }
    let how = Text::fixed(
        "Answer one: kantel compare NAME. See one whole: kantel scenarios NAME. Change its files: kantel scenarios \
         NAME --write FOLDER.",
        "Antwoord: kantel compare NAAM. Alles over een vraag: kantel scenarios NAAM. De bestanden aanpassen: kantel \
         scenarios NAAM --write MAP.",
    );
    let _ = writeln!(out, "{}", how.of(lang));
    if who.is_none() {
        for kind in BoxKind::ALL {
            let line =
                |(name, text): &(&str, &str)| [format!("  {name}"), headline(kind, name, text).of(lang).to_owned()];
            let rows: Vec<[String; 2]> = kind.files().iter().map(line).collect();
            let _ = write!(out, "\n{}\n{}", kind.name().of(lang), aligned(Some(width()), &rows));
        }
    }
    out
}

/// A question in a list of one asker, with who else asks.
fn row(asked: &Question, asker: Asker, lang: Lang) -> [String; 2] {
    let others: Vec<String> =
        asked.who.iter().filter(|other| **other != asker).map(|other| other.name().of(lang).to_owned()).collect();
    let title = asked.title.of(lang);
    let also = Text::fixed("also", "ook").of(lang).to_owned();
    let told = if others.is_empty() { title.to_owned() } else { format!("{title} ({also}: {})", others.join("; ")) };
    [format!("  {}", asked.key), told]
}

/// A question whole: what is compared, what is kept equal, what to look at, and the commands.
fn whole(asked: &Question, lang: Lang) -> String {
    let who: Vec<String> = asked.who.iter().map(|who| who.name().of(lang).to_owned()).collect();
    let (who, about) = (who.join("; "), asked.mechanisms.join(", "));
    let head = text!(
        "Asked by {who}\nAbout mechanisms {about} (docs/mechanisms.md)\n",
        "Dit vraagt {who}\nOver de mechanismen {about} (docs/mechanisms.md)\n"
    );
    let mut out = format!("{}\n\n{}", asked.title.of(lang), head.of(lang));
    let mut part = |head: Text, rows: &[[String; 2]]| {
        if !rows.is_empty() {
            let _ = write!(out, "\n{}\n{}", head.of(lang), aligned(Some(width()), rows));
        }
    };
    part(Text::fixed("What is compared, the base first", "Wat wordt vergeleken, de basis eerst"), &arms(asked, lang));
    part(Text::fixed("What is kept equal", "Wat gelijk blijft"), &equal(asked, lang));
    let names = |kind: BoxKind, names: &[String]| named(kind, names, lang);
    part(Text::fixed("Laid over all", "Over alles heen"), &names(BoxKind::World, &asked.with));
    part(
        Text::fixed("Districts, beside each other", "Wijken, naast elkaar"),
        &names(BoxKind::District, &asked.districts),
    );
    let indent = "  ".to_owned();
    let figure = |key: &String| [indent.clone(), wording::indicator_name(lang, key)];
    let figures: Vec<[String; 2]> = asked.figures.iter().map(figure).collect();
    part(Text::fixed("What to look at", "Waar u op let"), &[[indent.clone(), asked.look.of(lang).to_owned()]]);
    part(Text::fixed("Figures of that in the report", "Cijfers daarover in het rapport"), &figures);
    let _ = write!(out, "\n{}", commands(asked).of(lang));
    out
}

/// The arms, or the organisations, with what they are.
fn arms(asked: &Question, lang: Lang) -> Vec<[String; 2]> {
    let mut rows = named(BoxKind::Plan, &asked.arms, lang);
    rows.extend(named(BoxKind::Organisation, &asked.organisations, lang));
    rows
}

fn named(kind: BoxKind, names: &[String], lang: Lang) -> Vec<[String; 2]> {
    let row = |name: &String| {
        let told = in_box(name).map(|(_, text)| headline(kind, name, text).of(lang).to_owned());
        [format!("  {name}"), told.unwrap_or_default()]
    };
    names.iter().map(row).collect()
}

/// What a question keeps equal; where each arm says that itself, arm by arm.
fn equal(asked: &Question, lang: Lang) -> Vec<[String; 2]> {
    let told = |closure: Closure| wording::closure(lang, closure.key()).to_owned();
    if let Some(closure) = asked.closure {
        return vec![["  ".to_owned() + closure.key(), told(closure)]];
    }
    let of = |name: &String| load(&format!("builtin:{name}"), &Overrides::default()).ok().map(|one| one.scenario);
    let Some(base) = asked.arms.first().and_then(of) else { return Vec::new() };
    let row = |name: &String| Some([format!("  {name}"), told(of(name)?.closure_against(&base))]);
    asked.arms.iter().skip(1).filter_map(row).collect()
}

/// The commands that answer a question and change it.
fn commands(asked: &Question) -> Text {
    let key = &asked.key;
    let long = long_form(asked);
    let answer = text!(
        "Answer it:     kantel compare {key}\nthat is:       {long}\nChange it:     kantel scenarios {key} --write \
         FOLDER\n",
        "Antwoord:      kantel compare {key}\ndat is:        {long}\nAanpassen:     kantel scenarios {key} --write \
         MAP\n"
    );
    if asked.districts.is_empty() {
        return answer;
    }
    let all: Vec<&str> = DISTRICTS.iter().map(|(name, _)| *name).collect();
    let all = all.join(" ");
    text!(
        "{answer}Each alone:    for d in {all}; do\n                 kantel compare {key} --district $d --out \
         {key}/$d; done\n",
        "{answer}Elk apart:     for d in {all}; do\n                 kantel compare {key} --district $d --out \
         {key}/$d; done\n"; answer
    )
}

/// The command that a question stands for.
fn long_form(asked: &Question) -> String {
    let mut words = vec!["kantel compare".to_owned()];
    words.extend(asked.arms.iter().cloned());
    if let Some(closure) = asked.closure {
        words.push(format!("--closure {}", closure.key()));
    }
    words.extend(asked.with.iter().map(|name| format!("--with {name}")));
    words.extend(asked.districts.iter().map(|name| format!("--district {name}")));
    if !asked.organisations.is_empty() {
        words.push(format!("--organisation {}", asked.organisations.join(" ")));
    }
    words.join(" ")
}

/// A file of the box as it is, below the questions that it is in.
fn file(name: &str, kind: BoxKind, text: &str, lang: Lang) -> String {
    let name = name.strip_prefix("builtin:").unwrap_or(name);
    let is_in = |asked: &&Question| {
        [&asked.arms, &asked.with, &asked.organisations, &asked.districts].iter().any(|n| n.iter().any(|n| n == name))
    };
    let rows: Vec<[String; 2]> = QUESTIONS
        .iter()
        .filter(is_in)
        .map(|asked| [format!("  {}", asked.key), asked.title.of(lang).to_owned()])
        .collect();
    let mut out = format!("{name}: {}\n", headline(kind, name, text).of(lang));
    if !rows.is_empty() {
        let head = Text::fixed("Questions that it is in", "Vragen waar het in zit");
        let _ = write!(out, "\n{}\n{}", head.of(lang), aligned(Some(width()), &rows));
    }
    let _ = write!(out, "\n{text}");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_listed_once_and_shown_whole_in_both_languages() {
        for lang in [Lang::En, Lang::Nl] {
            let listed = list(None, lang);
            for asked in QUESTIONS.iter() {
                let lines = listed.lines().filter(|line| line.starts_with(&format!("  {} ", asked.key)));
                assert_eq!(lines.count(), 1, "{}: {listed}", asked.key);
                let told = whole(asked, lang);
                for name in [&asked.arms, &asked.with, &asked.organisations, &asked.districts].into_iter().flatten() {
                    assert!(told.contains(name.as_str()), "{name}: {told}");
                }
                assert!(told.contains(&format!("kantel compare {}", asked.key)), "{told}");
                assert!(!equal(asked, lang).is_empty(), "{}", asked.key);
            }
            for who in Asker::ALL {
                let own = list(Some(who), lang);
                for asked in QUESTIONS.iter() {
                    let is_there = own.contains(&format!("  {} ", asked.key));
                    assert_eq!(is_there, asked.who.contains(&who), "{} {}: {own}", asked.key, who.key());
                }
            }
        }
    }
}
