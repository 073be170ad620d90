//! A Python script for boto3. It can be run again: what exists is kept or updated.

use super::rule_json::tags;
use super::scripts::{POLICIES, PUT_TARGETS, ScriptStep};
use super::text::{is_fragile, python, shown};
use crate::later::{Later, Natural};
use crate::message::{MissingRole, Note, TargetNote};
use crate::plan::{ACCOUNT, Grant, Plan, Planned, RULE_ARN, qualifier, role_name, statement};
use crate::{Rendered, file_name};
use rulepad_document::json::build::list;
use rulepad_document::json::{Node, Value, pretty};
use rulepad_rule::{AttachedTo, domain, other_domains};

/// Creates the rule, what lets it deliver, and the targets.
pub(crate) fn export(plan: Plan<'_>) -> Rendered {
    let mut plan = plan.joined();
    let mut notes = plan.take_notes();
    let mut steps = Vec::new();
    let calls: Vec<String> =
        plan.targets.iter().enumerate().map(|at| grants(&plan, at, &mut steps, &mut notes)).collect();
    let calls = calls.concat();
    let mut out = settings(&plan);
    if !calls.is_empty() {
        out.push_str("\n\n");
        out.push_str(POLICIES);
        out.extend(ScriptStep::ALL.into_iter().filter(|step| steps.contains(step)).map(ScriptStep::python));
    }
    if !plan.targets.is_empty() {
        out.push_str(PUT_TARGETS);
    }
    out.push_str(&main(&plan, &calls, steps.contains(&ScriptStep::Role)));
    let imports: Vec<&str> = ["json", "os", "time", "zlib"]
        .into_iter()
        .filter(|module| out.contains(&format!("{module}.")))
        .collect();
    let imports: String = imports.iter().map(|module| format!("import {module}\n")).collect();
    let imports = if imports.is_empty() { imports } else { format!("{imports}\n") };
    Rendered {
        file_name: file_name(plan.rule, "py"),
        media_type: "text/x-python",
        text: format!("{HEAD}{imports}import boto3\n\n{out}"),
        losses: Vec::new(),
        notes,
    }
}

const HEAD: &str = "\"\"\"Creates the rule, its targets and the permissions they need, with boto3.\n\nIt can be run again: \
                    what exists is kept or updated, and policies keep what others have in them.\n\"\"\"\n\n";

/// The rule and its targets as constants.
fn settings(plan: &Plan<'_>) -> String {
    let rule = plan.rule;
    let asked = asked(plan.later);
    let mut out = format!(
        "{asked}RULE_NAME = {}\nEVENT_BUS_NAME = {}\n",
        python::string(&rule.name),
        python::string(rule.bus())
    );
    match plan.pattern {
        Some(pattern) if is_fragile(pattern) => {
            let text = python::json_lines(&shown(&pretty(pattern)));
            out.push_str(&format!(
                "\n# JSON text: Python would spell a number of it in another way.\nEVENT_PATTERN = {text}\n"
            ));
        }
        Some(pattern) => {
            out.push_str(&format!("\nEVENT_PATTERN = json.dumps(\n    {}\n)\n", python::value(pattern, 1)));
        }
        None => {}
    }
    let requests = list(plan.targets.iter().map(|planned| without_unknown_role(&planned.request)));
    if is_fragile(&requests) {
        let text = python::json_lines(&shown(&pretty(&requests)));
        out.push_str(&format!("\nTARGETS = json.loads({text})\n"));
    } else {
        out.push_str(&format!("\nTARGETS = {}\n", python::value(&requests, 0)));
    }
    out
}

/// The target without a role whose account only the program will know.
fn without_unknown_role(request: &Node) -> Node {
    let mut request = request.clone();
    let unknown =
        request.get_mut("RoleArn").is_some_and(|own| own.as_str().is_some_and(|role| role.contains(ACCOUNT)));
    if let Value::Object(members) = &mut request.value
        && unknown
    {
        members.retain(|member| member.key != "RoleArn");
    }
    request
}

