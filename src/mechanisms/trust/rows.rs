//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use super::state::SecondLine;
use crate::mechanisms::rows;
use crate::observation::absolute;
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        up: "trust.up", "share", tri(0.02, 0.05, 0.1), 0.0..=1.0,
            Assumption("trust rises more slowly than it falls; no figure seen; range 0.02 to 0.1"),
            "Trust gained by a good outcome", "Meer vertrouwen na een goede afloop";
        down: "trust.down", "share", tri(0.08, 0.15, 0.25), 0.0..=1.0,
            Assumption("trust falls faster than it rises; no figure seen; range 0.08 to 0.25"),
            "Trust lost by a bad outcome", "Minder vertrouwen na een slechte afloop";
        tie: "trust.tie", "share", tri(0.0, 0.05, 0.1), 0.0..=1.0, Assumption("range 0 to 0.1"),
            "How much of a change of trust reaches each tie",
            "Hoe sterk een verandering in vertrouwen doorwerkt op elke relatie";
        apart: "trust.apart", "share", tri(0.0, 0.7, 1.0), 0.0..=1.0,
            Assumption("whether people blame one line for another has no figure; range 0 to 1"),
            "How far an outcome with one line leaves trust in the other as it is (0: one trust in all help)",
            "In hoeverre een ervaring met de ene lijn het vertrouwen in de andere lijn gelijk laat (0: één vertrouwen \
             in alle hulp)";
    }
    links {
        /// Trusting people ask sooner and accept help.
        TRUST_ASKING = 9: "trust_asking", "trust in the first line" => "asking and accepting help", '+', "R4",
            Assumption("asking.trust");
        /// Outcomes of help move trust.
        OUTCOME_TRUST = 10: "outcome_trust", "outcome of help" => "trust", '+', "R4",
            Assumption("trust.up, trust.down");
        /// Trust moves along ties.
        TRUST_TIES = 11: "trust_ties", "trust of one" => "trust of ties", '+', "R4", Assumption("trust.tie");
        /// Who trusts the second line more, asks at its doors.
        LINES_DOORS = 34: "lines_doors", "trust in the second line" => "asking at its doors", '+', "R4",
            Assumption("trust.apart, asking.trust; the range includes one trust in all help");
    }
    indicators {
        TRUST_FIRST = 79: "trust.first_line", "share", true_only, told, Ratio, Higher, absolute(0.01),
            "Trust in the first line", "Vertrouwen in de eerste lijn";
        TRUST_SECOND = 101: "trust.second_line", "share", true_only, detail, Ratio, Higher, absolute(0.01),
            "Trust in the second line", "Vertrouwen in de tweede lijn";
        ASKED_ELSEWHERE = 102: "asked.elsewhere", "share", true_only, detail, Ratio, Neutral, absolute(0.01),
            "Requests at other doors than the team's", "Hulpvragen bij een andere ingang dan het wijkteam";
    }
    state SecondLine;
}
