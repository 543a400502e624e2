//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use serde::{Deserialize, Serialize};

use super::state::Depths;
use crate::entities::DOMAINS;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Literature};

/// Who looks at what at an intake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Intake {
    /// One intake looks at everything in the household.
    #[default]
    One,
    /// Each silo has its own, and sees its own domains alone.
    PerSilo,
}

rows! {
    parameters {
        noise: "screening.noise", "severity steps", tri(0.4, 0.7, 1.1), 0.0..=3.0,
            Literature("two assessors of one person agree with an intraclass correlation of 0.6 to 0.8 where the \
                        assessment is structured (Sweden 2017), which leaves 0.4 to 0.7 steps at today's depth; range \
                        0.4 to 1.1"),
            "How far off a team is about how severe a need is (standard deviation without depth: over 1.3)",
            "Hoeveel een wijkteam ernaast zit over hoe ernstig een hulpvraag is";
        depth: "screening.depth", "share", tri(0.3, 0.5, 0.7), 0.0..=0.95,
            Assumption("what a generalist knows of a domain, over what there is to know, is measured by nobody; range \
                        0.3 to 0.7"),
            "Depth of a generalist in every domain", "Diepgang van een generalist op elk levensdomein";
        spread: "screening.spread", "share", tri(0.0, 0.15, 0.3), 0.0..=1.0,
            Assumption("teams judge the same cases differently (kappa 0.25 to 0.83, New Zealand 2020); range 0 to 0.3"),
            "How much deeper or thinner who is hired can be than others of the discipline",
            "Hoeveel meer of minder diepgang een nieuwe medewerker kan hebben dan vakgenoten";
        own: "screening.specialist", "share", tri(0.75, 0.85, 0.95), 0.0..=1.0,
            Assumption("no measure seen; range 0.75 to 0.95"), "Depth of a specialist in the own domain",
            "Diepgang van een specialist op het eigen levensdomein";
        other: "screening.specialist_elsewhere", "ratio", tri(0.4, 0.7, 1.0), 0.0..=2.0,
            Assumption("no measure seen; the range includes no difference; range 0.4 to 1"),
            "Depth of a specialist in other domains, over that of a generalist",
            "Diepgang van een specialist op andere levensdomeinen, vergeleken met een generalist";
        sight: "screening.out_of_sight", "share", tri(0.0, 0.2, 0.4), 0.0..=5.0,
            Assumption("no count of what nobody looks at seen; the range includes none; range 0 to 0.4"),
            "How much more often a specialist's trajectory is renewed that nobody of the team looks at",
            "Hoeveel vaker hulp van een specialist wordt verlengd als niemand van het wijkteam meekijkt";
        basics: "screening.basics_asked", "share", tri(0.5, 0.8, 1.0), 0.0..=1.0,
            Assumption("who is asked about money and home first does not tell all; range 0.5 to 1"),
            "Hidden debts and housing problems that come to light where they are asked about first",
            "Verborgen schulden en woonproblemen die aan het licht komen als daar eerst naar wordt gevraagd";
        basics_weeks: "screening.basics_weeks", "weeks", tri(4.0, 8.0, 13.0), 0.0..=104.0,
            Assumption("how long a plan can wait for help with money and home has no figure; range 4 to 13"),
            "Weeks that a referral waits at most for somebody to help with debts and housing first",
            "Weken dat een verwijzing hooguit wacht tot er hulp is bij schulden en wonen";
    }
    settings {
        /// FTE of specialists, by domain; all others are generalists.
        specialists: [f64; DOMAINS] = [0.0; DOMAINS];
        /// The share of all FTE that are specialists besides, spread as needs at intake are.
        specialist_share: f64 = 0.0;
        /// Who looks at what at an intake.
        intake: Intake = Intake::One;
        /// Whether debts and housing come first.
        basics_first: bool = false;
    }
    draws {
        /// How far off a team is about a need.
        TRIAGE = 253;
        /// Whether it holds to that against what is usual.
        TRIAGE_USUAL = 254;
        /// The depth of who is hired.
        DEPTH = 255;
        /// Whether a debt or housing problem is told that is asked about first.
        BASICS_ASKED = 256;
        /// Whether who is hired is a specialist of whom a plan has less than half a job.
        SPECIALIST = 271;
    }
    links {
        /// A deeper team sees more rightly, and more of what is hidden.
        DEPTH_TRIAGE = 69: "depth_triage", "depth of the team" => "misjudged and missed needs", '-', "",
            Assumption("screening.noise, screening.depth");
        /// A deeper team refers less.
        DEPTH_REFERRAL = 70: "depth_referral", "depth of the team" => "referral to the second line", '-', "",
            Assumption("referral.mismatch");
        /// What nobody looks at goes on for longer.
        SIGHT_LENGTH = 71: "sight_length", "the team's sight of trajectories" => "their length", '-', "",
            Assumption("screening.out_of_sight; the range includes none");
    }
    indicators {
        SEEN_HEAVIER = 190: "screening.false_positive", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Needs at intake that were held to be heavier than they are",
            "Hulpvragen die bij de intake zwaarder werden ingeschat dan ze zijn";
        SEEN_LIGHTER = 191: "screening.false_negative", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Needs at intake that were held to be lighter than they are",
            "Hulpvragen die bij de intake lichter werden ingeschat dan ze zijn";
        WRONG_REFERRALS = 192: "screening.wrong_referral", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Referrals that a right view of the need would not have made",
            "Verwijzingen die er niet waren geweest als de hulpvraag goed was ingeschat";
        MISSED_REFERRALS = 193: "screening.missed_referral", "episodes", true_only, detail, Flow, Lower,
            per_thousand(0.25), "Needs not referred that a right view of them would have referred",
            "Hulpvragen zonder verwijzing die er bij een goede inschatting wel een hadden gekregen";
        STILL_HIDDEN = 194: "screening.still_hidden", "share", true_only, detail, Ratio, Lower, absolute(0.02),
            "Of hidden needs of households at intake: they stay hidden",
            "Van verborgen hulpvragen in huishoudens bij de intake: blijft verborgen";
        TRAJECTORY_WEEKS = 195: "trajectory.weeks", "weeks", registered, detail, Ratio, Neutral, absolute(2.0),
            "Weeks from the request to the end of a specialist's trajectory",
            "Weken van aanvraag tot het einde van hulp door een specialist";
        OUT_OF_SIGHT = 196: "trajectory.out_of_sight", "share", registered, detail, Ratio, Lower, absolute(0.02),
            "Of specialists' trajectories at the end of a term: nobody of the team looks at them",
            "Van hulp door specialisten aan het eind van een termijn: niemand van het wijkteam kijkt mee";
        TEAM_DEPTH = 197: "team.depth", "share", true_only, detail, Ratio, Higher, absolute(0.02),
            "Depth of the team in the domain of a need at intake",
            "Diepgang van het wijkteam op het levensdomein van een hulpvraag bij de intake";
        SPECIALISTS = 198: "team.specialists", "FTE", registered, detail, Stock, Neutral, per_thousand(0.01),
            "Specialists in the team", "Specialisten in het wijkteam";
    }
    state Depths;
}
