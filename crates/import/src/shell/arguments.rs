//! The words of one call of the AWS CLI as the members of a request.

use super::script::{Command, Script, Word};
use super::{CLI, shorthand};
use crate::api_names::raised;
use crate::calls::{CallTime, Calls, Operation};
use crate::diagnostics;
use crate::documents::placed;
use crate::fragment::{member, object};
use crate::notes::ImportNotes;
use rulepad_document::json::{Member, Node, Value, parse};
use rulepad_document::{Role, Span};

/// Options of the CLI itself that take a value.
const GLOBAL: [&str; 12] = [
    "--region",
    "--profile",
    "--output",
    "--query",
    "--endpoint-url",
    "--color",
    "--ca-bundle",
    "--cli-read-timeout",
    "--cli-connect-timeout",
    "--cli-binary-format",
    "--page-size",
    "--max-items",
];

/// Options whose value is a text, whatever it looks like.
const TEXTS: [&str; 17] = [
    "Name",
    "EventPattern",
    "ScheduleExpression",
    "Description",
    "State",
    "RoleArn",
    "EventBusName",
    "Rule",
    "Event",
    "ArchiveName",
    "EventSourceArn",
    "FunctionName",
    "TopicArn",
    "NotificationEndpoint",
    "AttributeName",
    "AttributeValue",
    "Protocol",
];

/// Reads a call, where the command is one of the AWS CLI that has to do with rules.
pub(super) fn call(command: &Command, script: &Script<'_>, calls: &mut Calls) {
    // The event to try the pattern on is no part of a rule.
    let is_event =
        |operation: &Operation, name: &str| *operation == Operation::TestEventPattern && name == "Event";
    let known = |service: &str, operation: &str| Operation::named(service, operation);
    let Some((operation, request)) = request(command, script, &mut calls.notes, known, is_event) else {
        return;
    };
    let made = if command.is_certain { CallTime::InOrder } else { CallTime::Perhaps };
    calls.call(operation, &request, made);
}

/// The operation of a call of the AWS CLI, where `known` knows it, and its request; members that `is_skipped` names are
/// left out.
pub(super) fn request<O>(
    command: &Command,
    script: &Script<'_>,
    notes: &mut ImportNotes,
    known: impl FnOnce(&str, &str) -> Option<O>,
    is_skipped: impl Fn(&O, &str) -> bool,
) -> Option<(O, Node)> {
    let at = command.words.iter().position(|word| CLI.contains(&word.text.as_str()))?;
    // Only assignments such as `env A=b` and the like come before it.
    if at > 3 {
        return None;
    }
    let words = command.words.get(at + 1..).unwrap_or(&[]);
    let mut names: Vec<&Word> = Vec::new();
    let mut members = Vec::new();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let Some(option) = word.text.strip_prefix("--") else {
            if members.is_empty() && names.len() < 2 {
                names.push(word);
            }
            continue;
        };
        let (option, own) = match option.split_once('=') {
            Some((option, value)) if option.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
                (option, Some(Word { text: value.to_owned(), ..word.clone() }))
            }
            _ => (option, None),
        };
        let mut values: Vec<Word> = own.into_iter().collect();
        if values.is_empty() {
            while let Some(next) = words.peek() {
                let is_option = next.text.starts_with("--") && !next.quoted;
                let global = GLOBAL.iter().any(|own| own.strip_prefix("--") == Some(option));
                if is_option || (global && !values.is_empty()) {
                    break;
                }
                values.extend(words.next().cloned());
            }
        }
        if GLOBAL.iter().any(|own| own.strip_prefix("--") == Some(option)) {
            continue;
        }
        members.push((option.to_owned(), word.span, values));
    }
    let [service, operation] = &names[..] else { return None };
    let span = service.span.to(command.words.last().map_or(service.span, |word| word.span));
    let operation = known(&service.text, &operation.text)?;
    let mut request = Vec::new();
    for (option, at, values) in members {
        let Some(name) = pascal(&option) else { continue };
        if is_skipped(&operation, &name) {
            continue;
        }
        match (name.as_str(), &values[..]) {
            ("CliInputJson" | "CliInputYaml", [word]) => {
                let Some(text) = text_of(word, command, script, notes) else { continue };
                let root = match name.as_str() {
                    "CliInputJson" => parse(&text, Role::Import).root,
                    _ => rulepad_document::yaml::read(&text, Role::Import).root,
                };
                match root.map(|root| root.value) {
                    Some(Value::Object(members)) => {
                        request.extend(members.into_iter().map(|own| moved(own, word.span)));
                    }
                    _ => notes.diagnostics.push(diagnostics::argument(word.span, &option)),
                }
            }
            (_, []) => {
                let off = option.starts_with("no-");
                let name = pascal(option.trim_start_matches("no-")).unwrap_or_default();
                request.push(member(&name, Node { span: at, value: Value::Bool(!off) }));
            }
            (name, [word]) if TEXTS.contains(&name) => {
                if let Some(text) = text_of(word, command, script, notes) {
                    request.push(member(name, Node { span: word.span, value: Value::String(text) }));
                }
            }
            (name, values) => {
                if let Some(value) = value_of(name, values, command, script, notes) {
                    request.push(member(name, value));
                }
            }
        }
    }
    Some((operation, object(span, request)))
}

