//! Opening what a scenario names: regular files of a bounded size inside its folder, and the built-ins.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::contents::{BuiltIn, DESIGNS, DISTRICTS, ORGANISATIONS, SCENARIOS, WORLDS};
use super::headlines::{BoxKind, in_box};
use super::nearest::{nearest, suggestion};
use super::questions::question;
use super::search::meant_by;
use crate::diagnostics::Diagnostic;
use crate::input_data::gazetteer::{Gazetteer, Unplaced};
use crate::input_data::profile_to_toml;
use crate::language::{Lang, Text, text};

/// Largest file that is read, in bytes: 4 MiB.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The message where a name leads nowhere.
const NO_SUCH_FILE: Text = Text::fixed("no such file", "dit bestand bestaat niet");

const NO_SUCH_BUILTIN: Text = Text::fixed("no such built-in", "dit is niet ingebouwd");
/// Before the name of what is built in.
const BOX: &str = "builtin:";

const A_REGULAR_FILE: Text = Text::fixed("a regular file", "een gewoon bestand");

/// What kind of thing is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A scenario.
    Scenario,
    /// A district profile.
    District,
    /// An organisation.
    Organisation,
    /// What is known of the world.
    World,
    /// A municipality's own figures.
    OwnFigures,
    /// A design.
    Design,
}

impl Kind {
    const fn builtins(self) -> &'static [BuiltIn] {
        match self {
            Self::Scenario => SCENARIOS,
            Self::District => DISTRICTS,
            Self::Organisation => ORGANISATIONS,
            Self::World => WORLDS,
            Self::OwnFigures => &[],
            Self::Design => DESIGNS,
        }
    }
}

/// A text that was found, and where.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Name for people: the path as given, or `builtin:NAME`.
    pub(super) shown: String,
    /// What it is called: the file's stem or the built-in's name.
    pub(super) name: String,
    /// Identity, to find cycles.
    pub(super) identity: String,
    /// The folder that its own references start from; `None` for built-ins.
    pub(super) folder: Option<PathBuf>,
    /// The text.
    pub(super) text: String,
    /// What its reader must know of where it comes from.
    pub(super) notes: Vec<Text>,
}

/// Why something could not be found; where it was named is the caller's to say.
pub(super) type Refusal = Box<Diagnostic>;

impl Found {
    /// A text that somebody has already, and that is no file.
    pub(super) fn of_text(name: &str, text: &str) -> Self {
        Self {
            shown: name.to_owned(),
            name: name.to_owned(),
            identity: format!("text:{name}"),
            folder: None,
            text: text.to_owned(),
            notes: Vec::new(),
        }
    }

    /// What this one names: seen from its folder, or from the box where it is built in.
    pub(super) fn names(&self, kind: Kind, reference: &str, root: Option<&Path>) -> Result<Self, Refusal> {
        match reference.strip_suffix(".toml") {
            Some(name) if self.identity.starts_with(BOX) => builtin(kind, name),
            _ => find_from(kind, reference, self.folder.as_deref(), root),
        }
    }
}

fn refuse(message: Text, allowed: Text) -> Refusal {
    Box::new(Diagnostic { message, allowed, ..Diagnostic::default() })
}

/// What a user named on the command line: `builtin:NAME`, the name of a built-in where no such file exists (a folder,
/// such as the result of a scenario of this name, is none), or a file.
pub(super) fn find(kind: Kind, source: &str) -> Result<Found, Refusal> {
    if let Some(name) = source.strip_prefix("builtin:") {
        return builtin(kind, name);
    }
    let is_builtin = kind.builtins().iter().any(|(name, _)| *name == source);
    let path = Path::new(source);
    if is_builtin && (!path.exists() || path.is_dir()) {
        return builtin(kind, source);
    }
    if kind == Kind::District
        && !is_file(path)
        && let Some(found) = place(source, &NO_SUCH_FILE)
    {
        return found;
    }
    let path = PathBuf::from(source);
    let mut found = open(&path, source).map_err(|refusal| misnamed(kind, source, refusal))?;
    found.folder = Some(path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned());
    Ok(found)
}

/// Whether something is there to be read that is no folder: a path that exists counts before a name.
pub(super) fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_dir())
}

/// The profile of a wijk or municipality of the table in the box; nothing where a text looks like a file's path and no
/// place is called so. `lacking` says what else it is not.
fn place(name: &str, lacking: &Text) -> Option<Result<Found, Refusal>> {
    let has_extension = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let is_path = name.contains(['/', '\\']) || has_extension || name.starts_with('.');
    let result = Gazetteer::embedded().map_err(Unplaced::Figures).and_then(|table| table.profile(name));
    match result {
        Ok(import) => {
            let shown = format!("builtin:{}", import.profile.code);
            Some(Ok(Found {
                name: import.profile.name.clone(),
                identity: shown.clone(),
                folder: None,
                text: profile_to_toml(&import.profile, Lang::En),
                notes: import.notes.iter().map(|note| text!("{shown}: {note}", "{shown}: {note}"; note)).collect(),
                shown,
            }))
        }
        Err(Unplaced::Nothing(_)) if is_path => None,
        Err(why) => {
            let is_unknown = matches!(why, Unplaced::Nothing(_));
            let Diagnostic { message, allowed, help, listed, .. } = why.diagnostic(name);
            let message = if is_unknown {
                let message = &message;
                text!("{lacking}, and {message}", "{lacking}, en {message}"; lacking, message)
            } else {
                message
            };
            Some(Err(Box::new(Diagnostic { help, listed, ..*refuse(message, allowed) })))
        }
    }
}

