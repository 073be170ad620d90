//! Every member of the property against its schema.

use super::spelling::{self, Meant, plain};
use super::starter::sample;
use super::{edits, members as schema_of};
use crate::diagnostics;
use crate::message::{Hint, Seen};
use crate::schema::{Dynamic, ExpectedType, SchemaField, Text, Wants};
use crate::{Message, Target, TargetKind};
use rulepad_document::json::{Member, Node, Value, quote};
use rulepad_document::spelling::nearest;
use rulepad_document::{Diagnostic, Edit, Role, Span};
use rulepad_transformer::path;
use std::collections::BTreeMap;

/// More problems than these are not told.
pub(super) const MOST: usize = 100;
/// More members of one object than these are not looked at; no property has as many.
const MOST_MEMBERS: usize = 200;

/// What is wrong with the members of the property.
pub(super) fn check(
    at: u32,
    kind: TargetKind,
    target: &Target,
    text: &str,
    root: &Node,
) -> Vec<Diagnostic<Message>> {
    let (Some(fields), Some(property)) = (schema_of(kind), kind.parameters()) else { return Vec::new() };
    let mut check = Check { role: Role::Parameters(at), target, text, found: Vec::new() };
    let root = check.unwrapped(root, property);
    check.value(property, root, Wants::Object(fields));
    check.found.truncate(MOST);
    check.found
}

struct Check<'t> {
    role: Role,
    target: &'t Target,
    text: &'t str,
    found: Vec<Diagnostic<Message>>,
}

