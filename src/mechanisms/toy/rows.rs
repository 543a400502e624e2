//! The rows of a mechanism that only tests have. Its link and its indicator have the last numbers: whoever adds one
//! before them moves these.

use super::state::Reminded;
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        strength: "toy.strength", "ratio", tri(1.0, 3.0, 5.0), 1.0..=10.0, Assumption("range 1 to 5"),
            "How much sooner somebody asks who was reminded", "Hoeveel eerder iemand hulp vraagt na een herinnering";
    }
    settings {
        /// Reminders that everybody gets in a year.
        reminders: f64 = 0.0;
    }
    draws {
        /// When in a year somebody is reminded.
        REMINDER = 900;
    }
    occasions {
        /// Somebody is reminded.
        REMINDER = 200: Resident, dated;
    }
    links {
        /// Who is reminded asks sooner.
        REMINDING = 118: "reminding", "reminders" => "asking", '+', "", Assumption("toy.strength");
    }
    indicators {
        REMINDERS = 292: "toy.reminders", "requests", registered, told, Flow, Neutral, per_thousand(1.0), "Reminders",
            "Herinneringen";
    }
    state Reminded;
}
