//! The walk over one event: named values are looked up where they are read, everything else is skipped.

use super::cursor::{Cursor, Token};
use super::fault::{Fault, Refused};
use super::unescape::unescape;
use crate::decide::elements::{Elements, OUTSIDE};
use crate::decide::marks::Marks;
use crate::index::{Index, Value, Work};
use crate::names::{NONE, Names, ROOT};
use rulepad_document::json::MAX_DEPTH;

/// An open container that some name leads to.
#[derive(Clone, Copy, Debug)]
struct Open {
    node: u32,
    /// The element that its values are in.
    element: u32,
    /// The array's number; [`NONE`] for an object.
    array: u32,
    /// Whether the container opened the element.
    opened: bool,
}

/// Buffers of the walk.
#[derive(Clone, Debug, Default)]
pub(crate) struct Buffers {
    open: Vec<Open>,
    key: Vec<u8>,
    text: Vec<u8>,
    pub work: Work,
    pub marks: Marks,
    pub elements: Elements,
}

/// What comes next.
enum Next {
    /// The first entry of a container, or its end.
    Entry,
    /// A key, or an item.
    Value,
    /// A comma, or the container's end.
    Comma,
    /// The closing bracket, at the cursor.
    Close,
}

struct Walk<'w, 't, const CHECK: bool> {
    cursor: Cursor<'t, CHECK>,
    names: &'w Names,
    fields: &'w [Index],
    buffers: &'w mut Buffers,
}

/// Reads an event and marks the conditions on its values; gives the offset behind it.
pub(crate) fn walk<const CHECK: bool>(
    text: &[u8],
    names: &Names,
    fields: &[Index],
    buffers: &mut Buffers,
) -> Result<usize, Refused> {
    buffers.open.clear();
    buffers.elements.clear();
    let mut walk = Walk::<CHECK> { cursor: Cursor::new(text), names, fields, buffers };
    walk.cursor.space();
    if walk.cursor.byte() != b'{' {
        return walk.cursor.refuse(Fault::NotAnObject);
    }
    walk.run()?;
    // AWS does not read on behind the event, but it decodes all of the text.
    let end = walk.cursor.at;
    walk.cursor.at = text.len();
    if CHECK && end < text.len() {
        walk.cursor.utf8(end)?;
    }
    Ok(end)
}

impl<const CHECK: bool> Walk<'_, '_, CHECK> {
    fn run(&mut self) -> Result<(), Refused> {
        let mut open = Open { node: ROOT, element: OUTSIDE, array: NONE, opened: false };
        self.cursor.at += 1;
        let mut next = Next::Entry;
        loop {
            let close = if open.array == NONE { b'}' } else { b']' };
            next = match next {
                Next::Entry => {
                    self.cursor.space();
                    if self.cursor.byte() == close { Next::Close } else { Next::Value }
                }
                Next::Value => match self.value(&open)? {
                    Some(inner) => {
                        if self.buffers.open.len() + 1 >= MAX_DEPTH {
                            return self.cursor.refuse(Fault::TooDeep);
                        }
                        self.cursor.at += 1;
                        self.buffers.open.push(open);
                        open = inner;
                        Next::Entry
                    }
                    None => Next::Comma,
                },
                Next::Comma => {
                    if self.cursor.byte() <= b' ' {
                        self.cursor.space();
                    }
                    match self.cursor.byte() {
                        b',' => {
                            self.cursor.at += 1;
                            self.cursor.space();
                            Next::Value
                        }
                        byte if byte == close => Next::Close,
                        _ => return self.cursor.refuse(Fault::Unexpected),
                    }
                }
                Next::Close => {
                    self.cursor.at += 1;
                    if open.array != NONE {
                        self.buffers.elements.close_array(open.array);
                    }
                    if open.opened {
                        self.buffers.elements.close(open.element);
                    }
                    match self.buffers.open.pop() {
                        Some(outer) => open = outer,
                        None => return Ok(()),
                    }
                    Next::Comma
                }
            };
        }
    }

    /// Reads a member or an item; gives a container that has to be walked, with the cursor on its bracket.
    #[inline(always)]
    fn value(&mut self, open: &Open) -> Result<Option<Open>, Refused> {
        let node = if open.array == NONE { self.member(open.node)? } else { open.node };
        let depth = self.buffers.open.len() + 1;
        if node == NONE {
            self.cursor.skip(depth)?;
            return Ok(None);
        }
        let byte = self.cursor.byte();
        let field = self.names.field(node);
        match byte {
            b'{' if self.names.goes_on(node) => return Ok(Some(self.inner(node, open, false))),
            b'[' => return Ok(Some(self.inner(node, open, true))),
            b'{' => self.cursor.skip(depth)?,
            _ if field == NONE => self.cursor.skip(depth)?,
            b'"' => {
                let token = self.cursor.string()?;
                self.string(field, open.element, token);
            }
            b'-' | b'0'..=b'9' => {
                let token = self.cursor.number()?;
                let text = self.cursor.text.get(token.start..token.end).unwrap_or_default();
                self.note(field, open.element, Value::Number(text));
            }
            b't' => {
                self.cursor.word(b"true")?;
                self.note(field, open.element, Value::True);
            }
            b'f' => {
                self.cursor.word(b"false")?;
                self.note(field, open.element, Value::False);
            }
            _ => {
                self.cursor.word(b"null")?;
                self.note(field, open.element, Value::Null);
            }
        }
        Ok(None)
    }

    /// Reads a key and gives its node.
    #[inline(always)]
    fn member(&mut self, parent: u32) -> Result<u32, Refused> {
        let key = self.cursor.key()?;
        if key.escaped {
            let text = self.cursor.text.get(key.start..key.end).unwrap_or_default();
            unescape(text, &mut self.buffers.key);
            let plain = self.buffers.key.as_slice();
            return Ok(self.names.child(parent, plain, 0, plain.len()));
        }
        Ok(self.names.child(parent, self.cursor.text, key.start, key.end))
    }

    /// A container inside an open one.
    fn inner(&mut self, node: u32, outer: &Open, is_array: bool) -> Open {
        let opened = outer.array != NONE;
        let elements = &mut self.buffers.elements;
        let element = if opened { elements.open(outer.element, outer.array) } else { outer.element };
        let array = if is_array { elements.open_array() } else { NONE };
        Open { node, element, array, opened }
    }

    #[inline(always)]
    fn string(&mut self, field: u32, element: u32, token: Token) {
        let text = self.cursor.text.get(token.start..token.end).unwrap_or_default();
        if !token.escaped {
            return self.note(field, element, Value::String(text));
        }
        let mut plain = std::mem::take(&mut self.buffers.text);
        unescape(text, &mut plain);
        self.note(field, element, Value::String(&plain));
        self.buffers.text = plain;
    }

    #[inline]
    fn note(&mut self, field: u32, element: u32, value: Value<'_>) {
        let Some(index) = self.fields.get(field as usize) else { return };
        index.look_up(value, &mut self.buffers.work);
        self.buffers.marks.note(field, element, &self.buffers.work.hits);
    }
}
