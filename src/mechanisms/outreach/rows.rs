//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use serde::{Deserialize, Serialize};

use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted, Sourced};

/// What visits are aimed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Targeting {
    /// Every address alike.
    #[default]
    Random,
    /// Poor households and neighbourhoods more.
    Deprivation,
    /// Households with registered signals more; signals are noisy.
    Signal,
}

rows! {
    parameters {
        report_arrears: "report.arrears", "per indebted household and week", fixed(0.0158), 0.0..=1.0,
            Fitted("4 signals per 1,000 residents a month (Divosa 2023), spread over indebted households of a poor \
                    district"),
            "Statutory arrears signals", "Vroegsignalering: signalen van betalingsachterstanden";
        report_arrears_reached: "report.arrears_reached", "share", tri(0.1, 0.2, 0.3), 0.0..=1.0,
            Fitted("20 % of the signals that are followed up reach somebody (Divosa 2023); how many are followed up \
                    (there 80 %) emerges from hours; range 0.1 to 0.3"),
            "Arrears signals that reach somebody", "Vroegsignalering: signalen waarbij iemand wordt bereikt";
        report_arrears_hours: "report.arrears_hours", "hours per signal", tri(0.3, 0.75, 2.0), 0.0..=40.0,
            Assumption("a letter, a call, a visit: range 0.3 to 2"), "Work per arrears signal",
            "Vroegsignalering: werk per signaal";
        report_concern: "report.concern", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("range; reports to Veilig Thuis and care desks are counted, hidden need is not"),
            "Reports of concern by others about a hidden severe need",
            "Meldingen van zorg door anderen bij een verborgen, ernstige hulpvraag";
        report_hours: "report.hours", "hours per report", tri(1.0, 3.0, 6.0), 0.1..=40.0, Assumption("range 1 to 6"),
            "Work per report of concern", "Werk per melding van zorg";
        visit_contact: "visit.contact", "share", tri(0.75, 0.8, 0.9), 0.0..=1.0,
            Sourced {
                title: "Sociale Vraagstukken 2010: 75 to 90 % of selected households reached",
                url: "https://www.socialevraagstukken.nl/achter-de-voordeur-is-vaak-niet-effectief/",
            },
            "Doors that open", "Deuren die opengaan bij huisbezoek";
        visit_detection: "visit.detection", "share", tri(0.4, 0.6, 0.8), 0.0..=1.0, Assumption("0.4 to 0.8"),
            "Hidden needs of a visited household that a visit brings to light",
            "Verborgen hulpvragen die een huisbezoek aan het licht brengt";
        visit_hours: "visit.hours", "hours per visit", tri(1.0, 2.0, 3.0), 0.1..=40.0,
            Assumption("1 to 3 hours with travel and report; general knowledge"), "Work per first visit",
            "Werk per eerste huisbezoek";
        visit_miss_hours: "visit.miss_hours", "hours per visit", tri(0.25, 0.5, 0.75), 0.0..=40.0,
            Assumption("range 0.25 to 0.75"), "Hours of a visit at which nobody is reached",
            "Werk per huisbezoek waarbij niemand wordt bereikt";
        visit_accept: "visit.accept", "share", tri(0.3, 0.5, 0.8), 0.0..=1.0,
            Assumption("no figure seen for the share of found households that accepts help"),
            "Found needs for which help is accepted, at middling trust",
            "Gevonden hulpvragen waarbij mensen hulp aannemen, bij gemiddeld vertrouwen";
        place_hours: "place.hours", "hours per contact", tri(0.25, 0.5, 1.0), 0.05..=40.0,
            Assumption("range 0.25 to 1"), "Work per contact where people are", "Werk per contact op een vindplaats";
        place_isolated: "place.isolated", "ratio", tri(0.1, 0.3, 0.6), 0.0..=1.0, Assumption("range 0.1 to 0.6"),
            "Chance to meet somebody without ties where people are, over that of others",
            "Kans om op een vindplaats iemand zonder netwerk te treffen, vergeleken met anderen";
        place_detection: "place.detection", "share", tri(0.1, 0.25, 0.4), 0.0..=1.0,
            Assumption("less than behind the front door"),
            "Hidden needs that a contact where people are brings to light",
            "Verborgen hulpvragen die een contact op een vindplaats aan het licht brengt";
        signal_noise: "signal.noise", "standard deviation", tri(0.3, 0.7, 1.5), 0.0..=5.0,
            Assumption("range 0.3 to 1.5: a signal tells less than it seems"),
            "Noise in the signal that visits can be aimed with", "Ruis in de signalen waarop huisbezoek is gericht";
        signal_low_income: "signal.low_income", "ratio", tri(1.5, 3.0, 5.0), 0.1..=20.0,
            Assumption("range 1.5 to 5; shared with the neighbourhood's deprivation, under signals by its root"),
            "Weight of an address with a low income over others, where visits are aimed by deprivation or signals",
            "Gewicht van een adres met een laag inkomen bij gericht huisbezoek, vergeleken met andere adressen";
        signal_registered: "signal.registered", "weight", tri(0.5, 1.5, 3.0), 0.0..=20.0,
            Assumption("range 0.5 to 3, beside 0.5 for an address without any"),
            "Weight of each registered signal of an address, at most four",
            "Gewicht van elk geregistreerd signaal bij een adres, hoogstens vier";
        signal_alone: "signal.alone", "weight", tri(0.0, 1.5, 3.0), 0.0..=20.0, Assumption("range 0 to 3"),
            "Weight of an address where somebody of 75 or over lives alone",
            "Gewicht van een adres waar iemand van 75 jaar of ouder alleen woont";
        signal_weeks: "signal.weeks", "weeks", tri(26.0, 52.0, 104.0), 1.0..=5200.0,
            Assumption("a year on file; range 26 to 104"), "Time for which a registered signal counts",
            "Hoelang een geregistreerd signaal meetelt";
        report_mandatory: "report.mandatory", "share", tri(0.15, 0.25, 0.35), 0.0..=1.0,
            Assumption("range 0.15 to 0.35; report.youth is fitted at 0.25"),
            "Reports about young people in severe need that end in a mandatory frame",
            "Meldingen over jongeren met een ernstige hulpvraag die leiden tot jeugdhulp in gedwongen kader";
        report_inquiry_weeks: "report.inquiry_weeks", "weeks", tri(4.0, 8.0, 10.0), 0.0..=104.0,
            Assumption("Veilig Thuis has ten weeks for an inquiry; general knowledge; median 4 to 10"),
            "Median time from a report to Veilig Thuis to the decision of the court",
            "Tijd van melding bij Veilig Thuis tot het besluit van de rechter, middelste waarde";
        report_youth: "report.youth", "per week", fixed(0.026), 0.0..=0.5,
            Fitted("8.1 % of new youth trajectories come from court or certified institution (CBS 85096NED 2021)"),
            "Reports to Veilig Thuis about a young person in severe need, known or hidden",
            "Meldingen bij Veilig Thuis over een jongere met een ernstige hulpvraag, in beeld of niet";
    }
    settings {
        /// FTE planned for visits from door to door.
        door_fte: f64 = 0.0;
        /// FTE planned for working where people are.
        place_fte: f64 = 0.0;
        /// FTE planned for acting on reports and arrears signals.
        report_fte: f64 = 0.0;
        /// FTE planned for collective work and presence.
        collective_fte: f64 = 0.0;
        /// Whether planned outreach and collective hours are protected from crowding out.
        protected: bool = false;
        /// What visits are aimed with.
        targeting: Targeting = Targeting::Random;
        /// Extra hours of attention at a visit that finds no problem.
        attention_hours: f64 = 0.0;
    }
    draws {
        /// Reports by others: neighbours, police, landlords, creditors (cells).
        REPORT = 17;
        /// Visits from door to door (cells).
        DOOR_VISIT = 26;
        /// Contacts where people are (cells).
        PLACE_CONTACT = 27;
        /// Whether somebody is reached, and what a professional sees.
        DETECTION = 28;
        /// Noise in a signal used for targeting.
        SIGNAL_NOISE = 44;
        /// Whether a door opens.
        DOOR_OPENS = 80;
        /// Whether help is accepted by somebody who was found.
        ACCEPTANCE = 81;
        /// Whether an arrears signal reaches somebody.
        SIGNAL_REACHES = 82;
    }
    occasions {
        /// A contact where people are.
        PLACE_CONTACT = 8: Resident, candidate;
        /// A visit at the door.
        DOOR_VISIT = 9: Household, candidate;
        /// A report by others.
        REPORT = 14: Episode, candidate;
        /// A registered signal of a household is too old to count.
        SIGNAL_FADES = 27: Household, dated;
    }
    indicators {
        SEVERITY_REMISSION = 29: "need.remission_after_asking", "share", true_only, detail, Ratio, Neutral,
            absolute(0.02), "Asked needs that would have passed by themselves within half a year",
            "Gevraagde hulp die binnen een half jaar vanzelf over was gegaan";
        VISITS = 55: "visits", "visits", registered, detail, Flow, Neutral, per_thousand(1.0), "Doors visited",
            "Bezochte deuren";
        VISITS_REACHED = 56: "visits.reached", "visits", registered, detail, Flow, Neutral, per_thousand(1.0),
            "Doors that opened", "Deuren die opengingen";
        HIT_RATE = 57: "visits.hit_rate", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "Reached households with a need found", "Bereikte huishoudens met een gevonden hulpvraag";
        HOURS_PER_FOUND = 58: "visits.hours_per_found", "hours", registered, detail, Ratio, Lower, absolute(1.0),
            "Visiting hours per found need", "Uren huisbezoek per gevonden hulpvraag";
        POOL_DEPLETION = 59: "visits.hidden_share", "share", true_only, detail, Ratio, Neutral, absolute(0.01),
            "Visited households with a hidden need", "Bezochte huishoudens met een verborgen hulpvraag";
        OVER_DETECTION = 60: "found.would_have_passed", "share", true_only, told, Ratio, Lower, absolute(0.02),
            "Needs found by outreach that would have passed by themselves within half a year",
            "Gevonden hulpvragen die binnen een half jaar vanzelf over waren gegaan";
        FOUND_LENGTH = 61: "found.natural_weeks", "weeks", true_only, detail, Ratio, Neutral, absolute(4.0),
            "Natural length of needs found by outreach, at most ten years",
            "Natuurlijke duur van gevonden hulpvragen, ten hoogste tien jaar";
        FOUND_DELAY = 64: "found.delay_weeks", "weeks", true_only, detail, Ratio, Lower, absolute(2.0),
            "Weeks from onset to first contact, found by outreach",
            "Weken van begin tot eerste contact, gevonden door outreach";
        ASKED_DELAY = 65: "asked.delay_weeks", "weeks", true_only, detail, Ratio, Lower, absolute(2.0),
            "Weeks from onset to first contact, asked", "Weken van begin tot eerste contact, zelf gevraagd";
        FOUND_SEVERITY = 66: "found.severity", "1 to 4", true_only, detail, Ratio, Neutral, absolute(0.1),
            "Severity at first contact, found by outreach", "Ernst bij eerste contact, gevonden door outreach";
        ASKED_SEVERITY = 67: "asked.severity", "1 to 4", true_only, detail, Ratio, Neutral, absolute(0.1),
            "Severity at first contact, asked", "Ernst bij eerste contact, zelf gevraagd";
        HELP_DECLINED = 68: "found.declined", "episodes", true_only, detail, Flow, Lower, per_thousand(0.5),
            "Found needs for which help was declined", "Gevonden hulpvragen waarvoor hulp werd afgewezen";
        REPORTS_LEFT = 69: "reports.left", "reports", registered, detail, Flow, Lower, per_thousand(0.5),
            "Reports and signals left lying", "Meldingen en signalen die bleven liggen";
    }
}
