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
mod fill;
mod filter;
#[cfg(test)]
mod filters_tests;
#[cfg(test)]
mod fixtures;
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
mod text;
#[cfg(test)]
mod traps;
mod try_out;
#[cfg(test)]
mod unseen_tests;

pub use try_out::try_out;

use later::Prepared;
use plan::Plan;
use rulepad_cloudformation::Notation;
use rulepad_document::Lang;
use rulepad_document::json::Node;
use rulepad_pattern::Dialect;
use rulepad_rule::{Arn, Kind, Location, Permission, Reference, Rule, Target, is_required, needs_role};
use serde::{Deserialize, Serialize};

/// What a rule that is written back into a text takes from the formats.
pub mod parts {
    pub use crate::cloudformation::{kind_of_file, written as written_template};
    pub use crate::deployment_notes;
    pub use crate::later::foreign as foreign_references;
    pub use crate::losses::comments_of_pattern;
    pub use crate::plan::Plan;
    pub use crate::stack::{PATTERN_AS_TEXT, pattern_must_be_text, properties as rule_properties};
    pub use crate::terraform::{
        must_be_text as pattern_must_be_heredoc, pattern as terraform_pattern,
        target_beside as terraform_target, target_blocks as terraform_block, template as terraform_template,
    };
}

/// A format a rule can be exported to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The requests of `PutRule` and `PutTargets` in one JSON file.
    #[default]
    RuleJson,
    /// A shell script of AWS CLI calls.
    AwsCli,
    /// A Python script for boto3.
    Boto3,
    /// A CloudFormation template in YAML.
    #[serde(rename = "cloudformation-yaml")]
    CloudFormationYaml,
    /// A CloudFormation template in JSON.
    #[serde(rename = "cloudformation-json")]
    CloudFormationJson,
    /// A template of the Serverless Application Model.
    Sam,
    /// A service of the Serverless Framework.
    Serverless,
    /// A CDK app in TypeScript.
    CdkTypescript,
    /// A CDK app in Python.
    CdkPython,
    /// Terraform.
    Terraform,
    /// A Pulumi program in TypeScript.
    Pulumi,
    /// A shell script that asks AWS whether the event matches.
    TestEventPattern,
    /// The filter of a Lambda event source mapping.
    LambdaFilter,
    /// A pipe with the pattern as its filter.
    PipesFilter,
    /// The filter policy of an SNS subscription.
    SnsFilter,
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

/// What a format is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Requests of AWS's API, and scripts that make them.
    Requests,
    /// Descriptions of what is to stand.
    Infrastructure,
    /// The pattern alone, as other services take it.
    Filters,
}

/// The language of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// JSON.
    Json,
    /// YAML 1.1.
    Yaml,
    /// The POSIX shell.
    Shell,
    /// Python.
    Python,
    /// TypeScript.
    Typescript,
    /// HCL, the language of Terraform.
    Hcl,
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

impl Family {
    /// Every family, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Requests, Self::Infrastructure, Self::Filters];

    /// The name a person reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Requests => "Requests and scripts",
            Self::Infrastructure => "Infrastructure as code",
            Self::Filters => "Filters",
        }
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 15] = [
        Self::RuleJson,
        Self::AwsCli,
        Self::Boto3,
        Self::CloudFormationYaml,
        Self::CloudFormationJson,
        Self::Sam,
        Self::Serverless,
        Self::CdkTypescript,
        Self::CdkPython,
        Self::Terraform,
        Self::Pulumi,
        Self::TestEventPattern,
        Self::LambdaFilter,
        Self::PipesFilter,
        Self::SnsFilter,
    ];

    /// The name a person reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RuleJson => "PutRule JSON",
            Self::AwsCli => "AWS CLI",
            Self::Boto3 => "boto3",
            Self::CloudFormationYaml => "CloudFormation YAML",
            Self::CloudFormationJson => "CloudFormation JSON",
            Self::Sam => "SAM",
            Self::Serverless => "Serverless",
            Self::CdkTypescript => "CDK TypeScript",
            Self::CdkPython => "CDK Python",
            Self::Terraform => "Terraform",
            Self::Pulumi => "Pulumi",
            Self::TestEventPattern => "test-event-pattern",
            Self::LambdaFilter => "Lambda filter",
            Self::PipesFilter => "Pipes filter",
            Self::SnsFilter => "SNS filter",
        }
    }

    /// What it is for.
    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Self::RuleJson | Self::AwsCli | Self::Boto3 | Self::TestEventPattern => Family::Requests,
            Self::LambdaFilter | Self::PipesFilter | Self::SnsFilter => Family::Filters,
            _ => Family::Infrastructure,
        }
    }

    /// Whether the rule must have a name: other formats let one be made.
    #[must_use]
    pub fn needs_name(self) -> bool {
        matches!(self, Self::RuleJson | Self::AwsCli | Self::Boto3)
    }

    /// Whether a new file creates a role for each target that requires one and has none.
    fn creates_roles(self) -> bool {
        match self {
            Self::RuleJson
            | Self::TestEventPattern
            | Self::LambdaFilter
            | Self::PipesFilter
            | Self::SnsFilter => false,
            Self::AwsCli
            | Self::Boto3
            | Self::CloudFormationYaml
            | Self::CloudFormationJson
            | Self::Sam
            | Self::Serverless
            | Self::CdkTypescript
            | Self::CdkPython
            | Self::Terraform
            | Self::Pulumi => true,
        }
    }

    /// The language its files are in.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Self::RuleJson | Self::CloudFormationJson => Language::Json,
            Self::AwsCli | Self::TestEventPattern => Language::Shell,
            Self::Boto3 | Self::CdkPython => Language::Python,
            Self::CdkTypescript | Self::Pulumi => Language::Typescript,
            Self::CloudFormationYaml
            | Self::Sam
            | Self::Serverless
            | Self::LambdaFilter
            | Self::PipesFilter
            | Self::SnsFilter => Language::Yaml,
            Self::Terraform => Language::Hcl,
        }
    }
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
    exported.losses.splice(0..0, elsewhere(format, subject.dialect));
    exported.losses.extend(later::lists(subject).into_iter().map(losses::list_as_value));
    if format == Format::RuleJson {
        exported.losses.extend(later::not_carried(subject));
    }
    exported.notes.extend(later::to_fill_in(format, &prepared.later));
    exported
}

