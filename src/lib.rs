//! kantel simulates a Dutch district's care system so that policies can be compared before anybody lives through them.
//!
//! Residents live in households and are tied to others. Episodes of need start, worsen and pass by their own clock, known or
//! not. Some people ask; a door decides who hears them. The *wijkteam* (first line) helps, refers or goes out to find;
//! specialists (second line) help those who reach them and have queues. Help changes hazards while it is given and wanes
//! afterwards. Everything is paid by somebody. Two scenarios share every draw, so that a person lives the same life in both
//! except for what the policy changed.
//!
//! The rings, from the inside out; a module uses its own ring or lower (`tests/it/rings.rs` enforces it):
//!
//! | ring | modules |
//! |---|---|
//! | 0 | [`units`], [`ids`], [`random`], [`provenance`], [`diagnostics`], [`cancel`] |
//! | 1 | [`entities`], [`parameters`], [`links`], [`settings`] |
//! | 2 | [`levers`] |
//! | 3 | [`observation`], [`input_data`], [`initialization`] |
//! | 4 | [`scenario`] |
//! | 5 | [`experiment`] |
//! | 6 | [`report`] |
//! | 7 | [`cli`] |

pub mod cancel;
pub mod cli;
pub mod diagnostics;
pub mod entities;
pub mod experiment;
pub mod ids;
pub mod initialization;
pub mod input_data;
pub mod levers;
pub mod links;
pub mod observation;
pub mod parameters;
pub mod provenance;
pub mod random;
pub mod report;
pub mod scenario;
pub mod settings;
pub mod units;
