//! Filters: a pattern over one part of the event, with what each scope takes.

mod check;
mod limits;
mod set;

pub use limits::MAX_BYTES;
pub use set::check_all;

use crate::message::Diagnostic;
use crate::scope::Scope;
use crate::unverified::Unverified;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_pattern::{LanguageParsed, Pattern, parse_language};
use serde::{Deserialize, Serialize};

/// A filter as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// The part of the event that it reads.
    pub scope: Scope,
    /// Its pattern, a JSON text.
    pub pattern: String,
}

/// A filter that was read.
#[derive(Clone, Debug)]
pub struct ParsedFilter {
    /// The part of the event that it reads.
    pub scope: Scope,
    /// Its pattern, a JSON text: diagnostics have places in it.
    pub text: String,
    /// The pattern as far as it can be read.
    pattern: Pattern,
    /// The JSON it was read from.
    pub json: Option<Node>,
    /// Every problem, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Why its meaning is not known.
    pub unverified: Option<Unverified>,
}

impl ParsedFilter {
    /// Reads a filter.
    #[must_use]
    pub fn new(filter: &Filter) -> Self {
        let Filter { scope, pattern: text } = filter;
        let (scope, text) = (*scope, text.clone());
        if text.trim().is_empty() {
            let diagnostics = vec![check::empty_pattern(scope, &text)];
            return Self {
                scope,
                text,
                pattern: Pattern::default(),
                json: None,
                diagnostics,
                unverified: None,
            };
        }
        let array = || {
            let root = json::parse(&text, Role::Pattern).root?;
            matches!(root.value, Value::Array(_)).then_some(root.span)
        };
        if let Some(span) = array().filter(|_| scope == Scope::Data) {
            let diagnostics = vec![check::root_array(span)];
            let unverified = Some(Unverified::RootArray);
            return Self { scope, pattern: Pattern::default(), json: None, diagnostics, unverified, text };
        }
        let LanguageParsed { pattern, json, diagnostics } = parse_language(&text);
        let mut found: Vec<Diagnostic> = diagnostics.into_iter().map(check::of_language).collect();
        check::scope(scope, &pattern, json.as_ref(), &mut found);
        rulepad_document::order::sort_by_key(&mut found, |found| (found.span().start, found.severity));
        Self { scope, text, pattern, json, diagnostics: found, unverified: None }
    }

    /// The pattern, where AWS takes the text.
    #[must_use]
    pub fn valid(&self) -> Option<&Pattern> {
        let refused = self.diagnostics.iter().any(Diagnostic::is_error);
        (!refused && self.unverified.is_none()).then_some(&self.pattern)
    }
}
