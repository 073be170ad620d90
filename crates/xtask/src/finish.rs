//! `cargo xtask finish`, called by Trunk once it has built the page: gives each file a hash of its content in its name,
//! writes the names into the page, and adds the files for hosts.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::npm::Build;
use crate::page::QUICK;
use crate::policy::{EXAMPLE, KEEPER};
use crate::process::{self, Stop, say};
use crate::{english, offline, paths, policy};

pub const PAGE: &str = "index.html";
const LOADER: &str = "worker_loader.js";
/// The program of the page of subscribers; its script has this name.
const SUBSCRIBER: &str = "subscriber";
/// Where the page holds the names.
const NAMES: &str = "<script type=\"application/json\" id=\"files\">{}</script>";
/// How the editor names the files of a language; the part between is a variable.
const LANGUAGE: (&str, &str) = ("`./languages/${", "}.js`");

pub type Files = BTreeMap<String, Vec<u8>>;

/// Finishes the page in the directory that Trunk names.
pub fn run() -> Result<ExitCode, Stop> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Stop::new("Trunk calls this command while it builds the page: run `trunk build`"))?;
    let mut files = Files::new();
    collect(&staging, &staging, &mut files)?;
    add_example(&mut files)?;
    let keeper = keeper()?;
    if is_release() {
        add_first_screen(&mut files)?;
        if env::var_os(QUICK).is_none() {
            english::add(&mut files)?;
        }
    }
    let finished = finish(files, &keeper)?;
    // Written anew, so that nothing under an old name is left.
    fs::remove_dir_all(&staging).map_err(|error| paths::cannot_write(&staging, &error))?;
    for (name, bytes) in finished {
        let path = staging.join(name);
        if let Some(directory) = path.parent() {
            paths::create(directory)?;
        }
        fs::write(&path, bytes).map_err(|error| paths::cannot_write(&path, &error))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The script that keeps the page for visits without network.
enum Keeper {
    /// Of a page that is published: it has the build and its files.
    Whole(String),
    /// Of a page that is being developed, which changes all the time: it removes what a published page left behind.
    None(String),
}

fn keeper() -> Result<Keeper, Stop> {
    let is_published = is_release();
    let name = if is_published { "web/service_worker.js" } else { "web/no_service_worker.js" };
    let path = paths::root().join(name);
    let text = fs::read_to_string(&path)
        .map_err(|error| Stop::new(format!("`{}` cannot be read: {error}", path.display())))?;
    Ok(if is_published { Keeper::Whole(text) } else { Keeper::None(text) })
}

/// Whether the page is built as it is published, though perhaps without what makes its programs small.
fn is_release() -> bool {
    env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release")
}

/// Where the page has its first screen; Trunk may write the attributes behind it in its own way.
const FIRST_SCREEN: &str = "<div id=\"first-screen\"";

/// Writes the first screen into the page: what a first visit sees before any program is there.
fn add_first_screen(files: &mut Files) -> Result<(), Stop> {
    // With the packages beside it, so that nothing is built that the tests do not build too.
    let example = ["--workspace", "--exclude", "wasm-bindgen-tools", "--example", "first_screen"];
    process::run(process::cargo().args(["build", "--quiet", "--locked"]).args(example))?;
    let program = paths::target().join("debug/examples/first_screen");
    let screen = process::output(&mut process::command(&program, ""))
        .ok_or_else(|| Stop::new("the first screen cannot be rendered"))?;
    let page = files.remove(PAGE).ok_or_else(|| Stop::new("the page has no index.html"))?;
    let page = with_first_screen(&text_of(PAGE, page)?, &screen)?;
    files.insert(PAGE.to_owned(), page.into_bytes());
    Ok(())
}

fn with_first_screen(page: &str, screen: &str) -> Result<String, Stop> {
    let parts = page.split_once(FIRST_SCREEN).and_then(|(before, rest)| {
        let (attributes, after) = rest.split_once("></div>")?;
        Some((before, attributes, after))
    });
    let (before, attributes, after) =
        parts.ok_or_else(|| Stop::new(format!("index.html has no empty `{FIRST_SCREEN}`")))?;
    Ok(format!("{before}{FIRST_SCREEN}{attributes}>{screen}</div>{after}"))
}

/// Adds the custom element's files, which the embedded view and documents load.
fn add_example(files: &mut Files) -> Result<(), Stop> {
    let is_release = is_release() && env::var_os(QUICK).is_none();
    let package = if is_release { Build::Release } else { Build::Debug }.package();
    let mut own = Files::new();
    if package.is_dir() {
        collect(&package, &package, &mut own)?;
    } else if is_release {
        return Err(Stop::new("the custom element is not built: run `cargo xtask npm`"));
    } else {
        say(
            "the custom element is not built, so the page has no embedded view: run `cargo xtask test node` once",
        );
    }
    let is_served = |name: &str| name != "node.js" && (name.ends_with(".js") || name.ends_with(".wasm"));
    let served = own.into_iter().filter(|(name, _)| is_served(name));
    files.extend(served.map(|(name, bytes)| (format!("{EXAMPLE}/{name}"), bytes)));
    Ok(())
}

fn collect(root: &Path, directory: &Path, files: &mut Files) -> Result<(), Stop> {
    let cannot_read =
        |error: std::io::Error| Stop::new(format!("`{}` cannot be read: {error}", directory.display()));
    for entry in fs::read_dir(directory).map_err(cannot_read)? {
        let path = entry.map_err(cannot_read)?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        files.insert(name, fs::read(&path).map_err(cannot_read)?);
    }
    Ok(())
}

/// The files under their final names: first those that name no other, then those that name them, the page last.
fn finish(mut files: Files, keeper: &Keeper) -> Result<Files, Stop> {
    let mut names = BTreeMap::new();
    let mut finished = Files::new();
    // Documents name these.
    let fixed: Vec<String> =
        files.keys().filter(|name| name.starts_with(&format!("{EXAMPLE}/"))).cloned().collect();
    for name in fixed {
        finished.extend(files.remove_entry(&name));
    }
    let page = files.remove(PAGE).ok_or_else(|| Stop::new("the page has no index.html"))?;
    for round in 0..4 {
        let of_round: Vec<String> = files.keys().filter(|name| round_of(name) == round).cloned().collect();
        for name in of_round {
            let Some(bytes) = files.remove(&name) else { continue };
            let bytes = if round == 0 { bytes } else { renamed(&name, bytes, &names)? };
            let hashed = hashed_name(&name, &bytes);
            names.insert(name, hashed.clone());
            finished.insert(hashed, bytes);
        }
    }
    let page = text_of(PAGE, page)?;
    let page = replace_names(without_preloads(page), &names);
    if matches!(keeper, Keeper::Whole(_)) {
        names.insert(KEEPER.to_owned(), KEEPER.to_owned());
    }
    let listed = listed(&names);
    names.remove(KEEPER);
    if !page.contains(NAMES) {
        return Err(Stop::new(format!("index.html has no `{NAMES}`")));
    }
    let page = page.replace(NAMES, &NAMES.replace("{}", &listed));
    let loader = names.get(LOADER).ok_or_else(|| Stop::new(format!("the page has no {LOADER}")))?;
    let hashed: Vec<String> = names.values().cloned().collect();
    for (path, text) in policy::files(&hashed, loader) {
        finished.insert(path.to_owned(), text.into_bytes());
    }
    finished.insert(PAGE.to_owned(), page.into_bytes());
    let text = match keeper {
        Keeper::None(text) => text.clone(),
        Keeper::Whole(text) => offline::with_files(text, &names, &finished)?,
    };
    finished.insert(KEEPER.to_owned(), text.into_bytes());
    Ok(finished)
}

/// Files name those of earlier rounds alone: the editor its languages, the program the editor, the first script both.
fn round_of(name: &str) -> u8 {
    if name == "boot.js" {
        3
    } else if (name.starts_with("app-") && name.ends_with(".js"))
        || name == english::APP
        || name.strip_suffix(".js") == Some(SUBSCRIBER)
    {
        2
    } else if name.starts_with("snippets/") || name.ends_with(".webmanifest") {
        1
    } else {
        0
    }
}

fn renamed(file: &str, bytes: Vec<u8>, names: &BTreeMap<String, String>) -> Result<Vec<u8>, Stop> {
    let text = replace_names(text_of(file, bytes)?, names);
    let text = if file.ends_with("editor.js") { replace_languages(&text, names)? } else { text };
    Ok(text.into_bytes())
}

pub fn text_of(file: &str, bytes: Vec<u8>) -> Result<String, Stop> {
    String::from_utf8(bytes).map_err(|_| Stop::new(format!("`{file}` is not UTF-8")))
}

/// Each name between quotes, with `./` before it.
fn replace_names(mut text: String, names: &BTreeMap<String, String>) -> String {
    for (old, new) in names {
        for quote in ['"', '\''] {
            text = text.replace(&format!("{quote}./{old}{quote}"), &format!("{quote}./{new}{quote}"));
        }
    }
    text
}

/// The editor makes the name of a language's file from the language: it gets a table of them instead.
fn replace_languages(text: &str, names: &BTreeMap<String, String>) -> Result<String, Stop> {
    let not_there = || Stop::new("the editor does not name the files of its languages as expected");
    let (before, rest) = text.split_once(LANGUAGE.0).ok_or_else(not_there)?;
    let (variable, after) = rest.split_once(LANGUAGE.1).ok_or_else(not_there)?;
    let table: Vec<String> = names
        .iter()
        .filter_map(|(old, new)| {
            let language = old.strip_prefix("languages/")?.strip_suffix(".js")?;
            Some(format!("{language}:\"./{new}\""))
        })
        .collect();
    Ok(format!("{before}({{{}}})[{variable}]{after}", table.join(",")))
}

/// The page without the links that load its program ahead: the first script loads it, unless the address asks for the
/// embedded view. The modules it names are on that script's element.
fn without_preloads(mut page: String) -> String {
    let mut modules = Vec::new();
    for start in ["<link rel=\"modulepreload\" ", "<link rel=\"preload\" "] {
        while let Some(at) = page.find(start) {
            let Some(length) = page.get(at..).and_then(|rest| rest.find('>')) else { break };
            let link: String = page.drain(at..=at + length).collect();
            let address = link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
            if start.contains("modulepreload") {
                modules.extend(address.map(|address| format!("\"{address}\"")));
            }
        }
    }
    // Each is in quotes, so that it gets its final name.
    page.replace("id=\"modules\">[]", &format!("id=\"modules\">[{}]", modules.join(",")))
}

/// The names that programs look up, as JSON.
fn listed(names: &BTreeMap<String, String>) -> String {
    let looked_up = |name: &str| {
        !["app-", "app_en", "snippets/", "languages/"].iter().any(|start| name.starts_with(start))
            && ![".css", ".svg", ".png", ".webmanifest"].iter().any(|end| name.ends_with(end))
            && !matches!(name, "boot.js" | "reload.js" | "embed.js" | "first.js")
    };
    let entries: Vec<String> = names
        .iter()
        .filter(|(old, _)| looked_up(old))
        .map(|(old, new)| format!("\"{old}\":\"{new}\""))
        .collect();
    format!("{{{}}}", entries.join(","))
}

/// The name with a hash of the content instead of any other hash.
fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let (directory, file) = name.rsplit_once('/').map_or(("", name), |(directory, file)| (directory, file));
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let is_hash = |part: &str| part.len() >= 14 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let stem = match stem.rsplit_once('-') {
        Some((own, last)) => match last.split_once('_') {
            Some((hash, rest)) if is_hash(hash) => format!("{own}_{rest}"),
            _ if is_hash(last) => own.to_owned(),
            _ => stem.to_owned(),
        },
        None => stem.to_owned(),
    };
    let slash = if directory.is_empty() { "" } else { "/" };
    format!("{directory}{slash}{stem}-{:016x}.{ending}", hash(bytes))
}

