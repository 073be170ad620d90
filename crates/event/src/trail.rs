//! A CloudTrail record to the event a bus gets of it (EventBridge user guide, `eb-service-event-cloudtrail`).

use crate::diagnostics as say;
use crate::document::Document;
use crate::made::{Envelope, made_up};
use crate::time::Moment;
use crate::tree::Tree;
use rulepad_document::Diagnostic;
use rulepad_document::json::{Node, Value};

/// What became of a record.
pub(crate) struct Made {
    pub event: Tree,
    pub title: String,
    pub said: Vec<String>,
    pub problems: Vec<Diagnostic>,
}

/// The event of a CloudTrail record.
pub(crate) fn event(record: &Node, document: &Document) -> Made {
    let span = document.span(record);
    let text = |key: &str| record.get(key).and_then(Node::as_str).filter(|text| !text.is_empty());
    let mut problems = Vec::new();
    let mut missing = |field: &str, becomes: &str| problems.push(say::trail_field(span, field, becomes));

    let source = text("eventSource").map(source);
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
        problems.push(say::trail_type(at, kind));
        "AWS API Call via CloudTrail"
    });

    let mut said = vec![format!(
        "EventBridge sends a CloudTrail record as the `detail` of an event with the detail-type `{detail_type}`."
    )];
    if detail_type == SIGN_IN {
        said.push("One page of AWS's guide writes `AWS Console Signin via CloudTrail`; which one is sent is not verified.".to_owned());
    }
    if let (Some(service), Some(source)) = (text("eventSource"), &source) {
        said.push(format!("`source` is `{source}`, from the record's `eventSource` `{service}`."));
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
    said.push(made_up(&made));
    let name = text("eventName").map(|name| format!(" · {name}")).unwrap_or_default();
    Made { event, title: format!("{title}{detail_type}{name}"), said, problems }
}

const SIGN_IN: &str = "AWS Console Sign In via CloudTrail";

/// The detail-type of an `eventType`.
fn detail_type(kind: &str) -> Option<&'static str> {
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

/// `ec2.amazonaws.com` is `aws.ec2` on a bus.
pub(crate) fn source(service: &str) -> String {
    let host = service.split(".amazonaws.com").next().unwrap_or(service);
    format!("aws.{host}")
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
