//! One form for all cases of a text, so that texts in any case can be looked up.

/// Writes each character in the lower case of the upper case of its lower case. What a text in any case accepts has the same form as
/// the text, so the form finds it; the text itself decides.
pub(crate) fn fold(text: &[u8], out: &mut Vec<u8>) {
    out.clear();
    if text.is_ascii() {
        out.extend(text.iter().map(u8::to_ascii_lowercase));
        return;
    }
    let lower = String::from_utf8_lossy(text);
    let lower = lower.chars().flat_map(char::to_lowercase);
    for c in lower.flat_map(char::to_uppercase).flat_map(char::to_lowercase) {
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn both_cases_of_every_character_have_one_form() {
        let form = |text: &str| {
            let mut out = Vec::new();
            fold(text.as_bytes(), &mut out);
            out
        };
        for c in '\0'..=char::MAX {
            let (lower, upper): (String, String) = (c.to_lowercase().collect(), c.to_uppercase().collect());
            let own = form(&c.to_string());
            assert_eq!((form(&lower), form(&upper)), (own.clone(), own), "{c:?}");
        }
    }
}
