//! What somebody has chosen, as a scenario file and back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::mistakes::{mistake, told};
use super::prices::{FILE, TEAM, exact, other_prices, price_name};
use super::words::{WHOLE_STEPS, word};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::levers::{ALWAYS, LEVERS, LeverKind, LeverValue};

use crate::experiment::Plan;
use crate::plan::{Closure, OwnFigure, Scenario};
use crate::report::folder::file_stem;
use crate::report::wording::{capitalized, closure};
use crate::scenario::{
    Given, Loaded, OWN_NAMES, Overrides, SCHEMA_VERSION, changed_fields, load_district, load_given, quoted,
};
use crate::study::{FIRST_RESIDENTS, Options, Study};
use crate::units::WEEKS_PER_YEAR;

/// What every choice is compared with, and builds on.
pub(super) const BASE: &str = "builtin:reactive";
/// The most characters of a name: it stands in heads of columns.
pub(super) const MOST_CHARACTERS: usize = 60;

/// What somebody has chosen: what differs from today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What it is called.
    pub name: String,
    /// Code of a wijk or municipality of the built-in table; `None` is the built-in district.
    pub place: Option<String>,
    /// Where hours and money come from.
    pub closure: Closure,
    /// Levers by key.
    pub settings: BTreeMap<String, Setting>,
    /// What the municipality knows of the place itself, by the plain names of such figures ([`OWN_NAMES`]): it is shown
    /// beside the model's figures, and changes none of them.
    #[serde(default)]
    pub own: BTreeMap<String, f64>,
    /// What an hour costs in this place, in euros, of the team (`team`) and of services by their keys: for the plan
    /// and for what it is compared with.
    #[serde(default)]
    pub prices: BTreeMap<String, f64>,
}

/// What a lever is set to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Setting {
    /// A flag.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A choice, by its English word.
    Word(String),
}

impl Setting {
    fn of(lever: usize, value: LeverValue) -> Option<Self> {
        match (value, LEVERS[lever].meta.kind) {
            (LeverValue::Number(number), _) => Some(Self::Number(number)),
            (LeverValue::Flag(flag), _) => Some(Self::Flag(flag)),
            (LeverValue::Choice(word), LeverKind::Choice(words)) => {
                words.get(usize::from(word)).map(|word| Self::Word((*word).to_owned()))
            }
            _ => None,
        }
    }
}

impl Choice {
    /// What stands in the place of a name where there is none.
    fn called(&self) -> &str {
        if self.name.trim().is_empty() { "Plan" } else { self.name.trim() }
    }

    /// The name of its file, without `.toml`, and of its scenario.
    pub(super) fn stem(&self) -> String {
        file_stem(self.called()).to_lowercase()
    }

    /// The district as an option or a file names it; a path is never read.
    fn district(&self) -> Result<Option<String>, Vec<Diagnostic>> {
        let Some(place) = &self.place else { return Ok(None) };
        let of_table = place.len() <= 12 && place.chars().all(|c| c.is_ascii_alphanumeric());
        let unknown = || text!("there is no place with the code {place:?}", "er is geen plaats met code {place:?}");
        if of_table { Ok(Some(format!("builtin:{place}"))) } else { Err(vec![mistake(unknown())]) }
    }

    /// The scenario file: the differences from the base, and nothing else.
    pub(super) fn file(&self) -> Result<String, Vec<Diagnostic>> {
        let mut text = format!("schema_version = {SCHEMA_VERSION}\nbase = \"{BASE}\"\n");
        let _ = writeln!(text, "title = {}", quoted(self.called()));
        if let Some(district) = self.district()? {
            let _ = writeln!(text, "district = {}", quoted(&district));
        }
        let _ = write!(text, "\n[experiment]\nclosure = \"{}\"\n", self.closure.key());
        self.write_own(&mut text);
        self.write_prices(&mut text);
        for (i, (key, setting)) in self.settings.iter().enumerate() {
            if i == 0 {
                text.push_str("\n[levers]\n");
            }
            let key = plain(key);
            let value = match setting {
                Setting::Flag(flag) => flag.to_string(),
                Setting::Number(number) => format!("{number}"),
                Setting::Word(word) => quoted(word),
            };
            let _ = writeln!(text, "{key} = {value}");
        }
        Ok(text)
    }

    fn write_own(&self, text: &mut String) {
        if !self.own.is_empty() {
            text.push_str("\n[own]\n");
        }
        for (name, value) in &self.own {
            let _ = writeln!(text, "{} = {value}", plain(name));
        }
    }

