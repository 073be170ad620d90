//! `Fn::ForEach` written out, as far as the template knows its values (CloudFormation user guide,
//! `intrinsic-function-reference-foreach`).

use super::{Notation, Resolver, Template, function};
use crate::{Diagnostic, diagnostics};
use rulepad_document::json::{Member, Node, Value};

const LOOP: &str = "Fn::ForEach::";

/// How many bytes of texts, and values of 16 bytes each, may be made.
const BUDGET: usize = 4 << 20;

/// Whether a template may have a loop.
pub(crate) fn has(text: &str) -> bool {
    text.contains(LOOP)
}

/// The template with its loops written out. One whose values are not known is left out and reported.
pub(crate) fn expanded(root: Node, notation: Notation, found: &mut Vec<Diagnostic>) -> Node {
    let template = Template {
        root,
        notation,
        placed: false,
        expanded: true,
        diagnostics: Vec::new(),
        ambiguous_words: Vec::new(),
    };
    let mut loops = Loops { resolver: Resolver::new(&template), left: BUDGET, found };
    loops.value(&template.root, &mut Vec::new(), 0)
}

struct Loops<'t> {
    resolver: Resolver<'t>,
    left: usize,
    found: &'t mut Vec<Diagnostic>,
}

/// The loops around a value, each with its current value.
type Names = Vec<(String, String)>;

impl Loops<'_> {
    fn value(&mut self, node: &Node, names: &mut Names, depth: usize) -> Node {
        let length = if let Value::String(text) = &node.value { text.len() } else { 0 };
        self.left = self.left.saturating_sub(16 + length);
        if self.left == 0 {
            return Node { span: node.span, value: Value::Null };
        }
        if let Some(("Ref", argument)) = function(node)
            && let Some(name) = argument.as_str()
            && let Some((_, value)) = names.iter().rev().find(|(own, _)| own == name)
        {
            return Node { span: node.span, value: Value::String(value.clone()) };
        }
        let value = match &node.value {
            Value::String(text) => Value::String(filled(text, names)),
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.value(item, names, depth)).collect())
            }
            Value::Object(members) => {
                let mut out = Vec::new();
                for member in members {
                    if member.key.starts_with(LOOP) {
                        self.repeat(member, names, depth, &mut out);
                    } else {
                        let value = self.value(&member.value, names, depth);
                        out.push(Member {
                            key: filled(&member.key, names),
                            key_span: member.key_span,
                            value,
                        });
                    }
                }
                Value::Object(out)
            }
            other => other.clone(),
        };
        Node { span: node.span, value }
    }

    fn repeat(&mut self, own: &Member, names: &mut Names, depth: usize, out: &mut Vec<Member>) {
        const MAX_DEPTH: usize = 5;
        let parts = match &own.value.value {
            Value::Array(items) => &items[..],
            _ => &[],
        };
        let [name, values, body] = parts else {
            self.found.push(diagnostics::loop_shape(own.key_span));
            return;
        };
        let (Some(name), Some(members)) = (name.as_str(), body.members()) else {
            self.found.push(diagnostics::loop_shape(own.key_span));
            return;
        };
        let values = self.value(values, names, depth);
        let Some(values) = self.values(&values).filter(|_| depth < MAX_DEPTH) else {
            self.found.push(diagnostics::loop_unknown(own.key_span));
            return;
        };
        for value in values {
            if self.left == 0 {
                self.found.push(diagnostics::loop_long(own.key_span));
                return;
            }
            names.push((name.to_owned(), value));
            let inner = Node { span: body.span, value: Value::Object(members.to_vec()) };
            if let Value::Object(made) = self.value(&inner, names, depth + 1).value {
                out.extend(made);
            }
            names.pop();
        }
    }

    /// The values of a loop, where all are texts that the template knows.
    fn values(&self, node: &Node) -> Option<Vec<String>> {
        let Value::Array(items) = self.resolver.value(node)?.value else { return None };
        let mut values = Vec::new();
        for item in items {
            match item.value {
                Value::String(text) if rulepad_rule::reference::named_in(&text).is_none() => {
                    values.push(text)
                }
                Value::Number(text) => values.push(text),
                Value::Array(inner) => {
                    for item in &inner {
                        values.push(item.as_str()?.to_owned());
                    }
                }
                _ => return None,
            }
        }
        Some(values)
    }
}

/// The text with `${Name}` and `&{Name}` of the loops replaced; the second keeps letters and digits only.
fn filled(text: &str, names: &Names) -> String {
    let mut out = text.to_owned();
    for (name, value) in names.iter().rev() {
        if out.contains(name.as_str()) {
            out = out.replace(&format!("${{{name}}}"), value);
            let plain: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
            out = out.replace(&format!("&{{{name}}}"), &plain);
        }
    }
    out
}
