//! From a name or a file to a checked scenario: bases first, then the file, then the options; all mistakes at once.

use std::borrow::Cow;
use std::path::PathBuf;

use super::draft::Draft;
use super::files::{self, Found, Kind, Refusal};
use super::layer::{read_layer, read_organisation_file};
use super::loaded::{Loaded, Overrides};
use super::places::{Places, report};
use super::problems::in_order;
use super::reader::{Findings, Reader, Value};
use super::version::check_version;
use super::{arms, checks, design, district, options, warnings, world, write};
use crate::diagnostics::Diagnostic;
use crate::input_data::DistrictProfile;
use crate::language::{Text, text};

/// The most bases below a scenario, each the base of the next: reading one takes a part of the stack.
const MOST_BASES: usize = 50;

/// Reads the scenario `source`: `builtin:NAME`, a built-in's bare name, or a file.
///
/// # Errors
/// Every mistake in the file, its bases and the options.
pub fn load(source: &str, overrides: &Overrides) -> Result<Loaded, Vec<Diagnostic>> {
    match files::find(Kind::Scenario, source) {
        Ok(found) => check_scenario(found, overrides),
        Err(refusal) => Err(vec![refused(source, refusal)]),
    }
}

/// Reads a scenario from a text that is no file; it may name built-ins only.
///
/// # Errors
/// Every mistake in the text, its bases and the options.
pub fn load_text(name: &str, text: &str, overrides: &Overrides) -> Result<Loaded, Vec<Diagnostic>> {
    load_text_beside(name, text, &[], overrides)
}

/// The same of a text that may also name other texts, as it would files beside it: their names and contents.
///
/// # Errors
/// Every mistake in the text, what it names and the options.
pub fn load_text_beside(
    name: &str,
    text: &str,
    texts: &[(&str, &str)],
    overrides: &Overrides,
) -> Result<Loaded, Vec<Diagnostic>> {
    alone(check_beside(of_text(name, text), texts, None, overrides)?)
}

/// A scenario's text that is no file, under the name that it would have as one.
fn of_text(name: &str, text: &str) -> Found {
    Found { shown: format!("{name}.toml"), ..Found::of_text(name, text) }
}

/// A scenario that is to be read.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// `builtin:NAME`, a built-in's bare name, or a file.
    Named(&'a str),
    /// A text that is no file; it may name built-ins only.
    Text {
        /// What the scenario is called.
        name: &'a str,
        /// The text.
        text: &'a str,
    },
    /// What `source` names, called otherwise and with values of its own, each as `--set` takes it.
    Moved {
        /// As in [`Given::Named`].
        source: &'a str,
        /// What the scenario is called.
        name: &'a str,
        /// `KEY=VALUE`, after what options set.
        set: &'a [String],
    },
}

impl Given<'_> {
    fn find(self) -> Result<Found, Refusal> {
        match self {
            Self::Named(source) => files::find(Kind::Scenario, source),
            Self::Text { name, text } => Ok(of_text(name, text)),
            Self::Moved { source, name, .. } => {
                files::find(Kind::Scenario, source).map(|found| Found { name: name.to_owned(), ..found })
            }
        }
    }

    /// The options for it, beside those for all.
    fn overrides(self, all: &Overrides) -> Cow<'_, Overrides> {
        match self {
            Self::Moved { set, .. } => {
                let set = all.set.iter().chain(set).cloned().collect();
                Cow::Owned(Overrides { set, ..all.clone() })
            }
            Self::Named(_) | Self::Text { .. } => Cow::Borrowed(all),
        }
    }

    /// As somebody has given it.
    const fn source(&self) -> &str {
        match self {
            Self::Named(source) | Self::Moved { source, .. } => source,
            Self::Text { name, .. } => name,
        }
    }
}

/// Reads the scenarios of a comparison, the base first. They must share district, residents, experiment, price year
/// and discount rate, and what is known of the world unless it may differ; and none may set what its closure sets.
/// Each variant says afterwards under which closure it stands. Equal names get `-2`, `-3`; a `--set NAME:KEY=VALUE`
/// must name one of them.
///
/// # Errors
/// Every mistake in all of them.
pub fn load_all(sources: &[String], overrides: &Overrides) -> Result<Vec<Loaded>, Vec<Diagnostic>> {
    let given: Vec<Given<'_>> = sources.iter().map(|source| Given::Named(source)).collect();
    load_given(&given, overrides)
}

