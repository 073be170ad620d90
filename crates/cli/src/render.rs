//! `rulepad render`: what a target receives for an event.

use crate::label::Label;
use crate::message::{Message, labeled};
use crate::options::{Format, json, once, required};
use crate::shown::{line, lines};
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, help};
use lexopt::ValueExt;
use rulepad_workbench::{
    Certainty, Delivery, Diagnostic, Dialect, InputOptions, InputReport, Lang, Outcome, Role, Words, explain,
    paste, render,
};
use std::ffi::OsString;
use std::io::{self, Write};

/// What `rulepad help render` prints.
pub const HELP: &str = "\
usage: rulepad render --event FILE [INPUT] [OPTIONS]

Prints what a target receives for the event. `-` in the place of one FILE reads standard input.

INPUT is one of AWS's options; without one the target receives the event:
  --input-path PATH     InputPath, such as `$.detail`
  --input FILE          Input, a JSON text
  --template FILE       InputTemplate, with
  --paths FILE          InputPathsMap, a JSON object of names and paths
A line end at the end of these files is not part of the text.

TARGET, to see the request that its service receives in place of the payload:
  --arn ARN             the target's ARN, which says its kind
  --parameters FILE     the JSON object of its own property, such as `EcsParameters`
  --endpoint TEXT       what an API destination calls, as `POST https://example.com/orders/*`

OPTIONS for the reserved variables and the output:
  --rule-name NAME      <aws.events.rule-name>
  --rule-arn ARN        <aws.events.rule-arn>; otherwise made from the name and the event
  --ingestion-time T    <aws.events.event.ingestion-time>; otherwise the event's own time
  --format json         the whole report as one line of JSON; its spans count bytes of UTF-8

What AWS is not known to do is said on standard error, after `not verified:`.

Exit codes: 0 delivered, 1 not delivered or not taken by the target's service, 2 AWS refuses the target, the event cannot be read, or the
arguments are wrong.
";

#[derive(Default)]
struct Given {
    event: Option<OsString>,
    input_path: Option<String>,
    input: Option<OsString>,
    template: Option<OsString>,
    paths: Option<OsString>,
    rule_name: Option<String>,
    rule_arn: Option<String>,
    ingestion_time: Option<String>,
    arn: Option<String>,
    parameters: Option<OsString>,
    endpoint: Option<String>,
    format: Option<Format>,
}

/// The texts by their place in a target, for the names in diagnostics.
struct Sources {
    event: InputText,
    input_path: InputText,
    input: Option<InputText>,
    paths: Option<InputText>,
    template: Option<InputText>,
}

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let mut given = Given::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("event") => once(&mut given.event, "event", arguments.value()?)?,
            lexopt::Arg::Long("input-path") => {
                once(&mut given.input_path, "input-path", arguments.value()?.string()?)?;
            }
            lexopt::Arg::Long("input") => once(&mut given.input, "input", arguments.value()?)?,
            lexopt::Arg::Long("template") => once(&mut given.template, "template", arguments.value()?)?,
            lexopt::Arg::Long("paths") => once(&mut given.paths, "paths", arguments.value()?)?,
            lexopt::Arg::Long("rule-name") => {
                once(&mut given.rule_name, "rule-name", arguments.value()?.string()?)?;
            }
            lexopt::Arg::Long("rule-arn") => {
                once(&mut given.rule_arn, "rule-arn", arguments.value()?.string()?)?;
            }
            lexopt::Arg::Long("ingestion-time") => {
                once(&mut given.ingestion_time, "ingestion-time", arguments.value()?.string()?)?;
            }
            lexopt::Arg::Long("arn") => once(&mut given.arn, "arn", arguments.value()?.string()?)?,
            lexopt::Arg::Long("parameters") => once(&mut given.parameters, "parameters", arguments.value()?)?,
            lexopt::Arg::Long("endpoint") => {
                once(&mut given.endpoint, "endpoint", arguments.value()?.string()?)?;
            }
            lexopt::Arg::Long("format") => once(&mut given.format, "format", Format::read(&mut arguments)?)?,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    let format = given.format.unwrap_or_default();
    let (mut sources, options) = given.read()?;
    // A text that carries one event is as good as the event.
    let read = explain("", &sources.event.text, Dialect::Rule, lang);
    let broken = read.event.iter().any(Diagnostic::is_error);
    let wrapped = read.wrapped.filter(|wrapped| broken && wrapped.count == 1);
    if let Some(wrapped) = wrapped
        && let Some(only) = paste(&sources.event.text, "", Dialect::Rule, lang).events.into_iter().next()
        && only.error.is_none()
    {
        let name = format!("{} ({})", sources.event.name, wrapped.form);
        sources.event = InputText { name, text: only.text };
        if format == Format::Text {
            let mut errors = io::stderr().lock();
            // Nothing is left to be done where standard error is closed.
            let _ = writeln!(errors, "{}", labeled(Label::Note, lang, &wrapped.sentence));
        }
    }
    let report = render(&sources.event.text, &options, lang);
    read_or_not(match format {
        Format::Json => json(out, &report),
        Format::Text => write(out, &report, &sources, lang).map_err(Stop::from),
    })?;
    Ok(code(&report))
}

