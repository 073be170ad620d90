//! `rulepad help`: what each command takes and gives.

use crate::message::Message;
use crate::stop::{Stop, read_or_not};
use crate::{batch, docs, events, export, import, migrate, render, samples, scan, test, verify};
use std::io::Write;

const OVERVIEW: &str = "\
usage: rulepad <command> [--lang TAG]

Tests Amazon EventBridge rules as AWS does, without an account and without network.

  test      whether an event matches an event pattern, and why
  render    what a target receives for an event
  verify    test files: events that rules must match and must not, what targets receive
  scan      counts or writes the events of files of any size that rules match
  batch     many patterns and input options, one JSON line each
  events    the events in a text of any form, one a line
  import    the rules in a template, an answer of AWS or a file, and what was understood of them
  export    a rule as a CloudFormation template, Terraform, a script and so on
  migrate   a rule as subscribers of a custom event bus, with what is lost and what behaves differently
  samples   sample events of AWS services, with event patterns to start from
  docs      live examples in documents: stored verdicts and answers, checked and updated
  help      this page, or `rulepad help <command>`

  --lang TAG        the language of reports and errors: en (unless given) or ko. What AWS says, exported
                    files, names in JSON and these pages are in English
  --help, --version
";

/// Prints the page of the command that is named, otherwise the overview.
pub fn run(mut arguments: lexopt::Parser, out: &mut impl Write) -> Result<u8, Stop> {
    let Some(argument) = arguments.next()? else { return overview(out) };
    let lexopt::Arg::Value(command) = argument else { return Err(argument.unexpected().into()) };
    match command.to_str() {
        Some("test") => print(out, test::HELP),
        Some("render") => print(out, render::HELP),
        Some("batch") => print(out, batch::HELP),
        Some("events") => print(out, events::HELP),
        Some("export") => print(out, &export::page()),
        Some("import") => print(out, import::HELP),
        Some("migrate") => print(out, &migrate::page()),
        Some("samples") => print(out, samples::HELP),
        Some("verify") => print(out, verify::HELP),
        Some("scan") => print(out, scan::HELP),
        Some("docs") => print(out, docs::HELP),
        Some("help") => overview(out),
        _ => {
            let command = command.to_string_lossy().into_owned();
            Err(Stop::new(Message::UnknownCommand(command)))
        }
    }
}

/// Prints the overview.
pub fn overview(out: &mut impl Write) -> Result<u8, Stop> {
    print(out, OVERVIEW)
}

/// Prints name and version.
pub fn version(out: &mut impl Write) -> Result<u8, Stop> {
    print(out, concat!("rulepad ", env!("CARGO_PKG_VERSION"), "\n"))
}

/// Prints a page.
pub fn print(out: &mut impl Write, page: &str) -> Result<u8, Stop> {
    read_or_not(out.write_all(page.as_bytes()).map_err(Stop::from))?;
    Ok(0)
}
