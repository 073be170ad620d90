//! What `terraform plan` and `terraform show` print: resources with `+`, `-` and `~` before what changes.

use super::drafted::Drafted;
use super::read::ConfigurationReader;
use super::state::read_one;
use super::words_of_plan::{AFTER_ADDRESS, UNKNOWN};
use crate::diagnostics;
use crate::message::Message;
use rulepad_document::Span;
use rulepad_document::json::compact;
use rulepad_terraform::Reports;
use rulepad_terraform::evaluate::{Env, Evaluator};
use rulepad_terraform::resolved::Resolved;
use rulepad_terraform::resources::{RULE, TARGET};
use rulepad_terraform::syntax::Body;
use rulepad_terraform::value::{Data, SourcePlace, Unknown, Val, Why};

/// A printed plan as Terraform's language, byte for byte at its place.
pub(super) struct Printed {
    pub text: String,
    /// The address of each resource, in order.
    pub addresses: Vec<String>,
    /// Where the plan hides what does not change.
    pub hidden: Vec<Span>,
    /// Resources that are destroyed.
    pub destroyed: Vec<(String, Span)>,
}

/// Whether a text is what `plan` or `show` prints.
pub(super) fn looks_like(text: &str) -> bool {
    let mut address = false;
    text.lines().any(|line| {
        let plain = without_colours(line);
        let line = plain.trim();
        let (marker, rest) = marked(line);
        let is_resource = rest.starts_with("resource \"");
        let found = is_resource && (address || !marker.is_empty());
        address = address_of(line).is_some_and(|(_, printed)| printed) || (address && line.starts_with('#'));
        found
    })
}

/// The marker at the start of a line, and what follows it.
fn marked(line: &str) -> (&str, &str) {
    for marker in ["-/+ ", "+/- ", "+ ", "- ", "~ ", "<= "] {
        if let Some(rest) = line.strip_prefix(marker) {
            return (marker.trim_end(), rest.trim_start());
        }
    }
    ("", line)
}

/// The address in the comment before a resource, and whether only a program writes such a comment.
fn address_of(line: &str) -> Option<(&str, bool)> {
    let rest = line.strip_prefix("# ")?;
    if let Some(address) = rest.strip_suffix(':') {
        let whole = !address.contains(' ') && address.contains('.');
        return whole.then_some((address, true));
    }
    let end = AFTER_ADDRESS.iter().filter_map(|own| rest.find(own)).min()?;
    let address = rest.get(..end)?;
    (address.contains('.') && !address.contains(' ')).then_some((address, true))
}

/// The line with the escapes for colours as spaces.
fn without_colours(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\u{1b}') {
        let (before, code) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let length = code.find('m').map_or(code.len(), |end| end + 1).min(12);
        let (code, after) = code.split_at_checked(length).unwrap_or((code, ""));
        out.push_str(&" ".repeat(code.len()));
        rest = after;
    }
    out + rest
}

/// Turns a printed plan into Terraform's language.
pub(super) fn printed(text: &str) -> Printed {
    let mut out = Printed {
        text: String::with_capacity(text.len()),
        addresses: Vec::new(),
        hidden: Vec::new(),
        destroyed: Vec::new(),
    };
    let mut state = State::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let kept = state.line(line, at, &mut out);
        out.text.push_str(&kept);
        at += line.len();
    }
    out
}

#[derive(Default)]
struct State {
    address: String,
    /// How many brackets are open within the resource; `None` outside of one.
    depth: Option<usize>,
    /// The depth at which what is removed ends.
    removed: Option<usize>,
    /// The word that ends a heredoc.
    heredoc: Option<String>,
}

impl State {
    /// The line as it is read; what is left out becomes space.
    fn line(&mut self, line: &str, at: usize, out: &mut Printed) -> String {
        let plain = without_colours(line);
        // A character of several bytes must not move what follows.
        let blank = || {
            let spaces = " ".repeat(line.trim_end_matches('\n').len());
            format!("{spaces}{}", if line.ends_with('\n') { "\n" } else { "" })
        };
        let trimmed = plain.trim();
        if let Some(word) = &self.heredoc {
            if trimmed == word {
                self.heredoc = None;
            }
            return if self.removed.is_some() { blank() } else { plain };
        }
        if let Some((address, _)) = address_of(trimmed).filter(|_| self.depth.is_none()) {
            address.clone_into(&mut self.address);
            return blank();
        }
        if trimmed.starts_with('#') {
            if self.depth.is_some() && trimmed.contains("hidden)") {
                let start = at + plain.find('#').unwrap_or(0);
                out.hidden.push(Span::new(start, at + plain.trim_end().len()));
            }
            return blank();
        }
        let (marker, rest) = marked(trimmed);
        let Some(depth) = self.depth else {
            if !rest.starts_with("resource \"") || !rest.ends_with('{') {
                return blank();
            }
            let start = at + plain.find("resource").unwrap_or(0);
            let address = std::mem::take(&mut self.address);
            if marker == "-" {
                out.destroyed.push((address, Span::new(start, start + 8)));
                self.removed = Some(0);
            } else {
                out.addresses.push(address);
            }
            self.depth = Some(1);
            return if marker == "-" { blank() } else { unmarked(&plain, marker) };
        };
        let (opened, closed) = brackets(rest);
        let after = (depth + opened).saturating_sub(closed);
        self.depth = (after > 0).then_some(after);
        if let Some(until) = self.removed {
            if after <= until {
                self.removed = None;
            }
            return blank();
        }
        if marker == "-" && !rest.is_empty() {
            if after > depth {
                self.removed = Some(depth);
            }
            return blank();
        }
        if let Some(at) = outside_strings(&plain, "<<") {
            let after = plain.get(at + 2..).unwrap_or("").trim_start_matches('-');
            let length =
                after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(after.len());
            let (word, rest) = after.split_at_checked(length).unwrap_or((after, ""));
            if !word.is_empty() && (rest.trim().is_empty() || rest.trim_start().starts_with('#')) {
                self.heredoc = Some(word.to_owned());
                // A comment of the plan is no part of the lines.
                let head = plain.get(..plain.len() - rest.len()).unwrap_or(&plain);
                let spaces = " ".repeat(rest.trim_end_matches('\n').len());
                let end = if plain.ends_with('\n') { "\n" } else { "" };
                return changed(&unmarked(&format!("{head}{spaces}{end}"), marker));
            }
        }
        changed(&unmarked(&plain, marker))
    }
}

