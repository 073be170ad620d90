//! What the values of an event say about each condition.

use super::elements::OUTSIDE;
use crate::index::Posting;
use crate::names::NONE;

/// How a condition holds; no bit: it does not.
pub(crate) mod holds {
    /// By a value outside of arrays, or with the field absent: whatever the others choose.
    pub const FREE: u8 = 1;
    /// By a value in an array element, if the others choose the same element.
    pub const ELEMENT: u8 = 2;
    /// If the others choose elements without the field.
    pub const ABSENT: u8 = 4;
}

/// What kind of condition it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Condition {
    pub field: u32,
    /// Whether it accepts what its one `anything-but` does not refuse.
    pub open: bool,
    /// Whether it accepts that the field is absent.
    pub absence: bool,
}

/// A value in a list that is linked from its end.
#[derive(Clone, Copy, Debug)]
struct Link {
    /// The element, or for what refuses values the value's link.
    item: u32,
    next: u32,
}

/// The values of a field.
#[derive(Clone, Copy, Debug, Default)]
struct Values {
    generation: u32,
    all: u32,
    /// Outside of arrays.
    free: u32,
    /// The last one in an array element; a link of `values`.
    last: u32,
}

/// The values that an `anything-but` refused.
#[derive(Clone, Copy, Debug, Default)]
struct Refusals {
    generation: u32,
    /// The value that was refused last, so that none counts twice.
    value: u32,
    all: u32,
    free: u32,
    last: u32,
}

/// The marks of one event. Nothing is cleared for the next one: marks of another generation do not count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    generation: u32,
    /// Generation and bits of [`holds`] for each condition.
    conditions: Vec<u32>,
    /// The last accepted value of each condition in an array element.
    heads: Vec<u32>,
    fields: Vec<Values>,
    refusals: Vec<Refusals>,
    /// Conditions that accepted a value.
    pub touched: Vec<u32>,
    /// Conditions that refused a value.
    pub refused: Vec<u32>,
    value: u32,
    /// Values in array elements, linked by field.
    values: Vec<Link>,
    /// Values in array elements, linked by the condition that accepts or refuses them.
    links: Vec<Link>,
}

const BITS: u32 = 2;

impl Marks {
    /// Starts an event. Gives `true` when generations start again: nothing may be kept from earlier ones.
    pub fn start(&mut self, conditions: usize, fields: usize) -> bool {
        self.generation += 1;
        let again = self.generation >= 1 << (32 - BITS);
        if again {
            *self = Self { generation: 1, ..Self::default() };
        }
        if self.conditions.len() < conditions {
            self.conditions.resize(conditions, 0);
            self.heads.resize(conditions, NONE);
            self.refusals.resize(conditions, Refusals::default());
        }
        if self.fields.len() < fields {
            self.fields.resize(fields, Values::default());
        }
        self.touched.clear();
        self.refused.clear();
        self.links.clear();
        self.values.clear();
        self.value = 0;
        again
    }

    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// Notes a value of a field with what its index found.
    #[inline]
    pub fn note(&mut self, field: u32, element: u32, hits: &[Posting]) {
        self.value += 1;
        if let Some(values) = self.fields.get_mut(field as usize) {
            if values.generation != self.generation {
                *values = Values { generation: self.generation, last: NONE, ..Values::default() };
            }
            values.all += 1;
            if element == OUTSIDE {
                values.free += 1;
            } else {
                self.values.push(Link { item: element, next: values.last });
                values.last = self.values.len() as u32 - 1;
            }
        }
        for hit in hits {
            if hit.is_negative() {
                self.refuse(hit.number(), element);
            } else {
                self.accept(hit.number(), element);
            }
        }
    }

    #[inline]
    fn accept(&mut self, condition: u32, element: u32) {
        let Some(mark) = self.conditions.get_mut(condition as usize) else { return };
        let fresh = *mark >> BITS != self.generation;
        if fresh {
            *mark = self.generation << BITS;
            self.touched.push(condition);
        }
        if element == OUTSIDE {
            *mark |= u32::from(holds::FREE);
            return;
        }
        let first = *mark & u32::from(holds::ELEMENT) == 0;
        *mark |= u32::from(holds::ELEMENT);
        if let Some(head) = self.heads.get_mut(condition as usize) {
            self.links.push(Link { item: element, next: if first { NONE } else { *head } });
            *head = self.links.len() as u32 - 1;
        }
    }

