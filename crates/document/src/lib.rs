//! Text in, lossless JSON out: spans, number spelling, key order and duplicates are kept.
//!
//! This crate knows nothing of EventBridge. Use it to read any JSON a person is still typing: it
//! gives a value *and* every problem of the text ([`json::parse`]), each a [`Diagnostic`] with the
//! place, the words and, where there is an obvious fix, an [`Edit`].
//!
//! * [`text`]: [`Span`], [`LineIndex`], UTF-16 offsets
//! * [`units`]: the places of a text in other units than bytes
//! * [`json`]: [`json::Node`], parsing, printing
//! * [`literal`]: objects of JavaScript and Python as the same values, with places
//! * [`yaml`]: YAML as the same values, with places
//! * [`notation`]: which notation a text is in
//! * [`order`]: sorting of short lists in little code
//! * [`rewritten`]: JSON for values of another notation
//! * [`path`]: from a place in a document to its name and back
//! * [`spelling`]: the name that was meant
//! * [`fix_all`]: all fixes of a text applied
//! * [`visible`]: characters that cannot be seen, and their escapes
//! * [`words`]: languages, and what sentences of a language share
//! * [`diagnostic`]: the one diagnostic type, from parser to pixel
//!
//! # Files
//!
//! * `json/`: scanner, parser, printer; `fault/` where AWS's parser stops and what it says
//! * `literal/`: objects of JavaScript and Python
//! * `yaml/`: YAML 1.1
//! * `notation/`: which notation a text is in
//! * `rewritten.rs`: JSON for values of another notation
//! * `spelling.rs`: the name that was probably meant

pub mod aligned;
pub mod diagnostic;
mod diagnostics;
pub mod files;
pub mod fix_all;
pub mod json;
pub mod literal;
mod message;
pub mod notation;
pub mod order;
pub mod path;
pub mod rewritten;
pub mod source_text;
pub mod spelling;
pub mod text;
pub mod units;
pub mod visible;
pub mod words;
mod words_en;
mod words_ko;
pub mod yaml;

pub use diagnostic::{
    CodeName, Codes, Diagnostic, Edit, Help, Label, Reference, Role, RuleProperty, Severity, TableKey,
    TargetProperty,
};
pub use message::{Message, QuoteMarks};
pub use text::{LineIndex, Span};
pub use words::{Lang, Words};
