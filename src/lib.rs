//! kantel simulates a Dutch district's care system so that policies can be compared before anybody lives through them.
//!
//! Residents live in households and have ties to others. Episodes of need start, worsen and pass by their own clock,
//! known or not. Some people ask for help; the door at which they ask decides what follows. The *wijkteam* (first line)
//! helps, refers, or goes out to find needs; specialists (second line) help those who reach them, and have queues. Help
//! changes hazards while it is given, and its effect wanes afterwards. Somebody pays for everything. Two scenarios
//! share every draw, so that a person lives the same life in both except for what the policy changed.
//!
//! A comparison is a [`study::Study`]; it needs no terminal, folder or clock:
//!
//! ```
//! use kantel::prelude::*;
//!
//! let (residents, years, samples) = (Some(600), Some(2), Some(2));
//! let size = Overrides { residents, years, samples, replicates: Some(1), ..Overrides::default() };
//! let mut study = Study::load(&["reactive", "proactive"], &size, &Options::default())?;
//! study.run(&Simulator, &mut (), &Cancel::new(), &()).expect("nobody asks it to stop");
//! let cost = study.compare(1).differences.into_iter().find(|d| d.indicator == "euros.municipality");
//! assert!(cost.is_some_and(|cost| cost.difference.is_some()));
//! assert!(fragment(&study.read(), "in-brief", Lang::En).is_some_and(|html| html.starts_with("<section")));
//! # Ok::<(), Vec<Diagnostic>>(())
//! ```
//!
//! The rings, from the inside out. A module uses its own ring or lower; `tests/it/rings.rs` enforces this:
//!
//! | ring | modules |
//! |---|---|
//! | 0 | [`units`], [`ids`], [`random`], [`provenance`], [`language`], [`diagnostics`], [`slab`], [`cancel`] |
//! | 0 | [`tables`] |
//! | 1 | [`entities`], [`parameters`], [`links`], [`settings`], [`doors`], [`calendar`], [`ledger`], [`observation`] |
//! | 1 | `mechanisms::rows`: the rows of each mechanism, which the registries of this ring are composed of |
//! | 2 | [`levers`], [`input_data`], [`initialization`], `mechanisms::levers` |
//! | 3 | [`plan`] |
//! | 4 | [`district`], [`mechanisms`] |
//! | 5 | [`schedule`], [`simulation`] |
//! | 6 | [`experiment`], [`scenario`], [`validation`], [`calibration`] |
//! | 7 | [`report`], [`game`] |
//! | 8 | [`study`], [`store`], [`page`], [`prelude`] |
//! | 9 | [`cli`] |

pub mod calendar;
pub mod calibration;
pub mod cancel;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostics;
pub mod district;
pub mod doors;
pub mod entities;
pub mod experiment;
pub mod game;
pub mod ids;
pub mod initialization;
pub mod input_data;
pub mod language;
pub mod ledger;
pub mod levers;
pub mod links;
pub mod mechanisms;
pub mod observation;
pub mod page;
pub mod parameters;
pub mod plan;
pub mod prelude;
pub mod provenance;
pub mod random;
pub mod report;
pub mod scenario;
pub mod schedule;
pub mod settings;
pub mod simulation;
pub mod slab;
pub mod store;
pub mod study;
pub mod tables;
pub mod units;
pub mod validation;
