//! The whole state of one simulated district.

use super::events::{Event, EventLog, What};
use super::levels::Levels;
use super::presence::Presence;
use super::queue::Arrival;
use super::team::Team;
use crate::calendar::{Calendar, Entry, Occasion};
use crate::entities::{
    Care, Case, CaseState, Entitlement, Episode, Form, Helper, Household, MAX_TIES, Needs, Neighbourhood, PRODUCTS,
    Product, ProductGroup, Resident, Stage, Tie,
};
use crate::ids::{CareId, CaseId, EntitlementId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::ledger::Ledger;
use crate::mechanisms::for_rooms;
use crate::observation::{Counts, Indicator, catalogue};
use crate::settings::Settings;
use crate::slab::{Rows, Slab};
use crate::units::{Minute, Week};
use serde::{Deserialize, Serialize};

macro_rules! all_states {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        /// What mechanisms keep beside what entities have.
        #[derive(Clone, Debug, Default, Serialize, Deserialize)]
        pub struct Rooms {
            $(
                $(#[$when])*
                #[doc = concat!("Of `mechanisms::", stringify!($room), "`.")]
                pub $room: crate::mechanisms::$room::rows::State,
            )*
        }
    };
}
for_rooms!(all_states);

/// One district.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct District {
    /// Residents.
    pub residents: Slab<ResidentId, Resident>,
    /// Ties outside the household, by the same slots.
    pub ties: Rows<ResidentId, [Tie; MAX_TIES]>,
    /// Dwellings and their households.
    pub households: Rows<HouseholdId, Household>,
    /// Neighbourhoods.
    pub neighbourhoods: Vec<Neighbourhood>,
    /// Episodes of need.
    pub episodes: Slab<EpisodeId, Episode>,
    /// Informal care.
    pub cares: Slab<CareId, Care>,
    /// Cases of the team.
    pub cases: Slab<CaseId, Case>,
    /// Entitlements, from the first request on.
    pub entitlements: Slab<EntitlementId, Entitlement>,
    /// What mechanisms keep beside it.
    pub rooms: Rooms,
    /// The teams, in the order of the file; the simulated municipality has at least one.
    pub teams: Vec<Team>,
    /// What they do together in the streets.
    pub presence: Presence,
    /// What may or will happen.
    pub calendar: Calendar,
    /// Live levels.
    pub levels: Levels,
    /// Sums of the year under way.
    pub counts: Counts,
    /// Who paid whom.
    pub(crate) ledger: Ledger,
    /// What happened this week, if anybody looks.
    pub log: EventLog,
    /// Arrivals at and departures from the region's queues in the week under way, by product.
    pub arrivals: Vec<Vec<Arrival>>,
    /// Known needs that have passed and are still on file.
    pub files_late: i64,
    /// Residents as planned with at the start: what a municipality divides hours and homes by.
    pub planned_residents: f64,
}

impl District {
    /// FTE of a team that work in a week: planned, less vacancies and jobs that are new and not filled yet.
    pub fn team_fte(&self, settings: &Settings, team: usize) -> f64 {
        (settings.team.fte_of(team) - self.teams[team].unfilled_fte).max(0.0) * self.teams[team].filled
    }

    /// The household of a resident.
    #[inline]
    pub fn household_of(&self, r: ResidentId) -> HouseholdId {
        self.residents[r].household
    }