/// The text of a word; that of a file where it names one.
fn text_of(word: &Word, command: &Command, script: &Script<'_>, notes: &mut ImportNotes) -> Option<String> {
    let path = ["file://", "fileb://"].iter().find_map(|scheme| word.text.strip_prefix(scheme));
    match path {
        None => Some(word.text.clone()),
        Some("/dev/stdin" | "-") if command.input.is_some() => command.input.clone(),
        Some(path) => {
            let text = script.file(path);
            if text.is_none() {
                notes.diagnostics.push(diagnostics::file_missing(word.span, path));
            }
            text
        }
    }
}

/// A value that may be JSON or the shorthand, in one word or several.
fn value_of(
    name: &str,
    words: &[Word],
    command: &Command,
    script: &Script<'_>,
    notes: &mut ImportNotes,
) -> Option<Node> {
    let is_list = matches!(name, "Targets" | "Entries" | "Tags" | "Ids");
    let mut items = Vec::new();
    for word in words {
        let text = text_of(word, command, script, notes)?;
        let trimmed = text.trim();
        let span = word.span;
        let json = trimmed.starts_with(['{', '[']).then(|| parse(&text, Role::Import));
        let sound = json.as_ref().and_then(|json| json.valid().cloned());
        let repaired = || {
            let text = crate::rule::quoted_references(trimmed)?;
            parse(&text, Role::Import).valid().cloned()
        };
        let node = sound
            .or_else(|| json.as_ref().and_then(|_| repaired()))
            .map(|node| placed(node, span))
            .or_else(|| shorthand::read(trimmed, span));
        match node {
            Some(node) => {
                if json.is_none() && trimmed.contains("={\"") {
                    notes.diagnostics.push(diagnostics::shorthand(span));
                }
                items.push(node);
            }
            None if trimmed.starts_with(['{', '[']) || (is_list && name != "Ids") => {
                notes.diagnostics.push(diagnostics::argument(span, name));
                return None;
            }
            None => items.push(Node { span, value: Value::String(text) }),
        }
    }
    let span = items.first().map_or(Span::default(), |first| first.span);
    match <[Node; 1]>::try_from(items) {
        Ok([only]) if !is_list || matches!(only.value, Value::Array(_)) => Some(only),
        Ok([only]) => Some(Node { span, value: Value::Array(vec![only]) }),
        Err(items) => Some(Node { span, value: Value::Array(items) }),
    }
}

fn moved(own: Member, span: Span) -> Member {
    Member { key: own.key, key_span: span, value: placed(own.value, span) }
}

/// `event-bus-name` as `EventBusName`.
fn pascal(option: &str) -> Option<String> {
    let known = option.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    known.then(|| option.split(['-', '_']).map(raised).collect()).filter(|name: &String| !name.is_empty())
}
