//! Compact JSON with the place in the event that each stretch of it came from.

use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value, compact, quote};

/// More stretches than these are not kept apart in one value; neighbours are then one stretch.
pub(crate) const MOST: usize = 4096;

/// Compact JSON and its stretches: in order, without gap or overlap, none empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sourced {
    pub text: String,
    /// The bytes of each stretch, and the value, key or container they came from.
    pub stretches: Vec<(usize, Span)>,
}

/// The same text as [`compact`]: each scalar is a stretch, each key with the punctuation before it, each
/// punctuation on its own.
pub(crate) fn sourced(node: &Node) -> Sourced {
    let tokens = tokens(node, usize::MAX);
    let mut writer = Writer { out: Sourced::default(), grain: tokens.div_ceil(MOST) };
    writer.node(node);
    writer.out
}

/// `[…]` of values from different places.
pub(crate) fn gathered(nodes: &[&Node], around: Span) -> Sourced {
    let tokens = nodes.iter().map(|node| tokens(node, usize::MAX)).sum::<usize>();
    let mut writer = Writer { out: Sourced::default(), grain: tokens.div_ceil(MOST) };
    let hull = nodes.iter().map(|node| node.span).reduce(Span::to).unwrap_or(around);
    writer.items(nodes.iter().copied(), hull);
    writer.out
}

impl Sourced {
    /// Text that has one source, or none.
    pub fn whole(text: String, span: Option<Span>) -> Self {
        let stretches = span.filter(|_| !text.is_empty()).map(|span| (text.len(), span));
        Self { stretches: stretches.into_iter().collect(), text }
    }

    /// The stretches with their text.
    pub fn parts(&self) -> impl Iterator<Item = (&str, Span)> {
        let mut at = 0;
        self.stretches.iter().map(move |(length, span)| {
            let start = at;
            at += length;
            (self.text.get(start..at).unwrap_or(""), *span)
        })
    }

    fn push(&mut self, text: &str, span: Span) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.stretches.push((text.len(), span));
        }
    }
}

/// How many stretches a value would have, counted up to a limit. Nesting is bounded by the parser.
fn tokens(node: &Node, limit: usize) -> usize {
    fn sum<'n>(nodes: impl Iterator<Item = &'n Node>, limit: usize) -> usize {
        let mut total = 1;
        for node in nodes {
            if total >= limit {
                break;
            }
            total += 1 + tokens(node, limit - total);
        }
        total
    }
    match &node.value {
        Value::Array(items) => sum(items.iter(), limit),
        Value::Object(members) => sum(members.iter().map(|member| &member.value), limit),
        _ => 1,
    }
}

struct Writer {
    out: Sourced,
    /// Values of fewer stretches than this are one stretch with their neighbours.
    grain: usize,
}

impl Writer {
    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Array(items) => self.items(items.iter(), node.span),
            Value::Object(members) => self.members(members, node.span),
            _ => self.out.push(&compact(node), node.span),
        }
    }

    fn items<'n>(&mut self, items: impl Iterator<Item = &'n Node>, around: Span) {
        self.out.push("[", around);
        let mut run = Run::default();
        for (at, item) in items.enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let size = if self.grain > 1 { tokens(item, self.grain) } else { self.grain };
            if size < self.grain {
                run.add(&format!("{comma}{}", compact(item)), item.span, size);
                self.flush(&mut run, false);
            } else {
                self.flush(&mut run, true);
                self.out.push(comma, around);
                self.node(item);
            }
        }
        self.flush(&mut run, true);
        self.out.push("]", around);
    }

    fn members(&mut self, members: &[Member], around: Span) {
        let mut run = Run::default();
        let mut open = "{";
        for member in members {
            let key = format!("{open}{}:", quote(&member.key));
            open = ",";
            let size = if self.grain > 1 { tokens(&member.value, self.grain) + 1 } else { self.grain };
            if size < self.grain {
                let text = format!("{key}{}", compact(&member.value));
                run.add(&text, member.key_span.to(member.value.span), size);
                self.flush(&mut run, false);
            } else {
                self.flush(&mut run, true);
                self.out.push(&key, member.key_span);
                self.node(&member.value);
            }
        }
        self.flush(&mut run, true);
        self.out.push(if members.is_empty() { "{}" } else { "}" }, around);
    }

    /// Writes what was gathered, once it is large enough.
    fn flush(&mut self, run: &mut Run, at_end: bool) {
        if (at_end || run.size >= self.grain)
            && let Some(span) = run.span.take()
        {
            self.out.push(&run.text, span);
            *run = Run::default();
        }
    }
}

/// Small neighbours on their way to becoming one stretch.
#[derive(Default)]
struct Run {
    text: String,
    span: Option<Span>,
    size: usize,
}

impl Run {
    fn add(&mut self, text: &str, span: Span, size: usize) {
        self.text.push_str(text);
        self.span = Some(self.span.map_or(span, |own| own.to(span)));
        self.size += size;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;

    fn parts(text: &str) -> Vec<(String, String)> {
        let root = parse(text, Role::Event).root.unwrap();
        let found = sourced(&root);
        assert_eq!(found.text, compact(&root));
        found.parts().map(|(part, span)| (part.to_owned(), span.of(text).to_owned())).collect()
    }

    #[test]
    fn every_scalar_and_key_has_its_own_place() {
        let text = r#"{ "a": [1.50, "x\u0041"], "b": {} }"#;
        let found = parts(text);
        let expected = [
            ("{\"a\":", "\"a\""),
            ("[", r#"[1.50, "x\u0041"]"#),
            ("1.50", "1.50"),
            (",", r#"[1.50, "x\u0041"]"#),
            ("\"xA\"", r#""x\u0041""#),
            ("]", r#"[1.50, "x\u0041"]"#),
            (",\"b\":", "\"b\""),
            ("{}", "{}"),
            ("}", text),
        ];
        let expected: Vec<_> = expected.map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        assert_eq!(found, expected);
        assert_eq!(parts("[]").len(), 2);
    }

    #[test]
    fn many_values_are_told_together() {
        let many: Vec<String> = (0..50_000).map(|at| format!("{{\"k{at}\":[{at},true]}}")).collect();
        let text = format!("{{\"all\":[{}],\"flat\":[{}]}}", many.join(","), vec!["7"; 50_000].join(","));
        let found = parts(&text);
        assert!(found.len() <= 2 * MOST && found.len() > MOST / 8, "{}", found.len());
        assert!(found.iter().all(|(part, place)| !part.is_empty() && !place.is_empty()));
    }
}
