//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use super::saving::Saving;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Sourced};

rows! {
    parameters {
        debt_talk_weeks: "debt.talk_weeks", "weeks", tri(1.0, 2.5, 3.5), 0.0..=52.0,
            Assumption("law: within four weeks (Wgs art. 4); median 1 to 3.5"),
            "Median time to the first talk about debts", "Tijd tot het eerste gesprek over schulden, middelste waarde";
        debt_threat_weeks: "debt.threat_weeks", "weeks", tri(0.1, 0.3, 0.6), 0.0..=52.0,
            Assumption("law: within three working days (Wgs art. 4); median half a day to three days"),
            "Median time to the first talk about debts under threat of eviction or the like (crisis)",
            "Tijd tot het eerste gesprek over schulden bij dreiging, zoals huisuitzetting, middelste waarde";
        debt_dropout: "debt.dropout", "share", tri(0.3, 0.4, 0.5), 0.0..=1.0,
            Sourced {
                title: "NVVK on HU 2024: 40 % of applicants drop out before a programme starts",
                url: "https://www.nvvk.nl/page/1439/2024/05/13/met-vaart-zo-min-mogelijk-rompslomp-en-een-hoop-\
                      inlevingsvermogen-naar-een-schuldregeling",
            },
            "Applicants for a debt programme who drop out before it starts",
            "Aanvragers van een schuldregeling die afhaken voordat zij begint";
        debt_success: "debt.success", "share", tri(0.5, 0.75, 0.9), 0.0..=1.0,
            Assumption("range 0.5 to 0.9; completion of a programme ends the debts"),
            "Debt programmes that end the debts at their term",
            "Schuldregelingen die aan het eind de schulden oplossen", help from 0.0 up;
        registration_lag: "registration.lag", "weeks", tri(2.0, 6.0, 13.0), 0.0..=104.0, Assumption("range 2 to 13"),
            "Median lag until help is registered, and until the file of a need that has passed is closed",
            "Tijd tot hulp is geregistreerd, en tot een voorbije hulpvraag is afgesloten, middelste waarde";
        registration_spread: "registration.spread", "sd of the logarithm", tri(0.3, 0.5, 1.0), 0.0..=3.0,
            Assumption("range 0.3 to 1"), "Spread of the lag until something is registered",
            "Spreiding van de vertraging in de registratie";
        registration_missing: "registration.missing", "share", tri(0.0, 0.03, 0.1), 0.0..=1.0,
            Assumption("range 0 to 0.1"), "Help that is never registered", "Hulp die nooit wordt geregistreerd";
        hours_severity: "service.hours_severity", "ratio per step", tri(1.15, 1.5, 2.0), 1.0..=5.0,
            Assumption("special guidance costs a third more an hour than basic guidance, and heavier needs take more \
                        hours; range 1.15 to 2"),
            "Hours of a service for a need a step heavier, domestic help aside",
            "Uren van een dienst bij één stap ernstiger, behalve hulp bij het huishouden";
        hours_severity_domestic: "service.hours_severity_domestic", "ratio per step", tri(1.1, 1.24, 1.5), 1.0..=5.0,
            Assumption("the Dutch norm gives 1.24 times the hours for some extra work and 1.48 times for much; range \
                        1.1 to 1.5"),
            "Hours of domestic help for a need a step heavier", "Uren hulp bij het huishouden bij één stap ernstiger";
        term_severity: "service.term_severity", "ratio per step", tri(1.0, 1.2, 1.5), 1.0..=5.0,
            Assumption("no figure seen; range 1 to 1.5"), "Length of a term for a need a step heavier",
            "Duur van een termijn bij één stap ernstiger";
    }
    settings {
        /// What is saved on services that the municipality pays, in euros per year.
        purchase_saving_euros: f64 = 0.0;
    }
    draws {
        /// Duration of a service.
        SERVICE_DURATION = 33;
        /// Reassessment at the end of the term.
        REASSESSMENT = 34;
        /// Lag of registration.
        REGISTRATION_LAG = 43;
        /// Whether help is never registered.
        REGISTRATION_MISSING = 67;
        /// How long the file of a need that has passed stays open.
        FILE_LAG = 68;
        /// Whether somebody drops out before a debt programme begins.
        DEBT_DROPOUT = 69;
        /// Whether a debt programme solves the debts.
        DEBTS_SOLVED = 70;
    }
    occasions {
        /// Help with the product `aux` is registered.
        REGISTRATION = 20: Resident, dated;
    }
    links {
        /// Heavier needs take more hours of a service, for longer.
        SEVERITY_PRICE = 23: "severity_price", "severity" => "hours and length of a service", '+', "",
            Assumption("service.hours_severity, service.hours_severity_domestic, service.term_severity");
    }
    indicators {
        HOURS_LIGHT = 82: "service.hours.light", "hours", registered, detail, Ratio, Neutral, absolute(0.25),
            "Hours a week of a service that begins or is renewed, light need",
            "Uren per week van een dienst die begint of wordt verlengd, lichte hulpvraag";
        HOURS_MODERATE = 83: "service.hours.moderate", "hours", registered, detail, Ratio, Neutral, absolute(0.25),
            "Hours a week of a service that begins or is renewed, moderate need",
            "Uren per week van een dienst die begint of wordt verlengd, matige hulpvraag";
        HOURS_SEVERE = 84: "service.hours.severe", "hours", registered, detail, Ratio, Neutral, absolute(0.25),
            "Hours a week of a service that begins or is renewed, severe need",
            "Uren per week van een dienst die begint of wordt verlengd, ernstige hulpvraag";
        HOURS_CRISIS = 85: "service.hours.crisis", "hours", registered, detail, Ratio, Neutral, absolute(0.25),
            "Hours a week of a service that begins or is renewed, crisis",
            "Uren per week van een dienst die begint of wordt verlengd, crisis";
        PERSONS_SECOND_LINE = 5: "persons.second_line", "persons", true_only, told, Distinct, Neutral,
            per_thousand(0.5), "People with second-line help", "Mensen met hulp uit de tweede lijn";
        PERSONS_HELP_AT_HOME = 6: "persons.help_at_home", "persons", true_only, told, Distinct, Neutral,
            per_thousand(0.5), "People with help at home", "Mensen met hulp thuis";
        PERSONS_WMO = 8: "persons.wmo", "persons", true_only, told, Distinct, Neutral, per_thousand(0.5), "Wmo clients",
            "Wmo-cliënten";
        PERSONS_YOUTH_HELP = 9: "persons.youth_help", "persons", true_only, told, Distinct, Neutral, per_thousand(0.25),
            "Young people in youth help", "Jongeren in jeugdhulp";
        HOURS_SECOND_LINE = 53: "hours.second_line", "hours", registered, told, Flow, Neutral, per_thousand(100.0),
            "Hours of the second line, without residential care", "Uren van de tweede lijn, zonder verblijf";
        HOURS_HELP_AT_HOME = 54: "hours.help_at_home", "hours", registered, told, Flow, Neutral, per_thousand(100.0),
            "Hours of help at home, without aids and transport", "Uren hulp thuis, zonder hulpmiddelen en vervoer";
        MANDATORY = 78: "youth_help.mandatory", "entitlements", true_only, detail, Flow, Lower, per_thousand(0.1),
            "Mandatory youth help that began", "Jeugdhulp in gedwongen kader die begon";
        REGISTERED_SECOND_LINE = 80: "registered.persons.second_line", "persons", registered, told, Distinct, Neutral,
            per_thousand(0.5), "People with second-line help, as registered",
            "Mensen met hulp uit de tweede lijn volgens de registratie";
    }
    state Saving;
}
