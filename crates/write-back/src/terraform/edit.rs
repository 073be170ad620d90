//! Edits of a text: literals, attributes and blocks.

use super::Mode;
use super::literal::literal;
use rulepad_document::json::build::same;
use rulepad_document::json::{Member, Node, Value};
use rulepad_document::{Edit, Span};
use rulepad_rule::Reference;
use rulepad_terraform::syntax::{Attribute, Block, Body, Expression, ExpressionKind, Key, TemplatePart};
use rulepad_terraform::value::{Data, Val};
use std::collections::BTreeMap;

/// Gathers edits of one text.
pub(super) struct Edits<'e> {
    pub text: &'e str,
    pub mode: Mode,
    pub references: &'e [Reference],
    /// Every expression of the text by its place.
    pub index: BTreeMap<(u32, u32), &'e Expression>,
    pub edits: Vec<Edit>,
}

impl<'e> Edits<'e> {
    pub fn new(text: &'e str, mode: Mode, references: &'e [Reference], body: &'e Body) -> Self {
        let mut index = BTreeMap::new();
        of_body(body, &mut index);
        Self { text, mode, references, index, edits: Vec::new() }
    }

    /// The text with the edits; `None` where they overlap.
    pub fn applied(mut self) -> Option<String> {
        self.edits.sort_by_key(|own| (own.span.start, own.span.end));
        let mut out = String::new();
        let mut at = 0;
        for edit in &self.edits {
            out.push_str(self.text.get(at..edit.span.start as usize)?);
            out.push_str(&edit.text);
            at = edit.span.end as usize;
        }
        out.push_str(self.text.get(at..)?);
        Some(out)
    }

    pub fn replace(&mut self, span: Span, text: impl Into<String>) {
        self.edits.push(Edit { span, text: text.into() });
    }

