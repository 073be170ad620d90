//! Rulepad's own file: the request, or the requests under the names of their operations.

use crate::message::RequestKind;
use crate::plan::Plan;
use crate::{Rendered, properties};
use rulepad_document::json::build::{list, node, object};
use rulepad_document::json::{Node, Value, pretty};

/// One subscriber alone is its request. Several are lists.
pub(crate) fn export(plan: Plan) -> Rendered {
    let requests = |kind: RequestKind| -> Vec<Node> {
        let of_kind = plan.entries.iter().filter(|entry| entry.kind == kind);
        of_kind.map(|entry| node(Value::Object(properties::request(entry)))).collect()
    };
    let (sources, subscribers) = (requests(RequestKind::EventSource), requests(RequestKind::Subscriber));
    let root = match (&sources[..], &subscribers[..]) {
        ([], [only]) => only.clone(),
        _ => object([
            (RequestKind::EventSource.operation(), some(sources)),
            (RequestKind::Subscriber.operation(), some(subscribers)),
        ]),
    };
    let file_name = plan.file_name("json");
    Rendered {
        file_name,
        media_type: "application/json",
        text: pretty(&root) + "\n",
        losses: plan.losses,
        notes: plan.notes,
    }
}

fn some(requests: Vec<Node>) -> Option<Node> {
    (!requests.is_empty()).then(|| list(requests))
}
