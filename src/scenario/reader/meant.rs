//! What somebody meant who writes numbers and words as in a letter: a decimal comma, a percentage, euros, `ja`, curly
//! quotes, dates, and Dutch names of levers and products.

use crate::entities::Product;
use crate::language::{Text, text};
use crate::levers::LEVERS;
use crate::parameters::PARAMETERS;

/// What is wrong with a value, and what was probably meant.
#[derive(Debug, PartialEq)]
pub(super) struct Meant {
    pub(super) message: Text,
    pub(super) help: Text,
    /// The value itself, where one was meant.
    value: Option<String>,
}

/// What a value that cannot be read was meant to be; `None` where nobody can tell.
pub(super) fn meant(written: &str) -> Option<Meant> {
    let value = written.trim();
    let plain = value.trim_matches('"').trim();
    quotes(value)
        .or_else(|| one(plain))
        .or_else(|| within(value))
        .or_else(|| backslashes(value))
        .or_else(|| word(value))
}

/// What a number, flag or date was meant to be.
fn one(plain: &str) -> Option<Meant> {
    flag(plain)
        .or_else(|| date(plain))
        .or_else(|| percentage(plain))
        .or_else(|| with_unit(plain))
        .or_else(|| range(plain))
        .or_else(|| number(plain))
}

fn of(message: Text, meant: &str) -> Meant {
    let help = text!("did you mean {meant}?", "bedoelde u {meant}?");
    Meant { message, help, value: Some(meant.to_owned()) }
}

/// `“a”` or `‘a’`, as word processors make of `"a"`.
fn quotes(value: &str) -> Option<Meant> {
    const CURLY: [char; 7] = ['“', '”', '„', '‟', '‘', '’', '‚'];
    let begins = value.starts_with(CURLY) || value.starts_with(['{', '[']) && value.contains(CURLY);
    let straight = value.replace(CURLY, "\"");
    begins.then(|| of(Text::fixed("curly quotes", "gekrulde aanhalingstekens"), &straight))
}

fn flag(value: &str) -> Option<Meant> {
    let lower = value.to_lowercase();
    let meant = match lower.as_str() {
        "ja" | "waar" | "aan" | "yes" | "on" => "true",
        "nee" | "onwaar" | "uit" | "no" | "off" => "false",
        other @ ("true" | "false") if other != value => other,
        _ => return None,
    };
    Some(of(Text::fixed("yes and no are written true and false", "ja en nee schrijft u als true en false"), meant))
}

