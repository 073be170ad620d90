//! `rulepad test`: whether an event matches a pattern, and why.

use crate::label::Label;
use crate::message::{Message, labeled};
use crate::options::{self, Format, json, once, required};
use crate::shown::{line, quoted};
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, help, subscriber};
use rulepad_workbench::{
    Diagnostic, Dialect, EventCode, Lang, Line, Report, Verdict, Words, converted_pattern, explain, paste,
};
use std::io::{self, Write};

/// What `rulepad help test` prints.
pub const HELP: &str = "\
usage: rulepad test --pattern FILE --event FILE [--explain] [--dialect NAME] [--format json]
       rulepad test --dialect subscriber --subscriber FILE --event FILE [--explain] [--format json]

Says whether the event matches the event pattern.

  --pattern FILE    the event pattern, JSON or YAML; `-` reads standard input
  --event FILE      the event, or a text that carries one; `-` reads standard input
  --explain         every condition of the pattern: whether it holds, why, and what nearly matched
  --dialect NAME    who reads the pattern: rule (unless given), archive, pipes, event_source_mapping,
                    sns_attributes, sns_body or subscriber
  --format json     the whole report as one line of JSON; its spans count bytes of UTF-8

With `--dialect subscriber`, for subscribers of a custom event bus:

  --subscriber FILE       the request of CreateSubscriber, the answer of DescribeSubscriber, or the
                          filters; or instead of it, one file for each filter:
  --pattern FILE          the pattern of the DATA filter
  --metadata FILE         the pattern of the METADATA filter
  --system-metadata FILE  the pattern of the SYSTEM_METADATA filter
  --event FILE            an event, a payload, entries of PutEvents or PutRawEvents, a whole event with
                          Data, Metadata and SystemMetadata, or a log record of a subscriber
  --explain               every condition, how the target is delivered to, and the policies of the role
  --event-source FILE     instead of a subscriber: the request of CreateEventSource; whether the event, a
                          classic one, comes to the bus
  --published CALL        put-events or put-raw-events, where the event does not show it

Exit codes: 0 the event matches, 1 it does not, 2 there is no verdict, because AWS refuses the
pattern or the event, the work limit was reached, the verdict depends on something that is not
known, or the arguments are wrong. Of several events, the worst counts.
";

/// The dialect of subscribers, which read more than one pattern.
const SUBSCRIBER: &str = "subscriber";

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut pattern, mut event, mut dialect, mut format) = (None, None, None, None);
    let mut explained = false;
    let mut is_subscriber = false;
    let mut files = subscriber::Files::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("pattern") => once(&mut pattern, "pattern", arguments.value()?)?,
            lexopt::Arg::Long("event") => once(&mut event, "event", arguments.value()?)?,
            lexopt::Arg::Long("explain") => explained = true,
            lexopt::Arg::Long("dialect") => match options::dialect_or(&mut arguments, "test", SUBSCRIBER)? {
                Some(named) => once(&mut dialect, "dialect", named)?,
                None => {
                    once(&mut dialect, "dialect", Dialect::default())?;
                    is_subscriber = true;
                }
            },
            lexopt::Arg::Long("format") => once(&mut format, "format", Format::read(&mut arguments)?)?,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            lexopt::Arg::Long(name) => {
                let name = name.to_owned();
                if !files.take(&name, &mut arguments)? {
                    return Err(lexopt::Arg::Long(&name).unexpected().into());
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if is_subscriber {
        let event = required(event, "event", "test")?;
        return files.run(pattern, event, explained, format.unwrap_or_default(), lang, out);
    }
    if let Some(option) = files.given() {
        return Err(Stop::new(Message::OfSubscribers(option)));
    }
    let pattern = required(pattern, "pattern", "test")?;
    let event = required(event, "event", "test")?;
    one_standard_input([Some(&pattern), Some(&event)])?;
    let mut pattern = InputText::read(&pattern)?;
    // Tools that deploy YAML or a program send the pattern as JSON.
    let converted = converted_pattern(&pattern.text, lang);
    if let Some(converted) = &converted {
        pattern.text.clone_from(&converted.text);
    }
    let mut event = InputText::read(&event)?;

    let dialect = dialect.unwrap_or_default();
    let mut report = explain(&pattern.text, &event.text, dialect, lang);
    // A text that carries one event is as good as the event.
    if let Some(wrapped) = report.wrapped.as_ref().filter(|wrapped| wrapped.count == 1)
        && let Some(only) = paste(&event.text, &pattern.text, dialect, lang).events.into_iter().next()
        && only.error.is_none()
    {
        event = InputText { name: format!("{} ({})", event.name, wrapped.form), text: only.text };
        let notes = std::iter::once(wrapped.sentence.clone()).chain(only.said).collect::<Vec<_>>();
        report = explain(&pattern.text, &event.text, dialect, lang);
        report.notes.splice(0..0, notes);
    } else if let Some(wrapped) = &report.wrapped {
        let several = Message::EventsWrites(wrapped.sentence.clone());
        report.notes.insert(0, several.words(lang));
    }
    if let Some(converted) = converted {
        report.notes.insert(0, converted.sentence);
    }
    read_or_not(match format.unwrap_or_default() {
        Format::Json => json(out, &report),
        Format::Text => write(out, &report, &pattern, &event, explained, lang).map_err(Stop::from),
    })?;
    Ok(match report.verdict {
        Verdict::Match => 0,
        Verdict::NoMatch => 1,
        Verdict::PatternError | Verdict::EventError | Verdict::Undecided => 2,
    })
}

fn write(
    out: &mut impl Write,
    report: &Report,
    pattern: &InputText,
    event: &InputText,
    explained: bool,
    lang: Lang,
) -> io::Result<()> {
    line(out, &report.headline)?;
    if !report.summary.is_empty() {
        line(out, &report.summary)?;
    }
    report.notes.iter().try_for_each(|note| line(out, labeled(Label::Note, lang, note)))?;
    if let Some(answer) = &report.aws_error {
        writeln!(out)?;
        quoted(out, answer)?;
        report.aws_gloss.iter().try_for_each(|gloss| line(out, labeled(Label::Gloss, lang, gloss)))?;
    }
    if explained && !report.why.is_empty() {
        writeln!(out)?;
        report.why.iter().try_for_each(|found| why(out, found, lang))?;
    }
    // Events of tests are short on purpose.
    let told: Vec<Diagnostic> =
        report.event.iter().filter(|found| !found.is(EventCode::MissingFields)).cloned().collect();
    if !(report.pattern.is_empty() && told.is_empty()) {
        writeln!(out)?;
    }
    diagnostics::write(out, pattern, &report.pattern, lang)?;
    diagnostics::write(out, event, &told, lang)
}

fn why(out: &mut impl Write, found: &Line, lang: Lang) -> io::Result<()> {
    let indent = "  ".repeat(found.depth);
    let glyph = if found.holds { '✓' } else { '✕' };
    line(out, format_args!("{indent}{glyph} {}", found.with_name(lang)))?;
    for near in &found.near {
        line(out, format_args!("{indent}  {}", labeled(Label::NearMiss, lang, &near.text)))?;
    }
    Ok(())
}
