//! From JSON to a pattern: every operator, and every mistake rather than the first.

use crate::diagnostics as say;
use crate::dialect::{self, Dialect};
use crate::event::Scalar;
use crate::ignore_case::IgnoreCase;
use crate::limits::MAX_ALTERNATIVES;
use crate::lint;
use crate::message::{Diagnostic, Message};
use crate::operator::{
    Operator, Test, cidr::Cidr, equals_ignore_case::EqualsIgnoreCase, exact::Exact, exactly::Exactly,
    exists::Exists, prefix::Prefix, suffix::Suffix, wildcard::Wildcard,
};
use crate::syntax::{Alternative, Condition, Group, Matcher, ObjectEntry, Pattern};
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::notation;
use rulepad_document::{Lang, Reference, Role, Span, diagnostic};

/// What [`parse`] found.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The pattern as far as it can be read; usable for a verdict only when [`Parsed::valid`] gives it.
    pub pattern: Pattern,
    /// The JSON the pattern was read from.
    pub json: Option<Node>,
    /// Every problem, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What AWS says: its sentence for the problem it meets first.
    pub reference: Option<Reference<Message>>,
    /// The dialect it was read in.
    pub dialect: Dialect,
}

impl Parsed {
    /// The pattern, when AWS would accept the text.
    #[must_use]
    pub fn valid(&self) -> Option<&Pattern> {
        if self.diagnostics.iter().any(Diagnostic::is_error) { None } else { Some(&self.pattern) }
    }

    /// What AWS answers to this pattern, whole and word for word; `None` where it accepts the pattern, or
    /// where nobody has seen the dialect's answer.
    #[must_use]
    pub fn aws_error(&self, text: &str) -> Option<String> {
        self.dialect.refusal(self.reference.as_ref()?, text)
    }

    /// What AWS's answer means, in sentences; `None` in English, which AWS writes itself, and where there is no answer.
    #[must_use]
    pub fn aws_gloss(&self, lang: Lang) -> Option<String> {
        self.dialect.refusal_gloss(self.reference.as_ref()?, lang)
    }
}

/// Reads an event pattern.
///
/// Follows the EventBridge user guide, `eb-create-pattern-operators`, and where the guide is silent what
/// AWS's engine was seen to do. AWS stops at the first mistake; this lists them all.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    parse_in(text, Dialect::Rule)
}

/// Reads the pattern of a dialect: the same language, less what that service leaves out.
#[must_use]
pub fn parse_in(text: &str, dialect: Dialect) -> Parsed {
    parse_by(text, Some(dialect), WHOLE)
}

