//! The policy levers: each mechanism has its own in its room (`mechanisms/*/levers.rs`), and the list below has them
//! all. Everything else iterates the list: schema, help, docs and the generic tests. Levers act in its order at the
//! start of each week.

mod lever;
mod timeline;

pub use lever::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
pub use timeline::{ALWAYS, Course, LeverPatch, Schedule, Step, Timeline};

use crate::mechanisms::for_rooms;
use crate::tables::{chained, total};

macro_rules! all_levers {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        const OF_ROOMS: &[&[Lever]] = &[$($(#[$when])* crate::mechanisms::$room::LEVERS),*];
    };
}
for_rooms!(all_levers);

/// Every lever, in the order in which they act.
pub static LEVERS: &[Lever] = &chained::<_, { total(OF_ROOMS) }>(OF_ROOMS);

/// Every key that a lever had before, with its present one.
pub fn renamed() -> impl Iterator<Item = (&'static str, &'static str)> {
    LEVERS.iter().flat_map(|lever| lever.meta.aliases.iter().map(|alias| (*alias, lever.meta.key)))
}

/// Position in [`LEVERS`] of a key.
pub fn position(key: &str) -> Option<usize> {
    LEVERS.iter().position(|l| l.meta.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn keys_are_unique_words_complete_and_neutral_values_leave_the_settings_as_they_are() {
        for (i, lever) in LEVERS.iter().enumerate() {
            assert_eq!(position(lever.meta.key), Some(i), "{}", lever.meta.key);
            assert!(lever.meta.aliases.iter().all(|old| position(old).is_none()), "{}: its aliases", lever.meta.key);
            assert_eq!(lever.meta.unit.is_empty(), lever.meta.dutch_unit.is_empty(), "{}: its unit", lever.meta.key);
            let same = |other: &&Lever| other.meta.name == lever.meta.name || other.meta.dutch == lever.meta.dutch;
            assert_eq!(LEVERS.iter().filter(same).count(), 1, "{} is called as another lever", lever.meta.key);
            let choices = if let LeverKind::Choice(words) = lever.meta.kind { words.len() } else { 0 };
            assert_eq!(lever.meta.dutch_choices.len(), choices, "{}: its choices", lever.meta.key);
            if let Some(neutral) = lever.meta.neutral {
                let mut settings = Settings::default();
                (lever.apply)(neutral, &mut settings);
                assert_eq!(settings, Settings::default(), "{}", lever.meta.key);
            }
        }
    }
}
