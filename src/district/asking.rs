//! What the rate of asking is made of, computed once: exponentials of what people differ in.

use serde::{Deserialize, Serialize};

use crate::doors::{has_other_door, team_share};
use crate::entities::{DOMAINS, Domain, SEVERITIES, Severity};
use crate::parameters::Params;

/// Factors of the rate of asking. Their product is `base exp(sum of slopes times deviations from the middle)`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskingTables {
    /// By domain and severity, events per week.
    pub of_need: [[f64; SEVERITIES]; DOMAINS],
    /// The share of the team's door, likewise: visibility of the team acts on it alone.
    pub at_team: [[f64; SEVERITIES]; DOMAINS],
    /// Whether a need of a domain can be brought to a door beside those of the first line.
    other_door: [bool; DOMAINS],
    threshold: Vec<f64>,
    trust_slope: f64,
    /// By the high and the low byte of trust: the product of both is the factor of a trust.
    trust: [Vec<f64>; 2],
    bound_by_trust: [f64; 9],
    capacity_slope: f64,
    bound_by_capacity: Vec<f64>,
}

impl AskingTables {
    /// Factors for a set of parameters, in a place so rural ([`super::VitalLevels::rural`]).
    pub fn new(p: &Params, rural: f64) -> Self {
        let base = [
            p.doors.asking_debt,
            p.doors.asking_housing,
            p.doors.asking_work,
            p.doors.asking_mental,
            p.doors.asking_daily * libm::pow(p.doors.asking_rural, rural),
            p.doors.asking_youth,
            p.doors.asking_social,
        ];
        let bytes = |f: &dyn Fn(f64) -> f64| (0..=u8::MAX).map(|b| libm::exp(f(f64::from(b)))).collect::<Vec<f64>>();
        Self {
            of_need: base
                .map(|base| std::array::from_fn(|step| base * libm::exp(p.doors.asking_severity * step as f64))),
            at_team: Domain::ALL.map(|domain| Severity::ALL.map(|severity| team_share(domain, severity))),
            other_door: Domain::ALL.map(has_other_door),
            threshold: bytes(&|b| -p.doors.asking_threshold * (b / 255.0 - 0.5)),
            trust_slope: p.doors.asking_trust,
            trust: [
                bytes(&|b| p.doors.asking_trust * (b * 256.0 / 65_535.0 - 0.5)),
                bytes(&|b| p.doors.asking_trust * (b / 65_535.0)),
            ],
            bound_by_trust: std::array::from_fn(|eighths| {
                libm::exp(p.doors.asking_trust * (eighths as f64 / 8.0 - 0.5))
            }),
            capacity_slope: p.doors.asking_capacity,
            bound_by_capacity: bytes(&|b| p.doors.asking_capacity * (b / 255.0 - 0.5).max(0.0)),
        }
    }

    /// Factor of a threshold to ask services.
    #[inline]
    pub fn by_threshold(&self, threshold: u8) -> f64 {
        self.threshold[usize::from(threshold)]
    }

    /// Factor of a trust through a link that is whole (1), cut (0) or between.
    #[inline]
    pub fn by_trust(&self, trust: u16, link: f64) -> f64 {
        if link < 1.0 {
            return libm::exp(self.trust_slope * link * (f64::from(trust) / 65_535.0 - 0.5));
        }
        self.trust[0][usize::from(trust >> 8)] * self.trust[1][usize::from(trust & 255)]
    }

    /// The trust with which somebody asks for help with a need of a domain: the larger of that in the first line and,
    /// through a link, that in the second, if it has a door.
    #[inline]
    pub fn trust_asking(&self, domain: Domain, [first, second]: [u16; 2], link: f64) -> u16 {
        if self.other_door[domain as usize] { first.max(between(first, second, link)) } else { first }
    }

    /// How much trust in the first line beyond that in the second draws to the first line's doors, through the link of
    /// the second line's and that of trust.
    #[inline]
    pub fn pull_by_trust(&self, [first, second]: [u16; 2], link: f64, of_trust: f64) -> f64 {
        let more = (f64::from(first) - f64::from(between(first, second, link))) / 65_535.0;
        libm::exp(self.trust_slope * of_trust * more)
    }

    /// The highest factor of a trust up to a number of eighths.
    #[inline]
    pub fn bound_by_trust(&self, eighths: usize) -> f64 {
        self.bound_by_trust[eighths]
    }

    /// Factor of a capacity to act, as a share, through a link.
    #[inline]
    pub fn by_capacity(&self, share: f64, link: f64) -> f64 {
        libm::exp(self.capacity_slope * link * (share - 0.5))
    }

    /// The highest factor of a capacity that can be lowered and whose link can be cut.
    #[inline]
    pub fn bound_by_capacity(&self, capacity: u8) -> f64 {
        self.bound_by_capacity[usize::from(capacity)]
    }
}

/// A trust between that in the first line (link cut) and that in the second (link whole).
fn between(first: u16, second: u16, link: f64) -> u16 {
    if link >= 1.0 {
        return second;
    }
    (f64::from(first) + (f64::from(second) - f64::from(first)) * link) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::assumption;

    /// The product of the two factors of trust is the exponential of the whole, to rounding.
    #[test]
    fn trust_comes_from_two_bytes() {
        let params = Params::valued(&Params::defaults(), |d, key| d.quantile(assumption(1, 0, key)));
        let tables = AskingTables::new(&params, 0.0);
        for trust in [0_u16, 1, 255, 256, 32_768, 65_535] {
            let exact = libm::exp(tables.trust_slope * (f64::from(trust) / 65_535.0 - 0.5));
            assert!((tables.by_trust(trust, 1.0) / exact - 1.0).abs() < 1e-12, "{trust}");
        }
        assert!((tables.by_trust(65_535, 0.0) - 1.0).abs() < 1e-15);
    }
}
