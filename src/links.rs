//! The causal links: one table that the submodels read, that `kantel explain` prints, and whose strengths a scenario
//! can cut.
//!
//! A strength of 1 is the model as it is, 0 cuts the link. Loops are named sets of links; outcomes have no switch.

use crate::provenance::Source::{self, Assumption, Literature};

/// One causal link.
#[derive(Clone, Debug)]
pub struct LinkMeta {
    /// Key in `[links]`.
    pub key: &'static str,
    /// Cause.
    pub from: &'static str,
    /// Effect.
    pub to: &'static str,
    /// `+` if more of the cause gives more of the effect.
    pub sign: char,
    /// The feedback loop that it belongs to; empty if none.
    pub feedback: &'static str,
    /// Where its strength comes from.
    pub source: Source,
}

macro_rules! links {
    ($(
        $(#[$doc:meta])*
        $name:ident: $key:literal, $from:literal => $to:literal, $sign:literal, $feedback:literal, $source:expr;
    )*) => {
        /// A causal link that can be cut.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Link { $($(#[$doc])* $name),* }

        /// Every link, in the order of [`Link`].
        pub static LINKS: &[LinkMeta] = &[
            $(LinkMeta { key: $key, from: $from, to: $to, sign: $sign, feedback: $feedback, source: $source }),*
        ];
    };
}

links! {
    /// Open episodes make further onsets likelier.
    Coupling: "coupling", "open needs" => "onset of other needs", '+', "", Literature("SCP 2018; onset.coupling");
    /// Strain makes carers ill.
    StrainOnset: "strain_onset", "strain of carers" => "onset of mental and social needs of carers", '+', "B1",
        Assumption("onset.strain");
    /// Having nobody makes lonely.
    IsolationOnset: "isolation_onset", "having no tie and no adult housemate" => "onset of social needs", '+', "",
        Assumption("onset.isolation");
    /// Burdened carers stop sooner.
    StrainStops: "strain_stops", "strain of carers" => "carers who stop", '+', "B1", Assumption("care.stop_burdened");
    /// Help speeds recovery.
    HelpRecovery: "help_recovery", "help received" => "recovery", '+', "R1/R2",
        Assumption("help.team, help.second_line, help.informal, debt.success; the ranges of the first three include \
                    none");
    /// Help slows worsening.
    HelpWorsening: "help_worsening", "help received" => "worsening", '-', "R1/R2",
        Assumption("help.protection; the range includes none");
    /// Heavy cases crowd out finding early.
    PressureOutreach: "pressure_outreach", "pressure on the team" => "hours for outreach and collective work", '-',
        "R1/R2", Assumption("team.crowding");
    /// Presence makes the team visible.
    PresenceVisibility: "presence_visibility", "hours of presence" => "visibility of the team", '+', "R4",
        Assumption("team.visibility_rate");
    /// A visible team is asked sooner.
    VisibilityAsking: "visibility_asking", "visibility of the team" => "asking", '+', "R4",
        Assumption("asking.visibility; the range includes none");
    /// Trusting people ask sooner and accept help.
    TrustAsking: "trust_asking", "trust in the first line" => "asking and accepting help", '+', "R4",
        Assumption("asking.trust");
    /// Outcomes of help move trust.
    OutcomeTrust: "outcome_trust", "outcome of help" => "trust", '+', "R4", Assumption("trust.up, trust.down");
    /// Trust moves along ties.
    TrustTies: "trust_ties", "trust of one" => "trust of ties", '+', "R4", Assumption("trust.tie");
    /// Unsolved basics lower engagement.
    BasicsEngagement: "basics_engagement", "unsolved debts and housing" => "effect of other help", '-', "R9",
        Assumption("help.basics");
    /// Debt and crisis lower doenvermogen.
    DebtCapacity: "debt_capacity", "debts and crisis" => "doenvermogen", '-', "R9",
        Literature("WRR 2017; capacity.debt");
    /// A lack of doenvermogen keeps people from asking.
    CapacityAsking: "capacity_asking", "doenvermogen" => "asking", '+', "R9", Assumption("asking.capacity");
    /// People who wait for the second line are bridged by the team.
    WaitingBridging: "waiting_bridging", "waiting for the second line" => "bridging hours of the team", '+', "R10",
        Assumption("waiting.bridging");
    /// A pressed team refers sooner.
    PressureReferral: "pressure_referral", "pressure on the team" => "referral to the second line", '+', "R10, R11",
        Assumption("referral.pressure");
    /// Closing brings relapse.
    ClosingRelapse: "closing_relapse", "recovery with help" => "relapse", '+', "R8",
        Assumption("relapse.base, relapse.early");
    /// Aftercare prevents relapse.
    AftercareRelapse: "aftercare_relapse", "aftercare" => "relapse", '-', "R8",
        Assumption("relapse.aftercare; the range includes none");
    /// Who is refused tries another door.
    RefusalWaterbed: "refusal_waterbed", "refusal at the municipal gate" => "requests at other doors", '+', "B4",
        Assumption("waterbed.share");
    /// Who waits long tries another door.
    WaitingWaterbed: "waiting_waterbed", "long waiting" => "requests at other doors", '+', "B4",
        Assumption("waterbed.share");
    /// A mobilised network gives more hours.
    MobilisingCare: "mobilising_care", "mobilising of networks" => "informal care", '+', "B1",
        Assumption("care.mobilise; the range includes none");
    /// Informal and usual care come off formal care.
    CareEntitlement: "care_entitlement", "informal and usual care" => "entitlements", '-', "B1",
        Literature("Duell et al., JLTC 2021; gate.usual_care, gate.informal");
}

/// Number of links.
pub const LINK_COUNT: usize = 23;

/// The feedback loops that can be cut as a whole, with what each means in plain words.
pub static LOOPS: &[(&str, &str, &str)] = &[
    (
        "R1/R2",
        "Help prevents heavier need, and heavy cases crowd out finding early",
        "Hulp voorkomt zwaardere nood, en zware zaken verdringen vroeg vinden",
    ),
    ("R4", "A visible, trusted team is asked sooner", "Een zichtbaar en vertrouwd team krijgt eerder vragen"),
    ("R8", "Who recovered with help falls back", "Wie met hulp herstelde, valt terug"),
    (
        "R9",
        "Unsolved debts and housing make other help work less",
        "Onopgeloste schulden en woonproblemen maken andere hulp minder werkzaam",
    ),
    ("R10", "Waiting for specialists costs the team hours", "Wachten op specialisten kost het team uren"),
    ("R11", "A team under pressure refers sooner", "Een team onder druk verwijst eerder door"),
    ("B1", "Carers become heavily burdened", "Mantelzorgers raken zwaarbelast"),
    ("B4", "Who is refused here asks elsewhere", "Wie hier wordt afgewezen, vraagt elders hulp"),
];

impl Link {
    /// The link with a key.
    pub fn position(key: &str) -> Option<usize> {
        LINKS.iter().position(|l| l.key == key)
    }
}

/// The links of a loop (a link can belong to several, its feedback names them all).
pub fn links_of(feedback: &str) -> Vec<usize> {
    (0..LINKS.len()).filter(|&i| LINKS[i].feedback.split(", ").any(|f| f == feedback)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loop_has_links_and_every_named_feedback_is_a_loop() {
        assert_eq!(LINKS.len(), LINK_COUNT);
        for (feedback, _, _) in LOOPS {
            assert!(!links_of(feedback).is_empty(), "{feedback}");
        }
        for feedback in LINKS.iter().flat_map(|l| l.feedback.split(", ")).filter(|f| !f.is_empty()) {
            assert!(LOOPS.iter().any(|(f, _, _)| *f == feedback), "{feedback}");
        }
    }
}
