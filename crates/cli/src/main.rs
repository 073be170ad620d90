//! `rulepad`: the workbench in a terminal and in CI.

mod batch;
mod diagnostics;
mod disk;
mod docs;
mod events;
mod export;
mod folder;
mod help;
mod import;
mod options;
mod render;
mod samples;
mod scan;
mod shown;
mod source;
mod stop;
mod test;
mod verify;

use std::io::{self, Write};
use std::process::ExitCode;

use stop::Stop;

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let ended = run(&mut out).and_then(|code| {
        stop::read_or_not(out.flush().map_err(Stop::from))?;
        Ok(code)
    });
    ended.map_or_else(
        |stop| {
            // Nothing is left to be done where standard error is closed as well.
            let _ = shown::line(&mut io::stderr(), format_args!("rulepad: {stop}"));
            ExitCode::from(2)
        },
        ExitCode::from,
    )
}

fn run(out: &mut impl Write) -> Result<u8, Stop> {
    let mut arguments = lexopt::Parser::from_env();
    match arguments.next()? {
        None => Err(Stop::new("a command is missing: see `rulepad help`")),
        Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h')) => help::overview(out),
        Some(lexopt::Arg::Long("version") | lexopt::Arg::Short('V')) => help::version(out),
        Some(lexopt::Arg::Value(command)) => match command.to_str() {
            Some("test") => test::run(arguments, out),
            Some("render") => render::run(arguments, out),
            Some("batch") => batch::run(arguments, out),
            Some("samples") => samples::run(arguments, out),
            Some("events") => events::run(arguments, out),
            Some("export") => export::run(arguments, out),
            Some("import") => import::run(arguments, out),
            Some("docs") => docs::run(arguments, out),
            Some("verify") => verify::run(arguments, out),
            Some("scan") => scan::run(arguments, out),
            Some("help") => help::run(arguments, out),
            _ => {
                let command = command.to_string_lossy();
                Err(Stop::new(format!("there is no command `{command}`: see `rulepad help`")))
            }
        },
        Some(other) => Err(other.unexpected().into()),
    }
}
