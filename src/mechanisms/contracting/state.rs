//! What is kept of contracts: by product, of one district's part in its queue.

use serde::{Deserialize, Serialize};

use super::form::Form;
use crate::entities::PRODUCTS;
use crate::ids::{EntitlementId, EpisodeId};
use crate::slab::Column;

/// A contract that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// How it pays.
    pub form: Form,
    /// Places that there are.
    pub places: f64,
    /// Places that there were when it began.
    pub began_with: f64,
    /// People who were served or waited when it began: what a lump sum is for.
    pub asked: f64,
    /// Minutes a week of somebody served when it began: what a trajectory is paid for.
    pub minutes_each: f64,
    /// A week of the lump sum, in sixtieths of a cent, before any change of the tariff.
    pub lump: i64,
    /// Whether the list is closed.
    pub stopped: bool,
}

/// Contracts of a district.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Contracting {
    /// By product: the contract in force; none as long as places are as stated.
    pub running: [Option<Contract>; PRODUCTS],
    /// By product: the part of the places that margins below zero have taken.
    pub lost: [f64; PRODUCTS],
    /// By product: how far the providers' margin of late lies beside the usual one.
    pub margin: [f64; PRODUCTS],
    /// By product: what providers got in the week, and how much of it lies beside their hours at today's price, in
    /// sixtieths of a cent.
    pub week: [(i64, i64); PRODUCTS],
    /// By product: what is no whole sixtieth of a cent of a bill yet, in millionths.
    pub rest: [i64; PRODUCTS],
    /// By product: what is no whole minute of a bill by trajectory yet, in thousandths.
    pub owed: [i64; PRODUCTS],
    /// FTE that providers look for in order to grow.
    pub hiring: f64,
    /// Thousandths of a minute a week that a trajectory is paid for; 0 is by the hour.
    pub paid_for: Column<EntitlementId, u32>,
    /// Needs that passed while somebody helped who is paid by the trajectory.
    pub brief: Column<EpisodeId, bool>,
}
