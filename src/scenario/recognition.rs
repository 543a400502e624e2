//! Which kind of file a text is: scenario, district profile or organisation.

use toml::de::DeTable;

use super::files::{self, Kind};
use super::load::{Overrides, check_district, check_organisation, check_scenario, refused};
use crate::diagnostics::Diagnostic;

/// A file that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// `scenario`, `district` or `organisation`.
    pub kind: &'static str,
    /// What is allowed but probably not meant.
    pub warnings: Vec<String>,
}

/// Checks a file of any kind without running anything.
///
/// # Errors
/// Every mistake in it and in what it names.
pub fn check_file(source: &str) -> Result<Checked, Vec<Diagnostic>> {
    let found = files::find(Kind::Scenario, source).map_err(|refusal| vec![refused(source, refusal)])?;
    let (document, _) = DeTable::parse_recoverable(&found.text);
    let has = |keys: &[&str]| keys.iter().any(|k| document.get_ref().get(*k).is_some());
    let organised = has(&["team", "service", "levers", "links"]);
    if has(&["base", "district", "experiment", "parameters", "context", "budget", "before", "title", "population"]) {
        let warnings = check_scenario(found, &Overrides::default())?.warnings;
        return Ok(Checked { kind: "scenario", warnings });
    }
    if has(&["households", "ages", "men", "low_income"]) && !organised {
        return check_district(&found).map(|_| Checked { kind: "district", warnings: Vec::new() });
    }
    if has(&["name"]) && organised {
        return check_organisation(&found).map(|()| Checked { kind: "organisation", warnings: Vec::new() });
    }
    let warnings = check_scenario(found, &Overrides::default())?.warnings;
    Ok(Checked { kind: "scenario", warnings })
}
