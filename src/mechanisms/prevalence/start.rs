//! The needs and contracts with which the burn-in starts: age-specific prevalence with length-biased elapsed time.
//!
//! What is open at a random moment has lasted longer than what begins, and nothing has lasted longer than its person
//! has lived: prevalence and elapsed times follow from onset at all earlier ages and each domain's clock. Whoever would
//! have asked in that time may be served already, also for a need that has passed since, so that long contracts need
//! not be built up from nothing. The burn-in settles queues, caseload and what is inconsistent.

use crate::cancel::Cancel;
use crate::district::{Comes, District, Now, Queue};
use crate::doors::{Outcome, Pull, way_in};
use crate::entities::{Domain, Entitlement, Frame, Product, Resident, SEVERITIES, Severity, Stage};
use crate::ids::{EntitlementId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::mechanisms::contribution::choice;
use crate::mechanisms::doors::referrals;
use crate::mechanisms::doors::requests::{suffices, usually_granted};
use crate::mechanisms::needs::clock;
use crate::mechanisms::needs::hazards;
use crate::mechanisms::needs::natural::{self, Begun};
use crate::mechanisms::needs::onset;
use crate::mechanisms::needs::rates;
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::second_line::services as second_line;
use crate::plan::ServiceSpec;
use crate::random::{Process, Stream};
use crate::units::{Minute, WEEKS_PER_YEAR};

/// Gives somebody who moves in the needs that people like them have; nobody here knows of them yet.
pub fn bring_needs(now: Now<'_>, d: &mut District, r: ResidentId) {
    open_needs(now, d, r, &mut Course::default(), |_, _| ());
}

/// Gives every resident the needs that are open at the start. Places go to households in a keyed order, not in that of
/// their dwellings. Ends early if it was asked to stop; the district is then good for nothing.
pub fn seed(now: Now<'_>, d: &mut District, queues: &mut [Queue], services: &[ServiceSpec], stop: &Cancel) {
    let mut order: Vec<HouseholdId> = (0..d.households.len() as u32).map(HouseholdId).collect();
    order.sort_unstable_by_key(|h| d.households[*h].key);
    let mut course = Course::default();
    let supply = &mut Supply { queues, services };
    for h in order {
        if stop.is_cancelled() {
            return;
        }
        let mut home = Home::default();
        let members: Vec<ResidentId> = d.members(h).collect();
        for r in members {
            open_needs(now, d, r, &mut course, |d, past| {
                seed_help(now, d, past, &mut home, supply);
                seed_long_term(now, d, past, &mut home, supply);
            });
            seed_passed(now, d, r, (&mut course, &mut home), supply);
        }
    }
}

/// Opens the needs that a resident has at a random moment, in each domain at most one; `opened` gets the past of each.
fn open_needs(
    now: Now<'_>,
    d: &mut District,
    r: ResidentId,
    course: &mut Course,
    mut opened: impl FnMut(&mut District, &Past<'_>),
) {
    let draws = now.inputs.draws;
    let key = d.residents[r].key;
    let age = now.age(&d.residents[r]);
    let stream = draws.stream(Process::PREVALENCE, key);
    let open = found(now, d, r, stream);
    for domain in Domain::ALL.into_iter().filter(|domain| open >> *domain as u8 & 1 == 1) {
        let occasion = domain as u64 * 16;
        let table = &now.inputs.tables.recovery[domain as usize];
        let episode_key = draws.key(Process::EPISODE_KEY, key, occasion + 1);
        let elapsed = table.elapsed_at(age, draws.unit(Process::ELAPSED, key, occasion));
        // What it has behind it on its clock took as long as it was severe then; what is left, as it is severe now.
        found_open(now, stream, occasion, domain, elapsed, course);
        let since = course.weeks_at(elapsed);
        let severity = course.severity_after(since);
        let duration = table.duration_after(draws.unit(Process::RECOVERY, episode_key, 0), elapsed);
        let onset = now.at.plus_weeks(-since);
        let left = (duration - elapsed) / clock::pace(now, domain, severity);
        let natural_end = onset.plus_weeks(since + left).max(Minute(now.at.0 + 1));
        let begun = Begun { key: episode_key, domain, severity, onset, clock: elapsed, natural_end, goes_on: false };
        let episode = natural::insert(now, d, r, begun);
        let lasted = f64::INFINITY;
        opened(d, &Past { resident: r, key: episode_key, domain, course: &*course, since, lasted, episode });
    }
}

/// Times that a resident's domains are gone through: each anew, by what is open in the others.
const SWEEPS: u64 = 2;

/// The domains in which a resident has a need at a random moment. Other open needs make each likelier: so they are
/// drawn in turns until the order in which that was done no longer matters. One bit each.
fn found(now: Now<'_>, d: &District, r: ResidentId, stream: Stream) -> u8 {
    let age = now.age(&d.residents[r]);
    let alone = Domain::ALL.map(|domain| onset::expected_alone(now, d, r, domain, age));
    let at_most = onset::multipliers_at_most(now, d, r);
    let mut open = 0_u8;
    for sweep in (0..SWEEPS).rev() {
        for domain in Domain::ALL.into_iter().filter(|domain| alone[*domain as usize] > 0.0) {
            let i = domain as usize;
            open &= !(1 << i);
            let coupled = rates::coupled(now, open.count_ones() as usize);
            let u = stream.unit((sweep << 48) | (domain as u64 * 16));
            let is_below = |expected: f64| u * (1.0 + expected) < expected;
            // Most are above all that it can be, which is known beforehand.
            let is_open = is_below(alone[i] * at_most[i] * coupled)
                && is_below(alone[i] * onset::multiplier(now, d, r, domain) * coupled);
            open |= u8::from(is_open) << i;
        }
    }
    open
}

/// Steps of severity that a course of the past has at most: what comes after them is as the last.
const MOST_STEPS: usize = 48;

/// How severe a need became in its past: its severity at onset, and the steps from there with their weeks and what its
/// natural clock showed then.
#[derive(Debug)]
struct Course {
    at_onset: Severity,
    steps: Vec<CourseStep>,
    /// How fast the clock runs by severity.
    pace: [f64; SEVERITIES],
}

#[derive(Clone, Copy, Debug)]
struct CourseStep {
    weeks: f64,
    clock: f64,
    to: Severity,
}

/// Draws the course of a need that is found open with so many weeks on its clock. Where the clock is slow needs are
/// found more often: courses are drawn until one is taken by that.
fn found_open(now: Now<'_>, stream: Stream, occasion: u64, domain: Domain, elapsed: f64, course: &mut Course) {
    let slowest = Severity::ALL.iter().map(|s| clock::pace(now, domain, *s)).fold(f64::INFINITY, f64::min);
    let mut turn = 0;
    loop {
        course.draw(now, stream, occasion | (turn << 20), domain, elapsed);
        let pace = clock::pace(now, domain, course.severity_after(course.weeks_at(elapsed)));
        let taken = pace <= slowest || stream.unit(TAKEN | occasion | (turn << 20)) * pace < slowest;
        turn += 1;
        if taken || turn == MOST_COURSES {
            return;
        }
    }
}

/// Courses of which one is taken at most.
const MOST_COURSES: u64 = 32;

impl Default for Course {
    /// Room for one to be drawn.
    fn default() -> Self {
        Self { at_onset: Severity::Light, steps: Vec::new(), pace: [1.0; SEVERITIES] }
    }
}

impl Course {
    /// Becomes that of a need of a domain that nobody helps with, by the draws of a resident from an occasion on, until
    /// its clock shows so many weeks.
    fn draw(&mut self, now: Now<'_>, stream: Stream, occasion: u64, domain: Domain, until: f64) {
        let table = &now.inputs.tables.courses[domain as usize];
        let at_onset = table.severity_at_onset(stream.unit(occasion + 2));
        let (up, down) = (table.worsening.max(f64::MIN_POSITIVE), table.improving);
        let pace = Severity::ALL.map(|s| clock::pace(now, domain, s));
        let (mut weeks, mut on_clock, mut severity) = (0.0, 0.0, at_onset);
        (self.at_onset, self.pace) = (at_onset, pace);
        self.steps.clear();
        for n in 0..MOST_STEPS {
            let worse = severity.worse().map(|worse| (up, worse));
            let lighter = severity.lighter().filter(|_| down > 0.0).map(|lighter| (down, lighter));
            let rate = worse.map_or(0.0, |(rate, _)| rate) + lighter.map_or(0.0, |(rate, _)| rate);
            if rate <= 0.0 {
                break;
            }
            // The first three have the draws that steps upwards alone would have.
            let at = if n < 3 { occasion + 3 + n as u64 } else { STEPS | (occasion << 8) | (2 * n as u64) };
            let takes = -libm::log(stream.unit(at)) / rate;
            weeks += takes;
            on_clock += takes * pace[severity as usize - 1];
            let goes_up = match (worse, lighter) {
                (Some(_), Some(_)) => stream.unit(STEPS | (occasion << 8) | (2 * n as u64 + 1)) * rate < up,
                (worse, _) => worse.is_some(),
            };
            severity = if goes_up { worse } else { lighter }.map_or(severity, |(_, s)| s);
            self.steps.push(CourseStep { weeks, clock: on_clock, to: severity });
            if on_clock >= until {
                break;
            }
        }
    }

    /// Weeks after the onset at which its natural clock shows so many.
    fn weeks_at(&self, clock: f64) -> f64 {
        let last = self.steps.iter().rev().find(|step| step.clock < clock);
        let (weeks, shown, severity) = last.map_or((0.0, 0.0, self.at_onset), |step| (step.weeks, step.clock, step.to));
        weeks + (clock - shown) / self.pace[severity as usize - 1]
    }

    /// The steps so many weeks after the onset, latest first.
    fn until(&self, weeks: f64) -> impl Iterator<Item = (f64, Severity)> + '_ {
        self.steps.iter().rev().filter(move |step| step.weeks < weeks).map(|step| (step.weeks, step.to))
    }

    /// Severity so many weeks after the onset.
    fn severity_after(&self, weeks: f64) -> Severity {
        self.until(weeks).next().map_or(self.at_onset, |(_, severity)| severity)
    }

    /// The worst that it was until so many weeks after the onset.
    fn worst_until(&self, weeks: f64) -> Severity {
        self.until(weeks).map(|(_, severity)| severity).fold(self.at_onset, Severity::max)
    }

    /// Weeks from the onset to the beginning of the first crisis that went on for so many `weeks` by `until`, if any.
    fn lasting_crisis(&self, weeks: f64, until: f64) -> Option<f64> {
        let begins =
            |step: usize| step.checked_sub(1).map_or((0.0, self.at_onset), |i| (self.steps[i].weeks, self.steps[i].to));
        let ends = |step: usize| self.steps.get(step).map_or(until, |step| step.weeks.min(until));
        (0..=self.steps.len()).find_map(|step| {
            let (from, severity) = begins(step);
            (severity == Severity::Crisis && ends(step) - from >= weeks).then_some(from)
        })
    }
}

/// First occasion of the draws of steps of severity beyond the first three.
const STEPS: u64 = 1 << 62;
/// Of those by which courses are taken.
const TAKEN: u64 = 1 << 61;

/// A need with its past, at the start of the burn-in.
#[derive(Clone, Copy, Debug)]
struct Past<'a> {
    resident: ResidentId,
    key: Key,
    domain: Domain,
    course: &'a Course,
    /// Weeks since its onset.
    since: f64,
    /// Weeks that it lasted; without end if it is still there.
    lasted: f64,
    /// Its record, if it is still there.
    episode: EpisodeId,
}

