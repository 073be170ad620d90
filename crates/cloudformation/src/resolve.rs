//! The values of a template's functions, as far as the template has them (CloudFormation user guide, intrinsic
//! functions, pseudo parameters).

use super::{StandIn, Template, arns, function};
use base64::Engine;
use rulepad_document::Span;
use rulepad_document::json::build::same;
use rulepad_document::json::{Member, Node, Value, compact, text_of};
use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

/// The deepest that functions lead to one another.
const MAX_DEPTH: usize = 40;

/// How many bytes may be made for all rules of a template, beyond four times its own: functions can double what they
/// are given.
const BYTES: usize = 4 << 20;

/// How many values may be looked at for all rules of a template, beyond one for each of its bytes.
const STEPS: usize = 1 << 20;

/// Works out the values of one template's functions.
pub struct Resolver<'t> {
    /// The entries of each section by their names.
    sections: HashMap<&'t str, HashMap<&'t str, &'t Node>>,
    bytes: Cell<usize>,
    steps: Cell<usize>,
    /// The first place where a budget was spent.
    exhausted: Cell<Option<Span>>,
    /// Whether the place was taken to be reported.
    reported: Cell<bool>,
    /// The values of conditions, by their names.
    pub(crate) known_conditions: RefCell<HashMap<String, Option<bool>>>,
    found: RefCell<Vec<StandIn>>,
    references: RefCell<References>,
    /// Each `${…}` that is text in the template: no value is shown as one of them.
    literals: HashSet<String>,
    /// Conditions that nothing decides, of which the first branch is shown.
    pub(crate) assumed: RefCell<Vec<String>>,
}

/// References in the order in which they were met.
#[derive(Default)]
struct References {
    all: Vec<Reference>,
    /// What is shown for them.
    shown: HashSet<String>,
}

/// What a function gives.
enum Given {
    Value(Value),
    Nothing,
    /// Only the stack knows it; it is shown as this.
    Unknown(String),
}

