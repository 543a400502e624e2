//! What the courses of a choice say.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::choice::{Choice, MOST_CHARACTERS};
use super::mistakes::{mistake, stopped};
use super::question::{Courses, Plan, Size, Take};
use super::words;
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::experiment::{Comparison, Draw, MOST_SAMPLES, Period, Simulator};
use crate::language::{Lang, Text, text};
use crate::observation::Trajectory;
use crate::report::{
    BriefFigure, MUNICIPALITY, ReportData, Rival, SEVERE_UNHELPED, brief_figures, brief_lead, comparison_csv,
    dutch_csv, fragments, key_figures, render, trade_off,
};
use crate::study::{FirstEstimate, Study};

/// A choice with the courses that are there.
pub(super) struct Reading {
    choice: Choice,
    of: Of,
}

/// What the courses are of.
enum Of {
    /// The scale model of the district.
    Small(FirstEstimate),
    /// The district with all its residents.
    Whole(Study),
}

/// The study of a choice, with courses that were computed before.
pub(super) fn study(choice: &Choice, size: Size, samples: u32, courses: &[&[u8]]) -> Result<Reading, Vec<Diagnostic>> {
    if samples == 0 || samples > MOST_SAMPLES {
        return Err(vec![mistake(text!(
            "{samples} samples: 1 to {MOST_SAMPLES}",
            "{samples} werelden: 1 tot {MOST_SAMPLES}"
        ))]);
    }
    let whole = choice.study(samples)?;
    let of = match size {
        Size::Whole => Of::Whole(whole),
        Size::Small => Of::Small(whole.estimate(samples)),
    };
    let mut reading = Reading { choice: choice.clone(), of };
    for bytes in courses {
        let course: Trajectory = postcard::from_bytes(bytes).map_err(|_| vec![strange()])?;
        if !reading.run_mut().keep(course) {
            return Err(vec![strange()]);
        }
    }
    Ok(reading)
}

fn strange() -> Diagnostic {
    mistake(Text::fixed(
        "a course that is not of this choice and version, or stands twice",
        "een doorrekening die niet bij deze keuze en versie hoort, of dubbel is",
    ))
}

impl Reading {
    /// What the courses are of.
    fn run(&self) -> &Study {
        match &self.of {
            Of::Small(estimate) => &estimate.run,
            Of::Whole(study) => study,
        }
    }

    fn run_mut(&mut self) -> &mut Study {
        match &mut self.of {
            Of::Small(estimate) => &mut estimate.run,
            Of::Whole(study) => study,
        }
    }

    fn data(&self) -> ReportData {
        let mut data = match &self.of {
            Of::Small(estimate) => estimate.read(),
            Of::Whole(study) => study.read(),
        };
        data.provenance.on_page = true;
        if let Ok(command) = self.choice.command(data.provenance.samples) {
            data.provenance.command = command;
        }
        data
    }

    /// Computes courses of a draw, in the order that was asked for.
    pub(super) fn courses(&self, asked: &Courses, stop: &Cancel) -> Result<Vec<Vec<u8>>, Vec<Diagnostic>> {
        let study = self.run();
        let draw = Draw { sample: asked.sample, replicate: asked.replicate };
        let scenarios = study.plan().scenarios.len();
        if !study.due().contains(&draw) || asked.scenarios.iter().any(|scenario| *scenario >= scenarios) {
            return Err(vec![mistake(Text::fixed("there is no such course", "die doorrekening bestaat niet"))]);
        }
        let start = study.burn_in(&Simulator, draw, stop).ok_or_else(stopped)?;
        let one = |scenario: &usize| {
            let course = study.course(&Simulator, Cow::Borrowed(&start), *scenario, draw, stop);
            let course = course.ok_or_else(stopped)?;
            postcard::to_stdvec(&course).map_err(|why| vec![mistake(Text::same(why.to_string()))])
        };
        asked.scenarios.iter().map(one).collect()
    }

    /// What the page shows of it.
    pub(super) fn read(&self, lang: Lang, sections: &[String]) -> Value {
        let data = self.data();
        let row = |judged| brief_figures(&data, lang, judged);
        let figures = |row: &[BriefFigure]| Value::from(row.iter().map(figure).collect::<Vec<_>>());
        let samples = data.provenance.samples;
        match &self.of {
            Of::Small(_) => {
                let row = row(false);
                let (cards, live, row) = (key_figures(&data, lang, false), in_one_line(&row), figures(&row));
                json!({ "samples": samples, "cards": cards, "lead": "", "live": live, "settled": false, "doubt": "",
                    "row": row, "worlds": by_world(&data), "sections": {} })
            }
            Of::Whole(study) => {
                let ids: Vec<&str> = sections.iter().map(String::as_str).collect();
                let html = fragments(&data, &ids, lang).into_iter().map(|(id, html)| (id.to_owned(), html.into()));
                let (lead, needs, cards) = (brief_lead(&data, lang), needs(study), key_figures(&data, lang, true));
                let (row, doubt) = (figures(&row(true)), words::doubt(lang, needs, samples));
                json!({ "samples": samples, "cards": cards, "lead": lead, "live": lead, "settled": needs == 0,
                    "doubt": doubt, "row": row, "worlds": by_world(&data), "sections": html.collect::<Map<_, _>>() })
            }
        }
    }

