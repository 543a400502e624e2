//! Trust of referrers in the team, and of funders.

use serde::{Deserialize, Serialize};

/// Who sends people to the team, or reports a concern to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Referrer {
    /// The GP.
    Gp,
    /// The youth doctor.
    YouthDoctor,
    /// The school.
    School,
    /// The housing corporation.
    Corporation,
    /// The police, and whoever else reports a concern.
    Police,
}

/// Number of referrers.
pub const REFERRERS: usize = 5;

impl Referrer {
    /// All, in order.
    pub const ALL: [Self; REFERRERS] = [Self::Gp, Self::YouthDoctor, Self::School, Self::Corporation, Self::Police];
}

/// What is kept of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Referrers {
    /// Trust in the team, 0 to 1, by referrer.
    pub trust: [f64; REFERRERS],
    /// The same when week 0 began: what the weights of doors are those of.
    pub usual: [f64; REFERRERS],
    /// Confidence of funders: the registered effect, smoothed; none before the first books.
    pub confidence: Option<f64>,
}

impl Default for Referrers {
    fn default() -> Self {
        Self { trust: [0.5; REFERRERS], usual: [0.5; REFERRERS], confidence: None }
    }
}
