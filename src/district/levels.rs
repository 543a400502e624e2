//! Live levels: what is true of the district now, kept true by every change.

use serde::{Deserialize, Serialize};

use crate::entities::{DOMAINS, Domain, Episode, Resident, SEVERITIES};
use crate::observation::catalogue::GROUPS;

/// Numbers of residents, needs and carers now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    /// Open episodes by domain, severity, and hidden or known.
    pub need: [[[i64; 2]; SEVERITIES]; DOMAINS],
    /// Residents.
    pub residents: i64,
    /// Under 23; 18 to 64; 65 and over.
    pub by_age: [i64; 3],
    /// Residents by group.
    pub groups: [i64; GROUPS.len()],
    /// Residents with a severe need or crisis without help of team or second line, by group.
    pub unhelped_groups: [i64; GROUPS.len()],
    /// All of those.
    pub unhelped: i64,
    /// Residents with a severe need or crisis, helped or not.
    pub severe: i64,
    /// Residents with an open need.
    pub open: i64,
    /// Residents with a need that nobody outside knows of.
    pub hidden: i64,
    /// Residents with a need known to services.
    pub known: i64,
    /// Residents with a need, without network and without help.
    pub no_network_unhelped: i64,
    /// Households with problem debts.
    pub debts: i64,
    /// Volunteers.
    pub volunteers: i64,
    /// Carers.
    pub carers: i64,
    /// Heavily burdened carers.
    pub burdened: i64,
    /// Informal care given, minutes a week.
    pub care_minutes: i64,
    /// Carers that are looked for and not found, by severity of the need.
    pub carers_missing: [i64; SEVERITIES],
    /// Carers that are looked for, found or not, likewise.
    pub carers_wanted: [i64; SEVERITIES],
    /// Needs with which a team or the second line helps.
    pub helped: i64,
    /// Those with which more than one professional helps.
    pub helped_twice: i64,
    /// Sum of trust in the first line over residents, in 1/65,535.
    pub trust: i64,
    /// The same of trust in the second line.
    pub trust_second: i64,
}

impl Levels {
    /// Adds an episode of somebody who is at home or not (`sign` 1) or takes it away (-1).
    #[inline]
    pub(super) fn tally_episode_of(&mut self, episode: &Episode, at_home: bool, sign: i64) {
        self.tally_episode(episode, sign);
        if at_home {
            self.tally_carers(episode, sign);
        }
    }

    /// Adds an open episode (`sign` 1) or takes it away (-1).
    #[inline]
    fn tally_episode(&mut self, episode: &Episode, sign: i64) {
        if !episode.recovered {
            let seen = usize::from(episode.known);
            self.need[episode.domain as usize][episode.severity as usize - 1][seen] += sign;
            self.debts += sign * i64::from(episode.domain == Domain::Debt);
            let professionals = episode.professionals();
            self.helped += sign * i64::from(professionals > 0);
            self.helped_twice += sign * i64::from(professionals > 1);
        }
    }

    /// Adds the carers that an episode of somebody at home looks for (`sign` 1) or takes them away (-1).
    #[inline]
    fn tally_carers(&mut self, episode: &Episode, sign: i64) {
        if episode.looks_for_care() {
            let (has, lacks) = episode.carers();
            let step = episode.severity as usize - 1;
            self.carers_missing[step] += sign * lacks as i64;
            self.carers_wanted[step] += sign * (has + lacks) as i64;
        }
    }
}

/// The groups that a resident belongs to: by income, network and age, as the catalogue orders them.
#[inline]
pub const fn groups(resident: &Resident) -> [usize; 3] {
    let age = match resident.stage {
        Resident::OLDER.. => 7,
        Resident::NO_YOUTH => 6,
        _ => 5,
    };
    [resident.income(), if resident.is(Resident::NETWORK) { 4 } else { 3 }, age]
}
