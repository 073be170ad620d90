//! `rulepad docs`: the live examples of documents, checked and updated.

use crate::folder::{cannot_read, files};
use crate::help;
use crate::message::Message;
use crate::options::once;
use crate::shown::{about, file};
use crate::stop::{Stop, read_or_not};
use lexopt::ValueExt;
use rulepad_docs::{File, Format, Kind, check, update};
use rulepad_workbench::Lang;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What `rulepad help docs` prints.
pub const HELP: &str = "\
usage: rulepad docs check  PATH... [--page ADDRESS]... [--format NAME] [--allow-empty]
       rulepad docs update PATH... [--allow-empty]

Reads the live examples of documents: `<rulepad-example>` elements, ```rulepad fences and links to
Rulepad, in HTML (.html, .htm) and Markdown (.md, .markdown, .mdx). PATH is a file or a folder, which is
searched with the folders in it. docs/live-examples.md describes how an example is written.

  check             compares each stored verdict, answer and payload with Rulepad's; opens each link
  update            replaces the stored verdicts, answers and payloads that differ, and adds them where an
                    example has neither a verdict nor an answer; no other byte of a file changes

  --page ADDRESS    an address where your readers find Rulepad: links to it must open, whatever they carry
  --format NAME     text (unless given), json or github
  --allow-empty     no examples at all are no failure

Exit codes: 0 all is as stored, 1 something is not or there is no example, 2 a file cannot be read or the
arguments are wrong.
";

/// How many files are read at most.
const MOST: usize = 10_000;
/// The longest file that is read, in bytes.
const LONGEST: u64 = 64 << 20;

#[derive(Default)]
struct Asked {
    paths: Vec<OsString>,
    pages: Vec<String>,
    format: Option<Format>,
    allow_empty: bool,
}

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let mut asked = Asked::default();
    let mut action: Option<OsString> = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) if action.is_none() => action = Some(value),
            lexopt::Arg::Value(value) => asked.paths.push(value),
            lexopt::Arg::Long("page") => asked.pages.push(arguments.value()?.string()?),
            lexopt::Arg::Long("format") => {
                let name = arguments.value()?.string()?;
                let format = Format::named(&name).ok_or_else(|| {
                    Stop::new(Message::UnknownFormat { name, known: vec!["text", "json", "github"] })
                })?;
                once(&mut asked.format, "format", format)?;
            }
            lexopt::Arg::Long("allow-empty") => asked.allow_empty = true,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    let action = action.unwrap_or_default();
    let is_update = match action.to_str() {
        Some("check") => false,
        Some("update") => true,
        Some("") => return Err(Stop::new(Message::NoDocsAction)),
        _ => {
            let action = action.to_string_lossy().into_owned();
            return Err(Stop::new(Message::UnknownDocsAction(action)));
        }
    };
    if asked.paths.is_empty() {
        return Err(Stop::new(Message::NoDocsPath));
    }
    all(&asked, is_update, lang, out)
}

fn all(asked: &Asked, is_update: bool, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let mut checked = Vec::new();
    for (path, kind) in documents(&asked.paths)? {
        let shown = path.display().to_string();
        let mut text = read(&path)?;
        if is_update {
            let updated = update(&text, kind);
            if updated != text {
                fs::write(&path, &updated).map_err(|error| Stop::new(Message::unwritable(&shown, error)))?;
                about(&Message::Updated(shown.clone()), lang);
                text = updated;
            }
        }
        checked.push(File { path: shown, checked: check(&text, kind, &asked.pages) });
    }
    read_or_not(file(out, &asked.format.unwrap_or_default().write(&checked, lang)).map_err(Stop::from))?;
    let found: usize = checked.iter().map(|file| file.checked.examples + file.checked.links).sum();
    let problems: usize = checked.iter().map(|file| file.checked.findings.len()).sum();
    let is_empty = found == 0 && problems == 0 && !asked.allow_empty;
    if is_empty {
        about(if checked.is_empty() { &Message::NoDocument } else { &Message::NoExample }, lang);
    }
    Ok(u8::from(problems > 0 || is_empty))
}

/// The files that are named, and the documents of the folders that are named.
fn documents(paths: &[OsString]) -> Result<Vec<(PathBuf, Kind)>, Stop> {
    let mut found = Vec::new();
    for path in paths {
        let path = Path::new(path);
        if path.is_dir() {
            collect(path, &mut found)?;
            continue;
        }
        if !path.exists() {
            return Err(Stop::new(Message::NoPath(path.display().to_string())));
        }
        let kind = Kind::of(&path.display().to_string())
            .ok_or_else(|| Stop::new(Message::NotADocument(path.display().to_string())))?;
        found.push((path.to_owned(), kind));
    }
    Ok(found)
}

/// The documents of a folder and of those in it.
fn collect(folder: &Path, found: &mut Vec<(PathBuf, Kind)>) -> Result<(), Stop> {
    for path in files(folder, |name| Kind::of(name).is_some()) {
        let path = path?;
        if found.len() == MOST {
            return Err(Stop::new(Message::TooManyDocuments(MOST)));
        }
        let kind = Kind::of(&path.display().to_string());
        found.extend(kind.map(|kind| (path, kind)));
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Stop> {
    let name = || path.display().to_string();
    let size = fs::metadata(path).map_err(|error| cannot_read(path, error))?.len();
    if size > LONGEST {
        let (has, most) = (size >> 20, LONGEST >> 20);
        return Err(Stop::new(Message::TooLong { name: name(), has, most }));
    }
    let bytes = fs::read(path).map_err(|error| cannot_read(path, error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Stop::new(Message::NotUtf8 { name: name(), at })
    })
}