impl Given {
    fn read(self) -> Result<(Sources, InputOptions), Stop> {
        let event = required(self.event, "event", "render")?;
        let parameters = self.parameters.as_ref();
        let files =
            [Some(&event), self.input.as_ref(), self.template.as_ref(), self.paths.as_ref(), parameters];
        one_standard_input(files)?;
        let read = |file: Option<OsString>| match file {
            Some(file) => InputText::read(&file).map(|source| Some(source.without_last_line_end())),
            None => Ok(None),
        };
        let sources = Sources {
            event: InputText::read(&event)?,
            input_path: InputText {
                name: "--input-path".to_owned(),
                text: self.input_path.clone().unwrap_or_default(),
            },
            input: read(self.input)?,
            paths: read(self.paths)?,
            template: read(self.template)?,
        };
        let text = |source: &Option<InputText>| source.as_ref().map(|source| source.text.clone());
        let options = InputOptions {
            input_path: self.input_path,
            input: text(&sources.input),
            input_paths_map: text(&sources.paths),
            input_template: text(&sources.template),
            rule_name: self.rule_name,
            rule_arn: self.rule_arn,
            ingestion_time: self.ingestion_time,
            arn: self.arn,
            parameters: read(self.parameters)?.map(|source| source.text),
            endpoint: self.endpoint,
        };
        Ok((sources, options))
    }
}

fn code(report: &InputReport) -> u8 {
    let refused = report.delivery.as_ref().is_some_and(|delivery| delivery.refused.is_some());
    match report.rendered.as_ref().map(|rendered| &rendered.outcome) {
        _ if refused => 1,
        Some(Outcome::Delivered(_) | Outcome::Unknown { would_be: Some(_), .. }) => 0,
        Some(Outcome::NotDelivered { .. } | Outcome::Unknown { would_be: None, .. }) => 1,
        Some(Outcome::Refused { .. }) | None => 2,
    }
}

/// The payload goes to `out`, everything about it to standard error.
fn write(out: &mut impl Write, report: &InputReport, sources: &Sources, lang: Lang) -> io::Result<()> {
    let mut about = io::stderr().lock();
    diagnostics::write(&mut about, &sources.event, &report.event, lang)?;
    let Some(rendered) = &report.rendered else {
        return line(&mut about, Message::EventUnreadable.words(lang));
    };
    sources.write(&mut about, &rendered.diagnostics, lang)?;
    let mut notes: Vec<&str> = match &rendered.certainty {
        Certainty::Verified => Vec::new(),
        Certainty::Unverified(notes) => notes.iter().map(String::as_str).collect(),
    };
    let arrives = |out: &mut dyn Write, text: &str| match &report.delivery {
        None => lines(out, text),
        Some(delivery) => {
            line(out, &delivery.operation)?;
            delivery.parts.iter().try_for_each(|part| lines(out, &format!("{}: {}", part.name, part.text)))
        }
    };
    match &rendered.outcome {
        Outcome::Delivered(payload) => arrives(out, &payload.text)?,
        Outcome::NotDelivered { reason, .. } => line(&mut about, labeled(Label::NotDelivered, lang, reason))?,
        Outcome::Refused { message } => line(&mut about, labeled(Label::TargetRefused, lang, message))?,
        Outcome::Unknown { reason, would_be } => {
            if !notes.contains(&reason.as_str()) {
                notes.insert(0, reason);
            }
            match would_be {
                Some(payload) => arrives(out, &payload.text)?,
                None => line(&mut about, Message::NotDelivered.words(lang))?,
            }
        }
    }
    if let Some(Delivery { notes: told, unverified, refused, .. }) = &report.delivery {
        notes.extend(unverified.iter().map(String::as_str));
        refused.iter().try_for_each(|reason| line(&mut about, labeled(Label::NotTaken, lang, reason)))?;
        told.iter().try_for_each(|note| line(&mut about, labeled(Label::Note, lang, note)))?;
    }
    notes.iter().try_for_each(|note| line(&mut about, labeled(Label::NotVerified, lang, note)))
}

impl Sources {
    fn write(&self, about: &mut impl Write, found: &[Diagnostic], lang: Lang) -> io::Result<()> {
        let mut rest = found;
        // Neighbours of one text go together. A problem of no text in particular is the outcome's own sentence.
        while let Some(first) = rest.first() {
            let source = self.of(first);
            let name = |source: Option<&InputText>| source.map(|source| &source.name).cloned();
            let same = rest.iter().take_while(|own| name(self.of(own)) == name(source)).count();
            let (now, later) = rest.split_at_checked(same.max(1)).unwrap_or((rest, &[]));
            if let Some(source) = source {
                diagnostics::write(about, source, now, lang)?;
            }
            rest = later;
        }
        Ok(())
    }

    /// The text that a problem is about.
    fn of(&self, found: &Diagnostic) -> Option<&InputText> {
        match found.labels.first().map(|label| label.role) {
            Some(Role::InputPath(_)) => Some(&self.input_path),
            Some(Role::Input(_)) => self.input.as_ref(),
            Some(Role::InputPathsMap(_)) => self.paths.as_ref(),
            Some(Role::InputTemplate(_)) => self.template.as_ref(),
            Some(Role::Event) => Some(&self.event),
            _ => None,
        }
    }
}
