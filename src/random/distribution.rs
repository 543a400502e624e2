//! Distributions as inverse cumulative functions: a quantile in, a value out.
//!
//! Everything uncertain or random takes a keyed quantile through one of these, so the same quantile gives comparable
//! values in every scenario, even where the distributions differ. All arithmetic is IEEE basic operations and `libm`.

use rand::RngExt as _;
use serde::{Deserialize, Serialize};

/// A distribution over the real numbers, in the unit of what it describes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Distribution {
    /// Always the same value.
    Fixed(f64),
    /// Uniform between `low` and `high`.
    Uniform {
        /// Lowest value.
        low: f64,
        /// Highest value.
        high: f64,
    },
    /// Triangular: what a range with a best guess says, and no more.
    Triangular {
        /// Lowest value.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Highest value.
        high: f64,
    },
    /// Log-normal with a median and the standard deviation of the logarithm.
    LogNormal {
        /// Median.
        median: f64,
        /// Standard deviation of the natural logarithm.
        sigma: f64,
    },
    /// Weibull with a shape and a median; a shape below 1 has a heavy tail.
    Weibull {
        /// Shape; 1 is the exponential.
        shape: f64,
        /// Median.
        median: f64,
    },
    /// Exponential with a mean.
    Exponential {
        /// Mean.
        mean: f64,
    },
}

impl Distribution {
    /// The value at quantile `u`: strictly between 0 and 1, or one of both where [`Self::takes`] says so.
    pub fn quantile(&self, u: f64) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Uniform { low, high } => low + u * (high - low),
            Self::Triangular { low, mode, high } => {
                let width = high - low;
                if width <= 0.0 {
                    return mode;
                }
                let split = (mode - low) / width;
                if u < split {
                    low + libm::sqrt(u * width * (mode - low))
                } else {
                    high - libm::sqrt((1.0 - u) * width * (high - mode))
                }
            }
            Self::LogNormal { median, sigma } => median * libm::exp(sigma * standard_normal_quantile(u)),
            Self::Weibull { shape, median } => {
                let scale = median / libm::pow(std::f64::consts::LN_2, 1.0 / shape);
                scale * libm::pow(-libm::log1p(-u), 1.0 / shape)
            }
            Self::Exponential { mean } => -mean * libm::log1p(-u),
        }
    }

    /// Whether there is a value at quantile `u`: 0 and 1 are the ends of what is bounded there.
    pub fn takes(&self, u: f64) -> bool {
        match *self {
            Self::Fixed(_) | Self::Uniform { .. } | Self::Triangular { .. } => (0.0..=1.0).contains(&u),
            Self::Weibull { .. } | Self::Exponential { .. } => (0.0..1.0).contains(&u),
            Self::LogNormal { .. } => u > 0.0 && u < 1.0,
        }
    }

    /// The one number that says most about what was stated: the mode of a triangular distribution, the middle of a
    /// uniform one, the median where that is stated, the mean of an exponential one.
    pub fn best_guess(&self) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Uniform { low, high } => f64::midpoint(low, high),
            Self::Triangular { mode, .. } => mode,
            Self::LogNormal { median, .. } | Self::Weibull { median, .. } => median,
            Self::Exponential { mean } => mean,
        }
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Uniform { low, high } => f64::midpoint(low, high),
            Self::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Self::LogNormal { median, sigma } => median * libm::exp(sigma * sigma / 2.0),
            Self::Weibull { shape, median } => {
                median / libm::pow(std::f64::consts::LN_2, 1.0 / shape) * libm::tgamma(1.0 + 1.0 / shape)
            }
            Self::Exponential { mean } => mean,
        }
    }

    /// The distribution with every value that it states passed through `f`; what has no size (sigma, shape) stays.
    #[must_use]
    pub fn map(&self, f: impl Fn(f64) -> f64) -> Self {
        match *self {
            Self::Fixed(value) => Self::Fixed(f(value)),
            Self::Uniform { low, high } => Self::Uniform { low: f(low), high: f(high) },
            Self::Triangular { low, mode, high } => Self::Triangular { low: f(low), mode: f(mode), high: f(high) },
            Self::LogNormal { median, sigma } => Self::LogNormal { median: f(median), sigma },
            Self::Weibull { shape, median } => Self::Weibull { shape, median: f(median) },
            Self::Exponential { mean } => Self::Exponential { mean: f(mean) },
        }
    }

    /// The highest value of 99 in 100 draws, and of all where there is a bound.
    pub fn highest(&self) -> f64 {
        let (_, high) = self.range();
        if high.is_finite() { high } else { self.quantile(0.99) }
    }

    /// The lowest and highest value that a draw can take (infinite where there is no bound).
    pub fn range(&self) -> (f64, f64) {
        match *self {
            Self::Fixed(value) => (value, value),
            Self::Uniform { low, high } | Self::Triangular { low, high, .. } => (low, high),
            Self::LogNormal { .. } | Self::Weibull { .. } | Self::Exponential { .. } => (0.0, f64::INFINITY),
        }
    }

    /// Whether every draw gives the same value.
    pub fn is_fixed(&self) -> bool {
        let (low, high) = self.range();
        low >= high
    }
}

