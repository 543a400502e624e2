//! Gains at the default point, as `kantel loops --residents 10000 --samples 60 --step 50` printed them with seed 42 in
//! one version of the model. Reports tell by them which loops are inactive, and name the version.

use super::gain::Life;

/// The version of the model in which they were measured.
pub const MEASURED_IN: u32 = 26;

/// A gain that was measured.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// The loop.
    pub feedback: &'static str,
    /// The link that was fed.
    pub link: &'static str,
    /// The gain; `None` where the link starts from nothing.
    pub gain: Option<f64>,
    /// Its standard error over samples.
    pub error: Option<f64>,
}

impl Measured {
    const fn of(feedback: &'static str, link: &'static str, gain: f64, error: f64) -> Self {
        Self { feedback, link, gain: Some(gain), error: Some(error) }
    }

    /// A loop that is not there at the default point: nothing can be fed.
    const fn empty(feedback: &'static str, link: &'static str) -> Self {
        Self { feedback, link, gain: None, error: None }
    }

    /// What it says of its loop.
    pub fn life(&self) -> Life {
        Life::of(self.gain, self.error)
    }
}

/// The gains, in the order of what is fed.
pub static MEASURED: [Measured; 16] = [
    Measured::of("R1/R2", "pressure_outreach", -0.12, 0.03),
    Measured::empty("R3", "practice_orientation"),
    Measured::of("R4", "outcome_trust", 0.00, 0.00),
    Measured::of("R6", "overspend_cut", 0.00, 0.00),
    Measured::empty("R7", "facility_volunteers"),
    Measured::empty("R7", "reciprocity_volunteers"),
    Measured::of("R8", "closing_relapse", 0.02, 0.00),
    Measured::of("R9", "debt_capacity", 0.00, 0.00),
    Measured::of("R10", "waiting_bridging", 0.00, 0.01),
    Measured::of("R11", "pressure_referral", -0.04, 0.03),
    Measured::empty("R12", "exposure_asking"),
    Measured::of("R13", "pressure_strain", 0.34, 0.05),
    Measured::of("B1", "strain_stops", -0.24, 0.01),
    Measured::empty("B3", "own_provider_referral"),
    Measured::of("B4", "refusal_waterbed", 0.02, 0.01),
    Measured::of("B4", "waiting_waterbed", 0.01, 0.01),
];

/// Whether every link of a loop that was fed brought back next to nothing.
pub fn is_inactive(feedback: &str) -> bool {
    let mut of_loop = MEASURED.iter().filter(|m| m.feedback == feedback).peekable();
    of_loop.peek().is_some() && of_loop.all(|m| m.life() == Life::Inactive)
}

#[cfg(test)]
mod tests {
    use super::super::gain::FEEDS;
    use super::*;

    #[test]
    fn what_was_measured_is_what_is_fed() {
        let fed: Vec<(&str, &str)> = FEEDS.iter().map(|feed| (feed.feedback, feed.meta().key)).collect();
        let measured: Vec<(&str, &str)> = MEASURED.iter().map(|m| (m.feedback, m.link)).collect();
        assert_eq!(fed, measured);
        assert!(is_inactive("R9") && !is_inactive("B1") && !is_inactive("a loop that is not there"));
    }
}
