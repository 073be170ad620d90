//! The sample subscribers of a custom event bus, read from their file.

use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Lang, Role};

/// The sample subscribers, one JSON object a line, in the order of the menu.
///
/// A page fetches the file when its menu is first opened. Whoever names this constant carries the text in the program.
pub const SUBSCRIBERS: &str = include_str!("../data/subscribers.ndjson");

/// The name of the file, as it lies beside a page.
pub const SUBSCRIBERS_FILE: &str = "subscribers.ndjson";

/// A subscriber with an event to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriberSample {
    /// Stable name.
    pub id: String,
    /// What a menu says, in English.
    pub en: Titled,
    /// What a menu says, in Korean.
    pub ko: Titled,
    /// The request of `CreateSubscriber`, a JSON text.
    pub subscriber: String,
    /// The request of `CreateEventSource` that the event came through; nothing where it was published.
    pub event_source: Option<String>,
    /// The event, as it is pasted.
    pub event: String,
    /// How the event was published; nothing where its shape shows that.
    pub published: Option<PublishedBy>,
    /// What the sample shows.
    pub shows: Shown,
}

/// A title and a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// The entry of a menu.
    pub title: String,
    /// What it shows.
    pub about: String,
}

/// The call that published an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedBy {
    /// `PutEvents`
    PutEvents,
    /// `PutRawEvents`
    PutRawEvents,
}

/// What a sample comes to; a test compares it with what Rulepad finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The serialized name of the verdict: `match` or `no_match`.
    pub verdict: String,
    /// The serialized name of what arrives, such as `text` or `failed`; nothing where the filters refuse the event.
    pub outcome: Option<String>,
    /// The payload; in Base64 where bytes arrive.
    pub payload: Option<String>,
    /// What one call carries, where that is not the payload itself.
    pub call: Option<String>,
    /// The parameters that are expressions, by path, with the text that the target gets.
    pub parameters: Vec<(String, String)>,
    /// The codes of what is reported, sorted.
    pub codes: Vec<String>,
}

impl SubscriberSample {
    /// What a menu says.
    #[must_use]
    pub fn titled(&self, lang: Lang) -> &Titled {
        if lang == Lang::En { &self.en } else { &self.ko }
    }
}

/// The line of the file that cannot be read, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The number of the line.
    pub line: usize,
}

/// Reads the text of the file. Texts of JSON are printed again, numbers as they are spelled; an event that is a
/// string in the file is that text, byte for byte.
///
/// # Errors
/// The first line that cannot be read.
pub fn read_subscribers(text: &str) -> Result<Vec<SubscriberSample>, Unreadable> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(at, line): (usize, &str)| {
        let parsed = json::parse_unchecked(line, Role::Event);
        parsed.valid().and_then(of_line).ok_or(Unreadable { line: at + 1 })
    };
    lines.map(read).collect()
}

fn of_line(line: &Node) -> Option<SubscriberSample> {
    let event = line.get("event")?;
    let published = match line.get("published").map(|own| own.as_str()) {
        None => None,
        Some(Some("put-events")) => Some(PublishedBy::PutEvents),
        Some(Some("put-raw-events")) => Some(PublishedBy::PutRawEvents),
        Some(_) => return None,
    };
    Some(SubscriberSample {
        id: text(line, "id")?,
        en: titled(line)?,
        ko: titled(line.get("ko")?)?,
        subscriber: json::pretty(line.get("subscriber")?),
        event_source: line.get("event_source").map(json::pretty),
        event: event.as_str().map_or_else(|| json::pretty(event), str::to_owned),
        published,
        shows: shown(line.get("shows")?)?,
    })
}

fn titled(of: &Node) -> Option<Titled> {
    Some(Titled { title: text(of, "title")?, about: text(of, "about")? })
}

fn shown(of: &Node) -> Option<Shown> {
    let parameters = of.get("parameters").and_then(Node::members).unwrap_or_default();
    let parameter = |own: &json::Member| Some((own.key.clone(), own.value.as_str()?.to_owned()));
    let codes = match of.get("codes").map(|own| &own.value) {
        Some(Value::Array(items)) => items.as_slice(),
        _ => return None,
    };
    Some(Shown {
        verdict: text(of, "verdict")?,
        outcome: text(of, "outcome"),
        payload: text(of, "payload"),
        call: text(of, "call"),
        parameters: parameters.iter().map(parameter).collect::<Option<_>>()?,
        codes: codes.iter().map(|code| code.as_str().map(str::to_owned)).collect::<Option<_>>()?,
    })
}

fn text(of: &Node, key: &str) -> Option<String> {
    of.get(key)?.as_str().map(str::to_owned)
}