impl Past<'_> {
    /// Severity so many weeks ago, or when it passed.
    fn severity(&self, weeks_ago: f64) -> Severity {
        self.course.severity_after((self.since - weeks_ago).min(self.lasted))
    }
}

/// What there is of each product at the start: its service, and who has it already.
struct Supply<'a> {
    queues: &'a mut [Queue],
    services: &'a [ServiceSpec],
}

impl Supply<'_> {
    /// Whether another person can be served.
    fn has_place(&self, product: Product) -> bool {
        let serving = self.queues[product as usize].serving;
        self.services[product as usize].places.is_none_or(|places| f64::from(serving + 1) <= places)
    }
}

/// Goes through the past of a need that is still there.
fn seed_help(now: Now<'_>, d: &mut District, need: &Past<'_>, home: &mut Home, supply: &mut Supply<'_>) {
    if follow(now, d, need, home, supply) {
        d.change_episode(need.episode, |episode| episode.known = true);
    }
}

/// Whoever was in crisis in daily functioning for long is in long-term care, if CIZ granted it, for as long as they
/// live here: also when the crisis has passed since. Tells whether somebody is.
fn seed_long_term(now: Now<'_>, d: &mut District, need: &Past<'_>, home: &mut Home, supply: &mut Supply<'_>) -> bool {
    if need.domain != Domain::Daily {
        return false;
    }
    let p = &now.inputs.params;
    let crisis = need.course.lasting_crisis(p.doors.wlz_weeks, need.since.min(need.lasted));
    let Some(crisis) = crisis else { return false };
    let asked = (need.since - crisis).min(home.resides(now, d, need.resident)) - p.doors.wlz_weeks;
    if asked <= 0.0 || now.inputs.draws.unit(Process::LONG_TERM_CARE, need.key, 0) >= p.doors.wlz_grant {
        return false;
    }
    let product = Product::LongTermCare;
    if d.residents[need.resident].is(Resident::LONG_TERM) || !supply.has_place(product) {
        return false;
    }
    if let Some(e) = need.episode.some() {
        d.change_episode(e, |episode| episode.known = true);
    }
    let term = supply.services[product as usize].duration_weeks;
    let left = term.quantile(now.inputs.draws.unit(Process::SERVICE_DURATION, need.key, u64::MAX));
    serve(now, d, need, product, left, supply);
    second_line::enter_long_term_care(now, d, need.resident);
    true
}

