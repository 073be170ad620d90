//! Reads the argument of `numeric`, in the order in which AWS checks it.

use crate::diagnostics as say;
use crate::message::Diagnostic;
use crate::number::comparable;
use crate::operator::numeric::{Bound, Numeric};
use crate::parse::{PatternReader, read_end, token_end};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value};

pub(crate) fn read(reader: &mut PatternReader<'_>, matcher: &Node, argument: &Node) -> Option<Numeric> {
    let Value::Array(items) = &argument.value else {
        reader.say(say::numeric_not_a_list(reader.text, argument, token_end(argument)));
        return None;
    };
    let list = List { items, node: argument };
    let first = list.item(0);
    let Some(operator) = first.and_then(Node::as_str) else {
        if !invalid(first) {
            let shown = list.text(reader.text, 0);
            list.say(reader, 0, say::numeric_operator_missing(argument.span, &shown, list.cursor(0)));
        }
        return None;
    };
    let operator_span = first.map(|node| node.span).unwrap_or_default();
    match operator {
        "=" => {
            let bound = number(reader, &list, 1, "equals")?;
            too_many(reader, &list, argument, 2)?;
            let bound = Bound { inclusive: true, ..compare(reader, &list, bound)? };
            Some(Numeric { bottom: Some(bound.clone()), top: Some(bound) })
        }
        "<" | "<=" => {
            let bound = number(reader, &list, 1, operator)?;
            too_many(reader, &list, argument, 2)?;
            let bound = Bound { inclusive: operator == "<=", ..compare(reader, &list, bound)? };
            Some(Numeric { bottom: None, top: Some(bound) })
        }
        ">" | ">=" => {
            let bottom = number(reader, &list, 1, operator)?;
            if items.len() == 2 {
                let bound = Bound { inclusive: operator == ">=", ..compare(reader, &list, bottom)? };
                return Some(Numeric { bottom: Some(bound), top: None });
            }
            between(reader, &list, argument, operator, bottom)
        }
        _ => {
            let cursor = list.cursor(1);
            if !invalid(list.item(1)) {
                let found =
                    say::numeric_operator(reader.text, matcher, argument, operator_span, operator, cursor);
                list.say(reader, 1, found);
            }
            None
        }
    }
}

struct List<'n> {
    items: &'n [Node],
    node: &'n Node,
}

impl<'n> List<'n> {
    fn item(&self, at: usize) -> Option<&'n Node> {
        self.items.get(at)
    }

    /// Where the list ends.
    fn end(&self) -> usize {
        self.node.span.end as usize
    }

    /// Where AWS's cursor stands after this item, or after the closing bracket.
    fn cursor(&self, at: usize) -> usize {
        self.item(at).map_or(self.end(), token_end)
    }

    /// Says what AWS finds at this item, or at the closing bracket.
    fn say(&self, reader: &mut PatternReader<'_>, at: usize, found: Diagnostic) {
        if self.item(at).is_some() {
            reader.say(found);
        } else {
            reader.say_at_close(self.node, found);
        }
    }

    /// The item as AWS's parser names its first token.
    fn text(&self, text: &str, at: usize) -> String {
        match self.item(at) {
            None => "]".to_owned(),
            Some(node) => match &node.value {
                Value::Array(_) => "[".to_owned(),
                Value::Object(_) => "{".to_owned(),
                Value::String(value) => value.clone(),
                _ => node.span.of(text).to_owned(),
            },
        }
    }

    fn span(&self, at: usize) -> Span {
        self.item(at).map_or(Span::new(self.end().saturating_sub(1), self.end()), |node| node.span)
    }
}

fn invalid(node: Option<&Node>) -> bool {
    node.is_some_and(|node| node.value == Value::Invalid)
}

struct Written {
    text: String,
    span: Span,
}

fn number(reader: &mut PatternReader<'_>, list: &List<'_>, at: usize, operator: &str) -> Option<Written> {
    match list.item(at).map(|node| &node.value) {
        Some(Value::Number(text)) => Some(Written { text: text.clone(), span: list.span(at) }),
        Some(Value::Invalid) => None,
        found => {
            list.say(reader, at, say::numeric_value(list.span(at), found, operator, list.cursor(at)));
            None
        }
    }
}

fn too_many(reader: &mut PatternReader<'_>, list: &List<'_>, argument: &Node, at: usize) -> Option<()> {
    if list.item(at).is_none() {
        return Some(());
    }
    if !invalid(list.item(at)) {
        reader.say(say::numeric_too_many(reader.text, argument, list.items, list.cursor(at)));
    }
    None
}

fn between(
    reader: &mut PatternReader<'_>,
    list: &List<'_>,
    argument: &Node,
    operator: &str,
    bottom: Written,
) -> Option<Numeric> {
    let Some(upper) = list.item(2).and_then(Node::as_str) else {
        if !invalid(list.item(2)) {
            let shown = list.text(reader.text, 2);
            let cursor = list.item(2).map_or(list.end(), read_end);
            reader.say(say::numeric_second_operator(list.span(2), &shown, cursor));
        }
        return None;
    };
    let cursor = list.item(2).map_or(list.end(), read_end);
    if !matches!(upper, "<" | "<=") {
        reader.say(say::numeric_upper_operator(list.span(2), upper, cursor));
        return None;
    }
    let top = number(reader, list, 3, upper)?;
    if let Some(extra) = list.item(4) {
        if extra.value != Value::Invalid {
            reader.say(say::numeric_too_many_terms(extra.span, argument.span, list.cursor(4)));
        }
        return None;
    }
    let bottom = Bound { inclusive: operator == ">=", ..compare(reader, list, bottom)? };
    let top = Bound { inclusive: upper == "<=", ..compare(reader, list, top)? };
    if bottom.value >= top.value {
        reader.say_at_close(argument, say::numeric_bounds(argument.span, &bottom, &top, list.end()));
        return None;
    }
    Some(Numeric { bottom: Some(bottom), top: Some(top) })
}

fn compare(reader: &mut PatternReader<'_>, list: &List<'_>, written: Written) -> Option<Bound> {
    let Some(value) = comparable(&written.text) else {
        reader.say_at_close(list.node, say::cannot_compare(written.span, &written.text, list.end(), 1));
        return None;
    };
    Some(Bound { text: written.text, value, inclusive: false })
}
