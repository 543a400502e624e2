//! The progress bar: with an estimate, on a terminal only.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::experiment::Progress;
use crate::report::wording::Lang;

/// A bar on stderr that counts simulations; invisible in a pipe or when asked to be quiet.
#[derive(Clone, Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar that has not begun.
    pub fn new(quiet: bool, lang: Lang) -> Self {
        let hidden = quiet || !std::io::stderr().is_terminal();
        let target = if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        let template = match lang {
            Lang::En => "{wide_bar} {pos} of {len} simulations, {eta} to go",
            Lang::Nl => "{wide_bar} {pos} van {len} doorrekeningen, nog {eta}",
        };
        // The templates are fixed and right; a wrong one would only look plainer.
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(bar)
    }

    /// Takes the bar off the screen.
    pub fn clear(&self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn begin(&self, simulations: u64) {
        self.0.reset();
        self.0.set_length(simulations);
    }

    fn done(&self, simulations: u64) {
        self.0.inc(simulations);
    }
}
