//! Subscribers in texts: what `rulepad import` prints of them, and `rulepad export --dialect subscriber`.

use crate::label::Label;
use crate::message::{Message, RulesOf, labeled};
use crate::migrate::of_file;
use crate::shown::{self, line};
use crate::source::InputText;
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, migrate};
use rulepad_subscriber::draft::{self, DraftReading};
use rulepad_subscriber::target::{Refusal, check, settings};
use rulepad_subscriber::{ParsedFilter, filter::check_all};
use rulepad_subscriber_export::{Exported, Format, Rendered, Subject, export};
use rulepad_subscriber_import::{FoundRequest, Imported, import, may_have};
use rulepad_workbench::{Diagnostic, Lang, Reference, Severity, Words};
use serde_json::{Value, json};
use std::io::{self, Write};

/// The subscribers of a text; `None` where it has none and is not about any.
pub fn read(source: &InputText) -> Option<Imported> {
    let read = may_have(&source.text).then(|| import(&source.text))?;
    read.form.is_some().then_some(read).filter(|read| !read.is_empty() || is_partial(read))
}

/// Whether something of a text could not be taken.
fn is_partial(read: &Imported) -> bool {
    read.diagnostics.iter().any(|found| found.severity != Severity::Note)
}

/// Whether something could not be taken, or AWS refuses a subscriber.
pub fn is_broken(read: &Imported) -> bool {
    is_partial(read)
        || read.subscribers.iter().any(|own| !refused(own).is_empty())
        || read.sources.iter().any(|own| !refused_of_source(own).is_empty())
}

/// The problems of a text in words.
pub fn worded(read: &Imported, lang: Lang) -> Vec<Diagnostic> {
    read.diagnostics.iter().map(|found| found.worded(lang)).collect()
}

/// Prints what was understood of a text.
pub fn report(out: &mut impl Write, read: &Imported, source: &InputText, lang: Lang) -> io::Result<()> {
    if let Some(form) = read.form {
        line(out, format_args!("{}: {}", source.name, form.name(lang)))?;
    }
    for own in &read.buses {
        writeln!(out)?;
        let name = if own.name.is_empty() { &own.label } else { &own.name };
        line(out, Message::CustomBus(name.clone()).words(lang))?;
    }
    for own in &read.sources {
        writeln!(out)?;
        line(out, Message::EventSource(own.label.clone()).words(lang))?;
        shown_members(out, &own.request, &["EventBusArn"])?;
        let reading = rulepad_subscriber::source::read(&own.request);
        if let Some(origin) = reading.source.origin.as_ref().and_then(|origin| origin.source()) {
            line(out, format_args!("  {origin}"))?;
        }
        if let Some(pattern) = &reading.source.pattern {
            line(out, format_args!("  {}", pattern.text))?;
        }
        for found in refused_of_source(own) {
            line(out, format_args!("  {}", labeled(Label::Refused, lang, found.worded(lang).message)))?;
        }
    }
    for own in &read.subscribers {
        writeln!(out)?;
        line(out, Message::Subscriber(own.label.clone()).words(lang))?;
        shown_members(out, &own.request, &["EventBusArn"])?;
        let DraftReading { subscriber, .. } = draft::read(&own.request);
        for filter in &subscriber.filters {
            line(out, format_args!("  {}: {}", filter.filter.scope.name(), filter.filter.pattern))?;
        }
        if let Some(target) = subscriber.invoke.as_ref().and_then(|invoke| invoke.value.arn.as_ref()) {
            line(out, format_args!("  TargetArn: {}", target.value))?;
        }
        for setting in settings(&subscriber).0 {
            line(out, format_args!("  {}", setting.words(lang)))?;
        }
        for found in refused(own) {
            line(out, format_args!("  {}", labeled(Label::Refused, lang, found.worded(lang).message)))?;
        }
    }
    if !(read.is_empty() || read.diagnostics.is_empty()) {
        writeln!(out)?;
    }
    diagnostics::write(out, source, worded(read, lang), lang)
}

fn shown_members(out: &mut impl Write, request: &str, names: &[&str]) -> io::Result<()> {
    let request: Value = serde_json::from_str(request).unwrap_or_default();
    for name in names {
        if let Some(text) = request.get(name).and_then(Value::as_str) {
            line(out, format_args!("  {name}: {text}"))?;
        }
    }
    Ok(())
}

/// What AWS refuses of the pattern of an event source, apart from values that are known only at deploy time.
fn refused_of_source(own: &FoundRequest) -> Vec<rulepad_subscriber::Diagnostic> {
    let Some(pattern) = rulepad_subscriber::source::read(&own.request).source.pattern else {
        return Vec::new();
    };
    let is_later = own.references.iter().any(|own| pattern.text.contains(&own.shown));
    let errors = pattern.diagnostics.into_iter().filter(rulepad_subscriber::Diagnostic::is_error);
    if is_later { Vec::new() } else { errors.collect() }
}

/// What AWS refuses of a subscriber that is well formed, apart from values that are known only at deploy time.
fn refused(own: &FoundRequest) -> Vec<rulepad_subscriber::Diagnostic> {
    let reading = draft::read(&own.request);
    let of_target = check(&reading.subscriber).into_iter();
    let of_target =
        of_target.filter(|found| found.refusal == Refusal::AtCreate).map(|found| found.diagnostic);
    let mut filters: Vec<ParsedFilter> =
        reading.subscriber.filters.iter().map(|own| ParsedFilter::new(&own.filter)).collect();
    check_all(&mut filters);
    let placed = reading.subscriber.filters.iter().zip(&filters);
    let of_filters = placed.flat_map(|(own, filter)| {
        let errors = filter.diagnostics.iter().filter(|found| found.is_error());
        errors.map(|found| own.place.place(found.clone())).collect::<Vec<_>>()
    });
    let is_known = |found: &rulepad_subscriber::Diagnostic| {
        let text = found.span().of(&own.request);
        !own.references.iter().any(|own| text.contains(&own.shown))
    };
    of_target.chain(of_filters).filter(is_known).collect()
}

