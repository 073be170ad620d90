//! What is hard to write out: `⟨text⟩×3` is the text three times, `#` in it the count; `⟨U+FEFF⟩` is that
//! character.

/// The text with every repetition and character written out. Repetitions do not nest.
pub(super) fn expand(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟨') {
        out.push_str(before);
        if let Some((c, behind)) = character(after) {
            out.push(c);
            rest = behind;
        } else if let Some((body, times, behind)) = repetition(after) {
            let body = expand(body);
            for count in 1..=times {
                out.push_str(&body.replace('#', &count.to_string()));
            }
            rest = behind;
        } else {
            out.push('⟨');
            rest = after;
        }
    }
    out + rest
}

fn character(text: &str) -> Option<(char, &str)> {
    let (code, behind) = text.strip_prefix("U+")?.split_once('⟩')?;
    Some((u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?, behind))
}

fn repetition(text: &str) -> Option<(&str, usize, &str)> {
    let (body, behind) = text.split_once("⟩×")?;
    let digits = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let (times, behind) = behind.split_at_checked(digits)?;
    Some((body, times.parse().ok()?, behind))
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn repetitions_and_characters_are_written_out() {
        assert_eq!(expand("[⟨a#, ⟩×3]⟨x⟩×2"), "[a1, a2, a3, ]xx");
        assert_eq!(expand("a⟨U+00A0⟩⟨U+FEFF⟩b"), "a\u{a0}\u{feff}b");
        for plain in ["", "a × 3", "⟨a⟩", "⟨a⟩×", "⟨a", "⟨U+D800⟩", "⟨U+"] {
            assert_eq!(expand(plain), plain);
        }
    }
}
