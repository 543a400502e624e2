//! The bytes of a text file: limited, remembered as far as a mistake may stand in them, and decoded.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::rc::Rc;

/// The longest line that is read; headers of StatLine have some 10 kB.
const MAX_LINE: usize = 1 << 20;

/// A field as text: UTF-8, or else what Windows means by the bytes (Windows-1252, as Excel saves in this country).
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    /// What the bytes 0x80 to 0x9F mean; elsewhere a byte is the character of its number.
    const SPECIAL: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let of_windows = |byte: &u8| match byte {
        0x80..=0x9F => SPECIAL[usize::from(byte - 0x80)],
        byte => char::from(*byte),
    };
    str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(of_windows).collect(), Cow::Borrowed)
}

/// A text as one line: line ends and runs of blanks are one blank, other control characters are left out.
pub(super) fn line_of(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(char::is_control, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Refuses to go on after so many bytes: a small archive must not unpack into an endless file.
pub(super) struct Limited<R> {
    pub(super) inner: R,
    pub(super) left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(n as u64).ok_or_else(|| {
            io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {} MiB unpacked", MAX_BYTES >> 20))
        })?;
        Ok(n)
    }
}

/// The bytes of the records that the CSV reader has not finished yet: it unquotes fields and forgets where they stood.
#[derive(Clone, Debug, Default)]
pub(super) struct Source(Rc<RefCell<(u64, VecDeque<u8>)>>);

impl Source {
    /// Forgets what lies before a byte of the file.
    pub(super) fn forget(&self, before: u64) {
        let (start, bytes) = &mut *self.0.borrow_mut();
        let gone = (before.saturating_sub(*start) as usize).min(bytes.len());
        bytes.drain(..gone);
        *start += gone as u64;
    }

    /// Line ends between where a record is said to begin and where it does: after `\r\n` it is said to begin at the
    /// `\n`.
    pub(super) fn line_ends(&self, record: u64) -> usize {
        let (start, bytes) = &*self.0.borrow();
        let ends = from(bytes, *start, record).take_while(|b| matches!(b, b'\r' | b'\n'));
        ends.filter(|b| *b == b'\n').count()
    }

    /// The column, in characters from 1, of the first character of a field of the record that begins at a byte; `None`
    /// if the field stands on a later line than its record.
    pub(super) fn column(&self, record: u64, field: usize, delimiter: u8) -> Option<usize> {
        let (start, bytes) = &*self.0.borrow();
        let (mut fields, mut quoted, mut line) = (0, false, Vec::new());
        // A record may be said to begin at the end of the line before it.
        for byte in from(bytes, *start, record).skip_while(|b| matches!(b, b'\r' | b'\n')) {
            if fields == field {
                let opened = usize::from(byte == b'"');
                return Some(
                    String::from_utf8_lossy(&line).trim_start_matches('\u{feff}').chars().count() + 1 + opened,
                );
            }
            match byte {
                b'"' => quoted = !quoted,
                b'\n' => return None,
                _ if byte == delimiter && !quoted => fields += 1,
                _ => {}
            }
            line.push(byte);
        }
        None
    }
}

/// The bytes from one of the file on, of those that begin with number `start`.
fn from(bytes: &VecDeque<u8>, start: u64, byte: u64) -> impl Iterator<Item = u8> {
    let before = (byte.saturating_sub(start) as usize).min(bytes.len());
    bytes.range(before..).copied()
}

/// Reads on, and remembers; refuses lines that no file has, because each is kept whole.
pub(super) struct Remembered<R> {
    pub(super) inner: R,
    pub(super) source: Source,
}

impl<R: Read> Read for Remembered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        let bytes = &mut self.source.0.borrow_mut().1;
        bytes.extend(&buffer[..n]);
        if bytes.len() > MAX_LINE + buffer.len() {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!("a line of more than {} kB", MAX_LINE >> 10),
            ));
        }
        Ok(n)
    }
}

/// Text in UTF-16 as UTF-8, as it is read (*Unicode text* of Excel).
pub(super) struct Utf16<R> {
    inner: R,
    is_big_endian: bool,
    /// Bytes that are no whole character yet.
    waiting: Vec<u8>,
    ready: VecDeque<u8>,
}

impl<R> Utf16<R> {
    pub(super) const fn new(inner: R, is_big_endian: bool) -> Self {
        Self { inner, is_big_endian, waiting: Vec::new(), ready: VecDeque::new() }
    }

    fn decode(&mut self, at_end: bool) {
        let unit = |pair: &[u8]| {
            let pair = [pair[0], pair[1]];
            if self.is_big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        };
        let mut units: Vec<u16> = self.waiting.chunks_exact(2).map(unit).collect();
        // The first half of a pair waits for the second.
        if !at_end && units.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit)) {
            units.pop();
        }
        self.waiting.drain(..2 * units.len());
        let mut text = [0; 4];
        for c in char::decode_utf16(units) {
            self.ready.extend(c.unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(&mut text).as_bytes());
        }
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut piece = [0; 4_096];
        while self.ready.is_empty() {
            let n = self.inner.read(&mut piece)?;
            self.waiting.extend(&piece[..n]);
            self.decode(n == 0);
            if n == 0 {
                break;
            }
        }
        self.ready.read(buffer)
    }
}

/// The most bytes that are read after decompression.
pub const MAX_BYTES: u64 = 256 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_file_is_refused() {
        let mut endless = Limited { inner: io::repeat(b'x'), left: 10_000 };
        let error = io::copy(&mut endless, &mut io::sink()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn an_endless_line_is_refused() {
        let source = Source::default();
        let error = io::copy(&mut Remembered { inner: io::repeat(b'x'), source }, &mut io::sink()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn utf16_is_read_in_pieces_of_any_size() {
        let text = "S\u{fa}dwest \u{1f600}\r\n".repeat(700);
        for is_big in [false, true] {
            let bytes: Vec<u8> =
                text.encode_utf16().flat_map(|u| if is_big { u.to_be_bytes() } else { u.to_le_bytes() }).collect();
            let mut read = String::new();
            let pieces = io::BufReader::with_capacity(3, bytes.as_slice());
            Utf16::new(pieces, is_big).read_to_string(&mut read).unwrap();
            assert_eq!(read, text);
        }
    }
}
