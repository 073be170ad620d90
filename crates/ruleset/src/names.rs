//! The names that conditions ask for, as a tree of their parts.
//!
//! The name `a.b` is that of `{"a": {"b": …}}` and of `{"a.b": …}`. A value under a name without a node here is not
//! looked at.

use std::collections::BTreeMap;

/// The number of no node and of no field.
pub(crate) const NONE: u32 = u32::MAX;

/// The node of the event itself.
pub(crate) const ROOT: u32 = 0;

/// A part of a name.
#[derive(Clone, Debug)]
struct Node {
    /// The field whose name ends here.
    field: u32,
    /// Where the slots of its children start.
    slots: u32,
    /// How many slots there are, less one.
    mask: u32,
    children: u32,
    /// Lengths of the children's names, a bit each; the last bit is for all longer ones.
    lengths: u64,
    /// The same of children with children.
    deep: u64,
}

/// A child in the hash table of its parent.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// The first eight bytes of the name.
    first: u64,
    length: u32,
    node: u32,
    /// Where the bytes behind the first eight start.
    rest: u32,
}

const EMPTY: Slot = Slot { first: 0, length: 0, node: NONE, rest: 0 };

/// The tree.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    nodes: Vec<Node>,
    slots: Vec<Slot>,
    rests: Vec<u8>,
}

/// The tree while it is made.
#[derive(Default)]
struct Growing<'n> {
    field: Option<u32>,
    children: BTreeMap<&'n str, Growing<'n>>,
}

impl Names {
    /// The tree of these names; the position of a name is the number of its field.
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut root = Growing::default();
        for (field, name) in (0..).zip(names) {
            let mut node = &mut root;
            // An empty key at the top adds nothing to a name.
            for part in name.split('.').filter(|_| !name.is_empty()) {
                node = node.children.entry(part).or_default();
            }
            node.field = Some(field);
        }
        let mut tree = Self { nodes: Vec::new(), slots: Vec::new(), rests: Vec::new() };
        tree.push_node(&root);
        let mut open = vec![(ROOT, root)];
        while let Some((own, growing)) = open.pop() {
            let mut children = Vec::new();
            for (name, child) in growing.children {
                children.push((name, tree.push_node(&child)));
                open.push((children.last().map_or(NONE, |(_, node)| *node), child));
            }
            tree.place(own, &children);
        }
        tree
    }

    fn push_node(&mut self, growing: &Growing<'_>) -> u32 {
        let (mut lengths, mut deep) = (0, 0);
        for (name, child) in &growing.children {
            let bit = 1 << name.len().min(63);
            lengths |= bit;
            deep |= if child.children.is_empty() { 0 } else { bit };
        }
        let (field, children) = (growing.field.unwrap_or(NONE), growing.children.len() as u32);
        self.nodes.push(Node { field, slots: 0, mask: 0, children, lengths, deep });
        self.nodes.len() as u32 - 1
    }

    fn place(&mut self, own: u32, children: &[(&str, u32)]) {
        let size = (children.len() * 2).next_power_of_two().max(2);
        let start = self.slots.len();
        self.slots.resize(start + size, EMPTY);
        for (name, node) in children {
            let first = first(name.as_bytes(), 0, name.len());
            let mut at = hash(first, name.len()) & (size - 1);
            while self.slots.get(start + at).is_some_and(|slot| slot.node != NONE) {
                at = (at + 1) & (size - 1);
            }
            let rest = self.rests.len() as u32;
            self.rests.extend(name.as_bytes().get(8..).unwrap_or_default());
            if let Some(slot) = self.slots.get_mut(start + at) {
                *slot = Slot { first, length: name.len() as u32, node: *node, rest };
            }
        }
        if let Some(node) = self.nodes.get_mut(own as usize) {
            (node.slots, node.mask) = (start as u32, size as u32 - 1);
        }
    }

    /// The field whose name ends at a node; [`NONE`] where none does.
    #[inline(always)]
    pub fn field(&self, node: u32) -> u32 {
        self.nodes.get(node as usize).map_or(NONE, |node| node.field)
    }

    /// Whether a node has children.
    #[inline(always)]
    pub fn goes_on(&self, node: u32) -> bool {
        self.nodes.get(node as usize).is_some_and(|node| node.children > 0)
    }

    /// The node of a member's value, whose key is a part of a text; [`NONE`] where no name leads there.
    #[inline(always)]
    pub fn child(&self, parent: u32, text: &[u8], start: usize, end: usize) -> u32 {
        let length = end - start;
        if length == 0 && parent == ROOT {
            return ROOT;
        }
        let Some(node) = self.nodes.get(parent as usize) else { return NONE };
        if node.lengths >> length.min(63) & 1 == 1 {
            let found = self.part(node, text, start, end);
            if found != NONE {
                return found;
            }
        }
        if node.deep != 0 {
            let key = text.get(start..end).unwrap_or_default();
            if may_go_on(node.deep, key) {
                return self.dotted(parent, key);
            }
        }
        NONE
    }

    #[inline(always)]
    fn part(&self, node: &Node, text: &[u8], start: usize, end: usize) -> u32 {
        let length = end - start;
        let first = first(text, start, length);
        let mut at = hash(first, length) as u32 & node.mask;
        loop {
            let Some(slot) = self.slots.get((node.slots + at) as usize) else { return NONE };
            if slot.node == NONE {
                return NONE;
            }
            if slot.first == first && slot.length as usize == length {
                let rest = text.get(start..end).unwrap_or_default();
                if self.same_rest(slot, rest) {
                    return slot.node;
                }
            }
            at = (at + 1) & node.mask;
        }
    }

    #[inline(always)]
    fn same_rest(&self, slot: &Slot, key: &[u8]) -> bool {
        key.len() <= 8 || {
            let (start, length) = (slot.rest as usize, key.len() - 8);
            self.rests.get(start..start + length) == key.get(8..)
        }
    }

    /// A key that has dots names what lies further down.
    #[cold]
    fn dotted(&self, parent: u32, key: &[u8]) -> u32 {
        let mut at = parent;
        for part in key.split(|byte| *byte == b'.') {
            let Some(node) = self.nodes.get(at as usize) else { return NONE };
            at = self.part(node, part, 0, part.len());
        }
        at
    }

    pub fn bytes(&self) -> usize {
        size_of_val(self.nodes.as_slice()) + size_of_val(self.slots.as_slice()) + self.rests.len()
    }
}

