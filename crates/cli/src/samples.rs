//! `rulepad samples`: sample events to find and to print.

use crate::help;
use crate::message::Message;
use crate::options::{self, Format, json, once};
use crate::shown::{columns, line, lines, padded};
use crate::stop::{Stop, read_or_not};
use lexopt::ValueExt;
use rulepad_workbench::catalogue::{Catalogue, FoundItem, Hit, bundled};
use rulepad_workbench::{Dialect, Lang};
use serde::Serialize;
use std::io::{self, Write};

/// What `rulepad help samples` prints.
pub const HELP: &str = "\
usage: rulepad samples [WORD]... [--dialect NAME] [--format json]
       rulepad samples --event ID
       rulepad samples --pattern ID [--dialect NAME]

Lists the sample events in which every WORD occurs: in the service, the detail-type, a field or a
value, such as `codebuild failed`. Without a WORD it lists them all.

  --event ID        prints the event; of a record, what a filter sees
  --pattern ID      prints an event pattern to start from, which matches it
  --dialect NAME    whose samples: rule (unless given), archive, pipes, event_source_mapping,
                    sns_attributes or sns_body
  --format json     one line of JSON for each sample, with its event, pattern, fields and notes

Exit codes: 0 something was found, 1 nothing was, 2 the arguments are wrong.
";

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut event, mut pattern, mut dialect, mut format) = (None, None, None, None);
    let mut words: Vec<String> = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(word) => words.push(word.string()?),
            lexopt::Arg::Long("event") => once(&mut event, "event", arguments.value()?.string()?)?,
            lexopt::Arg::Long("pattern") => once(&mut pattern, "pattern", arguments.value()?.string()?)?,
            lexopt::Arg::Long("dialect") => {
                once(&mut dialect, "dialect", options::dialect(&mut arguments, "samples")?)?
            }
            lexopt::Arg::Long("format") => once(&mut format, "format", Format::read(&mut arguments)?)?,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, HELP),
            other => return Err(other.unexpected().into()),
        }
    }
    let catalogue = bundled().map_err(|error| Stop::new(Message::Said(error)))?;
    let text = match (&event, &pattern) {
        (Some(_), Some(_)) => return Err(Stop::new(Message::Both("event", "pattern"))),
        (None, None) => {
            let (words, dialect) = (words.join(" "), dialect.unwrap_or_default());
            let code = list(
                out,
                &catalogue,
                &catalogue.search(&words, dialect, lang),
                format.unwrap_or_default(),
                lang,
            )?;
            if let Some(sentence) = catalogue.elsewhere(&words, dialect, lang).filter(|_| code == 1) {
                read_or_not(line(&mut io::stderr(), sentence).map_err(Stop::from))?;
            }
            return Ok(code);
        }
        _ if !words.is_empty() || format.is_some() => {
            return Err(Stop::new(Message::ListsOnly));
        }
        (Some(id), None) => named_event(&catalogue, id),
        (None, Some(id)) => named_pattern(&catalogue, id, dialect),
    }?;
    read_or_not(lines(out, &text).map_err(Stop::from))?;
    Ok(0)
}

/// A sample as one line of JSON.
#[derive(Serialize)]
#[serde(untagged)]
enum Listed<'c> {
    Event(&'c rulepad_workbench::catalogue::SampleEvent),
    Record(&'c rulepad_workbench::catalogue::SampleRecord),
}

impl Listed<'_> {
    /// As one line of JSON, its title and sentences in a language.
    fn write(&self, out: &mut impl Write, lang: Lang) -> Result<(), Stop> {
        if lang == Lang::En {
            return json(out, self);
        }
        let (title, key, sentences) = match self {
            Listed::Event(sample) => (None, "notes", &sample.notes),
            Listed::Record(record) => (Some(&record.title), "facts", &record.facts),
        };
        let sentences: Vec<&str> = sentences.iter().map(|own| own.words(lang)).collect();
        let mut value = serde_json::to_value(self)?;
        if let Some(members) = value.as_object_mut() {
            members.insert(key.to_owned(), sentences.into());
            if let Some(title) = title {
                members.insert("title".to_owned(), title.words(lang).into());
            }
        }
        json(out, &value)
    }
}

fn list(
    out: &mut impl Write,
    catalogue: &Catalogue,
    hits: &[Hit],
    format: Format,
    lang: Lang,
) -> Result<u8, Stop> {
    // An event type that has no sample has nothing to print.
    let listed: Vec<(Listed<'_>, &str)> = hits
        .iter()
        .filter_map(|hit| {
            let found = match hit.found {
                FoundItem::Event(at) => Listed::Event(catalogue.events.get(at)?),
                FoundItem::Record(at) => Listed::Record(catalogue.records.get(at)?),
                FoundItem::Type(_) => return None,
            };
            Some((found, hit.why.as_str()))
        })
        .collect();
    read_or_not(match format {
        Format::Json => listed.iter().try_for_each(|(found, _)| found.write(out, lang)),
        Format::Text => table(out, &listed, lang).map_err(Stop::from),
    })?;
    Ok(u8::from(listed.is_empty()))
}

fn table(out: &mut impl Write, listed: &[(Listed<'_>, &str)], lang: Lang) -> io::Result<()> {
    let row = |found: &Listed<'_>| match found {
        Listed::Event(sample) => [sample.id.clone(), sample.service.clone(), sample.detail_type.clone()],
        Listed::Record(record) => [record.id.clone(), record.title.words(lang).to_owned(), String::new()],
    };
    let rows: Vec<[String; 3]> = listed.iter().map(|(found, _)| row(found)).collect();
    let wide = |column: fn(&[String; 3]) -> &String| {
        rows.iter().map(|row| columns(column(row))).max().unwrap_or_default()
    };
    let (first, second) = (wide(|[id, ..]| id), wide(|[_, service, _]| service));
    for ([id, service, kind], (_, why)) in rows.iter().zip(listed) {
        let row = format!("{}  {}  {kind}", padded(id, first), padded(service, second));
        line(out, row.trim_end())?;
        if !why.is_empty() {
            line(out, format_args!("{:first$}  {why}", ""))?;
        }
    }
    Ok(())
}

fn named_event(catalogue: &Catalogue, id: &str) -> Result<String, Stop> {
    let event = catalogue.events.iter().find(|sample| sample.id == id).map(|sample| &sample.event);
    let record = || catalogue.records.iter().find(|record| record.id == id).map(|record| &record.record);
    event.or_else(record).cloned().ok_or_else(|| unknown(id))
}

fn named_pattern(catalogue: &Catalogue, id: &str, dialect: Option<Dialect>) -> Result<String, Stop> {
    if let Some(sample) = catalogue.events.iter().find(|sample| sample.id == id) {
        return match dialect {
            Some(dialect) if !dialect.has_envelope() => Err(not_read(id)),
            _ => Ok(sample.pattern.clone()),
        };
    }
    let record = catalogue.records.iter().find(|record| record.id == id).ok_or_else(|| unknown(id))?;
    let dialect = dialect.or_else(|| record.dialects.first().copied());
    let pattern = dialect.and_then(|dialect| record.pattern(dialect));
    pattern.map(str::to_owned).ok_or_else(|| not_read(id))
}

fn unknown(id: &str) -> Stop {
    Stop::new(Message::NoSample(id.to_owned()))
}

fn not_read(id: &str) -> Stop {
    Stop::new(Message::NotRead(id.to_owned()))
}
