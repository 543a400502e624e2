//! Puts the page together: builds the engine for WebAssembly, and writes one file that holds engine, page and words.
//!
//! `cargo run -p kantel-web` writes `page/kantel.html`, which the repository carries; `cargo run -p kantel-web -- FILE`
//! writes another. It takes `rustup target add wasm32-wasip1`.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// What the engine is built for.
const TARGET: &str = "wasm32-wasip1";
/// The most bytes of the file: it travels by mail.
const MOST_BYTES: usize = 4 * 1024 * 1024;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    // That of the run: whoever built it may have done so elsewhere.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&here).join("..");
    let to = std::env::args_os().nth(1).map_or_else(|| root.join("page/kantel.html"), PathBuf::from);
    match write(&root, &to) {
        Ok(bytes) => {
            eprintln!("{}: {bytes} bytes", to.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(root: &Path, to: &Path) -> Outcome<usize> {
    let page = Page::read(root)?;
    let html = page.with_engine(&engine(root)?)?;
    if html.len() > MOST_BYTES {
        return Err(format!("{} bytes: the file may have {MOST_BYTES}", html.len()).into());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, &html)?;
    Ok(html.len())
}

/// Builds the engine.
fn engine(root: &Path) -> Outcome<Vec<u8>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let built = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--locked", "-p", "kantel-web", "--bin", "kantel-engine", "--features", "engine"])
        .args(["--profile", "web", "--target", TARGET])
        .arg("--target-dir")
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", remapped(&own_places(root)?))
        .status()?;
    if !built.success() {
        return Err(format!("the engine was not built: it takes rustup target add {TARGET}").into());
    }
    let engine = fs::read(target.join(TARGET).join("web/kantel-engine.wasm"))?;
    match own_places(root)?.iter().find(|(place, _)| holds(&engine, place)) {
        Some((place, _)) => Err(format!("the engine tells where it was built: {place}").into()),
        None => Ok(engine),
    }
}

/// Places of this machine, and what stands for each in messages of the engine. The last one that fits is taken, so the
/// innermost come last.
fn own_places(root: &Path) -> Outcome<Vec<(String, &'static str)>> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home.map(|home| home.join(".cargo")));
    let mut places = Vec::new();
    if let Some(cargo) = cargo {
        places.push((cargo.clone(), "cargo"));
        if let Ok(registries) = fs::read_dir(cargo.join("registry/src")) {
            let mut registries = registries.map(|found| Ok(found?.path())).collect::<Outcome<Vec<_>>>()?;
            registries.sort();
            places.extend(registries.into_iter().map(|registry| (registry, "source")));
        }
    }
    places.push((root.canonicalize()?, "kantel"));
    Ok(places.into_iter().map(|(place, name)| (place.display().to_string(), name)).collect())
}

/// The flags that put names in the place of places.
fn remapped(places: &[(String, &str)]) -> String {
    let flags: Vec<String> = places.iter().map(|(place, name)| format!("--remap-path-prefix={place}={name}")).collect();
    flags.join("\u{1f}")
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The parts of the page as they lie in the repository.
struct Page {
    frame: String,
    style: String,
    script: String,
    worker: String,
    version: String,
}

impl Page {
    fn read(root: &Path) -> Outcome<Self> {
        let folder = root.join("web/page");
        let read = |name: &str| fs::read_to_string(folder.join(name));
        let names = read("scripts.txt")?;
        let scripts = names.lines().filter(|name| !name.trim().is_empty()).map(read).collect::<Result<Vec<_>, _>>()?;
        let report = fs::read_to_string(root.join("src/report/style.css"))?;
        Ok(Self {
            frame: read("page.html")?,
            style: format!("{report}\n{}", read("page.css")?),
            script: scripts.iter().map(|script| bare(script)).collect(),
            worker: bare(&read("worker.js")?),
            version: version(root)?,
        })
    }

    fn with_engine(&self, engine: &[u8]) -> Outcome<String> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(engine)?;
        let engine = STANDARD.encode(packed.finish()?);
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; worker-src blob:; \
             base-uri 'none'; form-action 'none'",
            hash(&self.script),
            hash(&self.style)
        );
        let parts = [
            ("policy", policy.as_str()),
            ("version", &self.version),
            ("style", &self.style),
            ("worker", &self.worker),
            ("script", &self.script),
            ("engine", &engine),
        ];
        filled(&self.frame, &parts)
    }
}

/// The version of the program and of the model.
fn version(root: &Path) -> Outcome<String> {
    let simulation = fs::read_to_string(root.join("src/simulation/mod.rs"))?;
    let model = simulation.lines().find_map(|line| line.strip_prefix("pub const MODEL_VERSION: u32 = "));
    let model = model.ok_or("src/simulation/mod.rs has no MODEL_VERSION")?.trim_end_matches(';');
    Ok(format!("{} (model {model})", env!("CARGO_PKG_VERSION")))
}

/// A script as it is sent: without its comments, which stand on lines of their own, and without indentation.
fn bare(script: &str) -> String {
    let is_comment = |line: &str| ["//", "/*", "* ", "*/"].iter().any(|sign| line.starts_with(sign)) || line == "*";
    script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !is_comment(line))
        .fold(String::new(), |text, line| text + line + "\n")
}