/// Whether there is a dot behind the length of a child with children.
#[inline(always)]
fn may_go_on(deep: u64, key: &[u8]) -> bool {
    let mut left = deep;
    while left != 0 {
        let length = left.trailing_zeros() as usize;
        if length == 63 {
            return key.len() > 63;
        }
        if key.get(length) == Some(&b'.') {
            return true;
        }
        left &= left - 1;
    }
    false
}

/// The first eight bytes of a name in a text, zeros where it has fewer.
#[inline(always)]
fn first(text: &[u8], start: usize, length: usize) -> u64 {
    let unused = 64 - 8 * length.min(8) as u32;
    match text.get(start..).and_then(<[u8]>::first_chunk::<8>) {
        Some(chunk) => u64::from_le_bytes(*chunk) & u64::MAX.checked_shr(unused).unwrap_or(0),
        None => {
            let name = text.get(start..start + length).unwrap_or_default();
            name.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
        }
    }
}

#[inline(always)]
fn hash(first: u64, length: usize) -> usize {
    ((first ^ length as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The field that keys one inside the other lead to.
    fn field(names: &Names, keys: &[&str]) -> Option<u32> {
        let node = keys.iter().fold(ROOT, |node, key| names.child(node, key.as_bytes(), 0, key.len()));
        Some(names.field(node)).filter(|field| *field != NONE)
    }

    #[test]
    fn names_join_with_dots() {
        let list =
            ["a", "detail.state", "detail.a.b.c", "", ".x", "detail.", "detail..y", "long-name-of-a-field.z"];
        let names = Names::new(list.into_iter());
        for (keys, expected) in [
            (vec!["a"], Some(0)),
            (vec!["detail", "state"], Some(1)),
            (vec!["detail.state"], Some(1)),
            (vec!["detail", "a", "b", "c"], Some(2)),
            (vec!["detail.a", "b.c"], Some(2)),
            (vec!["detail", "a.b.c"], Some(2)),
            (vec!["detail.a.b", "c"], Some(2)),
            (vec![], Some(3)),
            (vec![""], Some(3)),
            (vec!["", "", "a"], Some(0)),
            (vec![".x"], Some(4)),
            (vec!["", ".x"], Some(4)),
            (vec!["detail", ""], Some(5)),
            (vec!["detail."], Some(5)),
            (vec!["detail", "", "y"], Some(6)),
            (vec!["detail", ".y"], Some(6)),
            (vec!["long-name-of-a-field.z"], Some(7)),
            (vec!["long-name-of-a-fiel", "z"], None),
            (vec!["detail"], None),
            (vec!["", "x"], None),
            (vec!["detail", "state", "x"], None),
            (vec!["statex"], None),
        ] {
            assert_eq!(field(&names, &keys), expected, "{keys:?}");
        }
    }

    #[test]
    fn many_children_are_told_apart() {
        let list: Vec<String> = (0..2000).map(|at| format!("the-name-{at}.x")).collect();
        let names = Names::new(list.iter().map(String::as_str));
        for (at, _) in list.iter().enumerate() {
            assert_eq!(field(&names, &[&format!("the-name-{at}"), "x"]), Some(at as u32));
            assert_eq!(field(&names, &[&format!("the-name-{at}.x")]), Some(at as u32));
            assert_eq!(field(&names, &[&format!("the-nama-{at}"), "x"]), None);
        }
    }
}
