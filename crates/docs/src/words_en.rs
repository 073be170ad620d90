//! What is wrong with an example, in English.

use crate::example::WrittenAs;
use crate::message::Problem;
use crate::words::one_line;
use rulepad_document::words::en;

/// A problem in one or more lines, in lower case.
pub(crate) fn problem(problem: &Problem) -> String {
    let fixed = match problem {
        Problem::Verdict { stored, found: Some(found), answer } => {
            return format!("the stored verdict is `{stored}`; it is `{found}`\n{answer}");
        }
        Problem::Verdict { stored, found: None, .. } => {
            return format!(
                "the stored verdict is `{stored}`; there is nothing to match: add an event or remove the verdict"
            );
        }
        Problem::Answer { stored, found } => {
            return format!(
                "the stored answer is not Rulepad's\nstored: {}\nfound:  {found}",
                one_line(stored)
            );
        }
        Problem::Payload { stored, found: Some(found) } => {
            return format!("the stored payload is not Rulepad's\nstored: {stored}\nfound:  {found}");
        }
        Problem::NothingStored { answer } => {
            return format!(
                "nothing is stored for readers without scripts: run `rulepad docs update`, which stores\n{answer}"
            );
        }
        Problem::UnknownPart { name, near } => return unknown("part", name, near.as_deref()),
        Problem::PartTwice { name, written_as: WrittenAs::Element } => {
            return format!("the part `{name}` appears twice: keep one");
        }
        Problem::PartTwice { name, written_as: WrittenAs::Fence } => {
            return format!(
                "the part `{name}` appears twice: keep one, or write `\\--- {name}` where the line belongs to a text"
            );
        }
        Problem::UnknownAttribute { name, near, written_as } => {
            let kind = match written_as {
                WrittenAs::Element => "attribute",
                WrittenAs::Fence => "option",
            };
            return unknown(kind, name, near.as_deref());
        }
        Problem::NotAnOption { word } => {
            return format!("`{word}` is not an option: write `name=value`, without spaces around `=`");
        }
        Problem::WrongValue { name, value, known } => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            return format!("`{name}` cannot be `{value}`: write {}", en::any_of(&known));
        }
        Problem::Target { message } => return format!("in `targets`, {message}"),
        Problem::UnknownMember { name } => {
            return format!("in `targets`, `{name}` is not read: write targets as PutTargets takes them");
        }
        Problem::Link(bad) => return format!("the link does not open: {bad}"),
        Problem::Payload { found: None, .. } => {
            "a payload is stored, and the example has no target: add a template, or remove the payload"
        }
        Problem::NoTexts => "the example has no text: write a pattern or an event",
        Problem::TwoInputOptions => {
            "only one of `input-path`, `paths` with `template`, and `targets` can be given: keep one"
        }
        Problem::BadTargets => "`targets` is not a JSON list of targets",
        Problem::NotClosed => "the element has no end tag: write `</rulepad-example>`",
        Problem::EmptyLink => "the link opens an empty page: it has neither a pattern nor an event",
    };
    fixed.to_owned()
}

fn unknown(kind: &str, name: &str, near: Option<&str>) -> String {
    match near {
        Some(near) => format!("there is no {kind} `{name}`: write `{near}`"),
        None => format!("there is no {kind} `{name}`: remove it, or see docs/live-examples.md"),
    }
}

/// What a run came to, without a full stop.
pub(crate) fn total(files: usize, examples: usize, links: usize, problems: usize) -> String {
    format!(
        "{} and {} in {}, {}",
        en::counted(examples, "example", "examples"),
        en::counted(links, "link", "links"),
        en::counted(files, "file", "files"),
        en::counted(problems, "problem", "problems"),
    )
}

/// A block of a readable case whose tag is not known.
pub(crate) fn no_block(tag: &str) -> String {
    format!("no block is called `{tag}`")
}

/// An expectation of a readable case that is not met.
pub(crate) fn not_met(tag: &str, expected: &str, found: &str) -> String {
    format!("{tag}\n  expected: {expected}\n  found:    {found}")
}

/// A readable case without an expectation.
pub(crate) const EXPECTS_NOTHING: &str = "the case expects nothing";

/// A readable case that does not show what its verdict depends on.
pub(crate) fn undecided_without(open: &str) -> String {
    format!("the verdict needs a block `not-verified`:\n{open}")
}

/// What a filter found.
pub(crate) fn scope(name: &str, holds: Option<bool>, summary: &str) -> String {
    let mark = match holds {
        Some(true) => "holds",
        Some(false) => "fails",
        None => "unknown",
    };
    format!("{name} {mark}: {summary}")
}

/// What a target is, and who refuses it.
pub(crate) fn target(kind: Option<&str>, at_create: bool, by_target: bool) -> String {
    let taken = if at_create { "refused at create" } else { "taken at create" };
    let then = if by_target { ", refused by the target" } else { "" };
    format!("{}: {taken}{then}", kind.unwrap_or("no target"))
}
