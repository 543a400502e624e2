//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::state::Politics;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        base: "politics.base", "log odds", tri(-4.0, -3.0, -2.0), -20.0..=20.0,
            Assumption("one plan in twenty is cut in a year without a cause; no count seen; range -4 to -2"),
            "Log odds that a plan is cut in a year without a cause",
            "Log odds dat een plan in een jaar zonder aanleiding wordt beknot";
        overspend: "politics.overspend", "log odds per unit", tri(0.0, 20.0, 40.0), -100.0..=100.0,
            Assumption("no count seen; the range includes none; range 0 to 40"),
            "More log odds by the share that is spent beyond the budget, above 5 %",
            "Extra log odds per deel dat boven de begroting wordt uitgegeven, boven 5 %";
        incident: "politics.incident", "log odds", tri(0.0, 1.0, 2.0), -20.0..=20.0,
            Assumption("no count seen; the range includes none; range 0 to 2"),
            "More log odds after an incident", "Extra log odds na een incident";
        coalition: "politics.coalition", "log odds", tri(0.0, 1.0, 2.0), -20.0..=20.0,
            Assumption("no count seen; the range includes none; range 0 to 2"),
            "More log odds with a new coalition", "Extra log odds met een nieuwe coalitie";
        benefit: "politics.benefit", "log odds per unit", tri(0.0, 1.0, 2.0), -20.0..=20.0,
            Assumption("no count seen; the range includes none; range 0 to 2"),
            "Less log odds by the confidence of funders, from 0 to 1",
            "Minder log odds door het vertrouwen van financiers, van 0 tot 1";
        cut: "politics.cut", "share", tri(0.02, 0.05, 0.1), 0.0..=1.0,
            Assumption("no count seen; range 0.02 to 0.1"), "What a cut takes of what is free to be cut",
            "Wat een bezuiniging weghaalt van wat vrij is";
        changes: "politics.changes", "share", tri(0.3, 0.5, 0.7), 0.0..=1.0,
            Assumption("44 % of councillors and 55 % of aldermen are new after an election; range 0.3 to 0.7"),
            "Elections after which the coalition is another", "Verkiezingen waarna de coalitie een andere is";
        kept: "politics.kept", "share", tri(0.4, 0.6, 0.8), 0.0..=1.0,
            Assumption("no count seen; range 0.4 to 0.8"),
            "Plans that a new coalition keeps though nobody is used to them yet",
            "Plannen die een nieuwe coalitie houdt terwijl nog niemand eraan gewend is";
        media: "politics.media", "per week", tri(0.0, 0.0005, 0.002), 0.0..=1.0,
            Assumption("no count seen; the range includes none; range 0 to 0.002"),
            "Chance that a crisis that waits becomes an incident in the media",
            "Kans dat een crisis die wacht een incident in de media wordt";
        complains: "politics.complains", "share", tri(0.0, 0.02, 0.1), 0.0..=1.0,
            Assumption("no count seen; the range includes none; range 0 to 0.1"),
            "Bad experiences with help or with a desk that become a complaint",
            "Slechte ervaringen met hulp of een loket die een klacht worden";
        complaints: "politics.complaints", "log odds per unit", tri(0.0, 0.1, 0.3), -20.0..=20.0,
            Assumption("no count seen; the range includes none; range 0 to 0.3"),
            "More log odds that a plan is cut, by complaints since the last budget per 1,000 residents",
            "Extra log odds dat een plan wordt beknot, per klacht sinds de vorige begroting per 1.000 inwoners";
        rules_years: "politics.rules_years", "years", tri(1.0, 2.0, 4.0), 0.0..=20.0,
            Assumption("no count seen; range 1 to 4"), "How long rules after an incident last",
            "Hoe lang regels na een incident blijven";
        accounting: "politics.accounting", "hours per case", tri(0.0, 1.0, 2.0), 0.0..=40.0,
            Assumption("no count seen; the range includes none; range 0 to 2"),
            "Hours of accounting for each new case under full rules",
            "Uren verantwoording per nieuwe zaak bij alle regels";
        turns: "politics.turns", "per year", tri(0.0, 0.3, 0.6), 0.0..=10.0,
            Assumption("no count seen; the range includes none; range 0 to 0.6"),
            "How fast rules turn professionals back to doing it for people",
            "Hoe snel regels professionals terugbrengen bij zorgen voor";
    }
    settings {
        /// Years within which a plan is not cut; 8 and more: it never is.
        patience: f64 = 8.0;
        /// How far an incident leads to rules.
        reaction: f64 = 0.0;
        /// How far aldermen decide on cases without an incident.
        micromanagement: f64 = 0.0;
        /// Hours of accounting for each new case.
        accounting: f64 = 0.0;
        /// How much discretion professionals have lost, 0 to 1.
        lost: f64 = 0.0;
    }
    draws {
        /// Whether a plan is cut, whether the coalition changes, and whether it keeps the plan.
        POLITICS = 283;
        /// Whether somebody's wait becomes an incident.
        MEDIA = 284;
        /// Whether a bad experience becomes a complaint.
        COMPLAINT = 301;
    }
    links {
        /// An incident leads to rules.
        INCIDENT_RULES = 114: "incident_rules", "incidents" => "rules that take discretion away", '+', "",
            Assumption("politics.reaction, politics.rules_years");
        /// Rules turn professionals back.
        RULES_ORIENTATION = 115: "rules_orientation", "rules" => "orientation of professionals", '-', "",
            Assumption("politics.turns; the range includes none");
        /// Complaints make a plan likelier to be cut.
        COMPLAINTS_CUT = 117: "complaints_cut", "complaints" => "plans that politics leaves whole", '-', "",
            Assumption("politics.complaints; the range includes none");
    }
    indicators {
        PLAN_WHOLE = 286: "plan.whole", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "Plans that were neither cut nor reversed", "Plannen die heel zijn gebleven";
        PLAN_CUTS = 287: "politics.cuts", "ratio", registered, detail, Flow, Neutral, absolute(0.02),
            "Cuts that politics decided on", "Bezuinigingen waartoe de politiek besloot";
        PLAN_REVERSED = 288: "politics.reversals", "ratio", registered, detail, Flow, Neutral, absolute(0.02),
            "Plans that a new coalition reversed", "Plannen die een nieuwe coalitie terugdraaide";
        POLITICAL_INCIDENTS = 289: "politics.incidents", "incidents", registered, detail, Flow, Lower,
            per_thousand(0.01), "Incidents in the media", "Incidenten in de media";
        COMPLAINTS = 291: "politics.complaints", "complaints", registered, detail, Flow, Lower, per_thousand(0.2),
            "Complaints about help, waits and refusals", "Klachten over hulp, wachten en weigeringen";
        DISCRETION_LOST = 290: "politics.discretion_lost", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Discretion that professionals lost to rules", "Ruimte die professionals aan regels verloren";
    }
    state Politics;
}
