//! Holding the model against published figures: which of them it shows, how far off it is, and what it cannot show.
//!
//! A *pattern* is a published figure with its source; the list of all is `data/patterns.csv`. Patterns of role
//! `calibrate` may be used to bring parameters nearer; those of role `check` are looked at and never tuned to. Each is
//! shown by a *figure* of the model, or there is a reason why none can. Figures are made of what a simulation shows in
//! its first year, and of people who are followed for up to six.
//!
//! Wijken are held against what CBS counted in each ([`predict`], [`judge`]): simulated from their own margins, beside
//! least squares on the same margins. What people need there is held against the health monitor ([`compared`]).

mod census;
mod districts;
mod figures;
mod held;
mod judgement;
pub(crate) mod least_squares;
mod names;
mod national;
mod needs;
mod page;
mod patterns;
mod reasons;
mod seen;

pub(crate) use districts::per_1000;
pub use districts::{District, FOLDS, LEAST_RESIDENTS, Predicted, drawn, fold_of, predict, table as districts_table};
pub use figures::{FIGURES, Figure, Formula};
pub(crate) use held::watched;
pub use held::{COLUMNS, Held, Hit, hold, table};
pub use judgement::{Fit, Judgement, NeedFit, compared, judge, largest_misses};
pub use names::Unit;
pub use national::{CODE, national};
pub use needs::{MONITOR, MONITOR_ATTRIBUTION, Monitor, NEED_TABLE, NEEDS, NeedMeta, monitor};
pub use page::{digits, page};
pub use patterns::{FACTOR, Pattern, Role, Showing, patterns};
pub use reasons::{REASONS, Reason, reason_of};
pub use seen::Seen;