/// The same of scenarios of which some are texts.
///
/// # Errors
/// Every mistake in all of them.
pub fn load_given(given: &[Given<'_>], overrides: &Overrides) -> Result<Vec<Loaded>, Vec<Diagnostic>> {
    let mut loaded: Vec<Loaded> = Vec::new();
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut unread: Vec<String> = Vec::new();
    for (place, one) in given.iter().enumerate() {
        let organisation = overrides.organisations.get(place).map(String::as_str);
        match one.find() {
            Ok(mut found) => {
                found.name = organisation.map_or(found.name, files::name_of);
                let mut number = 1;
                let stem = found.name.clone();
                while names.contains(&found.name) {
                    number += 1;
                    found.name = format!("{stem}-{number}");
                }
                names.push(found.name.clone());
                match check_beside(found, &[], organisation, &one.overrides(overrides)) {
                    Ok(one) => loaded.push(one),
                    Err(more) => problems.extend(more),
                }
            }
            Err(refusal) => {
                unread.push(files::name_of(one.source()));
                problems.push(refused(one.source(), refusal));
            }
        }
    }
    problems.extend(options::unknown_names(&overrides.set, &names, &unread));
    if loaded.len() == given.len() {
        problems.extend(design::idle_in_all(&mut loaded));
    }
    if let Some((base, variants)) = loaded.split_first_mut() {
        for variant in variants {
            let closure = overrides.closure.unwrap_or_else(|| variant.scenario.closure_against(&base.scenario));
            problems.extend(arms::unfair(base, variant, closure));
            if !overrides.worlds_may_differ {
                problems.extend(arms::other_worlds(base, variant));
            }
            arms::join(base, variant, closure);
        }
    }
    if loaded.len() > 1 {
        for one in &mut loaded {
            one.warnings.extend(warnings::of_compared(&one.scenario));
        }
    }
    if problems.is_empty() { Ok(loaded) } else { Err(in_order(problems)) }
}

/// Checks a district profile.
///
/// # Errors
/// Every mistake in it.
pub fn load_district(source: &str) -> Result<DistrictProfile, Vec<Diagnostic>> {
    let found = files::find(Kind::District, source).map_err(|refusal| vec![refused(source, refusal)])?;
    check_district(&found)
}

/// Checks a district profile that was found.
pub(super) fn check_district(found: &Found) -> Result<DistrictProfile, Vec<Diagnostic>> {
    district::parse_profile(&found.text, &found.shown).map_err(in_order)
}

/// Checks an organisation that was found.
pub(super) fn check_organisation(found: &Found) -> Result<(), Vec<Diagnostic>> {
    let mut findings = Findings::default();
    read_organisation_file(found, None, &mut findings);
    if findings.problems.is_empty() { Ok(()) } else { Err(in_order(findings.problems)) }
}

pub(super) fn check_scenario(found: Found, overrides: &Overrides) -> Result<Loaded, Vec<Diagnostic>> {
    alone(check_beside(found, &[], None, overrides)?)
}

/// A scenario that is no part of a comparison: a design moves it, or nothing.
fn alone(mut one: Loaded) -> Result<Loaded, Vec<Diagnostic>> {
    let mistakes = design::idle_in_all(std::slice::from_mut(&mut one));
    if mistakes.is_empty() { Ok(one) } else { Err(in_order(mistakes)) }
}

fn check_beside(
    found: Found,
    texts: &[(&str, &str)],
    organisation: Option<&str>,
    overrides: &Overrides,
) -> Result<Loaded, Vec<Diagnostic>> {
    let root = found.folder.clone();
    let mut loader = Loader { findings: Findings::default(), root, open: Vec::new(), texts };
    let mut draft = Draft::default();
    let name = found.name.clone();
    loader.read_scenario(&found, &mut draft);
    let (mut worlds, mut laid): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for source in &overrides.with {
        match files::find(Kind::World, source) {
            Ok(world) if laid.contains(&world.identity) => loader.findings.problems.push(Diagnostic {
                file: source.clone(),
                message: Text::fixed("is named by --with more than once", "staat meer dan eens bij --with"),
                ..Diagnostic::default()
            }),
            Ok(world) => {
                world::lay_over(&world, &worlds, &mut draft, &mut loader.findings);
                worlds.push(world.shown);
                laid.push(world.identity);
            }
            Err(refusal) => loader.findings.problems.push(refused(source, refusal)),
        }
    }
    let meant_for = draft.resident_count();
    if let Some(organisation) = organisation {
        options::organise(organisation, &mut draft, &mut loader.findings);
    }
    options::apply(&name, overrides, &mut draft, &mut loader.findings);
    let mut findings = loader.findings;
    checks::check(&draft, &found.shown, &mut findings);
    design::check(&mut draft, &found.shown, &mut findings);
    if !findings.problems.is_empty() {
        return Err(in_order(findings.problems));
    }
    let mut told = std::mem::take(&mut findings.notes);
    told.extend(warnings::of_draft(&draft));
    told.extend(warnings::of_scaling(meant_for.zip(draft.resident_count()), &findings.origins));
    let Some(scenario) = draft.resolve(&name) else {
        // The checks report a missing district; without it there is no scenario.
        return Err(vec![Diagnostic { file: found.shown, message: checks::NO_DISTRICT, ..Diagnostic::default() }]);
    };
    told.extend(warnings::of_district(&scenario.district));
    told.extend(warnings::of_plan(&scenario));
    let Findings { origins, sources, idle, .. } = findings;
    Ok(Loaded { merged: write::write_merged(&scenario), scenario, origins, warnings: told, idle, sources })
}

/// A file that could not be used at all.
pub(super) fn refused(source: &str, refusal: Refusal) -> Diagnostic {
    Diagnostic { file: source.to_owned(), ..*refusal }
}

/// Reads a scenario and everything that it names.
struct Loader<'t> {
    findings: Findings,
    /// The folder that references must stay in; `None` for built-ins.
    root: Option<PathBuf>,
    /// Identities of the scenarios being read, outermost first.
    open: Vec<String>,
    /// Texts that stand for files beside a text.
    texts: &'t [(&'t str, &'t str)],
}

