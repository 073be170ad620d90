//! Calls of boto3 and of the SDK for JavaScript in a program, as far as their arguments are literals.

mod not_run;

use super::calls::{CallTime, Calls, FoundCalls, Operation};
use super::fragment::object;
use super::{Form, Imported, documents};
use crate::diagnostics;
use rulepad_document::json::{Member, Node, Value, compact, parse};
use rulepad_document::{Role, Span, literal};
use rulepad_rule::ReferenceLanguage;
use std::collections::{BTreeMap, BTreeSet};

/// The calls that are looked for, as Python and as JavaScript name them.
const CALLS: [&str; 38] = [
    "put_rule(",
    "put_targets(",
    "disable_rule(",
    "enable_rule(",
    "delete_rule(",
    "remove_targets(",
    "test_event_pattern(",
    "create_archive(",
    "update_archive(",
    "create_event_source_mapping(",
    "update_event_source_mapping(",
    "set_subscription_attributes(",
    "create_pipe(",
    "update_pipe(",
    "PutRuleCommand(",
    "PutTargetsCommand(",
    "DisableRuleCommand(",
    "EnableRuleCommand(",
    "DeleteRuleCommand(",
    "RemoveTargetsCommand(",
    "TestEventPatternCommand(",
    "CreateArchiveCommand(",
    "CreateEventSourceMappingCommand(",
    "UpdateEventSourceMappingCommand(",
    "SetSubscriptionAttributesCommand(",
    "SubscribeCommand(",
    "CreatePipeCommand(",
    ".putRule(",
    ".putTargets(",
    ".disableRule(",
    ".enableRule(",
    ".deleteRule(",
    ".removeTargets(",
    ".createArchive(",
    ".createEventSourceMapping(",
    ".setSubscriptionAttributes(",
    ".createPipe(",
    ".subscribe(",
];

/// The deepest that variables lead to one another.
const MAX_DEPTH: usize = 12;

/// How many bytes of literals are read: a variable may be named many times.
const BUDGET: usize = 8 << 20;

/// Whether a program makes one of the calls.
pub(super) fn looks_like(text: &str) -> bool {
    let is_program = [
        "import ",
        "require(",
        "boto3",
        "def ",
        "const ",
        "await ",
        "client.",
        "events.",
        // Nothing else is called this, whatever the client's name is.
        ".put_rule(",
        ".put_targets(",
        ".putRule(",
        ".putTargets(",
    ];
    is_program.iter().any(|mark| text.contains(mark)) && places(text, &CALLS).next().is_some()
}

