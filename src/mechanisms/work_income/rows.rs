//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use super::state::WorkIncome;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        case_hours: "remit.case_hours", "hours", tri(3.0, 5.0, 8.0), 0.0..=200.0,
            Assumption("a talk, an overview, letters to creditors or employers; no count seen; range 3 to 8"),
            "Hours of a team that handles debts and work itself, for each need",
            "Uren van een wijkteam dat schulden en werk zelf oppakt, per hulpvraag";
        first_weeks: "remit.first_weeks", "weeks", tri(13.0, 26.0, 52.0), 0.0..=520.0,
            Assumption("no figure seen; range 13 to 52"),
            "Weeks in which the team handles light and moderate debts itself before it refers to a debt programme",
            "Weken waarin het wijkteam lichte en matige schulden zelf oppakt voor het naar een schuldregeling verwijst";
        arranged_weeks: "remit.arranged_weeks", "weeks", tri(13.0, 26.0, 52.0), 0.0..=520.0,
            Assumption("a landlord waits for some time after a first talk; no figure seen; range 13 to 52"),
            "Weeks for which an arrangement holds after a first talk, while nobody helps yet",
            "Weken waarin een afspraak na een eerste gesprek geldt zolang er nog geen hulp is";
        dropout: "remit.dropout", "ratio", tri(0.4, 0.8, 1.0), 0.0..=1.0,
            Assumption("a team that is known and near may lose fewer than a debt desk; no figure seen; the range \
                        includes no difference; range 0.4 to 1"),
            "Who drops out at the first talk, over who does at the debt desk",
            "Wie afhaakt bij het eerste gesprek, vergeleken met wie dat bij de schuldhulpverlening doet";
        work_effect: "remit.work_effect", "ratio of the natural hazard", tri(0.0, 0.2, 0.4), 0.0..=5.0,
            Assumption("no figure seen of teams with work in their remit; the range includes no effect; range 0 to \
                        0.4"),
            "Extra effect of the team's help with work where that is in its remit",
            "Extra effect van hulp van het wijkteam bij werk als dat tot zijn taak hoort", help from 0.0 up;
        disclosure: "enforcement.disclosure", "share", tri(0.0, 0.1, 0.3), 0.0..=1.0,
            Assumption("no Dutch estimate seen; the range includes none; range 0 to 0.3"),
            "Requests at municipal doors that are not made, and visits at which nobody opens, where the team enforces",
            "Hulpvragen bij de gemeente die niet worden gesteld, en huisbezoeken waar niemand opendoet, als het \
             wijkteam handhaaft";
        disclosure_debt: "enforcement.disclosure_debt", "ratio", tri(1.0, 1.5, 2.0), 1.0..=10.0,
            Assumption("who has debts has more to lose; no figure seen; the range includes no difference; range 1 to \
                        2"),
            "The same of households with debts, over others",
            "Hetzelfde bij huishoudens met schulden, vergeleken met andere";
        seen: "enforcement.seen", "share", tri(0.1, 0.3, 0.6), 0.0..=1.0,
            Assumption("no count seen; range 0.1 to 0.6"),
            "Of tasks for social assistance that are not done: seen at a visit or the start of a case, where the team \
             enforces",
            "Van tegenprestaties voor bijstand die niet worden gedaan: wat opvalt bij een huisbezoek of het begin van \
             een zaak, als het wijkteam handhaaft";
        benefit: "benefit.euros_month", "euros per month", tri(1000.0, 1300.0, 1600.0), 0.0..=10000.0,
            Assumption("social assistance of a household, between that of one person and of two, less other income; \
                        general knowledge; range 1,000 to 1,600"),
            "Social assistance of a household", "Bijstand van een huishouden";
        length: "basics.length", "share", tri(0.0, 0.3, 0.6), 0.0..=10.0,
            Assumption("no figure seen; the range includes none; range 0 to 0.6"),
            "How much more often specialists' help is renewed while nobody helps with debts, work or housing in the \
             household",
            "Hoeveel vaker hulp van specialisten wordt verlengd zolang niemand helpt bij schulden, werk of wonen in \
             het huishouden";
        stops: "basics.stops", "share", tri(0.0, 0.15, 0.3), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0 to 0.3"),
            "Cases of the team that stop early where nobody helps with debts, work or housing in the household",
            "Zaken van het wijkteam die vroeg stoppen als niemand helpt bij schulden, werk of wonen in het huishouden";
    }
    settings {
        /// Whether the team handles debts and work itself.
        income: bool = false;
        /// FTE of the team for debts and work.
        debt_fte: f64 = 0.0;
        /// Whether the team enforces.
        enforcement: bool = false;
    }
    draws {
        /// How long a first talk with the team about debts takes to come.
        TALK_DELAY = 273;
        /// Whether somebody drops out at it.
        TALK_DROPOUT = 274;
        /// Whether somebody keeps away from municipal doors because the team enforces.
        ENFORCEMENT_AVOIDED = 275;
        /// Whether a team that enforces sees what is not done in return for social assistance.
        ENFORCEMENT_SEEN = 276;
        /// Whether a professional acts on that.
        ENFORCEMENT_ACTS = 277;
        /// Whether a case stops early.
        CASE_STOPS = 278;
        /// After which part of its usual time.
        CASE_STOPS_AT = 279;
    }
    occasions {
        /// The team talks with somebody about debts for the first time: in `aux` whether they came from the debt desk.
        DEBT_TALK = 63: Episode, dated;
        /// A case of the team stops early, if nobody helps with debts, work and housing then.
        CASE_STOPS = 64: Case, dated;
    }
    links {
        /// Help goes on for longer where nobody helps with debts, work and housing.
        BASICS_LENGTH = 103: "basics_length", "unhelped debts, work and housing" => "length of specialists' help", '+',
            "R9", Assumption("basics.length; the range includes none");
        /// Who has other worries stops early.
        BASICS_STOPS = 104: "basics_stops", "unhelped debts, work and housing" => "cases that stop early", '+', "R9",
            Assumption("basics.stops; the range includes none");
        /// Who fears for a benefit keeps the door shut.
        ENFORCEMENT_DISCLOSURE = 105: "enforcement_disclosure", "a team that enforces" =>
            "asking at municipal doors, and opening the door", '-', "",
            Assumption("enforcement.disclosure, enforcement.disclosure_debt; the range includes none");
        /// An arrangement is made at the first talk.
        TALK_EVICTION = 106: "talk_eviction", "a first talk about debts with the team" => "arrears and eviction", '-',
            "", Assumption("eviction.arranged, remit.arranged_weeks");
        /// A team that has work in its remit helps better with it.
        REMIT_WORK = 107: "remit_work", "work in the team's remit" => "recovery of needs of work", '+', "",
            Assumption("remit.work_effect; the range includes none");
    }
    indicators {
        TALKS = 263: "remit.talks", "episodes", registered, detail, Flow, Neutral, per_thousand(0.1),
            "First talks of the team about debts", "Eerste gesprekken van het wijkteam over schulden";
        TALKS_IN_TIME = 264: "remit.in_time", "share", registered, detail, Ratio, Higher, absolute(0.02),
            "First talks of the team about debts within four weeks, or three working days in a crisis",
            "Eerste gesprekken van het wijkteam over schulden binnen vier weken, of drie werkdagen bij een crisis";
        TALKS_DROPPED = 265: "remit.dropped", "episodes", registered, detail, Flow, Lower, per_thousand(0.1),
            "People with debts who dropped out at the first talk with the team",
            "Mensen met schulden die afhaakten bij het eerste gesprek met het wijkteam";
        HOURS_REMIT = 266: "hours.remit", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours that debts and work in the remit ask of the team",
            "Uren die schulden en werk als taak van het wijkteam vragen";
        ENFORCEMENT_AVOIDED = 267: "enforcement.avoided", "requests", true_only, detail, Flow, Lower,
            per_thousand(0.25), "Requests not made at municipal doors because the team enforces",
            "Hulpvragen waarmee mensen wegblijven omdat het wijkteam handhaaft";
        ENFORCEMENT_DOORS = 268: "enforcement.doors", "visits", true_only, detail, Flow, Lower, per_thousand(0.1),
            "Visits at which nobody opened because the team enforces",
            "Huisbezoeken waar niemand opendeed omdat het wijkteam handhaaft";
        BENEFITS = 269: "benefits.households", "households", registered, detail, Stock, Lower, per_thousand(0.5),
            "Households on social assistance", "Huishoudens met bijstand";
        EUROS_BENEFITS = 270: "euros.benefits", "euro", registered, detail, Flow, Neutral, per_thousand(1000.0),
            "Social assistance paid to households", "Bijstand betaald aan huishoudens";
        BASICS_TERMS = 271: "basics.terms", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Of specialists' help at the end of a term: nobody helps with debts, work or housing in the household",
            "Van hulp door specialisten aan het eind van een termijn: niemand helpt bij schulden, werk of wonen in het \
             huishouden";
        CASES_STOPPED = 272: "basics.stopped", "cases", registered, detail, Flow, Lower, per_thousand(0.1),
            "Cases of the team that stopped early", "Zaken van het wijkteam die vroeg stopten";
    }
    state WorkIncome;
}
