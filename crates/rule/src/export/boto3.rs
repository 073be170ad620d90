//! A Python script for boto3.

use super::later::{Later, Natural};
use super::plan::{Plan, Planned, RULE_ARN, list, queue_url, replaces, role_name, statement_id};
use super::rule_json::tags;
use super::text::python;
use super::text::{is_fragile, shown};
use super::{Exported, file_name};
use crate::{Arn, AttachedTo};
use rulepad_document::json::{Node, pretty};

/// Creates the rule, what lets it deliver, and the targets.
pub(super) fn export(plan: Plan<'_>) -> Exported {
    let mut plan = plan.joined();
    let mut notes = std::mem::take(&mut plan.notes);
    let rule = plan.rule;
    let asked = asked(plan.later);
    let os = if asked.contains("os.environ") { "import os\n" } else { "" };
    let mut out = format!(
        "\"\"\"Creates the rule, its targets and the permissions they need, with boto3.\"\"\"\n\nimport json\n{os}\nimport boto3\n\n{asked}RULE_NAME = {}\nEVENT_BUS_NAME = {}\n",
        python::string(&rule.name),
        python::string(rule.bus())
    );
    match plan.pattern {
        Some(pattern) if is_fragile(pattern) => {
            let text = python::lines(&shown(&pretty(pattern)));
            out.push_str(&format!(
                "\n# JSON text: Python would spell a number of it in another way.\nEVENT_PATTERN = {text}\n"
            ));
        }
        Some(pattern) => {
            out.push_str(&format!("\nEVENT_PATTERN = json.dumps(\n    {}\n)\n", python::value(pattern, 1)));
        }
        None => {}
    }
    let requests = list(plan.targets.iter().map(|planned| planned.request.clone()));
    if is_fragile(&requests) {
        let text = python::lines(&shown(&pretty(&requests)));
        out.push_str(&format!("\nTARGETS = json.loads({text})\n"));
    } else {
        out.push_str(&format!("\nTARGETS = {}\n", python::value(&requests, 0)));
    }
    let region = match plan.region() {
        Some(region) => format!("region_name={}", python::string(&region)),
        None => String::new(),
    };
    out.push_str(&format!("\n\ndef main() -> None:\n    session = boto3.Session({region})\n    events = session.client(\"events\")\n"));
    out.push_str(
        "    rule_arn = events.put_rule(\n        Name=RULE_NAME,\n        EventBusName=EVENT_BUS_NAME,\n",
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
    for planned in &plan.targets {
        out.push_str(&grants(&plan, planned, &mut notes));
    }
    if !plan.targets.is_empty() {
        out.push_str(
            "    result = events.put_targets(\n        Rule=RULE_NAME, EventBusName=EVENT_BUS_NAME, Targets=TARGETS\n    )\n    \
             # The call succeeds even where single targets are refused: the count tells.\n    if \
             result[\"FailedEntryCount\"]:\n        raise SystemExit(f\"put_targets refused: {result['FailedEntries']}\")\n",
        );
    }
    out.push_str("    print(f\"created {rule_arn}\")\n\n\nif __name__ == \"__main__\":\n    main()\n");
    // A name that is imported and not used is a fault to Python's tools.
    if !out.contains("json.") {
        out = out.replacen("import json\n\n", "", 1);
    }
    Exported {
        file_name: file_name(rule, "py"),
        media_type: "text/x-python".to_owned(),
        text: out,
        refused: Vec::new(),
        losses: Vec::new(),
        notes,
    }
}

/// The values that the script asks for, or finds out.
fn asked(later: &[Later]) -> String {
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
    let unknown = |own: &&Later| own.natural.is_none_or(|natural| natural == Natural::UrlSuffix);
    out + &python::asked(later.iter().filter(unknown))
}

fn name_of(later: &[Later], natural: Natural) -> Option<String> {
    later.iter().find(|own| own.natural == Some(natural)).map(Later::capitals)
}

fn grants(plan: &Plan<'_>, planned: &Planned<'_>, notes: &mut Vec<String>) -> String {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let mut out = String::new();
    for grant in &planned.grants {
        let document = document(&grant.document);
        match grant.attached_to {
            AttachedTo::Function => out.push_str(&call(
                "lambda",
                "add_permission",
                &[
                    ("FunctionName", python::string(arn)),
                    ("StatementId", python::string(&statement_id(&plan.rule.name, &planned.slug))),
                    ("Action", python::string("lambda:InvokeFunction")),
                    ("Principal", python::string("events.amazonaws.com")),
                    ("SourceArn", "rule_arn".to_owned()),
                ],
            )),
            AttachedTo::Topic => {
                notes.push(replaces(id, "script", "topic"));
                out.push_str(&call(
                    "sns",
                    "set_topic_attributes",
                    &[
                        ("TopicArn", python::string(arn)),
                        ("AttributeName", python::string("Policy")),
                        ("AttributeValue", document),
                    ],
                ));
            }
            AttachedTo::Queue | AttachedTo::DeadLetterQueue => {
                let (queue, what) = match grant.attached_to {
                    AttachedTo::Queue => (arn, "queue"),
                    _ => (&planned.target.dead_letter_arn, "dead-letter queue"),
                };
                notes.push(replaces(id, "script", what));
                let url = Arn::parse(queue).map(|arn| queue_url(&arn)).unwrap_or_default();
                let attributes = format!("{{\"Policy\": {document}}}");
                let members = [("QueueUrl", python::string(&url)), ("Attributes", attributes)];
                out.push_str(&call("sqs", "set_queue_attributes", &members));
            }
            AttachedTo::Logs => out.push_str(&call(
                "logs",
                "put_resource_policy",
                &[
                    ("policyName", python::string(&role_name(plan.rule, &planned.slug))),
                    ("policyDocument", document),
                ],
            )),
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                let name = ("RoleName", python::string(&role_name(plan.rule, &planned.slug)));
                let create = [name.clone(), ("AssumeRolePolicyDocument", document)];
                out.push_str(&call("iam", "create_role", &create));
                let permissions = planned.grants.iter().find(|own| own.attached_to == AttachedTo::Role);
                if let Some(permissions) = permissions {
                    let policy = ("PolicyDocument", self::document(&permissions.document));
                    let put = [name, ("PolicyName", python::string("deliver")), policy];
                    out.push_str(&call("iam", "put_role_policy", &put));
                }
            }
            AttachedTo::Role if planned.made_role.is_none() => {
                notes.push(format!("Target `{id}`: add `RoleArn`, a role EventBridge may assume."));
            }
            AttachedTo::Role | AttachedTo::RoleTrust => {}
            AttachedTo::RestApi => {
                notes.push(format!("Target `{id}`: the API's own resource policy must allow EventBridge."));
            }
        }
    }
    out
}

/// A policy as `json.dumps` of a dictionary, with the script's name for the rule's ARN in it.
fn document(node: &Node) -> String {
    let quoted = python::string(RULE_ARN);
    format!("json.dumps(\n            {}\n        )", python::value(node, 3).replace(&quoted, "rule_arn"))
}

fn call(service: &str, operation: &str, members: &[(&str, String)]) -> String {
    let members: String = members.iter().map(|(name, value)| format!("        {name}={value},\n")).collect();
    format!("    session.client(\"{service}\").{operation}(\n{members}    )\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule;
    use rulepad_document::Role;
    use rulepad_document::json::parse;

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
