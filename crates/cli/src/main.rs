//! `rulepad`: the workbench in a terminal and in CI.

mod batch;
mod diagnostics;
mod disk;
mod docs;
mod event_source;
mod events;
mod export;
mod folder;
mod help;
mod import;
mod label;
mod lang;
mod message;
mod migrate;
mod options;
mod render;
mod samples;
mod scan;
mod shown;
mod source;
mod stop;
mod subscriber;
mod subscribers;
mod test;
mod verify;
mod words_en;
mod words_ko;

use message::Message;
use rulepad_workbench::Lang;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use stop::Stop;

fn main() -> ExitCode {
    let (lang, arguments) = match lang::take(std::env::args_os().skip(1)) {
        Ok(taken) => taken,
        Err(stop) => return stopped(&stop, Lang::default()),
    };
    let mut out = io::stdout().lock();
    let ended = run(arguments, lang, &mut out).and_then(|code| {
        stop::read_or_not(out.flush().map_err(Stop::from))?;
        Ok(code)
    });
    ended.map_or_else(|stop| stopped(&stop, lang), ExitCode::from)
}

fn stopped(stop: &Stop, lang: Lang) -> ExitCode {
    shown::about(stop, lang);
    ExitCode::from(2)
}

fn run(arguments: Vec<OsString>, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let mut arguments = lexopt::Parser::from_args(arguments);
    match arguments.next()? {
        None => Err(Stop::new(Message::NoCommand)),
        Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h')) => help::overview(out),
        Some(lexopt::Arg::Long("version") | lexopt::Arg::Short('V')) => help::version(out),
        Some(lexopt::Arg::Value(command)) => match command.to_str() {
            Some("test") => test::run(arguments, lang, out),
            Some("render") => render::run(arguments, lang, out),
            Some("batch") => batch::run(arguments, lang, out),
            Some("samples") => samples::run(arguments, lang, out),
            Some("events") => events::run(arguments, lang, out),
            Some("export") => export::run(arguments, lang, out),
            Some("migrate") => migrate::run(arguments, lang, out),
            Some("import") => import::run(arguments, lang, out),
            Some("docs") => docs::run(arguments, lang, out),
            Some("verify") => verify::run(arguments, lang, out),
            Some("scan") => scan::run(arguments, lang, out),
            Some("help") => help::run(arguments, out),
            _ => {
                let command = command.to_string_lossy().into_owned();
                Err(Stop::new(Message::UnknownCommand(command)))
            }
        },
        Some(other) => Err(other.unexpected().into()),
    }
}
