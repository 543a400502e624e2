//! Puts changes into a file, each off until it is asked for.

use crate::sites::Site;

/// What asks which change is on, and notes which were asked about.
pub const MODULE: &str = r#"//! Which change is on.
#![allow(missing_docs, clippy::all)]
use std::io::Write;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

static ON: LazyLock<u32> =
    LazyLock::new(|| std::env::var("KANTEL_MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0));
static NOTES: LazyLock<Option<std::ffi::OsString>> = LazyLock::new(|| std::env::var_os("KANTEL_REACHED"));
static REACHED: [AtomicBool; 8192] = [const { AtomicBool::new(false) }; 8192];

#[inline]
pub fn is(n: u32) -> bool {
    if let Some(path) = &*NOTES && !REACHED[n as usize].swap(true, Ordering::Relaxed) {
        let file = std::fs::OpenOptions::new().append(true).create(true).open(path);
        let _ = file.and_then(|mut file| file.write_all(format!("{n}\n").as_bytes()));
    }
    *ON == n
}
"#;

/// The text with all changes in it, by their numbers.
pub fn put(text: &str, sites: &[(u32, &Site)]) -> String {
    // At one place the outermost opens first and closes last.
    let mut marks: Vec<(usize, u8, i64, String)> = Vec::new();
    for (number, site) in sites {
        let width = i64::try_from(site.whole.len()).unwrap_or(i64::MAX);
        let asks = format!("crate::mutant::is({number})");
        if site.is_body {
            marks.push((site.whole.start, 1, 0, format!(" if {asks} {{{}}} ", site.text)));
        } else {
            let changed = &site.text;
            let n = i64::from(*number);
            marks.push((site.whole.start, 2, (-width) * 10_000 + n, format!("(if {asks} {{ {changed} }} else {{ ")));
            marks.push((site.whole.end, 0, width * 10_000 - n, " })".to_owned()));
        }
    }
    marks.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let mut out = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for (at, _, _, mark) in &marks {
        out.push_str(&text[done..*at]);
        out.push_str(mark);
        done = *at;
    }
    out.push_str(&text[done..]);
    out
}
