//! What one thread does: a slice in, what was found out.

use super::Written;
use super::slice::Slice;
use rulepad_workbench::bulk::{Matcher, Misread, Place, Scratch, each_event};
use serde::Serialize;

/// How many events that are not read are kept of a slice; all are counted.
const MOST: usize = 20;

/// What was found in one slice.
#[derive(Debug, Default)]
pub struct Found {
    pub number: u64,
    pub file: usize,
    /// What is to be written.
    pub text: Vec<u8>,
    /// The first events that were not read.
    pub misread: Vec<(Place, Misread)>,
    pub unread: u64,
    pub undecided: u64,
    pub events: u64,
    /// How many events match a rule.
    pub any: u64,
    pub bytes: u64,
}

#[derive(Serialize)]
struct MatchLine<'m> {
    file: &'m str,
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<u64>,
    rules: Vec<&'m str>,
}

/// One thread.
pub struct Worker<'w> {
    matcher: &'w Matcher,
    rules: &'w [&'w str],
    files: &'w [String],
    written: Written,
    scratch: Scratch,
    buffer: Vec<u8>,
    /// How many events each rule matched.
    pub matched: Vec<u64>,
}

impl<'w> Worker<'w> {
    /// A thread for these rules and files.
    pub fn new(matcher: &'w Matcher, rules: &'w [&'w str], files: &'w [String], written: Written) -> Self {
        let matched = vec![0; rules.len()];
        Self { matcher, rules, files, written, scratch: Scratch::default(), buffer: Vec::new(), matched }
    }

    /// Matches the events of a slice.
    pub fn slice(&mut self, slice: &Slice) -> Found {
        let mut found = Found { number: slice.number, file: slice.file, ..Found::default() };
        let mut buffer = std::mem::take(&mut self.buffer);
        for piece in slice.pieces() {
            found.bytes += piece.bytes.len() as u64;
            each_event(piece, &mut buffer, |place, event| match event {
                Ok(event) => self.event(event, place, &mut found),
                Err(why) => misread(&mut found, place, why),
            });
        }
        self.buffer = buffer;
        found
    }

    fn event(&mut self, event: &[u8], place: Place, found: &mut Found) {
        let matches = match self.matcher.matching(event, &mut self.scratch) {
            Ok(matches) => matches,
            Err(refused) => return misread(found, place, Misread::Refused(refused)),
        };
        found.events += 1;
        if !event.get(matches.read..).unwrap_or_default().trim_ascii().is_empty() {
            misread(found, place, Misread::Behind);
        }
        for rule in matches.matched {
            if let Some(count) = self.matched.get_mut(*rule as usize) {
                *count += 1;
            }
        }
        if !matches.matched.is_empty() {
            found.any += 1;
            match self.written {
                Written::Counts => {}
                Written::Events => {
                    // A line end outside strings is white space, and inside strings there is none.
                    found.text.extend(
                        event.iter().map(|byte| if matches!(byte, b'\n' | b'\r') { b' ' } else { *byte }),
                    );
                    found.text.push(b'\n');
                }
                Written::Matches => {
                    let mut numbers = matches.matched.to_vec();
                    numbers.sort_unstable();
                    let rules = numbers.iter().filter_map(|rule| self.rules.get(*rule as usize).copied());
                    let file = self.files.get(found.file).map_or("", String::as_str);
                    let line = MatchLine { file, line: place.line, item: place.item, rules: rules.collect() };
                    // Writing to memory does not fail.
                    let _ = serde_json::to_writer(&mut found.text, &line);
                    found.text.push(b'\n');
                }
            }
        }
        if !matches.undecided.is_empty() {
            let count = matches.undecided.len();
            misread(found, place, Misread::Undecided(count));
        }
    }
}

/// Counts an event that is not read, and keeps the first ones.
fn misread(found: &mut Found, place: Place, why: Misread) {
    match why {
        Misread::Undecided(_) => found.undecided += 1,
        _ => found.unread += 1,
    }
    if found.misread.len() < MOST {
        found.misread.push((place, why));
    }
}
