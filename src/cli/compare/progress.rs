//! The progress bar: one for the whole command, with an estimate, on a terminal only.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::experiment::Progress;
use crate::report::wording::Lang;

/// A bar on stderr that counts resident-years, which take about the same time whatever they are for; invisible in a
/// pipe or when asked to be quiet.
#[derive(Clone, Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar over everything that a command is to simulate, in resident-years.
    pub fn new(quiet: bool, lang: Lang, resident_years: u64) -> Self {
        let hidden = quiet || !std::io::stderr().is_terminal();
        let target = if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(resident_years), target);
        let template = match lang {
            Lang::En => "{wide_bar} {percent}%, {eta} to go{msg}",
            Lang::Nl => "{wide_bar} {percent}%, nog {eta}{msg}",
        };
        // The templates are fixed and right; a wrong one would only look plainer.
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(bar)
    }

    /// Says that there may be more to do than the bar knows, or no longer.
    pub(super) fn say(&self, message: &'static str) {
        self.0.set_message(message);
    }

    /// There is more to do.
    pub(super) fn lengthen(&self, resident_years: u64) {
        self.0.inc_length(resident_years);
    }

    /// Takes the bar off the screen while `print` writes there.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.0.suspend(print)
    }

    /// Takes the bar off the screen for good.
    pub(in crate::cli) fn clear(&self) {
        self.0.finish_and_clear();
    }

    /// A part of the work whose simulations have so many resident-years each.
    pub(in crate::cli) fn part(&self, resident_years: u64) -> Part<'_> {
        Part { bar: self, resident_years }
    }
}

/// A part of the work that a bar shows.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Part<'a> {
    bar: &'a Bar,
    resident_years: u64,
}

impl Progress for Part<'_> {
    fn done(&self, simulations: u64) {
        self.bar.0.inc(simulations * self.resident_years);
    }
}
