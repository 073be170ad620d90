//! Shell scripts and single commands that call the AWS CLI.

mod arguments;
mod flavour;
mod makefile;
mod script;
mod shorthand;
#[cfg(test)]
mod tests;
mod transcript;
mod word;

use super::calls::{Calls, FoundCalls};
use super::notes::ImportNotes;
use super::{Files, Form, Imported, documents};
use crate::code::Code;
use crate::diagnostics;
use flavour::Flavour;
use rulepad_document::Span;
use rulepad_rule::ReferenceLanguage;
use script::Script;

/// Whether a text calls the AWS CLI: a line, or the inside of `$(…)`, starts with its name.
pub(super) fn looks_like(text: &str) -> bool {
    text.lines().any(|line| {
        let start = line.trim_start().trim_start_matches(['$', '>', '%', '#', '@', ' ']).trim_start();
        let starts = |start: &str| {
            CLI.iter().any(|name| start.strip_prefix(name).is_some_and(|rest| rest.starts_with(' ')))
        };
        // The Region or a profile may be set before the command.
        let called = start.split(' ').find(|word| !word.contains('='));
        let assigned = start.split_once(' ').is_some_and(|(first, _)| first.contains('='))
            && called.is_some_and(|word| CLI.contains(&word));
        starts(start)
            || assigned
            || ["$(aws ", "$ aws ", "=`aws ", "sudo aws ", "& aws ", "; aws ", "| aws "]
                .iter()
                .any(|call| line.contains(call))
    })
}

/// What the AWS CLI is called as.
const CLI: [&str; 5] = ["aws", "awslocal", "aws2", "aws.exe", "aws.cmd"];

/// The requests of a script: of calls of the AWS CLI that `known` knows by service and operation, and of calls of the
/// script's functions that `function` reads from their words.
pub(super) fn requests<O>(
    text: &str,
    files: &Files<'_>,
    known: impl Fn(&str, &str) -> Option<O>,
    function: impl Fn(&[String]) -> Option<(O, usize)>,
) -> FoundCalls<O> {
    let mut found = FoundCalls { language: ReferenceLanguage::Shell, ..FoundCalls::default() };
    let plain = without_prompts(text);
    let script = Script::new(&plain, Flavour::of(text), *files).read();
    let mut notes = ImportNotes::default();
    for command in &script.commands {
        let words: Vec<String> = command.words.iter().map(|word| word.text.clone()).collect();
        if let Some((operation, at)) = function(&words) {
            let Some(word) = command.words.get(at) else { continue };
            match documents::one(&word.text) {
                Some(request) => found.calls.push((operation, documents::placed(request, word.span))),
                None => notes.diagnostics.push(diagnostics::argument(word.span, "request")),
            }
            continue;
        }
        found.calls.extend(arguments::request(command, &script, &mut notes, &known, |_, _| false));
    }
    found.diagnostics = notes.diagnostics;
    found.shown = script.references.into_iter().collect();
    found
}

/// Reads the calls of a script.
pub(super) fn read(text: &str, files: &Files<'_>) -> Imported {
    let flavour = Flavour::of(text);
    let is_makefile = makefile::looks_like(text);
    let plain = if is_makefile { makefile::without_marks(text) } else { without_prompts(text) };
    let mut script = Script::new(&plain, flavour, *files);
    script.is_makefile = is_makefile;
    let script = script.read();
    let mut calls = Calls::default();
    if is_makefile {
        calls.notes.diagnostics.push(diagnostics::makefile(Span::at(0)));
    }
    calls.references = (script.references.iter().cloned().collect(), Some(ReferenceLanguage::Shell));
    for command in &script.commands {
        arguments::call(command, &script, &mut calls);
    }
    let (rules, mut diagnostics) = calls.into_rules();
    if rules.is_empty()
        && let Some(answers) = transcript::read(text)
    {
        return answers;
    }
    if rules.is_empty() && diagnostics.iter().all(|found| found.is(Code::Makefile)) {
        diagnostics.push(diagnostics::script(Span::new(0, text.len())));
    }
    Imported { form: Some(Form::Script), rules, diagnostics }
}

/// The text with the prompts of a terminal as spaces, so that places stay.
fn without_prompts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let indent = line.len() - start.len();
        let prompt = ["$ ", "% ", "> ", "# aws ", "PS> "].iter().find(|prompt| start.starts_with(**prompt));
        let length = match prompt {
            Some(&"# aws ") => 0,
            Some(prompt) => prompt.len(),
            None => 0,
        };
        out.push_str(line.get(..indent).unwrap_or(""));
        out.push_str(&" ".repeat(length));
        out.push_str(start.get(length..).unwrap_or(""));
    }
    out
}
