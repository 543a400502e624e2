//! What is kept of culture beside professionals and routines of teams.

use serde::{Deserialize, Serialize};

/// Culture of a district, as changes beside the base.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Culture {
    /// Change of the organisation and municipality.
    pub organisation: f64,
    /// Change of residents' norms.
    pub norm: f64,
    /// How far the four stocks together let the new way be practised; 0 before the first week.
    pub ready: f64,
    /// How far it is practised: as far as there is room for it.
    pub practised: f64,
    /// Whether the stocks together are half way from the base to all there is.
    pub half_way: bool,
    /// Weeks from week 0 until they were for the first time, or until now.
    pub weeks_before: u32,
}
