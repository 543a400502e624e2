//! What somebody pays for Wmo help: by form, income and what the help costs at most.

use super::rows::Form;
use super::state::{Basis, Terms};
use crate::district::{District, Now};
use crate::entities::{Product, Stage};
use crate::ids::ResidentId;
use crate::plan::ServiceSpec;
use crate::units::WEEKS_PER_YEAR;

/// Weeks of a month, as contributions are reckoned by it.
pub const WEEKS_PER_MONTH: f64 = WEEKS_PER_YEAR as f64 / 12.0;

/// A contribution as it is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fee {
    /// What it goes by.
    pub form: Form,
    /// What everybody pays, in cents a month.
    pub cents: f64,
    /// Whether low incomes pay nothing.
    pub exempt_low: bool,
}

impl Fee {
    /// The one in force.
    pub const fn now(now: Now<'_>) -> Self {
        let s = &now.settings.contribution;
        Self { form: s.form, cents: s.cents, exempt_low: s.exempt_low }
    }

    /// The one that published use belongs to.
    pub fn reference(now: Now<'_>) -> Self {
        let cents = libm::round(now.inputs.params.contribution.reference * 100.0);
        Self { form: Form::Flat, cents, exempt_low: false }
    }

    /// What somebody of an income band pays a month on a basis, in whole cents: at most what their help costs.
    pub fn of(self, now: Now<'_>, d: &District, band: usize, basis: Basis) -> i64 {
        let asked = match self.form {
            _ if band == 0 && self.exempt_low => 0.0,
            Form::None => 0.0,
            Form::Flat => self.cents,
            Form::Income => {
                let more = (income(now, band) - income(now, 0)).max(0.0);
                self.cents + now.inputs.params.contribution.income_rate * more
            }
        };
        libm::round(asked.min(full_cost(d, basis))) as i64
    }
}

/// Disposable income of a household of a band, in cents a month.
pub fn income(now: Now<'_>, band: usize) -> f64 {
    let p = &now.inputs.params.contribution;
    100.0 * [p.income_low, p.income_middle, p.income_high][band]
}

/// What help costs a month, in cents: of aids what they cost, of all else what help in the house costs, the least of
/// it. Where nothing is known yet it bounds nothing.
fn full_cost(d: &District, basis: Basis) -> f64 {
    let of = |product: Product| {
        let Terms { hours_per_week, cents_per_hour } = d.rooms.contribution.terms[product as usize];
        if hours_per_week > 0.0 { hours_per_week * cents_per_hour as f64 * WEEKS_PER_MONTH } else { f64::INFINITY }
    };
    match basis {
        Basis::Aids => of(Product::Aids),
        Basis::Help => of(Product::DomesticHelp),
    }
}

/// Notes what a client of each service gets and costs.
pub fn note_terms(d: &mut District, contracts: &[ServiceSpec]) {
    for spec in contracts {
        d.rooms.contribution.terms[spec.product as usize] =
            Terms { hours_per_week: spec.hours_per_week, cents_per_hour: spec.cents_per_hour };
    }
}

/// What somebody pays for now, one product left aside: nobody has a product twice.
pub fn basis_without(d: &District, r: ResidentId, product: Product) -> Option<Basis> {
    let mut found = None;
    for x in d.entitlements_of(r) {
        let held = &d.entitlements[x];
        if held.product.is_wmo() && held.product != product && matches!(held.stage, Stage::Served | Stage::AwaitingHome)
        {
            if held.product != Product::Aids {
                return Some(Basis::Help);
            }
            found = Some(Basis::Aids);
        }
    }
    found
}

/// What somebody pays for with a product besides.
pub fn basis_with(before: Option<Basis>, product: Product) -> Basis {
    if product == Product::Aids { before.unwrap_or(Basis::Aids) } else { Basis::Help }
}