    #[inline]
    fn refuse(&mut self, condition: u32, element: u32) {
        let Some(own) = self.refusals.get_mut(condition as usize) else { return };
        if own.generation != self.generation {
            *own = Refusals { generation: self.generation, last: NONE, ..Refusals::default() };
            self.refused.push(condition);
        }
        if own.value == self.value {
            return;
        }
        own.value = self.value;
        own.all += 1;
        if element == OUTSIDE {
            own.free += 1;
        } else {
            self.links.push(Link { item: self.values.len() as u32 - 1, next: own.last });
            own.last = self.links.len() as u32 - 1;
        }
    }

    /// The bits of a condition without `anything-but` and `exists: false`.
    #[inline(always)]
    pub fn accepted(&self, condition: u32) -> u8 {
        let mark = self.conditions.get(condition as usize).copied().unwrap_or(0);
        if mark >> BITS == self.generation { (mark & ((1 << BITS) - 1)) as u8 } else { 0 }
    }

    /// Whether the `anything-but` of a condition refused a value.
    #[inline(always)]
    pub fn is_refused(&self, condition: u32) -> bool {
        self.refusals.get(condition as usize).is_some_and(|own| own.generation == self.generation)
    }

    /// How many values a field has, and how many of them outside of arrays.
    #[inline(always)]
    pub fn values(&self, field: u32) -> (u32, u32) {
        match self.fields.get(field as usize) {
            Some(values) if values.generation == self.generation => (values.all, values.free),
            _ => (0, 0),
        }
    }

    /// How a condition holds.
    #[inline]
    pub fn holds(&self, number: u32, condition: Condition) -> u8 {
        let mut bits = self.accepted(number);
        if bits & holds::FREE != 0 || !(condition.open || condition.absence) {
            return bits;
        }
        let (all, free) = self.values(condition.field);
        if all == 0 {
            return if condition.absence { holds::FREE } else { 0 };
        }
        if condition.open {
            let (refused, refused_free) = match self.refusals.get(number as usize) {
                Some(own) if own.generation == self.generation => (own.all, own.free),
                _ => (0, 0),
            };
            if refused_free < free {
                return holds::FREE;
            }
            if refused < all {
                bits |= holds::ELEMENT;
            }
        }
        if condition.absence && free == 0 {
            bits |= holds::ABSENT;
        }
        bits
    }

    /// Writes the elements in which a condition accepts a value, in order, each once.
    pub fn elements(&self, number: u32, condition: Condition, out: &mut Vec<u32>) {
        let start = out.len();
        if self.holds(number, Condition { absence: false, ..condition }) & holds::FREE != 0 {
            out.push(OUTSIDE);
        }
        if self.accepted(number) & holds::ELEMENT != 0 {
            let head = self.heads.get(number as usize).copied().unwrap_or(NONE);
            out.extend(chain(&self.links, head).map(|(_, link)| link.item));
        }
        if condition.open {
            let own = self.refusals.get(number as usize).filter(|own| own.generation == self.generation);
            let mut refused = chain(&self.links, own.map_or(NONE, |own| own.last)).map(|(_, link)| link.item);
            let mut next = refused.next();
            // Both lists are linked from the end, so the values come in the same order.
            for (value, link) in self.field_chain(condition.field) {
                if next == Some(value) {
                    next = refused.next();
                } else {
                    out.push(link.item);
                }
            }
        }
        sort_from(out, start);
    }

    /// Writes the elements in which a field has a value, in order, each once.
    pub fn present(&self, field: u32, out: &mut Vec<u32>) {
        let start = out.len();
        if self.values(field).1 > 0 {
            out.push(OUTSIDE);
        }
        out.extend(self.field_chain(field).map(|(_, link)| link.item));
        sort_from(out, start);
    }

    fn field_chain(&self, field: u32) -> impl Iterator<Item = (u32, Link)> {
        let values = self.fields.get(field as usize).filter(|values| values.generation == self.generation);
        chain(&self.values, values.map_or(NONE, |values| values.last))
    }
}

/// The links from the last one on, each with its number.
fn chain(links: &[Link], head: u32) -> impl Iterator<Item = (u32, Link)> {
    let mut at = head;
    std::iter::from_fn(move || {
        let (own, link) = (at, *links.get(at as usize)?);
        at = link.next;
        Some((own, link))
    })
}

/// Sorts what was written from `start` on, and drops repetitions.
fn sort_from(list: &mut Vec<u32>, start: usize) {
    let Some(own) = list.get_mut(start..) else { return };
    if !own.is_sorted() {
        own.sort_unstable();
    }
    let mut kept = start;
    for at in start..list.len() {
        let item = list.get(at).copied();
        if kept == start || list.get(kept - 1).copied() != item {
            list.swap(kept, at);
            kept += 1;
        }
    }
    list.truncate(kept);
}
