//! A municipality's own figures, to be shown beside the model's. Nothing is ever tuned to them.

use serde::{Deserialize, Serialize};

use crate::observation::{Margin, catalogue};

/// A figure that a municipality knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnFigure {
    /// Its name as it was given: a plain one, or the indicator's key.
    pub name: String,
    /// Key of the indicator.
    pub indicator: String,
    /// Its value, in the indicator's unit.
    pub value: f64,
    /// Between what it certainly lies; `None` where nobody says.
    pub range: Option<(f64, f64)>,
    /// How far it may be off, as a share of itself; `None` where nobody says.
    pub tolerance: Option<f64>,
    /// For how many residents it was counted; `None` for as many as the district has in the statistics.
    pub residents: Option<u32>,
    /// Year.
    pub year: Option<i32>,
    /// Where it comes from; may be empty.
    pub source: String,
}

impl OwnFigure {
    /// A figure of 0 of which nothing else is known.
    pub fn bare(name: &str, indicator: &str) -> Self {
        Self {
            name: name.to_owned(),
            indicator: indicator.to_owned(),
            value: 0.0,
            range: None,
            tolerance: None,
            residents: None,
            year: None,
            source: String::new(),
        }
    }

    /// Whether it grows with the number of residents: counts and euros, but no weeks and no shares.
    pub fn is_count(&self) -> bool {
        catalogue::position(&self.indicator, "all")
            .is_some_and(|position| matches!(catalogue::series()[position].margin, Margin::PerThousand(_)))
    }
}
