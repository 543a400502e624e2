//! The rows of this mechanism: its numbers, occasions, links and indicators.

use super::state::Exposure;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::fixed;
use crate::provenance::Source::{Assumption, Fitted};

rows! {
    parameters {
        drift: "exposure.drift", "per tie and year", fixed(0.0), 0.0..=1.0,
            Fitted("asking is held to figures of one year; a trend is an assumption: 0 to 0.04 in the world \
                    norms-drift"),
            "Threshold to ask services that falls for each tie who has them",
            "Drempel om hulp te vragen die daalt door elke bekende die hulp heeft";
    }
    occasions {
        /// Somebody has had ties with services for a year.
        EXPOSURE_YEAR = 62: Resident, dated;
    }
    links {
        /// Who sees services asks for them sooner.
        EXPOSURE_ASKING = 97: "exposure_asking", "services that ties have" => "asking", '+', "R12",
            Assumption("exposure.drift; off by default");
    }
    indicators {
        EXPOSURE_YEARS = 253: "exposure.years", "persons", true_only, detail, Flow, Neutral, per_thousand(1.0),
            "Years of people with ties who have services (where norms drift)",
            "Jaren van mensen met bekenden die hulp hebben (als normen verschuiven)";
        EXPOSURE_FALL = 254: "exposure.fall", "share", true_only, detail, Ratio, Neutral, absolute(0.01),
            "How far their threshold to ask has fallen", "Hoe ver hun drempel om hulp te vragen is gedaald";
    }
    state Exposure;
}
