//! An event to the entry of PutEvents that makes it (EventBridge API reference, `PutEventsRequestEntry`).

use crate::time::Moment;
use rulepad_document::json::{Node, Value, compact, quote};

/// The entry, a JSON text on one line. `Time` is in epoch seconds, as the JSON protocol and the tools over it take
/// it; number spelling and duplicate keys of the detail stay. What the event lacks the entry lacks too, for AWS to
/// say so; `id`, `account`, `region` and `version` are AWS's to give.
#[must_use]
pub fn put_entry(event: &Node, bus: &str) -> String {
    let text = |key: &str| event.get(key).and_then(Node::as_str);
    let time = text("time").and_then(Moment::parse).map(|(moment, _)| moment.seconds().to_string());
    let resources = event.get("resources").filter(|node| is_texts(node)).map(compact);
    let members = [
        ("Time", time),
        ("Source", text("source").map(quote)),
        ("Resources", resources),
        ("DetailType", text("detail-type").map(quote)),
        ("Detail", event.get("detail").map(|detail| quote(&compact(detail)))),
        ("EventBusName", Some(quote(bus))),
    ];
    let written = members.iter().filter_map(|(key, value)| Some(format!("\"{key}\":{}", value.as_ref()?)));
    format!("{{{}}}", written.collect::<Vec<_>>().join(","))
}

fn is_texts(node: &Node) -> bool {
    matches!(&node.value, Value::Array(items) if items.iter().all(|item| item.as_str().is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;

    #[test]
    fn an_entry_holds_what_the_sender_says() {
        let event = r#"{"id": "1", "source": "a", "detail-type": "b\n", "time": "1970-01-02T00:00:01Z",
            "account": "1", "resources": ["x", "y"], "detail": {"n": 4.0, "n": 9007199254740993, "s": "\ud83d\ude00"}}"#;
        let event = parse(event, Role::Event).root.unwrap();
        let entry = put_entry(&event, "default");
        let read = parse(&entry, Role::Event).root.unwrap();
        assert_eq!(
            read.get("Detail").and_then(Node::as_str),
            Some("{\"n\":4.0,\"n\":9007199254740993,\"s\":\"😀\"}")
        );
        assert!(
            entry.starts_with(
                r#"{"Time":86401,"Source":"a","Resources":["x","y"],"DetailType":"b\n","Detail":""#
            ),
            "{entry}"
        );
        assert!(entry.ends_with(r#","EventBusName":"default"}"#), "{entry}");
    }

    #[test]
    fn what_is_not_there_is_left_out() {
        let event = parse(r#"{"source": 1, "time": "soon", "resources": [1]}"#, Role::Event).root.unwrap();
        assert_eq!(put_entry(&event, "b"), r#"{"EventBusName":"b"}"#);
    }
}
