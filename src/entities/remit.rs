//! What a team is for: which needs of whom, where.

use serde::{Deserialize, Serialize};

use super::{DOMAINS, Domain, MAX_AGE};

/// Most teams that a district has.
pub const MAX_TEAMS: usize = 8;

/// The needs that a team takes on: by domain, by the age of whose they are, and by neighbourhood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remit {
    /// Domains, one bit each by their number.
    pub domains: u8,
    /// Lowest and highest age in whole years.
    pub ages: (u8, u8),
    /// Neighbourhoods by position in the district; empty is all.
    pub neighbourhoods: Vec<u8>,
}

/// How a team stands to others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Form {
    /// It has its needs in the place of any other team.
    #[default]
    Replaces,
    /// It comes on top of the team that has the need otherwise: whoever comes to it has been taken in there first.
    Extra,
    /// A desk of one law: it has its needs in the place of any other, waits until somebody comes, and leaves what is
    /// not its own.
    Desk,
}

impl Form {
    /// All, in the order in which files name them.
    pub const ALL: [Self; 3] = [Self::Replaces, Self::Extra, Self::Desk];
}

impl Default for Remit {
    /// Everything: the broad team.
    fn default() -> Self {
        Self { domains: (1 << DOMAINS) - 1, ages: (0, MAX_AGE), neighbourhoods: Vec::new() }
    }
}

impl Remit {
    /// Whether a need belongs to it.
    #[inline]
    pub fn holds(&self, domain: Domain, age: u8, neighbourhood: u8) -> bool {
        self.domains >> domain as u8 & 1 == 1
            && (self.ages.0..=self.ages.1).contains(&age)
            && (self.neighbourhoods.is_empty() || self.neighbourhoods.contains(&neighbourhood))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remit_holds_what_all_its_parts_hold() {
        assert!(Domain::ALL.iter().all(|&domain| Remit::default().holds(domain, MAX_AGE, 255)));
        let youth = Remit { domains: 1 << Domain::Youth as u8, ages: (0, 17), neighbourhoods: vec![1, 3] };
        assert!(youth.holds(Domain::Youth, 17, 3));
        for (domain, age, neighbourhood) in [(Domain::Mental, 17, 3), (Domain::Youth, 18, 3), (Domain::Youth, 17, 2)] {
            assert!(!youth.holds(domain, age, neighbourhood), "{domain:?} {age} {neighbourhood}");
        }
    }
}
