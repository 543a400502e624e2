//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted, Literature};

rows! {
    parameters {
        median: "care.median", "hours per week", fixed(4.953), 0.01..=168.0,
            Fitted("mean 11 to 12 hours, 36 % with 8 hours or more (CBS, Vader en moeder op leeftijd, 2022, par. 4)"),
            "Median hours of a carer", "Uren per mantelzorger, middelste waarde";
        sigma: "care.sigma", "sd of the logarithm", fixed(1.33), 0.0..=3.0,
            Fitted("with care.median, to the same figures"), "Spread of the hours of a carer",
            "Spreiding van de uren per mantelzorger";
        cap: "care.cap", "hours per week", fixed(112.0), 1.0..=168.0,
            Fitted("16 hours a day; with care.median, to the same figures"), "Most hours that a carer gives",
            "Hoogste aantal uren van een mantelzorger";
        tie_cap: "care.tie_cap", "hours per week", fixed(112.0), 0.01..=168.0,
            Fitted("as care.cap: the hours that the figures are met with come by one tie as by several; a scenario can \
                    state the assumption of 8 to 112"),
            "Most hours of a carer from outside the household for one person",
            "Hoogste aantal uren van een mantelzorger van buiten het huishouden voor één persoon";
        burden_base: "care.burden_base", "log odds", fixed(-3.98), -20.0..=20.0,
            Fitted("19 % heavily burdened (CBS, Vader en moeder op leeftijd, 2022, par. 4)"),
            "Heavy burden of a carer at one hour", "Zware belasting van een mantelzorger bij één uur per week";
        burden_hours: "care.burden_hours", "log odds per log hour", fixed(1.2), 0.0..=5.0,
            Fitted("28 hours a week if heavily burdened against 7 to 8 (CBS, Vader en moeder op leeftijd, 2022, par. \
                    4)"),
            "More burden with more hours", "Meer zware belasting bij meer uren mantelzorg";
        stop: "care.stop", "per week", tri(0.0005, 0.001, 0.002), 0.0..=1.0, Assumption("range 0.0005 to 0.002"),
            "A carer who is not burdened stops", "Mantelzorgers die stoppen zonder dat zij zwaarbelast zijn";
        stop_burdened: "care.stop_burdened", "per week", tri(0.002, 0.004, 0.008), 0.0..=1.0,
            Assumption("range 0.002 to 0.008"), "A burdened carer stops", "Zwaarbelaste mantelzorgers die stoppen";
        ask: "care.ask", "share per tie", tri(0.3, 0.35, 0.4), 0.0..=1.0,
            Fitted("60 % of those who do not help were never asked (I and O Research 2018); range 0.3 to 0.4"),
            "Somebody in need asks a given tie, at middling threshold",
            "Iemand uit het netwerk om mantelzorg vragen, bij een gemiddelde drempel";
        offer: "care.offer", "share", tri(0.5, 0.55, 0.6), 0.0..=1.0,
            Fitted("58 % of adults are willing to help more (I and O Research 2018); range 0.5 to 0.6"),
            "Somebody who is asked agrees, before age and own need",
            "Ja zeggen op een vraag om mantelzorg, los van leeftijd en eigen hulpvraag";
        mobilise: "care.mobilise", "share", tri(0.0, 0.25, 0.6), 0.0..=1.0,
            Assumption("none to modest; range 0 to 0.6"),
            "Extra chance that a further tie helps when the team mobilises the network",
            "Extra kans dat nog iemand helpt als het wijkteam het netwerk mobiliseert", help from 0.0 up;
        relief: "care.relief", "share at 10 hours a week", tri(0.1, 0.3, 0.5), 0.0..=1.0,
            Assumption("range 0.1 to 0.5"), "Formal hours displaced by informal care",
            "Uren professionele hulp waar mantelzorg voor in de plaats komt";
        burdened_share: "care.burdened_share", "ratio", tri(0.0, 0.1, 0.3), 0.0..=1.0, Assumption("range 0 to 0.3"),
            "Willingness to care of who has a severe need or is heavily burdened, over that of others",
            "Bereidheid tot mantelzorg bij zware belasting of een ernstige hulpvraag, vergeleken met anderen";
        busy_share: "care.busy_share", "ratio", tri(0.2, 0.4, 0.7), 0.0..=1.0, Assumption("range 0.2 to 0.7"),
            "Willingness to care of who cares for more than eight hours a week already, over that of others",
            "Bereidheid tot nog meer mantelzorg bij wie al meer dan acht uur per week zorgt, vergeleken met anderen";
        outside: "care.outside", "share of published carers", tri(0.25, 0.4, 0.6), 0.0..=5.0,
            Assumption("most parents of adults live elsewhere; the rest of the published 13 % emerges from ties within \
                        the district; range 0.25 to 0.6"),
            "Carers who care for somebody outside the district", "Mantelzorgers die zorgen voor iemand buiten de wijk";
        outside_end: "care.outside_end", "per week", tri(0.002, 0.004, 0.008), 0.0..=1.0,
            Assumption("about five years of care; range 0.002 to 0.008"),
            "Care for somebody outside the district ends because of the receiver",
            "Mantelzorg voor iemand buiten de wijk die eindigt vanwege de ontvanger";
        housemate: "care.housemate", "share", tri(0.3, 0.45, 0.6), 0.0..=1.0, Assumption("range 0.3 to 0.6"),
            "Healthy adult housemates who give care beyond usual care when there is a moderate need",
            "Gezonde volwassen huisgenoten die bij een matige hulpvraag mantelzorg geven, boven gebruikelijke hulp";
        left_asks: "care.left_asks", "share", tri(0.4, 0.7, 1.0), 0.0..=1.0,
            Assumption("no figure seen; range 0.4 to 1"),
            "People who ask for help at once when a heavily burdened carer stops and nobody else cares",
            "Mensen die meteen hulp vragen als een zwaarbelaste mantelzorger stopt en niemand anders zorgt";
    }
    settings {
        /// Share of new cases in which the network is mobilised.
        mobilisation: f64 = 0.0;
    }
    draws {
        /// Whether somebody asks and another gives informal care.
        CARE_AGREEMENT = 37;
        /// Hours of informal care.
        CARE_HOURS = 38;
        /// A carer stops (cells).
        CARE_STOPS = 39;
        /// Strain of a carer.
        CARE_STRAIN = 40;
        /// Keys of care arrangements.
        CARE_KEY = 73;
        /// Whether a newcomer cares for somebody outside.
        CARE_BROUGHT = 74;
        /// Whether care for a need of the past had stopped.
        CARE_HAD_STOPPED = 75;
        /// Whether who is left without care asks for help at once.
        LEFT_ASKS = 99;
    }
    occasions {
        /// A care arrangement's block of years begins.
        CARE_BLOCK = 3: Care, dated;
        /// A carer stops.
        CARE_STOPS = 21: Care, candidate;
    }
    links {
        /// Strain makes carers ill.
        STRAIN_ONSET = 1: "strain_onset", "strain of carers" => "onset of mental and social needs of carers", '+', "B1",
            Assumption("onset.strain");
        /// Burdened carers stop sooner.
        STRAIN_STOPS = 3: "strain_stops", "strain of carers" => "carers who stop", '+', "B1",
            Assumption("care.stop_burdened");
        /// Who is left without care asks for help.
        STRAIN_ASKING = 41: "strain_asking", "burdened carers who stop" => "requests of those left without care", '+',
            "B1", Assumption("care.left_asks");
        /// A mobilised network gives more hours.
        MOBILISING_CARE = 21: "mobilising_care", "mobilising of networks" => "informal care", '+', "B1",
            Assumption("care.mobilise; the range includes none");
        /// Informal and usual care come off formal care.
        CARE_ENTITLEMENT = 22: "care_entitlement", "informal and usual care" => "entitlements", '-', "B1",
            Literature("Duell et al., JLTC 2021; gate.usual_care, gate.informal");
    }
    indicators {
        CARERS = 30: "carers", "persons", true_only, told, Stock, Neutral, per_thousand(1.0), "Carers", "Mantelzorgers";
        CARERS_BURDENED = 31: "carers.burdened", "persons", true_only, told, Stock, Lower, per_thousand(0.5),
            "Heavily burdened carers", "Zwaarbelaste mantelzorgers";
        CARERS_STOPPED = 32: "carers.stopped", "persons", true_only, told, Flow, Lower, per_thousand(0.5),
            "Carers who stopped", "Mantelzorgers die stopten";
        LEFT_ASKED = 113: "asked.left_without_care", "persons", true_only, detail, Flow, Lower, per_thousand(0.1),
            "Asked for help at once when a burdened carer stopped",
            "Vroegen meteen hulp toen een zwaarbelaste mantelzorger stopte";
        CARE_HOURS = 33: "care.hours", "hours per week", true_only, told, Stock, Neutral, per_thousand(20.0),
            "Informal care", "Mantelzorg";
        CARE_HOURS_PER_CARER = 34: "care.hours_per_carer", "hours per week", true_only, detail, Ratio, Neutral,
            absolute(0.5), "Informal care per carer", "Mantelzorg per mantelzorger";
        CARE_MISSING = 104: "care.hours_missing", "hours per week", true_only, told, Stock, Lower, per_thousand(20.0),
            "Hours not cared for: informal care that is looked for and that nobody gives",
            "Uren zonder zorg: mantelzorg die gezocht wordt en die niemand geeft";
        CARE_MISSING_SHARE = 105: "care.missing_share", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Informal care missing, of what is looked for, by the severity of the need",
            "Mantelzorg die ontbreekt, van wat gezocht wordt, naar ernst van de hulpvraag";
    }
}
