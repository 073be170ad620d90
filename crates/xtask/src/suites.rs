//! The suites of `cargo xtask test`, from the quickest to the slowest.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, Stop};
use crate::tally::{Runner, Tally};
use crate::{
    browsers, chromium, dependencies, docs, growth, node, npm, page, paths, python, recipes, size, tools,
    wheel,
};

/// A group of tests with one runner.
pub struct Suite {
    /// The word that selects it.
    pub name: &'static str,
    /// What it does, for the user who waits.
    pub purpose: &'static str,
    /// Whether it runs only when it is named, or with `--all`: it takes minutes.
    pub is_heavy: bool,
    /// Whether it may run beside its neighbour: neither waits for the other's files, and both leave a core idle
    /// for much of their time.
    pub is_parallel: bool,
    /// Runs it, with options for the runner.
    pub run: fn(&[String]) -> Result<Tally, Stop>,
}

/// Every suite, in the order in which they run.
pub const ALL: &[Suite] = &[
    suite("lint", "format and clippy, for this machine and for wasm", lint),
    suite("native", "every crate's tests on this machine, documentation included", native),
    suite("wasm", "the tests that need WebAssembly, in Node", wasm),
    suite("node", "the JavaScript package, in Node", node_package),
    suite("ci", "results of tests against their schemas; the pre-commit hook and the GitHub Action, run", ci),
    suite("editor", "the code editor's tests, and its committed bundle rebuilt and compared", editor),
    Suite {
        is_parallel: true,
        ..suite("export", "every exported file checked with the tools of its users", export)
    },
    Suite { is_parallel: true, ..suite("browser", "the page in Chromium, without network", browser) },
    Suite {
        is_heavy: true,
        ..suite("looks", "the page in Chromium at every width and in both schemes", looks)
    },
    Suite {
        is_heavy: true,
        ..suite("npm", "the npm package in Node, TypeScript, Vite and documents in Chromium", npm_package)
    },
    Suite {
        is_heavy: true,
        ..suite(
            "recipes",
            "sites of MkDocs, Sphinx, mdBook and Docusaurus with live examples, in Chromium without network",
            recipes::run,
        )
    },
    Suite {
        is_heavy: true,
        ..suite(
            "growth",
            "how memory and work grow with the input of every reader, operator and exporter",
            growth::table,
        )
    },
    Suite {
        is_heavy: true,
        ..suite(
            "law",
            "rule sets against each pattern alone, on 100,000 generated pairs; the fuzz targets compile",
            law,
        )
    },
    Suite {
        is_heavy: true,
        ..suite("size", "what a visitor downloads, on the release build, within its bounds", size::check)
    },
    Suite {
        is_heavy: true,
        ..suite(
            "browsers",
            "the main job on the release build in Firefox and WebKit, without network",
            browsers::run,
        )
    },
    Suite {
        is_heavy: true,
        ..suite(
            "dependencies",
            "licences, sources and duplicates of all crates, and the notices that go out with the page",
            dependencies::check,
        )
    },
    Suite {
        is_heavy: true,
        ..suite(
            "python",
            "the wheel in an empty environment, typed and in pytest; over an archive in a local Ray and Spark",
            wheel::test,
        )
    },
    Suite {
        is_heavy: true,
        ..suite(
            "programs",
            "exported programs run by CDK, Pulumi and the Serverless Framework's heir; HCL by its own reader",
            programs,
        )
    },
];

const fn suite(
    name: &'static str,
    purpose: &'static str,
    run: fn(&[String]) -> Result<Tally, Stop>,
) -> Suite {
    Suite { name, purpose, is_heavy: false, is_parallel: false, run }
}

/// Build tools, which are built where they are used and have no tests.
const WITHOUT_TOOLS: [&str; 3] = ["--workspace", "--exclude", "wasm-bindgen-tools"];
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

fn lint(options: &[String]) -> Result<Tally, Stop> {
    tools::add_target()?;
    let deny = ["--", "-D", "warnings"];
    let mut tally = Tally::default();
    let mut check = |command: &mut Command| {
        let held = process::run(command).map_err(|stop| process::say(format_args!("lint: {stop}"))).is_ok();
        tally += Tally::check(held);
    };
    check(process::cargo().args(["fmt", "--all", "--check"]).args(options));
    check(process::cargo().arg("clippy").args(WITHOUT_TOOLS).arg("--all-targets").args(deny));
    let for_wasm = ["--package", "rulepad-web", "--package", "rulepad-js-api"];
    check(process::cargo().arg("clippy").args(for_wasm).args(WASM).args(deny));
    Ok(tally)
}

fn native(options: &[String]) -> Result<Tally, Stop> {
    let mut command = process::cargo();
    command.arg("test").args(WITHOUT_TOOLS).arg("--no-fail-fast").args(options);
    count(&mut command, Runner::Libtest)
}

