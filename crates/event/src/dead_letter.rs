//! Messages of a rule's dead-letter queue (EventBridge user guide, `eb-rule-dlq`).

use rulepad_document::json::Node;

/// What the attributes of a message in a rule's dead-letter queue say, in a sentence.
pub(crate) fn sentence(message: &Node) -> Option<String> {
    let attributes = message.get("messageAttributes").or_else(|| message.get("MessageAttributes"))?;
    let value = |name: &str| {
        let attribute = attributes.get(name)?;
        let value =
            attribute.get("stringValue").or_else(|| attribute.get("StringValue")).unwrap_or(attribute);
        value.as_str()
    };
    let rule = value("RULE_ARN")?;
    let target = value("TARGET_ARN").map(|target| format!(" to `{target}`")).unwrap_or_default();
    let why = match (value("ERROR_CODE"), value("ERROR_MESSAGE")) {
        (Some(code), Some(message)) => format!(": `{code}`, {message}"),
        (Some(only), None) | (None, Some(only)) => format!(": `{only}`"),
        (None, None) => String::new(),
    };
    let full = why.ends_with('.');
    let end = if full { "" } else { "." };
    Some(format!(
        "The dead-letter queue holds it because the rule `{rule}` could not deliver it{target}{why}{end}"
    ))
}
