//! Who has which place in a household: counts of people by age, sex and role that meet both margins.
//!
//! The chance of each role by age and sex (assumptions below, shaped after the Dutch life course) is fitted by
//! iterative proportional fitting to the people there are (rows) and the places there are (columns), and rounded to
//! whole people so that both stay exact.

use super::age_structure::{ADULT, AGES, CELLS, of_cell};
use super::apportionment::{apportion_within, interpolate};
use super::population::Sex;

/// Number of roles.
pub(super) const ROLES: usize = 8;

/// A place in a household, as synthesis counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Child at home.
    Child,
    /// In a couple without children at home: one half, mostly men.
    ChildlessMan,
    /// In a couple without children at home: the other half, mostly women.
    ChildlessWoman,
    /// In a couple with children at home: one half, mostly men.
    Father,
    /// In a couple with children at home: the other half, mostly women.
    Mother,
    /// Parent without a partner at home.
    LoneParent,
    /// Another adult.
    Other,
    /// Alone. Last: it takes what the rounding of the others leaves.
    Alone,
}

/// People of a place, by cell and role.
pub(super) type RoleTable = Vec<[f64; ROLES]>;

/// Share of adults who live at home as a child (assumption; men leave later, times 1.15).
const AT_HOME: [(f64, f64); 8] =
    [(18.0, 0.93), (20.0, 0.72), (22.0, 0.50), (25.0, 0.24), (28.0, 0.11), (32.0, 0.05), (40.0, 0.02), (58.0, 0.0)];
/// Alone, men and women (assumption: young adults of both sexes; older women, who outlive their partners).
const ALONE: [[(f64, f64); 8]; 2] = [
    [(18.0, 0.04), (22.0, 0.22), (27.0, 0.34), (35.0, 0.24), (50.0, 0.22), (65.0, 0.21), (80.0, 0.28), (92.0, 0.48)],
    [(18.0, 0.05), (22.0, 0.26), (27.0, 0.28), (35.0, 0.14), (50.0, 0.16), (65.0, 0.27), (80.0, 0.58), (92.0, 0.80)],
];
/// In a couple without children at home, men and women (assumption).
const CHILDLESS: [[(f64, f64); 8]; 2] = [
    [(18.0, 0.01), (25.0, 0.18), (30.0, 0.24), (40.0, 0.11), (52.0, 0.22), (62.0, 0.55), (75.0, 0.70), (95.0, 0.35)],
    [(18.0, 0.02), (24.0, 0.22), (28.0, 0.25), (38.0, 0.10), (50.0, 0.25), (60.0, 0.58), (72.0, 0.60), (92.0, 0.08)],
];
/// Parent in a couple with children at home, men and women (assumption: men 2.5 years older).
const PARENT: [[(f64, f64); 8]; 2] = [
    [(21.0, 0.0), (27.5, 0.10), (34.5, 0.50), (42.5, 0.64), (50.5, 0.52), (57.5, 0.25), (65.5, 0.06), (80.0, 0.0)],
    [(21.0, 0.0), (25.0, 0.10), (32.0, 0.50), (40.0, 0.64), (48.0, 0.52), (55.0, 0.25), (63.0, 0.05), (78.0, 0.0)],
];
/// Parent alone with children at home, women; of lone parents about one in six is a man (assumption).
const LONE: [(f64, f64); 7] =
    [(21.0, 0.0), (25.0, 0.04), (33.0, 0.08), (42.0, 0.12), (50.0, 0.11), (60.0, 0.03), (88.0, 0.0)];
/// Other adult in the home (assumption: sharers, and parents who moved in).
const OTHER: [(f64, f64); 5] = [(18.0, 0.03), (24.0, 0.07), (35.0, 0.02), (70.0, 0.015), (90.0, 0.07)];
/// Couples of two men or two women, as a share of couples (assumption, about 1.5 %).
const SAME_SEX: f64 = 0.015;

