//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::state::Basic;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        accepts: "basic.accepts", "share", tri(0.2, 0.5, 0.8), 0.0..=1.0,
            Assumption("no Dutch figure seen of who takes a general or collective place when offered; range 0.2 to \
                        0.8"),
            "People with ties who take a general or collective place when it is offered",
            "Mensen met een netwerk die een algemene of collectieve plek nemen als die wordt aangeboden";
        without_ties: "basic.without_ties", "ratio", tri(0.3, 0.7, 1.0), 0.0..=1.0,
            Assumption("those without a network come to facilities least (see facility.isolated), but here somebody \
                        offers it; the range includes none; range 0.3 to 1"),
            "How often somebody without ties takes it, over others",
            "Hoe vaak iemand zonder netwerk die plek neemt, vergeleken met anderen";
        severe: "basic.severe", "share", tri(0.1, 0.3, 0.6), 0.0..=1.0,
            Assumption("a group with one professional is seldom enough for a severe need; no figure seen; range 0.1 to \
                        0.6"),
            "Severe needs for which a general or collective place is offered",
            "Ernstige hulpvragen waarvoor een algemene of collectieve plek wordt aangeboden";
        unable: "basic.unable", "share", tri(0.1, 0.25, 0.5), 0.0..=1.0,
            Assumption("who needs help with daily life often cannot go alone; no figure seen; range 0.1 to 0.5"),
            "People with a need of daily functioning who cannot get to a place outside their home",
            "Mensen met een hulpvraag in het dagelijks functioneren die niet naar een plek buitenshuis kunnen komen";
        goes_on: "basic.goes_on", "share", tri(0.4, 0.7, 1.0), 0.0..=1.0,
            Assumption("some who do not want what comes first ask no further; no figure seen; the range includes none; \
                        range 0.4 to 1"),
            "People who refuse such a place and go on to a decision on a service of their own",
            "Mensen die zo'n plek weigeren en doorgaan naar een besluit over hulp voor henzelf";
        strength: "basic.strength", "ratio", tri(0.3, 0.7, 1.1), 0.0..=10.0,
            Assumption("less time for each, but others to meet; no comparison seen; range 0.3 to 1.1"),
            "Effect of a general or collective place, over that of the service that it replaces",
            "Effect van een algemene of collectieve plek, vergeleken met de hulp die zij vervangt";
        visits: "basic.visits", "half-days per week", tri(1.0, 1.5, 3.0), 0.1..=14.0,
            Assumption("once a week at least, day activity more often; range 1 to 3"),
            "Half-days a week that somebody comes who is served instead of by a service",
            "Dagdelen per week dat iemand komt in plaats van eigen hulp";
        stay_weeks: "basic.stay_weeks", "weeks", tri(26.0, 52.0, 104.0), 1.0..=5200.0,
            Assumption("as visitors of facilities (facility.stay_weeks); range 26 to 104"),
            "How long they go on coming while the need is there, on average",
            "Hoelang zij gemiddeld blijven komen zolang de hulpvraag er is";
        renewal: "basic.renewal", "share", tri(0.0, 0.3, 0.5), 0.0..=1.0,
            Assumption("to scale down sooner is what a broad basic infrastructure is said to allow (P. P. Doodkorte, \
                        sozio.nl), no count seen; the range includes none; range 0 to 0.5"),
            "Services for light and moderate needs that give way to a free place when a term ends or at a review",
            "Hulp bij lichte en matige hulpvragen die bij het einde van een termijn of een evaluatie plaatsmaakt voor \
             een vrije plek";
        price: "collective.price", "ratio", tri(0.1, 0.2, 0.6), 0.0..=10.0,
            Assumption("one professional for some five people, with a room; no tariff seen that differs by this alone; \
                        range 0.1 to 0.6"),
            "Cost of a collective place, over that of the service that it replaces",
            "Kosten van een collectieve plek, vergeleken met de hulp die zij vervangt";
    }
    settings {
        /// Half-days a week per 1,000 residents that are open to everybody, by kind.
        half_days: [f64; 4] = [0.0; 4];
        /// How they are spread: 0 by residents, 1 by residents with a low income.
        spread: f64 = 0.0;
        /// Collective places of domestic help, day activity and guidance.
        places: [f64; 3] = [0.0; 3];
        /// Whether collective places come before an individual decision.
        collective_first: bool = false;
    }
    draws {
        /// Whether somebody can get to a place outside their home.
        BASIC_TRAVEL = 230;
        /// Whether such a place suits a severe need.
        BASIC_SUITS = 231;
        /// Whether somebody takes it.
        BASIC_ACCEPTS = 232;
        /// Whether who does not goes on to a decision.
        BASIC_GOES_ON = 233;
        /// How long they go on coming.
        BASIC_STAY = 234;
        /// Whether a service gives way to a free place.
        BASIC_RENEWAL = 235;
    }
    links {
        /// General provision is taken into account before an entitlement.
        BASIC_ENTITLEMENT = 62: "basic_entitlement", "general provision in the neighbourhood" =>
            "applications that end there", '+', "", Assumption("basic.accepts, basic.severe, basic.goes_on");
        /// Collective places are taken instead of individual services.
        COLLECTIVE_SUBSTITUTION = 63: "collective_substitution", "collective places" => "individual services", '-', "",
            Assumption("basic.accepts, collective.price");
        /// Services give way to free places when a term ends and at reviews.
        BASIC_SCALING_DOWN = 64: "basic_scaling_down", "free places of basic provision" => "services that go on", '-',
            "", Assumption("basic.renewal; the range includes none");
    }
    indicators {
        BASIC_HALF_DAYS = 159: "basic.half_days", "half-days per week", registered, detail, Stock, Neutral,
            per_thousand(0.05), "Half-days of general provision that the plan opens",
            "Dagdelen aan algemene voorzieningen die het plan opent";
        BASIC_SERVED = 160: "basic.served", "persons", registered, detail, Stock, Neutral, per_thousand(0.25),
            "People served in general provision or a collective place instead of by a service",
            "Mensen met een algemene of collectieve plek in plaats van eigen hulp";
        COLLECTIVE_SERVED = 161: "collective.served", "persons", registered, detail, Stock, Neutral, per_thousand(0.25),
            "Of these, people in a collective place", "Daarvan: mensen met een collectieve plek";
        BASIC_SHARE = 162: "basic.share", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "Applications that end with a general or collective place",
            "Aanvragen die eindigen met een algemene of collectieve plek";
        BASIC_OFFERED = 163: "basic.offered", "applications", registered, detail, Flow, Neutral, per_thousand(0.25),
            "General and collective places that are offered", "Aanbod van een algemene of collectieve plek";
        BASIC_UNABLE = 164: "basic.unable", "applications", registered, detail, Flow, Neutral, per_thousand(0.1),
            "People for whom a place is free and who cannot get there",
            "Mensen voor wie er plek is maar die er niet kunnen komen";
        BASIC_REFUSED = 165: "basic.refused", "applications", registered, detail, Flow, Neutral, per_thousand(0.1),
            "Places that are refused", "Geweigerde plekken";
        BASIC_GAVE_UP = 166: "basic.gave_up", "applications", registered, detail, Flow, Lower, per_thousand(0.1),
            "Of these, people who ask no further", "Daarvan: mensen die niet verder vragen";
        BASIC_RETURNED = 167: "basic.returned", "episodes", registered, detail, Flow, Lower, per_thousand(0.1),
            "People who come back from such a place with a heavier need",
            "Mensen die van zo'n plek terugkomen met een zwaardere hulpvraag";
        BASIC_SCALED_DOWN = 168: "basic.scaled_down", "entitlements", registered, detail, Flow, Neutral,
            per_thousand(0.1), "Services that gave way to a free place", "Hulp die plaatsmaakte voor een vrije plek";
        BASIC_EMPTY = 169: "basic.empty", "places", registered, detail, Stock, Lower, per_thousand(0.25),
            "Places that are paid and empty", "Plekken die betaald worden en leeg zijn";
        EUROS_BASIC = 170: "euros.basic", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Cost of general provision", "Kosten van algemene voorzieningen";
        EUROS_COLLECTIVE = 171: "euros.collective", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Cost of collective places", "Kosten van collectieve plekken";
        EUROS_SERVED = 172: "basic.euros_per_week", "euro", registered, detail, Ratio, Lower, absolute(10.0),
            "Cost of both per person who is served there and week",
            "Kosten van beide per persoon die er geholpen wordt, per week";
    }
    state Basic;
}