fn main(plan: &Plan<'_>, calls: &str, makes_roles: bool) -> String {
    let rule = plan.rule;
    let region = match plan.region() {
        Some(region) => format!("region_name={}", python::string(region)),
        None => String::new(),
    };
    let mut out = format!(
        "\n\ndef main() -> None:\n    session = boto3.Session({region})\n    events = session.client(\"events\")\n    \
         rule_arn = events.put_rule(\n        Name=RULE_NAME,\n        EventBusName=EVENT_BUS_NAME,\n"
    );
    let given = [
        ("Description", &rule.description),
        ("ScheduleExpression", &rule.schedule),
        ("RoleArn", &rule.role_arn),
    ];
    for (name, value) in given {
        if !value.is_empty() {
            out.push_str(&format!("        {name}={},\n", python::string(value)));
        }
    }
    out.push_str(&format!(
        "        State={},\n{}    )[\"RuleArn\"]\n",
        python::string(rule.state.name()),
        if plan.pattern.is_some() { "        EventPattern=EVENT_PATTERN,\n" } else { "" }
    ));
    // `put_rule` ignores the tags of a rule that exists.
    if let Some(tags) = tags(rule) {
        out.push_str(&format!(
            "    events.tag_resource(\n        ResourceARN=rule_arn,\n        Tags={},\n    )\n",
            python::value(&tags, 2)
        ));
    }
    if !calls.is_empty() {
        out.push_str("    # The id of the rule's statements in policies.\n    sid = sid_of(rule_arn)\n");
        out.push_str(calls);
    }
    if !plan.targets.is_empty() {
        let new = if makes_roles { "True" } else { "False" };
        out.push_str(&format!(
            "    result = put_targets(events, {new})\n    # The call succeeds even if single targets are refused: the \
             count shows it.\n    if result[\"FailedEntryCount\"]:\n        raise SystemExit(f\"put_targets refused: \
             {{result['FailedEntries']}}\")\n"
        ));
    }
    out.push_str("    print(f\"created {rule_arn}\")\n\n\nif __name__ == \"__main__\":\n    main()\n");
    out
}

/// The values that the script asks for, or finds out.
#[must_use]
pub fn asked(later: &[Later]) -> String {
    let needs = |natural| later.iter().any(|own| own.natural == Some(natural));
    let mut out = String::new();
    // The partition follows from the Region.
    if needs(Natural::Region) || needs(Natural::Partition) {
        let name = name_of(later, Natural::Region).unwrap_or_else(|| "AWS_REGION".to_owned());
        out.push_str(&format!("{name} = boto3.Session().region_name or os.environ[\"AWS_REGION\"]\n"));
        if let Some(partition) = name_of(later, Natural::Partition) {
            out.push_str(&format!("{partition} = boto3.Session().get_partition_for_region({name})\n"));
        }
    }
    if let Some(account) = name_of(later, Natural::Account) {
        out.push_str(&format!("{account} = boto3.client(\"sts\").get_caller_identity()[\"Account\"]\n"));
    }
    if let Some(suffix) = name_of(later, Natural::UrlSuffix) {
        let other: String = other_domains()
            .map(|(partition, domain)| {
                format!("    {}: {},\n", python::string(partition), python::string(domain))
            })
            .collect();
        out.push_str(&format!(
            "PARTITION = boto3.client(\"sts\").get_caller_identity()[\"Arn\"].split(\":\")[1]\n{suffix} = \
             {{\n{other}}}.get(PARTITION, {})\n",
            python::string(domain("aws"))
        ));
    }
    out + &python::asked(later.iter().filter(|own| own.natural.is_none()))
}

fn name_of(later: &[Later], natural: Natural) -> Option<String> {
    later.iter().find(|own| own.natural == Some(natural)).map(Later::capitals)
}

