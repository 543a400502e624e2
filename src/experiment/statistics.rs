//! Sums, quantiles and associations over samples, by rules that do not depend on the order of the samples.
//!
//! Swapping base and variant negates every value, and must negate every statement exactly. So sums run over the sorted
//! values both upwards and downwards, and the upper quantile is the mirror image of the lower one.

/// Half of the standard normal's central 95 %: its quantile at 0.975.
const Z95: f64 = 1.959_963_984_540_054;

/// The values in ascending order.
pub(crate) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    values
}

/// The sum of sorted values: the same for every order of the originals, and exactly opposite for their opposites.
fn total(sorted: &[f64]) -> f64 {
    let up = sorted.iter().fold(0.0, |sum, x| sum + x);
    let down = sorted.iter().rev().fold(0.0, |sum, x| sum + x);
    f64::midpoint(up, down)
}

/// The mean; `None` of nothing.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| total(&sorted(values)) / values.len() as f64)
}

/// The sum of squared distances from the mean.
pub(super) fn squares(values: &[f64]) -> f64 {
    let Some(mean) = mean(values) else { return 0.0 };
    let squares: Vec<f64> = values.iter().map(|x| (x - mean) * (x - mean)).collect();
    total(&sorted(&squares))
}

/// The variance with `n - 1`; `None` of fewer than two.
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    (values.len() > 1).then(|| squares(values) / (values.len() - 1) as f64)
}

/// The median of sorted values; `None` of nothing.
pub(super) fn median(sorted: &[f64]) -> Option<f64> {
    let n = sorted.len();
    (n > 0).then(|| f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]))
}

/// The quantile with share `tail` below it: linear between the order statistics around `tail (n - 1)` (type 7 of
/// Hyndman and Fan 1996). `tail` is at most one half.
pub(crate) fn lower(sorted: &[f64], tail: f64) -> Option<f64> {
    let n = sorted.len().checked_sub(1)?;
    let place = tail * n as f64;
    let below = place as usize;
    Some(sorted[below] + (sorted[(below + 1).min(n)] - sorted[below]) * (place - below as f64))
}

/// The quantile with share `tail` above it: the mirror image of [`lower`].
pub(crate) fn upper(sorted: &[f64], tail: f64) -> Option<f64> {
    let n = sorted.len().checked_sub(1)?;
    let place = tail * n as f64;
    let above = n - place as usize;
    Some(sorted[above] - (sorted[above] - sorted[above.saturating_sub(1)]) * (place - (n - above) as f64))
}

/// The 95 % interval of Wilson (1927) of a share that was seen in `size` samples; everything if there are none.
pub(super) fn wilson(share: f64, size: f64) -> (f64, f64) {
    if size <= 0.0 {
        return (0.0, 1.0);
    }
    let z2 = Z95 * Z95;
    let middle = (share + z2 / (2.0 * size)) / (1.0 + z2 / size);
    let half = Z95 / (1.0 + z2 / size) * libm::sqrt(share * (1.0 - share) / size + z2 / (4.0 * size * size));
    (middle - half, middle + half)
}

/// Ranks from 1; equal values share the mean of their ranks.
pub(super) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let same = order[start..].iter().take_while(|&&i| values[i] <= values[order[start]]).count().max(1);
        let rank = start as f64 + f64::midpoint(same as f64, 1.0);
        for &i in &order[start..start + same] {
            ranks[i] = rank;
        }
        start += same;
    }
    ranks
}

/// The correlation of Spearman from two lists of [`ranks`]; 0 where one of them does not vary. Sums of ranks are exact,
/// so the order of the samples does not matter.
pub(super) fn rank_correlation(x: &[f64], y: &[f64]) -> f64 {
    let centre = f64::midpoint(x.len() as f64, 1.0);
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).fold(0.0, |sum, (p, q)| sum + (p - centre) * (q - centre));
    let scale = libm::sqrt(product(x, x) * product(y, y));
    if scale > 0.0 { product(x, y) / scale } else { 0.0 }
}

/// The two-sided p value of the signed rank test of Wilcoxon (1945) that values, paired differences, lie around zero.
/// Zeros say nothing and are left out; ties share their rank. The sum of signed ranks over its standard deviation under
/// chance signs is taken as normal, which is a little cautious below twenty values. 1 where all are zero.
pub(super) fn signed_rank(values: &[f64]) -> f64 {
    let signed: Vec<f64> = values.iter().copied().filter(|x| *x != 0.0).collect();
    let ranks = ranks(&signed.iter().map(|x| x.abs()).collect::<Vec<_>>());
    // Ranks are whole or half numbers: both sums are exact in any order.
    let sum: f64 = signed.iter().zip(&ranks).map(|(x, rank)| x.signum() * rank).sum();
    let squares: f64 = ranks.iter().map(|rank| rank * rank).sum();
    if squares > 0.0 { libm::erfc(sum.abs() / libm::sqrt(2.0 * squares)) } else { 1.0 }
}

