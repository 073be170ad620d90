//! Files of any size matched slice by slice, in bounded memory: counts, the first matches, what is not read.

use crate::Matrix;
use rulepad_document::Words;
use rulepad_workbench::bulk::{Damage, Misread, Piece, Place, Splitter, Unpacker, damage, each_event};
use rulepad_workbench::{Dialect, Wording};
use serde::{Deserialize, Serialize};

/// So many matches of each rule are kept.
pub const KEPT: usize = 20;
/// A kept event has at most so many bytes: more than the largest that a bus takes.
pub const LONGEST_KEPT: usize = 1 << 20;
/// All events that are kept have at most so many bytes.
pub const ALL_KEPT: usize = 16 << 20;
/// So many events that are not read are named; all are counted.
pub const NAMED: usize = 20;
/// A slice is left when about so many bytes of it were decompressed.
const ROOM: usize = 512 << 10;

/// A scan of one file after another. What a slice comes to is given at once and only added to by who asks, so the scan
/// has no more than an unfinished event.
///
/// ```
/// use rulepad_verify::Scan;
/// use rulepad_workbench::Dialect;
///
/// let mut scan = Scan::new([(r#"{"source": ["shop"]}"#, Dialect::Rule, true)]);
/// let events = b"{\"source\": \"shop\"}\n{\"source\": \"bank\"}\n";
/// let first = scan.push(events);
/// let end = scan.end();
/// assert_eq!((first.taken, first.events + end.events), (events.len(), 2));
/// assert_eq!(first.rules[0].matched + end.rules.first().map_or(0, |rule| rule.matched), 1);
/// ```
pub struct Scan {
    rules: Rules,
    unpacker: Unpacker,
    splitter: Splitter,
    buffer: Vec<u8>,
}

/// The rules, and what of the events is kept or named so far.
struct Rules {
    matrix: Matrix,
    /// Whether a match triggers the rule of a place.
    on: Vec<bool>,
    /// How many events of each rule are kept.
    kept: Vec<usize>,
    /// How many bytes are kept.
    bytes: usize,
    named: usize,
}

/// What a slice of a file comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scanned {
    /// How many bytes of the slice were taken. The others are to be pushed again.
    pub taken: usize,
    /// How many bytes they are, decompressed.
    pub unpacked: u64,
    /// Events that were read.
    pub events: u64,
    /// Those of them that match a rule.
    pub matched: u64,
    /// Those of them that trigger no rule: what matches is disabled, or nothing matches.
    pub idle: u64,
    /// Events, or parts of the file, that were not read.
    pub unread: u64,
    /// Events on which a rule has no verdict.
    pub undecided: u64,
    /// The rules that matched, ascending.
    pub rules: Vec<RuleScanned>,
    /// Matches to keep: of each rule the first [`KEPT`].
    pub kept: Vec<Match>,
    /// The first events that were not read or not decided.
    pub named: Vec<NotRead>,
    /// Why the rest of the file is not read.
    pub broken: Option<Wording>,
}

/// What a slice comes to for one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleScanned {
    /// The place of the rule.
    pub rule: usize,
    /// How many events it matched.
    pub matched: u64,
}

/// An event that is one of the first that a rule matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// The places of the rules.
    pub rules: Vec<usize>,
    /// Its line, from 1.
    pub line: u64,
    /// Its number in its list, from 1.
    pub item: Option<u64>,
    /// The event on one line; `None` where there is no room for it.
    pub text: Option<String>,
}

/// Something that was not read or not decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotRead {
    /// Its line, from 1.
    pub line: u64,
    /// Its number in its list, from 1.
    pub item: Option<u64>,
    /// Why.
    pub why: Wording,
}

impl Scan {
    /// Compiles the rules: pattern, dialect, and whether the rule is enabled.
    pub fn new<P: AsRef<str>>(rules: impl IntoIterator<Item = (P, Dialect, bool)>) -> Self {
        let rules: Vec<(P, Dialect, bool)> = rules.into_iter().collect();
        let on: Vec<bool> = rules.iter().map(|(.., on)| *on).collect();
        let matrix = Matrix::new(rules.into_iter().map(|(pattern, dialect, _)| (pattern, dialect)));
        let rules = Rules { matrix, kept: vec![0; on.len()], on, bytes: 0, named: 0 };
        let (unpacker, splitter) = (Unpacker::default(), Splitter::default());
        Self { rules, unpacker, splitter, buffer: Vec::new() }
    }

    /// The places of the rules whose pattern AWS refuses; they match nothing.
    #[must_use]
    pub fn refused(&self) -> &[usize] {
        self.rules.matrix.refused()
    }

