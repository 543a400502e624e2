//! Episodes of need: one person, one life domain, one clock; hidden or known.

use serde::{Deserialize, Serialize};

use super::{Domain, Severity};
use crate::ids::{EpisodeId, Key, ResidentId};
use crate::slab::Occupant;
use crate::units::Minute;

/// Who helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Helper {
    /// The wijkteam.
    Team,
    /// A specialist service.
    SecondLine,
    /// Family, friends, neighbours.
    Informal,
}

/// Lines of help that something is about: the first is the team, with whatever else of the municipality is asked for
/// help; the second are the services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The first.
    pub first: bool,
    /// The second.
    pub second: bool,
}

impl Lines {
    /// The first alone.
    pub const FIRST: Self = Self { first: true, second: false };
    /// The second alone.
    pub const SECOND: Self = Self { first: false, second: true };
}

/// An episode of need: one line of the processor's cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[repr(align(64))]
pub struct Episode {
    /// Who it is.
    pub key: Key,
    /// Whose it is.
    pub resident: ResidentId,
    /// The next episode of the same resident.
    pub next: EpisodeId,
    /// When it began.
    pub onset: Minute,
    /// When it passes by itself.
    pub natural_end: Minute,
    /// Week in which each helper last stopped; [`Episode::NEVER`] if never.
    pub help_ended: [i16; 3],
    /// Helps under way, by helper: of the team one bit for each team that helps, of the others their number.
    pub helping: [u8; 3],
    /// The number of the product that helps most, or of those that helped last; [`Episode::NURSE`] of none,
    /// and from [`Episode::INSTEAD`] on what takes the place of a product.
    pub strongest: u8,
    /// Services that help now: one bit a product, by its number.
    pub services: u16,
    /// Week of the recovery by help; [`Episode::NEVER`] while the need is open.
    pub recovered_in: i16,
    /// Generation of the slot.
    pub generation: u16,
    /// First year since onset of the block of years whose cells are entered; no life is longer.
    pub year: u8,
    /// Domain.
    pub domain: Domain,
    /// Severity.
    pub severity: Severity,
    /// Rate per week up to which candidates are entered, by process; see [`Episode::place`].
    pub entered: [f32; 4],
    /// Requests, cases and entitlements under way for it: whoever is in the pipeline does not ask again.
    pub in_pipeline: u8,
    /// Recovered by help, before it would have passed by itself; kept while relapse is possible.
    pub recovered: bool,
    /// Somebody outside the household and its network knows.
    pub known: bool,
    /// Aftercare was agreed.
    pub aftercare: bool,
    /// The need has come back, and somebody knew of it before: what is heard of it is no first contact.
    pub heard_before: bool,
}

impl Episode {
    /// Processes. Nobody who has recovered asks, so that relapse takes the place of asking in `entered`.
    pub const ASKING: usize = 0;
    /// Worsening.
    pub const WORSENING: usize = 1;
    /// Helped recovery.
    pub const HELPED: usize = 2;
    /// Reports.
    pub const REPORT: usize = 3;
    /// Relapse.
    pub const RELAPSE: usize = 4;
    /// Improvement: what is entered of it stands with the need's course.
    pub const IMPROVING: usize = 5;

    /// The place of a process in `entered`, but for improvement.
    #[inline]
    pub const fn place(process: usize) -> usize {
        if process == Self::RELAPSE { Self::ASKING } else { process }
    }

    /// Whether the team or the second line helps now.
    #[inline]
    pub const fn is_helped(&self) -> bool {
        self.helping[0] | self.helping[1] != 0
    }

    /// How many teams and services help now.
    #[inline]
    pub const fn professionals(&self) -> u32 {
        let [teams, services, _] = self.helping;
        teams.count_ones() + services as u32
    }

    /// Whether a team helps now, by its position in the district.
    #[inline]
    pub const fn is_helped_by(&self, team: u8) -> bool {
        self.helping[0] >> team & 1 == 1
    }

    /// Whether anybody helps or has helped, of whatever kind.
    #[inline]
    pub fn was_ever_helped(&self) -> bool {
        self.helping != [0; 3] || self.help_ended != [Self::NEVER; 3]
    }

    /// A week that has not been.
    pub const NEVER: i16 = i16::MIN;

    /// In the place of the product that helps most: the practice nurse.
    pub const NURSE: u8 = u8::MAX;

    /// In the place of the product that helps most: general provision or a collective place instead of one, from this
    /// number on by the number of that product.
    pub const INSTEAD: u8 = 128;

    /// Lengths of blocks in years, by [`Episode::block_kind`].
    pub const BLOCKS: [u8; 2] = [2, 4];

    /// Which length the block has that begins with a year: the first two years, then four at a time.
    #[inline]
    pub const fn block_kind(year: u8) -> usize {
        if year < Self::BLOCKS[0] { 0 } else { 1 }
    }

    /// The first year of the block that holds a year.
    pub const fn block_start(year: u8) -> u8 {
        let [first, next] = Self::BLOCKS;
        if year < first { 0 } else { first + (year - first) / next * next }
    }

    /// The first year after the block that begins with `year`.
    #[inline]
    pub const fn block_end(year: u8) -> u8 {
        year.saturating_add(Self::BLOCKS[Self::block_kind(year)])
    }

    /// Care arrangements that a need can have.
    pub const MOST_CARERS: usize = 2;

    /// Whether it is a need with which somebody looks around for informal care, at home.
    #[inline]
    pub const fn looks_for_care(&self) -> bool {
        !self.recovered
            && matches!(self.domain, Domain::Mental | Domain::Daily | Domain::Social | Domain::Youth)
            && self.severity as u8 >= Severity::Moderate as u8
    }

    /// Carers that it has, and those that it lacks.
    #[inline]
    pub fn carers(&self) -> (usize, usize) {
        let has = usize::from(self.helping[Helper::Informal as usize]);
        (has, Self::MOST_CARERS.saturating_sub(has))
    }

    /// Severe or in crisis.
    #[inline]
    pub fn is_heavy(&self) -> bool {
        self.severity >= Severity::Severe
    }
}

impl Occupant for Episode {
    fn generation(&self) -> u16 {
        self.generation
    }
    fn set_generation(&mut self, generation: u16) {
        self.generation = generation;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_episode_is_one_cache_line() {
        assert_eq!(size_of::<Episode>(), 64);
    }

    #[test]
    fn blocks_follow_one_another() {
        let mut year = 0;
        for length in [2, 4, 4, 4] {
            assert_eq!(Episode::block_end(year) - year, length);
            for inside in year..Episode::block_end(year) {
                assert_eq!(Episode::block_start(inside), year);
            }
            year = Episode::block_end(year);
        }
    }
}
