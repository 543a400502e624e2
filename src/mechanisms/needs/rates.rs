//! Rates of what can happen to a need, each a product of factors (docs/odd.md 7.2 and 7.4). What other mechanisms
//! multiply them with comes from their rooms.

use crate::district::{District, Factor, Now, Rate, Reading, Subject, product};
use crate::doors::strength_of;
use crate::entities::{Domain, Episode, Resident, Severity};
use crate::ids::{EpisodeId, ResidentId};
use crate::links::Link;
use crate::mechanisms::coordination::plan;
use crate::mechanisms::evictions::road;
use crate::mechanisms::experts::uptake;
use crate::mechanisms::needs::clock;
use crate::mechanisms::needs::hours::by_hours;
use crate::mechanisms::needs::housemates;
use crate::mechanisms::work_income::effect;

/// A rate for somebody, in events per week; of onset the multiple of the resident's own rate.
#[inline]
pub fn rate(now: Now<'_>, d: &District, rate: Rate, subject: Subject, reading: Reading) -> f64 {
    // One arm a rate, so that where the rate is known its factors are code and not a table.
    let own = match rate {
        Rate::Onset => product(&ONSET, now, d, subject, reading),
        Rate::Asking => product(&ASKING, now, d, subject, reading),
        Rate::Worsening => product(&WORSENING, now, d, subject, reading),
        Rate::Improving => product(&IMPROVING, now, d, subject, reading),
        Rate::HelpedRecovery => product(&HELPED_RECOVERY, now, d, subject, reading),
        Rate::Report => product(&REPORT, now, d, subject, reading),
        Rate::Incident => product(&INCIDENT, now, d, subject, reading),
        Rate::Relapse => product(&RELAPSE, now, d, subject, reading),
    };
    let more = &now.house.factors[rate as usize];
    if more.is_empty() { own } else { own * product(more, now, d, subject, reading) }
}

/// The subject of a rate of a need that is there.
#[inline]
pub fn of_need(d: &District, e: EpisodeId) -> Subject {
    let Episode { resident, domain, severity, .. } = d.episodes[e];
    Subject { resident, domain, severity, episode: e }
}

/// The subject of the onset of a need in a domain.
#[inline]
pub const fn of_onset(resident: ResidentId, domain: Domain) -> Subject {
    Subject { resident, domain, severity: Severity::Light, episode: EpisodeId::NONE }
}

/// Other open needs beyond this number raise onset no further.
const MOST_COUPLED: usize = 4;

/// What raises onset in a domain beyond the resident's own rate.
const ONSET: [Factor; 2] = [
    COUPLING,
    Factor {
        name: "who somebody is with",
        of: |now, d, s, reading| {
            let with = &now.inputs.tables.onset_company;
            let resident = &d.residents[s.resident];
            let company = usize::from(resident.company());
            let is_linked = matches!(s.domain, Domain::Mental | Domain::Social);
            let most = with[company][s.domain as usize];
            if reading != Reading::Now || !is_linked || resident.company() & !Resident::ALONE == 0 {
                return most;
            }
            // Strain and isolation act through links.
            let n = &now.inputs.params.needs;
            let is = |fact: u8| resident.company() & fact != 0;
            let strain = if is(Resident::STRAINED) { raised(now, n.onset_strain, Link::STRAIN_ONSET) } else { 1.0 };
            let isolated = is(Resident::ISOLATED) && s.domain == Domain::Social;
            let isolation = if isolated { raised(now, n.onset_isolation, Link::ISOLATION_ONSET) } else { 1.0 };
            with[company & usize::from(Resident::ALONE)][s.domain as usize] * strain * isolation
        },
    },
];

/// Other needs: the same in every domain.
const COUPLING: Factor = Factor {
    name: "other open needs",
    of: |now, d, s, reading| {
        let open = d.needs_of(s.resident).count();
        let coupling = |needs: usize| now.inputs.tables.coupling[needs.min(MOST_COUPLED)];
        match reading {
            Reading::Now => coupled(now, open),
            Reading::Bound => coupling(open),
            Reading::Room => coupling(open + 1),
        }
    },
};

