//! Districts that an option names, to be simulated beside each other in the place of a scenario's district.

use std::path::Path;

use super::district::parse_profile;
use super::draft::Draft;
use super::files::{self, Kind, is_file};
use super::parts::{mistakes, sorted};
use super::reader::{Findings, Origin, SourceText};
use crate::diagnostics::Diagnostic;
use crate::input_data::gazetteer::{Gazetteer, Place, Wijken};
use crate::input_data::kwb::Import;
use crate::input_data::{DistrictProfile, profile_to_toml, whole};
use crate::language::{Lang, Text, text};

const OPTION: &str = "--district";
const FIELD: &str = "district";

/// Districts that were named, and who they are together.
#[derive(Default)]
struct Named {
    profiles: Vec<DistrictProfile>,
    /// Municipalities that were named as such.
    municipalities: Vec<Place>,
    /// What is to be known of some of them, with their codes.
    remarks: Vec<(Text, Vec<String>)>,
}

/// Takes the districts that an option names in the place of the scenario's: of a municipality its wijken.
pub(super) fn apply(names: &[String], draft: &mut Draft, findings: &mut Findings) {
    let before = findings.problems.len();
    let mut named = Named::default();
    let mut in_order: Vec<&str> = names.iter().map(|name| name.trim()).collect();
    in_order.sort_unstable();
    for name in in_order {
        named.add(name, findings);
    }
    let profiles = sorted(std::mem::take(&mut named.profiles));
    findings.problems.extend(mistakes(&profiles).into_iter().map(|problem| Diagnostic {
        file: OPTION.to_owned(),
        field: FIELD.to_owned(),
        ..problem
    }));
    let Some(mut district) = whole(&profiles).filter(|_| findings.problems.len() == before) else { return };
    if let ([place], [_]) = (named.municipalities.as_slice(), names) {
        (district.code, district.name) = (place.code.clone(), place.name.clone());
    }
    named.tell(profiles.len(), findings);
    let origin = Origin { file: OPTION.to_owned(), line: None, column: None };
    findings.origins.insert(FIELD.to_owned(), origin);
    let residents = draft.resident_count();
    (draft.district, draft.residents, draft.parts) = (Some(district), None, profiles);
    if let (Some(old), Some(new)) = (residents.filter(|old| *old > 0), draft.resident_count()) {
        draft.scale(f64::from(new) / f64::from(old));
    }
}

impl Named {
    /// Adds what a name stands for.
    fn add(&mut self, name: &str, findings: &mut Findings) {
        let place = name.strip_prefix("builtin:").unwrap_or(name);
        let wijken = if is_file(Path::new(name)) { None } else { municipality(place) };
        if let Some(wijken) = wijken {
            self.add_municipality(wijken, findings);
            return;
        }
        match files::find(Kind::District, name) {
            Ok(found) => {
                findings.read(&found);
                findings.notes.extend(found.notes.iter().cloned());
                match parse_profile(&found.text, &found.shown) {
                    Ok(profile) => self.profiles.push(profile),
                    Err(problems) => findings.problems.extend(problems),
                }
            }
            Err(refusal) => {
                let (file, field, value) = (OPTION.to_owned(), FIELD.to_owned(), name.to_owned());
                findings.problems.push(Diagnostic { file, field, value, ..*refusal });
            }
        }
    }

    fn add_municipality(&mut self, wijken: Wijken, findings: &mut Findings) {
        let Wijken { place, found, left_out, notes } = wijken;
        let code = &place.code;
        findings.notes.extend(notes.iter().map(|note| text!("{code}: {note}", "{code}: {note}"; note)));
        for (wijk, problems) in left_out {
            let lacking: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
            let (line, lacking) = (wijk.line(), lacking.join(", "));
            let line = &line;
            findings.notes.push(text!(
                "left out: {line}: these figures are missing: {lacking}",
                "weggelaten: {line}: deze cijfers ontbreken: {lacking}";
                line
            ));
        }
        if found.is_empty() {
            findings.problems.push(Diagnostic {
                file: OPTION.to_owned(),
                field: FIELD.to_owned(),
                message: Text::fixed(
                    "no wijk of this municipality has all figures",
                    "geen wijk van deze gemeente heeft alle cijfers",
                ),
                value: place.name.clone(),
                ..Diagnostic::default()
            });
        }
        for Import { profile, notes } in found {
            let name = format!("builtin:{}", profile.code);
            if findings.sources.iter().all(|source| source.name != name) {
                findings.sources.push(SourceText { name, text: profile_to_toml(&profile, Lang::En) });
            }
            for note in notes {
                match self.remarks.iter_mut().find(|(known, _)| *known == note) {
                    Some((_, codes)) => codes.push(profile.code.clone()),
                    None => self.remarks.push((note, vec![profile.code.clone()])),
                }
            }
            self.profiles.push(profile);
        }
        self.municipalities.push(place);
    }

    /// Tells what is to be known of the districts, once for all that it holds for; and that one is nothing special.
    fn tell(&self, districts: usize, findings: &mut Findings) {
        for (remark, codes) in &self.remarks {
            let all = &if codes.len() == districts && districts > 1 {
                Text::fixed("each district", "elke wijk")
            } else {
                Text::same(codes.join(", "))
            };
            findings.notes.push(text!("{all}: {remark}", "{all}: {remark}"; all, remark));
        }
        if districts == 1 {
            findings.notes.push(Text::fixed(
                "one district: it is simulated by itself, as without --as-districts",
                "één wijk: die wordt op zichzelf doorgerekend, zoals zonder --as-districts",
            ));
        }
    }
}

/// The wijken of a municipality of the table in the box; `None` of anything else.
fn municipality(name: &str) -> Option<Wijken> {
    let wijken = Gazetteer::embedded().ok()?.wijken_of(name).ok()?;
    wijken.place.is_municipality().then_some(wijken)
}
