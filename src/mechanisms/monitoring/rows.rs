//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use serde::{Deserialize, Serialize};

use super::state::Monitoring;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

/// What the books are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Use {
    /// They are kept as ever.
    #[default]
    None,
    /// To learn which route works.
    Learn,
    /// To steer: budgets and councils go by the year under way.
    Steer,
    /// To account for how long cases take.
    Account,
}

rows! {
    parameters {
        shift: "monitor.shift", "share", tri(0.1, 0.2, 0.4), 0.0..=1.0,
            Assumption("a fifth of what can move, in a quarter; no count seen; range 0.1 to 0.4"),
            "Hours for going out that move to the better route in a quarter, of those that still can",
            "Uren outreach die per kwartaal naar de betere route gaan, van de uren die nog kunnen";
        triage: "monitor.triage", "ratio", tri(0.0, 0.2, 0.3), 0.0..=1.0,
            Assumption("who reads what became of cases errs less; no figure seen; the range includes none; range 0 to \
                        0.3"),
            "How much less a team misjudges per hour of monitoring per case, where it learns",
            "Hoeveel minder een lerend wijkteam zich vergist, per uur monitoring per zaak";
        compared: "monitor.compared", "share", tri(0.1, 0.3, 1.0), 0.0..=1.0,
            Assumption("one like it is found for some; no count seen; range 0.1 to 1"),
            "Needs that a comparison group has one like", "Hulpvragen waarvoor een vergelijkingsgroep er zo een heeft";
        norm: "monitor.norm", "ratio", tri(0.8, 1.0, 1.5), 0.1..=10.0,
            Assumption("a target is set near what is usual; no norm seen; range 0.8 to 1.5"),
            "Weeks that a target allows a case, over those of a usual one at full pace",
            "Weken die een norm een zaak geeft, vergeleken met een gewone zaak op volle snelheid";
        close_at_norm: "monitor.close_at_norm", "share", tri(0.0, 0.3, 0.6), 0.0..=1.0,
            Assumption("what is held to account is done (Goodhart); no count seen; the range includes none; range 0 \
                        to 0.6"),
            "Cases that close at the norm because it is one", "Zaken die op de norm sluiten omdat het de norm is";
    }
    settings {
        /// Hours per case.
        hours: f64 = 0.0;
        /// What they are for.
        serves: Use = Use::None;
        /// Whether there is a comparison group.
        compare: bool = false;
    }
    draws {
        /// Whether a need that is over is never registered as such.
        OVER_MISSING = 265;
        /// Whether a need has one like it in the comparison group.
        COMPARED = 266;
        /// Whether a case closes at the norm.
        TARGET_CLOSING = 267;
    }
    occasions {
        /// A case has taken as long as a target allows.
        CASE_AT_NORM = 61: Case, dated;
    }
    links {
        /// Who learns from the books goes where these say that it works, and misjudges less.
        MONITOR_LEARNING = 92: "monitor_learning", "registered effect" => "plan for going out, and what intake sees",
            '+', "", Assumption("monitor.shift, monitor.triage; the latter includes none");
        /// A target on duration closes cases.
        TARGET_CLOSING = 93: "target_closing", "target on duration" => "closing before the work is done", '+', "",
            Assumption("monitor.close_at_norm; the range includes none");
        /// Who steers goes by the books of the year under way.
        MONITOR_STEERING = 116: "monitor_steering", "books of the year under way" => "cuts", '+', "",
            Assumption("as much of them as is not missing; who writes nothing down goes by the last accounts");
    }
    indicators {
        MONITOR_HOURS = 230: "monitor.hours", "hours", registered, detail, Flow, Lower, per_thousand(10.0),
            "Hours of monitoring (among those of intake)", "Uren monitoring (bij de uren voor intake)";
        MONITOR_LAG = 231: "monitor.lag_weeks", "weeks", registered, detail, Ratio, Lower, absolute(0.5),
            "Weeks until help, or that a need is over, is registered",
            "Weken totdat hulp, of dat een hulpvraag voorbij is, is vastgelegd";
        MONITOR_NAIVE = 232: "monitor.naive", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "Needs that are registered as over half a year after they came to light",
            "Hulpvragen die een half jaar nadat ze bekend werden als voorbij zijn vastgelegd";
        MONITOR_TRUE = 233: "monitor.true", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "Needs that help had ended half a year after they came to light, and that would not be over by themselves",
            "Hulpvragen die een half jaar nadat ze bekend werden voorbij zijn door hulp, en dat vanzelf niet waren";
        MONITOR_NAIVE_DOOR = 234: "monitor.naive.door", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "The same as registered, found by visits", "Hetzelfde volgens de registratie, gevonden bij huisbezoek";
        MONITOR_TRUE_DOOR = 235: "monitor.true.door", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "The same in truth, found by visits", "Hetzelfde in werkelijkheid, gevonden bij huisbezoek";
        MONITOR_NAIVE_PLACE = 236: "monitor.naive.place", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "The same as registered, found where people are",
            "Hetzelfde volgens de registratie, gevonden op vindplaatsen";
        MONITOR_TRUE_PLACE = 237: "monitor.true.place", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "The same in truth, found where people are", "Hetzelfde in werkelijkheid, gevonden op vindplaatsen";
        MONITOR_AT_BEST = 238: "monitor.at_best", "share", true_only, detail, Ratio, Higher, absolute(0.05),
            "Hours of visits and places planned for whichever does more in an hour",
            "Uren voor huisbezoek en vindplaatsen bij wat per uur het meeste doet";
        CASE_WEEKS = 239: "case.weeks", "weeks", registered, detail, Ratio, Neutral, absolute(1.0),
            "Weeks from the beginning to the end of a case", "Weken van begin tot einde van een zaak";
        CASE_AT_NORM = 240: "case.at_norm", "cases", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Cases closed because of the norm", "Zaken die zijn gesloten vanwege de norm";
        CASE_UNSOLVED = 241: "case.unsolved", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Closed cases whose first need is still there", "Gesloten zaken waarvan de eerste hulpvraag er nog is";
        CASE_RETURNS = 242: "case.returns", "share", registered, detail, Ratio, Lower, absolute(0.02),
            "Cases that begin with a need that was helped with before, or came back",
            "Zaken die beginnen met een hulpvraag waar al eerder hulp bij was, of die terugkwam";
    }
    state Monitoring;
}
