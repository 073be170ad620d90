//! `rulepad batch`: one JSON line in, one JSON line out.

use crate::help;
use crate::message::Message;
use crate::shown;
use crate::stop::{Stop, read_or_not};
use rulepad_workbench::batch::{Answer, Session};
use rulepad_workbench::{Lang, Words};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

/// What `rulepad help batch` prints.
pub const HELP: &str = r#"usage: rulepad batch < LINES > ANSWERS

Reads one JSON object a line from standard input and writes one JSON object a line to standard output,
in the same order. Texts stand as JSON text in strings, so that no number of theirs is touched.

  a pattern on an event
    {"id": 1, "pattern": "{\"source\": [\"aws.s3\"]}", "event": "{\"source\": \"aws.s3\"}"}
    {"id":1,"result":"match"}
  "result" is match, no_match, pattern_error, event_error or undecided; "message" says more.

  an input option on an event: "input_path", "input", or "input_template" and "input_paths_map",
  with "rule_name", "rule_arn" and "ingestion_time" for the reserved variables
    {"id": 2, "event": "{\"detail\": {\"n\": 1}}", "input_path": "$.detail"}
    {"id":2,"outcome":"delivered","payload":"{\"n\":1}"}
  "outcome" is delivered, not_delivered or error; "message" says more.

A line without "id" is answered under its number. A line that cannot be read gives
{"line": number, "error": sentence}, and the next ones are answered all the same. Blank lines are
skipped.

Exit codes: 0 every line was answered, 2 reading or writing failed or the arguments are wrong.
"#;

/// The longest line read, in bytes: many times the largest event and pattern that AWS takes.
const MAX_LINE: u64 = 16 << 20;

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    if let Some(argument) = arguments.next()? {
        return match argument {
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => help::print(out, HELP),
            other => Err(other.unexpected().into()),
        };
    }
    read_or_not(answer_all(&mut BufReader::with_capacity(1 << 16, io::stdin().lock()), lang, out))?;
    Ok(0)
}

fn answer_all<R: Read>(input: &mut BufReader<R>, lang: Lang, out: &mut impl Write) -> Result<(), Stop> {
    let unread = |error: io::Error| Stop::new(Message::NoInput(error));
    let mut output = BufWriter::with_capacity(1 << 16, out);
    let mut line = Vec::new();
    let mut session = Session::new(lang);
    for number in 1.. {
        line.clear();
        if input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line).map_err(unread)? == 0 {
            break;
        }
        let whole = line.ends_with(b"\n") || input.fill_buf().map_err(unread)?.is_empty();
        if whole && line.trim_ascii().is_empty() {
            continue;
        }
        let answer = if whole {
            read(&mut session, number, &line, lang)
        } else {
            input.skip_until(b'\n').map_err(unread)?;
            bad(number, &Message::LongLine { most: MAX_LINE >> 20 }, lang)
        };
        shown::lines(&mut output, &serde_json::to_string(&answer)?)?;
        // Whoever sends a line and waits for its answer gets it.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    Ok(output.flush()?)
}

fn read(session: &mut Session, number: usize, line: &[u8], lang: Lang) -> Answer {
    match std::str::from_utf8(line) {
        Ok(text) => session.answer(number, text),
        Err(error) => bad(number, &Message::LineNotUtf8 { at: error.valid_up_to() }, lang),
    }
}

fn bad(line: usize, error: &Message, lang: Lang) -> Answer {
    Answer::Bad { line, error: error.words(lang) }
}
