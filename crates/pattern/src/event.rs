//! An event as the matcher sees it: scalar leaves under joined names, with the array elements they stand in.

use rulepad_document::Span;
use rulepad_document::json::{Node, Value, ValueKind};
use std::borrow::Cow;
use std::collections::HashMap;

/// A scalar of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number: its text, and its value where AWS's engine gives it one.
    Number(String, Option<f64>),
    /// A string.
    String(String),
}

impl Scalar {
    /// What kind of value it is.
    #[must_use]
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::Null => ValueKind::Null,
            Self::Bool(true) => ValueKind::True,
            Self::Bool(false) => ValueKind::False,
            Self::Number(..) => ValueKind::Number,
            Self::String(_) => ValueKind::String,
        }
    }

    /// The value as JSON.
    #[must_use]
    pub fn json(&self) -> Cow<'_, str> {
        match self {
            Self::Null => "null".into(),
            Self::Bool(true) => "true".into(),
            Self::Bool(false) => "false".into(),
            Self::Number(text, _) => text.into(),
            Self::String(text) => rulepad_document::json::quote(text).into(),
        }
    }
}

/// Which element of which array something stands in: pairs of array number and index, arrays numbered in
/// document order. Two entries agree when they name no array with different indexes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Membership(Vec<(u32, u32)>);

impl Membership {
    /// Whether one event can hold both without contradiction.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        self.0.iter().all(|(array, index)| other.index(*array).is_none_or(|found| found == *index))
    }

    /// Both together.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut all = self.0.clone();
        // Both are in order and short: each goes to its place.
        for pair in other.0.iter().filter(|(array, _)| self.index(*array).is_none()) {
            all.insert(all.partition_point(|own| own < pair), *pair);
        }
        Self(all)
    }

    /// Array numbers with the index in each.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        self.0.iter().copied()
    }

    fn index(&self, array: u32) -> Option<u32> {
        self.0.iter().find(|(own, _)| *own == array).map(|(_, index)| *index)
    }
}

/// One scalar of an event and where it stands.
#[derive(Clone, Debug)]
pub struct FieldEntry {
    /// What it is.
    pub value: Scalar,
    /// Where it stands in the event's text.
    pub span: Span,
    /// Its name with array indexes, as a person reads it.
    pub name: String,
    /// The array elements around it.
    pub membership: Membership,
}

/// What holds no scalar at its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// An object with fields, which have names of their own.
    Object,
    /// `{}`
    EmptyObject,
    /// `[]`
    EmptyArray,
}

/// What is at a name that has no scalar under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLeaf {
    /// What is there.
    pub container: Container,
    /// Where it stands.
    pub span: Span,
}

/// A flattened event.
#[derive(Clone, Debug, Default)]
pub struct Event {
    entries: Vec<FieldEntry>,
    by_name: HashMap<String, Vec<usize>>,
    not_leaves: HashMap<String, NotLeaf>,
    cut: bool,
}

/// How many bytes the joined names may take, with the elements they stand in. The largest event that AWS takes is
/// 1 MB, and long names are few.
const MAX_NAMES: usize = 16 << 20;

impl Event {
    /// Flattens an event; `None` when the value is not an object, which AWS refuses.
    ///
    /// Names join with `.`; of duplicate keys every value counts, as in AWS's engine.
    #[must_use]
    pub fn new(root: &Node) -> Option<Self> {
        root.members()?;
        let mut flat = Flat { event: Self::default(), arrays: 0, left: MAX_NAMES };
        flat.walk(root, "", "", &Membership::default());
        Some(flat.event)
    }

    /// Whether names are missing, because all of them take more memory than an event is given. Nothing may be
    /// concluded of such an event.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// The entries under a joined name.
    pub fn entries(&self, name: &str) -> impl Iterator<Item = (usize, &FieldEntry)> {
        let found = self.by_name.get(name).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|at| self.entries.get(*at).map(|entry| (*at, entry)))
    }

    /// The entry with this number.
    #[must_use]
    pub fn entry(&self, at: usize) -> Option<&FieldEntry> {
        self.entries.get(at)
    }

    /// Every entry, in document order.
    #[must_use]
    pub fn all(&self) -> &[FieldEntry] {
        &self.entries
    }

    /// What stands at a name under which there is no scalar.
    #[must_use]
    pub fn not_leaf(&self, name: &str) -> Option<NotLeaf> {
        self.not_leaves.get(name).copied()
    }

    /// Every joined name that has a value, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

struct Flat {
    event: Event,
    arrays: u32,
    /// What the names may still take.
    left: usize,
}

impl Flat {
    fn walk(&mut self, node: &Node, joined: &str, name: &str, membership: &Membership) {
        let cost = joined.len() + name.len() + 8 * membership.0.len();
        let Some(left) = self.left.checked_sub(cost) else {
            self.event.cut = true;
            self.left = 0;
            return;
        };
        self.left = left;
        let value = match &node.value {
            Value::Null | Value::Invalid => Scalar::Null,
            Value::Bool(value) => Scalar::Bool(*value),
            Value::Number(text) => Scalar::Number(text.clone(), crate::number::comparable(text)),
            Value::String(text) => Scalar::String(text.clone()),
            Value::Object(members) => {
                let kind = if members.is_empty() { Container::EmptyObject } else { Container::Object };
                self.not_leaf(joined, kind, node.span);
                for member in members {
                    if self.event.cut {
                        return;
                    }
                    let inner = |outer: &str| {
                        if outer.is_empty() { member.key.clone() } else { format!("{outer}.{}", member.key) }
                    };
                    self.walk(&member.value, &inner(joined), &inner(name), membership);
                }
                return;
            }
            Value::Array(items) => {
                if items.is_empty() {
                    self.not_leaf(joined, Container::EmptyArray, node.span);
                }
                let array = self.arrays;
                self.arrays += 1;
                for (index, item) in (0..).zip(items) {
                    if self.event.cut {
                        return;
                    }
                    let inner = format!("{name}[{index}]");
                    if matches!(item.value, Value::Object(_) | Value::Array(_)) {
                        let element = membership.with(&Membership(vec![(array, index)]));
                        self.walk(item, joined, &inner, &element);
                    } else {
                        // Scalars of an array bind no element: two conditions may use different ones.
                        self.walk(item, joined, &inner, membership);
                    }
                }
                return;
            }
        };
        let at = self.event.entries.len();
        self.event.by_name.entry(joined.to_owned()).or_default().push(at);
        let (name, membership) = (name.to_owned(), membership.clone());
        self.event.entries.push(FieldEntry { value, span: node.span, name, membership });
    }

    fn not_leaf(&mut self, joined: &str, container: Container, span: Span) {
        self.event.not_leaves.entry(joined.to_owned()).or_insert(NotLeaf { container, span });
    }
}
