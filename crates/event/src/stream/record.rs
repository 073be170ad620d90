//! The events of a record of an archive, without a tree of it where that is possible.

use super::brackets::Brackets;
use crate::cloudtrail::detail_type;
use crate::defaults::{ACCOUNT, REGION, TIME, uuid};
use crate::fields::source_of;
use crate::time::Moment;
use crate::{Wanted, read};
use rulepad_document::Role;
use rulepad_document::json::parse;
use std::str::from_utf8;

/// Names of which a record of CloudTrail has several.
const NAMES: [&[u8]; 6] =
    [b"eventVersion", b"eventName", b"eventID", b"awsRegion", b"userIdentity", b"eventType"];

/// What a record of CloudTrail says for the envelope of its event: texts without escapes, as they are in the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CloudTrail<'r> {
    source: Option<&'r str>,
    time: Option<&'r str>,
    region: Option<&'r str>,
    kind: Option<&'r str>,
    account: Option<&'r str>,
    identity: Option<&'r [u8]>,
    known: usize,
    /// Whether it has a member of another kind of record, or of an event.
    is_other: bool,
    /// Whether a text that is needed has escapes.
    has_escapes: bool,
}

impl<'r> CloudTrail<'r> {
    /// Reads the members of an object; `None` where it is no record of CloudTrail, or none that is read this way.
    #[must_use]
    pub fn read(record: &'r [u8]) -> Option<Self> {
        let mut own = Self::default();
        members(record, &mut |key, value| own.member(key, value))?;
        let service = own.source.is_some_and(|source| source.contains(".amazonaws.com"));
        let is_record = (service && own.known >= 2) || (own.known >= 4 && own.source.is_none());
        (is_record && !own.is_other && !own.has_escapes).then_some(own)
    }

    fn member(&mut self, key: &[u8], value: &'r [u8]) {
        if NAMES.contains(&key) {
            self.known += 1;
        }
        let field = match key {
            b"eventSource" => &mut self.source,
            b"eventTime" => &mut self.time,
            b"awsRegion" => &mut self.region,
            b"eventType" => &mut self.kind,
            b"recipientAccountId" => &mut self.account,
            b"userIdentity" => {
                self.identity = Some(value);
                return;
            }
            b"s3" | b"dynamodb" | b"detail-type" | b"detail" | b"CloudTrailEvent" => {
                self.is_other = true;
                return;
            }
            // A name with escapes may be any of these.
            key => {
                self.has_escapes |= key.contains(&b'\\');
                return;
            }
        };
        self.has_escapes |= value.contains(&b'\\');
        // A record has a name once; which one counts is left to the reader of trees.
        self.is_other |= field.is_some();
        *field = text(value);
    }

    /// Puts the event of the record in front of what is in `into`.
    pub(super) fn write(&self, record: &[u8], into: &mut Vec<u8>) -> Option<()> {
        let mut account = self.account;
        if account.is_none() {
            let mut escaped = false;
            members(self.identity.unwrap_or(b"{}"), &mut |key, value| match key {
                b"accountId" => {
                    escaped |= account.is_some() || value.contains(&b'\\');
                    account = text(value);
                }
                key => escaped |= key.contains(&b'\\'),
            });
            if escaped {
                return None;
            }
        }
        let source = source_of(self.source?);
        let kind = detail_type(self.kind.unwrap_or("AwsApiCall"))?;
        let time = self.time.and_then(Moment::parse).map(|(moment, _)| moment.text());
        let time = time.as_deref().unwrap_or(TIME);
        let (account, region) = (account.unwrap_or(ACCOUNT), self.region.unwrap_or(REGION));
        // Made up, and different for different records.
        let id = uuid(from_utf8(record).ok()?);
        into.extend_from_slice(b"{\"version\":\"0\"");
        for (name, value) in [
            ("id", &*id),
            ("detail-type", kind),
            ("source", &source),
            ("account", account),
            ("time", time),
            ("region", region),
        ] {
            for part in [",\"", name, "\":\"", value, "\""] {
                into.extend_from_slice(part.as_bytes());
            }
        }
        into.extend_from_slice(b",\"resources\":[],\"detail\":");
        into.extend_from_slice(record);
        into.push(b'}');
        Some(())
    }
}

/// Calls back with the JSON text of each event of a record, as [`read`] would read them from the record in its list.
/// `buffer` is used again by the next call. Gives the number of events.
pub fn events_of_record(record: &[u8], buffer: &mut Vec<u8>, mut each: impl FnMut(&[u8])) -> usize {
    buffer.clear();
    if CloudTrail::read(record).and_then(|own| own.write(record, buffer)).is_some() {
        each(buffer);
        return 1;
    }
    let Ok(text) = from_utf8(record) else { return 0 };
    if parse(text, Role::Event).valid().is_none() {
        return 0;
    }
    let reading = read(&format!("{{\"Records\": [{text}]}}"), Wanted::Events);
    for event in &reading.events {
        each(event.text.as_bytes());
    }
    reading.events.len()
}

/// A string without escapes that is not empty.
fn text(value: &[u8]) -> Option<&str> {
    let inner = value.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    from_utf8(inner).ok().filter(|text| !text.is_empty() && !text.contains('\\'))
}

/// Calls back with the members of an object: the bytes of each key between its quotes, and of its value. `None` where
/// the text is no object, as far as that is seen.
fn members<'t>(text: &'t [u8], each: &mut dyn FnMut(&'t [u8], &'t [u8])) -> Option<()> {
    let mut rest = text.trim_ascii().strip_prefix(b"{")?.strip_suffix(b"}")?.trim_ascii_start();
    while !rest.is_empty() {
        let (key, behind) = value(rest)?;
        let key = key.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
        let (own, behind) = value(behind.trim_ascii_start().strip_prefix(b":")?.trim_ascii_start())?;
        each(key, own);
        rest = behind.trim_ascii_start();
        if let Some(next) = rest.strip_prefix(b",") {
            rest = next.trim_ascii_start();
        } else if !rest.is_empty() {
            return None;
        }
    }
    Some(())
}

/// The value at the start of a text, and the text behind it.
fn value(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = Brackets::default().end(text).unwrap_or(text.len());
    text.split_at_checked(length)
}
