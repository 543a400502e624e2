//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use serde::{Deserialize, Serialize};

use super::state::Coordination;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Literature};

/// How the professionals around a household stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Plan {
    /// As it is today: what it takes and does is in the model's other numbers.
    #[default]
    AsNow,
    /// Side by side: each talks with each.
    Separate,
    /// The first team there leads.
    Lead,
    /// The first team there leads, and all of them have one plan.
    OnePlan,
}

impl Plan {
    /// All, in the order of the lever's choices.
    pub const ALL: [Self; 4] = [Self::AsNow, Self::Separate, Self::Lead, Self::OnePlan];

    /// Whether it takes hours of its own.
    pub fn costs(self) -> bool {
        self != Self::AsNow
    }

    /// Whether somebody leads.
    pub fn has_lead(self) -> bool {
        matches!(self, Self::Lead | Self::OnePlan)
    }
}

rows! {
    parameters {
        pair_hours: "coordination.pair_hours", "hours per week", tri(0.1, 0.25, 0.5), 0.0..=10.0,
            Assumption("a call or an e-mail a week, or a meeting a month; no count seen; range 0.1 to 0.5"),
            "Time that two professionals in one household spend on each other, both together, where nobody leads",
            "Tijd die twee hulpverleners in één huishouden samen aan afstemming kwijt zijn als niemand de regie heeft";
        loss: "coordination.loss", "share", tri(0.0, 0.05, 0.15), 0.0..=1.0,
            Literature("Stokes and others 2015 (PLoS ONE 10:e0132340): 36 studies of case management find no change in \
                        use or cost, and 0.07 in how healthy people feel; the range includes none; range 0 to 0.15"),
            "Effect of help that is lost with each further professional in a household, where nobody leads",
            "Effect van hulp dat wegvalt met elke extra hulpverlener in een huishouden, als niemand de regie heeft";
        lead_hours: "coordination.lead_hours", "hours per week", tri(0.5, 1.0, 2.0), 0.0..=20.0,
            Assumption("no count seen; range 0.5 to 2"), "Leading in a household with two professionals or more",
            "Regie voeren in een huishouden met twee of meer hulpverleners";
        lead_per_other: "coordination.lead_per_other", "hours per week", tri(0.05, 0.1, 0.2), 0.0..=10.0,
            Assumption("no count seen; range 0.05 to 0.2"), "Leading, for each other professional in the household",
            "Regie voeren, voor elke andere hulpverlener in het huishouden";
        without_money: "coordination.without_money", "share", tri(0.0, 0.5, 1.0), 0.0..=1.0,
            Assumption("a lead decides nothing about what others pay, but where the area has one budget; the range \
                        includes none; range 0 to 1"),
            "Of the effect that would be lost: kept by a lead who decides nothing about others' money",
            "Van het effect dat zou wegvallen: wat iemand met regie behoudt, zonder iets over andermans geld te \
             beslissen";
        to_plan: "coordination.to_plan", "share", tri(0.0, 0.5, 1.0), 0.0..=1.0,
            Assumption("who has help at home may still go to a GP; no count seen; range 0 to 1"),
            "Needs that a household with one plan brings to it, of those that would go to another door",
            "Hulpvragen die een huishouden met één plan daar inbrengt, in plaats van ergens anders";
    }
    settings {
        /// How professionals in one household stand to each other.
        plan: Plan = Plan::AsNow;
        /// Hours a week that a lead has for a household; 0 is as many as it asks.
        hours: f64 = 0.0;
        /// From how many professionals on a household has a lead.
        from: f64 = 2.0;
    }
    draws {
        /// Whether a need of a household with one plan comes to it.
        PLAN_ASKED = 262;
        /// Whether a case of another silo leaves a debt or housing problem unseen.
        UNSEEN_BASICS = 263;
    }
    links {
        /// A lead keeps others from undoing each other's work.
        PLAN_EFFECT = 90: "plan_effect", "a lead among professionals" => "effect of their help", '+', "",
            Literature("Stokes and others 2015; the range includes none");
        /// With one plan all see debts and housing problems; side by side each sees its own.
        PLAN_BASICS = 91: "plan_basics", "one plan" => "help with debts and housing", '+', "",
            Assumption("screening.basics_asked; what each silo sees");
    }
    indicators {
        PROFESSIONALS = 224: "coordination.professionals", "persons", true_only, detail, Ratio, Neutral,
            absolute(0.02), "Professionals in a household with help: teams and services",
            "Hulpverleners in een huishouden met hulp: wijkteams en diensten";
        MANY_PROFESSIONALS = 225: "coordination.four_or_more", "share", true_only, detail, Ratio, Lower,
            absolute(0.005), "Of households with help: four professionals or more",
            "Van huishoudens met hulp: vier hulpverleners of meer";
        HOURS_COORDINATION = 226: "hours.coordination", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours of the team on coordination in households", "Uren van het wijkteam aan afstemming in huishoudens";
        HOURS_COORDINATION_OTHERS = 227: "coordination.hours_services", "hours", true_only, detail, Flow, Neutral,
            per_thousand(10.0), "Hours of services on coordination in households, in their price",
            "Uren van diensten aan afstemming in huishoudens, al in hun prijs";
        OVERLAP = 228: "coordination.overlap", "share", true_only, detail, Ratio, Neutral, absolute(0.01),
            "Of needs with help: more than one professional helps",
            "Van hulpvragen met hulp: meer dan één hulpverlener helpt";
        PLAN_BASICS_TAKEN = 229: "coordination.basics", "episodes", registered, detail, Flow, Neutral,
            per_thousand(0.1), "Debts and housing problems that one plan took on",
            "Schulden en woonproblemen die één plan heeft opgepakt";
    }
    state Coordination;
}
