//! What several commands take: `--format`, `--dialect`, `--help`, and options given once.

use crate::message::Message;
use crate::shown;
use crate::stop::Stop;
use lexopt::ValueExt;
use rulepad_workbench::Dialect;
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;

/// How an answer is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a person.
    #[default]
    Text,
    /// The whole report as one JSON line.
    Json,
}

impl Format {
    /// Reads the value of `--format`.
    pub fn read(arguments: &mut lexopt::Parser) -> Result<Self, Stop> {
        match arguments.value()?.string()?.as_str() {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            other => Err(Stop::new(Message::NotTextOrJson(other.to_owned()))),
        }
    }
}

/// Reads the value of `--dialect`.
pub fn dialect(arguments: &mut lexopt::Parser, command: &str) -> Result<Dialect, Stop> {
    named(arguments.value()?.string()?, command)
}

/// The same, with one more name, which is `None`.
pub fn dialect_or(
    arguments: &mut lexopt::Parser,
    command: &str,
    other: &str,
) -> Result<Option<Dialect>, Stop> {
    let name = arguments.value()?.string()?;
    if name == other { Ok(None) } else { named(name, command).map(Some) }
}

fn named(name: String, command: &str) -> Result<Dialect, Stop> {
    serde_json::from_value(name.as_str().into())
        .map_err(|_| Stop::new(Message::UnknownDialect { name, command: command.to_owned() }))
}

/// Writes a report as one line.
pub fn json(out: &mut impl Write, report: &impl Serialize) -> Result<(), Stop> {
    Ok(shown::lines(out, &serde_json::to_string(report)?)?)
}

/// Keeps the option's value; an option given twice stops.
pub fn once<T>(slot: &mut Option<T>, name: &str, value: T) -> Result<(), Stop> {
    if slot.replace(value).is_some() {
        return Err(Stop::new(Message::Twice(name.to_owned())));
    }
    Ok(())
}

/// The value of an option that must be there.
pub fn required(value: Option<OsString>, name: &str, command: &str) -> Result<OsString, Stop> {
    value.ok_or_else(|| Stop::new(Message::NoFile { option: name.to_owned(), command: command.to_owned() }))
}
