//! The doors: where people with a need ask for help, who decides and who pays. The mechanisms read these tables.
//!
//! A gate acts on its own door only. Weights of doors by need are shares of requests. For youth help the shares of new
//! trajectories by referrer are published (CBS 85096NED, 2021) and the weights are fitted to them, because not every
//! request leads to one; the rest are assumptions.

use serde::{Deserialize, Serialize};

use crate::entities::{Domain, Episode, Product, Severity};
use crate::parameters::Params;
use crate::provenance::Source::{self, Assumption, Fitted};

/// A door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Door {
    /// Team or municipal desk.
    Team,
    /// GP.
    Gp,
    /// Medical specialist.
    Specialist,
    /// Youth doctor.
    YouthDoctor,
    /// Court or certified institution.
    Court,
    /// No referrer recorded.
    Unrecorded,
    /// CIZ: access to long-term care.
    Ciz,
    /// Veilig Thuis: reports of unsafety.
    VeiligThuis,
    /// Creditors and debt desk.
    DebtDesk,
    /// Centre municipality: access to sheltered living.
    CentreMunicipality,
}

/// Number of doors.
pub const DOORS: usize = 10;

/// What is known about a door.
#[derive(Clone, Debug)]
pub struct DoorMeta {
    /// The door.
    pub door: Door,
    /// English name.
    pub english: &'static str,
    /// Whether the municipality decides at it: its gate acts here alone.
    pub municipal_gate: bool,
}

/// Every door, in the order of [`Door`].
pub static DOOR_TABLE: [DoorMeta; DOORS] = [
    DoorMeta { door: Door::Team, english: "team or desk", municipal_gate: true },
    DoorMeta { door: Door::Gp, english: "GP", municipal_gate: false },
    DoorMeta { door: Door::Specialist, english: "medical specialist", municipal_gate: false },
    DoorMeta { door: Door::YouthDoctor, english: "youth doctor", municipal_gate: false },
    DoorMeta { door: Door::Court, english: "court, certified institution", municipal_gate: false },
    DoorMeta { door: Door::Unrecorded, english: "none recorded", municipal_gate: false },
    DoorMeta { door: Door::Ciz, english: "CIZ", municipal_gate: false },
    DoorMeta { door: Door::VeiligThuis, english: "Veilig Thuis", municipal_gate: false },
    DoorMeta { door: Door::DebtDesk, english: "creditors, debt desk", municipal_gate: false },
    DoorMeta { door: Door::CentreMunicipality, english: "centre municipality", municipal_gate: false },
];

impl Door {
    /// The key in files (`door:gp` of `flows.csv`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Gp => "gp",
            Self::Specialist => "specialist",
            Self::YouthDoctor => "youth_doctor",
            Self::Court => "court",
            Self::Unrecorded => "unrecorded",
            Self::Ciz => "ciz",
            Self::VeiligThuis => "veilig_thuis",
            Self::DebtDesk => "debt_desk",
            Self::CentreMunicipality => "centre_municipality",
        }
    }

    /// What is known about it.
    pub const fn meta(self) -> &'static DoorMeta {
        &DOOR_TABLE[self as usize]
    }

    /// Whether it is one of the municipality's own, so that who trusts the first line asks there.
    pub const fn is_of_first_line(self) -> bool {
        matches!(self, Self::Team | Self::DebtDesk | Self::CentreMunicipality)
    }
}

/// What happens to a need at a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A case of the team; its plan may refer.
    Case,
    /// An application with the municipality for one of the products of the domain; the gate decides.
    Application,
    /// A referral straight to a product.
    Referral(Product),
}

/// A way in: who with a need in `domain` knocks at `door`, how often, and what follows.
#[derive(Clone, Debug)]
pub struct Way {
    /// Domain of the need.
    pub domain: Domain,
    /// Door.
    pub door: Door,
    /// Share among the ways that are open to a severity.
    pub weight: f64,
    /// What happens there.
    pub outcome: Outcome,
    /// Lowest severity to which it is open, 1 to 4.
    pub from_severity: u8,
}

