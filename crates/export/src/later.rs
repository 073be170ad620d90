//! Values that are known only at deploy time, as each format has them: a variable, a parameter, or the format's own
//! word for the account and the Region.

use super::names::Names;
use super::{Format, Subject};
use crate::formats::comments::described;
use crate::message::{FillIn, Loss, Note, ShownReference, ValueOf};
use rulepad_cloudformation::{function, is_self_contained};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, compact, parse};
use rulepad_document::words::en;
use rulepad_rule::reference::mark::{MarkedPart, guarded, is_marked, mark, parts};
use rulepad_rule::reference::{Known, KnownPiece, in_node, in_rule, in_target};
use rulepad_rule::{Arn, Reference, ReferenceLanguage, ReferenceValue, Rule, Target, TargetKind};
use std::collections::BTreeSet;

/// A value that a file asks for.
#[derive(Clone, Debug)]
pub struct Later {
    /// Its name in the file, in lower case with underscores, unique.
    pub name: String,
    /// What it is, where every format has a word for it.
    pub natural: Option<Natural>,
    /// What the text the rule was read from has for it.
    pub reference: Reference,
    /// What it is, where that is known better than by its expression.
    pub meaning: Option<&'static str>,
}

/// A value that every deployment has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Natural {
    /// The Region.
    Region,
    /// The account.
    Account,
    /// The partition, such as `aws`.
    Partition,
    /// The domain of AWS's endpoints.
    UrlSuffix,
}

/// A rule whose texts have marks instead of references.
pub(crate) struct Prepared {
    pub rule: Rule,
    pub pattern: Option<Node>,
    pub targets: Vec<Target>,
    /// The values that the texts name, in the order of the references.
    pub later: Vec<Later>,
    /// The domain of AWS's endpoints, for a queue whose partition is known only at deploy time.
    pub url_suffix: Option<String>,
}

/// What a file that has little of a rule but its pattern is made of.
pub(crate) struct Marked<'s> {
    /// The rule, with marks in its texts.
    pub subject: Subject<'s>,
    /// The pattern with its references as they are shown.
    pub typed: Option<&'s Node>,
    /// The values that the texts name.
    pub later: &'s [Later],
    /// The domain of AWS's endpoints, for a queue whose partition is known only at deploy time.
    pub url_suffix: Option<&'s str>,
}

/// The rule as a format writes it: every reference is a mark that holds the format's expression for it.
pub(super) fn prepared(format: Format, subject: &Subject<'_>) -> Prepared {
    let mut marks = Marks::new(format, subject.references);
    let mut change = |text: &str| marks.text(text);
    let pattern = subject.pattern.map(|pattern| in_node(pattern, &mut change));
    // The script that tests a pattern has nothing else of the rule.
    let (rule, targets) = if format == Format::TestEventPattern {
        (subject.rule.clone(), subject.targets.to_vec())
    } else {
        let targets = subject.targets.iter().map(|target| in_target(target, &mut change)).collect();
        (in_rule(subject.rule, &mut change), targets)
    };
    let Marks { all, mut used, .. } = marks;
    let mut suffix = None;
    if targets.iter().any(has_queue_of_later_partition) {
        let known = all.iter().enumerate().find(|(_, own)| own.natural == Some(Natural::UrlSuffix));
        let own = match known {
            Some((at, own)) => {
                used.insert(at);
                own.clone()
            }
            None => url_suffix(&all),
        };
        suffix = own.expression(format).map(|code| (mark(&own.name, &code), own, known.is_some()));
    }
    let later = all.into_iter().enumerate().filter(|(at, _)| used.contains(at)).map(|(_, own)| own);
    let mut later: Vec<Later> = later.collect();
    let url_suffix = suffix.map(|(text, own, is_known)| {
        if !is_known {
            later.push(own);
        }
        text
    });
    Prepared { rule, pattern, targets, later, url_suffix }
}

/// Values with marks in their texts instead of references, as a format writes them, and what the marks name; `meaning`
/// says what a value is where its expression says less.
#[must_use]
pub fn marked(
    format: Format,
    nodes: &[Node],
    references: &[Reference],
    meaning: fn(&Reference) -> Option<&'static str>,
) -> (Vec<Node>, Vec<Later>) {
    let mut marks = Marks::new(format, references);
    marks.all.iter_mut().for_each(|own| own.meaning = meaning(&own.reference));
    let nodes = nodes.iter().map(|node| in_node(node, &mut |text| marks.text(text))).collect();
    let Marks { all, used, .. } = marks;
    let later = all.into_iter().enumerate().filter(|(at, _)| used.contains(at)).map(|(_, own)| own);
    (nodes, later.collect())
}

