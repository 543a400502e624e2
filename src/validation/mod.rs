//! Holding the model against published figures: which of them it shows, how far off it is, and what it cannot show.
//!
//! A *pattern* is a published figure with its source; the list of all is `data/patterns.csv`. Patterns of role
//! `calibrate` may be used to bring parameters nearer; those of role `check` are looked at and never tuned to. Each is
//! shown by a *figure* of the model, or there is a reason why none can. Figures are made of what a simulation shows in
//! its first year, and of people who are followed for up to six.

mod census;
mod figures;
mod held;
mod national;
mod page;
mod patterns;
mod reasons;
mod seen;

pub use figures::{FIGURES, Figure, Formula};
pub use held::{COLUMNS, Held, Hit, hold, table};
pub use national::{CODE, national};
pub use page::{digits, page};
pub use patterns::{FACTOR, Pattern, Role, Showing, patterns};
pub use reasons::{REASONS, Reason, reason_of};
pub use seen::Seen;
