//! In which language the program speaks to who uses it: that of `--lang`, else that of the terminal.
//!
//! What is written to files follows `--lang` alone, so that its bytes do not depend on the place.

use std::ffi::OsString;

use super::args::Language;
use crate::language::Lang;

/// The language of messages for what an option says.
pub(super) fn spoken(asked: Option<Language>) -> Lang {
    asked.map_or_else(of_place, Language::lang)
}

/// The language of files for what an option says.
pub(super) fn written(asked: Option<Language>) -> Lang {
    asked.map_or(Lang::En, Language::lang)
}

/// The language of messages for arguments that may hold mistakes.
pub(super) fn scanned(arguments: &[OsString]) -> Lang {
    let texts: Vec<_> = arguments.iter().map(|a| a.to_string_lossy()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| &*pair[1]);
    match joined.or(apart).map(str::to_lowercase).as_deref() {
        Some("en") => Lang::En,
        Some("nl") => Lang::Nl,
        _ => of_place(),
    }
}

/// What the terminal or the system is set to.
fn of_place() -> Lang {
    of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// `nl`, `nl-NL` and `nl_BE.UTF-8` are Dutch.
fn of_locale(locale: &str) -> Lang {
    let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("nl") { Lang::Nl } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_counts_before_the_place() {
        let of = |arguments: &[&str]| scanned(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["kantel", "compare", "--lang", "NL"]), Lang::Nl);
        assert_eq!(of(&["kantel", "compare", "--lang=en", "x"]), Lang::En);
        assert_eq!(of(&["kantel", "compare", "--lang", "dutch"]), of_place());
        assert_eq!(["nl", "nl-NL", "nl_BE.UTF-8"].map(of_locale), [Lang::Nl; 3]);
        assert_eq!(["", "C", "en-US", "nld-X"].map(of_locale), [Lang::En; 4]);
    }
}