/// How far back needs are looked at that have passed, in weeks: twenty years, twice as long as the longest terms.
const LOOK_BACK: f64 = 1040.0;

/// Goes through needs of a resident that have passed: help that was granted for them may still run. In each domain at
/// most one is drawn.
fn seed_passed(
    now: Now<'_>,
    d: &mut District,
    r: ResidentId,
    (course, home): (&mut Course, &mut Home),
    supply: &mut Supply<'_>,
) {
    let draws = now.inputs.draws;
    let key = d.residents[r].key;
    let age = now.age(&d.residents[r]);
    let stream = draws.stream(Process::PREVALENCE, key);
    // Nothing that is gone through below raises onset.
    let at_most = onset::multipliers_at_most(now, d, r);
    for domain in Domain::ALL {
        if onset::ends_by(domain).is_some_and(|from| age >= from) {
            continue;
        }
        let occasion = domain as u64 * 16 + PASSED;
        let since = LOOK_BACK * stream.unit(occasion + 1);
        let years = (since / f64::from(WEEKS_PER_YEAR)) as u8;
        let Some(then) = age.checked_sub(if now.inputs.context.ageing { years } else { 0 }) else { continue };
        let u = stream.unit(occasion);
        let own = onset::own_rate(now.inputs, &d.residents[r], domain, then);
        // The chance that there was one is less than the number expected.
        if u >= own * at_most[domain as usize] * LOOK_BACK {
            continue;
        }
        let expected = own * onset::multiplier(now, d, r, domain) * LOOK_BACK;
        if u >= -libm::expm1(-expected) {
            continue;
        }
        let key = draws.key(Process::EPISODE_KEY, key, occasion);
        let on_clock = now.inputs.tables.recovery[domain as usize].duration(draws.unit(Process::RECOVERY, key, 0));
        course.draw(now, stream, occasion, domain, on_clock);
        let lasted = course.weeks_at(on_clock);
        if lasted < since {
            let past = Past { resident: r, key, domain, course: &*course, since, lasted, episode: EpisodeId::NONE };
            if !seed_long_term(now, d, &past, home, supply) {
                follow(now, d, &past, home, supply);
            }
        }
    }
}

