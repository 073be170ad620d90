//! Terraform: rules and targets in configurations, plans and states.

mod drafted;
mod filters;
mod pattern;
mod plan_text;
mod read;
mod resource;
mod sites;
mod state;
mod words_of_plan;

pub use sites::Sites;

use crate::code::Code;
use crate::message::{Message, Note, RuleLabel};
use crate::{Diagnostic, Form, FoundRule, Imported, diagnostics};
use drafted::Drafted;
use read::ConfigurationReader;
use rulepad_document::files::{Files, normal};
use rulepad_document::json::Node;
use rulepad_document::{Severity, Span};
use rulepad_rule::Reference;
use rulepad_terraform::Reports;
use rulepad_terraform::configuration::{Module, Parsed, Source};
use rulepad_terraform::evaluate::{Env, Evaluator};
use rulepad_terraform::gathered::{Gathered, faults, is_called, variables};
use rulepad_terraform::resources::ROLE;
use rulepad_terraform::value::SourcePlace;
use rulepad_terraform::{json, syntax};
use std::rc::Rc;

/// A schedule of EventBridge Scheduler.
const SCHEDULE: &str = "aws_scheduler_schedule";

/// What an export makes again.
const MADE: [&str; 6] = [
    ROLE,
    "aws_iam_role_policy",
    "aws_lambda_permission",
    "aws_sns_topic_policy",
    "aws_sqs_queue_policy",
    "aws_cloudwatch_log_resource_policy",
];

/// Whether a text looks like Terraform that is about rules.
pub(super) fn looks_like(text: &str) -> bool {
    if plan_text::looks_like(text) {
        return true;
    }
    let mut within = false;
    text.trim_start_matches('\u{feff}').lines().map(str::trim_start).any(|line| {
        // A comment is no code.
        let line = match (within, line.find("*/")) {
            (true, None) => return false,
            (true, Some(end)) => line.get(end + 2..).unwrap_or("").trim_start(),
            (false, _) => line,
        };
        within = line.starts_with("/*") && !line.contains("*/");
        if within || line.starts_with(['#']) || line.starts_with("//") {
            return false;
        }
        let mut words = line.split([' ', '\t', '=', '{']).filter(|word| !word.is_empty());
        match (words.next(), words.next()) {
            (Some("resource" | "data"), Some(kind)) => kind.starts_with("\"aws_"),
            (Some("module" | "variable" | "provider"), Some(name)) => {
                name.starts_with('"') && line.contains('{')
            }
            (Some("locals" | "terraform"), None) => line.contains('{'),
            (Some("event_pattern"), _) => line.contains('='),
            _ => false,
        }
    })
}

/// The rules of a JSON text, where it is a configuration, a plan or a state.
pub(super) fn read_json(text: &str, root: &Node, files: &Files<'_>) -> Option<Imported> {
    if let Some(form) = state::form(root) {
        let evaluator = Evaluator::new(*files, &[], vec![Source { text: text.into(), parent: None }]);
        let reports = Reports::default();
        let mut reader = ConfigurationReader::new(&evaluator, &reports, 0);
        state::read(&mut reader, root);
        let (rules, diagnostics) = reader.finish();
        return Some(not_written_back(
            imported(form, text, rules, diagnostics, (evaluator, reports)),
            root.span,
        ));
    }
    json::is_configuration(root).then(|| {
        let mut gathered = Gathered::default();
        gathered.sources.push(Source { text: text.into(), parent: None });
        let folder = normal(files.folder());
        gathered.parsed.push(Parsed { folder: folder.clone(), body: json::body(root, 0) });
        not_written_back(configuration(text, files, &folder, false, gathered), root.span)
    })
}

/// Reports that the text keeps its rules as they are: an export to Terraform is a new file.
fn not_written_back(mut read: Imported, span: Span) -> Imported {
    if !read.rules.is_empty() {
        read.diagnostics
            .push(diagnostics::new_file(Span::at(span.start as usize), read.form.unwrap_or(Form::Terraform)));
    }
    read
}

/// The rules of what `terraform plan` prints.
fn read_plan(text: &str, files: &Files<'_>) -> Imported {
    let printed = plan_text::printed(text);
    let evaluator =
        Evaluator::new(*files, &[], vec![Source { text: printed.text.as_str().into(), parent: None }]);
    let reports = Reports::default();
    let mut reader = ConfigurationReader::new(&evaluator, &reports, 0);
    let (body, found) = syntax::parse(&printed.text, 0);
    plan_text::read(&mut reader, &evaluator, &body, &printed);
    let (rules, mut diagnostics) = reader.finish();
    diagnostics.extend(faults(text, found).into_iter().map(|own| own.lift()));
    not_written_back(
        imported(Form::TerraformPlan, text, rules, diagnostics, (evaluator, reports)),
        Span::at(0),
    )
}

