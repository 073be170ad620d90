//! The grammar that literals of JavaScript and Python share, with what each has for itself.

use super::{Language, LiteralStop, MAX_DEPTH, Unknown, UnknownKind};
use crate::json::{Member, Node, Value};
use crate::text::Span;

pub(super) struct LiteralReader<'t> {
    pub text: &'t str,
    pub at: usize,
    pub unknown: Vec<Unknown>,
    /// How many signs of each language were met, and how many of either.
    pub javascript: usize,
    pub python: usize,
    pub other: usize,
    pub depth: usize,
}

impl<'t> LiteralReader<'t> {
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, unknown: Vec::new(), javascript: 0, python: 0, other: 0, depth: 0 }
    }

    pub fn language(&self) -> Option<Language> {
        match (self.javascript, self.python, self.other) {
            (0, 0, 0) => None,
            (javascript, python, _) if javascript > python => Some(Language::JavaScript),
            _ => Some(Language::Python),
        }
    }

    pub fn note(&mut self, language: Language) {
        match language {
            Language::JavaScript => self.javascript += 1,
            Language::Python => self.python += 1,
        }
    }

    pub fn enter(&mut self) -> Result<(), LiteralStop> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.stop()) } else { Ok(()) }
    }

    /// The outermost value: an object or a list ends with its bracket.
    pub fn root(&mut self) -> Result<Node, LiteralStop> {
        self.space();
        if matches!(self.peek(), Some('{' | '[' | '<')) { self.primary() } else { self.value() }
    }

    /// A value with what follows it as a part of its expression.
    pub fn value(&mut self) -> Result<Node, LiteralStop> {
        self.space();
        let start = self.at;
        let mut node = self.primary()?;
        loop {
            let end = self.at;
            self.space();
            let next = self.peek();
            let is_text = matches!(node.value, Value::String(_));
            let joined = match next {
                // Python joins strings that follow each other.
                Some('"' | '\'') if is_text => self.string(self.at, super::string::Prefix::default())?,
                Some('r' | 'b' | 'u' | 'f' | 'R' | 'B' | 'U' | 'F') if is_text && self.prefix().is_some() => {
                    self.primary()?
                }
                Some('+') if !self.rest().starts_with("++") => {
                    self.at += 1;
                    self.space();
                    self.primary()?
                }
                Some('a' | 's') if self.is_type() => {
                    self.javascript += 1;
                    let known = self.unknown.len();
                    self.expression(end)?;
                    self.unknown.truncate(known);
                    return Ok(node);
                }
                Some(c) if self.goes_on(c) => return self.expression(start),
                _ => {
                    self.at = end;
                    return Ok(node);
                }
            };
            node = match (&node.value, &joined.value) {
                (Value::String(left), Value::String(right)) => {
                    self.other += 1;
                    self.text_node(start, format!("{left}{right}"))
                }
                _ => {
                    let known = self.unknown.len();
                    let inner =
                        self.unknown.iter().rposition(|unknown| (unknown.span.start as usize) < start);
                    self.unknown.truncate(inner.map_or(0, |at| at + 1).min(known));
                    return self.expression(start);
                }
            };
        }
    }

    /// Whether TypeScript's `as const` or `satisfies X` follows.
    fn is_type(&self) -> bool {
        self.rest().starts_with("as ") || self.rest().starts_with("satisfies ")
    }

    /// Whether an expression goes on with this character.
    fn goes_on(&self, c: char) -> bool {
        let word = |word: &str| {
            self.rest().strip_prefix(word).is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace()))
        };
        match c {
            '.' => !self.rest().starts_with("..."),
            '?' | '|' | '&' | '%' | '*' | '/' | '-' | '<' | '>' | '!' | '(' | '[' | '^' => true,
            '=' => !self.rest().starts_with("=>"),
            'o' => word("or"),
            'a' => word("and"),
            'i' => word("if") || word("in") || word("instanceof"),
            _ => false,
        }
    }

    fn primary(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        match self.peek() {
            Some('{') => self.object(),
            Some('[') => self.array(),
            Some('(') => self.parentheses(),
            Some('"' | '\'' | '`') => self.string(start, super::string::Prefix::default()),
            Some('<') => self.angle(),
            Some('-' | '+' | '.' | '0'..='9') => self.number(),
            Some('/' | '!' | '~' | '@') => self.expression(start),
            Some(c) if c.is_alphabetic() || matches!(c, '_' | '$') => self.word(),
            _ => Err(self.stop()),
        }
    }

    /// `<ref *1> {…}` is the object, and so is `<Type>{…}` of TypeScript; everything else in angle brackets was cut by
    /// the printer.
    fn angle(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        let end = self.rest().find(['>', '\n']).filter(|end| self.rest().get(*end..=*end) == Some(">"));
        let Some(end) = end else { return Err(self.stop()) };
        self.at += end + 1;
        let behind = self.at;
        self.space();
        if matches!(self.peek(), Some('{' | '[')) {
            self.javascript += 1;
            return self.primary();
        }
        self.at = behind;
        Ok(self.unknown(start, UnknownKind::Cut))
    }

    fn word(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        if let Some((prefix, length)) = self.prefix() {
            self.at += length;
            self.python += 1;
            return self.string(start, prefix);
        }
        let name = self.name().to_owned();
        let span = Span::new(start, self.at);
        let constant = match name.as_str() {
            "true" => Some((Value::Bool(true), None)),
            "false" => Some((Value::Bool(false), None)),
            "null" => Some((Value::Null, None)),
            "True" => Some((Value::Bool(true), Some(Language::Python))),
            "False" => Some((Value::Bool(false), Some(Language::Python))),
            "None" => Some((Value::Null, Some(Language::Python))),
            _ => None,
        };
        if let Some((value, language)) = constant {
            if let Some(language) = language {
                self.note(language);
            }
            return Ok(Node { span, value });
        }
        if name == "undefined" {
            self.javascript += 1;
            return Ok(self.unknown(start, UnknownKind::Undefined));
        }
        if self.peek() == Some('(')
            && let Some(node) = self.call(&name, start)?
        {
            return Ok(node);
        }
        // Node.js prints the class of an object before it.
        let class =
            name.starts_with(char::is_uppercase) && self.rest().trim_start_matches(' ').starts_with('{');
        if class {
            self.javascript += 1;
            self.space();
            return self.object();
        }
        self.other += 1;
        self.expression(start)
    }

    /// A value in parentheses, or a tuple.
    fn parentheses(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        self.bump();
        self.enter()?;
        let mut items = Vec::new();
        let mut tuple = false;
        loop {
            self.space();
            if self.take(")") {
                break;
            }
            items.push(self.value()?);
            self.space();
            if self.take(",") {
                tuple = true;
            } else if !self.rest().starts_with(')') {
                return Err(self.stop());
            }
        }
        self.depth -= 1;
        let span = Span::new(start, self.at);
        match items.pop() {
            Some(only) if !tuple => {
                self.other += 1;
                Ok(Node { span, value: only.value })
            }
            last => {
                self.python += 1;
                items.extend(last);
                Ok(Node { span, value: Value::Array(items) })
            }
        }
    }

    fn array(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        if let Some(cut) = self.cut_value() {
            return cut;
        }
        self.bump();
        self.enter()?;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.take("]") {
                break;
            }
            let item = if self.rest().starts_with("...") { self.rest_of()? } else { self.value()? };
            let undefined = self
                .unknown
                .last()
                .is_some_and(|unknown| unknown.kind == UnknownKind::Undefined && unknown.span == item.span);
            // JSON has `null` for it in a list.
            items.push(if undefined { Node { value: Value::Null, ..item } } else { item });
            self.space();
            if self.take(",") {
                self.space();
            } else if !self.rest().starts_with(']') {
                return Err(self.stop());
            }
        }
        self.depth -= 1;
        Ok(Node { span: Span::new(start, self.at), value: Value::Array(items) })
    }

    /// What Node.js prints for a value it does not print: `[Object]`, `[Array]`, `[Function: f]`, `[Circular *1]`.
    fn cut_value(&mut self) -> Option<Result<Node, LiteralStop>> {
        const KINDS: [&str; 9] = [
            "Object",
            "Array",
            "Function",
            "AsyncFunction",
            "Circular",
            "Getter",
            "Setter",
            "class",
            "Module",
        ];
        let rest = self.rest();
        let line = rest.get(1..).unwrap_or("");
        let end = line.find([']', '\n']).filter(|end| line.get(*end..=*end) == Some("]"))?;
        let inner = line.get(..end)?;
        let word = inner.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let alone = word.len() == inner.len() && inner.starts_with(|c: char| c.is_ascii_uppercase());
        let constant = matches!(inner, "True" | "False" | "None" | "NaN" | "Infinity");
        if !(KINDS.contains(&word) || (alone && !constant)) || inner.contains(['"', ',']) {
            return None;
        }
        let null_prototype = inner == "Object: null prototype";
        let start = self.at;
        self.at += end + 2;
        self.javascript += 1;
        if null_prototype {
            self.space();
            if self.peek() == Some('{') {
                return Some(self.object());
            }
        }
        Some(Ok(self.unknown(start, UnknownKind::Cut)))
    }

    /// `... 3 more items`, `...` alone, or an expression that is spread.
    fn rest_of(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        self.at += 3;
        let rest = self.rest().trim_start_matches(' ');
        let end = rest.find([',', ']', '}', ')', '\n']).unwrap_or(rest.len());
        let words = rest.get(..end).unwrap_or("").trim();
        let counted = words.starts_with(|c: char| c.is_ascii_digit()) && words.contains("more");
        if words.is_empty() || counted {
            self.other += 1;
            self.at += self.rest().len() - rest.len() + rest.get(..end).unwrap_or("").trim_end().len();
            return Ok(self.unknown(start, UnknownKind::Cut));
        }
        self.javascript += 1;
        self.expression(start)
    }

    fn object(&mut self) -> Result<Node, LiteralStop> {
        let start = self.at;
        self.bump();
        self.enter()?;
        let mut members = Vec::new();
        // Python's sets have values without keys.
        let mut set: Vec<Node> = Vec::new();
        loop {
            self.space();
            if self.take("}") {
                break;
            }
            self.member(&mut members, &mut set)?;
            self.space();
            if self.take(",") {
                self.space();
            } else if !self.rest().starts_with('}') {
                return Err(self.stop());
            }
        }
        self.depth -= 1;
        let span = Span::new(start, self.at);
        if set.is_empty() {
            return Ok(Node { span, value: Value::Object(members) });
        }
        if !members.is_empty() {
            return Err(LiteralStop { at: start });
        }
        self.python += 1;
        Ok(Node { span, value: Value::Array(set) })
    }

    fn member(&mut self, members: &mut Vec<Member>, set: &mut Vec<Node>) -> Result<(), LiteralStop> {
        let start = self.at;
        if self.rest().starts_with("...") {
            let value = self.rest_of()?;
            members.push(Member { key: String::new(), key_span: value.span, value });
            return Ok(());
        }
        if self.rest().starts_with("**") || self.rest().starts_with('[') || self.rest().starts_with('<') {
            let value = self.expression(start)?;
            members.push(Member { key: String::new(), key_span: value.span, value });
            return Ok(());
        }
        let (key, quoted) = match self.peek() {
            Some('"' | '\'' | '`') => (self.string(start, super::string::Prefix::default())?, true),
            _ if self.prefix().is_some() => (self.word()?, true),
            Some(c) if c.is_alphanumeric() || matches!(c, '_' | '$' | '-') => {
                let rest = self.rest();
                let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '-')));
                self.at += end.unwrap_or(rest.len());
                let name = Span::new(start, self.at).of(self.text).to_owned();
                (self.text_node(start, name), false)
            }
            _ => return Err(self.stop()),
        };
        let key_span = key.span;
        let Value::String(name) = &key.value else { return Err(self.stop()) };
        let name = name.clone();
        self.space();
        if self.take(":") {
            let key = self.key(name, key_span, quoted);
            let known = self.unknown.len();
            let value = self.value()?;
            let undefined = self.unknown.get(known..).is_some_and(|new| {
                new.iter().any(|new| new.kind == UnknownKind::Undefined && new.span == value.span)
            });
            if undefined {
                return Ok(());
            }
            members.push(Member { key, key_span, value });
            return Ok(());
        }
        match self.peek() {
            Some(',' | '}') if quoted => set.push(key),
            Some(',' | '}') => {
                // `{ name }` of JavaScript: the value of a variable.
                self.javascript += 1;
                let at = std::mem::replace(&mut self.at, key_span.end as usize);
                let value = self.unknown(start, UnknownKind::Expression);
                self.at = at;
                members.push(Member { key: name, key_span, value });
            }
            Some('(') => {
                self.javascript += 1;
                let value = self.expression(start)?;
                members.push(Member { key: name, key_span, value });
            }
            _ => return Err(self.stop()),
        }
        Ok(())
    }

    /// What a key is called, and what its spelling says of the language.
    fn key(&mut self, name: String, span: Span, quoted: bool) -> String {
        if quoted {
            let single = span.of(self.text).starts_with('\'');
            let needs_none = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
                && !name.starts_with(|c: char| c.is_ascii_digit());
            // Node.js and people leave the quotes out where they may.
            self.python += usize::from(single && needs_none && !name.is_empty());
            return name;
        }
        match name.as_str() {
            "True" | "False" | "None" => {
                self.python += 1;
                if name == "None" { "null".to_owned() } else { name.to_lowercase() }
            }
            _ if name.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                self.other += 1;
                name
            }
            _ => {
                self.javascript += 1;
                name
            }
        }
    }
}
