//! Applying and referring: what is asked for, by whom, and when it is decided on; and what the plan of a case refers.
//!
//! Every step is dated, so that the legal terms can be counted.

use crate::calendar::Occasion;
use crate::district::{Arrival, District, Moves, Now, What, join};
use crate::doors::{DOOR_TABLE, Door, OFFERS};
use crate::entities::{
    Case, CaseState, Domain, Entitlement, Episode, Frame, Helper, Product, Resident, Severity, Stage,
};
use crate::ids::{CaseId, EntitlementId, EpisodeId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::contracting::places;
use crate::mechanisms::contribution::choice;
use crate::mechanisms::coordination::plan;
use crate::mechanisms::money::purchase;
use crate::mechanisms::own_network::exception;
use crate::mechanisms::own_strength::judge::actor;
use crate::mechanisms::position::interest;
use crate::mechanisms::screening::triage::{self, Look};
use crate::mechanisms::screening::{depth, scope};
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::substitution::{PutOff, own_help};
use crate::mechanisms::work_income::handling;
use crate::observation::{Flow, Indicator};
use crate::parameters::Params;
use crate::random::{Distribution, Process};
use crate::units::{Effort, MINUTES_PER_WEEK, Minute};

/// Chance that somebody is referred at an outside door.
pub fn referral_chance(p: &Params, severity: Severity) -> f64 {
    p.doors.gate_refer * (1.0 + p.doors.gate_refer_severity * (f64::from(severity as u8) - 2.0))
}

/// The product that fits a need, out of what the domain offers at its severity.
pub fn choose_product(now: Now<'_>, d: &District, e: EpisodeId) -> Option<Product> {
    let episode = &d.episodes[e];
    product_for(now, d, episode.resident, (episode.key, episode.domain, episode.severity))
}

/// The product that fits a need, out of what the domain offers at the severity that a team holds it to have.
fn product_as_seen(now: Now<'_>, d: &District, e: EpisodeId, seen: Severity) -> Option<Product> {
    let episode = &d.episodes[e];
    product_for(now, d, episode.resident, (episode.key, episode.domain, seen))
}

/// The product that fits a need of a resident: its key, domain and severity.
pub fn product_for(
    now: Now<'_>,
    d: &District,
    r: ResidentId,
    (key, domain, severity): (Key, Domain, Severity),
) -> Option<Product> {
    let adult = d.residents[r].is_adult();
    let fits = |o: &&crate::doors::Offer| {
        o.domain == domain && severity as u8 >= o.from_severity && (o.product.is_youth_help() || adult)
    };
    let total: f64 = OFFERS.iter().filter(fits).map(|o| o.weight).sum();
    let mut u = total * now.inputs.draws.unit(Process::PRODUCT_CHOICE, key, severity as u64);
    for offer in OFFERS.iter().filter(fits) {
        if u < offer.weight {
            return Some(offer.product);
        }
        u -= offer.weight;
    }
    None
}

/// Other municipal help that fits a need of a resident besides a product: what else may be asked for, and how often,
/// over what such needs lead to most.
pub fn others_for(
    d: &District,
    r: ResidentId,
    (domain, severity): (Domain, Severity),
    product: Product,
) -> impl Iterator<Item = (Product, f64)> + use<> {
    let bundled = |p: Product| p.is_wmo() && p != Product::ShelteredLiving;
    let asks = bundled(product) && d.residents[r].is_adult();
    let of_domain = move || OFFERS.iter().filter(move |o| o.domain == domain && bundled(o.product));
    let most = of_domain().map(|o| o.weight).fold(0.0, f64::max);
    of_domain()
        .filter(move |o| asks && severity as u8 >= o.from_severity && o.product != product)
        .map(move |o| (o.product, o.weight / most))
}

/// What is asked for at once with a product that is applied for, or when a term of it is renewed: each by a chance.
fn ask_more(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, frame: Frame, (chance, at): (f64, u64)) {
    let Episode { resident: r, domain, severity, key, .. } = d.episodes[e];
    for (other, part) in others_for(d, r, (domain, severity), product) {
        let held = d.entitlements_of(r).any(|x| d.entitlements[x].product == other);
        if !held && now.inputs.draws.unit(Process::BUNDLE, key, at << 8 | other as u64) < part * chance {
            apply_alone(now, d, e, other, frame, true);
        }
    }
}

/// A term has been renewed: what else its holder asks for by then.
pub fn at_review(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { product, frame, .. } = d.entitlements[x];
    if product.is_wmo()
        && let Some(e) = entitlements::need_of(d, x)
    {
        let at = u64::from(now.at.0 as u32);
        ask_more(now, d, e, product, frame, (now.inputs.params.doors.bundle_at_review, at));
    }
}

/// What a product is for a need of a severity: youth help is a stay for some of those in severe need, and for more of
/// those in crisis (docs/odd.md 7.8). Who stays at one severity does so at any higher one.
pub fn by_severity(now: Now<'_>, (key, severity): (Key, Severity), product: Product) -> Product {
    let p = &now.inputs.params.doors;
    let share = match severity {
        Severity::Light | Severity::Moderate => return product,
        Severity::Severe => p.stay_severe,
        Severity::Crisis => (p.stay_severe * p.stay_crisis).min(1.0),
    };
    let stays = product.is_youth_help()
        && now.inputs.draws.unit(Process::STAY, key, 0) < share * now.settings.link(Link::SEVERITY_STAY);
    if stays { Product::YouthResidential } else { product }
}

/// At the end of a term whoever has youth help asks for a stay, by the door that they came by, if the need has become
/// one for which they would have been given one.
pub fn step_up(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { product, door, frame, .. } = d.entitlements[x];
    let need = entitlements::need_of(d, x).filter(|_| product == Product::YouthAmbulatory);
    let Some(e) = need else { return };
    let episode = &d.episodes[e];
    if by_severity(now, (episode.key, episode.severity), product) != product {
        match DOOR_TABLE[usize::from(door)].door {
            Door::Team => apply(now, d, e, product, frame),
            door => refer(now, d, e, product, door, frame),
        };
    }
}

/// What comes of a request.
enum Request {
    /// An entitlement under way.
    New(EntitlementId),
    /// The person has, or waits for, the same product: it is for this need, too.
    Joined,
    /// Nothing: long-term care covers it.
    Covered,
}

/// Asks for a product.
fn request(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, door: Door, frame: Frame) -> Request {
    let episode = &d.episodes[e];
    let r = episode.resident;
    let product = by_severity(now, (episode.key, episode.severity), product);
    if d.residents[r].is(Resident::LONG_TERM) && product.is_part_of_long_term_care() {
        return Request::Covered;
    }
    let held = d.entitlements_of(r).find(|x| {
        let Entitlement { product: other, stage, .. } = d.entitlements[*x];
        // Who stays has youth help.
        other == product || other.as_asked() == product && stage == Stage::Served
    });
    if let Some(x) = held {
        entitlements::join(now, d, x, e);
        return Request::Joined;
    }
    let point = u64::from(now.at.0 as u32);
    let key = now.inputs.draws.key(
        Process::ENTITLEMENT_KEY,
        d.residents[r].key,
        join(episode.key, point << 8 | product as u64),
    );
    let entitlement = Entitlement {
        key,
        resident: r,
        next: EntitlementId::NONE,
        episode: e,
        requested: now.at,
        queued: Minute::NEVER,
        minutes_per_week: 0,
        terms: 0,
        generation: 0,
        episode_generation: episode.generation,
        product,
        stage: Stage::Inquiry,
        urgency: episode.severity,
        door: door as u8,
        given: u8::MAX,
        frame,
        registered: false,
        temporary: false,
    };
    d.note_of(now.at, r, Some(key), What::Requested(product, door));
    let x = d.entitlements.insert(entitlement);
    d.link_entitlement(x);
    d.episodes[e].in_pipeline += 1;
    Request::New(x)
}

fn delay(now: Now<'_>, key: Key, of: Process, median: f64) -> f64 {
    Distribution::LogNormal { median, sigma: now.inputs.params.doors.gate_spread }
        .quantile(now.inputs.draws.unit(of, key, 0))
}

/// An application at the municipality's own door, perhaps for more than one product at once. Tells whether help comes
/// or may come of the one that was meant.
pub fn apply(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, frame: Frame) -> bool {
    let goes = apply_alone(now, d, e, product, frame, false);
    if goes && product.is_wmo() {
        ask_more(now, d, e, product, frame, (now.inputs.params.doors.bundle_at_once, u64::from(now.at.0 as u32)));
    }
    goes
}

/// An application for one product: inquiry (six weeks in law), then a decision (two weeks). What is asked for `besides`
/// takes no hours of the team's, because it is one inquiry or a review that somebody else does, and is never urgent.
fn apply_alone(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, frame: Frame, besides: bool) -> bool {
    let x = match request(now, d, e, product, Door::Team, frame) {
        Request::New(x) => x,
        Request::Joined => return true,
        Request::Covered => return false,
    };
    let Entitlement { key, resident, .. } = d.entitlements[x];
    d.mark_team(resident, now.week);
    let (team, _) = d.team_for(e, now.age(&d.residents[resident]));
    // One plan is one inquiry.
    let again = !besides && plan::is_inquired(now, d, resident);
    let team = &mut d.teams[team];
    let backlog = if again { 0.0 } else { team.backlog_weeks() };
    let inquiry = delay(now, key, Process::INQUIRY_DELAY, now.inputs.params.doors.gate_inquiry_weeks);
    let at = now.at.plus_weeks(inquiry + backlog);
    if !besides && !again {
        team.intake_due += Effort::from_hours(now.inputs.params.team.inquiry_hours);
    }
    d.schedule_entitlement(x, Occasion::APPLICATION, at, (key.0 >> 32) as u32);
    // Urgent: a temporary provision at once, while the inquiry runs (Wmo 2015 art. 2.3.3).
    if d.entitlements[x].urgency == Severity::Crisis && !besides {
        d.entitlements[x].temporary = true;
        enqueue(now, d, x);
    }
    true
}

/// The inquiry is done: the application goes to the decision, unless its person forgoes it because of the fee. Who is
/// urgent has the help already.
pub fn inquiry_done(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let entitlement = &mut d.entitlements[x];
    if !entitlement.temporary {
        entitlement.stage = Stage::Applied;
    }
    let (key, requested) = (entitlement.key, entitlement.requested);
    let in_time = now.at.weeks_since(requested) <= 6.0;
    d.counts.ratio(Indicator::INQUIRY_IN_TIME, i64::from(in_time), 1);
    if !d.entitlements[x].temporary && choice::forgoes(now, d, x) {
        return;
    }
    let at = now.at.plus_weeks(delay(now, key, Process::DECISION_DELAY, now.inputs.params.doors.gate_decision_weeks));
    d.schedule_entitlement(x, Occasion::DECISION, at, (key.0 >> 32) as u32);
}

/// A referral at a door where the municipality does not decide. Tells whether help comes or may come of it.
pub fn refer(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, door: Door, frame: Frame) -> bool {
    let x = match request(now, d, e, product, door, frame) {
        Request::New(x) => x,
        Request::Joined => return true,
        Request::Covered => return false,
    };
    let key = d.entitlements[x].key;
    d.entitlements[x].stage = Stage::Applied;
    let p = &now.inputs.params;
    let urgent = d.entitlements[x].urgency == Severity::Crisis;
    let median = match door {
        Door::DebtDesk if urgent => p.second_line.debt_threat_weeks,
        Door::DebtDesk => p.second_line.debt_talk_weeks,
        Door::Court => p.outreach.report_inquiry_weeks,
        _ => p.doors.gate_outside_weeks,
    };
    let at = now.at.plus_weeks(delay(now, key, Process::REFERRAL_DELAY, median));
    d.schedule_entitlement(x, Occasion::DECISION, at, (key.0 >> 32) as u32);
    true
}

/// A young person is to stay elsewhere at once, whatever the doors would decide. Tells whether somebody asks for it who
/// did not.
pub fn place(now: Now<'_>, d: &mut District, e: EpisodeId) -> bool {
    let request = request(now, d, e, Product::YouthResidential, Door::VeiligThuis, Frame::Pressure);
    let Request::New(x) = request else { return false };
    enqueue(now, d, x);
    true
}

/// Somebody joins the queue of a product.
pub(super) fn enqueue(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let entitlement = &mut d.entitlements[x];
    let (key, product, door) = (entitlement.key, entitlement.product, entitlement.door);
    entitlement.stage = Stage::Waiting;
    entitlement.queued = now.at;
    let generation = entitlement.generation;
    let tie = (now.inputs.draws.bits(Process::QUEUE_ORDER, key, 0) >> 32) as u32;
    d.arrivals[product as usize].push(Arrival { at: now.at, tie, entitlement: x, generation, moves: Moves::Joins });
    // Where the list is closed they hear at once that they had better look elsewhere.
    let weeks = if places::is_closed(d, product) { 0.0 } else { now.inputs.params.doors.waterbed_weeks };
    let long = now.at.plus_weeks(weeks);
    d.schedule_entitlement(x, Occasion::WAITING_LONG, long, tie);
    d.counts.flow(Flow::Queued(DOOR_TABLE[usize::from(door)].door, product), 1);
}

/// What the plan of a case refers, once the case has its place: the needs that go to the second line. Where the team
/// helps first, the plan puts a referral off.
pub fn plan_referrals(now: Now<'_>, d: &mut District, case: CaseId, episodes: &[EpisodeId]) -> Vec<EpisodeId> {
    debug_assert!(d.cases[case].state == CaseState::Open);
    let Case { team, frame, key, household, episode: opening, .. } = d.cases[case];
    let mut referred = Vec::new();
    for &e in episodes {
        let episode = &d.episodes[e];
        if episode.helping[Helper::SecondLine as usize] > 0 {
            continue;
        }
        let Episode { severity, domain, .. } = *episode;
        let quantile = now.inputs.draws.unit(Process::REFERRAL, episode.key, u64::from(now.at.0 as u32));
        let seen = triage::seen(now, d, Look { team: usize::from(team), case: key, opens: e == opening }, e);
        let refers = quantile < chance_now(now, d, (team, seen), e);
        judged(now, d, (team, quantile, refers, seen), e);
        if !refers {
            continue;
        }
        let Some(product) = product_as_seen(now, d, e, seen) else { continue };
        let weeks = own_help::weeks(now, seen, frame)
            .max(scope::weeks_for_basics(now, d, household, domain))
            .max(handling::weeks_first(now, domain, seen));
        let who = actor(d, d.episodes[e].resident);
        if weeks > 0.0 && !exception::spares(now, d, who) {
            let until = now.at.plus_weeks(weeks);
            own_help::put_off(now, d, e, PutOff { until, quantile, severity, team, frame });
        } else if carry_out(now, d, e, product, frame) {
            referred.push(e);
        }
    }
    referred
}

/// What a plan put off is decided on, by the same draw: a need that has become lighter is not referred; one that has
/// not is, if a plan made now would refer it. Tells whether it is.
pub fn decide_again(now: Now<'_>, d: &mut District, e: EpisodeId) -> bool {
    let Some(PutOff { quantile, severity, team, frame, .. }) = own_help::take(d, e) else { return false };
    let episode = &d.episodes[e];
    if episode.recovered || episode.severity < severity {
        d.counts.add(Indicator::OWN_HELP_ENOUGH, 1);
        return false;
    }
    if episode.helping[Helper::SecondLine as usize] > 0 {
        return false;
    }
    // The look is that of the case, if it still goes on.
    let (h, key) = (d.household_of(episode.resident), episode.key);
    let case = d.case_with(h, usize::from(team));
    let opens = case.is_some_and(|case| d.cases[case].episode == e);
    let look = Look { team: usize::from(team), case: case.map_or(key, |case| d.cases[case].key), opens };
    let seen = triage::seen(now, d, look, e);
    let refers = quantile < chance_now(now, d, (team, seen), e);
    judged(now, d, (team, quantile, refers, seen), e);
    refers && product_as_seen(now, d, e, seen).is_some_and(|product| carry_out(now, d, e, product, frame))
}

/// Chance that a plan of a team refers a need now that it sees as being of a severity.
fn chance_now(now: Now<'_>, d: &District, (team, seen): (u8, Severity), e: EpisodeId) -> f64 {
    let domain = d.episodes[e].domain;
    // Where teams were put together there may be fewer.
    let team = usize::from(team).min(d.teams.len() - 1);
    let pressure = (d.teams[team].pressure - 1.0).max(0.0) * now.settings.link(Link::PRESSURE_REFERRAL);
    let pressure = pressure * purchase::unfelt(now);
    let beyond = depth::beyond(now, d, team, (domain, Link::DEPTH_REFERRAL));
    let interest = interest::in_referral(now, d, e, || product_as_seen(now, d, e, seen));
    plan_refers(&now.inputs.params, (domain, seen), beyond, pressure, own_help::mandate(now, seen) - interest)
}

/// Counts whether a plan refers, by a draw, what it would not if it saw the need as it is, or the other way round.
fn judged(now: Now<'_>, d: &mut District, (team, draw, refers, seen): (u8, f64, bool, Severity), e: EpisodeId) {
    let severity = d.episodes[e].severity;
    let would = if seen == severity { refers } else { draw < chance_now(now, d, (team, severity), e) };
    if refers {
        d.counts.ratio(Indicator::WRONG_REFERRALS, i64::from(!would), 1);
    } else {
        d.counts.add(Indicator::MISSED_REFERRALS, i64::from(would));
    }
}

/// A plan refers a need. Tells whether help comes or may come of it.
fn carry_out(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, frame: Frame) -> bool {
    let goes = match product {
        Product::MentalHealth | Product::DistrictNursing => refer(now, d, e, product, Door::Gp, frame),
        Product::DebtProgramme => refer(now, d, e, product, Door::DebtDesk, frame),
        Product::ShelteredLiving => refer(now, d, e, product, Door::CentreMunicipality, frame),
        _ => apply(now, d, e, product, frame),
    };
    d.counts.add(Indicator::TEAM_REFERRALS, i64::from(goes));
    if goes {
        interest::referred(now, d, e, product);
    }
    goes
}

/// Chance that the plan of a case refers a need of a domain and severity: by a team with so much depth beyond that of
/// today's generalists, under pressure above what it can do and with a mandate to do it itself. Today's generalists
/// lack depth for severe mental and youth needs (assumption: `referral.mismatch`).
pub fn plan_refers(
    p: &Params,
    (domain, severity): (Domain, Severity),
    beyond: f64,
    pressure: f64,
    mandate: f64,
) -> f64 {
    let mismatch = matches!(domain, Domain::Mental | Domain::Youth) && severity >= Severity::Severe;
    let odds = p.doors.referral_base
        + p.doors.referral_severity * (f64::from(severity as u8) - 2.0)
        + p.doors.referral_mismatch * f64::from(u8::from(mismatch))
        + depth::mismatch(p, beyond)
        + p.doors.referral_pressure * pressure
        - mandate;
    1.0 / (1.0 + libm::exp(-odds))
}

/// Weeks between two moments as the numerator of a wait over [`MINUTES_PER_WEEK`].
pub fn wait(from: Minute, to: Minute) -> (i64, i64) {
    (i64::from(to.0) - i64::from(from.0), i64::from(MINUTES_PER_WEEK))
}
