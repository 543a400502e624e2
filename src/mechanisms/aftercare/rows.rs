//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use super::state::Agreed;
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        hours: "team.aftercare_hours", "hours", tri(3.0, 6.0, 12.0), 0.0..=200.0,
            Assumption("half an hour a month for a year; range 3 to 12"), "Work of aftercare per closed case",
            "Werk aan nazorg per afgesloten zaak";
        seen: "aftercare.seen", "share", tri(0.4, 0.7, 0.9), 0.0..=1.0,
            Assumption("who keeps in touch hears of most and not of all; no figure seen; range 0.4 to 0.9"),
            "Needs that come back in the year of aftercare and are seen within four weeks",
            "Terugval in het jaar nazorg die binnen vier weken wordt gezien", help from 0.0 up;
    }
    settings {
        /// Share of closed cases that get aftercare.
        share: f64 = 0.0;
    }
    draws {
        /// Whether a closed case gets aftercare.
        AFTERCARE = 72;
        /// Whether and when somebody who keeps in touch sees that a need has come back.
        RETURN_SEEN = 94;
    }
    occasions {
        /// Somebody of the team keeps in touch with a household; `aux` is the team.
        AFTERCARE_CONTACT = 33: Household, dated;
        /// A need that has come back is seen by who keeps in touch.
        RETURN_SEEN = 34: Episode, dated;
    }
    links {
        /// Who keeps in touch sees what comes back.
        AFTERCARE_RETURN = 33: "aftercare_return", "aftercare" => "needs that come back and are taken up", '+', "R8",
            Assumption("aftercare.seen");
    }
    indicators {
        AFTERCARE_CONTACTS = 99: "aftercare.contacts", "contacts", registered, detail, Flow, Neutral, per_thousand(0.5),
            "Contacts of aftercare", "Contacten van nazorg";
        RETURNS_SEEN = 100: "aftercare.returns_seen", "episodes", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Needs that came back and were seen by aftercare", "Terugval die nazorg zag";
    }
    state Agreed;
}