/// Every call: where it starts, its name, and where its parenthesis is.
fn places<'t>(
    text: &'t str,
    calls: &[&'static str],
) -> impl Iterator<Item = (usize, &'static str, usize)> + use<'t> {
    let not_run = not_run::not_run(text);
    let mut found: Vec<(usize, &'static str, usize)> = calls
        .iter()
        .flat_map(|call| text.match_indices(call).map(|(at, own)| (at, *call, at + own.len() - 1)))
        .filter(|(at, call, _)| {
            let next = not_run.partition_point(|own| own.end <= *at);
            if not_run.get(next).is_some_and(|own| own.start <= *at) {
                return false;
            }
            let from = rulepad_document::text::floor_boundary(text, at.saturating_sub(400));
            let before = text.get(from..*at).unwrap_or("");
            // `def put_rule(` defines it, and a comment only names it.
            let line = before.rsplit('\n').next().unwrap_or("");
            let word = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
            // Python calls a method of a client; a function of the program may have the same name.
            let is_method = !call.contains('_') || call.starts_with(' ') || before.ends_with('.');
            let named = is_method && (!word || call.starts_with('.')) && !line.trim_end().ends_with("def");
            named && !line.trim_start().starts_with(['#', '*']) && !line.trim_start().starts_with("//")
        })
        .collect();
    found.sort_unstable();
    found.into_iter()
}

/// Reads the calls of a program.
pub(super) fn read(text: &str) -> Imported {
    let known = |plain: &str| {
        let service = if plain.eq_ignore_ascii_case("subscribe") { "sns" } else { "" };
        Operation::named(service, plain)
    };
    let found = requests(text, &CALLS, known);
    let mut calls = Calls::default();
    calls.notes.diagnostics = found.diagnostics;
    calls.references = (found.shown, Some(ReferenceLanguage::Program));
    for ((operation, made), request) in &found.calls {
        calls.call(*operation, request, *made);
    }
    let (rules, mut diagnostics) = calls.into_rules();
    if rules.is_empty() && diagnostics.is_empty() {
        diagnostics.push(diagnostics::script(Span::new(0, text.len())));
    }
    Imported { form: Some(Form::Sdk), rules, diagnostics }
}

/// The calls of a program among those of the list, a space before functions of the program itself, each an operation that `known` knows by its name, and when it is
/// made.
pub(super) fn requests<O>(
    text: &str,
    names: &[&'static str],
    known: impl Fn(&str) -> Option<O>,
) -> FoundCalls<(O, CallTime)> {
    let mut program = Program { text, assigned: assignments(text), left: BUDGET, unknown: BTreeSet::new() };
    let mut found = FoundCalls::default();
    let mut left_to_read = BUDGET;
    for (at, name, open) in places(text, names) {
        let plain = name.trim_matches(['.', '(', ' ']).trim_end_matches("Command");
        let Some(operation) = known(plain) else { continue };
        let read_to = literal::arguments(text, open);
        // A call that is not closed may be read to the end of the text, and so may each one in it.
        let cost = read_to.as_ref().map_or(text.len(), |own| own.end).saturating_sub(at);
        let Some(left) = left_to_read.checked_sub(cost) else {
            found.diagnostics.push(diagnostics::calls_budget(Span::new(at, open)));
            break;
        };
        left_to_read = left;
        let Ok(arguments) = read_to else {
            found.diagnostics.push(diagnostics::call(Span::new(at, open)));
            continue;
        };
        let span = Span::new(at, arguments.end);
        let mut members = arguments.named;
        // Functions of an exported program take the client before the request.
        let positional = [arguments.positional.first(), arguments.positional.get(1)];
        if positional.iter().any(Option::is_some) {
            let object = |node: &Node| match program.value(node, at, 0).value {
                Value::Object(own) => Some(own),
                _ => None,
            };
            match positional.into_iter().flatten().find_map(object) {
                Some(own) => members.extend(own),
                None => {
                    found.diagnostics.push(diagnostics::call(span));
                    continue;
                }
            }
        }
        if members.is_empty() {
            continue;
        }
        let members = members.into_iter().map(|own| {
            let value = program.value(&own.value, at, 0);
            Member { value, ..own }
        });
        let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
        let made = if line.starts_with([' ', '\t']) { CallTime::Perhaps } else { CallTime::InOrder };
        found.calls.push(((operation, made), object(span, members.collect())));
    }
    found.shown = program.unknown.into_iter().collect();
    found
}

/// Where names are given values: the name, and where the value starts.
fn assignments(text: &str) -> BTreeMap<&str, Vec<usize>> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let indent = line.len() - start.len();
        let plain = ["const ", "let ", "var ", "export const "]
            .iter()
            .find_map(|word| start.strip_prefix(word))
            .unwrap_or(start);
        let skipped = start.len() - plain.len();
        let end = plain.find(|c: char| !(c.is_alphanumeric() || "_.".contains(c))).unwrap_or(plain.len());
        let name = plain.get(..end).unwrap_or("");
        let mut after = plain.get(end..).unwrap_or("").trim_start();
        // A type between the name and its value.
        if after.starts_with(':')
            && let Some((_, value)) = after.split_once('=')
        {
            let cut = after.len() - value.len() - 1;
            after = after.get(cut..).unwrap_or("");
        }
        if !name.is_empty() && after.starts_with('=') && !after.starts_with("==") && !after.starts_with("=>")
        {
            let value = at + indent + skipped + (plain.len() - after.len()) + 1;
            found.entry(name).or_default().push(value);
        }
        at += line.len();
    }
    found
}

struct Program<'t> {
    text: &'t str,
    /// Where each name is given a value, in the order of the text.
    assigned: BTreeMap<&'t str, Vec<usize>>,
    left: usize,
    /// What is shown for values that only the program knows.
    unknown: BTreeSet<String>,
}