/// FNV-1a, 64 bits.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::{Files, Keeper, finish, hashed_name, with_first_screen};

    fn finished(files: Files) -> Files {
        finish(files, &Keeper::None("gone".into())).unwrap()
    }

    fn built(language: &str) -> Files {
        [
            (
                "index.html",
                "<script type=\"application/json\" id=\"files\">{}</script>\
                 <script type=\"application/json\" id=\"modules\">[]</script>\
                 <link rel=\"modulepreload\" href=\"./app-0123456789abcdef.js\" crossorigin=\"anonymous\">\
                 <link rel=\"preload\" href=\"./app-0123456789abcdef_bg.wasm\" as=\"fetch\"><link href=\"./a-0123456789abcdef.css\">\
                 <script src=\"./boot.js\" data-js=\"./app-0123456789abcdef.js\" data-wasm=\"./app-0123456789abcdef_bg.wasm\">",
            ),
            ("a-0123456789abcdef.css", "a{}"),
            ("boot.js", "import('./reload.js')"),
            ("reload.js", "1"),
            ("v1/rulepad-example.js", "import './worker.js'"),
            ("app-0123456789abcdef.js", "import './snippets/x/editor.js'"),
            ("app-0123456789abcdef_bg.wasm", "wasm"),
            ("snippets/x/editor.js", "let a=`./languages/${e}.js`;"),
            (concat!("subscriber", ".js"), "import './snippets/x/editor.js'"),
            ("languages/yaml.js", language),
            ("worker_loader.js", "loader"),
            ("worker.js", "worker"),
            ("catalogue/events.ndjson", "{}"),
        ]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .collect()
    }

    fn text(files: &Files, start: &str) -> (String, String) {
        let (name, bytes) = files.iter().find(|(name, _)| name.starts_with(start)).unwrap();
        (name.clone(), String::from_utf8(bytes.clone()).unwrap())
    }

    #[test]
    fn every_file_has_a_hash_and_is_named_by_it() {
        let files = finished(built("yaml"));
        let plain: Vec<&String> =
            files.keys().filter(|name| !name.contains('-') || name.starts_with("v1/")).collect();
        assert_eq!(
            plain,
            [
                ".htaccess",
                "_headers",
                "hosting/Caddyfile",
                "hosting/README.md",
                "hosting/cloudfront.json",
                "hosting/nginx.conf",
                "index.html",
                "service_worker.js",
                "v1/rulepad-example.js"
            ]
        );
        let page = text(&files, "index").1;
        let app = text(&files, "app-");
        for start in ["a-", "app-", "app_bg-", "boot-"] {
            let name = text(&files, start).0;
            assert!(page.contains(&format!("\"./{name}\"")), "{name} in {page}");
        }
        assert!(!page.contains("preload"), "{page}");
        assert!(page.contains(&format!("id=\"modules\">[\"./{}\"]", app.0)), "{page}");
        let editor = text(&files, "snippets/x/editor-");
        assert!(app.1.contains(&editor.0), "{}", app.1);
        assert!(text(&files, "subscriber-").1.contains(&editor.0));
        let yaml = text(&files, "languages/").0;
        assert_eq!(editor.1, format!("let a=({{yaml:\"./{yaml}\"}})[e];"));
        assert!(text(&files, "boot-").1.contains(&text(&files, "reload-").0));
        for name in ["worker_loader", "worker", "catalogue/events", "subscriber"] {
            assert!(page.contains(&text(&files, &format!("{name}-")).0), "{name}");
        }
    }

    #[test]
    fn what_names_a_changed_file_has_another_name_too() {
        let (one, other) = (finished(built("yaml")), finished(built("other")));
        for start in ["languages/", "snippets/", "app-"] {
            assert_ne!(text(&one, start).0, text(&other, start).0, "{start}");
        }
        assert_eq!(text(&one, "worker-"), text(&other, "worker-"));
        assert_eq!(one, finished(built("yaml")), "the same content gives the same names");
    }

    #[test]
    fn an_editor_that_names_its_languages_otherwise_stops_the_build() {
        let mut files = built("yaml");
        files.insert("snippets/x/editor.js".into(), b"no languages".to_vec());
        assert!(finish(files, &Keeper::None(String::new())).is_err());
    }

    #[test]
    fn a_published_page_names_its_service_worker_and_another_does_not() {
        let script = "const {} = { build: \"\", first: [], english: [], korean: [], rest: [] };";
        let published = finish(built("yaml"), &Keeper::Whole(script.into())).unwrap();
        let page = text(&published, "index").1;
        assert!(page.contains("\"service_worker.js\":\"service_worker.js\""), "{page}");
        let told = text(&published, "service_worker").1;
        for start in ["app-", "worker-", "catalogue/", "v1/"] {
            assert!(told.contains(&text(&published, start).0), "{start} in {told}");
        }
        assert!(!told.contains("_headers") && !told.contains("reload"), "{told}");
        assert!(!text(&finished(built("yaml")), "index").1.contains("service_worker"));
    }

    #[test]
    fn the_first_screen_is_written_into_its_place() {
        let page = "<p>a</p><div id=\"first-screen\" inert=\"\" aria-hidden=\"true\"></div><p>b</p>";
        let filled = with_first_screen(page, "<b>x</b>").unwrap();
        assert_eq!(
            filled,
            "<p>a</p><div id=\"first-screen\" inert=\"\" aria-hidden=\"true\"><b>x</b></div><p>b</p>"
        );
        assert!(with_first_screen("<p></p>", "").is_err());
    }

    #[test]
    fn another_hash_is_replaced() {
        assert_eq!(hashed_name("b.js", b""), "b-cbf29ce484222325.js");
        assert_eq!(hashed_name("x/b-0123456789abcde.js", b""), "x/b-cbf29ce484222325.js");
        assert_eq!(hashed_name("app-0123456789abcdef_bg.wasm", b""), "app_bg-cbf29ce484222325.wasm");
        assert_eq!(hashed_name("anything-but.md", b""), "anything-but-cbf29ce484222325.md");
    }
}
