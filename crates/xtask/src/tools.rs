//! The pinned tools: built once into our cache, and placed where a plain `trunk` finds them.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, Stop, say};
use crate::{node, paths};

/// The last Trunk that the pinned Rust compiles.
const TRUNK: &str = "0.21.14";
/// Equal to the `wasm-bindgen` crate: both come from the same Cargo.lock.
const WASM_BINDGEN: &str = "0.2.130";
/// Equal to `wasm_opt` in Trunk.toml and to tools/wasm-opt/package.json.
const WASM_OPT: &str = "132";
const TARGET: &str = "wasm32-unknown-unknown";

/// Trunk, ready to build the page.
pub struct Trunk {
    program: PathBuf,
    path: Vec<PathBuf>,
}

impl Trunk {
    /// Builds what is missing of Trunk, wasm-bindgen and wasm-opt.
    pub fn ready() -> Result<Self, Stop> {
        add_target()?;
        let program = trunk()?;
        let wasm_bindgen = wasm_bindgen()?;
        let wasm_opt = wasm_opt()?;
        let found = Self { program, path: vec![wasm_bindgen, wasm_opt] };
        found.expose();
        Ok(found)
    }

    /// A Trunk command in the root of the repository.
    pub fn command(&self) -> Command {
        let mut command = process::command(&self.program, "");
        command.env("PATH", process::path_with(&self.path)).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes NO_COLOR as a boolean and stops at the usual `1`.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// Makes `trunk serve` and `trunk build --release` work without xtask: Trunk goes where Cargo installs
    /// programs when there is none on PATH, the rest where Trunk's own downloads go.
    ///
    /// Nothing that is there is replaced, and a failure is no reason to stop: xtask does not need any of it.
    fn expose(&self) {
        if let Err(stop) = self.place_for_trunk() {
            say(format_args!("a plain `trunk` may not find its tools: {stop}"));
        }
        match process::find("trunk") {
            Some(found) if version(&found).as_deref() == Some(TRUNK) => {}
            Some(found) => say(format_args!(
                "`trunk` on PATH ({}) is not {TRUNK}; the one used here is {}",
                found.display(),
                self.program.display()
            )),
            None => match self.link() {
                Ok(link) => say(format_args!("`trunk` is now {}, a link into the cache", link.display())),
                Err(stop) => say(stop),
            },
        }
    }

    fn link(&self) -> Result<PathBuf, Stop> {
        let directory = paths::cargo_bin()?;
        if !process::is_on_path(&directory) {
            return Err(Stop::new(format!("to run Trunk by itself, call {}", self.program.display())));
        }
        let link = directory.join("trunk");
        // A link to a cache that is gone is in the way and serves nobody.
        if link.is_symlink() && !link.exists() {
            fs::remove_file(&link).map_err(|error| paths::cannot_write(&link, &error))?;
        }
        symlink(&self.program, &link).map_err(|error| paths::cannot_write(&link, &error))?;
        Ok(link)
    }

    fn place_for_trunk(&self) -> Result<(), Stop> {
        let cache = paths::trunk_cache()?;
        let wasm_bindgen = cache.join(format!("wasm-bindgen-{WASM_BINDGEN}/wasm-bindgen"));
        let wasm_opt = cache.join(format!("wasm-opt-version_{WASM_OPT}/bin/wasm-opt"));
        for place in [wasm_bindgen, wasm_opt] {
            let Some(name) = place.file_name() else { continue };
            let Some(tool) =
                self.path.iter().map(|directory| directory.join(name)).find(|tool| tool.exists())
            else {
                continue;
            };
            // The script that stands for wasm-opt names the cache it belongs to, so it follows the cache.
            let outdated = is_our_script(&place) && fs::read(&place).ok() != fs::read(&tool).ok();
            if !place.exists() || outdated {
                copy(&tool, &place)?;
            }
        }
        Ok(())
    }
}

/// Adds the wasm target to the toolchain in use.
pub fn add_target() -> Result<(), Stop> {
    add(TARGET)
}

/// Adds the target of programs that run in Node with files and a clock, for the bench.
pub fn add_wasi_target() -> Result<(), Stop> {
    add("wasm32-wasip1")
}

fn add(target: &str) -> Result<(), Stop> {
    let libraries =
        process::output(process::command("rustc", "").args(["--print", "target-libdir", "--target", target]));
    if libraries.is_some_and(|directory| Path::new(&directory).is_dir()) {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        return Err(Stop::new(format!(
            "Rust's {target} target is missing: install rustup from https://rustup.rs, or the target with the \
             package manager that installed Rust"
        )));
    }
    say(format_args!("adding Rust's {target} target (20 MB, some seconds)"));
    process::run(process::command("rustup", "").args(["target", "add", target])).map_err(|_| {
        Stop::new(format!("the target cannot be downloaded: go online and run `rustup target add {target}`"))
    })
}

/// The directory of `wasm-bindgen` and `wasm-bindgen-test-runner`.
pub fn wasm_bindgen() -> Result<PathBuf, Stop> {
    let directory = paths::cache()?.join(format!("wasm-bindgen-{WASM_BINDGEN}/bin"));
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    if programs.iter().all(|program| directory.join(program).exists()) {
        return Ok(directory);
    }
    say(format_args!("building wasm-bindgen {WASM_BINDGEN} into the cache (once, usually under a minute)"));
    let target = paths::root().join("target/tools");
    process::run(
        process::cargo()
            .args(["build", "--locked", "--package", "wasm-bindgen-tools", "--target-dir"])
            .arg(&target)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0"),
    )?;
    for program in programs {
        copy(&target.join("debug").join(program), &directory.join(program))?;
    }
    // The programs are in the cache now; what is left here is some hundred megabytes of objects.
    let _ = fs::remove_dir_all(&target);
    Ok(directory)
}

/// Trunk itself: the one on PATH when it is the right one, else ours.
fn trunk() -> Result<PathBuf, Stop> {
    if let Some(found) = process::find("trunk").filter(|found| version(found).as_deref() == Some(TRUNK)) {
        return Ok(found);
    }
    program("trunk", TRUNK)
}

/// A program of crates.io, built into the cache without its default features.
pub fn program(name: &str, version: &str) -> Result<PathBuf, Stop> {
    let directory = paths::cache()?.join(format!("{name}-{version}"));
    let program = directory.join("bin").join(name);
    if program.exists() {
        return Ok(program);
    }
    say(format_args!(
        "building {name} {version} into {} (once, usually 2 to 4 minutes)",
        directory.display()
    ));
    let installed = process::run(
        process::cargo()
            .args(["install", name, "--version", version, "--locked", "--no-default-features", "--no-track"])
            .args(["--profile", "dev", "--root"])
            .arg(&directory)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("CARGO_TARGET_DIR"),
    );
    // Another run may have built the same tool meanwhile; then Cargo stops, and the tool is there.
    installed.or_else(|stop| if program.exists() { Ok(()) } else { Err(stop) })?;
    Ok(program)
}

/// The directory of `wasm-opt`, a script over npm's binaryen.
///
/// Only release builds call it. Without Node it hands the file on as it is, so that they work all the same.
pub fn wasm_opt() -> Result<PathBuf, Stop> {
    let directory = paths::cache()?.join(format!("wasm-opt-{WASM_OPT}"));
    let tool = directory.join("node_modules/binaryen/bin/wasm-opt");
    if !tool.exists() {
        paths::create(&directory)?;
        for file in ["package.json", "package-lock.json", ".npmrc"] {
            copy(&paths::root().join("tools/wasm-opt").join(file), &directory.join(file))?;
        }
        let installed = node::ready().and_then(|()| node::install(&directory));
        if let Err(stop) = installed {
            say(format_args!("release builds will be larger, without wasm-opt: {stop}"));
        }
    }
    let bin = directory.join("bin");
    let script = bin.join("wasm-opt");
    let text = wasm_opt_script(&tool);
    if fs::read_to_string(&script).ok().as_deref() != Some(text.as_str()) {
        paths::create(&bin)?;
        fs::write(&script, text).map_err(|error| paths::cannot_write(&script, &error))?;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755))
            .map_err(|error| paths::cannot_write(&script, &error))?;
    }
    Ok(bin)
}

