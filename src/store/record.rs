//! The bytes of a store: a first line, a head that says what is computed, and records, each with checks of its own.
//!
//! A record is its length, a check of its payload and a check of these two, four bytes each (CRC-32), and then the
//! payload. A file can end within a record only because whoever wrote it was killed: what is there of it is left out.
//! Anything else that does not fit was altered.

use serde::{Deserialize, Serialize};

use super::key::Key;
use crate::observation::Trajectory;

/// The first line.
pub(super) const FIRST: &[u8] = b"kantel courses 1\n";
/// Bytes before the payload of a record.
pub(super) const BEFORE: usize = 12;

/// Something that was read for a study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Path as the user gave it, or `builtin:NAME`.
    pub name: String,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

/// A part of the draws: those whose sample, divided by `of`, leaves `part` - 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which, from 1.
    pub part: u32,
    /// Of how many.
    pub of: u32,
}

impl Shard {
    /// Whether a sample is in it.
    pub const fn holds(self, sample: u32) -> bool {
        sample % self.of == self.part - 1
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

/// A text that names no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("1/4 is the first of four parts; at most {MOST_PARTS} parts")]
pub struct NoShard;

/// The most parts that draws are divided into.
const MOST_PARTS: u32 = 10_000;

impl std::str::FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let (part, of) = text.split_once('/').ok_or(NoShard)?;
        let (part, of) = (part.parse().map_err(|_| NoShard)?, of.parse().map_err(|_| NoShard)?);
        let is_one = (1..=of).contains(&part) && of <= MOST_PARTS;
        if is_one { Ok(Self { part, of }) } else { Err(NoShard) }
    }
}

/// What is computed, and by which command.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the model.
    pub model_version: u32,
    /// Version of kantel.
    pub kantel_version: String,
    /// The command line, without the program.
    pub command: Vec<String>,
    /// The folder in which it was given.
    pub folder: String,
    /// Scenarios as they are compared, the base first: names, and texts in full.
    pub scenarios: Vec<(String, String)>,
    /// What their courses are known by in the first draw, in hexadecimal: equal keys are equal scenarios.
    pub keys: Vec<String>,
    /// How it is carried out: samples, feedbacks, the household.
    pub options: Vec<(String, String)>,
    /// What was read.
    pub sources: Vec<Source>,
    /// Which part of the draws, if it is a part.
    pub shard: Option<Shard>,
}

/// Why bytes are no store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The first line is another.
    NoStore,
    /// They were altered, from this byte on.
    Altered(usize),
}

/// A record at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Of which course; `None` is the head.
    pub(super) key: Option<Key>,
    /// Where the payload begins.
    pub(super) at: usize,
    /// How long it is.
    pub(super) len: usize,
}

/// A payload with its checks.
pub(super) fn framed(payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(BEFORE + payload.len());
    bytes.extend_from_slice(&(payload.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&crc32fast::hash(payload).to_le_bytes());
    let own = crc32fast::hash(&bytes);
    bytes.extend_from_slice(&own.to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// The payload of a course.
pub(super) fn payload(key: Key, course: &Trajectory) -> Vec<u8> {
    let bare = Trajectory { scenario: 0, ..course.clone() };
    let bytes = key.0.to_vec();
    postcard::to_extend(&bare, bytes).unwrap_or_default()
}

/// The course of a payload.
pub(super) fn course(payload: &[u8]) -> Option<Trajectory> {
    postcard::from_bytes(payload.get(32..)?).ok()
}

/// The records of a file, the head first, and how many bytes belong to whole ones.
pub(super) fn places(bytes: &[u8]) -> Result<(Vec<Place>, usize), Unreadable> {
    if bytes.len() < FIRST.len() && FIRST.starts_with(bytes) {
        return Ok((Vec::new(), 0));
    }
    if !bytes.starts_with(FIRST) {
        return Err(Unreadable::NoStore);
    }
    let (mut places, mut at) = (Vec::new(), FIRST.len());
    while let Some(before) = bytes.get(at..at + BEFORE) {
        let word = |i: usize| u32::from_le_bytes(before[i..i + 4].try_into().unwrap_or_default());
        if crc32fast::hash(&before[..8]) != word(8) {
            return Err(Unreadable::Altered(at));
        }
        let len = word(0) as usize;
        let Some(payload) = bytes.get(at + BEFORE..at + BEFORE + len) else { break };
        if crc32fast::hash(payload) != word(4) {
            return Err(Unreadable::Altered(at));
        }
        let key = if places.is_empty() { None } else { payload.get(..32).and_then(|key| key.try_into().ok().map(Key)) };
        // What is no course was put there: to cut a file off leaves whole ones.
        if !places.is_empty() && (key.is_none() || course(payload).is_none()) {
            return Err(Unreadable::Altered(at));
        }
        places.push(Place { key, at: at + BEFORE, len });
        at += BEFORE + len;
    }
    Ok((places, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(courses: u32) -> Vec<u8> {
        let mut bytes = FIRST.to_vec();
        bytes.extend(framed(b"{\"head\":1}"));
        for sample in 0..courses {
            let course =
                Trajectory { sample, replicate: 1, flows: vec![vec![i64::from(sample); 3]], ..Trajectory::default() };
            bytes.extend(framed(&payload(Key([sample as u8; 32]), &course)));
        }
        bytes
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = some(3);
        let (places, whole) = places(&bytes).expect("a store");
        assert_eq!((places.len(), whole), (4, bytes.len()));
        let last = places[3];
        assert_eq!(last.key, Some(Key([2; 32])));
        let read = course(&bytes[last.at..last.at + last.len]).expect("a course");
        assert_eq!((read.sample, read.replicate, read.flows), (2, 1, vec![vec![2; 3]]));
    }

    /// Wherever a file ends, what was whole before is there, and nothing else.
    #[test]
    fn a_file_that_ends_early_has_its_whole_records() {
        let bytes = some(3);
        let ends: Vec<usize> = places(&bytes).expect("a store").0.iter().map(|place| place.at + place.len).collect();
        for end in 0..bytes.len() {
            let (found, whole) = places(&bytes[..end]).unwrap_or_else(|why| panic!("{end}: {why:?}"));
            assert_eq!(found.len(), ends.iter().filter(|e| **e <= end).count(), "{end}");
            assert!(whole <= end && (whole == 0 || whole == FIRST.len() || ends.contains(&whole)), "{end}: {whole}");
        }
    }

    /// Every bit of a file that is another one is seen: nothing that was altered is taken for a course.
    #[test]
    fn every_flipped_bit_is_seen() {
        let bytes = some(2);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut altered = bytes.clone();
                altered[at] ^= 1 << bit;
                assert!(places(&altered).is_err(), "{at} {bit}");
            }
        }
    }

    #[test]
    fn parts_divide_the_samples() {
        let shard = |text: &str| text.parse::<Shard>();
        let parts: Vec<Shard> = (1..=3).map(|part| Shard { part, of: 3 }).collect();
        assert!((0..30).all(|sample| parts.iter().filter(|part| part.holds(sample)).count() == 1));
        assert_eq!(shard("2/5"), Ok(Shard { part: 2, of: 5 }));
        for wrong in ["0/4", "5/4", "1", "a/b", "1/0", "-1/4", "1/20000"] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }
}
