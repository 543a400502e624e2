//! An organisation of care as it is run: a team and services, with levers over time, and what samples draw of them.

use serde::{Deserialize, Serialize};

use super::number::{Number, cents};
use crate::entities::Product;
use crate::levers::{ALWAYS, LEVERS, Timeline};
use crate::random::Distribution;

/// A service of the second line in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServiceSpec {
    /// Product; one service each.
    pub product: Product,
    /// Places; may be fractional (it then alternates so that the mean over weeks is exact).
    pub places: f64,
    /// Hours of service per client and week.
    pub hours_per_week: f64,
    /// Price in whole cents per hour.
    pub cents_per_hour: i64,
    /// Duration of one term, in weeks.
    pub duration_weeks: Distribution,
    /// Chance that the term is renewed where the need is still open.
    pub renewal: f64,
}

/// An organisation of care: the team and services, with levers over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Name, for printing.
    pub name: String,
    /// Name of the team.
    pub team_name: String,
    /// Settings before levers, and the levers' schedules.
    pub timeline: Timeline,
    /// One service per product, in the order of [`Product::ALL`].
    pub services: Vec<ServiceSpec>,
    /// What is drawn anew in every sample for numbers of the team and the services, whose fields hold the mean; each
    /// number at most once, in order ([`Organisation::state`]). Of levers it stands in their steps.
    pub uncertain: Vec<(Number, Distribution)>,
}

impl Organisation {
    /// Multiplies what grows with the district (FTE, places) by `factor`.
    pub fn scale(&mut self, factor: f64) {
        self.timeline.scale(factor);
        for service in &mut self.services {
            service.places *= factor;
        }
        self.scale_uncertain(factor);
    }

    /// What a number is drawn from; `None` where it is known.
    pub fn uncertainty(&self, number: Number) -> Option<&Distribution> {
        self.uncertain.iter().find(|(other, _)| *other == number).map(|(_, distribution)| distribution)
    }

    /// States a number; of a distribution, the plain field gets the mean. A service that is not there stays so.
    pub fn state(&mut self, number: Number, distribution: Distribution) {
        let (min, max) = number.range();
        let (value, drawn) = match distribution {
            Distribution::Fixed(value) => (value, None),
            uncertain => (uncertain.mean().clamp(min, max), Some(uncertain)),
        };
        self.draw_from(number, drawn);
        match number {
            Number::TeamFte => self.timeline.base.team_fte = value,
            Number::Caseload => self.timeline.base.caseload_per_fte = value,
            Number::Places(product) => self.service(product).for_each(|s| s.places = value),
            Number::Hours(product) => self.service(product).for_each(|s| s.hours_per_week = value),
            Number::Price(product) => self.service(product).for_each(|s| s.cents_per_hour = cents(value)),
            Number::Renewal(product) => self.service(product).for_each(|s| s.renewal = value),
        }
    }

    /// The lever that replaces a number from the start: the number is never in force then.
    pub fn replaced(&self, number: Number) -> Option<&'static str> {
        let lever = match number {
            Number::TeamFte => "team.fte",
            Number::Caseload => "team.caseload",
            _ => return None,
        };
        let schedule = self.timeline.schedules.iter().find(|s| LEVERS[s.lever].meta.key == lever)?;
        schedule.steps.first().filter(|step| step.from == ALWAYS && step.ramp_weeks == 0).map(|_| lever)
    }

    /// What a number is drawn from from now on; its plain field stays.
    pub(crate) fn draw_from(&mut self, number: Number, distribution: Option<Distribution>) {
        self.uncertain.retain(|(other, _)| *other != number);
        let position = self.uncertain.partition_point(|(other, _)| *other < number);
        self.uncertain.splice(position..position, distribution.map(|d| (number, d)));
    }

    fn service(&mut self, product: Product) -> impl Iterator<Item = &mut ServiceSpec> {
        self.services.iter_mut().filter(move |s| s.product == product)
    }

    /// Scales the distributions of what grows with the district; the plain fields follow.
    fn scale_uncertain(&mut self, factor: f64) {
        for (number, distribution) in self.uncertain.clone().into_iter().filter(|(number, _)| number.scales()) {
            self.state(number, distribution.map(|x| x * factor));
        }
    }
}
