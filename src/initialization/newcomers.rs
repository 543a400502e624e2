//! Households that move in: drawn from the district's own types, so that moves leave its margins where they are.
//!
//! Whoever moves into a dwelling has the type of household that the dwelling was built up for. Nobody publishes who
//! moves into which home. Assumption: of every age as many households come as keep the number of that age as it is,
//! given how many of them move away: more than go where households become more from year to year of age, fewer where
//! they become fewer. So a district that has many starters goes on drawing them, and goes on losing families.

use rand::RngExt as _;
use serde::{Deserialize, Serialize};

use super::age_structure::{ADULT, CELLS, MAX_AGE, SHAPE, of_cell};
use super::composition::{MAX_CHILDREN, size_shares};
use super::dwelling::{GROUPS, high_weight, low_weight, owner_weight};
use super::moving::{HEADS, heads_by_age, mean_share, moving_share};
use super::plan::Plan;
use super::population::{HouseholdKind, Income, Position, Sex, Tenure};
use super::roles::{self, ROLES, Role, RoleTable};
use crate::ids::Key;
use crate::input_data::DistrictProfile;
use crate::random::{Draws, Process, Sequence};

/// Households that move away in a year, as a share (assumption, 0.06 to 0.1: the default of `demography.moves`): the
/// weight of those who replace somebody of their age against those who are new to their age.
const MOVES: f64 = 0.08;
/// The age from which on households become fewer by deaths, not by moves (assumption, 55 to 75).
const SETTLED: usize = 65;
/// Years of age to either side over which the number of households is compared (assumption, 1 to 5: ages are known in
/// bands).
const NEAR: usize = 2;
/// Couples of two men or two women (assumption, as in synthesis).
const SAME_SEX: f64 = 0.015;

/// One member of a household that moves in; the reference person comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// Age in whole years.
    pub age: u8,
    /// Whether it is a woman.
    pub woman: bool,
    /// Position in the household.
    pub position: Position,
}

/// Occasions of a household's draws.
mod occasion {
    pub(super) const PARENTS: u64 = 0;
    pub(super) const HEAD: u64 = 1;
    pub(super) const PARTNER: u64 = 2;
    pub(super) const COUNT: u64 = 3;
    pub(super) const OTHER: u64 = 4;
    pub(super) const INCOME: u64 = 5;
    pub(super) const CHILD: u64 = 16;
}

/// Tables from which newcomers are drawn, made once for a profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Newcomers {
    /// Cumulative share of cells of age and sex, by role.
    cells: Vec<Vec<f32>>,
    /// Cumulative share of families with 1, 2, ... children.
    children: [f64; MAX_CHILDREN],
    /// Share of families with two parents.
    couples: f64,
    /// Other adults per household of more than one person.
    others: f64,
    /// Chance of a low income, and of a low or middle one, by group and tenure.
    income: [[[f64; 2]; 3]; GROUPS],
}

impl Newcomers {
    /// Tables of a profile.
    pub fn new(profile: &DistrictProfile) -> Self {
        let plan = Plan::new(profile, SHAPE);
        let table = roles::fit(&plan.people, plan.places);
        let coming = coming(&table, MOVES / mean_share(&table));
        let cells = (0..ROLES)
            .map(|role| {
                let head = HEADS.iter().any(|head| *head as usize == role);
                // Who does not head a household comes with who does, of the ages that such people have here.
                let weight = |cell: usize| table[cell][role] * if head { coming[cell / 2] } else { 1.0 };
                let total: f64 = (0..CELLS).map(weight).sum();
                let mut sum = 0.0;
                (0..CELLS)
                    .map(|cell| {
                        sum += if total > 0.0 { weight(cell) / total } else { 0.0 };
                        sum as f32
                    })
                    .collect()
            })
            .collect();
        let place = |role: Role| f64::from(plan.places[role as usize]);
        let families = place(Role::Father) + place(Role::LoneParent);
        let several = families + place(Role::ChildlessMan);
        let shares = size_shares(place(Role::Child) / families.max(1.0));
        let total: f64 = shares.iter().sum();
        let mut sum = 0.0;
        let children = shares.map(|x| {
            sum += x / total;
            sum
        });
        let groups = [place(Role::Alone), place(Role::ChildlessMan), place(Role::Father), place(Role::LoneParent)];
        Self {
            cells,
            children,
            couples: place(Role::Father) / families.max(1.0),
            others: place(Role::Other) / several.max(1.0),
            income: incomes(profile, groups),
        }
    }