/// The law of rule sets, which `native` tries on fewer pairs.
fn law(options: &[String]) -> Result<Tally, Stop> {
    let mut command = process::cargo();
    command
        .args(["test", "--release", "--package", "rulepad-ruleset", "--test", "law"])
        .args(options)
        .env("RULEPAD_LAW_PAIRS", "100000");
    let mut tally = count(&mut command, Runner::Libtest)?;
    // Nothing else builds them between two fuzzing runs.
    let fuzz = process::run(process::cargo().args([
        "check",
        "--locked",
        "--manifest-path",
        "tests/fuzz/Cargo.toml",
    ]));
    tally += Tally::check(fuzz.is_ok());
    Ok(tally)
}

/// Packages take part by naming `wasm-bindgen-test` in their manifest.
fn wasm(options: &[String]) -> Result<Tally, Stop> {
    node::ready()?;
    tools::add_target()?;
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    let packages: Vec<String> = packages_with("wasm-bindgen-test")
        .into_iter()
        .flat_map(|package| ["--manifest-path".to_owned(), package.display().to_string()])
        .collect();
    let mut tally = Tally::default();
    for package in packages.chunks(2) {
        let mut command = process::cargo();
        command
            .arg("test")
            .args(package)
            .args(WASM)
            // As the page is built for its tests, which compiles the same crates.
            .args(["--profile", "quick", "--lib", "--tests", "--no-fail-fast"])
            .args(options);
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner);
        tally += count(&mut command, Runner::Libtest)?;
    }
    Ok(tally)
}

fn node_package(options: &[String]) -> Result<Tally, Stop> {
    node::ready()?;
    npm::build(npm::Build::Quick)?;
    let tests = paths::root().join("tests/node");
    let files = fs::read_dir(&tests).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().contains(".test.")).collect();
    files.sort();
    if files.is_empty() {
        return Ok(Tally::default());
    }
    let mut command = process::command("node", "");
    command.args(["--test", "--test-reporter=spec"]).args(options).args(files);
    count(&mut command, Runner::Node)
}

/// What CI systems read and run. Without Python the hook and the action cannot run: a loud word, and no failure.
fn ci(options: &[String]) -> Result<Tally, Stop> {
    node::ready()?;
    let folder = paths::root().join("tests/verify");
    node::install(&folder)?;
    let mut command = process::command("node", "tests/verify");
    command.args(["--test", "--test-reporter=spec"]).args(options).arg("formats.test.mjs");
    let mut tally = count(&mut command, Runner::Node)?;
    let python = match python::found() {
        Ok(python) => python,
        Err(advice) => {
            process::say(format_args!("ci: SKIPPED, the hook and the action were not run. {advice}"));
            tally += Tally::skipped();
            return Ok(tally);
        }
    };
    let python = python::ready(&python, &python::CI)?;
    process::run(process::cargo().args(["build", "--quiet", "--package", "rulepad-cli"]))?;
    let program = paths::target().join("debug/rulepad");
    tally += count(
        process::command(&python, "tests/verify").args(["-B", "check_ci.py"]).arg(program),
        Runner::Plain,
    )?;
    Ok(tally)
}

fn editor(options: &[String]) -> Result<Tally, Stop> {
    node::ready()?;
    node::install(&paths::root().join("web/editor"))?;
    let mut tally = Tally::check(process::run(&mut npm_run("check")).is_ok());
    tally += count(npm_run("test").args(options), Runner::Node)?;
    Ok(tally)
}

fn npm_run(script: &str) -> Command {
    let mut command = process::command("npm", "web/editor");
    command.args(["run", "--silent", script]);
    command
}

/// Without Python the validators cannot run: a loud word, and no failure.
fn export(options: &[String]) -> Result<Tally, Stop> {
    let python = match python::found() {
        Ok(python) => python,
        Err(advice) => {
            process::say(format_args!("export: SKIPPED, no exported file was validated. {advice}"));
            return Ok(Tally::skipped());
        }
    };
    let python = python::ready(&python, &python::VALIDATORS)?;
    // Its TypeScript reads the exported programs.
    node::ready()?;
    node::install(&paths::root().join("web/editor"))?;
    let files = exported()?;
    let mut command = process::command(&python, "tests/export");
    command.arg("-B").arg("check.py").arg(&files).args(options);
    let mut tally = count(&mut command, Runner::Plain)?;
    let subscribers = exported_subscribers()?;
    let mut command = process::command(&python, "tests/export");
    tally += count(command.args(["-B", "subscribers.py"]).arg(&subscribers), Runner::Plain)?;
    tally += count(process::command(&python, "tests/verify").args(["-B", "check_schema.py"]), Runner::Plain)?;
    tally += encoders(&python)?;
    Ok(tally)
}