    /// Matches a slice of the file. It may take a part of it alone; at least one byte is taken, or the file is broken.
    pub fn push(&mut self, bytes: &[u8]) -> Scanned {
        let mut found = Scanned::default();
        // All of it at once: an event that comes in many small parts would be looked through again with each.
        let mut unpacked = Vec::new();
        let taken = self.unpacker.push(bytes, ROOM, &mut |bytes| unpacked.extend_from_slice(bytes));
        self.split(&unpacked, &mut found);
        found.taken = taken.unwrap_or(bytes.len());
        if let Err(why) = taken {
            self.broken(why, &mut found);
        }
        found
    }

    /// The file ends; what is pushed next is another file.
    pub fn end(&mut self) -> Scanned {
        let mut found = Scanned::default();
        let mut unpacked = Vec::new();
        let ended = self.unpacker.end(&mut |bytes| unpacked.extend_from_slice(bytes));
        self.split(&unpacked, &mut found);
        match ended {
            Ok(()) => self.next_file(&mut found),
            Err(why) => self.broken(why, &mut found),
        }
        found
    }

    /// Nothing more of the file can be read. An event that the damage cuts counts as not read.
    fn broken(&mut self, why: Damage, found: &mut Scanned) {
        self.next_file(found);
        found.broken = Some(Wording::each(|lang| damage(why, lang).to_owned()));
    }

    fn next_file(&mut self, found: &mut Scanned) {
        let Self { rules, splitter, buffer, .. } = self;
        splitter.push(&[], &mut |piece| rules.piece(piece, buffer, found));
        (self.unpacker, self.splitter) = (Unpacker::default(), Splitter::default());
    }

    fn split(&mut self, bytes: &[u8], found: &mut Scanned) {
        let Self { rules, splitter, buffer, .. } = self;
        found.unpacked += bytes.len() as u64;
        // Nothing would end the stream.
        if !bytes.is_empty() {
            splitter.push(bytes, &mut |piece| rules.piece(piece, buffer, found));
        }
    }
}

impl Rules {
    fn piece(&mut self, piece: Piece<'_>, buffer: &mut Vec<u8>, found: &mut Scanned) {
        each_event(piece, buffer, |place, event| match event {
            Ok(event) => self.event(event, place, found),
            Err(why) => self.name(place, why, found),
        });
    }

    fn event(&mut self, event: &[u8], place: Place, found: &mut Scanned) {
        let judged = match self.matrix.judge_bytes(event) {
            Ok(judged) => judged,
            Err(refused) => return self.name(place, Misread::Refused(refused), found),
        };
        found.events += 1;
        if judged.behind {
            self.name(place, Misread::Behind, found);
        }
        if !judged.undecided.is_empty() {
            self.name(place, Misread::Undecided(judged.undecided.len()), found);
        }
        found.matched += u64::from(!judged.matched.is_empty());
        found.idle += u64::from(!judged.matched.iter().any(|rule| self.on.get(*rule) == Some(&true)));
        let mut first: Vec<usize> = Vec::new();
        for rule in judged.matched {
            found.count(rule);
            if let Some(kept) = self.kept.get_mut(rule).filter(|kept| **kept < KEPT) {
                *kept += 1;
                first.push(rule);
            }
        }
        if first.is_empty() {
            return;
        }
        let fits = event.len() <= LONGEST_KEPT && self.bytes + event.len() <= ALL_KEPT;
        let text = fits.then(|| on_one_line(event));
        self.bytes += text.as_ref().map_or(0, String::len);
        found.kept.push(Match { rules: first, line: place.line, item: place.item, text });
    }

    /// Counts what is not read or not decided, and names the first.
    fn name(&mut self, place: Place, why: Misread, found: &mut Scanned) {
        match why {
            Misread::Undecided(_) => found.undecided += 1,
            _ => found.unread += 1,
        }
        if self.named < NAMED {
            self.named += 1;
            let why = Wording::each(|lang| why.words(lang));
            found.named.push(NotRead { line: place.line, item: place.item, why });
        }
    }
}

/// A line end outside strings is white space, and inside strings there is none.
fn on_one_line(event: &[u8]) -> String {
    String::from_utf8_lossy(event).replace(['\n', '\r'], " ")
}

impl Scanned {
    fn count(&mut self, rule: usize) {
        let place = self.rules.binary_search_by_key(&rule, |own| own.rule);
        let place = place.unwrap_or_else(|place| {
            self.rules.insert(place, RuleScanned { rule, matched: 0 });
            place
        });
        if let Some(own) = self.rules.get_mut(place) {
            own.matched += 1;
        }
    }
}

#[cfg(test)]
mod tests;
