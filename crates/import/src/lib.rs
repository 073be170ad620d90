//! Import: a text that holds rules, and what was understood of it. One module per format.
//!
//! * [`import()`], [`import_among`]: a text, alone or among other files, to [`Imported`] with each [`FoundRule`]
//! * [`Form`]: which format a text is in
//! * [`Origin`]: the text that a rule may be written back into; [`rule_at`] reads the rule at one place of a template
//!
//! Nothing fails: what cannot be read is a diagnostic with its place.
//!
//! ```
//! use rulepad_import::{Form, import};
//!
//! let read = import("aws events put-rule --name orders --event-pattern '{\"source\": [\"shop\"]}'");
//! assert_eq!(read.form, Some(Form::Script));
//! assert_eq!(read.rules[0].rule.as_ref().unwrap().name, "orders");
//! assert_eq!(read.rules[0].pattern.as_deref(), Some(r#"{"source": ["shop"]}"#));
//! ```
//!
//! # Files
//!
//! * `form.rs`: which format a text is in
//! * `documents.rs`, `requests.rs`, `answers.rs`, `join.rs`: requests and answers of AWS
//! * `calls.rs`: the calls that `shell/` (scripts) and `code/` (boto3, the SDK for JavaScript) find
//! * `filters.rs`: filters, in their dialect
//! * `template.rs`, `resources.rs`, `fragment.rs`, `get_template.rs`: CloudFormation and SAM
//! * `terraform/`: the rules among a configuration's resources
//! * `serverless/`, `pulumi/`: their YAML
//! * `other.rs`: what is named and not read
//! * `rule.rs`, `target.rs`: what all of them share

mod answers;
mod calls;
mod changes;
mod code;
mod diagnostics;
mod documents;
mod filters;
mod form;
mod fragment;
mod get_template;
mod join;
mod markdown;
mod notes;
mod other;
mod pulumi;
mod references;
mod requests;
mod resources;
mod rule;
mod serverless;
mod shell;
mod target;
mod template;
pub mod terraform;
mod unknown;

pub use form::Form;
pub use rulepad_document::files::{Files, NamedText};
pub use template::{ReadRule, rule_at};

use rulepad_document::Diagnostic;
use rulepad_document::json::Node;
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, Rule, Target};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The longest text that is read: CloudFormation takes 1 MB, an account has 300 rules on a bus.
const MAX_TEXT: usize = 4 << 20;

/// What was understood of a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// What the text is; `None` where nothing of it was known.
    pub form: Option<Form>,
    /// The rules in it, in their order.
    pub rules: Vec<FoundRule>,
    /// What stands in the way, and what could not be taken, each with its place in the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// One rule of a text. What the text does not say, such as the targets in the answer of `DescribeRule`, is `None`
/// and leaves what is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FoundRule {
    /// What tells it apart from the others: its name, or that of its resource.
    pub label: String,
    /// The address of its resource, such as `aws_cloudwatch_event_rule.orders`; blank where the text has none.
    #[serde(default)]
    pub address: String,
    /// The rule's own properties.
    pub rule: Option<Rule>,
    /// The event pattern, a JSON text, valid or not.
    pub pattern: Option<String>,
    /// The service that evaluates the pattern, where the text says that it is a filter; `None` for a rule's.
    pub dialect: Option<Dialect>,
    /// The targets.
    pub targets: Option<Vec<Target>>,
    /// The values in the rule that only the text knows.
    pub references: Vec<Reference>,
    /// Where it was read, for formats whose surroundings are written back.
    pub origin: Option<Origin>,
    /// What was changed or left out on the way, a sentence each.
    pub notes: Vec<String>,
    /// What the text has for the pattern, with its places; it is used where the text is, and not sent.
    #[serde(skip)]
    pub raw_pattern: Option<Node>,
    /// What the text leaves to its tool.
    #[serde(skip)]
    pub made: Made,
}

/// What the tool of a text makes for a rule that lacks it: it is not missing there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The rule's name.
    pub name: bool,
    /// A role for each target that requires one.
    pub roles: bool,
}

/// The text a rule was read from. A format that can writes the rule back into it: what the person did not change
/// stays as it stood, and so does all around the rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// The whole text, shared by the rules of one text.
    pub text: Arc<str>,
    /// The rule's resource in it, such as `Rule` or `Function.Event`.
    pub resource: String,
}

/// Reads a text that holds rules. It never fails: what cannot be read is told.
#[must_use]
pub fn import(text: &str) -> Imported {
    import_among(text, &Files::default())
}

/// Whether a diagnostic says that a text has no rule, and nothing else.
#[must_use]
pub fn is_absence(found: &Diagnostic) -> bool {
    diagnostics::is_absence(found)
}

/// Reads a text that holds rules, and other files where it names them. It never fails: what cannot be read is
/// reported.
#[must_use]
pub fn import_among(text: &str, files: &Files<'_>) -> Imported {
    let nothing = |found| Imported { diagnostics: vec![found], ..Imported::default() };
    if text.len() > MAX_TEXT {
        return nothing(diagnostics::import_too_long(text, MAX_TEXT));
    }
    let mut read = form::read(text, files).unwrap_or_else(|| nothing(diagnostics::import_unknown(text)));
    for rule in &mut read.rules {
        unknown::settle(rule, &mut read.diagnostics);
    }
    read
}

#[cfg(test)]
mod filters_tests;
#[cfg(test)]
mod open_tests;
#[cfg(test)]
mod tests;
