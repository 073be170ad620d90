//! What stands in the way of reading a text that holds rules, and what could not be taken from it.

use crate::Form;
use crate::changes::Change;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};
use rulepad_rule::State;

fn error(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, role, span, message)
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, message)
}

/// What is said of a text that has no rule in it.
const ABSENCES: [&str; 8] = [
    "import.unknown",
    "import.no-rule",
    "import.no-rule-in",
    "import.template-without-rules",
    "import.service-without-rules",
    "import.script",
    "import.trail-other",
    "import.other-without-rules",
];

/// Whether a diagnostic says that a text has no rule, and nothing else: among the files of a folder, that is no
/// problem.
#[must_use]
pub fn is_absence(found: &Diagnostic) -> bool {
    ABSENCES.contains(&found.code.as_ref())
}

pub(crate) fn import_unknown(text: &str) -> Diagnostic {
    error("import.unknown", Role::Import, whole(text), "this text is of no format that Rulepad reads").advice(
        "paste a CloudFormation or SAM template, Terraform, an answer of `aws events describe-rule`, `list-rules` or \
         `list-targets-by-rule`, requests of PutRule and PutTargets, an event pattern, or a file that Rulepad saved",
    )
}

pub(crate) fn import_too_long(text: &str, most: usize) -> Diagnostic {
    let message = format!("the text has {} bytes; {most} are read", text.len());
    error("import.too-long", Role::Import, whole(text), message).advice("paste the part that holds the rule")
}

/// A value of the wrong kind. It is left out.
pub(crate) fn import_type(span: Span, name: &str, wanted: &str, seen: &str) -> Diagnostic {
    let message = format!("`{name}` is {wanted}, and this is {seen}");
    error("import.type", Role::Import, span, message).advice(format!("without {wanted} it is left out"))
}

/// A member that AWS does not know; `meant` is the one that it probably is, and how the text spells it.
pub(crate) fn import_member(key: Span, name: &str, of: &str, meant: Option<(&str, String)>) -> Diagnostic {
    let found = warning("import.member", key, format!("{of} has no `{name}`; it is left out"));
    match meant {
        Some((meant, text)) => found.fix(format!("write `{meant}`"), vec![Edit { span: key, text }]),
        None => found.advice("check how it is spelt"),
    }
}

pub(crate) fn import_state(span: Span, state: &str, meant: Option<&'static str>) -> Diagnostic {
    let found =
        warning("import.state", span, format!("AWS knows no state `{state}`; the rule is read as enabled"));
    match meant {
        Some(meant) => {
            let edit = Edit { span, text: rulepad_document::json::quote(meant) };
            found.fix(format!("write `{meant}`"), vec![edit])
        }
        None => found.advice("write `ENABLED` or `DISABLED`"),
    }
}

/// A state that only the template or the configuration knows; `source` is what it is there.
pub(crate) fn import_state_unknown(span: Span, source: &str) -> Diagnostic {
    let message = format!("whether the rule is enabled is not known here: it is `{}`", shown(source));
    warning("import.state-unknown", span, message)
        .advice("the rule is read as enabled; choose its state yourself")
}

/// `NextToken` of an answer.
pub(crate) fn import_more(span: Span) -> Diagnostic {
    warning("import.more", span, "the answer goes on: `NextToken` says that there is more").advice(
        "call again with `--next-token`, and paste the answers one after another or the whole list at once",
    )
}

/// More than one input option, of which AWS takes one.
pub(crate) fn import_inputs(span: Span, id: &str, kept: &str, left: &str) -> Diagnostic {
    let message = format!("target `{id}` has `{kept}` and `{left}`; AWS takes one input option");
    warning("import.inputs", span, message).advice(format!("`{kept}` is kept, `{left}` left out"))
}

pub(crate) fn import_rest(span: Span) -> Diagnostic {
    warning("import.rest", span, "what follows is not JSON and is not read")
        .advice("paste one JSON text after another, with nothing between them")
}

pub(crate) fn import_no_rule(text: &str) -> Diagnostic {
    error("import.no-rule", Role::Import, whole(text), "no rule with an event pattern stands in the text")
        .advice("paste the part with the rule, such as the `aws_cloudwatch_event_rule`")
}

fn shown(source: &str) -> String {
    const LONGEST: usize = 60;
    let shown: String = source.chars().take(LONGEST).collect();
    if shown.len() < source.len() { format!("{shown}…") } else { shown }
}

