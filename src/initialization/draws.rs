//! What the synthesis of a population draws.

use crate::random::draws;

draws! {
    /// Population synthesis: composition of a household (entity: place of the dwelling).
    SYNTHESIS_HOUSEHOLD = 2;
    /// Population synthesis: ties.
    SYNTHESIS_TIE = 4;
    /// New occupants of a dwelling.
    ARRIVAL = 52;
}
