//! Reads the argument of `anything-but`, in the order in which AWS checks it.

use crate::diagnostics as say;
use crate::ignore_case::IgnoreCase;
use crate::number::comparable;
use crate::operator::Operator;
use crate::operator::anything_but::AnythingBut;
use crate::operator::wildcard::Wildcard;
use crate::parse::{PatternReader, read_end, token_end};
use rulepad_document::json::{Node, Value};

/// `first`: whether the matcher is the first of its list, where AWS's engine fails on an empty one.
pub(crate) fn read(reader: &mut PatternReader<'_>, argument: &Node, first: bool) -> Option<AnythingBut> {
    match &argument.value {
        Value::String(text) => Some(AnythingBut::Strings(vec![text.clone()])),
        Value::Number(text) => {
            let Some(value) = comparable(text) else {
                reader.say(say::cannot_compare(argument.span, text, token_end(argument), 0));
                return None;
            };
            Some(AnythingBut::Numbers(vec![(text.clone(), value)]))
        }
        Value::Array(items) => list(reader, argument, items),
        Value::Object(members) => {
            let Some((nested, others)) = members.split_first() else {
                reader.say_at_close(argument, say::anything_but_without_operator(argument.span));
                return None;
            };
            let found = nested_list(reader, nested, first);
            if let Some(second) = others.first() {
                reader.say(say::second_nested_operator(argument, nested, second, token_end(&second.value)));
            }
            found
        }
        Value::Invalid => None,
        _ => {
            reader.say(say::anything_but_argument(argument, token_end(argument)));
            None
        }
    }
}

fn list(reader: &mut PatternReader<'_>, argument: &Node, items: &[Node]) -> Option<AnythingBut> {
    reader.retold(argument);
    let (mut strings, mut numbers, mut whole) = (Vec::new(), Vec::new(), true);
    for item in items {
        match &item.value {
            Value::String(text) => strings.push(text.clone()),
            Value::Number(text) => match comparable(text) {
                Some(value) => numbers.push((text.clone(), value)),
                None => {
                    reader.say(say::cannot_compare(item.span, text, token_end(item), 1));
                    whole = false;
                }
            },
            Value::Invalid => whole = false,
            _ => {
                reader.say(say::anything_but_item(reader.text, argument, items, item, token_end(item)));
                whole = false;
            }
        }
    }
    match (strings.is_empty(), numbers.is_empty()) {
        (false, true) => whole.then_some(AnythingBut::Strings(strings)),
        (true, false) => whole.then_some(AnythingBut::Numbers(numbers)),
        (true, true) if !whole => None,
        _ => {
            reader.say_at_close(argument, say::anything_but_mixed(argument, items));
            None
        }
    }
}

/// `anything-but` with an operator inside: a string or a list of strings.
fn nested_list(
    reader: &mut PatternReader<'_>,
    nested: &rulepad_document::json::Member,
    first: bool,
) -> Option<AnythingBut> {
    let argument = &nested.value;
    if argument.value == Value::Invalid {
        return None;
    }
    let named = Operator::named(&nested.key);
    let Some(operator) = named.filter(|operator| Operator::NEGATED.contains(operator)) else {
        reader.say(say::anything_but_operator(reader.text, nested, token_end(argument)));
        return None;
    };
    let (items, in_list) = match &argument.value {
        Value::Array(items) => {
            reader.retold(argument);
            (items.as_slice(), true)
        }
        Value::String(_) | Value::Number(_) => (std::slice::from_ref(argument), false),
        _ => {
            reader.say(say::anything_but_nested_argument(operator, argument, token_end(argument)));
            return None;
        }
    };
    if items.is_empty() {
        reader.say(say::anything_but_empty(operator, argument.span, first));
        return (!first).then_some(AnythingBut::Never);
    }
    let locations = if in_list { 2 } else { 1 };
    let mut texts = Vec::new();
    let mut whole = true;
    for item in items {
        match &item.value {
            Value::String(text)
                if text.is_empty() && matches!(operator, Operator::Prefix | Operator::Suffix) =>
            {
                reader.say(say::empty_affix(operator, item.span, read_end(item), locations));
                whole = false;
            }
            Value::String(text) => texts.push((text.clone(), item)),
            Value::Invalid => whole = false,
            _ => {
                reader.say(say::anything_but_nested_item(
                    reader.text,
                    operator,
                    item,
                    token_end(item),
                    locations,
                ));
                whole = false;
            }
        }
    }
    let strings = || texts.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
    let found = match operator {
        Operator::Prefix => AnythingBut::Prefix(strings()),
        Operator::Suffix => AnythingBut::Suffix(strings()),
        Operator::EqualsIgnoreCase => {
            AnythingBut::IgnoreCase(texts.iter().map(|(text, _)| IgnoreCase::new(text)).collect())
        }
        _ => {
            // AWS reads the wildcards of a list when it has the whole list.
            let cursor = |item: &Node| if in_list { argument.span.end as usize } else { read_end(item) };
            let mut wildcards = Vec::new();
            for (text, item) in &texts {
                match Wildcard::parse(text) {
                    Ok(wildcard) => wildcards.push(wildcard),
                    Err(problem) => {
                        let found = say::bad_wildcard(item, text, problem, cursor(item));
                        if in_list {
                            reader.say_at_close(argument, found);
                        } else {
                            reader.say(found);
                        }
                        whole = false;
                    }
                }
            }
            AnythingBut::Wildcard(wildcards)
        }
    };
    whole.then_some(found)
}
