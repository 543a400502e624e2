//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use super::state::Substitution;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        hours: "review.hours", "hours", tri(1.0, 2.0, 4.0), 0.0..=100.0,
            Assumption("a talk at home and a report, less than an inquiry; no count seen; range 1 to 4"),
            "Hours of the team for a review of a service", "Uren van het wijkteam voor een evaluatie van lopende hulp";
        objects: "review.objects", "share", tri(0.0, 0.1, 0.3), 0.0..=1.0,
            Assumption("no count of objections at reviews seen; range 0 to 0.3"),
            "People who object when a review would end help or make it less, and keep it",
            "Mensen die bezwaar maken als hun hulp na een evaluatie stopt of minder wordt, en haar houden";
    }
    settings {
        /// Weeks in which the team helps first with what its plan would refer.
        own_first_weeks: f64 = 0.0;
        /// Hours of work on a need within which the team has a mandate to help itself.
        mandate_hours: f64 = 0.0;
        /// What the mandate takes off the log odds of a referral.
        mandate_strength: f64 = 0.0;
        /// Weeks between reviews of a service; 0 for none.
        review_weeks: f64 = 0.0;
    }
    draws {
        /// When a service that runs is reviewed first, where reviews begin.
        FIRST_REVIEW = 170;
        /// Whether a person objects to what a review would do, and whether it is done.
        REVIEW_OUTCOME = 171;
    }
    occasions {
        /// The weeks are over in which the team helps first with a need.
        OWN_HELP_ENDS = 50: Episode, dated;
        /// A service is to be reviewed, or has been: in `aux` the last bit, behind how many times reviews have begun.
        REVIEW = 51: Entitlement, dated;
    }
    links {
        /// The team helps itself, first or with a mandate.
        OWN_HELP_REFERRAL = 48: "own_help_referral", "own help first, and mandate of the team" =>
            "referral to the second line", '-', "",
            Assumption("referral.own_first, mandate.own_hours, mandate.strength");
        /// A review ends a service that nobody needs, and fits its hours to the need.
        REVIEW_USE = 49: "review_use", "reviews" => "use of services", '-', "",
            Assumption("review.weeks, review.objects");
    }
    indicators {
        OWN_HELP_FIRST = 125: "own_help.first", "episodes", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Needs with which the team helped first instead of a referral",
            "Hulpvragen waarbij het wijkteam eerst zelf hielp in plaats van te verwijzen";
        OWN_HELP_ENOUGH = 126: "own_help.enough", "episodes", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Of these, needs that passed or became lighter before they were referred",
            "Daarvan: hulpvragen die overgingen of lichter werden voordat er verwezen was";
        WEEKS_TO_SERVICE = 127: "service.weeks_until", "weeks", registered, detail, Ratio, Lower, absolute(0.5),
            "Weeks until a service begins, from the request, or from the plan that put the referral off",
            "Weken tot hulp begint, vanaf de vraag, of vanaf het plan dat de verwijzing uitstelde";
        REVIEWS = 128: "review.done", "entitlements", registered, detail, Flow, Neutral, per_thousand(0.5),
            "Reviews of services", "Evaluaties van lopende hulp";
        REVIEW_ENDED = 129: "review.ended", "entitlements", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Services that a review ended", "Hulp die stopte na een evaluatie";
        REVIEW_LESS = 130: "review.less", "entitlements", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Services that a review made less", "Hulp die minder werd na een evaluatie";
        REVIEW_MORE = 131: "review.more", "entitlements", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Services that a review made more", "Hulp die meer werd na een evaluatie";
        REVIEW_OBJECTED = 132: "review.objected", "entitlements", registered, detail, Flow, Lower, per_thousand(0.25),
            "Objections at a review", "Bezwaar na een evaluatie";
    }
    state Substitution;
}
