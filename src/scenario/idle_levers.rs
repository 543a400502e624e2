//! Levers that do nothing unless another one acts: allowed, and probably not meant.

use crate::language::{Text, text};
use crate::levers::{LEVERS, LeverValue, position};
use crate::mechanisms::monitoring::rows::Use;
use crate::parameters::Params;
use crate::plan::Scenario;
use crate::settings::Settings;
use crate::units::Week;

/// A lever, what it needs, and whether that is there.
struct Needs {
    lever: &'static str,
    needed: &'static str,
    is_there: fn(&Settings) -> bool,
}

const NEEDS: [Needs; 4] = [
    Needs {
        lever: "coordination.hours",
        needed: "coordination.plan = \"lead\", \"one_plan\"",
        is_there: |s| s.coordination.plan.has_lead(),
    },
    Needs {
        lever: "coordination.from",
        needed: "coordination.plan = \"lead\", \"one_plan\"",
        is_there: |s| s.coordination.plan.has_lead(),
    },
    Needs {
        lever: "monitor.compare",
        needed: "monitor.use = \"learn\"",
        is_there: |s| s.monitoring.serves == Use::Learn,
    },
    Needs { lever: "monitor.use", needed: "monitor.hours", is_there: |s| s.monitoring.hours > 0.0 },
];

/// What to say of a plan in the weeks in which something changes.
pub(super) fn notes(scenario: &Scenario, weeks: &[Week]) -> Vec<Text> {
    let timeline = &scenario.organisation.timeline;
    let is_set = |key: &str| {
        let lever = position(key)?;
        let neutral = LEVERS[lever].meta.neutral;
        let steps = &timeline.schedule(lever)?.steps;
        steps.iter().any(|step| neutral.is_none_or(|neutral: LeverValue| step.value != neutral)).then_some(())
    };
    let idle = NEEDS.iter().filter(|needs| {
        is_set(needs.lever).is_some() && !weeks.iter().any(|week| (needs.is_there)(&timeline.settings(*week)))
    });
    let mut told: Vec<Text> = idle
        .map(|Needs { lever, needed, .. }| {
            if *lever == "monitor.use" {
                return Text::fixed(
                    "levers.monitor.use: without monitor.hours it costs nothing to monitor",
                    "levers.monitor.use: zonder monitor.hours kost monitoren niets",
                );
            }
            text!("levers.{lever} does nothing without {needed}", "levers.{lever} doet niets zonder {needed}")
        })
        .collect();
    if weeks.iter().any(|week| timeline.settings(*week).monitoring.serves == Use::Steer) {
        told.push(Text::fixed(
            "levers.monitor.use: to steer is recorded, and changes nothing yet",
            "levers.monitor.use: sturen wordt bijgehouden, en verandert nog niets",
        ));
    }
    let value = |key: &str| scenario.parameters.get(Params::position(key)?);
    let moves = |key: &str| value(key).is_some_and(|value| value.mean() > 0.0);
    if is_set("referrers.feedback_hours").is_some() && !moves("referrers.up") {
        told.push(Text::fixed(
            "levers.referrers.feedback_hours: referrers do not change by default, so it costs hours alone; --with \
             builtin:referrers lets them",
            "levers.referrers.feedback_hours: verwijzers veranderen standaard niet, dus het kost alleen uren; met \
             --with builtin:referrers wel",
        ));
    }
    told
}