/// Writes marks instead of references.
struct Marks<'r> {
    format: Format,
    references: &'r [Reference],
    known: Known<'r>,
    all: Vec<Later>,
    used: BTreeSet<usize>,
}

impl<'r> Marks<'r> {
    fn new(format: Format, references: &'r [Reference]) -> Self {
        let (known, all) = (Known::new(references), named(references));
        Self { format, references, known, all, used: BTreeSet::new() }
    }

    fn text(&mut self, text: &str) -> String {
        if !text.contains("${") {
            return guarded(text).into_owned();
        }
        let Self { format, references, known, all, used } = self;
        let piece = |piece: KnownPiece<'_>| match piece {
            KnownPiece::Text(text) => guarded(text).into_owned(),
            KnownPiece::Reference(at) => {
                match all.get(at).and_then(|own| Some((own, own.expression(*format)?))) {
                    Some((own, code)) => {
                        used.insert(at);
                        mark(&own.name, &code)
                    }
                    None => references.get(at).map(|own| own.shown.clone()).unwrap_or_default(),
                }
            }
        };
        known.pieces(text).into_iter().map(piece).collect()
    }
}

/// Whether the URL of a queue that a file names is in a domain that is known only at deploy time.
fn has_queue_of_later_partition(target: &Target) -> bool {
    [&target.arn, &target.dead_letter_arn].into_iter().any(|arn| {
        Arn::parse(arn)
            .is_some_and(|arn| TargetKind::of(&arn) == Some(TargetKind::Sqs) && is_marked(arn.partition))
    })
}

/// The domain of AWS's endpoints as a value beside others.
fn url_suffix(others: &[Later]) -> Later {
    let reference = Reference {
        value: ReferenceValue::Any,
        shown: "${AWS::URLSuffix}".to_owned(),
        language: ReferenceLanguage::CloudFormation,
        source: r#"{"Ref":"AWS::URLSuffix"}"#.to_owned(),
    };
    let mut names = Names::default();
    for other in others {
        unique(other.name.clone(), &mut names);
    }
    Later {
        name: unique("aws_url_suffix".to_owned(), &mut names),
        natural: Some(Natural::UrlSuffix),
        reference,
        meaning: None,
    }
}

impl Prepared {
    /// A text with what a person knows a value by instead of each mark.
    pub fn shown(&self, text: &str) -> String {
        let part = |part: MarkedPart<'_>| match part {
            MarkedPart::Text(text) => text.into_owned(),
            MarkedPart::Expression { name, .. } => {
                let own = self.later.iter().find(|own| own.name == name);
                own.map_or_else(|| name.to_owned(), |own| own.reference.shown.clone())
            }
        };
        parts(text).into_iter().map(part).collect()
    }

    /// The subject with marks in its texts.
    pub fn marked<'s>(&'s self, subject: &Subject<'s>) -> Marked<'s> {
        let Self { rule, pattern, targets, later, url_suffix } = self;
        Marked {
            subject: Subject { rule, pattern: pattern.as_ref(), targets, ..*subject },
            typed: subject.pattern,
            later,
            url_suffix: url_suffix.as_deref(),
        }
    }
}

impl Later {
    /// Its name where names are in capitals.
    pub fn capitals(&self) -> String {
        self.name.to_uppercase()
    }

    /// The key of the value in the configuration of a Pulumi stack.
    pub fn config_key(&self) -> String {
        super::plan::lower_camel(&self.name)
    }

    /// The note of a file that asks for the value.
    pub fn filled_in(&self, how: FillIn) -> Note {
        Note::FillIn { how, value: ValueOf::new(&self.reference) }
    }

    /// What it is, on one line for a comment.
    pub fn described(&self) -> String {
        if let Some(meaning) = self.meaning {
            return meaning.to_owned();
        }
        let ValueOf { expression, language } = ValueOf::new(&self.reference);
        described(&expression, language.name())
    }

