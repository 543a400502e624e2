//! Draws one after another, for algorithms that take as many as they need.

use std::convert::Infallible;

use rand::TryRng;
use rand::rand_core::utils::fill_bytes_via_next_word;

use super::{Draws, GOLDEN, Process, Stream, mix};
use crate::ids::Key;

/// The draws of one (process, entity, occasion), counted: a generator for the algorithms of `rand`.
///
/// It is for what takes several draws: the order of a list, a choice out of many, the numbers of one tie. What a
/// sequence draws is a function of its key and of what is asked of it, so two scenarios agree on it as long as they ask
/// the same. Where their lists can differ, every member has a keyed draw of its own instead: a shuffle turns half of
/// all pairs when one is missing.
///
/// It is SplitMix64 (Steele, Lea & Flood 2014) from a keyed start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence(u64);

impl Draws {
    /// As many draws as an algorithm needs for (process, entity, occasion).
    #[inline]
    pub const fn sequence(self, process: Process, entity: Key, occasion: u64) -> Sequence {
        self.stream(process, entity).sequence(occasion)
    }
}

impl Stream {
    /// As many draws as an algorithm needs for an occasion.
    #[inline]
    pub const fn sequence(self, occasion: u64) -> Sequence {
        Sequence(self.bits(occasion))
    }
}

impl TryRng for Sequence {
    type Error = Infallible;

    /// The upper half of the next draw.
    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.try_next_u64()? >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(GOLDEN);
        Ok(mix(self.0))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(bytes, || self.try_next_u64())
    }
}

#[cfg(test)]
mod tests {
    use rand::distr::Open01;
    use rand::{Rng, RngExt};

    use super::*;
    use crate::random::unit;

    fn sequence() -> Sequence {
        Draws::new(1, 2, 3).sequence(Process::SYNTHESIS_TIE, Key(4), 5)
    }

    /// The first three numbers of SplitMix64 from 1234567, as published with the reference implementation (Vigna 2015).
    #[test]
    fn it_is_split_mix() {
        let mut from = Sequence(1_234_567);
        let drawn: [u64; 3] = std::array::from_fn(|_| from.next_u64());
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    /// `rand`'s open interval is the one that keyed draws have.
    #[test]
    fn the_open_interval_is_that_of_a_keyed_draw() {
        let (mut bits, mut units) = (sequence(), sequence());
        for _ in 0..1000 {
            let drawn: f64 = units.sample(Open01);
            assert_eq!(drawn.to_bits(), unit(bits.next_u64()).to_bits());
        }
    }

    /// Neighbouring occasions, entities and processes share no number among the first thousand of each.
    #[test]
    fn sequences_do_not_overlap() {
        let draws = Draws::new(1, 2, 3);
        let mut all: Vec<u64> = Vec::new();
        for process in [Process::SYNTHESIS_TIE, Process::SYNTHESIS_HOUSEHOLD] {
            for (entity, occasion) in (0..4).flat_map(|entity| (0..4).map(move |occasion| (entity, occasion))) {
                let mut luck = draws.sequence(process, Key(entity), occasion);
                all.extend((0..1000).map(|_| luck.next_u64()));
            }
        }
        let n = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), n);
    }
}