    /// A section with what takes long to compute, and what else says more with it.
    pub(super) fn computed(&mut self, lang: Lang, section: &str, stop: &Cancel) -> Result<Value, Vec<Diagnostic>> {
        let study = self.run_mut();
        study.end_here();
        let done = match section {
            "why" => study.cut_loops(&Simulator, stop, &()),
            "certainty" => study.compute_bounds(&Simulator, stop, &()),
            "two-lives" => study.follow_household(&Simulator, stop, &()),
            _ => Ok(()),
        };
        done.map_err(|_| stopped())?;
        let data = self.data();
        let also: &[&str] = if section == "certainty" { &["in-brief", "key-figures"] } else { &[] };
        let told =
            |ids: &[&str]| fragments(&data, ids, lang).into_iter().map(|(id, html)| (id.to_owned(), html.into()));
        let html = told(&[section]).next().map_or(Value::Null, |(_, html)| html);
        let cards = if also.is_empty() { String::new() } else { key_figures(&data, lang, true) };
        Ok(json!({ "html": html, "cards": cards, "sections": told(also).collect::<Map<_, _>>() }))
    }

    /// A file to take along.
    pub(super) fn take(&self, lang: Lang, what: Take) -> Result<String, Vec<Diagnostic>> {
        match what {
            Take::Report => Ok(render(&self.data(), lang).html),
            Take::Comparison => Ok(comparison_csv(&self.comparisons())),
            Take::Dutch => dutch_csv(&comparison_csv(&self.comparisons()))
                .map_err(|why| vec![mistake(Text::same(why.to_string()))]),
            Take::Prices => Ok(self.choice.world()),
            Take::Scenario => self.choice.file(),
        }
    }

    fn comparisons(&self) -> Vec<Comparison> {
        let study = self.run();
        (1..study.plan().scenarios.len()).map(|variant| study.compare(variant)).collect()
    }
}

/// The most plans beside each other.
const MOST_PLANS: usize = 40;

/// Plans beside each other, as a figure and a table.
pub(super) fn beside(lang: Lang, plans: Vec<Plan>) -> Result<String, Vec<Diagnostic>> {
    let is_whole =
        |plan: &Plan| plan.cost.len() <= MOST_SAMPLES as usize && plan.name.chars().count() <= MOST_CHARACTERS;
    if plans.len() > MOST_PLANS || !plans.iter().all(is_whole) {
        return Err(vec![mistake(text!(
            "more than {MOST_PLANS} plans, or one of too many worlds or too long a name",
            "meer dan {MOST_PLANS} plannen, of een met te veel werelden of een te lange naam"
        ))]);
    }
    let rivals: Vec<Rival> = plans.into_iter().map(|Plan { name, cost, need }| Rival { name, cost, need }).collect();
    Ok(trade_off(&rivals, &words::word(lang, "variants.now"), lang))
}

/// What the municipality pays more, and how many people more have a severe need and no help, world by world; nothing
/// where a world lacks one.
fn by_world(data: &ReportData) -> Value {
    let of = |key: &str| -> Option<Vec<f64>> {
        let figure = data.comparisons.first()?.find(key, "all", Period::Horizon)?;
        figure.by_sample.iter().copied().collect()
    };
    match (of(MUNICIPALITY), of(SEVERE_UNHELPED)) {
        (Some(cost), Some(need)) => json!({ "cost": cost, "need": need }),
        _ => Value::Null,
    }
}

/// How many key figures are undecided for want of computing.
fn needs(study: &Study) -> usize {
    let comparisons = study.key_figures();
    comparisons.iter().flat_map(|comparison| &comparison.differences).filter(|d| d.needs().is_some()).count()
}

fn figure(figure: &BriefFigure) -> Value {
    let BriefFigure { name, text, range, class, word } = figure;
    json!({ "name": name, "text": text, "range": range, "verdict": class, "word": word })
}

/// Figures behind each other, for who hears them.
fn in_one_line(row: &[BriefFigure]) -> String {
    let one =
        |figure: &BriefFigure| format!("{}: {} {}", figure.name, figure.text, figure.range).trim().to_owned() + ".";
    row.iter().map(one).collect::<Vec<_>>().join(" ")
}