/// First occasion of the draws of needs that have passed.
const PASSED: u64 = 1 << 16;

/// Goes through a need's past: whoever would have asked while it lasted, by how severe it was then, is known; who was
/// refused, or whose help has ended, asked again; and who has a contract that still runs is served. Returns whether
/// there was a request. Assumption: trust, doenvermogen and the team's visibility as they are now; nobody waited.
fn follow(now: Now<'_>, d: &mut District, need: &Past<'_>, home: &mut Home, supply: &mut Supply<'_>) -> bool {
    let draws = now.inputs.draws;
    let key = need.key;
    let mut past = need.since.min(home.resides(now, d, need.resident));
    let gone = |past: f64| past <= 0.0 || need.since - past >= need.lasted;
    let mut asked = false;
    if gone(past) {
        return asked;
    }
    let rate = |d: &District, severity| hazards::asking_rate_of(now, d, need.resident, (need.domain, severity));
    // The more severe, the sooner people ask: the rate at the worst is the highest.
    let worst = need.course.worst_until(need.since.min(need.lasted));
    let at_worst = rate(d, worst);
    let highest = at_worst.max(1e-9);
    for turn in 0..MOST_REQUESTS {
        past += libm::log(draws.unit(Process::PAST_CANDIDATE, key, turn)) / highest;
        if gone(past) {
            return asked;
        }
        let severity = need.severity(past);
        let height = highest * draws.unit(Process::PAST_HEIGHT, key, turn);
        if height >= if severity == worst { at_worst } else { rate(d, severity) } {
            continue;
        }
        asked = true;
        let Some(product) = product_asked(now, d, need, severity, turn) else { continue };
        let product = referrals::by_severity(now, (key, severity), product);
        let spec = &supply.services[product as usize];
        let mut asked_at = Vec::new();
        for term in 0..MOST_REQUESTS {
            asked_at.push(past);
            let occasion = turn * MOST_REQUESTS + term + 1;
            past -= spec.duration_weeks.quantile(draws.unit(Process::SERVICE_DURATION, key, occasion));
            if past < 0.0 {
                if supply.has_place(product) {
                    serve(now, d, need, product, -past, supply);
                    serve_bundle(now, d, need, product, &asked_at, supply);
                }
                return asked;
            }
            if gone(past) {
                return asked;
            }
            if !spec.goes_on(draws.unit(Process::REASSESSMENT, key, occasion)) {
                break;
            }
        }
    }
    asked
}

