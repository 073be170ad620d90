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

use super::calls::Calls;
use super::{Files, Form, Imported};
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
