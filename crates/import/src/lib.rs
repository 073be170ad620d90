//! Import: a text that holds rules, and what was understood of it. One module per format.
//!
//! * [`import()`], [`import_among`]: a text, alone or among other files, to [`Imported`] with each [`FoundRule`]; its
//!   texts are data until [`Imported::worded`]
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
//! * `calls.rs`: the calls that `shell/` (scripts) and `program/` (boto3, the SDK for JavaScript) find
//! * `filters.rs`: filters, in their dialect
//! * `template.rs`, `resources.rs`, `fragment.rs`, `get_template.rs`: CloudFormation and SAM
//! * `terraform/`: the rules among a configuration's resources
//! * `serverless/`, `pulumi/`: their YAML
//! * `other.rs`: formats that are recognized and not read
//! * `rule.rs`, `target.rs`, `api_names.rs`: what all of them share
//! * `code.rs`, `message/`, `diagnostics/`: what is wrong and what was changed, as data; `words_en/`, `words_ko/`: its words

mod answers;
mod api_names;
mod aws;
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
pub mod message;
mod notes;
mod other;
mod program;
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
mod words_en;
mod words_ko;

pub use changes::RuleChange;

/// What others read with the readers of this crate: subscribers of custom event buses.
pub mod parts {
    use crate::calls::{CallTime, FoundCalls};
    use rulepad_document::files::Files;

    /// Calls in a script; see [`FoundCalls`].
    pub fn script<O>(
        text: &str,
        files: &Files<'_>,
        known: impl Fn(&str, &str) -> Option<O>,
        function: impl Fn(&[String]) -> Option<(O, usize)>,
    ) -> FoundCalls<O> {
        crate::shell::requests(text, files, known, function)
    }

    /// Calls in a program, by what is written up to their brackets: `create_bucket(`.
    pub fn program<O>(
        text: &str,
        names: &[&'static str],
        known: impl Fn(&str) -> Option<O>,
    ) -> FoundCalls<(O, CallTime)> {
        crate::program::requests(text, names, known)
    }

    /// Whether a text calls the AWS CLI.
    #[must_use]
    pub fn is_script(text: &str) -> bool {
        crate::shell::looks_like(text)
    }

    pub use crate::terraform::{FoundResource, resources as terraform_resources};
}
pub use code::Code;
pub use filters::FilterResource;
pub use form::Form;
pub use message::{Message, Note, RuleLabel};
pub use other::OtherFormat;
pub use rulepad_cloudformation::Code as TemplateCode;
pub use rulepad_document::files::{Files, NamedText};
pub use rulepad_terraform::Code as TerraformCode;
pub use template::{ReadRule, rule_at};

use rulepad_document::diagnostic::worded;
use rulepad_document::json::Node;
use rulepad_document::{Lang, Words};
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, Rule, Target};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The longest text that is read: CloudFormation takes 1 MB, an account has 300 rules on a bus.
const MAX_TEXT: usize = 4 << 20;

/// A problem of a text, before it is put into words.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;

/// What was understood of a text.
///
/// `L`, `N` and `M` are what its labels, notes and messages are: data until it is [worded](Self::worded), [`String`]
/// then.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported<L = RuleLabel, N = Note, M = Message> {
    /// What the text is; `None` where its format is unknown.
    pub form: Option<Form>,
    /// The rules in it, in their order.
    pub rules: Vec<FoundRule<L, N>>,
    /// Problems of the text, and what could not be taken, each with its place in the text.
    pub diagnostics: Vec<rulepad_document::Diagnostic<M>>,
}

impl<L, N, M> Default for Imported<L, N, M> {
    fn default() -> Self {
        Self { form: None, rules: Vec::new(), diagnostics: Vec::new() }
    }
}

impl Imported {
    /// What was understood, in words.
    #[must_use]
    pub fn worded(self, lang: Lang) -> Imported<String, String, String> {
        Imported {
            form: self.form,
            rules: self.rules.into_iter().map(|rule| rule.worded(lang)).collect(),
            diagnostics: worded(&self.diagnostics, lang),
        }
    }
}

