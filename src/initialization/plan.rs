//! What a district of a given size has to consist of: the profile's margins as whole numbers that fit each other.

use super::age_structure::{ADULT, CELLS, cells};
use super::apportionment::apportion;
use super::population::Compromise;
use super::roles::{self, ROLES, Role};
use crate::input_data::DistrictProfile;

/// Families with one parent, as a share of families with children at home: CBS 71487ned over 37975, 2023 (0.074 /
/// 0.32).
pub(super) const LONE_PARENT_SHARE: f64 = 0.074 / 0.32;

/// Counts that a population has to meet.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Residents by cell of age and sex.
    pub(super) people: [u32; CELLS],
    /// Places by role.
    pub(super) places: [u32; ROLES],
    /// Households by neighbourhood.
    pub(super) neighbourhoods: Vec<u32>,
    /// Where the profile could not be met.
    pub(super) compromises: Vec<Compromise>,
}

/// Households by type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Households {
    singles: u32,
    childless: u32,
    families: u32,
}

impl Plan {
    /// The plan for `residents` people after `profile`.
    pub(super) fn new(profile: &DistrictProfile, residents: u32) -> Self {
        let people = cells(profile, residents);
        let minors = people[..2 * ADULT as usize].iter().sum::<u32>();
        let asked = asked(profile, residents);
        // Where nobody is of age somebody under age has to keep house.
        let minors = if minors == residents { 0 } else { minors };
        let households = feasible(asked, residents, minors);
        let mut compromises = Vec::new();
        for (what, asked, got) in [
            ("one-person households", asked.singles, households.singles),
            ("households without children", asked.childless, households.childless),
            ("households with children", asked.families, households.families),
        ] {
            if asked != got {
                compromises.push(Compromise { what, asked, got });
            }
        }
        let Households { singles, childless, families } = households;
        // What is left after one parent and one child in every family: further minors, second parents, adults.
        let spare = residents - singles - 2 * childless - 2 * families;
        let spare_adults = spare - minors.saturating_sub(families);
        let wanted = families - libm::round(LONE_PARENT_SHARE * f64::from(families)) as u32;
        let couples = wanted.min(spare_adults);
        if couples < wanted {
            compromises.push(Compromise { what: "families with two parents", asked: wanted, got: couples });
        }
        let rest = spare_adults - couples;
        let grown_needed = families.saturating_sub(minors);
        let grown = libm::round(roles::adults_at_home(&people)) as u32;
        let grown_more = if families == 0 { 0 } else { grown.saturating_sub(grown_needed).min(rest) };
        let others = rest - grown_more;
        let mut places = [0; ROLES];
        places[Role::Child as usize] = families + minors.saturating_sub(families) + grown_more;
        places[Role::Alone as usize] = singles;
        places[Role::ChildlessMan as usize] = childless;
        places[Role::ChildlessWoman as usize] = childless;
        places[Role::Father as usize] = couples;
        places[Role::Mother as usize] = couples;
        places[Role::LoneParent as usize] = families - couples;
        places[Role::Other as usize] = others;
        let shares: Vec<f64> = profile.neighbourhoods.iter().map(|n| n.share).collect();
        let shares = if shares.is_empty() { vec![1.0] } else { shares };
        let neighbourhoods = apportion(&shares, singles + childless + families);
        Self { people, places, neighbourhoods, compromises }
    }
}

/// The profile's households, scaled: the total to the nearest whole number, the types by largest remainder.
fn asked(profile: &DistrictProfile, residents: u32) -> Households {
    let scale = f64::from(residents) / f64::from(profile.residents.max(1));
    let total = (libm::round(f64::from(profile.households) * scale) as u32).clamp(residents.min(1), residents);
    let types = [profile.single_households, profile.childless_households, profile.family_households].map(f64::from);
    let parts = apportion(&types, total);
    Households { singles: parts[0], childless: parts[1], families: parts[2] }
}

/// The nearest households that the people can fill. Rules, in this order:
/// children need a family (a household without children becomes one, or else a single person's);
/// too few people for the smallest households: couples, then families, become single, then singles disappear;
/// too few adults: couples become families as far as there are children, then singles and families disappear;
/// more people than one-person households hold, and no others: one of them becomes a couple.
fn feasible(asked: Households, residents: u32, minors: u32) -> Households {
    let adults = residents - minors;
    let Households { singles: mut s, childless: mut c, families: mut f } = asked;
    if minors > 0 && f == 0 {
        let from = if c > 0 { &mut c } else { &mut s };
        *from = from.saturating_sub(1);
        f = 1;
    }
    let keep = u32::from(minors > 0);
    let mut over = (s + 2 * c + 2 * f).saturating_sub(residents);
    let moved = over.min(c);
    (c, s, over) = (c - moved, s + moved, over - moved);
    let moved = over.min(f - keep.min(f));
    (f, s, over) = (f - moved, s + moved, over - moved);
    s -= over.min(s);
    if minors >= f {
        let mut over = (s + 2 * c + f).saturating_sub(adults);
        let moved = over.min(c).min(minors - f);
        (c, f, over) = (c - moved, f + moved, over - moved);
        let gone = over.min(s);
        (s, over) = (s - gone, over - gone);
        let gone = over.min(f.saturating_sub(keep));
        (f, over) = (f - gone, over - gone);
        c -= over.div_ceil(2).min(c);
    }
    if c + f == 0 && residents > s {
        (s, c) = if s > 0 { (s - 1, 1) } else { (0, 1) };
    }
    Households { singles: s, childless: c, families: f }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every small mix of households, residents and minors: what comes out can be filled, and what could be filled
    /// stays.
    #[test]
    fn whatever_is_asked_can_be_filled() {
        for residents in 1..9_u32 {
            for minors in 0..residents {
                for code in 0..1000_u32 {
                    let asked = Households { singles: code % 10, childless: code / 10 % 10, families: code / 100 };
                    let total = asked.singles + asked.childless + asked.families;
                    if total == 0 || total > residents {
                        continue;
                    }
                    let got = feasible(asked, residents, minors);
                    let Households { singles: s, childless: c, families: f } = got;
                    let fits = |s: u32, c: u32, f: u32| {
                        s + 2 * c + 2 * f <= residents
                            && s + 2 * c + f <= residents - minors
                            && (minors == 0 || f > 0)
                            && (c + f > 0 || s == residents)
                    };
                    assert!(fits(s, c, f), "{asked:?} for {residents} with {minors}: {got:?}");
                    if fits(asked.singles, asked.childless, asked.families) {
                        assert_eq!(got, asked);
                    }
                }
            }
        }
    }
}
