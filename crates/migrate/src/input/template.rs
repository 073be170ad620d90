//! An input transformer as an expression.

use super::Takes;
use super::path::{self, Selection};
use super::writer::{Helper, Writer, literal};
use crate::change::{Change, InputLoss};
use rulepad_transformer::Surroundings;
use rulepad_transformer::parts::{Body, JsonPart, MemberPart, NoParts, Parts, TextPart, parts};

/// `aws.events.event`: the envelope without `detail`, with `detailType` as rules write it.
const ENVELOPE: &str = r#"{"version": $events.Data.version, "id": $events.Data.id, "detailType": $events.Data.`detail-type`, "source": $events.Data.source, "account": $events.Data.account, "time": $events.Data.time, "region": $events.Data.region, "resources": $events.Data.resources}"#;

/// The value of a variable.
enum Variable {
    /// A string.
    Constant(String),
    /// What is always there, and no array.
    Present(String),
    /// What may be missing.
    Selected(String),
    /// What is always there, and an array.
    Gathered(String),
    /// Nothing.
    Nothing,
}

/// The body of the expression.
pub(super) fn write(
    paths: &str,
    template: &str,
    around: &Surroundings,
    takes: Takes,
    writer: &mut Writer,
) -> Result<String, InputLoss> {
    let parts = parts(paths, template).map_err(|why| match why {
        NoParts::Refused(message) => InputLoss::Refused(message),
        NoParts::TextWithoutQuotes => InputLoss::TextWithoutQuotes,
        NoParts::UnclosedString => InputLoss::UnclosedString,
        NoParts::NotJson => InputLoss::TemplateNotJson,
    })?;
    let mut filled = Filled { parts: &parts, around, writer };
    match &parts.body {
        Body::Text(text) => {
            if takes == Takes::Json {
                filled.writer.note(Change::StringResult);
            }
            filled.text(text)
        }
        Body::Json(JsonPart::Value(name)) => {
            let value = filled.value(name, false)?;
            Ok(match takes {
                Takes::Text => filled.writer.call(Helper::Json, &value),
                Takes::Json => {
                    filled.writer.note(Change::StringResult);
                    filled.writer.note(Change::NullFails(format!("<{name}>")));
                    value
                }
            })
        }
        Body::Json(part) => filled.json(part, false),
    }
}

struct Filled<'a> {
    parts: &'a Parts,
    around: &'a Surroundings,
    writer: &'a mut Writer,
}

