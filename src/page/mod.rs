//! What stands behind the page for aldermen: one question in, one answer out.
//!
//! The page asks, and whoever holds the engine answers: the WebAssembly inside the page, or the native program that
//! serves it. Both call [`answer`], so that they say the same. Nothing is kept between two questions: everything that
//! an answer needs stands in the question, the courses that were computed before among it. So a worker can be ended at
//! any moment, and any worker can answer any question (decision 0042).
//!
//! A message is framed: four bytes with the length of a part (little-endian), then the part, and so on. The first part
//! of a question is JSON, a [`Question`]; the others are courses, as answers to [`Question::Courses`] have them.

mod choice;
mod frames;
mod knobs;
mod mistakes;
mod prices;
mod question;
mod reading;
mod units;
mod words;

pub use choice::{Choice, Setting};
pub use knobs::{GROUPS, Group, Knob};
pub use question::{Question, Size, Take};

use serde_json::{Value, json};

use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, text};
use frames::{framed, parts};
use mistakes::{mistake, told};
use question::Courses;

/// Why a question was not answered: the mistakes in it, as JSON, in the language of who asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub Vec<u8>);

/// Answers a question.
///
/// # Errors
/// The mistakes in the question or in what it chooses; also if it was asked to stop.
pub fn answer(message: &[u8], stop: &Cancel) -> Result<Vec<u8>, Refused> {
    let refused = |lang: Lang, mistakes: &[Diagnostic]| Refused(bytes(&json!({ "mistakes": told(lang, mistakes) })));
    let unread = |why: String| refused(Lang::En, &[mistake(text!("no question: {why}", "geen vraag: {why}"))]);
    let mut parts = parts(message).map_err(|e| unread(e.to_string()))?;
    if parts.is_empty() {
        return Err(unread("it is empty".to_owned()));
    }
    let question: Question = serde_json::from_slice(parts.remove(0)).map_err(|e| unread(e.to_string()))?;
    let lang = question.lang();
    reply(question, &parts, stop).map_err(|mistakes| refused(lang, &mistakes))
}

fn reply(question: Question, courses: &[&[u8]], stop: &Cancel) -> Result<Vec<u8>, Vec<Diagnostic>> {
    Ok(match question {
        Question::About { lang } => bytes(&words::about(lang)),
        Question::Places { .. } => bytes(&knobs::places()?),
        Question::Knobs { lang, choice } => bytes(&knobs::told(lang, &choice)?),
        Question::Check { lang, choice } => bytes(&choice::checked(lang, &choice)),
        Question::Open { lang, text } => bytes(&choice::opened(lang, &text)?),
        Question::Courses(asked) => framed(&computed(&asked, stop)?),
        Question::Read { lang, choice, size, samples, sections } => {
            let study = reading::study(&choice, size, samples, courses)?;
            bytes(&study.read(lang, &sections))
        }
        Question::Section { lang, choice, samples, section } => {
            let mut study = reading::study(&choice, Size::Whole, samples, courses)?;
            bytes(&study.computed(lang, &section, stop)?)
        }
        Question::Rivals { lang, plans } => bytes(&json!({ "html": reading::beside(lang, plans)? })),
        Question::Take { lang, choice, samples, what } => {
            reading::study(&choice, Size::Whole, samples, courses)?.take(lang, what)?.into_bytes()
        }
    })
}

/// The courses of a draw, one by one.
fn computed(asked: &Courses, stop: &Cancel) -> Result<Vec<Vec<u8>>, Vec<Diagnostic>> {
    let samples = asked.sample.saturating_add(1);
    reading::study(&asked.choice, asked.size, samples, &[])?.courses(asked, stop)
}

fn bytes(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}
