//! Values of Terraform's language. A value that the text does not decide carries its expression.

use super::syntax::SourceId;
use crate::hcl;
use rulepad_document::{Lang, Span, Words};
use std::rc::Rc;

/// A place in one of the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourcePlace {
    /// The text.
    pub source: SourceId,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

impl SourcePlace {
    /// A span of a text.
    pub fn new(source: SourceId, span: Span) -> Self {
        Self { source, start: span.start, end: span.end }
    }

    /// The span in its text.
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// The value of an expression.
#[derive(Clone, Debug)]
pub struct Val {
    /// What it is.
    pub data: Data,
    /// Where it is written.
    pub place: SourcePlace,
    /// The resource whose attribute it is.
    pub owner: Option<Rc<Instance>>,
    /// How deep values are in it.
    pub depth: usize,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Data {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// As Terraform writes it.
    Number(Rc<str>),
    /// A text of which all is known.
    Text(Rc<str>),
    /// A text of which parts are not known.
    Parts(Rc<Vec<TextPiece>>),
    /// A list or a set.
    List {
        /// Its items.
        items: Rc<Vec<Val>>,
        /// Whether it is a set.
        set: bool,
    },
    /// In the order in which it is written.
    Map(Rc<Vec<(Rc<str>, Val)>>),
    /// `jsonencode` of a value.
    Encoded(Rc<Val>),
    /// A resource of the text.
    Instance(Rc<Instance>),
    /// What the text does not decide.
    Unknown(Rc<Unknown>),
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub enum TextPiece {
    /// Text.
    Known(Rc<str>),
    /// What the text does not decide.
    Unknown(Rc<Unknown>),
}

/// What the text does not decide.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// The expression for it, on one line.
    pub source: Rc<str>,
    /// Why it is not known.
    pub why: Why,
    /// Where the expression is written.
    pub place: SourcePlace,
    /// Whether it is an object in one of its cases, so that no text is shown for it.
    pub is_object: bool,
}

/// Why a value is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Terraform knows it when it applies.
    Deploy,
    /// A variable without a default.
    Variable,
    /// A file that was not given.
    File(String),
    /// Terraform itself would stop here.
    Fails,
    /// A function that is not worked out.
    Function,
    /// It would take too much work.
    Budget,
}

/// One resource, or one of several that `count` and `for_each` make.
#[derive(Debug, PartialEq, Eq)]
pub struct Instance {
    /// `data.` before the type of a data source.
    pub kind: String,
    /// The name of the resource.
    pub name: String,
    /// What `count` or `for_each` calls it.
    pub key: Option<InstanceKey>,
    /// The module it is in, by its place in the list.
    pub module: usize,
    /// As Terraform writes it.
    pub address: String,
    /// Whether it is one for all that `count` or `for_each` make, as they are not known.
    pub generic: bool,
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum TerraformType {
    Null,
    Bool,
    Number,
    String,
    List,
    Map,
    Resource,
    Unknown,
}

impl Words for TerraformType {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::kind(*self).to_owned(),
            Lang::Ko(_) => crate::words_ko::kind(*self).to_owned(),
        }
    }
}

/// What distinguishes the instances of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstanceKey {
    /// A number of `count`.
    Index(usize),
    /// A key of `for_each`.
    Name(Rc<str>),
}

/// The members of a map, in the order in which they are written.
pub type Members = Rc<Vec<(Rc<str>, Val)>>;

impl Val {
    /// A value at a place.
    pub fn new(data: Data, place: SourcePlace) -> Self {
        let depth = match &data {
            Data::List { items, .. } => items.iter().map(|own| own.depth + 1).max().unwrap_or(1),
            Data::Map(members) => members.iter().map(|(_, own)| own.depth + 1).max().unwrap_or(1),
            Data::Encoded(inner) => inner.depth + 1,
            _ => 0,
        };
        Self { data, place, owner: None, depth }
    }

    /// A text.
    pub fn text(text: impl Into<Rc<str>>, place: SourcePlace) -> Self {
        Self::new(Data::Text(text.into()), place)
    }

    /// A number.
    pub fn number(number: usize, place: SourcePlace) -> Self {
        Self::new(Data::Number(number.to_string().into()), place)
    }

    /// A list.
    pub fn list(items: Vec<Val>, place: SourcePlace) -> Self {
        Self::new(Data::List { items: Rc::new(items), set: false }, place)
    }

    /// A map.
    pub fn map(members: Vec<(Rc<str>, Val)>, place: SourcePlace) -> Self {
        Self::new(Data::Map(Rc::new(members)), place)
    }

    /// A value that the text does not decide, with the expression for it.
    pub fn unknown(source: impl Into<Rc<str>>, why: Why, place: SourcePlace) -> Self {
        Self::new(
            Data::Unknown(Rc::new(Unknown { source: source.into(), why, place, is_object: false })),
            place,
        )
    }

    /// The same for a value that is an object in one of its cases.
    pub fn unknown_object(source: impl Into<Rc<str>>, why: Why, place: SourcePlace) -> Self {
        Self::new(
            Data::Unknown(Rc::new(Unknown { source: source.into(), why, place, is_object: true })),
            place,
        )
    }

