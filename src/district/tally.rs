//! The doors through which changes that levels count go.

use super::levels::{Levels, groups};
use super::state::District;
use crate::entities::{Episode, Needs, Resident};
use crate::ids::{EpisodeId, ResidentId};

impl District {
    /// Adds (`sign` 1) or takes away (-1) everything about a resident.
    pub fn tally(&mut self, r: ResidentId, sign: i64) {
        let second = i64::from(self.trusts(r)[1]);
        let resident = &self.residents[r];
        let person = &self.residents[r].person;
        let l = &mut self.levels;
        l.residents += sign;
        l.by_age[0] += sign * i64::from(resident.stage < Resident::NO_YOUTH);
        l.by_age[1] += sign * i64::from((Resident::ADULT..Resident::OLDER).contains(&resident.stage));
        l.by_age[2] += sign * i64::from(resident.stage >= Resident::OLDER);
        for g in groups(resident) {
            l.groups[g] += sign;
        }
        l.volunteers += sign * i64::from(resident.is(Resident::VOLUNTEER));
        l.trust += sign * i64::from(person.trust_first);
        l.trust_second += sign * second;
        let needs = person.needs;
        self.tally_giving(r, sign);
        self.tally_needs(r, needs, sign);
    }

    /// Changes an episode: the only way to do so where levels know of it.
    #[inline]
    pub fn change_episode(&mut self, e: EpisodeId, f: impl FnOnce(&mut Episode)) {
        self.count_episode(e, -1);
        f(&mut self.episodes[e]);
        self.count_episode(e, 1);
    }

    /// Adds an episode to the levels (`sign` 1) or takes it away (-1).
    pub(super) fn count_episode(&mut self, e: EpisodeId, sign: i64) {
        let episode = &self.episodes[e];
        let r = episode.resident;
        let mut needs = self.needs_of(r);
        if sign > 0 {
            needs.insert(episode);
        } else {
            needs.remove(episode);
        }
        self.levels.tally_episode(episode, sign);
        if !self.residents[r].is(Resident::LONG_TERM) {
            self.levels.tally_carers(episode, sign);
        }
        let before = std::mem::replace(&mut self.residents[r].person.needs, needs);
        self.tally_needs(r, before, -1);
        self.tally_needs(r, needs, 1);
    }

    /// Changes what a resident gives in informal care, and nothing else about them.
    pub fn change_giving(&mut self, r: ResidentId, f: impl FnOnce(&mut Self)) {
        self.tally_giving(r, -1);
        f(self);
        self.tally_giving(r, 1);
    }

    /// A resident's trust in the first and in the second line, 0 to 65,535: that in the second is that in the first
    /// until something has told them apart.
    #[inline]
    pub fn trusts(&self, r: ResidentId) -> [u16; 2] {
        let first = self.residents[r].person.trust_first;
        [first, self.rooms.trust.0.get(&self.residents, r).copied().unwrap_or(first)]
    }

    /// Somebody is in long-term care from now on, for which no carer at home is looked for, or is not.
    pub fn set_long_term(&mut self, r: ResidentId, is: bool) {
        let episodes: Vec<EpisodeId> = self.episodes_of(r).collect();
        for &e in &episodes {
            self.count_episode(e, -1);
        }
        self.change(r, |d| d.residents[r].set(Resident::LONG_TERM, is));
        for &e in &episodes {
            self.count_episode(e, 1);
        }
    }

    /// Sets a resident's trust in the first line; that in the second follows while nothing has told them apart.
    pub fn set_trust(&mut self, r: ResidentId, trust: u16) {
        self.change_trusts(r, |d| d.residents[r].person.trust_first = trust);
    }

    /// Sets a resident's trust in the second line, apart from that in the first.
    pub fn set_trust_second(&mut self, r: ResidentId, trust: u16) {
        self.change_trusts(r, |d| *d.rooms.trust.0.of_mut(&d.residents, r) = trust);
    }

    fn change_trusts(&mut self, r: ResidentId, f: impl FnOnce(&mut Self)) {
        let before = self.trusts(r);
        f(self);
        let after = self.trusts(r);
        self.levels.trust += i64::from(after[0]) - i64::from(before[0]);
        self.levels.trust_second += i64::from(after[1]) - i64::from(before[1]);
    }

    fn tally_giving(&mut self, r: ResidentId, sign: i64) {
        let person = &self.residents[r].person;
        let l = &mut self.levels;
        if person.giving.some().is_some() {
            l.carers += sign;
            l.burdened += sign * i64::from(person.burdens > 0);
            l.care_minutes += sign * i64::from(person.care_given);
        }
    }

    fn tally_needs(&mut self, r: ResidentId, needs: Needs, sign: i64) {
        if needs.open == 0 {
            return;
        }
        let resident = &self.residents[r];
        let l = &mut self.levels;
        l.open += sign;
        l.hidden += sign * i64::from(needs.hidden() != 0);
        l.known += sign * i64::from(needs.known != 0);
        l.no_network_unhelped += sign * i64::from(needs.helped == 0 && !resident.is(Resident::NETWORK));
        if needs.unhelped() != 0 {
            l.unhelped += sign;
            for g in groups(resident) {
                l.unhelped_groups[g] += sign;
            }
        }
    }

    /// The levels counted anew from episodes and people, for checks: they equal the live ones.
    pub fn recount(&self) -> Levels {
        let mut copy = Self { levels: Levels::default(), ..self.clone() };
        for h in 0..copy.households.len() {
            let members: Vec<ResidentId> = copy.members(crate::ids::HouseholdId(h as u32)).collect();
            for r in members {
                let network = copy.has_network(r);
                copy.residents[r].set(Resident::NETWORK, network);
                copy.residents[r].person.needs = Needs::default();
                copy.tally(r, 1);
                let episodes: Vec<EpisodeId> = copy.episodes_of(r).collect();
                for e in episodes {
                    copy.count_episode(e, 1);
                }
            }
        }
        copy.levels
    }

    /// Finds out anew whether a resident has a usable tie, after ties or the household have changed.
    pub fn refresh_network(&mut self, r: ResidentId) {
        let network = self.has_network(r);
        if network != self.residents[r].is(Resident::NETWORK) {
            self.change(r, |d| d.residents[r].set(Resident::NETWORK, network));
        }
    }

    /// Whether a resident cannot have needs: nothing about needs is entered, and nothing reaches them.
    pub fn is_needless(&self, r: ResidentId) -> bool {
        self.residents[r].is(Resident::NEEDLESS)
    }
}