    /// The expression in which a value is written.
    pub fn origin(&self, own: &'e Expression, value: Option<&Val>) -> &'e Expression {
        let place = value.filter(|_| self.mode == Mode::Origin).map(|own| own.place);
        let place = place.filter(|own| own.source == 0 && own.end > own.start);
        place.and_then(|own| self.index.get(&(own.start, own.end)).copied()).unwrap_or(own)
    }

    /// How deep the line of a place is indented, in steps of two.
    fn depth(&self, at: usize) -> usize {
        self.indent(at).chars().map(|c| if c == '\t' { 2 } else { 1 }).sum::<usize>() / 2
    }

    /// The space at the start of the line of a place.
    fn indent(&self, at: usize) -> &'e str {
        let start = self.line_start(at);
        let line = self.text.get(start..).unwrap_or("");
        line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or("")
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |own| at + own + 1)
    }

    /// A value instead of another.
    pub fn value(&mut self, own: &'e Expression, value: Option<&Val>, before: &Node, after: &Node) {
        if same(before, after) {
            return;
        }
        let own = match &own.kind {
            ExpressionKind::Parenthesis(inner) => inner,
            _ => self.origin(own, value),
        };
        match (&own.kind, &before.value, &after.value) {
            (ExpressionKind::Object(members), Value::Object(before), Value::Object(after))
                if !members.is_empty() && !after.is_empty() =>
            {
                self.members(own, members, value, before, after);
            }
            (ExpressionKind::List(items), Value::Array(before), Value::Array(after))
                if items.len() == before.len() && !items.is_empty() && !after.is_empty() =>
            {
                self.items(items, value, before, after);
            }
            _ => self.whole(own.span, after),
        }
    }

    /// A value instead of an expression.
    pub fn whole(&mut self, span: Span, after: &Node) {
        let depth = self.depth(span.start as usize);
        let written = literal(after, self.references, depth);
        self.replace(span, written);
    }

    fn members(
        &mut self,
        own: &'e Expression,
        members: &'e [(Key, Expression)],
        value: Option<&Val>,
        before: &[Member],
        after: &[Member],
    ) {
        let find =
            |all: &[Member], key: &str| all.iter().find(|own| own.key == key).map(|own| own.value.clone());
        let name = |key: &Key| match key {
            Key::Name(name, _) => Some(name.clone()),
            Key::Expression(own) => literal_text(own),
        };
        let mut known: Vec<String> = Vec::new();
        for (key, expression) in members {
            let Some(name) = name(key) else { continue };
            match (find(before, &name), find(after, &name)) {
                (Some(before), Some(after)) => {
                    self.value(expression, value.and_then(|own| own.get(&name)), &before, &after);
                }
                (Some(_), None) => self.remove_entry(key_span(key), expression.span, own.span),
                (None, Some(after)) => self.whole(expression.span, &after),
                (None, None) => {}
            }
            known.push(name);
        }
        for (at, member) in after.iter().enumerate().filter(|(_, own)| !known.contains(&own.key)) {
            // Behind the member that it follows, or else at the end.
            let before = after.iter().take(at).rev().find(|own| known.contains(&own.key));
            let anchor = before
                .and_then(|before| members.iter().find(|(key, _)| name(key).as_ref() == Some(&before.key)));
            let Some((last_key, last)) = anchor.or(members.last()) else { return };
            let bare = member.key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                && member.key.starts_with(|c: char| c.is_ascii_alphabetic());
            let quoted = matches!(last_key, Key::Expression(_));
            let key = if bare && !quoted {
                member.key.clone()
            } else {
                super::literal::text(&member.key, self.references)
            };
            let indent = self.indent(key_span(last_key).start as usize).to_owned();
            let lines = own.span.of(self.text).contains('\n');
            let written = literal(&member.value, self.references, indent.chars().count() / 2);
            let end = last.span.end as usize;
            let comma = self.comma_after(end);
            let text = match (lines, comma) {
                (true, Some(_)) => format!("\n{indent}{key} = {written},"),
                (true, None) => format!("\n{indent}{key} = {written}"),
                (false, _) => format!(", {key} = {written}"),
            };
            let at = if lines { comma.unwrap_or(end) } else { end };
            self.replace(Span::new(at, at), text);
        }
    }

    /// Where a comma after a place ends, if one follows.
    fn comma_after(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let trimmed = rest.trim_start_matches([' ', '\t']);
        trimmed.starts_with(',').then(|| at + (rest.len() - trimmed.len()) + 1)
    }

    fn remove_entry(&mut self, key: Span, value: Span, within: Span) {
        let (start, end) = (key.start as usize, value.end as usize);
        let line = self.line_start(start);
        let alone = self.text.get(line..start).is_some_and(|own| own.trim().is_empty())
            && line > within.start as usize;
        let after = self.comma_after(end).unwrap_or(end);
        let rest_of_line = self.text.get(after..self.line_end(after)).unwrap_or("");
        let ends_line = rest_of_line.trim().is_empty() || rest_of_line.trim_start().starts_with(['#', '/']);
        if alone && ends_line {
            self.replace(Span::new(line, self.line_end(after)), "");
        } else if let Some(comma) = self.comma_after(end) {
            let rest = self.text.get(comma..).unwrap_or("");
            let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            self.replace(Span::new(start, comma + space), "");
        } else {
            // The last one of a line: the comma before it goes with it.
            let before = self.text.get(..start).unwrap_or("").trim_end();
            let before = before.strip_suffix(',').unwrap_or(before);
            self.replace(Span::new(before.len(), end), "");
        }
    }

    fn items(&mut self, items: &'e [Expression], value: Option<&Val>, before: &[Node], after: &[Node]) {
        let prefix = before.iter().zip(after).take_while(|(one, other)| same(one, other)).count();
        let rest = before.len().min(after.len()) - prefix;
        let suffix = before
            .iter()
            .rev()
            .zip(after.iter().rev())
            .take(rest)
            .take_while(|(one, other)| same(one, other))
            .count();
        let old = prefix..before.len() - suffix;
        let new = prefix..after.len() - suffix;
        let item_value = |at: usize| value.and_then(Val::items).and_then(|own| own.get(at)).cloned();
        let both = old.len().min(new.len());
        for at in prefix..prefix + both {
            if let (Some(own), Some(before), Some(after)) = (items.get(at), before.get(at), after.get(at)) {
                self.value(own, item_value(at).as_ref(), before, after);
            }
        }
        for at in prefix + both..old.end {
            if let Some(own) = items.get(at) {
                self.remove_item(items, at, own.span);
            }
        }
        let added: Vec<&Node> = after.iter().take(new.end).skip(prefix + both).collect();
        if added.is_empty() {
            return;
        }
        // Behind the item that they follow, or before the first.
        let last = (prefix + both).checked_sub(1).and_then(|at| items.get(at));
        let Some(beside) = last.or_else(|| items.first()) else { return };
        let start = beside.span.start as usize;
        let own_line = self.text.get(self.line_start(start)..start).is_some_and(|own| own.trim().is_empty());
        let indent = self.indent(start).to_owned();
        let depth = self.depth(start);
        let written: Vec<String> = added.iter().map(|own| literal(own, self.references, depth)).collect();
        let (at, text) = match (last, own_line) {
            (Some(_), true) => {
                let end = beside.span.end as usize;
                let lines: String = written.iter().map(|own| format!(",\n{indent}{own}")).collect();
                (end, lines)
            }
            (Some(_), false) => {
                (beside.span.end as usize, written.iter().map(|own| format!(", {own}")).collect())
            }
            (None, true) => (start, written.iter().map(|own| format!("{own},\n{indent}")).collect()),
            (None, false) => (start, written.iter().map(|own| format!("{own}, ")).collect()),
        };
        self.replace(Span::new(at, at), text);
    }

    fn remove_item(&mut self, items: &[Expression], at: usize, span: Span) {
        match items.get(at + 1) {
            Some(next) => self.replace(Span::new(span.start as usize, next.span.start as usize), ""),
            None => {
                let before = at.checked_sub(1).and_then(|at| items.get(at));
                let start = before.map_or(span.start, |own| own.span.end);
                self.replace(Span { start, end: span.end }, "");
            }
        }
    }

    /// An attribute that is set, changed or removed; `set` is the text of a new one.
    pub fn remove_attribute(&mut self, own: &Attribute) {
        let start = self.line_start(own.name_span.start as usize);
        let end = self.line_end(own.value.span.end as usize);
        self.replace(Span::new(start, end), "");
    }

    /// A new attribute behind the last one of a body.
    pub fn add_attribute(&mut self, body: &Body, name: &str, written: &str) {
        match body.attributes.last() {
            Some(last) => {
                let at = last.value.span.end as usize;
                let indent = self.indent(last.name_span.start as usize).to_owned();
                // The sign is under that of the line before, where that is one line.
                let gap = self
                    .text
                    .get(last.name_span.end as usize..last.value.span.start as usize)
                    .unwrap_or(" = ");
                let width = last.name.len() + gap.find('=').unwrap_or(1);
                let pad = " ".repeat((width.saturating_sub(name.len())).max(1));
                let line = self.line_end(at);
                let at = line.saturating_sub(usize::from(
                    self.text.get(..line).is_some_and(|own| own.ends_with('\n')),
                ));
                self.replace(Span::new(at, at), format!("\n{indent}{name}{pad}= {written}"));
            }
            None => {
                let at = body.span.start as usize;
                let indent = format!("{}  ", self.indent(at));
                self.replace(Span::new(at, at), format!("\n{indent}{name} = {written}"));
            }
        }
    }

    /// A block of a body, with its lines.
    pub fn remove_block(&mut self, own: &Block) {
        let start = self.line_start(own.span.start as usize);
        let mut end = self.line_end(own.span.end as usize);
        // The blank line before it goes as well.
        let before = self.text.get(..start).unwrap_or("");
        let start = if before.ends_with("\n\n") { start - 1 } else { start };
        if start == 0 && self.text.get(end..).is_some_and(|own| own.starts_with('\n')) {
            end += 1;
        }
        self.replace(Span::new(start, end), "");
    }

    /// New lines before the closing brace of a body.
    pub fn add_block(&mut self, body: &Body, written: &str) {
        let end = body.span.end as usize;
        let brace = self.line_start(end);
        let own_line = self.text.get(brace..end).is_some_and(|own| own.trim().is_empty());
        if own_line && brace > 0 {
            self.replace(Span::new(brace, brace), format!("\n{written}"));
        } else {
            self.replace(Span::new(end, end), format!("\n\n{written}"));
        }
    }

    /// New blocks of the file behind one of it.
    pub fn add_after(&mut self, at: usize, written: &str) {
        let at = self.line_end(at);
        let line = if self.text.get(..at).is_some_and(|own| own.ends_with('\n')) { "\n" } else { "\n\n" };
        self.replace(Span::new(at, at), format!("{line}{written}"));
    }
}

