//! `cargo xtask docs`: the reference as a static site in `dist/docs`, with the custom element that makes its examples live.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::npm::Build;
use crate::process::{self, Stop, say};
use crate::{npm, paths};

/// The page's entries for the site in its languages: the page shows a link to it where it has one.
const ENTRY: &str = "\"docs/index.html\":\"docs/index.html\",\"docs/ko/index.html\":\"docs/ko/index.html\"";
/// Where the page holds the names of its files.
const NAMES: &str = "id=\"files\">{";

/// Writes the site and prints where it is.
pub fn run() -> Result<ExitCode, Stop> {
    npm::build(Build::Release)?;
    println!("{}", build(Build::Release)?.display());
    Ok(ExitCode::SUCCESS)
}

/// Writes the site with a package that is built, and links the built page to it.
pub fn build(package: Build) -> Result<PathBuf, Stop> {
    let dist = paths::root().join("dist");
    let out = dist.join("docs");
    // Pages of topics that are gone would stay.
    let _ = fs::remove_dir_all(&out);
    paths::create(&out)?;
    say("writing the reference");
    let example = ["--package", "rulepad-docs", "--example", "reference", "--"];
    let suite = paths::root().join("tests/suite");
    process::run(process::cargo().args(["run", "--quiet"]).args(example).arg(suite).arg(&out))?;
    copy(&package.package(), &out.join("rulepad"))?;
    let page = dist.join("index.html");
    if let Ok(text) = fs::read_to_string(&page) {
        let linked = linked(&text);
        fs::write(&page, linked).map_err(|error| paths::cannot_write(&page, &error))?;
    }
    Ok(out)
}

/// The page with the site among the names of its files.
fn linked(page: &str) -> String {
    if page.contains(ENTRY) {
        return page.to_owned();
    }
    let without = page.contains(&format!("{NAMES}}}"));
    page.replacen(NAMES, &format!("{NAMES}{ENTRY}{}", if without { "" } else { "," }), 1)
}

/// Copies a folder with what is in it.
pub fn copy(from: &Path, to: &Path) -> Result<(), Stop> {
    paths::create(to)?;
    let cannot_read =
        |error: std::io::Error| Stop::new(format!("`{}` cannot be read: {error}", from.display()));
    for entry in fs::read_dir(from).map_err(cannot_read)? {
        let path = entry.map_err(cannot_read)?.path();
        let Some(name) = path.file_name() else { continue };
        let goal = to.join(name);
        if path.is_dir() {
            copy(&path, &goal)?;
        } else {
            fs::copy(&path, &goal).map_err(|error| paths::cannot_write(&goal, &error))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{ENTRY, linked};

    #[test]
    fn the_page_is_linked_once() {
        let page = "<script id=\"files\">{\"a\":\"b\"}</script>";
        let once = linked(page);
        assert_eq!(once, format!("<script id=\"files\">{{{ENTRY},\"a\":\"b\"}}</script>"));
        assert_eq!(linked(&once), once);
        assert_eq!(linked("<script id=\"files\">{}"), format!("<script id=\"files\">{{{ENTRY}}}"));
    }
}