/// A pattern of the language alone: without what a service leaves out of it, its limits and its events.
#[derive(Clone, Debug)]
pub struct LanguageParsed {
    /// The pattern as far as it can be read.
    pub pattern: Pattern,
    /// The JSON the pattern was read from.
    pub json: Option<Node>,
    /// Every problem, in the order of the text; the sentences are those of the engine that rules use.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a pattern for a service that is no [`Dialect`]: whoever asks checks the operators and the limits of the
/// service.
#[must_use]
pub fn parse_language(text: &str) -> LanguageParsed {
    let Parsed { pattern, json, diagnostics, .. } = parse_by(text, None, WHOLE);
    LanguageParsed { pattern, json, diagnostics }
}

/// [`parse_in`] for a text that starts with a bracket or is blank, and has no string that starts with one; `None` for
/// any other.
///
/// It needs no reader of another language than JSON, so that a small program can do without them.
#[must_use]
pub fn parse_bracketed(text: &str, dialect: Dialect) -> Option<Parsed> {
    let is_json = notation::is_bracketed(text) && !may_hold_bracketed_string(text);
    let readers = Readers { recognize: notation::recognize_bracketed, literal: |_| None };
    is_json.then(|| parse_by(text, Some(dialect), readers))
}

/// Whether a string of the text may start with a bracket, white space aside.
fn may_hold_bracketed_string(text: &str) -> bool {
    text.match_indices('"').any(|(at, quote)| {
        let inside = text.get(at + quote.len()..).unwrap_or_default().trim_start();
        inside.starts_with(['{', '[', '\\'])
    })
}

/// What reads texts that are not JSON.
#[derive(Clone, Copy)]
struct Readers {
    /// Whether a text is in another notation than JSON, and which.
    recognize: fn(&str) -> Option<notation::Recognized>,
    /// The value that a string of a pattern is in JavaScript or Python.
    literal: fn(&str) -> Option<Node>,
}

/// Reads whatever notation a text is in.
const WHOLE: Readers = Readers { recognize: notation::recognize, literal: lint::whole_literal };

fn parse_by(text: &str, dialect: Option<Dialect>, readers: Readers) -> Parsed {
    let mut parsed = parse_unchecked(text, dialect, readers);
    let diagnose = |text: &str| parse_unchecked(text, dialect, readers).diagnostics;
    diagnostic::keep_sound_fixes(text, &mut parsed.diagnostics, diagnose);
    parsed
}

fn parse_unchecked(text: &str, dialect: Option<Dialect>, readers: Readers) -> Parsed {
    let mut document = json::parse_unchecked(text, Role::Pattern);
    let problems: Vec<Diagnostic> = std::mem::take(&mut document.diagnostics)
        .into_iter()
        .map(rulepad_document::Diagnostic::lift)
        .collect();
    let object = document.root.as_ref().is_some_and(|root| matches!(root.value, Value::Object(_)));
    if !(object && problems.iter().all(|found| !found.is_error()))
        && let Some(found) = (readers.recognize)(text)
    {
        return in_other_notation(
            text,
            dialect.unwrap_or_default(),
            document.root.as_ref(),
            problems,
            &found,
        );
    }
    // A text that is no object wants no advice for its words.
    if let Some(root) = document.root.as_ref().filter(|_| is_word(text, &document, &problems)) {
        let found = say::not_an_object(root.span, Some(root.value.kind()), root_end(text, root));
        let all = [problems, vec![found.clone()]].concat();
        let reference = diagnostic::first_reference(&all).cloned();
        let diagnostics = vec![Diagnostic { reference: reference.clone(), ..found }];
        let dialect = dialect.unwrap_or_default();
        return Parsed { pattern: Pattern::default(), json: None, diagnostics, reference, dialect };
    }
    let mut reader = PatternReader {
        text,
        diagnostics: problems,
        conditions: Vec::new(),
        retold: Vec::new(),
        names_left: Some(MAX_NAMES),
    };
    let root = match &document.root {
        None => {
            reader.diagnostics.retain(|found| !found.is(json::Code::Empty));
            reader.say(say::not_an_object(Span::new(0, text.len()), None, text.len()));
            Group::default()
        }
        Some(node) if matches!(node.value, Value::Object(_)) => reader.group(node, "", false),
        Some(node) => {
            if node.value != Value::Invalid {
                reader.say(say::not_an_object(node.span, Some(node.value.kind()), root_end(text, node)));
            }
            Group::default()
        }
    };
    let mut alternatives = Vec::new();
    match expand(&root, &reader.conditions, &mut alternatives, &mut { MAX_EXPANSION }) {
        Ok(()) => {}
        Err(TooMany::Alternatives) => {
            reader.say(say::too_many_alternatives(root.span, MAX_ALTERNATIVES));
            alternatives.clear();
        }
        Err(TooMany::Conditions) => {
            reader.say(say::too_many_conditions(root.span));
            alternatives.clear();
        }
    }
    reader.retell();
    let mut diagnostics = reader.diagnostics;
    diagnostics.extend(dialect.and_then(|dialect| crate::limits::check(text, dialect)));
    let pattern = Pattern { root, conditions: reader.conditions, alternatives };
    // A service checks what it leaves out once the text is a pattern.
    let syntax = diagnostic::first_reference(&diagnostics).cloned();
    if let Some(dialect) = dialect {
        diagnostics.extend(dialect::check(dialect, &pattern, document.root.as_ref()));
    }
    let has_envelope = dialect.is_some_and(Dialect::has_envelope);
    if has_envelope && !diagnostics.iter().any(Diagnostic::is_error) {
        diagnostics.extend(crate::complexity::check(&pattern, text.len()));
    }
    let reference = syntax.or_else(|| diagnostic::first_reference(&diagnostics).cloned());
    if let (Some(json), false) = (&document.root, diagnostics.iter().any(Diagnostic::is_error)) {
        diagnostics.extend(lint::pattern_lints(&pattern, json, has_envelope, readers.literal));
    }
    rulepad_document::order::sort_by_key(&mut diagnostics, |found| (found.span().start, found.severity));
    let dialect = dialect.unwrap_or_default();
    Parsed { pattern, json: document.root, diagnostics, reference, dialect }
}

/// Whether a text starts with a word that is not JSON, rather than with a bracket.
fn is_word(text: &str, document: &json::Parsed, problems: &[Diagnostic]) -> bool {
    let broken = problems.iter().any(Diagnostic::is_error);
    let scalar = document.root.as_ref().is_some_and(|root| matches!(root.value, Value::String(_)));
    broken && scalar && !text.trim_start().starts_with(['{', '[', '"', '\''])
}

/// A text in another notation has one problem, and AWS's answer to what it sees of it.
fn in_other_notation(
    text: &str,
    dialect: Dialect,
    root: Option<&Node>,
    mut diagnostics: Vec<Diagnostic>,
    found: &notation::Recognized,
) -> Parsed {
    let not_an_object = root
        .filter(|root| !matches!(root.value, Value::Invalid | Value::Object(_)))
        .map(|root| say::not_an_object(root.span, Some(root.value.kind()), root_end(text, root)));
    diagnostics.extend(not_an_object);
    let reference = diagnostic::first_reference(&diagnostics).cloned();
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let whole = Span::new(start, start + trimmed.len());
    let diagnostics = vec![say::notation(whole, found, reference.clone())];
    Parsed { pattern: Pattern::default(), json: None, diagnostics, reference, dialect }
}

/// AWS's reader is built before its rules: each object and array is read once, in order, and a problem
/// carries the place where its cursor stood.
pub(crate) struct PatternReader<'t> {
    pub(crate) text: &'t str,
    diagnostics: Vec<Diagnostic>,
    conditions: Vec<Condition>,
    /// Lists whose JSON problems AWS tells with one location line more, and whether each is closed.
    retold: Vec<(Span, bool)>,
    /// How many bytes the names of fields may still take; `None` once they took more.
    names_left: Option<usize>,
}

