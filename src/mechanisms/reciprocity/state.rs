//! Who does something in return, what people think they owe each other, and whose benefit is cut.

use serde::{Deserialize, Serialize};

use super::rule::Rule;
use crate::entities::Resident;
use crate::ids::ResidentId;
use crate::slab::{Column, Slab};
use crate::units::Minute;

/// In return for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Regime {
    /// Help of the team or of the Wmo.
    Help,
    /// Social assistance.
    Benefit,
}

impl Regime {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Help, Self::Benefit];
}

/// What somebody was asked to do in return.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// The rule under which it runs; [`Rule::Nothing`] if none does.
    pub rule: Rule,
    /// When it begins, or the quarter under way ends; what is due at another moment is stale.
    pub due: Minute,
    /// Since when; [`Minute::NEVER`] before it has begun.
    pub since: Minute,
    /// Minutes a week that were asked.
    pub minutes: u16,
    /// Whether it is kept in the quarter under way.
    pub kept: bool,
}

impl Default for Promise {
    fn default() -> Self {
        Self { rule: Rule::Nothing, due: Minute::NEVER, since: Minute::NEVER, minutes: 0, kept: false }
    }
}

impl Promise {
    /// Whether it has begun and has not ended.
    pub fn runs(&self) -> bool {
        self.rule != Rule::Nothing && self.since != Minute::NEVER
    }
}

/// What somebody was asked to do in return, by [`Regime`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Returns {
    /// The promises.
    pub of: [Promise; 2],
    /// Whether there is an entry for it in [`Reciprocity::people`].
    pub listed: bool,
}

/// Somebody whose promise runs, and whose slot it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Giver {
    /// Who.
    pub resident: ResidentId,
    /// The generation of the resident's slot.
    pub generation: u16,
}

/// A cut in a benefit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cut {
    /// The first week in which it holds no more.
    pub until: i32,
    /// How much of the benefit, 0 to 1.
    pub share: f32,
}

impl Default for Cut {
    fn default() -> Self {
        Self { until: i32::MIN, share: 0.0 }
    }
}

/// What is kept of reciprocity; nothing before there is a rule.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Reciprocity {
    /// Those whose promises run, in the order in which they began.
    pub people: Vec<Giver>,
    /// What they were asked to do, by resident.
    pub returns: Column<ResidentId, Returns>,
    /// What somebody thinks people owe each other, 0 to 1, of those in whom something has moved it.
    pub norms: Column<ResidentId, f32>,
    /// Cuts, by the person whose task was not done.
    pub cuts: Column<ResidentId, Cut>,
    /// Cuts, by the reference person of the household, who carries its debts.
    pub households: Column<ResidentId, Cut>,
    /// Whether any benefit has been cut.
    pub any_cut: bool,
    /// The week in which people on social assistance were last looked at.
    pub looked: Option<i32>,
    /// How many there were then.
    pub recipients: u32,
    /// How many did something in return when the week began.
    pub kept: u32,
}

impl Reciprocity {
    /// What somebody was asked to do.
    pub fn promise(&self, residents: &Slab<ResidentId, Resident>, r: ResidentId, regime: Regime) -> Promise {
        self.returns.get(residents, r).map_or_else(Promise::default, |all| all.of[regime as usize])
    }
}
