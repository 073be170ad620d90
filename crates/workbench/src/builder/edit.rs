//! Edits of a JSON text that put a member or an element in or take it out, in the style of what is around.

use rulepad_document::json::{Member, Node, Value, quote};
use rulepad_document::{Edit, Span};

/// A text and its object, both without a mistake.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'t> {
    pub(super) text: &'t str,
    pub(super) root: &'t Node,
}

impl Sheet<'_> {
    /// Puts a field with a list into an object, before the member at `at`, or behind the last one. The steps
    /// are the keys from the object on; all but the last become objects.
    pub(super) fn add_member(self, object: &Node, at: usize, steps: &[&str], list: &str) -> Edit {
        let members = object.members().unwrap_or_default();
        let Some(last) = members.last() else { return self.fill(object, steps, list) };
        let lead = self.lead(object, members);
        let lines = lead.contains('\n');
        let indent = lead.rsplit('\n').next().filter(|_| lines).unwrap_or_default();
        let entry = self.entry(steps, list, indent, lines);
        match members.get(at) {
            Some(next) => insert(next.key_span.start, format!("{entry},{lead}")),
            None => insert(last.value.span.end, format!(",{lead}{entry}")),
        }
    }

    /// Takes a member out; its object must have another one.
    pub(super) fn take_member(self, object: &Node, at: usize) -> Edit {
        let spans: Vec<Span> = object
            .members()
            .unwrap_or_default()
            .iter()
            .map(|member| member.key_span.to(member.value.span))
            .collect();
        take(&spans, at)
    }

    /// Puts an element behind the last one of a list.
    pub(super) fn add_item(self, list: &Node, text: &str) -> Edit {
        let items = items(list);
        let Some(last) = items.last() else {
            return Edit { span: list.span, text: format!("[{text}]") };
        };
        let before = items.len().checked_sub(2).and_then(|at| items.get(at));
        let from = before.map_or(list.span.start + 1, |before| before.span.end);
        let gap = self.gap(from, last.span.start);
        // A single element does not show what is between two, unless it has its own line.
        let lead = if before.is_some() || gap.contains('\n') { gap } else { self.blank() };
        insert(last.span.end, format!(",{lead}{text}"))
    }

    /// Takes an element out; its list must have another one.
    pub(super) fn take_item(self, list: &Node, at: usize) -> Edit {
        let spans: Vec<Span> = items(list).iter().map(|item| item.span).collect();
        take(&spans, at)
    }

    /// Replaces all elements with one.
    pub(super) fn only_item(self, list: &Node, text: &str) -> Edit {
        match (items(list).first(), items(list).last()) {
            (Some(first), Some(last)) => Edit { span: first.span.to(last.span), text: text.to_owned() },
            _ => self.add_item(list, text),
        }
    }

    /// A text of JSON as this sheet writes it: without blanks where it has none.
    pub(super) fn styled(self, text: &str) -> String {
        if self.blank().is_empty() {
            super::matcher::parsed(text).map_or_else(|| text.to_owned(), |node| compact(text, &node))
        } else {
            text.to_owned()
        }
    }

    /// An object that had no member.
    fn fill(self, object: &Node, steps: &[&str], list: &str) -> Edit {
        let whole = std::ptr::eq(object, self.root);
        let lines = whole || self.text.contains('\n');
        let before = self.text.get(..object.span.start as usize).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let outer: String = line.chars().take_while(|c| *c == ' ' || *c == '\t').collect();
        let indent = format!("{outer}{}", self.unit());
        let (end, entry) = (self.end(), self.entry(steps, list, &indent, lines));
        let text =
            if lines { format!("{{{end}{indent}{entry}{end}{outer}}}") } else { format!("{{{entry}}}") };
        Edit { span: object.span, text }
    }

    fn entry(self, steps: &[&str], list: &str, indent: &str, lines: bool) -> String {
        let colon = self.colon();
        let Some((first, rest)) = steps.split_first() else { return String::new() };
        let key = quote(first);
        if rest.is_empty() {
            return format!("{key}{colon}{list}");
        }
        let deeper = format!("{indent}{}", self.unit());
        let (end, inner) = (self.end(), self.entry(rest, list, &deeper, lines));
        if lines {
            format!("{key}{colon}{{{end}{deeper}{inner}{end}{indent}}}")
        } else {
            format!("{key}{colon}{{{inner}}}")
        }
    }

    /// What is before a member that has one before it.
    fn lead(self, object: &Node, members: &[Member]) -> String {
        let starts: Vec<&Member> = members.iter().rev().take(2).collect();
        match starts.as_slice() {
            [last, before] => self.gap(before.value.span.end, last.key_span.start),
            [only] => {
                let first = self.gap(object.span.start + 1, only.key_span.start);
                if first.contains('\n') { first } else { self.blank() }
            }
            _ => self.blank(),
        }
    }

    /// The blanks between two places, without a comma between them.
    fn gap(self, from: u32, to: u32) -> String {
        let between = Span { start: from, end: to }.of(self.text);
        between.split_once(',').map_or(between, |(_, behind)| behind).to_owned()
    }

    /// What this text writes between key and value.
    fn colon(self) -> String {
        let first = self.root.members().and_then(<[Member]>::first);
        let written = first.map(|member| Span { start: member.key_span.end, end: member.value.span.start });
        written.map_or_else(|| ": ".to_owned(), |span| span.of(self.text).to_owned())
    }

    /// What this text ends a line with.
    fn end(self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// A blank, in a text that has them.
    fn blank(self) -> String {
        if self.colon().ends_with(':') { String::new() } else { " ".to_owned() }
    }

    /// What this text indents by.
    fn unit(self) -> String {
        let first = self.root.members().and_then(<[Member]>::first);
        let gap = first.map(|member| self.gap(self.root.span.start + 1, member.key_span.start));
        let indent =
            gap.as_deref().and_then(|gap| gap.rsplit_once('\n')).map(|(_, indent)| indent.to_owned());
        indent.filter(|indent| !indent.is_empty()).unwrap_or_else(|| "  ".to_owned())
    }
}

fn items(list: &Node) -> &[Node] {
    match &list.value {
        Value::Array(items) => items,
        _ => &[],
    }
}

fn insert(at: u32, text: String) -> Edit {
    Edit { span: Span { start: at, end: at }, text }
}

/// The edit that takes one of several neighbours out, with the comma between.
fn take(spans: &[Span], at: usize) -> Edit {
    let own = spans.get(at).copied().unwrap_or_default();
    let span = match (at.checked_sub(1).and_then(|before| spans.get(before)), spans.get(at + 1)) {
        (Some(before), _) => Span { start: before.end, end: own.end },
        (None, Some(after)) => Span { start: own.start, end: after.start },
        (None, None) => own,
    };
    Edit { span, text: String::new() }
}

/// Compact JSON in which every scalar is spelled as in the text.
fn compact(text: &str, node: &Node) -> String {
    let list = |parts: Vec<String>| parts.join(",");
    match &node.value {
        Value::Array(items) => format!("[{}]", list(items.iter().map(|item| compact(text, item)).collect())),
        Value::Object(members) => {
            let member =
                |member: &Member| format!("{}:{}", member.key_span.of(text), compact(text, &member.value));
            format!("{{{}}}", list(members.iter().map(member).collect()))
        }
        _ => node.span.of(text).to_owned(),
    }
}
