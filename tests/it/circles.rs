//! No file uses another that comes back to it, by whatever way: what is in a circle can only be read as a whole.
//!
//! The sources are read as text, as in `rings.rs`, and every path in them is followed to the file that defines what it
//! names, through re-exports. A module that only declares and re-exports is therefore in no circle. What a macro makes,
//! methods, and tests at the end of a file are not seen.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;

use crate::rings::{root, sources};

/// A path in the sources: `["crate", "units", "Week"]`.
type Path = Vec<String>;

/// What one file says.
#[derive(Debug, Default)]
struct Source {
    /// Where it lies below `src`, for people.
    file: String,
    /// What it defines.
    defines: BTreeSet<String>,
    /// What it calls things from elsewhere: by name, the path. Re-exports are among them.
    names: BTreeMap<String, Path>,
    /// Modules of which it takes everything.
    globs: Vec<Path>,
    /// What it uses: the paths of `use` lines that do more than pass something on, and of the code.
    uses: BTreeSet<Path>,
}

/// Identifiers, `::` and single signs.
fn tokens(code: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        if !first.is_whitespace() {
            found.push(rest[..length].to_owned());
        }
        rest = &rest[length..];
    }
    found
}

/// The code of a file before its tests.
fn without_tests(code: &str) -> &str {
    let tests =
        code.match_indices("#[cfg(test)]\n").find(|(at, sign)| code[at + sign.len()..].starts_with("mod tests {"));
    tests.map_or(code, |(at, _)| &code[..at])
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The paths of a `use` tree that begins at a token, each with the name that it gets; `*` takes everything.
fn tree(tokens: &[String], at: &mut usize, stem: &[String], found: &mut Vec<(String, Path)>) {
    let mut path = stem.to_vec();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token.as_str() {
            "::" => {}
            "{" => {
                while tokens.get(*at).is_some_and(|token| token != "}") {
                    tree(tokens, at, &path, found);
                    *at += usize::from(tokens.get(*at).is_some_and(|token| token == ","));
                }
                *at += 1;
                return;
            }
            "*" => {
                found.push(("*".to_owned(), path));
                return;
            }
            "as" => {
                path.pop_if(|last| last == "self");
                found.push((tokens[*at].clone(), path));
                *at += 1;
                return;
            }
            name if is_name(name) => {
                path.push(name.to_owned());
                if !matches!(tokens.get(*at).map(String::as_str), Some("::" | "as")) {
                    if name == "self" {
                        path.pop();
                    }
                    found.push((path.last().cloned().unwrap_or_default(), path));
                    return;
                }
            }
            _ => return,
        }
    }
}

/// Reads what a file says.
fn read(file: &str, code: &str) -> Source {
    let mut source = Source { file: file.to_owned(), ..Source::default() };
    let tokens = tokens(without_tests(code));
    let (mut passed_on, mut words) = (Vec::new(), BTreeSet::new());
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at].as_str();
        let before = at.checked_sub(1).map_or("", |i| tokens[i].as_str());
        at += 1;
        match token {
            "use" => {
                let mut found = Vec::new();
                tree(&tokens, &mut at, &[], &mut found);
                for (name, path) in found {
                    match name.as_str() {
                        "*" => source.globs.push(path),
                        _ if matches!(before, "pub" | ")") => passed_on.push((name, path)),
                        _ => {
                            source.uses.insert(path.clone());
                            source.names.insert(name, path);
                        }
                    }
                }
            }
            "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union" => {
                let name = tokens[at..].iter().find(|token| !matches!(token.as_str(), "mut" | "fn" | "unsafe"));
                source.defines.extend(name.filter(|name| is_name(name)).cloned());
            }
            "mod" => at += 1,
            "macro_rules" => source.defines.extend(tokens.get(at + 1).cloned()),
            name if is_name(name) && before != "::" && before != "." => {
                words.insert(name.to_owned());
                let mut path = vec![name.to_owned()];
                while tokens.get(at).is_some_and(|t| t == "::") && tokens.get(at + 1).is_some_and(|t| is_name(t)) {
                    path.push(tokens[at + 1].clone());
                    at += 2;
                }
                if path.len() > 1 {
                    source.uses.insert(path);
                }
            }
            _ => {}
        }
    }
    for (name, path) in passed_on {
        // What is passed on and used here as well is used.
        if words.contains(&name) {
            source.uses.insert(path.clone());
        }
        source.names.insert(name, path);
    }
    source
}

