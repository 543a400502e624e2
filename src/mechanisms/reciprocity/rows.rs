//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use super::rule::Rule;
use super::state::Reciprocity;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        kept_voluntary: "reciprocity.kept_voluntary", "share", tri(0.05, 0.15, 0.3), 0.0..=1.0,
            Assumption("no Dutch count seen; range 0.05 to 0.3"),
            "People invited to do something in return who do, at middling norm, trust and capacity, for three hours a \
             week",
            "Mensen die op uitnodiging iets terugdoen, bij gemiddelde norm, vertrouwen en doenvermogen, voor drie uur \
             per week";
        kept_expected: "reciprocity.kept_expected", "share", tri(0.15, 0.3, 0.45), 0.0..=1.0,
            Assumption("no Dutch count seen; range 0.15 to 0.45"),
            "People who do something in return where it is expected, likewise",
            "Mensen die iets terugdoen als het wordt verwacht, bij hetzelfde";
        kept_obliged: "reciprocity.kept_obliged", "share", tri(0.35, 0.5, 0.65), 0.0..=1.0,
            Assumption("no Dutch count seen; range 0.35 to 0.65"),
            "People who do something in return where they must, likewise",
            "Mensen die iets terugdoen als het moet, bij hetzelfde";
        by_norm: "reciprocity.by_norm", "log odds per unit", tri(1.0, 2.0, 3.0), 0.0..=20.0,
            Assumption("no figure seen; range 1 to 3"), "Doing something in return, by norm of reciprocity",
            "Iets terugdoen, naar norm van wederkerigheid";
        by_trust: "reciprocity.by_trust", "log odds per unit", tri(0.0, 1.0, 2.0), 0.0..=20.0,
            Assumption("no figure seen; the range includes none; range 0 to 2"),
            "Doing something in return, by trust in the first line",
            "Iets terugdoen, naar vertrouwen in de eerste lijn";
        by_capacity: "reciprocity.by_capacity", "log odds per unit", tri(0.5, 1.5, 2.5), 0.0..=20.0,
            Assumption("no figure seen; range 0.5 to 2.5"),
            "Doing something in return, by doenvermogen as debts and crisis leave it",
            "Iets terugdoen, naar doenvermogen zoals schulden en crisis dat laten";
        by_hours: "reciprocity.by_hours", "log odds per log hour", tri(-1.0, -0.5, 0.0), -10.0..=0.0,
            Assumption("who must do more does it less often; the range includes none; range -1 to 0"),
            "Doing something in return, by the hours that are asked beyond three a week",
            "Iets terugdoen, naar de uren die boven drie per week worden gevraagd";
        norm: "reciprocity.norm", "share", tri(0.3, 0.5, 0.7), 0.0..=1.0,
            Assumption("no scale to measure it on; people differ by 0.2 either way; range 0.3 to 0.7"),
            "What people think they owe each other, on average",
            "Wat mensen vinden dat zij elkaar schuldig zijn, gemiddeld";
        avoids_expected: "reciprocity.avoids_expected", "share", tri(0.0, 0.03, 0.1), 0.0..=1.0,
            Assumption("no Dutch estimate seen; the range includes none; range 0 to 0.1"),
            "Needs for which somebody of half capacity stays away from the municipal door where something in return \
             is expected",
            "Hulpvragen waarmee iemand met half doenvermogen wegblijft bij de gemeente als een tegenprestatie wordt \
             verwacht";
        avoids_obliged: "reciprocity.avoids_obliged", "share", tri(0.0, 0.1, 0.3), 0.0..=1.0,
            Assumption("no Dutch estimate seen; the range includes none; range 0 to 0.3"),
            "Needs for which somebody of half capacity stays away where people must do something in return",
            "Hulpvragen waarmee iemand met half doenvermogen wegblijft als een tegenprestatie moet";
        avoids_exempt: "reciprocity.avoids_exempt", "ratio", tri(0.0, 0.5, 1.0), 0.0..=1.0,
            Assumption("who would be exempt does not always know; no figure seen; range 0 to 1"),
            "How often who would be exempt stays away, over who would not",
            "Hoe vaak iemand die vrijgesteld zou zijn wegblijft, vergeleken met wie dat niet is";
        seen_half: "reciprocity.seen_half", "hours per month", tri(0.1, 0.3, 0.6), 0.01..=40.0,
            Assumption("a call or a visit now and then; no figure seen; range 0.1 to 0.6"),
            "Hours of checking per person at which half of what is not done is seen",
            "Uren controle per persoon waarbij de helft van wat niet gedaan wordt opvalt";
        enforced: "reciprocity.enforced", "share", tri(0.2, 0.5, 0.9), 0.0..=1.0,
            Assumption("professionals use their discretion; a constant, as their way of working is not in the model; \
                        range 0.2 to 0.9"),
            "Of what is seen not to be done, what a professional acts on",
            "Van wat niet gedaan wordt en opvalt: waar een professional iets mee doet";
        quality_obliged: "reciprocity.quality_obliged", "ratio", tri(0.3, 0.6, 1.0), 0.0..=1.0,
            Assumption("no figure seen; the range includes no difference; range 0.3 to 1"),
            "Worth of an hour that people must give, over one given freely",
            "Wat een verplicht uur waard is, vergeleken met een vrijwillig uur";
        norm_voluntary: "reciprocity.norm_voluntary", "share", tri(0.0, 0.05, 0.1), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0 to 0.1"),
            "Rise of the norm in who has done something freely for a quarter",
            "Stijging van de norm bij wie een kwartaal vrijwillig iets terugdeed";
        norm_obliged: "reciprocity.norm_obliged", "share", tri(-0.1, -0.03, 0.0), -1.0..=0.0,
            Assumption("pay crowds out volunteering (Frey and Goette 1999), or does not (Fiorillo 2011); of obligation \
                        no figure seen; the range includes none; range -0.1 to 0"),
            "Change of the norm in who has had to for a quarter",
            "Verandering van de norm bij wie een kwartaal verplicht was";
        improving: "reciprocity.improving", "ratio", tri(1.0, 1.2, 1.5), 1.0..=10.0,
            Assumption("no figure seen; the range includes none; range 1 to 1.5"),
            "How much sooner social needs get lighter in who does something in return freely",
            "Hoeveel eerder sociale hulpvragen lichter worden bij wie vrijwillig iets terugdoet",
            help from 1.0 up;
        task_share: "reciprocity.task_share", "share", tri(0.06, 0.07, 0.08), 0.0..=1.0,
            Assumption("28,800 people with a task in March 2024 (CBS, Extra uitvraag Tegenprestatie), of some 400,000 \
                        on social assistance, which is general knowledge; range 0.06 to 0.08"),
            "People on social assistance to whom a task is given in a year, as now",
            "Mensen met bijstand die in een jaar een tegenprestatie krijgen, zoals nu";
        benefit_weeks: "reciprocity.benefit_weeks", "weeks", tri(13.0, 26.0, 52.0), 0.0..=1040.0,
            Assumption("who has a low income and has been without work for so long lives on social assistance; \
                        unemployment benefit comes first for some; range 13 to 52"),
            "Weeks of a need of work after which a low income is social assistance",
            "Weken zonder werk waarna een laag inkomen bijstand is";
        sanction_arrears: "reciprocity.sanction_arrears", "ratio", tri(1.0, 2.0, 4.0), 1.0..=10.0,
            Assumption("no figure seen; the range includes none; range 1 to 4"),
            "New debts and arrears of a household while its whole benefit is cut",
            "Nieuwe schulden en achterstanden van een huishouden tijdens een volledige korting op de bijstand";
        sanction_work: "reciprocity.sanction_work", "ratio", tri(1.0, 1.3, 2.0), 1.0..=10.0,
            Assumption("sanctions raise the exit from Dutch social assistance (Van den Berg, Van der Klaauw and Van \
                        Ours 2004), or raise compliance and not search (Verlaat and Bijleveld); range 1 to 2"),
            "Exit to work while a whole benefit is cut", "Uitstroom naar werk tijdens een volledige korting";
    }
    settings {
        /// What is asked in return for help.
        help: Rule = Rule::Nothing;
        /// Whether people must do something in return for help: a counterfactual.
        help_obliged: bool = false;
        /// What is asked in return for social assistance.
        benefit: Rule = Rule::Nothing;
        /// Share of people on social assistance to whom a task is given beyond those of today.
        more_tasks: f64 = 0.0;
        /// Hours a week that are asked.
        hours: f64 = 3.0;
        /// Hours of checking per person and month, where people must.
        checking_hours: f64 = 0.0;
        /// Doenvermogen below which nothing is asked.
        exempt_capacity: f64 = 0.0;
        /// Share of a benefit that is cut.
        sanction: f64 = 0.0;
        /// Months for which it is cut.
        sanction_months: f64 = 1.0;
    }
    draws {
        /// What somebody thinks people owe each other.
        RETURN_NORM = 172;
        /// Whether somebody does in a quarter what was asked.
        RETURN_KEPT = 173;
        /// Whether somebody stays away because something is asked in return.
        RETURN_AVOIDED = 174;
        /// Whether who stays away tries another door.
        RETURN_ELSEWHERE = 180;
        /// Whether it is seen that somebody does not do it.
        BREACH_SEEN = 175;
        /// Whether a professional acts on that.
        BREACH_ENFORCED = 176;
        /// Whether somebody on social assistance gets a task.
        TASK_GIVEN = 177;
        /// When in the year.
        TASK_BEGINS = 178;
        /// Whether somebody whose benefit is cut finds work sooner.
        SANCTION_WORK = 179;
    }
    occasions {
        /// What somebody was asked to do begins, or a quarter of it is over: in `aux` in return for what.
        RETURN_QUARTER = 52: Resident, dated;
    }
    links {
        /// Who is asked for something in return stays away.
        RECIPROCITY_ASKING = 50: "reciprocity_asking", "something in return that is expected or obliged" =>
            "asking at municipal doors", '-', "",
            Assumption("reciprocity.avoids_expected, reciprocity.avoids_obliged; the ranges include none");
        /// Hours in return keep facilities up.
        RECIPROCITY_VOLUNTEERS = 51: "reciprocity_volunteers", "hours in return" => "hours of volunteers", '+', "R7",
            Assumption("reciprocity.kept_voluntary and the like, reciprocity.quality_obliged");
        /// Checking takes hours of the team.
        CHECKING_HOURS = 52: "checking_hours", "checking what is done in return" => "hours for other work of the team",
            '-', "", Assumption("reciprocity.checking_hours");
        /// Who has less to live on gets into debts.
        SANCTION_ARREARS = 53: "sanction_arrears", "a benefit that is cut" => "debts and arrears", '+', "",
            Assumption("reciprocity.sanction_arrears; the range includes none");
        /// Who must, thinks less of it.
        OBLIGED_NORM = 54: "obliged_norm", "having to do something in return" => "norm of reciprocity", '-', "",
            Assumption("reciprocity.norm_obliged; the range includes none");
        /// Who does it freely, thinks more of it.
        VOLUNTARY_NORM = 55: "voluntary_norm", "doing something freely" => "norm of reciprocity", '+', "",
            Assumption("reciprocity.norm_voluntary; the range includes none");
        /// The norm moves along ties.
        NORM_TIES = 56: "norm_ties", "norm of one" => "norm of ties", '+', "", Assumption("trust.tie");
        /// Who has less to live on finds work sooner.
        SANCTION_EXIT = 57: "sanction_exit", "a benefit that is cut" => "exit to work", '+', "",
            Assumption("reciprocity.sanction_work; the range includes none");
        /// Who does something freely is less alone.
        RETURN_NEEDS = 58: "return_needs", "doing something freely" => "social needs that get lighter", '+', "",
            Assumption("reciprocity.improving; the range includes none");
    }
    indicators {
        RETURN_HOURS_HELP = 133: "reciprocity.hours_help", "hours", registered, detail, Flow, Neutral,
            per_thousand(10.0), "Unpaid hours in return for help", "Onbetaalde uren als tegenprestatie voor hulp";
        RETURN_HOURS_BENEFIT = 134: "reciprocity.hours_benefit", "hours", registered, detail, Flow, Neutral,
            per_thousand(10.0), "Unpaid hours in return for social assistance",
            "Onbetaalde uren als tegenprestatie voor bijstand";
        RETURN_ASKED = 135: "reciprocity.asked", "persons", registered, detail, Flow, Neutral, per_thousand(0.5),
            "People asked for something in return", "Mensen aan wie een tegenprestatie is gevraagd";
        RETURN_EXEMPT = 136: "reciprocity.exempt", "persons", registered, detail, Flow, Neutral, per_thousand(0.5),
            "People helped of whom nothing is asked in return", "Geholpen mensen van wie niets terug wordt gevraagd";
        RETURN_KEPT = 137: "reciprocity.kept", "persons", registered, detail, Stock, Neutral, per_thousand(0.25),
            "People who do something in return", "Mensen die iets terugdoen";
        RETURN_AVOIDED = 138: "reciprocity.avoided", "requests", true_only, detail, Flow, Lower, per_thousand(0.25),
            "Requests not made at municipal doors because something is asked in return",
            "Hulpvragen waarmee mensen wegblijven omdat er iets tegenover staat";
        RETURN_AVOIDED_LOW = 139: "reciprocity.avoided_low", "requests", true_only, detail, Flow, Lower,
            per_thousand(0.25), "Of these, requests of people with a low income",
            "Daarvan: hulpvragen van mensen met een laag inkomen";
        HOURS_CHECKING = 140: "hours.checking", "hours", registered, detail, Flow, Lower, per_thousand(10.0),
            "Hours of checking what is done in return", "Uren om de tegenprestatie te controleren";
        EUROS_CHECKING = 141: "euros.checking", "euro", registered, detail, Flow, Lower, per_thousand(200.0),
            "Cost of checking in return for social assistance",
            "Kosten van controle op de tegenprestatie voor bijstand";
        BREACHES = 142: "reciprocity.breaches", "persons", registered, detail, Flow, Lower, per_thousand(0.25),
            "People told off because they did nothing in return",
            "Mensen die zijn aangesproken omdat zij niets terugdeden";
        SANCTIONS = 143: "sanctions", "households", registered, detail, Flow, Lower, per_thousand(0.1),
            "Benefits cut because nothing was done in return",
            "Kortingen op de bijstand omdat iemand niets terugdeed";
        SANCTION_DEBTS = 144: "sanctions.debts", "households", true_only, detail, Flow, Lower, per_thousand(0.05),
            "Debts that began while a benefit was cut", "Schulden die ontstonden tijdens een korting op de bijstand";
        SANCTION_EXITS = 145: "sanctions.exits", "persons", true_only, detail, Flow, Higher, per_thousand(0.05),
            "People who found work sooner because a benefit was cut",
            "Mensen die door een korting eerder werk vonden";
        RECIPIENTS = 146: "reciprocity.recipients", "persons", registered, detail, Stock, Neutral, per_thousand(0.5),
            "People on social assistance, where a rule asks for something in return",
            "Mensen met bijstand, waar een regel een tegenprestatie vraagt";
        RETURN_NORM = 147: "reciprocity.norm", "share", true_only, detail, Ratio, Higher, absolute(0.01),
            "Norm of reciprocity of those who were asked", "Norm van wederkerigheid bij wie gevraagd is";
    }
    state Reciprocity;
}
