//! The second line: queues replayed by the minute, terms, reassessment and discharge (docs/odd.md 7.8). Entitlements
//! are open-ended: a queue binds where places are taken, never where a budget is spent.

use std::cmp::Reverse;

use crate::calendar::{Entry, Occasion};
use crate::district::{Arrival, Comes, District, Due, Happening, Moves, Now, Queue, Share, Waiting, What};
use crate::entities::{Entitlement, Frame, Lines, Product, Severity, Stage};
use crate::ids::{EntitlementId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::basic::offer;
use crate::mechanisms::contracting::{bill, selection};
use crate::mechanisms::contribution::{choice, payers};
use crate::mechanisms::coordination::around;
use crate::mechanisms::doors::referrals;
use crate::mechanisms::informal_care::care;
use crate::mechanisms::money::ceilings;
use crate::mechanisms::monitoring::registration;
use crate::mechanisms::needs::natural;
use crate::mechanisms::own_strength::fewer;
use crate::mechanisms::position::interest;
use crate::mechanisms::screening::sight;
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::second_line::missed;
use crate::mechanisms::second_line::saving::{is_current, overdue, waits, without_cut};
use crate::mechanisms::second_line::severity::{self, RESIDENTIAL_HOURS};
use crate::mechanisms::substitution::own_help;
use crate::mechanisms::substitution::review::{self, Outcome};
use crate::mechanisms::work_income::length;
use crate::observation::{Flow, Indicator, catalogue};
use crate::plan::ServiceSpec;
use crate::random::{Distribution, Process};
use crate::units::{Minute, WEEKS_PER_YEAR, Week};

/// What the replay of a queue needs to know of a district besides its state.
#[derive(Clone, Copy, Debug)]
pub struct Service<'a> {
    /// Frozen inputs and settings; the moment is set by the replay.
    pub now: Now<'a>,
    /// The service in force: what the district's people get, and the places that it brings into the region.
    pub spec: &'a ServiceSpec,
    /// The part of its service that the district purchases.
    pub purchased: f64,
    /// Places that a contract brings, if one is in force.
    pub contracted: Option<f64>,
    /// The part of its places that providers' margins have left.
    pub left: f64,
}

impl Service<'_> {
    /// The part of its places that there is to be had.
    fn part(&self) -> f64 {
        self.now.settings.capacity[self.spec.product as usize] * self.purchased * self.left
    }

    /// Whether people are served after a wait, and nobody sooner.
    fn has_turns(&self) -> bool {
        self.contracted.is_none() && self.spec.follows_at_once()
    }

    /// Its places before any cut: those of a contract, those that are stated, or those that have settled.
    fn places(&self, share: &Share) -> Option<f64> {
        self.contracted.or(self.spec.places).or(share.places())
    }

    /// Whether whoever has waited long enough is served, however many are: where none of such places are cut; and of
    /// places that settle later, in the first part of the burn-in.
    fn is_delay(&self) -> bool {
        let settles_later = self.places_settle() && self.now.week < SETTLING_FROM;
        if self.has_turns() { self.part() >= 1.0 } else { settles_later }
    }

    /// Whether its places follow from who comes and how long people wait.
    fn places_settle(&self) -> bool {
        self.contracted.is_none() && self.spec.places.is_none()
    }

    /// The part of what is short or idle that places make up in a year: in the last year of the burn-in they settle.
    fn follow(&self) -> f64 {
        if self.now.week < Week(0) { SETTLING } else { self.spec.places_follow }
    }
}

/// So many who wait no longer may stand in a line before it is gone through.
const MOST_STALE: usize = 64;

/// The last year of the burn-in, in which places settle that do not follow demand at once.
const SETTLING_FROM: Week = Week(-WEEKS_PER_YEAR);
/// How fast they do: within a quarter of a year (a matter of computing, not of the world).
const SETTLING: f64 = 6.0;

