//! What a comparison on the command line is: what is to be done, and where it is shown.

use std::io::Write;
use std::path::PathBuf;

use super::live::Live;
use crate::cli::args::CsvForm;
use crate::cli::keeping::Keeping;
use crate::language::Lang;
use crate::study::Study;

/// What is to be done: a study, and where its result goes.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is to be run.
    pub study: Study,
    /// Result folder; `None` chooses one below `kantel-results`.
    pub out: Option<PathBuf>,
    /// Replace a result folder that exists.
    pub force: bool,
    /// Language of what is written to files.
    pub lang: Lang,
    /// Language of what is shown: the same, unless nobody asked for one and the terminal has another.
    pub spoken: Lang,
    /// In which form the tables are written beside the plain one.
    pub csv: Option<CsvForm>,
    /// Say only what is asked for.
    pub quiet: bool,
    /// Say how fast it was too, and what common draws saved.
    pub verbose: bool,
    /// The command line, for the manifest.
    pub command: Vec<String>,
    /// Bytes of memory that it will take, where somebody has asked.
    pub memory: Option<u64>,
    /// What becomes of its courses.
    pub keeping: Keeping,
}

/// Where a job writes what is meant to be read, and the rest.
pub struct Screen<'a> {
    /// What is meant to be read.
    pub out: &'a mut dyn Write,
    /// Everything else.
    pub err: &'a mut dyn Write,
    /// Where figures are shown while they come; `None` if nobody watches.
    pub live: Option<Live>,
}
