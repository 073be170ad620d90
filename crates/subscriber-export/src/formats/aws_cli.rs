//! A POSIX shell script of AWS CLI calls. It can be run again: what exists is updated.

use super::cdk::purpose;
use crate::Rendered;
use crate::message::{Loss, Note, RequestKind};
use crate::plan::{Entry, Plan};
use crate::properties;
use crate::role::NewRole;
use crate::stack::set_role;
use rulepad_document::json::build::{node, object, string};
use rulepad_document::json::{Member, Node, Value, compact, pretty};
use rulepad_export::parts::text::shell::{
    self, directive, escape, in_json, json_variable, without_nul, word, word_with,
};
use rulepad_export::parts::{ScriptStep, script_functions, script_needs};
use rulepad_rule::Arn;
use rulepad_rule::reference::mark::is_marked;

/// Is written for the ARN of a role until the script knows it. No text of a person holds it.
const ROLE: &str = "\u{fdd0}ROLE";

/// What is retried because of a role that was just made.
const NEW_ROLE: &str = "*InvalidInputException* | ";

/// Creates the event sources, the roles and the subscribers; the script stops at the first call that fails.
pub(crate) fn export(mut plan: Plan) -> Rendered {
    let makes_roles = plan.creates_roles();
    let mut settings = String::new();
    let arns = plan.entries.iter().filter_map(|entry| Arn::parse(entry.bus()));
    let region = arns.map(|arn| arn.region).find(|region| !region.is_empty() && !is_marked(region));
    settings.push_str(&region.map(shell::own_region).unwrap_or_default());
    settings.push_str(&shell::asked(&plan.later));
    let calls: String = plan.entries.iter().map(|entry| call(entry, &plan)).collect();
    settings.insert_str(0, escape(&format!("{settings}{calls}")));
    let steps = if makes_roles { vec![ScriptStep::Role] } else { Vec::new() };
    let mut function = include_str!("put_subscriber.sh").to_owned();
    if !makes_roles {
        function = function.replace(NEW_ROLE, "");
        function = function.replace("A role that was just made can be refused for some seconds, and ", "");
    }
    let mut text = format!(
        "#!/bin/sh\n# {}, with the AWS CLI.\n# It can be run again: what exists is \
         updated.\n{}\n{settings}{}{function}{calls}",
        purpose(&plan),
        script_needs(makes_roles),
        script_functions(makes_roles, &steps)
    );
    let mut losses = Vec::new();
    without_nul(&mut text, &mut losses);
    plan.losses.extend(losses.into_iter().map(Loss::Shared));
    plan.notes.push(Note::FixedForLife);
    Rendered {
        file_name: plan.file_name("sh"),
        media_type: "application/x-sh",
        text,
        losses: plan.losses,
        notes: plan.notes,
    }
}

/// The calls for one request.
fn call(entry: &Entry, plan: &Plan) -> String {
    let name = entry.request.get("Name").and_then(Node::as_str).unwrap_or_default();
    let mut out = format!("\n# {}\n", shell::comment(&entry.shown_name()));
    let mut members = properties::request(entry);
    let mut updated = update(entry, &members);
    if let Some(role) = &entry.role {
        out.push_str(&self::role(entry, role, plan));
        set_role(&mut members, string(ROLE));
        set_role(&mut updated, string(ROLE));
    }
    let variable = |name: &str, value: &Node| {
        let json = pretty(value);
        if json.contains(ROLE) {
            let text = word_with(&in_json(&json, &plan.later), ROLE, "role_arn");
            format!("\n{}{name}={text}\n", directive(&json))
        } else {
            json_variable(name, &json, &plan.later)
        }
    };
    out.push_str(variable("request", &node(Value::Object(members))).trim_start_matches('\n'));
    out.push_str(&variable("update", &node(Value::Object(updated))));
    let invoke = entry.request.get("InvokeConfiguration");
    let target = invoke.and_then(|own| own.get("TargetArn")).and_then(Node::as_str).unwrap_or_default();
    let tags = entry.request.get("Tags").filter(|tags| tags.members().is_some_and(|own| !own.is_empty()));
    let tags = tags.map(|tags| in_json(&compact(tags), &plan.later)).unwrap_or_default();
    let kind = match entry.kind {
        RequestKind::Subscriber => "subscriber",
        RequestKind::EventSource => "event-source",
    };
    out.push_str(&directive(&tags));
    out.push_str(&format!(
        "put_resource {kind} {} {} \"$request\" \"$update\" {} {}\n",
        word(name),
        word(entry.bus()),
        word(target),
        word(&tags)
    ));
    out
}

/// The role, and its ARN as a variable.
fn role(entry: &Entry, role: &NewRole, plan: &Plan) -> String {
    let name = word(&role.name);
    let statement = role.trust.get("Statement").and_then(|own| match &own.value {
        Value::Array(items) => items.first(),
        _ => None,
    });
    let text = |own: Option<&Node>| word(&in_json(&own.map(compact).unwrap_or_default(), &plan.later));
    let quoted =
        format!("{}{}", compact(&role.trust), role.permissions.as_ref().map(compact).unwrap_or_default());
    let place = format!("{}/{}", entry.bus(), entry.slug);
    format!(
        "sid=$(policies sid {})\n{}make_role {name} \\\n  {} \\\n  {}\nrole_arn=$(aws iam get-role --role-name {name} \
         --query Role.Arn --output text)\n",
        word(&place),
        directive(&quoted),
        text(statement),
        text(Some(role.permissions.as_ref().unwrap_or(&empty_policy()))),
    )
}

/// A policy without statements is refused, so the script stops where nobody added what the role must allow.
fn empty_policy() -> Node {
    object([("Version", Some(string("2012-10-17"))), ("Statement", Some(node(Value::Array(Vec::new()))))])
}

/// What AWS can change of a subscriber or event source that exists; an empty block clears what was there.
fn update(entry: &Entry, members: &[Member]) -> Vec<Member> {
    let own = |name: &str| members.iter().find(|own| own.key == name).map(|own| own.value.clone());
    let block = |name: &str| own(name).or_else(|| Some(object([])));
    let known: Vec<(&str, Option<Node>)> = match entry.kind {
        RequestKind::EventSource => {
            vec![("Description", own("Description")), ("Configuration", own("Configuration"))]
        }
        RequestKind::Subscriber => {
            let mut invoke = own("InvokeConfiguration");
            if let Some(Value::Object(members)) = invoke.as_mut().map(|own| &mut own.value) {
                members.retain(|own| own.key != "TargetArn");
            }
            let raw = || object([("Type", Some(string("RAW")))]);
            vec![
                ("Description", own("Description")),
                ("State", own("State").or_else(|| Some(string("RUNNING")))),
                ("InvokeConfiguration", invoke),
                ("FilterConfiguration", block("FilterConfiguration")),
                ("Transformer", own("Transformer").or_else(|| Some(raw()))),
                ("BatchConfiguration", own("BatchConfiguration")),
                ("RetryPolicy", block("RetryPolicy")),
                ("OnFailureConfiguration", block("OnFailureConfiguration")),
                ("LogConfiguration", block("LogConfiguration")),
            ]
        }
    };
    match object(known).value {
        Value::Object(members) => members,
        _ => Vec::new(),
    }
}
