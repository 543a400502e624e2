//! A team as it is planned: its name and what it is for. Its size over time is a setting.

use serde::{Deserialize, Serialize};

use crate::entities::{Form, MAX_AGE, Remit};

/// A team of a district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSpec {
    /// Name, one for each team of a district.
    pub name: String,
    /// Domains that it takes on, one bit each by their number.
    pub domains: u8,
    /// Lowest and highest age of those whom it helps.
    pub ages: (u8, u8),
    /// Names of the neighbourhoods in which it works; empty is all.
    pub neighbourhoods: Vec<String>,
    /// How it stands to others that have its needs.
    pub form: Form,
}

impl TeamSpec {
    /// A broad team: every need of everybody.
    pub fn broad(name: &str) -> Self {
        let Remit { domains, .. } = Remit::default();
        let neighbourhoods = Vec::new();
        Self { name: name.to_owned(), domains, ages: (0, MAX_AGE), neighbourhoods, form: Form::Replaces }
    }

    /// Whether it takes on every need of everybody.
    pub fn is_broad(&self) -> bool {
        *self == Self::broad(&self.name)
    }

    /// Its remit in a district with neighbourhoods of these names. Names that are not there stand for nothing.
    pub fn remit<'n>(&self, names: impl Iterator<Item = &'n str>) -> Remit {
        let here = |name: &str| self.neighbourhoods.iter().any(|own| own == name);
        let places = names.enumerate().filter(|(_, name)| here(name));
        let mut neighbourhoods: Vec<u8> = places.filter_map(|(place, _)| u8::try_from(place).ok()).collect();
        if !self.neighbourhoods.is_empty() && neighbourhoods.is_empty() {
            // A place that no neighbourhood has.
            neighbourhoods.push(u8::MAX);
        }
        Remit { domains: self.domains, ages: self.ages, neighbourhoods }
    }
}