    /// The expression of a format; `None` where it has none.
    fn expression(&self, format: Format) -> Option<String> {
        Some(match format {
            Format::RuleJson => return None,
            Format::AwsCli | Format::TestEventPattern => self.in_shell(),
            Format::Boto3 => self.capitals(),
            Format::CdkPython | Format::CdkTypescript => match self.natural {
                Some(Natural::Region) => "Aws.REGION".to_owned(),
                Some(Natural::Account) => "Aws.ACCOUNT_ID".to_owned(),
                Some(Natural::Partition) => "Aws.PARTITION".to_owned(),
                Some(Natural::UrlSuffix) => "Aws.URL_SUFFIX".to_owned(),
                None => self.capitals(),
            },
            Format::Pulumi => self.capitals(),
            Format::Terraform => match self.natural {
                Some(Natural::Region) => "data.aws_region.current.id".to_owned(),
                Some(Natural::Account) => "data.aws_caller_identity.current.account_id".to_owned(),
                Some(Natural::Partition) => "data.aws_partition.current.partition".to_owned(),
                Some(Natural::UrlSuffix) => "data.aws_partition.current.dns_suffix".to_owned(),
                None => format!("var.{}", self.name),
            },
            Format::Serverless => match self.natural {
                Some(Natural::Region) => "${aws:region}".to_owned(),
                Some(Natural::Account) => "${aws:accountId}".to_owned(),
                _ => format!("${{param:{}}}", self.name),
            },
            Format::CloudFormationYaml
            | Format::CloudFormationJson
            | Format::Sam
            | Format::LambdaFilter
            | Format::PipesFilter
            | Format::SnsFilter => self.in_template(),
        })
    }

    /// The variable of a shell script.
    pub fn in_shell(&self) -> String {
        match self.natural {
            Some(Natural::Region) => "${AWS_REGION}".to_owned(),
            Some(Natural::Account) => "${aws_account_id}".to_owned(),
            Some(Natural::Partition) => "${aws_partition}".to_owned(),
            Some(Natural::UrlSuffix) => "${aws_url_suffix}".to_owned(),
            None => format!("${{{}}}", self.capitals()),
        }
    }

    /// The function that a template of CloudFormation has: that of the text it was read from, where it names nothing
    /// of that text, else a parameter.
    fn in_template(&self) -> String {
        let pseudo = |name: &str| format!("{{\"Ref\":\"AWS::{name}\"}}");
        match self.natural {
            Some(Natural::Region) => return pseudo("Region"),
            Some(Natural::Account) => return pseudo("AccountId"),
            Some(Natural::Partition) => return pseudo("Partition"),
            Some(Natural::UrlSuffix) => return pseudo("URLSuffix"),
            None => {}
        }
        let Reference { language, source, .. } = &self.reference;
        let own = parse(source, Role::Import);
        match own.valid().filter(|_| *language == ReferenceLanguage::CloudFormation) {
            Some(own) if is_self_contained(own) => compact(own),
            _ => format!(
                "{{\"Parameter\":[{},{}]}}",
                rulepad_document::json::quote(&super::plan::camel(&self.name)),
                rulepad_document::json::quote(&en::capitalized(&self.described()))
            ),
        }
    }
}

/// `!Ref` and `!GetAtt`, as people write them.
pub(crate) fn short(node: &Node) -> Option<String> {
    match function(node)? {
        ("Ref", name) => Some(format!("!Ref {}", name.as_str()?)),
        ("Fn::ImportValue", name) => Some(format!("!ImportValue {}", name.as_str()?)),
        ("Fn::GetAtt", Node { value: Value::Array(parts), .. }) => {
            let parts: Option<Vec<&str>> = parts.iter().map(Node::as_str).collect();
            Some(format!("!GetAtt {}", parts?.join(".")))
        }
        _ => None,
    }
}

/// The references with names for a file.
fn named(references: &[Reference]) -> Vec<Later> {
    let mut names = Names::default();
    references
        .iter()
        .map(|reference| {
            let natural = natural(reference);
            let name = unique(name(reference), &mut names);
            Later { name, natural, reference: reference.clone(), meaning: None }
        })
        .collect()
}

/// The name, or a numbered one. Names that differ in underscores alone are the same in some formats.
fn unique(name: String, names: &mut Names) -> String {
    names.take(name, |name, number| format!("{name}_{number}"), |name| [name.replace('_', "")])
}

/// Names that mean something in one of the formats, or in the environment of a script.
const RESERVED: [&str; 38] = [
    "app",
    "count",
    "depends_on",
    "editor",
    "event",
    "event_bus",
    "event_bus_name",
    "event_pattern",
    "events",
    "for_each",
    "home",
    "hostname",
    "ifs",
    "key",
    "lang",
    "lifecycle",
    "locals",
    "logname",
    "mail",
    "name",
    "node",
    "path",
    "provider",
    "providers",
    "ps1",
    "ps2",
    "pwd",
    "rule",
    "rule_name",
    "shell",
    "source",
    "stack",
    "tags",
    "targets",
    "term",
    "tz",
    "user",
    "version",
];

