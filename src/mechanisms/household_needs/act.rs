//! What weighs on a member of a household, what that does to the member's rates, and whom it reaches.
//!
//! The factors move needs from households without such burdens to households with them, and leave their number over
//! all as it is: each is divided by its mean over a fixed composition ([`YOUTHS`], [`ADULTS`], [`WORSENING`]).

use crate::district::{District, Happening, Now, Rate, Reading, Subject};
use crate::entities::{Domain, Episode, Position, Resident, Severity};
use crate::ids::{EpisodeId, ResidentId};
use crate::links::Link;
use crate::observation::Indicator;

/// Onsets of youth needs of members other than the reference person, by the number of parents in a severe need (rows)
/// and of the household's unsolved basics (columns), two standing for two or more: what onset is the mean over. The
/// model's own, where needs do not pass on: rates of onset of those without the need in the embedded district at 8,000
/// residents, week 0, 8 samples, in thousandths.
pub const YOUTHS: [[f64; 3]; 3] = [[0.702, 0.157, 0.046], [0.052, 0.028, 0.011], [0.001, 0.001, 0.000]];

/// Onsets of mental and work needs of adults other than the reference person, by the number of unsolved basics of
/// housemates; likewise.
pub const ADULTS: [f64; 3] = [0.697, 0.241, 0.062];

/// Of open needs of youth, mental health and work that can worsen, those in a household with an unsolved basic need;
/// likewise, by their rates of worsening.
pub const WORSENING: f64 = 0.418;

/// Burdens beyond this number add no further onset.
const MOST: usize = 3;

/// What weighs on a member of a household: parents in a severe need, and basic needs of others that nobody helps with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Burden {
    /// Parents in a severe need of another kind than debts and housing, which count by themselves.
    pub parents: usize,
    /// Debts and housing problems of housemates that nobody helps with: one's own count as other open needs do.
    pub basics: usize,
}

/// What weighs on somebody now.
pub fn burden(d: &District, r: ResidentId) -> Burden {
    let h = d.household_of(r);
    let others = usize::from(d.households[h].basics).saturating_sub(d.needs_of(r).unsolved_basics());
    let in_need = |m: &ResidentId| {
        matches!(d.residents[*m].position, Position::Reference | Position::Partner)
            && d.needs_of(*m).heavy_beyond_basics()
    };
    let is_child = d.residents[r].position == Position::Child;
    let parents = if is_child { d.members(h).filter(in_need).count() } else { 0 };
    Burden { parents, basics: others }
}

/// Basic needs of housemates, helped or not, and housemates in a severe need: what can come to weigh on somebody
/// without a need that begins or worsens, by help that ends, a birthday or the loss of a parent.
fn most(d: &District, r: ResidentId) -> (usize, usize) {
    let others = d.members(d.household_of(r)).filter(|m| *m != r);
    others.fold((0, 0), |(heavy, basics), m| {
        let needs = d.needs_of(m);
        (heavy + usize::from(needs.heavy_beyond_basics()), basics + needs.basics())
    })
}

/// How needs of housemates multiply onset: at most by what weighs on somebody, as if no part of it were helped.
pub fn onset(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    let Resident { position, stage, .. } = d.residents[s.resident];
    let p = &now.inputs.params.household_needs;
    match (reading, s.domain) {
        _ if position == Position::Reference => 1.0,
        (Reading::Now, Domain::Youth) => {
            let [parents, basics] = [Link::PARENTS_YOUTH, Link::BASICS_ONSET].map(|link| now.settings.link(link));
            youth(p.youth_onset, burden(d, s.resident), parents, basics)
        }
        (Reading::Now, Domain::Mental | Domain::Work) => {
            let link = now.settings.link(Link::BASICS_ONSET);
            let basics = burden(d, s.resident).basics;
            if link > 0.0 { 1.0 + (adult(p.adult_onset, basics) - 1.0) * link } else { 1.0 }
        }
        (Reading::Now, _) => 1.0,
        (Reading::Bound | Reading::Room, _) => {
            let (heavy, basics) = most(d, s.resident);
            let adults = power(p.adult_onset, basics.min(MOST));
            let is_youth = stage < Resident::NO_YOUTH;
            if is_youth { adults.max(power(p.youth_onset, (heavy + basics).min(MOST))) } else { adults }
        }
    }
}

