//! Single years of age and sex out of five age bands and two totals.
//!
//! The bands are exact; the shape within them is an assumption:
//! - 0-14: even;
//! - 15-24: 15 to 17 as dense as 0-14 (they live with their parents), at most the band's mean; 18-24 takes the rest
//!   evenly (so that a band filled by students fills up with students, not with schoolchildren);
//! - 25-44 and 45-64: a straight line whose slope follows the neighbouring bands, at most half the band's mean at its
//!   ends;
//! - 65 and over: falls with survival, and further with the smaller cohorts of before 1946, so that those of 80 and
//!   over are about a quarter of them (4.8 % of the population, CBS 2020, where 19.5 % are 65 or over); tilted to the
//!   older or younger where more or fewer are widowed than that shape has.

use super::apportionment::{apportion, apportion_within, interpolate};
use super::population::Sex;
use crate::input_data::DistrictProfile;

/// The highest age that synthesis gives out, in years.
pub(super) const MAX_AGE: u8 = 104;
/// Ages 0 to [`MAX_AGE`].
pub(super) const AGES: usize = MAX_AGE as usize + 1;
/// Cells of age and sex: `2 * age`, plus 1 for women.
pub(super) const CELLS: usize = 2 * AGES;
/// Age of majority, in years.
pub(super) const ADULT: u8 = 18;

/// First age of every band of the profile, and one past the last.
pub(super) const BANDS: [usize; 6] = [0, 15, 25, 45, 65, AGES];

/// Share of men by age: 105 boys are born to 100 girls; women outlive men. Shape an assumption (rounded from the
/// general pattern of the Dutch population); the total of men and women in the profile is met exactly.
const MEN: [(f64, f64); 7] =
    [(0.0, 0.512), (45.0, 0.503), (65.0, 0.495), (75.0, 0.475), (85.0, 0.40), (95.0, 0.25), (104.0, 0.15)];

/// Probability of dying within a year by age from 65, in steps of five years (assumption: Dutch period life table 2022,
/// rounded), the last one for everybody from 95.
const MORTALITY: [f64; 7] = [0.011, 0.017, 0.029, 0.054, 0.105, 0.19, 0.32];
/// Each cohort from 65 upwards is smaller than the next younger by this share: fitted so that a quarter is 80 or over.
const COHORT_DECLINE: f64 = 0.030;

/// Share of widowed by age. Assumption: from 6 to 9 % at 65 to four or five in six at 95; fitted so that with the shape
/// above a quarter of those of 65 and over are widowed, as in the wijken of CBS 2018.
const WIDOWED: [(f64, f64); 8] =
    [(65.0, 0.07), (70.0, 0.12), (75.0, 0.20), (80.0, 0.34), (85.0, 0.52), (90.0, 0.70), (95.0, 0.83), (104.0, 0.93)];
/// Widowed among those of 45 to 64 (assumption, 0.008 to 0.016; nobody below is counted).
const WIDOWED_YOUNGER: f64 = 0.012;
/// Widowed people that the national shape counts for beside a district's own (as with deaths, `district::vital`).
const PRIOR: f64 = 25.0;
/// The furthest that the ages of 65 and over are tilted, in the exponent per year: mean ages of 70 to 83.
const MOST_TILT: f64 = 0.12;

/// The cell of an age and a sex.
pub(super) const fn cell(age: usize, sex: Sex) -> usize {
    2 * age + matches!(sex, Sex::Woman) as usize
}

/// The age and sex of a cell.
pub(super) const fn of_cell(cell: usize) -> (u8, Sex) {
    ((cell / 2) as u8, if cell.is_multiple_of(2) { Sex::Man } else { Sex::Woman })
}

/// Residents by cell of age and sex: bands by largest remainder of the profile's, men as their share of its residents.
pub(super) fn cells(profile: &DistrictProfile, residents: u32) -> [u32; CELLS] {
    let bands = apportion(&profile.ages.map(f64::from), residents);
    let weights = weights(profile);
    let mut years = [0_u32; AGES];
    for (band, count) in bands.iter().enumerate() {
        let range = BANDS[band]..BANDS[band + 1];
        for (age, n) in range.clone().zip(apportion(&weights[range], *count)) {
            years[age] = n;
        }
    }
    let share = f64::from(profile.men) / f64::from(profile.residents.max(1));
    let men = (libm::round(share * f64::from(residents)) as u32).min(residents);
    let men = men_by_age(&years, men);
    let mut cells = [0; CELLS];
    for age in 0..AGES {
        cells[cell(age, Sex::Man)] = men[age];
        cells[cell(age, Sex::Woman)] = years[age] - men[age];
    }
    cells
}

/// Residents of a profile by age in whole years: men, women.
pub fn residents_by_age(profile: &DistrictProfile) -> Vec<[f64; 2]> {
    // Shares of 100,000 people: small profiles have the same shape as large ones.
    let shape = cells(profile, SHAPE);
    let scale = f64::from(profile.residents) / f64::from(SHAPE);
    (0..AGES).map(|age| [Sex::Man, Sex::Woman].map(|sex| f64::from(shape[cell(age, sex)]) * scale)).collect()
}

