//! Where things are: the repository, our cache of tools, and Trunk's.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Stop;

/// The root of the repository.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let package = PathBuf::from(package);
    package.ancestors().nth(2).map_or_else(|| package.clone(), Path::to_path_buf)
}

/// Where Cargo puts what it builds.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Our own cache, shared by all clones.
pub fn cache() -> Result<PathBuf, Stop> {
    if let Some(directory) = directory_variable("RULEPAD_CACHE") {
        return Ok(directory);
    }
    if let Some(directory) = directory_variable("XDG_CACHE_HOME") {
        return Ok(directory.join("rulepad"));
    }
    home().map(|home| home.join(".cache/rulepad"))
}

/// The directory where Trunk keeps the tools it downloads, and looks before it downloads.
pub fn trunk_cache() -> Result<PathBuf, Stop> {
    if cfg!(target_os = "macos") {
        return home().map(|home| home.join("Library/Caches/dev.trunkrs.trunk"));
    }
    if let Some(directory) = directory_variable("XDG_CACHE_HOME") {
        return Ok(directory.join("trunk"));
    }
    home().map(|home| home.join(".cache/trunk"))
}

/// The directory of programs that Cargo installs, normally on PATH.
pub fn cargo_bin() -> Result<PathBuf, Stop> {
    match directory_variable("CARGO_HOME") {
        Some(directory) => Ok(directory.join("bin")),
        None => home().map(|home| home.join(".cargo/bin")),
    }
}

/// Creates the directory and everything above it.
pub fn create(directory: &Path) -> Result<(), Stop> {
    fs::create_dir_all(directory).map_err(|error| cannot_write(directory, &error))
}

/// The sentence for a path that cannot be written.
pub fn cannot_write(path: &Path, error: &std::io::Error) -> Stop {
    Stop::new(format!(
        "`{}` cannot be written ({error}): make it writable, or set RULEPAD_CACHE to another directory",
        path.display()
    ))
}

fn home() -> Result<PathBuf, Stop> {
    directory_variable("HOME")
        .ok_or_else(|| Stop::new("HOME is not set: set RULEPAD_CACHE to a directory for the tools"))
}

fn directory_variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from).filter(|path| path.is_absolute())
}