/// One rule of a text. What the text does not have, such as the targets in the answer of `DescribeRule`, is `None`
/// and leaves what is there.
///
/// `L` and `N` are what its label and its notes are: data until it is [worded](Self::worded), [`String`] then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundRule<L = RuleLabel, N = Note> {
    /// What distinguishes it from the others: its name, or that of its resource.
    pub label: L,
    /// The address of its resource, such as `aws_cloudwatch_event_rule.orders`; blank where the text has none.
    #[serde(default)]
    pub address: String,
    /// The rule's own properties.
    pub rule: Option<Rule>,
    /// The event pattern, a JSON text, valid or not.
    pub pattern: Option<String>,
    /// The service that evaluates the pattern, where it is a filter; `None` for a rule's.
    pub dialect: Option<Dialect>,
    /// The targets.
    pub targets: Option<Vec<Target>>,
    /// The values in the rule that only the text knows.
    pub references: Vec<Reference>,
    /// Where it was read, for formats whose surroundings are written back.
    pub origin: Option<Origin>,
    /// What was changed or left out on the way.
    pub notes: Vec<N>,
    /// What the text has for the pattern, with its places; it is used where the text is, and not sent.
    #[serde(skip)]
    pub raw_pattern: Option<Node>,
    /// What the text leaves to its tool.
    #[serde(skip)]
    pub made: ToolDefaults,
}

impl<L: Default, N> Default for FoundRule<L, N> {
    fn default() -> Self {
        Self {
            label: L::default(),
            address: String::new(),
            rule: None,
            pattern: None,
            dialect: None,
            targets: None,
            references: Vec::new(),
            origin: None,
            notes: Vec::new(),
            raw_pattern: None,
            made: ToolDefaults::default(),
        }
    }
}

impl<L: Words, N: Words> FoundRule<L, N> {
    /// The rule with its label and notes in words.
    #[must_use]
    pub fn worded(self, lang: Lang) -> FoundRule<String, String> {
        let Self {
            label,
            address,
            rule,
            pattern,
            dialect,
            targets,
            references,
            origin,
            notes,
            raw_pattern,
            made,
        } = self;
        FoundRule {
            label: label.words(lang),
            address,
            rule,
            pattern,
            dialect,
            targets,
            references,
            origin,
            notes: notes.iter().map(|note| note.words(lang)).collect(),
            raw_pattern,
            made,
        }
    }
}

/// What the tool of a text makes for a rule that lacks it: it is not missing there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToolDefaults {
    /// The rule's name.
    pub name: bool,
    /// A role for each target that requires one.
    pub roles: bool,
}

/// The text a rule was read from. Some formats write the rule back into it: what the person did not change stays as
/// it was, and so does everything around the rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// The whole text, shared by the rules of one text.
    pub text: Arc<str>,
    /// The rule's resource in it, such as `Rule` or `Function.Event`.
    pub resource: String,
}

/// Reads a text that holds rules. It never fails: what cannot be read is reported.
#[must_use]
pub fn import(text: &str) -> Imported {
    import_among(text, &Files::default())
}

/// Whether a diagnostic means that a text has no rule, and nothing else: among the files of a folder, that is no
/// problem.
#[must_use]
pub fn is_absence<M>(found: &rulepad_document::Diagnostic<M>) -> bool {
    found.code.of::<Code>().is_some_and(Code::is_absence)
}

/// Reads a text that holds rules, and other files where it names them. It never fails: what cannot be read is
/// reported.
#[must_use]
pub fn import_among(text: &str, files: &Files<'_>) -> Imported {
    let nothing = |found| Imported { diagnostics: vec![found], ..Imported::default() };
    if text.len() > MAX_TEXT {
        return nothing(diagnostics::too_long(text, MAX_TEXT));
    }
    let mut read = form::read(text, files).unwrap_or_else(|| nothing(diagnostics::unknown(text)));
    for rule in &mut read.rules {
        unknown::settle(rule, &mut read.diagnostics);
    }
    read
}

#[cfg(test)]
mod codes_tests;
#[cfg(test)]
mod filters_tests;
#[cfg(test)]
mod open_tests;
#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
