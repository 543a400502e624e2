//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use serde::{Deserialize, Serialize};

use super::state::OwnStrength;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted};

/// What the team does where own strength is assumed and the person does not act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Response {
    /// Nothing.
    #[default]
    LetGo,
    /// It talks with the person, who acts the more often for that.
    Motivate,
    /// It helps after all.
    TakeOver,
}

rows! {
    parameters {
        noise: "own_strength.noise", "standard deviation", tri(0.1, 0.25, 0.4), 0.0..=5.0,
            Assumption("at the depth of today's teams; a deeper team errs less; range 0.1 to 0.4"),
            "How far off a professional is about what somebody can do",
            "Hoeveel een professional ernaast zit over wat iemand zelf kan";
        refused: "own_strength.refused", "share", tri(0.3, 0.6, 0.9), 0.0..=1.0,
            Assumption("others get fewer hours; no count seen; range 0.3 to 0.9"),
            "Light and moderate needs that get no help where own strength is held to suffice",
            "Lichte en matige hulpvragen die geen hulp krijgen als eigen kracht genoeg heet";
        less: "own_strength.less", "share", tri(0.1, 0.3, 0.5), 0.0..=0.95,
            Assumption("no figure seen; range 0.1 to 0.5"), "Hours that the others do not get",
            "Uren die de anderen niet krijgen";
        acting: "own_strength.acting", "ratio", tri(0.7, 1.0, 1.3), 0.0..=10.0,
            Assumption("at 1 some three in ten who could do not act, over the range one in ten to a half; no figure \
                        seen; range 0.7 to 1.3"),
            "How often people act on a need, over their doenvermogen",
            "Hoe vaak mensen zelf iets doen, ten opzichte van hun doenvermogen";
        improving: "own_strength.improving", "ratio", tri(1.0, 2.0, 3.0), 1.0..=10.0,
            Assumption("what somebody who acts does to a need has no figure; the range includes none; range 1 to 3"),
            "How much sooner a need gets lighter while somebody acts",
            "Hoeveel eerder een hulpvraag lichter wordt als iemand zelf iets doet";
        motivated: "own_strength.motivated", "share", tri(0.0, 0.3, 0.5), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0 to 0.5"),
            "How many more people act after a talk", "Hoeveel meer mensen iets doen na een motiverend gesprek";
        motivating_hours: "own_strength.motivating_hours", "hours", tri(1.5, 3.0, 5.0), 0.0..=100.0,
            Assumption("two talks; range 1.5 to 5"), "Hours of the team to motivate somebody",
            "Uren van het wijkteam om iemand te motiveren";
        patience: "own_strength.patience", "weeks", tri(4.0, 8.0, 13.0), 0.0..=520.0,
            Assumption("no figure seen; range 4 to 13"), "Weeks until a team takes over",
            "Weken totdat een wijkteam het overneemt";
        asks_again: "own_strength.asks_again", "ratio", tri(0.3, 0.6, 1.0), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0.3 to 1"),
            "How often somebody asks again who was refused on own strength, over others",
            "Hoe vaak iemand opnieuw vraagt na een afwijzing op eigen kracht, vergeleken met anderen";
        never: "recovery.never", "share", fixed(0.0), 0.0..=1.0,
            Fitted("how long needs last, and how many there are, is held to figures of all of them with none that \
                    never goes; a scenario can state the assumption of 0.01 to 0.1"),
            "New needs of daily functioning and of mental health that never go",
            "Nieuwe hulpvragen in dagelijks functioneren en psychisch die nooit overgaan";
    }
    settings {
        /// How much more than today people are assumed to do themselves, 0 to 1.
        assumed: f64 = 0.0;
        /// What the team does where help is refused.
        response: Response = Response::LetGo;
    }
    draws {
        /// How much own strength a professional sees beyond what there is.
        OWN_STRENGTH_SEEN = 210;
        /// Whether no help follows from it, or less.
        OWN_STRENGTH_ANSWER = 211;
        /// Whether somebody who is refused acts.
        OWN_STRENGTH_ACTS = 212;
        /// Whether a need never goes.
        NEVER_GOES = 213;
    }
    occasions {
        /// The team takes over, if somebody who was refused has not acted.
        TAKEN_OVER = 56: Episode, dated;
    }
    links {
        /// Own strength that is assumed is a ground to refuse, or to give fewer hours.
        OWN_STRENGTH_REFUSAL = 59: "own_strength_refusal", "own strength that is assumed" => "refusals and fewer hours",
            '+', "", Assumption("own_strength.assumed, own_strength.refused");
        /// Who can act does so, the more often the more they can.
        CAPACITY_ACTING = 60: "capacity_acting", "doenvermogen" => "acting on a need", '+', "",
            Assumption("own_strength.acting");
        /// What is refused and nobody acts on lacks the protection of help.
        REFUSAL_WORSENING = 61: "refusal_worsening", "refusal on own strength" => "needs that get worse", '+', "",
            Assumption("help.protection");
    }
    indicators {
        OWN_STRENGTH_REFUSED = 148: "own_strength.refused", "episodes", registered, detail, Flow, Neutral,
            per_thousand(0.25), "Refused because of own strength, at intake and at the decision",
            "Afgewezen vanwege eigen kracht, bij de intake en bij het besluit";
        OWN_STRENGTH_FEWER = 149: "own_strength.fewer", "episodes", registered, detail, Flow, Neutral,
            per_thousand(0.25), "Help with fewer hours because of own strength",
            "Hulp met minder uren vanwege eigen kracht";
        OWN_STRENGTH_ACTS = 150: "own_strength.acts", "share", true_only, detail, Ratio, Higher, absolute(0.05),
            "Of those refused because of own strength: they act",
            "Van wie op eigen kracht is afgewezen: doet zelf iets";
        CAN_BUT_DOES_NOT = 151: "own_strength.can_but_does_not", "share", true_only, detail, Ratio, Lower,
            absolute(0.05), "Of those refused because of own strength: they can but do not",
            "Van wie op eigen kracht is afgewezen: kan het wel maar doet het niet";
        CANNOT_ACT = 152: "own_strength.cannot", "share", true_only, detail, Ratio, Lower, absolute(0.05),
            "Of those refused because of own strength: they cannot",
            "Van wie op eigen kracht is afgewezen: kan het niet";
        WRONGLY_REFUSED = 153: "own_strength.wrongly", "episodes", true_only, detail, Flow, Lower, per_thousand(0.25),
            "Wrongly refused because of own strength: nobody acts",
            "Ten onrechte afgewezen op eigen kracht: niemand doet iets";
        WRONGLY_WORSE = 154: "own_strength.worse", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Of those wrongly refused: the need gets worse within a year",
            "Van wie ten onrechte is afgewezen: hulpvraag verergert binnen een jaar";
        WRONGLY_LOW_INCOME = 155: "own_strength.wrongly_low_income", "share", true_only, detail, Ratio, Neutral,
            absolute(0.05), "Of those wrongly refused: they have a low income",
            "Van wie ten onrechte is afgewezen: heeft een laag inkomen";
        WRONGLY_NO_NETWORK = 156: "own_strength.wrongly_no_network", "share", true_only, detail, Ratio, Neutral,
            absolute(0.05), "Of those wrongly refused: they have no network",
            "Van wie ten onrechte is afgewezen: heeft geen netwerk";
        TAKEN_OVER = 157: "own_strength.taken_over", "episodes", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Refused because of own strength, and helped after all",
            "Afgewezen op eigen kracht, en later toch geholpen";
        NEVER_GOES = 158: "need.never", "episodes", true_only, detail, Flow, Neutral, per_thousand(0.25),
            "New needs that never go", "Nieuwe hulpvragen die nooit overgaan";
    }
    state OwnStrength;
}
