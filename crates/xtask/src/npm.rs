//! `cargo xtask npm`: the npm package `rulepad`, from crates/js-api.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::process::{self, Stop, say};
use crate::{node, paths, tools};

/// The programs of the package that write English alone: the binary of crates/js-api and the name in the package.
const ENGLISH: [(&str, &str); 4] = [
    ("js-evaluate", "evaluate"),
    ("js-draft", "draft"),
    ("js-bulk", "bulk"),
    ("js-subscriber", "subscriber"),
];

/// The other programs, which write every language. The first four do what those of [`ENGLISH`] do.
const PROGRAMS: [(&str, &str); 9] = [
    ("js-evaluate", "evaluate_ko"),
    ("js-draft", "draft_ko"),
    ("js-bulk", "bulk_ko"),
    ("js-subscriber", "subscriber_ko"),
    ("js-share", "share"),
    ("js-tools", "tools"),
    ("js-export", "export"),
    ("js-import", "import"),
    ("js-migrate", "migrate"),
];

/// How the programs are compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For publishing: the profile `small`, then wasm-opt.
    Release,
    /// For tests of behavior: as the page is built for them, so that the crates below are compiled once for both.
    Quick,
    /// For `cargo xtask serve`, which builds the page in the same way.
    Debug,
}

impl Build {
    /// Where the package is written.
    pub fn package(self) -> PathBuf {
        let target = paths::root().join("target");
        match self {
            Self::Release => target.join("npm/rulepad"),
            Self::Quick | Self::Debug => target.join("js-api/rulepad"),
        }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Release => "small",
            Self::Quick => "quick",
            Self::Debug => "dev",
        }
    }

    fn directory(self) -> &'static str {
        match self {
            Self::Release => "small",
            Self::Quick => "quick",
            Self::Debug => "debug",
        }
    }
}

/// Writes the package for publishing and prints where it is.
pub fn run() -> Result<ExitCode, Stop> {
    build(Build::Release)?;
    println!("{}", Build::Release.package().display());
    Ok(ExitCode::SUCCESS)
}

/// Writes the package.
pub fn build(build: Build) -> Result<(), Stop> {
    node::ready()?;
    tools::add_target()?;
    // Its bundler builds the package as well.
    node::install(&paths::root().join("web/editor"))?;
    if build == Build::Release {
        say("building the npm package for release (about 5 minutes when nothing is built yet)");
    }
    let out = build.package();
    let programs = out.with_extension("programs");
    let _ = fs::remove_dir_all(&programs);
    let package = ["--package", "rulepad-js-api", "--target", "wasm32-unknown-unknown"];
    let compile = |which: &[&str]| {
        process::run(process::cargo().args(["build", "--profile", build.profile()]).args(package).args(which))
    };
    if build == Build::Release {
        let mut which = vec!["--no-default-features"];
        which.extend(ENGLISH.iter().flat_map(|(binary, _)| ["--bin", binary]));
        compile(&which)?;
        for (binary, name) in ENGLISH {
            bind(build, binary, name, &programs)?;
        }
    }
    compile(&["--bins"])?;
    // A quick build has the same programs under both names.
    let others = if build == Build::Release { &[][..] } else { &ENGLISH[..] };
    for (binary, name) in PROGRAMS.iter().chain(others) {
        bind(build, binary, name, &programs)?;
    }
    process::run(
        process::command("node", "crates/js-api/npm")
            .args(["build.mjs", env!("CARGO_PKG_VERSION")])
            .args([&programs, &out]),
    )?;
    fs::remove_dir_all(&programs).map_err(|error| paths::cannot_write(&programs, &error))
}

/// The glue and the WebAssembly of one program.
fn bind(build: Build, binary: &str, name: &str, programs: &Path) -> Result<(), Stop> {
    let wasm_bindgen = tools::wasm_bindgen()?.join("wasm-bindgen");
    let built =
        paths::target().join("wasm32-unknown-unknown").join(build.directory()).join(format!("{binary}.wasm"));
    process::run(
        process::command(&wasm_bindgen, "")
            .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
            .arg(programs)
            .arg(&built),
    )?;
    if build != Build::Release {
        return Ok(());
    }
    let wasm = programs.join(format!("{name}_bg.wasm"));
    let small = programs.join(format!("{name}_small.wasm"));
    let wasm_opt = tools::wasm_opt()?.join("wasm-opt");
    // Low memory is unused: the end of the stack is there, and no static data.
    let options = ["--low-memory-unused", "-O2", "-Oz", "--gufa-optimizing", "-Oz"];
    let mut output = std::ffi::OsString::from("--output=");
    output.push(&small);
    process::run(process::command(&wasm_opt, "").args(options).arg(output).arg(&wasm))?;
    fs::rename(&small, &wasm).map_err(|error| paths::cannot_write(&wasm, &error))
}