/// Residents of the nation by band (CBS, Kerncijfers wijken en buurten 2018: shares over all wijken).
const NATION: [f64; 5] = [0.161, 0.124, 0.249, 0.280, 0.186];

/// Shares of the nation's residents by age in whole years.
pub fn national_ages() -> Vec<f64> {
    let weights = weights_of(&NATION);
    let mut shares = Vec::with_capacity(AGES);
    for (band, share) in NATION.iter().enumerate() {
        let of_band = &weights[BANDS[band]..BANDS[band + 1]];
        let all: f64 = of_band.iter().sum();
        shares.extend(of_band.iter().map(|weight| share * weight / all));
    }
    shares
}

/// People of whom the shape of a profile is taken, where it should not depend on the number of its residents.
pub(super) const SHAPE: u32 = 100_000;

/// Relative density of every single year of age.
fn weights(profile: &DistrictProfile) -> [f64; AGES] {
    let mut weights = weights_of(&profile.ages.map(f64::from));
    if let Some(widowed) = profile.widowed {
        let share = widowed_share(profile, f64::from(widowed), &weights);
        tilt_to(&mut weights, share);
    }
    weights
}

/// The same for people by band, whatever is known of the widowed.
fn weights_of(bands: &[f64; 5]) -> [f64; AGES] {
    let density: Vec<f64> = (0..5).map(|b| bands[b] / [15.0, 10.0, 20.0, 20.0, 15.0][b]).collect();
    let mut weights = [0.0; AGES];
    weights[..15].fill(density[0].max(1e-9));
    let school = density[0].min(density[1]);
    weights[15..18].fill(school.max(1e-9));
    weights[18..25].fill(((10.0 * density[1] - 3.0 * school) / 7.0).max(1e-9));
    for (band, centre, width) in [(2, 35.0, 20.0), (3, 55.0, 20.0)] {
        let mean = density[band].max(1e-9);
        let slope = (density[band + 1] - density[band - 1]) / if band == 2 { 35.0 } else { 37.5 };
        let limit = 0.5 * mean / (width / 2.0);
        for (age, weight) in weights.iter_mut().enumerate().take(BANDS[band + 1]).skip(BANDS[band]) {
            *weight = mean + slope.clamp(-limit, limit) * (age as f64 + 0.5 - centre);
        }
    }
    let mut alive = 1.0;
    for (i, weight) in weights[65..].iter_mut().enumerate() {
        *weight = alive;
        alive *= (1.0 - MORTALITY[(i / 5).min(6)]) * (1.0 - COHORT_DECLINE);
    }
    weights
}

/// The share of those of 65 and over who are widowed after a profile, where few are counted closer to the share that
/// the national shape has.
fn widowed_share(profile: &DistrictProfile, widowed: f64, weights: &[f64; AGES]) -> f64 {
    let older = f64::from(profile.ages[4]).max(1.0);
    let expected = older * mean_widowed(weights, 0.0);
    let seen = (widowed - WIDOWED_YOUNGER * f64::from(profile.ages[3])).max(0.0);
    expected / older * (seen + PRIOR) / (expected + PRIOR)
}

/// The density of an age of 65 and over at a tilt.
fn tilted(weight: f64, age: usize, tilt: f64) -> f64 {
    weight * libm::exp(tilt * (age as f64 - 75.0))
}

/// The share of widowed among those of 65 and over at a tilt.
fn mean_widowed(weights: &[f64; AGES], tilt: f64) -> f64 {
    let (mut all, mut widowed) = (0.0, 0.0);
    for (age, weight) in weights.iter().enumerate().skip(BANDS[4]) {
        let people = tilted(*weight, age, tilt);
        all += people;
        widowed += people * interpolate(&WIDOWED, age as f64);
    }
    widowed / all
}

/// Tilts the ages of 65 and over until a share is widowed, or as far as goes.
fn tilt_to(weights: &mut [f64; AGES], share: f64) {
    let (mut low, mut high) = (-MOST_TILT, MOST_TILT);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if mean_widowed(weights, middle) < share { low = middle } else { high = middle }
    }
    for (age, weight) in weights.iter_mut().enumerate().skip(BANDS[4]) {
        *weight = tilted(*weight, age, low);
    }
}

/// Men by single year: the shape of [`MEN`], shifted in the odds until the total fits.
fn men_by_age(years: &[u32; AGES], men: u32) -> Vec<u32> {
    let mut want: Vec<f64> =
        years.iter().enumerate().map(|(age, n)| f64::from(*n) * interpolate(&MEN, age as f64)).collect();
    for _ in 0..8 {
        let gap = f64::from(men) - want.iter().sum::<f64>();
        let room = |i: usize| want[i] * (1.0 - want[i] / f64::from(years[i]).max(1e-9));
        let rooms: Vec<f64> = (0..AGES).map(room).collect();
        let total: f64 = rooms.iter().sum();
        if total <= 0.0 {
            break;
        }
        for (i, w) in want.iter_mut().enumerate() {
            *w = (*w + gap * rooms[i] / total).clamp(0.0, f64::from(years[i]));
        }
    }
    apportion_within(&want, years, men)
}
