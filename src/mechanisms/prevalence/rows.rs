//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;

rows! {
    draws {
        /// Prevalent episodes at the start of the burn-in.
        PREVALENCE = 10;
        /// Length-biased elapsed time of prevalent episodes and contracts.
        ELAPSED = 53;
    }
}
