//! Export: a rule with its pattern and targets as one file, one module per format.
//!
//! * [`export()`], [`write`]: a [`Subject`] in a [`Format`] to [`Exported`]: a file, with what it loses and what is
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
//! * `stack.rs`, `grants.rs`: the resources of formats that CloudFormation deploys; `cdk.rs` the same as
//!   constructs
//! * `provider.rs`: resources of the AWS provider, for Terraform and Pulumi
//! * `split.rs`: one rule as the events of several functions
//! * `later.rs`: values known only at deploy time
//! * `losses.rs`, `remarks.rs`: what is lost, what is left to do
//! * `scripts/`: functions of scripts that can be run again
//! * `filter.rs`: where records hold the event
//! * `text/`: strings of each language

mod aws_cli;
mod boto3;
mod cdk;
mod cdk_python;
mod cdk_typescript;
mod cloudformation;
mod deployment;
mod fill;
mod filter;
#[cfg(test)]
mod filters_tests;
mod format;
mod grants;
mod lambda_filter;
mod later;
mod losses;
mod names;
mod pipes_filter;
mod pipes_target;
mod plan;
mod provider;
mod pulumi;
mod remarks;
mod rule_json;
mod sam;
mod scripts;
mod serverless;
mod sns_filter;
mod split;
mod stack;
mod terraform;
mod test_event_pattern;
#[cfg(test)]
mod test_support;
mod text;
#[cfg(test)]
mod traps_tests;
mod try_out;
#[cfg(test)]
mod unseen_tests;

pub use format::{Family, Format, Language};
pub use try_out::try_out;

use later::Prepared;
use plan::Plan;
use rulepad_cloudformation::Notation;
use rulepad_document::json::Node;
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, Rule, Target};
use serde::{Deserialize, Serialize};

/// What a rule that is written back into a text takes from the formats.
pub mod parts {
    pub use crate::cloudformation::{kind_of_file, written as written_template};
    pub use crate::deployment::deployment_notes;
    pub use crate::later::foreign as foreign_references;
    pub use crate::losses::comments_of_pattern;
    pub use crate::plan::Plan;
    pub use crate::stack::{PATTERN_AS_TEXT, pattern_must_be_text, properties as rule_properties};
    pub use crate::terraform::{
        must_be_text as pattern_must_be_heredoc, pattern as terraform_pattern,
        target_beside as terraform_target, target_blocks as terraform_block, template as terraform_template,
    };
}

/// What is exported.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The rule's own properties.
    pub rule: &'a Rule,
    /// The event pattern; `None` for a rule that has a schedule alone.
    pub pattern: Option<&'a Node>,
    /// Who reads the pattern as it stands.
    pub dialect: Dialect,
    /// The rule's targets.
    pub targets: &'a [Target],
    /// The event to try the pattern on, a JSON text.
    pub event: &'a str,
    /// The values in the rule and its pattern that are known only at deploy time.
    pub references: &'a [Reference],
}

/// One exported file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// The name to save it under.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its text.
    pub text: String,
    /// What AWS refuses of the rule and its targets, a sentence each: the file fails where it is used.
    #[serde(default)]
    pub refused: Vec<String>,
    /// What of the rule the format cannot carry, a sentence each.
    pub losses: Vec<String>,
    /// What is still to do by hand, a sentence each.
    pub notes: Vec<String>,
}

/// One exported file, and what it does for its targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub file: Exported,
    /// Whether the file creates a role for each target that requires one and has none.
    pub creates_roles: bool,
}

/// Writes a rule in a format. The same draft always gives the same bytes.
///
/// The pattern is written without loss: number spelling, key order and duplicates stay. Drafts with errors are
/// written as far as they go; a note says what was left out.
#[must_use]
pub fn export(format: Format, subject: &Subject<'_>) -> Exported {
    write(format, subject).file
}

/// The file of [`export()`], and whether it creates the roles that its targets lack.
#[must_use]
pub fn write(format: Format, subject: &Subject<'_>) -> Written {
    Written { file: new_file(format, subject), creates_roles: format.creates_roles() }
}

/// A file that has this rule alone.
fn new_file(format: Format, subject: &Subject<'_>) -> Exported {
    let prepared = later::prepared(format, subject);
    let Prepared { rule, pattern, targets, .. } = &prepared;
    let marked = Subject { rule, pattern: pattern.as_ref(), targets, ..*subject };
    let plan = || Plan::of(&prepared);
    let mut exported = match format {
        Format::RuleJson => rule_json::export(rule, pattern.as_ref(), targets),
        Format::AwsCli => aws_cli::export(plan()),
        Format::Boto3 => boto3::export(plan()),
        Format::Sam => sam::export(plan()),
        Format::Serverless => serverless::export(plan()),
        Format::CdkTypescript => cdk_typescript::export(plan()),
        Format::CdkPython => cdk_python::export(plan()),
        Format::Pulumi => pulumi::export(&mut plan().joined()),
        Format::Terraform => terraform::export(&mut plan().joined()),
        Format::CloudFormationYaml => cloudformation::export(plan(), Notation::Yaml),
        Format::CloudFormationJson => cloudformation::export(plan(), Notation::Json),
        Format::TestEventPattern => test_event_pattern::export(&marked, &prepared.later),
        Format::LambdaFilter => lambda_filter::export(&marked),
        Format::PipesFilter => pipes_filter::export(&marked),
        Format::SnsFilter => sns_filter::export(&marked, prepared.url_suffix.as_deref()),
    };
    for sentence in exported.losses.iter_mut().chain(&mut exported.notes) {
        *sentence = prepared.shown(sentence);
    }
    exported.losses.splice(0..0, losses::other_dialect_note(format, subject.dialect));
    exported.losses.extend(later::lists(subject).into_iter().map(losses::list_as_value));
    if format == Format::RuleJson {
        exported.losses.extend(later::not_carried(subject));
    }
    exported.notes.extend(later::to_fill_in(format, &prepared.later));
    exported
}

/// `<rule name>.extension`; characters that cannot stand in a rule's name become dashes.
#[must_use]
pub fn file_name(rule: &Rule, extension: &str) -> String {
    let plain = |c: char| if rulepad_rule::model::is_name(c) { c } else { '-' };
    let name: String = rulepad_rule::reference::plain(&rule.name).chars().map(plain).collect();
    let name = if name.trim_matches('.').is_empty() { "rule" } else { &name };
    format!("{name}.{extension}")
}
