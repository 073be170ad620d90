//! Texts that look the same and consist of other characters: Unicode writes `각` as one character (NFC) or as its
//! three letters (NFD), and AWS compares characters as they are.

/// Whether two different texts are the same text in NFC.
pub(super) fn differ_in_form(a: &str, b: &str) -> bool {
    a != b && !a.is_ascii() && !b.is_ascii() && composed(a) == composed(b)
}

/// The text in NFC.
#[cfg(not(target_arch = "wasm32"))]
fn composed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

/// The text in NFC, by the tables that JavaScript has anyway: those of Rust would be 8 KB of every program.
#[cfg(target_arch = "wasm32")]
fn composed(text: &str) -> js_sys::JsString {
    js_sys::JsString::from(text).normalize("NFC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_a_syllable_are_the_syllable() {
        let (one, apart) =
            ("보고서 각", "\u{1107}\u{1169}\u{1100}\u{1169}\u{1109}\u{1165} \u{1100}\u{1161}\u{11a8}");
        assert!(differ_in_form(one, apart) && differ_in_form(apart, one));
        assert!(!differ_in_form(one, one) && !differ_in_form(apart, apart));
        assert!(!differ_in_form("보고", apart));
    }

    #[test]
    fn marks_are_composed_in_the_order_of_their_classes() {
        assert!(differ_in_form("caf\u{e9}", "cafe\u{301}"));
        assert!(differ_in_form("\u{1ec7}", "e\u{323}\u{302}"), "two marks");
        assert!(differ_in_form("\u{1ec7}", "\u{1eb9}\u{302}"), "half composed");
        assert!(differ_in_form("\u{e1}\u{331}", "a\u{331}\u{301}"), "over a mark below the letter");
        assert!(
            !differ_in_form("e\u{301}\u{302}", "e\u{302}\u{301}"),
            "two marks above the letter have an order"
        );
        assert!(differ_in_form("\u{304c}", "\u{304b}\u{3099}"), "kana");
        assert!(differ_in_form("\u{212b}", "\u{c5}"), "the sign of a unit is its letter");
    }

    #[test]
    fn other_differences_are_none_of_the_form() {
        assert!(!differ_in_form("e", "\u{e9}"));
        assert!(!differ_in_form("\u{e9}", "e"));
        assert!(
            !differ_in_form("\u{3142}", "\u{1107}"),
            "a letter of a keyboard is another character in every form"
        );
    }
}