/// A pattern written for one service and exported to another meets other things there.
fn elsewhere(format: Format, written: Dialect) -> Option<String> {
    let is_read = match format {
        Format::LambdaFilter | Format::PipesFilter => {
            !matches!(written, Dialect::SnsAttributes | Dialect::SnsBody)
        }
        Format::SnsFilter => !matches!(written, Dialect::Pipes | Dialect::EventSourceMapping),
        _ => written.has_envelope(),
    };
    let meets = match format {
        Format::LambdaFilter | Format::PipesFilter => "the payload of a record",
        Format::SnsFilter => Dialect::SnsBody.reads(Lang::En),
        _ => Dialect::Rule.reads(Lang::En),
    };
    (!is_read).then(|| {
        format!("The event pattern is written for {}; here it is tried on {meets}.", written.reads(Lang::En))
    })
}

/// `<rule name>.extension`; characters that cannot stand in a rule's name become dashes.
#[must_use]
pub fn file_name(rule: &Rule, extension: &str) -> String {
    let plain = |c: char| if rulepad_rule::model::is_name(c) { c } else { '-' };
    let name: String = rulepad_rule::reference::plain(&rule.name).chars().map(plain).collect();
    let name = if name.trim_matches('.').is_empty() { "rule" } else { &name };
    format!("{name}.{extension}")
}

/// What a file of requests cannot carry: policies on the targets, settings of theirs, and properties the draft
/// does not have.
#[must_use]
pub fn deployment_notes(rule: &Rule, targets: &[Target], place: &Location) -> Vec<String> {
    let mut notes = Vec::new();
    for target in targets {
        let Some(arn) = Arn::parse(&target.arn) else { continue };
        let Some(kind) = Kind::of(&arn) else { continue };
        let id = &target.id;
        let elsewhere = place.is_other_account(&arn) || place.is_other_region(&arn);
        match kind.permission() {
            Permission::ResourcePolicy | Permission::Either if elsewhere => {
                if needs_role(kind, &arn, place) && target.role_arn.is_empty() {
                    notes.push(remarks::add_role(id, "RoleArn"));
                }
            }
            Permission::ResourcePolicy => {
                let actions: Vec<String> =
                    kind.actions().iter().map(|action| format!("`{action}`")).collect();
                let actions = actions.join(" and ");
                notes.push(format!(
                    "Target `{id}`: the resource policy of the {} must allow `events.amazonaws.com` to {actions}.",
                    kind.name()
                ));
            }
            Permission::Role if target.role_arn.is_empty() => {
                notes.push(remarks::add_role(id, "RoleArn"));
            }
            Permission::Either if target.role_arn.is_empty() => {
                notes
                    .push(format!("Target `{id}`: add `RoleArn`, or allow EventBridge in the API's policy."));
            }
            Permission::Role | Permission::Either => {}
        }
        notes.extend(remarks::of_place(rule, target, place));
        let blank = target.parameters.trim().is_empty();
        if let Some(parameters) = kind.parameters().filter(|_| blank && is_required(kind, &target.arn)) {
            notes.push(format!("Target `{id}`: add `{parameters}`, which this target needs."));
        }
        if kind == Kind::Sqs && target.arn.ends_with(".fifo") {
            notes.push(format!("Target `{id}`: turn on content-based deduplication of the FIFO queue."));
        }
    }
    notes
}
