//! `rulepad test --dialect subscriber`: whether a subscriber of a custom event bus gets an event, and why.

use crate::diagnostics;
use crate::event_source;
use crate::label::Label;
use crate::message::{Message, labeled};
use crate::options::{Format, json, once};
use crate::shown::{line, lines};
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use rulepad_subscriber::report::{
    ArrivedOutcome, ArrivedReport, EventReport, FilterReport, Line, Report, TargetReport, of_filters,
    of_subscriber,
};
use rulepad_subscriber::{Filter, Published, Scope, Verdict};
use rulepad_workbench::{Diagnostic, EventCode, Lang};
use std::ffi::OsString;
use std::io::{self, Write};

/// The files of the command.
#[derive(Default)]
pub struct Files {
    subscriber: Option<OsString>,
    metadata: Option<OsString>,
    system_metadata: Option<OsString>,
    published: Option<Published>,
    event_source: Option<OsString>,
}

impl Files {
    /// Takes an option that `test` has for subscribers alone; whether it is one.
    pub fn take(&mut self, name: &str, arguments: &mut lexopt::Parser) -> Result<bool, Stop> {
        match name {
            "subscriber" => once(&mut self.subscriber, "subscriber", arguments.value()?)?,
            "metadata" => once(&mut self.metadata, "metadata", arguments.value()?)?,
            "system-metadata" => once(&mut self.system_metadata, "system-metadata", arguments.value()?)?,
            "event-source" => once(&mut self.event_source, "event-source", arguments.value()?)?,
            "published" => {
                let name = arguments.value()?.to_string_lossy().into_owned();
                let value = match name.as_str() {
                    "put-events" => Published::PutEvents,
                    "put-raw-events" => Published::PutRawEvents,
                    _ => return Err(Stop::new(Message::UnknownPublished(name))),
                };
                once(&mut self.published, "published", value)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// An option that was given, where the dialect is another.
    pub fn given(&self) -> Option<&'static str> {
        let given = [
            (self.subscriber.is_some(), "subscriber"),
            (self.metadata.is_some(), "metadata"),
            (self.system_metadata.is_some(), "system-metadata"),
            (self.published.is_some(), "published"),
            (self.event_source.is_some(), "event-source"),
        ];
        given.into_iter().find(|(is_given, _)| *is_given).map(|(_, name)| name)
    }

    /// Runs the test and gives the exit code.
    pub fn run(
        self,
        data: Option<OsString>,
        event: OsString,
        explained: bool,
        format: Format,
        lang: Lang,
        out: &mut impl Write,
    ) -> Result<u8, Stop> {
        let filters = [
            (Scope::Data, data),
            (Scope::Metadata, self.metadata),
            (Scope::SystemMetadata, self.system_metadata),
        ];
        let files = filters.iter().map(|(_, file)| file.as_ref());
        one_standard_input(files.chain([self.subscriber.as_ref(), Some(&event)]))?;
        let is_filters = filters.iter().any(|(_, file)| file.is_some());
        let published = self.published.unwrap_or_default();
        if let Some(source) = self.event_source {
            if is_filters || self.subscriber.is_some() {
                return Err(Stop::new(Message::Both("event-source", "subscriber")));
            }
            return event_source::run(&source, &event, explained, format, lang, out);
        }
        let (sources, report, event) = match self.subscriber {
            Some(_) if is_filters => return Err(Stop::new(Message::SubscriberAndFilters)),
            None if !is_filters => return Err(Stop::new(Message::NoSubscriber)),
            Some(file) => {
                let own = InputText::read(&file)?;
                let event = InputText::read(&event)?;
                let report = of_subscriber(&own.text, &event.text, published, lang);
                (Sources::Whole(own), report, event)
            }
            None => {
                let given = filters.into_iter().filter_map(|(scope, file)| Some((scope, file?)));
                let read = |(scope, file): (Scope, OsString)| Ok((scope, InputText::read(&file)?));
                let own = given.map(read).collect::<Result<Vec<(Scope, InputText)>, Stop>>()?;
                let event = InputText::read(&event)?;
                let filter =
                    |(scope, file): &(Scope, InputText)| Filter { scope: *scope, pattern: file.text.clone() };
                let filters: Vec<Filter> = own.iter().map(filter).collect();
                let report = of_filters(&filters, &event.text, published, lang);
                (Sources::Filters(own.into_iter().map(|(_, file)| file).collect()), report, event)
            }
        };
        read_or_not(match format {
            Format::Json => json(out, &report),
            Format::Text => write(out, &report, &sources, &event, explained, lang).map_err(Stop::from),
        })?;
        Ok(code(report.verdict))
    }
}

/// The exit code of a verdict.
pub fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Match => 0,
        Verdict::NoMatch => 1,
        Verdict::FilterError | Verdict::SubscriberError | Verdict::EventError | Verdict::Undecided => 2,
    }
}

