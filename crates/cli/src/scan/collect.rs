//! Reading, matching and writing side by side, in the order of the input and in bounded memory.

use super::Written;
use super::slice::{SIZE, Slice};
use super::source::{is_stdin, open, shown};
use super::work::{Found, Worker};
use crate::message::Message;
use crate::shown::about;
use crate::stop::{Stop, read_or_not};
use rulepad_workbench::Lang;
use rulepad_workbench::bulk::{Matcher, Misread, Place, Splitter};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::scope;

/// How many events that are not read are named; all are counted.
const MOST: usize = 20;

/// How many slices there are at once for each thread.
const SLICES: usize = 4;

/// What a scan found.
#[derive(Debug, Default)]
pub struct Totals {
    /// How many events were read.
    pub events: u64,
    /// How many of them match a rule.
    pub any: u64,
    /// How many events were not read.
    pub unread: u64,
    /// On how many events a rule was not decided.
    pub undecided: u64,
    /// How many bytes were matched, decompressed.
    pub bytes: u64,
    /// How many events each rule matches.
    pub matched: Vec<u64>,
    /// The first events that were not read, with their places.
    misread: Vec<Message>,
    /// Why files could not be read, or not to their end.
    broken: Vec<Message>,
}

impl Totals {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match (self.broken.is_empty(), self.unread + self.undecided) {
            (false, _) => 2,
            (true, 0) => 0,
            (true, _) => 1,
        }
    }

    /// Says on standard error what was not read.
    pub fn report(&self, lang: Lang) {
        for message in self.misread.iter().chain(&self.broken) {
            about(message, lang);
        }
        let more = (self.unread + self.undecided).saturating_sub(self.misread.len() as u64);
        if more > 0 {
            about(&Message::MoreMisread(more), lang);
        }
    }

    fn add(&mut self, found: &Found, files: &[String]) {
        self.events += found.events;
        self.any += found.any;
        self.unread += found.unread;
        self.undecided += found.undecided;
        self.bytes += found.bytes;
        let file = files.get(found.file).map_or("", String::as_str);
        let left = MOST.saturating_sub(self.misread.len());
        self.misread.extend(found.misread.iter().take(left).map(|own| misread(file, *own)));
    }
}

fn misread(file: &str, (place, fault): (Place, Misread)) -> Message {
    Message::Misread { file: file.to_owned(), line: place.line, item: place.item, fault }
}

/// Matches the events of all files.
pub fn scan(
    matcher: &Matcher,
    rules: &[&str],
    paths: &[PathBuf],
    written: Written,
    threads: usize,
    out: &mut impl Write,
) -> Result<Totals, Stop> {
    let files: Vec<String> = paths.iter().map(|path| shown(path)).collect();
    let (slices, waiting) = sync_channel::<Slice>(threads);
    let (results, found) = channel::<Found>();
    // A slice takes a ticket, which comes back once what was found in it is written.
    let (tickets, taken) = sync_channel::<()>(threads * SLICES);
    for _ in 0..threads * SLICES {
        // There is room for each.
        let _ = tickets.send(());
    }
    let waiting = Mutex::new(waiting);
    let mut totals = Totals { matched: vec![0; rules.len()], ..Totals::default() };
    scope(|scope| {
        let reader = scope.spawn(move || read(paths, &slices, &taken));
        let (files, waiting) = (&files, &waiting);
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let results = results.clone();
                scope.spawn(move || work(Worker::new(matcher, rules, files, written), waiting, &results))
            })
            .collect();
        drop(results);
        let ended = collect(&found, &tickets, files, &mut totals, out);
        // Whoever still waits for a place ends.
        drop((found, tickets));
        for worker in workers {
            let counts = worker.join().unwrap_or_else(|panic| resume_unwind(panic));
            totals.matched.iter_mut().zip(counts).for_each(|(all, own)| *all += own);
        }
        totals.broken = reader.join().unwrap_or_else(|panic| resume_unwind(panic));
        ended
    })?;
    Ok(totals)
}

/// Reads all files into slices; gives a message for each that cannot be read to its end.
fn read(paths: &[PathBuf], slices: &SyncSender<Slice>, tickets: &Receiver<()>) -> Vec<Message> {
    let mut broken = Vec::new();
    let mut number = 0;
    for (file, path) in paths.iter().enumerate() {
        let mut send = |slice: &mut Slice| {
            if slice.is_empty() {
                return true;
            }
            let mut full = std::mem::replace(slice, Slice::new(file));
            full.number = number;
            number += 1;
            tickets.recv().is_ok() && slices.send(full).is_ok()
        };
        match one(path, file, &mut send) {
            Ok(true) => {}
            // Nobody takes slices any more.
            Ok(false) => return broken,
            Err(error) => broken.push(Message::unreadable(shown(path), error)),
        }
    }
    broken
}

fn one(path: &Path, file: usize, send: &mut dyn FnMut(&mut Slice) -> bool) -> std::io::Result<bool> {
    let mut source = open(path)?;
    let mut splitter = Splitter::default();
    let mut buffer = vec![0; SIZE];
    let mut slice = Slice::new(file);
    let mut failed = None;
    let mut goes_on = true;
    while goes_on {
        let count = match source.read(&mut buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                failed = Some(error);
                0
            }
        };
        splitter.push(buffer.get(..count).unwrap_or_default(), &mut |piece| {
            // What a broken file ends with is cut, and the file is reported.
            if failed.is_none() {
                slice.add(piece);
                if slice.is_full() {
                    goes_on &= send(&mut slice);
                }
            }
        });
        if count == 0 {
            break;
        }
        // What was read of a pipe is matched before more comes.
        goes_on &= !is_stdin(path) || count == buffer.len() || send(&mut slice);
    }
    goes_on &= send(&mut slice);
    failed.map_or(Ok(goes_on), Err)
}

/// Matches slices until there are no more; gives the counts of the rules.
fn work(mut worker: Worker<'_>, waiting: &Mutex<Receiver<Slice>>, results: &Sender<Found>) -> Vec<u64> {
    loop {
        let next = match waiting.lock() {
            Ok(waiting) => waiting.recv(),
            Err(_) => break,
        };
        let Ok(slice) = next else { break };
        // Where nobody takes results any more, the slices that there are still make room for the reader to end.
        let _ = results.send(worker.slice(&slice));
    }
    worker.matched
}

/// Takes what was found in the order of the input.
fn collect(
    found: &Receiver<Found>,
    tickets: &SyncSender<()>,
    files: &[String],
    totals: &mut Totals,
    out: &mut impl Write,
) -> Result<(), Stop> {
    let mut early: BTreeMap<u64, Found> = BTreeMap::new();
    let mut next = 0;
    for own in found {
        early.insert(own.number, own);
        while let Some(own) = early.remove(&next) {
            next += 1;
            totals.add(&own, files);
            // Whoever closed the output has seen enough; the counts go on.
            read_or_not(out.write_all(&own.text).map_err(Stop::from))?;
            // The reader may have ended.
            let _ = tickets.send(());
        }
    }
    Ok(())
}
