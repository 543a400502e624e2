//! The courses of a session, or of strategies, on threads and with a progress bar.

use std::path::Path;

use super::super::Failure;
use super::super::args::GameArgs;
use super::super::compare::{Bar, stop, unkept_failure};
use super::super::tongue::spoken;
use super::super::validate::threads;
use crate::experiment::{Model, Plan, run};
use crate::game::{Kit, Players, Scores, Session, Size, Undone, hands};
use crate::observation::catalogue;

/// How large the options want it.
pub(super) const fn size(args: &GameArgs) -> Size {
    Size { residents: args.residents, samples: args.samples, seed: args.seed }
}

/// The folder that was named; it has been seen that there is one.
pub(super) fn dir(args: &GameArgs) -> &Path {
    args.dir.as_deref().unwrap_or_else(|| Path::new("."))
}

/// Every course of a session up to the last round that was played.
///
/// # Errors
/// If it is interrupted, or threads cannot be started.
pub(super) fn scores(args: &GameArgs, kit: &Kit, session: &Session) -> Result<Scores, Failure> {
    let events = session.events();
    played(args, &Players { kit, events: &events, hands: session.hands() })
}

/// The courses of players, on as many threads as are asked for.
///
/// # Errors
/// If it is interrupted, or threads cannot be started.
pub(super) fn played(args: &GameArgs, players: &Players<'_>) -> Result<Scores, Failure> {
    let plan = plan(threads(args.threads), players);
    let mut scores = Scores::new(players.hands.len() - 1, players.kit.base.residents);
    run_on(args, &plan, players, &mut scores)?;
    Ok(scores)
}

/// The courses of a debrief: each from where it parts.
///
/// # Errors
/// As those of [`played`].
pub(super) fn undone(args: &GameArgs, kit: &Kit, session: &Session) -> Result<Scores, Failure> {
    let events = session.events();
    let players = Players { kit, events: &events, hands: hands(session) };
    let mut scores = Scores::new(players.hands.len() - 1, kit.base.residents);
    let plan = plan(threads(args.threads), &players);
    run_on(args, &plan, &Undone { players, groups: session.groups }, &mut scores)?;
    Ok(scores)
}

/// What is run for players.
pub(super) fn plan(threads: usize, players: &Players<'_>) -> Plan {
    Plan { threads, lives: false, ..Plan::new(players.scenarios(), catalogue::series().into()) }
}

fn run_on<M: Model>(args: &GameArgs, plan: &Plan, model: &M, scores: &mut Scores) -> Result<(), Failure> {
    let each = plan.resident_years();
    let bar = Bar::new(args.quiet, spoken(args.lang), each * plan.simulations());
    let done = run(plan, model, scores, &stop()?, &bar.part(each));
    bar.clear();
    done.map_err(unkept_failure)
}
