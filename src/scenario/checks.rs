//! What the parts of a scenario must satisfy together, once all layers are in.

use super::draft::Draft;
use super::reader::{Findings, allowed};
use super::teams;
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};
use crate::levers::{LEVERS, LeverKind, Step};
use crate::mechanisms::team::levers::MAX_TEAM_FTE;
use crate::parameters::{PARAMETERS, Params};
use crate::plan::{Number, Subject, rounded};

pub(super) const NO_DISTRICT: Text = Text::fixed("no district", "er is geen wijk");

/// Parameters that are shares of one whole.
const SHARES: &[(&[&str], Text)] = &[(
    &["onset.moderate", "onset.severe", "onset.crisis"],
    Text::fixed("the rest starts light", "de rest begint licht"),
)];

/// Reports what does not fit together. `file` is the scenario's, for what is stated nowhere.
pub(super) fn check(draft: &Draft, file: &str, findings: &mut Findings) {
    // A base or district that could not be read has been reported; what it would have given is unknown.
    let lost = findings.problems.iter().any(|p| p.field == "base" || p.field.starts_with("district"));
    if draft.district.is_none() && !lost {
        findings.problems.push(Diagnostic {
            file: file.to_owned(),
            line: Some(1),
            column: Some(1),
            field: "district".to_owned(),
            message: NO_DISTRICT,
            allowed: Text::fixed(
                "[district] file = a profile file, or the code or name of a wijk or municipality, or a base that has \
                 one",
                "[district] file = een bestand met een profiel, of de code of naam van een wijk of gemeente, of een \
                 base die er een heeft",
            ),
            ..Diagnostic::default()
        });
    }
    check_scaled(draft, file, findings);
    teams::check(draft, file, findings);
    for (keys, rest) in SHARES {
        let highest: f64 = keys
            .iter()
            .filter_map(|k| Params::position(k))
            .map(|p| draft.parameters[p].range().1.min(PARAMETERS[p].max))
            .sum();
        if highest > 1.0 + 1e-9 {
            let (field, all) = (format!("parameters.{}", keys[0]), keys.join(", "));
            let message =
                text!("shares that can add to more than 1: {all}", "aandelen die samen meer dan 1 kunnen zijn: {all}");
            place(
                findings,
                file,
                keys,
                Diagnostic {
                    field,
                    message,
                    value: rounded(highest).to_string(),
                    allowed: text!("0 to 1 together; {rest}", "samen 0 tot en met 1; {rest}"; rest),
                    ..Diagnostic::default()
                },
            );
        }
    }
    check_factors(draft, file, findings);
    let (start, election) = (draft.context.start_year, draft.context.election_year);
    let last = start + 3;
    if election < start || election > last {
        place(
            findings,
            file,
            &[],
            Diagnostic {
                field: "context.election_year".to_owned(),
                message: Text::fixed(
                    "the first council election lies outside the first four years",
                    "de eerste raadsverkiezing valt buiten de eerste vier jaar",
                ),
                value: election.to_string(),
                allowed: text!("{start} to {last}", "{start} tot en met {last}"),
                ..Diagnostic::default()
            },
        );
    }
}

/// Circumstances that would take a parameter out of its range.
fn check_factors(draft: &Draft, file: &str, findings: &mut Findings) {
    for (subject, course) in &draft.context.factors {
        let Subject::Parameter(position) = *subject else { continue };
        let (meta, drawn) = (&PARAMETERS[position], &draft.parameters[position]);
        let (low, high) = (drawn.range().0.max(meta.min), drawn.highest().min(meta.max));
        for factor in course.steps().iter().filter_map(|step| step.value.distribution()) {
            let (lowest, highest) = (low * factor.range().0, high * factor.highest());
            let (from, to) = (rounded(low), rounded(high));
            if lowest < meta.min * (1.0 - 1e-9) || highest > meta.max * (1.0 + 1e-9) {
                place(
                    findings,
                    file,
                    &[],
                    Diagnostic {
                        field: subject.path(),
                        message: text!(
                            "takes the parameter, {from} to {to}, out of its range",
                            "brengt het getal, {from} tot {to}, buiten zijn grenzen"
                        ),
                        value: format!("{} - {}", rounded(lowest), rounded(highest)),
                        allowed: allowed(meta.min, meta.max),
                        ..Diagnostic::default()
                    },
                );
            }
        }
    }
}

/// What a file may state can leave its range when it is scaled to more residents: then the full text of the scenario
/// could not be read again.
fn check_scaled(draft: &Draft, file: &str, findings: &mut Findings) {
    let residents = draft.resident_count().unwrap_or_default();
    for (lever, steps) in &draft.organisation.levers {
        let meta = &LEVERS[*lever].meta;
        let LeverKind::Number { max, .. } = meta.kind else { continue };
        let highest = |step: &Step| step.value.distribution().map_or(0.0, |d| d.highest());
        if let Some(step) = steps.iter().find(|s| highest(s) > max) {
            place(
                findings,
                file,
                &[],
                Diagnostic {
                    field: format!("levers.{}", meta.key),
                    message: text!(
                        "too high once scaled to {residents} residents",
                        "te hoog, omgerekend naar {residents} inwoners"
                    ),
                    value: rounded(highest(step)).to_string(),
                    allowed: text!("at most {max}", "ten hoogste {max}"),
                    ..Diagnostic::default()
                },
            );
        }
    }
    if let Some(fte) = draft.organisation.numbers.get(&Number::TEAM_FTE)
        && fte.highest() > MAX_TEAM_FTE
    {
        place(
            findings,
            file,
            &[],
            Diagnostic {
                field: "team.fte".to_owned(),
                message: text!(
                    "too high once scaled to {residents} residents",
                    "te hoog, omgerekend naar {residents} inwoners"
                ),
                value: rounded(fte.highest()).to_string(),
                allowed: text!("at most {MAX_TEAM_FTE}", "ten hoogste {MAX_TEAM_FTE}"),
                ..Diagnostic::default()
            },
        );
    }
}

/// Pushes a problem at the place of the first of its fields that some file states.
fn place(findings: &mut Findings, file: &str, keys: &[&str], mut problem: Diagnostic) {
    let mut fields = vec![problem.field.clone()];
    fields.extend(keys.iter().map(|k| format!("parameters.{k}")));
    if problem.field == "context.election_year" {
        fields.push("context.start_year".to_owned());
    }
    // What the user wrote rather than what is built in.
    let mut origins: Vec<_> = fields.iter().filter_map(|f| findings.origins.get(f)).collect();
    origins.sort_by_key(|o| o.file.starts_with("builtin:"));
    let origin = origins.first().copied();
    file.clone_into(&mut problem.file);
    if let Some(origin) = origin {
        problem.file.clone_from(&origin.file);
        problem.line = origin.line;
        problem.column = origin.column;
    }
    findings.problems.push(problem);
}