impl Program<'_> {
    /// A value with what is known of the expressions in it.
    fn value(&mut self, node: &Node, before: usize, depth: usize) -> Node {
        let value = match &node.value {
            Value::Invalid => return self.expression(node.span, before, depth),
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.value(item, before, depth)).collect())
            }
            Value::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|own| Member { value: self.value(&own.value, before, depth), ..own.clone() })
                    .collect(),
            ),
            other => other.clone(),
        };
        Node { span: node.span, value }
    }

    fn expression(&mut self, span: Span, before: usize, depth: usize) -> Node {
        let source = span.of(self.text).trim();
        let known = if depth < MAX_DEPTH { self.known(source, span, before, depth) } else { None };
        known.map_or_else(
            || Node { span, value: Value::String(self.shown(source)) },
            |node| documents::placed(node, span),
        )
    }

    fn known(&mut self, source: &str, span: Span, before: usize, depth: usize) -> Option<Node> {
        let start = span.start as usize + (span.of(self.text).len() - span.of(self.text).trim_start().len());
        let is_name = !source.is_empty() && source.chars().all(|c| c.is_alphanumeric() || "_.".contains(c));
        if is_name {
            return self.variable(source, before, depth);
        }
        if let Some((name, key)) = subscript(source) {
            return self.variable(name, before, depth + 1)?.get(key).cloned();
        }
        for (call, encodes) in [
            ("json.dumps", true),
            ("dumps", true),
            ("JSON.stringify", true),
            ("json.loads", false),
            ("JSON.parse", false),
        ] {
            let Some(rest) = source.strip_prefix(call).filter(|rest| rest.starts_with('(')) else { continue };
            let open = start + source.len() - rest.len();
            let arguments = literal::arguments(self.text, open).ok()?;
            let own = self.value(arguments.positional.first()?, before, depth + 1);
            return if encodes {
                Some(Node { span, value: Value::String(compact(&own)) })
            } else {
                parse(own.as_str()?, Role::Import).valid().cloned()
            };
        }
        if let Some(text) = self.sum(source, start, before, depth) {
            return Some(Node { span, value: Value::String(text) });
        }
        self.formatted(source, span, before, depth)
    }

    /// `"…" + name + "…"`: the strings, and what is shown for the names that are not known.
    fn sum(&mut self, source: &str, start: usize, before: usize, depth: usize) -> Option<String> {
        if !source.contains('+') {
            return None;
        }
        let end = start + source.len();
        let (mut at, mut out) = (start, String::new());
        let mut has_text = false;
        loop {
            let rest = self.text.get(at..end)?;
            at += rest.len() - rest.trim_start().len();
            let rest = rest.trim_start();
            if rest.starts_with(['"', '\'']) {
                // By itself: what follows would make it another expression.
                let written = quoted(rest)?;
                self.left = self.left.checked_sub(written.len())?;
                out.push_str(literal::read(written, 0).ok()?.root.as_str()?);
                at += written.len();
                has_text = true;
            } else {
                let length =
                    rest.find(|c: char| !(c.is_alphanumeric() || "_.".contains(c))).unwrap_or(rest.len());
                let name = rest.get(..length).filter(|name| !name.is_empty())?;
                match self.variable(name, before, depth + 1) {
                    Some(Node { value: Value::String(text), .. }) => out.push_str(&text),
                    Some(_) => return None,
                    None => out.push_str(&self.shown(name)),
                }
                at += length;
            }
            let rest = self.text.get(at..end)?;
            at += rest.len() - rest.trim_start().len();
            match rest.trim_start().strip_prefix('+') {
                Some(_) => at += 1,
                None => return (rest.trim().is_empty() && has_text).then_some(out),
            }
        }
    }

    /// `f"…{name}…"` of Python and `` `…${name}…` `` of JavaScript.
    fn formatted(&mut self, source: &str, span: Span, before: usize, depth: usize) -> Option<Node> {
        let is_python = source.starts_with(['f', 'F']);
        let text = if is_python { source.get(1..)? } else { source };
        let quotes: &[&str] = if is_python { &["\"\"\"", "'''", "\"", "'"] } else { &["`"] };
        let quote = quotes.iter().find(|quote| {
            text.starts_with(**quote) && text.ends_with(**quote) && text.len() >= 2 * quote.len()
        })?;
        let inner = text.get(quote.len()..text.len() - quote.len())?;
        if inner.contains(quote) || inner.contains('\\') {
            return None;
        }
        let mut out = String::new();
        let mut rest = inner;
        let open = if is_python { "{" } else { "${" };
        while let Some((before_text, after)) = rest.split_once(open) {
            out.push_str(&before_text.replace("}}", "}"));
            if is_python && let Some(after) = after.strip_prefix('{') {
                out.push('{');
                rest = after;
                continue;
            }
            let (name, after) = after.split_once('}')?;
            let name = name.trim();
            match self.variable(name, before, depth + 1) {
                Some(Node { value: Value::String(text), .. }) => out.push_str(&text),
                Some(Node { value: Value::Number(text), .. }) => out.push_str(&text),
                _ => out.push_str(&self.shown(name)),
            }
            rest = after;
        }
        out.push_str(&if is_python { rest.replace("}}", "}") } else { rest.to_owned() });
        Some(Node { span, value: Value::String(out) })
    }

    /// The value that a name was given last before a place, or else first behind it; `a.b` is a member of `a`.
    fn variable(&mut self, name: &str, before: usize, depth: usize) -> Option<Node> {
        let Some(all) = self.assigned.get(name) else {
            let (object, member) = name.rsplit_once('.').filter(|_| depth < MAX_DEPTH)?;
            return self.variable(object, before, depth + 1)?.get(member).cloned();
        };
        let earlier = all.partition_point(|at| *at < before);
        let at = earlier.checked_sub(1).and_then(|last| all.get(last)).or_else(|| all.first()).copied()?;
        let literal = literal::read(self.text, at).ok()?;
        self.left = self.left.checked_sub(literal.end.saturating_sub(at))?;
        // What follows on the line makes it another expression: `"a" + b`.
        let rest = self.text.get(literal.end..).unwrap_or("");
        let rest = rest.lines().next().unwrap_or("").trim_start();
        let ends = rest.is_empty()
            || rest.starts_with([';', '#', ',', ')'])
            || rest.starts_with("//")
            || rest.starts_with(" as ");
        if literal.root.value == Value::Invalid && !ends {
            return None;
        }
        Some(self.value(&literal.root, at, depth + 1)).filter(|_| ends)
    }

    /// What is shown for an expression.
    fn shown(&mut self, source: &str) -> String {
        const MOST: usize = 60;
        let plain: String = source.chars().filter(|c| !"{}\n\r\"".contains(*c)).take(MOST).collect();
        let shown = format!("${{{}}}", plain.trim());
        if self.unknown.len() < 500 {
            self.unknown.insert(shown.clone());
        }
        shown
    }
}

