//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;

rows! {}
