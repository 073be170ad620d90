//! Which format a text is in.

use super::notes::ImportNotes;
use super::other::OtherFormat;
use super::{
    Files, Imported, documents, fragment, get_template, join, markdown, other, program, pulumi, requests,
    serverless, shell, template, terraform,
};
use crate::code::Code;
use crate::{Diagnostic, diagnostics};
use rulepad_cloudformation::Template;
use rulepad_document::json::Node;
use rulepad_document::{Lang, Role, notation, yaml};
use serde::{Deserialize, Serialize};

/// What an imported text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Requests of `PutRule` and `PutTargets`.
    Requests,
    /// The answer of `DescribeRule`.
    DescribeRule,
    /// The answer of `ListRules`.
    ListRules,
    /// The answer of `ListTargetsByRule`.
    ListTargets,
    /// Several answers, or answers and requests.
    Answers,
    /// An event pattern without a rule.
    Pattern,
    /// A CloudFormation template.
    CloudFormation,
    /// A SAM template.
    Sam,
    /// Terraform.
    Terraform,
    /// A service of the Serverless Framework.
    Serverless,
    /// A program of Pulumi in YAML.
    PulumiYaml,
    /// A stack or a preview of Pulumi.
    PulumiStack,
    /// A shell script that calls the AWS CLI.
    Script,
    /// Calls of an SDK of AWS in a program.
    Sdk,
    /// Markdown with rules in its blocks of code.
    Markdown,
    /// Something that is known and not read.
    Other,
    /// Records of CloudTrail.
    CloudTrail,
    /// Items of AWS Config.
    Config,
    /// An answer of Cloud Control.
    CloudControl,
    /// Answers with event source mappings.
    EventSourceMapping,
    /// Answers with pipes.
    Pipe,
    /// Answers with archives.
    Archive,
    /// Answers with subscriptions.
    Subscription,
    /// An answer that has names of rules only.
    RuleNames,
    /// A plan of Terraform, printed or as JSON.
    TerraformPlan,
    /// A state of Terraform.
    TerraformState,
}

impl Form {
    /// The name a person reads.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::form(self),
            Lang::Ko(_) => crate::words_ko::form(self),
        }
    }
}

/// Reads a text as what only one format has shows; `None` where it is of no format that is known.
pub(super) fn read(text: &str, files: &Files<'_>) -> Option<Imported> {
    markdown::read(text, files).or_else(|| read_code(text, files))
}

/// The same of a text that is no prose around other texts.
pub(super) fn read_code(text: &str, files: &Files<'_>) -> Option<Imported> {
    let is_script = shell::looks_like(text);
    if is_script && text.trim_start().starts_with("#!") {
        return Some(shell::read(text, files));
    }
    if let Some(other) = other::recognise(text) {
        // A program may make the calls by itself.
        let read =
            program::looks_like(text).then(|| program::read(text)).filter(|read| !read.rules.is_empty());
        return Some(read.unwrap_or_else(|| other::named(text, other)));
    }
    if let Some(inner) = notation::unescaped(text) {
        let mut read = read(&inner, files)?;
        read.diagnostics.push(diagnostics::escaped(text));
        read.rules.iter_mut().for_each(|rule| rule.raw_pattern = None);
        return Some(read);
    }
    if program::looks_like(text) && !is_script && !text.trim_start().starts_with(['{', '[']) {
        let read = program::read(text);
        if !read.rules.is_empty() {
            return Some(read);
        }
    }
    let template = template::read(text).filter(|read| !is_script || !read.rules.is_empty());
    if template.is_some() {
        return template;
    }
    // A comment of Terraform starts as one of JSON does.
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if !is_script && !start.starts_with(['{', '[', '"']) && terraform::looks_like(text) {
        return Some(terraform::read(text, files));
    }
    let mut found = Vec::new();
    let documents = documents::read(text, &mut found);
    if let Some(first) = documents.first() {
        if is_delivered(first) {
            return Some(other::named(text, OtherFormat::Event));
        }
        let only = if documents.len() == 1 { terraform::read_json(text, first, files) } else { None };
        let read = only
            .or_else(|| get_template::read(first, text))
            .or_else(|| pulumi::read(first))
            .or_else(|| serverless::read(first, files))
            .or_else(|| of_json(&documents))
            .or_else(|| of_fragment(first, text));
        if let Some(mut read) = read {
            found.append(&mut read.diagnostics);
            return Some(Imported { diagnostics: found, ..read });
        }
        if is_event(first) {
            return Some(other::named(text, OtherFormat::Event));
        }
        // A member without the braces around it, `"Rule": {…}`, is YAML.
        first.as_str()?;
    }
    let is_terraform = terraform::looks_like(text);
    if is_script && !is_terraform {
        return Some(shell::read(text, files));
    }
    if is_terraform {
        return Some(terraform::read(text, files));
    }
    of_yaml(text, files)
        .or_else(|| unread_calls(text))
        .or_else(|| Some(other::named(text, other::remaining(text)?)))
}

