//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use super::state::Facilities;
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Sourced};

rows! {
    parameters {
        joining: "facility.joining", "per year", tri(0.05, 0.15, 0.3), 0.0..=5.0,
            Assumption("no Dutch rate seen; range 0.05 to 0.3"),
            "Residents who begin to visit where much is open near by and nothing is full",
            "Inwoners die gaan komen als er veel in de buurt is en niets vol zit";
        near_half: "facility.near_half", "half-days per 1,000 residents", tri(1.0, 2.0, 5.0), 0.01..=1000.0,
            Assumption("no figure seen; range 1 to 5"),
            "Half-days a week at which half of those come who would at most",
            "Dagdelen per week waarbij de helft komt van wie hoogstens zou komen";
        visitors_half_day: "facility.visitors", "visitors per half-day", tri(10.0, 20.0, 30.0), 0.1..=1000.0,
            Assumption("a room, each visitor once a week; range 10 to 30"), "Visitors for whom a half-day has room",
            "Bezoekers voor wie er plek is per dagdeel";
        isolated: "facility.isolated", "ratio", tri(0.1, 0.3, 1.0), 0.0..=1.0,
            Assumption("39 % of the older knew of a programme against loneliness that did not make them less lonely \
                        (Honigh-de Vlaming 2013): those meant come least; range 0.1 to 1"),
            "How often somebody without ties comes, over others",
            "Hoe vaak iemand zonder netwerk komt, vergeleken met anderen";
        stay_weeks: "facility.stay_weeks", "weeks", tri(26.0, 52.0, 104.0), 1.0..=5200.0,
            Assumption("45 % of those referred came three times or more (Mercer 2019, Glasgow); range 26 to 104"),
            "How long visitors go on coming, on average", "Hoelang bezoekers gemiddeld blijven komen";
        onset: "facility.onset", "share", tri(0.0, 0.1, 0.3), 0.0..=1.0,
            Assumption("trials are of loneliness that is there, none seen of its onset; the range includes none; \
                        range 0 to 0.3"),
            "New social needs that do not arise in visitors", "Nieuwe sociale hulpvragen die bij bezoekers uitblijven",
            help from 0.0 up;
        passing: "facility.passing", "ratio of the natural hazard", tri(0.0, 0.3, 0.6), 0.0..=10.0,
            Assumption("group programmes for adults at home 0.27 (0.08 to 0.48) standard deviations less lonely \
                        (Shekelle 2024), kept up in 58 % of follow-ups, no effect of a neighbourhood programme; the \
                        range includes none; range 0 to 0.6"),
            "How much sooner light social and mental needs of visitors pass",
            "Hoeveel eerder lichte sociale en psychische hulpvragen van bezoekers overgaan", help from 0.0 up;
        notice: "facility.notice", "per week", tri(0.0, 0.01, 0.03), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0 to 0.03"),
            "Hidden needs of visitors that somebody notices", "Verborgen hulpvragen van bezoekers die iemand opmerkt";
        tie: "facility.tie", "share", tri(0.0, 0.1, 0.2), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0 to 0.2"),
            "New visitors who get to know another to ask for help",
            "Nieuwe bezoekers die iemand leren kennen aan wie ze hulp kunnen vragen", help from 0.0 up;
        professional_hours: "facility.professional_hours", "hours per half-day", tri(0.5, 2.0, 6.0), 0.1..=100.0,
            Assumption("centres of 45,000 to 60,000 euro a year (Roosendaal 2022) have little left for professionals \
                        if each is open for some twenty groups a week; others have more; range 0.5 to 6"),
            "Hours of a professional who leads a half-day", "Uren van de professional die een dagdeel leidt";
        volunteer_hours: "facility.volunteer_hours", "hours per half-day", tri(4.0, 8.0, 16.0), 0.0..=100.0,
            Assumption("general knowledge; what volunteers do not give, professionals do; range 4 to 16"),
            "Other hours that a half-day takes", "Andere uren die een dagdeel kost";
        hour_euros: "facility.hour_euros", "euros per hour", tri(40.0, 45.0, 75.0), 1.0..=10000.0,
            Assumption("a welfare worker costs less than one of the team; general knowledge; range 40 to 75"),
            "Cost of an hour of professionals in facilities", "Kosten van een uur van een professional in de buurt";
        half_day_euros: "facility.half_day_euros", "euros", tri(30.0, 60.0, 120.0), 0.0..=100000.0,
            Assumption("rent, coffee, material; general knowledge; range 30 to 120"), "Cost of the room of a half-day",
            "Kosten van een zaal met koffie per dagdeel";
        build_weeks: "facility.build_weeks", "weeks", tri(13.0, 26.0, 52.0), 1.0..=1040.0,
            Assumption("to find rooms, people and a programme; range 13 to 52"),
            "Time in which facilities grow towards what is kept up",
            "Tijd waarin voorzieningen groeien naar wat er gedragen wordt";
        fading: "facility.fading", "per year", tri(0.2, 0.7, 2.0), 0.0..=52.0,
            Assumption("professional hours end with their contract, what residents carry lasts longer; range 0.2 to 2"),
            "What is no longer kept up fades", "Hoe snel verdwijnt wat niet meer gedragen wordt";
        volunteer_week: "volunteer.hours_week", "hours per week", tri(2.0, 4.0, 4.5), 0.0..=60.0,
            Sourced {
                title: "CBS via nieuws.nl, 2023: 4 to 4.5 hours a week of a volunteer; fewer who come less often",
                url: "https://nieuws.nl/algemeen/20240423/vrijwilligerswerk-terug-op-niveau-van-voor-corona/",
            },
            "Hours that a volunteer gives a facility", "Uren die een vrijwilliger aan een voorziening geeft";
        volunteer_stop: "volunteer.stop", "per year", tri(0.1, 0.2, 0.4), 0.0..=52.0,
            Assumption("no figure seen; range 0.1 to 0.4"), "Volunteers of facilities who stop",
            "Vrijwilligers van voorzieningen die stoppen";
        volunteer_of_visitor: "volunteer.of_visitor", "per year", tri(0.01, 0.05, 0.1), 0.0..=52.0,
            Assumption("no figure seen; range 0.01 to 0.1"), "Visitors who become volunteers",
            "Bezoekers die vrijwilliger worden";
        recruit_hours: "volunteer.recruit_hours", "hours", tri(10.0, 20.0, 40.0), 0.1..=1000.0,
            Assumption("to ask, to match, to begin together; range 10 to 40"), "Work of coordinators per new volunteer",
            "Werk van coördinatoren per nieuwe vrijwilliger";
        guide_hours: "volunteer.guide_hours", "hours per year", tri(5.0, 10.0, 20.0), 0.0..=1000.0,
            Assumption("with recruiting some 100 volunteers to an FTE; range 5 to 20"),
            "Work of coordinators per volunteer who is there", "Werk van coördinatoren per vrijwilliger die er al is";
        initiatives_before: "initiative.before", "per 1,000 residents", tri(0.085, 0.2, 0.5), 0.0..=100.0,
            Assumption("1,471 caring communities found in 17.4 million residents (NLZVE 2020), a lower bound; \
                        range 0.085 to 0.5"),
            "Residents' initiatives that are there without a plan", "Bewonersinitiatieven die er al zijn";
        initiative_arises: "initiative.arises", "per volunteer and year", tri(0.002, 0.005, 0.01), 0.0..=10.0,
            Assumption("one of twenty groups of ten begins something in a year; range 0.002 to 0.01"),
            "New initiatives of volunteers", "Nieuwe initiatieven van vrijwilligers";
        initiative_end: "initiative.end", "per year", tri(0.1, 0.25, 0.4), 0.0..=52.0,
            Assumption("no figure seen; range 0.1 to 0.4"), "Initiatives that end", "Initiatieven die stoppen";
        grant_lasts: "initiative.grant_lasts", "ratio", tri(0.4, 0.6, 1.0), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0.4 to 1"),
            "How often an initiative with a small grant ends, over others",
            "Hoe vaak een initiatief met een klein budget stopt, vergeleken met andere";
        grant_euros: "initiative.grant_euros", "euros per year", tri(500.0, 1500.0, 5000.0), 1.0..=1000000.0,
            Assumption("what municipalities give small initiatives; general knowledge; range 500 to 5,000"),
            "A small grant", "Een klein budget voor een initiatief";
        initiative_half_days: "initiative.half_days", "half-days per week", tri(0.5, 1.0, 2.0), 0.0..=14.0,
            Assumption("range 0.5 to 2"), "Half-days that an initiative is open", "Dagdelen dat een initiatief open is";
        visit_hours: "signal.visit_hours", "hours per visit", tri(1.0, 1.5, 2.5), 0.1..=40.0,
            Assumption("with travel and report; range 1 to 2.5"), "Work of a home visit on an arrears signal",
            "Werk per huisbezoek na een signaal van achterstand";
        visit_reached: "signal.visit_reached", "share", tri(0.2, 0.33, 0.4), 0.0..=1.0,
            Sourced {
                title: "NOS on Divosa 2021: a good third of home visits find somebody; fewer where letter and call \
                        did not",
                url: "https://nos.nl/artikel/2407020-duizenden-schuldenaren-eerder-geholpen-door-nieuwe-wet",
            },
            "Home visits on arrears signals that find somebody",
            "Huisbezoeken na een signaal van achterstand waarbij iemand opendoet";
        visit_accepted: "signal.visit_accepted", "share", tri(0.33, 0.35, 0.39), 0.0..=1.0,
            Sourced {
                title: "Divosa Monitor Vroegsignalering 2023: 35 % of those reached accept help",
                url: "https://www.divosa.nl/publicaties/divosa-monitor-vroegsignalering-schulden-jaarrapportage-2023/\
                      divosa-monitor/35-van-het",
            },
            "People reached at such a visit who accept help",
            "Mensen die bij zo'n huisbezoek bereikt zijn en hulp aannemen";
    }
    settings {
        /// Euros a year for facilities.
        facility_euros: f64 = 0.0;
        /// FTE that recruit and guide volunteers.
        coordination_fte: f64 = 0.0;
        /// Euros a year for small grants to residents' initiatives.
        grants_euros: f64 = 0.0;
        /// Share of arrears signals that letter and call do not reach which get a home visit.
        visit_share: f64 = 0.0;
    }
    draws {
        /// Coming to a facility, as a visitor or as a volunteer (cells).
        FACILITY_JOINING = 160;
        /// How long a visitor goes on coming.
        FACILITY_STAY = 161;
        /// Whether a new visitor gets to know somebody, and what the tie is like (a sequence).
        FACILITY_TIE = 162;
        /// Whom.
        FACILITY_WHOM = 163;
        /// Whether a hidden need of a visitor is noticed in a week.
        FACILITY_NOTICES = 164;
        /// Whether a light need of a visitor passes in a week, sooner than by itself.
        PASSES_SOONER = 165;
        /// Whether a visitor becomes a volunteer in a week.
        VISITOR_RECRUITED = 166;
        /// How long a volunteer goes on.
        VOLUNTEER_STAYS = 167;
        /// Whether an arrears signal that reached nobody gets a home visit.
        SIGNAL_VISITED = 168;
        /// Whether somebody answers the door then, and accepts help.
        SIGNAL_ANSWERED = 169;
    }
    occasions {
        /// Somebody may begin to come to a facility.
        FACILITY_JOINING = 60: Resident, candidate;
    }
    links {
        /// Who visits a facility has fewer new social needs.
        FACILITY_ONSET = 42: "facility_onset", "visiting a facility" => "onset of social needs", '-', "",
            Assumption("facility.onset; the range includes none");
        /// Light needs of visitors pass sooner.
        FACILITY_PASSING = 43: "facility_passing", "visiting a facility" => "light needs that pass", '+', "",
            Assumption("facility.passing; the range includes none");
        /// Hidden needs of visitors are noticed and told to the team.
        FACILITY_SIGNALS = 44: "facility_signals", "visiting a facility" => "needs that the team hears of", '+', "",
            Assumption("facility.notice; the range includes none");
        /// Visitors get to know each other.
        FACILITY_TIES = 45: "facility_ties", "visiting a facility" => "ties of neighbours", '+', "",
            Assumption("facility.tie; the range includes none");
        /// Hours of volunteers keep facilities up.
        VOLUNTEERS_FACILITY = 46: "volunteers_facility", "hours of volunteers" => "facilities", '+', "R7",
            Assumption("facility.professional_hours, facility.volunteer_hours");
        /// Visitors become volunteers.
        FACILITY_VOLUNTEERS = 47: "facility_volunteers", "visiting a facility" => "volunteers", '+', "R7",
            Assumption("volunteer.of_visitor");
    }
    indicators {
        FACILITY_HALF_DAYS = 115: "facilities.half_days", "half-days per week", registered, detail, Stock, Neutral,
            per_thousand(0.05), "Half-days of facilities that the plan adds",
            "Dagdelen aan voorzieningen die het plan toevoegt";
        VISITORS = 116: "facilities.visitors", "persons", registered, detail, Stock, Neutral, per_thousand(0.5),
            "Visitors of facilities that the plan adds", "Bezoekers van voorzieningen die het plan toevoegt";
        FACILITY_VOLUNTEERS = 117: "facilities.volunteers", "persons", registered, detail, Stock, Neutral,
            per_thousand(0.25), "Volunteers in facilities that the plan adds",
            "Vrijwilligers in voorzieningen die het plan toevoegt";
        HOURS_VOLUNTEERS = 118: "hours.volunteers", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Unpaid hours of volunteers in facilities", "Onbetaalde uren van vrijwilligers in voorzieningen";
        INITIATIVES = 119: "facilities.initiatives", "initiatives", registered, detail, Stock, Neutral,
            per_thousand(0.02), "Residents' initiatives that the plan adds",
            "Bewonersinitiatieven die het plan toevoegt";
        FACILITY_SIGNALS = 120: "facilities.signals", "episodes", registered, detail, Flow, Neutral, per_thousand(0.1),
            "Hidden needs that facilities told the team of", "Verborgen hulpvragen die voorzieningen meldden";
        FACILITY_PASSED = 121: "facilities.passed", "episodes", true_only, detail, Flow, Neutral, per_thousand(0.1),
            "Light needs that passed sooner because of a facility",
            "Lichte hulpvragen die door een voorziening eerder overgingen";
        FACILITY_TIES = 122: "facilities.ties", "persons", true_only, detail, Flow, Neutral, per_thousand(0.05),
            "Visitors who got to know another visitor", "Bezoekers die een andere bezoeker leerden kennen";
        EUROS_PREVENTION = 123: "euros.prevention", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Cost of facilities, coordination and grants", "Kosten van voorzieningen, coördinatie en budgetten";
        SIGNAL_VISITS = 124: "signals.visits", "visits", registered, detail, Flow, Neutral, per_thousand(0.5),
            "Home visits on arrears signals", "Huisbezoeken na signalen van achterstand";
    }
    state Facilities;
}
