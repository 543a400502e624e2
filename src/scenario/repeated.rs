//! The first place of a key that stands twice: the parser says only where the second is.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The field of the key at `span` and the byte at which its first occurrence stands; `None` where that cannot be told
/// (keys in quotes with a full stop, or several tables on one line).
pub(super) fn first(document: &Spanned<DeTable<'_>>, text: &str, span: &Range<usize>) -> Option<(String, usize)> {
    let line_start = text.get(..span.start)?.rfind('\n').map_or(0, |i| i + 1);
    let before = text.get(line_start..span.end)?.trim_start();
    let mut path: Vec<&str> = Vec::new();
    if before.starts_with('[') {
        path.extend(parts(before));
        return first_header(&text[..line_start], &path).map(|found| (path.join("."), found));
    }
    let header = text[..line_start].lines().rev().find(|line| line.trim_start().starts_with('['));
    path.extend(header.into_iter().flat_map(|line| parts(line.split(']').next().unwrap_or_default())));
    path.extend(parts(before.split('=').next().unwrap_or_default()));
    if before.contains('=') {
        // Within { ... }: the key after the last comma or bracket.
        path.extend(before.rsplit([',', '{']).next().into_iter().flat_map(parts));
    }
    let found = look_up(document.get_ref(), &path, span.start)?;
    Some((path.join("."), found))
}

/// Where the header of a table stands first.
fn first_header(text: &str, path: &[&str]) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let header = line.split(']').next().unwrap_or_default();
        if header.trim_start().starts_with('[') && parts(header).eq(path.iter().copied()) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// The keys of a dotted one, of a header too.
fn parts(dotted: &str) -> impl Iterator<Item = &str> {
    dotted.trim().trim_matches(['[', ']']).split('.').map(|part| part.trim().trim_matches(['"', '\'']))
}

/// Where the key at the end of a path stands, if before `end`.
fn look_up(table: &DeTable<'_>, path: &[&str], end: usize) -> Option<usize> {
    let (name, rest) = path.split_first()?;
    let (key, value) = table.get_key_value(*name)?;
    if rest.is_empty() {
        return Some(key.span().start).filter(|start| *start < end);
    }
    match value.get_ref() {
        DeValue::Table(inner) => look_up(inner, rest, end),
        DeValue::Array(items) => {
            let last = items.iter().take_while(|item| item.span().start <= end).last()?;
            look_up(last.get_ref().as_table()?, rest, end)
        }
        _ => None,
    }
}