/// A date as people write it: nothing in a file has one.
fn date(value: &str) -> Option<Meant> {
    const MONTHS: [&str; 12] = ["jan", "feb", "maart", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov"];
    let parts: Vec<&str> = value.split(['-', '/', '.']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let in_figures = parts.iter().all(is_number) && matches!(lengths[..], [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2]);
    let words: Vec<String> = value.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let is_month = |word: &String| MONTHS.iter().chain(&["dec"]).any(|month| word.starts_with(month));
    let in_words = words.len() == 3 && is_month(&words[1]) && is_number(&words[0].as_str());
    (in_figures || in_words).then(|| Meant {
        message: Text::fixed("there are no dates here", "hier staan geen datums"),
        help: Text::fixed(
            "time is counted in years from the start: after_years = 2 is two years after it; a year is four digits: \
             2027",
            "de tijd telt in jaren vanaf het begin: after_years = 2 is twee jaar daarna; een jaartal heeft vier \
             cijfers: 2027",
        ),
        value: None,
    })
}

/// A share is a fraction of 1.
fn percentage(value: &str) -> Option<Meant> {
    let percent: f64 = decimal(value.strip_suffix('%')?)?.parse().ok()?;
    let share = libm::round(percent * 10_000.0) / 1_000_000.0;
    let message = Text::fixed("a share is written as a fraction of 1", "een aandeel schrijft u als deel van 1");
    Some(of(message, &share.to_string()))
}

/// What people write behind or before a number.
const UNITS: [&str; 16] = [
    "€",
    "euro",
    "eur",
    "euros",
    "jaar",
    "years",
    "year",
    "week",
    "weken",
    "weeks",
    "uur",
    "hours",
    "fte",
    "inwoners",
    "residents",
    "personen",
];

/// `€ 200` or `10 jaar`.
fn with_unit(value: &str) -> Option<Meant> {
    let lower = value.to_lowercase();
    let is_unit = |c: char| c.is_alphabetic() || c == '€';
    let amount = lower.trim_matches(|c: char| is_unit(c) || c.is_whitespace());
    let unit = lower.replace(amount, "");
    let amount = amount.trim_end_matches(",-");
    // Of an amount nobody writes three decimals.
    let are_thousands = amount.split_once('.').is_some_and(|(_, rest)| rest.len() == 3);
    let amount = decimal(&if are_thousands { amount.replace('.', "") } else { amount.to_owned() })?;
    let message = Text::fixed("a number is written without its unit", "een getal schrijft u zonder eenheid");
    UNITS.contains(&unit.trim()).then(|| of(message, &amount))
}

/// `3–5` or `3 tot 5`: somewhere between the two.
fn range(value: &str) -> Option<Meant> {
    let (low, high) = ["–", "—", " tot ", " to ", "-"].iter().find_map(|between| value.split_once(between))?;
    let (low, high) = (decimal(low)?, decimal(high)?);
    let message = Text::fixed("a range is written with its ends", "een bereik schrijft u met zijn uitersten");
    Some(of(message, &format!("{{ low = {low}, high = {high} }}")))
}

fn number(value: &str) -> Option<Meant> {
    let meant = decimal(value)?;
    let message = if value == meant {
        return None;
    } else if value.contains(',') {
        Text::fixed("numbers have a decimal point here", "getallen hebben hier een decimale punt")
    } else if value.matches('.').count() > 1 || value.contains([' ', '\u{a0}']) {
        Text::fixed(
            "numbers have no separators of thousands here",
            "getallen hebben hier geen punten voor duizendtallen",
        )
    } else if value.starts_with(['–', '−']) {
        Text::fixed("a minus is written with a hyphen", "een minteken schrijft u als koppelteken")
    } else {
        Text::fixed("a number has digits before and after its point", "een getal heeft cijfers voor en na de punt")
    };
    Some(of(message, &meant))
}

/// A number as people write it here, as TOML does; `None` for anything else.
fn decimal(value: &str) -> Option<String> {
    let value: String = value.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '_')).collect();
    let minus = if value.starts_with(['-', '–', '−']) { "-" } else { "" };
    let value = value.trim_start_matches(['-', '–', '−']);
    let (whole, rest) = match value.rsplit_once(',') {
        Some((whole, rest)) => (whole, rest),
        // 200.000 alone is a number of its own; with two full stops they stand before thousands.
        None if value.matches('.').count() > 1 => (value, ""),
        None => value.split_once('.').unwrap_or((value, "")),
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let are_groups = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let whole = groups.concat();
    if !are_groups || !is_number(&whole) || !is_number(rest) || whole.len() + rest.len() == 0 || whole.len() > 15 {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { &whole };
    Some(if rest.is_empty() { format!("{minus}{whole}") } else { format!("{minus}{whole}.{rest}") })
}

/// The values within a table or list, each by itself: `{ low = 0,1, high = 5% }`.
fn within(value: &str) -> Option<Meant> {
    if !value.starts_with(['{', '[']) {
        return None;
    }
    let (mut meant, mut rest, mut message) = (String::new(), value, None);
    while let Some((before, after)) = rest.split_once('=') {
        let (written, behind) = after.split_at(end_of_value(after));
        let found = one(written.trim());
        let right = found.as_ref().and_then(|found| found.value.clone());
        meant += before;
        meant += "=";
        match right {
            Some(right) => meant = meant + " " + &right + &written[written.trim_end().len()..],
            None => meant += written,
        }
        message = message.or(found.map(|found| (found.message, found.help, found.value.is_some())));
        rest = behind;
    }
    let (message, help, has_value) = message?;
    meant += rest;
    if has_value { Some(of(message, &meant)) } else { Some(Meant { message, help, value: None }) }
}

/// Where a value within a table ends: before the comma that another key follows, or before the bracket.
fn end_of_value(rest: &str) -> usize {
    if rest.trim_start().starts_with(['{', '[']) {
        return rest.find(['{', '[']).map_or(0, |at| at + 1);
    }
    let is_end = |at: usize| {
        let after = rest[at + 1..].trim_start();
        after.is_empty() || after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '{' | '}' | ']'))
    };
    let comma = rest.match_indices(',').map(|(at, _)| at).find(|at| is_end(*at));
    let bracket = rest.find(['}', ']']);
    comma.into_iter().chain(bracket).min().unwrap_or(rest.len())
}

/// A path as Windows writes it: in quotes a backslash begins a special character.
fn backslashes(value: &str) -> Option<Meant> {
    let message = Text::fixed(
        "in double quotes a backslash begins a special character",
        "tussen dubbele aanhalingstekens begint een backslash een bijzonder teken",
    );
    (value.starts_with('"') && value.contains('\\')).then(|| of(message, &value.replace('\\', "/")))
}

/// A text without quotes.
fn word(value: &str) -> Option<Meant> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '\\' | ':' | ' ');
    let is_word = value.starts_with(|c: char| c.is_alphabetic() || c == '/') && value.chars().all(is_part);
    is_word.then(|| {
        let message = Text::fixed("a text stands in quotes", "een tekst staat tussen aanhalingstekens");
        of(message, &format!("\"{}\"", value.replace('\\', "/")))
    })
}

