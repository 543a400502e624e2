//! The two languages that kantel speaks, and texts that exist in both.

use std::borrow::Cow;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A [`Text`] out of two literals, English and Dutch, that may hold variables in braces. Variables that are
/// texts themselves are named after a semicolon.
macro_rules! text {
    ($en:literal, $nl:literal $(,)?) => {
        $crate::language::Text { en: format!($en).into(), nl: format!($nl).into() }
    };
    ($en:literal, $nl:literal; $($name:ident),+ $(,)?) => {
        $crate::language::Text {
            en: { $(let $name = $name.of($crate::language::Lang::En);)+ format!($en).into() },
            nl: { $(let $name = $name.of($crate::language::Lang::Nl);)+ format!($nl).into() },
        }
    };
}
pub(crate) use text;

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Plain Dutch (B1).
    Nl,
}

impl Lang {
    /// The tag of the language: `en` or `nl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

/// No language has this tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the language is `en` or `nl`, not `{0}`")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `en` or `nl`.
    ///
    /// # Errors
    /// Any other text; the message names the two choices.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        match text {
            "en" => Ok(Self::En),
            "nl" => Ok(Self::Nl),
            other => Err(UnknownLang(other.to_owned())),
        }
    }
}

/// A text in both languages: who says something to a user says it in both, or it does not compile.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text {
    /// English.
    pub en: Cow<'static, str>,
    /// Dutch.
    pub nl: Cow<'static, str>,
}

impl Text {
    /// A text that is known beforehand.
    pub const fn fixed(en: &'static str, nl: &'static str) -> Self {
        Self { en: Cow::Borrowed(en), nl: Cow::Borrowed(nl) }
    }

    /// What is the same in both: a key, a number, a line of a file.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { nl: Cow::Owned(text.clone()), en: Cow::Owned(text) }
    }

    /// The text in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.nl.is_empty()
    }

    /// One of some words.
    pub fn one_of(words: &[&str]) -> Self {
        let words = words.join(", ");
        text!("one of {words}", "een van {words}")
    }
}

/// In English, as all that a program reads.
impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.en)
    }
}

/// Compares the English.
impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.en == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_itself_and_others_in_both_languages() {
        let (n, range) = (3, Text::fixed("0 to 1", "0 tot 1"));
        let told = text!("{n} is not {range}", "{n} is niet {range}"; range);
        assert_eq!((told.of(Lang::En), told.of(Lang::Nl)), ("3 is not 0 to 1", "3 is niet 0 tot 1"));
        assert_eq!(Text::one_of(&["a", "b"]).of(Lang::Nl), "een van a, b");
        assert!(Text::default().is_empty() && !told.is_empty());
    }
}
