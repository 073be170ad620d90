//! The JSON syntax of configurations (`.tf.json`): the same tree as that of the native syntax.

use super::syntax::{
    Access, Attribute, Block, Body, Expression, ExpressionKind, Key, SourceId, TemplatePart, parse,
    parse_template,
};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};

/// What a file consists of.
const TOP: [&str; 8] =
    ["resource", "data", "module", "variable", "output", "locals", "provider", "terraform"];

/// Whether a JSON text is a configuration.
pub fn is_configuration(root: &Node) -> bool {
    let Some(members) = root.members() else { return false };
    let is_top = |own: &Member| TOP.contains(&own.key.as_str()) || own.key == "//";
    let holds = |own: &Member| {
        matches!(own.key.as_str(), "resource" | "module" | "locals") && own.value.members().is_some()
    };
    members.iter().all(is_top) && members.iter().any(holds)
}

/// The tree of a JSON text.
pub fn body(root: &Node, source: SourceId) -> Body {
    let reader = JsonReader { source };
    let mut out = Body { span: root.span, ..Body::default() };
    for member in root.members().unwrap_or_default() {
        // How many labels a block of this kind has.
        let labels = match member.key.as_str() {
            "resource" | "data" => 2,
            "module" | "variable" | "output" | "provider" => 1,
            "locals" => 0,
            _ => continue,
        };
        reader.blocks(&member.key, member.key_span, labels, &member.value, &mut Vec::new(), &mut out.blocks);
    }
    out
}

struct JsonReader {
    source: SourceId,
}

impl JsonReader {
    /// The blocks of a kind, below as many objects as they have labels.
    fn blocks(
        &self,
        kind: &str,
        place: Span,
        left: usize,
        node: &Node,
        labels: &mut Vec<String>,
        out: &mut Vec<Block>,
    ) {
        match &node.value {
            Value::Array(items) => {
                items.iter().for_each(|item| self.blocks(kind, place, left, item, labels, out));
            }
            Value::Object(members) if left > 0 => {
                for member in members.iter().filter(|own| own.key != "//") {
                    labels.push(member.key.clone());
                    self.blocks(kind, member.key_span, left - 1, &member.value, labels, out);
                    labels.pop();
                }
            }
            Value::Object(members) => out.push(Block {
                kind: kind.to_owned(),
                kind_span: place,
                labels: labels.clone(),
                body: self.content(kind, members, node.span),
                span: node.span,
                source: self.source,
            }),
            _ => {}
        }
    }

    fn content(&self, of: &str, members: &[Member], span: Span) -> Body {
        let mut out = Body { span, ..Body::default() };
        for member in members.iter().filter(|own| own.key != "//") {
            let labels = match (of, member.key.as_str()) {
                ("resource" | "content" | "dynamic", "dynamic") => 1,
                ("dynamic", "content") | ("provider", "default_tags") => 0,
                _ => {
                    let value = match (of, member.key.as_str(), member.value.as_str()) {
                        // A type and the name of an iterator are written as they are.
                        ("variable", "type", Some(text)) | ("dynamic", "iterator", Some(text)) => {
                            self.bare(text, member.value.span)
                        }
                        _ => self.expression(&member.value, 0),
                    };
                    out.attributes.push(Attribute {
                        name: member.key.clone(),
                        name_span: member.key_span,
                        value,
                        source: self.source,
                    });
                    continue;
                }
            };
            let place = member.key_span;
            self.blocks(&member.key, place, labels, &member.value, &mut Vec::new(), &mut out.blocks);
        }
        out
    }

    /// A text that is an expression.
    fn bare(&self, text: &str, span: Span) -> Expression {
        let (mut body, faults) = parse(&format!("a = {text}\n"), self.source);
        match body.attributes.pop() {
            Some(own) if faults.is_empty() => {
                let mut value = own.value;
                place(&mut value, span);
                value
            }
            _ => Expression { kind: ExpressionKind::Null, span },
        }
    }

    fn expression(&self, node: &Node, depth: usize) -> Expression {
        const DEEPEST: usize = 60;
        let span = node.span;
        let kind = match &node.value {
            Value::Null | Value::Invalid => ExpressionKind::Null,
            // Nothing of a rule is as deep; it is reported as not known.
            Value::Array(_) | Value::Object(_) if depth > DEEPEST => ExpressionKind::Variable("…".to_owned()),
            Value::Bool(on) => ExpressionKind::Bool(*on),
            Value::Number(number) => ExpressionKind::Number(number.clone()),
            Value::String(text) => ExpressionKind::Template(match parse_template(text) {
                Ok(mut parts) => {
                    parts.iter_mut().for_each(|own| place_part(own, span));
                    parts
                }
                Err(_) => vec![TemplatePart::Text(text.clone())],
            }),
            Value::Array(items) => {
                ExpressionKind::List(items.iter().map(|own| self.expression(own, depth + 1)).collect())
            }
            Value::Object(members) => ExpressionKind::Object(
                members
                    .iter()
                    .filter(|own| own.key != "//")
                    .map(|own| {
                        (Key::Name(own.key.clone(), own.key_span), self.expression(&own.value, depth + 1))
                    })
                    .collect(),
            ),
        };
        Expression { kind, span }
    }
}

/// Gives an expression in a JSON string, and all in it, the place of the string.
fn place(own: &mut Expression, span: Span) {
    own.span = span;
    match &mut own.kind {
        ExpressionKind::Null
        | ExpressionKind::Bool(_)
        | ExpressionKind::Number(_)
        | ExpressionKind::Variable(_) => {}
        ExpressionKind::Template(parts) => parts.iter_mut().for_each(|own| place_part(own, span)),
        ExpressionKind::List(items) => items.iter_mut().for_each(|own| place(own, span)),
        ExpressionKind::Object(members) => {
            for (key, value) in members {
                match key {
                    Key::Name(_, own) => *own = span,
                    Key::Expression(own) => place(own, span),
                }
                place(value, span);
            }
        }
        ExpressionKind::Access { base, steps } => {
            place(base, span);
            for step in steps {
                if let Access::Index(own) = step {
                    place(own, span);
                }
            }
        }
        ExpressionKind::Call { arguments, .. } => arguments.iter_mut().for_each(|own| place(own, span)),
        ExpressionKind::For(own) => {
            place(&mut own.collection, span);
            place(&mut own.result, span);
            own.result_key.iter_mut().chain(&mut own.condition).for_each(|own| place(own, span));
        }
        ExpressionKind::Conditional(own) => own.iter_mut().for_each(|own| place(own, span)),
        ExpressionKind::Not(own) | ExpressionKind::Negative(own) | ExpressionKind::Parenthesis(own) => {
            place(own, span)
        }
        ExpressionKind::Chain(first, rest) => {
            place(first, span);
            rest.iter_mut().for_each(|(_, own)| place(own, span));
        }
    }
}

fn place_part(part: &mut TemplatePart, span: Span) {
    match part {
        TemplatePart::Text(_) => {}
        TemplatePart::Value(own) => place(own, span),
        TemplatePart::If { condition, then, otherwise } => {
            place(condition, span);
            then.iter_mut().chain(otherwise).for_each(|own| place_part(own, span));
        }
        TemplatePart::For { collection, body, .. } => {
            place(collection, span);
            body.iter_mut().for_each(|own| place_part(own, span));
        }
    }
}
