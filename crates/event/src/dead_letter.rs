//! Messages of a rule's dead-letter queue (EventBridge user guide, `eb-rule-dlq`).

use crate::step::ReadingStep;
use rulepad_document::json::Node;

/// What the attributes of a message in a rule's dead-letter queue hold; `None` for any other message.
pub(crate) fn read(message: &Node) -> Option<ReadingStep> {
    let attributes = message.get("messageAttributes").or_else(|| message.get("MessageAttributes"))?;
    let value = |name: &str| {
        let attribute = attributes.get(name)?;
        let value =
            attribute.get("stringValue").or_else(|| attribute.get("StringValue")).unwrap_or(attribute);
        value.as_str().map(str::to_owned)
    };
    Some(ReadingStep::DeadLetter {
        rule: value("RULE_ARN")?,
        target: value("TARGET_ARN"),
        code: value("ERROR_CODE"),
        message: value("ERROR_MESSAGE"),
    })
}