/// The places of a region in the week that begins: what its districts bring, together. Where less is purchased than an
/// organisation states, empty places are not what goes: it is the share of those who would be served if nobody had to
/// wait for longer than usual. None where everybody is served after a wait; and whether some of these have waited
/// longer, because places were cut until now.
fn places_of(services: &[Service<'_>], districts: &[District], queue: &mut Queue) -> (u32, bool) {
    let mut brought: Vec<f64> = Vec::with_capacity(services.len());
    let (mut bind, mut catch_up) = (false, false);
    for (i, service) in services.iter().enumerate().filter(|(i, _)| queue.is_for[*i]) {
        let overdue = if service.has_turns() { overdue(districts, queue, i) } else { 0 };
        let (spec, share) = (service.spec, &mut queue.shares[i]);
        share.count_joining();
        if service.has_turns() || service.is_delay() {
            // What there would be without a cut follows who is served or should be.
            share.count_taken(overdue);
        }
        if service.is_delay() {
            catch_up |= overdue > 0;
            brought.push(f64::from(share.serving));
            continue;
        }
        bind = true;
        if service.places_settle() && !service.has_turns() {
            share.settle(spec.wait_weeks, service.follow());
        }
        let places = service.places(share).unwrap_or_default();
        let part = service.part();
        // A saving is a part of those who are here now, not of a mean of late, above which it would cut off every peak.
        let of_here = part < 1.0 && (!service.has_turns() || service.purchased < 1.0);
        let here = || match service.contracted {
            Some(places) => share.here().min(places),
            None => without_cut(spec, share, overdue, 0),
        };
        brought.push(part * if of_here { here() } else { places });
    }
    // A float sum depends on its order; sorted, it does not depend on that of the districts.
    brought.sort_unstable_by(f64::total_cmp);
    let places = queue.places_in(brought.into_iter().sum());
    (if bind { places } else { 0 }, catch_up)
}

/// Replays a week of a queue by the minute. `services` and `districts` are in the same order.
pub fn replay(services: &[Service<'_>], districts: &mut [District], queue: &mut Queue) {
    let Some(week) = services.first().map(|s| s.now.week) else { return };
    let product = queue.product;
    let (places, catch_up) = places_of(services, districts, queue);
    let mut arrivals: Vec<(Arrival, u16)> = Vec::new();
    for (i, district) in districts.iter_mut().enumerate().filter(|(i, _)| queue.is_for[*i]) {
        let here = district.arrivals[product as usize].drain(..);
        arrivals.extend(here.map(|a| (Arrival { at: a.at.max(week.start()), ..a }, i as u16)));
    }
    arrivals.sort_unstable();
    offer_homes(services, districts, queue);
    if catch_up || queue.line.len() > MOST_STALE + 2 * queue.waiting() {
        serve_who_has_waited(services, districts, queue, week.start());
    }
    fill(services, districts, queue, places, week.start());
    let end = week.next().start();
    let mut next = 0;
    loop {
        let arrival = arrivals.get(next).map(|a| a.0.at);
        let due = queue.due.peek().map(|Reverse(due)| due.at).filter(|at| *at < end);
        match (arrival, due) {
            (Some(a), due) if due.is_none_or(|at| a <= at) => {
                let (arrival, from) = arrivals[next];
                next += 1;
                arrive(services[usize::from(from)], districts, queue, &arrival, from);
                take_turn(services, queue, districts, &arrival, from);
                fill(services, districts, queue, places, arrival.at);
                wait_with_patience(services, districts, queue, &arrival, from);
            }
            (_, Some(at)) => {
                let Some(Reverse(due)) = queue.due.pop() else { break };
                come_due(services, districts, queue, &due);
                fill(services, districts, queue, places, at);
            }
            _ => break,
        }
    }
    // Who is served after a wait needs no place.
    let bind = services.iter().zip(&queue.is_for).any(|(service, is_for)| *is_for && !service.is_delay());
    queue.full = bind && queue.serving >= places && queue.waiting() > 0 && full_without_cut(services, queue);
}

/// Whether the places that a queue has would all be taken if no lever cut any: where people are served after a wait,
/// and who waits longer does so because of a cut, they would not.
fn full_without_cut(services: &[Service<'_>], queue: &Queue) -> bool {
    let (mut is_cut, mut people, mut places) = (false, 0.0, 0.0);
    for (i, service) in services.iter().enumerate().filter(|(i, service)| queue.is_for[*i] && !service.is_delay()) {
        let share = &queue.shares[i];
        let cut = service.part() < 1.0;
        if cut && service.has_turns() {
            return false;
        }
        is_cut |= cut;
        people += share.here();
        places += service.places(share).unwrap_or_default();
    }
    !is_cut || people >= places
}

fn arrive(service: Service<'_>, districts: &mut [District], queue: &mut Queue, arrival: &Arrival, from: u16) {
    let who = (from, arrival.entitlement, arrival.generation);
    if !is_current(districts, who) {
        return;
    }
    let district = from as usize;
    let d = &mut districts[district];
    let x = arrival.entitlement;
    let bridged = d.entitlements[x].urgency >= Severity::Moderate;
    match arrival.moves {
        Moves::Leaves => {
            match d.entitlements[x].stage {
                Stage::Served | Stage::AwaitingHome => {
                    queue.free_place(district, d.entitlements[x].minutes_per_week, arrival.at);
                }
                _ => queue.leave_line(district, bridged),
            }
            d.entitlements.free(x);
            return;
        }
        Moves::Joins => queue.join_line(district, bridged),
        Moves::Reviewed => {
            reviewed(Service { now: Now { at: arrival.at, ..service.now }, ..service }, d, queue, district, x);
            return;
        }
        Moves::Rises => {
            if d.entitlements[x].stage != Stage::Waiting {
                return;
            }
            if entitlements::is_open(d, x) {
                let severity = d.episodes[d.entitlements[EntitlementId(x.0)].episode].severity;
                d.entitlements[x].urgency = severity.max(d.entitlements[x].urgency);
            }
            if !bridged && d.entitlements[x].urgency >= Severity::Moderate {
                queue.bridge(district);
            }
        }
    }
    if d.entitlements[x].resident.some().is_none() {
        // Withdrawn in the same week: its leave follows.
        return;
    }
    // Where people are served after a wait they stand in the line once it is over.
    if !service.has_turns() || has_waited(service, &d.entitlements[x], arrival.at) {
        stand_in_line(service, queue, &d.entitlements[x], arrival.tie, who);
    }
}

/// Whether somebody has waited as long as people do where places follow demand at once; whom a court sends need not.
fn has_waited(service: Service<'_>, entitlement: &Entitlement, at: Minute) -> bool {
    let wait = if entitlement.frame == Frame::Mandatory { 0.0 } else { service.spec.wait_weeks };
    entitlement.queued.plus_weeks(wait) <= at
}

fn stand_in_line(
    service: Service<'_>,
    queue: &mut Queue,
    entitlement: &Entitlement,
    tie: u32,
    who: (u16, EntitlementId, u16),
) {
    let urgency = line_urgency(service.now, entitlement);
    queue.line.push(Waiting { urgency, since: Reverse(entitlement.queued), tie, who });
}

/// How urgent somebody stands in line: what a court decided goes before all else.
fn line_urgency(now: Now<'_>, entitlement: &Entitlement) -> u8 {
    if entitlement.frame == Frame::Mandatory { 5 } else { selection::urgency(now, entitlement) }
}

/// Whoever did not get a place at once waits as long as patience lasts.
fn wait_with_patience(
    services: &[Service<'_>],
    districts: &[District],
    queue: &mut Queue,
    arrival: &Arrival,
    from: u16,
) {
    let who = (from, arrival.entitlement, arrival.generation);
    let Now { inputs, .. } = services[from as usize].now;
    let leave = inputs.params.doors.waiting_leave;
    if arrival.moves != Moves::Joins || leave <= 0.0 || !is_current(districts, who) {
        return;
    }
    let entitlement = &districts[from as usize].entitlements[arrival.entitlement];
    if entitlement.stage != Stage::Waiting || entitlement.resident.some().is_none() {
        return;
    }
    let u = inputs.draws.unit(Process::PATIENCE, entitlement.key, 0);
    let at = arrival.at.plus_weeks(Distribution::Exponential { mean: 1.0 / leave }.quantile(u));
    queue.due.push(Reverse(Due { at, tie: arrival.tie, what: Comes::Patience, who }));
}

/// Whoever joins where people are served after a wait gets the moment of their turn; whom a court sends, at once.
fn take_turn(services: &[Service<'_>], queue: &mut Queue, districts: &[District], arrival: &Arrival, from: u16) {
    let service = services[from as usize];
    let who = (from, arrival.entitlement, arrival.generation);
    if arrival.moves != Moves::Joins || service.spec.places.is_some() || !is_current(districts, who) {
        return;
    }
    let entitlement = &districts[from as usize].entitlements[arrival.entitlement];
    let wait = if entitlement.frame == Frame::Mandatory { 0.0 } else { service.spec.wait_weeks };
    let at = arrival.at.plus_weeks(wait);
    queue.due.push(Reverse(Due { at, tie: arrival.tie, what: Comes::Turn, who }));
}

/// Where people are served after a wait: whoever has waited for longer, because places were cut until now, is served;
/// and whoever waits no more leaves the line.
fn serve_who_has_waited(services: &[Service<'_>], districts: &mut [District], queue: &mut Queue, at: Minute) {
    let mut line: Vec<Waiting> = std::mem::take(&mut queue.line).into_sorted_vec();
    line.retain(|waiting| {
        if !waits(districts, waiting.who) {
            return false;
        }
        let district = usize::from(waiting.who.0);
        let service = services[district];
        let turn = service.is_delay()
            && has_waited(service, &districts[district].entitlements[waiting.who.1], at)
            && may_begin(services, districts, queue.product, waiting.who);
        if turn {
            serve(services, districts, queue, waiting.who, at);
        }
        !turn
    });
    queue.line = line.into();
}

/// Fills free places at a moment: the most urgent of all districts first.
fn fill(services: &[Service<'_>], districts: &mut [District], queue: &mut Queue, places: u32, at: Minute) {
    let mut passed_over = Vec::new();
    while queue.serving < places {
        let Some(waiting) = queue.line.pop() else { break };
        // Whoever is served after a wait takes nobody's place, nor does whom a ceiling keeps waiting.
        if services[waiting.who.0 as usize].is_delay() || !may_begin(services, districts, queue.product, waiting.who) {
            passed_over.push(waiting);
        } else {
            serve(services, districts, queue, waiting.who, at);
        }
    }
    queue.line.extend(passed_over);
}

/// Whether no ceiling keeps somebody waiting.
fn may_begin(
    services: &[Service<'_>],
    districts: &[District],
    product: Product,
    who: (u16, EntitlementId, u16),
) -> bool {
    let district = usize::from(who.0);
    !is_current(districts, who) || ceilings::may_begin(services[district].now, &districts[district], product, who.1)
}

/// Whether what somebody waits for is needed no more; the Wlz is for good.
fn needs_it_no_more(d: &District, queue: &Queue, x: EntitlementId) -> bool {
    !entitlements::is_needed(d, x) && queue.product != Product::LongTermCare
}

/// Somebody who waits leaves the line without help.
fn drop_out(now: Now<'_>, d: &mut District, queue: &mut Queue, district: usize, x: EntitlementId) {
    queue.leave_line(district, d.entitlements[x].urgency >= Severity::Moderate);
    d.counts.add(Indicator::LEFT_QUEUE, 1);
    d.counts.flow(Flow::Left(queue.product), 1);
    entitlements::close(now, d, x);
}

/// The turn of somebody in the line has come: they are served, unless they wait no more or need it no more.
fn serve(
    services: &[Service<'_>],
    districts: &mut [District],
    queue: &mut Queue,
    who: (u16, EntitlementId, u16),
    at: Minute,
) {
    // Who has become more urgent stands in the line twice, and counts where the turn comes first.
    if !waits(districts, who) {
        return;
    }
    let district = who.0 as usize;
    let service = services[district];
    let d = &mut districts[district];
    let x = who.1;
    let bridged = d.entitlements[x].urgency >= Severity::Moderate;
    if needs_it_no_more(d, queue, x) {
        drop_out(Now { at, ..service.now }, d, queue, district, x);
        return;
    }
    queue.leave_line(district, bridged);
    let now = Now { at, ..service.now };
    start(Service { now, ..service }, d, queue, x, who);
}

fn start(service: Service<'_>, d: &mut District, queue: &mut Queue, x: EntitlementId, who: (u16, EntitlementId, u16)) {
    let now = service.now;
    let entitlement = &d.entitlements[x];
    let Entitlement { resident: r, product, key, queued, .. } = *entitlement;
    let (num, den) = referrals::wait(queued, now.at);
    d.counts.ratio_at(catalogue::WAIT_WEEKS + product as usize, num, den);
    let (num, den) = referrals::wait(own_help::since(d, x), now.at);
    d.counts.ratio(Indicator::WEEKS_TO_SERVICE, num, den);
    let entitlement = &d.entitlements[x];
    if entitlement.frame == Frame::Mandatory {
        d.counts.add(Indicator::MANDATORY, 1);
    }
    let severity = severity::of(d, x);
    let minutes = fewer::minutes(d, x, effort_per_week(now, d, r, (product, severity), service.spec));
    let given = in_255(severity::share_given(now, d, r, product, service.spec.hours_per_week));
    d.counts.flow(Flow::Begun(product), 1);
    let entitlement = &mut d.entitlements[x];
    entitlement.stage = Stage::Served;
    entitlement.minutes_per_week = minutes;
    entitlement.given = given;
    queue.take_place(who.0 as usize, minutes, now.at);
    count_hours(d, product, severity, minutes);
    schedule_end(service, queue, (key, severity), 0, now.at, who);
    bill::term_begins(now, d, service.spec.product, x);
    d.counts.add(Indicator::CONTRACT_BEGAN, 1);
    review::service_begins(now, d, x);
    use_begins(now, d, r, (product, key));
    d.note_of(now.at, r, Some(key), What::HoursSet(product, minutes));
    register(now, d, x);
    entitlements::cover(now, d, x);
    match product {
        Product::LongTermCare => enter_long_term_care(now, d, r),
        Product::YouthResidential => entitlements::withdraw_product(now, d, r, Product::YouthAmbulatory),
        _ => {}
    }
    now.tell(d, Happening::ServiceBegan(r));
}

/// Counts somebody as user of a product from now on.
pub fn use_begins(now: Now<'_>, d: &mut District, r: ResidentId, (product, key): (Product, Key)) {
    d.note_of(now.at, r, Some(key), What::ServiceStarted(product));
    if product.is_wmo() {
        payers::begins(d, r, product);
    }
    around::service_begins(d, r, product);
    d.mark_served(r, product, now.week);
}

/// Counts the hours of a service that begins or is renewed, by the severity of its need.
fn count_hours(d: &mut District, product: Product, severity: Severity, minutes: u16) {
    if product.meta().hours_per_week.mean() <= RESIDENTIAL_HOURS {
        let by_severity =
            [Indicator::HOURS_LIGHT, Indicator::HOURS_MODERATE, Indicator::HOURS_SEVERE, Indicator::HOURS_CRISIS];
        d.counts.ratio(by_severity[severity as usize - 1], i64::from(minutes), 60);
    }
}

/// Effort per client and week, in minutes.
pub fn effort_per_week(
    now: Now<'_>,
    d: &District,
    r: ResidentId,
    (product, severity): (Product, Severity),
    spec: &ServiceSpec,
) -> u16 {
    severity::minutes(now, d, r, (product, severity), spec.hours_per_week)
}

/// A share as it is kept, in 255ths.
fn in_255(share: f64) -> u8 {
    libm::round(share.clamp(0.0, 1.0) * 255.0) as u8
}

/// Draws the length of a term and enters its end.
pub fn schedule_end(
    service: Service<'_>,
    queue: &mut Queue,
    (key, severity): (crate::ids::Key, Severity),
    term: u16,
    from: Minute,
    who: (u16, EntitlementId, u16),
) {
    let at = missed::term_end(service.now, service.spec, (key, term), severity, from);
    let tie = (service.now.inputs.draws.bits(Process::QUEUE_ORDER, key, u64::from(term) + 1) >> 32) as u32;
    queue.due.push(Reverse(Due { at, tie, what: Comes::Term, who }));
}

fn register(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let key = d.entitlements[x].key;
    let missing = now.inputs.params.second_line.registration_missing * registration::missing(now);
    if now.inputs.draws.unit(Process::REGISTRATION_MISSING, key, 0) < missing {
        return;
    }
    let Entitlement { resident, product, .. } = d.entitlements[x];
    let at = natural::registered_at(now, key, Process::REGISTRATION_LAG);
    let (num, den) = referrals::wait(now.at, at);
    d.counts.ratio(Indicator::MONITOR_LAG, num, den);
    let (tie, generation) = ((key.0 >> 32) as u32, d.residents[resident].generation);
    let what = Occasion::REGISTRATION;
    d.calendar.add(Entry { at, tie, slot: resident.0, generation, what, aux: product as u8 });
}

/// Help is registered, even if it has ended by then; it counts in the year of its registration, and in every later year
/// with help.
pub fn registered(now: Now<'_>, d: &mut District, r: ResidentId, product: u8) {
    let served = d.entitlements_of(r).find(|x| {
        let Entitlement { product: other, stage, .. } = d.entitlements[*x];
        other as u8 == product && matches!(stage, Stage::Served | Stage::AwaitingHome)
    });
    if let Some(x) = served {
        d.entitlements[x].registered = true;
    }
    d.mark_registered(r, Product::of(product), now.week);
}

fn come_due(services: &[Service<'_>], districts: &mut [District], queue: &mut Queue, due: &Due) {
    if !is_current(districts, due.who) {
        return;
    }
    let district = due.who.0 as usize;
    let service = services[district];
    let x = due.who.1;
    let now = Now { at: due.at, ..service.now };
    if due.what == Comes::Turn {
        if service.is_delay() && may_begin(services, districts, queue.product, due.who) {
            serve(services, districts, queue, due.who, due.at);
        } else if service.spec.follows_at_once() && waits(districts, due.who) {
            // Places are cut, a contract brings them, or intake is stopped: from now on they stand in the line.
            let d = &mut districts[district];
            if needs_it_no_more(d, queue, x) {
                drop_out(now, d, queue, district, x);
                return;
            }
            stand_in_line(service, queue, &d.entitlements[x], due.tie, due.who);
        }
        return;
    }
    let d = &mut districts[district];
    if due.what == Comes::Patience {
        let entitlement = &d.entitlements[x];
        // Nobody walks away from what a court decided.
        let may_leave = entitlement.stage == Stage::Waiting && entitlement.frame != Frame::Mandatory;
        if may_leave && entitlement.resident.some().is_some() {
            let Entitlement { key, resident: r, .. } = *entitlement;
            missed::gives_up(now, d, service.spec, &queue.shares[district], x);
            drop_out(now, d, queue, district, x);
            d.note_of(now.at, r, Some(key), What::QueueLeft(queue.product));
            now.tell(d, Happening::HelpTurnedOut(r, Lines::SECOND, false));
        }
        return;
    }
    let entitlement = &d.entitlements[x];
    if entitlement.resident.some().is_none() {
        return;
    }
    let (key, terms) = (entitlement.key, entitlement.terms);
    let again = entitlements::is_needed(d, x) && {
        let draw = service.now.inputs.draws.unit(Process::REASSESSMENT, key, u64::from(terms));
        let by_others = interest::in_renewal(now, d, x) * length::renewal(now, d, x);
        service.spec.goes_on(draw / (sight::renewal(now, d, x) * by_others))
    };
    if let Some(forgone) = again.then(|| choice::at_renewal(now, d, x)).flatten() {
        finish(now, d, queue, district, x);
        choice::ended(now, d, queue.product, forgone);
    } else if let Some((e, at)) = again.then(|| offer::scales_down(now, d, x)).flatten() {
        finish(now, d, queue, district, x);
        offer::moves(now, d, e, at, queue.product);
    } else if again {
        d.entitlements[x].terms += 1;
        interest::renewed(now, d, x);
        let service = Service { now, ..service };
        let severity = renew(service, d, queue, district, x);
        referrals::at_review(now, d, x);
        if queue.product.is_wmo() {
            now.tell(d, Happening::HelpAgreed(d.entitlements[x].resident));
        }
        schedule_end(service, queue, (key, severity), terms + 1, due.at, due.who);
        bill::term_begins(now, d, service.spec.product, x);
        referrals::step_up(now, d, x);
    } else if queue.product == Product::ShelteredLiving {
        d.entitlements[x].stage = Stage::AwaitingHome;
        queue.ready.push(Reverse(*due));
    } else {
        finish(now, d, queue, district, x);
    }
}

/// A term is renewed: hours follow the need as it is now. Returns its severity.
fn renew(service: Service<'_>, d: &mut District, queue: &mut Queue, district: usize, x: EntitlementId) -> Severity {
    let Entitlement { resident, product, .. } = d.entitlements[x];
    let severity = severity::of(d, x);
    let full = effort_per_week(service.now, d, resident, (product, severity), service.spec);
    let minutes = fewer::minutes(d, x, full);
    set_hours(service, d, queue, district, (x, minutes));
    count_hours(d, product, severity, minutes);
    severity
}

/// A service gives other hours from now on.
fn set_hours(
    service: Service<'_>,
    d: &mut District,
    queue: &mut Queue,
    district: usize,
    (x, minutes): (EntitlementId, u16),
) {
    let Entitlement { key, resident, product, minutes_per_week: before, .. } = d.entitlements[x];
    d.note_of(service.now.at, resident, Some(key), What::HoursSet(product, minutes));
    d.entitlements[x].minutes_per_week = minutes;
    d.entitlements[x].given =
        in_255(severity::share_given(service.now, d, resident, product, service.spec.hours_per_week));
    queue.free_place(district, before, service.now.at);
    queue.take_place(district, minutes, service.now.at);
}

/// A service has been reviewed: it ends if nobody needs it, and else its hours follow the need as it is now, and a
/// young person whose need has become one for a stay asks for it. Who would get less may object.
fn reviewed(service: Service<'_>, d: &mut District, queue: &mut Queue, district: usize, x: EntitlementId) {
    let now = service.now;
    let Entitlement { resident, product, stage, minutes_per_week: before, .. } = d.entitlements[x];
    if stage != Stage::Served || resident.some().is_none() {
        return;
    }
    let needed = entitlements::is_needed(d, x);
    let full = effort_per_week(now, d, resident, (product, severity::of(d, x)), service.spec);
    let minutes = fewer::minutes(d, x, full);
    let place = if needed { offer::scales_down(now, d, x) } else { None };
    match review::outcome(now, d, x, !needed || place.is_some() || minutes < before) {
        Outcome::Objected => d.counts.add(Indicator::REVIEW_OBJECTED, 1),
        Outcome::Nothing => {}
        Outcome::Done if !needed => {
            d.counts.add(Indicator::REVIEW_ENDED, 1);
            finish(now, d, queue, district, x);
        }
        Outcome::Done if let Some((e, at)) = place => {
            d.counts.add(Indicator::REVIEW_ENDED, 1);
            finish(now, d, queue, district, x);
            offer::moves(now, d, e, at, product);
        }
        Outcome::Done => {
            d.counts.add(Indicator::REVIEW_LESS, i64::from(minutes < before));
            d.counts.add(Indicator::REVIEW_MORE, i64::from(minutes > before));
            set_hours(service, d, queue, district, (x, minutes));
            referrals::step_up(now, d, x);
        }
    }
}

/// The last term is over.
fn finish(now: Now<'_>, d: &mut District, queue: &mut Queue, district: usize, x: EntitlementId) {
    let entitlement = &d.entitlements[x];
    let (key, e, product) = (entitlement.key, entitlement.episode, entitlement.product);
    let solved = product == Product::DebtProgramme
        && entitlements::is_open(d, x)
        && now.inputs.draws.unit(Process::DEBTS_SOLVED, key, 0)
            < now.inputs.params.second_line.debt_success * now.settings.link(Link::HELP_RECOVERY);
    if solved {
        d.counts.add(Indicator::RECOVERIES_HELPED, 1);
        natural::recover(now, d, e);
    }
    queue.free_place(district, d.entitlements[x].minutes_per_week, now.at);
    sight::ends(now, d, x);
    entitlements::end_service(now, d, x);
    entitlements::close(now, d, x);
}

/// Homes are offered to who may leave sheltered living, earliest first, wherever in the region they live.
fn offer_homes(services: &[Service<'_>], districts: &mut [District], queue: &mut Queue) {
    if queue.product != Product::ShelteredLiving {
        return;
    }
    for (service, d) in
        services.iter().zip(districts.iter()).enumerate().filter(|(i, _)| queue.is_for[*i]).map(|(_, of)| of)
    {
        let per_1000 = service.now.inputs.context.homes_per_1000.at(service.now.week);
        let homes = per_1000 * d.planned_residents / 1000.0 / f64::from(WEEKS_PER_YEAR);
        queue.homes += (homes * 1e6) as i64;
    }
    while queue.homes >= 1_000_000 {
        let Some(Reverse(due)) = queue.ready.pop() else {
            queue.homes = 1_000_000;
            return;
        };
        if !is_current(districts, due.who)
            || districts[due.who.0 as usize].entitlements[due.who.1].resident.some().is_none()
        {
            continue;
        }
        queue.homes -= 1_000_000;
        let district = due.who.0 as usize;
        let now = services[district].now;
        finish(Now { at: now.week.start(), ..now }, &mut districts[district], queue, district, due.who.1);
    }
}

/// Long-term care begins: what it replaces ends, and so does informal care.
pub fn enter_long_term_care(now: Now<'_>, d: &mut District, r: ResidentId) {
    let replaced: Vec<EntitlementId> =
        d.entitlements_of(r).filter(|x| d.entitlements[*x].product.is_part_of_long_term_care()).collect();
    for x in replaced {
        entitlements::withdraw(now, d, x);
    }
    care::end_all(now, d, r);
    d.set_long_term(r, true);
}