/// Where AWS's cursor stands after a value's first token: behind the opening quote of a string it has not
/// read yet, behind a bracket, behind a number or a word.
pub(crate) fn token_end(node: &Node) -> usize {
    match &node.value {
        // A bare word that is read as a string has no quotes, and AWS never gets past it.
        Value::String(text) if node.span.range().len() <= text.len() => node.span.end as usize,
        Value::String(_) | Value::Array(_) | Value::Object(_) => node.span.start as usize + 1,
        _ => node.span.end as usize,
    }
}

/// The same, once the text of a string was needed.
pub(crate) fn read_end(node: &Node) -> usize {
    // Where the text ends behind the opening quote, AWS never reads the string.
    if node.as_str().is_some() { node.span.end.max(node.span.start + 2) as usize } else { token_end(node) }
}

/// Where AWS's cursor stands after the root's first token: it looks one blank past a number.
fn root_end(text: &str, node: &Node) -> usize {
    let end = token_end(node);
    let rest = text.get(end..).unwrap_or("");
    let blank = matches!(node.value, Value::Number(_)) && rest.starts_with([' ', '\t', '\n']);
    end + usize::from(blank)
}

/// Whether an array or object ends with a bracket of its own.
fn is_closed(text: &str, container: &Node) -> bool {
    let (bracket, last) = match &container.value {
        Value::Array(items) => (']', items.last()),
        Value::Object(members) => ('}', members.last().map(|member| &member.value)),
        _ => return true,
    };
    let behind = last.map_or(container.span.start + 1, |last| last.span.end);
    behind < container.span.end && container.span.of(text).ends_with(bracket)
}

