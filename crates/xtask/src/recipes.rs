//! The recipes of docs/recipes: each one's site is built with its generator and opened in Chromium.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::npm::Build;
use crate::process::{self, Stop, say};
use crate::suites::count;
use crate::tally::{Runner, Tally};
use crate::{chromium, docs, node, npm, paths, python, tools};

/// The generator that is a program of crates.io.
const MDBOOK: (&str, &str) = ("mdbook", "0.5.4");
/// The package of Docusaurus, and the pages that the test adds to each recipe.
const PACKAGE: &str = "tests/recipes";

/// A recipe: its folder, and where its documents and the files of the npm package go.
struct Recipe {
    name: &'static str,
    documents: &'static str,
    package: &'static str,
}

const RECIPES: [Recipe; 4] = [
    Recipe { name: "mkdocs", documents: "docs", package: "docs/rulepad" },
    Recipe { name: "sphinx", documents: ".", package: "_static/rulepad" },
    Recipe { name: "mdbook", documents: "src", package: "src/rulepad" },
    Recipe { name: "docusaurus", documents: "docs", package: "static/rulepad" },
];

/// The programs that build sites.
struct Generators {
    python: PathBuf,
    mdbook: PathBuf,
}

/// Builds each recipe's site and opens it. Without Python none is complete: a loud word, and no failure.
pub fn run(options: &[String]) -> Result<Tally, Stop> {
    let python = match python::found() {
        Ok(python) => python,
        Err(advice) => {
            say(format_args!("recipes: SKIPPED, no site was built. {advice}"));
            return Ok(Tally::skipped());
        }
    };
    let generators = ready(&python)?;
    npm::build(Build::Quick)?;
    process::run(process::cargo().args(["build", "--quiet", "--package", "rulepad-cli"]))?;
    let chromium = chromium::ready()?;
    let sites = paths::target().join("recipes");
    // What an earlier run built must not be taken for what this one did.
    let _ = fs::remove_dir_all(&sites);
    let mut tally = Tally::default();
    for recipe in &RECIPES {
        say(format_args!("recipes: building the site of {}", recipe.name));
        let built = recipe.build(&sites.join(recipe.name), &generators);
        if let Err(stop) = &built {
            say(format_args!("recipes: {}: {stop}", recipe.name));
        }
        tally += Tally::check(built.is_ok());
    }
    let mut command = process::command("node", "tests/browser");
    command.args([node::PLAYWRIGHT, "test", "--config", "recipes.config.ts"]).args(options);
    command.env("CHROME_PATH", chromium).env("RULEPAD_RECIPES", &sites);
    tally += count(command.env("RULEPAD_CLI", paths::target().join("debug/rulepad")), Runner::Playwright)?;
    Ok(tally)
}

/// Installs the generators.
pub fn set_up(python: &PathBuf) -> Result<(), Stop> {
    ready(python).map(|_| ())
}

fn ready(python: &PathBuf) -> Result<Generators, Stop> {
    node::ready()?;
    for package in ["tests/browser", PACKAGE] {
        node::install(&paths::root().join(package))?;
    }
    let python = python::ready(python, &python::RECIPES)?;
    let (name, version) = MDBOOK;
    Ok(Generators { python, mdbook: tools::program(name, version)? })
}

impl Recipe {
    /// Builds the site in `folder/site`, with the test's page beside the recipe's own.
    fn build(&self, folder: &Path, generators: &Generators) -> Result<(), Stop> {
        docs::copy(&paths::root().join("docs/recipes").join(self.name), folder)?;
        docs::copy(&Build::Quick.package(), &folder.join(self.package))?;
        let page = folder.join(self.documents).join("fences.md");
        let cannot_write = |error: std::io::Error| paths::cannot_write(&page, &error);
        fs::copy(paths::root().join(PACKAGE).join("fences.md"), &page).map_err(cannot_write)?;
        let mut command = self.command(folder, generators)?;
        process::run(command.current_dir(folder))
    }

    /// The generator; its list of pages gets the test's, where it does not find pages itself.
    fn command(&self, folder: &Path, generators: &Generators) -> Result<Command, Stop> {
        let Generators { python, mdbook } = generators;
        let mut command = process::command(python, "");
        match self.name {
            "mkdocs" => {
                command.args(["-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"]);
            }
            "sphinx" => {
                append(&folder.join("index.md"), "\n```{toctree}\nfences\n```\n")?;
                command.args(["-m", "sphinx", "--quiet", "--fail-on-warning", ".", "site"]);
            }
            "mdbook" => {
                append(&folder.join("src/SUMMARY.md"), "- [Fences](fences.md)\n")?;
                command = process::command(mdbook, "");
                command.args(["build", "--dest-dir", "site"]);
            }
            _ => {
                let modules = paths::root().join(PACKAGE).join("node_modules");
                let link = folder.join("node_modules");
                symlink(&modules, &link).map_err(|error| paths::cannot_write(&link, &error))?;
                command = process::command("node", "");
                command.arg(modules.join("@docusaurus/core/bin/docusaurus.mjs"));
                command.args(["build", "--out-dir", "site"]).env("NO_UPDATE_NOTIFIER", "1");
            }
        }
        Ok(command)
    }
}

fn append(file: &Path, text: &str) -> Result<(), Stop> {
    let own = fs::read_to_string(file)
        .map_err(|error| Stop::new(format!("`{}` cannot be read: {error}", file.display())))?;
    fs::write(file, own + text).map_err(|error| paths::cannot_write(file, &error))
}

#[cfg(test)]
mod tests {
    use super::RECIPES;
    use crate::paths;
    use std::fs;

    #[test]
    fn each_recipe_is_twenty_lines_at_most() {
        for recipe in RECIPES {
            let folder = paths::root().join("docs/recipes").join(recipe.name);
            let name = ["rulepad_fence.py", "rulepad-fence.mjs"].map(|name| folder.join(name));
            let file = name.iter().find(|file| file.exists()).unwrap();
            let text = fs::read_to_string(file).unwrap();
            let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
            assert!(lines <= 20, "{} has {lines} lines", file.display());
        }
    }
}