/// The factor on youth onset under a burden. Its links carry parents' needs and unsolved basics; in between it lies
/// between what it is with either cut, so that its mean over [`YOUTHS`] is 1 whatever is cut.
fn youth(ratio: f64, burden: Burden, parents: f64, basics: f64) -> f64 {
    const BY_BOTH: [f64; MOST + 1] = youths_by(true, true);
    const BY_PARENTS: [f64; MOST + 1] = youths_by(true, false);
    const BY_BASICS: [f64; MOST + 1] = youths_by(false, true);
    let mut factor = 1.0;
    for (weight, count, among) in [
        (parents * basics, burden.parents + burden.basics, &BY_BOTH),
        (parents * (1.0 - basics), burden.parents, &BY_PARENTS),
        ((1.0 - parents) * basics, burden.basics, &BY_BASICS),
    ] {
        if weight > 0.0 {
            factor += weight * (power(ratio, count.min(MOST)) / mean(ratio, among) - 1.0);
        }
    }
    factor
}

/// Shares of [`YOUTHS`] by the number of parents' needs, of unsolved basics, or of both, at most [`MOST`].
const fn youths_by(parents: bool, basics: bool) -> [f64; MOST + 1] {
    let (mut shares, mut all) = ([0.0; MOST + 1], 0.0);
    let mut i = 0;
    while i < YOUTHS.len() * YOUTHS[0].len() {
        let (row, column) = (i / YOUTHS[0].len(), i % YOUTHS[0].len());
        let count = row * parents as usize + column * basics as usize;
        shares[if count < MOST { count } else { MOST }] += YOUTHS[row][column];
        all += YOUTHS[row][column];
        i += 1;
    }
    let mut n = 0;
    while n < shares.len() {
        shares[n] /= all;
        n += 1;
    }
    shares
}

/// The factor on an adult's mental and work onset under so many unsolved basics of housemates.
fn adult(ratio: f64, basics: usize) -> f64 {
    power(ratio, basics.min(MOST)) / (mean(ratio, &ADULTS) / ADULTS.iter().sum::<f64>())
}

/// The mean of a ratio to the powers 0, 1, 2 and so on in some shares.
fn mean(ratio: f64, shares: &[f64]) -> f64 {
    shares.iter().rev().fold(0.0, |mean, share| mean * ratio + share)
}

/// A ratio to a small power.
fn power(ratio: f64, n: usize) -> f64 {
    (0..n).fold(1.0, |power, _| power * ratio)
}

/// How unsolved basics of the household, one's own too, multiply worsening.
pub fn worsening(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    if !touched(s.domain) {
        return 1.0;
    }
    let ratio = now.inputs.params.household_needs.worsening;
    let h = d.household_of(s.resident);
    let unsolved = || {
        let link = now.settings.link(Link::BASICS_WORSENING);
        let here = if d.households[h].basics > 0 { ratio } else { 1.0 };
        let mean = 1.0 + WORSENING * (ratio - 1.0);
        if link > 0.0 { 1.0 + (here / mean - 1.0) * link } else { 1.0 }
    };
    reading.of(unsolved, || if d.members(h).any(|m| d.needs_of(m).basics() > 0) { ratio } else { 1.0 })
}

/// The domains whose needs worsen where basics are unsolved.
const fn touched(domain: Domain) -> bool {
    matches!(domain, Domain::Youth | Domain::Mental | Domain::Work)
}

/// A need has begun or is severe now: what may happen to housemates is entered up to what it can do to them.
pub fn weighs_on_housemates(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { resident, domain, severity, .. } = d.episodes[e];
    if !domain.is_basic() && severity < Severity::Severe {
        return;
    }
    let mut next = d.households[d.household_of(resident)].first;
    while let Some(m) = next.some() {
        next = d.residents[m].next;
        // On the reference person nobody's needs weigh.
        if m != resident && d.residents[m].position != Position::Reference {
            now.tell(d, Happening::RateRose(Rate::Onset, m));
        }
        let needs = d.needs_of(m);
        if domain.is_basic() && Domain::ALL.into_iter().any(|domain| touched(domain) && needs.has(domain)) {
            now.tell(d, Happening::RateRose(Rate::Worsening, m));
        }
    }
}

/// Counts a youth need that begins, by what weighs on its child.
pub fn count(now: Now<'_>, d: &mut District, e: EpisodeId, again: bool) {
    let Episode { resident, domain, onset, .. } = d.episodes[e];
    // Who moves in brings needs that began elsewhere.
    if domain == Domain::Youth && !again && onset == now.at {
        let Burden { parents, basics } = burden(d, resident);
        d.counts.add(Indicator::ONSETS_YOUTH, 1);
        d.counts.add(Indicator::ONSETS_YOUTH_BURDENED, i64::from(parents + basics > 0));
    }
}