    fn write_prices(&self, text: &mut String) {
        if let Some(price) = self.prices.get(TEAM) {
            let _ = write!(text, "\n[budget]\neuros_per_team_hour = {price}\n");
        }
        for (service, price) in self.prices.iter().filter(|(key, _)| *key != TEAM) {
            let _ = write!(text, "\n[[service]]\nproduct = {}\neuros_per_hour = {price}\n", quoted(service));
        }
    }

    /// The own prices as a file that is laid over every scenario.
    pub(super) fn world(&self) -> String {
        let mut text = format!("schema_version = {SCHEMA_VERSION}\n");
        self.write_prices(&mut text);
        text
    }

    /// What tells what choices are compared with apart from each other.
    fn today_key(&self) -> String {
        let place = self.place.clone().unwrap_or_default();
        if self.prices.is_empty() { place } else { format!("{place} {:?}", self.prices) }
    }

    /// What the plan is compared with, where it is not the base as it is.
    fn today(&self) -> Option<String> {
        let mut text = format!("schema_version = {SCHEMA_VERSION}\nbase = \"{BASE}\"\n");
        self.write_own(&mut text);
        self.write_prices(&mut text);
        (!self.own.is_empty() || !self.prices.is_empty()).then_some(text)
    }

    /// The study of so many samples: the base, and the choice where it differs.
    pub(super) fn study(&self, samples: u32) -> Result<Study, Vec<Diagnostic>> {
        let (name, text) = (self.stem(), self.file()?);
        let today = self.today();
        let today = given(today.as_deref());
        let plan = Given::Text { name: &name, text: &text };
        let given = if self.settings.is_empty() { vec![today] } else { vec![today, plan] };
        let overrides = Overrides { samples: Some(samples.max(1)), ..self.overrides()? };
        let options = Options { threads: 1, ..Options::default() };
        Study::load_given(&given, &overrides, &options)
    }

    /// The base in the place that was chosen.
    pub(super) fn base(&self) -> Result<Scenario, Vec<Diagnostic>> {
        let today = Self { own: BTreeMap::new(), ..self.clone() }.today();
        let loaded = load_given(&[given(today.as_deref())], &self.overrides()?)?;
        loaded.into_iter().next().map(|one| one.scenario).ok_or_else(Vec::new)
    }

    fn overrides(&self) -> Result<Overrides, Vec<Diagnostic>> {
        if self.name.chars().count() > MOST_CHARACTERS {
            let why = text!(
                "a name of more than {MOST_CHARACTERS} characters",
                "een naam van meer dan {MOST_CHARACTERS} tekens"
            );
            return Err(vec![mistake(why)]);
        }
        Ok(Overrides { district: self.district()?, ..Overrides::default() })
    }

    /// The command that computes the same from its file.
    pub(super) fn command(&self, samples: u32) -> Result<String, Vec<Diagnostic>> {
        let place = self.district()?.map_or_else(String::new, |district| format!(" --district {district}"));
        let prices = if self.prices.is_empty() { String::new() } else { format!(" --with {FILE}") };
        Ok(format!("kantel compare reactive {}.toml{place}{prices} --samples {samples}", self.stem()))
    }
}

/// What plans are compared with: the base, or a text in its place.
fn given(today: Option<&str>) -> Given<'_> {
    today.map_or(Given::Named(BASE), |text| Given::Text { name: "reactive", text })
}

/// That a choice has own prices, and which.
fn own_prices(lang: Lang, choice: &Choice) -> Option<String> {
    let one = |(key, price): (&String, &f64)| format!("{} € {}", price_name(lang, key), exact(lang, *price));
    let all: Vec<String> = choice.prices.iter().map(one).collect();
    (!all.is_empty()).then(|| word(lang, "prices.set").replace("{prices}", &all.join(", ")))
}

/// A note as a sentence of the page: without the name of the file that it is about, of which there is one.
fn sentence(lang: Lang, note: &str, plan: &Plan) -> String {
    let names = plan.scenarios.iter().map(|scenario| scenario.name.as_str());
    let is_name = |head: &str| head.starts_with("builtin:") || names.clone().any(|name| name == head);
    let note = note.split_once(": ").filter(|(head, _)| is_name(head)).map_or(note, |(_, rest)| rest);
    let note = note.replace(plan.base().name.as_str(), &format!("“{}”", word(lang, "variants.now")));
    let full = capitalized(&note);
    if full.ends_with(['.', '?', '!']) { full } else { full + "." }
}

/// A command, with the language of its report.
fn in_language(lang: Lang, command: String) -> String {
    if lang == Lang::Nl { command + " --lang nl" } else { command }
}

/// A key as it can stand in a file: what it holds beside that makes it another key, which nobody knows.
fn plain(key: &str) -> String {
    key.chars().filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c)).collect()
}

