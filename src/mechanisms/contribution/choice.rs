//! What people do because of the fee, at an application and when a term is renewed.

use super::fee::{Fee, WEEKS_PER_MONTH, basis_with, basis_without, income};
use super::private;
use crate::district::{District, Now};
use crate::entities::{Entitlement, Product};
use crate::ids::{EntitlementId, EpisodeId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::doors::holding;
use crate::mechanisms::second_line::{entitlements, severity};
use crate::observation::Indicator;
use crate::random::Process;

/// Income band from which people could buy, and up to which they stay away.
const MIDDLE: usize = 1;
/// Who could buy does so up to this much above the fee (assumption, 0 to 0.5): no application, and somebody of one's
/// own choice.
const WORTH: f64 = 0.2;

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Pays and goes on.
    Pays,
    /// Stays away: the need is there as before.
    Avoids,
    /// Buys the help privately, so many minutes a week.
    Buys(u16),
}

/// What somebody does for whom a product would be so many minutes a week. `key` and `occasion` are of the choice: who
/// chooses twice about the same thing chooses alike.
pub fn choose(
    now: Now<'_>,
    d: &District,
    r: ResidentId,
    (product, minutes): (Product, u16),
    (key, occasion): (Key, u64),
) -> Choice {
    let (fee, reference) = (Fee::now(now), Fee::reference(now));
    if buys_anyway(now, d, r, product) {
        return Choice::Buys(minutes);
    }
    // Nobody leaves a roof because of the fee.
    if !product.is_wmo() || product == Product::ShelteredLiving || fee == reference {
        return Choice::Pays;
    }
    // Who pays for other help already pays no more for this.
    let band = d.residents[r].income();
    let without = basis_without(d, r, product);
    let with = basis_with(without, product);
    let more = |fee: Fee| {
        let paid = without.map_or(0, |basis| fee.of(now, d, band, basis));
        (fee.of(now, d, band, with) - paid) as f64
    };
    let (asked, before) = (more(fee), more(reference));
    if asked <= before {
        return Choice::Pays;
    }
    let link = now.settings.link(Link::FEE_USE);
    let draw = |process| now.inputs.draws.unit(process, key, occasion);
    if band >= MIDDLE && matches!(product, Product::DomesticHelp | Product::Aids) {
        let hours = f64::from(minutes) / 60.0 * WEEKS_PER_MONTH;
        let price = private::cents_per_hour(now, d, product) as f64 * hours;
        // Who would have bought at the fee of published use and is here goes by something else than the price.
        let worth = |fee: f64| price <= fee * (1.0 + WORTH);
        if worth(asked) && !worth(before) && draw(Process::FEE_BUYS) < link {
            return Choice::Buys(minutes);
        }
    }
    let share = (asked - before) / income(now, band);
    let goes = libm::exp(-now.inputs.params.contribution.avoidance * share * link);
    if band <= MIDDLE && draw(Process::FEE_AVOIDS) >= goes { Choice::Avoids } else { Choice::Pays }
}

/// Whether somebody of a high income has help in the house of their own, whatever the fee.
pub fn buys_anyway(now: Now<'_>, d: &District, r: ResidentId, product: Product) -> bool {
    let resident = &d.residents[r];
    product == Product::DomesticHelp
        && resident.income() > MIDDLE
        && now.inputs.draws.unit(Process::OWN_MEANS, resident.key, 0) < now.inputs.params.contribution.own_means
}

/// An inquiry is done, and the person hears what is asked: whether there is no application because of it.
pub fn forgoes(now: Now<'_>, d: &mut District, x: EntitlementId) -> bool {
    let Some(e) = entitlements::need_of(d, x) else { return false };
    let Entitlement { resident: r, product, .. } = d.entitlements[x];
    let severity = d.episodes[e].severity;
    let hours = d.rooms.contribution.terms[product as usize].hours_per_week;
    let minutes = severity::minutes(now, d, r, (product, severity), hours);
    let choice = choose(now, d, r, (product, minutes), (d.episodes[e].key, severity as u64));
    if choice == Choice::Pays {
        return false;
    }
    entitlements::withdraw(now, d, x);
    if choice == Choice::Avoids {
        d.counts.add(Indicator::CONTRIBUTION_AVOIDED, 1);
    }
    follow(now, d, e, product, choice);
    true
}

/// A term could be renewed: what its person does, and for which need it is.
pub fn at_renewal(now: Now<'_>, d: &District, x: EntitlementId) -> Option<(EpisodeId, Choice)> {
    let Entitlement { resident, product, minutes_per_week, key, terms, .. } = d.entitlements[x];
    let choice = choose(now, d, resident, (product, minutes_per_week), (key, u64::from(terms) << 8));
    if choice == Choice::Pays { None } else { entitlements::need_of(d, x).map(|e| (e, choice)) }
}

/// A term has ended because of that.
pub fn ended(now: Now<'_>, d: &mut District, product: Product, (e, choice): (EpisodeId, Choice)) {
    if choice == Choice::Avoids {
        d.counts.add(Indicator::CONTRIBUTION_NOT_RENEWED, 1);
    }
    follow(now, d, e, product, choice);
}

fn follow(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, choice: Choice) {
    match choice {
        Choice::Pays => {}
        Choice::Avoids => holding::hold(now, d, e),
        Choice::Buys(minutes) => private::buy(now, d, e, product, minutes),
    }
}
