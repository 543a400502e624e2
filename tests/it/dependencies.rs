//! What lies on the path to results, as cargo resolves it: no arithmetic that other features of the tree can change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;

/// Packages by id: name, features (with everything that tests switch on), and ids of what they need with the kinds of
/// needing (`null` is ordinary).
struct Tree {
    names: BTreeMap<String, String>,
    features: BTreeMap<String, BTreeSet<String>>,
    needs: BTreeMap<String, Vec<(String, bool)>>,
    root: String,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// The packages of the tree on this machine: what other platforms need has not been fetched.
fn metadata() -> Value {
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host");
    let resolve =
        ["metadata", "--format-version=1", "--offline", "--locked", "--all-features", "--filter-platform", host];
    serde_json::from_str(&cargo(&resolve)).expect("JSON")
}

fn tree() -> Tree {
    let said = metadata();
    let names = list(&said["packages"]).iter().map(|p| (text(&p["id"]), text(&p["name"]))).collect();
    let (mut features, mut needs) = (BTreeMap::new(), BTreeMap::new());
    for node in list(&said["resolve"]["nodes"]) {
        let ordinary = |d: &Value| list(&d["dep_kinds"]).iter().any(|k| k["kind"].is_null());
        features.insert(text(&node["id"]), list(&node["features"]).iter().map(text).collect());
        needs.insert(text(&node["id"]), list(&node["deps"]).iter().map(|d| (text(&d["pkg"]), ordinary(d))).collect());
    }
    Tree { names, features, needs, root: text(&said["resolve"]["root"]) }
}

impl Tree {
    /// The names of whatever the library and the program are built with, and who needs each.
    fn built_with(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut users: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let (mut seen, mut next) = (BTreeSet::new(), vec![&self.root]);
        while let Some(id) = next.pop() {
            if !seen.insert(id) {
                continue;
            }
            for (needed, _) in self.needs[id].iter().filter(|(_, ordinary)| *ordinary) {
                users.entry(self.names[needed].clone()).or_default().insert(self.names[id].clone());
                next.push(needed);
            }
        }
        users
    }

    /// Features of every version of a package.
    fn features_of(&self, name: &str) -> BTreeSet<String> {
        let ids = self.names.iter().filter(|(_, n)| *n == name).map(|(id, _)| id);
        ids.filter_map(|id| self.features.get(id)).flatten().cloned().collect()
    }
}

/// `rand_distr` and `statrs` compute with `num-traits`, whose functions are `libm`'s or the platform's, as whoever else
/// is in the tree asks for. So only the figures' library may bring `num-traits`.
#[test]
fn nothing_on_the_path_to_results_computes_with_num_traits() {
    let users = tree().built_with();
    assert!(users.contains_key("rand") && users.contains_key("libm"), "{users:?}");
    for oracle in ["rand_distr", "statrs", "proptest"] {
        assert!(!users.contains_key(oracle), "{oracle} is needed by {:?}", users.get(oracle));
    }
    let by: Vec<&String> = users.get("num-traits").into_iter().flatten().collect();
    assert_eq!(by, ["plotters"]);
}

/// Tests are built with the features that their own dependencies switch on; the program is not. No feature of `rand` or
/// `libm` may move a bit, or tests would try another program than people run. `unbiased` changes how `rand` draws from
/// ranges; those that are allowed here change nothing.
#[test]
fn no_feature_that_changes_results_is_switched_on_for_tests() {
    let tree = tree();
    let on = |name: &str, allowed: &[&str]| {
        let found = tree.features_of(name);
        let other: Vec<&String> = found.iter().filter(|f| !allowed.contains(&f.as_str())).collect();
        assert!(other.is_empty(), "{name} is built with {other:?}");
    };
    on("rand", &["alloc", "chacha", "std", "sys_rng"]);
    on("rand_core", &[]);
    on("libm", &["arch", "default"]);
}

/// Whether a licence is one of those allowed: `A OR B`, `A AND (B OR C)`, and the older `A/B`.
fn is_allowed(licence: &str, allowed: &[&str]) -> bool {
    licence.split(" AND ").all(|clause| {
        let clause = clause.trim().trim_matches(['(', ')']).replace('/', " OR ");
        clause.split(" OR ").any(|one| allowed.contains(&one.trim()))
    })
}

/// `deny.toml` is what `cargo deny check` holds the tree against. Where that is not installed, this much of it is: the
/// licence of every package, and that each comes from the usual registry or from here.
#[test]
fn every_package_may_be_given_on_and_comes_from_where_cargo_looks() {
    let rules = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).expect("it is there");
    let rules: toml::Table = rules.parse().expect("TOML");
    let allowed = rules["licenses"]["allow"].as_array().expect("a list");
    let allowed: Vec<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    let said = metadata();
    let packages = list(&said["packages"]);
    assert!(packages.len() > 100, "{}", packages.len());
    for package in packages {
        let (name, source) = (text(&package["name"]), package["source"].as_str());
        let licence = text(&package["license"]);
        assert!(is_allowed(&licence, &allowed), "{name}: {licence}");
        let is_usual = |source: &str| source.starts_with("registry+") && source.contains("crates.io");
        assert!(source.is_none_or(is_usual), "{name}: {source:?}");
    }
    assert!(!is_allowed("GPL-3.0 OR AGPL-3.0", &allowed) && !is_allowed("MIT AND GPL-3.0", &allowed));
}