/// Whether a choice can be run, and as what.
pub(super) fn checked(lang: Lang, choice: &Choice) -> Value {
    match facts(lang, choice) {
        Ok(facts) => facts,
        Err(mistakes) => json!({ "mistakes": told(lang, &mistakes) }),
    }
}

fn facts(lang: Lang, choice: &Choice) -> Result<Value, Vec<Diagnostic>> {
    let samples = WHOLE_STEPS[WHOLE_STEPS.len() - 1];
    let study = choice.study(samples)?;
    let plan = study.plan();
    let residents = plan.base().residents;
    let told = study.notes().iter().map(|note| sentence(lang, note.said().of(lang), plan));
    let notes = own_prices(lang, choice).into_iter().chain(told);
    let weeks = |residents| u64::from(residents) * u64::from(plan.experiment().years) * WEEKS_PER_YEAR as u64;
    Ok(json!({
        "mistakes": [],
        "notes": notes.collect::<Vec<_>>(),
        "stands": closure(lang, choice.closure.key()),
        "text": choice.file()?,
        // What a municipality knows of itself does not travel in links.
        "shared": Choice { own: BTreeMap::new(), ..choice.clone() }.file()?,
        "file": format!("{}.toml", choice.stem()),
        "prices": FILE,
        "command": in_language(lang, choice.command(samples)?),
        "base": choice.today_key(),
        "replicates": plan.experiment().replicates,
        "extra": plan.experiment().extra_replicate,
        "weeks": { "small": weeks(residents.min(FIRST_RESIDENTS)), "whole": weeks(residents) },
    }))
}

/// The choice that a scenario file makes.
///
/// # Errors
/// The file's mistakes, and everything in it that the page has no knob for: nothing is left out in silence.
pub(super) fn opened(lang: Lang, text: &str) -> Result<Value, Vec<Diagnostic>> {
    let one = load_given(&[Given::Text { name: "file", text }], &Overrides::default())?.remove(0);
    let choice = chosen(&one, lang)?;
    let notes: Vec<&str> = one.warnings.iter().map(|warning| warning.of(lang)).collect();
    Ok(json!({ "choice": choice, "notes": notes }))
}

fn chosen(one: &Loaded, lang: Lang) -> Result<Choice, Vec<Diagnostic>> {
    let scenario = &one.scenario;
    let built_in = load_district("builtin:overvecht")?;
    let place = (scenario.district != built_in).then(|| scenario.district.code.clone());
    let title = if lang == Lang::Nl && !scenario.title_nl.is_empty() { &scenario.title_nl } else { &scenario.title };
    let name: String = title.chars().take(MOST_CHARACTERS).collect();
    let closure = scenario.closure.unwrap_or_default();
    let mut choice = Choice { name, place, closure, ..Choice::default() };
    choice.prices = other_prices(&choice.base()?, scenario);
    let base = choice.base()?;
    let mut strange = Vec::new();
    for figure in &scenario.own {
        let alone = OwnFigure { value: 0.0, ..figure.clone() };
        let name = OWN_NAMES.iter().find(|(_, indicator)| *indicator == figure.indicator).map(|(name, _)| *name);
        match name.filter(|_| alone == OwnFigure::bare(&figure.name, &figure.indicator)) {
            Some(name) => drop(choice.own.insert(name.to_owned(), figure.value)),
            None => strange.push(format!("own.{}", figure.name)),
        }
    }
    if base.district != scenario.district {
        strange.push("district".to_owned());
    }
    for (field, ..) in changed_fields(&base, scenario) {
        match field.strip_prefix("levers.").and_then(crate::levers::position) {
            Some(lever) => match constant(scenario, lever) {
                Some(setting) => {
                    choice.settings.insert(LEVERS[lever].meta.key.to_owned(), setting);
                }
                None => strange.push(field),
            },
            None if field == "experiment.closure" => {}
            None => strange.push(field),
        }
    }
    if strange.is_empty() { Ok(choice) } else { Err(strange.iter().map(|field| no_knob(field)).collect()) }
}

/// What a lever is set to from the start to the end; `None` where it changes on the way, or differs by sample.
fn constant(scenario: &Scenario, lever: usize) -> Option<Setting> {
    match scenario.organisation.timeline.schedule(lever)?.steps.as_slice() {
        [step] if step.from == ALWAYS && step.ramp_weeks == 0 => Setting::of(lever, step.value),
        _ => None,
    }
}

fn no_knob(field: &str) -> Diagnostic {
    Diagnostic {
        message: text!(
            "{field}: the page has no knob for what this says",
            "{field}: hiervoor heeft de pagina geen knop"
        ),
        allowed: Text::fixed(
            "levers with one value from the start; `kantel compare` takes everything",
            "knoppen met één waarde vanaf het begin; met `kantel compare` kan alles",
        ),
        ..Diagnostic::default()
    }
}