/// An expression whose value is known only at deploy time.
pub(crate) fn import_reference(span: Span, source: &str) -> Diagnostic {
    let message = format!("the text does not say what `{}` is; it is kept as a reference", shown(source));
    Diagnostic::new("import.reference", Severity::Note, Role::Import, span, message)
}

/// An expression at which Terraform itself would stop.
pub(crate) fn import_refused(span: Span, source: &str) -> Diagnostic {
    let message = format!("`{}` has no value that Terraform would accept here", shown(source));
    warning("import.refused", span, message).advice("check the names and types in it")
}

/// A part of an event pattern that cannot be left as a reference.
pub(crate) fn import_pattern_field(span: Span, field: &str) -> Diagnostic {
    let message = format!("`{}` of the event pattern is not known here; the field is left out", shown(field));
    warning("import.pattern-field", span, message)
        .advice("the pattern matches more than the rule does; replace the expression by its value")
}

/// A field of an event pattern whose whole list is one expression.
pub(crate) fn import_pattern_list(span: Span, field: &str, source: &str) -> Diagnostic {
    let message = format!(
        "the values of `{}` are not known here: `{}` is shown as the only one",
        shown(field),
        shown(source)
    );
    Diagnostic::new("import.pattern-list", Severity::Note, Role::Import, span, message)
        .advice("a rule in another format has it as one value; write the values to match events with them")
}

/// An object that is not known, for which its expression is shown as a text.
pub(crate) fn import_object_unknown(span: Span, source: &str) -> Diagnostic {
    let message = format!("the object `{}` is not known here; a text is shown in its place", shown(source));
    warning("import.object-unknown", span, message).advice("write the object that it is")
}

/// A key of an object that is not known.
/// Tags of which nothing is known.
pub(crate) fn import_tags(span: Span, source: &str) -> Diagnostic {
    warning("import.tags", span, format!("the tags are not known here: they are `{}`", shown(source)))
        .advice("they are left out; add the file that defines them")
}

/// A resource that is made only under a condition that is not known.
/// An expression that would take too much work.
/// More resources than are read.
/// `count` or `for_each` of which nothing is known.
/// A resource that is made only where a variable has another value than its default.
/// A module elsewhere than in the files.
pub(crate) fn import_module(span: Span, name: &str, source: &str) -> Diagnostic {
    let of = if source.is_empty() { String::new() } else { format!(" (`{}`)", shown(source)) };
    warning("import.module", span, format!("the module `{name}`{of} is not read"))
        .advice("import the files of the module that hold its rules")
}

/// A module in a folder that was not given.
pub(crate) fn import_module_folder(span: Span, name: &str, folder: &str) -> Diagnostic {
    let message = format!("the files of the module `{name}` in `{}` were not given", shown(folder));
    warning("import.module", span, message).advice("import its files together with this one")
}

pub(crate) const IMPORT_THROUGH_MODULE: &str = "import.through-module";

/// A file of a module that another file calls.
pub(crate) fn import_through_module(span: Span, by: &str) -> Diagnostic {
    let message =
        format!("this file is part of a module that `{}` calls; its rules are listed there", shown(by));
    Diagnostic::new(IMPORT_THROUGH_MODULE, Severity::Note, Role::Import, span, message)
}

/// A part of a printed plan that shows only what changes.
pub(crate) fn import_hidden(span: Span) -> Diagnostic {
    warning("import.hidden", span, "the plan hides what does not change here: the rule is not whole")
        .advice("import the output of `terraform show -json`, or the configuration")
}

/// A resource that a plan removes.
pub(crate) fn import_destroyed(span: Span, address: &str) -> Diagnostic {
    let message = format!("`{}` will be destroyed; it is left out", shown(address));
    Diagnostic::new("import.destroyed", Severity::Note, Role::Import, span, message)
}

/// What was not read because of an error in it.
/// `jsonencode` around an input template.
pub(crate) fn import_encoded(span: Span) -> Diagnostic {
    warning(
        "import.encoded",
        span,
        "`jsonencode` writes `<` and `>` as `\\u003c` and `\\u003e`: EventBridge finds no placeholder in it",
    )
    .advice("write the template as a heredoc, `<<EOT`")
}