impl<'t> Resolver<'t> {
    /// Knows nothing yet of the functions of a template.
    #[must_use]
    pub fn new(template: &'t Template) -> Self {
        let length = template.root.span.range().len();
        let section = |own: &'t Member| {
            let entries = own.value.members().unwrap_or(&[]);
            (&*own.key, entries.iter().map(|entry| (&*entry.key, &entry.value)).collect())
        };
        Self {
            sections: template.root.members().unwrap_or(&[]).iter().map(section).collect(),
            bytes: Cell::new(BYTES + 4 * length),
            steps: Cell::new(STEPS + length),
            exhausted: Cell::default(),
            reported: Cell::default(),
            known_conditions: RefCell::default(),
            found: RefCell::default(),
            references: RefCell::default(),
            literals: literals(&template.root),
            assumed: RefCell::default(),
        }
    }

    /// A value with what is shown instead of each function; `None` for `AWS::NoValue`.
    pub fn value(&self, raw: &Node) -> Option<Node> {
        self.at_depth(raw, 0)
    }

    /// The functions that were met, and what is shown for each, every one once.
    pub fn take_found(&self) -> Vec<StandIn> {
        self.found.take()
    }

    /// The values that were met and that the template does not have, every one once.
    pub fn take_references(&self) -> Vec<Reference> {
        self.references.take().all
    }

    /// Shows a value that the template does not have: `${NAME}`.
    pub(crate) fn refer(&self, name: &str, source: &Node) -> String {
        let plain = format!("${{{name}}}");
        let shown = if self.literals.contains(&plain) { format!("${{Value:{name}}}") } else { plain };
        let mut references = self.references.borrow_mut();
        if references.all.len() < MAX_FOUND && references.shown.insert(shown.clone()) {
            let language = ReferenceLanguage::CloudFormation;
            references.all.push(Reference {
                shown: shown.clone(),
                language,
                source: compact(source),
                value: self.reference_value(source),
            });
        }
        shown
    }

    /// What the value of a function may be, as far as the template shows.
    fn reference_value(&self, source: &Node) -> ReferenceValue {
        let Some((name, argument)) = function(source) else { return ReferenceValue::Any };
        match name {
            "Fn::Sub" | "Fn::Join" | "Fn::ImportValue" | "Fn::Base64" | "Fn::ToJsonString" => {
                ReferenceValue::One
            }
            "Fn::Split" | "Fn::GetAZs" | "Fn::Cidr" => ReferenceValue::List,
            "Ref" => match argument.as_str().unwrap_or_default() {
                "AWS::NotificationARNs" => ReferenceValue::List,
                own if own.starts_with("AWS::") || self.entry("Resources", own).is_some() => {
                    ReferenceValue::One
                }
                own => self.entry("Parameters", own).map_or(ReferenceValue::Any, |own| {
                    let kind = own.get("Type").and_then(Node::as_str).unwrap_or("List");
                    if kind.contains("List") { ReferenceValue::List } else { ReferenceValue::One }
                }),
            },
            "Fn::GetAtt" => {
                let attribute = match &argument.value {
                    Value::Array(items) => items.last().and_then(Node::as_str),
                    _ => argument.as_str().and_then(|own| own.rsplit('.').next()),
                };
                if attribute == Some("Arn") { ReferenceValue::One } else { ReferenceValue::Any }
            }
            _ => ReferenceValue::Any,
        }
    }

    /// Shows what `Ref` gives for a name, such as a pseudo parameter.
    pub(crate) fn refer_to(&self, name: &str) -> String {
        self.refer(name, &call("Ref", text_node(name)))
    }

    /// Shows an attribute of a resource.
    pub(crate) fn refer_to_attribute(&self, resource: &str, attribute: &str) -> String {
        self.refer(&format!("{resource}.{attribute}"), &attribute_of(resource, attribute))
    }

    /// The names of conditions of which the first branch was taken because nothing decides them.
    pub fn take_assumed(&self) -> Vec<String> {
        self.assumed.take()
    }

    /// The type of a resource; blank where there is none.
    pub fn kind_of(&self, resource: &str) -> &'t str {
        let own = self.entry("Resources", resource).and_then(|own| own.get("Type"));
        own.and_then(Node::as_str).unwrap_or_default()
    }

    /// A parameter, or any other entry of a section.
    pub(crate) fn entry(&self, section: &str, name: &str) -> Option<&'t Node> {
        self.sections.get(section)?.get(name).copied()
    }

    pub(crate) fn at_depth(&self, raw: &Node, depth: usize) -> Option<Node> {
        let value = match &raw.value {
            _ if !self.spend_at(raw.span, 1) => Value::String("${…}".to_owned()),
            Value::Array(items) => {
                Value::Array(items.iter().filter_map(|item| self.at_depth(item, depth)).collect())
            }
            Value::Object(members) => {
                if let Some((name, argument)) = function(raw) {
                    return self.shown(raw, name, argument, depth);
                }
                let member = |member: &Member| {
                    Some(Member { value: self.at_depth(&member.value, depth)?, ..member.clone_key() })
                };
                Value::Object(members.iter().filter_map(member).collect())
            }
            other => other.clone(),
        };
        Some(Node { span: raw.span, value })
    }

    /// The value as a text.
    pub(crate) fn text(&self, raw: &Node, depth: usize) -> Option<String> {
        self.at_depth(raw, depth).map(|node| text_of(&node))
    }

    /// Takes bytes from the budget; `false` where nothing is left.
    fn spend(&self, bytes: usize) -> bool {
        let left = self.bytes.get().checked_sub(bytes);
        self.bytes.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Takes steps from the budget; `false` where nothing is left, of which the place is kept.
    pub(crate) fn spend_at(&self, span: Span, steps: usize) -> bool {
        let left = self.steps.get().checked_sub(steps);
        self.steps.set(left.unwrap_or(0));
        if (left.is_none() || self.bytes.get() == 0) && self.exhausted.get().is_none() {
            self.exhausted.set(Some(span));
        }
        left.is_some()
    }

    /// The place where a budget was spent, once; the next call gives nothing more.
    pub fn take_exhausted(&self) -> Option<Span> {
        self.exhausted.get().filter(|_| !self.reported.replace(true))
    }

    fn shown(&self, raw: &Node, name: &str, argument: &Node, depth: usize) -> Option<Node> {
        let given = if depth >= MAX_DEPTH {
            Given::Unknown(format!("${{{name}}}"))
        } else {
            self.call(raw, name, argument, depth + 1)
        };
        let value = match given {
            Given::Nothing => return None,
            Given::Value(value) => value,
            Given::Unknown(text) => Value::String(text),
        };
        let value = if self.spend(weight(&value)) { value } else { Value::String("${…}".to_owned()) };
        if self.bytes.get() == 0 && self.exhausted.get().is_none() {
            self.exhausted.set(Some(raw.span));
        }
        let shown = Node { span: raw.span, value };
        // A function in the argument of another, or in another resource, is not shown by itself.
        if name != "Fn::If" && depth == 0 {
            let mut found = self.found.borrow_mut();
            if found.len() < MAX_FOUND && found.iter().all(|known| !same(&known.raw, raw)) {
                found.push(StandIn { raw: raw.clone(), shown: shown.clone() });
            }
        }
        Some(shown)
    }

    fn call(&self, raw: &Node, name: &str, argument: &Node, depth: usize) -> Given {
        let items = match &argument.value {
            Value::Array(items) => &items[..],
            _ => std::slice::from_ref(argument),
        };
        let known = match (name, items) {
            ("Ref", [name]) => return self.reference(name.as_str().unwrap_or_default(), depth),
            ("Fn::GetAtt", [whole]) => {
                let whole = whole.as_str().unwrap_or_default();
                let (resource, attribute) = whole.split_once('.').unwrap_or((whole, ""));
                return self.attribute(resource, attribute, depth);
            }
            ("Fn::GetAtt", [resource, attribute]) => {
                let attribute = self.text(attribute, depth).unwrap_or_default();
                return self.attribute(resource.as_str().unwrap_or_default(), &attribute, depth);
            }
            ("Fn::Sub", [text]) => text.as_str().map(|text| self.substitute(text, None, depth)),
            ("Fn::Sub", [text, own]) => text.as_str().map(|text| self.substitute(text, Some(own), depth)),
            ("Fn::Join", [between, list]) => self.join(between, list, depth),
            ("Fn::Split", [between, whole]) => {
                return self.split(between, whole, depth).map_or_else(
                    || self.unknown(raw, name, argument, depth),
                    |parts| Given::Value(Value::Array(parts)),
                );
            }
            ("Fn::Select", [index, list]) => {
                let index = self.text(index, depth).and_then(|index| index.parse::<usize>().ok());
                let list = self.list(list, depth);
                let item = index.zip(list).and_then(|(index, list)| list.into_iter().nth(index));
                return item.map_or_else(
                    || self.unknown(raw, name, argument, depth),
                    |item| Given::Value(item.value),
                );
            }
            ("Fn::FindInMap", [map, first, second]) => {
                let keys = [map, first, second].map(|key| self.text(key, depth).unwrap_or_default());
                let [map, first, second] = &keys;
                let value = self.entry("Mappings", map).and_then(|map| map.get(first)?.get(second));
                return value.map_or_else(
                    || self.unknown(raw, name, argument, depth),
                    |value| Given::Value(value.value.clone()),
                );
            }
            ("Fn::If", [_, first, second]) => {
                let branch = if self.first_branch(argument, depth) { first } else { second };
                return self
                    .at_depth(branch, depth - 1)
                    .map_or(Given::Nothing, |node| Given::Value(node.value));
            }
            ("Fn::Base64", [text]) => {
                self.text(text, depth).map(|text| base64::engine::general_purpose::STANDARD.encode(text))
            }
            ("Fn::ToJsonString", [value]) => self.at_depth(value, depth).map(|value| compact(&value)),
            _ => None,
        };
        known.map_or_else(
            || self.unknown(raw, name, argument, depth),
            |text| Given::Value(Value::String(text)),
        )
    }

    /// `${Fn::ImportValue:name}`
    fn unknown(&self, raw: &Node, name: &str, argument: &Node, depth: usize) -> Given {
        let argument = self.text(argument, depth).unwrap_or_default();
        Given::Unknown(self.refer(&format!("{name}:{argument}"), raw))
    }

    fn reference(&self, name: &str, depth: usize) -> Given {
        let text = match name {
            "AWS::NoValue" => return Given::Nothing,
            _ => match self.entry("Parameters", name) {
                Some(parameter) => match parameter_value(parameter) {
                    Some(value) => return Given::Value(value),
                    None => None,
                },
                None => arns::reference(self, name, depth),
            },
        };
        text.map_or_else(|| Given::Unknown(self.refer_to(name)), |text| Given::Value(Value::String(text)))
    }

    fn attribute(&self, resource: &str, attribute: &str, depth: usize) -> Given {
        arns::attribute(self, resource, attribute, depth).map_or_else(
            || Given::Unknown(self.refer_to_attribute(resource, attribute)),
            |text| Given::Value(Value::String(text)),
        )
    }

    /// The value of a name in `${…}` of `Fn::Sub`.
    pub(crate) fn variable(&self, name: &str, own: Option<&Node>, depth: usize) -> String {
        if let Some(value) = own.and_then(|own| own.get(name)) {
            return self.text(value, depth).unwrap_or_default();
        }
        let given = match name.split_once('.') {
            Some((resource, attribute)) => self.attribute(resource, attribute, depth),
            None => self.reference(name, depth),
        };
        match given {
            Given::Nothing => String::new(),
            Given::Unknown(text) => text,
            Given::Value(value) => text_of(&Node { span: Span::default(), value }),
        }
    }

    fn substitute(&self, text: &str, own: Option<&Node>, depth: usize) -> String {
        let mut out = String::new();
        for piece in super::substitute::pieces(text) {
            let shown = match piece.name {
                Some(name) => self.variable(name, own, depth),
                None => piece.shown().into_owned(),
            };
            if self.spend(shown.len()) {
                out.push_str(&shown);
            }
        }
        out
    }

    fn join(&self, between: &Node, list: &Node, depth: usize) -> Option<String> {
        let items: Vec<String> = self.list(list, depth)?.iter().map(text_of).collect();
        let between = between.as_str()?;
        let cost = items.iter().map(String::len).sum::<usize>() + between.len() * items.len();
        self.spend(cost).then(|| items.join(between))
    }

    fn split(&self, between: &Node, whole: &Node, depth: usize) -> Option<Vec<Node>> {
        let (between, whole) = (between.as_str()?, self.text(whole, depth)?);
        let part = |part: &str| Node { span: Span::default(), value: Value::String(part.to_owned()) };
        // Values that are not known may have the separator in them; those that every ARN has do not.
        let is_known = rulepad_rule::reference::named_in(&whole).is_none() || has_plain_places(&whole);
        let sound = !between.is_empty() && is_known && self.spend(whole.len() * 4);
        if !sound {
            return None;
        }
        let apart = whole.replace("AWS::", "AWS\u{1}");
        Some(apart.split(between).map(|own| part(&own.replace("AWS\u{1}", "AWS::"))).collect())
    }

    fn list(&self, raw: &Node, depth: usize) -> Option<Vec<Node>> {
        match self.at_depth(raw, depth)?.value {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }
}

/// Whether a text is an ARN in which the partition, the Region and the account alone are not known.
fn has_plain_places(text: &str) -> bool {
    const PLAIN: [&str; 3] = ["${AWS::Partition}", "${AWS::Region}", "${AWS::AccountId}"];
    let known = PLAIN.iter().fold(text.to_owned(), |known, own| known.replace(own, "x"));
    text.starts_with("arn:") && !known.contains("${")
}

/// Each `${…}` that is text: outside of `Fn::Sub`, and as `${!…}` in it.
fn literals(root: &Node) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut left = vec![(root, false)];
    while let Some((node, in_sub)) = left.pop() {
        match &node.value {
            Value::String(text) => {
                let text = if in_sub { text.replace("${!", "\0{") } else { text.replace("${", "\0{") };
                for (at, _) in text.match_indices("\0{") {
                    let name = text.get(at + 2..).and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
                    found.extend(name.map(|name| format!("${{{name}}}")));
                }
            }
            // Of `[text, variables]` the first alone is the text.
            Value::Array(items) => {
                left.extend(items.iter().enumerate().map(|(at, item)| (item, in_sub && at == 0)));
            }
            Value::Object(members) => {
                left.extend(members.iter().map(|own| (&own.value, own.key == "Fn::Sub")));
            }
            _ => {}
        }
    }
    found
}

