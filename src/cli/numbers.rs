//! Whole numbers and sizes on the command line, refused with what is allowed.

use std::fmt::Display;
use std::str::FromStr;

use clap::builder::TypedValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};

const BETWEEN: &str = "a whole number, ";

/// The bounds in what a [`Whole`] says is allowed.
pub(super) fn bounds(allowed: &str) -> Option<(&str, &str)> {
    allowed.strip_prefix(BETWEEN)?.split_once(" to ")
}

/// What a [`Size`] says is allowed.
pub(super) const SIZES: &str = "a size such as 2GiB or 512M";

/// Reads a size in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size;

impl TypedValueParser for Size {
    type Value = u64;

    fn parse_ref(
        &self,
        cmd: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<Self::Value, clap::Error> {
        let text = value.to_string_lossy();
        let size = text.parse::<bytesize::ByteSize>().ok().map(|size| size.as_u64()).filter(|bytes| *bytes > 0);
        size.ok_or_else(|| refused(cmd, arg, text.into_owned(), SIZES.to_owned()))
    }
}

/// A value that is not allowed.
fn refused(cmd: &clap::Command, arg: Option<&clap::Arg>, value: String, allowed: String) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(cmd);
    let name = arg.map(ToString::to_string).unwrap_or_default();
    error.insert(ContextKind::InvalidArg, ContextValue::String(name));
    error.insert(ContextKind::InvalidValue, ContextValue::String(value));
    error.insert(ContextKind::ValidValue, ContextValue::Strings(vec![allowed]));
    error
}

/// Reads a whole number between two bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole<N> {
    min: N,
    max: N,
}

impl<N> Whole<N> {
    pub(super) const fn new(min: N, max: N) -> Self {
        Self { min, max }
    }
}

impl<N: FromStr + PartialOrd + Display + Clone + Send + Sync + 'static> TypedValueParser for Whole<N> {
    type Value = N;

    fn parse_ref(
        &self,
        cmd: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<Self::Value, clap::Error> {
        let text = value.to_string_lossy();
        if let Ok(number) = text.parse::<N>()
            && number >= self.min
            && number <= self.max
        {
            return Ok(number);
        }
        let allowed = format!("{BETWEEN}{} to {}", self.min, self.max);
        let mut error = refused(cmd, arg, text.into_owned(), allowed);
        // Thousands with a full stop or a comma, as in a letter.
        let digits: String = value.to_string_lossy().chars().filter(|c| !matches!(c, '.' | ',' | ' ')).collect();
        if digits.parse::<N>().is_ok_and(|number| number >= self.min && number <= self.max) {
            error.insert(ContextKind::SuggestedValue, ContextValue::String(digits));
        }
        Err(error)
    }
}
