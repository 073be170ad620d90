//! Terraform's functions that rules are written with (Terraform documentation, built-in functions).

use super::number::canonical;
use super::value::{as_text, encoded};
use rulepad_document::json::{Member, Node, Value, parse};
use rulepad_document::{Role, Span};

/// The value of a call whose arguments are known; `None` where the function is not, or not for these arguments.
pub(super) fn call(name: &str, arguments: &[Node]) -> Option<Value> {
    let text = |at: usize| arguments.get(at).and_then(as_text);
    let one = || <&[Node; 1]>::try_from(arguments).ok().map(|[only]| only);
    Some(match name {
        "jsonencode" => Value::String(encoded(one()?)),
        "jsondecode" => decoded(&text(0)?)?,
        "replace" => {
            let (from, to) = (text(1)?, text(2)?);
            // Between slashes stands a regular expression.
            if from.len() > 1 && from.starts_with('/') && from.ends_with('/') {
                return None;
            }
            Value::String(text(0)?.replace(&from, &to))
        }
        "join" => {
            let lists = arguments.get(1..)?.iter().map(items).collect::<Option<Vec<_>>>()?;
            let texts = lists.into_iter().flatten().map(as_text).collect::<Option<Vec<_>>>()?;
            Value::String(texts.join(&text(0)?))
        }
        "concat" => {
            let lists = arguments.iter().map(items).collect::<Option<Vec<_>>>()?;
            Value::Array(lists.into_iter().flatten().cloned().collect())
        }
        "merge" => merged(arguments)?,
        "format" => Value::String(formatted(arguments)?),
        "tolist" | "tomap" | "sensitive" | "nonsensitive" => one()?.value.clone(),
        "toset" => set(one()?)?,
        "tostring" => Value::String(text(0)?),
        "trimspace" => Value::String(text(0)?.trim().to_owned()),
        "chomp" => Value::String(text(0)?.trim_end_matches(['\n', '\r']).to_owned()),
        "lower" => Value::String(text(0)?.to_lowercase()),
        "upper" => Value::String(text(0)?.to_uppercase()),
        _ => return None,
    })
}

fn items(node: &Node) -> Option<&[Node]> {
    match &node.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

fn decoded(text: &str) -> Option<Value> {
    fn plain(node: &Node) -> Option<Node> {
        let value = match &node.value {
            Value::Number(number) => Value::Number(canonical(&number.replace('+', ""))?),
            Value::Array(items) => Value::Array(items.iter().map(plain).collect::<Option<_>>()?),
            Value::Object(members) => {
                let member = |own: &Member| Some(Member { value: plain(&own.value)?, ..own.clone() });
                Value::Object(unique(members.iter().map(member).collect::<Option<_>>()?))
            }
            other => other.clone(),
        };
        Some(Node { span: Span::default(), value })
    }
    const DEEPEST: usize = 64;
    let parsed = parse(text, Role::Import);
    let depth = text.bytes().scan(0usize, |depth, byte| {
        match byte {
            b'[' | b'{' => *depth += 1,
            b']' | b'}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    if depth.max() > Some(DEEPEST) {
        return None;
    }
    parsed.valid().and_then(plain).map(|node| node.value)
}

/// Of a key that stands twice, the last.
pub(super) fn unique(members: Vec<Member>) -> Vec<Member> {
    let mut last = std::collections::BTreeMap::new();
    for (at, member) in members.iter().enumerate() {
        last.insert(member.key.clone(), at);
    }
    let kept = members.into_iter().enumerate().filter(|(at, member)| last.get(&member.key) == Some(at));
    kept.map(|(_, member)| member).collect()
}

fn merged(arguments: &[Node]) -> Option<Value> {
    let all = arguments.iter().filter(|own| own.value != Value::Null).map(Node::members);
    let all = all.collect::<Option<Vec<_>>>()?;
    Some(Value::Object(unique(all.into_iter().flatten().cloned().collect())))
}

/// A set of strings, in Terraform's order.
fn set(list: &Node) -> Option<Value> {
    let mut texts =
        items(list)?.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()?;
    texts.sort();
    texts.dedup();
    let node = |text| Node { span: list.span, value: Value::String(text) };
    Some(Value::Array(texts.into_iter().map(node).collect()))
}

/// `format` with `%s`, `%v`, `%d` and `%%` alone.
fn formatted(arguments: &[Node]) -> Option<String> {
    let (pattern, mut values) = (as_text(arguments.first()?)?, arguments.iter().skip(1));
    let mut out = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        match chars.next()? {
            '%' => out.push('%'),
            's' | 'v' => out.push_str(&as_text(values.next()?)?),
            'd' => match &values.next()?.value {
                Value::Number(number) if !number.contains('.') => out.push_str(number),
                _ => return None,
            },
            _ => return None,
        }
    }
    values.next().is_none().then_some(out)
}