fn grants(
    plan: &Plan<'_>,
    (at, planned): (usize, &Planned<'_>),
    steps: &mut Vec<ScriptStep>,
    notes: &mut Vec<Note>,
) -> String {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let mut out = String::new();
    for grant in &planned.grants {
        match grant.attached_to {
            AttachedTo::Function => {
                steps.push(ScriptStep::Function);
                out.push_str(&call("allow_function", "lambda", &[python::string(arn), statement_id(arn), own("rule_arn")]));
            }
            AttachedTo::Topic => {
                steps.push(ScriptStep::Topic);
                out.push_str(&call("allow_topic", "sns", &[python::string(arn), stated(grant), own("sid")]));
            }
            AttachedTo::Queue | AttachedTo::DeadLetterQueue => {
                steps.push(ScriptStep::Queue);
                let queue = match grant.attached_to {
                    AttachedTo::Queue => arn,
                    _ => &planned.target.dead_letter_arn,
                };
                let url = plan.queue_url(queue);
                out.push_str(&call("allow_queue", "sqs", &[python::string(&url), stated(grant), own("sid")]));
            }
            AttachedTo::Logs => out.push_str(&format!(
                "    session.client(\"logs\").put_resource_policy(\n        policyName=f\"{{sid}}-{}\",\n        \
                 policyDocument=json.dumps(\n            {}\n        ),\n    )\n",
                planned.slug,
                filled(&grant.document, 3)
            )),
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                steps.push(ScriptStep::Role);
                let permissions = planned.grants.iter().find(|own| own.attached_to == AttachedTo::Role);
                let permissions = permissions.map(|own| filled(&own.document, 2)).unwrap_or_default();
                let name = python::string(&role_name(plan.rule, &planned.slug));
                let made = call("make_role", "iam", &[name, stated(grant), permissions, own("sid")]);
                // The account of the role is that of the rule, which only AWS knows.
                let is_unknown = planned.made_role.as_ref().is_some_and(|role| role.contains(ACCOUNT));
                let target = if is_unknown { format!("TARGETS[{at}][\"RoleArn\"] = ") } else { String::new() };
                out.push_str(&format!("    {target}{}", made.trim_start()));
            }
            AttachedTo::Role if planned.made_role.is_none() => notes.push(Note::of(id, TargetNote::AddRole(MissingRole::Member))),
            AttachedTo::Role | AttachedTo::RoleTrust | AttachedTo::OtherAccount => {}
            AttachedTo::RestApi => notes.push(Note::of(id, TargetNote::ApiPolicy)),
        }
    }
    out
}

/// The id of the rule's statement in the policy of a function.
fn statement_id(function: &str) -> String {
    match qualifier(function).as_str() {
        "" => own("sid"),
        qualifier => format!("f\"{{sid}}{qualifier}\""),
    }
}

/// A name of the program.
fn own(name: &str) -> String {
    name.to_owned()
}

/// The rule's statement as a dictionary.
fn stated(grant: &Grant) -> String {
    statement(&grant.document).map(|own| filled(&own, 2)).unwrap_or_default()
}

/// A value with the program's name for the rule's ARN in it.
fn filled(node: &Node, depth: usize) -> String {
    python::value(node, depth).replace(&python::string(RULE_ARN), "rule_arn")
}

fn call(function: &str, service: &str, arguments: &[String]) -> String {
    let arguments: String = arguments.iter().map(|own| format!("        {own},\n")).collect();
    format!("    {function}(\n        session.client(\"{service}\"),\n{arguments}    )\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;
    use rulepad_rule::Rule;

    fn text(pattern: &str) -> String {
        let node = parse(pattern, Role::Pattern).root.unwrap();
        export(Plan::new(&Rule { name: "r".into(), ..Rule::default() }, &node, &[])).text
    }

    #[test]
    fn a_number_that_python_would_respell_travels_as_text() {
        let plain = text(r#"{"n": [1, null, true]}"#);
        assert!(plain.contains("import json\n") && plain.contains("[1, None, True]"), "{plain}");
        let fragile = text(r#"{"n": [9007199254740993, 4.0]}"#);
        assert!(!fragile.contains("import json\n"), "{fragile}");
        assert!(fragile.contains("9007199254740993, 4.0"), "{fragile}");
    }
}
