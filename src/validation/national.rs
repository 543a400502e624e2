//! The country as one place: what national figures are held against (decision 0034).

use crate::diagnostics::Diagnostic;
use crate::input_data::gazetteer::Gazetteer;
use crate::input_data::{DistrictProfile, NeighbourhoodProfile, whole};

/// Code of the country.
pub const CODE: &str = "NL";

/// Neighbourhoods of the country: tenths of its households by the low incomes of their wijken.
const TENTHS: usize = 10;

/// One profile of all wijken of the table in the box: their sums and shares, and ten neighbourhoods, each a tenth of
/// the households, from the wijken with the most low incomes to those with the fewest.
///
/// # Errors
/// None, unless the table was changed into something that cannot be read.
pub fn national() -> Result<DistrictProfile, Vec<Diagnostic>> {
    let wijken = Gazetteer::embedded()?.profiles();
    let Some(country) = whole(&wijken) else { return Err(vec![Diagnostic::default()]) };
    let residents: f64 = wijken.iter().map(|w| f64::from(w.residents)).sum();
    let urbanity = wijken.iter().map(|w| f64::from(w.urbanity) * f64::from(w.residents)).sum::<f64>() / residents;
    Ok(DistrictProfile {
        code: CODE.to_owned(),
        name: "Nederland".to_owned(),
        municipality: String::new(),
        attribution: wijken.first().map_or_else(String::new, |w| w.attribution.clone()),
        urbanity: libm::round(urbanity) as u8,
        neighbourhoods: tenths(&wijken, country.low_income),
        ..country
    })
}

/// Tenths of the households by the share of low incomes in their wijk, the highest first.
fn tenths(wijken: &[DistrictProfile], low_income: f64) -> Vec<NeighbourhoodProfile> {
    let mut sorted: Vec<&DistrictProfile> = wijken.iter().collect();
    sorted.sort_by(|a, b| b.low_income.total_cmp(&a.low_income).then_with(|| a.code.cmp(&b.code)));
    let all: f64 = sorted.iter().map(|w| f64::from(w.households)).sum();
    let (mut before, mut sums) = (0.0, [(0.0, 0.0); TENTHS]);
    for wijk in sorted {
        let households = f64::from(wijk.households);
        // A wijk is in the tenth in which its middle lies.
        let place = ((before + households / 2.0) / all * TENTHS as f64) as usize;
        let sum = &mut sums[place.min(TENTHS - 1)];
        sum.0 += households;
        sum.1 += households * wijk.low_income;
        before += households;
    }
    let of = |(i, (households, low)): (usize, (f64, f64))| NeighbourhoodProfile {
        name: format!("{} / {TENTHS}", i + 1),
        share: households / all,
        deprivation: if households > 0.0 && low_income > 0.0 { low / households / low_income } else { 1.0 },
    };
    sums.into_iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tenths are the country: their shares add to 1, and their low incomes to its own.
    #[test]
    fn the_country_is_the_sum_of_its_wijken() {
        let country = national().expect("the table in the box");
        let wijken = Gazetteer::embedded().expect("the table in the box").profiles();
        assert_eq!(country.residents, wijken.iter().map(|w| w.residents).sum::<u32>());
        assert!(wijken.len() > 2_000 && country.residents > 12_000_000, "{} {}", wijken.len(), country.residents);
        let shares: f64 = country.neighbourhoods.iter().map(|n| n.share).sum();
        let low: f64 = country.neighbourhoods.iter().map(|n| n.share * n.deprivation).sum();
        assert!((shares - 1.0).abs() < 1e-9 && (low - 1.0).abs() < 1e-3, "{shares} {low}");
        assert!(country.neighbourhoods.iter().all(|n| (0.08..0.12).contains(&n.share)), "{country:?}");
        let falls = country.neighbourhoods.windows(2).all(|pair| pair[0].deprivation > pair[1].deprivation);
        assert!(falls && country.neighbourhoods[0].deprivation > 2.0, "{:?}", country.neighbourhoods);
    }
}
