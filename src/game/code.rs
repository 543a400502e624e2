//! The code of a sheet: thirteen signs that a group reads out, with which no usual mistake goes unseen.
//!
//! `3A-7QK4-M2XF-9T3`: the round and the group, eight signs of the sheet, and three of a Reed-Solomon code over the
//! field of 32 elements, which covers the session's number, too (that is not sent). Two codes differ in at least four
//! signs: up to three wrong ones, and any two that were swapped, are refused, and of all other mistakes all but one in
//! 32,768. The signs are Crockford's: without I, L, O and U.

use super::boxes::BOXES;
use super::kit::{MOST_GROUPS, ROUNDS};
use super::sheet::{Sheet, group_name};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// The signs, by value.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a code, dashes apart.
pub const CODE_SIGNS: usize = HEAD + DATA + CHECKS;
/// Round and group.
const HEAD: usize = 2;
/// Of the sheet: 40 bits.
const DATA: usize = 8;
/// To check.
const CHECKS: usize = 3;
/// Of the session's number, which is not sent: 20 bits.
const SESSION: usize = 4;
/// Of a word of the code: what is sent, and the session.
const WORD: usize = SESSION + CODE_SIGNS;

/// What a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Round, from 1.
    pub round: u32,
    /// Group, from 0.
    pub group: usize,
    /// What was filled in.
    pub sheet: Sheet,
}

/// Why a code is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// It has so many signs.
    Length(usize),
    /// A sign that no code has.
    Sign(char),
    /// It would be right if it were of another round.
    Round(u32),
    /// It would be right if it were of another group.
    Group(usize),
    /// It would be right if one sign, by its place from 1, were another.
    Place(usize),
    /// More is wrong, or it is of another session.
    Unknown,
}

/// The code of a sheet in a session.
pub fn code(entry: &Entry, session: u32) -> String {
    let mut word = [0; WORD];
    put(&mut word[..SESSION], u64::from(session));
    word[SESSION] = entry.round as u8;
    word[SESSION + 1] = A + entry.group as u8;
    put(&mut word[SESSION + HEAD..WORD - CHECKS], entry.sheet.number());
    let checks = remainder(&word);
    word[WORD - CHECKS..].copy_from_slice(&checks);
    let sign = |i: usize| char::from(SIGNS[usize::from(word[SESSION + i])]);
    let part = |from: usize, to: usize| (from..to).map(sign).collect::<String>();
    [part(0, 2), part(2, 6), part(6, 10), part(10, 13)].join("-")
}

/// Reads a code of a session: capitals or not, dashes and spaces or not; I and L are read as 1, O as 0.
///
/// # Errors
/// What is likely to be wrong with it.
pub fn read_code(text: &str, session: u32) -> Result<Entry, Misread> {
    let mut signs = Vec::new();
    for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
        let meant = match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        };
        let value = SIGNS.iter().position(|sign| char::from(*sign) == meant).ok_or(Misread::Sign(c))?;
        signs.push(value as u8);
    }
    if signs.len() != CODE_SIGNS {
        return Err(Misread::Length(signs.len()));
    }
    let mut word = [0; WORD];
    put(&mut word[..SESSION], u64::from(session));
    word[SESSION..].copy_from_slice(&signs);
    if let Some(entry) = entry(&word) {
        return Ok(entry);
    }
    Err(likely(&word))
}

/// The value of the sign of group A.
const A: u8 = 10;

/// What a word says, if it is one of the code.
fn entry(word: &[u8; WORD]) -> Option<Entry> {
    if remainder(word) != word[WORD - CHECKS..] {
        return None;
    }
    let round = u32::from(word[SESSION]);
    let group = usize::from(word[SESSION + 1].checked_sub(A)?);
    let number = word[SESSION + HEAD..WORD - CHECKS].iter().fold(0, |n, sign| n << 5 | u64::from(*sign));
    let sheet = Sheet::of_number(number)?;
    ((1..=ROUNDS).contains(&round) && group < MOST_GROUPS).then_some(Entry { round, group, sheet })
}

