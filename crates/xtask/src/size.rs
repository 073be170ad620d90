//! `cargo xtask size`: what a visitor downloads, file by file.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::process::Stop;
use crate::{page, paths};

/// Builds the page for release and prints each file's bytes, as they are and under `gzip -9`.
pub fn run() -> Result<ExitCode, Stop> {
    page::release()?;
    let dist = paths::root().join("dist");
    let mut files = Vec::new();
    collect(&dist, &mut files).map_err(|error| Stop::new(format!("`dist` cannot be read: {error}")))?;
    let mut rows = files
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string();
            Ok((raw(&file), gzip(&file)?, name))
        })
        .collect::<Result<Vec<_>, Stop>>()?;
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.2.cmp(&b.2)));
    let total = rows.iter().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    println!("{:>10} {:>10}  file", "bytes", "gzip");
    for (raw, gzip, name) in rows {
        println!("{raw:>10} {gzip:>10}  {name}");
    }
    println!("{:>10} {:>10}  all", total.0, total.1);
    Ok(ExitCode::SUCCESS)
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn raw(file: &Path) -> u64 {
    file.metadata().map_or(0, |found| found.len())
}

fn gzip(file: &Path) -> Result<u64, Stop> {
    let missing = |_| Stop::new("`gzip` is missing: install it to see compressed sizes");
    let mut child = Command::new("gzip")
        .args(["-9", "-n", "-c"])
        .arg(file)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(missing)?;
    let mut packed = Vec::new();
    if let Some(output) = child.stdout.as_mut() {
        output.read_to_end(&mut packed).map_err(missing)?;
    }
    child.wait().map_err(missing)?;
    Ok(u64::try_from(packed.len()).unwrap_or(u64::MAX))
}
