//! Places of providers: how they follow queues and margins under each form of contract.

use super::form::Form;
use super::state::Contract;
use crate::district::{District, Now, Round, Share};
use crate::entities::{Account, Product};
use crate::links::Link;
use crate::observation::Indicator;
use crate::plan::ServiceSpec;
use crate::units::WEEKS_PER_YEAR;

/// Weeks over which a margin is looked at (assumption: a year's books).
const BOOKS_WEEKS: f64 = 52.0;

/// How a product is paid in this week: contracts begin in week 0, and what there was before is in the places.
#[inline]
pub fn form(now: Now<'_>, product: Product) -> Form {
    if now.week.0 < 0 { Form::Stated } else { now.settings.contracting.form[product as usize] }
}

/// Places that a contract brings, if one is in force.
pub fn in_force(d: &District, product: Product) -> Option<f64> {
    d.rooms.contracting.running[product as usize].map(|contract| contract.places)
}

/// The part of the places that margins below zero have left.
pub fn left(d: &District, product: Product) -> f64 {
    1.0 - d.rooms.contracting.lost[product as usize]
}

/// Whether a provider's list is closed.
pub fn is_closed(d: &District, product: Product) -> bool {
    d.rooms.contracting.running[product as usize].is_some_and(|contract| contract.stopped)
}

/// How far margins lie beside the usual one, of what is paid: of late, with the usual one itself.
pub fn margin(now: Now<'_>, d: &District, product: Product) -> f64 {
    now.inputs.params.contracting.margin + d.rooms.contracting.margin[product as usize]
}

/// The week of contracts: services have been replayed and paid.
pub fn follow(round: &mut Round<'_>) {
    let parts = round.nows.iter().zip(round.contracts).zip(round.districts.iter_mut());
    for (i, ((&now, specs), d)) in parts.enumerate() {
        d.rooms.contracting.hiring = 0.0;
        if now.week.0 < 0 {
            continue;
        }
        for queue in round.services.iter_mut().filter(|queue| queue.is_for[i]) {
            follow_margin(now, d, queue.product);
            follow_queue(now, d, &specs[queue.product as usize], &mut queue.shares[i], queue.product);
        }
    }
}

/// The margin of a week in which so much was paid, so much of it beside the hours that were worked.
fn in_week(now: Now<'_>, paid: i64, beside: i64) -> f64 {
    let usual = now.inputs.params.contracting.margin;
    usual + (1.0 - usual) * beside as f64 / paid as f64
}

/// A margin below zero takes places of those whose costs are highest: so many in the end, and in a year most of what is
/// still to go. Above zero they come back.
fn follow_margin(now: Now<'_>, d: &mut District, product: Product) {
    let p = &now.inputs.params.contracting;
    let i = product as usize;
    let state = &mut d.rooms.contracting;
    let (paid, beside) = state.week[i];
    if paid > 0 {
        state.margin[i] += (in_week(now, paid, beside) - p.margin - state.margin[i]) / BOOKS_WEEKS;
    }
    let below = (-p.margin - state.margin[i]).max(0.0);
    let in_the_end = (p.margin_capacity * below * now.settings.link(Link::MARGIN_CAPACITY)).min(1.0);
    state.lost[i] += (in_the_end - state.lost[i]) / f64::from(WEEKS_PER_YEAR);
}

/// Places under contract follow the queue, or do not. Where none are stated, those of a contract that ends stay.
fn follow_queue(now: Now<'_>, d: &mut District, spec: &ServiceSpec, share: &mut Share, product: Product) {
    let form = form(now, product);
    let running = d.rooms.contracting.running[product as usize];
    let contract = match running {
        _ if form == Form::Stated => None,
        Some(contract) if contract.form == form => Some(goes_on(now, d, contract, share, product)),
        other => Some(begins(form, spec, share, other)),
    };
    if let (Some(ended), None) = (running, contract) {
        share.leave_places(ended.places);
    }
    d.rooms.contracting.running[product as usize] = contract;
}

/// A contract begins, with the places that there are.
fn begins(form: Form, spec: &ServiceSpec, share: &Share, before: Option<Contract>) -> Contract {
    let there = spec.places.or(share.places()).unwrap_or_else(|| f64::from(share.serving));
    let places = before.map_or(there, |contract| contract.places);
    let minutes_each = share.minutes_each().unwrap_or(spec.hours_per_week * 60.0);
    Contract {
        form,
        places,
        began_with: places,
        asked: share.here().max(places),
        minutes_each,
        lump: libm::round(places * minutes_each) as i64 * spec.cents_per_hour,
        stopped: false,
    }
}

/// A contract goes on: who is paid for more follows the queue, who has a lump sum closes the list when it is long.
fn goes_on(now: Now<'_>, d: &mut District, contract: Contract, share: &Share, product: Product) -> Contract {
    let p = &now.inputs.params.contracting;
    if !contract.form.pays_for_more() {
        return Contract { stopped: share.here() > p.task_stop * contract.asked, ..contract };
    }
    let wanted = f64::from(share.serving) + p.waiting * f64::from(share.waiting);
    let mut grows = (wanted - contract.places) / p.follow_weeks * now.settings.link(Link::QUEUE_CAPACITY);
    if grows > 0.0 {
        // Nobody grows at a loss, and more slowly where hands are scarce.
        grows = if margin(now, d, product) > 0.0 { grows / scarcity(d) } else { 0.0 };
        d.rooms.contracting.hiring += fte_sought(now, product, grows * contract.minutes_each);
    }
    Contract { places: contract.places + grows, ..contract }
}

/// How much longer than usual it takes to find people; never less than usual.
fn scarcity(d: &District) -> f64 {
    d.rooms.professional.tightness.max(1.0)
}

/// FTE that are sought at a time by providers who grow by so many minutes of help a week in a week. Domestic help finds
/// its people elsewhere.
fn fte_sought(now: Now<'_>, product: Product, minutes: f64) -> f64 {
    if product == Product::DomesticHelp {
        return 0.0;
    }
    let p = &now.inputs.params.team;
    minutes / 60.0 * f64::from(WEEKS_PER_YEAR) / p.hours_fte.max(1.0) * p.vacancy_weeks
}

/// Adds the week to the year's sums: margins and lost places weighed by what each service costs, of a district with so
/// many residents.
pub fn observe(now: Now<'_>, d: &mut District) {
    let products = || Product::ALL.into_iter().filter(|p| p.meta().account != Account::LongTermCare);
    let all: i64 = products().map(|product| d.rooms.contracting.week[product as usize].0).sum();
    for product in products() {
        let i = product as usize;
        let (paid, beside) = d.rooms.contracting.week[i];
        if paid > 0 {
            let weight = paid as f64 / all as f64 * d.residents.len() as f64 * 1e6;
            let weighed = |share: f64| (share * weight) as i64;
            let margin = in_week(now, paid, beside);
            d.counts.ratio(Indicator::PROVIDER_MARGIN, weighed(margin), weighed(1.0));
            d.counts.ratio(Indicator::PLACES_LOST, weighed(d.rooms.contracting.lost[i]), weighed(1.0));
        }
        if let Some(contract) = d.rooms.contracting.running[i] {
            d.counts.add(Indicator::CONTRACT_STOP, i64::from(contract.stopped));
            let millionths = |places: f64| (places * 1e6) as i64;
            let (is, was) = (millionths(contract.places), millionths(contract.began_with));
            d.counts.ratio(Indicator::CONTRACT_GROWTH, is, was);
        }
    }
}
