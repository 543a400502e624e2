//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;

rows! {
    draws {
        /// Prevalent episodes at the start of the burn-in.
        PREVALENCE = 10;
        /// Length-biased elapsed time of prevalent episodes and contracts.
        ELAPSED = 53;
        /// What came of a request of the past.
        PAST_REQUEST = 88;
        /// Time to the next candidate of a request in the past.
        PAST_CANDIDATE = 89;
        /// Height of a candidate of a request in the past.
        PAST_HEIGHT = 90;
        /// What help of the past ended, and what came back.
        PAST_RECOVERY = 250;
        /// For how long help of the past went on.
        PAST_WANING = 251;
        /// When a household moved here.
        LAST_MOVE = 91;
    }
}
