//! An organisation of care as it is run: a team and services, with levers over time, and what samples draw of them.

use serde::{Deserialize, Serialize};

use super::fields::{Field, FieldKind, Slot};
use super::number::Number;
use super::service::ServiceSpec;
use super::team::TeamSpec;
use crate::levers::{ALWAYS, LEVERS, Timeline};
use crate::random::Distribution;

/// An organisation of care: the team and services, with levers over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Name, for printing.
    pub name: String,
    /// Teams, at least one, in the order of the file; their sizes are settings.
    pub teams: Vec<TeamSpec>,
    /// Settings before levers, and the levers' schedules.
    pub timeline: Timeline,
    /// One service per product, in the order of [`Product::ALL`](crate::entities::Product::ALL).
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
            service.places = service.places.map(|places| places * factor);
        }
        self.scale_uncertain(factor);
    }

    /// What a number is drawn from; `None` where it is known.
    pub fn uncertainty(&self, number: Number) -> Option<&Distribution> {
        self.uncertain.iter().find(|(other, _)| *other == number).map(|(_, distribution)| distribution)
    }

    /// A number as it stands, of an uncertain one the mean; `None` for a service that is not there, and for what
    /// follows from others.
    pub fn value(&self, number: Number) -> Option<Distribution> {
        match (&number.field().slot, number.product()) {
            (Slot::Team { get, .. }, _) => Some(Distribution::Fixed(get(&self.timeline.base))),
            (Slot::Service { get, .. }, product) => {
                self.services.iter().find(|s| Some(s.product) == product).and_then(get)
            }
        }
    }

    /// States a number; of a distribution, the plain field gets the mean, unless it is one between people. A service
    /// that is not there stays so.
    pub fn state(&mut self, number: Number, distribution: Distribution) {
        let Field { kind, drawn: (min, max), slot, .. } = number.field();
        let stands = match distribution {
            between_people if *kind == FieldKind::Spread => between_people,
            Distribution::Fixed(value) => {
                self.draw_from(number, None);
                Distribution::Fixed(value)
            }
            uncertain => {
                self.draw_from(number, Some(uncertain));
                Distribution::Fixed(uncertain.mean().clamp(*min, *max))
            }
        };
        match slot {
            Slot::Team { set, .. } => set(&mut self.timeline.base, stands.mean()),
            Slot::Service { set, .. } => {
                let services = self.services.iter_mut().filter(|s| Some(s.product) == number.product());
                services.for_each(|service| set(service, stands));
            }
        }
    }

    /// The lever that replaces a number from the start: the number is never in force then.
    pub fn replaced(&self, number: Number) -> Option<&'static str> {
        let lever = number.lever()?;
        let schedule = self.timeline.schedules.iter().find(|s| LEVERS[s.lever].meta.key == lever)?;
        schedule.steps.first().filter(|step| step.from == ALWAYS && step.ramp_weeks == 0).map(|_| lever)
    }

    /// What a number is drawn from from now on; its plain field stays.
    pub(crate) fn draw_from(&mut self, number: Number, distribution: Option<Distribution>) {
        self.uncertain.retain(|(other, _)| *other != number);
        let position = self.uncertain.partition_point(|(other, _)| *other < number);
        self.uncertain.splice(position..position, distribution.map(|d| (number, d)));
    }

    /// Scales the distributions of what grows with the district; the plain fields follow.
    fn scale_uncertain(&mut self, factor: f64) {
        for (number, distribution) in self.uncertain.clone().into_iter().filter(|(number, _)| number.field().scales) {
            self.state(number, distribution.map(|x| x * factor));
        }
    }
}