/// The most that onset in any domain can be multiplied with, beside who somebody is with.
pub fn onset_at_most(now: Now<'_>, d: &District, r: ResidentId, reading: Reading) -> f64 {
    let subject = of_onset(r, Domain::Social);
    let more = &now.house.factors[Rate::Onset as usize];
    (COUPLING.of)(now, d, subject, reading) * product(more, now, d, subject, reading)
}

/// How so many other open needs multiply onset.
pub fn coupled(now: Now<'_>, open: usize) -> f64 {
    raised(now, now.inputs.tables.coupling[open.min(MOST_COUPLED)], Link::COUPLING)
}

/// A ratio through a link that can be cut.
fn raised(now: Now<'_>, ratio: f64, link: Link) -> f64 {
    1.0 + (ratio - 1.0) * now.settings.link(link)
}

/// How people come to ask for help with a need.
const ASKING: [Factor; 6] = [
    Factor {
        name: "domain and severity",
        of: |now, _, s, _| now.inputs.tables.asking.of_need[s.domain as usize][s.severity as usize - 1],
    },
    Factor {
        name: "threshold",
        of: |now, d, s, _| now.inputs.tables.asking.by_threshold(d.residents[s.resident].person.threshold_services),
    },
    Factor {
        name: "trust in who is asked",
        of: |now, d, s, reading| {
            let (asking, trusts) = (&now.inputs.tables.asking, d.trusts(s.resident));
            let trust = || asking.trust_asking(s.domain, trusts, now.settings.link(Link::LINES_DOORS));
            reading.of(
                || asking.by_trust(trust(), now.settings.link(Link::TRUST_ASKING)),
                || asking.bound_by_trust(trust_step(trusts)),
            )
        },
    },
    Factor {
        name: "doenvermogen",
        of: |now, d, s, reading| {
            let asking = &now.inputs.tables.asking;
            reading.of(
                || asking.by_capacity(capacity_now(now, d, s.resident), now.settings.link(Link::CAPACITY_ASKING)),
                || asking.bound_by_capacity(d.residents[s.resident].person.capacity),
            )
        },
    },
    Factor {
        name: "an able housemate",
        of: |now, d, s, reading| {
            let usual = now.inputs.params.doors.asking_housemate;
            if reading == Reading::Now && s.domain == Domain::Daily && housemates::has_able(now, d, s.resident) {
                raised(now, usual, Link::CARE_ENTITLEMENT)
            } else {
                1.0
            }
        },
    },
    Factor {
        name: "visibility of the team",
        of: |now, d, s, reading| {
            // Who sees the team goes to its door: at the GP's nobody asks sooner.
            let share = now.inputs.tables.asking.at_team[s.domain as usize][s.severity as usize - 1];
            let by = |visible: f64| 1.0 + share * (visible - 1.0);
            reading.of(|| by(d.presence.asking_visible), || by(d.presence.asking_visible_bound))
        },
    },
];

/// How much more than usual somebody chooses the doors of the first line.
pub fn pull_by_trust(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let links = [Link::LINES_DOORS, Link::TRUST_ASKING].map(|link| now.settings.link(link));
    now.inputs.tables.asking.pull_by_trust(d.trusts(r), links[0], links[1])
}

/// Trust for which candidates of asking are entered, in eighths: the next eighth of the larger trust, at least the
/// middle.
pub fn trust_step(trusts: [u16; 2]) -> usize {
    ((usize::from(trusts[0].max(trusts[1])) * 8).div_ceil(65_535)).max(4)
}

