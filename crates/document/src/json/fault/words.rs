//! How Jackson names characters, and what Java takes for a word.

/// How Jackson names a character: one UTF-16 unit of it.
pub(super) fn described(c: char) -> String {
    let mut units = [0; 2];
    let unit = c.encode_utf16(&mut units).first().copied().map_or(0, u32::from);
    let shown = char::from_u32(unit).unwrap_or('?');
    if shown.is_control() {
        format!("(CTRL-CHAR, code {unit})")
    } else if unit > 255 {
        format!("'{shown}' (code {unit} / 0x{unit:x})")
    } else {
        format!("'{shown}' (code {unit})")
    }
}

/// What Java lets a name begin with: letters, currency signs, connecting punctuation.
pub(super) fn starts_identifier(c: char) -> bool {
    c.len_utf16() == 1 && (c.is_alphabetic() || is_currency(c) || is_connector(c))
}

/// What Java lets a name go on with: digits too, and characters nobody sees.
pub(super) fn continues_identifier(c: char) -> bool {
    let unseen = matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1b}' | '\u{7f}'..='\u{9f}' | '\u{ad}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20dc}' | '\u{fe00}'..='\u{fe0f}');
    starts_identifier(c) || c.is_numeric() || unseen || mark
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '฿' | '៛' | '\u{20a0}'..='\u{20c0}' | '﷼' | '﹩' | '＄' | '￠' | '￡' | '￥' | '￦')
}

fn is_connector(c: char) -> bool {
    matches!(c, '_' | '‿' | '⁀' | '⁔' | '︳' | '︴' | '﹍'..='﹏' | '＿')
}
