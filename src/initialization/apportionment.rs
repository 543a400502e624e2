//! Whole numbers out of shares: largest remainder, with and without ceilings.
//!
//! A population has to meet published margins exactly, so counts are handed out rather than drawn; draws decide only
//! who gets which of the counted places.

/// `total` divided in proportion to `weights` by largest remainder; equal remainders go to the earlier position.
/// Without any positive weight everything goes to the first position.
pub(crate) fn apportion(weights: &[f64], total: u32) -> Vec<u32> {
    let sum: f64 = weights.iter().sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if sum <= 0.0 {
        let mut all = vec![0; weights.len()];
        all[0] = total;
        return all;
    }
    let want: Vec<f64> = weights.iter().map(|w| w / sum * f64::from(total)).collect();
    apportion_within(&want, &vec![total; weights.len()], total)
}

/// `total` divided close to `want`, no position above its ceiling: floors first, then one more each in the order of the
/// largest remainders, round after round. Hands out less than `total` only if the ceilings add up to less.
pub(super) fn apportion_within(want: &[f64], ceilings: &[u32], total: u32) -> Vec<u32> {
    // A want that misses a whole number by rounding noise counts as that number.
    const NOISE: f64 = 1e-9;
    let mut given: Vec<u32> =
        want.iter().zip(ceilings).map(|(w, ceiling)| ((w.max(0.0) + NOISE) as u32).min(*ceiling)).collect();
    let mut order: Vec<usize> = (0..want.len()).collect();
    order.sort_by(|&a, &b| {
        let rest = |i: usize| want[i] - f64::from(given[i]);
        rest(b).total_cmp(&rest(a)).then(a.cmp(&b))
    });
    let mut sum: u32 = given.iter().sum();
    while sum > total {
        for &i in order.iter().rev() {
            if sum > total && given[i] > 0 {
                given[i] -= 1;
                sum -= 1;
            }
        }
    }
    let mut progress = true;
    while sum < total && progress {
        progress = false;
        for &i in &order {
            // Positions that nobody wants come into play only when the others are full.
            if sum < total && given[i] < ceilings[i] && want[i] > 0.0 {
                given[i] += 1;
                sum += 1;
                progress = true;
            }
        }
    }
    for &i in &order {
        let more = (total - sum).min(ceilings[i] - given[i]);
        given[i] += more;
        sum += more;
    }
    given
}

/// Straight lines between `(x, y)` knots, constant outside them.
pub(super) fn interpolate(knots: &[(f64, f64)], x: f64) -> f64 {
    let mut last = knots[0];
    if x <= last.0 {
        return last.1;
    }
    for &knot in &knots[1..] {
        if x <= knot.0 {
            return last.1 + (knot.1 - last.1) * (x - last.0) / (knot.0 - last.0);
        }
        last = knot;
    }
    last.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn largest_remainders_add_up() {
        assert_eq!(apportion(&[1.0, 1.0, 1.0], 10), [4, 3, 3]);
        assert_eq!(apportion(&[0.5, 0.3, 0.2], 7), [4, 2, 1]);
        assert_eq!(apportion(&[0.0, 0.0], 5), [5, 0]);
        assert_eq!(apportion(&[1.0, 0.0], 0), [0, 0]);
    }

    #[test]
    fn ceilings_hold_and_the_rest_goes_where_there_is_room() {
        assert_eq!(apportion_within(&[5.0, 1.0, 0.0], &[2, 9, 9], 6), [2, 4, 0]);
        assert_eq!(apportion_within(&[5.0, 1.0, 0.0], &[2, 2, 9], 6), [2, 2, 2]);
        assert_eq!(apportion_within(&[1.0], &[1], 3), [1]);
    }
}