const fn way(domain: Domain, door: Door, weight: f64, outcome: Outcome) -> Way {
    Way { domain, door, weight, outcome, from_severity: 1 }
}

/// A way that is open to severe needs, besides those that are open to all.
const fn way_if_severe(domain: Domain, door: Door, weight: f64, outcome: Outcome) -> Way {
    Way { domain, door, weight, outcome, from_severity: 3 }
}

/// Where people who ask go. Mandatory youth help does not follow from asking: it comes by report.
pub static WAYS: &[Way] = &[
    way(Domain::Debt, Door::Team, 0.3, Outcome::Case),
    way(Domain::Debt, Door::DebtDesk, 0.7, Outcome::Referral(Product::DebtProgramme)),
    way(Domain::Housing, Door::Team, 1.0, Outcome::Case),
    way_if_severe(Domain::Housing, Door::CentreMunicipality, 0.11, Outcome::Referral(Product::ShelteredLiving)),
    way(Domain::Work, Door::Team, 0.8, Outcome::Case),
    way(Domain::Work, Door::Gp, 0.2, Outcome::Case),
    way(Domain::Mental, Door::Team, 0.05, Outcome::Case),
    way(Domain::Mental, Door::Gp, 0.95, Outcome::Referral(Product::MentalHealth)),
    way_if_severe(Domain::Mental, Door::CentreMunicipality, 0.05, Outcome::Referral(Product::ShelteredLiving)),
    way(Domain::Daily, Door::Team, 0.75, Outcome::Application),
    way(Domain::Daily, Door::Gp, 0.25, Outcome::Referral(Product::DistrictNursing)),
    way(Domain::Youth, Door::Team, 0.07, Outcome::Case),
    way(Domain::Youth, Door::Team, 0.21, Outcome::Application),
    way(Domain::Youth, Door::Gp, 0.48, Outcome::Referral(Product::YouthAmbulatory)),
    way(Domain::Youth, Door::Specialist, 0.055, Outcome::Referral(Product::YouthAmbulatory)),
    way(Domain::Youth, Door::YouthDoctor, 0.035, Outcome::Referral(Product::YouthAmbulatory)),
    way(Domain::Youth, Door::Unrecorded, 0.15, Outcome::Referral(Product::YouthAmbulatory)),
    way(Domain::Social, Door::Team, 0.8, Outcome::Case),
    way(Domain::Social, Door::Gp, 0.2, Outcome::Case),
];

/// The ways that are open to a need of a domain and severity.
fn open_to(domain: Domain, severity: Severity) -> impl Iterator<Item = &'static Way> {
    WAYS.iter().filter(move |w| w.domain == domain && severity as u8 >= w.from_severity)
}

/// The share of the team's door among the ways that are open to a need of a domain and severity.
pub fn team_share(domain: Domain, severity: Severity) -> f64 {
    let weight = |ways: &mut dyn Iterator<Item = &'static Way>| ways.map(|w| w.weight).sum::<f64>();
    let all = weight(&mut open_to(domain, severity));
    if all > 0.0 { weight(&mut open_to(domain, severity).filter(|w| w.door == Door::Team)) / all } else { 0.0 }
}

/// Whether a need of a domain can be brought to a door beside those of the first line.
pub fn has_other_door(domain: Domain) -> bool {
    WAYS.iter().any(|w| w.domain == domain && !w.door.is_of_first_line())
}

/// What draws somebody who asks to some doors more than to others.
#[derive(Clone, Copy, Debug)]
pub struct Pull {
    /// How many times as often as usual the team's door is found.
    pub team: f64,
    /// How many times as often as usual the doors of the first line are chosen before others.
    pub first_line: f64,
}

impl Pull {
    /// As usual.
    pub const USUAL: Self = Self { team: 1.0, first_line: 1.0 };
}