impl PatternReader<'_> {
    pub(crate) fn say(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Says what AWS finds when it meets the closing bracket of an array or object; where there is none, it never
    /// comes to that.
    pub(crate) fn say_at_close(&mut self, container: &Node, mut diagnostic: Diagnostic) {
        if !is_closed(self.text, container) {
            diagnostic.reference = None;
        }
        self.say(diagnostic);
    }

    /// AWS reads the lists under `anything-but` in a way that repeats the location line of whatever goes
    /// wrong in them.
    fn retell(&mut self) {
        for diagnostic in &mut self.diagnostics {
            let of_json = diagnostic.is_of_json();
            let Some(reference) = diagnostic.reference.as_mut().filter(|_| of_json) else { continue };
            let inside = |(list, closed): &(Span, bool)| {
                list.start < reference.reached && (!closed || reference.reached < list.end)
            };
            if self.retold.iter().any(inside) {
                reference.locations += 1;
            }
        }
    }

    fn group(&mut self, node: &Node, path: &str, in_or: bool) -> Group {
        let members = node.members().unwrap_or_default();
        if members.is_empty() {
            self.say_at_close(node, say::empty_object(node.span));
        }
        let mut entries = Vec::new();
        for member in members {
            let entry = if member.key == "$or" {
                self.any_of(member, path)
            } else {
                self.field(node, member, path, in_or)
            };
            entries.extend(entry);
        }
        Group { span: node.span, entries }
    }

    fn field(&mut self, parent: &Node, member: &Member, path: &str, in_or: bool) -> Option<ObjectEntry> {
        let value = &member.value;
        if in_or && say::RESERVED_IN_OR.contains(&member.key.as_str()) {
            self.say(say::reserved_in_or(member, token_end(value)));
        }
        // The first name that is too much is reported; those behind it are not read.
        let left = self.names_left?;
        self.names_left = left.checked_sub(path.len() + member.key.len());
        if self.names_left.is_none() {
            self.say(say::names_too_long(member.key_span, MAX_NAMES));
            return None;
        }
        let name = if path.is_empty() { member.key.clone() } else { format!("{path}.{}", member.key) };
        match &value.value {
            Value::Object(_) => {
                let group = self.group(value, &name, in_or);
                Some(ObjectEntry::Nested { name: member.key.clone(), key: member.key_span, group })
            }
            Value::Array(items) => Some(self.condition(name, member, items)),
            Value::Invalid => None,
            _ => {
                self.say(say::bare_value(self.text, parent, member, token_end(value)));
                None
            }
        }
    }

    fn any_of(&mut self, member: &Member, path: &str) -> Option<ObjectEntry> {
        let value = &member.value;
        let Value::Array(items) = &value.value else {
            if value.value != Value::Invalid {
                self.say(say::or_not_a_list(self.text, value, token_end(value)));
            }
            return None;
        };
        let mut branches = Vec::new();
        for item in items {
            match &item.value {
                Value::Object(_) => branches.push(self.group(item, path, true)),
                Value::Invalid => {}
                _ => self.say(say::or_branch(item, token_end(item))),
            }
        }
        if items.len() < 2 {
            self.say_at_close(value, say::or_too_short(value, items.len()));
        }
        Some(ObjectEntry::AnyOf { key: member.key_span, branches })
    }

    fn condition(&mut self, name: String, member: &Member, items: &[Node]) -> ObjectEntry {
        let span = member.value.span;
        if items.is_empty() {
            self.say_at_close(&member.value, say::empty_array(span, &member.key, member.key_span));
        }
        let matchers =
            items.iter().enumerate().filter_map(|(at, item)| self.matcher(member, at, item)).collect();
        self.conditions.push(Condition { name, key: member.key_span, span, matchers });
        ObjectEntry::Condition(self.conditions.len() - 1)
    }

    fn matcher(&mut self, member: &Member, at: usize, node: &Node) -> Option<Matcher> {
        let test = match &node.value {
            Value::Null => Test::Exact(Exact(Scalar::Null)),
            Value::Bool(value) => Test::Exact(Exact(Scalar::Bool(*value))),
            Value::Number(text) => {
                Test::Exact(Exact(Scalar::Number(text.clone(), crate::number::comparable(text))))
            }
            Value::String(text) => Test::Exact(Exact(Scalar::String(text.clone()))),
            Value::Object(members) => self.expression(member, at == 0, node, members)?,
            Value::Array(items) => {
                self.say(say::nested_array(self.text, node, items));
                return None;
            }
            Value::Invalid => return None,
        };
        Some(Matcher { span: node.span, test })
    }

    fn expression(&mut self, field: &Member, first: bool, node: &Node, members: &[Member]) -> Option<Test> {
        let Some((operator, others)) = members.split_first() else {
            self.say_at_close(node, say::no_operator(node.span));
            return None;
        };
        let argument = &operator.value;
        let Some(named) = Operator::named(&operator.key) else {
            // What a broken value would say is told of the value.
            if argument.value != Value::Invalid {
                let (name, cursor) = (&operator.key, token_end(argument));
                self.say(say::unknown_operator(self.text, field, node, operator, name, cursor));
                return None;
            }
            self.second(node, members, others);
            return None;
        };
        let test = match named {
            _ if argument.value == Value::Invalid => None,
            Operator::Exactly => self.string(node, named, argument).map(|text| Test::Exactly(Exactly(text))),
            Operator::Prefix => self
                .affix(node, named, argument)
                .map(|affix| Test::Prefix(affix.map_or_else(Prefix::IgnoreCase, Prefix::Exact))),
            Operator::Suffix => self
                .affix(node, named, argument)
                .map(|affix| Test::Suffix(affix.map_or_else(Suffix::IgnoreCase, Suffix::Exact))),
            Operator::EqualsIgnoreCase => self
                .string(node, named, argument)
                .map(|text| Test::EqualsIgnoreCase(EqualsIgnoreCase(IgnoreCase::new(&text)))),
            Operator::Wildcard => {
                let text = self.string(node, named, argument);
                text.and_then(|text| self.wildcard(argument, &text)).map(Test::Wildcard)
            }
            Operator::Cidr => self.string(node, named, argument).and_then(|text| match Cidr::parse(&text) {
                Ok(cidr) => Some(Test::Cidr(cidr)),
                Err(problem) => {
                    self.say(say::bad_cidr(node, argument, &text, &problem));
                    None
                }
            }),
            Operator::Exists => match &argument.value {
                Value::Bool(value) => Some(Test::Exists(Exists(*value))),
                _ => {
                    self.say(say::exists_argument(argument, token_end(argument)));
                    None
                }
            },
            Operator::Numeric => crate::parse_numeric::read(self, node, argument).map(Test::Numeric),
            Operator::AnythingBut => {
                crate::parse_anything_but::read(self, argument, first).map(Test::AnythingBut)
            }
        };
        self.second(node, members, others);
        test
    }

    fn second(&mut self, node: &Node, members: &[Member], others: &[Member]) {
        if let Some(second) = others.first() {
            self.say(say::second_operator(self.text, node, members, token_end(&second.value)));
        }
    }

    /// The string argument of an operator.
    fn string(&mut self, matcher: &Node, operator: Operator, argument: &Node) -> Option<String> {
        let text = argument.as_str().map(str::to_owned);
        if text.is_none() {
            let cursor = token_end(argument);
            self.say(say::string_argument(self.text, matcher, operator, argument, cursor));
        }
        text
    }

    /// The argument of `prefix` and `suffix`: a string, or one in any case.
    fn affix(
        &mut self,
        matcher: &Node,
        operator: Operator,
        argument: &Node,
    ) -> Option<Result<String, IgnoreCase>> {
        let Some(inner) = argument.members() else {
            return self.string(matcher, operator, argument).map(Ok);
        };
        let Some((nested, others)) = inner.split_first() else {
            self.say_at_close(argument, say::affix_without_operator(operator, argument.span));
            return None;
        };
        let ignoring = Operator::EqualsIgnoreCase;
        if Operator::named(&nested.key) != Some(ignoring) {
            let cursor = token_end(&nested.value);
            self.say(say::affix_operator(self.text, matcher, (operator, argument), nested, cursor));
            return None;
        }
        self.second(argument, inner, others);
        self.string(argument, ignoring, &nested.value).map(|text| Err(IgnoreCase::new(&text)))
    }

    fn wildcard(&mut self, argument: &Node, text: &str) -> Option<Wildcard> {
        match Wildcard::parse(text) {
            Ok(wildcard) => Some(wildcard),
            Err(problem) => {
                self.say(say::bad_wildcard(argument, text, problem, read_end(argument)));
                None
            }
        }
    }

    /// Marks a list whose JSON problems AWS tells with one location line more.
    pub(crate) fn retold(&mut self, list: &Node) {
        self.retold.push((list.span, is_closed(self.text, list)));
    }
}