/// The string that a text starts with, in its quotes; `None` where it is not closed on its line.
fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next()?;
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return None,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => {
                return text.get(..=at).filter(|own| !text.starts_with(&format!("{own}{quote}")));
            }
            _ => {}
        }
    }
    None
}

/// The name and the key of `name["key"]`.
fn subscript(source: &str) -> Option<(&str, &str)> {
    let (name, rest) = source.strip_suffix(']')?.split_once('[')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_.".contains(c));
    let quoted =
        |quote: char| rest.strip_prefix(quote)?.strip_suffix(quote).filter(|key| !key.contains(quote));
    quoted('"').or_else(|| quoted('\'')).filter(|_| is_name).map(|key| (name, key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::import;

    #[test]
    fn calls_of_boto3_are_read() {
        let text = r#"
import json, os
import boto3

NAME = "orders"
PATTERN = {
    "source": ["shop.orders"],  # ours
    "detail": {"total": [{"numeric": [">", 100]}]},
}
events = boto3.client("events")

def main():
    events.put_rule(
        Name=NAME,
        EventPattern=json.dumps(PATTERN),
        State='ENABLED',
        EventBusName=os.environ["BUS"],
    )
    events.put_targets(Rule=NAME, EventBusName=os.environ["BUS"], Targets=[
        {'Id': '1', 'Arn': f"arn:aws:sqs:eu-west-1:111122223333:{NAME}", 'Input': json.dumps({'a': 1})},
    ])
"#;
        let read = import(text);
        assert_eq!((read.form, &read.diagnostics[..]), (Some(Form::Sdk), &[][..]));
        let [found] = &read.rules[..] else { panic!("{read:?}") };
        let rule = found.rule.as_ref().unwrap();
        assert_eq!((&*rule.name, &*rule.event_bus), ("orders", "${os.environ[BUS]}"));
        assert!(found.pattern.as_ref().unwrap().contains("\"numeric\""), "{found:?}");
        let target = &found.targets.as_ref().unwrap()[0];
        assert_eq!(target.arn, "arn:aws:sqs:eu-west-1:111122223333:orders");
        assert_eq!(target.input, rulepad_transformer::Input::Constant("{\"a\":1}".into()));
    }

    #[test]
    fn calls_of_the_sdk_for_javascript_are_read() {
        let text = r#"
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
const client = new EventBridgeClient({});
const ruleName = 'orders';
await client.send(new PutRuleCommand({
  Name: ruleName,
  EventPattern: JSON.stringify({ source: ['shop'], 'detail-type': ["Placed"] }),
}));
await client.send(new PutTargetsCommand({ Rule: ruleName, Targets: [{ Id: "a", Arn: process.env.QUEUE_ARN }] }));
"#;
        let read = import(text);
        assert_eq!(read.diagnostics, []);
        let [found] = &read.rules[..] else { panic!("{read:?}") };
        assert!(found.pattern.as_ref().unwrap().contains("\"Placed\""));
        assert_eq!(found.targets.as_ref().unwrap()[0].arn, "${process.env.QUEUE_ARN}");
    }

    #[test]
    fn calls_that_are_not_closed_have_an_end() {
        let text = "const a = require('x');\n".to_owned() + &"new PutRuleCommand(".repeat(20_000);
        let found = read(&text).diagnostics;
        assert!(found.iter().any(|found| found.code == "import.calls-budget"), "{}", found.len());
        assert!(found.len() < 200);
    }

    #[test]
    fn members_of_a_literal_are_known() {
        let text = "const rule = {Name: 'r', EventPattern: JSON.stringify({source: ['a']}), tags: {team: 'x'}};\nclient.send(new PutRuleCommand(rule));\nclient.send(new PutTargetsCommand({Rule: rule.Name, Targets: [{Id: rule['tags']['team'], Arn: rule.tags.team}, {Id: rule.tags[\"team\"], Arn: process.env.A}]}));\n";
        let read = import(text);
        let [found] = &read.rules[..] else { panic!("{read:?}") };
        let targets: Vec<(&str, &str)> =
            found.targets.iter().flatten().map(|own| (own.id.as_str(), own.arn.as_str())).collect();
        assert_eq!(targets, [("${rule['tags']['team']}", "x"), ("x", "${process.env.A}")]);
    }

    #[test]
    fn sums_of_strings_are_joined() {
        let text = r#"
import boto3
TEAM = os.environ["TEAM"]
STAGE = 'prod'
boto3.client("events").put_rule(Name="r-" + STAGE, Description=STAGE + f(1), EventPattern="{\"source\": [\"" + TEAM + "\"]}")
"#;
        let read = import(text);
        let [found] = &read.rules[..] else { panic!("{read:?}") };
        let rule = found.rule.as_ref().unwrap();
        assert_eq!((&*rule.name, &*rule.description), ("r-prod", "${STAGE + f(1)}"));
        let pattern: String = found.pattern.as_ref().unwrap().split_whitespace().collect();
        assert_eq!(pattern, r#"{"source":["${os.environ[TEAM]}"]}"#);
    }

    #[test]
    fn what_the_program_makes_is_not_known() {
        let read =
            import("import boto3\nboto3.client('events').put_rule(Name='r', EventPattern=make_pattern())\n");
        assert_eq!(&*read.diagnostics[0].code, "import.pattern-unknown");
        assert_eq!(read.rules[0].pattern, None);
        let read = import("# client.put_rule(Name='r')\nimport boto3\n");
        assert!(read.rules.is_empty());
    }
}
