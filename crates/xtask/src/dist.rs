//! `cargo xtask dist`: everything a maintainer publishes, in `target/dist`: the page with its reference, the npm package,
//! the command line, and their checksums.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::npm::Build;
use crate::process::{self, Stop, say};
use crate::{dependencies, docs, node, page, paths, size};

/// Builds and packs everything, then prints each file with its checksum.
pub fn run() -> Result<ExitCode, Stop> {
    node::ready()?;
    let out = paths::target().join("dist");
    // A file of an earlier version must not be published again.
    let _ = fs::remove_dir_all(&out);
    paths::create(&out)?;
    // The package of the element comes with it.
    page::release()?;
    docs::build(Build::Release)?;
    size::write_packed()?;
    let version = env!("CARGO_PKG_VERSION");
    let name = format!("rulepad-page-{version}");
    docs::copy(&paths::root().join("dist"), &staged("dist-page")?.join(&name))?;
    pack(&paths::target().join("dist-page"), &name, &out)?;
    say("packing the npm package");
    process::run(
        process::command("npm", "")
            .current_dir(Build::Release.package())
            .args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
            .arg(&out),
    )?;
    command_line(&out, version)?;
    let sums = checksums(&out)?;
    let file = out.join("SHA256SUMS");
    fs::write(&file, &sums).map_err(|error| paths::cannot_write(&file, &error))?;
    println!("{}\n{sums}", out.display());
    Ok(ExitCode::SUCCESS)
}

/// The command line for this machine, with its guides and the notices of its crates.
fn command_line(out: &Path, version: &str) -> Result<(), Stop> {
    say("building the command line for release");
    process::run(process::cargo().args(["build", "--release", "--package", "rulepad-cli"]))?;
    let host = process::output(process::command("rustc", "").args(["--print", "host-tuple"]))
        .ok_or_else(|| Stop::new("`rustc` does not name this machine: install it with rustup"))?;
    let name = format!("rulepad-{version}-{host}");
    let folder = staged("dist-cli")?.join(&name);
    paths::create(&folder)?;
    let root = paths::root();
    let program = paths::target().join("release/rulepad");
    for file in [program, root.join("LICENSE"), root.join("README.md"), root.join("CHANGELOG.md")] {
        let goal = folder.join(file.file_name().unwrap_or_default());
        fs::copy(&file, &goal).map_err(|error| paths::cannot_write(&goal, &error))?;
    }
    docs::copy(&root.join("docs"), &folder.join("docs"))?;
    let notices = folder.join("licences.txt");
    fs::write(&notices, dependencies::of_crates("crates/cli/Cargo.toml", &host, &[])?)
        .map_err(|error| paths::cannot_write(&notices, &error))?;
    pack(&paths::target().join("dist-cli"), &name, out)
}

/// An empty folder for what goes into an archive.
fn staged(name: &str) -> Result<PathBuf, Stop> {
    let folder = paths::target().join(name);
    let _ = fs::remove_dir_all(&folder);
    paths::create(&folder)?;
    Ok(folder)
}

/// The archive `name.tar.gz` of the folder `name` in `folder`: the same bytes for the same files, whoever packs them and
/// when.
fn pack(folder: &Path, name: &str, out: &Path) -> Result<(), Stop> {
    let plain = out.join(format!("{name}.tar"));
    let sorted = [
        "--sort=name",
        "--mtime=@0",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mode=u=rwX,go=rX",
        "-cf",
    ];
    // Only GNU's tar sorts; another one makes the same archive in another order.
    let is_gnu =
        process::output(process::command("tar", "").arg("--version")).is_some_and(|it| it.contains("GNU"));
    let options: &[&str] = if is_gnu { &sorted } else { &["-cf"] };
    process::run(process::command("tar", "").args(options).arg(&plain).arg("-C").arg(folder).arg(name))?;
    process::run(process::command("gzip", "").args(["-n", "-9", "-f"]).arg(&plain))
}

/// A line for each file, as `sha256sum --check` reads it.
fn checksums(out: &Path) -> Result<String, Stop> {
    let cannot_read =
        |error: std::io::Error| Stop::new(format!("`{}` cannot be read: {error}", out.display()));
    let mut names: Vec<String> = fs::read_dir(out)
        .map_err(cannot_read)?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let program: &[&str] =
        if process::find("sha256sum").is_some() { &["sha256sum"] } else { &["shasum", "-a", "256"] };
    let (first, rest) = program.split_first().unwrap_or((&"sha256sum", &[]));
    let printed = process::output(process::command(*first, "").args(rest).args(&names).current_dir(out));
    printed
        .map(|sums| format!("{sums}\n"))
        .ok_or_else(|| Stop::new("no checksums: install `sha256sum` (coreutils) or `shasum`"))
}
