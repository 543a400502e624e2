//! Levers that do nothing unless another one acts: allowed, and probably not meant.

use crate::entities::Product;
use crate::language::{Text, text};
use crate::mechanisms::contracting::Form;
use crate::mechanisms::monitoring::rows::Use;
use crate::mechanisms::politics::NEVER;
use crate::mechanisms::position::By;
use crate::parameters::Params;
use crate::plan::Scenario;
use crate::settings::Settings;
use crate::units::Week;

/// A lever that acts only where something else is planned, too.
struct Needs {
    lever: &'static str,
    needed: &'static str,
    /// Whether the lever is planned in a week.
    acts: fn(&Settings) -> bool,
    /// Whether what it needs is.
    is_there: fn(&Settings) -> bool,
}

const A_LEAD: &str = "coordination.plan = \"lead\", \"one_plan\"";

/// Whether something can be cut because too much was spent.
fn cuts(s: &Settings) -> bool {
    s.money.reserve.is_finite() || s.politics.patience < NEVER
}

/// Whether there is room to learn a new way of working.
fn learns(s: &Settings) -> bool {
    let (culture, room) = (&s.culture, s.practice.room_hours + s.team.training_hours);
    culture.learning_hours + culture.coaching_fte + room > 0.0
}

const NEEDS: [Needs; 10] = [
    Needs {
        lever: "mandate.own_hours",
        needed: "levers.mandate.strength",
        acts: |s| s.substitution.mandate_hours > 0.0,
        is_there: |s| s.substitution.mandate_strength > 0.0,
    },
    Needs {
        lever: "mandate.strength",
        needed: "levers.mandate.own_hours",
        acts: |s| s.substitution.mandate_strength > 0.0,
        is_there: |s| s.substitution.mandate_hours > 0.0,
    },
    Needs {
        lever: "coordination.hours",
        needed: A_LEAD,
        acts: |s| s.coordination.hours > 0.0,
        is_there: |s| s.coordination.plan.has_lead(),
    },
    Needs {
        lever: "coordination.from",
        needed: A_LEAD,
        acts: |s| s.coordination.from > 2.0,
        is_there: |s| s.coordination.plan.has_lead(),
    },
    Needs {
        lever: "debt.team_fte",
        needed: "remit.income = \"in\"",
        acts: |s| s.work_income.debt_fte > 0.0,
        is_there: |s| s.work_income.income,
    },
    Needs {
        lever: "budget.*",
        needed: "levers.reserve.euros, levers.politics.patience",
        acts: |s| s.money.budgets.iter().any(|euros| *euros > 0.0),
        is_there: cuts,
    },
    Needs {
        lever: "monitor.use = \"steer\"",
        needed: "levers.reserve.euros, levers.politics.patience",
        acts: |s| s.monitoring.serves == Use::Steer,
        is_there: cuts,
    },
    Needs {
        lever: "monitor.use = \"steer\"",
        needed: "levers.monitor.hours",
        acts: |s| s.monitoring.serves == Use::Steer,
        is_there: |s| s.monitoring.hours > 0.0,
    },
    Needs {
        lever: "access.by = \"foundation\"",
        needed: "levers.team.training_hours, levers.practice.room_hours, levers.culture.learning_hours, \
                 levers.culture.coaching_fte",
        acts: |s| s.position.by == By::Foundation,
        is_there: learns,
    },
    Needs {
        lever: "monitor.compare",
        needed: "monitor.use = \"learn\"",
        acts: |s| s.monitoring.compare,
        is_there: |s| s.monitoring.serves == Use::Learn,
    },
];

/// What to say of a plan, by the weeks in which something changes.
pub(super) fn notes(scenario: &Scenario, weeks: &[Week]) -> Vec<Text> {
    let timeline = &scenario.organisation.timeline;
    let any = |of: fn(&Settings) -> bool| weeks.iter().any(|week| of(&timeline.settings(*week)));
    let idle = NEEDS.iter().filter(|needs| any(needs.acts) && !any(needs.is_there));
    let told = |Needs { lever, needed, .. }: &Needs| {
        text!("levers.{lever} does nothing without {needed}", "levers.{lever} doet niets zonder {needed}")
    };
    let mut notes: Vec<Text> = idle.map(told).collect();
    if any(|s| matches!(s.monitoring.serves, Use::Learn | Use::Account)) && !any(|s| s.monitoring.hours > 0.0) {
        notes.push(Text::fixed(
            "levers.monitor.use: without monitor.hours it costs nothing to monitor",
            "levers.monitor.use: zonder monitor.hours kost monitoren niets",
        ));
    }
    for product in Product::ALL {
        let i = product as usize;
        let is_lump = |s: &Settings| s.contracting.form[i] == Form::Task;
        let saved = |s: &Settings| s.second_line.purchase_saving_euros > 0.0 && product.meta().account.is_municipal();
        let settings = || weeks.iter().map(|week| timeline.settings(*week));
        if settings().any(|s| is_lump(&s) && (s.money.ceilings[i].is_finite() || saved(&s))) {
            let key = product.key();
            notes.push(text!(
                "levers.contract.{key} = \"task\": a lump sum is paid in full, whatever a ceiling or a saving says",
                "levers.contract.{key} = \"task\": een vast bedrag wordt helemaal betaald, ook bij een plafond of een \
                 besparing"
            ));
        }
    }
    let up = Params::position("referrers.up").and_then(|up| scenario.parameters.get(up));
    if any(|s| s.referrers.feedback_hours > 0.0) && up.is_none_or(|up| up.mean() <= 0.0) {
        notes.push(Text::fixed(
            "levers.referrers.feedback_hours: referrers do not change by default, so it costs hours alone; --with \
             builtin:referrers lets them",
            "levers.referrers.feedback_hours: verwijzers veranderen standaard niet, dus het kost alleen uren; met \
             --with builtin:referrers wel",
        ));
    }
    notes
}
