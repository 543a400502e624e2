//! Residents, one line of the processor's cache each; and ties.

use serde::{Deserialize, Serialize};

use super::Needs;
use crate::ids::{CareId, EntitlementId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::slab::Occupant;
use crate::units::WEEKS_PER_YEAR;

/// Ages are counted up to here.
pub const MAX_AGE: u8 = 104;

/// Position in the household.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Position {
    /// Reference person: one per household; carries its episodes of debt and housing.
    #[default]
    Reference,
    /// Partner of the reference person.
    Partner,
    /// Child at home, of any age.
    Child,
    /// Another member.
    Other,
}

/// A resident: one line of the processor's cache.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[repr(align(64))]
pub struct Resident {
    /// Who it is.
    pub key: Key,
    /// Household and dwelling.
    pub household: HouseholdId,
    /// The next member of the household.
    pub next: ResidentId,
    /// The first episode, open or recovered.
    pub episodes: EpisodeId,
    /// Adult frailty in 1/4096; mean 1 over residents; 0 of a recluse.
    pub frailty_adult: u16,
    /// Youth frailty in 1/4096; mean 1 over residents.
    pub frailty_youth: u16,
    /// Generation of the slot.
    pub generation: u16,
    /// Week of birth, in weeks since week 0: nobody's age is kept up; see `Now::age`.
    pub born: i16,
    /// How many of [`Resident::LIFE_STAGES`] have been reached; what levels and households read of an age.
    pub stage: u8,
    /// Position in the household.
    pub position: Position,
    /// By how much onset may exceed the own rates in what is entered for the block of years, beside what follows from
    /// [`Person::company`] (`mechanisms::needs` says what the numbers stand for); [`Resident::NOT_OPEN`] before
    /// anything is entered.
    pub boost: u8,
    /// Facts that are true or not; see the constants.
    pub flags: u8,
    /// What somebody is like and in the middle of.
    pub person: Person,
}

impl Resident {
    /// A woman.
    pub const WOMAN: u8 = 1;
    /// Does volunteer work.
    pub const VOLUNTEER: u8 = 2;
    /// Lives in a home that is rented otherwise than from a housing corporation.
    pub const PRIVATE_RENT: u8 = 4;
    /// In long-term care.
    pub const LONG_TERM: u8 = 8;
    /// Lives in a home of a housing corporation.
    pub const SOCIAL_RENT: u8 = 16;
    /// Has a usable tie: `District::has_network`, kept true.
    pub const NETWORK: u8 = 32;
    /// Of who somebody is with: lives without another adult.
    pub const ALONE: u8 = 1;
    /// Has no usable tie: what [`Resident::NETWORK`] is not.
    pub const ISOLATED: u8 = 2;
    /// Is heavily burdened by care that is given.
    pub const STRAINED: u8 = 4;
    /// Where the income band of the household stands in the flags: two bits.
    const INCOME: u32 = 6;

    /// Boost of somebody whose block of years has not been entered.
    pub const NOT_OPEN: u8 = u8::MAX;

    /// Ages at which something changes: ties of one's own, adult, no longer a youth, older, pensioned, very old.
    pub const LIFE_STAGES: [u8; 6] = [15, 18, 23, 65, 67, 75];
    /// Stage from which on somebody has ties of their own.
    pub const WITH_TIES: u8 = 1;
    /// Stage of an adult.
    pub const ADULT: u8 = 2;
    /// Stage from which on there are no needs of youth.
    pub const NO_YOUTH: u8 = 3;
    /// Stage from which on somebody counts as older.
    pub const OLDER: u8 = 4;
    /// Stage from which on there are no needs of work.
    pub const NO_WORK: u8 = 5;
    /// Stage from which on to live alone is a sign that visits are aimed with.
    pub const VERY_OLD: u8 = 6;

    /// The stage of life at an age.
    pub fn stage_at(age: u8) -> u8 {
        Self::LIFE_STAGES.iter().filter(|&&from| age >= from).count() as u8
    }

    /// Age in whole years in a week.
    #[inline]
    pub const fn age_in(&self, week: i32) -> u8 {
        let age = (week - self.born as i32) / WEEKS_PER_YEAR;
        if age > MAX_AGE as i32 { MAX_AGE } else { age as u8 }
    }

    /// Income band of the household: 0 low, 1 middle, 2 high.
    #[inline]
    pub const fn income(&self) -> usize {
        (self.flags >> Self::INCOME) as usize
    }

    /// Where somebody stands by income band and tenure: 0 to 2 by income in a home of one's own, 3 to 5 in one of a
    /// housing corporation, 6 to 8 in another one that is rented.
    #[inline]
    pub const fn standing(&self) -> usize {
        let tenure =
            (self.flags & Self::SOCIAL_RENT != 0) as usize + 2 * (self.flags & Self::PRIVATE_RENT != 0) as usize;
        self.income() + 3 * tenure
    }

