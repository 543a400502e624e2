//! A design: quantiles of uncertain numbers by sample, stated by somebody in the place of those that are drawn.
//!
//! Stated are quantiles, not values: ranges stay those of the scenario, numbers with the same path still move together,
//! and every plan of experiments (Sobol, Latin hypercubes, a plausible set) is such a table.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::random::hash_text;

/// What samples have for the uncertain numbers that a design does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Others {
    /// Their keyed draws.
    #[default]
    Drawn,
    /// Their best guesses, in every sample ([`crate::random::Distribution::best_guess`]).
    Best,
}

impl Others {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Drawn, Self::Best];

    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Drawn => "drawn",
            Self::Best => "best",
        }
    }
}

/// Quantiles of named numbers, one row a sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    paths: Vec<String>,
    quantiles: Vec<Vec<f64>>,
}

impl Design {
    /// A design of numbers by their paths (`relapse.base`, `team.fte`), with one row of quantiles, 0 to 1, for each
    /// sample; `None` where it has no number or no row, a path stands twice, a row has another number of quantiles than
    /// there are paths, or a quantile lies outside.
    pub fn new(paths: Vec<String>, quantiles: Vec<Vec<f64>>) -> Option<Self> {
        let is_new = |(i, path): (usize, &String)| !paths[..i].contains(path);
        let is_row = |row: &Vec<f64>| row.len() == paths.len() && row.iter().all(|u| (0.0..=1.0).contains(u));
        let is_whole = !paths.is_empty() && !quantiles.is_empty();
        let is_right = is_whole && paths.iter().enumerate().all(is_new) && quantiles.iter().all(is_row);
        is_right.then_some(Self { paths, quantiles })
    }

    /// The paths of the numbers, in the order of the columns.
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    /// The rows: quantiles in the order of the paths.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.quantiles
    }

    /// The number of samples that it has quantiles for.
    pub fn samples(&self) -> u32 {
        self.quantiles.len() as u32
    }

    /// The quantile of a number in a sample; `None` of a number that it does not name, and of samples beyond its rows.
    pub fn quantile(&self, sample: u32, path: &str) -> Option<f64> {
        let column = self.paths.iter().position(|p| p == path)?;
        Some(self.quantiles.get(sample as usize)?[column])
    }

    /// As a file: a row of paths, then a row of quantiles for each sample. It reads back to the same bits.
    pub fn text(&self) -> String {
        let mut out = self.paths.join(",") + "\n";
        for row in &self.quantiles {
            for (column, quantile) in row.iter().enumerate() {
                let _ = write!(out, "{}{quantile}", if column == 0 { "" } else { "," });
            }
            out.push('\n');
        }
        out
    }

    /// Which design it is, for people and for comparisons of texts: its size and a hash.
    pub fn label(&self) -> String {
        format!("{} x {} ({:08x})", self.quantiles.len(), self.paths.len(), hash_text(&self.text()) >> 32)
    }
}
