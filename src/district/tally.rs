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
        tally_needs(&mut self.levels, &self.residents[r], needs, sign);
    }

    /// Changes an episode: the only way to do so where levels know of it.
    #[inline]
    pub fn change_episode(&mut self, e: EpisodeId, f: impl FnOnce(&mut Episode)) {
        let episode = &mut self.episodes[e];
        let resident = &mut self.residents[episode.resident];
        let (l, at_home) = (&mut self.levels, !resident.is(Resident::LONG_TERM));
        let before = resident.person.needs;
        l.tally_episode_of(episode, at_home, -1);
        resident.person.needs.remove(episode);
        f(episode);
        resident.person.needs.insert(episode);
        l.tally_episode_of(episode, at_home, 1);
        let after = resident.person.needs;
        // What the person counts as changes less often than the episode does.
        if after != before {
            tally_needs(l, resident, before, -1);
            tally_needs(l, resident, after, 1);
        }
    }

    /// Adds an episode to the levels (`sign` 1) or takes it away (-1).
    pub(super) fn count_episode(&mut self, e: EpisodeId, sign: i64) {
        let episode = &self.episodes[e];
        let resident = &mut self.residents[episode.resident];
        let before = resident.person.needs;
        if sign > 0 {
            resident.person.needs.insert(episode);
        } else {
            resident.person.needs.remove(episode);
        }
        let l = &mut self.levels;
        l.tally_episode_of(episode, !resident.is(Resident::LONG_TERM), sign);
        tally_needs(l, resident, before, -1);
        tally_needs(l, resident, resident.person.needs, 1);
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
        let before = std::mem::replace(&mut self.residents[r].person.trust_first, trust);
        let change = i64::from(trust) - i64::from(before);
        self.levels.trust += change;
        if self.rooms.trust.0.get(&self.residents, r).is_none() {
            self.levels.trust_second += change;
        }
    }

    /// Sets a resident's trust in the second line, apart from that in the first.
    pub fn set_trust_second(&mut self, r: ResidentId, trust: u16) {
        let [_, before] = self.trusts(r);
        *self.rooms.trust.0.of_mut(&self.residents, r) = trust;
        self.levels.trust_second += i64::from(trust) - i64::from(before);
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

    /// The levels counted anew from episodes and people, for checks: they equal the live ones.
    pub fn recount(&self) -> Levels {
        let mut copy = Self { levels: Levels::default(), ..self.clone() };
        for h in 0..copy.households.len() {
            let members: Vec<ResidentId> = copy.members(crate::ids::HouseholdId(h as u32)).collect();
            for r in members {
                copy.refresh_company(r);
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

    /// Finds out anew whether a resident lives with another adult, after the household has changed.
    pub fn refresh_company(&mut self, r: ResidentId) {
        let is = self.has_adult_housemate(r);
        let company = &mut self.residents[r].person.company;
        *company = company.with_adult(is);
    }

    /// Whether a resident cannot have needs: nothing about needs is entered, and nothing reaches them.
    pub fn is_needless(&self, r: ResidentId) -> bool {
        self.residents[r].is_recluse()
    }
}

/// Adds what a resident with such needs counts as (`sign` 1) or takes it away (-1).
fn tally_needs(l: &mut Levels, resident: &Resident, needs: Needs, sign: i64) {
    if needs.open == 0 {
        return;
    }
    l.open += sign;
    l.hidden += sign * i64::from(needs.hidden() != 0);
    l.known += sign * i64::from(needs.known != 0);
    l.severe += sign * i64::from(needs.heavy != 0);
    l.no_network_unhelped += sign * i64::from(needs.helped == 0 && !resident.is(Resident::NETWORK));
    if needs.unhelped() != 0 {
        l.unhelped += sign;
        for g in groups(resident) {
            l.unhelped_groups[g] += sign;
        }
    }
}
