//! Export: a rule with its pattern and targets as one file, one module per format.
//!
//! * [`export()`], [`write`]: a [`Subject`] in a [`Format`] to [`Rendered`]: a file, with what it loses and what is
//!   left to do by hand
//! * [`try_out()`]: a script that creates a rule, sends an event and removes everything again
//! * [`parts`]: what writing a rule back into a text takes from the formats
//!
//! ```
//! use rulepad_document::Role;
//! use rulepad_export::{Format, Subject, export};
//! use rulepad_pattern::Dialect;
//! use rulepad_rule::Rule;
//!
//! let rule = Rule { name: "orders".into(), ..Rule::default() };
//! let pattern = rulepad_document::json::parse(r#"{"source": ["shop"]}"#, Role::Pattern);
//! let subject = Subject {
//!     rule: &rule,
//!     pattern: pattern.valid(),
//!     dialect: Dialect::Rule,
//!     targets: &[],
//!     event: "{}",
//!     references: &[],
//! };
//! let file = export(Format::Terraform, &subject);
//! assert_eq!(file.file_name, "orders.tf");
//! assert!(file.text.contains("resource \"aws_cloudwatch_event_rule\" \"orders\""));
//! assert!(file.losses.is_empty());
//! ```
//!
//! # Files
//!
//! * `plan.rs`: targets, roles and policies as every format needs them
//! * `stack.rs`, `grants.rs`: the resources of formats that CloudFormation deploys; `formats/cdk/` has
//!   the same as constructs
//! * `provider.rs`: resources of the AWS provider, for Terraform and Pulumi
//! * `split.rs`: one rule as the events of several functions
//! * `later.rs`: values known only at deploy time
//! * `message/`, `words_en/`, `words_ko/`: what is lost and what is left to do, as data and in words
//! * `remarks.rs`: what is left to do for permissions and places
//! * `filter.rs`: where records hold the event
//! * `formats/`: one module each; `text/` strings of each language, `scripts/` functions of scripts that can be run again

mod deployment;
mod fill;
mod filter;
#[cfg(test)]
mod filters_tests;
mod format;
mod formats;
mod grants;
mod later;
mod message;
mod names;
mod plan;
mod provider;
mod remarks;
mod split;
mod stack;
#[cfg(test)]
mod test_support;
#[cfg(test)]
mod traps_tests;
#[cfg(test)]
mod unseen_tests;
mod words_en;
mod words_ko;

pub use format::{Family, Format, Language};
pub use formats::try_out::try_out;
pub use message::{
    FileKind, FillIn, FilterOwner, Framework, Loss, MissingRole, NotAnEvent, Note, PatternAsText,
    PipeVariable, Program, RecordSource, Respells, RuleMember, Shared, ShownReference, TargetLoss,
    TargetNote, ValueOf,
};

use rulepad_document::json::Node;
use rulepad_document::{Lang, Words};
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, Rule, Target};

/// What others take from the formats: a rule that is written back into a text, and subscribers.
pub mod parts {
    pub use crate::deployment::deployment_notes;
    pub use crate::fill::filled;
    pub use crate::formats::aws_cli::{functions as script_functions, needs as script_needs};
    pub use crate::formats::boto3::asked as boto3_values;
    pub use crate::formats::cloudformation::{kind_of_file, unseen, written as written_template};
    pub use crate::formats::scripts::{POLICIES as PYTHON_POLICIES, ScriptStep};
    pub use crate::formats::terraform::asked as terraform_values;
    pub use crate::formats::terraform::{
        must_be_text as pattern_must_be_heredoc, pattern as terraform_pattern,
        target_beside as terraform_target, target_blocks as terraform_block, template as terraform_template,
    };
    pub use crate::formats::{cdk, text};
    pub use crate::later::foreign as foreign_references;
    pub use crate::later::{Later, Natural, fill_in, marked};
    pub use crate::names::Names;
    pub use crate::plan::Plan;
    pub use crate::plan::{camel, lower_camel, slug};
    pub use crate::stack::{pattern_must_be_text, properties as rule_properties};
}

/// What is exported.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The rule's own properties.
    pub rule: &'a Rule,
    /// The event pattern; `None` for a rule that has a schedule alone.
    pub pattern: Option<&'a Node>,
    /// The service that the pattern is written for.
    pub dialect: Dialect,
    /// The rule's targets.
    pub targets: &'a [Target],
    /// The event to try the pattern on, a JSON text.
    pub event: &'a str,
    /// The values in the rule and its pattern that are known only at deploy time.
    pub references: &'a [Reference],
}

/// One exported file.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered<L = Loss, N = Note> {
    /// The name to save it under.
    pub file_name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its text.
    pub text: String,
    /// What of the rule the format cannot carry.
    pub losses: Vec<L>,
    /// What is still to do by hand.
    pub notes: Vec<N>,
}

impl<L: Words, N: Words> Rendered<L, N> {
    /// The file with its losses and notes in words, a sentence each.
    #[must_use]
    pub fn worded(self, lang: Lang) -> Rendered<String, String> {
        Rendered {
            file_name: self.file_name,
            media_type: self.media_type,
            text: self.text,
            losses: self.losses.iter().map(|loss| loss.words(lang)).collect(),
            notes: self.notes.iter().map(|note| note.words(lang)).collect(),
        }
    }
}

/// One exported file, and what it does for its targets.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<L = Loss, N = Note> {
    /// The file.
    pub file: Rendered<L, N>,
    /// Whether the file creates a role for each target that requires one and has none.
    pub creates_roles: bool,
}

/// Writes a rule in a format. The same draft always gives the same bytes.
///
/// The pattern is written without loss: number spelling, key order and duplicates stay. Drafts with errors are
/// written as far as they go; a note says what was left out.
#[must_use]
pub fn export(format: Format, subject: &Subject<'_>) -> Rendered {
    write(format, subject).file
}

/// The file of [`export()`], and whether it creates the roles that its targets lack.
#[must_use]
pub fn write(format: Format, subject: &Subject<'_>) -> Written {
    Written { file: new_file(format, subject), creates_roles: format.creates_roles() }
}

/// A file that has this rule alone.
fn new_file(format: Format, subject: &Subject<'_>) -> Rendered {
    let prepared = later::prepared(format, subject);
    let mut rendered = formats::rendered(format, subject, &prepared);
    let shown = &mut |text: &mut String| *text = prepared.shown(text);
    rendered.losses.iter_mut().for_each(|loss| loss.change(shown));
    rendered.notes.iter_mut().for_each(|note| note.change(shown));
    rendered.losses.splice(0..0, remarks::other_dialect(format, subject.dialect));
    rendered.losses.extend(later::lists(subject));
    if format == Format::RuleJson {
        rendered.losses.extend(later::not_carried(subject));
    }
    rendered.notes.extend(prepared.later.iter().filter_map(|own| later::fill_in(format, own)));
    rendered
}

/// `<rule name>.extension`; characters that are not allowed in a rule's name become dashes.
#[must_use]
pub fn file_name(rule: &Rule, extension: &str) -> String {
    let plain = |c: char| if rulepad_rule::model::is_name(c) { c } else { '-' };
    let name: String = rulepad_rule::reference::plain(&rule.name).chars().map(plain).collect();
    let name = if name.trim_matches('.').is_empty() { "rule" } else { &name };
    format!("{name}.{extension}")
}
