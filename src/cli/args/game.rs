//! The arguments of `kantel game`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::super::numbers::Whole;
use super::options::Language;
use crate::input_data::MAX_RESIDENTS;

/// What is done with a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum GameAction {
    /// Begin a session: a folder with its log, and the kit to print
    New,
    /// Play the round that is due, from a code for each group or a file of sheets; without either, tell how it stands
    #[default]
    Play,
    /// Show the screens of a session in a browser on this machine: the trainer's and the room's
    #[cfg(feature = "serve")]
    Serve,
    /// Tell the code of each group's sheet, and play nothing
    Code,
    /// Take the last round back
    Undo,
    /// After the last round: what was true, what was luck, and which decision was decisive
    Debrief,
    /// Write what a group decided as a scenario
    Export,
    /// Let strategies play by themselves: is the game worth playing?
    Balance,
}

/// `kantel game`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel game new --groups 4 --out session\n  \
    kantel game serve session\n  \
    kantel game code session --sheets round1.toml\n  \
    kantel game play session --code 1A-0KZM-S2F8-HD3 --code 1B-0KZM-S2GG-40W --event debt_shock\n  \
    kantel game play session --sheets round2.toml\n  \
    kantel game debrief session\n  \
    kantel game export session --group B --out group-b.toml")]
pub struct GameArgs {
    /// What to do
    #[arg(value_name = "ACTION", value_enum)]
    pub action: GameAction,
    /// The folder of the session; not for new and balance
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// new: the folder, which is not there yet; export: the file (without: the terminal)
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// new: groups
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 8))]
    pub groups: Option<u32>,
    /// new: the session's number, which its codes are checked against; without: by the clock
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(0, 1_048_575))]
    pub number: Option<u32>,
    /// new, balance: residents; without: 15,000
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(500, MAX_RESIDENTS))]
    pub residents: Option<u32>,
    /// new, balance: worlds. The first is played, the others tell luck; without: 16
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_000))]
    pub samples: Option<u32>,
    /// new, balance: the seed
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// play: the code of a group's sheet; repeated, one for each group
    #[arg(long, value_name = "CODE")]
    pub code: Vec<String>,
    /// play, code: a file with the sheets: [A] and a line for each box that changes
    #[arg(long, value_name = "FILE")]
    pub sheets: Option<PathBuf>,
    /// play, code: what happens in this round, to every group
    #[arg(long, value_name = "EVENT")]
    pub event: Option<String>,
    /// export: the group
    #[arg(long, value_name = "LETTER")]
    pub group: Option<String>,
    /// balance: strategies that fill in anything
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(0, 1_000))]
    pub random: Option<u32>,
    /// balance: also which strategy is best on each axis after each event
    #[arg(long)]
    pub events: bool,
    /// serve: the port; by default one that is free
    #[cfg(feature = "serve")]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Threads; by default as many as there are cores. Results do not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
    /// Language; by default as the terminal is set, and the kit in English. The screens speak both
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}
