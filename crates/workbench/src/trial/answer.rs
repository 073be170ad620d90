//! What an emulator answers, in words.

use super::Operation;
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse};
use serde::{Deserialize, Serialize};

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether the service did what was asked.
    pub good: bool,
    /// What it says, in a sentence.
    pub words: String,
    /// The service's own sentence, where it refuses.
    pub aws: Option<String>,
}

/// Reads the answer of an operation: the status of HTTP and the body, whatever it holds.
#[must_use]
pub fn read_answer(operation: Operation, status: u16, body: &str) -> Answer {
    let parsed = parse(body, Role::Event);
    let root = parsed.valid().filter(|root| root.members().is_some());
    if !(200..300).contains(&status) {
        return refused(operation, status, root);
    }
    // PutRule answers with the rule's ARN, an empty answer is one that other services give.
    let Some(root) = root else { return unknown(operation, status) };
    match operation {
        Operation::TestEventPattern => match root.get("Result").map(|node| &node.value) {
            Some(Value::Bool(true)) => good("It says that the pattern matches the event."),
            Some(Value::Bool(false)) => good("It says that the pattern does not match the event."),
            _ => unknown(operation, status),
        },
        Operation::PutRule => match root.get("RuleArn").and_then(Node::as_str) {
            Some(arn) => good(&format!("The rule stands as `{arn}`.")),
            None => unknown(operation, status),
        },
        Operation::PutTargets => counted(root, "FailedEntries", "target", operation, status),
        Operation::PutEvents => counted(root, "Entries", "event", operation, status),
    }
}

/// The call succeeds even where single entries are refused: the count tells.
fn counted(root: &Node, list: &str, what: &str, operation: Operation, status: u16) -> Answer {
    let failed = root.get("FailedEntryCount").map(|node| &node.value);
    let Some(Value::Number(failed)) = failed else { return unknown(operation, status) };
    let entries = match root.get(list).map(|node| &node.value) {
        Some(Value::Array(entries)) => entries.as_slice(),
        _ => &[],
    };
    if failed != "0" {
        let said = entries.iter().find_map(|entry| {
            let code = entry.get("ErrorCode")?.as_str()?;
            let message = entry.get("ErrorMessage").and_then(Node::as_str).unwrap_or_default();
            Some(format!("{code}: {message}"))
        });
        let words = match failed.as_str() {
            "1" => format!("It refuses the {what}."),
            count => format!("It refuses {count} {what}s."),
        };
        return Answer { good: false, words, aws: said };
    }
    let id = entries.first().and_then(|entry| entry.get("EventId")).and_then(Node::as_str);
    match id {
        Some(id) => good(&format!("It took the event, with the id `{id}`: look at what the targets got.")),
        None => good(&format!("It took every {what}.")),
    }
}

/// Errors of the JSON protocol: `__type` is a name, sometimes behind a namespace and `#`.
fn refused(operation: Operation, status: u16, root: Option<&Node>) -> Answer {
    let text = |keys: [&str; 2]| keys.iter().find_map(|key| root?.get(key)?.as_str());
    let name = text(["__type", "code"]).map(|name| name.rsplit('#').next().unwrap_or(name));
    let message = text(["message", "Message"]);
    let said = match (name, message) {
        (Some(name), Some(message)) => Some(format!("{name}: {message}")),
        (one, other) => one.or(other).map(str::to_owned),
    };
    Answer {
        good: false,
        words: format!("It refuses `{}` with the status {status}.", operation.name()),
        aws: said,
    }
}

fn unknown(operation: Operation, status: u16) -> Answer {
    Answer {
        good: false,
        words: format!(
            "Something answers with the status {status}, but not as `{}` of EventBridge does: is this address an emulator of AWS?",
            operation.name()
        ),
        aws: None,
    }
}

fn good(words: &str) -> Answer {
    Answer { good: true, words: words.to_owned(), aws: None }
}