    /// Members of a household, in the order of its list.
    pub fn members(&self, h: HouseholdId) -> Members<'_> {
        Members { district: self, next: self.households[h].first }
    }

    /// Everybody who lives here, household by household.
    pub fn everybody(&self) -> impl Iterator<Item = ResidentId> + '_ {
        self.households.all().flat_map(|h| self.members(h))
    }

    /// The first of a household's list: its reference person, until that one has gone.
    pub fn reference_of(&self, h: HouseholdId) -> ResidentId {
        self.households[h].first
    }

    /// Episodes of a resident: open ones, and recovered ones that can come back.
    #[inline]
    pub fn episodes_of(&self, r: ResidentId) -> Episodes<'_> {
        Episodes { district: self, next: self.residents[r].episodes }
    }

    /// The open needs of a resident.
    #[inline]
    pub fn needs_of(&self, r: ResidentId) -> Needs {
        self.residents[r].person.needs
    }

    /// Ties of a resident that exist.
    pub fn ties_of(&self, r: ResidentId) -> impl Iterator<Item = Tie> + '_ {
        self.ties[r].iter().copied().filter(Tie::exists)
    }

    /// Whether somebody has a usable tie: a tie, or an adult housemate.
    pub fn has_network(&self, r: ResidentId) -> bool {
        self.residents[r].person.ties > 0 || self.residents[r].person.company.has_adult()
    }

    /// Whether a resident lives with another adult.
    pub fn has_adult_housemate(&self, r: ResidentId) -> bool {
        self.members(self.household_of(r)).any(|m| m != r && self.residents[m].is_adult())
    }

    /// Changes a resident's state: the way to do so where levels count it and no narrower door (`levels.rs`) is enough.
    #[inline]
    pub fn change<T>(&mut self, r: ResidentId, f: impl FnOnce(&mut Self) -> T) -> T {
        self.tally(r, -1);
        let result = f(self);
        self.tally(r, 1);
        result
    }

    /// Removes the ties of a resident, seen from both ends.
    pub fn remove_ties(&mut self, r: ResidentId) {
        if self.residents[r].person.ties == 0 {
            return;
        }
        self.look_at_ties(r);
        for place in 0..MAX_TIES {
            let tie = std::mem::replace(&mut self.ties[r][place], Tie::EMPTY);
            let Some(other) = tie.other().some().filter(|_| tie.exists()) else { continue };
            let Some(back) = self.ties[other].iter().position(|t| t.exists() && t.other() == r) else {
                continue;
            };
            self.ties[other][back] = Tie::EMPTY;
            self.residents[other].person.ties -= 1;
            if self.residents[other].person.ties == 0 {
                self.refresh_network(other);
            }
        }
        self.residents[r].person.ties = 0;
        self.refresh_network(r);
    }

    /// Puts a tie into a free place of a resident, if there is one.
    pub fn add_tie(&mut self, r: ResidentId, tie: Tie) {
        if let Some(free) = self.ties[r].iter_mut().find(|t| !t.exists()) {
            *free = tie;
            self.residents[r].person.ties += 1;
            self.refresh_network(r);
        }
    }

    /// Marks a distinct person in the year under way, and returns what was marked before.
    fn mark(&mut self, r: ResidentId, week: Week, mark: u16) -> u16 {
        let person = &mut self.residents[r].person;
        let year = week.year() as i8;
        if person.counted_year != year {
            person.counted_year = year;
            person.counted = 0;
        }
        let before = person.counted;
        person.counted |= mark;
        before
    }

    /// Counts a resident as served by a product in the year under way, and in the groups of products that it is of.
    pub fn mark_served(&mut self, r: ResidentId, product: Product, week: Week) {
        let before = self.mark(r, week, 1 << product as u16);
        if before & 1 << product as u16 != 0 {
            return;
        }
        self.counts.add_at(catalogue::CLIENTS + product as usize, 1);
        for (products, indicator) in SERVED {
            if products & 1 << product as u16 != 0 && before & products == 0 {
                self.counts.add(indicator, 1);
            }
        }
    }

    /// Counts a resident as registered with the second line in the year under way, if the product belongs to it.
    pub fn mark_registered(&mut self, r: ResidentId, product: Product, week: Week) {
        if product.group() == ProductGroup::SecondLine && self.mark(r, week, MARK_REGISTERED) & MARK_REGISTERED == 0 {
            self.counts.add(Indicator::REGISTERED_SECOND_LINE, 1);
        }
    }

    /// Counts a resident as in contact with the team in the year under way.
    pub fn mark_team(&mut self, r: ResidentId, week: Week) {
        let stage = self.residents[r].stage;
        if stage >= Resident::ADULT && self.mark(r, week, MARK_TEAM) & MARK_TEAM == 0 {
            let older = stage >= Resident::OLDER;
            let indicator = if older { Indicator::PERSONS_TEAM_OLDER } else { Indicator::PERSONS_TEAM_ADULT };
            self.counts.add(indicator, 1);
        }
    }

    /// Begins a year of counting: whoever is served or has an open case counts from its first day.
    pub fn begin_year(&mut self, week: Week) {
        for x in self.entitlements.all() {
            let ent = &self.entitlements[x];
            let served = matches!(ent.stage, Stage::Served | Stage::AwaitingHome);
            if let Some(r) = ent.resident.some().filter(|_| served) {
                let (product, registered) = (ent.product, ent.registered);
                self.mark_served(r, product, week);
                if registered {
                    self.mark_registered(r, product, week);
                }
            }
        }
        for h in self.households.all() {
            if !self.cases_of(h).any(|case| self.cases[case].state == CaseState::Open) {
                continue;
            }
            let helped: Vec<ResidentId> = self
                .members(h)
                .filter(|&m| self.episodes_of(m).any(|e| self.episodes[e].helping[Helper::Team as usize] != 0))
                .collect();
            for r in helped {
                self.mark_team(r, week);
            }
        }
    }

    /// The cases of a household, one with each team.
    pub fn cases_of(&self, h: HouseholdId) -> impl Iterator<Item = CaseId> + '_ {
        std::iter::successors(self.households[h].case.some(), |case| self.cases[*case].next.some())
    }

    /// The case of a household with a team.
    pub fn case_with(&self, h: HouseholdId, team: usize) -> Option<CaseId> {
        self.cases_of(h).find(|case| usize::from(self.cases[*case].team) == team)
    }

    /// Puts a case at the head of its household's list.
    pub fn link_case(&mut self, c: CaseId) {
        let h = self.cases[c].household;
        self.cases[c].next = self.households[h].case;
        self.households[h].case = c;
    }

    /// Takes a case out of its household's list, in which it stands.
    pub fn unlink_case(&mut self, c: CaseId) {
        let (h, next) = (self.cases[c].household, self.cases[c].next);
        if self.households[h].case == c {
            self.households[h].case = next;
            return;
        }
        let before = self.cases_of(h).find(|before| self.cases[*before].next == c);
        if let Some(before) = before {
            self.cases[before].next = next;
        }
    }

    /// The team that takes on a need: the first whose remit holds it, and where it comes on top of another, that other
    /// too. Where nobody's remit holds it the first team does.
    pub fn team_for(&self, e: EpisodeId, age: u8) -> (usize, Option<usize>) {
        let Episode { resident, domain, .. } = self.episodes[e];
        let neighbourhood = self.households[self.household_of(resident)].neighbourhood;
        let first = |extra: bool| {
            let of_form = |team: &Team| (team.form == Form::Extra) == extra;
            self.teams.iter().position(|team| of_form(team) && team.remit.holds(domain, age, neighbourhood))
        };
        let usual = first(false).unwrap_or(0);
        first(true).map_or((usual, None), |on_top| (on_top, Some(usual)))
    }

    /// Adds an episode to its resident, at the head of the list.
    pub fn add_episode(&mut self, mut episode: Episode) -> EpisodeId {
        let r = episode.resident;
        episode.next = self.residents[r].episodes;
        let e = self.episodes.insert(episode);
        self.residents[r].episodes = e;
        self.count_episode(e, 1);
        e
    }

    /// Takes an episode from its resident and frees its slot.
    pub fn remove_episode(&mut self, e: EpisodeId) {
        self.unlink_episode(e);
        self.episodes.free(e);
    }

    /// Gives an episode to another member of the household, who has no open need of its domain.
    pub fn hand_over_episode(&mut self, e: EpisodeId, to: ResidentId) {
        self.unlink_episode(e);
        self.episodes[e].resident = to;
        self.episodes[e].next = self.residents[to].episodes;
        self.residents[to].episodes = e;
        self.count_episode(e, 1);
    }

    fn unlink_episode(&mut self, e: EpisodeId) {
        self.count_episode(e, -1);
        let (r, next) = (self.episodes[e].resident, self.episodes[e].next);
        if self.residents[r].episodes == e {
            self.residents[r].episodes = next;
        } else {
            let mut at = self.residents[r].episodes;
            while self.episodes[at].next != e {
                at = self.episodes[at].next;
            }
            self.episodes[at].next = next;
        }
    }

    /// Puts an entitlement at the head of its resident's list.
    pub fn link_entitlement(&mut self, e: EntitlementId) {
        let r = self.entitlements[e].resident;
        self.entitlements[e].next = self.residents[r].person.entitlements;
        self.residents[r].person.entitlements = e;
    }

    /// Takes an entitlement out of its resident's list, if it has one, and frees its slot.
    pub fn unlink_entitlement(&mut self, e: EntitlementId) {
        if self.entitlements[e].resident.some().is_some() {
            self.detach_entitlement(e);
        }
        self.entitlements.free(e);
    }

    /// Takes an entitlement out of its resident's list; the queue may still hold it.
    pub fn detach_entitlement(&mut self, e: EntitlementId) {
        let (r, next) = (self.entitlements[e].resident, self.entitlements[e].next);
        if self.residents[r].person.entitlements == e {
            self.residents[r].person.entitlements = next;
        } else {
            let mut at = self.residents[r].person.entitlements;
            while self.entitlements[at].next != e {
                at = self.entitlements[at].next;
            }
            self.entitlements[at].next = next;
        }
        self.entitlements[e].resident = ResidentId::NONE;
        self.entitlements[e].next = EntitlementId::NONE;
    }

    /// Entitlements of a resident.
    pub fn entitlements_of(&self, r: ResidentId) -> impl Iterator<Item = EntitlementId> + '_ {
        let first = self.residents[r].person.entitlements.some();
        std::iter::successors(first, |x| self.entitlements[*x].next.some())
    }

    /// Care arrangements that a resident receives (`false`) or gives (`true`).
    pub fn cares_of(&self, r: ResidentId, given: bool) -> impl Iterator<Item = CareId> + '_ {
        let person = &self.residents[r].person;
        let first = if given { person.giving } else { person.receiving };
        std::iter::successors(first.some(), move |c| {
            let care = &self.cares[*c];
            if given { care.next_given } else { care.next_received }.some()
        })
    }

    /// Enters something about an episode.
    pub fn schedule_episode(&mut self, e: EpisodeId, what: Occasion, at: Minute, tie: u32, aux: u8) {
        let generation = self.episodes[e].generation;
        self.calendar.add(Entry { at, tie, slot: e.0, generation, what, aux });
    }

    /// Enters something about an entitlement.
    pub fn schedule_entitlement(&mut self, e: EntitlementId, what: Occasion, at: Minute, tie: u32) {
        let generation = self.entitlements[e].generation;
        self.calendar.add(Entry { at, tie, slot: e.0, generation, what, aux: 0 });
    }
}

