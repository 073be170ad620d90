//! What a person is editing: the texts of one subscriber and of an event for it.

use rulepad_subscriber::Scope;
use rulepad_subscriber::event::{Given, Published};
use rulepad_subscriber::system::ContentType;
use serde::{Deserialize, Serialize};

/// Everything that a link, a stored draft and an evaluation carry. The texts are as typed, valid or not; a blank text is
/// a member that the subscriber does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubscriberDraft {
    /// The event: whatever was pasted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub event: String,
    /// How the event was published, where its text does not show it.
    #[serde(skip_serializing_if = "is_usual")]
    pub published: Published,
    /// What the payload of `PutRawEvents` is.
    #[serde(skip_serializing_if = "is_usual")]
    pub content: Content,
    /// The publisher's `Metadata`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub metadata: Vec<Pair>,
    /// The publisher's `EventGroupId`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The publisher's `DeduplicationId`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub deduplication: String,
    /// The filter of `DATA`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub data: String,
    /// The filter of `METADATA`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub of_metadata: String,
    /// The filter of `SYSTEM_METADATA`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub of_system_metadata: String,
    /// What is delivered.
    #[serde(skip_serializing_if = "is_usual")]
    pub transformer: TransformerType,
    /// The transformer's expression, with its delimiters; kept while another type is chosen.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub expression: String,
    /// `Name`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// `EventBusArn`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bus: String,
    /// `TargetArn`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    /// `RoleArn`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The other members of `InvokeConfiguration`, a JSON object: the block of parameters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub parameters: String,
    /// `MaxRetryAttempts`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub attempts: String,
    /// `MaxEventAgeInSeconds`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub age: String,
    /// The queue for failures.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub queue: String,
    /// `MaxBatchSize`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub batch: String,
    /// `MaxBatchWindowInSeconds`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub window: String,
    /// All other members of the request, a JSON object.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rest: String,
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A key of the publisher's `Metadata` with its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// What the payload of `PutRawEvents` is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// `application/json`
    #[default]
    Json,
    /// `application/avro`, written as the JSON that it decodes to.
    Avro,
    /// `application/protobuf`, written as the JSON that it decodes to.
    Protobuf,
    /// `application/octet-stream`: the bytes of the text.
    OctetStream,
}

impl Content {
    /// Every content type that a publisher may give.
    pub const ALL: [Self; 4] = [Self::Json, Self::Avro, Self::Protobuf, Self::OctetStream];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.of_event().name()
    }

    const fn of_event(self) -> ContentType {
        match self {
            Self::Json => ContentType::Json,
            Self::Avro => ContentType::Avro,
            Self::Protobuf => ContentType::Protobuf,
            Self::OctetStream => ContentType::OctetStream,
        }
    }
}

/// The type of a transformer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TransformerType {
    /// The data as it is.
    #[default]
    Raw,
    /// All three parts of the event.
    WithMetadata,
    /// What an expression makes of the event.
    Jsonata,
}

impl TransformerType {
    /// Every type.
    pub const ALL: [Self; 3] = [Self::Raw, Self::WithMetadata, Self::Jsonata];

    /// Its name in a request.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Raw => "RAW",
            Self::WithMetadata => "WITH_METADATA",
            Self::Jsonata => "JSONATA",
        }
    }

    /// The type of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name)
    }
}

/// A text of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The event.
    Event,
    /// The publisher's metadata, which is not one text: problems have no place in it.
    Metadata,
    /// The filter of `DATA`.
    Data,
    /// The filter of `METADATA`.
    OfMetadata,
    /// The filter of `SYSTEM_METADATA`.
    OfSystemMetadata,
    /// The transformer's expression.
    Expression,
    /// `TargetArn`.
    Target,
    /// `RoleArn`.
    Role,
    /// The other members of `InvokeConfiguration`.
    Parameters,
    /// `MaxBatchSize`.
    Batch,
    /// `MaxBatchWindowInSeconds`.
    Window,
    /// `MaxRetryAttempts`.
    Attempts,
    /// `MaxEventAgeInSeconds`.
    Age,
    /// The queue for failures.
    Queue,
    /// `Name`.
    Name,
    /// `EventBusArn`.
    Bus,
    /// All other members.
    Rest,
}

impl Field {
    /// The filter of a scope.
    #[must_use]
    pub const fn of(scope: Scope) -> Self {
        match scope {
            Scope::Data => Self::Data,
            Scope::Metadata => Self::OfMetadata,
            Scope::SystemMetadata => Self::OfSystemMetadata,
        }
    }

    /// The scope of a filter; nothing for other texts.
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        match self {
            Self::Data => Some(Scope::Data),
            Self::OfMetadata => Some(Scope::Metadata),
            Self::OfSystemMetadata => Some(Scope::SystemMetadata),
            _ => None,
        }
    }
}

impl SubscriberDraft {
    /// The text of a field; nothing for the metadata, which is not one text.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        Some(match field {
            Field::Event => &self.event,
            Field::Metadata => return None,
            Field::Data => &self.data,
            Field::OfMetadata => &self.of_metadata,
            Field::OfSystemMetadata => &self.of_system_metadata,
            Field::Expression => &self.expression,
            Field::Target => &self.target,
            Field::Role => &self.role,
            Field::Parameters => &self.parameters,
            Field::Batch => &self.batch,
            Field::Window => &self.window,
            Field::Attempts => &self.attempts,
            Field::Age => &self.age,
            Field::Queue => &self.queue,
            Field::Name => &self.name,
            Field::Bus => &self.bus,
            Field::Rest => &self.rest,
        })
    }

    /// The text of a field, to be changed.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::Event => &mut self.event,
            Field::Metadata => return None,
            Field::Data => &mut self.data,
            Field::OfMetadata => &mut self.of_metadata,
            Field::OfSystemMetadata => &mut self.of_system_metadata,
            Field::Expression => &mut self.expression,
            Field::Target => &mut self.target,
            Field::Role => &mut self.role,
            Field::Parameters => &mut self.parameters,
            Field::Batch => &mut self.batch,
            Field::Window => &mut self.window,
            Field::Attempts => &mut self.attempts,
            Field::Age => &mut self.age,
            Field::Queue => &mut self.queue,
            Field::Name => &mut self.name,
            Field::Bus => &mut self.bus,
            Field::Rest => &mut self.rest,
        })
    }

    /// What the publisher sets beside the text of the event.
    pub(crate) fn given(&self) -> Given {
        let is_named = |pair: &&Pair| !(pair.key.is_empty() && pair.value.is_empty());
        let pair = |pair: &Pair| (pair.key.clone(), pair.value.clone());
        Given {
            content: Some(self.content.of_event()),
            metadata: self.metadata.iter().filter(is_named).map(pair).collect(),
            group: self.group.clone(),
            deduplication: self.deduplication.clone(),
        }
    }
}
