//! Says at build time which commit a release is made from: `manifest.json` names it.

use std::path::Path;
use std::process::Command;

/// What ends up in the program; what else has changed does not make it another.
const COMPILED: [&str; 5] = ["src", "scenarios", "build.rs", "Cargo.toml", "Cargo.lock"];

fn main() {
    page();
    println!("cargo::rerun-if-env-changed=KANTEL_COMMIT");
    // While one develops, a new commit alone should not build everything anew; nor should the engine of the page, which
    // writes no manifest.
    let release = std::env::var_os("PROFILE").is_some_and(|profile| profile == "release")
        && std::env::var_os("CARGO_FEATURE_CLI").is_some();
    if !release || std::env::var_os("KANTEL_COMMIT").is_some() {
        println!("cargo::rerun-if-changed=build.rs");
        return;
    }
    // As it is when this runs, not as it was when this was compiled: checkouts may share a target folder.
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else { return };
    let folder = Path::new(&folder);
    for path in COMPILED {
        println!("cargo::rerun-if-changed={path}");
    }
    for name in ["HEAD", "logs/HEAD", "packed-refs"] {
        if let Some(path) = git(folder, &["rev-parse", "--git-path", name])
            && folder.join(&path).exists()
        {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    if let Some(commit) = commit(folder) {
        println!("cargo::rustc-env=KANTEL_COMMIT={commit}");
    }
}

/// Whether there is a page beside the sources for `kantel page` and `kantel serve` to hold.
fn page() {
    const PAGE: &str = "page/kantel.html";
    println!("cargo::rustc-check-cfg=cfg(kantel_page)");
    println!("cargo::rerun-if-changed={PAGE}");
    let folder = std::env::var_os("CARGO_MANIFEST_DIR");
    // WebAssembly is what the page is made of.
    let is_part = std::env::var_os("CARGO_FEATURE_CLI").is_none();
    if !is_part && folder.is_some_and(|folder| Path::new(&folder).join(PAGE).is_file()) {
        println!("cargo::rustc-cfg=kantel_page");
    }
}

/// The commit that is checked out in `folder`, with `+changes` if what is compiled differs from it; `None` where there is no
/// git, or where the folder lies inside a checkout of something else.
pub(crate) fn commit(folder: &Path) -> Option<String> {
    let above = git(folder, &["rev-parse", "--show-prefix"])?;
    if !above.is_empty() {
        return None;
    }
    let commit = git(folder, &["rev-parse", "HEAD"])?;
    let mut status = vec!["status", "--porcelain", "--"];
    status.extend(COMPILED);
    let changed = !git(folder, &status)?.is_empty();
    Some(if changed { format!("{commit}+changes") } else { commit })
}

/// What git prints, without line ends around it.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