    /// Flags of a household's tenure.
    pub const fn of_tenure(tenure: u8) -> u8 {
        match tenure {
            1 => Self::SOCIAL_RENT,
            2 => Self::PRIVATE_RENT,
            _ => 0,
        }
    }

    /// A recluse: cannot have needs, opens no door, answers nobody, is on no visiting list. Known by having no frailty;
    /// for contract tests.
    #[inline]
    pub const fn is_recluse(&self) -> bool {
        self.frailty_adult == 0
    }

    /// Flags of an income band.
    pub const fn of_income(band: u8) -> u8 {
        band << Self::INCOME
    }

    /// Sets or clears a flag.
    pub const fn set(&mut self, flag: u8, on: bool) {
        self.flags = if on { self.flags | flag } else { self.flags & !flag };
    }

    /// Whether a flag is set.
    #[inline]
    pub const fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// Who somebody is with: [`Resident::ALONE`], [`Resident::ISOLATED`] and [`Resident::STRAINED`] as bits.
    #[inline]
    pub const fn company(&self) -> u8 {
        (!self.person.company.has_adult() as u8 * Self::ALONE)
            | (!self.is(Self::NETWORK) as u8 * Self::ISOLATED)
            | ((self.person.burdens > 0) as u8 * Self::STRAINED)
    }

    /// Whether this is an adult.
    #[inline]
    pub const fn is_adult(&self) -> bool {
        self.stage >= Self::ADULT
    }
}

impl Occupant for Resident {
    fn generation(&self) -> u16 {
        self.generation
    }
    fn set_generation(&mut self, generation: u16) {
        self.generation = generation;
    }
}

/// What a resident is like and in the middle of: dispositions, ties, care, services, needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// Trust in the first line, 0 to 65,535 for 0 to 1.
    pub trust_first: u16,
    /// Threshold to ask people, 0 to 255 for 0 to 1.
    pub threshold_people: u8,
    /// Threshold to ask services, likewise.
    pub threshold_services: u8,
    /// *Doenvermogen*, the capacity to act on what one knows, before debt and crisis lower it; 0 to 255 for 0 to 1.
    pub capacity: u8,
    /// Ties outside the household.
    pub ties: u8,
    /// Informal care received, minutes a week.
    pub care_received: u16,
    /// Informal care given, minutes a week.
    pub care_given: u16,
    /// First care arrangement as giver.
    pub giving: CareId,
    /// First care arrangement as receiver.
    pub receiving: CareId,
    /// First entitlement.
    pub entitlements: EntitlementId,
    /// Care arrangements given of which this person is heavily burdened.
    pub burdens: u8,
    /// Who this person lives with, and is reckoned to be with in what is entered of onset.
    pub company: Company,
    /// Domains of which no onset is entered as long as the need in it is open, one bit each.
    pub left_out: u8,
    /// Year for which `counted` holds; [`Person::NEVER`] before anything is counted.
    pub counted_year: i8,
    /// Distinct counts that this person is already in this year, one bit each.
    pub counted: u16,
    /// Open needs.
    pub needs: Needs,
}

impl Default for Person {
    fn default() -> Self {
        Self {
            trust_first: 32_768,
            threshold_people: 128,
            threshold_services: 128,
            capacity: 160,
            ties: 0,
            care_received: 0,
            care_given: 0,
            giving: CareId::NONE,
            receiving: CareId::NONE,
            entitlements: EntitlementId::NONE,
            burdens: 0,
            company: Company::default(),
            left_out: 0,
            counted_year: Self::NEVER,
            counted: 0,
            needs: Needs::default(),
        }
    }
}

impl Person {
    /// A year that has not been: burn-in and horizon lie between -2 and 100.
    pub const NEVER: i8 = i8::MIN;

    /// Trust in the first line as a share.
    pub fn trust(&self) -> f64 {
        f64::from(self.trust_first) / 65_535.0
    }

    /// Threshold to ask people as a share.
    pub fn people_threshold(&self) -> f64 {
        f64::from(self.threshold_people) / 255.0
    }

    /// Doenvermogen as a share.
    pub fn capacity_share(&self) -> f64 {
        f64::from(self.capacity) / 255.0
    }
}

/// Whether somebody lives with another adult, and whose company (see [`Resident::company`]) is reckoned with in what is
/// entered of onset, in one byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company(u8);

impl Company {
    /// Lives with another adult; the bits of [`Resident::company`] lie below it.
    const ADULT: u8 = 8;

    /// Whether there is another adult in the house: `District::has_adult_housemate`, kept true.
    #[inline]
    pub const fn has_adult(self) -> bool {
        self.0 & Self::ADULT != 0
    }

    /// The same with another adult, or without.
    #[inline]
    pub const fn with_adult(self, is: bool) -> Self {
        Self(self.entered() | (is as u8 * Self::ADULT))
    }

