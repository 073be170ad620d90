//! Escapes of a string that has been read.

/// Writes the string without its escapes. A lone surrogate becomes `?`, as in the bytes AWS's engine compares.
pub(crate) fn unescape(raw: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'\\', rest) {
        let (plain, escape) = rest.split_at(at);
        out.extend_from_slice(plain);
        rest = match escape.get(1).copied().unwrap_or(b'\\') {
            b'u' => unicode(escape, out),
            simple => {
                out.push(match simple {
                    b'b' => 8,
                    b'f' => 12,
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    other => other,
                });
                escape.get(2..).unwrap_or_default()
            }
        };
    }
    out.extend_from_slice(rest);
}

/// Writes the character of `\uXXXX`, or of two of them, and gives what is behind it.
fn unicode<'t>(escape: &'t [u8], out: &mut Vec<u8>) -> &'t [u8] {
    let unit = hex(escape.get(2..6));
    let rest = escape.get(6..).unwrap_or_default();
    let low = Some(rest).filter(|rest| rest.starts_with(b"\\u")).map(|rest| hex(rest.get(2..6)));
    let (point, rest) = match (unit, low) {
        (0xD800..0xDC00, Some(low @ 0xDC00..0xE000)) => {
            (0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), rest.get(6..).unwrap_or_default())
        }
        _ => (unit, rest),
    };
    let c = char::from_u32(point).unwrap_or('?');
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    rest
}

fn hex(digits: Option<&[u8]>) -> u32 {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or(0);
    digits.unwrap_or_default().iter().fold(0, |unit, byte| unit * 16 + digit(byte))
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn every_escape_is_read() {
        for (raw, plain) in [
            (r"plain", "plain"),
            (r#"a\"b\\c\/d"#, r#"a"b\c/d"#),
            (r"\b\f\n\r\t", "\u{8}\u{c}\n\r\t"),
            (r"\u0041é\u00e9", "Aéé"),
            (r"\ud83d\ude00!", "😀!"),
            (r"\ud83d!\ude00", "?!?"),
            (r"\ud83d\u0041", "?A"),
            (r"\ud83d\ud83d\ude00", "?😀"),
        ] {
            let mut out = Vec::new();
            unescape(raw.as_bytes(), &mut out);
            assert_eq!(String::from_utf8_lossy(&out), plain, "{raw}");
        }
    }
}