/// Other resources of a file.
pub(crate) fn import_left(span: Span, left: &[String]) -> Diagnostic {
    const SHOWN: usize = 3;
    let names: Vec<String> = left.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let more = match left.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!("what is no part of the rule is left out: {}{more}", names.join(", "));
    Diagnostic::new("import.left-out", Severity::Note, Role::Import, span, message)
}

/// A mapping, subscription, pipe or archive that lets everything pass.
pub(crate) fn import_no_filter(span: Span, label: &str, what: &str, everything: &str) -> Diagnostic {
    let message = format!("the {what} `{label}` has no filter: {everything} passes");
    Diagnostic::new("import.no-filter", Severity::Note, Role::Import, span, message)
}

pub(crate) fn import_filters_missing(span: Span) -> Diagnostic {
    warning("import.filters-missing", span, "`FilterCriteria` has no `Filters`")
        .advice("write `Filters` with a list of objects that have a `Pattern`")
}

/// `{}` among the filters.
pub(crate) fn import_filter_empty(span: Span) -> Diagnostic {
    warning("import.filter-empty", span, "this filter has no `Pattern`; it is skipped")
        .advice("write `Pattern` with the pattern as a JSON string")
}

/// A pattern as an object where AWS takes a string.
pub(crate) fn import_filter_object(span: Span) -> Diagnostic {
    warning("import.filter-object", span, "`Pattern` of a filter must be a string, and this is an object")
        .advice("write the pattern as a JSON string; it is read as one")
}

/// A pattern instead of an object with `Pattern`.
pub(crate) fn import_filter_bare(span: Span) -> Diagnostic {
    warning(
        "import.filter-bare",
        span,
        "this filter has no `Pattern`: the pattern is written directly in the list",
    )
    .advice("write `Pattern` with the pattern as a JSON string; it is read as one")
}

pub(crate) fn import_scope(span: Span, scope: &str) -> Diagnostic {
    let message =
        format!("`FilterPolicyScope` is `MessageAttributes` or `MessageBody`, and this is `{scope}`");
    warning("import.scope", span, message)
        .advice("it is read as a policy on the attributes, which is the default")
}

/// A filter policy where CloudFormation has none.
pub(crate) fn import_topic_filter(span: Span) -> Diagnostic {
    let message = "`Subscription` of a topic takes `Endpoint` and `Protocol` only: CloudFormation refuses a `FilterPolicy` here";
    warning("import.topic-filter", span, message)
        .advice("write the subscription as an `AWS::SNS::Subscription`")
}

/// A schedule of another service.
pub(crate) fn import_scheduler(span: Span, label: &str) -> Diagnostic {
    let message = format!("`{label}` is a schedule of EventBridge Scheduler, not a rule; it is skipped");
    warning("import.scheduler", span, message).advice(
        "EventBridge Scheduler has its own schedules, which no event bus and no event pattern take part in",
    )
}

/// An event of a function that has no event pattern.
pub(crate) fn import_event_source(span: Span, label: &str, kind: &str) -> Diagnostic {
    let message = format!("`{label}` is an event source of type `{kind}`, which has no event pattern");
    Diagnostic::new("import.event-source", Severity::Note, Role::Import, span, message)
}

pub(crate) fn import_nested(span: Span, label: &str, kind: &str) -> Diagnostic {
    let message = format!("`{label}` is an `{kind}`: its template is not followed");
    warning("import.nested", span, message).advice("import that template as well, if it has rules")
}

/// A rule with nothing that it reacts to.
pub(crate) fn import_no_pattern(span: Span, label: &str) -> Diagnostic {
    let message = format!("the rule `{label}` has neither an `EventPattern` nor a `ScheduleExpression`");
    error("import.no-pattern", Role::Import, span, message)
        .aws("Parameter(s) EventPattern or ScheduleExpression must be specified.", 0)
        .advice("add an `EventPattern` or a `ScheduleExpression`")
}

/// A pattern that is only a variable or a function.
pub(crate) fn import_pattern_unknown(span: Span, shown: &str) -> Diagnostic {
    let message = format!("the event pattern is `{shown}`, whose value is not known here");
    warning("import.pattern-unknown", span, message)
        .advice("import the file that has its value as well, or paste the pattern")
}

/// `file://` without the file.
pub(crate) fn import_file_missing(span: Span, path: &str) -> Diagnostic {
    let message = format!("the value is in the file `{path}`, which is not here");
    warning("import.file-missing", span, message).advice(format!("import `{path}` together with this file"))
}