impl Filled<'_> {
    fn variable(&mut self, name: &str) -> Result<Variable, InputLoss> {
        if let Some((_, path)) = self.parts.variables.iter().find(|(own, _)| own == name) {
            let Some(path) = path else { return Ok(Variable::Nothing) };
            let Selection { expression, gathers, other_shape } =
                path::select(path).ok_or_else(|| InputLoss::NestedArrays(format!("<{name}>")))?;
            self.writer.note(Change::NumberSpelling);
            if other_shape {
                self.writer.note(Change::OtherShape(format!("<{name}>")));
            }
            return Ok(if gathers { Variable::Gathered(expression) } else { Variable::Selected(expression) });
        }
        let rule = |writer: &mut Writer, text: &str| {
            writer.note(Change::RuleVariable(name.to_owned()));
            Variable::Constant(text.to_owned())
        };
        Ok(match name {
            "aws.events.rule-arn" => rule(self.writer, &self.around.rule_arn),
            "aws.events.rule-name" => rule(self.writer, &self.around.rule_name),
            "aws.events.event.ingestion-time" => {
                self.writer.note(Change::IngestionTime);
                Variable::Present("$events.SystemMetadata.`aws:IngestionTime`".to_owned())
            }
            "aws.events.event.json" => {
                self.writer.note(Change::NumberSpelling);
                Variable::Present("$events.Data".to_owned())
            }
            "aws.events.event" => {
                self.writer.note(Change::EventVariable);
                Variable::Present(ENVELOPE.to_owned())
            }
            _ => Variable::Nothing,
        })
    }

    /// A value outside of quotes, also as an item of an array.
    fn value(&mut self, name: &str, item: bool) -> Result<String, InputLoss> {
        Ok(match self.variable(name)? {
            Variable::Constant(text) => literal(&text),
            Variable::Present(expression) => expression,
            Variable::Selected(expression) => {
                let value = self.writer.call(Helper::Default, &expression);
                if item { self.writer.call(Helper::Item, &value) } else { value }
            }
            Variable::Gathered(expression) => expression,
            Variable::Nothing => literal(""),
        })
    }

    fn json(&mut self, part: &JsonPart, item: bool) -> Result<String, InputLoss> {
        Ok(match part {
            JsonPart::Object(members) => self.object(members)?,
            JsonPart::Array(items) => {
                let items: Result<Vec<String>, _> = items.iter().map(|item| self.json(item, true)).collect();
                format!("[{}]", items?.join(", "))
            }
            JsonPart::String(parts) => self.string(parts)?,
            JsonPart::Value(name) => self.value(name, item)?,
            JsonPart::Negative(name) => format!("-{}", self.value(name, false)?),
            JsonPart::Literal(text) if text.starts_with(['t', 'f', 'n']) => text.clone(),
            JsonPart::Literal(text) => self.writer.number(text)?,
        })
    }

    fn object(&mut self, members: &[MemberPart]) -> Result<String, InputLoss> {
        let mut written = Vec::new();
        for (at, member) in members.iter().enumerate() {
            if let Some(name) = &member.name
                && members.iter().skip(at + 1).any(|later| later.name.as_ref() == Some(name))
            {
                self.writer.note(Change::RepeatedKey(name.clone()));
                continue;
            }
            let used = match &member.key {
                JsonPart::Value(name) => Some(name),
                JsonPart::String(parts) => parts.iter().find_map(|part| match part {
                    TextPart::Value(name) => Some(name),
                    TextPart::Text(_) => None,
                }),
                _ => None,
            };
            if let Some(name) = used {
                self.writer.note(Change::VariableKey(name.clone()));
            }
            let key = self.json(&member.key, false)?;
            written.push(format!("{key}: {}", self.json(&member.value, false)?));
        }
        Ok(format!("{{{}}}", written.join(", ")))
    }

    /// A string between quotes, whose texts have their escapes.
    fn string(&mut self, parts: &[TextPart]) -> Result<String, InputLoss> {
        let mut written = Vec::new();
        let mut is_text = false;
        for part in parts {
            match part {
                TextPart::Text(text) => {
                    is_text = true;
                    written.push(self.writer.string(&format!("\"{text}\"")));
                }
                TextPart::Value(name) => match self.variable(name)? {
                    Variable::Constant(text) => {
                        is_text = true;
                        written.push(literal(&text));
                    }
                    Variable::Present(expression)
                    | Variable::Selected(expression)
                    | Variable::Gathered(expression) => {
                        self.writer.note(Change::EscapedInQuotes);
                        written.push(expression);
                    }
                    Variable::Nothing => {}
                },
            }
        }
        Ok(match &written[..] {
            [] => literal(""),
            [only] if is_text => only.clone(),
            [only] => format!("(\"\" & {only})"),
            several => format!("({})", several.join(" & ")),
        })
    }

    /// A template of text, of which every byte is delivered.
    fn text(&mut self, parts: &[TextPart]) -> Result<String, InputLoss> {
        let mut written = Vec::new();
        for part in parts {
            match part {
                TextPart::Text(text) => written.push(literal(text)),
                TextPart::Value(name) => match self.variable(name)? {
                    Variable::Constant(text) => written.push(literal(&text)),
                    Variable::Present(expression)
                    | Variable::Selected(expression)
                    | Variable::Gathered(expression) => {
                        written.push(self.writer.call(Helper::Text, &expression));
                    }
                    Variable::Nothing => {}
                },
            }
        }
        Ok(written.join(" & "))
    }
}
