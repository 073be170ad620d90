//! The values of the reserved variables: what AWS itself puts into a template (user guide,
//! `eb-transform-target-input`).

use crate::input::Surroundings;
use crate::unverified::Unverified;
use crate::value::Bound;
use rulepad_document::json::{Member, Node, Value};

/// The value of a reserved variable; `None` for a name AWS does not know.
pub(crate) fn value(name: &str, event: &Node, around: &Surroundings) -> Option<Bound> {
    Some(match name {
        "aws.events.rule-arn" => Bound::text(&around.rule_arn),
        "aws.events.rule-name" => Bound::text(&around.rule_name),
        "aws.events.event.ingestion-time" => Bound::text(&around.ingestion_time),
        "aws.events.event.json" => Bound::node(event),
        "aws.events.event" => {
            let mut bound = Bound::node(&without_detail(event));
            bound.unverified.push(Unverified::EventTime);
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
