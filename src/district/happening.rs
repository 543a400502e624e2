//! What a mechanism tells the others: something has happened that they may react to.

use super::rate::Rate;
use crate::entities::{Lines, Route};
use crate::ids::{CaseId, EpisodeId, Key, ResidentId};
use crate::language::Text;

macro_rules! happenings {
    ($($(#[$doc:meta])* $name:ident($($what:ty),*), $english:literal, $dutch:literal;)*) => {
        /// Something that has happened.
        #[derive(Clone, Copy, Debug)]
        pub enum Happening { $($(#[$doc])* $name($($what),*)),* }

        /// What kind of thing has happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Kind { $($(#[$doc])* $name),* }

        impl Kind {
            /// All, in order.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name),*];

            /// In words.
            pub const fn text(self) -> Text {
                match self { $(Self::$name => Text::fixed($english, $dutch)),* }
            }
        }

        impl Happening {
            /// Its kind.
            #[inline]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$name(..) => Kind::$name),* }
            }
        }
    };
}

happenings! {
    /// A need has begun; whether it goes on with one that was there before.
    NeedBegan(EpisodeId, bool), "a need begins, or comes back", "een hulpvraag ontstaat, of komt terug";
    /// A need that help had ended has come back; it is another episode from now on.
    NeedCameBack(EpisodeId), "a need comes back", "een hulpvraag komt terug";
    /// A need has worsened.
    NeedWorsened(EpisodeId), "a need worsens", "een hulpvraag verergert";
    /// A need has become lighter.
    NeedImproved(EpisodeId), "a need becomes lighter", "een hulpvraag wordt lichter";
    /// A need passes; its episode is still there.
    NeedPasses(EpisodeId), "a need passes", "een hulpvraag gaat over";
    /// A need has come to light.
    NeedKnown(EpisodeId, Route), "a need comes to light", "een hulpvraag komt aan het licht";
    /// A need goes on as another episode: the slot and generation of the old one, and the new one.
    NeedGoesOn((EpisodeId, u16), EpisodeId), "a need goes on as another", "een hulpvraag gaat over in een andere";
    /// Help of some lines has turned out well (`true`) or badly for somebody.
    HelpTurnedOut(ResidentId, Lines, bool), "help turns out well or badly", "hulp pakt goed of slecht uit";
    /// The team begins to help somebody, or Wmo help is granted or renewed.
    HelpAgreed(ResidentId), "help is agreed with somebody", "iemand spreekt hulp af";
    /// A factor of somebody's rate has risen beyond its bound.
    RateRose(Rate, ResidentId), "a rate can rise beyond its bound", "een kans kan boven de grens uitkomen";
    /// The GP does not refer a need.
    NotReferred(EpisodeId), "the GP does not refer a need", "de huisarts verwijst niet voor een hulpvraag";
    /// Somebody has waited long for the team with a need; the key of the case.
    WaitsForTeam(EpisodeId, Key), "somebody waits long for the team", "iemand wacht lang op het wijkteam";
    /// The team mobilises somebody's network for a need; the key of the case.
    NetworkMobilised(EpisodeId, Key), "the team mobilises a network", "het wijkteam zet een netwerk in";
    /// A case of the team begins, with the need that opened it; the key of the case.
    CaseBegan(EpisodeId, Key), "a case of the team begins", "een zaak van het wijkteam begint";
    /// A case has waited long, or its person has lost patience; the need that it was asked for.
    CaseUnanswered(CaseId, EpisodeId), "a case waits long, or its person gives up",
        "een zaak wacht lang, of de aanvrager haakt af";
    /// A case of the team closes.
    CaseClosed(CaseId), "a case of the team closes", "een zaak van het wijkteam sluit";
    /// A service begins for somebody.
    ServiceBegan(ResidentId), "a service begins", "een dienst begint";
    /// The last carer for a need, heavily burdened, has stopped, and the person wants help at once.
    LeftWithoutCare(EpisodeId), "somebody is left without care", "iemand blijft zonder mantelzorg achter";
    /// A professional has left: the team and the job, by their positions.
    ProfessionalLeft(u8, u32), "a professional leaves the team", "een professional vertrekt uit het wijkteam";
}
