//! The events that a source of a test file stands for.

use super::{Files, file_place, paths};
use crate::diagnostics::{self as problems, Diagnostic};
use crate::read::sample_id;
use crate::test_file::EventSource;
use rulepad_document::{Lang, Span};
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Dialect, paste};

/// An event under test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedEvent {
    /// Its path or id; the number behind it where a file has several.
    pub name: String,
    /// Its JSON text.
    pub text: String,
}

/// The events that a source stands for.
pub(crate) fn events(
    source: &EventSource,
    dialect: Dialect,
    files: &dyn Files,
    samples: Option<&Catalogue>,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Vec<LoadedEvent> {
    match source {
        EventSource::Inline { text, .. } => {
            vec![LoadedEvent { name: String::new(), text: text.clone() }]
        }
        EventSource::Loaded { name, text, .. } => {
            vec![LoadedEvent { name: name.clone(), text: text.clone() }]
        }
        EventSource::Sample(own) => {
            let id = sample_id(&own.text);
            let all = samples.map(|all| all.events.as_slice()).unwrap_or_default();
            match all.iter().find(|sample| sample.id == id) {
                Some(sample) => vec![LoadedEvent { name: own.text.clone(), text: sample.event.clone() }],
                None => {
                    let known = all.iter().map(|sample| sample.id.as_str());
                    found.push(problems::unknown_sample(own, id, known));
                    Vec::new()
                }
            }
        }
        EventSource::File(own) => {
            let paths = paths(own, files, found);
            paths.iter().flat_map(|path| of_file(path, own.span, dialect, files, lang, found)).collect()
        }
    }
}

fn of_file(
    path: &str,
    span: Span,
    dialect: Dialect,
    files: &dyn Files,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Vec<LoadedEvent> {
    let text = match files.read(path) {
        Ok(text) => text,
        Err(why) => {
            found.push(problems::unreadable(path, &why, span));
            return Vec::new();
        }
    };
    let pasted = paste(&text, "", dialect, lang);
    if let Some(broken) = pasted.problems.iter().find(|found| found.is_error()) {
        let at = file_place(path, &text, broken.span());
        let why = format!("{}:{}:{}: {}", at.file, at.line, at.column, broken.message);
        found.push(problems::unreadable(path, &why, span));
        return Vec::new();
    }
    let several = pasted.events.len() > 1;
    let named = |(at, text): (usize, String)| LoadedEvent {
        name: if several { format!("{path}[{at}]") } else { path.to_owned() },
        text,
    };
    let all: Vec<LoadedEvent> =
        pasted.events.into_iter().map(|event| event.text).enumerate().map(named).collect();
    if all.is_empty() {
        found.push(problems::no_event(path, span));
    }
    all
}