/// What was understood as JSON, beside what was understood of rules.
pub fn as_json(read: &Imported, rules: &mut Value, lang: Lang) {
    let request = |own: &FoundRequest, refused: Vec<rulepad_subscriber::Diagnostic>| {
        json!({
            "label": own.label,
            "address": own.address,
            "request": serde_json::from_str::<Value>(&own.request).unwrap_or_else(|_| own.request.as_str().into()),
            "references": own.references,
            "refused": refused.iter().map(|found| found.worded(lang).message).collect::<Vec<_>>(),
        })
    };
    let Value::Object(members) = rules else { return };
    let has_rules = members.get("rules").and_then(Value::as_array).is_some_and(|rules| !rules.is_empty());
    let own = serde_json::to_value(worded(read, lang)).unwrap_or_default();
    if !has_rules {
        members.insert("form".to_owned(), read.form.map(|form| form.name(lang)).unwrap_or_default().into());
        members.insert("diagnostics".to_owned(), own);
    } else if let (Some(Value::Array(all)), Value::Array(own)) = (members.get_mut("diagnostics"), own) {
        all.extend(own);
    }
    let subscribers = read.subscribers.iter().map(|own| request(own, refused(own)));
    let sources = read.sources.iter().map(|own| request(own, refused_of_source(own)));
    let buses = read.buses.iter().map(|own| json!({"label": own.label, "name": own.name}));
    members.insert("subscribers".to_owned(), subscribers.collect());
    members.insert("event_sources".to_owned(), sources.collect());
    members.insert("event_buses".to_owned(), buses.collect());
}

/// All subscribers and event sources of a text, or the subscriber that is named.
pub fn subject(read: &Imported, name: Option<&str>, of: RulesOf) -> Result<Subject, Stop> {
    let chosen = |all: &[FoundRequest]| -> Vec<Exported> {
        let request = |own: &FoundRequest| Exported { request: own.request.clone(), creates_role: false };
        all.iter().map(request).collect()
    };
    let Some(name) = name else {
        let all = read.subscribers.iter().chain(&read.sources);
        return Ok(Subject {
            sources: read.sources.iter().map(|own| own.request.clone()).collect(),
            subscribers: chosen(&read.subscribers),
            references: references(all),
        });
    };
    let number = name.parse::<usize>().ok();
    let fits = |(at, own): (usize, &FoundRequest)| {
        (own.label == name || own.address == name || number == Some(at + 1)).then(|| own.clone())
    };
    let found: Vec<FoundRequest> = read.subscribers.iter().enumerate().filter_map(fits).collect();
    let names = |all: &[FoundRequest]| {
        let names: Vec<String> = all.iter().map(|own| format!("`{}`", own.label)).collect();
        names.join(", ")
    };
    match found.as_slice() {
        [] => Err(Stop::new(Message::UnknownSubscriber {
            of,
            name: name.to_owned(),
            subscribers: names(&read.subscribers),
        })),
        [only] => Ok(Subject {
            sources: Vec::new(),
            subscribers: chosen(&found),
            references: only.references.clone(),
        }),
        several => Err(Stop::new(Message::SeveralSubscribers {
            of,
            name: name.to_owned(),
            subscribers: names(several),
        })),
    }
}

/// The references of all, each once.
fn references<'f>(all: impl Iterator<Item = &'f FoundRequest>) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    for own in all.flat_map(|own| &own.references) {
        if !found.contains(own) {
            found.push(own.clone());
        }
    }
    found
}

/// `rulepad export --dialect subscriber`.
pub fn export_to(
    source: InputText,
    format: String,
    name: Option<&str>,
    lang: Lang,
    out: &mut impl Write,
) -> Result<u8, Stop> {
    let format = migrate::format(format)?;
    let read = import(&source.text);
    // Nothing is left to be done where standard error is closed.
    let _ = diagnostics::write(&mut io::stderr().lock(), &source, worded(&read, lang), lang);
    if read.is_empty() {
        return Err(Stop::new(Message::NoSubscriberIn(source.name)));
    }
    let subject = subject(&read, name, RulesOf::Text(source.name))?;
    let file = export(format, &subject);
    read_or_not(shown::file(out, &file.text).map_err(Stop::from))?;
    let mut about = io::stderr().lock();
    let kept = |own: &&FoundRequest| subject.subscribers.iter().any(|kept| kept.request == own.request);
    let mut is_refused = false;
    let of_subscribers = read.subscribers.iter().filter(kept).map(|own| (own, refused(own)));
    let of_sources = read.sources.iter().filter(|_| name.is_none()).map(|own| (own, refused_of_source(own)));
    for (own, found) in of_subscribers.chain(of_sources) {
        for found in found {
            is_refused = true;
            let text = format!("{}: {}", own.label, found.worded(lang).message);
            let _ = line(&mut about, labeled(Label::Refused, lang, text));
        }
    }
    let _ = of_file(&mut about, &file, lang);
    Ok(u8::from(!file.losses.is_empty() || is_refused || is_partial(&read)))
}

/// Rulepad's own file of all subscribers and event sources of a text.
pub fn own_file(read: &Imported, name: Option<&str>, of: RulesOf) -> Result<Rendered, Stop> {
    Ok(export(Format::SubscriberJson, &subject(read, name, of)?))
}
