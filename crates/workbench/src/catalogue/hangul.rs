//! Hangul as the keys that type it, on the usual Korean keyboard (두벌식).
//!
//! A syllable is typed letter by letter, and while it is, it looks like another one: `코듭` is what stands there on the
//! way from `코드` to `코드비`. By its keys it is the beginning of `코드빌드`.

/// Every key with the Latin letter on it. What Shift types differs from the key for the letters at the end.
const KEYS: [(char, char); 33] = [
    ('ㅂ', 'q'),
    ('ㅈ', 'w'),
    ('ㄷ', 'e'),
    ('ㄱ', 'r'),
    ('ㅅ', 't'),
    ('ㅛ', 'y'),
    ('ㅕ', 'u'),
    ('ㅑ', 'i'),
    ('ㅐ', 'o'),
    ('ㅔ', 'p'),
    ('ㅁ', 'a'),
    ('ㄴ', 's'),
    ('ㅇ', 'd'),
    ('ㄹ', 'f'),
    ('ㅎ', 'g'),
    ('ㅗ', 'h'),
    ('ㅓ', 'j'),
    ('ㅏ', 'k'),
    ('ㅣ', 'l'),
    ('ㅋ', 'z'),
    ('ㅌ', 'x'),
    ('ㅊ', 'c'),
    ('ㅍ', 'v'),
    ('ㅠ', 'b'),
    ('ㅜ', 'n'),
    ('ㅡ', 'm'),
    ('ㅃ', 'q'),
    ('ㅉ', 'w'),
    ('ㄸ', 'e'),
    ('ㄲ', 'r'),
    ('ㅆ', 't'),
    ('ㅒ', 'o'),
    ('ㅖ', 'p'),
];

/// The keys of a consonant at the beginning of a syllable.
const FIRST: [&str; 19] = [
    "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ",
    "ㅍ", "ㅎ",
];

/// The keys of a vowel.
const VOWEL: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ",
    "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];

/// The keys of the consonants at the end of a syllable, if it has any.
const LAST: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ",
    "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// The keys of the letters that stand alone, from U+3131 to the vowels.
const ALONE: [&str; 30] = [
    "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄸ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ",
    "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅃ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// Whether it is a syllable or a letter of Hangul, composed or not.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ' | '\u{1100}'..='\u{1112}' | '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
}

/// The keys that type a syllable or a letter; any other character as it is.
///
/// Letters of a decomposed text (NFD, as macOS names files) have the keys of the composed one.
pub(super) fn push_keys(c: char, out: &mut String) {
    let mut push = |letters: &[&str], at: u32| {
        out.push_str(usize::try_from(at).ok().and_then(|at| letters.get(at)).unwrap_or(&""));
    };
    let code = u32::from(c);
    match c {
        '가'..='힣' => {
            let at = code - u32::from('가');
            push(&FIRST, at / (21 * 28));
            push(&VOWEL, at / 28 % 21);
            push(&LAST, at % 28);
        }
        'ㄱ'..='ㅎ' => push(&ALONE, code - u32::from('ㄱ')),
        'ㅏ'..='ㅣ' => push(&VOWEL, code - u32::from('ㅏ')),
        '\u{1100}'..='\u{1112}' => push(&FIRST, code - 0x1100),
        '\u{1161}'..='\u{1175}' => push(&VOWEL, code - 0x1161),
        '\u{11A8}'..='\u{11C2}' => push(&LAST, code - 0x11A7),
        _ => out.push(c),
    }
}

/// The text that the same keys type in Latin mode, in lower case.
pub(super) fn in_latin_mode(text: &str) -> String {
    let mut keys = String::new();
    text.chars().for_each(|c| push_keys(c, &mut keys));
    let latin = |c: char| KEYS.iter().find(|(hangul, _)| *hangul == c).map_or(c, |(_, latin)| *latin);
    keys.chars().map(latin).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| push_keys(c, &mut out));
        out
    }

    #[test]
    fn a_syllable_is_typed_letter_by_letter() {
        for (text, typed) in [
            ("람다", "ㄹㅏㅁㄷㅏ"),
            ("값", "ㄱㅏㅂㅅ"),
            ("괜", "ㄱㅗㅐㄴ"),
            ("의", "ㅇㅡㅣ"),
            ("넋", "ㄴㅓㄱㅅ"),
            ("까", "ㄲㅏ"),
            ("힣", "ㅎㅣㅎ"),
            ("ㄳㅘㅎㅏ", "ㄱㅅㅗㅏㅎㅏ"),
            ("s3 객체", "s3 ㄱㅐㄱㅊㅔ"),
        ] {
            assert_eq!(keys(text), typed, "{text}");
        }
        assert!(keys("코드빌드").starts_with(&keys("코듭")));
    }

    #[test]
    fn a_decomposed_text_has_the_same_keys() {
        let decomposed = "\u{1105}\u{1161}\u{11B7}\u{1103}\u{1161}\u{1100}\u{1161}\u{11B9}";
        assert_eq!(keys(decomposed), keys("람다값"));
        assert!(decomposed.chars().all(is_hangul) && "ㄱ힣ㅣ".chars().all(is_hangul));
        assert!(!"aé3かП".chars().any(is_hangul));
    }

    #[test]
    fn every_letter_has_a_key() {
        for letters in [FIRST.as_slice(), &VOWEL, &LAST, &ALONE] {
            for c in letters.iter().flat_map(|keys| keys.chars()) {
                assert!(KEYS.iter().any(|(hangul, _)| *hangul == c), "{c}");
            }
        }
        assert_eq!(in_latin_mode("챙듀ㅕㅑㅣㅇ"), "codebuild");
        assert_eq!(in_latin_mode("ㄴ3 ㅐㅠㅓㄷㅊㅅ"), "s3 object");
        assert_eq!(in_latin_mode("Sㅒ"), "so");
    }
}
