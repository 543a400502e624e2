//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::state::Referrers;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted};

rows! {
    parameters {
        up: "referrers.up", "share", fixed(0.0), 0.0..=1.0,
            Fitted("shares by door are those of referrers as they are; that they change is an assumption: 0 to 0.1 in \
                    the world referrers"),
            "Trust that a referrer gains by an answer", "Vertrouwen dat een verwijzer wint door een antwoord";
        down: "referrers.down", "share", fixed(0.0), 0.0..=1.0,
            Fitted("shares by door are those of referrers as they are; that they change is an assumption: 0 to 0.25 in \
                    the world referrers"),
            "Trust that a referrer loses by a long wait or by somebody who gets lost",
            "Vertrouwen dat een verwijzer verliest door lang wachten of doordat iemand uit beeld raakt";
        pull: "referrers.pull", "in the exponent", tri(0.0, 1.5, 2.5), 0.0..=10.0,
            Assumption("no figure seen; the range includes none; range 0 to 2.5"),
            "How strongly trust makes referrers send people to the team",
            "Hoe sterk vertrouwen verwijzers naar het wijkteam laat verwijzen";
        soon: "referrers.soon", "weeks", tri(2.0, 4.0, 6.0), 0.1..=52.0,
            Assumption("no norm seen; range 2 to 6"), "Wait within which a referrer holds somebody to be taken on soon",
            "Wachttijd waarbinnen een verwijzer vindt dat iemand snel terecht kan";
        enough: "referrers.feedback_enough", "hours", tri(0.25, 0.5, 1.0), 0.01..=40.0,
            Assumption("a call or a letter; no count seen; range 0.25 to 1"),
            "Hours with which everybody who was sent is told back about",
            "Uren waarmee over iedereen die verwezen is, iets wordt teruggemeld";
        by_gp: "referrers.gp", "share", tri(0.05, 0.15, 0.3), 0.0..=1.0,
            Assumption("who came on advice is counted by nobody; range 0.05 to 0.3"),
            "People at the team's own door whom the GP sent (mental health, daily functioning, youth)",
            "Mensen aan de deur van het wijkteam die de huisarts stuurde (psychisch, dagelijks functioneren, jeugd)";
        by_youth_doctor: "referrers.youth_doctor", "share", tri(0.05, 0.1, 0.2), 0.0..=1.0,
            Assumption("who came on advice is counted by nobody; range 0.05 to 0.2"),
            "Young people at the team's own door whom the youth doctor sent",
            "Jongeren aan de deur van het wijkteam die de jeugdarts stuurde";
        by_school: "referrers.school", "share", tri(0.1, 0.25, 0.4), 0.0..=1.0,
            Assumption("who came on advice is counted by nobody; range 0.1 to 0.4"),
            "Young people at the team's own door whom a school sent",
            "Jongeren aan de deur van het wijkteam die een school stuurde";
        by_corporation: "referrers.corporation", "share", tri(0.1, 0.3, 0.5), 0.0..=1.0,
            Assumption("who came on advice is counted by nobody; range 0.1 to 0.5"),
            "People with a housing problem at the team's own door whom a housing corporation sent",
            "Mensen met een woonprobleem aan de deur van het wijkteam die een woningcorporatie stuurde";
        funders_years: "funders.years", "years", tri(1.0, 2.0, 4.0), 0.1..=20.0,
            Assumption("no count seen; range 1 to 4"), "Time over which funders look at the registered effect",
            "Tijd waarover financiers naar het geregistreerde effect kijken";
    }
    settings {
        /// Hours per case with which whoever sent somebody is told back.
        feedback_hours: f64 = 0.0;
    }
    draws {
        /// Who sent somebody.
        SENT_BY = 268;
        /// Whether who sent somebody is told back.
        TOLD_BACK = 269;
        /// Whether a GP sends somebody to the team.
        GP_SENDS = 270;
    }
    links {
        /// Referrers trust a team less that lets people wait or loses them.
        WAIT_REFERRERS = 94: "wait_referrers", "wait for the team" => "trust of referrers", '-', "",
            Assumption("referrers.up, referrers.down; off by default");
        /// Referrers who trust the team send people to its door.
        REFERRERS_DOOR = 95: "referrers_door", "trust of referrers" => "people at the team's door", '+', "",
            Assumption("referrers.pull; the range includes none");
        /// Funders have confidence in what is registered as working.
        EFFECT_CONFIDENCE = 96: "effect_confidence", "registered effect" => "confidence of funders", '+', "",
            Assumption("funders.years; councils reckon with it: politics.benefit");
    }
    indicators {
        TRUST_GP = 243: "referrers.trust.gp", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "Trust of GPs in the team", "Vertrouwen van huisartsen in het wijkteam";
        TRUST_YOUTH_DOCTOR = 244: "referrers.trust.youth_doctor", "share", true_only, detail, Ratio, Higher,
            absolute(0.02), "Trust of youth doctors in the team", "Vertrouwen van jeugdartsen in het wijkteam";
        TRUST_SCHOOL = 245: "referrers.trust.school", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "Trust of schools in the team", "Vertrouwen van scholen in het wijkteam";
        TRUST_CORPORATION = 246: "referrers.trust.corporation", "share", true_only, detail, Ratio, Higher,
            absolute(0.02), "Trust of housing corporations in the team",
            "Vertrouwen van woningcorporaties in het wijkteam";
        TRUST_POLICE = 247: "referrers.trust.police", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "Trust of the police, and of others who report, in the team",
            "Vertrouwen van politie en andere melders in het wijkteam";
        REFERRERS_SENT = 248: "referrers.sent", "cases", true_only, detail, Flow, Neutral, per_thousand(0.25),
            "Cases that somebody was sent with", "Zaken van wie door iemand verwezen is";
        REFERRERS_SOON = 249: "referrers.soon", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "Of these: taken on soon", "Daarvan: snel aan de beurt";
        NOT_SENT = 250: "referrers.not_sent", "requests", true_only, detail, Flow, Neutral, per_thousand(0.1),
            "People whom the GP does not send to the team for want of trust (light help that is passed by)",
            "Mensen die de huisarts niet naar het wijkteam stuurt uit gebrek aan vertrouwen (lichte hulp die wordt \
             overgeslagen)";
        HOURS_FEEDBACK = 251: "hours.feedback", "hours", registered, detail, Flow, Neutral, per_thousand(5.0),
            "Hours of telling referrers back (among those of intake)",
            "Uren terugmelden aan verwijzers (bij de uren voor intake)";
        FUNDERS = 252: "funders.confidence", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "Confidence of funders: the registered effect of some years",
            "Vertrouwen van financiers: het geregistreerde effect van enkele jaren";
    }
    state Referrers;
}
