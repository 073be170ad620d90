//! A test file as data: which rules, which events, and what is expected of them.

use rulepad_document::Span;
use rulepad_document::json::Node;
use rulepad_subscriber::Published;

/// A text of the test file with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The text.
    pub text: String,
    /// Where it is in the test file.
    pub span: Span,
}

/// What a test file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestFile {
    /// Where the rules are.
    pub rules: Vec<RuleSource>,
    /// Where the subscribers of custom event buses are.
    pub subscribers: Vec<RuleSource>,
    /// Events of the bus, to see which of them trigger no rule.
    pub events: Vec<EventSource>,
    /// The values that rules get only at deploy time.
    pub values: Vec<GivenValue>,
    /// The tests, in the order of the file.
    pub tests: Vec<Test>,
}

/// A value that a rule gets only at deploy time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenValue {
    /// Its name: a parameter, a resource's reference or a variable, as the rule shows it between `${` and `}`.
    pub name: Placed,
    /// The value, or the items of a list.
    pub values: Vec<String>,
}

/// Where one or several rules are: `template.yaml`, `infra/*.tf`, `template.yaml#OrderPlaced`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// The path, relative to the test file; it may have `*`, `?`, `[…]` and `**`.
    pub path: Placed,
    /// Which rule of the file, by anything that names it; `None` for all.
    pub rule: Option<String>,
}

impl RuleSource {
    /// A path, with `#` and a rule's name behind it or without.
    #[must_use]
    pub fn of(path: Placed) -> Self {
        match path.text.split_once('#') {
            Some((file, rule)) => {
                let rule = Some(rule.to_owned());
                Self { path: Placed { text: file.to_owned(), span: path.span }, rule }
            }
            None => Self { path, rule: None },
        }
    }
}

/// Where an event is.
#[derive(Clone, Debug, PartialEq)]
pub enum EventSource {
    /// A file, or several: a path relative to the test file.
    File(Placed),
    /// A sample of the catalogue, by its id.
    Sample(Placed),
    /// An event in the test file, as JSON.
    Inline {
        /// The event's JSON text.
        text: String,
        /// Where it is in the test file.
        span: Span,
    },
    /// A loaded event of Rulepad's own file, as it is there, whether it can be read or not.
    Loaded {
        /// What a list calls it.
        name: String,
        /// Its text.
        text: String,
        /// Where the test is in the file.
        span: Span,
    },
}

impl EventSource {
    /// Where the test file names it.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::File(own) | Self::Sample(own) => own.span,
            Self::Inline { span, .. } | Self::Loaded { span, .. } => *span,
        }
    }
}

/// One test.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Of one rule.
    Rule(RuleTest),
    /// Of all rules of the file together.
    Bus(BusTest),
    /// Of one subscriber of a custom event bus.
    Subscriber(SubscriberTest),
}

impl Test {
    /// Where the test is in the file.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Rule(own) => own.rule.span,
            Self::Bus(own) => own.span,
            Self::Subscriber(own) => own.subscriber.span,
        }
    }
}

/// What is expected of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleTest {
    /// The rule, by anything that names it.
    pub rule: Placed,
    /// The events that must match, and those that must not.
    pub samples: Vec<Sample>,
    /// What targets receive.
    pub deliveries: Vec<ExpectedDelivery>,
}

/// An event and whether it must match.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Whether it must match.
    pub matches: bool,
    /// Its name in reports; without one, the path or the id.
    pub name: Option<String>,
    /// The event.
    pub event: EventSource,
    /// Of an event that must not match: the fields whose conditions fail, all of them. Empty for any.
    pub because: Vec<Placed>,
    /// Where the sample is in the file.
    pub span: Span,
}

/// What one target receives of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedDelivery {
    /// The target's `Id`.
    pub target: Placed,
    /// Its name in reports.
    pub name: Option<String>,
    /// The event.
    pub event: EventSource,
    /// What is expected, part by part.
    pub parts: Vec<ExpectedPart>,
    /// That the delivery is refused.
    pub refused: Option<Refusal>,
    /// Where the expectation is in the file.
    pub span: Span,
}

/// One part of a request: the payload, or what AWS names otherwise, such as `MessageGroupId`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedPart {
    /// The part.
    pub part: PartName,
    /// Its value. A string is compared as a text where the part is no JSON.
    pub value: Node,
}

/// The name of a part of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartName {
    /// The payload, whatever the service calls it.
    Body,
    /// The message group of a queue or a topic.
    Group,
    /// Another part, as the service names it.
    Named(Placed),
}

/// That EventBridge or the service behind the target does not take a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A part of the reason, in any case; blank for any reason.
    pub reason: String,
    /// Where it is in the file.
    pub span: Span,
}

/// What is expected of one subscriber.
#[derive(Clone, Debug, PartialEq)]
pub struct SubscriberTest {
    /// The subscriber, by its name or that of its file.
    pub subscriber: Placed,
    /// The events that it must get, and those that it must not.
    pub samples: Vec<PublishedSample>,
    /// What arrives at its target.
    pub deliveries: Vec<PublishedDelivery>,
}

/// An event, how it was published, and whether a subscriber must get it.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedSample {
    /// The event and what is expected. `because` names fields with the part of the event: `DATA.detail.total`.
    pub sample: Sample,
    /// The call that published it.
    pub published: Published,
}

/// What arrives at the target of a subscriber.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedDelivery {
    /// The event and what is expected. The target is the only one.
    pub delivery: ExpectedDelivery,
    /// The call that published the event.
    pub published: Published,
}

/// Which rules one event triggers.
#[derive(Clone, Debug, PartialEq)]
pub struct BusTest {
    /// Its name in reports.
    pub name: Option<String>,
    /// The event.
    pub event: EventSource,
    /// The rules it triggers, all of them.
    pub triggers: Vec<Placed>,
    /// Where the test is in the file.
    pub span: Span,
}
