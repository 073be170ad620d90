//! System metadata: its fields and content types (EventBridge user guide, events of a custom event bus).

use rulepad_document::spelling;
use strum::EnumCount;

/// A field of an event's system metadata. Every value is a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum SystemField {
    /// What the data is.
    ContentType,
    /// The group in which events are kept in order.
    EventGroupId,
    /// By what repeated events are recognized.
    DeduplicationId,
    /// The id that AWS gives.
    EventId,
    /// When AWS took the event.
    IngestionTime,
    /// The place of the event in its bus, a decimal number beyond 2⁵³.
    SequenceNumber,
    /// `LIVE` or `REPLAY`.
    DeliveryType,
    /// The source of `PutEvents` and of event sources.
    Source,
    /// The detail type of `PutEvents` and of event sources.
    DetailType,
    /// The schema that Avro or Protobuf was decoded with.
    SchemaId,
    /// `Glue` or `Confluent`.
    RegistryType,
}

impl SystemField {
    /// Every field, in the order of AWS's documentation.
    pub const ALL: [Self; Self::COUNT] = [
        Self::ContentType,
        Self::EventGroupId,
        Self::DeduplicationId,
        Self::EventId,
        Self::IngestionTime,
        Self::SequenceNumber,
        Self::DeliveryType,
        Self::Source,
        Self::DetailType,
        Self::SchemaId,
        Self::RegistryType,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ContentType => "ContentType",
            Self::EventGroupId => "EventGroupId",
            Self::DeduplicationId => "DeduplicationId",
            Self::EventId => "aws:EventId",
            Self::IngestionTime => "aws:IngestionTime",
            Self::SequenceNumber => "aws:SequenceNumber",
            Self::DeliveryType => "aws:DeliveryType",
            Self::Source => "aws:Source",
            Self::DetailType => "aws:DetailType",
            Self::SchemaId => "aws:SchemaId",
            Self::RegistryType => "aws:RegistryType",
        }
    }

    /// The field of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The field that was probably meant.
    #[must_use]
    pub fn meant_by(name: &str) -> Option<Self> {
        let bare: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let own = |field: &Self| field.name().trim_start_matches("aws:").eq_ignore_ascii_case(&bare);
        let near =
            || spelling::nearest(name, Self::ALL.iter().map(|field| field.name())).and_then(Self::named);
        Self::ALL.into_iter().find(own).or_else(near)
    }
}

/// What the data of an event is, as its publisher says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum ContentType {
    /// The classic envelope, of `PutEvents` and of event sources; no publisher may say it.
    Envelope,
    /// JSON.
    Json,
    /// Avro, which AWS decodes by a schema registry.
    Avro,
    /// Protobuf, which AWS decodes by a schema registry.
    Protobuf,
    /// Bytes, which no `DATA` filter matches.
    OctetStream,
}

impl ContentType {
    /// Every content type.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Envelope, Self::Json, Self::Avro, Self::Protobuf, Self::OctetStream];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Envelope => "application/eventbridge+json",
            Self::Json => "application/json",
            Self::Avro => "application/avro",
            Self::Protobuf => "application/protobuf",
            Self::OctetStream => "application/octet-stream",
        }
    }

    /// The content type of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name)
    }

    /// Whether AWS decodes the data by a schema.
    #[must_use]
    pub const fn is_decoded(self) -> bool {
        matches!(self, Self::Avro | Self::Protobuf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_find_their_fields_and_those_that_were_meant() {
        for field in SystemField::ALL {
            assert_eq!(SystemField::named(field.name()), Some(field));
        }
        assert_eq!(SystemField::meant_by("source"), Some(SystemField::Source));
        assert_eq!(SystemField::meant_by("detail-type"), Some(SystemField::DetailType));
        assert_eq!(SystemField::meant_by("aws:EventID"), Some(SystemField::EventId));
        assert_eq!(SystemField::meant_by("content-type"), Some(SystemField::ContentType));
        assert_eq!(SystemField::meant_by("tenant"), None);
    }
}