/// The key among `known` whose Dutch name a word is, or nearly is.
pub(super) fn by_dutch_name(word: &str, known: &[&str]) -> Option<(&'static str, &'static str)> {
    let plain = |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let levers = LEVERS.iter().map(|lever| (lever.meta.key, lever.meta.dutch));
    let parameters = PARAMETERS.iter().map(|meta| (meta.key, meta.dutch));
    let products = Product::ALL.into_iter().map(|product| (product.key(), product.meta().dutch));
    let choices = LEVERS.iter().filter_map(|lever| match lever.meta.kind {
        crate::levers::LeverKind::Choice(words) => {
            Some(words.iter().copied().zip(lever.meta.dutch_choices.iter().copied()))
        }
        _ => None,
    });
    let word = plain(word);
    let near = |dutch: &str| {
        let dutch = plain(dutch);
        // The first word of a long name is enough: `huisbezoek` of `huisbezoek, uren per week`.
        let score = match () {
            () if dutch == word => 1.0,
            () if word.len() >= 5 && dutch.starts_with(&word) => 0.95,
            () => strsim::jaro_winkler(&word, &dutch),
        };
        (score > 0.9).then_some(score)
    };
    let all = levers.chain(parameters).chain(products).chain(choices.flatten());
    let found = all.filter(|(key, _)| known.contains(key)).filter_map(|(key, dutch)| Some((near(dutch)?, key, dutch)));
    found.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, key, dutch)| (key, dutch))
}

/// What the parser says of a line, in Dutch.
pub(super) fn in_dutch(message: &str) -> &'static str {
    const KNOWN: [(&str, &str); 22] = [
        ("unexpected key or value", "hier hoort niets meer op deze regel"),
        ("unexpected content", "hier hoort niets meer op deze regel"),
        ("string values must be quoted", "een tekst hoort tussen aanhalingstekens"),
        ("invalid basic string", "een tekst waarvan het aanhalingsteken aan het eind ontbreekt"),
        ("missing opening quote", "het aanhalingsteken aan het begin ontbreekt"),
        ("unclosed table", "de haak ] aan het eind ontbreekt"),
        ("unclosed array table", "de haken ]] aan het eind ontbreken"),
        ("unclosed array", "de haak ] aan het eind ontbreekt"),
        ("unclosed inline table", "de accolade } aan het eind ontbreekt"),
        ("key with no value", "achter deze naam ontbreken = en een waarde"),
        ("missing value", "achter het teken = ontbreekt een waarde"),
        ("missing assignment", "het teken = ontbreekt"),
        ("extra assignment", "een teken = te veel"),
        ("extra `=`", "een teken = te veel"),
        ("missing comma", "een komma ontbreekt"),
        ("extra comma", "een komma te veel"),
        ("unquoted keys cannot be empty", "een naam ontbreekt"),
        ("missing key", "een naam ontbreekt"),
        ("invalid unquoted key", "een naam met een teken dat daar niet kan"),
        ("invalid date", "een datum die geen datum is"),
        ("unexpected leading zero", "een getal dat met een nul begint"),
        ("missing escaped value", "een backslash die niets betekent"),
    ];
    KNOWN.iter().find(|(en, _)| message.starts_with(en)).map_or("deze regel is niet te lezen", |(_, nl)| nl)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lang;

    fn help(written: &str) -> String {
        meant(written).map_or_else(String::new, |m| m.help.of(Lang::Nl).to_owned())
    }

    #[test]
    fn numbers_and_words_of_letters_are_understood() {
        for (written, right) in [
            ("0,3", "0.3"),
            ("12,5", "12.5"),
            ("1.000.000", "1000000"),
            ("200.000,50", "200000.50"),
            ("50%", "0.5"),
            ("12,5 %", "0.125"),
            ("€ 200", "200"),
            ("200 euro", "200"),
            ("10 jaar", "10"),
            ("€ 1.250,-", "1250"),
            ("ja", "true"),
            ("Nee", "false"),
            ("True", "true"),
            ("“reactive”", "\"reactive\""),
            ("–3", "-3"),
            ("3–5", "{ low = 3, high = 5 }"),
            ("0,1 tot 0,3", "{ low = 0.1, high = 0.3 }"),
            (".5", "0.5"),
            ("{ low = 0,1, high = 0,3 }", "{ low = 0.1, high = 0.3 }"),
            ("{ value = 45.000.000 }", "{ value = 45000000 }"),
            ("[{ value = 1 }, { after_years = 2, value = 5% }]", "[{ value = 1 }, { after_years = 2, value = 0.05 }]"),
            ("\"C:\\kaarten\\x.toml\"", "\"C:/kaarten/x.toml\""),
            ("random", "\"random\""),
            ("1 000", "1000"),
        ] {
            assert_eq!(help(written), format!("bedoelde u {right}?"), "{written}");
        }
        for date in ["1-1-2027", "2027-01-01", "1 januari 2027"] {
            assert!(help(date).contains("after_years"), "{date}");
        }
        for right in ["0.3", "[1, 2", "3", "{ low = 0.1, high = 0.3 }", "= 4", ""] {
            assert_eq!(meant(right), None, "{right}");
        }
    }

    #[test]
    fn dutch_names_lead_to_keys() {
        let levers: Vec<&str> = LEVERS.iter().map(|lever| lever.meta.key).collect();
        for lever in LEVERS {
            assert_eq!(by_dutch_name(lever.meta.dutch, &levers).map(|found| found.1), Some(lever.meta.dutch));
        }
        let products = Product::ALL.map(Product::key);
        assert_eq!(by_dutch_name("begeleiding", &products).map(|found| found.0), Some("guidance"));
        assert_eq!(by_dutch_name("xyzzy", &levers), None);
    }
}
