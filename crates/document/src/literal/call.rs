//! Calls in a literal: those whose value can be told from their arguments.

use super::read::LiteralReader;
use super::{Arguments, Language, LiteralStop, known};
use crate::json::{Member, Node, Value, compact};
use crate::text::Span;

impl LiteralReader<'_> {
    /// A call of this name; the cursor is on its opening parenthesis.
    pub(super) fn call(&mut self, name: &str, start: usize) -> Result<Option<Node>, LiteralStop> {
        let before = (self.at, self.unknown.len());
        let arguments = match name {
            "json.dumps"
            | "dumps"
            | "JSON.stringify"
            | "Decimal"
            | "decimal.Decimal"
            | "OrderedDict"
            | "collections.OrderedDict"
            | "defaultdict"
            | "collections.defaultdict"
            | "dict"
            | "UUID"
            | "uuid.UUID"
            | "Object.freeze" => self.arguments(),
            _ => return Ok(None),
        };
        let Ok(arguments) = arguments else {
            (self.at, _) = before;
            self.unknown.truncate(before.1);
            return Ok(None);
        };
        let span = Span::new(start, self.at);
        let first = arguments.positional.first();
        let value = match (name, first.map(|first| &first.value)) {
            ("json.dumps" | "dumps" | "JSON.stringify", Some(value)) => {
                self.note(if name == "JSON.stringify" { Language::JavaScript } else { Language::Python });
                let whole = self.unknown.len() == before.1 && *value != Value::Invalid;
                let text = first.and_then(known).filter(|_| whole);
                text.map_or(Value::Invalid, |node| Value::String(compact(&node)))
            }
            ("Decimal" | "decimal.Decimal", Some(Value::String(text))) if is_number(text) => {
                Value::Number(text.clone())
            }
            ("UUID" | "uuid.UUID", Some(Value::String(text))) => Value::String(text.clone()),
            ("Object.freeze", Some(value)) => value.clone(),
            ("dict", None) => Value::Object(arguments.named),
            ("OrderedDict" | "collections.OrderedDict" | "dict", Some(Value::Object(members))) => {
                Value::Object(members.clone())
            }
            ("OrderedDict" | "collections.OrderedDict" | "dict", Some(Value::Array(pairs))) => {
                match pairs.iter().map(pair).collect::<Option<Vec<Member>>>() {
                    Some(members) => Value::Object(members),
                    None => return Ok(None),
                }
            }
            ("defaultdict" | "collections.defaultdict", _) => {
                let items = arguments.positional.into_iter().nth(1).map(|node| node.value);
                // The factory, such as `<class 'list'>`, is not a part of the value.
                self.unknown.retain(|unknown| items.is_none() || !is_factory(unknown.span.of(self.text)));
                items.unwrap_or(Value::Object(Vec::new()))
            }
            _ => {
                (self.at, _) = before;
                self.unknown.truncate(before.1);
                return Ok(None);
            }
        };
        if !matches!(name, "JSON.stringify" | "Object.freeze") {
            self.python += 1;
        }
        Ok(Some(Node { span, value }))
    }

    /// The arguments of a call; the cursor is on the opening parenthesis.
    pub(super) fn arguments(&mut self) -> Result<Arguments, LiteralStop> {
        let mut found = Arguments::default();
        if !self.take("(") {
            return Err(self.stop());
        }
        self.enter()?;
        loop {
            self.space();
            if self.take(")") {
                self.depth -= 1;
                return Ok(found);
            }
            let start = self.at;
            let name = self.name().to_owned();
            let key_span = Span::new(start, self.at);
            self.space();
            let named = !name.is_empty() && self.rest().starts_with('=') && !self.rest().starts_with("==");
            if named {
                self.at += 1;
                let value = self.value()?;
                found.named.push(Member { key: name, key_span, value });
            } else {
                self.at = start;
                let value = self.value()?;
                found.positional.push(value);
            }
            self.space();
            if !self.take(",") && !self.rest().starts_with(')') {
                return Err(self.stop());
            }
        }
    }
}

/// `('key', value)` of an ordered dictionary.
fn pair(node: &Node) -> Option<Member> {
    let Value::Array(items) = &node.value else { return None };
    let [key, value] = items.as_slice() else { return None };
    Some(Member { key: key.as_str()?.to_owned(), key_span: key.span, value: value.clone() })
}

fn is_factory(text: &str) -> bool {
    text.starts_with("<class") || text.starts_with("<function") || text.chars().all(char::is_alphanumeric)
}

fn is_number(text: &str) -> bool {
    let parsed = crate::json::parse_unchecked(text, crate::Role::Event);
    parsed.diagnostics.is_empty() && parsed.root.is_some_and(|root| matches!(root.value, Value::Number(_)))
}
