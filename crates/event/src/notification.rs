//! A record of an S3 event notification to the event S3 sends to EventBridge of the same thing (Amazon S3 user
//! guide, `ev-events` and `notification-content-structure`).
//!
//! S3 makes both itself; that one can be made from the other is our translation.

use crate::diagnostics as say;
use crate::diagnostics::Diagnostic;
use crate::document::Document;
use crate::fields::is_account;
use crate::made::{Envelope, MadeEvent};
use crate::step::ReadingStep;
use crate::time::Moment;
use crate::tree::Tree;
use rulepad_document::json::Node;

/// What an event name of a notification is on a bus.
struct NotificationKind {
    detail_type: &'static str,
    reason: Option<&'static str>,
    /// `deletion-type`
    deletion: Option<&'static str>,
}

/// The event of a notification's record; `Err` where S3 sends none.
pub(crate) fn event(record: &Node, document: &Document) -> Result<MadeEvent, Box<Diagnostic>> {
    let text = |node: Option<&Node>| node.and_then(Node::as_str).map(str::to_owned);
    let name = text(record.get("eventName")).unwrap_or_default();
    let Some(kind) = kind(name.trim_start_matches("s3:")) else {
        let span = record.get("eventName").map_or(record.span, |node| node.span);
        return Err(Box::new(say::no_s3_event(document.place.of(span), &name)));
    };
    let s3 = |path: &[&str]| path.iter().try_fold(record, |node, key| node.get(key));
    let tree = |path: &[&str]| s3(path).map(|node| Tree::of(node, document));
    let bucket = text(s3(&["s3", "bucket", "name"]));
    let arn = text(s3(&["s3", "bucket", "arn"]))
        .or_else(|| bucket.as_ref().map(|name| format!("arn:aws:s3:::{name}")));
    let key = text(s3(&["s3", "object", "key"])).map(|key| decoded(&key));
    let lifecycle = name.contains("Lifecycle");
    let expiry = tree(&["glacierEventData", "restoreEventData", "lifecycleRestorationExpiryTime"]);
    let class = tree(&["glacierEventData", "restoreEventData", "lifecycleRestoreStorageClass"]);
    let detail = Tree::object([
        ("version", Some(Tree::string("0"))),
        ("bucket", Some(Tree::object([("name", bucket.as_deref().map(Tree::string))]))),
        (
            "object",
            Some(Tree::object([
                ("key", key.as_deref().map(Tree::string)),
                ("size", tree(&["s3", "object", "size"])),
                ("etag", tree(&["s3", "object", "eTag"])),
                (
                    "version-id",
                    tree(&["s3", "object", "versionId"])
                        .filter(|tree| *tree != Tree::Scalar("null".to_owned())),
                ),
                ("sequencer", tree(&["s3", "object", "sequencer"])),
            ])),
        ),
        ("request-id", tree(&["responseElements", "x-amz-request-id"])),
        ("requester", lifecycle.then(|| Tree::string("s3.amazonaws.com")).or_else(|| requester(record))),
        ("source-ip-address", tree(&["requestParameters", "sourceIPAddress"]).filter(|_| !lifecycle)),
        ("reason", kind.reason.map(Tree::string)),
        ("deletion-type", kind.deletion.map(Tree::string)),
        ("restore-expiry-time", expiry),
        ("source-storage-class", class),
    ]);
    let time =
        text(record.get("eventTime")).and_then(|time| Moment::parse(&time)).map(|(moment, _)| moment.text());
    let (event, made) = Envelope {
        detail_type: Some(Tree::string(kind.detail_type)),
        source: Some(Tree::string("aws.s3")),
        account: None,
        time: time.as_deref().map(Tree::string),
        region: tree(&["awsRegion"]),
        resources: Some(Tree::Array(arn.as_deref().map(Tree::string).into_iter().collect())),
        detail: Some(detail),
    }
    .event();
    let mut steps = vec![ReadingStep::S3Translation(kind.detail_type)];
    if key != text(s3(&["s3", "object", "key"])) {
        steps.push(ReadingStep::KeyDecoded);
    }
    steps.push(ReadingStep::MadeUp(made));
    let key = key.map(|key| format!(" · {key}")).unwrap_or_default();
    Ok(MadeEvent {
        event, title: format!("aws.s3 · {}{key}", kind.detail_type), steps, problems: Vec::new()
    })
}

fn kind(name: &str) -> Option<NotificationKind> {
    let plain = |detail_type| NotificationKind { detail_type, reason: None, deletion: None };
    let created =
        |reason| NotificationKind { detail_type: "Object Created", reason: Some(reason), deletion: None };
    let deleted = |reason, deletion| NotificationKind {
        detail_type: "Object Deleted",
        reason: Some(reason),
        deletion: Some(deletion),
    };
    Some(match name {
        "ObjectCreated:Put" => created("PutObject"),
        "ObjectCreated:Post" => created("POST Object"),
        "ObjectCreated:Copy" => created("CopyObject"),
        "ObjectCreated:CompleteMultipartUpload" => created("CompleteMultipartUpload"),
        "ObjectRemoved:Delete" => deleted("DeleteObject", "Permanently Deleted"),
        "ObjectRemoved:DeleteMarkerCreated" => deleted("DeleteObject", "Delete Marker Created"),
        "LifecycleExpiration:Delete" => deleted("Lifecycle Expiration", "Permanently Deleted"),
        "LifecycleExpiration:DeleteMarkerCreated" => deleted("Lifecycle Expiration", "Delete Marker Created"),
        "ObjectRestore:Post" => plain("Object Restore Initiated"),
        "ObjectRestore:Completed" => plain("Object Restore Completed"),
        "ObjectRestore:Delete" => plain("Object Restore Expired"),
        "LifecycleTransition" => plain("Object Storage Class Changed"),
        "IntelligentTiering" => plain("Object Access Tier Changed"),
        "ObjectAcl:Put" => plain("Object ACL Updated"),
        "ObjectTagging:Put" => plain("Object Tags Added"),
        "ObjectTagging:Delete" => plain("Object Tags Deleted"),
        _ => return None,
    })
}

/// `userIdentity.principalId` of a record names the caller in several forms; only an account id alone is kept.
fn requester(record: &Node) -> Option<Tree> {
    let principal = record.get("userIdentity")?.get("principalId")?.as_str()?;
    let account = principal.trim_start_matches("AWS:");
    is_account(account).then(|| Tree::string(account))
}

/// A URL-encoded key: `+` is a space, `%XX` a byte of UTF-8. A key that is no such text stays as it is.
fn decoded(key: &str) -> String {
    let mut bytes = Vec::with_capacity(key.len());
    let mut rest = key.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
                    return key.to_owned();
                };
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| key.to_owned())
}
