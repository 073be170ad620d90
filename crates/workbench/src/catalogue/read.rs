//! The catalogue from the texts of its files.

use super::fields::{FieldInfo, FieldKind, of_event, of_schema, put};
use super::search::Index;
use super::{Catalogue, Confidence, EventType, FILES, SampleEvent, SampleRecord};
use crate::wording::Wording;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_pattern::Dialect;

impl Catalogue {
    /// Reads the texts of [`FILES`], in that order.
    ///
    /// # Errors
    /// A sentence that names the file and the line that cannot be read.
    pub fn read(events: &str, records: &str, types: &str) -> Result<Self, String> {
        let [events_file, records_file, types_file] = FILES;
        let mut catalogue = Self {
            events: lines(events, events_file, event)?,
            records: lines(records, records_file, record)?,
            types: lines(types, types_file, event_type)?,
            index: Index::default(),
        };
        catalogue.join();
        catalogue.index = Index::of(&catalogue);
        Ok(catalogue)
    }

    /// Tells types of the fields of their samples, and samples of those of their type.
    fn join(&mut self) {
        for (at, sample) in self.events.iter().enumerate() {
            let known = self.types.iter_mut().find(|own| sample.is_of(own));
            let own = match known {
                Some(own) => own,
                None => {
                    self.types.push(EventType::new(&sample.service, &sample.source, &sample.detail_type));
                    let Some(own) = self.types.last_mut() else { continue };
                    own.confidence = sample.confidence;
                    own
                }
            };
            own.samples.push(at);
        }
        for own in &mut self.types {
            let schema = std::mem::take(&mut own.fields);
            let sampled = own.samples.iter().filter_map(|at| self.events.get(*at));
            for field in sampled.flat_map(|sample| &sample.fields).cloned().chain(schema) {
                put(&mut own.fields, field);
            }
            drop_containers(&mut own.fields);
            for at in &own.samples {
                let Some(sample) = self.events.get_mut(*at) else { continue };
                for field in &own.fields {
                    put(&mut sample.fields, FieldInfo { sample: String::new(), ..field.clone() });
                }
                drop_containers(&mut sample.fields);
            }
        }
    }
}

impl SampleEvent {
    /// Whether it is an event of this type.
    #[must_use]
    pub fn is_of(&self, other: &EventType) -> bool {
        self.source == other.source && self.detail_type == other.detail_type
    }
}

impl EventType {
    fn new(service: &str, source: &str, detail_type: &str) -> Self {
        let (quoted_source, quoted_type) = (json::quote(source), json::quote(detail_type));
        Self {
            service: service.to_owned(),
            source: source.to_owned(),
            detail_type: detail_type.to_owned(),
            pattern: format!("{{\n  \"source\": [{quoted_source}],\n  \"detail-type\": [{quoted_type}]\n}}"),
            fields: Vec::new(),
            samples: Vec::new(),
            confidence: Confidence::Schema,
        }
    }
}

/// An object that is empty in the sample while its schema knows what can be in it is no field.
fn drop_containers(fields: &mut Vec<FieldInfo>) {
    let paths: Vec<String> = fields.iter().map(|field| field.path.clone()).collect();
    fields.retain(|field| {
        let under = |path: &String| path.strip_prefix(&field.path).is_some_and(|rest| rest.starts_with('.'));
        field.kind != FieldKind::Object || !paths.iter().any(under)
    });
}

/// The objects of a file, one a line.
fn lines<T>(text: &str, file: &str, read: impl Fn(&Node) -> Option<T>) -> Result<Vec<T>, String> {
    let texts = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    texts
        .map(|(at, line)| {
            let parsed = json::parse_unchecked(line, Role::Event);
            let found = parsed.valid().and_then(&read);
            found.ok_or_else(|| crate::words_en::catalogue::unreadable_line(file, at + 1))
        })
        .collect()
}

fn text(node: &Node, key: &str) -> Option<String> {
    node.get(key)?.as_str().map(str::to_owned)
}

