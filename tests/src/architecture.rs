//! Holds the direction of dependencies: each crate may name only those it is allowed to.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each package may depend on inside the workspace.
const ALLOWED: &[(&str, &[&str])] = &[
    ("rulepad-document", &[]),
    ("rulepad-event", &["rulepad-document"]),
    ("rulepad-pattern", &["rulepad-document"]),
    ("rulepad-transformer", &["rulepad-document"]),
    ("rulepad-jsonata", &["rulepad-document"]),
    ("rulepad-ruleset", &["rulepad-document", "rulepad-pattern"]),
    ("rulepad-rule", &["rulepad-document", "rulepad-transformer"]),
    ("rulepad-subscriber", &["rulepad-document", "rulepad-event", "rulepad-jsonata", "rulepad-pattern"]),
    (
        "rulepad-migrate",
        &[
            "rulepad-document",
            "rulepad-jsonata",
            "rulepad-pattern",
            "rulepad-rule",
            "rulepad-subscriber",
            "rulepad-transformer",
        ],
    ),
    ("rulepad-event-log", &["rulepad-document", "rulepad-transformer"]),
    ("rulepad-cloudformation", &["rulepad-document", "rulepad-rule"]),
    ("rulepad-terraform", &["rulepad-document", "rulepad-rule"]),
    (
        "rulepad-import",
        &[
            "rulepad-document",
            "rulepad-pattern",
            "rulepad-transformer",
            "rulepad-rule",
            "rulepad-cloudformation",
            "rulepad-terraform",
        ],
    ),
    (
        "rulepad-export",
        &[
            "rulepad-document",
            "rulepad-event",
            "rulepad-pattern",
            "rulepad-transformer",
            "rulepad-rule",
            "rulepad-cloudformation",
            "rulepad-terraform",
        ],
    ),
    // Above import and export, which do not know each other.
    (
        "rulepad-write-back",
        &[
            "rulepad-document",
            "rulepad-pattern",
            "rulepad-transformer",
            "rulepad-rule",
            "rulepad-cloudformation",
            "rulepad-terraform",
            "rulepad-import",
            "rulepad-export",
        ],
    ),
    // A subscriber of the samples is tried in the tests of the crate.
    ("rulepad-samples", &["rulepad-document", "rulepad-subscriber"]),
    (
        "rulepad-subscriber-import",
        &[
            "rulepad-document",
            "rulepad-rule",
            "rulepad-cloudformation",
            "rulepad-import",
            "rulepad-subscriber",
            // Its laws write what it reads.
            "rulepad-subscriber-export",
        ],
    ),
    (
        "rulepad-subscriber-export",
        &[
            "rulepad-document",
            "rulepad-event",
            "rulepad-rule",
            "rulepad-cloudformation",
            "rulepad-terraform",
            "rulepad-export",
            "rulepad-subscriber",
            "rulepad-migrate",
        ],
    ),
    (
        "rulepad-workbench",
        &[
            "rulepad-document",
            "rulepad-event",
            "rulepad-pattern",
            "rulepad-transformer",
            "rulepad-ruleset",
            "rulepad-rule",
            "rulepad-event-log",
            "rulepad-import",
            "rulepad-export",
            "rulepad-write-back",
            "rulepad-samples",
        ],
    ),
    // Apart from `workbench`, as no program of rules has it.
    (
        "rulepad-subscriber-workbench",
        &[
            "rulepad-document",
            "rulepad-migrate",
            "rulepad-samples",
            "rulepad-subscriber",
            "rulepad-workbench",
        ],
    ),
    (
        "rulepad-verify",
        &[
            "rulepad-document",
            "rulepad-pattern",
            "rulepad-ruleset",
            "rulepad-subscriber",
            "rulepad-workbench",
        ],
    ),
    ("rulepad-docs", &["rulepad-document", "rulepad-subscriber", "rulepad-workbench"]),
    (
        "rulepad-cli",
        &[
            "rulepad-workbench",
            "rulepad-subscriber",
            "rulepad-migrate",
            "rulepad-subscriber-export",
            "rulepad-subscriber-import",
            "rulepad-verify",
            "rulepad-docs",
        ],
    ),
    ("rulepad-js-api", &["rulepad-workbench", "rulepad-subscriber", "rulepad-migrate", "rulepad-samples"]),
    (
        "rulepad-python",
        &["rulepad-document", "rulepad-migrate", "rulepad-subscriber", "rulepad-verify", "rulepad-workbench"],
    ),
    ("rulepad-web", &["rulepad-subscriber-workbench", "rulepad-workbench", "rulepad-verify"]),
    ("conformance", &["rulepad-docs", "rulepad-subscriber", "rulepad-workbench"]),
    ("growth", &["rulepad-verify", "rulepad-workbench"]),
    ("xtask", &[]),
    ("wasm-bindgen-tools", &[]),
];