/// Doenvermogen now as a share: lowered by debts in the household and by crisis.
pub fn capacity_now(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let troubled = d.households[d.household_of(r)].basics > 0
        || d.needs_of(r).heavy != 0
            && d.episodes_of(r).any(|e| !d.episodes[e].recovered && d.episodes[e].severity == Severity::Crisis);
    let lost =
        if troubled { now.inputs.params.doors.capacity_debt * now.settings.link(Link::DEBT_CAPACITY) } else { 0.0 };
    d.residents[r].person.capacity_share() * (1.0 - lost)
}

/// Worsening: less while help is received, and for some time after that.
const WORSENING: [Factor; 2] = [
    Factor { name: "domain", of: |now, _, s, _| now.inputs.tables.courses[s.domain as usize].worsening },
    Factor {
        name: "help",
        of: |now, d, s, reading| {
            let spared = || {
                let episode = &d.episodes[s.episode];
                let hours = as_given(now, d, s.episode, Reading::Now);
                let of = |kind: usize| left_of(now, episode, kind) * hours[kind].min(1.0);
                let left = (0..episode.helping.len()).map(of).fold(0.0, f64::max);
                1.0 - now.inputs.params.needs.help_protection * now.settings.link(Link::HELP_WORSENING) * left
            };
            reading.of(spared, || 1.0)
        },
    },
];

/// A need becomes lighter by a step: never lighter than light, which ends by recovery alone.
const IMPROVING: [Factor; 2] = [
    Factor {
        name: "domain",
        of: |now, _, s, _| {
            if s.severity == Severity::Light { 0.0 } else { now.inputs.tables.courses[s.domain as usize].improving }
        },
    },
    Factor {
        name: "help",
        of: |now, d, s, reading| {
            let helped = |engaged: f64| 1.0 + help_effect(now, d, s.episode, reading) * engaged;
            let lost = (1.0 - now.inputs.params.needs.help_basics) * now.settings.link(Link::BASICS_ENGAGEMENT);
            let unsolved = || !s.domain.is_basic() && d.households[d.household_of(s.resident)].basics > 0;
            let link = now.settings.link(Link::HELP_IMPROVEMENT);
            let engaged = || if unsolved() { uptake::engagement(now, d, s.episode, 1.0 - lost) } else { 1.0 };
            reading.of(|| helped(link * engaged()), || helped(1.0))
        },
    },
];

/// Recovery by help: a multiple of the natural hazard.
const HELPED_RECOVERY: [Factor; 4] = [
    Factor { name: "strength of help", of: |now, d, s, reading| help_effect(now, d, s.episode, reading) },
    Factor {
        name: "natural hazard",
        of: |now, d, s, _| {
            // The clock of a severe need runs slower, and its hazard with it.
            let hazard = now.inputs.tables.recovery[s.domain as usize].hazard(clock::clock(now, d, s.episode));
            hazard * clock::pace(now, s.domain, s.severity)
        },
    },
    Factor {
        name: "unsolved basics",
        of: |now, d, s, reading| {
            let lost = (1.0 - now.inputs.params.needs.help_basics) * now.settings.link(Link::BASICS_ENGAGEMENT);
            let unsolved = || !s.domain.is_basic() && d.households[d.household_of(s.resident)].basics > 0;
            let engaged = || if unsolved() { uptake::engagement(now, d, s.episode, 1.0 - lost) } else { 1.0 };
            reading.of(engaged, || 1.0)
        },
    },
    Factor { name: "link", of: |now, _, _, reading| reading.of(|| now.settings.link(Link::HELP_RECOVERY), || 1.0) },
];

/// Strength of the help received now or before, waning: the multiple of the natural hazard that it adds.
fn help_effect(now: Now<'_>, d: &District, e: EpisodeId, reading: Reading) -> f64 {
    let p = &now.inputs.params;
    let episode = &d.episodes[e];
    if !episode.was_ever_helped() {
        return 0.0;
    }
    let service = strength_of(episode.strongest, p);
    let of_team = p.needs.help_team + effect::of_team(now, episode.domain, reading);
    let full = [of_team, p.needs.help_second_line * service, p.needs.help_informal];
    let as_given = as_given(now, d, e, reading);
    let of = |(kind, effect): (usize, f64)| effect * left_of(now, episode, kind) * as_given[kind];
    full.into_iter().enumerate().map(of).sum()
}

