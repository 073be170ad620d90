//! Terraform: the resources of the provider `awscc`, whose attributes are CloudFormation's in another spelling.

use crate::form::Form;
use crate::found::{Imported, Later, Request};
use crate::template::as_request;
use rulepad_document::files::Files;
use rulepad_document::json::{Member, Node, Value};
use rulepad_import::parts::terraform_resources;

const KINDS: [&str; 2] = ["awscc_eventsv2_subscriber", "awscc_eventsv2_event_source"];

/// What AWS sets, which plans and states have.
const COMPUTED: [&str; 7] = [
    "id",
    "subscriber_arn",
    "event_source_arn",
    "bus_name",
    "creation_time",
    "last_modified_time",
    "revoked",
];

/// Members whose keys are the person's.
const MAPS: [&str; 5] = [
    "message_attributes",
    "message_system_attributes",
    "header_parameters",
    "query_string_parameters",
    "metadata",
];

/// Whether a text is a configuration with such a resource.
pub(crate) fn looks_like(text: &str) -> bool {
    KINDS.iter().any(|kind| text.contains(&format!("resource \"{kind}\"")))
}

/// Reads a configuration.
pub(crate) fn read(text: &str, files: &Files<'_>) -> Imported {
    let mut read = Imported::of(Form::Terraform);
    let (resources, diagnostics) = terraform_resources(text, files, &KINDS);
    read.diagnostics.extend(diagnostics.into_iter().map(rulepad_document::Diagnostic::lift));
    for resource in resources {
        let request = if resource.kind == KINDS[0] { Request::Subscriber } else { Request::EventSource };
        let mut own = respelled(&resource.attributes, false);
        if let Value::Object(members) = &mut own.value {
            let computed = COMPUTED.map(pascal);
            members.retain(|own| !computed.contains(&own.key));
        }
        as_request(&mut own, &mut read);
        read.add(request, &resource.address, own, &Later::new(&resource.references));
    }
    read
}

/// The value with the names of the API; `is_map` where the keys of an object stay. Nesting is bounded by the parser.
fn respelled(node: &Node, is_map: bool) -> Node {
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(|item| respelled(item, false)).collect()),
        Value::Object(members) => {
            let member = |own: &Member| Member {
                key: if is_map { own.key.clone() } else { pascal(&own.key) },
                key_span: own.key_span,
                value: respelled(&own.value, !is_map && MAPS.contains(&own.key.as_str())),
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}

/// `event_bus_v2_parameters` as `EventBusV2Parameters`.
fn pascal(name: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    name.split('_').map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_api() {
        for (own, api) in [
            ("event_bus_v2_parameters", "EventBusV2Parameters"),
            ("target_arn", "TargetArn"),
            ("max_event_age_in_seconds", "MaxEventAgeInSeconds"),
            ("jsonata_configuration", "JsonataConfiguration"),
        ] {
            assert_eq!(pascal(own), api);
        }
    }
}
