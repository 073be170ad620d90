//! The reserved variables: what AWS itself puts into a template (user guide, `eb-transform-target-input`).

use crate::input::Surroundings;
use crate::template::Bound;
use rulepad_document::json::{Member, Node, Value};

/// The reserved names.
pub(crate) const NAMES: [&str; 5] = [
    "aws.events.rule-arn",
    "aws.events.rule-name",
    "aws.events.event.ingestion-time",
    "aws.events.event",
    "aws.events.event.json",
];

/// Whether a name of the map is kept for AWS. The API reference writes the prefix as `AWS.`; whether other
/// spellings are taken has not been seen, and their dot is refused anyway.
pub(crate) fn is_reserved(name: &str) -> bool {
    name.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws."))
}

/// Whether this variable is a whole event, which may stand only where a JSON value stands.
pub(crate) fn is_event(name: &str) -> bool {
    matches!(name, "aws.events.event" | "aws.events.event.json")
}

/// The value of a reserved variable; `None` for a name AWS does not know.
pub(crate) fn value(name: &str, event: &Node, around: &Surroundings) -> Option<Bound> {
    Some(match name {
        "aws.events.rule-arn" => Bound::text(&around.rule_arn),
        "aws.events.rule-name" => Bound::text(&around.rule_name),
        "aws.events.event.ingestion-time" => Bound::text(&around.ingestion_time),
        "aws.events.event.json" => Bound::node(event),
        "aws.events.event" => {
            let mut bound = Bound::node(&without_detail(event));
            bound.notes.push(
                "the format in which `<aws.events.event>` writes its `time` has not been seen".to_owned(),
            );
            bound
        }
        _ => return None,
    })
}

/// The envelope: `detail` left out, `detail-type` renamed `detailType`, as observed.
fn without_detail(event: &Node) -> Node {
    let Value::Object(members) = &event.value else { return event.clone() };
    let renamed = |member: &Member| {
        let mut member = member.clone();
        if member.key == "detail-type" {
            "detailType".clone_into(&mut member.key);
        }
        member
    };
    let kept = members.iter().filter(|member| member.key != "detail").map(renamed).collect();
    Node { span: event.span, value: Value::Object(kept) }
}
