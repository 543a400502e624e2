//! How often people of an age move, which decides who leaves a district and of which ages those are who come.

use super::age_structure::{AGES, CELLS, SHAPE};
use super::plan::Plan;
use super::roles::{self, ROLES, Role, RoleTable};
use crate::input_data::DistrictProfile;

/// People of an age who move in a year, within and between municipalities or abroad, as a share: CBS, Een analyse van
/// het verhuisgedrag van zestigers (2020), figure 1, 2017, means of five years of age. Assumption: from 75 on as at 70
/// to 74 (0.02 to 0.06); who goes into long-term care stays in the district's books.
pub fn moving_share(age: u8) -> f64 {
    const BY_FIVE_YEARS: [f64; 15] =
        [0.146, 0.106, 0.077, 0.100, 0.260, 0.275, 0.194, 0.138, 0.100, 0.072, 0.058, 0.048, 0.041, 0.039, 0.036];
    BY_FIVE_YEARS[usize::from(age / 5).min(BY_FIVE_YEARS.len() - 1)]
}

/// The mean of that over the reference persons of a profile's households; what households of a district compare with.
pub fn moving_share_of_heads(profile: &DistrictProfile) -> f64 {
    // Of 100,000 people: small profiles have the same shape as large ones.
    let plan = Plan::new(profile, SHAPE);
    mean_share(&roles::fit(&plan.people, plan.places))
}

/// The same of people by role.
pub(super) fn mean_share(table: &RoleTable) -> f64 {
    let heads = heads_by_age(table);
    let moving: f64 = (0..).zip(&heads).map(|(age, heads)| heads * moving_share(age)).sum();
    let all: f64 = heads.iter().sum();
    if all > 0.0 { moving / all } else { 1.0 }
}

/// Roles that head a household: one of every couple.
pub(super) const HEADS: [Role; 4] = [Role::Alone, Role::ChildlessWoman, Role::Mother, Role::LoneParent];

/// Heads of households by age in whole years.
pub(super) fn heads_by_age(table: &RoleTable) -> Vec<f64> {
    let heads = |cell: &[f64; ROLES]| HEADS.iter().map(|&role| cell[role as usize]).sum::<f64>();
    table.chunks(CELLS / AGES).map(|sexes| sexes.iter().map(heads).sum()).collect()
}