/// The one sign that would make a word right, and what it would say then.
fn likely(word: &[u8; WORD]) -> Misread {
    for place in 0..CODE_SIGNS {
        for value in 0..32 {
            let mut other = *word;
            other[SESSION + place] = value;
            if let Some(entry) = entry(&other) {
                return match place {
                    0 => Misread::Round(entry.round),
                    1 => Misread::Group(entry.group),
                    _ => Misread::Place(place + 1),
                };
            }
        }
    }
    Misread::Unknown
}

impl Misread {
    /// As a problem for whoever typed it.
    pub fn diagnostic(self, typed: &str) -> Diagnostic {
        let message = match self {
            Self::Length(signs) => text!(
                "the code has {signs} signs in the place of {CODE_SIGNS}",
                "de code heeft {signs} tekens in plaats van {CODE_SIGNS}"
            ),
            Self::Sign(sign) => text!("no code has the sign '{sign}'", "het teken '{sign}' komt in geen code voor"),
            _ => Text::fixed("the code is not right: type it again", "de code klopt niet: typ hem opnieuw"),
        };
        let help = match self {
            Self::Round(round) => text!(
                "it would be right for round {round}: is the first sign right?",
                "voor ronde {round} zou hij kloppen: is het eerste teken goed?"
            ),
            Self::Group(group) => {
                let group = group_name(group);
                text!(
                    "it would be right for group {group}: is the second sign right?",
                    "voor groep {group} zou hij kloppen: is het tweede teken goed?"
                )
            }
            Self::Place(place) => text!("look at sign {place}", "kijk naar teken {place}"),
            Self::Unknown => Text::fixed(
                "several signs are wrong, or it is of another session",
                "er zijn meer tekens fout, of hij is van een andere sessie",
            ),
            Self::Length(_) | Self::Sign(_) => Text::default(),
        };
        let allowed = Text::fixed("a code such as 3A-7QK4-M2XF-9T3", "een code zoals 3A-7QK4-M2XF-9T3");
        Diagnostic {
            field: "code".to_owned(),
            message,
            value: typed.to_owned(),
            allowed,
            help,
            ..Diagnostic::default()
        }
    }
}

/// A number in signs, the highest first.
fn put(signs: &mut [u8], number: u64) {
    let mut left = number;
    for sign in signs.iter_mut().rev() {
        *sign = (left & 31) as u8;
        left >>= 5;
    }
}

/// A product in the field of 32 elements, by x^5 = x^2 + 1.
fn product(a: u8, b: u8) -> u8 {
    let (mut a, mut sum) = (a, 0);
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            sum ^= a;
        }
        a <<= 1;
        if a & 32 != 0 {
            a ^= 0b10_0101;
        }
    }
    sum
}

/// The check signs of a word: what is left when all before them is divided by the polynomial with the roots 2, 4, 8.
fn remainder(word: &[u8; WORD]) -> [u8; CHECKS] {
    const ROOTS: [u8; CHECKS] = [2, 4, 8];
    // (x + a)(x + b)(x + c), without its leading 1.
    let [a, b, c] = ROOTS;
    let divisor = [a ^ b ^ c, product(a, b) ^ product(a, c) ^ product(b, c), product(product(a, b), c)];
    let mut left = [0_u8; CHECKS];
    for sign in &word[..WORD - CHECKS] {
        let lead = left[0] ^ sign;
        left = [left[1] ^ product(lead, divisor[0]), left[2] ^ product(lead, divisor[1]), product(lead, divisor[2])];
    }
    left
}

