//! Values of a target's own property, with the paths among them resolved in the original event.

use super::Source;
use super::request::Request;
use crate::message::{DeliveryNote, DeliveryUnverified};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value, compact, quote};
use rulepad_transformer::path::{Path, Selected};

/// A value ready for a part.
pub(super) struct Resolved {
    /// A string without its quotes, anything else as compact JSON.
    pub text: String,
    /// Whether that is one JSON value.
    pub is_json: bool,
    /// The values of the event in it.
    pub spans: Vec<Span>,
    /// Whether something was selected, where the value is a path.
    pub found: bool,
}

/// How the service's request writes the members of an object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// As EventBridge does.
    Kept,
    /// With a small first letter: EventBridge writes `Subnets` where ECS and Batch write `subnets`.
    Small,
}

impl Resolved {
    pub fn source(&self) -> Source {
        if self.spans.is_empty() { Source::Settings } else { Source::Event { spans: self.spans.clone() } }
    }
}

/// Members whose values are of an enumeration: no path can stand there.
const ENUMERATED: [&str; 4] = ["LaunchType", "PropagateTags", "AssignPublicIp", "type"];

/// Whether a string is meant as a path: the whole value must be one (user guide, `eb-targets`).
fn is_path(text: &str) -> bool {
    text == "$" || text.starts_with("$.") || text.starts_with("$[")
}

/// Whether a path stands in a longer text.
fn holds_path(text: &str) -> bool {
    let after = |at: usize| text.get(at + 2..).and_then(|rest| rest.chars().next());
    text.match_indices("$.").any(|(at, _)| after(at).is_some_and(|c| c.is_ascii_alphabetic()))
}

/// Whether a path stands anywhere in a value.
fn mentions_path(node: &Node) -> bool {
    match &node.value {
        Value::String(text) => is_path(text) || holds_path(text),
        Value::Array(items) => items.iter().any(mentions_path),
        Value::Object(members) => members.iter().any(|member| mentions_path(&member.value)),
        _ => false,
    }
}

impl Request<'_> {
    /// A member of a property in which the guide knows no paths, as it is written.
    pub fn literal_as(&mut self, member: &'static str, name: &str) -> Option<String> {
        let node = self.parameter(member)?.clone();
        if mentions_path(&node) {
            self.unverified(DeliveryUnverified::PathsNotListed(member));
        }
        let text = node.as_str().map_or_else(|| compact(&node), str::to_owned);
        self.part(name, text.clone(), node.as_str().is_none(), Source::Settings);
        Some(text)
    }

    /// A member of the target's own property as a part of that name.
    pub fn parameter_as(&mut self, member: &str, name: &str, names: Names) -> Option<Resolved> {
        let node = self.parameter(member)?.clone();
        if ENUMERATED.contains(&member) {
            let text = node.as_str().map_or_else(|| compact(&node), str::to_owned);
            self.setting(name, text.clone());
            return Some(Resolved { text, is_json: false, spans: Vec::new(), found: true });
        }
        Some(self.value_as(&node, name, names))
    }

    /// A value of the target's own property as a part of that name.
    pub fn value_as(&mut self, node: &Node, name: &str, names: Names) -> Resolved {
        let resolved = self.resolve(node, names);
        self.part(name, resolved.text.clone(), resolved.is_json, resolved.source());
        resolved
    }

    /// A value with every path in it resolved.
    pub fn resolve(&mut self, node: &Node, names: Names) -> Resolved {
        match &node.value {
            Value::String(text) if is_path(text) => self.resolve_path(text),
            Value::String(text) => {
                self.tell_inner_path(text);
                Resolved { text: text.clone(), is_json: false, spans: Vec::new(), found: true }
            }
            _ => {
                let mut out = String::new();
                let mut spans = Vec::new();
                self.write(node, names, &mut out, &mut spans);
                Resolved { text: out, is_json: true, spans, found: true }
            }
        }
    }

    /// The entire value must be a path (user guide, `eb-targets`).
    fn tell_inner_path(&mut self, text: &str) {
        if holds_path(text) {
            self.note(DeliveryNote::PathInText);
        }
    }

    fn resolve_path(&mut self, text: &str) -> Resolved {
        let literal = |text: String| Resolved { text, is_json: false, spans: Vec::new(), found: false };
        let Some(path) = Path::parse(text) else {
            self.unverified(DeliveryUnverified::NotAPath(text.to_owned()));
            return literal(text.to_owned());
        };
        if self.budget == 0 {
            self.unverified(DeliveryUnverified::MoreThanShown);
            return literal(text.to_owned());
        }
        let event = self.event;
        let resolved = self.selected(text, path.select(event));
        self.budget = self.budget.saturating_sub(resolved.text.len() + resolved.spans.len());
        resolved
    }

    fn selected(&mut self, text: &str, selected: Selected<'_>) -> Resolved {
        match selected {
            Selected::Nothing => {
                self.unverified(DeliveryUnverified::SelectsNothing(text.to_owned()));
                Resolved { text: String::new(), is_json: false, spans: Vec::new(), found: false }
            }
            Selected::One(node) => {
                let spans = vec![node.span];
                if let Value::String(text) = &node.value {
                    return Resolved { text: text.clone(), is_json: false, spans, found: true };
                }
                self.unverified(DeliveryUnverified::SelectsKind {
                    path: text.to_owned(),
                    kind: node.value.kind(),
                });
                Resolved { text: compact(node), is_json: true, spans, found: true }
            }
            Selected::Many(nodes) => {
                self.unverified(DeliveryUnverified::SelectsSeveral(text.to_owned()));
                let spans = nodes.iter().map(|node| node.span).collect();
                let items: Vec<String> = nodes.iter().map(|node| compact(node)).collect();
                Resolved { text: format!("[{}]", items.join(",")), is_json: true, spans, found: true }
            }
        }
    }

    fn write(&mut self, node: &Node, names: Names, out: &mut String, spans: &mut Vec<Span>) {
        match &node.value {
            Value::String(text) if is_path(text) => {
                let resolved = self.resolve_path(text);
                spans.extend(&resolved.spans);
                if resolved.is_json {
                    out.push_str(&resolved.text);
                } else {
                    out.push_str(&quote(&resolved.text));
                }
            }
            Value::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    self.write(item, names, out, spans);
                }
                out.push(']');
            }
            Value::Object(members) => {
                out.push('{');
                for (at, member) in members.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    let small = names == Names::Small;
                    out.push_str(&if small { quote(&small_first(&member.key)) } else { quote(&member.key) });
                    out.push(':');
                    if ENUMERATED.contains(&member.key.as_str()) {
                        out.push_str(&compact(&member.value));
                    } else {
                        self.write(&member.value, names, out, spans);
                    }
                }
                out.push('}');
            }
            Value::String(text) => {
                self.tell_inner_path(text);
                out.push_str(&quote(text));
            }
            _ => out.push_str(&compact(node)),
        }
    }
}

/// The name with a small first letter.
pub(super) fn small_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
