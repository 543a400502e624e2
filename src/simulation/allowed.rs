//! What a lever may be set to.

use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};
use crate::levers::{LEVERS, LeverKind, LeverValue, Role};
use crate::mechanisms::team::levers::SIZES;

/// The size of a team that is not there.
pub(super) fn no_such_team(lever: usize, teams: usize) -> Option<Diagnostic> {
    let key = LEVERS.get(lever)?.meta.key;
    let team = SIZES.iter().position(|size| *size == key).filter(|team| *team >= teams)? + 1;
    Some(Diagnostic {
        field: key.to_owned(),
        message: text!("there is no team {team}", "er is geen team {team}"),
        value: team.to_string(),
        allowed: text!("1 to {teams}", "1 tot en met {teams}"),
        ..Diagnostic::default()
    })
}

/// A value that a lever cannot have, or a lever that is not there.
pub(super) fn not_allowed(lever: usize, value: LeverValue) -> Option<Diagnostic> {
    let Some(meta) = LEVERS.get(lever).map(|l| &l.meta) else {
        return Some(Diagnostic {
            message: Text::fixed("no such lever", "dit beleid bestaat niet"),
            value: lever.to_string(),
            ..Diagnostic::default()
        });
    };
    let (fits, allowed) = match (meta.kind, value) {
        (LeverKind::Number { min, max }, LeverValue::Number(n)) => {
            ((min..=max).contains(&n), text!("{min} to {max}", "{min} tot en met {max}"))
        }
        (LeverKind::Choice(options), LeverValue::Choice(c)) => {
            ((c as usize) < options.len(), Text::same(options.join(", ")))
        }
        (LeverKind::Flag, LeverValue::Flag(_)) => (true, Text::default()),
        _ => (false, Text::fixed("a value of the lever's kind", "een waarde van de juiste soort")),
    };
    (!fits).then(|| Diagnostic {
        field: meta.key.to_owned(),
        message: Text::fixed("the value is not allowed", "deze waarde kan niet"),
        value: format!("{value:?}"),
        allowed,
        ..Diagnostic::default()
    })
}

/// A problem if a role does not decide on a lever.
pub(super) fn not_theirs(role: Role, lever: usize) -> Option<Diagnostic> {
    let meta = &LEVERS.get(lever)?.meta;
    (meta.role != role).then(|| Diagnostic {
        field: meta.key.to_owned(),
        message: Text::fixed("somebody else decides on this lever", "iemand anders gaat hierover"),
        value: role.text().to_owned(),
        allowed: Text::same(meta.role.text()),
        ..Diagnostic::default()
    })
}