    /// The household that moves into a dwelling: its income band (as [`Income`] is numbered) and its members, the
    /// reference person first. `kind` and `tenure` are the dwelling's, as [`HouseholdKind`] and [`Tenure`] are
    /// numbered; `key` is the new household's, made of the dwelling and the point of the vacancy. About a tenth of a
    /// microsecond, one allocation.
    pub fn household(&self, kind: u8, tenure: u8, draws: Draws, key: Key) -> (u8, Vec<NewMember>) {
        let stream = draws.stream(Process::ARRIVAL, key);
        let u = |occasion: u64| stream.unit(occasion);
        let partner = |head: NewMember| partner(head, &mut stream.sequence(occasion::PARTNER));
        let mut members = Vec::with_capacity(4);
        let mut group = usize::from(kind.min(2));
        if kind == HouseholdKind::Single as u8 {
            members.push(self.person(Role::Alone, Position::Reference, u(occasion::HEAD)));
        } else if kind == HouseholdKind::Childless as u8 {
            let head = self.person(Role::ChildlessWoman, Position::Reference, u(occasion::HEAD));
            members.extend([head, partner(head)]);
        } else {
            let role = if u(occasion::PARENTS) < self.couples { Role::Mother } else { Role::LoneParent };
            let head = self.person(role, Position::Reference, u(occasion::HEAD));
            members.push(head);
            if role == Role::Mother {
                members.push(partner(head));
            } else {
                group = 3;
            }
            self.add_children(&mut members, head.age, draws, key);
        }
        if members.len() > 1 && u(occasion::OTHER) < self.others {
            members.push(self.person(Role::Other, Position::Other, u(occasion::OTHER + 4)));
        }
        let [low, middle] = self.income[group][usize::from(tenure.min(2))];
        let x = u(occasion::INCOME);
        let income = if x < low {
            Income::Low
        } else if x < middle {
            Income::Middle
        } else {
            Income::High
        };
        (income as u8, members)
    }

    fn person(&self, role: Role, position: Position, u: f64) -> NewMember {
        let cumulative = &self.cells[role as usize];
        let cell = cumulative.partition_point(|x| f64::from(*x) <= u).min(CELLS - 1);
        let (age, sex) = of_cell(cell);
        // The last cell stands for the rounding of the sum; nobody under age heads a household.
        NewMember { age: age.max(ADULT), woman: sex == Sex::Woman, position }
    }

    /// Children 23 to 39 years younger than `parent` (assumption: nine of ten births), with the ages and sexes that
    /// children at home have in this district.
    fn add_children(&self, members: &mut Vec<NewMember>, parent: u8, draws: Draws, key: Key) {
        let u = draws.unit(Process::ARRIVAL, key, occasion::COUNT);
        let count = self.children.partition_point(|x| *x <= u).min(MAX_CHILDREN - 1) + 1;
        let cumulative = &self.cells[Role::Child as usize];
        let below = |age: u8| if age == 0 { 0.0 } else { f64::from(cumulative[2 * usize::from(age) - 1]) };
        let (youngest, oldest) = (parent.saturating_sub(39), parent.saturating_sub(23));
        let (bottom, top) = (below(youngest), below(oldest + 1));
        for child in 0..count as u64 {
            let u = bottom + (top - bottom) * draws.unit(Process::ARRIVAL, key, occasion::CHILD + child);
            let cell = cumulative.partition_point(|x| f64::from(*x) <= u);
            let (age, sex) = of_cell(cell.clamp(2 * usize::from(youngest), 2 * usize::from(oldest) + 1));
            members.push(NewMember { age, woman: sex == Sex::Woman, position: Position::Child });
        }
    }
}

