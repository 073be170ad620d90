//! A CloudTrail record to the event a bus gets of it (EventBridge user guide, `eb-service-event-cloudtrail`).

use crate::diagnostics as say;
use crate::document::Document;
use crate::fields::source_of;
use crate::made::{Envelope, MadeEvent};
use crate::step::ReadingStep;
use crate::time::Moment;
use crate::tree::Tree;
use rulepad_document::json::{Node, Value};

/// The event of a CloudTrail record.
pub(crate) fn event(record: &Node, document: &Document) -> MadeEvent {
    let span = document.span(record);
    let text = |key: &str| record.get(key).and_then(Node::as_str).filter(|text| !text.is_empty());
    let mut problems = Vec::new();
    let mut missing = |field: &'static str, becomes: &'static str| {
        problems.push(say::cloudtrail_field(span, field, becomes))
    };

    let source = text("eventSource").map(source_of);
    if source.is_none() {
        missing("eventSource", "source");
    }
    let time = text("eventTime").and_then(Moment::parse).map(|(moment, _)| moment.text());
    if time.is_none() {
        missing("eventTime", "time");
    }
    if text("awsRegion").is_none() {
        missing("awsRegion", "region");
    }
    let account = account(record);
    if account.is_none() {
        missing("recipientAccountId", "account");
    }
    let kind = text("eventType").unwrap_or("AwsApiCall");
    let detail_type = detail_type(kind).unwrap_or_else(|| {
        let at = record.get("eventType").map_or(span, |node| document.span(node));
        problems.push(say::cloudtrail_type(at, kind));
        "AWS API Call via CloudTrail"
    });

    let mut steps = vec![ReadingStep::CloudTrailDetail(detail_type)];
    if detail_type == SIGN_IN {
        steps.push(ReadingStep::SignInSpelling);
    }
    if let (Some(service), Some(source)) = (text("eventSource"), &source) {
        steps.push(ReadingStep::SourceOf { source: source.clone(), service: service.to_owned() });
    }
    let title = source.as_deref().map_or_else(String::new, |source| format!("{source} · "));
    let string = |text: Option<&str>| text.map(Tree::string);
    let (event, made) = Envelope {
        detail_type: Some(Tree::string(detail_type)),
        source: string(source.as_deref()),
        account: string(account),
        time: string(time.as_deref()),
        region: string(text("awsRegion")),
        resources: None,
        detail: Some(Tree::of(record, document)),
    }
    .event();
    steps.push(ReadingStep::MadeUp(made));
    let name = text("eventName").map(|name| format!(" · {name}")).unwrap_or_default();
    MadeEvent { event, title: format!("{title}{detail_type}{name}"), steps, problems }
}

const SIGN_IN: &str = "AWS Console Sign In via CloudTrail";

/// The detail-type of an `eventType`.
pub(crate) fn detail_type(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "AwsApiCall" => "AWS API Call via CloudTrail",
        "AwsConsoleSignIn" => SIGN_IN,
        "AwsConsoleAction" => "AWS Console Action via CloudTrail",
        "AwsServiceEvent" => "AWS Service Event via CloudTrail",
        "AwsCloudTrailInsight" => "AWS Insight via CloudTrail",
        "AwsVpceEvent" => "AWS Network Activity Event via CloudTrail",
        _ => return None,
    })
}

fn account(record: &Node) -> Option<&str> {
    let identity = record.get("userIdentity").and_then(|identity| identity.get("accountId"));
    let own = record.get("recipientAccountId");
    own.or(identity).and_then(Node::as_str).filter(|account| !account.is_empty())
}

/// Whether an event of a bus is a read-only management call: only rules in the state
/// `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS` get it.
pub(crate) fn is_read_only(event: &Node) -> bool {
    let flag = |node: &Node, key: &str| match node.get(key).map(|node| &node.value) {
        Some(Value::Bool(flag)) => Some(*flag),
        Some(Value::String(text)) => Some(text == "true"),
        _ => None,
    };
    let call = event.get("detail-type").and_then(Node::as_str) == Some("AWS API Call via CloudTrail");
    let Some(detail) = event.get("detail").filter(|_| call) else { return false };
    let management = flag(detail, "managementEvent").unwrap_or_else(|| {
        detail.get("eventCategory").and_then(Node::as_str).is_none_or(|name| name == "Management")
    });
    let name = detail.get("eventName").and_then(Node::as_str).unwrap_or_default();
    let reads = ["Get", "List", "Describe"].iter().any(|verb| name.starts_with(verb));
    management && flag(detail, "readOnly").unwrap_or(reads)
}
