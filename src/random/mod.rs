//! Keyed draws: (seed, sample, replicate, process, entity, occasion) -> 64 bits.
//!
//! A draw is a pure function of what it is for. Nothing is ever "the next number of a stream", so a policy that
//! prevents one event shifts no other: a person lives the same life in two scenarios except for what the policy
//! changed. The mixing function is the finaliser of SplitMix64 (Steele, Lea & Flood 2014, variant 13 of Stafford),
//! applied twice.
//!
//! Where an algorithm takes as many draws as it needs (a shuffle, a choice, several numbers about one thing), a
//! [`Sequence`] gives them: SplitMix64 from a start that is a keyed draw itself, for the algorithms of `rand`.

mod cells;
mod distribution;
mod sequence;

pub use cells::{CellKey, Cells, Point, at_least};
pub use distribution::{Distribution, standard_normal_cdf, standard_normal_quantile};
pub use sequence::Sequence;

use serde::{Deserialize, Serialize};

use crate::ids::Key;

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finaliser of SplitMix64: a bijection of 64 bits.
#[inline]
pub const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Bits to a number strictly between 0 and 1.
#[inline]
pub fn unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
}

/// FNV-1a over a text, for keys that come from names (key paths of uncertain numbers, names of districts).
pub const fn hash_text(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01B3);
        i += 1;
    }
    mix(hash)
}

/// The quantile of an uncertain number in a sample. It is keyed by the number's path alone, so that it is the same in
/// every scenario and replicate, even where the distributions differ.
pub fn assumption(seed: u64, sample: u32, path: &str) -> f64 {
    unit(Draws::new(seed, sample, u32::MAX).bits(Process::ASSUMPTION, Key(hash_text(path)), 0))
}

/// What a draw is for. One question is one process. Numbers are permanent: one that is reused or changed moves every
/// result. A mechanism names its processes in its own rows ([`draws!`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Process(u16);

impl Process {
    /// The process of a number.
    pub const fn numbered(number: u16) -> Self {
        Self(number)
    }
}

/// Names processes by their permanent numbers: associated constants of [`Process`], and the list `DRAWS` of both.
macro_rules! draws {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        impl crate::random::Process {
            $($(#[$doc])* pub const $name: Self = Self::numbered($number);)*
        }

        /// The processes that are named here, with their numbers.
        pub(crate) const DRAWS: &[(&str, u16)] = &[$((stringify!($name), $number)),*];
    };
}
pub(crate) use draws;

/// Numbers of processes that are no more; they are not given again.
pub const RETIRED: [u16; 4] = [3, 21, 56, 57];

draws! {
    /// Quantile of an uncertain number (entity: key path).
    ASSUMPTION = 1;
    /// A lever that only draws numbers (contract tests).
    INERT = 55;
}

/// The keyed draws of one (seed, sample, replicate).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draws {
    base: u64,
}

impl Draws {
    /// Draws of one replicate of one sample under a seed.
    pub const fn new(seed: u64, sample: u32, replicate: u32) -> Self {
        let a = mix(seed.wrapping_add(GOLDEN));
        let b = mix(a ^ (sample as u64).wrapping_add(1).wrapping_mul(GOLDEN));
        Self { base: mix(b ^ (replicate as u64).wrapping_add(1).wrapping_mul(0xD1B5_4A32_D192_ED03)) }
    }

    /// Draws of their own for a part of the world, such as a district among others: what has equal keys in two parts
    /// shares no draw.
    #[must_use]
    pub const fn within(self, part: Key) -> Self {
        Self { base: mix(self.base ^ part.0) }
    }

    /// 64 random bits for (process, entity, occasion).
    #[inline]
    pub const fn bits(self, process: Process, entity: Key, occasion: u64) -> u64 {
        self.stream(process, entity).bits(occasion)
    }

    /// The draws of one entity for one process, for who needs several of them.
    #[inline]
    pub const fn stream(self, process: Process, entity: Key) -> Stream {
        let p = self.base.wrapping_add((process.0 as u64).wrapping_mul(GOLDEN));
        Stream(mix(p ^ entity.0))
    }

    /// A number strictly between 0 and 1 for (process, entity, occasion).
    #[inline]
    pub fn unit(self, process: Process, entity: Key, occasion: u64) -> f64 {
        unit(self.bits(process, entity, occasion))
    }

    /// A key derived from what an entity is: the process that makes it, its maker, and the point at which it was made.
    #[inline]
    pub const fn key(self, process: Process, maker: Key, point: u64) -> Key {
        Key(self.bits(process, maker, point))
    }
}

/// The draws of one entity for one process.
#[derive(Clone, Copy, Debug)]
pub struct Stream(u64);

impl Stream {
    /// 64 random bits for an occasion.
    #[inline]
    pub const fn bits(self, occasion: u64) -> u64 {
        mix(self.0.wrapping_add(occasion.wrapping_mul(GOLDEN)))
    }

    /// A number strictly between 0 and 1 for an occasion.
    #[inline]
    pub fn unit(self, occasion: u64) -> f64 {
        unit(self.bits(occasion))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_stable() {
        let d = Draws::new(1, 2, 3);
        assert_eq!(d.bits(Process::ONSET, Key(4), 5), VALUE);
        assert_eq!(hash_text("onset.mental"), TEXT);
    }
    const VALUE: u64 = 7_590_734_466_854_674_721;
    const TEXT: u64 = 2_989_631_962_962_841_513;

    /// Each of the key's five parts must move about half of the 64 bits: the mean over 4,096 pairs lies within five
    /// standard errors (4 / sqrt(4096) bits each) of 32.
    #[test]
    fn every_part_of_the_key_avalanches() {
        let n = 4096_u64;
        let flips = |f: &dyn Fn(u64) -> (u64, u64)| {
            (0..n)
                .map(|i| {
                    let (a, b) = f(i);
                    f64::from((a ^ b).count_ones())
                })
                .sum::<f64>()
                / n as f64
        };
        let d = Draws::new(9, 0, 0);
        let tests: [f64; 5] = [
            flips(&|i| (d.bits(Process::ONSET, Key(i), 7), d.bits(Process::ONSET, Key(i + 1), 7))),
            flips(&|i| (d.bits(Process::ONSET, Key(7), i), d.bits(Process::ONSET, Key(7), i + 1))),
            flips(&|i| (d.bits(Process::ONSET, Key(i), 7), d.bits(Process::GRANT, Key(i), 7))),
            flips(&|i| {
                (
                    Draws::new(i, 0, 0).bits(Process::ONSET, Key(1), 7),
                    Draws::new(i + 1, 0, 0).bits(Process::ONSET, Key(1), 7),
                )
            }),
            flips(&|i| {
                (
                    Draws::new(5, i as u32, 0).bits(Process::ONSET, Key(1), 7),
                    Draws::new(5, i as u32, 1).bits(Process::ONSET, Key(1), 7),
                )
            }),
        ];
        for mean in tests {
            assert!((mean - 32.0).abs() < 5.0 * 4.0 / 64.0, "mean flips {mean}");
        }
    }
}
