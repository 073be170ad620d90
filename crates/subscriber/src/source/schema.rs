//! The members of `CreateEventSource` (API model `eventbridgev2` 2025-05-15, checked 2026-11-29).

use crate::draft::Form;
use crate::draft::schema::{BUS_ARN, DESCRIPTION, Field, Kind, LOG, QUEUE, TAGS, TOKEN, may, must};

const PATTERN: Kind = Kind::Text(0, usize::MAX, Form::Any);
const KEY: Kind = Kind::Text(0, 2048, Form::KeyId);
const HEADER: Kind = Kind::Text(1, 512, Form::PlainHeader);
const MARK: Kind = Kind::Text(1, 64, Form::Printable);
const SECRET: Kind = Kind::Text(6, 512, Form::Any);

const SERVICE: &[Field] = &[
    must("AwsService", Kind::Text(1, 256, Form::ServiceSource)),
    may("Pattern", PATTERN),
    may("OnFailureConfiguration", QUEUE),
];
const PARTNER: &[Field] = &[
    must("PartnerEventSourceArn", Kind::Text(1, 1600, Form::PartnerArn)),
    may("Pattern", PATTERN),
    may("PartnerBusKmsKeyIdentifier", KEY),
    may("OnFailureConfiguration", QUEUE),
];
const TOKEN_AUTH: &[Field] = &[must("TokenHttpHeader", HEADER), may("SecretValue", SECRET)];
const BASIC_AUTH: &[Field] = &[may("Username", Kind::Text(1, 512, Form::UserName)), may("Password", SECRET)];
const HMAC_AUTH: &[Field] = &[
    must("Algorithm", Kind::Choice(&["SHA256", "SHA1"])),
    must("Encoding", Kind::Choice(&["HEX", "BASE64"])),
    must("SignatureHttpHeader", HEADER),
    must(
        "SignedMessageComposition",
        Kind::Choice(&["BODY", "TIMESTAMP_DOT_BODY", "MESSAGE_ID_DOT_TIMESTAMP_DOT_BODY"]),
    ),
    may("SignaturePrefix", MARK),
    may("Delimiter", MARK),
    may("TimestampHttpHeader", HEADER),
    may("TimestampPrefix", MARK),
    may("TimestampToleranceInSeconds", Kind::Integer(1, 900)),
    may("MessageIdHttpHeader", HEADER),
    may("SecretValue", SECRET),
    may("SecretEncoding", Kind::Choice(&["RAW", "BASE64"])),
];
const WEBHOOK: &[Field] = &[
    must(
        "AuthConfiguration",
        Kind::Object(&[
            may("StaticTokenAuthConfiguration", Kind::Object(TOKEN_AUTH)),
            may("BasicHttpAuthConfiguration", Kind::Object(BASIC_AUTH)),
            may("HmacAuthConfiguration", Kind::Object(HMAC_AUTH)),
        ]),
    ),
    must("RoleArn", Kind::Text(1, 1600, Form::RoleArn)),
    may("KmsKeyIdentifier", KEY),
    may("MetadataHttpHeaders", Kind::List(0, 20, &Kind::Text(1, 128, Form::PlainHeader))),
    may(
        "DeduplicationConfiguration",
        Kind::Object(&[must("DeduplicationType", Kind::Choice(&["CONTENT_BASED"]))]),
    ),
    may("LogConfiguration", LOG),
];

/// The request of `CreateEventSource`.
pub(super) const REQUEST: &[Field] = &[
    must("Name", Kind::Text(1, 256, Form::SourceName)),
    must("EventBusArn", BUS_ARN),
    must(
        "Configuration",
        Kind::Object(&[
            may("AwsServiceEventsConfiguration", Kind::Object(SERVICE)),
            may("PartnerEventsConfiguration", Kind::Object(PARTNER)),
            may("WebhookEventsConfiguration", Kind::Object(WEBHOOK)),
        ]),
    ),
    may("Description", DESCRIPTION),
    may("Tags", TAGS),
    may("ClientToken", TOKEN),
];
