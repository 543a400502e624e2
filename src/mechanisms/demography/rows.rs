//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Sourced};

rows! {
    parameters {
        volunteer_share: "volunteer.share", "share", tri(0.39, 0.45, 0.49), 0.0..=1.0,
            Sourced {
                title: "CBS, Vrijwilligerswerk 2023: 49 % of 15 and over in a year (39 % in 2021)",
                url: "https://www.cbs.nl/nl-nl/longread/rapportages/2024/vrijwilligerswerk-2023",
            },
            "Residents of 15 and over who volunteer in a year",
            "Inwoners van 15 jaar en ouder die in een jaar vrijwilligerswerk doen";
        fertility: "demography.fertility", "children per woman", tri(1.43, 1.49, 1.6), 0.0..=10.0,
            Assumption("CBS 2022: 1.49 (1.43 to 1.6), rounded"),
            "National total fertility rate; the district's is at the level of its own births",
            "Landelijk geboortecijfer; de wijk volgt de eigen geboorten";
        moves: "demography.moves", "per household-year", tri(0.06, 0.08, 0.1), 0.0..=2.0,
            Assumption("moves within and between municipalities 8 to 13 % of residents a year (CBS 2022, rounded); \
                        those within the district are not shown; range 0.06 to 0.1"),
            "Households that leave the district", "Huishoudens die uit de wijk vertrekken";
        leaving: "demography.leaving", "per year", tri(0.1, 0.18, 0.3), 0.0..=5.0,
            Assumption("mean age at leaving home about 23.5: range 0.1 to 0.3"),
            "Young adults of 18 and over who leave the parental home and the district",
            "Jongvolwassenen vanaf 18 jaar die het ouderlijk huis en de wijk verlaten";
        pairing: "demography.pairing", "per year", tri(0.02, 0.045, 0.08), 0.0..=5.0,
            Assumption("range 0.02 to 0.08; in the middle about as many couples form as end"),
            "Singles of 20 to 60 who move in with somebody", "Alleenstaanden van 20 tot 60 jaar die gaan samenwonen";
        separation: "demography.separation", "per year", tri(0.008, 0.012, 0.02), 0.0..=5.0,
            Assumption("about 1 in 80 couples a year; range 0.008 to 0.02"), "Couples that separate",
            "Stellen die uit elkaar gaan";
        mortality: "demography.mortality", "ratio", tri(0.9, 1.0, 1.1), 0.0..=10.0,
            Assumption("years differ, and people come to live longer: range 0.9 to 1.1"),
            "Mortality over that of the national table at the level of the district's own deaths",
            "Sterfte, vergeleken met de landelijke tabel op het niveau van de wijk";
    }
    draws {
        /// Keys of residents.
        RESIDENT_KEY = 5;
        /// Keys of households.
        HOUSEHOLD_KEY = 6;
        /// Death, birth, leaving home, pairing, care for somebody outside: one cell, kinds by mark.
        LIFE = 19;
        /// Sex of a newborn; when is a life event.
        BIRTH = 20;
        /// A household moves away (cells).
        MOVING_AWAY = 22;
        /// Who of a couple moves, and the age of a new partner; when is a life event.
        PAIRING = 23;
        /// A couple separates (cells).
        SEPARATION = 24;
        /// Volunteering.
        VOLUNTEERING = 49;
        /// Initial trust in the first line.
        TRUST = 50;
        /// Birthday of a resident.
        BIRTHDAY = 51;
        /// Threshold to ask people.
        THRESHOLD_PEOPLE = 83;
        /// Threshold to ask services.
        THRESHOLD_SERVICES = 84;
        /// Doenvermogen.
        CAPACITY = 85;
        /// When the blocks of years of somebody begin.
        BLOCK_OFFSET = 86;
        /// Age of a new partner.
        PARTNER_AGE = 87;
    }
    occasions {
        /// A birthday at which something changes.
        BIRTHDAY = 0: Resident, dated;
        /// A household's block of years begins.
        HOUSEHOLD_BLOCK = 1: Household, dated;
        /// Death, birth, leaving home, pairing or care for somebody outside; `aux` says which.
        LIFE = 5: Resident, candidate;
        /// A household moves away.
        MOVING_AWAY = 6: Household, candidate;
        /// A couple separates.
        SEPARATION = 7: Household, candidate;
        /// A resident's block of years begins: its candidate points.
        RESIDENT_BLOCK = 26: Resident, dated;
    }
    indicators {
        RESIDENTS = 12: "residents", "persons", registered, told, Stock, Neutral, per_thousand(5.0), "Residents",
            "Inwoners";
        RESIDENTS_UNDER23 = 13: "residents.under_23", "persons", registered, told, Stock, Neutral, per_thousand(5.0),
            "Residents under 23", "Inwoners onder 23 jaar";
        RESIDENTS_ADULT = 14: "residents.adult", "persons", registered, told, Stock, Neutral, per_thousand(5.0),
            "Residents of 18 to 64", "Inwoners van 18 tot 65 jaar";
        RESIDENTS_OLDER = 15: "residents.older", "persons", registered, told, Stock, Neutral, per_thousand(5.0),
            "Residents of 65 and over", "Inwoners van 65 jaar en ouder";
        HOUSEHOLDS = 16: "households", "households", registered, told, Stock, Neutral, per_thousand(5.0), "Households",
            "Huishoudens";
        BIRTHS = 17: "births", "persons", registered, detail, Flow, Neutral, per_thousand(0.5), "Births", "Geboorten";
        DEATHS = 18: "deaths", "persons", registered, detail, Flow, Neutral, per_thousand(0.5), "Deaths", "Overledenen";
        VOLUNTEERS = 63: "volunteers", "persons", true_only, detail, Stock, Neutral, per_thousand(2.0), "Volunteers",
            "Vrijwilligers";
    }
}