/// Which of several p values are discoveries if a share of these may be false (Benjamini and Hochberg 1995); what has
/// no p value is none, and was not tried.
pub(super) fn discoveries(p_values: &[Option<f64>], false_share: f64) -> Vec<bool> {
    let tried = sorted(&p_values.iter().flatten().copied().collect::<Vec<_>>());
    let step = |i: usize| false_share * (i + 1) as f64 / tried.len() as f64;
    let bound = (0..tried.len()).rev().find(|&i| tried[i] <= step(i)).map(|i| tried[i]);
    p_values.iter().map(|p| p.zip(bound).is_some_and(|(p, bound)| p <= bound)).collect()
}

/// Where the resistant line of Tukey (1977) through the points crosses zero: slope from the medians of the outer thirds
/// by `x`, height from the median of what remains. `None` with fewer than nine points or without a slope.
pub(super) fn crossing(x: &[f64], y: &[f64]) -> Option<f64> {
    let mut points: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().copied()).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let third = points.len() / 3;
    if third < 3 {
        return None;
    }
    let middle = |part: &[(f64, f64)]| {
        let (xs, ys): (Vec<f64>, Vec<f64>) = part.iter().copied().unzip();
        Some((median(&sorted(&xs))?, median(&sorted(&ys))?))
    };
    let (left, right) = (middle(&points[..third])?, middle(&points[points.len() - third..])?);
    let slope = (right.1 - left.1) / (right.0 - left.0);
    let rest: Vec<f64> = points.iter().map(|p| p.1 - slope * p.0).collect();
    let at = -median(&sorted(&rest))? / slope;
    at.is_finite().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_match_a_table() {
        // R 4: quantile(c(1, 2, 4, 8, 16), c(.05, .5, .95)) gives 1.2, 4, 14.4.
        let values = sorted(&[16.0, 1.0, 8.0, 2.0, 4.0]);
        assert_eq!(median(&values), Some(4.0));
        assert!((lower(&values, 0.05).unwrap() - 1.2).abs() < 1e-12);
        assert!((upper(&values, 0.05).unwrap() - 14.4).abs() < 1e-12);
        assert_eq!((lower(&[3.0], 0.05), upper(&[3.0], 0.05), lower(&[], 0.05)), (Some(3.0), Some(3.0), None));
    }

    #[test]
    fn wilson_matches_a_published_example() {
        // Newcombe (1998), Statistics in Medicine 17: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        let (low, high) = wilson(81.0 / 263.0, 263.0);
        assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5, "{low} {high}");
        let (low, high) = wilson(0.0, 20.0);
        assert!(low.abs() < 1e-12 && (high - 0.1611).abs() < 5e-5, "{low} {high}");
    }

    #[test]
    fn ranks_share_ties_and_correlate() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        let x = ranks(&[1.0, 2.0, 3.0, 4.0, 5.0]);
        // 1 - 6 (1 + 1) / (5 * 24)
        assert!((rank_correlation(&x, &ranks(&[10.0, 40.0, 20.0, 50.0, 90.0])) - 0.9).abs() < 1e-12);
        assert!(rank_correlation(&x, &ranks(&[1.0; 5])).abs() < 1e-12);
    }

    #[test]
    fn a_wild_point_does_not_move_the_crossing_far() {
        let x: Vec<f64> = (0..30).map(f64::from).collect();
        let mut y: Vec<f64> = x.iter().map(|x| 2.0 * (x - 11.0)).collect();
        assert!((crossing(&x, &y).unwrap() - 11.0).abs() < 1e-9);
        y[3] = 1e9;
        assert!((crossing(&x, &y).unwrap() - 11.0).abs() < 1.0);
        assert_eq!(crossing(&x, &vec![1.0; 30]), None);
    }

    #[test]
    fn signed_ranks_match_a_published_example() {
        // Hollander and Wolfe (1973), depression scores: V+ = 40 of nine pairs; normal z = 35 / sqrt(285).
        let d = [0.952, -0.147, 1.022, 0.430, 0.620, 0.590, 0.490, -0.080, 0.010];
        assert!((signed_rank(&d) - 0.038152).abs() < 1e-5, "{}", signed_rank(&d));
        assert_eq!(Some(signed_rank(&d)), Some(signed_rank(&d.map(|x| -x))), "swapped");
        let nothing = [signed_rank(&[0.0; 20]), signed_rank(&[]), signed_rank(&[3.0, -3.0, 0.0])];
        assert!(nothing.iter().all(|p| (p - 1.0).abs() < 1e-15), "{nothing:?}");
    }

    #[test]
    fn discoveries_step_up() {
        // Benjamini and Hochberg (1995), section 3: of fifteen p values four are below the line, at 0.05.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        let found = discoveries(&p.map(Some), 0.05);
        assert_eq!(found.iter().filter(|f| **f).count(), 4);
        assert!(found[..4].iter().all(|f| *f));
        // 0.03 is above its own line, and below that of the second.
        assert_eq!(discoveries(&[Some(0.03), None, Some(0.04)], 0.05), [true, false, true]);
        assert_eq!(discoveries(&[None], 0.05), [false]);
    }
}
