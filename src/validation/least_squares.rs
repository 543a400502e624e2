//! Ordinary least squares of a few columns, and what says how good a prediction is. Sums run in the order of the rows.

/// Coefficients of a linear fit with a constant, which comes first; `None` where the columns do not determine it.
pub(crate) fn fit(rows: &[Vec<f64>], y: &[f64]) -> Option<Vec<f64>> {
    let columns = rows.first()?.len() + 1;
    if rows.len() < columns {
        return None;
    }
    let at = |row: &[f64], i: usize| if i == 0 { 1.0 } else { row[i - 1] };
    let mut m = vec![vec![0.0; columns + 1]; columns];
    for (row, y) in rows.iter().zip(y) {
        for (i, line) in m.iter_mut().enumerate() {
            for (j, cell) in line.iter_mut().enumerate() {
                *cell += at(row, i) * if j == columns { *y } else { at(row, j) };
            }
        }
    }
    // Gauss-Jordan with the largest pivot.
    for i in 0..columns {
        let scale = m[i][i].abs().max(1.0);
        let pivot = (i..columns).max_by(|a, b| m[*a][i].abs().total_cmp(&m[*b][i].abs()))?;
        m.swap(i, pivot);
        if m[i][i].abs() < 1e-9 * scale {
            return None;
        }
        let of_pivot = m[i].clone();
        for line in m.iter_mut().enumerate().filter(|(k, _)| *k != i).map(|(_, line)| line) {
            let factor = line[i] / of_pivot[i];
            line.iter_mut().zip(&of_pivot).for_each(|(cell, p)| *cell -= factor * p);
        }
    }
    Some((0..columns).map(|i| m[i][columns] / m[i][i]).collect())
}

/// What a fit says of a row.
pub(crate) fn predicted(fit: &[f64], row: &[f64]) -> f64 {
    fit[0] + fit[1..].iter().zip(row).map(|(b, x)| b * x).sum::<f64>()
}

/// The mean; `None` of nothing.
pub(crate) fn mean(x: &[f64]) -> Option<f64> {
    (!x.is_empty()).then(|| x.iter().sum::<f64>() / x.len() as f64)
}

/// The standard deviation of all.
pub(crate) fn deviation(x: &[f64]) -> Option<f64> {
    let mean = mean(x)?;
    Some(libm::sqrt(x.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / x.len() as f64))
}

/// The part of the variance of what is real that a prediction explains: below 0 it is worse than their mean. `None`
/// where nothing varies.
pub(crate) fn explained(real: &[f64], predicted: &[f64]) -> Option<f64> {
    let mean = mean(real)?;
    let all: f64 = real.iter().map(|y| (y - mean) * (y - mean)).sum();
    let left: f64 = real.iter().zip(predicted).map(|(y, p)| (y - p) * (y - p)).sum();
    (all > 0.0).then(|| 1.0 - left / all)
}

/// The correlation; `None` where one of both does not vary.
pub(crate) fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mx, my) = (mean(x)?, mean(y)?);
    let of = |a: &[f64], ma: f64, b: &[f64], mb: f64| a.iter().zip(b).map(|(a, b)| (a - ma) * (b - mb)).sum::<f64>();
    let (xx, yy) = (of(x, mx, x, mx), of(y, my, y, my));
    (xx > 0.0 && yy > 0.0).then(|| of(x, mx, y, my) / libm::sqrt(xx * yy))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of points on a plane the plane is found; R2 is 1, and of the mean 0.
    #[test]
    fn a_plane_is_found_again() {
        let rows: Vec<Vec<f64>> = (0..12).map(|i| vec![f64::from(i % 4), f64::from(i * i % 7)]).collect();
        let y: Vec<f64> = rows.iter().map(|row| 3.0 + 2.0 * row[0] - 0.5 * row[1]).collect();
        let found = fit(&rows, &y).expect("the columns determine it");
        for (found, meant) in found.iter().zip([3.0, 2.0, -0.5]) {
            assert!((found - meant).abs() < 1e-9, "{found} {meant}");
        }
        let again: Vec<f64> = rows.iter().map(|row| predicted(&found, row)).collect();
        assert!((explained(&y, &again).expect("it varies") - 1.0).abs() < 1e-12);
        let flat = vec![mean(&y).expect("some"); y.len()];
        assert!(explained(&y, &flat).expect("it varies").abs() < 1e-12);
    }

    /// Anscombe's first set (1973): slope 0.5001, constant 3.0001, correlation 0.8164, R2 0.6665.
    #[test]
    fn a_published_example_is_met() {
        let x = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
        let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        let rows: Vec<Vec<f64>> = x.iter().map(|x| vec![*x]).collect();
        let found = fit(&rows, &y).expect("the column determines it");
        assert!((found[0] - 3.0001).abs() < 1e-4 && (found[1] - 0.5001).abs() < 1e-4, "{found:?}");
        assert!((correlation(&x, &y).expect("both vary") - 0.8164).abs() < 1e-4);
        let line: Vec<f64> = rows.iter().map(|row| predicted(&found, row)).collect();
        assert!((explained(&y, &line).expect("it varies") - 0.6665).abs() < 1e-4);
    }

    #[test]
    fn what_is_not_determined_is_nothing() {
        let twice = vec![vec![1.0, 2.0], vec![2.0, 4.0], vec![3.0, 6.0], vec![5.0, 10.0]];
        assert_eq!(fit(&twice, &[1.0, 2.0, 3.0, 4.0]), None);
        assert_eq!(fit(&[vec![1.0]], &[1.0]), None);
        assert_eq!((explained(&[2.0, 2.0], &[1.0, 3.0]), correlation(&[1.0, 1.0], &[1.0, 2.0])), (None, None));
        assert_eq!((mean(&[]), deviation(&[])), (None, None));
    }
}