const SCRIPT_MARK: &str = "# Written by Rulepad's `cargo xtask`";

fn wasm_opt_script(tool: &Path) -> String {
    let quoted = tool.display().to_string().replace('\'', r"'\''");
    format!(
        r#"#!/bin/sh
{SCRIPT_MARK}: wasm-opt {WASM_OPT} of npm's binaryen, run by Node.
# Without Node or binaryen, or with RULEPAD_QUICK, the input is handed on as it is: larger, and right.
tool='{quoted}'
if [ -z "$RULEPAD_QUICK" ] && [ -f "$tool" ] && command -v node >/dev/null 2>&1; then
    exec node "$tool" "$@"
fi
for argument do
    case "$argument" in
        --version) echo "wasm-opt version {WASM_OPT} (not installed)"; exit 0 ;;
        --output=*) output=${{argument#--output=}} ;;
        -*) ;;
        *) input=$argument ;;
    esac
done
if [ -z "$RULEPAD_QUICK" ]; then
    echo "wasm-opt is skipped: install Node and run \`cargo xtask setup\` for a smaller build" >&2
fi
exec cp "$input" "$output"
"#
    )
}

fn is_our_script(file: &Path) -> bool {
    fs::read_to_string(file).is_ok_and(|text| text.contains(SCRIPT_MARK))
}

