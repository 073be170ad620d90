//! `rulepad events`: the events in a text, whatever form it has.

use crate::diagnostics;
use crate::help;
use crate::label::Label;
use crate::message::{Message, labeled};
use crate::options::{self, Format, json, once};
use crate::shown::{line, lines};
use crate::source::InputText;
use crate::stop::{Stop, read_or_not};
use rulepad_workbench::{Dialect, Lang, Pasted, Words, compact, paste};
use std::ffi::OsString;
use std::io::{self, Write};

/// What `rulepad help events` prints.
pub const HELP: &str = "\
usage: rulepad events [FILE] [--dialect NAME] [--format json]

Reads the events in a text, whatever form it has, and writes one a line: lists, files with an event a
line, PutEvents requests, CloudTrail records and log files, S3 notifications, messages of SQS and SNS,
records of Kinesis, Kafka, Amazon MQ and DocumentDB, CloudWatch Logs, Logs Insights and logs of buses,
YAML, objects of JavaScript and Python and what their tools print of them, Markdown, HTML, shell
commands, quoted texts. Values that a log cut, as `[Object]`, are errors with their place.
Without FILE, or with `-`, standard input is read. What the text is, what was done to it, and its
problems go to standard error.

  --dialect NAME    rule (unless given) and archive read events, pipes and event_source_mapping
                    records, sns_attributes and sns_body messages
  --format json     the whole answer as one line of JSON; its spans count bytes of UTF-8

Exit codes: 0 every event was read, 1 something of the text could not be read or PutEvents does not
take an entry, 2 there is no event, or the arguments are wrong.
";

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut file, mut dialect, mut format) = (None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) if file.is_none() => file = Some(value),
            lexopt::Arg::Long("dialect") => {
                once(&mut dialect, "dialect", options::dialect(&mut arguments, "events")?)?;
            }
            lexopt::Arg::Long("format") => once(&mut format, "format", Format::read(&mut arguments)?)?,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    let source = InputText::read(&file.unwrap_or_else(|| OsString::from("-")))?;
    let pasted = paste(&source.text, "", dialect.unwrap_or(Dialect::Rule), lang);
    read_or_not(match format.unwrap_or_default() {
        Format::Json => json(out, &pasted),
        Format::Text => events(out, &pasted).map_err(Stop::from),
    })?;
    if format.unwrap_or_default() == Format::Text {
        // Nothing is left to be done where standard error is closed.
        let _ = told(&mut io::stderr().lock(), &pasted, &source, lang);
    }
    let broken = pasted.problems.iter().any(rulepad_workbench::Diagnostic::is_error);
    Ok(match pasted.events.len() {
        0 => 2,
        _ if broken || pasted.events.iter().any(|event| event.error.is_some()) => 1,
        _ => 0,
    })
}

fn events(out: &mut impl Write, pasted: &Pasted) -> io::Result<()> {
    let taken = pasted.events.iter().filter(|event| event.error.is_none());
    taken.map(|event| compact(&event.text)).try_for_each(|text| lines(out, &text))
}

fn told(out: &mut impl Write, pasted: &Pasted, source: &InputText, lang: Lang) -> io::Result<()> {
    line(out, format_args!("{}: {}", source.name, pasted.form))?;
    pasted.said.iter().try_for_each(|sentence| line(out, labeled(Label::Note, lang, sentence)))?;
    for event in &pasted.events {
        if let Some(error) = &event.error {
            let (title, code, message) = (event.title.clone(), error.code.to_string(), error.message.clone());
            line(out, Message::PutEventsAnswers { title, code, message }.words(lang))?;
        }
    }
    diagnostics::write(out, source, &pasted.problems, lang)
}
