//! Heavier needs take more hours of a service, for longer (docs/odd.md 7.8): what published euros per client mean for a
//! client of a severity.

use crate::district::{District, Now};
use crate::entities::{Entitlement, PRODUCTS, Position, Product, Resident, SEVERITIES, Severity};
use crate::ids::{EntitlementId, ResidentId};
use crate::links::Link;
use crate::mechanisms::second_line::entitlements;

/// Severities of those who are served, by product: what the published hours and prices are the mean over. The model's
/// own, where hours and terms are alike for all: the embedded district at 8,000 residents, week 0, 8 samples, in whole
/// percents. No count of clients by severity is published.
pub const REFERENCE: [[f64; SEVERITIES]; PRODUCTS] = [
    [0.41, 0.38, 0.18, 0.03],
    [0.18, 0.39, 0.25, 0.18],
    [0.02, 0.42, 0.34, 0.22],
    [0.48, 0.30, 0.15, 0.07],
    [0.02, 0.47, 0.28, 0.23],
    [0.50, 0.30, 0.15, 0.05],
    [0.03, 0.00, 0.42, 0.55],
    [0.06, 0.26, 0.26, 0.42],
    [0.45, 0.32, 0.17, 0.06],
    [0.00, 0.00, 0.00, 1.00],
    [0.14, 0.18, 0.51, 0.17],
];

/// The severity by which a service is given: that of the need that it is for, or the urgency with which it was asked
/// for where that has passed.
pub fn of(d: &District, x: EntitlementId) -> Severity {
    let Entitlement { episode, urgency, .. } = d.entitlements[x];
    if entitlements::is_open(d, x) { d.episodes[episode].severity } else { urgency }
}

/// How many times the mean hours of a service a client of a severity gets.
pub fn hours(now: Now<'_>, product: Product, severity: Severity) -> f64 {
    let p = &now.inputs.params.second_line;
    let ratio = match product {
        Product::DomesticHelp => p.hours_severity_domestic,
        // What is paid by the place or the year is not given by the hour; heavier needs of young people lead to stays.
        Product::Aids
        | Product::ShelteredLiving
        | Product::LongTermCare
        | Product::YouthAmbulatory
        | Product::YouthResidential => 1.0,
        _ => p.hours_severity,
    };
    through(now, ratio, product, severity)
}

/// So many hours a week are a stay, which informal care does not shorten: 168 in a home.
pub const RESIDENTIAL_HOURS: f64 = 100.0;
/// However much informal care there is, it displaces no more of a client's hours (assumption, 0.4 to 0.8).
const MOST_RELIEF: f64 = 0.6;

/// Minutes a week of a client of a service whose clients get so many hours on average: more for a heavier need;
/// informal care displaces a part; a healthy partner lowers personal care.
pub fn minutes(
    now: Now<'_>,
    d: &District,
    r: ResidentId,
    (product, severity): (Product, Severity),
    hours_per_week: f64,
) -> u16 {
    let share = share_given(now, d, r, product, hours_per_week) * self::hours(now, product, severity);
    if hours_per_week > 0.0 { (hours_per_week * 60.0 * share).clamp(1.0, 65_535.0) as u16 } else { 0 }
}

/// What is given of the full hours: informal care displaces a part; a healthy partner lowers personal care.
pub fn share_given(now: Now<'_>, d: &District, r: ResidentId, product: Product, hours_per_week: f64) -> f64 {
    let p = &now.inputs.params;
    let link = now.settings.link(Link::CARE_ENTITLEMENT);
    let mut share = 1.0;
    if hours_per_week < RESIDENTIAL_HOURS
        && matches!(product, Product::Guidance | Product::DomesticHelp | Product::DistrictNursing)
    {
        let hours = f64::from(d.residents[r].person.care_received) / 60.0;
        share -= (p.informal_care.relief * hours / 10.0).min(MOST_RELIEF) * link;
        let partner = d.members(d.household_of(r)).any(|m| m != r && is_healthy_partner(d, m));
        if product == Product::DistrictNursing && partner {
            share *= 1.0 - p.doors.gate_partner * link;
        }
    }
    share
}

/// Whether somebody is one of a couple, without needs and at home.
fn is_healthy_partner(d: &District, m: ResidentId) -> bool {
    let resident = &d.residents[m];
    matches!(resident.position, Position::Reference | Position::Partner)
        && resident.is_adult()
        && d.needs_of(m).open == 0
        && !resident.is(Resident::LONG_TERM)
}

/// How many times the mean length a term of a client of a severity has.
pub fn term(now: Now<'_>, product: Product, severity: Severity) -> f64 {
    let lasting = matches!(product, Product::Aids | Product::LongTermCare | Product::YouthResidential);
    through(now, if lasting { 1.0 } else { now.inputs.params.second_line.term_severity }, product, severity)
}

/// A ratio per step as a factor at a severity, whose mean over the reference is 1; through the link.
fn through(now: Now<'_>, ratio: f64, product: Product, severity: Severity) -> f64 {
    let link = now.settings.link(Link::SEVERITY_PRICE);
    if ratio <= 1.0 || link <= 0.0 {
        return 1.0;
    }
    let steps = powers(ratio);
    let mean: f64 = steps.iter().zip(REFERENCE[product as usize]).map(|(step, share)| share * step).sum();
    1.0 + (steps[severity as usize - 1] / mean - 1.0) * link
}

/// A ratio to the power of the steps from moderate to each severity.
const fn powers(ratio: f64) -> [f64; SEVERITIES] {
    [1.0 / ratio, 1.0, ratio, ratio * ratio]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_count_steps_from_moderate() {
        for ratio in [1.2, 1.531, 3.7] {
            let exact = Severity::ALL.map(|s| libm::pow(ratio, f64::from(s as u8) - 2.0));
            assert_eq!(powers(ratio).map(f64::to_bits), exact.map(f64::to_bits));
        }
    }
}
