//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        rate: "incident.rate", "per week", tri(0.003, 0.01, 0.03), 0.0..=1.0,
            Assumption("what a crisis that nobody helps with leads to has no Dutch rate; range 0.003 to 0.03"),
            "Incidents in a crisis of mental health or daily functioning that nobody helps with",
            "Incidenten bij een crisis zonder hulp, psychisch of in dagelijks functioneren";
        helped: "incident.helped", "share", tri(0.1, 0.3, 0.6), 0.0..=1.0,
            Assumption("help prevents most and not all; range 0.1 to 0.6"),
            "Incidents while the team or the second line helps, of those without help",
            "Incidenten terwijl er hulp is, vergeleken met zonder hulp", help from 1.0 down;
        mental_euros: "incident.mental_euros", "euros", tri(1500.0, 4000.0, 9000.0), 1.0..=100000.0,
            Assumption("crisis care and police, half each; range 1,500 to 9,000"),
            "Cost of an incident in a mental health crisis", "Kosten van een incident bij een psychische crisis";
        daily_euros: "incident.daily_euros", "euros", tri(3000.0, 6000.0, 12000.0), 1.0..=100000.0,
            Assumption("hospital and a temporary stay (8,590 euro a user); range 3,000 to 12,000"),
            "Cost of an incident in a crisis of daily functioning",
            "Kosten van een incident bij een crisis in dagelijks functioneren";
        placement: "incident.placement", "ratio", tri(0.2, 0.5, 1.0), 0.0..=1.0,
            Assumption("3,320 court authorisations in a year are an upper bound (NJi on CBS, 2022); range 0.2 to 1"),
            "Crises of young people in which a stay is asked for at once, against incidents in other crises",
            "Crises van jongeren waarin meteen verblijf wordt gevraagd, vergeleken met incidenten bij andere crises";
    }
    links {
        /// A crisis that nobody helps with leads to incidents.
        CRISIS_INCIDENT = 24: "crisis_incident", "crisis" => "incidents and their cost", '+', "",
            Assumption("incident.rate");
        /// Help prevents incidents.
        HELP_INCIDENT = 25: "help_incident", "help received" => "incidents", '-', "", Assumption("incident.helped");
        /// A young person's crisis leads to a placement.
        CRISIS_PLACEMENT = 40: "crisis_placement", "crisis of a young person" => "a stay asked for at once", '+', "",
            Assumption("incident.rate, incident.placement");
    }
    indicators {
        INCIDENTS_MENTAL = 86: "incidents.mental", "incidents", registered, told, Flow, Lower, per_thousand(0.05),
            "Incidents in a mental health crisis", "Incidenten bij een psychische crisis";
        INCIDENTS_DAILY = 87: "incidents.daily", "incidents", registered, told, Flow, Lower, per_thousand(0.05),
            "Hospital or temporary stay in a crisis of daily functioning",
            "Ziekenhuis of tijdelijk verblijf bij een crisis in dagelijks functioneren";
        INCIDENTS_UNHELPED = 88: "incidents.unhelped", "incidents", true_only, detail, Flow, Lower, per_thousand(0.05),
            "Incidents where nobody helped", "Incidenten waarbij niemand hielp";
        PLACEMENTS = 112: "placements", "persons", true_only, detail, Flow, Lower, per_thousand(0.05),
            "Young people for whom a stay was asked for at once in a crisis",
            "Jongeren voor wie in een crisis meteen verblijf werd gevraagd";
        EUROS_INCIDENTS = 89: "euros.incidents", "euro", registered, told, Flow, Neutral, per_thousand(200.0),
            "Cost of incidents and evictions, whoever pays",
            "Kosten van incidenten en huisuitzettingen, voor wie dan ook";
    }
}