/// Counts of distinct people by what they are served with: the products, one bit each, any of which makes somebody
/// count.
const SERVED: [(u16, Indicator); 4] = {
    let (mut second_line, mut at_home, mut wmo, mut youth, mut i) = (0, 0, 0, 0, 0);
    while i < PRODUCTS {
        let (product, bit) = (Product::ALL[i], 1 << i);
        match product.group() {
            ProductGroup::SecondLine => second_line |= bit,
            ProductGroup::HelpAtHome => at_home |= bit,
        }
        wmo |= if product.is_wmo() { bit } else { 0 };
        youth |= if product.is_youth_help() { bit } else { 0 };
        i += 1;
    }
    [
        (second_line, Indicator::PERSONS_SECOND_LINE),
        (at_home, Indicator::PERSONS_HELP_AT_HOME),
        (wmo, Indicator::PERSONS_WMO),
        (youth, Indicator::PERSONS_YOUTH_HELP),
    ]
};
/// The mark of contact with the team, behind those of the products.
const MARK_TEAM: u16 = 1 << PRODUCTS;
/// Second line, as registered.
const MARK_REGISTERED: u16 = MARK_TEAM << 1;

/// Members of a household.
#[derive(Debug)]
pub struct Members<'a> {
    district: &'a District,
    next: ResidentId,
}