const _: () = assert!(BOXES.len() < 32 && WORD < 32, "a code of this kind has fewer than 32 signs");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::STATES;
    use crate::random::assumption;

    const NUMBER: u32 = 0x5_3A7C;

    /// A hundred codes of all rounds and groups.
    fn codes() -> Vec<(Entry, String)> {
        let made = |i: u32| {
            let sheet = Sheet::of_number((assumption(7, i, "sheet") * STATES as f64) as u64).expect("a sheet");
            let entry = Entry { round: i % ROUNDS + 1, group: i as usize % MOST_GROUPS, sheet };
            (entry, code(&entry, NUMBER))
        };
        (0..100).map(made).collect()
    }

    fn signs(code: &str) -> Vec<char> {
        code.chars().filter(|c| *c != '-').collect()
    }

    #[test]
    fn a_code_reads_as_what_was_filled_in_however_it_is_typed() {
        for (entry, text) in codes() {
            assert_eq!(text.len(), CODE_SIGNS + 3, "{text}");
            let sloppy = text.to_lowercase().replace('-', " ").replace('1', "l").replace('0', "o");
            assert_eq!((read_code(&text, NUMBER), read_code(&sloppy, NUMBER)), (Ok(entry), Ok(entry)), "{text}");
        }
    }

    /// All 403 single changes of a hundred codes, round and group among them, are refused, and told where they are.
    #[test]
    fn a_code_with_one_wrong_sign_is_refused_with_its_place() {
        for (_, text) in codes() {
            let right = signs(&text);
            for place in 0..CODE_SIGNS {
                for sign in SIGNS.iter().map(|s| char::from(*s)).filter(|s| *s != right[place]) {
                    let mut wrong = right.clone();
                    wrong[place] = sign;
                    let typed: String = wrong.iter().collect();
                    let told = read_code(&typed, NUMBER).expect_err(&typed);
                    let is_told = match told {
                        Misread::Round(_) => place == 0,
                        Misread::Group(_) => place == 1,
                        Misread::Place(told) => place + 1 == told,
                        _ => false,
                    };
                    assert!(is_told, "{text} as {typed}: {told:?}");
                }
            }
        }
    }

    #[test]
    fn any_two_signs_that_are_swapped_are_refused() {
        let mut swaps = 0;
        for (_, text) in codes() {
            let right = signs(&text);
            for (i, j) in (0..CODE_SIGNS).flat_map(|i| (0..i).map(move |j| (i, j))) {
                let mut wrong = right.clone();
                wrong.swap(i, j);
                swaps += usize::from(wrong != right);
                assert!(wrong == right || read_code(&wrong.iter().collect::<String>(), NUMBER).is_err(), "{text}");
            }
        }
        assert!(swaps > 7_000, "{swaps}");
    }

    /// Every pair of places, and every three, with other signs in all of them; of every fourth code.
    #[test]
    fn two_or_three_wrong_signs_are_refused() {
        let mut tried = 0_u32;
        for (n, (_, text)) in codes().into_iter().step_by(4).enumerate() {
            let right = signs(&text);
            let others = |place: usize, seed: u32| {
                let at = SIGNS.iter().position(|s| char::from(*s) == right[place]).expect("a sign");
                char::from(SIGNS[(at + 1 + (assumption(3, seed, "sign") * 31.0) as usize) % 32])
            };
            for i in 0..CODE_SIGNS {
                for j in 0..i {
                    for k in 0..=j {
                        let mut wrong = right.clone();
                        for place in [i, j, k] {
                            wrong[place] = others(place, (n * 3000 + i * 200 + j * 14 + k + place * 7) as u32);
                        }
                        tried += 1;
                        let typed: String = wrong.iter().collect();
                        assert!(read_code(&typed, NUMBER).is_err(), "{text} as {typed}");
                    }
                }
            }
        }
        assert!(tried > 9_000, "{tried}");
    }

    #[test]
    fn a_code_of_another_session_is_refused_and_what_is_no_code_says_why() {
        for (i, (_, text)) in codes().into_iter().enumerate() {
            assert!(read_code(&text, NUMBER ^ (1 << (i % 20))).is_err(), "{text}");
        }
        let text = &codes()[0].1;
        assert_eq!(read_code(&text[..text.len() - 1], NUMBER), Err(Misread::Length(CODE_SIGNS - 1)));
        assert_eq!(read_code(&format!("{}U", &text[..text.len() - 1]), NUMBER), Err(Misread::Sign('U')));
        assert_eq!(read_code("", NUMBER), Err(Misread::Length(0)));
    }

    /// The field has 31 elements beside 0, each a power of 2, so that three roots in a row give three signs to check.
    #[test]
    fn the_powers_of_two_are_the_whole_field() {
        let mut power = 1;
        let mut seen = [false; 32];
        for _ in 0..31 {
            assert!(!seen[usize::from(power)], "{power} comes twice");
            seen[usize::from(power)] = true;
            power = product(power, 2);
        }
        assert!(power == 1 && !seen[0]);
    }
}