impl Check<'_> {
    /// `{"EcsParameters": {…}}` is the object inside.
    fn unwrapped<'n>(&mut self, root: &'n Node, property: &'static str) -> &'n Node {
        let Some([member]) = root.members() else { return root };
        let object = member.value.members().is_some();
        if !object || !spelling::is_property(&member.key, property) {
            return root;
        }
        let inner = member.value.span;
        let outside = [
            Span { start: root.span.start, end: inner.start },
            Span { start: inner.end, end: root.span.end },
        ];
        self.found.push(diagnostics::parameters_wrapped(self.role, member.key_span, property, outside));
        &member.value
    }

    fn value(&mut self, name: &str, node: &Node, wants: Wants) {
        if self.found.len() >= MOST {
            return;
        }
        let span = node.span;
        match (wants, &node.value) {
            (Wants::Any, _) | (Wants::Switch, Value::Bool(_)) => {}
            (Wants::Text(wanted), Value::String(text)) => self.string(name, span, text, wanted),
            (Wants::Choice(choices), Value::String(text)) => self.choice(name, span, text, choices),
            (Wants::Choice(choices), Value::Bool(on))
                if choices.iter().any(|(name, _)| *name == "ENABLED") =>
            {
                self.choice(name, span, if *on { "enabled" } else { "disabled" }, choices);
            }
            (Wants::Whole(from, to), Value::Number(number)) => self.whole(name, span, number, from, to),
            (Wants::List(each, least, most), Value::Array(items)) => {
                if items.len() < least || items.len() > most {
                    self.found.push(diagnostics::parameters_count(
                        self.role,
                        span,
                        name,
                        items.len(),
                        least,
                        most,
                    ));
                }
                self.items(name, items, *each);
            }
            (Wants::Object(fields), Value::Object(members)) => self.object(name, node, members, fields),
            (Wants::Map(key, each), Value::Object(members)) => {
                self.duplicates(members);
                for member in members {
                    self.key(member, key);
                    self.value(&member.key, &member.value, *each);
                }
            }
            (wants, seen) => {
                let fix = self.fixed(node, wants);
                let (wanted, seen) = (wants.expected(), Seen::Kind(seen.kind()));
                self.found.push(diagnostics::parameters_type(self.role, span, name, wanted, seen, fix));
                self.within(name, node, wants);
            }
        }
    }

    /// What a fixed value holds is looked at too, so that its problems are known before it is fixed.
    fn within(&mut self, name: &str, node: &Node, wants: Wants) {
        match (wants, &node.value) {
            (Wants::List(each, ..), Value::String(_) | Value::Number(_) | Value::Object(_)) => {
                self.value(name, node, *each);
            }
            (Wants::Object(_), Value::Array(items)) => {
                if let [only] = items.as_slice()
                    && only.members().is_some()
                {
                    self.value(name, only, wants);
                }
            }
            _ => {}
        }
    }

    /// The same value as the kind that is wanted, where there is one.
    fn fixed(&self, node: &Node, wants: Wants) -> Option<String> {
        let own = node.span.of(self.text);
        match (wants, &node.value) {
            (Wants::Text(_), Value::Number(_) | Value::Bool(_)) => Some(quote(own)),
            (Wants::Whole(..), Value::String(text)) => {
                let text = text.trim();
                let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                digits
                    .then(|| text.trim_start_matches('0'))
                    .map(|digits| if digits.is_empty() { "0".to_owned() } else { digits.to_owned() })
            }
            (Wants::Switch, Value::String(text)) => match text.trim().to_ascii_lowercase().as_str() {
                "true" | "yes" | "enabled" => Some("true".to_owned()),
                "false" | "no" | "disabled" => Some("false".to_owned()),
                _ => None,
            },
            (Wants::List(..), Value::String(_) | Value::Object(_)) => Some(format!("[{own}]")),
            (Wants::Object(_), Value::Array(items)) => match items.as_slice() {
                [only] if only.members().is_some() => Some(only.span.of(self.text).to_owned()),
                _ => None,
            },
            _ => None,
        }
    }

    fn items(&mut self, name: &str, items: &[Node], each: Wants) {
        for (at, item) in items.iter().enumerate() {
            self.value(&format!("{name}[{at}]"), item, each);
        }
    }

    fn object(&mut self, name: &str, node: &Node, members: &[Member], fields: &'static [SchemaField]) {
        self.duplicates(members);
        let members = members.get(..MOST_MEMBERS).unwrap_or(members);
        let has = |field: &SchemaField| members.iter().any(|member| member.key == field.name);
        let all: Vec<Meant> = members.iter().map(|member| spelling::meant(fields, &member.key)).collect();
        for (member, meant) in members.iter().zip(&all) {
            match meant {
                Meant::Known(field) => self.value(field.name, &member.value, field.wants),
                Meant::Respelt(field) => {
                    let free = (!has(field)).then_some(field.name);
                    self.unknown(name, member, free, fields);
                    self.value(field.name, &member.value, field.wants);
                }
                Meant::Inside(way, field) => {
                    let edits = self.moved(members, &all, way, has);
                    let inside = way.last().map(|outer| outer.name).unwrap_or_default();
                    let found = diagnostics::parameters_misplaced(
                        self.role,
                        member.key_span,
                        &member.key,
                        inside,
                        edits,
                    );
                    self.found.push(found);
                    self.value(field.name, &member.value, field.wants);
                }
                Meant::Unknown => self.unknown(name, member, None, fields),
            }
        }
        for field in fields.iter().filter(|field| field.required) {
            let given = all.iter().any(|meant| match meant {
                Meant::Known(own) | Meant::Respelt(own) => own.name == field.name,
                _ => false,
            });
            if !given {
                let value = sample(field, &self.target.arn);
                let insert = edits::insertion(self.text, node, &format!("{}: {value}", quote(field.name)));
                let place = Span { start: node.span.start, end: node.span.start + 1 };
                self.found.push(diagnostics::parameters_lacks(self.role, place, name, field.name, insert));
            }
        }
    }

    fn unknown(&mut self, of: &str, member: &Member, meant: Option<&str>, fields: &'static [SchemaField]) {
        let known = fields.iter().map(|field| field.name).collect();
        let found =
            diagnostics::parameters_unknown(self.role, member.key_span, of, &member.key, meant, known);
        self.found.push(found);
    }

    /// The edits that move every member that belongs in the same inner object there; none where that object is
    /// given already.
    fn moved(
        &self,
        members: &[Member],
        all: &[Meant],
        way: &[&'static SchemaField],
        has: impl Fn(&SchemaField) -> bool,
    ) -> Vec<Edit> {
        let same = |other: &[&'static SchemaField]| {
            other.len() == way.len() && other.iter().zip(way).all(|(a, b)| a.name == b.name)
        };
        let group: Vec<(usize, &Member, &SchemaField)> = members
            .iter()
            .zip(all)
            .enumerate()
            .filter_map(|(at, (member, meant))| match meant {
                Meant::Inside(other, field) if same(other) => Some((at, member, *field)),
                _ => None,
            })
            .collect();
        let (Some((_, first, _)), Some(outermost)) = (group.first(), way.first()) else { return Vec::new() };
        if has(outermost)
            || all.iter().any(|meant| matches!(meant, Meant::Respelt(own) if own.name == outermost.name))
        {
            return Vec::new();
        }
        let inner: Vec<String> = group
            .iter()
            .map(|(_, member, field)| format!("{}: {}", quote(field.name), member.value.span.of(self.text)))
            .collect();
        let start = format!("{{{}}}", inner.join(", "));
        let text = way.iter().rev().enumerate().fold(start, |inner, (depth, outer)| {
            let member = format!("{}: {inner}", quote(outer.name));
            if depth + 1 == way.len() { member } else { format!("{{{member}}}") }
        });
        let place = Span { start: first.key_span.start, end: first.value.span.end };
        let mut edits = vec![Edit { span: place, text }];
        for (at, ..) in group.iter().skip(1) {
            edits.extend(edits::removal(members, *at).map(|span| Edit { span, text: String::new() }));
        }
        edits
    }

    fn duplicates(&mut self, members: &[Member]) {
        let mut last: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, member) in members.iter().enumerate() {
            last.insert(&member.key, at);
        }
        for (at, member) in members.iter().enumerate() {
            if last.get(member.key.as_str()).is_some_and(|last| *last > at) {
                let removed = edits::removal(members, at);
                let found =
                    diagnostics::parameters_duplicate(self.role, member.key_span, &member.key, removed);
                self.found.push(found);
            }
        }
    }

    fn string(&mut self, name: &str, span: Span, text: &str, wanted: Text) {
        let role = self.role;
        let is_path = is_path(text);
        match wanted.path {
            Dynamic::Must => {
                self.found.extend(path::problem(text, role, span, true).map(|found| found.lift()));
                return;
            }
            Dynamic::May if is_path => {
                self.found.extend(path::problem(text, role, span, true).map(|found| found.lift()));
                return;
            }
            Dynamic::May if holds_path(text) => {
                self.found.push(diagnostics::parameters_path_part(role, span, name));
            }
            Dynamic::No if is_path => self.found.push(diagnostics::parameters_path_fixed(role, span, name)),
            Dynamic::May | Dynamic::No => {}
        }
        let length = text.chars().count();
        if length > wanted.most {
            self.found.push(diagnostics::parameters_too_long(role, span, name, length, wanted.most));
        } else if length < wanted.least {
            self.found.push(diagnostics::parameters_empty(role, span, name));
        } else if let Some(form) = wanted.form.filter(|form| !(form.fits)(text)) {
            self.found.push(diagnostics::parameters_form(role, span, name, form.name));
        }
    }

    fn key(&mut self, member: &Member, wanted: Text) {
        if is_path(&member.key) {
            self.found.push(diagnostics::parameters_path_key(self.role, member.key_span));
        } else {
            self.string(&member.key, member.key_span, &member.key, wanted);
        }
    }

    fn choice(&mut self, name: &str, span: Span, text: &str, choices: &[(&'static str, Option<Hint>)]) {
        let known: Vec<&'static str> = choices.iter().map(|(choice, _)| *choice).collect();
        let exact = known.contains(&text) && span.of(self.text).starts_with('"');
        if exact {
            return;
        }
        let wanted = plain(text);
        let same = known.iter().find(|choice| plain(choice) == wanted).copied();
        let meant = same.or_else(|| nearest(text, known.iter().copied()));
        let found = diagnostics::parameters_choice(self.role, span, name, meant, known, is_path(text));
        self.found.push(found);
    }

    fn whole(&mut self, name: &str, span: Span, number: &str, from: i64, to: i64) {
        let (digits, zeros) = number.split_once('.').unwrap_or((number, ""));
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if number.contains('.') || !plain(digits.trim_start_matches('-')) {
            let round = !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0');
            let fix = round.then(|| digits.to_owned());
            let seen = Seen::Number(number.to_owned());
            let found =
                diagnostics::parameters_type(self.role, span, name, ExpectedType::WholeNumber, seen, fix);
            self.found.push(found);
            return;
        }
        // More digits than fit are too many anyway.
        let least = if number.starts_with('-') { i64::MIN } else { i64::MAX };
        let value = number.parse().unwrap_or(least);
        if value < from || value > to {
            let nearest = value.clamp(from, to);
            self.found.push(diagnostics::parameters_range(
                self.role,
                span,
                &self.target.id,
                name,
                from,
                to,
                nearest,
            ));
        }
    }
}

/// Whether the text as a whole is meant as a path into the event.
pub(super) fn is_path(text: &str) -> bool {
    text == "$" || text.starts_with("$.") || text.starts_with("$[")
}

/// Whether a path stands somewhere in a longer text.
fn holds_path(text: &str) -> bool {
    let starts_name = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
    text.match_indices("$.").any(|(at, dollar)| text.get(at + dollar.len()..).is_some_and(starts_name))
}
