//! What a terminal shows: commands, each with the answer that the AWS CLI printed.

use super::CLI;
use crate::documents::moved;
use crate::notes::ImportNotes;
use crate::requests::{self, RequestPart};
use crate::{Form, Imported, join};
use rulepad_document::Role;
use rulepad_document::json::{Code, parse};

/// How many answers are read.
const MOST: usize = 500;

/// Reads the answers between commands; `None` where none of them is about a rule.
pub(super) fn read(text: &str) -> Option<Imported> {
    let mut notes = ImportNotes::default();
    let mut parts = Vec::new();
    for (command, start, answer) in answers(text).into_iter().take(MOST) {
        let skipped = answer.len() - answer.trim_start().len();
        if !answer.trim_start().starts_with(['{', '[']) {
            continue;
        }
        let parsed = parse(answer, Role::Import);
        let whole = parsed.diagnostics.iter().all(|found| found.is(Code::TrailingText));
        let Some(root) = parsed.root.filter(|_| whole && skipped < answer.len()) else { continue };
        let root = moved(root, start);
        let Some((_, more)) = requests::read(&root, &mut notes) else { continue };
        let option = |name: &str| {
            let mut words = command.split([' ', '=']).skip_while(|word| *word != name).skip(1);
            words.next().unwrap_or_default().trim_matches(['"', '\'']).to_owned()
        };
        for mut part in more {
            if let RequestPart::Targets(own) = &mut part
                && own.rule.is_empty()
            {
                own.rule = option("--rule");
                own.bus = option("--event-bus-name");
            }
            parts.push(part);
        }
    }
    let rules = join::rules(parts);
    (!rules.is_empty()).then_some(Imported {
        form: Some(Form::Answers),
        rules,
        diagnostics: notes.diagnostics,
    })
}

/// Each command, with the place and the text of what follows it up to the next one.
fn answers(text: &str) -> Vec<(String, usize, &str)> {
    let mut found: Vec<(String, usize, &str)> = Vec::new();
    let (mut command, mut start, mut goes_on) = (String::new(), 0, false);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let before = at;
        at += line.len();
        if !goes_on && !is_command(line) {
            continue;
        }
        if !goes_on {
            found.push((std::mem::take(&mut command), start, text.get(start..before).unwrap_or("")));
        }
        let bare = line.trim_end();
        goes_on = bare.ends_with(['\\', '^', '`']);
        command.push_str(bare.trim_end_matches(['\\', '^', '`']));
        command.push(' ');
        start = at;
    }
    found.push((command, start, text.get(start..).unwrap_or("")));
    found
}

/// Whether a line is a command: behind a prompt, or a call of the AWS CLI.
fn is_command(line: &str) -> bool {
    let line = line.trim_start();
    let prompted = ["$ ", "% ", "> ", "# ", "❯ ", "PS "].iter().any(|prompt| line.starts_with(prompt))
        || ["$ aws ", "# aws ", "> aws "].iter().any(|prompt| line.contains(prompt));
    prompted || CLI.iter().any(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::import;

    #[test]
    fn answers_in_a_terminal_are_read() {
        let text = "me@host:~$ aws events list-targets-by-rule \\\n    --rule orders --event-bus-name shop\n{\n  \"Targets\": [{\"Id\": \"q\", \"Arn\": \"arn:aws:sqs:eu-west-1:111122223333:q\"}]\n}\nme@host:~$ aws events describe-rule --name orders --event-bus-name shop\n{\n  \"Name\": \"orders\",\n  \"Arn\": \"arn:aws:events:eu-west-1:111122223333:rule/shop/orders\",\n  \"EventPattern\": {\"source\": \"a\"}\n}\nme@host:~$ \n";
        let read = import(text);
        let [found] = &read.rules[..] else { panic!("{read:?}") };
        assert_eq!((read.form, read.diagnostics.len()), (Some(Form::Answers), 0));
        assert_eq!((found.label.as_str(), found.targets.as_ref().unwrap().len()), ("orders", 1));
        let raw = found.raw_pattern.as_ref().unwrap();
        assert_eq!(raw.get("source").unwrap().span.of(text), "\"a\"");
    }

    #[test]
    fn other_answers_are_no_rules() {
        let read = import("$ aws sqs list-queues\n{\"QueueUrls\": []}\n");
        assert_eq!((read.rules.len(), &*read.diagnostics[0].code), (0, "import.script"));
    }
}
