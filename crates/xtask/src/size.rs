//! `cargo xtask size`: what a visitor downloads at first and with each panel, and the bounds of both.

use std::collections::BTreeMap;
use std::process::ExitCode;

use crate::offline::{self, Visit};
use crate::process::{self, Stop};
use crate::tally::{Runner, Tally};
use crate::{chromium, node, page, paths, suites};

/// The most that a part of the page may have, in bytes after Brotli 11. A part that gets smaller gets a smaller bound.
const BOUNDS: [(&str, u64); 10] = [
    (FIRST, 1_650_000),
    (KOREAN, 1_570_000),
    ("catalogue", 52_000),
    ("embed", 2_700),
    ("export", 690_000),
    ("gallery", 11_000),
    ("import", 685_000),
    ("languages", 36_500),
    ("reference", 150_000),
    ("tests", 1_060_000),
];

/// The part that every visitor loads, with the programs for readers of English.
const FIRST: &str = "first visit";
/// What a reader of Korean loads in place of those programs.
const KOREAN: &str = "programs with Korean";

/// The files of one part of the page.
#[derive(Default)]
struct Part {
    raw: u64,
    packed: u64,
    /// Each file with its bytes after Brotli.
    files: Vec<(u64, String)>,
}

/// Builds the page for release and prints its parts.
pub fn run() -> Result<ExitCode, Stop> {
    let tally = check(&[])?;
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The same as a suite: a part over its bound fails.
pub fn check(_: &[String]) -> Result<Tally, Stop> {
    node::ready()?;
    node::install(&paths::root().join("tests/browser"))?;
    let chromium = chromium::ready()?;
    page::release()?;
    process::say("compressing each file");
    let parts = parts(&measured(false)?);
    println!("{:>10} {:>10}  part, and its files after Brotli 11", "bytes", "brotli");
    let mut tally = Tally::default();
    for (name, part) in &parts {
        println!("{:>10} {:>10}  {name}", part.raw, part.packed);
        for (packed, file) in part.files.iter().take(6) {
            println!("{:>21}    {file}", packed);
        }
    }
    for line in korean_adds(&parts) {
        println!("{line}");
    }
    for (name, bound) in BOUNDS {
        let Some(part) = parts.get(name) else {
            println!("the page has no part `{name}`: repair the table of bounds");
            tally += Tally::check(false);
            continue;
        };
        let held = part.packed <= bound;
        if !held {
            println!("{name}: {} bytes, {} over its bound of {bound}", part.packed, part.packed - bound);
        }
        tally += Tally::check(held);
    }
    let mut command = process::command("node", "tests/browser");
    command.args([node::PLAYWRIGHT, "test", "--config", "release.config.ts"]);
    tally += suites::count(command.env("CHROME_PATH", chromium), Runner::Playwright)?;
    Ok(tally)
}

/// What Korean adds to each program that comes without it too.
fn korean_adds(parts: &BTreeMap<String, Part>) -> Vec<String> {
    let files: Vec<(String, u64)> = [FIRST, KOREAN]
        .iter()
        .filter_map(|part| parts.get(*part))
        .flat_map(|part| part.files.iter().map(|(packed, path)| (without_hash(path), *packed)))
        .collect();
    let size = |name: &str| files.iter().find(|(path, _)| path == name).map(|(_, packed)| *packed);
    let line = |program: &str| {
        let [with, without] = [format!("{program}_bg.wasm"), format!("{program}_en_bg.wasm")];
        let (with, without) = (size(&with)?, size(&without)?);
        Some(format!("{program}: {} bytes of Korean after Brotli 11", with.saturating_sub(without)))
    };
    ["app", "worker"].into_iter().filter_map(line).collect()
}

/// Compresses the files of the built page beside themselves, for hosts that serve them so.
pub fn write_packed() -> Result<(), Stop> {
    node::ready()?;
    process::say("compressing each file with Brotli");
    measured(true).map(drop)
}

/// Each file of the page: its bytes, those after Brotli, its path.
fn measured(is_written: bool) -> Result<Vec<(u64, u64, String)>, Stop> {
    let mut command = process::command("node", "");
    command.arg("tools/brotli.mjs").arg(paths::root().join("dist"));
    if is_written {
        command.arg("--write");
    }
    let printed =
        process::output(&mut command).ok_or_else(|| Stop::new("the page's files cannot be compressed"))?;
    Ok(printed.lines().filter_map(line).collect())
}

fn line(line: &str) -> Option<(u64, u64, String)> {
    let mut fields = line.split('\t');
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?, fields.next()?.to_owned()))
}

fn parts(files: &[(u64, u64, String)]) -> BTreeMap<String, Part> {
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for (raw, packed, path) in files {
        let Some(name) = part_of(path) else { continue };
        let part = parts.entry(name).or_default();
        part.raw += raw;
        part.packed += packed;
        part.files.push((*packed, path.clone()));
    }
    for part in parts.values_mut() {
        part.files.sort_by(|one, other| other.cmp(one));
    }
    parts
}

/// The part of the page that loads a file; `None` for files that no visitor loads.
fn part_of(path: &str) -> Option<String> {
    let plain = without_hash(path);
    match offline::visit_of(&plain) {
        Visit::First | Visit::FirstInEnglish => return Some(FIRST.to_owned()),
        Visit::FirstInKorean => return Some(KOREAN.to_owned()),
        Visit::Later => {}
    }
    match plain.split_once('/') {
        Some(("hosting" | "icons" | "docs", _)) => None,
        Some((folder, _)) => Some(folder.to_owned()),
        None => {
            let stem = plain.split('.').next().unwrap_or_default();
            let is_served =
                ![".htaccess", "_headers", "service_worker.js", "reload.js"].contains(&plain.as_str());
            is_served.then(|| stem.strip_suffix("_bg").unwrap_or(stem).to_owned())
        }
    }
}

/// The path without the hash of the content.
fn without_hash(path: &str) -> String {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    match stem.rsplit_once('-') {
        Some((name, hash)) if is_hash(hash) => format!("{name}.{ending}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::part_of;

    #[test]
    fn every_file_has_the_part_that_loads_it() {
        let hash = "0123456789abcdef";
        for (path, part) in [
            ("index.html".to_owned(), Some("first visit")),
            (format!("app_en-{hash}.js"), Some("first visit")),
            (format!("worker_en_bg-{hash}.wasm"), Some("first visit")),
            (format!("worker_loader-{hash}.js"), Some("first visit")),
            (format!("app-{hash}.js"), Some("programs with Korean")),
            (format!("worker_bg-{hash}.wasm"), Some("programs with Korean")),
            (format!("export-{hash}.js"), Some("export")),
            (format!("export_bg-{hash}.wasm"), Some("export")),
            (format!("subscriber_bg-{hash}.wasm"), Some("subscriber")),
            (format!("subscriber_worker-{hash}.js"), Some("subscriber_worker")),
            (format!("reference/pattern/anything-but-{hash}.md"), Some("reference")),
            (format!("gallery-{hash}.ndjson"), Some("gallery")),
            ("v1/rulepad-example.js".to_owned(), Some("v1")),
            ("hosting/nginx.conf".to_owned(), None),
            ("_headers".to_owned(), None),
            ("docs/index.html".to_owned(), None),
        ] {
            assert_eq!(part_of(&path).as_deref(), part, "{path}");
        }
    }
}