/// The way in of somebody with a need of a domain and severity who asks, at a quantile.
pub fn way_in(domain: Domain, severity: Severity, u: f64, pull: Pull) -> Option<&'static Way> {
    let weight = |w: &Way| {
        let found = if w.door == Door::Team { w.weight * pull.team } else { w.weight };
        if w.door.is_of_first_line() { found * pull.first_line } else { found }
    };
    let mut left = u * open_to(domain, severity).map(weight).sum::<f64>();
    open_to(domain, severity).find(|w| {
        left -= weight(w);
        left < 0.0
    })
}

/// Where the weights come from.
pub static WAY_SOURCES: [(Domain, Source); 7] = [
    (Domain::Debt, Assumption("three in ten at the team, the rest at the debt desk; range 0.2 to 0.6 at the team")),
    (
        Domain::Housing,
        Fitted(
            "the team, to which housing corporations refer (assumption); severe needs besides at the centre \
             municipality: with those of mental health, 1.3 residential clients per 1,000 residents, a lower bound \
             (CBS 86050NED, 2024)",
        ),
    ),
    (Domain::Work, Assumption("0.8 at the team; range 0.6 to 0.9")),
    (
        Domain::Mental,
        Fitted(
            "nineteen in twenty at the GP (assumption; range 0.8 to 0.98); severe needs besides at the centre \
             municipality: with those of housing, 1.3 residential clients per 1,000 residents, a lower bound (CBS \
             86050NED, 2024)",
        ),
    ),
    (Domain::Daily, Assumption("three quarters at the municipal desk; range 0.6 to 0.9")),
    (
        Domain::Youth,
        Fitted(
            "new trajectories by referrer (CBS 85096NED, 2021): municipality 30.8, GP 38.5, specialist 4.9, youth \
             doctor 3.1, none 13.4, certified institution 8.1 %; requests for which the team helps itself, one in \
             fourteen, are an assumption: range 0.05 to 0.3",
        ),
    ),
    (Domain::Social, Assumption("0.8 at the team, the rest by the GP (welzijn op recept)")),
];

/// A product that an application or a plan of the team can lead to.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Domain of the need.
    pub domain: Domain,
    /// Product.
    pub product: Product,
    /// Share among the products of the domain.
    pub weight: f64,
    /// Lowest severity for which it is offered, 1 to 4.
    pub from_severity: u8,
}

const fn offer(domain: Domain, product: Product, weight: f64, from_severity: u8) -> Offer {
    Offer { domain, product, weight, from_severity }
}

/// What a municipal application or a plan of the team leads to. Assumption: shares follow the mix of clients in CBS
/// 86050NED (2024: domestic help 28, support at home 12 of 65 per 1,000; the rest mostly aids).
pub static OFFERS: &[Offer] = &[
    offer(Domain::Debt, Product::DebtProgramme, 1.0, 2),
    offer(Domain::Housing, Product::Guidance, 0.8, 2),
    offer(Domain::Housing, Product::ShelteredLiving, 0.2, 4),
    offer(Domain::Work, Product::Guidance, 0.4, 2),
    offer(Domain::Work, Product::DayActivity, 0.6, 2),
    offer(Domain::Mental, Product::Guidance, 0.45, 2),
    offer(Domain::Mental, Product::MentalHealth, 0.4, 1),
    offer(Domain::Mental, Product::DayActivity, 0.1, 2),
    offer(Domain::Mental, Product::ShelteredLiving, 0.05, 3),
    offer(Domain::Daily, Product::DomesticHelp, 0.40, 1),
    offer(Domain::Daily, Product::Aids, 0.40, 1),
    offer(Domain::Daily, Product::Guidance, 0.16, 2),
    offer(Domain::Daily, Product::DayActivity, 0.04, 2),
    offer(Domain::Youth, Product::YouthAmbulatory, 1.0, 1),
    offer(Domain::Social, Product::Guidance, 0.6, 2),
    offer(Domain::Social, Product::DayActivity, 0.4, 2),
];

