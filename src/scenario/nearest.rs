//! The known word that somebody probably meant.

use crate::language::{Text, text};

/// What became of words that are now several.
const SPLIT: [(&str, &str, &str); 1] = [("youth_help", "youth_ambulatory", "youth_residential")];

/// `did you mean 'x'?` for the nearest known word; empty where nothing is near. Who writes a word that is several
/// now is told so: what held for it may hold for each of them, and may not.
pub(crate) fn suggestion(word: &str, known: &[&str]) -> Text {
    let is_part = |of: &str, part: &str| of.split('.').any(|p| p == part);
    let split = SPLIT.iter().find(|(old, first, _)| is_part(word, old) && known.iter().any(|k| is_part(k, first)));
    if let Some((old, first, second)) = split {
        return text!(
            "'{old}' is now two services, '{first}' and '{second}': state each of them",
            "'{old}' is nu twee diensten, '{first}' en '{second}': noem elk daarvan"
        );
    }
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
