//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::state::Shares;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Literature};

rows! {
    parameters {
        uptake: "experience.uptake", "ratio", tri(0.0, 0.3, 0.8), 0.0..=5.0,
            Assumption("no figure of doors that open to experts by experience seen; the range includes none; range 0 \
                        to 0.8"),
            "How much more often help is accepted, and how much more trust grows, if all hours were theirs",
            "Hoeveel vaker hulp wordt geaccepteerd en hoeveel meer vertrouwen groeit, als alle uren van hen waren";
        engagement: "experience.engagement", "ratio", tri(0.0, 0.1, 0.3), 0.0..=5.0,
            Literature("White and others 2020: 19 trials find a modest gain in recovery and empowerment, and none in \
                        symptoms and use of services; the range includes none; range 0 to 0.3"),
            "How much more people take part in help beside unsolved debts and housing, if all hours were theirs",
            "Hoeveel meer mensen meedoen met hulp naast onopgeloste schulden en woonproblemen, als alle uren van hen \
             waren";
        price: "experience.price", "ratio", tri(0.6, 0.8, 1.0), 0.0..=2.0,
            Assumption("many work below the scale of a professional; no count seen; range 0.6 to 1"),
            "Price of an hour of an expert by experience, over that of a professional",
            "Prijs van een uur van een ervaringsdeskundige, vergeleken met een professional";
        relapse: "experience.relapse", "per year", tri(0.05, 0.13, 0.25), 0.0..=5.0,
            Literature("of anxiety disorders in remission 23.5 % come back within two years (NESDA 2013), 0.13 a year; \
                        who works may differ; range 0.05 to 0.25"),
            "Experts by experience who stop because their own problems come back",
            "Ervaringsdeskundigen die stoppen omdat hun eigen problemen terugkomen";
        pressure: "experience.pressure", "ratio", tri(0.0, 0.5, 1.0), 0.0..=10.0,
            Assumption("no figure seen; the range includes none; range 0 to 1"),
            "How much more of them stop in a team with twice the work that it has hours for, without guidance",
            "Hoeveel meer van hen stoppen in een wijkteam met twee keer zoveel werk als uren, zonder begeleiding";
        guidance: "experience.guidance_enough", "hours per year", tri(10.0, 20.0, 40.0), 0.1..=500.0,
            Assumption("two hours a month in ten months; no norm seen; range 10 to 40"),
            "Guidance of an expert by experience that is enough under any pressure",
            "Begeleiding van een ervaringsdeskundige die bij elke werkdruk genoeg is";
    }
    settings {
        /// The share of the team's jobs that are planned for experts by experience.
        share: f64 = 0.0;
        /// Hours a year that each of them is guided.
        guidance_hours: f64 = 0.0;
    }
    draws {
        /// Whether an expert's own problems come back in a week.
        EXPERT_RELAPSE = 257;
        /// Whether who is hired is one, where a plan has less than half a job of them.
        EXPERT = 272;
    }
    links {
        /// Experts by experience are let in, trusted and worked with.
        EXPERIENCE_UPTAKE = 72: "experience_uptake", "hours of experts by experience" =>
            "acceptance, trust and taking part in help", '+', "",
            Assumption("experience.uptake, experience.engagement; the ranges include none");
    }
    indicators {
        EXPERTS = 199: "experts.fte", "FTE", registered, detail, Stock, Neutral, per_thousand(0.01),
            "Experts by experience in the team", "Ervaringsdeskundigen in het wijkteam";
        EXPERTS_DROPPED = 200: "experts.dropped", "persons", registered, detail, Flow, Lower, per_thousand(0.005),
            "Experts by experience who stopped because of their own problems",
            "Ervaringsdeskundigen die stopten vanwege eigen problemen";
        FOUND_ACCEPTED = 201: "outreach.accepted", "share", registered, detail, Ratio, Higher, absolute(0.02),
            "Needs that were found, of which help was accepted",
            "Hulpvragen die gevonden zijn en waarbij hulp is geaccepteerd";
    }
    state Shares;
}
