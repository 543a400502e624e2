//! What is computed while the screens go on: the courses of a round, first of the world that is played, and the
//! debrief.

use std::sync::{Arc, PoisonError};
use std::time::Instant;

use super::super::folder;
use super::super::running::plan;
use super::table::{Screens, Told, Work};
use crate::cancel::Cancel;
use crate::experiment::{Draw, Plan, Progress, run, run_draws};
use crate::game::{self, Further, Players, ROUND_WEEKS, ROUNDS, Revealed, Scores, Undone};

#[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
fn now() -> Instant {
    Instant::now()
}

/// Computes the courses of the rounds that have been played, on a thread of its own. After the last round the debrief
/// follows.
pub(super) fn courses(screens: &Arc<Screens>) {
    let screens = Arc::clone(screens);
    let stop = screens.begin(Work::Courses);
    std::thread::spawn(move || {
        let is_last = rounds(&screens, &stop);
        if is_last && !stop.is_cancelled() {
            debrief(&screens);
        }
    });
}

/// Whether it was the last round.
fn rounds(screens: &Screens, stop: &Cancel) -> bool {
    let began = now();
    let (kit, session) = {
        let table = screens.table();
        (Arc::clone(&table.kit), table.session.clone())
    };
    let events = session.events();
    let players = Players { kit: &kit, events: &events, hands: session.hands() };
    let plan = plan(screens.threads, &players);
    let mut scores = Scores::new(session.groups, kit.base.residents);
    let weeks = screens.weeks_to_go(&session);
    let further = Further { players, live: &screens.live };
    let draws = plan.draws();
    let first = draws.len().min(1);
    let done = some(&plan, &draws[..first], &further, &mut scores, stop) && {
        if !events.is_empty() {
            let seen = Arc::new(scores.clone());
            let mut table = screens.table();
            table.scores = Some(seen);
            table.clock.react();
        }
        some(&plan, &draws[first..], &further, &mut scores, stop)
    };
    let mut table = screens.table();
    if !done {
        table.work = Work::Idle;
        return false;
    }
    table.pace = Some(began.elapsed().as_secs_f64() / weeks.max(1.0));
    table.work = Work::Idle;
    table.is_whole = true;
    if events.is_empty() {
        return false;
    }
    if let Some(round) = session.round() {
        // They are on the screen, too: a disk that is full is told when the next round is kept.
        let page = game::cards_page(&session, &scores, screens.lang);
        drop(folder::put(&table.dir, &format!("cards-{round}.html"), &page));
    }
    table.scores = Some(Arc::new(scores));
    session.round().is_none()
}

fn some(plan: &Plan, draws: &[Draw], further: &Further<'_>, scores: &mut Scores, stop: &Cancel) -> bool {
    draws.is_empty() || run_draws(plan, draws, further, scores, stop, &()).is_ok()
}

/// Computes the debrief of the rounds that have been played, on a thread of its own.
pub(super) fn debrief(screens: &Arc<Screens>) {
    let screens = Arc::clone(screens);
    let stop = screens.begin(Work::Debrief(0, 0));
    std::thread::spawn(move || {
        let (kit, session) = {
            let table = screens.table();
            (Arc::clone(&table.kit), table.session.clone())
        };
        let events = session.events();
        let players = Players { kit: &kit, events: &events, hands: game::hands(&session) };
        let mut scores = Scores::new(players.hands.len() - 1, kit.base.residents);
        let plan = plan(screens.threads, &players);
        let undone = Undone { players, groups: session.groups };
        let done = run(&plan, &undone, &mut scores, &stop, &Counted(&screens, &stop)).is_ok();
        let mut table = screens.table();
        if stop.is_cancelled() {
            return;
        }
        table.work = Work::Idle;
        if done {
            let (groups, revealed) = (game::debrief(&session, &scores), Revealed::of(&session, &scores));
            for (group, (name, told)) in session.names().iter().zip(&groups).enumerate() {
                let page = game::handout_page(&session, &scores, told, group, screens.lang);
                drop(folder::put(&table.dir, &format!("hand-out-{name}.html"), &page));
            }
            table.told = Some(Arc::new(Told { scores, groups, revealed }));
        }
    });
}

/// Tells the table how far the debrief is.
struct Counted<'a>(&'a Screens, &'a Cancel);

impl Progress for Counted<'_> {
    fn begin(&self, simulations: u64) {
        if !self.1.is_cancelled() {
            self.0.table().work = Work::Debrief(0, simulations);
        }
    }

    fn done(&self, simulations: u64) {
        if let (false, Work::Debrief(done, _)) = (self.1.is_cancelled(), &mut self.0.table().work) {
            *done += simulations;
        }
    }
}

impl Screens {
    /// Work begins: what was going on before it stops.
    fn begin(&self, work: Work) -> Cancel {
        let stop = Cancel::new();
        let mut going_on = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        going_on.cancel();
        *going_on = stop.clone();
        self.table().work = work;
        stop
    }

    /// Weeks of worlds that are to be computed before the rounds of a session are there, those of nobody among them.
    fn weeks_to_go(&self, session: &game::Session) -> f64 {
        let known = self.live.rounds().min(ROUNDS as usize);
        let base = &self.table().kit.base.experiment;
        let courses = (session.groups + 1) as f64 * f64::from(ROUND_WEEKS);
        let (burn_in, rounds) = match known.checked_sub(1) {
            None => (f64::from(base.burn_in_weeks), session.played.len()),
            Some(played) if played <= session.played.len() => (0.0, session.played.len() - played),
            Some(_) => (0.0, session.played.len()),
        };
        f64::from(base.samples) * (burn_in + courses * rounds as f64)
    }
}
