//! A cursor over the bytes of an event: tokens, and values that are skipped.

use super::fault::{Fault, Refused};
use super::scan;
use rulepad_document::json::MAX_DEPTH;

/// The most digits of a number, as AWS's parser reads it.
const MAX_DIGITS: usize = 1000;

/// A string between its quotes, or a number.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    /// Whether it has escapes.
    pub escaped: bool,
}

/// Where reading is. `CHECK`: whether values that nobody names are checked as well.
pub(crate) struct Cursor<'t, const CHECK: bool> {
    pub text: &'t [u8],
    pub at: usize,
    /// Which of the containers being skipped are objects, a bit each.
    objects: [u64; MAX_DEPTH / 64 + 1],
}

impl<'t, const CHECK: bool> Cursor<'t, CHECK> {
    pub fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0, objects: [0; MAX_DEPTH / 64 + 1] }
    }

    /// The byte at the cursor; 0, which JSON does not allow, at the end.
    #[inline(always)]
    pub fn byte(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    #[inline(always)]
    pub fn space(&mut self) {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    #[cold]
    pub fn refuse<T>(&self, fault: Fault) -> Result<T, Refused> {
        Err(Refused { at: self.at.min(self.text.len()), fault })
    }

    /// Reads a key with the colon and the white space behind it; the cursor is where the key should start.
    #[inline(always)]
    pub fn key(&mut self) -> Result<Token, Refused> {
        if self.byte() != b'"' {
            return self.refuse(Fault::Unexpected);
        }
        let start = self.at + 1;
        let key = self.ended(start, scan::plain(self.text, start))?;
        if self.byte() != b':' {
            self.space();
            if self.byte() != b':' {
                return self.refuse(Fault::Unexpected);
            }
        }
        self.at += 1;
        self.space();
        Ok(key)
    }

    /// Reads a string; the cursor is on its opening quote.
    #[inline(always)]
    pub fn string(&mut self) -> Result<Token, Refused> {
        let start = self.at + 1;
        self.ended(start, scan::plain_value(self.text, start))
    }

    /// Reads on behind the plain part of a string.
    #[inline(always)]
    fn ended(&mut self, start: usize, plain: scan::Plain) -> Result<Token, Refused> {
        self.at = plain.end;
        if self.byte() != b'"' {
            return self.escaped(start, plain.high);
        }
        if CHECK && plain.high {
            self.utf8(start)?;
        }
        self.at += 1;
        Ok(Token { start, end: plain.end, escaped: false })
    }

    /// The rest of a string from its first byte that is not plain.
    #[inline(never)]
    fn escaped(&mut self, start: usize, mut high: bool) -> Result<Token, Refused> {
        while self.byte() == b'\\' {
            self.at += 1;
            match self.byte() {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                b'u' => {
                    let digits = self.text.get(self.at + 1..self.at + 5).unwrap_or_default();
                    if digits.len() < 4 || !digits.iter().all(u8::is_ascii_hexdigit) {
                        return self.refuse(Fault::String);
                    }
                    self.at += 5;
                }
                _ => return self.refuse(Fault::String),
            }
            let plain = scan::plain(self.text, self.at);
            high |= plain.high;
            self.at = plain.end;
        }
        if self.byte() != b'"' {
            return self.refuse(Fault::String);
        }
        if CHECK && high {
            self.utf8(start)?;
        }
        let end = self.at;
        self.at += 1;
        Ok(Token { start, end, escaped: true })
    }

    /// Checks that the bytes from `start` to the cursor are UTF-8.
    #[inline(never)]
    pub fn utf8(&self, start: usize) -> Result<(), Refused> {
        let bytes = self.text.get(start..self.at).unwrap_or_default();
        std::str::from_utf8(bytes)
            .map(|_| ())
            .map_err(|error| Refused { at: start + error.valid_up_to(), fault: Fault::NotUtf8 })
    }

    #[inline(always)]
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        self.at - start
    }

    /// Reads a number; the cursor is on its sign or first digit.
    #[inline(always)]
    pub fn number(&mut self) -> Result<Token, Refused> {
        let start = self.at;
        if self.byte() == b'-' {
            self.at += 1;
        }
        // What follows a zero is no digit: the caller expects a comma or a bracket.
        if self.byte() == b'0' {
            self.at += 1;
        } else if self.digits() == 0 {
            return self.refuse(Fault::Number);
        }
        if self.byte() == b'.' {
            self.at += 1;
            if self.digits() == 0 {
                return self.refuse(Fault::Number);
            }
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.at += 1;
            }
            if self.digits() == 0 {
                return self.refuse(Fault::Number);
            }
        }
        if self.at - start > MAX_DIGITS {
            let token = self.text.get(start..self.at).unwrap_or_default();
            if token.iter().filter(|byte| byte.is_ascii_digit()).count() > MAX_DIGITS {
                return self.refuse(Fault::Number);
            }
        }
        Ok(Token { start, end: self.at, escaped: false })
    }

    /// Reads this word.
    #[inline(always)]
    pub fn word(&mut self, word: &[u8]) -> Result<(), Refused> {
        if self.text.get(self.at..self.at + word.len()) != Some(word) {
            return self.refuse(Fault::Unexpected);
        }
        self.at += word.len();
        Ok(())
    }

    /// Skips one value that starts at the cursor, inside `depth` open containers.
    #[inline(always)]
    pub fn skip(&mut self, depth: usize) -> Result<(), Refused> {
        match self.byte() {
            b'"' => self.string().map(|_| ()),
            b'{' | b'[' if CHECK => self.skip_container(depth),
            b'{' | b'[' => self.skip_brackets(),
            _ => self.skip_scalar(),
        }
    }

    #[inline(always)]
    fn skip_scalar(&mut self) -> Result<(), Refused> {
        match self.byte() {
            b'-' | b'0'..=b'9' => self.number().map(|_| ()),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => self.refuse(Fault::Unexpected),
        }
    }

    fn skip_container(&mut self, outer: usize) -> Result<(), Refused> {
        let mut depth = outer;
        let mut object = false;
        loop {
            // A value starts here.
            match self.byte() {
                b'"' => {
                    self.string()?;
                }
                open @ (b'{' | b'[') => {
                    if depth >= MAX_DEPTH {
                        return self.refuse(Fault::TooDeep);
                    }
                    self.push(depth, object);
                    depth += 1;
                    object = open == b'{';
                    self.at += 1;
                    self.space();
                    if self.byte() != close(object) {
                        if object {
                            self.key()?;
                        }
                        continue;
                    }
                    self.at += 1;
                    depth -= 1;
                    object = self.is_object(depth);
                }
                _ => self.skip_scalar()?,
            }
            // A value ended here.
            loop {
                if depth == outer {
                    return Ok(());
                }
                let mut byte = self.byte();
                if byte <= b' ' {
                    self.space();
                    byte = self.byte();
                }
                if byte == b',' {
                    self.at += 1;
                    self.space();
                    if object {
                        self.key()?;
                    }
                    break;
                }
                if byte != close(object) {
                    return self.refuse(Fault::Unexpected);
                }
                self.at += 1;
                depth -= 1;
                object = self.is_object(depth);
            }
        }
    }

    /// Skips to the bracket that closes the one at the cursor, and looks at strings and brackets only.
    fn skip_brackets(&mut self) -> Result<(), Refused> {
        let mut depth = 0_usize;
        while let Some(found) = scan::structure(self.text, self.at) {
            let mut left = found.quotes | found.opens | found.closes;
            let mut end = self.at + 16;
            while left != 0 {
                let bit = left & left.wrapping_neg();
                left ^= bit;
                if found.quotes & bit != 0 {
                    self.at += bit.trailing_zeros() as usize;
                    self.string()?;
                    end = self.at;
                    break;
                }
                if found.opens & bit != 0 {
                    depth += 1;
                } else if depth > 1 {
                    depth -= 1;
                } else {
                    self.at += bit.trailing_zeros() as usize + 1;
                    return Ok(());
                }
            }
            self.at = end;
        }
        // The last bytes of the text.
        loop {
            match self.byte() {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth > 1 => depth -= 1,
                b'}' | b']' => {
                    self.at += 1;
                    return Ok(());
                }
                _ if self.at >= self.text.len() => return self.refuse(Fault::Unexpected),
                _ => {}
            }
            self.at += 1;
        }
    }

    #[inline(always)]
    fn push(&mut self, depth: usize, object: bool) {
        if let Some(bits) = self.objects.get_mut(depth / 64) {
            let bit = 1 << (depth % 64);
            *bits = if object { *bits | bit } else { *bits & !bit };
        }
    }

    #[inline(always)]
    fn is_object(&self, depth: usize) -> bool {
        self.objects.get(depth / 64).is_some_and(|bits| bits >> (depth % 64) & 1 == 1)
    }
}

#[inline(always)]
fn close(object: bool) -> u8 {
    if object { b'}' } else { b']' }
}
