//! A JSON text found in the pasted text: fixed where it must be, and where each byte of it is there.

use crate::diagnostics as say;
use crate::diagnostics::Diagnostic;
use rulepad_document::diagnostic::apply;
use rulepad_document::fix_all::fix_all;
use rulepad_document::json::{self, Node};
use rulepad_document::literal::{self, Language, Unknown, UnknownKind};
use rulepad_document::notation::Notation;
use rulepad_document::rewritten::{Rewritten, rewrite};
use rulepad_document::{Edit, Role, Span};
use std::rc::Rc;

/// Where the bytes of a text are in the pasted text.
#[derive(Clone, Debug)]
pub(crate) enum BytePlace {
    /// The text is a part of the pasted text, from this byte on.
    At(usize),
    /// The text is a part of another one, from this byte on.
    In(Rc<BytePlace>, usize),
    /// The text is another one after these edits.
    Edited(Rc<BytePlace>, Vec<Edit>),
    /// The text is JSON that was written for values of another one.
    Converted(Rc<BytePlace>, Rc<Rewritten>),
    /// The text was made from this place: the place of every byte is the whole.
    Within(Span),
}

impl BytePlace {
    /// Where a span of the text is in the pasted text.
    pub fn of(&self, span: Span) -> Span {
        let mut span = span;
        let mut place = self;
        loop {
            match place {
                Self::At(from) => return shifted(span, *from),
                Self::Within(whole) => return *whole,
                Self::In(outer, from) => {
                    span = shifted(span, *from);
                    place = outer;
                }
                Self::Converted(outer, rewritten) => {
                    span = rewritten.origin(span);
                    place = outer;
                }
                Self::Edited(outer, edits) => {
                    span =
                        Span { start: before(edits, span.start, false), end: before(edits, span.end, true) };
                    place = outer;
                }
            }
        }
    }

    fn is_exact(&self) -> bool {
        match self {
            Self::At(_) => true,
            Self::In(outer, _) => outer.is_exact(),
            Self::Edited(..) | Self::Converted(..) | Self::Within(_) => false,
        }
    }

    /// The place of a part of this text.
    pub fn part(&self, from: usize) -> Self {
        Self::In(Rc::new(self.clone()), from)
    }
}

fn shifted(span: Span, from: usize) -> Span {
    Span::new(span.start as usize + from, span.end as usize + from)
}

/// The offset before the edits, which are in the order of the text.
fn before(edits: &[Edit], offset: u32, end: bool) -> u32 {
    let mut moved = 0_i64;
    for edit in edits {
        let start = i64::from(edit.span.start) + moved;
        let new = i64::try_from(edit.text.len()).unwrap_or(i64::MAX);
        let at = i64::from(offset);
        if at < start || (at == start && !end) {
            break;
        }
        if at < start + new || (at == start + new && end) {
            return if end { edit.span.end } else { edit.span.start };
        }
        moved += new - i64::from(edit.span.end - edit.span.start);
    }
    u32::try_from(i64::from(offset) - moved).unwrap_or_default()
}

/// The longest text that is fixed, in bytes.
const LONGEST_FIXED: usize = 256 << 10;

/// A JSON text that was read.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub text: String,
    pub place: BytePlace,
    pub root: Node,
    /// What was wrong with the text before it was fixed, with places of the pasted text.
    pub found: Vec<Diagnostic>,
    /// How many mistakes of its JSON were fixed.
    pub fixes: usize,
    /// The notation it was converted from.
    pub notation: Option<Notation>,
}

impl Document {
    /// Reads a text, fixed where it must be; where that does not help, what is wrong with it.
    pub fn read(text: &str, place: &BytePlace) -> Result<Self, Vec<Diagnostic>> {
        let parsed = json::parse(text, Role::Event);
        if let Some(root) = parsed.valid().cloned() {
            let found = parsed.diagnostics.into_iter().map(|found| placed(found.lift(), place)).collect();
            return Ok(Self {
                text: text.to_owned(),
                place: place.clone(),
                root,
                found,
                fixes: 0,
                notation: None,
            });
        }
        if let Some(document) = Self::literal_of(text, place) {
            return Ok(document);
        }
        if text.len() > LONGEST_FIXED {
            return Err(parsed.diagnostics.into_iter().map(|found| placed(found.lift(), place)).collect());
        }
        let (fixed, rounds) = fix_all(text, |text| json::parse(text, Role::Event).diagnostics);
        let found: Vec<Diagnostic> =
            parsed.diagnostics.into_iter().map(|found| placed(found.lift(), place)).collect();
        let Some(root) = json::parse_unchecked(&fixed, Role::Event).valid().cloned() else {
            let kept = whole_part(text).and_then(|edit| Self::kept(text, place, edit, &found));
            return kept.ok_or(found);
        };
        let place =
            rounds.into_iter().fold(place.clone(), |place, edits| BytePlace::Edited(Rc::new(place), edits));
        let fixes = found.iter().filter(|found| found.is_error()).count();
        Ok(Self { text: fixed, place, root, found, fixes, notation: None })
    }