/// `${Topic.TopicName}` is `topic_topic_name`, `${var.queue_arn}` is `queue_arn`.
fn name(reference: &Reference) -> String {
    const LONGEST: usize = 48;
    let inner = reference.shown.trim_start_matches("${").trim_end_matches('}');
    let inner = match reference.language {
        ReferenceLanguage::Terraform => ["var.", "local.", "data.", "module."]
            .iter()
            .find_map(|prefix| inner.strip_prefix(prefix))
            .unwrap_or(inner),
        ReferenceLanguage::CloudFormation => inner.strip_prefix("Fn::").unwrap_or(inner),
        ReferenceLanguage::Serverless => {
            inner.split_once(':').map_or(inner, |(_, rest)| rest.split([',', ' ']).next().unwrap_or(rest))
        }
        ReferenceLanguage::Pulumi | ReferenceLanguage::Shell | ReferenceLanguage::Program => inner,
    };
    let mut name = String::new();
    let mut before = ' ';
    for c in inner.chars() {
        if name.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            let starts = c.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit());
            if (starts || !before.is_ascii_alphanumeric()) && !name.is_empty() {
                name.push('_');
            }
            name.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let reserved =
        RESERVED.contains(&name.as_str()) || name.starts_with("aws_") && natural(reference).is_none();
    match (starts_well, reserved) {
        _ if name.is_empty() => "value".to_owned(),
        (false, _) => format!("value_{name}"),
        // `AWS_…` configures the tools themselves.
        (true, true) if name.starts_with("aws_") && reference.language == ReferenceLanguage::Terraform => {
            name.trim_start_matches("aws_").to_owned()
        }
        (true, true) => format!("{name}_value"),
        (true, false) => name,
    }
}

fn natural(reference: &Reference) -> Option<Natural> {
    let source = reference.source.trim();
    match reference.language {
        ReferenceLanguage::CloudFormation => match source {
            r#"{"Ref":"AWS::Region"}"# => Some(Natural::Region),
            r#"{"Ref":"AWS::AccountId"}"# => Some(Natural::Account),
            r#"{"Ref":"AWS::Partition"}"# => Some(Natural::Partition),
            r#"{"Ref":"AWS::URLSuffix"}"# => Some(Natural::UrlSuffix),
            _ => None,
        },
        ReferenceLanguage::Terraform => {
            let steps: Vec<&str> = source.split('.').collect();
            match steps[..] {
                ["data", "aws_region", _, "name" | "region" | "id"] => Some(Natural::Region),
                ["data", "aws_caller_identity", _, "account_id" | "id"] => Some(Natural::Account),
                ["data", "aws_partition", _, "partition" | "id"] => Some(Natural::Partition),
                ["data", "aws_partition", _, "dns_suffix"] => Some(Natural::UrlSuffix),
                _ => None,
            }
        }
        ReferenceLanguage::Serverless => match source.trim_start_matches("${").trim_end_matches('}').trim() {
            "aws:region" | "AWS::Region" => Some(Natural::Region),
            "aws:accountId" | "AWS::AccountId" => Some(Natural::Account),
            "AWS::Partition" => Some(Natural::Partition),
            "AWS::URLSuffix" => Some(Natural::UrlSuffix),
            _ => None,
        },
        ReferenceLanguage::Pulumi | ReferenceLanguage::Shell | ReferenceLanguage::Program => None,
    }
}

/// The lists of values in an event pattern that are one expression each.
pub(super) fn lists(subject: &Subject<'_>) -> Vec<Loss> {
    fn shown<'n>(node: &'n Node, out: &mut BTreeSet<&'n str>) {
        match &node.value {
            Value::Array(items) => match &items[..] {
                [Node { value: Value::String(text), .. }] => drop(out.insert(text)),
                items => items.iter().for_each(|item| shown(item, out)),
            },
            Value::Object(members) => members.iter().for_each(|own| shown(&own.value, out)),
            _ => {}
        }
    }
    let mut only = BTreeSet::new();
    subject.pattern.into_iter().for_each(|pattern| shown(pattern, &mut only));
    subject
        .references
        .iter()
        .filter(|own| own.value == ReferenceValue::List && only.contains(own.shown.as_str()))
        .map(|own| Loss::ReferenceToList(ShownReference::new(own)))
        .collect()
}