/// Households that come in a year by the age of who heads them, per household of that age, where `level` is how often
/// households move away for every move of people of their age.
fn coming(table: &RoleTable, level: f64) -> Vec<f64> {
    let heads: Vec<f64> = heads_by_age(table);
    let at = |age: usize| heads.get(age).copied().unwrap_or(0.0);
    (0..heads.len())
        .map(|age| {
            let change = (at(age + NEAR) - at(age.saturating_sub(NEAR))) / (2 * NEAR) as f64;
            let change = if age < SETTLED { change } else { 0.0 };
            let replaced = level * moving_share(age as u8) * at(age);
            if at(age) > 0.0 { (replaced + change).max(0.0) / at(age) } else { 0.0 }
        })
        .collect()
}

/// A partner for `head`: 2.5 years older if a man (assumption), blurred by four years either way, and of age.
fn partner(head: NewMember, luck: &mut Sequence) -> NewMember {
    let same = luck.random_bool(SAME_SEX);
    let gap = match (same, head.woman) {
        (true, _) => 0.0,
        (false, true) => 2.5,
        (false, false) => -2.5,
    };
    let blur = 4.0 * (luck.random::<f64>() + luck.random::<f64>() - 1.0);
    let age = libm::round(f64::from(head.age) + gap + blur).clamp(f64::from(ADULT), f64::from(MAX_AGE));
    NewMember { age: age as u8, woman: head.woman == same, position: Position::Partner }
}

/// Chances of a low income and of a low or middle one by group and tenure, so that the district's shares come out: the
/// law of the exponential priorities by which synthesis chooses.
fn incomes(profile: &DistrictProfile, groups: [f64; GROUPS]) -> [[[f64; 2]; 3]; GROUPS] {
    let total: f64 = groups.iter().sum::<f64>().max(1.0);
    let owner_level = level(profile.owner_occupied, |g| (owner_weight(g), groups[g] / total), GROUPS);
    let rented = (1.0 - profile.owner_occupied).max(1e-9);
    let social = (profile.social_rent / rented).clamp(0.0, 1.0);
    let share = |g: usize, t: usize| {
        let owned = chance(owner_level, owner_weight(g));
        groups[g] / total * [owned, (1.0 - owned) * social, (1.0 - owned) * (1.0 - social)][t]
    };
    let tenures = [Tenure::Owned, Tenure::SocialRent, Tenure::PrivateRent];
    let cell = |i: usize| (i / 3, i % 3);
    let low_at = level(
        profile.low_income,
        |i| {
            let (g, t) = cell(i);
            (low_weight(g, tenures[t]), share(g, t))
        },
        3 * GROUPS,
    );
    let low = |g: usize, t: usize| chance(low_at, low_weight(g, tenures[t]));
    let high_at = level(
        profile.high_income,
        |i| {
            let (g, t) = cell(i);
            (high_weight(g, tenures[t]), share(g, t) * (1.0 - low(g, t)))
        },
        3 * GROUPS,
    );
    std::array::from_fn(|g| {
        std::array::from_fn(|t| {
            let low = low(g, t);
            [low, 1.0 - (1.0 - low) * chance(high_at, high_weight(g, tenures[t]))]
        })
    })
}

fn chance(level: f64, weight: f64) -> f64 {
    1.0 - libm::exp(-level * weight)
}

/// The level at which the chances of all parts, each with a weight and a share, add up to `target`.
fn level(target: f64, part: impl Fn(usize) -> (f64, f64), parts: usize) -> f64 {
    let (mut low, mut high) = (0.0, 1e3);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        let sum: f64 = (0..parts).map(&part).map(|(weight, share)| share * chance(middle, weight)).sum();
        if sum < target { low = middle } else { high = middle }
    }
    low
}
