//! The open needs of a person at a glance: what most events ask, without a walk through the episodes.

use serde::{Deserialize, Serialize};

use super::{Domain, Episode};

/// Domains in which a person has an open need, and in which of those it is known, helped or heavy: one bit a domain, by
/// the domain's number. Nobody has two open needs in one domain. Kept true by `District::change_episode` and its
/// neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    /// There is an open need.
    pub open: u8,
    /// Somebody outside the household and its network knows of it.
    pub known: u8,
    /// The team or the second line helps.
    pub helped: u8,
    /// It is severe or a crisis.
    pub heavy: u8,
}

impl Needs {
    /// Domains that are basic needs.
    const BASIC: u8 = {
        let (mut bits, mut i) = (0, 0);
        while i < Domain::ALL.len() {
            if Domain::ALL[i].is_basic() {
                bits |= 1 << i;
            }
            i += 1;
        }
        bits
    };

    /// Adds an episode, unless it is over.
    pub fn insert(&mut self, episode: &Episode) {
        if episode.recovered {
            return;
        }
        let bit = 1 << episode.domain as u8;
        debug_assert!(self.open & bit == 0, "a second open need in {:?}", episode.domain);
        self.open |= bit;
        self.known |= bit * u8::from(episode.known);
        self.helped |= bit * u8::from(episode.is_helped());
        self.heavy |= bit * u8::from(episode.is_heavy());
    }

    /// Takes an episode out, if it is there.
    pub fn remove(&mut self, episode: &Episode) {
        if !episode.recovered {
            let others = !(1 << episode.domain as u8);
            self.open &= others;
            self.known &= others;
            self.helped &= others;
            self.heavy &= others;
        }
    }

    /// Whether there is an open need in a domain.
    #[inline]
    pub const fn has(self, domain: Domain) -> bool {
        self.open >> domain as u8 & 1 == 1
    }

    /// Number of open needs.
    #[inline]
    pub const fn count(self) -> usize {
        self.open.count_ones() as usize
    }

    /// Domains in which the need is open and nobody outside knows.
    #[inline]
    pub const fn hidden(self) -> u8 {
        self.open & !self.known
    }

    /// Domains in which a severe need or crisis gets no help from the team or the second line.
    #[inline]
    pub const fn unhelped(self) -> u8 {
        self.heavy & !self.helped
    }

    /// Number of basic needs.
    #[inline]
    pub const fn basics(self) -> usize {
        (self.open & Self::BASIC).count_ones() as usize
    }

    /// Whether a need of another kind is severe or a crisis.
    #[inline]
    pub const fn heavy_beyond_basics(self) -> bool {
        self.heavy & !Self::BASIC != 0
    }

    /// Number of basic needs that nobody helps with.
    #[inline]
    pub const fn unsolved_basics(self) -> usize {
        (self.open & Self::BASIC & !self.helped).count_ones() as usize
    }
}