/// What was read, with everything that was found on the way.
fn imported(
    form: Form,
    text: &str,
    rules: Vec<FoundRule>,
    mut diagnostics: Vec<Diagnostic>,
    (evaluator, reports): (Evaluator<'_>, Reports<Message>),
) -> Imported {
    let found = evaluator.into_found().into_iter().map(|(source, own)| (source, own.lift()));
    let found = found.chain(reports.into_found());
    diagnostics.extend(found.filter(|(source, _)| *source == 0).map(|(_, own)| own));
    diagnostics.sort_by_key(|found| (found.span().start, found.span().end));
    let read_elsewhere = diagnostics.iter().any(|found| found.is(Code::ThroughModule));
    let only_notes = diagnostics.iter().all(|found| found.severity == Severity::Note);
    if rules.is_empty() && only_notes && !read_elsewhere {
        diagnostics.push(diagnostics::no_rule(text));
    }
    Imported { form: Some(form), rules, diagnostics }
}

/// The rules of a file, with what other files around it define.
#[must_use]
pub fn read(text: &str, files: &Files<'_>) -> Imported {
    if plan_text::looks_like(text) {
        return read_plan(text, files);
    }
    let folder = normal(files.folder());
    let mut gathered = Gathered::default();
    gathered.add(text, &folder);
    let read = configuration(text, files, &folder, true, gathered);
    if files.all().len() < 2 { read } else { writable_alone(read, text) }
}

/// The same without the origin of rules that the text alone does not give: a rule is written back into one text.
fn writable_alone(mut read: Imported, text: &str) -> Imported {
    let alone = self::read(text, &Files::default());
    for own in read.rules.iter_mut().filter(|own| own.origin.is_some()) {
        let same = alone.rules.iter().any(|other| {
            other.address == own.address
                && (&other.rule, &other.pattern, &other.targets) == (&own.rule, &own.pattern, &own.targets)
        });
        if !same {
            own.origin = None;
            own.notes.push(Note::UsesOtherFiles);
        }
    }
    read
}

/// Reads a text alone, and hands everything with its places to `look`.
pub fn alone<R>(
    text: &str,
    look: impl for<'t> FnOnce(&Evaluator<'t>, &Rc<Module<'t>>, &'t syntax::Body, Sites) -> Option<R>,
) -> Option<R> {
    let files = Files::default();
    let mut gathered = Gathered::default();
    gathered.add(text, "");
    gathered.around(text, &files, "");
    let Gathered { parsed, sources, .. } = gathered;
    let evaluator = Evaluator::new(files, &parsed, sources);
    let root = Rc::new(Module::of(parsed.iter().filter(|own| own.folder.is_empty()), 0, "", ""));
    evaluator.modules.borrow_mut().push(root.clone());
    let reports = Reports::default();
    let mut reader = ConfigurationReader::new(&evaluator, &reports, 0);
    reader.module(&root, true);
    let (sites, _) = reader.sites();
    look(&evaluator, &root, &parsed.first()?.body, sites)
}

/// A resource of a configuration, its values worked out.
#[derive(Clone, Debug)]
pub struct FoundResource {
    /// Its type, such as `aws_sns_topic`.
    pub kind: String,
    /// Its address.
    pub address: String,
    /// Its attributes in the spelling of Terraform, an object with places in the text.
    pub attributes: Node,
    /// The values in them that are known only at deploy time.
    pub references: Vec<Reference>,
}

/// The resources of these types in a file, with what other files around it define, and what of them is not known.
#[must_use]
pub fn resources(text: &str, files: &Files<'_>, kinds: &[&str]) -> (Vec<FoundResource>, Vec<Diagnostic>) {
    let folder = normal(files.folder());
    let mut gathered = Gathered::default();
    gathered.add(text, &folder);
    gathered.around(text, files, &folder);
    let Gathered { parsed, sources, faults, .. } = gathered;
    let mut evaluator = Evaluator::new(*files, &parsed, sources);
    let root = Rc::new(Module::of(parsed.iter().filter(|own| own.folder == folder), 0, "", &folder));
    evaluator.modules.borrow_mut().push(root.clone());
    evaluator.given = variables(&evaluator, &root, files, &folder);
    let reports = Reports::default();
    let mut reader = ConfigurationReader::new(&evaluator, &reports, 0);
    let found = reader.resources(&root, kinds);
    let (_, mut diagnostics) = reader.finish();
    diagnostics.extend(faults.iter().filter(|(source, _)| *source == 0).map(|(_, own)| own.clone().lift()));
    let read = imported(Form::Terraform, text, vec![FoundRule::default()], diagnostics, (evaluator, reports));
    (found, read.diagnostics)
}

/// The rules of the first of the files of a configuration.
fn configuration(
    text: &str,
    files: &Files<'_>,
    folder: &str,
    is_native: bool,
    mut gathered: Gathered,
) -> Imported {
    gathered.around(text, files, folder);
    let Gathered { parsed, sources, faults, .. } = gathered;
    let mut evaluator = Evaluator::new(*files, &parsed, sources);
    let called = is_called(files, folder);
    let root = Rc::new(Module::of(parsed.iter().filter(|own| own.folder == folder), 0, "", folder));
    evaluator.modules.borrow_mut().push(root.clone());
    evaluator.given = variables(&evaluator, &root, files, folder);
    let reports = Reports::default();
    let mut reader = ConfigurationReader::new(&evaluator, &reports, 0);
    reader.writable = is_native.then(|| text.into());
    if let Some(by) = &called {
        let place = SourcePlace::new(0, rulepad_document::Span::new(0, text.len()));
        reader.report(place, |span| diagnostics::through_module(span, by));
    } else {
        reader.module(&root, true);
    }
    let fragment = parsed.first().and_then(|own| own.body.attribute("event_pattern"));
    if let Some(attribute) = fragment {
        let env = Env::of(&root, 0);
        let value = evaluator.attribute(&env, attribute);
        let mut drafted = Drafted::new(&evaluator, &reports);
        let mut notes = Vec::new();
        let key = SourcePlace::new(0, attribute.name_span);
        let read = pattern::pattern(&mut drafted, &value, key, &mut notes);
        reader.rules.push(FoundRule {
            label: RuleLabel::Pattern,
            pattern: Some(read.text),
            raw_pattern: read.raw,
            references: drafted.references,
            notes,
            ..FoundRule::default()
        });
    }
    let (rules, mut diagnostics) = reader.finish();
    diagnostics.extend(faults.iter().filter(|(source, _)| *source == 0).map(|(_, own)| own.clone().lift()));
    imported(Form::Terraform, text, rules, diagnostics, (evaluator, reports))
}

#[cfg(test)]
mod tests;