    /// An object of JavaScript or Python that is the whole text.
    fn literal_of(text: &str, place: &BytePlace) -> Option<Self> {
        let start = text.len() - text.trim_start().len();
        let literal = literal::read(text, start).ok()?;
        let rest = text.get(literal.end..)?;
        let ends = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ')' | ',')).is_empty();
        let notation = match literal.language? {
            Language::JavaScript => Notation::JavaScript,
            Language::Python => Notation::Python,
        };
        let root = literal::known(&literal.root).filter(|_| ends)?;
        let lost = |part: &&Unknown| part.kind != UnknownKind::Undefined;
        let lost = literal.unknown.iter().filter(lost);
        let found =
            lost.map(|part| say::lost_value(place.of(part.span), part.span.of(text), part.kind)).collect();
        Self::converted(&root, place, notation, found)
    }

    /// The values of another notation as JSON.
    pub fn converted(
        root: &Node,
        place: &BytePlace,
        notation: Notation,
        found: Vec<Diagnostic>,
    ) -> Option<Self> {
        let rewritten = rewrite(root);
        let root = json::parse_unchecked(&rewritten.text, Role::Event).valid().cloned()?;
        Some(Self {
            text: rewritten.text.clone(),
            place: BytePlace::Converted(Rc::new(place.clone()), Rc::new(rewritten)),
            root,
            found,
            fixes: 0,
            notation: Some(notation),
        })
    }

    /// The text after an edit that leaves out what cannot be read, fixed.
    fn kept(text: &str, place: &BytePlace, edit: Edit, found: &[Diagnostic]) -> Option<Self> {
        let kept = apply(text, std::slice::from_ref(&edit));
        let (kept, rounds) = fix_all(&kept, |text| json::parse(text, Role::Event).diagnostics);
        let root = json::parse_unchecked(&kept, Role::Event).valid().cloned()?;
        let cut = place.of(edit.span);
        let before = found.iter().filter(|found| found.span().end <= cut.start).cloned();
        let found: Vec<Diagnostic> = std::iter::once(say::cut(cut)).chain(before).collect();
        let fixes = found.iter().skip(1).filter(|found| found.is_error()).count();
        let edits = std::iter::once(vec![edit]).chain(rounds);
        let place = edits.fold(place.clone(), |place, edits| BytePlace::Edited(Rc::new(place), edits));
        Some(Self { text: kept, place, root, found, fixes, notation: None })
    }

    /// The bytes of a scalar or key.
    pub fn literal(&self, span: Span, otherwise: impl FnOnce() -> String) -> String {
        match span.of(&self.text) {
            "" => otherwise(),
            literal => literal.to_owned(),
        }
    }

    /// Whether a place of this text is one of the pasted text, so that an edit of one is an edit of the other.
    pub fn is_exact(&self) -> bool {
        self.place.is_exact()
    }

    /// Where a value is in the pasted text.
    pub fn span(&self, node: &Node) -> Span {
        self.place.of(node.span)
    }
}

/// The edit that cuts a text off behind the last whole item of its outermost list, or else behind its last whole
/// member; `None` where the text does not just end too early.
fn whole_part(text: &str) -> Option<Edit> {
    let mut open: Vec<char> = Vec::new();
    let (mut quoted, mut escaped) = (false, false);
    let (mut item, mut member): (Option<usize>, Option<usize>) = (None, None);
    let mut closing_of_item = String::new();
    let mut closing_of_member = String::new();
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => {
                if open.pop() != Some(c) || open.is_empty() {
                    return None;
                }
                let outermost = open.len() <= 2 && open.last() == Some(&']');
                if c == '}' && outermost {
                    item = Some(at + 1);
                    closing_of_item = open.iter().rev().collect();
                }
            }
            ',' if open.len() <= 64 => {
                member = Some(at);
                closing_of_member = open.iter().rev().collect();
            }
            _ => {}
        }
    }
    let (at, closing) = match (item, member) {
        (Some(at), _) => (at, closing_of_item),
        (None, Some(at)) => (at, closing_of_member),
        (None, None) => return None,
    };
    (!open.is_empty()).then(|| Edit { span: Span::new(at, text.len()), text: closing })
}

/// The diagnostic with places of the pasted text. A place that covers more than its own text, inside a string,
/// carries no edit.
fn placed(mut found: Diagnostic, place: &BytePlace) -> Diagnostic {
    let exact = place.is_exact();
    for label in &mut found.labels {
        label.span = place.of(label.span);
    }
    for help in &mut found.help {
        if exact {
            for edit in &mut help.edits {
                edit.span = place.of(edit.span);
            }
        } else {
            help.edits.clear();
        }
    }
    // What AWS would say of a part of a text, it says of another text.
    if !matches!(place.of(Span::at(0)), Span { start: 0, end: 0 }) {
        found.reference = None;
    }
    found
}