/// What a scenario is called that could not be opened.
pub(super) fn name_of(source: &str) -> String {
    let name = source.strip_prefix("builtin:").unwrap_or(source);
    Path::new(name).file_stem().map_or_else(String::new, name_of_stem)
}

/// A file's stem as a name: line ends and other control characters, which no text of a scenario may hold, as dashes.
fn name_of_stem(stem: &OsStr) -> String {
    stem.to_string_lossy().replace(char::is_control, "-")
}

/// The same refusal with the built-in that was probably meant.
fn misnamed(kind: Kind, source: &str, refusal: Refusal) -> Refusal {
    let is_word = source.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if refusal.message != NO_SUCH_FILE || !is_word {
        return refusal;
    }
    let names: Vec<&str> = kind.builtins().iter().map(|(name, _)| *name).collect();
    let all = listed(&names);
    let mut more = Vec::new();
    let is_asked = kind == Kind::Scenario && question(source).is_some();
    let help = match in_box(source).filter(|_| matches!(kind, Kind::Scenario | Kind::World)) {
        Some((BoxKind::Organisation, _)) if kind == Kind::Scenario => text!(
            "an organisation: kantel compare --organisation {source} ANOTHER",
            "een organisatie: kantel compare --organisation {source} EEN_ANDERE"
        ),
        Some((BoxKind::World, _)) if kind == Kind::Scenario => text!(
            "what is known of the world: --with {source} lays it over plans",
            "kennis over de wereld: --with {source} legt het over plannen"
        ),
        Some((BoxKind::District, _)) if kind == Kind::Scenario => {
            text!("a district: --district {source}", "een wijk: --district {source}")
        }
        _ if is_asked => text!("a question: kantel compare {source}", "een vraag: kantel compare {source}"),
        _ if kind == Kind::Scenario => {
            let (help, listed) = meant_by(source);
            more = listed;
            help
        }
        Some((BoxKind::Plan, _)) if kind == Kind::World => text!(
            "a plan, which is compared and not laid over others: kantel compare reactive {source}",
            "een plan: dat wordt vergeleken en niet over andere gelegd: kantel compare reactive {source}"
        ),
        _ => suggestion(&source.to_lowercase(), &names),
    };
    let allowed = text!("a file, or one of the built-ins {all}", "een bestand, of een van de ingebouwde {all}"; all);
    Box::new(Diagnostic { allowed, help, listed: more, ..*refusal })
}

/// The most names that a message has room for.
const MOST_NAMES: usize = 12;

/// Names of the box in a message; where they are many, the command that lists them.
fn listed(names: &[&str]) -> Text {
    if names.len() > MOST_NAMES {
        return Text::fixed("that 'kantel scenarios' lists", "namen die 'kantel scenarios' noemt");
    }
    Text::same(names.join(", "))
}

/// What a file names: `builtin:NAME`, or a file that lies inside `root`, seen from `folder`.
pub(super) fn find_from(
    kind: Kind,
    reference: &str,
    folder: Option<&Path>,
    root: Option<&Path>,
) -> Result<Found, Refusal> {
    const INSIDE: Text = Text::fixed(
        "builtin:NAME, or a file in the scenario's folder or below it",
        "builtin:NAAM, of een bestand in de map van het scenario of daaronder",
    );
    if let Some(name) = reference.strip_prefix("builtin:") {
        return builtin(kind, name);
    }
    if kind == Kind::District
        && !folder.is_some_and(|folder| is_file(&folder.join(reference)))
        && let Some(found) = place(reference, &NO_SUCH_FILE)
    {
        return found;
    }
    let path = Path::new(reference);
    if path.is_absolute() || path.components().any(|c| !matches!(c, Component::Normal(_) | Component::CurDir)) {
        return Err(refuse(
            Text::fixed("leads out of the scenario's folder", "leidt de map van het scenario uit"),
            INSIDE,
        ));
    }
    let (Some(folder), Some(root)) = (folder, root) else {
        return Err(refuse(
            Text::fixed("only built-ins can be named here", "hier kan alleen iets ingebouwds staan"),
            Text::fixed("builtin:NAME", "builtin:NAAM"),
        ));
    };
    let full = folder.join(path);
    // A symbolic link may still lead out.
    if let (Ok(inner), Ok(outer)) = (full.canonicalize(), root.canonicalize())
        && !inner.starts_with(&outer)
    {
        return Err(refuse(
            Text::fixed(
                "leads out of the scenario's folder by a link",
                "leidt via een koppeling de map van het scenario uit",
            ),
            INSIDE,
        ));
    }
    let mut found = open(&full, &full.to_string_lossy())?;
    found.folder = full.parent().map(Path::to_owned);
    Ok(found)
}

