//! The districts that a district is made of: which may stand beside each other, and how many residents of the whole
//! each has.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::ids::Key;
use crate::initialization::apportion;
use crate::input_data::{DistrictProfile, MAX_NEIGHBOURHOODS, whole};
use crate::language::{Text, text};
use crate::plan::Part;

/// Residents below which a district is simulated together with another one (assumption, 50 to 500: a team for fewer is
/// a small part of one job, and a year has a handful of events).
const SMALLEST: u32 = 150;
/// The most districts beside each other.
const MOST: usize = MAX_NEIGHBOURHOODS;

/// In an order that does not depend on who named them in which one.
pub(super) fn sorted(mut profiles: Vec<DistrictProfile>) -> Vec<DistrictProfile> {
    profiles.sort_by(|a, b| (&a.code, &a.municipality, &a.name).cmp(&(&b.code, &b.municipality, &b.name)));
    profiles
}

/// Why districts cannot stand beside each other: one that stands there twice, or too many.
pub(super) fn mistakes(profiles: &[DistrictProfile]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut met: BTreeMap<Key, u32> = BTreeMap::new();
    for profile in profiles {
        let times = met.entry(profile.key()).or_insert(0);
        *times += 1;
        if *times == 2 {
            let (code, name) = (&profile.code, &profile.name);
            problems.push(Diagnostic {
                message: Text::fixed("this district is named twice", "deze wijk wordt twee keer genoemd"),
                value: format!("{code} {name}").trim().to_owned(),
                allowed: Text::fixed(
                    "every district once: a municipality stands for all its wijken",
                    "elke wijk één keer: een gemeente staat voor al haar wijken",
                ),
                ..Diagnostic::default()
            });
        }
    }
    problems.extend(too_many(profiles.len()));
    problems
}

/// Why so many districts cannot stand beside each other.
pub(super) fn too_many(districts: usize) -> Option<Diagnostic> {
    (districts > MOST).then(|| Diagnostic {
        message: Text::fixed("too many districts", "te veel wijken"),
        value: districts.to_string(),
        allowed: text!("at most {MOST}", "ten hoogste {MOST}"),
        ..Diagnostic::default()
    })
}

/// Districts that are simulated as one, and their names.
struct Group {
    members: Vec<DistrictProfile>,
    profile: DistrictProfile,
}

/// Divides the residents of a scenario over its districts in proportion, by largest remainder. The smallest two become
/// one as long as one of them has fewer than [`SMALLEST`], which is told. None where there is one.
pub(super) fn divide(profiles: &[DistrictProfile], residents: u32) -> (Vec<Part>, Vec<Text>) {
    let mut groups: Vec<Group> =
        profiles.iter().map(|p| Group { members: vec![p.clone()], profile: p.clone() }).collect();
    while groups.len() > 1 {
        let counts = counts(&groups, residents);
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by_key(|&i| (counts[i], groups[i].profile.code.clone(), groups[i].profile.name.clone()));
        if counts[order[0]] >= SMALLEST {
            let parts = groups.iter().zip(counts);
            let part = |(group, residents): (&Group, u32)| Part { district: group.profile.clone(), residents };
            return (parts.map(part).collect(), groups.iter().filter_map(told).collect());
        }
        let mut two = [order[0], order[1]];
        two.sort_by_key(|i| Reverse(*i));
        let members: Vec<DistrictProfile> = two.iter().flat_map(|i| groups.remove(*i).members).collect();
        let members = sorted(members);
        if let Some(profile) = whole(&members) {
            let key = |p: &DistrictProfile| (p.code.clone(), p.municipality.clone(), p.name.clone());
            let place = groups.partition_point(|other| key(&other.profile) < key(&profile));
            groups.insert(place, Group { members, profile });
        }
    }
    let alone = (profiles.len() > 1).then(|| {
        text!(
            "{residents} residents are too few for districts of {SMALLEST} or more beside each other: simulated as one \
             district",
            "{residents} inwoners zijn te weinig voor wijken van {SMALLEST} of meer naast elkaar: doorgerekend als \
             één wijk"
        )
    });
    (Vec::new(), alone.into_iter().collect())
}

fn counts(groups: &[Group], residents: u32) -> Vec<u32> {
    let weights: Vec<f64> = groups.iter().map(|group| f64::from(group.profile.residents)).collect();
    apportion(&weights, residents)
}

/// That several districts are simulated as one, with all their names.
fn told(group: &Group) -> Option<Text> {
    let names: Vec<&str> = group.members.iter().map(|member| member.name.as_str()).collect();
    let names = names.join(", ");
    (group.members.len() > 1).then(|| {
        text!(
            "simulated as one district, because one of them would have fewer than {SMALLEST} residents: {names}",
            "samen als één wijk doorgerekend, omdat een ervan minder dan {SMALLEST} inwoners zou hebben: {names}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input_data::gazetteer::Gazetteer;
    use crate::input_data::kwb::Import;

    fn profiles(residents: &[u32]) -> Vec<DistrictProfile> {
        let all = Gazetteer::embedded().expect("the table").wijken_of("GM0344").expect("Utrecht").found;
        let sized = |(import, residents): (Import, &u32)| {
            let scale = f64::from(*residents) / f64::from(import.profile.residents);
            let households = (f64::from(import.profile.households) * scale) as u32;
            DistrictProfile { residents: *residents, households, ..import.profile }
        };
        all.into_iter().zip(residents).map(sized).collect()
    }

    #[test]
    fn residents_are_divided_in_proportion_to_the_last_one() {
        let (parts, notes) = divide(&profiles(&[1_000, 2_000, 3_001]), 1_000);
        let counts: Vec<u32> = parts.iter().map(|part| part.residents).collect();
        assert_eq!((counts, notes), (vec![167, 333, 500], Vec::new()));
    }

    /// 100 of 4,000 and 200 of 4,000 are too few; together they are enough. What is divided again stays as it is.
    #[test]
    fn the_smallest_become_one_district_and_their_names_are_told() {
        let all = profiles(&[100, 3_000, 200, 900]);
        let (parts, notes) = divide(&all, 2_100);
        let told: Vec<(u32, &str)> = parts.iter().map(|p| (p.residents, p.district.code.as_str())).collect();
        assert_eq!(told, [(150, "WK034401+WK034403"), (1_500, "WK034402"), (450, "WK034404")]);
        assert!(notes.len() == 1 && notes[0].en.ends_with(&format!("{}, {}", all[0].name, all[2].name)), "{notes:?}");
        let again: Vec<DistrictProfile> = parts.iter().map(|part| part.district.clone()).collect();
        assert_eq!(divide(&again, 2_100), (parts, Vec::new()));
        // All of them are too few for two.
        let (parts, notes) = divide(&all, 290);
        assert!(parts.is_empty() && notes.len() == 1 && notes[0].en.starts_with("290 residents"), "{notes:?}");
    }
}
