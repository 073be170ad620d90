//! JSON and YAML.

use super::{Call, CallStop, Given};
use crate::evaluate::{Evaluator, unique};
use crate::number::canonical;
use crate::value::{Data, SourcePlace, TextPiece, Val};
use rulepad_document::json::{Node, Value, parse};
use rulepad_document::{Role, yaml};
use std::rc::Rc;

/// How deep a JSON text may be nested.
const DEEPEST: usize = 64;

impl Call<'_, '_> {
    pub fn encoding(&self, name: &str) -> Given {
        if name == "jsonencode" {
            let own = self.at(0)?;
            return match own.as_unknown() {
                Some(_) => Err(CallStop::Unknown),
                None => Ok(Data::Encoded(Rc::new(own.clone()))),
            };
        }
        if let ("jsondecode", Data::Encoded(inner)) = (name, &self.at(0)?.data) {
            return Ok(inner.data.clone());
        }
        let text = self.text(0)?;
        self.spend(text.len().saturating_mul(4))?;
        if depth(&text) > DEEPEST {
            return Err(CallStop::Budget);
        }
        let node = match name {
            "jsondecode" => parse(&text, Role::Import).valid().cloned(),
            _ => {
                let read = yaml::read(&text, Role::Import);
                let sound = read.diagnostics.iter().all(|found| !found.is_error());
                read.root.filter(|_| sound)
            }
        };
        let node = node.ok_or(CallStop::Fails)?;
        value(&node, self.place).map(|own| own.data).ok_or(CallStop::Function)
    }
}

fn depth(text: &str) -> usize {
    let depths = text.bytes().scan(0usize, |depth, byte| {
        match byte {
            b'[' | b'{' => *depth += 1,
            b']' | b'}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    depths.max().unwrap_or(0)
}

/// A JSON value as one of Terraform's.
pub fn value(node: &Node, place: SourcePlace) -> Option<Val> {
    let data = match &node.value {
        Value::Null | Value::Invalid => Data::Null,
        Value::Bool(on) => Data::Bool(*on),
        Value::Number(number) => Data::Number(canonical(&number.replace('+', ""))?.into()),
        Value::String(text) => Data::Text(text.as_str().into()),
        Value::Array(items) => {
            let items = items.iter().map(|own| value(own, place)).collect::<Option<Vec<Val>>>()?;
            return Some(Val::list(items, place));
        }
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|own| Some((Rc::<str>::from(own.key.as_str()), value(&own.value, place)?)))
                .collect::<Option<Vec<_>>>()?;
            return Some(Val::map(unique(members), place));
        }
    };
    Some(Val::new(data, place))
}

/// `jsonencode`: keys in their order as bytes, and `<`, `>`, `&` written as escapes. `None` where it is too much.
pub fn encoded(evaluator: &Evaluator<'_>, value: &Val) -> Option<Vec<TextPiece>> {
    let mut out = Writer { evaluator, done: Vec::new(), text: String::new() };
    out.write(value)?;
    out.done.push(TextPiece::Known(out.text.into()));
    Some(out.done)
}

struct Writer<'w, 't> {
    evaluator: &'w Evaluator<'t>,
    done: Vec<TextPiece>,
    text: String,
}

impl Writer<'_, '_> {
    fn write(&mut self, value: &Val) -> Option<()> {
        if !self.evaluator.spend(8) {
            return None;
        }
        match &value.data {
            Data::Null => self.text.push_str("null"),
            Data::Bool(on) => self.text.push_str(if *on { "true" } else { "false" }),
            Data::Number(number) => self.text.push_str(number),
            Data::Text(text) => self.quote(text)?,
            Data::Parts(pieces) => self.pieces(pieces)?,
            Data::Encoded(inner) => {
                let pieces = encoded(self.evaluator, inner)?;
                self.pieces(&pieces)?;
            }
            Data::Unknown(own) => {
                let source = format!("jsonencode({})", own.source);
                self.flush();
                let whole = super::super::value::Unknown {
                    source: source.into(),
                    why: own.why.clone(),
                    is_object: false,
                    place: own.place,
                };
                self.done.push(TextPiece::Unknown(Rc::new(whole)));
            }
            Data::Instance(own) => {
                self.flush();
                let whole = super::super::value::Unknown {
                    source: format!("jsonencode({})", own.address).into(),
                    why: super::super::value::Why::Deploy,
                    is_object: false,
                    place: value.place,
                };
                self.done.push(TextPiece::Unknown(Rc::new(whole)));
            }
            Data::List { items, .. } => {
                self.text.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.text.push_str(if at > 0 { "," } else { "" });
                    self.write(item)?;
                }
                self.text.push(']');
            }
            Data::Map(members) => {
                let mut sorted: Vec<&(Rc<str>, Val)> = members.iter().collect();
                sorted.sort_by(|one, other| one.0.cmp(&other.0));
                self.text.push('{');
                for (at, (key, own)) in sorted.into_iter().enumerate() {
                    self.text.push_str(if at > 0 { "," } else { "" });
                    self.quote(key)?;
                    self.text.push(':');
                    self.write(own)?;
                }
                self.text.push('}');
            }
        }
        Some(())
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.done.push(TextPiece::Known(std::mem::take(&mut self.text).into()));
        }
    }

    /// A string of which parts are not known.
    fn pieces(&mut self, pieces: &[TextPiece]) -> Option<()> {
        self.text.push('"');
        for piece in pieces {
            match piece {
                TextPiece::Known(text) => self.inner(text)?,
                TextPiece::Unknown(_) => {
                    self.flush();
                    self.done.push(piece.clone());
                }
            }
        }
        self.text.push('"');
        Some(())
    }

    fn quote(&mut self, text: &str) -> Option<()> {
        self.text.push('"');
        self.inner(text)?;
        self.text.push('"');
        Some(())
    }

    fn inner(&mut self, text: &str) -> Option<()> {
        if !self.evaluator.spend(text.len()) {
            return None;
        }
        let before = self.text.len();
        for c in text.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                    self.text.push_str(&format!("\\u{:04x}", u32::from(c)));
                }
                c if c < ' ' => self.text.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => self.text.push(c),
            }
        }
        self.evaluator.spend(self.text.len() - before).then_some(())
    }
}