/// Share of the people of an age who live at home as a child, whatever the district's households.
pub(super) fn at_home(age: u8, sex: Sex) -> f64 {
    if age < ADULT {
        return 1.0;
    }
    (interpolate(&AT_HOME, f64::from(age)) * if sex == Sex::Man { 1.15 } else { 0.9 }).min(0.97)
}

fn chances(age: u8, sex: Sex) -> [f64; ROLES] {
    let mut p = [0.0; ROLES];
    p[Role::Child as usize] = at_home(age, sex);
    if age < ADULT {
        return p;
    }
    let x = f64::from(age);
    let own = usize::from(sex == Sex::Woman);
    let by_sex = |knots: &[[(f64, f64); 8]; 2], half: usize| {
        interpolate(&knots[half], x) * if half == own { 1.0 - SAME_SEX } else { SAME_SEX }
    };
    p[Role::Alone as usize] = interpolate(&ALONE[own], x);
    p[Role::ChildlessMan as usize] = by_sex(&CHILDLESS, 0);
    p[Role::ChildlessWoman as usize] = by_sex(&CHILDLESS, 1);
    p[Role::Father as usize] = by_sex(&PARENT, 0);
    p[Role::Mother as usize] = by_sex(&PARENT, 1);
    p[Role::LoneParent as usize] = interpolate(&LONE, x) * if own == 1 { 1.0 } else { 0.2 };
    p[Role::Other as usize] = interpolate(&OTHER, x);
    p
}

/// Fits the chances to the people of each cell and the places of each role. The two must add up to the same total.
pub(super) fn fit(people: &[u32; CELLS], places: [u32; ROLES]) -> RoleTable {
    const ROUNDS: usize = 40;
    let minors: u32 = people[..2 * ADULT as usize].iter().sum();
    // Without enough places for children (a district of minors) minors may stand anywhere: better than nowhere.
    let crowded = minors > places[Role::Child as usize];
    let mut table: RoleTable = (0..CELLS)
        .map(|cell| {
            let (age, sex) = of_cell(cell);
            let mut p = chances(age, sex);
            if crowded && age < ADULT {
                p = p.map(|x| x.max(1e-6 * f64::from(age + 1)));
            }
            p
        })
        .collect();
    for _ in 0..ROUNDS {
        for (row, n) in table.iter_mut().zip(people) {
            let sum: f64 = row.iter().sum();
            let scale = if sum > 0.0 { f64::from(*n) / sum } else { 0.0 };
            for x in row.iter_mut() {
                *x *= scale;
            }
        }
        let mut sums = [0.0; ROLES];
        for row in &table {
            for (sum, x) in sums.iter_mut().zip(row) {
                *sum += x;
            }
        }
        let scales: [f64; ROLES] =
            std::array::from_fn(|r| if sums[r] > 0.0 { f64::from(places[r]) / sums[r] } else { 0.0 });
        for row in &mut table {
            for (x, scale) in row.iter_mut().zip(scales) {
                *x *= scale;
            }
        }
    }
    table
}

/// Whole people: role by role in the order of [`Role`], the last one takes who is left, so that cells and roles are
/// exact.
pub(super) fn round(table: &RoleTable, people: &[u32; CELLS], places: [u32; ROLES]) -> [Vec<u32>; ROLES] {
    let mut left = *people;
    std::array::from_fn(|role| {
        let given = if role == ROLES - 1 {
            left.to_vec()
        } else {
            let want: Vec<f64> = table.iter().map(|row| row[role]).collect();
            apportion_within(&want, &left, places[role])
        };
        for (rest, n) in left.iter_mut().zip(&given) {
            *rest -= n;
        }
        given
    })
}

/// Adults expected at home as a child, before any fitting.
pub(super) fn adults_at_home(people: &[u32; CELLS]) -> f64 {
    (2 * ADULT as usize..2 * AGES)
        .map(|cell| {
            let (age, sex) = of_cell(cell);
            f64::from(people[cell]) * at_home(age, sex)
        })
        .sum()
}