/// What else was asked for with a product, or at one of its reviews (both in weeks ago, earliest first), runs too if it
/// was granted and its own terms have not run out since.
fn serve_bundle(
    now: Now<'_>,
    d: &mut District,
    need: &Past<'_>,
    product: Product,
    asked: &[f64],
    supply: &mut Supply<'_>,
) {
    let p = &now.inputs.params;
    let draws = now.inputs.draws;
    for (other, part) in referrals::others_for(d, need.resident, (need.domain, Severity::Crisis), product) {
        let spec = &supply.services[other as usize];
        let mut free_from = f64::INFINITY;
        for (n, &began) in asked.iter().enumerate() {
            let occasion = (n as u64) << 8 | other as u64;
            let key = draws.key(Process::ENTITLEMENT_KEY, need.key, 1 << 32 | occasion);
            let chance = if n == 0 { p.doors.bundle_at_once } else { p.doors.bundle_at_review };
            let fits = referrals::others_for(d, need.resident, (need.domain, need.severity(began)), product);
            if began > free_from
                || draws.unit(Process::BUNDLE, need.key, occasion) >= part * chance
                || !fits.into_iter().any(|(fit, _)| fit == other)
                || !granted_in_past(now, d, need.resident, other, key)
            {
                continue;
            }
            let mut left = began;
            for term in 0..MOST_REQUESTS {
                left -= spec.duration_weeks.quantile(draws.unit(Process::SERVICE_DURATION, key, term));
                if left < 0.0 || !spec.goes_on(draws.unit(Process::REASSESSMENT, key, term)) {
                    break;
                }
            }
            if left < 0.0 {
                if supply.has_place(other) {
                    serve(now, d, need, other, -left, supply);
                }
                break;
            }
            free_from = left;
        }
    }
}

