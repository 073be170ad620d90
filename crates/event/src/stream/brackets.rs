//! Where a JSON value ends, by its brackets and strings alone; the value may come in parts.

use memchr::memchr2;

/// How far a value has been read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    depth: u64,
    in_string: bool,
    escaped: bool,
    /// Whether a value without brackets or quotes has begun, such as a number.
    in_scalar: bool,
}

impl Brackets {
    /// Behind a value of an object's member.
    pub fn within_object() -> Self {
        Self { depth: 1, ..Self::default() }
    }

    /// The length of the part that ends the value; `None` where it does not end in these bytes.
    pub fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if self.in_string {
                if self.escaped {
                    self.escaped = false;
                    at += 1;
                    continue;
                }
                let rest = bytes.get(at..).unwrap_or_default();
                // A line end in a string is an error, which the value's reader reports.
                let next = memchr2(b'"', b'\\', rest)?;
                at += next + 1;
                match rest.get(next) {
                    Some(b'\\') => self.escaped = true,
                    _ => {
                        self.in_string = false;
                        if self.depth == 0 {
                            return Some(at);
                        }
                    }
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth == 0 => return Some(at),
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                b',' | b' ' | b'\n' | b'\r' | b'\t' if self.depth == 0 && self.in_scalar => return Some(at),
                _ => self.in_scalar = self.depth == 0,
            }
            at += 1;
        }
        None
    }
}