/// Why `$or` is not multiplied out.
enum TooMany {
    /// More sub-rules than [`MAX_ALTERNATIVES`].
    Alternatives,
    /// More work than [`MAX_EXPANSION`].
    Conditions,
}

/// How much work it may be to put conditions into sub-rules: those of every pattern that AWS takes need less than
/// a tenth.
const MAX_EXPANSION: usize = 4_000_000;

/// How many bytes the joined names of a pattern's fields may take: a pattern that AWS takes has 4096 characters.
const MAX_NAMES: usize = 4 << 20;

/// Multiplies `$or` out: a condition joins every sub-rule so far and replaces one under the same name.
fn expand(
    group: &Group,
    conditions: &[Condition],
    rules: &mut Vec<Alternative>,
    left: &mut usize,
) -> Result<(), TooMany> {
    let spend = |left: &mut usize, cost: usize| {
        *left = left.checked_sub(cost).ok_or(TooMany::Conditions)?;
        Ok(())
    };
    for entry in &group.entries {
        match entry {
            ObjectEntry::Nested { group, .. } => expand(group, conditions, rules, left)?,
            ObjectEntry::Condition(number) => {
                let Some(condition) = conditions.get(*number) else { continue };
                if rules.is_empty() {
                    rules.push(Alternative::default());
                }
                for rule in rules.iter_mut() {
                    // A name is copied, and what sorts behind it moves.
                    spend(left, 1 + condition.name.len() / 32 + rule.conditions.len() / 64)?;
                    insert(rule, &condition.name, *number);
                }
            }
            ObjectEntry::AnyOf { branches, .. } => {
                let mut before = std::mem::take(rules);
                if before.is_empty() {
                    before.push(Alternative::default());
                }
                for branch in branches {
                    let bytes = |rule: &Alternative| {
                        rule.conditions.iter().map(|(name, _)| 1 + name.len() / 32).sum::<usize>()
                    };
                    spend(left, before.iter().map(bytes).sum())?;
                    let mut copy = before.clone();
                    expand(branch, conditions, &mut copy, left)?;
                    rules.append(&mut copy);
                    if rules.len() > MAX_ALTERNATIVES {
                        return Err(TooMany::Alternatives);
                    }
                }
            }
        }
    }
    Ok(())
}

fn insert(rule: &mut Alternative, name: &str, number: usize) {
    let place = rule.conditions.binary_search_by(|(own, _)| own.encode_utf16().cmp(name.encode_utf16()));
    match place {
        Ok(at) => {
            if let Some(found) = rule.conditions.get_mut(at) {
                found.1 = number;
            }
        }
        Err(at) => rule.conditions.insert(at, (name.to_owned(), number)),
    }
}
