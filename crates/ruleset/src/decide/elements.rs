//! The array elements of an event: which of them can be chosen together.

/// The element that everything outside of arrays is in.
pub(crate) const OUTSIDE: u32 = 0;

/// An object or array in an array. Elements are numbered in document order, so that what is in an element has the
/// numbers behind it.
#[derive(Clone, Copy, Debug, Default)]
struct Element {
    /// The element around the array.
    parent: u32,
    /// The array.
    array: u32,
    /// The last element inside this one.
    last: u32,
}

/// The elements of an array and everything in them.
#[derive(Clone, Copy, Debug, Default)]
struct Array {
    first: u32,
    last: u32,
}

/// Every element of one event that lies under a name of some condition.
#[derive(Clone, Debug, Default)]
pub(crate) struct Elements {
    elements: Vec<Element>,
    arrays: Vec<Array>,
}

impl Elements {
    pub fn clear(&mut self) {
        self.elements.clear();
        self.elements.push(Element::default());
        self.arrays.clear();
    }

    /// Opens an array and gives its number.
    pub fn open_array(&mut self) -> u32 {
        self.arrays.push(Array { first: self.elements.len() as u32, last: 0 });
        self.arrays.len() as u32 - 1
    }

    pub fn close_array(&mut self, array: u32) {
        let last = self.elements.len() as u32 - 1;
        if let Some(array) = self.arrays.get_mut(array as usize) {
            array.last = last;
        }
    }

    /// Opens an element of an array and gives its number.
    pub fn open(&mut self, parent: u32, array: u32) -> u32 {
        self.elements.push(Element { parent, array, last: 0 });
        self.elements.len() as u32 - 1
    }

    pub fn close(&mut self, element: u32) {
        let last = self.elements.len() as u32 - 1;
        if let Some(element) = self.elements.get_mut(element as usize) {
            element.last = last;
        }
    }

    /// Adds the elements that cannot be chosen beside this one: the others of each array around it.
    pub fn exclude(&self, mut element: u32, excluded: &mut Excluded) {
        while element != OUTSIDE {
            let Some(own) = self.elements.get(element as usize) else { return };
            let Some(array) = self.arrays.get(own.array as usize) else { return };
            excluded.push(array.first, element - 1);
            excluded.push(own.last + 1, array.last);
            element = own.parent;
        }
    }
}

/// Stretches of elements that contradict what is chosen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Excluded(Vec<(u32, u32)>);

impl Excluded {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn truncate(&mut self, length: usize) {
        self.0.truncate(length);
    }

    fn push(&mut self, first: u32, last: u32) {
        if first <= last {
            self.0.push((first, last));
        }
    }

    /// The position of the next element of a sorted list that can be chosen.
    pub fn next(&self, list: &[u32], mut at: usize) -> Option<usize> {
        loop {
            let element = *list.get(at)?;
            let Some((_, last)) = self.0.iter().find(|(first, last)| *first <= element && element <= *last)
            else {
                return Some(at);
            };
            at += list.get(at..)?.partition_point(|element| element <= last);
        }
    }
}
