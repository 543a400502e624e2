//! The known word that somebody probably meant.

use crate::language::{Text, text};

/// `did you mean 'x'?` for the nearest known word; empty where nothing is near.
pub(crate) fn suggestion(word: &str, known: &[&str]) -> Text {
    nearest(word, known).map_or_else(Text::default, |k| text!("did you mean '{k}'?", "bedoelde u '{k}'?"))
}

/// The known word that is near enough to be meant.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    // No known word is as long.
    if word.len() > 100 {
        return None;
    }
    let near = known
        .iter()
        .map(|k| (strsim::jaro_winkler(word, k), *k))
        .filter(|(score, k)| *score > 0.84 || k.rsplit('.').next() == Some(word))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    near.map(|(_, k)| k)
}