/// The texts of a list; a list that is absent is empty.
fn texts(node: &Node, key: &str) -> Option<Vec<String>> {
    node.get(key).map_or(Some(Vec::new()), |list| {
        items(list)?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
    })
}

/// The sentences of a list, with the Korean ones in the same order.
fn sentences(node: &Node, key: &str, ko: (&Node, &str)) -> Option<Vec<Wording>> {
    let (en, ko) = (texts(node, key)?, texts(ko.0, ko.1)?);
    let paired = en.len() == ko.len();
    paired.then(|| en.into_iter().zip(ko).map(|(en, ko)| Wording::new(en, ko)).collect())
}

fn items(node: &Node) -> Option<&[Node]> {
    match &node.value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

fn event(line: &Node) -> Option<SampleEvent> {
    let event = line.get("event")?;
    let mut fields = of_event(event.get("detail")?, "detail");
    fields.retain(|field| field.path != "detail");
    for member in line.get("keys").and_then(Node::members).unwrap_or_default() {
        let mut found = of_schema(&member.value, &member.key);
        found.iter_mut().for_each(|field| field.required = None);
        found.into_iter().for_each(|field| put(&mut fields, field));
    }
    for member in line.get("values").and_then(Node::members).unwrap_or_default() {
        let values: Vec<String> = items(&member.value)?.iter().map(json::compact).collect();
        match fields.iter_mut().find(|field| field.path == member.key) {
            Some(field) => field.values = values,
            None => {
                fields.push(FieldInfo { values, ..FieldInfo::new(&member.key, FieldKind::String, false) })
            }
        }
    }
    for member in line.get("names").and_then(Node::members).unwrap_or_default() {
        let names = items(&member.value)?.iter().map(|item| item.as_str().map(str::to_owned));
        let names = names.collect::<Option<Vec<String>>>()?;
        let field = fields.iter_mut().find(|field| field.path == member.key)?;
        field.names = Some(names).filter(|names| names.len() == field.values.len())?;
    }
    Some(SampleEvent {
        id: text(line, "id")?,
        service: text(line, "service")?,
        source: text(event, "source")?,
        detail_type: text(event, "detail-type")?,
        event: json::pretty(event),
        pattern: json::pretty(line.get("pattern")?),
        fields,
        notes: sentences(line, "notes", (line, "ko"))?,
        confidence: confidence(&text(line, "confidence")?)?,
        reference: text(line, "reference")?,
    })
}

fn confidence(word: &str) -> Option<Confidence> {
    Some(match word {
        "schema" => Confidence::Schema,
        "docs" => Confidence::Docs,
        "community" => Confidence::Community,
        "memory" => Confidence::Memory,
        "own" => Confidence::Own,
        _ => return None,
    })
}

fn record(line: &Node) -> Option<SampleRecord> {
    let payload = line.get("payload")?;
    let ko = line.get("ko")?;
    let mut patterns = Vec::new();
    for member in line.get("patterns").and_then(Node::members).unwrap_or_default() {
        let dialect: Dialect = serde_json::from_value(member.key.as_str().into()).ok()?;
        patterns.push((dialect, json::pretty(&member.value)));
    }
    Some(SampleRecord {
        id: text(line, "id")?,
        title: Wording::new(text(line, "title")?, text(ko, "title")?),
        record: json::pretty(line.get("record").unwrap_or(payload)),
        payload: json::pretty(payload),
        dialects: patterns.iter().map(|(dialect, _)| *dialect).collect(),
        facts: sentences(line, "facts", (ko, "facts"))?,
        reference: text(line, "reference")?,
        patterns,
    })
}

fn event_type(line: &Node) -> Option<EventType> {
    let (service, source) = (text(line, "service")?, text(line, "source")?);
    let mut found = EventType::new(&service, &source, &text(line, "detail-type")?);
    found.fields = of_schema(line.get("detail")?, "detail");
    Some(found)
}
