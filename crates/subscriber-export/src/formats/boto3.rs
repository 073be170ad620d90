//! A Python script for boto3. It can be run again: what exists is updated.

use super::cdk::purpose;
use crate::Rendered;
use crate::message::{Note, RequestKind};
use crate::plan::{Entry, Plan};
use crate::properties;
use crate::role::NewRole;
use crate::stack::set_role;
use rulepad_document::json::build::{node, string};
use rulepad_document::json::{Node, Value, pretty};
use rulepad_export::parts::text::{is_fragile, python, shown};
use rulepad_export::parts::{PYTHON_POLICIES, ScriptStep, boto3_values};
use rulepad_rule::Arn;
use rulepad_rule::reference::mark::{is_marked, mark};

/// What is retried because of a role that was just made.
const NEW_ROLE: &str =
    "except (client.exceptions.InvalidInputException, client.exceptions.ConcurrentModificationException):";

/// Creates the event sources, the roles and the subscribers.
pub(crate) fn export(mut plan: Plan) -> Rendered {
    let makes_roles = plan.creates_roles();
    let mut body = boto3_values(&plan.later);
    if makes_roles {
        body.push_str("\n\n");
        body.push_str(PYTHON_POLICIES);
        body.push_str(ScriptStep::Role.python());
    }
    let mut functions = include_str!("put_subscriber.py").to_owned();
    if !makes_roles {
        let one = "except client.exceptions.ConcurrentModificationException:";
        functions = functions.replace(NEW_ROLE, one);
        functions = functions.replace("A role that was just made can be refused for some seconds, and ", "");
    }
    body.push_str(&functions);
    body.push_str(&main(&plan));
    let modules = ["json", "os", "time", "zlib"];
    let imports: String = modules
        .into_iter()
        .filter(|module| body.contains(&format!("{module}.")))
        .map(|module| format!("import {module}\n"))
        .collect();
    plan.notes.push(Note::FixedForLife);
    let text = format!(
        "\"\"\"{}, with boto3.\n\nIt can be run again: what exists is updated.\n\"\"\"\n\n{imports}\nimport \
         boto3\n\n{}",
        purpose(&plan),
        body.trim_start_matches('\n')
    );
    Rendered {
        file_name: plan.file_name("py"),
        media_type: "text/x-python",
        text,
        losses: plan.losses,
        notes: plan.notes,
    }
}

fn main(plan: &Plan) -> String {
    let arns = plan.entries.iter().filter_map(|entry| Arn::parse(entry.bus()));
    let region = arns.map(|arn| arn.region).find(|region| !region.is_empty() && !is_marked(region));
    let region = region.map(|region| format!("region_name={}", python::string(region))).unwrap_or_default();
    let mut out = format!(
        "\n\ndef main() -> None:\n    session = boto3.Session({region})\n    events = \
         session.client(\"eventbridgev2\")\n"
    );
    for entry in &plan.entries {
        out.push_str(&calls(entry));
    }
    out.push_str("\n\nif __name__ == \"__main__\":\n    main()\n");
    out
}

fn calls(entry: &Entry) -> String {
    let mut members = properties::request(entry);
    let mut out = String::new();
    if let Some(role) = &entry.role {
        out.push_str(&self::role(entry, role));
        set_role(&mut members, string(mark("role", "role_arn")));
    }
    let function = match entry.kind {
        RequestKind::Subscriber => "put_subscriber",
        RequestKind::EventSource => "put_event_source",
    };
    let request = node(Value::Object(members));
    let request = if is_fragile(&request) {
        // JSON text: Python would spell a number in another way.
        format!("json.loads({})", python::json_lines(&shown(&pretty(&request))))
    } else {
        python::value(&request, 2)
    };
    out.push_str(&format!("    {function}(\n        events,\n        {request},\n    )\n"));
    out
}

/// The role, and its ARN as a variable.
fn role(entry: &Entry, role: &NewRole) -> String {
    let statement = role.trust.get("Statement").and_then(|own| match &own.value {
        Value::Array(items) => items.first(),
        _ => None,
    });
    let value = |own: Option<&Node>| own.map_or_else(|| "{}".to_owned(), |own| python::value(own, 2));
    format!(
        "    role_arn = make_role(\n        session.client(\"iam\"),\n        {},\n        {},\n        {},\n        \
         sid_of({}),\n    )\n",
        python::string(&role.name),
        value(statement),
        value(role.permissions.as_ref()),
        python::string(&format!("{}/{}", entry.bus(), entry.slug))
    )
}
