//! Kinds of households of which one can be followed. A kind is what a household is in week 0, which all scenarios
//! share: nothing that happens afterwards decides of which kind it is.

use serde::{Deserialize, Serialize};

use super::turn::{Parts, Turn};
use crate::district::District;
use crate::entities::{Domain, Position, Product, Resident};
use crate::ids::{HouseholdId, Key};
use crate::simulation::Region;

/// The age from which on both of an old couple are.
const OLD: u8 = 70;

/// A kind of household, in week 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HouseholdKind {
    /// Any household.
    #[default]
    Any,
    /// Somebody has debts with which they need help.
    Debts,
    /// A child under 18 has a need.
    Child,
    /// A couple without anybody else, both 70 or older.
    OldCouple,
    /// An adult who lives alone and has nobody to turn to.
    Alone,
}

impl HouseholdKind {
    /// Every kind, the default first.
    pub const ALL: [Self; 5] = [Self::Any, Self::Debts, Self::Child, Self::OldCouple, Self::Alone];

    /// The word in options and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Debts => "debts",
            Self::Child => "child",
            Self::OldCouple => "old-couple",
            Self::Alone => "alone",
        }
    }

    /// The Dutch word in options.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Any => "alle",
            Self::Debts => "schulden",
            Self::Child => "kind",
            Self::OldCouple => "oud-paar",
            Self::Alone => "alleen",
        }
    }

    /// The kind with a word.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a turn is of what this kind is about; never of a kind that is about all that happens.
    pub fn is_about(self, turn: Turn) -> bool {
        let Parts { domain, product, .. } = turn.parts();
        match self {
            Self::Debts => {
                let is_money = matches!(
                    turn,
                    Turn::BehindWithRent
                        | Turn::OrderedOut
                        | Turn::Evicted
                        | Turn::RentPaid
                        | Turn::BenefitStarts
                        | Turn::BenefitEnds
                );
                is_money || domain == Some(Domain::Debt) || product == Some(Product::DebtProgramme)
            }
            Self::Child => {
                let is_youth = |product| matches!(product, Product::YouthAmbulatory | Product::YouthResidential);
                domain == Some(Domain::Youth) || product.is_some_and(is_youth)
            }
            Self::Any | Self::OldCouple | Self::Alone => false,
        }
    }

    /// Whether a household is of this kind as it is now.
    fn holds(self, d: &District, h: HouseholdId) -> bool {
        let mut members = d.members(h).map(|r| &d.residents[r]);
        match self {
            Self::Any => true,
            Self::Debts => members.any(|r| r.person.needs.has(Domain::Debt)),
            Self::Child => members.any(|r| !r.is_adult() && r.person.needs.open != 0),
            Self::OldCouple => is_old_couple(&members.collect::<Vec<_>>()),
            Self::Alone => {
                let only = members.next();
                only.is_some_and(|r| r.is_adult() && !r.is(Resident::NETWORK)) && members.next().is_none()
            }
        }
    }

    /// The households of this kind in a region in week 0, in the order of their keys.
    pub(super) fn households(self, region: &Region) -> Vec<Key> {
        let of = |d: &District| -> Vec<Key> {
            let all = d.households.all().filter(|h| self.holds(d, *h));
            all.map(|h| d.households[h].key).collect()
        };
        let mut keys: Vec<Key> = region.districts.iter().flat_map(of).collect();
        keys.sort_unstable();
        keys
    }
}

fn is_old_couple(members: &[&Resident]) -> bool {
    let [a, b] = members else { return false };
    let together = [a, b].map(|r| r.position);
    [a, b].iter().all(|r| r.age_in(0) >= OLD)
        && together.contains(&Position::Reference)
        && together.contains(&Position::Partner)
}
