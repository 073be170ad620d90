//! Why a filter silently never matches an event that it was written for.

use crate::code::Code;
use crate::event::{BusEvent, Call};
use crate::explain::{Outcome, fits};
use crate::filter::ParsedFilter;
use crate::message::{Diagnostic, FilterText};
use crate::scope::Scope;
use crate::system::{ContentType, SystemField};
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Edit, Role, Severity, Span};
use rulepad_event::fields::FIELDS;
use rulepad_pattern::event::{Event, Scalar};
use rulepad_pattern::explanation::{Finding, Reason};
use rulepad_pattern::operator::Test;
use rulepad_pattern::parse_language;

/// The traps that a failed filter fell into.
pub(crate) fn traps(filter: &ParsedFilter, event: &BusEvent, outcome: &Outcome) -> Vec<Diagnostic> {
    let whole = filter.json.as_ref().map(|json| json.span).unwrap_or_default();
    match (filter.scope, outcome) {
        (Scope::Data, Outcome::OctetStream) => {
            vec![
                trap(Code::FilterOctetStream, whole, FilterText::OctetStream).advice(FilterText::UseMetadata),
            ]
        }
        (Scope::Data, Outcome::Tried(_)) => other_call(filter, event).into_iter().collect(),
        (Scope::Metadata, _) if event.call == Some(Call::PutEvents) => {
            vec![trap(Code::FilterNoMetadata, whole, FilterText::NoMetadata).advice(FilterText::UseData)]
        }
        (Scope::SystemMetadata, Outcome::Tried(explanation)) => {
            explanation.conditions.iter().filter_map(|found| system(found, event)).collect()
        }
        _ => Vec::new(),
    }
}

fn trap(code: Code, span: Span, text: FilterText) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Pattern, span, text)
}

/// A filter that was written for events of the other call.
fn other_call(filter: &ParsedFilter, event: &BusEvent) -> Option<Diagnostic> {
    let (json, data) = (filter.json.as_ref()?, event.part(Scope::Data)?);
    match event.call? {
        Call::PutEvents => for_raw(filter, json, data),
        Call::PutRawEvents => for_envelope(filter, json, data),
    }
}

/// A pattern over the payload, tried on an envelope.
fn for_raw(filter: &ParsedFilter, json: &Node, data: &Node) -> Option<Diagnostic> {
    let members = json.members()?;
    let detail = data.get("detail")?;
    let own = parse_language(&filter.text).pattern;
    let fits = fits(&own, detail);
    let of_envelope = members.iter().any(|member| FIELDS.contains(&member.key.as_str()));
    let known = Event::new(detail)?;
    let found = own.conditions.iter().any(|condition| known.entries(&condition.name).next().is_some());
    if !fits && (of_envelope || !found) {
        return None;
    }
    let edits = vec![
        Edit {
            span: Span { start: json.span.start, end: json.span.start },
            text: "{\"detail\": ".to_owned(),
        },
        Edit { span: Span { start: json.span.end, end: json.span.end }, text: "}".to_owned() },
    ];
    Some(
        trap(Code::FilterForPutRawEvents, json.span, FilterText::ForPutRawEvents { fits })
            .fix(FilterText::WrapInDetail, edits)
            .advice(FilterText::PublishBy(Call::PutRawEvents)),
    )
}

/// A pattern over the envelope, tried on a payload.
fn for_envelope(filter: &ParsedFilter, json: &Node, data: &Node) -> Option<Diagnostic> {
    let members = json.members()?;
    let is_envelope = members.iter().all(|member| FIELDS.contains(&member.key.as_str()));
    let absent = members.iter().any(|member| data.get(&member.key).is_none());
    if !is_envelope || !absent {
        return None;
    }
    let envelope: Vec<String> =
        members.iter().filter(|member| member.key != "detail").map(|member| member.key.clone()).collect();
    let detail = members.iter().find(|member| member.key == "detail" && data.get("detail").is_none());
    let inner = detail.filter(|detail| matches!(detail.value.value, Value::Object(_)));
    let Some(inner) = inner else {
        // Without a detail, names of the envelope are also names that a payload may have.
        let all = members.len() > 1 && members.iter().all(|member| data.get(&member.key).is_none());
        return all.then(|| {
            trap(Code::FilterForPutEvents, json.span, FilterText::ForPutEvents { fits: false, envelope })
                .advice(FilterText::PublishBy(Call::PutEvents))
        });
    };
    let text = inner.value.span.of(&filter.text);
    let parsed = parse_language(text);
    let fits =
        !parsed.diagnostics.iter().any(rulepad_pattern::Diagnostic::is_error) && fits(&parsed.pattern, data);
    let edits = vec![Edit { span: json.span, text: text.to_owned() }];
    Some(
        trap(Code::FilterForPutEvents, json.span, FilterText::ForPutEvents { fits, envelope })
            .fix(FilterText::UnwrapDetail, edits)
            .advice(FilterText::PublishBy(Call::PutEvents)),
    )
}

/// A condition over system metadata that events of this call never meet.
fn system(found: &Finding, event: &BusEvent) -> Option<Diagnostic> {
    let field = SystemField::named(&found.name).filter(|_| !found.holds)?;
    match (field, event.call?) {
        (SystemField::Source | SystemField::DetailType, Call::PutRawEvents)
            if matches!(found.reason, Reason::Absent) =>
        {
            let text = FilterText::RawHasNoSource(field.name());
            Some(trap(Code::FilterRawHasNoSource, found.key, text).advice(FilterText::AskMetadata))
        }
        (SystemField::ContentType, Call::PutEvents) => {
            let json = ContentType::Json.name();
            let plain = |test: &Test| matches!(test, Test::Exact(exact) if exact.0 == Scalar::String(json.to_owned()));
            let wanted = found.wants.iter().find(|wanted| plain(&wanted.test))?;
            let name = ContentType::Envelope.name();
            let edits = vec![Edit { span: wanted.span, text: quote(name) }];
            Some(
                trap(Code::FilterEnvelopeContentType, wanted.span, FilterText::EnvelopeContentType)
                    .fix(FilterText::Rename(name), edits),
            )
        }
        _ => None,
    }
}
