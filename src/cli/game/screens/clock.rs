//! The clock of a session: phases of a round that count down. It is not in the log: what has been decided is.

use std::time::{Duration, Instant};

/// The phases of a round, with the seconds they take: nine minutes in all.
pub(super) const PHASES: [(&str, u64); 4] = [("read", 60), ("talk", 300), ("last", 120), ("react", 60)];
/// Results are looked at, and the next round begins after it.
const REACT: usize = 3;

/// The clock.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    phase: usize,
    /// What was left at `since`.
    left: Duration,
    /// Since when it runs; `None` while it is paused.
    since: Option<Instant>,
}

#[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
fn now() -> Instant {
    Instant::now()
}

impl Clock {
    /// Before a round, paused.
    pub(super) const fn new() -> Self {
        Self { phase: 0, left: Duration::from_secs(PHASES[0].1), since: None }
    }

    /// The phase.
    pub(super) fn phase(&self) -> &'static str {
        PHASES[self.phase].0
    }

    /// Milliseconds that are left.
    pub(super) fn left(&self) -> u64 {
        let gone = self.since.map_or(Duration::ZERO, |since| now().saturating_duration_since(since));
        self.left.saturating_sub(gone).as_millis() as u64
    }

    /// Whether it runs.
    pub(super) const fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Pauses it, or lets it run.
    pub(super) fn toggle(&mut self) {
        self.left = Duration::from_millis(self.left());
        self.since = if self.runs() { None } else { Some(now()) };
    }

    /// Adds a minute.
    pub(super) fn minute_more(&mut self) {
        self.left += Duration::from_mins(1);
    }

    /// Goes to the next phase, and runs on as it did.
    pub(super) fn next(&mut self) {
        self.go((self.phase + 1) % PHASES.len(), self.runs());
    }

    /// The results are there.
    pub(super) fn react(&mut self) {
        self.go(REACT, true);
    }

    /// Back to the beginning of a round, paused.
    pub(super) fn again(&mut self) {
        self.go(0, false);
    }

    fn go(&mut self, phase: usize, runs: bool) {
        *self = Self { phase, left: Duration::from_secs(PHASES[phase].1), since: runs.then(now) };
    }
}