/// A value of an option that is neither JSON nor the shorthand.
pub(crate) fn import_argument(span: Span, option: &str) -> Diagnostic {
    let message =
        format!("the value of `{option}` is neither JSON nor the shorthand of the AWS CLI; it is skipped");
    warning("import.argument", span, message).advice("check its quotes, or write it as JSON in single quotes")
}

/// JSON within the shorthand.
pub(crate) fn import_shorthand(span: Span) -> Diagnostic {
    let message = "the shorthand of the AWS CLI takes no JSON object as a value: the call fails";
    warning("import.shorthand", span, message)
        .advice("write the whole value as JSON, or the object as a string with escaped quotes; it is read as a string")
}

/// A call that sends events.
pub(crate) fn import_sends(span: Span) -> Diagnostic {
    let message = "this call sends events or messages, which are no rule";
    Diagnostic::new("import.sends", Severity::Note, Role::Import, span, message)
        .advice("paste them as the event to try a rule on")
}

/// What a call does to a rule.
fn does(change: Change, rule: &str) -> String {
    let rule = shown(rule);
    match change {
        Change::Switch(State::Disabled) => format!("disables the rule `{rule}`"),
        Change::Switch(_) => format!("enables the rule `{rule}`"),
        Change::Delete => format!("deletes the rule `{rule}`"),
        Change::RemoveTargets => format!("removes targets of the rule `{rule}`"),
    }
}

/// A call that changes a rule of another text.
pub(crate) fn import_change_elsewhere(span: Span, change: Change, rule: &str) -> Diagnostic {
    let message =
        format!("this call {}; no call before it makes that rule, so nothing changes", does(change, rule));
    Diagnostic::new("import.change-elsewhere", Severity::Note, Role::Import, span, message)
}

/// A call in a function, or under a condition.
pub(crate) fn import_change_perhaps(span: Span, change: Change, rule: &str) -> Diagnostic {
    let message = format!(
        "this call {}; whether it is made is not known here, so it changes nothing",
        does(change, rule)
    );
    Diagnostic::new("import.change-perhaps", Severity::Note, Role::Import, span, message)
}

/// A rule that the text makes and deletes.
pub(crate) fn import_deleted(span: Span, rule: &str) -> Diagnostic {
    let message = format!("this call {}, which is listed as it was before", does(Change::Delete, rule));
    warning("import.deleted", span, message).advice("leave the call out if the rule is to stay")
}

pub(crate) fn import_targets_removed(span: Span, rule: &str, ids: &[String]) -> Diagnostic {
    let ids: Vec<String> = ids.iter().map(|id| format!("`{}`", shown(id))).collect();
    let which = if ids.is_empty() { "not known here".to_owned() } else { ids.join(", ") };
    let message = format!("this call {}: {which}", does(Change::RemoveTargets, rule));
    if ids.is_empty() {
        return warning("import.targets-removed", span, message).advice("all targets are listed");
    }
    Diagnostic::new("import.targets-removed", Severity::Note, Role::Import, span, message)
}

/// A call that deploys a template.
pub(crate) fn import_deploys(span: Span) -> Diagnostic {
    let message = "this call deploys a template, which has the rules";
    Diagnostic::new("import.deploys", Severity::Note, Role::Import, span, message)
        .advice("import the template")
}

pub(crate) fn import_script(span: Span) -> Diagnostic {
    error("import.script", Role::Import, span, "no call of the script makes a rule or a filter").advice(
        "`put-rule`, `put-targets`, `test-event-pattern`, `create-archive`, `create-pipe`, `create-event-source-mapping`, \
         `subscribe` and `set-subscription-attributes` are read",
    )
}

/// An answer with names and nothing else.
pub(crate) fn import_names_only(span: Span, list: &str, call: &str) -> Diagnostic {
    let message = format!("`{list}` has names only, no event pattern");
    error("import.names-only", Role::Import, span, message).advice(format!("paste the answer of `{call}`"))
}

/// A record of CloudTrail about something else.
pub(crate) fn import_trail_other(span: Span, name: &str) -> Diagnostic {
    let message = format!("this is a record of `{name}`, which makes no rule");
    error("import.trail-other", Role::Import, span, message).advice(
        "records of `PutRule` and `PutTargets` are read; to try a pattern on this one, paste it as the event",
    )
}