/// A value that the file asks for; `None` where the format finds it out itself.
pub fn fill_in(format: Format, own: &Later) -> Option<Note> {
    let known = match format {
        Format::Pulumi => false,
        Format::Serverless => matches!(own.natural, Some(Natural::Region | Natural::Account)),
        _ => own.natural.is_some(),
    };
    if known {
        return None;
    }
    let how = match format {
        Format::Terraform => FillIn::Variable(own.name.clone()),
        Format::AwsCli | Format::TestEventPattern => FillIn::Environment(own.capitals()),
        Format::Boto3 | Format::CdkTypescript | Format::CdkPython => {
            FillIn::EnvironmentOrFile(own.capitals())
        }
        Format::Pulumi => FillIn::Configuration(own.config_key()),
        Format::Serverless => FillIn::ServerlessParameter(own.name.clone()),
        // Their parameters are named once the names of all resources are known.
        Format::CloudFormationYaml
        | Format::CloudFormationJson
        | Format::Sam
        | Format::LambdaFilter
        | Format::PipesFilter
        | Format::SnsFilter
        | Format::RuleJson => return None,
    };
    Some(own.filled_in(how))
}

/// The references to another language than that of the text a rule is written back into.
pub fn foreign(subject: &Subject<'_>, own: ReferenceLanguage) -> Vec<Loss> {
    let used =
        rulepad_rule::reference::used_in(subject.references, subject.rule, subject.pattern, subject.targets);
    used.into_iter()
        .filter(|used| used.language != own)
        .map(|used| Loss::ReferenceOfOtherLanguage(ShownReference::new(used)))
        .collect()
}

/// The references that a format has no means for: they are written as they are shown.
pub(super) fn not_carried(subject: &Subject<'_>) -> Vec<Loss> {
    let used =
        rulepad_rule::reference::used_in(subject.references, subject.rule, subject.pattern, subject.targets);
    used.into_iter().map(|used| Loss::ReferenceInRequest(ShownReference::new(used))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(shown: &str, language: ReferenceLanguage, source: &str) -> Reference {
        Reference { shown: shown.to_owned(), language, source: source.to_owned(), value: ReferenceValue::Any }
    }

    #[test]
    fn names_are_plain_unique_and_free() {
        use ReferenceLanguage::{CloudFormation, Pulumi, Serverless, Terraform};
        let all = [
            ("${Topic.TopicName}", CloudFormation, "topic_topic_name"),
            ("${Fn::ImportValue:shared-topic}", CloudFormation, "import_value_shared_topic"),
            ("${Path}", CloudFormation, "path_value"),
            ("${AWS::Region}", CloudFormation, "aws_region"),
            ("${AWS::StackName}", CloudFormation, "aws_stack_name_value"),
            ("${var.queue_arn}", Terraform, "queue_arn"),
            ("${local.queueArn}", Terraform, "queue_arn_2"),
            ("${aws_sns_topic.a.arn}", Terraform, "sns_topic_a_arn"),
            ("${self:custom.topic, 'x'}", Serverless, "custom_topic"),
            ("${2nd}", Pulumi, "value_2nd"),
            ("${한}", Pulumi, "value"),
        ];
        let source = |shown: &str| format!("{{\"Ref\":\"{}\"}}", shown.trim_matches(['$', '{', '}']));
        let references: Vec<Reference> =
            all.iter().map(|(shown, language, _)| reference(shown, *language, &source(shown))).collect();
        let names: Vec<String> = named(&references).into_iter().map(|own| own.name).collect();
        assert_eq!(names, all.map(|(_, _, name)| name));
    }

    #[test]
    fn what_every_deployment_has_is_known_in_each_language() {
        use ReferenceLanguage::{CloudFormation, Serverless, Terraform};
        for (language, source, natural) in [
            (CloudFormation, r#"{"Ref":"AWS::AccountId"}"#, Some(Natural::Account)),
            (CloudFormation, r#"{"Ref":"AWS::StackName"}"#, None),
            (Terraform, "data.aws_region.here.name", Some(Natural::Region)),
            (Terraform, "data.aws_region.here.description", None),
            (Serverless, "${aws:accountId}", Some(Natural::Account)),
        ] {
            assert_eq!(super::natural(&reference("${x}", language, source)), natural, "{source}");
        }
    }
}
