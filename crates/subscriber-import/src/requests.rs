//! Requests and answers of the API, in JSON or YAML.

use crate::form::Form;
use crate::found::{Imported, Later, Request};
use crate::message::{Diagnostic, more, names_only};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse};

/// Reads a JSON text; `None` where it is nothing that is known.
pub(crate) fn read_json(text: &str) -> Option<Imported> {
    let parsed = parse(text, Role::Import);
    of(&parsed.root?, parsed.diagnostics)
}

/// Reads the value of a YAML text.
pub(crate) fn of_yaml(
    root: &Node,
    found: Vec<rulepad_document::Diagnostic<rulepad_document::Message>>,
) -> Option<Imported> {
    root.members()?;
    of(root, found)
}

fn of(
    root: &Node,
    problems: Vec<rulepad_document::Diagnostic<rulepad_document::Message>>,
) -> Option<Imported> {
    let mut read = Imported::default();
    let mut lifted: Vec<Diagnostic> = problems.into_iter().map(rulepad_document::Diagnostic::lift).collect();
    // Tools read the text before AWS does: what AWS's parser says of it is not heard.
    lifted.iter_mut().for_each(|found| found.reference = None);
    read.diagnostics.append(&mut lifted);
    match &root.value {
        Value::Array(items) => items.iter().for_each(|item| one(item, &mut read)),
        Value::Object(_) => one(root, &mut read),
        _ => return None,
    }
    (read.form.is_some() || read.diagnostics.iter().any(Diagnostic::is_error)).then_some(read)
}

fn one(root: &Node, read: &mut Imported) {
    let has = |name: &str| root.get(name).is_some();
    let requests = [("CreateEventSource", Request::EventSource), ("CreateSubscriber", Request::Subscriber)];
    if requests.iter().any(|(name, _)| has(name)) {
        read.form.get_or_insert(Form::Requests);
        for member in root.members().unwrap_or_default() {
            let Some((_, request)) = requests.iter().find(|(name, _)| *name == member.key) else {
                read.diagnostics.push(crate::message::property(member.key_span, &member.key));
                continue;
            };
            match &member.value.value {
                Value::Array(items) => {
                    items.iter().for_each(|item| read.add(*request, "", item.clone(), &Later::new(&[])));
                }
                _ => read.add(*request, "", member.value.clone(), &Later::new(&[])),
            }
        }
        return;
    }
    if let Some(token) = root.get("NextToken").filter(|token| token.as_str().is_some()) {
        read.diagnostics.push(more(token.span));
    }
    if let Some(Value::Array(items)) = root.get("Subscribers").map(|own| &own.value) {
        read.form.get_or_insert(Form::List);
        for item in items {
            if item.get("InvokeConfiguration").is_some() {
                read.add(Request::Subscriber, "", item.clone(), &Later::new(&[]));
            } else {
                read.diagnostics.push(names_only(item.span));
            }
        }
        return;
    }
    if has("InvokeConfiguration") {
        let is_answer = has("SubscriberArn") || has("CreationTime");
        read.form.get_or_insert(if is_answer { Form::Describe } else { Form::Requests });
        read.add(Request::Subscriber, "", root.clone(), &Later::new(&[]));
    } else if has("Configuration") && has("EventBusArn") {
        read.form.get_or_insert(Form::Requests);
        read.add(Request::EventSource, "", root.clone(), &Later::new(&[]));
    }
}
