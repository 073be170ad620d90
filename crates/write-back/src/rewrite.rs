//! A JSON or YAML text in which some values are others; every byte that need not change stays.

use rulepad_cloudformation::{Notation, function, yaml};
use rulepad_document::json::{Member, Node, Value, pretty, quote};
use rulepad_document::visible::escaped_lines;
use rulepad_document::yaml::is_word;
use std::cell::Cell;

/// The text of `new`, where `old` is what `text` says. What is equal in both, spans and all, is copied.
pub(super) fn rewritten(text: &str, notation: Notation, old: &Node, new: &Node) -> Option<String> {
    let line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let writer = Writer { text, notation, line, done: Cell::new(0) };
    let start = text.get(..old.span.start as usize)?;
    let value = writer.value(old, new)?;
    let end = text.get(writer.done.get().max(old.span.end as usize)..)?;
    Some(format!("{start}{value}{end}"))
}

/// The same of a JSON text whose values are not all at its start.
pub(super) fn json_rewritten(text: &str, old: &Node, new: &Node) -> Option<String> {
    rewritten(text, Notation::Json, old, new)
}

struct Writer<'t> {
    text: &'t str,
    notation: Notation,
    line: &'static str,
    /// How far the text was written, comments behind the last line of a value included.
    done: Cell<usize>,
}

/// One entry of a collection: its place, from its key or dash to the end of what belongs to its line.
struct Entry {
    start: usize,
    end: usize,
}

/// How a collection is written.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    /// In brackets, with commas.
    Flow,
    /// In lines.
    Block,
}