/// Whether the municipality would have granted somebody a product that was applied for in the past.
fn granted_in_past(now: Now<'_>, d: &District, r: ResidentId, product: Product, key: Key) -> bool {
    now.inputs.draws.unit(Process::GRANT, key, 0) < usually_granted(&now.inputs.params)
        && !choice::buys_anyway(now, d, r, product)
        && !suffices(now, d, r, product, key)
}

/// How long a household has lived here, once somebody has asked.
#[derive(Debug, Default)]
struct Home(Option<f64>);

impl Home {
    /// Weeks that a resident of the household has lived here.
    fn resides(&mut self, now: Now<'_>, d: &District, r: ResidentId) -> f64 {
        if now.inputs.context.ageing {
            *self.0.get_or_insert_with(|| resides(now, d, r))
        } else {
            // Whoever stands in for another came as that one did.
            resides(now, d, r)
        }
    }
}

/// Weeks that a resident's household has lived here: who came later asked elsewhere before that.
fn resides(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let h = d.household_of(r);
    let age = usize::from(now.age(&d.residents[d.reference_of(h)]));
    let to_a_move = -libm::log(now.inputs.draws.unit(Process::LAST_MOVE, d.households[h].key, 0));
    if !now.inputs.context.ageing {
        // Nobody ages: whoever dies is followed by somebody of the same age.
        let woman = usize::from(d.residents[r].is(Resident::WOMAN));
        let dies = now.inputs.tables.mortality[woman][usize::from(now.age(&d.residents[r]))];
        return to_a_move / (now.inputs.tables.moving[age] + dies).max(f64::MIN_POSITIVE);
    }
    weeks_to_a_move(&now.inputs.tables.moving[..=age], to_a_move)
}

/// Weeks back through the years of a life until its moves, which come at a rate per week by age, add up to `left`; all
/// of that life if they do not.
fn weeks_to_a_move(rates: &[f64], mut left: f64) -> f64 {
    const YEAR: f64 = WEEKS_PER_YEAR as f64;
    for (years, &rate) in rates.iter().rev().enumerate() {
        if left < rate * YEAR {
            return years as f64 * YEAR + left / rate;
        }
        left -= rate * YEAR;
    }
    rates.len() as f64 * YEAR
}

/// Candidates of requests, and terms, of a need's past that are gone through at most.
const MOST_REQUESTS: u64 = 64;