fn version(trunk: &Path) -> Option<String> {
    let printed = process::output(Command::new(trunk).arg("--version"))?;
    printed.split_whitespace().nth(1).map(str::to_owned)
}

/// Copies with the permissions, in one step for whoever looks at `to` meanwhile.
fn copy(from: &Path, to: &Path) -> Result<(), Stop> {
    let Some(directory) = to.parent() else { return Ok(()) };
    paths::create(directory)?;
    let part = to.with_extension(format!("part-{}", std::process::id()));
    fs::copy(from, &part).and_then(|_| fs::rename(&part, to)).map_err(|error| paths::cannot_write(to, &error))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::{WASM_BINDGEN, WASM_OPT, wasm_opt_script};
    use crate::paths;

    #[test]
    fn pins_agree_with_the_files_that_repeat_them() {
        for (file, pin) in [
            ("Cargo.toml", format!("wasm-bindgen = \"={WASM_BINDGEN}\"")),
            ("tools/wasm-bindgen/Cargo.toml", format!("version = \"={WASM_BINDGEN}\"")),
            ("Trunk.toml", format!("wasm_opt = \"version_{WASM_OPT}\"")),
            ("tools/wasm-opt/package.json", format!("\"binaryen\": \"{WASM_OPT}.0.0\"")),
        ] {
            let text = fs::read_to_string(paths::root().join(file)).unwrap();
            assert!(text.contains(&pin), "{file} has no `{pin}`");
        }
    }

    #[test]
    fn without_binaryen_the_input_is_handed_on() {
        let directory = std::env::temp_dir().join(format!("rulepad's xtask {}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let [script, input, output] = ["wasm-opt", "in.wasm", "out.wasm"].map(|name| directory.join(name));
        fs::write(&script, wasm_opt_script(Path::new("/nowhere/it's/wasm-opt"))).unwrap();
        fs::write(&input, b"\0asm").unwrap();
        let run = |arguments: &[&str]| Command::new("sh").arg(&script).args(arguments).output().unwrap();

        let version = run(&["--version"]);
        assert_eq!(String::from_utf8(version.stdout).unwrap().split(' ').nth(2), Some(WASM_OPT));
        let copied = run(&[&format!("--output={}", output.display()), "-Os", input.to_str().unwrap()]);
        assert!(copied.status.success());
        assert_eq!(fs::read(&output).unwrap(), b"\0asm");
        fs::remove_dir_all(&directory).unwrap();
    }
}