/// Another door for people who are refused or wait: product wanted, door tried, what follows there. Without an entry
/// there is nowhere to go.
pub static WATERBED: &[(Product, Door, Outcome)] = &[
    (Product::YouthAmbulatory, Door::Gp, Outcome::Referral(Product::YouthAmbulatory)),
    (Product::Guidance, Door::Gp, Outcome::Referral(Product::MentalHealth)),
    (Product::DomesticHelp, Door::Gp, Outcome::Referral(Product::DistrictNursing)),
    (Product::DayActivity, Door::Gp, Outcome::Referral(Product::MentalHealth)),
    (Product::Aids, Door::Gp, Outcome::Referral(Product::DistrictNursing)),
    (Product::MentalHealth, Door::Team, Outcome::Case),
    (Product::DebtProgramme, Door::Team, Outcome::Case),
    (Product::DistrictNursing, Door::Team, Outcome::Application),
];

/// Another door for who waits for the team with a need of a domain: door tried, what follows there. No entry: nowhere
/// to go.
pub static WATERBED_OF_TEAM: &[(Domain, Door, Outcome)] = &[
    (Domain::Debt, Door::DebtDesk, Outcome::Referral(Product::DebtProgramme)),
    (Domain::Mental, Door::Gp, Outcome::Referral(Product::MentalHealth)),
    (Domain::Youth, Door::Gp, Outcome::Referral(Product::YouthAmbulatory)),
];

/// Whether a product can be for a need of a domain: it is offered for it, or a door refers to it.
pub fn serves(product: Product, domain: Domain) -> bool {
    let product = product.as_asked();
    OFFERS.iter().any(|o| o.domain == domain && o.product == product)
        || WAYS.iter().any(|w| w.domain == domain && w.outcome == Outcome::Referral(product))
}

/// How strongly a service helps recovery, relative to treatment (`help.second_line`).
pub const fn strength(product: Product, p: &Params) -> f64 {
    match product {
        Product::YouthAmbulatory | Product::YouthResidential | Product::MentalHealth | Product::ShelteredLiving => 1.0,
        Product::Guidance => p.needs.help_guidance,
        Product::DayActivity | Product::DistrictNursing => p.needs.help_activity,
        Product::DomesticHelp | Product::Aids | Product::LongTermCare => p.needs.help_support,
        Product::DebtProgramme => p.needs.help_debt_programme,
    }
}

/// How strongly what helps most with a need does, by the number that the need has of it: a service, what takes the
/// place of one, or the practice nurse.
pub fn strength_of(number: u8, p: &Params) -> f64 {
    if let Some(product) = Product::ALL.get(usize::from(number)) {
        return strength(*product, p);
    }
    let replaced = number.checked_sub(Episode::INSTEAD).and_then(|product| Product::ALL.get(usize::from(product)));
    replaced.map_or(p.practice_nurse.strength, |product| strength(*product, p) * p.basic.strength)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A way that is open to severe needs alone takes its share of them, and none of milder ones.
    #[test]
    fn severe_needs_have_ways_of_their_own() {
        let share = |severity| {
            let sheltered = Outcome::Referral(Product::ShelteredLiving);
            let goes = |i: &i32| {
                way_in(Domain::Housing, severity, (f64::from(*i) + 0.5) / 1_110.0, Pull::USUAL).expect("a way").outcome
                    == sheltered
            };
            (0..1_110).filter(goes).count()
        };
        assert_eq!(Severity::ALL.map(share), [0, 0, 110, 110]);
    }

    #[test]
    fn ways_add_to_one_and_doors_are_in_order() {
        for domain in Domain::ALL {
            let open_to_all = WAYS.iter().filter(|w| w.domain == domain && w.from_severity == 1);
            let sum: f64 = open_to_all.map(|w| w.weight).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{domain:?} {sum}");
            let sum: f64 = OFFERS.iter().filter(|o| o.domain == domain).map(|o| o.weight).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{domain:?} {sum}");
        }
        for (i, meta) in DOOR_TABLE.iter().enumerate() {
            assert_eq!(meta.door as usize, i);
        }
    }
}