/// The product that a request of the past at a severity led to, if any.
fn product_asked(now: Now<'_>, d: &District, need: &Past<'_>, severity: Severity, turn: u64) -> Option<Product> {
    let p = &now.inputs.params;
    let draws = now.inputs.draws;
    let way = way_in(need.domain, severity, draws.unit(Process::DOOR_CHOICE, need.key, turn + 1), Pull::USUAL)?;
    let chosen = || referrals::product_for(now, d, need.resident, (need.key, need.domain, severity));
    let v = draws.unit(Process::PAST_REQUEST, need.key, turn);
    let granted = |product: Product| {
        let key = draws.key(Process::ENTITLEMENT_KEY, need.key, turn << 8 | product as u64);
        granted_in_past(now, d, need.resident, product, key)
    };
    match way.outcome {
        Outcome::Case => {
            // Nothing is known of how pressed the team was then.
            let product = (v < referrals::plan_refers(p, (need.domain, severity), 0.0, 0.0)).then(chosen).flatten()?;
            let by_gate = product.meta().account.is_municipal()
                && !matches!(product, Product::DebtProgramme | Product::ShelteredLiving);
            (!by_gate || granted(product)).then_some(product)
        }
        Outcome::Application => chosen().filter(|product| granted(*product)),
        Outcome::Referral(product) => {
            let goes = v < referrals::referral_chance(p, severity);
            // Who dropped out before a debt programme began has none.
            let stays = product != Product::DebtProgramme
                || draws.unit(Process::DEBT_DROPOUT, need.key, turn) >= p.second_line.debt_dropout;
            (goes && stays).then_some(product)
        }
    }
}

/// Somebody is served since some time, for so many weeks more.
fn serve(now: Now<'_>, d: &mut District, need: &Past<'_>, product: Product, left: f64, supply: &mut Supply<'_>) {
    let (spec, queue) = (&supply.services[product as usize], &mut supply.queues[product as usize]);
    let (r, e) = (need.resident, need.episode);
    let replaced = d.residents[r].is(Resident::LONG_TERM) && product.is_part_of_long_term_care();
    if replaced || d.entitlements_of(r).any(|x| d.entitlements[x].product.as_asked() == product.as_asked()) {
        return;
    }
    let key = now.inputs.draws.key(
        Process::ENTITLEMENT_KEY,
        d.residents[r].key,
        crate::district::join(need.key, product as u64),
    );
    let minutes = second_line::effort_per_week(now, d, r, (product, need.severity(0.0)), spec);
    let entitlement = Entitlement {
        key,
        resident: r,
        next: EntitlementId::NONE,
        episode: e,
        requested: now.at,
        queued: now.at,
        minutes_per_week: minutes,
        terms: 0,
        generation: 0,
        episode_generation: e.some().map_or(0, |e| d.episodes[e].generation),
        product,
        stage: Stage::Served,
        urgency: need.severity(0.0),
        door: crate::doors::Door::Team as u8,
        given: u8::MAX,
        frame: Frame::Voluntary,
        registered: true,
        temporary: false,
    };
    let x = d.entitlements.insert(entitlement);
    d.link_entitlement(x);
    if let Some(e) = e.some() {
        d.episodes[e].in_pipeline += 1;
    }
    // A district is settled by itself: its queues know one district until they are merged with others.
    queue.take_place(0, minutes, now.at);
    let who = (0, x, d.entitlements[x].generation);
    let tie = (key.0 >> 32) as u32;
    queue.due.push(std::cmp::Reverse(crate::district::Due {
        at: now.at.plus_weeks(left.max(0.01)),
        tie,
        what: Comes::Term,
        who,
    }));
    second_line::use_begins(now, d, r, product);
    entitlements::cover(now, d, x);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_lives_here_came_by_the_rates_of_the_ages_that_they_have_had() {
        // Once in a hundred weeks now, every other week a year ago, and never before that.
        let rates = [0.0, 0.0, 0.5, 0.01];
        for (left, weeks) in [(0.0, 0.0), (0.25, 25.0), (0.52, 52.0), (1.52, 54.0), (26.51, 103.98), (26.53, 208.0)] {
            let lived = weeks_to_a_move(&rates, left);
            assert!((lived - weeks).abs() < 1e-9, "{left}: {lived}");
        }
    }
}