    /// The same value, written elsewhere.
    pub fn at(mut self, place: SourcePlace) -> Self {
        self.place = place;
        self
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.data, Data::Null)
    }

    /// What is known of a value that the text does not decide.
    pub fn as_unknown(&self) -> Option<&Rc<Unknown>> {
        match &self.data {
            Data::Unknown(own) => Some(own),
            _ => None,
        }
    }

    /// The items of a list or a set.
    pub fn items(&self) -> Option<&Rc<Vec<Val>>> {
        match &self.data {
            Data::List { items, .. } => Some(items),
            _ => None,
        }
    }

    /// The members of a map.
    pub fn members(&self) -> Option<&Members> {
        match &self.data {
            Data::Map(members) => Some(members),
            _ => None,
        }
    }

    /// The member of a map; the last of its name counts.
    pub fn get(&self, name: &str) -> Option<&Val> {
        self.members()?.iter().rev().find(|(key, _)| &**key == name).map(|(_, own)| own)
    }

    /// The text of a scalar of which all is known.
    pub fn scalar(&self) -> Option<Rc<str>> {
        match &self.data {
            Data::Text(text) | Data::Number(text) => Some(text.clone()),
            Data::Bool(on) => Some(if *on { "true" } else { "false" }.into()),
            _ => None,
        }
    }

    /// `true` or `false`, also where it is written as a text.
    pub fn truth(&self) -> Option<bool> {
        match &self.data {
            Data::Bool(on) => Some(*on),
            Data::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub fn size(&self) -> Option<usize> {
        match &self.data {
            Data::Number(text) | Data::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// What Terraform calls such a value.
    pub fn kind(&self) -> TerraformType {
        match &self.data {
            Data::Null => TerraformType::Null,
            Data::Bool(_) => TerraformType::Bool,
            Data::Number(_) => TerraformType::Number,
            Data::Text(_) | Data::Parts(_) | Data::Encoded(_) => TerraformType::String,
            Data::List { .. } => TerraformType::List,
            Data::Map(_) => TerraformType::Map,
            Data::Instance(_) => TerraformType::Resource,
            Data::Unknown(_) => TerraformType::Unknown,
        }
    }

    /// Whether the value or something in it is an expression that Terraform would refuse.
    pub fn fails(&self) -> bool {
        match &self.data {
            Data::Unknown(own) => own.why == Why::Fails,
            Data::List { items, .. } => items.iter().any(Self::fails),
            Data::Map(members) => members.iter().any(|(_, own)| own.fails()),
            Data::Encoded(inner) => inner.fails(),
            Data::Parts(pieces) => {
                pieces.iter().any(|own| matches!(own, TextPiece::Unknown(own) if own.why == Why::Fails))
            }
            _ => false,
        }
    }

    /// The expression for a value, as Terraform would read it; cut where it is long.
    pub fn source(&self) -> String {
        let mut out = String::new();
        self.write_source(&mut out);
        out
    }

    fn write_source(&self, out: &mut String) {
        const LONGEST: usize = 2000;
        if out.len() > LONGEST {
            return;
        }
        match &self.data {
            Data::Null => out.push_str("null"),
            Data::Bool(on) => out.push_str(if *on { "true" } else { "false" }),
            Data::Number(number) => out.push_str(number),
            Data::Text(text) => out.push_str(&hcl::string(text)),
            Data::Parts(pieces) => {
                out.push('"');
                for piece in pieces.iter() {
                    match piece {
                        TextPiece::Known(text) => {
                            let quoted = hcl::string(text);
                            let inner = quoted.strip_prefix('"').and_then(|own| own.strip_suffix('"'));
                            out.push_str(inner.unwrap_or_default());
                        }
                        TextPiece::Unknown(own) => out.push_str(&format!("${{{}}}", own.source)),
                    }
                }
                out.push('"');
            }
            Data::List { items, set } => {
                out.push_str(if *set { "toset([" } else { "[" });
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    item.write_source(out);
                }
                out.push_str(if *set { "])" } else { "]" });
            }
            Data::Map(members) => {
                out.push_str("{ ");
                for (at, (key, own)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    out.push_str(&hcl::string(key));
                    out.push_str(" = ");
                    own.write_source(out);
                }
                out.push_str(" }");
            }
            Data::Encoded(inner) => {
                out.push_str("jsonencode(");
                inner.write_source(out);
                out.push(')');
            }
            Data::Instance(own) => out.push_str(&own.address),
            Data::Unknown(own) => out.push_str(&own.source),
        }
    }
}

/// A text of pieces, plain where all are known.
pub fn joined(pieces: Vec<TextPiece>, place: SourcePlace) -> Val {
    let mut out: Vec<TextPiece> = Vec::new();
    let mut text = String::new();
    for piece in pieces {
        match piece {
            TextPiece::Known(own) => text.push_str(&own),
            TextPiece::Unknown(_) => {
                if !text.is_empty() {
                    out.push(TextPiece::Known(std::mem::take(&mut text).into()));
                }
                out.push(piece);
            }
        }
    }
    if out.is_empty() {
        return Val::text(text, place);
    }
    if !text.is_empty() {
        out.push(TextPiece::Known(text.into()));
    }
    Val::new(Data::Parts(Rc::new(out)), place)
}