/// The sources by the path of their module.
#[derive(Default)]
struct Crate(BTreeMap<Path, Source>);

impl Crate {
    /// Takes in a file; `file` is its path below `src`.
    fn add(&mut self, file: &str, code: &str) {
        let mut module: Path = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if module.last().is_some_and(|name| matches!(name.as_str(), "mod" | "lib" | "main")) {
            module.pop();
        }
        if file != "main.rs" {
            self.0.insert(module, read(file, code));
        }
    }

    /// The module whose file defines what a path names, seen from a module; nothing for a module itself and for what
    /// comes from other crates.
    fn defining(&self, from: &Path, path: &[String], depth: usize) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk(Path::new(), rest, depth),
            "self" => self.walk(from.clone(), rest, depth),
            "super" => {
                let parent = &from[..from.len().checked_sub(1)?];
                match rest.first().map(String::as_str) {
                    Some("super") => self.defining(&parent.to_vec(), rest, depth),
                    _ => self.walk(parent.to_vec(), rest, depth),
                }
            }
            name => {
                let here = &self.0[from];
                let is_known = here.names.contains_key(name)
                    || here.defines.contains(name)
                    || self.0.contains_key(&child(from, name));
                // A name of its own path, as in `use toml::toml`, is of another crate.
                is_known.then(|| self.walk(from.clone(), path, depth)).flatten()
            }
        }
    }

    /// Follows the rest of a path from a module.
    fn walk(&self, module: Path, rest: &[String], depth: usize) -> Option<Path> {
        let (name, further) = rest.split_first()?;
        let source = self.0.get(&module)?;
        if depth > 8 {
            return None;
        }
        let inner = child(&module, name);
        let is_module = self.0.contains_key(&inner);
        if is_module && !further.is_empty() {
            return self.walk(inner, further, depth);
        }
        if source.defines.contains(name) {
            return Some(module);
        }
        if let Some(path) = source.names.get(name) {
            let whole: Path = path.iter().chain(further).cloned().collect();
            return self.defining(&module, &whole, depth + 1);
        }
        if is_module {
            return None;
        }
        let of_glob = |path: &Path| {
            let whole: Path = path.iter().chain(rest).cloned().collect();
            self.defining(&module, &whole, depth + 1)
        };
        source.globs.iter().find_map(of_glob).or(Some(module))
    }

    /// Every file with the files that it uses, and the path by which it does.
    fn edges(&self) -> BTreeMap<&Path, BTreeMap<Path, String>> {
        let mut edges = BTreeMap::new();
        for (module, source) in &self.0 {
            let mut used = BTreeMap::new();
            for path in source.uses.iter().chain(&source.globs) {
                if let Some(other) = self.defining(module, path, 0).filter(|other| other != module) {
                    used.entry(other).or_insert_with(|| path.join("::"));
                }
            }
            edges.insert(module, used);
        }
        edges
    }

    /// The circles: of each, its files, and the sentence that names two of them.
    fn circles(&self) -> Vec<(Vec<String>, String)> {
        let edges = self.edges();
        let reached: BTreeMap<&Path, BTreeSet<&Path>> = edges.keys().map(|from| (*from, reach(&edges, from))).collect();
        let mut told: BTreeSet<&Path> = BTreeSet::new();
        let mut circles = Vec::new();
        for (from, far) in reached.iter().filter(|(from, far)| far.contains(*from)) {
            let ring: Vec<&Path> = far.iter().copied().filter(|other| reached[*other].contains(*from)).collect();
            if ring.iter().any(|module| !told.insert(module)) {
                continue;
            }
            let files: Vec<String> = ring.iter().map(|module| self.0[*module].file.clone()).collect();
            circles.push((files, self.shortest(&edges, &ring)));
        }
        circles
    }

    /// The shortest way round of a circle.
    fn shortest(&self, edges: &BTreeMap<&Path, BTreeMap<Path, String>>, ring: &[&Path]) -> String {
        let rounds = ring.iter().filter_map(|from| way(edges, from, from));
        let round = rounds.min_by_key(Vec::len).expect("a circle comes back");
        let mut text = String::new();
        for pair in round.windows(2) {
            let (a, b) = (&self.0[pair[0]].file, &self.0[pair[1]].file);
            let _ = write!(text, "\n    {a} uses {b} (`{}`)", edges[pair[0]][pair[1]]);
        }
        text
    }
}