fn key_span(key: &Key) -> Span {
    match key {
        Key::Name(_, span) => *span,
        Key::Expression(own) => own.span,
    }
}

/// The text of a plain string.
fn literal_text(own: &Expression) -> Option<String> {
    match &own.kind {
        ExpressionKind::Template(parts) => match &parts[..] {
            [] => Some(String::new()),
            [TemplatePart::Text(text)] => Some(text.clone()),
            _ => None,
        },
        ExpressionKind::Number(number) => Some(number.clone()),
        _ => None,
    }
}

fn of_body<'e>(body: &'e Body, index: &mut BTreeMap<(u32, u32), &'e Expression>) {
    body.attributes.iter().for_each(|own| of(&own.value, index));
    body.blocks.iter().for_each(|own| of_body(&own.body, index));
}

fn of<'e>(own: &'e Expression, index: &mut BTreeMap<(u32, u32), &'e Expression>) {
    index.insert((own.span.start, own.span.end), own);
    match &own.kind {
        ExpressionKind::List(items) => items.iter().for_each(|own| of(own, index)),
        ExpressionKind::Object(members) => members.iter().for_each(|(_, own)| of(own, index)),
        ExpressionKind::Call { arguments, .. } => arguments.iter().for_each(|own| of(own, index)),
        ExpressionKind::For(own) => {
            of(&own.collection, index);
            of(&own.result, index);
        }
        ExpressionKind::Conditional(own) => own.iter().for_each(|own| of(own, index)),
        ExpressionKind::Parenthesis(inner) | ExpressionKind::Not(inner) | ExpressionKind::Negative(inner) => {
            of(inner, index)
        }
        _ => {}
    }
}

/// The value of what `jsonencode` is called with.
pub(super) fn encoded(value: &Val) -> Option<&Val> {
    match &value.data {
        Data::Encoded(inner) => Some(inner),
        _ => None,
    }
}