/// The line with spaces for its marker.
fn unmarked(line: &str, marker: &str) -> String {
    if marker.is_empty() { line.to_owned() } else { line.replacen(marker, &" ".repeat(marker.len()), 1) }
}

/// `old -> new` as `new`, with the words of a plan as names.
fn changed(line: &str) -> String {
    let mut out = line.to_owned();
    if let Some(arrow) = outside_strings(line, " -> ") {
        let start = outside_strings(line, " = ").filter(|at| *at < arrow).map_or(0, |at| at + 3);
        let start = if start == 0 { line.len() - line.trim_start().len() } else { start };
        let spaces = " ".repeat((arrow + 4).saturating_sub(start));
        let (before, after) = (line.get(..start).unwrap_or(""), line.get(arrow + 4..).unwrap_or(""));
        out = format!("{before}{spaces}{after}");
    }
    for (word, name) in UNKNOWN {
        if outside_strings(&out, word).is_some() {
            out = out.replace(word, name);
        }
    }
    out
}

/// Where something is in a line, but not in a string.
fn outside_strings(line: &str, wanted: &str) -> Option<usize> {
    let (mut within, mut escaped) = (false, false);
    line.char_indices().find_map(|(at, c)| {
        match c {
            _ if escaped => escaped = false,
            '\\' if within => escaped = true,
            '"' => within = !within,
            _ => {}
        }
        (!within && line.get(at..).is_some_and(|rest| rest.starts_with(wanted))).then_some(at)
    })
}

/// How many brackets a line opens and closes outside of strings.
fn brackets(line: &str) -> (usize, usize) {
    let (mut within, mut escaped, mut opened, mut closed) = (false, false, 0, 0);
    for c in line.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if within => escaped = true,
            '"' => within = !within,
            '#' if !within => break,
            '{' | '[' | '(' if !within => opened += 1,
            '}' | ']' | ')' if !within => closed += 1,
            _ => {}
        }
    }
    (opened, closed)
}

/// Reads the resources of a printed plan.
pub(super) fn read(
    reader: &mut ConfigurationReader<'_, '_>,
    evaluator: &Evaluator<'_>,
    body: &Body,
    printed: &Printed,
) {
    for (at, block) in body.blocks("resource").enumerate() {
        let [kind, name] = &block.labels[..] else { continue };
        let place = SourcePlace::new(block.source, block.span);
        let mut own = of(evaluator, block, place);
        let address = printed.addresses.get(at).filter(|own| !own.is_empty());
        let address = address.cloned().unwrap_or_else(|| format!("{kind}.{name}"));
        settle(evaluator, reader.reports, &mut own, &address);
        // AWS's own are of no use to a rule.
        own.attributes.retain(|own| {
            let computed =
                matches!(own.name.as_str(), "id" | "tags_all") || (kind == RULE && own.name == "arn");
            !computed || own.value.as_unknown().is_none()
        });
        let hidden = printed.hidden.iter().find(|own| block.span.covers(**own));
        if let (true, Some(hidden)) = (kind == RULE || kind == TARGET, hidden) {
            reader.report(SourcePlace::new(0, *hidden), diagnostics::hidden);
        }
        read_one(reader, &address, kind, name, &own);
    }
    for (address, span) in &printed.destroyed {
        reader.report(SourcePlace::new(0, *span), |span| diagnostics::destroyed(span, address));
    }
}

/// The values of a resource; nothing in a printed plan refers to anything else.
fn of(evaluator: &Evaluator<'_>, block: &rulepad_terraform::syntax::Block, place: SourcePlace) -> Resolved {
    let module = std::rc::Rc::new(rulepad_terraform::configuration::Module::default());
    Resolved::of(evaluator, &Env::of(&module, block.source), &block.body, place)
}

/// Names what is not known by its address, and takes texts as they are: a plan prints every JSON text as `jsonencode`,
/// whatever it is in the configuration.
fn settle(evaluator: &Evaluator<'_>, reports: &Reports<Message>, own: &mut Resolved, address: &str) {
    let is_word = |own: &Unknown| UNKNOWN.iter().any(|(_, name)| **name == *own.source);
    for setting in &mut own.attributes {
        let place = setting.value.place;
        match &setting.value.data {
            Data::Unknown(value) if is_word(value) => {
                setting.value = Val::unknown(format!("{address}.{}", setting.name), Why::Deploy, place);
            }
            Data::Encoded(inner) if setting.name != "event_pattern" && !inner.fails() => {
                let mut drafted = Drafted::new(evaluator, reports);
                setting.value = Val::text(compact(&drafted.node(inner, setting.key)), place);
            }
            _ => {}
        }
    }
    for (name, _, inner) in &mut own.blocks {
        settle(evaluator, reports, inner, &format!("{address}.{name}[0]"));
    }
}