/// A frame with its marks filled in, each once: what is put in is not searched for marks.
fn filled(frame: &str, parts: &[(&str, &str)]) -> Outcome<String> {
    let mut html = String::new();
    let mut rest = frame;
    let mut used = Vec::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("a mark does not end")?;
        let (_, part) = parts.iter().find(|(other, _)| *other == name).ok_or(format!("no part is called {name}"))?;
        html.push_str(before);
        html.push_str(part);
        used.push(name);
        rest = after;
    }
    html.push_str(rest);
    match parts.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => Err(format!("the page has no place for {name}").into()),
        None => Ok(html),
    }
}

/// What a policy calls a text that may run or colour the page.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn scripts_lose_their_comments_alone() {
        let script = "// A thing.\n/**\n * @param x\n */\n  const a = 2 * b; // stays\n\n  * 3;\n";
        assert_eq!(bare(script), "const a = 2 * b; // stays\n");
    }

    #[test]
    fn inner_places_come_last() {
        let flags = remapped(&[("/a".to_owned(), "x"), ("/a/b".to_owned(), "y")]);
        assert_eq!(flags, "--remap-path-prefix=/a=x\u{1f}--remap-path-prefix=/a/b=y");
        assert!(holds(b"at /a/b/c", "/a/b") && !holds(b"at y/c", "/a/b"));
    }

    /// The engine in the page of the repository says of no package where it lay.
    #[test]
    fn the_page_does_not_tell_where_it_was_built() -> Outcome<()> {
        let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../page/kantel.html"))?;
        let after = page.split("id=\"engine\"").nth(1).and_then(|rest| rest.split_once('>')).ok_or("an engine")?.1;
        let packed = STANDARD.decode(after.split('<').next().unwrap_or_default().trim())?;
        let mut engine = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut engine)?;
        assert!(engine.starts_with(b"\0asm"), "an engine");
        for place in ["index.crates.io", "registry/src", "/.cargo/", "/home/", "/root/", "/Users/"] {
            assert!(!holds(&engine, place), "{place}");
        }
        Ok(())
    }

    #[test]
    fn marks_are_filled_in_once_and_none_is_left_over() {
        let of = |frame: &str| filled(frame, &[("a", "{{b}}"), ("b", "2")]).map_err(|e| e.to_string());
        assert_eq!(of("<{{a}}|{{b}}>"), Ok("<{{b}}|2>".to_owned()));
        assert!(of("{{a}}").is_err() && of("{{a}}{{b}}{{c}}").is_err() && of("{{a}}{{b").is_err());
    }
}