/// Draws by the quantile of one number of the open interval, as keyed draws do.
impl rand::distr::Distribution<f64> for Distribution {
    fn sample<R: rand::Rng + ?Sized>(&self, luck: &mut R) -> f64 {
        self.quantile(luck.sample(rand::distr::Open01))
    }
}

/// Cumulative standard normal distribution.
pub fn standard_normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Quantile of the standard normal distribution: Wichura (1988), algorithm AS 241, about 16 digits.
pub fn standard_normal_quantile(u: f64) -> f64 {
    fn ratio(x: f64, top: &[f64; 8], bottom: &[f64; 8]) -> f64 {
        let horner = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, k| sum * x + k);
        horner(top) / horner(bottom)
    }
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(0.180_625 - q * q, &CENTRE_TOP, &CENTRE_BOTTOM);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    let r = libm::sqrt(-libm::log(tail));
    let value = if r <= 5.0 { ratio(r - 1.6, &NEAR_TOP, &NEAR_BOTTOM) } else { ratio(r - 5.0, &FAR_TOP, &FAR_BOTTOM) };
    if q < 0.0 { -value } else { value }
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_608,
    133.141_667_891_784_377_45,
    1_971.590_950_306_551_442_7,
    13_731.693_765_509_461_125,
    45_921.953_931_549_871_457,
    67_265.770_927_008_700_853,
    33_430.575_583_588_128_105,
    2_509.080_928_730_122_672_7,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    42.313_330_701_600_911_252,
    687.187_007_492_057_908_3,
    5_394.196_021_424_751_107_7,
    21_213.794_301_586_595_867,
    39_307.895_800_092_710_61,
    28_729.085_735_721_942_674,
    5_226.495_278_852_545_925_1,
];
const NEAR_TOP: [f64; 8] = [
    1.423_437_110_749_683_577_34,
    4.630_337_846_156_545_295_9,
    5.769_497_221_460_691_405_5,
    3.647_848_324_763_204_605_04,
    1.270_458_252_452_368_382_58,
    0.241_780_725_177_450_611_77,
    0.022_723_844_989_269_184_583_3,
    7.745_450_142_783_414_076_4e-4,
];
const NEAR_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_758_821_87,
    1.676_384_830_183_803_849_4,
    0.689_767_334_985_100_004_55,
    0.148_103_976_427_480_074_59,
    0.015_198_666_563_616_457_171_966,
    5.475_938_084_995_344_946e-4,
    1.050_750_071_644_416_843_24e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103_777_2,
    5.463_784_911_164_114_369_9,
    1.784_826_539_917_291_335_8,
    0.296_560_571_828_504_891_23,
    0.026_532_189_526_576_123_093,
    0.001_242_660_947_388_078_438_6,
    2.711_555_568_743_487_578_15e-5,
    2.010_334_399_292_288_132_65e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    0.599_832_206_555_887_937_69,
    0.136_929_880_922_735_805_31,
    0.014_875_361_290_850_615_025,
    7.868_691_311_456_132_591e-4,
    1.846_318_317_510_054_681_8e-5,
    1.421_511_758_316_445_888_7e-7,
    2.044_263_103_389_939_785_64e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_quantiles_match_published_values() {
        // Wichura (1988): z(0.25) = -0.6744897501960817, z(0.001) = -3.090232306167814, z(1e-20) = -9.262340089798408.
        for (u, z) in
            [(0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_814), (1e-20, -9.262_340_089_798_408)]
        {
            assert!((standard_normal_quantile(u) - z).abs() < 1e-13, "{u}");
        }
    }

    /// The mean of the quantiles over a fine grid is the mean; the tolerance is the grid's error in the tails.
    #[test]
    fn means_agree_with_quantiles() {
        for d in [
            Distribution::Uniform { low: 1.0, high: 3.0 },
            Distribution::Triangular { low: 0.0, mode: 0.3, high: 0.8 },
            Distribution::LogNormal { median: 8.0, sigma: 0.6 },
            Distribution::Weibull { shape: 0.8, median: 26.0 },
            Distribution::Exponential { mean: 12.0 },
        ] {
            let n = 200_000;
            let mean = (0..n).map(|i| d.quantile((f64::from(i) + 0.5) / f64::from(n))).sum::<f64>() / f64::from(n);
            assert!((mean / d.mean() - 1.0).abs() < 2e-3, "{d:?}: {mean} against {}", d.mean());
        }
    }
}