pub(crate) fn import_trail_failed(span: Span, code: &str) -> Diagnostic {
    let message = format!("AWS refused this call with `{code}`: nothing was made");
    warning("import.trail-failed", span, message).advice("the request is read as it is")
}

pub(crate) fn import_trail_hidden(span: Span) -> Diagnostic {
    warning("import.trail-hidden", span, "CloudTrail does not record this value")
        .advice("`aws events describe-rule` and `list-targets-by-rule` give it")
}

/// A resource of a type that has no event pattern.
pub(crate) fn import_resource_type(span: Span, name: &str, kind: &str) -> Diagnostic {
    let message = format!("`{name}` is an `{kind}`, which has no event pattern");
    Diagnostic::new("import.resource-type", Severity::Note, Role::Import, span, message)
}

pub(crate) fn import_service_without_rules(span: Span) -> Diagnostic {
    error("import.service-without-rules", Role::Import, span, "no function of the service has an event with a pattern or a schedule")
        .advice("events of the kinds `eventBridge`, `cloudwatchEvent`, `schedule`, `stream`, `sqs` and `sns` are read, and `resources`")
}

pub(crate) fn import_no_rule_in(span: Span) -> Diagnostic {
    error(
        "import.no-rule-in",
        Role::Import,
        span,
        "none of the resources is a rule or has an event pattern as a filter",
    )
    .advice("paste the part with the rule")
}

/// A call of an SDK whose arguments are no literals.
pub(crate) fn import_call(span: Span) -> Diagnostic {
    warning("import.call", span, "the arguments of this call are not literals, so it is not read").advice(
        "write the members of the request into the call, or paste the answer of `aws events describe-rule`",
    )
}

/// JSON with escaped quotes.
pub(crate) fn import_escaped(text: &str) -> Diagnostic {
    warning(
        "import.escaped",
        whole(text),
        "the quotes of this text are escaped; it is read without the escapes",
    )
    .advice("copy the text from where its quotes are not escaped")
}

/// More calls than are read, each of them up to the end of the text.
pub(crate) fn import_budget_of_calls(span: Span) -> Diagnostic {
    warning(
        "import.calls-budget",
        span,
        "the calls of this program take too much work to be read from here on",
    )
    .advice("close the parentheses of the calls before, or import a part of the program")
}

/// Terraform that a rule is not written back into.
pub(crate) fn import_new_file(span: Span, form: Option<Form>) -> Diagnostic {
    let what = match form {
        Some(Form::TerraformPlan) => "a plan",
        Some(Form::TerraformState) => "a state",
        _ => "the JSON syntax of Terraform",
    };
    let message = format!("a rule is not written back into {what}: an export to Terraform is a new file");
    Diagnostic::new("import.new-file", Severity::Note, Role::Import, span, message)
        .advice("import the `.tf` file that has the rule to keep what is around it")
}

/// Blocks of code in Markdown that hold no rule.
pub(crate) fn import_blocks(fence: Span, count: usize) -> Diagnostic {
    let message = match count {
        1 => "this block of code holds no rule".to_owned(),
        _ => format!("{count} blocks of code hold no rule; this is the first"),
    };
    Diagnostic::new("import.blocks", Severity::Note, Role::Import, fence, message)
}

/// A text that has rules and is not read.
pub(crate) fn import_other(text: &str, other: crate::other::Other) -> Diagnostic {
    error("import.other", Role::Import, whole(text), format!("this is {}, which is not read", other.name()))
        .advice(other.instead())
}

/// The same of a text that shows no rule.
pub(crate) fn import_other_without_rules(text: &str, other: crate::other::Other) -> Diagnostic {
    error(
        "import.other-without-rules",
        Role::Import,
        whole(text),
        format!("this is {}, not a format with rules", other.name()),
    )
    .advice(other.instead())
}

pub(crate) fn template_without_rules(text: &str) -> Diagnostic {
    let message = "the template holds no rule: no resource is an `AWS::Events::Rule`, and no function or state \
                   machine of SAM has an event of type `EventBridgeRule`";
    error("import.template-without-rules", Role::Import, whole(text), message)
        .advice("import the template that declares the rule")
}

/// The functions of a template make more than a template can need.
pub(crate) fn template_budget(span: Span) -> Diagnostic {
    let message = "the functions of the template make too much text here: one repeats what another repeats; what \
                   follows is shown as `${…}`";
    error("import.template-budget", Role::Import, span, message)
        .advice("write the value out, or import the part of the template that holds the rule")
}
