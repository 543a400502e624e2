//! What lies on the path to results, as cargo resolves it: no arithmetic that other features of the tree can change.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
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

fn tree() -> Tree {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cargo = |arguments: &[&str]| {
        let output =
            Command::new(env!("CARGO")).args(arguments).current_dir(root).output().expect("cargo runs this test");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    };
    // What other platforms need has not been fetched.
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host");
    let resolve =
        ["metadata", "--format-version=1", "--offline", "--locked", "--all-features", "--filter-platform", host];
    let said: Value = serde_json::from_str(&cargo(&resolve)).expect("JSON");
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