impl Iterator for Members<'_> {
    type Item = ResidentId;
    #[inline]
    fn next(&mut self) -> Option<ResidentId> {
        let r = self.next.some()?;
        self.next = self.district.residents[r].next;
        Some(r)
    }
}

/// Episodes of a resident.
#[derive(Debug)]
pub struct Episodes<'a> {
    district: &'a District,
    next: EpisodeId,
}

impl Iterator for Episodes<'_> {
    type Item = EpisodeId;
    #[inline]
    fn next(&mut self) -> Option<EpisodeId> {
        let e = self.next.some()?;
        self.next = self.district.episodes[e].next;
        Some(e)
    }
}

/// A key from the parts of an entity's identity.
pub fn join(a: Key, b: u64) -> u64 {
    crate::random::mix(a.0 ^ b.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

impl District {
    /// Notes that something happened to a resident.
    #[inline]
    pub fn note(&mut self, at: Minute, r: ResidentId, what: What) {
        self.note_of(at, r, None, what);
    }

    /// Notes that something happened to a resident with a need, a case or an entitlement.
    #[inline]
    pub fn note_of(&mut self, at: Minute, r: ResidentId, of: Option<Key>, what: What) {
        if self.log.on {
            let resident = &self.residents[r];
            let household = self.households[resident.household].key;
            self.log.events.push(Event { at, household, resident: resident.key, born: resident.born, of, what });
        }
    }
}
