//! The resources of a stack: event sources and subscribers, and the roles that these need.

use crate::formats::bus;
use crate::message::{Note, RequestKind};
use crate::plan::{Entry, Plan};
use crate::properties;
use crate::role::NewRole;
use rulepad_document::json::build::{list, member, node, object, string};
use rulepad_document::json::{Member, Node, Value};

/// The type of subscribers.
pub(crate) const SUBSCRIBER: &str = "AWS::EventsV2::Subscriber";
/// The type of event sources.
pub(crate) const EVENT_SOURCE: &str = "AWS::EventsV2::EventSource";

/// A resource of a stack.
pub(crate) struct StackResource {
    /// Its id.
    pub id: String,
    /// Its type.
    pub kind: &'static str,
    /// Its properties.
    pub properties: Vec<Member>,
    /// The resource that is created before it: AWS creates one subscriber or event source of a bus at a time.
    pub after: Option<String>,
}

/// The resources, each behind those that it names. What cannot be carried is added to the losses.
pub(crate) fn resources(plan: &mut Plan) -> Vec<StackResource> {
    let mut found: Vec<StackResource> = Vec::new();
    let mut last: Vec<(String, String)> = Vec::new();
    let entries = std::mem::take(&mut plan.entries);
    for entry in &entries {
        let Some(mut properties) = properties::of(entry, plan.format, &mut plan.losses) else { continue };
        if let Some(role) = &entry.role {
            let id = entry.role_resource();
            set_role(&mut properties, arn_of(&id));
            found.push(StackResource {
                id,
                kind: "AWS::IAM::Role",
                properties: role_properties(role),
                after: None,
            });
        }
        let id = entry.resource();
        let before = last.iter_mut().find(|(bus, _)| bus == entry.bus());
        let after = match before {
            Some((_, before)) => Some(std::mem::replace(before, id.clone())),
            None => {
                last.push((entry.bus().to_owned(), id.clone()));
                None
            }
        };
        let kind = match entry.kind {
            RequestKind::Subscriber => SUBSCRIBER,
            RequestKind::EventSource => EVENT_SOURCE,
        };
        found.push(StackResource { id, kind, properties, after });
    }
    plan.entries = entries;
    found
}

/// The ARNs that a stack gives: an id for each output, its resource and the attribute.
pub(crate) fn outputs(plan: &Plan, resources: &[StackResource]) -> Vec<(String, String, &'static str)> {
    let is_there = |entry: &&Entry| resources.iter().any(|own| own.id == entry.resource());
    let output = |entry: &Entry| {
        let attribute = match entry.kind {
            RequestKind::Subscriber => "SubscriberArn",
            RequestKind::EventSource => "EventSourceArn",
        };
        (format!("{}Arn", entry.resource()), entry.resource(), attribute)
    };
    plan.entries.iter().filter(is_there).map(output).collect()
}

/// `RoleArn` of `InvokeConfiguration`, where it is or behind the target.
pub(crate) fn set_role(properties: &mut [Member], arn: Node) {
    let Some(invoke) = properties.iter_mut().find(|own| own.key == "InvokeConfiguration") else { return };
    if let Value::Object(members) = &mut invoke.value.value {
        match members.iter_mut().find(|own| own.key == "RoleArn") {
            Some(own) => own.value = arn,
            None => {
                let behind = members.iter().position(|own| own.key == "TargetArn").map_or(0, |at| at + 1);
                members.insert(behind, member("RoleArn", arn));
            }
        }
    }
}

/// The attribute `Arn` of a resource.
fn arn_of(id: &str) -> Node {
    attribute(id, "Arn")
}

/// An attribute of a resource.
pub(crate) fn attribute(id: &str, name: &str) -> Node {
    object([("Fn::GetAtt", Some(list([string(id), string(name)])))])
}

fn role_properties(role: &NewRole) -> Vec<Member> {
    let mut properties = vec![member("AssumeRolePolicyDocument", role.trust.clone())];
    if let Some(permissions) = &role.permissions {
        let policy =
            object([("PolicyName", Some(string("deliver"))), ("PolicyDocument", Some(permissions.clone()))]);
        properties.push(member("Policies", list([policy])));
    }
    properties
}

/// The value of a resource in a template.
pub(crate) fn in_template(own: &StackResource) -> Node {
    object([
        ("Type", Some(string(own.kind))),
        ("DependsOn", own.after.as_deref().map(string)),
        ("Properties", Some(node(Value::Object(own.properties.clone())))),
    ])
}

/// Adds what is noted of every file that creates resources.
pub(crate) fn note(notes: &mut Vec<Note>, more: impl IntoIterator<Item = rulepad_export::Note>) {
    notes.extend(more.into_iter().map(bus::note));
}