    /// What is reckoned with.
    #[inline]
    pub const fn entered(self) -> u8 {
        self.0 & (Self::ADULT - 1)
    }

    /// The same where other company is reckoned with.
    #[inline]
    pub const fn entering(self, company: u8) -> Self {
        Self((self.0 & Self::ADULT) | company)
    }
}

/// A tie outside the household, seen from one end, in six bytes: who is at the other end (25 bits), of which kind the
/// tie is (2 bits), and three shares of 7 bits each.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie([u16; 3]);

impl Tie {
    /// An empty place.
    pub const EMPTY: Self = Self([u16::MAX; 3]);

    const OTHER_BITS: u32 = 25;
    const SHARE_BITS: u32 = 7;
    /// In the place of a slot: somebody outside the district.
    const OUTSIDE: u32 = (1 << Self::OTHER_BITS) - 1;
    /// A share of one.
    const WHOLE: u64 = (1 << Self::SHARE_BITS) - 1;

    /// A tie with `other` ([`ResidentId::NONE`] is somebody outside the district) of kind 0 to 2; the shares lie
    /// between 0 and 1.
    ///
    /// # Panics
    /// If the slot of the other end is beyond 25 bits: more residents than a scenario may have.
    pub fn new(other: ResidentId, kind: u8, strength: f32, ask: f32, offer: f32) -> Self {
        let slot = other.some().map_or(Self::OUTSIDE, |o| o.0);
        assert!(other.some().is_none() || slot < Self::OUTSIDE, "slot {slot} is beyond what a tie can hold");
        let share = |x: f32| (x.clamp(0.0, 1.0) * Self::WHOLE as f32) as u64;
        let shares =
            [strength, ask, offer].into_iter().fold(u64::from(kind & 3), |bits, x| bits << Self::SHARE_BITS | share(x));
        let bits = shares << Self::OTHER_BITS | u64::from(slot);
        Self([bits as u16, (bits >> 16) as u16, (bits >> 32) as u16])
    }

    #[inline]
    const fn bits(self) -> u64 {
        self.0[0] as u64 | (self.0[1] as u64) << 16 | (self.0[2] as u64) << 32
    }

    #[inline]
    fn share(self, place: u32) -> f64 {
        (self.bits() >> (Self::OTHER_BITS + place * Self::SHARE_BITS) & Self::WHOLE) as f64 / Self::WHOLE as f64
    }

    /// Whether somebody is there.
    #[inline]
    pub const fn exists(&self) -> bool {
        self.kind() != 3
    }

    /// The other end; [`ResidentId::NONE`] is somebody outside the district, or nobody.
    #[inline]
    pub const fn other(self) -> ResidentId {
        let slot = self.bits() as u32 & Self::OUTSIDE;
        if slot == Self::OUTSIDE { ResidentId::NONE } else { ResidentId(slot) }
    }

    /// Kind: 0 kin, 1 friend, 2 neighbour.
    #[inline]
    pub const fn kind(self) -> u8 {
        (self.0[2] >> 14) as u8
    }

    /// Strength, 0 to 1.
    #[inline]
    pub fn strength(self) -> f64 {
        self.share(2)
    }

    /// Willingness to ask the other, 0 to 1.
    #[inline]
    pub fn ask(self) -> f64 {
        self.share(1)
    }

    /// Willingness of this end to help the other, 0 to 1.
    #[inline]
    pub fn offer(self) -> f64 {
        self.share(0)
    }

    /// A key of what the tie is like: what tells ties with people outside the district apart.
    pub const fn traits(self) -> Key {
        Key(self.bits() >> Self::OTHER_BITS)
    }
}

impl std::fmt::Debug for Tie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tie")
            .field("other", &self.other())
            .field("kind", &self.kind())
            .field("strength", &self.strength())
            .field("ask", &self.ask())
            .field("offer", &self.offer())
            .finish()
    }
}

/// Ties that one resident can have.
pub const MAX_TIES: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resident_is_one_line_of_the_cache() {
        assert_eq!(size_of::<Resident>(), 64);
    }

    #[test]
    fn a_tie_gives_back_what_was_put_in() {
        assert_eq!(size_of::<Tie>(), 6);
        assert!(!Tie::EMPTY.exists() && Tie::EMPTY.other() == ResidentId::NONE);
        for other in [ResidentId::NONE, ResidentId(0), ResidentId(19_999_999)] {
            for kind in 0..3 {
                let tie = Tie::new(other, kind, 1.0, 0.0, 0.6);
                assert_eq!((tie.exists(), tie.other(), tie.kind()), (true, other, kind));
                assert_eq!((tie.strength(), tie.ask()), (1.0, 0.0));
                assert!((tie.offer() - 0.6).abs() <= 1.0 / 127.0, "{}", tie.offer());
            }
        }
    }
}