/// A program whose calls cannot be read, with the reason at each call.
fn unread_calls(text: &str) -> Option<Imported> {
    let read = program::looks_like(text).then(|| program::read(text))?;
    let is_call = |found: &Diagnostic| found.is(Code::Call) || found.is(Code::CallsBudget);
    read.diagnostics.iter().any(is_call).then_some(read)
}

/// Whether a value is an event as a bus delivers it, or a record of a queue. In a pattern these members are lists, and
/// one that lacks the brackets names neither its id nor its time.
fn is_delivered(root: &Node) -> bool {
    (is_event(root) && ["id", "time"].iter().any(|name| is_text(root, name)))
        || ["messageId", "receiptHandle", "body"].iter().all(|name| is_text(root, name))
}

/// Whether a value looks like an event of a bus; one that can be read as a pattern may still be one.
fn is_event(root: &Node) -> bool {
    ["source", "detail-type"].iter().all(|name| is_text(root, name))
}

fn is_text(root: &Node, name: &str) -> bool {
    root.get(name).is_some_and(|own| own.as_str().is_some())
}

/// The rules in a YAML text that is no template: the framework it is of, an answer, a part of a template.
fn of_yaml(text: &str, files: &Files<'_>) -> Option<Imported> {
    let yaml = yaml::read(text, Role::Import);
    let Some(root) = yaml.root else {
        // The first line has often lost its indentation when a part was copied.
        let (inner, shift) = fragment::indented(text)?;
        let mut read = of_yaml(&inner, files)?;
        documents::shift(&mut read, shift);
        return Some(read);
    };
    let mut read = serverless::read(&root, files)
        .or_else(|| pulumi::read(&root))
        .or_else(|| get_template::read(&root, text))
        .or_else(|| of_json(std::slice::from_ref(&root)))
        .or_else(|| of_fragment(&root, text))?;
    read.diagnostics.extend(yaml.diagnostics.into_iter().map(|found| found.lift()));
    Some(read)
}

/// The rules of a part of a template.
fn of_fragment(root: &Node, text: &str) -> Option<Imported> {
    let template = Template::of(fragment::whole(root)?);
    Some(template::read_template(&template, text, false))
}

/// The rules in JSON texts that follow one another, or in one that was read from another notation.
fn of_json(documents: &[Node]) -> Option<Imported> {
    let mut notes = ImportNotes::default();
    let (mut form, mut parts) = (None, Vec::new());
    for document in documents {
        let Some((own, more)) = requests::read(document, &mut notes) else { continue };
        form = match form {
            None => Some(own),
            Some(before) if before == own => Some(own),
            Some(_) => Some(Form::Answers),
        };
        parts.extend(more);
    }
    let form = form?;
    Some(Imported { form: Some(form), rules: join::rules(parts), diagnostics: notes.diagnostics })
}
