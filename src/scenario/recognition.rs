//! Which kind of file a text is: scenario, district profile, organisation or world.

use toml::de::DeTable;

use super::differences::differences;
use super::files::{self, Found, Kind};
use super::headlines::{self, BoxKind};
use super::load::{check_district, check_organisation, check_scenario, load, refused};
use super::loaded::Overrides;
use super::{arms, extent, questions, warnings, world};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// A file that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// `scenario`, `district`, `organisation`, `world` or `questions`.
    pub kind: &'static str,
    /// What is allowed but probably not meant.
    pub warnings: Vec<Text>,
    /// The base that a scenario names; empty without one.
    pub base: String,
    /// What a scenario changes of its base: `field: value there -> value here`.
    pub changes: Vec<String>,
}

impl Checked {
    const fn of(kind: &'static str) -> Self {
        Self { kind, warnings: Vec::new(), base: String::new(), changes: Vec::new() }
    }
}

/// Checks a file of any kind without running anything.
///
/// # Errors
/// Every mistake in it and in what it names.
pub fn check_file(source: &str) -> Result<Checked, Vec<Diagnostic>> {
    let kind = match headlines::meant(source) {
        Some(BoxKind::District) => Kind::District,
        Some(BoxKind::Organisation) => Kind::Organisation,
        Some(BoxKind::World) => Kind::World,
        _ => Kind::Scenario,
    };
    let found = files::find(kind, source).map_err(|refusal| vec![refused(source, refusal)])?;
    let text = found.text.clone();
    if let Some(refusal) = extent::refusal(&found.shown, &text) {
        return Err(vec![refusal]);
    }
    let (document, _) = DeTable::parse_recoverable(&text);
    let has = |keys: &[&str]| keys.iter().any(|k| document.get_ref().get(*k).is_some());
    if has(&["question"]) {
        return questions::check(&text, &found.shown).map(|()| Checked::of("questions"));
    }
    let organised = has(&["team", "service", "levers", "links"]);
    if !has(&["base", "district"]) && world::is_world(document.get_ref()) && !has(&["households", "ages", "men"]) {
        return world(source);
    }
    if has(&["base", "district", "experiment", "parameters", "context", "budget", "before", "title", "population"]) {
        return scenario(found, document.get_ref());
    }
    if has(&["households", "ages", "men", "low_income"]) && !organised {
        let of_district = |profile| Checked { warnings: warnings::of_district(&profile), ..Checked::of("district") };
        return check_district(&found).map(of_district);
    }
    if has(&["name"]) && organised {
        return check_organisation(&found).map(|()| Checked::of("organisation"));
    }
    scenario(found, document.get_ref())
}

/// Checks a file that is laid over scenarios, over the embedded one.
fn world(source: &str) -> Result<Checked, Vec<Diagnostic>> {
    let overrides = Overrides { with: vec![source.to_owned()], ..Overrides::default() };
    let loaded = load("builtin:reactive", &overrides)?;
    let base = load("builtin:reactive", &Overrides::default())?;
    let changes = differences(&base.scenario, &loaded.scenario);
    Ok(Checked { warnings: loaded.warnings, base: "builtin:reactive".to_owned(), changes, ..Checked::of("world") })
}

/// Checks a scenario, and its base by itself to tell what differs and what a comparison of the two would override.
fn scenario(found: Found, document: &DeTable<'_>) -> Result<Checked, Vec<Diagnostic>> {
    let reference = document.get("base").and_then(|value| value.get_ref().as_str()).unwrap_or_default().to_owned();
    let base = found.names(Kind::Scenario, &reference, found.folder.as_deref());
    let mut loaded = check_scenario(found, &Overrides::default())?;
    // Without a base there is nothing to tell; a base that has mistakes has just been reported.
    let base = base.ok().and_then(|base| check_scenario(base, &Overrides::default()).ok());
    // What states another district, size or burn-in is a situation of its own; all else is a plan against its base.
    let is_plan = ["before", "district", "population"].iter().all(|key| document.get(*key).is_none());
    if let Some(base) = base.as_ref().filter(|_| is_plan) {
        let problems = arms::overridden(base, &loaded, loaded.scenario.closure_against(&base.scenario));
        if !problems.is_empty() {
            return Err(problems);
        }
        let worlds = arms::other_worlds(base, &loaded).into_iter().map(|problem| {
            let field = problem.field;
            text!(
                "{field}: known of the world: a comparison with {reference} refuses it, and --with FILE lays it over \
                 both",
                "{field}: kennis over de wereld: een vergelijking met {reference} weigert dit; --with BESTAND legt het \
                 over beide"
            )
        });
        loaded.warnings.extend(worlds);
    }
    let changes = base.map_or_else(Vec::new, |base| differences(&base.scenario, &loaded.scenario));
    Ok(Checked { warnings: loaded.warnings, base: reference, changes, ..Checked::of("scenario") })
}