/// Where filters come from.
enum Sources {
    /// A file with all of the subscriber, or of its filters.
    Whole(InputText),
    /// A file for each filter.
    Filters(Vec<InputText>),
}

fn write(
    out: &mut impl Write,
    report: &Report,
    sources: &Sources,
    event: &InputText,
    explained: bool,
    lang: Lang,
) -> io::Result<()> {
    line(out, &report.headline)?;
    report.notes.iter().try_for_each(|note| line(out, labeled(Label::Note, lang, note)))?;
    let several = report.events.len() > 1;
    for (number, own) in (1..).zip(&report.events) {
        if several {
            writeln!(out)?;
            line(out, format_args!("{number}. {}", own.headline))?;
        }
        of_event(out, own, explained, lang)?;
    }
    report.unverified.iter().try_for_each(|open| line(out, labeled(Label::NotVerified, lang, open)))?;
    if let Some(target) = report.target.as_ref().filter(|_| explained) {
        of_target(out, target, lang)?;
    }
    // Events of tests are short on purpose.
    let is_shown = |found: &&Diagnostic| !found.is(EventCode::MissingFields);
    let of_event: Vec<&Diagnostic> = report.event.iter().filter(is_shown).collect();
    let is_empty = |filter: &FilterReport| filter.diagnostics.is_empty();
    if !(report.subscriber.is_empty() && of_event.is_empty() && report.filters.iter().all(is_empty)) {
        writeln!(out)?;
    }
    match sources {
        Sources::Whole(file) => diagnostics::write(out, file, &report.subscriber, lang)?,
        Sources::Filters(files) => {
            for (file, filter) in files.iter().zip(&report.filters) {
                diagnostics::write(out, file, &filter.diagnostics, lang)?;
            }
        }
    }
    diagnostics::write(out, event, of_event, lang)
}

fn of_target(out: &mut impl Write, target: &TargetReport, lang: Lang) -> io::Result<()> {
    writeln!(out)?;
    target.settings.iter().try_for_each(|setting| line(out, setting))?;
    target.unverified.iter().try_for_each(|open| line(out, labeled(Label::NotVerified, lang, open)))?;
    for policy in &target.policies {
        writeln!(out)?;
        line(out, format_args!("{}:", policy.title))?;
        lines(out, &policy.text)?;
    }
    Ok(())
}

fn of_event(out: &mut impl Write, own: &EventReport, explained: bool, lang: Lang) -> io::Result<()> {
    line(out, labeled(Label::Note, lang, &own.said))?;
    own.unverified.iter().try_for_each(|open| line(out, labeled(Label::NotVerified, lang, open)))?;
    for scope in &own.scopes {
        let glyph = match scope.holds {
            Some(true) => '✓',
            Some(false) => '✕',
            None => '?',
        };
        line(out, format_args!("{glyph} {}: {}", scope.scope.name(), scope.summary))?;
        if explained {
            scope.why.iter().try_for_each(|found| condition(out, found, lang))?;
        }
    }
    if let Some(arrives) = own.arrives.as_ref().filter(|_| own.verdict == Verdict::Match) {
        of_arrived(out, arrives, lang)?;
    }
    Ok(())
}

fn of_arrived(out: &mut impl Write, arrives: &ArrivedReport, lang: Lang) -> io::Result<()> {
    let label = match arrives.outcome {
        ArrivedOutcome::Text => Label::Payload,
        ArrivedOutcome::Bytes => Label::PayloadBytes,
        ArrivedOutcome::Failed | ArrivedOutcome::Request | ArrivedOutcome::NotKnown => Label::NoPayload,
    };
    match arrives.call.as_ref().or(arrives.payload.as_ref()) {
        Some(text) => {
            line(out, format_args!("{}:", label.words(lang)))?;
            lines(out, text)?;
        }
        None => line(out, label.words(lang))?,
    }
    for own in &arrives.parameters {
        line(out, format_args!("{} = {}", own.path, own.value.as_deref().unwrap_or_default()))?;
    }
    arrives.unverified.iter().try_for_each(|open| line(out, labeled(Label::NotVerified, lang, open)))
}

fn condition(out: &mut impl Write, found: &Line, lang: Lang) -> io::Result<()> {
    let indent = "  ".repeat(found.depth + 1);
    let glyph = if found.holds { '✓' } else { '✕' };
    line(out, format_args!("{indent}{glyph} {}", found.sentence))?;
    for near in &found.near {
        line(out, format_args!("{indent}  {}", labeled(Label::NearMiss, lang, &near.text)))?;
    }
    Ok(())
}
