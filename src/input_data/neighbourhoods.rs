//! Neighbourhoods for a wijk of which nothing is known below the wijk: an assumption, printed as one.

use super::profile::NeighbourhoodProfile;

/// Share of households and relative deprivation of eight neighbourhoods (assumption: low-income shares between
/// neighbourhoods of one wijk differ by a factor of about four at the ends; shares add to 1, deprivation averages 1).
/// Fewer are spread over these, so that the ends differ as much.
const ASSUMED: [(f64, f64); 8] =
    [(0.18, 1.25), (0.16, 1.2), (0.15, 1.15), (0.13, 1.05), (0.12, 0.95), (0.10, 0.85), (0.09, 0.6), (0.07, 0.3)];

/// Households in a neighbourhood, on average: CBS SES-WOA, Amsterdam, 2019.
const HOUSEHOLDS: f64 = 1_120.0;

/// The neighbourhoods that are assumed for a wijk of `households`: one per 1,120 households, at least one, at most
/// eight.
pub fn assumed_neighbourhoods(households: u32) -> Vec<NeighbourhoodProfile> {
    let count = (libm::round(f64::from(households) / HOUSEHOLDS) as usize).clamp(1, ASSUMED.len());
    let last = ASSUMED.len() - 1;
    // One neighbourhood is as its wijk is: whichever of the table it were, its deprivation is the mean.
    let picked: Vec<(f64, f64)> =
        (0..count).map(|i| ASSUMED[(i * last + (count - 1) / 2) / (count - 1).max(1)]).collect();
    let total: f64 = picked.iter().map(|(share, _)| share).sum();
    let mean: f64 = picked.iter().map(|(share, deprivation)| share * deprivation).sum::<f64>() / total;
    // Four decimals, so that a file says exactly what was used.
    let tidy = |x: f64| libm::round(x * 10_000.0) / 10_000.0;
    let mut found: Vec<NeighbourhoodProfile> = picked
        .iter()
        .enumerate()
        .map(|(i, (share, deprivation))| NeighbourhoodProfile {
            name: format!("buurt {}", i + 1),
            share: tidy(share / total),
            deprivation: tidy(deprivation / mean),
        })
        .collect();
    let others: f64 = found[1..].iter().map(|n| n.share).sum();
    found[0].share = tidy(1.0 - others);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_to_one_and_deprivation_averages_one() {
        for households in [0, 800, 1_700, 3_000, 5_000, 6_000, 7_000, 9_000, 100_000] {
            let found = assumed_neighbourhoods(households);
            let shares: f64 = found.iter().map(|n| n.share).sum();
            let mean: f64 = found.iter().map(|n| n.share * n.deprivation).sum();
            assert!((shares - 1.0).abs() < 1e-9, "{households}: {shares}");
            assert!((mean - 1.0).abs() < 1e-3, "{households}: {mean}");
        }
        assert_eq!(assumed_neighbourhoods(100).iter().map(|n| n.deprivation).collect::<Vec<_>>(), [1.0]);
        assert_eq!(assumed_neighbourhoods(16_685).len(), 8);
    }

    /// However few there are, the ends differ by the factor of about four that is assumed.
    #[test]
    fn the_ends_differ_by_about_four_in_any_number() {
        for count in 2..=8 {
            let found = assumed_neighbourhoods(count * 1_120);
            assert_eq!(found.len(), count as usize);
            let ratio = found[0].deprivation / found[count as usize - 1].deprivation;
            assert!((4.0..4.4).contains(&ratio), "{count}: {ratio}");
            assert!(found.windows(2).all(|pair| pair[0].deprivation > pair[1].deprivation), "{count}: none twice");
        }
    }
}
