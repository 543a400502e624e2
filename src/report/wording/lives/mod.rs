//! How one household's two courses are told, in both languages.

mod desks;
mod en;
mod events;
mod nl;
mod voice;

pub(in crate::report) use desks::{
    DESK, DESKS, Desk, MARK, MARKED, NOTHING, SAME_FOR_KIND, about, drawn_of_about, drawn_of_differing, lesson,
    long_waits, none_of_kind, of_kind, sentence,
};
pub use events::event_text;
pub(in crate::report) use voice::{DrawnNumbers, LifeVoice, LifeWords};

use super::Lang;
use crate::entities::Product;

/// What a service is called in plain words.
pub fn service_name(lang: Lang, product: Product) -> &'static str {
    lang.life_voice().words().product(product)
}

impl Lang {
    /// The sentences about a household.
    pub(in crate::report) fn life_voice(self) -> &'static dyn LifeVoice {
        match self {
            Self::En => &en::EnglishLives,
            Self::Nl => &nl::DutchLives,
        }
    }
}
