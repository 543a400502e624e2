//! The district as every group starts with it, and how long a game lasts.

use crate::diagnostics::Diagnostic;
use crate::plan::Scenario;
use crate::scenario::{Overrides, load_text};
use crate::units::WEEKS_PER_YEAR;

/// The most groups of a session.
pub const MOST_GROUPS: usize = 8;
/// Rounds of a game.
pub const ROUNDS: u32 = 6;
/// Years of a round.
pub const ROUND_YEARS: u32 = 2;
/// Weeks of a round.
pub const ROUND_WEEKS: i32 = ROUND_YEARS as i32 * WEEKS_PER_YEAR;

/// Kantelwijk.
const DISTRICT: &str = include_str!("kantelwijk.toml");
/// Its residents; what is stated in FTE and euros belongs to so many.
const RESIDENTS: f64 = 15_000.0;

/// How large a game is, and with which luck. What is left out is the kit's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Residents.
    pub residents: Option<u32>,
    /// Worlds: the first is the one that is played, the others tell luck.
    pub samples: Option<u32>,
    /// Seed.
    pub seed: Option<u64>,
}

/// The district as every group starts with it.
#[derive(Clone, Debug)]
pub struct Kit {
    /// Kantelwijk as it goes on where nobody decides anything.
    pub base: Scenario,
}

impl Kit {
    /// The kit at a size.
    ///
    /// # Errors
    /// As those of a scenario: a size out of range.
    pub fn new(size: &Size) -> Result<Self, Vec<Diagnostic>> {
        let overrides =
            Overrides { residents: size.residents, samples: size.samples, seed: size.seed, ..Overrides::default() };
        Ok(Self { base: load_text("kantelwijk", DISTRICT, &overrides)?.scenario })
    }

    /// How many times Kantelwijk of the kit it is.
    pub fn scale(&self) -> f64 {
        f64::from(self.base.residents) / RESIDENTS
    }
}
