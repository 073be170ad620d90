//! Markdown, such as a README or an issue: the rules in its fenced blocks of code.

use super::form::{self, Form};
use super::{Files, FoundRule, Imported, RuleLabel, documents, is_absence};
use crate::diagnostics;
use rulepad_document::{Severity, Span};

/// How many blocks are read.
const MOST: usize = 200;

/// A fenced block of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block<'t> {
    /// Where its opening fence is.
    fence: Span,
    /// Where its text starts.
    start: usize,
    text: &'t str,
}

/// Reads the blocks of a text; `None` where it has none, or none with a rule.
pub(super) fn read(text: &str, files: &Files<'_>) -> Option<Imported> {
    if !looks_like(text) {
        return None;
    }
    let mut out = Imported { form: Some(Form::Markdown), ..Imported::default() };
    let mut skipped = Vec::new();
    let mut is_found = false;
    for block in blocks(text) {
        let Some(mut read) = form::read_code(block.text, files).filter(|read| !is_silent(read)) else {
            skipped.push(block.fence);
            continue;
        };
        is_found |= !read.rules.is_empty();
        documents::relocate(&mut read, &|span| {
            *span = Span::new(block.start + span.start as usize, block.start + span.end as usize);
        });
        out.diagnostics.append(&mut read.diagnostics);
        read.rules.into_iter().for_each(|rule| add(&mut out.rules, rule));
    }
    out.diagnostics.extend(skipped.first().map(|first| diagnostics::blocks(*first, skipped.len())));
    is_found.then_some(out)
}

/// Whether nothing of a block is worth reporting: it has no rule, and nothing is wrong with it.
fn is_silent(read: &Imported) -> bool {
    read.rules.is_empty()
        && read.diagnostics.iter().all(|found| found.severity == Severity::Note || is_absence(found))
}

/// Adds a rule; targets alone are joined to the rule before them.
fn add(rules: &mut Vec<FoundRule>, mut own: FoundRule) {
    let is_targets = own.rule.is_none() && own.pattern.is_none();
    let waits = |last: &&mut FoundRule| {
        last.rule.is_some()
            && last.targets.is_none()
            && (own.label == RuleLabel::Targets || own.label == last.label)
    };
    match rules.last_mut().filter(|_| is_targets).filter(waits) {
        Some(last) => {
            last.targets = own.targets.take();
            last.notes.append(&mut own.notes);
        }
        None => rules.push(own),
    }
}

/// Whether a text is prose with blocks of code: it has a closed fence, and starts as no other format does.
fn looks_like(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_code =
        start.starts_with(['{', '[', '"', '\'']) || start.starts_with("#!") || start.starts_with("---\n");
    !is_code && blocks(text).next().is_some()
}

/// The blocks in their order. One that is not closed ends with the text.
fn blocks(text: &str) -> impl Iterator<Item = Block<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let line = text.get(at..)?.split_inclusive('\n').next()?;
            let from = at;
            at += line.len();
            let Some((mark, length)) = opening(line) else { continue };
            let (start, mut end) = (at, text.len());
            while let Some(line) = text.get(at..).and_then(|rest| rest.split_inclusive('\n').next()) {
                let before = at;
                at += line.len();
                if closes(line, mark, length) {
                    end = before;
                    break;
                }
            }
            let text = text.get(start..end)?;
            return Some(Block { fence: Span::new(from, from + line.trim_end().len()), start, text });
        }
    })
    .take(MOST)
}

/// The mark of a line that opens a block, and how often it is there: in a list or a quotation it is indented.
fn opening(line: &str) -> Option<(char, usize)> {
    let start = line.trim_start_matches([' ', '\t', '>', '-', '*']).trim_end();
    let mark = start.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = start.chars().take_while(|c| *c == mark).count();
    let rest = start.get(length..).unwrap_or("");
    (length >= 3 && !rest.contains('`')).then_some((mark, length))
}

fn closes(line: &str, mark: char, length: usize) -> bool {
    let own = line.trim_start_matches([' ', '\t', '>']).trim_end();
    own.len() >= length && own.chars().all(|c| c == mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::import;

    #[test]
    fn blocks_are_found_in_lists_and_quotations_and_to_the_end() {
        let text = "a\n```json\n1\n```\n- b\n  ````\n  ```\n  2\n  ````\n~~~ sh\n3\n~~~~\nc `` ` ``\n```\n4";
        let found: Vec<&str> = blocks(text).map(|block| block.text).collect();
        assert_eq!(found, ["1\n", "  ```\n  2\n", "3\n", "4"]);
        assert_eq!(blocks("``` a `b`\nc").count(), 0);
    }

    #[test]
    fn rules_of_the_blocks_are_read_and_the_rest_is_reported() {
        let text = "# Orders\n\nMake the rule:\n\n```sh\naws events put-rule --name orders --event-pattern '{\"source\": [\"shop\"]}'\n```\n\nor\n\n```hcl\nresource \"aws_cloudwatch_event_rule\" \"r\" {\n  name = \"r\"\n  event_pattern = jsonencode({ source = \"shop\" })\n}\n```\n\n1. with\n\n   ```yaml\n   Resources:\n     R:\n       Type: AWS::Events::Rule\n       Properties:\n         Name: y\n         EventPattern: {source: [shop]}\n   ```\n\n```\n$ terraform apply\n```\n```json\n{\"version\": \"0\", \"source\": \"a\", \"detail-type\": \"b\", \"id\": \"1\"}\n```\n";
        let read = import(text);
        let labels: Vec<&str> = read.rules.iter().map(|rule| rule.label.as_str()).collect();
        assert_eq!((read.form, &labels[..]), (Some(Form::Markdown), &["orders", "r", "R"][..]));
        let skipped = read.diagnostics.iter().find(|found| &*found.code == "import.blocks").unwrap();
        assert_eq!(skipped.labels[0].span.of(text), "```");
        assert!(skipped.message.contains("2 code blocks"), "{}", skipped.message);
        let raw = read.rules[1].raw_pattern.as_ref().unwrap();
        assert_eq!(raw.get("source").unwrap().span.of(text), "\"shop\"");
    }

    #[test]
    fn answers_in_two_blocks_are_one_rule() {
        let text = "The rule:\n```json\n{\"Name\": \"r\", \"Arn\": \"arn:aws:events:eu-west-1:111122223333:rule/r\", \"EventPattern\": \"{\\\"source\\\":[\\\"a\\\"]}\"}\n```\nand its targets:\n```json\n{\"Targets\": [{\"Id\": \"q\", \"Arn\": \"arn:aws:sqs:eu-west-1:111122223333:q\"}]}\n```\n";
        let read = import(text);
        let [rule] = &read.rules[..] else { panic!("{read:?}") };
        assert_eq!((&*rule.label, rule.targets.as_ref().unwrap().len(), read.diagnostics.len()), ("r", 1, 0));
    }

    #[test]
    fn a_broken_block_is_reported_and_other_formats_are_read_as_such() {
        let text = "Fails:\n\n```json\n{\"Name\": \"r\", \"EventPattern\": {\"source\": [\"a\"}}\n```\n\n```json\n{\"source\": [\"a\"]}\n```\n";
        let read = import(text);
        assert!(read.rules.iter().any(|rule| rule.label == "event pattern"), "{read:?}");
        assert!(read.diagnostics.iter().any(|found| found.is_error()), "{read:?}");
        let yaml = "Description: |\n  ```\n  x\n  ```\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: [a]}\n";
        assert_eq!(import(yaml).form, Some(Form::CloudFormation));
    }
}