/// Packages that may speak to a browser.
const BROWSER: &[&str] = &["rulepad-web", "rulepad-js-api"];

/// What speaks to a browser.
const BROWSER_CRATES: &[&str] =
    &["yew", "web-sys", "js-sys", "gloo", "wasm-bindgen", "serde-wasm-bindgen", "wasm-bindgen-futures"];

/// In WebAssembly `pattern` asks JavaScript for one thing that every engine has: Unicode's composed forms.
const LANGUAGE_ALONE: (&str, &str) = ("rulepad-pattern", "js-sys");

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    path: Option<String>,
}

fn packages() -> Vec<Package> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline", "--manifest-path"])
        .arg(manifest)
        .output()
        .unwrap();
    let metadata: Metadata = serde_json::from_slice(&output.stdout).unwrap();
    metadata.packages
}

#[test]
fn dependencies_point_down_only() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let packages = packages();
    assert_eq!(packages.len(), ALLOWED.len(), "a package is missing from the table");
    for package in packages {
        let may = allowed.get(package.name.as_str()).copied();
        let may = may.unwrap_or_else(|| panic!("{} is not in the table", package.name));
        for dependency in package.dependencies.iter().filter(|dependency| dependency.path.is_some()) {
            assert!(may.contains(&dependency.name.as_str()), "{} names {}", package.name, dependency.name);
        }
    }
}

#[test]
fn no_browser_below_the_page() {
    for package in packages().iter().filter(|package| !BROWSER.contains(&package.name.as_str())) {
        for dependency in &package.dependencies {
            let name = dependency.name.as_str();
            let is_known = (package.name.as_str(), name) == LANGUAGE_ALONE;
            assert!(is_known || !BROWSER_CRATES.contains(&name), "{} names {name}", package.name);
        }
    }
}

/// A path in a document that is moved in the code is moved in the document.
#[test]
fn documents_name_files_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut checked = 0;
    for document in
        ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "README.ko.md", "tests/suite/README.md"]
    {
        let text = std::fs::read_to_string(root.join(document)).unwrap();
        for quoted in text.split('`').skip(1).step_by(2) {
            let is_path = ["crates/", "web/", "tests/", "tools/"].iter().any(|own| quoted.starts_with(own));
            // `crates/target` is why the crate `rule` is called so; `<name>` stands for any.
            if !is_path || quoted.contains(['<', '*', ' ']) || quoted == "crates/target" {
                continue;
            }
            assert!(root.join(quoted).exists(), "{document} names `{quoted}`, which does not exist");
            checked += 1;
        }
    }
    assert!(checked > 60, "only {checked} paths were found");
}

/// The page fetches the catalogue when it is first looked for; who names the texts carries them in the program.
#[test]
fn the_page_does_not_carry_the_catalogue() {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src")];
    let mut read = 0;
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            // The tests of a file come last in it, and are not part of the page.
            let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let test = stem.ends_with("tests") || stem == "test_support";
            assert!(test || !shipped.contains("bundled"), "{} names the bundled catalogue", path.display());
            read += 1;
        }
    }
    assert!(read > 40, "only {read} files were read");
}

/// Crates whose modules have an order: none of them names one that names it, over whichever others.
const ORDERED: &[&str] = &["event", "transformer"];

#[test]
fn modules_of_a_crate_form_no_circle() {
    for name in ORDERED {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(name).join("src");
        let mut left = named_modules(&root);
        assert!(left.len() > 8, "only {} modules of {name} were found", left.len());
        loop {
            let known: BTreeSet<String> = left.keys().cloned().collect();
            let named: BTreeSet<String> = left.values().flatten().cloned().collect();
            let before = left.len();
            for names in left.values_mut() {
                names.retain(|name| known.contains(name));
            }
            left.retain(|own, names| !names.is_empty() && named.contains(own));
            if left.len() == before {
                break;
            }
        }
        assert!(left.is_empty(), "modules of {name} that name each other in a circle: {left:#?}");
    }
}

/// Each module right below a crate's root with the modules there that it names in `crate::…`, tests left out.
fn named_modules(root: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut modules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let mut open: Vec<PathBuf> = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let top = stem(Path::new(path.strip_prefix(root).unwrap().iter().next().unwrap()));
            if path.is_dir() {
                open.push(path);
            } else if top != "lib" && !stem(&path).ends_with("tests") {
                let text = std::fs::read_to_string(&path).unwrap();
                let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
                modules.entry(top).or_default().extend(named(shipped));
            }
        }
    }
    let known: BTreeSet<String> = modules.keys().cloned().collect();
    for (own, names) in &mut modules {
        names.retain(|name| name != own && known.contains(name));
    }
    modules
}

/// The first names behind each `crate::`, also of a list in braces.
fn named(text: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            found.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    found.push(word(list.get(at..).unwrap_or_default()));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    found
}