impl<'t> Writer<'t> {
    fn slice(&self, from: usize, to: usize) -> Option<&'t str> {
        self.text.get(from..to)
    }

    /// What is written instead of `old`; `None` where it cannot be written there.
    fn value(&self, old: &Node, new: &Node) -> Option<String> {
        let (start, end) = (old.span.start as usize, old.span.end as usize);
        if old == new {
            return self.slice(start, end).map(str::to_owned);
        }
        let first = self.text.as_bytes().get(start).copied().unwrap_or(0);
        if first == b'!' && self.notation == Notation::Yaml {
            let ((name, argument), (new_name, new_argument)) = (function(old)?, function(new)?);
            let whole = argument.span.start as usize;
            // `!GetAtt a.b` is one word of two parts.
            let is_one_word = matches!(argument.value, Value::Array(_))
                && !matches!(self.text.as_bytes().get(whole), Some(b'[' | b'-'));
            if name != new_name
                || is_one_word
                || std::mem::discriminant(&argument.value) != std::mem::discriminant(&new_argument.value)
            {
                return None;
            }
            return Some(format!("{}{}", self.slice(start, whole)?, self.value(argument, new_argument)?));
        }
        match (&old.value, &new.value) {
            (Value::Array(old_items), Value::Array(new_items))
                if !old_items.is_empty() && !new_items.is_empty() =>
            {
                let style = if first == b'[' { Style::Flow } else { Style::Block };
                if !old_items.iter().all(|item| old.span.covers(item.span)) {
                    return None;
                }
                let pairs = pairs(old_items, new_items, |one, other| one.span == other.span);
                let starts = |item: &Node| self.item_start(item, style);
                let entries = self.entries(
                    old_items.iter().map(|item| Some((starts(item)?, item.span.end as usize))),
                    style,
                )?;
                let first = entries.first()?.start;
                let fresh = |item: &Node| self.fresh_item(item, style, old, first);
                let kept = |entry: &Entry, one: &Node, other: &Node| self.kept(entry, one, other, style);
                self.collection(old, style, &entries, old_items, new_items, &pairs, &fresh, &kept)
            }
            (Value::Object(old_members), Value::Object(new_members))
                if !old_members.is_empty() && !new_members.is_empty() =>
            {
                let style = if first == b'{' { Style::Flow } else { Style::Block };
                let placed = old_members.windows(2).all(|pair| match pair {
                    [one, other] => {
                        one.value.span.end <= other.key_span.start && one.key_span.end <= one.value.span.start
                    }
                    _ => true,
                });
                let within = old_members.iter().all(|own| old.span.covers(own.value.span));
                if !placed || !within || old_members.first()?.key_span.start < old.span.start {
                    return None;
                }
                let pairs = pairs(old_members, new_members, |one, other| one.key_span == other.key_span);
                let places = old_members
                    .iter()
                    .map(|own| Some((own.key_span.start as usize, own.value.span.end as usize)));
                let entries = self.entries(places, style)?;
                let first = entries.first()?.start;
                let fresh = |member: &Member| self.fresh_member(member, style, old, first);
                let kept =
                    |entry: &Entry, one: &Member, other: &Member| self.kept_member(entry, one, other, style);
                self.collection(old, style, &entries, old_members, new_members, &pairs, &fresh, &kept)
            }
            _ => {
                let is_block = first == b'-'
                    || matches!(old.value, Value::Object(_) | Value::Array(_))
                        && !matches!(first, b'[' | b'{');
                let is_scalar = !matches!(new.value, Value::Array(_) | Value::Object(_));
                (is_scalar && !is_block && start < end).then(|| self.scalar(old, new))
            }
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the same for items and members, which differ in two closures"
    )]
    fn collection<T>(
        &self,
        old: &Node,
        style: Style,
        entries: &[Entry],
        before: &[T],
        after: &[T],
        pairs: &[Option<usize>],
        fresh: &dyn Fn(&T) -> Option<String>,
        kept: &dyn Fn(&Entry, &T, &T) -> Option<String>,
    ) -> Option<String> {
        let (first, last) = (entries.first()?, entries.last()?);
        let mut out =
            self.slice(old.span.start as usize, first.start.max(old.span.start as usize))?.to_owned();
        let usual = self.usual_gap(entries, style, old)?;
        for (at, (item, pair)) in after.iter().zip(pairs).enumerate() {
            let before_it = pair.filter(|at| *at > 0).and_then(|at| {
                let (earlier, own) = (entries.get(at - 1)?, entries.get(at)?);
                self.slice(earlier.end, own.start)
            });
            if at > 0 {
                out.push_str(before_it.unwrap_or(&usual));
            }
            out.push_str(&match pair {
                Some(at) => kept(entries.get(*at)?, before.get(*at)?, item)?,
                None => fresh(item)?,
            });
        }
        match style {
            Style::Flow => out.push_str(self.slice(last.end, old.span.end as usize)?),
            Style::Block => self.done.set(self.done.get().max(last.end)),
        }
        Some(out)
    }

    /// Entries with the rest of their lines, where lines are what parts them.
    fn entries(
        &self,
        places: impl Iterator<Item = Option<(usize, usize)>>,
        style: Style,
    ) -> Option<Vec<Entry>> {
        let line_end = |end: usize| {
            let rest = self.text.get(end..).unwrap_or("");
            let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let own = rest.get(..line).unwrap_or("");
            let is_comment = own.trim_start().starts_with('#') || own.trim().is_empty();
            if is_comment { end + own.trim_end().len() } else { end }
        };
        places
            .map(|place| {
                let (start, end) = place?;
                Some(Entry { start, end: if style == Style::Block { line_end(end) } else { end } })
            })
            .collect()
    }

    /// What is between two entries, where nothing else shows it.
    fn usual_gap(&self, entries: &[Entry], style: Style, old: &Node) -> Option<String> {
        let first = entries.first()?;
        if style == Style::Block {
            return Some(format!("{}{}", self.line, " ".repeat(self.column(first.start))));
        }
        let between = entries.get(1).and_then(|next| self.slice(first.end, next.start));
        Some(match between.filter(|gap| !gap.contains('#')) {
            Some(gap) => gap.to_owned(),
            None => {
                let open = self.slice(old.span.start as usize + 1, first.start)?;
                if open.contains('\n') {
                    format!(",{}", open.trim_start_matches([' ', '\t']))
                } else {
                    ", ".to_owned()
                }
            }
        })
    }

    /// Whether only space is before a place in its line.
    fn begins_line(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("");
        before.contains('\n') && before.rsplit(['\n', '\r']).next().unwrap_or("").trim().is_empty()
    }

    /// How far right a place is in its line, in characters.
    fn column(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or("");
        before.rsplit(['\n', '\r']).next().unwrap_or("").chars().count()
    }

    fn item_start(&self, item: &Node, style: Style) -> Option<usize> {
        let start = item.span.start as usize;
        if style == Style::Flow {
            return Some(start);
        }
        let before = self.text.get(..start)?.trim_end_matches([' ', '\t', '\n', '\r']);
        before.ends_with('-').then(|| before.len() - 1)
    }

    /// An item that stays, with what is new in it.
    fn kept(&self, entry: &Entry, old: &Node, new: &Node, style: Style) -> Option<String> {
        let start = old.span.start as usize;
        let (text, tail) = self.with_tail(entry, old, new)?;
        match text {
            Some(text) => Some(format!("{}{text}{tail}", self.slice(entry.start, start)?)),
            None if style == Style::Flow => Some(self.flow(new, entry.start, self.begins_line(entry.start))),
            None => {
                let text = self.block_item(new, self.column(entry.start));
                Some(format!("{text}{}", comment(new, tail)))
            }
        }
    }

    /// The value, where it can replace the old one, and what of its entry follows.
    fn with_tail(&self, entry: &Entry, old: &Node, new: &Node) -> Option<(Option<String>, &'t str)> {
        let before = self.done.get();
        let text = self.value(old, new).filter(|_| !self.becomes_lines(old, new));
        if text.is_none() {
            self.done.set(before);
        }
        let from = self.done.get().clamp(old.span.end as usize, entry.end.max(old.span.end as usize));
        Some((text, self.slice(from, entry.end.max(from))?))
    }

    /// Whether a value becomes a text of lines, which a separate block scalar shows.
    fn becomes_lines(&self, old: &Node, new: &Node) -> bool {
        let was_text = matches!(old.value, Value::String(_));
        self.notation == Notation::Yaml && !was_text && old != new && yaml::Lines::of(new).is_some()
    }

    fn kept_member(&self, entry: &Entry, old: &Member, new: &Member, style: Style) -> Option<String> {
        let start = old.value.span.start as usize;
        let (text, tail) = self.with_tail(entry, &old.value, &new.value)?;
        match text {
            Some(text) => Some(format!("{}{text}{tail}", self.slice(entry.start, start)?)),
            None => {
                let key = self.slice(entry.start, old.key_span.end as usize)?;
                if style == Style::Flow {
                    let in_lines = self.begins_line(entry.start);
                    return Some(format!("{key}: {}", self.flow(&new.value, entry.start, in_lines)));
                }
                let text = self.block_value(&new.value, self.column(entry.start));
                Some(format!("{key}:{text}{}", comment(&new.value, tail)))
            }
        }
    }

    fn fresh_item(&self, item: &Node, style: Style, within: &Node, first: usize) -> Option<String> {
        Some(match style {
            Style::Flow => self.flow(item, first, self.begins_line(first)),
            Style::Block => self.block_item(item, self.column(within.span.start as usize)),
        })
    }

    fn fresh_member(&self, member: &Member, style: Style, within: &Node, first: usize) -> Option<String> {
        let at = within.span.start as usize;
        let value = || self.flow(&member.value, first, self.begins_line(first));
        Some(match style {
            Style::Flow if self.notation == Notation::Json => format!("{}: {}", quote(&member.key), value()),
            Style::Flow => format!("{}: {}", yaml::key(&member.key), value()),
            Style::Block => {
                format!("{}:{}", yaml::key(&member.key), self.block_value(&member.value, self.column(at)))
            }
        })
    }

    /// A value between brackets, whose neighbour begins at `at`: on one line where its neighbours are.
    fn flow(&self, node: &Node, at: usize, in_lines: bool) -> String {
        if self.notation == Notation::Yaml {
            return yaml::flow(node);
        }
        if !in_lines {
            return escaped_lines(&one_line(node)).into_owned();
        }
        let before = self.text.get(..at).unwrap_or("");
        let line = before.rsplit(['\n', '\r']).next().unwrap_or("");
        let indent: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        let step = self.step();
        let pretty = pretty(node);
        let written = escaped_lines(&pretty);
        let lines: Vec<String> = written
            .lines()
            .map(|line| {
                let inner = line.trim_start_matches(' ');
                format!("{indent}{}{inner}", step.repeat((line.len() - inner.len()) / 2))
            })
            .collect();
        lines.join(self.line).trim_start().to_owned()
    }

    /// How far in a line of JSON is under the one it belongs to.
    fn step(&self) -> &str {
        let first = self.text.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or("");
        first.get(..first.len() - first.trim_start().len()).filter(|step| !step.is_empty()).unwrap_or("  ")
    }

    /// What follows the colon of a key at a column.
    fn block_value(&self, node: &Node, column: usize) -> String {
        if let Some(lines) = yaml::Lines::of(node) {
            return format!(" {}", self.in_lines(&lines, column + 2));
        }
        if yaml::is_one_line(node) {
            return format!(" {}", yaml::scalar(node));
        }
        format!("{}{}", self.line, self.lines(&yaml::block(node, 0), column + 2))
    }

    /// An item with its dash at a column.
    fn block_item(&self, node: &Node, column: usize) -> String {
        if let Some(lines) = yaml::Lines::of(node) {
            return format!("- {}", self.in_lines(&lines, column + 2));
        }
        if yaml::is_one_line(node) {
            return format!("- {}", yaml::scalar(node));
        }
        let lines = self.lines(&yaml::block(node, 0), column + 2);
        format!("- {}", lines.trim_start())
    }

    /// A block scalar whose lines begin at a column, without a break at the end.
    fn in_lines(&self, lines: &yaml::Lines<'_>, column: usize) -> String {
        lines.written(&" ".repeat(column)).trim_end_matches('\n').replace('\n', self.line)
    }

    /// Lines that begin at a column, without a break at the end.
    fn lines(&self, block: &str, column: usize) -> String {
        let pad = " ".repeat(column);
        let lines: Vec<String> = block.lines().map(|line| format!("{pad}{line}")).collect();
        lines.join(self.line)
    }

    /// A scalar in the style of the one it replaces.
    fn scalar(&self, old: &Node, new: &Node) -> String {
        let Value::String(text) = &new.value else { return yaml::scalar(new) };
        if self.notation == Notation::Json {
            return escaped_lines(&quote(text)).into_owned();
        }
        let was = old.span.of(self.text);
        let plain =
            text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '/' | '-' | '$'))
                && text.starts_with(|c: char| c.is_ascii_alphabetic());
        let printable = text.chars().all(|c| c == ' ' || c.is_alphanumeric() || c.is_ascii_graphic());
        match was.chars().next() {
            Some('|') => self.literal(was, old, text).unwrap_or_else(|| yaml::string(text)),
            Some('\'') if printable => format!("'{}'", text.replace('\'', "''")),
            Some('"' | '\'' | '>') | None => yaml::string(text),
            Some(_) if plain && is_word(text) => text.clone(),
            Some(_) => yaml::string(text),
        }
    }

    /// A text of lines, each indented as before.
    fn literal(&self, was: &str, old: &Node, text: &str) -> Option<String> {
        let printable = |c: char| c == '\n' || c == ' ' || c.is_alphanumeric() || c.is_ascii_graphic();
        let (body, chomp) = match text.strip_suffix('\n') {
            Some(body) => (body, ""),
            None => (text, "-"),
        };
        let sound = !body.is_empty()
            && !body.ends_with('\n')
            && !body.starts_with([' ', '\n'])
            && body.chars().all(printable);
        let first = was.lines().skip(1).find(|line| !line.trim().is_empty())?;
        let indent = first.get(..first.len() - first.trim_start().len())?;
        let header = was.lines().next()?;
        let plain_header = matches!(header.trim_end(), "|" | "|-" | "|+");
        if !sound || !plain_header || indent.is_empty() || old.span.start == old.span.end {
            return None;
        }
        let lines: Vec<String> = body
            .lines()
            .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
            .collect();
        Some(format!("|{chomp}{}{}", self.line, lines.join(self.line)))
    }
}

/// JSON on one line, with spaces.
fn one_line(node: &Node) -> String {
    match &node.value {
        Value::Array(items) => format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let member = |own: &Member| format!("{}: {}", quote(&own.key), one_line(&own.value));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        _ => pretty(node),
    }
}

/// The comment behind a value that is written again.
fn comment<'t>(new: &Node, tail: &'t str) -> &'t str {
    // Behind a block scalar it would be a part of the text.
    if tail.trim_start().starts_with('#') && yaml::Lines::of(new).is_none() { tail } else { "" }
}

/// Which of the old entries each new one is; in order, so that nothing is moved across another.
fn pairs<T>(old: &[T], new: &[T], is: impl Fn(&T, &T) -> bool) -> Vec<Option<usize>> {
    let mut from = 0;
    new.iter()
        .map(|item| {
            let found = old.iter().enumerate().skip(from).find(|(_, other)| is(other, item));
            let at = found.map(|(at, _)| at)?;
            from = at + 1;
            Some(at)
        })
        .collect()
}