fn builtin(kind: Kind, name: &str) -> Result<Found, Refusal> {
    let all = kind.builtins();
    let Some((name, text)) = all.iter().find(|(n, _)| *n == name) else {
        if kind == Kind::District
            && let Some(found) = place(name, &NO_SUCH_BUILTIN)
        {
            return found;
        }
        let names: Vec<&str> = all.iter().map(|(n, _)| *n).collect();
        let full: Vec<String> = names.iter().map(|name| format!("{BOX}{name}")).collect();
        let all = listed(&full.iter().map(String::as_str).collect::<Vec<_>>());
        let many = names.len() > MOST_NAMES;
        let allowed = if many { text!("one of those {all}", "een van de {all}"; all) } else { all };
        let mut refusal = refuse(NO_SUCH_BUILTIN, allowed);
        if let Some(near) = nearest(name, &names) {
            refusal.help = text!("did you mean 'builtin:{near}'?", "bedoelde u 'builtin:{near}'?");
        }
        return Err(refusal);
    };
    let shown = format!("builtin:{name}");
    Ok(Found {
        identity: shown.clone(),
        shown,
        name: (*name).to_owned(),
        folder: None,
        text: (*text).to_owned(),
        notes: Vec::new(),
    })
}

/// Opens a file; its folder is the caller's to say.
fn open(path: &Path, shown: &str) -> Result<Found, Refusal> {
    // Looked at before it is opened: opening a FIFO would wait for a writer for ever.
    let metadata = fs::metadata(path).map_err(|e| unreadable(&e))?;
    if !metadata.is_file() {
        let what = if metadata.is_dir() {
            Text::fixed("a folder", "een map")
        } else {
            Text::fixed("a pipe, a device or the like", "een pipe, een apparaat of iets dergelijks")
        };
        return Err(refuse(
            text!("not a regular file but {what}", "geen gewoon bestand maar {what}"; what),
            A_REGULAR_FILE,
        ));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|e| unreadable(&e))?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|e| match metadata.len() {
        // A disk does not fail where there is nothing to read: what the system shows as a file is none.
        0 => refuse(text!("not a file with a text: {e}", "geen bestand met een tekst: {e}"), A_REGULAR_FILE),
        _ => unreadable(&e),
    })?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(refuse(Text::fixed("too large", "te groot"), Text::fixed("at most 4 MiB", "ten hoogste 4 MiB")));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let message = Text::fixed("not UTF-8 text", "geen tekst in UTF-8");
        let allowed = Text::fixed("text saved as UTF-8", "tekst die als UTF-8 is opgeslagen");
        Box::new(Diagnostic { line: Some(line), column: Some(column), ..*refuse(message, allowed) })
    })?;
    let name = path.file_stem().map_or_else(String::new, name_of_stem);
    let identity = path.canonicalize().unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned();
    Ok(Found { shown: shown.to_owned(), name, identity, folder: None, text, notes: Vec::new() })
}

/// A name that leads nowhere is the user's mistake; anything else that keeps a file from being read is not.
fn unreadable(error: &std::io::Error) -> Refusal {
    use std::io::ErrorKind;
    // The standard library has a kind for it that cannot be named yet: ELOOP of Linux, of the others.
    let is_circle = cfg!(unix) && error.raw_os_error() == Some(if cfg!(target_os = "linux") { 40 } else { 62 });
    let message = match error.kind() {
        _ if is_circle => {
            Text::fixed("a link that leads round in a circle", "een koppeling die in een kring rondleidt")
        }
        ErrorKind::NotFound => NO_SUCH_FILE,
        ErrorKind::PermissionDenied => {
            Text::fixed("may not be read: permission denied", "mag niet gelezen worden: daar is geen toestemming voor")
        }
        _ => text!("cannot be read: {error}", "kan niet gelezen worden: {error}"),
    };
    let misnamed = matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidInput | ErrorKind::InvalidFilename
    );
    Box::new(Diagnostic { surroundings: !(misnamed || is_circle), ..*refuse(message, Text::default()) })
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn a_wrong_name_is_the_users_mistake_and_a_closed_door_is_not() {
        for (kind, surroundings) in [
            (ErrorKind::NotFound, false),
            (ErrorKind::NotADirectory, false),
            (ErrorKind::InvalidInput, false),
            (ErrorKind::InvalidFilename, false),
            (ErrorKind::PermissionDenied, true),
            (ErrorKind::StaleNetworkFileHandle, true),
            (ErrorKind::Other, true),
        ] {
            assert_eq!(unreadable(&std::io::Error::from(kind)).surroundings, surroundings, "{kind:?}");
        }
    }
}
