//! Running other programs: what is done is said, what went wrong is one sentence.

use std::cell::Cell;
use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::paths;

#[cfg(not(unix))]
compile_error!("cargo xtask runs on Linux and macOS; on Windows use it inside WSL");

/// Why a command ended: one sentence that says what to do.
#[derive(Debug)]
pub struct Stop(String);

impl Stop {
    /// Wraps the sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

thread_local! {
    /// What each line that a command of this thread prints begins with.
    static PREFIX: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// From now on, each line that a command of this thread prints begins with the name.
pub fn prefix_lines(name: &'static str) {
    PREFIX.set(Some(name));
}

/// Tells the user what happens now, on standard error so that it never mixes with results.
pub fn say(sentence: impl fmt::Display) {
    eprintln!("xtask: {sentence}");
}

/// A command that runs in `directory`, relative to the root of the repository.
pub fn command(program: impl Into<OsString>, directory: &str) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(paths::root().join(directory));
    command
}

/// Cargo, in the root of the repository.
pub fn cargo() -> Command {
    let mut cargo = command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), "");
    // Incremental files are never read again on a build machine and cost time and room.
    if env::var_os("CI").is_some() && env::var_os("CARGO_INCREMENTAL").is_none() {
        cargo.env("CARGO_INCREMENTAL", "0");
    }
    cargo
}

/// Runs the command with the terminal as it is; anything but success stops.
pub fn run(command: &mut Command) -> Result<(), Stop> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(failed(command, status)) }
}

/// Runs the command, passes each line of its standard output on and shows it to `line` as well.
///
/// Returns whether the command succeeded.
pub fn run_reading(command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool, Stop> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|length| length > 0) {
            let mut terminal = io::stdout().lock();
            // A closed terminal must not end the tests, so a failed write is let go.
            let _ = match PREFIX.get() {
                Some(name) => write!(terminal, "{name:<8}| "),
                None => Ok(()),
            }
            .and_then(|()| terminal.write_all(&bytes))
            .and_then(|()| terminal.flush());
            line(String::from_utf8_lossy(&bytes).trim());
            bytes.clear();
        }
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    Ok(status.success())
}

/// What the command prints, trimmed, or nothing when it cannot run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where `program` is found on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|directory| directory.join(program)).find(|file| is_executable(file))
}

/// Whether programs in `directory` are found by name.
pub fn is_on_path(directory: &Path) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|entry| entry == directory))
}

/// PATH with `first` before everything else.
pub fn path_with(first: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(all).unwrap_or(rest)
}

fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

fn cannot_start(command: &Command, error: &io::Error) -> Stop {
    Stop::new(format!("`{}` cannot be started: {error}", shown(command)))
}

fn failed(command: &Command, status: ExitStatus) -> Stop {
    Stop::new(format!("`{}` failed ({status}); what it printed above says why", shown(command)))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