fn child(module: &Path, name: &str) -> Path {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// Everything that a file uses, by whatever way.
fn reach<'e>(edges: &'e BTreeMap<&Path, BTreeMap<Path, String>>, from: &Path) -> BTreeSet<&'e Path> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Path> = edges[from].keys().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(edges[module].keys());
        }
    }
    reached
}

/// The shortest way from a file over others to a file.
fn way<'e>(edges: &'e BTreeMap<&Path, BTreeMap<Path, String>>, from: &'e Path, to: &'e Path) -> Option<Vec<&'e Path>> {
    let mut ways: VecDeque<Vec<&Path>> = VecDeque::from([vec![from]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in edges[*way.last()?].keys() {
            let further: Vec<&Path> = way.iter().copied().chain([next]).collect();
            if next == to {
                return Some(further);
            }
            if seen.insert(next) {
                ways.push_back(further);
            }
        }
    }
    None
}

#[test]
fn no_file_comes_back_to_itself() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    let mut all = Crate::default();
    for (path, code) in &files {
        all.add(&path.to_string_lossy().replace('\\', "/"), code);
    }
    let edges: usize = all.edges().values().map(BTreeMap::len).sum();
    assert!(edges > 800, "only {edges} uses of another file found");
    let mut text = String::new();
    for (files, way) in all.circles() {
        let _ = write!(text, "\na circle of {} files: {}{way}", files.len(), files.join(", "));
    }
    assert!(text.is_empty(), "{text}");
}

#[test]
fn a_made_circle_is_found_with_the_uses_that_close_it() {
    let made = |lower: &str| {
        let mut all = Crate::default();
        all.add("lib.rs", "pub mod upper;\npub mod lower;\n");
        all.add("upper/mod.rs", "mod a;\nmod b;\npub use a::A;\npub(crate) use b::{B, b};\n");
        all.add("upper/a.rs", "use super::B;\npub struct A(B);\n");
        all.add("upper/b.rs", "use crate::lower;\npub struct B;\npub fn b() -> u8 { lower::c() }\n");
        all.add("lower.rs", lower);
        all.circles()
    };
    // What is named is defined lower, whatever door it is reached by; tests do not count.
    assert_eq!(made("pub fn c() -> u8 { 1 }\n#[cfg(test)]\nmod tests {\n    use crate::upper::A;\n}\n").len(), 0);
    let circles = made("use crate::upper::{self as above};\npub fn c() -> u8 { let _: above::A; 1 }\n");
    assert_eq!(circles.len(), 1);
    assert_eq!(circles[0].0, ["lower.rs", "upper/a.rs", "upper/b.rs"]);
    assert_eq!(
        circles[0].1,
        "\n    lower.rs uses upper/a.rs (`above::A`)\n    upper/a.rs uses upper/b.rs (`super::B`)\n    \
         upper/b.rs uses lower.rs (`lower::c`)"
    );
}
