//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use serde::{Deserialize, Serialize};

use super::state::Position;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

/// Whose the access to help is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum By {
    /// As it is today: what interests there are is in the model's other numbers.
    #[default]
    AsNow,
    /// The municipality's own service.
    Municipality,
    /// A foundation that gives no help of the second line.
    Foundation,
    /// Providers together: all of the team are theirs.
    Providers,
}

impl By {
    /// All, in the order of the lever's choices.
    pub const ALL: [Self; 4] = [Self::AsNow, Self::Municipality, Self::Foundation, Self::Providers];
}

rows! {
    parameters {
        referral: "position.referral", "log odds", tri(0.0, 0.5, 1.0), 0.0..=5.0,
            Assumption("no figure informs this; the range includes none; range 0 to 1"),
            "How much sooner somebody seconded refers to an employer with empty places only",
            "Hoeveel eerder een gedetacheerde verwijst naar een werkgever met alleen lege plekken";
        offers: "position.offers", "share", tri(0.0, 0.5, 1.0), 0.0..=1.0,
            Assumption("providers offer some services of many; no count seen; range 0 to 1"),
            "Of seconded professionals: those whose employer offers a given service",
            "Van de gedetacheerden: wie een werkgever heeft die een bepaalde dienst levert";
        retention: "position.retention", "share", tri(0.0, 0.1, 0.3), 0.0..=2.0,
            Assumption("no figure informs this; the range includes none; range 0 to 0.3"),
            "Terms that are renewed more often, where all are helped by the employer of who decides",
            "Termijnen die vaker worden verlengd als de eigen werkgever van wie beslist de hulp geeft";
        pull: "position.pull", "per year", tri(0.0, 0.1, 0.3), 0.0..=5.0,
            Assumption("no figure informs this; the range includes none; range 0 to 0.3"),
            "How fast a provider pulls its people in the team to its own way of working",
            "Hoe snel een aanbieder zijn mensen in het wijkteam naar de eigen werkwijze trekt";
        orientation: "position.orientation", "share", tri(0.0, 0.1, 0.25), 0.0..=1.0,
            Assumption("who lives by giving help sees less to it that people manage alone; no count; range 0 to 0.25"),
            "How far providers see to it that people manage (zorgen dat)",
            "In hoeverre aanbieders zorgen dát mensen verder kunnen";
        restraint: "position.restraint", "log odds", tri(0.0, 0.2, 0.5), 0.0..=5.0,
            Assumption("who answers for the budget thinks of it; no figure; the range includes none; range 0 to 0.5"),
            "How much less the municipality's own team refers", "Hoeveel minder een team van de gemeente zelf verwijst";
        refusal: "position.refusal", "share", tri(0.0, 0.02, 0.1), 0.0..=1.0,
            Assumption("who answers for the budget thinks of it; no figure; the range includes none; range 0 to 0.1"),
            "Grants that the municipality's own team withholds",
            "Toekenningen die een team van de gemeente zelf achterwege laat";
        slower: "position.slower", "ratio", tri(1.0, 1.5, 2.0), 1.0..=10.0,
            Assumption("a further board stands between routine and policy; no figure; the range includes none; range 1 \
                        to 2"),
            "Time in which organisations follow routines, for a foundation",
            "Tijd waarin organisaties routines volgen, voor een stichting";
    }
    settings {
        /// Whose the access is.
        by: By = By::AsNow;
        /// The part of the team that is seconded by providers.
        seconded: f64 = 0.0;
    }
    draws {
        /// Whether a need is with a professional whose employer offers the product.
        OWN_EMPLOYER = 291;
    }
    links {
        /// Empty places of the own employer make a referral likelier; a referral fills them.
        OWN_PROVIDER_REFERRAL = 101: "own_provider_referral", "empty places of the team's employers" =>
            "referrals to them", '+', "B3", Assumption("position.referral; the range includes none");
        /// Who works for a provider turns to its way of working.
        PROVIDER_ORIENTATION = 102: "provider_orientation", "seconded professionals" =>
            "orientation of professionals", '-', "", Assumption("position.pull; the range includes none");
    }
    indicators {
        OWN_REFERRALS = 260: "position.own_referrals", "entitlements", registered, detail, Flow, Neutral,
            per_thousand(0.25), "Referrals of the team to an own employer",
            "Verwijzingen van het wijkteam naar de eigen werkgever";
        OWN_RENEWALS = 261: "position.own_renewals", "entitlements", registered, detail, Flow, Neutral,
            per_thousand(0.25), "Terms of help by an own employer that were renewed",
            "Verlengde termijnen van hulp door de eigen werkgever";
        EMPTY_PLACES = 262: "position.empty", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "Empty places at employers of the team", "Lege plekken bij werkgevers van het wijkteam";
    }
    state Position;
}