/// What hours, and others in the household, make of each kind of help.
fn as_given(now: Now<'_>, d: &District, e: EpisodeId, reading: Reading) -> [f64; 3] {
    let [team, services, informal] = by_hours(now, d, e, reading);
    let joint = reading.of(|| plan::effect(now, d, d.episodes[e].resident), || 1.0);
    [team * joint, services * joint, informal]
}

/// What is left of the help of one kind: all of it while it is received, less and less after that.
fn left_of(now: Now<'_>, episode: &Episode, kind: usize) -> f64 {
    if episode.helping[kind] > 0 {
        1.0
    } else if episode.help_ended[kind] != Episode::NEVER {
        now.inputs.tables.left_of_help(now.week.0 - i32::from(episode.help_ended[kind]))
    } else {
        0.0
    }
}

/// Reports: statutory arrears signals for debts, reports to Veilig Thuis and concern of others for what is severe.
const REPORT: [Factor; 1] = [Factor {
    name: "domain and severity",
    of: |now, _, s, _| {
        let p = &now.inputs.params.outreach;
        match (s.domain, s.severity >= Severity::Severe) {
            (Domain::Debt, _) => p.report_arrears,
            (Domain::Youth, true) => p.report_youth,
            (_, true) => p.report_concern,
            (_, false) => 0.0,
        }
    },
}];

/// What a crisis leads to: less while there is help. What debts lead to: see `evictions`.
const INCIDENT: [Factor; 2] = [
    Factor {
        name: "crisis, or debts",
        of: |now, d, s, reading| {
            let p = &now.inputs.params.incidents;
            let (share, link) = match s.domain {
                Domain::Debt => return road::rate(now, d, s, reading),
                Domain::Youth => (p.placement, Link::CRISIS_PLACEMENT),
                Domain::Mental if d.residents[s.resident].is_adult() => (1.0, Link::CRISIS_INCIDENT),
                Domain::Daily => (1.0, Link::CRISIS_INCIDENT),
                _ => return 0.0,
            };
            let rate = if s.severity == Severity::Crisis { p.rate * share } else { 0.0 };
            reading.of(|| rate * now.settings.link(link), || rate)
        },
    },
    Factor {
        name: "help",
        of: |now, d, s, reading| {
            if s.domain == Domain::Debt {
                return 1.0;
            }
            let spared = (1.0 - now.inputs.params.incidents.helped) * now.settings.link(Link::HELP_INCIDENT);
            let helped = || d.episodes[s.episode].is_helped() || d.residents[s.resident].is(Resident::LONG_TERM);
            reading.of(|| if helped() { 1.0 - spared } else { 1.0 }, || 1.0)
        },
    },
];

/// Relapse since the recovery by help.
const RELAPSE: [Factor; 3] = [
    Factor {
        name: "time since recovery",
        of: |now, d, s, _| {
            let weeks = now.week.0 - i32::from(d.episodes[s.episode].recovered_in);
            now.inputs.params.needs.relapse_base + now.inputs.tables.early_relapse(weeks)
        },
    },
    Factor {
        name: "aftercare",
        of: |now, d, s, reading| {
            let spared = now.inputs.params.needs.relapse_aftercare * now.settings.link(Link::AFTERCARE_RELAPSE);
            let agreed = d.episodes[s.episode].aftercare;
            reading.of(|| if agreed { 1.0 - spared } else { 1.0 }, || 1.0)
        },
    },
    Factor { name: "link", of: |now, _, _, reading| reading.of(|| now.settings.link(Link::CLOSING_RELAPSE), || 1.0) },
];
