//! `rulepad export --all DIR`: every rule of a text as a file.

use super::{outcome, report};
use crate::label::Label;
use crate::message::{Message, labeled};
use crate::shown::line;
use crate::stop::Stop;
use rulepad_workbench::{Draft, Export, Format, Import, Lang, export};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes the files, names each on standard output, and gives the worst exit code.
pub fn run(
    read: &Import,
    format: Format,
    directory: &Path,
    lang: Lang,
    out: &mut impl Write,
) -> Result<u8, Stop> {
    let cannot = |what: &Path, error: io::Error| Stop::new(Message::unwritable(what.display(), error));
    fs::create_dir_all(directory).map_err(|error| cannot(directory, error))?;
    let mut taken = BTreeSet::new();
    let mut worst = 0;
    for rule in &read.rules {
        let file = match export(&rule.onto(&Draft::default()), format, lang) {
            Export::Ready(file) => file,
            Export::NotYet(sentence) => {
                // Nothing is left to be done where standard error is closed.
                let _ = line(
                    &mut io::stderr().lock(),
                    labeled(Label::Refused, lang, format_args!("{}: {sentence}", rule.label)),
                );
                worst = 2;
                continue;
            }
        };
        let path = directory.join(free(&name(&file.file_name, &rule.label), &mut taken));
        fs::write(&path, &file.text).map_err(|error| cannot(&path, error))?;
        line(out, path.display())?;
        report(&file, Some(&rule.label), lang);
        worst = worst.max(outcome(&file));
    }
    Ok(worst)
}

/// The name of a rule's file. Frameworks look for one name alone: the rule's comes before it.
fn name(file: &str, label: &str) -> String {
    if !matches!(file, "template.yaml" | "serverless.yml") {
        return file.to_owned();
    }
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    format!("{}.{file}", label.chars().map(plain).collect::<String>())
}

/// The name, or a numbered one: some file systems take capitals for small letters.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    let numbered = (2..=taken.len() + 2).map(|number| format!("{stem}-{number}.{extension}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_else(|| name.to_owned());
    taken.insert(free.to_lowercase());
    free
}
