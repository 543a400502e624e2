//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use super::state::Nurses;
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Fitted};

rows! {
    parameters {
        places: "practice_nurse.places", "per 1,000 residents", tri(4.0, 6.5, 10.0), 0.0..=1000.0,
            Fitted("4 % of adults see one in a year (Nivel, 2017); range 4 to 10"),
            "People whom practice nurses help at the same time instead of a referral",
            "Mensen die de praktijkondersteuner tegelijk helpt in plaats van een verwijzing";
        sessions: "practice_nurse.sessions", "talks", tri(3.0, 5.4, 8.0), 0.0..=100.0,
            Fitted("172 consultations per 1,000 residents a year (Nivel, 2021) over 4 % of adults; range 3 to 8"),
            "Talks of three quarters of an hour with the practice nurse, in 13 weeks",
            "Gesprekken van drie kwartier met de praktijkondersteuner, in 13 weken";
        strength: "help.practice_nurse", "ratio to help.second_line", tri(0.3, 0.6, 1.0), 0.0..=10.0,
            Assumption("a few talks, by somebody who is no specialist; range 0.3 to 1"),
            "Help of the practice nurse, over that of treatment",
            "Effect van de praktijkondersteuner, vergeleken met behandeling", help from 0.0 up;
        euros_per_hour: "practice_nurse.euros_per_hour", "euros per hour", tri(60.0, 80.0, 100.0), 0.0..=10000.0,
            Assumption("about what an hour of the team costs; range 60 to 100"),
            "Cost of an hour of a practice nurse", "Kosten van een uur praktijkondersteuner";
    }
    settings {
        /// FTE of practice nurses for young people, whom the municipality pays.
        youth_fte: f64 = 0.0;
    }
    occasions {
        /// The talks with the practice nurse end.
        NURSE_ENDS = 35: Episode, dated;
    }
    links {
        /// Whom the GP does not refer is helped at the door.
        NURSE_HELP = 35: "nurse_help", "not being referred by the GP" => "help of the practice nurse", '+', "",
            Assumption("practice_nurse.places, gp.poh_youth_fte");
    }
    indicators {
        NURSE_HELPED = 106: "practice_nurse.helped", "episodes", registered, detail, Flow, Neutral, per_thousand(0.5),
            "Needs with which a practice nurse began to help",
            "Hulpvragen waarbij een praktijkondersteuner begon te helpen";
        NURSE_REFERRED = 107: "practice_nurse.referred", "episodes", registered, detail, Flow, Lower,
            per_thousand(0.25), "Needs that the GP referred after the practice nurse had helped",
            "Hulpvragen die de huisarts verwees na hulp van de praktijkondersteuner";
        EUROS_NURSE = 108: "euros.practice_nurse", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Cost of practice nurses, whoever pays", "Kosten van praktijkondersteuners, voor wie dan ook";
    }
    state Nurses;
}
