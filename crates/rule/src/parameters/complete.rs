//! What could be typed next in the property: its members, and the words a member takes.

use super::members as schema_of;
use super::starter::sample;
use crate::TargetKind;
use crate::message::{Hint, OfferHint};
use crate::schema::{Dynamic, SchemaField, Wants};
use rulepad_document::json::{self, Member, Node, Value, quote};
use rulepad_document::{Role, Span};

/// Suggestions for one place of the property.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// What a choice replaces.
    pub span: Span,
    /// The choices, in the schema's order.
    pub options: Vec<Offer>,
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The member or the word.
    pub name: String,
    /// What it is for.
    pub about: OfferHint,
    /// The text that replaces the span.
    pub insert: String,
    /// Where the caret goes, in bytes of `insert`.
    pub caret: usize,
}

/// Suggestions at a byte offset of the property's text, broken as it may be.
#[must_use]
pub fn offers(kind: TargetKind, text: &str, offset: usize) -> Offers {
    let Some(fields) = schema_of(kind) else { return Offers::default() };
    let offset = u32::try_from(offset).unwrap_or(u32::MAX);
    match json::parse_unchecked(text, Role::Parameters(0)).root {
        Some(root) => inside(text, &root, Wants::Object(fields), offset),
        None => Offers::default(),
    }
}

fn inside(text: &str, node: &Node, wants: Wants, offset: u32) -> Offers {
    match (wants, &node.value) {
        (Wants::Object(fields), Value::Object(members)) => object(text, members, fields, offset),
        (Wants::Map(_, each), Value::Object(members)) => members
            .iter()
            .find(|member| within(member.value.span, offset))
            .map(|member| inside(text, &member.value, *each, offset))
            .unwrap_or_default(),
        (Wants::List(each, ..), Value::Array(items)) => {
            match items.iter().find(|item| within(item.span, offset)) {
                Some(item) => inside(text, item, *each, offset),
                None => words(*each, Span { start: offset, end: offset }),
            }
        }
        (wants, Value::String(_) | Value::Invalid | Value::Bool(_) | Value::Null) => words(wants, node.span),
        _ => Offers::default(),
    }
}

/// Whether the caret stands in a value: of a string between its quotes, of anything else also at its end.
fn within(span: Span, offset: u32) -> bool {
    span.start < offset && offset < span.end
}

fn object(text: &str, members: &[Member], fields: &'static [SchemaField], offset: u32) -> Offers {
    let in_value = |member: &&Member| {
        let span = member.value.span;
        within(span, offset) || (span.start == offset && span.start > member.key_span.end)
    };
    let in_key = |member: &&Member| {
        within(member.key_span, offset)
            || (member.key_span.end == offset && member.value.value == Value::Invalid)
    };
    if let Some(member) = members.iter().find(in_key) {
        let bare = member.value.span.end > member.value.span.start;
        let span = member.key_span;
        let options = names(fields, members, Some(&member.key), bare, offset, text);
        return Offers { span, options };
    }
    if let Some(member) = members.iter().find(in_value) {
        let field = fields.iter().find(|field| field.name == member.key);
        return field.map(|field| inside(text, &member.value, field.wants, offset)).unwrap_or_default();
    }
    let behind_colon = members.iter().find(|member| {
        member.value.value == Value::Invalid
            && member.key_span.end <= offset
            && text.get(member.key_span.end as usize..offset as usize).is_some_and(|gap| gap.trim() == ":")
    });
    if let Some(member) = behind_colon {
        let field = fields.iter().find(|field| field.name == member.key);
        let here = Span { start: offset, end: offset };
        return field.map(|field| words(field.wants, here)).unwrap_or_default();
    }
    let span = Span { start: offset, end: offset };
    Offers { span, options: names(fields, members, None, false, offset, text) }
}

/// The members that do not stand there yet; `bare` where a value stands behind the name.
fn names(
    fields: &'static [SchemaField],
    members: &[Member],
    typed: Option<&str>,
    bare: bool,
    offset: u32,
    text: &str,
) -> Vec<Offer> {
    let given = |field: &&SchemaField| {
        members.iter().any(|member| member.key == field.name) && typed != Some(field.name)
    };
    let follows = !bare && typed.is_none() && members.iter().any(|member| member.key_span.start >= offset);
    let touches = text.get(offset as usize..).is_some_and(|rest| rest.trim_start().starts_with(','));
    let option = |field: &SchemaField| {
        let quoted = quote(field.name);
        let (insert, caret) = if bare {
            (quoted.clone(), quoted.len())
        } else {
            let value = begin(field);
            let comma = if follows && !touches { ", " } else { "" };
            let insert = format!("{quoted}: {value}{comma}");
            let caret = insert.len() - comma.len() - value.len() + hole(&value);
            (insert, caret)
        };
        let about = match field.about {
            Some(hint) if field.required => OfferHint::Needed(hint),
            Some(hint) => OfferHint::Optional(hint),
            None => OfferHint::None,
        };
        Offer { name: field.name.to_owned(), about, insert, caret }
    };
    fields.iter().filter(|field| !given(field)).map(option).collect()
}

/// A value of the member's kind that is still to be filled in.
fn begin(field: &SchemaField) -> String {
    match field.wants {
        Wants::Text(text) if text.path == Dynamic::Must => "\"$.\"".to_owned(),
        Wants::Text(_) | Wants::Choice(_) => "\"\"".to_owned(),
        Wants::List(Wants::Text(_), ..) => "[\"\"]".to_owned(),
        Wants::List(Wants::Object(_), ..) => "[{}]".to_owned(),
        Wants::List(..) => "[]".to_owned(),
        Wants::Object(_) | Wants::Map(..) => "{}".to_owned(),
        Wants::Whole(..) | Wants::Switch | Wants::Any => sample(field, ""),
    }
}

/// Where the value is filled in: inside its innermost quotes or brackets, otherwise behind it.
fn hole(value: &str) -> usize {
    let inside = ["\"\"", "{}", "[]"].iter().find_map(|empty| value.find(empty));
    inside.map_or(value.trim_end_matches('"').len(), |at| at + 1)
}

fn words(wants: Wants, span: Span) -> Offers {
    let option = |(word, about): (&str, Option<Hint>), insert: String| Offer {
        name: word.to_owned(),
        about: about.map_or(OfferHint::None, OfferHint::Optional),
        caret: insert.len(),
        insert,
    };
    let options = match wants {
        Wants::Choice(choices) => choices.iter().map(|choice| option(*choice, quote(choice.0))).collect(),
        Wants::Switch => ["true", "false"].map(|word| option((word, None), word.to_owned())).to_vec(),
        Wants::Object(_) => {
            vec![Offer { name: "{}".to_owned(), about: OfferHint::Object, insert: "{}".to_owned(), caret: 1 }]
        }
        _ => Vec::new(),
    };
    Offers { span, options }
}
