//! Signals and doors: asking, applying, deciding, trying another door (docs/odd.md 7.4 and 7.5).
//!
//! Where somebody knocks and what follows stands in the tables of `doors`. The municipal gate acts on applications at
//! its own door alone. Every step is dated, so that the legal terms can be counted. Left out: objection and appeal.

use crate::calendar::Entry;
use crate::district::{District, Happening, Now, What};
use crate::doors::{DOOR_TABLE, Door, Outcome, Pull, WATERBED, WATERBED_OF_TEAM, Way, way_in};
use crate::entities::{Domain, Entitlement, Episode, Frame, Lines, Product, Resident, Route, Severity, Stage};
use crate::ids::{EntitlementId, EpisodeId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::basic::Kind;
use crate::mechanisms::basic::offer::{self, Answer};
use crate::mechanisms::coordination::plan;
use crate::mechanisms::doors::holding;
use crate::mechanisms::doors::referrals::{apply, choose_product, enqueue, refer, referral_chance};
use crate::mechanisms::needs::hazards;
use crate::mechanisms::needs::housemates;
use crate::mechanisms::needs::natural;
use crate::mechanisms::needs::rates;
use crate::mechanisms::needs::steps;
use crate::mechanisms::own_network::exception;
use crate::mechanisms::own_strength::judge::{Judged, actor, judge};
use crate::mechanisms::own_strength::{fewer, refusal};
use crate::mechanisms::position::interest;
use crate::mechanisms::reciprocity::avoidance;
use crate::mechanisms::referrers::sending;
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::team::cases;
use crate::mechanisms::work_income::{disclosure, handling, talks};
use crate::observation::{Flow, Indicator};
use crate::parameters::Params;
use crate::random::{Process, standard_normal_quantile};

/// A candidate of asking.
pub fn asking(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    if d.episodes[e].recovered {
        return;
    }
    let rate = hazards::asking_rate(now, d, e);
    hazards::check(d, e, Episode::ASKING, rate);
    if entry.height() < rate {
        ask(now, d, e, entry.point());
    }
}

/// Somebody who is left without care asks for help at once, unless there is help or help is under way.
pub fn asks_at_once(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    if !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped() {
        d.counts.add(Indicator::LEFT_ASKED, 1);
        ask(now, d, e, u64::from(now.at.0 as u32));
    }
}

/// Somebody who was served in a place of another kind comes back from it, because it falls short.
pub fn asks_for_more(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    if !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped() {
        ask(now, d, e, u64::from(now.at.0 as u32));
    }
}

/// Somebody asks for help with a need, on an occasion of the need's own.
fn ask(now: Now<'_>, d: &mut District, e: EpisodeId, occasion: u64) {
    if avoidance::deters(now)
        && let Some(way) = way_of(now, d, e, occasion).filter(|way| way.door == Door::Team)
        && avoidance::stays_away(now, d, e)
    {
        goes_elsewhere(now, d, e, way.outcome);
        return;
    }
    if now.settings.work_income.enforcement
        && let Some(way) = way_of(now, d, e, occasion).filter(|way| way.door.is_of_first_line())
        && disclosure::stays_away(now, d, e)
    {
        goes_elsewhere(now, d, e, way.outcome);
        return;
    }
    steps::asks(now, d, e);
    d.counts.add(Indicator::ASKED_AGAIN, i64::from(holding::was_refused(d, e)));
    natural::becomes_known(now, d, e, Route::Asked);
    if let Some(way) = way_of(now, d, e, occasion) {
        if plan::comes_to_plan(now, d, e, (way.door, occasion)) {
            d.counts.ratio(Indicator::ASKED_ELSEWHERE, 0, 1);
            d.counts.flow(Flow::Asked(way.door), 1);
            cases::open_case(now, d, e, Frame::Voluntary);
            return;
        }
        if way.door == Door::DebtDesk && handling::comes_to_team(now, d, e) {
            d.counts.ratio(Indicator::ASKED_ELSEWHERE, 0, 1);
            talks::asked_for(now, d, e);
            return;
        }
        d.counts.ratio(Indicator::ASKED_ELSEWHERE, i64::from(way.door != Door::Team), 1);
        knock(now, d, e, way.door, way.outcome, occasion);
    }
}

/// The door that somebody chooses with a need.
fn way_of(now: Now<'_>, d: &District, e: EpisodeId, occasion: u64) -> Option<&'static Way> {
    let episode = &d.episodes[e];
    let u = now.inputs.draws.unit(Process::DOOR_CHOICE, episode.key, occasion);
    let pull = Pull {
        team: d.presence.asking_visible * sending::to_team(now, d, episode.domain),
        first_line: rates::pull_by_trust(now, d, episode.resident),
    };
    way_in(episode.domain, episode.severity, u, pull)
}

/// Something is asked in return at the municipality's doors: the person tries another one, or nobody hears of the need.
fn goes_elsewhere(now: Now<'_>, d: &mut District, e: EpisodeId, there: Outcome) {
    let key = d.episodes[e].key;
    let other = match there {
        Outcome::Case => WATERBED_OF_TEAM.iter().find(|w| w.0 == d.episodes[e].domain).map(|w| (w.1, w.2)),
        Outcome::Application | Outcome::Referral(_) => choose_product(now, d, e)
            .and_then(|product| WATERBED.iter().find(|w| w.0 == product.as_asked()))
            .map(|w| (w.1, w.2)),
    };
    holding::hold(now, d, e);
    let chance = now.inputs.params.doors.waterbed_share * now.settings.link(Link::REFUSAL_WATERBED);
    if let Some((door, outcome)) = other
        && now.inputs.draws.unit(Process::RETURN_ELSEWHERE, key, d.episodes[e].severity as u64) < chance
    {
        steps::asks(now, d, e);
        natural::becomes_known(now, d, e, Route::Asked);
        let goes = knock(now, d, e, door, outcome, key.0);
        d.counts.add(Indicator::WATERBED, i64::from(goes));
    }
}

/// Somebody stands at a door with a need, on an occasion of the need's own. Tells whether anything came of it.
fn knock(now: Now<'_>, d: &mut District, e: EpisodeId, door: Door, outcome: Outcome, occasion: u64) -> bool {
    let frame = Frame::Voluntary;
    match outcome {
        Outcome::Case if door == Door::Gp && !sending::gp_sends(now, d, e, occasion) => {
            d.counts.add(Indicator::NOT_SENT, 1);
            now.tell(d, Happening::NotReferred(e));
            false
        }
        Outcome::Case => {
            d.counts.flow(Flow::Asked(door), 1);
            cases::open_case(now, d, e, frame);
            true
        }
        Outcome::Application => choose_product(now, d, e).is_some_and(|product| apply(now, d, e, product, frame)),
        Outcome::Referral(product) => {
            let episode = &d.episodes[e];
            let chance = referral_chance(&now.inputs.params, episode.severity);
            if now.inputs.draws.unit(Process::DOOR_REFERRAL, episode.key, occasion) >= chance {
                if door == Door::Gp {
                    now.tell(d, Happening::NotReferred(e));
                }
                return false;
            }
            let after_nurse = episode.strongest == Episode::NURSE;
            let goes = refer(now, d, e, product, door, frame);
            d.counts.add(Indicator::NURSE_REFERRED, i64::from(goes && after_nurse));
            goes
        }
    }
}

/// Somebody who was found or reported is taken on by the team: the same door as for who asks there.
pub fn request_from_team(now: Now<'_>, d: &mut District, e: EpisodeId, frame: Frame) {
    if d.episodes[e].domain == Domain::Daily && d.episodes[e].severity >= Severity::Moderate {
        if let Some(product) = choose_product(now, d, e) {
            apply(now, d, e, product, frame);
        }
    } else {
        d.counts.flow(Flow::Found, 1);
        cases::open_case(now, d, e, frame);
    }
}

/// Somebody reports a young person in severe need to Veilig Thuis, whose inquiry costs the team no hours. It may end in
/// a mandatory frame: youth help by the court, at the municipality's cost, be it new or what was voluntary until then.
/// Otherwise the team comes, under pressure, unless there is youth help already.
pub fn veilig_thuis(now: Now<'_>, d: &mut District, e: EpisodeId, point: u64) {
    natural::becomes_known(now, d, e, Route::Report);
    let r = d.episodes[e].resident;
    let u = now.inputs.draws.unit(Process::MANDATORY_FRAME, d.episodes[e].key, point);
    let mandatory = u < now.inputs.params.outreach.report_mandatory;
    let youth_help = d.entitlements_of(r).find(|x| d.entitlements[*x].product.is_youth_help());
    match (youth_help, mandatory) {
        (None, true) => {
            refer(now, d, e, Product::YouthAmbulatory, Door::Court, Frame::Mandatory);
        }
        (None, false) => {
            d.counts.flow(Flow::Asked(Door::VeiligThuis), 1);
            cases::open_case(now, d, e, Frame::Pressure);
        }
        (Some(x), true) if d.entitlements[x].frame != Frame::Mandatory => oblige(now, d, x),
        (Some(_), _) => {}
    }
}

/// A court orders what was voluntary until then: no gate decides on it any more, and it goes before all who wait.
fn oblige(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let entitlement = &mut d.entitlements[x];
    (entitlement.frame, entitlement.door) = (Frame::Mandatory, Door::Court as u8);
    match entitlement.stage {
        Stage::Served => d.counts.add(Indicator::MANDATORY, 1),
        Stage::Waiting => entitlements::rise(now, d, x),
        _ => {}
    }
}

/// Three working days of five, in weeks.
const THREE_WORKING_DAYS: f64 = 3.0 / 5.0;

/// The decision on an entitlement: granted and into the queue, or refused. A temporary provision goes on or ends with
/// it.
pub fn decide(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let entitlement = &d.entitlements[x];
    let (key, product, e, requested) =
        (entitlement.key, entitlement.product, entitlement.episode, entitlement.requested);
    let weeks = now.at.weeks_since(requested);
    if !entitlements::is_needed(d, x) {
        entitlements::withdraw(now, d, x);
        return;
    }
    if product == Product::DebtProgramme {
        // The first talk: within four weeks, under threat within three working days (Wgs art. 4).
        let term = if d.entitlements[x].urgency == Severity::Crisis { THREE_WORKING_DAYS } else { 4.0 };
        d.counts.ratio(Indicator::DEBT_IN_TIME, i64::from(weeks <= term), 1);
        if now.inputs.draws.unit(Process::DEBT_DROPOUT, key, 0) < now.inputs.params.second_line.debt_dropout {
            entitlements::withdraw(now, d, x);
            return;
        }
    }
    if DOOR_TABLE[entitlement.door as usize].municipal_gate {
        d.counts.add(Indicator::APPLICATIONS, 1);
        d.counts.ratio(Indicator::DECISION_IN_TIME, i64::from(weeks <= 8.0), 1);
        // General provision comes first in law.
        let answer = offer::comes_first(now, d, x);
        if Kind::instead_of(product).is_some() {
            d.counts.ratio(Indicator::BASIC_SHARE, i64::from(answer == Answer::Served), 1);
        }
        if answer != Answer::GoesOn {
            return;
        }
        if own_means_suffice(now, d, x) {
            d.counts.add(Indicator::USUAL_CARE, 1);
            entitlements::withdraw(now, d, x);
            return;
        }
        if on_own_strength(now, d, x) {
            return;
        }
        let granted = granted_in_year(now) * (1.0 - now.settings.doors.gate_strictness) * interest::granted(now);
        if now.inputs.draws.unit(Process::GRANT, key, 0) >= granted {
            d.counts.add(Indicator::REFUSALS, 1);
            let r = d.entitlements[x].resident;
            d.note_of(now.at, r, Some(key), What::Refused(product));
            let open = entitlements::is_open(d, x);
            entitlements::withdraw(now, d, x);
            now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
            if open {
                holding::refused(now, d, e, key);
                try_elsewhere(now, d, e, product, key, Link::REFUSAL_WATERBED);
            }
            return;
        }
        if offer::is_chosen(now, d, x) {
            d.counts.ratio(Indicator::BASIC_SHARE, 1, 0);
            return;
        }
    }
    if product.is_wmo() {
        now.tell(d, Happening::HelpAgreed(d.entitlements[x].resident));
    }
    if std::mem::take(&mut d.entitlements[x].temporary) {
        return;
    }
    enqueue(now, d, x);
}

/// What own strength takes off an application: all of it, which is told, or a part of its hours.
fn on_own_strength(now: Now<'_>, d: &mut District, x: EntitlementId) -> bool {
    let Entitlement { key, product, frame, resident: r, temporary, .. } = d.entitlements[x];
    let Some(e) = entitlements::need_of(d, x).filter(|_| !temporary) else { return false };
    let judged = judge(now, d, e, frame, key);
    if judged == Judged::Helped || exception::spares(now, d, actor(d, r)) {
        return false;
    }
    if judged == Judged::Fewer {
        fewer::grant(now, d, x);
        return false;
    }
    d.counts.add(Indicator::REFUSALS, 1);
    d.note_of(now.at, r, Some(key), What::Refused(product));
    entitlements::withdraw(now, d, x);
    refusal::refused(now, d, e, Some(product), key);
    try_elsewhere(now, d, e, product, key, Link::REFUSAL_WATERBED);
    true
}

/// The share of applications that this municipality grants, before anybody is stricter.
pub fn usually_granted(p: &Params) -> f64 {
    (p.doors.gate_grant * p.doors.gate_municipality).min(1.0)
}

/// The share that it grants in this year, before anybody is stricter: years differ, for all who apply and in all
/// scenarios alike.
pub fn granted_in_year(now: Now<'_>) -> f64 {
    let usual = usually_granted(&now.inputs.params);
    let spread = now.inputs.params.doors.gate_between_years;
    if spread == 0.0 {
        return usual;
    }
    let u = now.inputs.draws.unit(Process::GRANTING_YEAR, Key(0), u64::from(now.week.year() as u32));
    (usual * libm::exp(spread * standard_normal_quantile(u))).min(1.0)
}

/// However much informal care there is, the chance that it suffices stays below this (assumption, 0.8 to 1).
const MOST_INFORMAL: f64 = 0.9;

/// Usual care by housemates and informal care come off an entitlement: not granted because they suffice. Nobody is sent
/// back to informal care who is excepted as being without a network.
fn own_means_suffice(now: Now<'_>, d: &mut District, x: EntitlementId) -> bool {
    let Entitlement { resident: r, product, key, .. } = d.entitlements[x];
    usual_suffices(now, d, r, product, key)
        || informal_suffices(now, d, r, product, key) && !exception::spares(now, d, actor(d, r))
}

/// Whether usual and informal care suffice instead of a product; `key` is of who would have it.
pub fn suffices(now: Now<'_>, d: &District, r: ResidentId, product: Product, key: Key) -> bool {
    usual_suffices(now, d, r, product, key) || informal_suffices(now, d, r, product, key)
}

fn usual_suffices(now: Now<'_>, d: &District, r: ResidentId, product: Product, key: Key) -> bool {
    let p = &now.inputs.params;
    let usual = match product {
        Product::DomesticHelp => p.doors.gate_usual_care,
        Product::Guidance | Product::DayActivity => p.doors.gate_usual_guidance,
        _ => 0.0,
    };
    let link = now.settings.link(Link::CARE_ENTITLEMENT);
    now.inputs.draws.unit(Process::USUAL_CARE, key, 0) < usual * link && housemates::has_able(now, d, r)
}

fn informal_suffices(now: Now<'_>, d: &District, r: ResidentId, product: Product, key: Key) -> bool {
    let hours = f64::from(d.residents[r].person.care_received) / 60.0;
    let link = now.settings.link(Link::CARE_ENTITLEMENT);
    let informal = (now.inputs.params.doors.gate_informal * hours / 10.0).min(MOST_INFORMAL) * link;
    product.is_wmo() && now.inputs.draws.unit(Process::INFORMAL_SUFFICES, key, 0) < informal
}

/// Who is refused a product, or waits for it, tries another door with some chance (B4).
fn try_elsewhere(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, key: Key, link: Link) {
    if let Some(&(_, door, outcome)) = WATERBED.iter().find(|w| w.0 == product.as_asked()) {
        try_door(now, d, e, (door, outcome), key, link);
    }
}

/// Tries a door with the chance of the waterbed; what nothing comes of is not counted.
fn try_door(now: Now<'_>, d: &mut District, e: EpisodeId, (door, outcome): (Door, Outcome), key: Key, link: Link) {
    let chance = now.inputs.params.doors.waterbed_share * now.settings.link(link);
    if now.inputs.draws.unit(Process::WATERBED, key, link.place() as u64) < chance
        && knock(now, d, e, door, outcome, key.0)
    {
        d.counts.add(Indicator::WATERBED, 1);
    }
}

/// Somebody has waited long for the team, and tries the door of a specialist.
pub fn try_instead_of_team(now: Now<'_>, d: &mut District, e: EpisodeId, case: Key) {
    if let Some(&(_, door, outcome)) = WATERBED_OF_TEAM.iter().find(|w| w.0 == d.episodes[e].domain) {
        try_door(now, d, e, (door, outcome), case, Link::WAITING_WATERBED);
    }
}

/// Somebody has waited long: trust falls, and another door may be tried while the place in the queue is kept.
pub fn waiting_long(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let entitlement = &d.entitlements[x];
    if entitlement.stage != Stage::Waiting || !entitlements::is_open(d, x) {
        return;
    }
    let (e, product, key) = (entitlement.episode, entitlement.product, entitlement.key);
    let r = entitlement.resident;
    // Who waits for youth help would find no other queue behind the GP's door.
    if !product.is_youth_help() {
        try_elsewhere(now, d, e, product, key, Link::WAITING_WATERBED);
    }
    now.tell(d, Happening::HelpTurnedOut(r, Lines::SECOND, false));
}

/// Crisis in daily functioning has lasted without a break: CIZ is asked for long-term care.
pub fn long_term_check(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    if episode.recovered || !natural::is_crisis_since(now, d, e, now.inputs.params.doors.wlz_weeks) {
        return;
    }
    let r = episode.resident;
    if d.residents[r].is(Resident::LONG_TERM) {
        return;
    }
    if now.inputs.draws.unit(Process::LONG_TERM_CARE, episode.key, 0) < now.inputs.params.doors.wlz_grant {
        natural::becomes_known(now, d, e, Route::Asked);
        refer(now, d, e, Product::LongTermCare, Door::Ciz, Frame::Voluntary);
    }
}

/// A year begins, from week 0 on: where the Wlz is open to needs of the mind, it may take over who lives sheltered with
/// one. They stay until it has a place.
pub fn long_term_for_minds(now: Now<'_>, d: &mut District) {
    if now.week.0 < 0 || now.inputs.params.doors.wlz_mental <= 0.0 {
        return;
    }
    let sheltered = |x: &EntitlementId| {
        let Entitlement { product, stage, resident, .. } = d.entitlements[*x];
        product == Product::ShelteredLiving && stage == Stage::Served && resident.some().is_some()
    };
    let all: Vec<EntitlementId> = d.entitlements.all().filter(sheltered).collect();
    for x in all {
        long_term_for_mind(now, d, x);
    }
}

/// The same for one of them.
fn long_term_for_mind(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { resident: r, product, key, .. } = d.entitlements[x];
    if product != Product::ShelteredLiving || d.residents[r].is(Resident::LONG_TERM) {
        return;
    }
    let of_mind = |d: &District, e: EpisodeId| d.episodes[e].domain == Domain::Mental && !d.episodes[e].recovered;
    let Some(e) = d.episodes_of(r).find(|e| of_mind(d, *e)) else { return };
    if now.inputs.draws.unit(Process::WLZ_MENTAL, key, 0) < now.inputs.params.doors.wlz_mental {
        refer(now, d, e, Product::LongTermCare, Door::Ciz, Frame::Voluntary);
    }
}
