//! When an event happened.

use rulepad_document::Role;
use rulepad_document::json::{Node, parse};

/// The event's `time` in seconds since 1970; `None` where it has none that can be read.
#[must_use]
pub fn event_time(event: &str) -> Option<i64> {
    let parsed = parse(event, Role::Event);
    parsed.valid()?.get("time").and_then(Node::as_str).and_then(rulepad_event::seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_that_of_the_event() {
        assert_eq!(event_time(r#"{"time": "2026-01-02T03:04:05Z"}"#), Some(1_767_323_045));
        assert_eq!(event_time(r#"{"time": "2026-01-02T04:04:05+01:00"}"#), Some(1_767_323_045));
        for other in ["", "[]", "{}", r#"{"time": 7}"#, r#"{"time": "soon"}"#, r#"{"detail": {"time": "x"}}"#]
        {
            assert_eq!(event_time(other), None, "{other}");
        }
    }
}
