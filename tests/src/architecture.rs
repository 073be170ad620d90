//! Holds the direction of dependencies: each crate may name only those it is allowed to.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What each package may depend on inside the workspace.
const ALLOWED: &[(&str, &[&str])] = &[
    ("rulepad-document", &[]),
    ("rulepad-event", &["rulepad-document"]),
    ("rulepad-pattern", &["rulepad-document"]),
    ("rulepad-transformer", &["rulepad-document"]),
    ("rulepad-ruleset", &["rulepad-document", "rulepad-pattern"]),
    ("rulepad-rule", &["rulepad-document", "rulepad-pattern", "rulepad-transformer"]),
    ("rulepad-samples", &[]),
    (
        "rulepad-workbench",
        &[
            "rulepad-document",
            "rulepad-event",
            "rulepad-pattern",
            "rulepad-transformer",
            "rulepad-ruleset",
            "rulepad-rule",
            "rulepad-samples",
        ],
    ),
    ("rulepad-cli", &["rulepad-workbench"]),
    ("rulepad-js-api", &["rulepad-workbench"]),
    ("rulepad-web", &["rulepad-workbench"]),
    ("conformance", &["rulepad-workbench"]),
    ("growth", &["rulepad-workbench"]),
    ("xtask", &[]),
    ("wasm-bindgen-tools", &[]),
];

/// Packages that may speak to a browser.
const BROWSER: &[&str] = &["rulepad-web", "rulepad-js-api"];

/// What speaks to a browser.
const BROWSER_CRATES: &[&str] =
    &["yew", "web-sys", "js-sys", "gloo", "wasm-bindgen", "serde-wasm-bindgen", "wasm-bindgen-futures"];

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
            assert!(!BROWSER_CRATES.contains(&name), "{} names {name}", package.name);
        }
    }
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
            let test = path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"));
            assert!(test || !shipped.contains("bundled"), "{} names the bundled catalogue", path.display());
            read += 1;
        }
    }
    assert!(read > 40, "only {read} files were read");
}
