//! The courses of a session, or of strategies, on threads and with a progress bar.

use super::super::Failure;
use super::super::args::GameArgs;
use super::super::compare::{Bar, stop, unkept_failure};
use super::super::tongue::spoken;
use super::super::validate::threads;
use crate::experiment::{Plan, run};
use crate::game::{Kit, Players, Scores, Session, Size};
use crate::observation::catalogue;

/// How large the options want it.
pub(super) const fn size(args: &GameArgs) -> Size {
    Size { residents: args.residents, samples: args.samples, seed: args.seed }
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
    let plan = Plan {
        threads: threads(args.threads),
        lives: false,
        ..Plan::new(players.scenarios(), catalogue::series().into())
    };
    let mut scores = Scores::new(players.hands.len() - 1, players.kit.base.residents);
    let each = plan.resident_years();
    let bar = Bar::new(args.quiet, spoken(args.lang), each * plan.simulations());
    let done = run(&plan, players, &mut scores, &stop()?, &bar.part(each));
    bar.clear();
    done.map_err(unkept_failure)?;
    Ok(scores)
}