/// How many functions are kept for the notes.
const MAX_FOUND: usize = 500;

/// The default of a parameter; the value of one in Systems Manager is not in the template.
fn parameter_value(parameter: &Node) -> Option<Value> {
    let kind = parameter.get("Type").and_then(Node::as_str).unwrap_or_default();
    let default = parameter.get("Default").filter(|_| !kind.starts_with("AWS::SSM::"));
    let default = default.map(text_of)?;
    if kind == "CommaDelimitedList" || kind.starts_with("List<") {
        let item = |text: &str| Node { span: Span::default(), value: Value::String(text.trim().to_owned()) };
        return Some(Value::Array(default.split(',').map(item).collect()));
    }
    Some(Value::String(default))
}

/// A call of one of CloudFormation's functions.
pub(crate) fn call(function: &str, argument: Node) -> Node {
    let member = Member { key: function.to_owned(), key_span: Span::default(), value: argument };
    Node { span: Span::default(), value: Value::Object(vec![member]) }
}

pub(crate) fn text_node(text: &str) -> Node {
    Node { span: Span::default(), value: Value::String(text.to_owned()) }
}

pub(crate) fn list_node(items: Vec<Node>) -> Node {
    Node { span: Span::default(), value: Value::Array(items) }
}

pub(crate) fn attribute_of(resource: &str, attribute: &str) -> Node {
    call("Fn::GetAtt", list_node(vec![text_node(resource), text_node(attribute)]))
}

/// How many bytes a value takes, roughly.
fn weight(value: &Value) -> usize {
    match value {
        Value::String(text) | Value::Number(text) => text.len(),
        Value::Array(items) => items.iter().map(|item| 8 + weight(&item.value)).sum(),
        Value::Object(members) => {
            members.iter().map(|own| 8 + own.key.len() + weight(&own.value.value)).sum()
        }
        _ => 1,
    }
}

/// A member's key without its value.
trait CloneKey {
    fn clone_key(&self) -> Member;
}

impl CloneKey for Member {
    fn clone_key(&self) -> Member {
        let value = Node { span: self.value.span, value: Value::Null };
        Member { key: self.key.clone(), key_span: self.key_span, value }
    }
}
