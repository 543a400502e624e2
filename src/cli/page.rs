//! `kantel page`: the page for aldermen as one file, with the engine in it.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use super::args::PageArgs;
use super::tongue::spoken;
use super::{Failure, emit};
use crate::diagnostics::{Diagnostic, of_system};
use crate::language::{Text, text};

/// The page that the repository carries, where this was built beside one.
#[cfg(kantel_page)]
const PAGE: Option<&str> = Some(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/page/kantel.html")));
#[cfg(not(kantel_page))]
const PAGE: Option<&str> = None;

/// The page in this build.
///
/// # Errors
/// [`Failure::Surroundings`] where the build has none; it names the command that makes one.
pub(super) fn page() -> Result<&'static str, Failure> {
    PAGE.ok_or(Failure::Surroundings(Text::fixed(
        "this build has no page: `cargo run -p kantel-web` in kantel's sources makes page/kantel.html",
        "in deze versie zit geen pagina: `cargo run -p kantel-web` in de broncode van kantel maakt page/kantel.html",
    )))
}

/// Writes the page to a file.
///
/// # Errors
/// [`Failure::Input`] if the file is there already and `--force` is not; [`Failure::Surroundings`] if it cannot be
/// written, or the build has no page.
pub(super) fn write(args: &PageArgs) -> Result<(), Failure> {
    let to = args.out.clone().unwrap_or_else(|| PathBuf::from("kantel.html"));
    let page = page()?;
    let shown = to.display().to_string();
    let problem = |message: Text, allowed: Text, surroundings: bool| {
        Failure::Input(vec![Diagnostic {
            file: shown.clone(),
            message,
            allowed,
            surroundings,
            ..Diagnostic::default()
        }])
    };
    if to.exists() && !args.force {
        return Err(problem(
            Text::fixed("is there already", "bestaat al"),
            Text::fixed("another name, or --force to replace it", "een andere naam, of --force om het te vervangen"),
            false,
        ));
    }
    // Beside its place first: half a page is no page.
    let half = to.with_extension("html.part");
    let written = fs::File::create(&half)
        .and_then(|mut file| file.write_all(page.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&half, &to));
    if let Err(error) = written {
        let _ = fs::remove_file(&half);
        return Err(problem(of_system(&error), Text::default(), true));
    }
    let megabytes = page.len() as f64 / 1e6;
    let said = text!(
        "{shown}: {megabytes:.1} MB. Open it in any browser: it needs no network and no rights.\n",
        "{shown}: {megabytes:.1} MB. Open het in een browser: er is geen netwerk of recht voor nodig.\n"
    );
    emit(said.of(spoken(args.lang)))
}