/// The encoders of docs/LINKS.md, in JavaScript, Python and bash: whether Rulepad opens what they write.
fn encoders(python: &Path) -> Result<Tally, Stop> {
    process::run(process::cargo().args([
        "build",
        "--quiet",
        "--package",
        "rulepad-workbench",
        "--example",
        "links",
    ]))?;
    let opener = paths::target().join("debug/examples/links");
    count(process::command(python, "tests/links").args(["-B", "check.py"]).arg(opener), Runner::Plain)
}

/// The tools of `--all`. Without Python nothing can be compared: a loud word, and no failure.
fn programs(options: &[String]) -> Result<Tally, Stop> {
    let python = match python::found() {
        Ok(python) => python,
        Err(advice) => {
            process::say(format_args!("programs: SKIPPED, no exported program was run. {advice}"));
            return Ok(Tally::skipped());
        }
    };
    node::ready()?;
    node::install(&paths::root().join(node::PROGRAMS))?;
    let cdk = python::ready(&python, &python::CDK)?;
    let python = python::ready(&python, &python::VALIDATORS)?;
    let files = exported()?;
    let mut command = process::command(&python, "tests/export");
    command.arg("-B").arg("check_programs.py").arg(&files).arg(&cdk).args(options);
    let mut tally = count(&mut command, Runner::Plain)?;
    let subscribers = exported_subscribers()?;
    let mut command = process::command(&python, "tests/export");
    command.arg("-B").arg("subscriber_programs.py").arg(&subscribers).arg(cdk);
    tally += count(&mut command, Runner::Plain)?;
    Ok(tally)
}

/// The directory into which every format of every rule has just been written.
fn exported() -> Result<PathBuf, Stop> {
    written_by("rulepad-workbench", "exports")
}

/// The directory into which every format of every subscriber has just been written.
fn exported_subscribers() -> Result<PathBuf, Stop> {
    written_by("rulepad-subscriber-export", "subscribers")
}

/// The directory into which an example of a package has just written its files.
fn written_by(package: &str, example: &str) -> Result<PathBuf, Stop> {
    let files = paths::target().join(example);
    // What an earlier run wrote must not be taken for what this one did.
    let _ = fs::remove_dir_all(&files);
    paths::create(&files)?;
    let example = ["--package", package, "--example", example, "--"];
    process::run(process::cargo().args(["run", "--quiet"]).args(example).arg(&files))?;
    Ok(files)
}

fn browser(options: &[String]) -> Result<Tally, Stop> {
    in_chromium(options, false)
}

/// The tests of the browser suite that are about another width or scheme.
fn looks(options: &[String]) -> Result<Tally, Stop> {
    in_chromium(options, true)
}

fn in_chromium(options: &[String], is_rare: bool) -> Result<Tally, Stop> {
    node::ready()?;
    node::install(&paths::root().join("tests/browser"))?;
    let chromium = chromium::ready()?;
    page::quick()?;
    docs::build(npm::Build::Quick)?;
    let mut command = process::command("node", "tests/browser");
    command.args([node::PLAYWRIGHT, "test"]).args(options).env("CHROME_PATH", chromium);
    if is_rare {
        command.env("RULEPAD_ALL", "1");
    }
    count(&mut command, Runner::Playwright)
}

/// The release build of the package, whose sizes are bounded.
fn npm_package(options: &[String]) -> Result<Tally, Stop> {
    npm::build(npm::Build::Release)?;
    for package in ["tests/browser", "tests/npm"] {
        node::install(&paths::root().join(package))?;
    }
    let chromium = chromium::ready()?;
    let types = ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "../../crates/js-api/npm"];
    let mut tally = Tally::check(process::run(process::command("node", "web/editor").args(types)).is_ok());
    let mut command = process::command("node", "tests/browser");
    command.args([node::PLAYWRIGHT, "test", "--config", "npm.config.ts"]).args(options);
    tally += count(command.env("CHROME_PATH", chromium), Runner::Playwright)?;
    Ok(tally)
}

/// Runs the command and counts its tests; a failure that no test explains counts as one.
pub fn count(command: &mut Command, runner: Runner) -> Result<Tally, Stop> {
    let mut tally = Tally::default();
    let held = process::run_reading(command, |line| tally.read(runner, line))?;
    if !held && tally.failed == 0 {
        tally += Tally::check(false);
    }
    Ok(tally)
}

/// The manifests of the workspace that name a dependency.
fn packages_with(dependency: &str) -> Vec<PathBuf> {
    let root = paths::root();
    let crates = fs::read_dir(root.join("crates")).into_iter().flatten().filter_map(Result::ok);
    let mut manifests: Vec<PathBuf> = crates
        .map(|entry| entry.path().join("Cargo.toml"))
        .chain([root.join("web/Cargo.toml"), root.join("tests/Cargo.toml")])
        .filter(|manifest| {
            fs::read_to_string(manifest)
                .is_ok_and(|text| text.lines().any(|line| line.trim_start().starts_with(dependency)))
        })
        .collect();
    manifests.sort();
    manifests
}
