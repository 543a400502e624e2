//! The rows of this mechanism: its numbers, settings, links and indicators.

use super::state::Practice;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        dip: "practice.dip", "share", tri(0.0, 0.1, 0.25), 0.0..=0.9,
            Assumption("worse before better (Repenning and Sterman 2001, California Management Review 43); no count in \
                        wijkteams; the range includes none"),
            "Work in an hour that is lost at first when everybody's work changes",
            "Werk per uur dat eerst verloren gaat als ieders werk verandert";
        half_hours: "practice.half_hours", "hours per FTE", tri(100.0, 300.0, 600.0), 1.0..=100000.0,
            Assumption("new practice takes months to years; range 100 to 600"),
            "Hours of practice after which half of the loss is made good",
            "Uren oefening waarna de helft van het verlies is ingehaald";
        on_the_job: "practice.on_the_job", "share", tri(0.1, 0.25, 0.5), 0.0..=1.0,
            Assumption("people learn in the work, but less than in hours that are free for it; range 0.1 to 0.5"),
            "Hours of work that count as practice", "Gewone werkuren die als oefening tellen";
    }
    settings {
        /// Hours per FTE and year that are kept free for learning.
        room_hours: f64 = 0.0;
        /// Whether these are kept free whatever else is asked.
        protected: bool = false;
        /// Everybody's work is organised anew every so many years; 0 is never.
        reorganise_years: f64 = 0.0;
    }
    links {
        /// A team whose plan changes does less in an hour.
        CHANGE_PRODUCTIVITY = 80: "change_productivity", "change of plan" => "work in an hour", '-', "",
            Assumption("practice.dip; the range includes none");
        /// Hours that are free for learning are practice.
        ROOM_PRACTICE = 81: "room_practice", "hours for learning" => "what is practised", '+', "",
            Assumption("practice.half_hours");
        /// Pressure takes hours for learning.
        PRESSURE_ROOM = 82: "pressure_room", "pressure on the team" => "hours for learning", '-', "",
            Assumption("team.crowding");
    }
    indicators {
        UNPRACTISED = 213: "practice.unpractised", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "New work that is not practised yet", "Nieuw werk dat nog niet geoefend is";
        HOURS_LEARNING = 214: "hours.learning", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours of the team that are free for learning", "Uren van het wijkteam die vrij zijn om te leren";
    }
    state Practice;
}