impl Loader<'_> {
    fn read_scenario(&mut self, found: &Found, draft: &mut Draft) {
        self.open.push(found.identity.clone());
        self.findings.read(found);
        let mut reader = Reader::new(&found.shown, &found.text, &mut self.findings);
        let document = reader.parse();
        check_version(&mut reader, document.get_ref());
        if let Some(value) = document.get_ref().get("base") {
            self.read_base(found, value, draft);
        }
        let mut reader = Reader::new(&found.shown, &found.text, &mut self.findings);
        let (folder, root) = (found.folder.as_deref(), self.root.as_deref());
        let places = Places { folder, root, name: Some(&found.name), texts: self.texts };
        read_layer(&mut reader, &document, draft, &places);
        self.open.pop();
    }

    fn read_base(&mut self, found: &Found, value: &Value, draft: &mut Draft) {
        let mut reader = Reader::new(&found.shown, &found.text, &mut self.findings);
        let Some(reference) = reader.text("base", value) else { return };
        match found.names(Kind::Scenario, &reference, self.root.as_deref()) {
            Ok(base) if self.open.contains(&base.identity) => {
                let message = Text::fixed(
                    "goes round in a circle: this file is its own base",
                    "gaat in een kring: dit bestand bouwt op zichzelf voort",
                );
                reader.problem(value.span(), "base", message).allowed = Text::fixed(
                    "a scenario that does not build on this one",
                    "een scenario dat niet op dit bestand voortbouwt",
                );
            }
            Ok(_) if self.open.len() > MOST_BASES => {
                let message =
                    text!("a chain of more than {MOST_BASES} bases", "een keten van meer dan {MOST_BASES} bases");
                reader.problem(value.span(), "base", message).allowed = text!(
                    "at most {MOST_BASES} scenarios, each the base of the next",
                    "ten hoogste {MOST_BASES} scenario's, elk de base van het volgende"
                );
            }
            Ok(base) => self.read_scenario(&base, draft),
            Err(refusal) => report(&mut reader, value, "base", refusal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::contents::SCENARIOS;
    use super::*;
    use crate::levers::position;
    use crate::plan::Scenario;
    use crate::units::Week;

    fn loaded(source: &str, overrides: &Overrides) -> Loaded {
        load(source, overrides).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    #[test]
    fn built_ins_load_and_their_merged_text_loads_to_the_same_scenario() {
        for (name, _) in SCENARIOS {
            let one = loaded(&format!("builtin:{name}"), &Overrides::default());
            let again = load_text(name, &one.merged, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}"));
            assert!(again.scenario == one.scenario, "{name}:\n{}\n{}", one.merged, again.merged);
        }
    }

    #[test]
    fn proactive_grows_from_what_reactive_has() {
        let reactive = loaded("builtin:reactive", &Overrides::default()).scenario;
        let proactive = loaded("proactive", &Overrides::default()).scenario;
        // 11 jobs per 10,000 x 0.85 x 34,255.
        assert!((reactive.organisation.timeline.base.team.fte - 32.028_425).abs() < 1e-9);
        let door = |w| proactive.organisation.timeline.settings(Week(w)).outreach.door_fte;
        assert!((door(-1) - 0.25).abs() < 1e-12);
        assert!((door(0) - (0.25 + 2.95 / 53.0)).abs() < 1e-12, "{}", door(0));
        assert!((door(52) - 3.2).abs() < 1e-12);
        assert!((proactive.before.timeline.settings(Week(700)).outreach.door_fte - 0.25).abs() < 1e-12);
        assert_eq!(proactive.before, reactive.before);
        let training = |w| proactive.organisation.timeline.settings(Week(w)).team.training_hours;
        assert!((training(103) - 24.0).abs() < 1e-12 && training(104).abs() < 1e-12 && training(-1).abs() < 1e-12);
    }

    /// Over a base the burn-in keeps the base's organisation; `before = "this"` gives it the file's own.
    #[test]
    fn the_burn_in_is_the_bases_unless_the_file_says_this() {
        let file = |line: &str| {
            let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{line}[[team]]\nfte = 50.0\n");
            load_text("mine", &text, &Overrides::default()).expect("is right").scenario
        };
        let fte = |organisation: &crate::plan::Organisation| organisation.timeline.settings(Week(-10)).team.fte;
        let (kept, own) = (file(""), file("before = \"this\"\n"));
        assert!((fte(&kept.before) - 32.0).abs() < 0.1, "{}", fte(&kept.before));
        assert!((fte(&own.before) - 50.0).abs() < 1e-9);
        let text = "schema_version = 1\nbase = \"builtin:reactive\"\nbefore = \"tihs\"\n";
        let problems = load_text("mine", text, &Overrides::default()).expect_err("is wrong");
        assert!(problems[0].field == "before" && problems[0].allowed.en.contains("this"), "{problems:?}");
    }

    #[test]
    fn residents_scale_what_is_stated_in_fte_and_places() {
        let overrides = Overrides { residents: Some(3_425), ..Overrides::default() };
        let small = loaded("builtin:reactive", &overrides).scenario;
        let whole = loaded("builtin:reactive", &Overrides::default()).scenario;
        let factor = 3_425.0 / 34_255.0;
        let week = Week(10);
        let (s, w) = (small.organisation.timeline.settings(week), whole.organisation.timeline.settings(week));
        for (small, whole) in [
            (s.team.fte, w.team.fte),
            (s.outreach.door_fte, w.outreach.door_fte),
            (s.outreach.report_fte, w.outreach.report_fte),
        ] {
            assert!((small - whole * factor).abs() < 1e-9, "{small} {whole}");
        }
        assert!((s.contribution.cents - w.contribution.cents).abs() < 1e-12);
        for (small, whole) in small.organisation.services.iter().zip(&whole.organisation.services) {
            assert_eq!((small.places, whole.places), (None, None), "they follow from the wait");
        }
        assert_eq!(small.residents, 3_425);
        assert!((small.before.timeline.settings(week).outreach.door_fte - 0.25 * factor).abs() < 1e-12);
    }

    #[test]
    fn set_reaches_parameters_levers_services_and_tables_of_the_scenario_named() {
        let set = [
            "onset.debt={ low = 0.01, high = 0.02 }",
            "outreach.targeting=deprivation",
            "reactive:service.guidance.places=12.5",
            "proactive:gate.strictness=0.1",
            "experiment.seed=7",
        ];
        let overrides = Overrides { set: set.map(str::to_owned).to_vec(), ..Overrides::default() };
        let all = load_all(&["reactive".to_owned(), "builtin:proactive".to_owned()], &overrides)
            .unwrap_or_else(|p| panic!("{p:#?}"));
        let [reactive, proactive] = [&all[0].scenario, &all[1].scenario];
        let gate = |s: &Scenario| s.organisation.timeline.settings(Week(0)).doors.gate_strictness;
        assert!(gate(reactive).abs() < 1e-12 && (gate(proactive) - 0.1).abs() < 1e-12);
        assert_eq!(proactive.experiment.seed, 7);
        assert_eq!(reactive.organisation.services[2].places, Some(12.5));
        assert_eq!(proactive.organisation.services[2].places, None);
        let lever = position("outreach.targeting").expect("exists");
        let steps = |s: &Scenario| s.organisation.timeline.schedules.iter().find(|x| x.lever == lever).cloned();
        assert_eq!(steps(reactive).expect("set").steps[0].value, crate::levers::LeverValue::Choice(1));
        let debt = crate::parameters::Params::position("onset.debt").expect("exists");
        assert_eq!(reactive.parameters[debt], crate::random::Distribution::Uniform { low: 0.01, high: 0.02 });
    }
}
