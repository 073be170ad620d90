use super::first;

/// The sentence, the place of the cursor in a one-line text, and how far the parser had read.
fn told(text: &str) -> Option<(String, u32, u32)> {
    let fault = first(text)?;
    let position = crate::text::LineIndex::new(text).position(fault.cursor as usize);
    Some((fault.sentence, position.column, fault.reached))
}

#[test]
fn what_json_allows_has_no_fault() {
    for text in [
        r#" {"a":[1.0,-0,1E+2,"\u00e9\n😀",true,false,null,{}],"":{}} "#,
        r#"{"a":[]} junk"#,
        "",
        " \r\n",
        "7 x",
        "true!",
        "\"x\"y",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn the_first_problem_has_the_parsers_words_and_place() {
    let token = |word: &str| {
        format!(
            "Unrecognized token '{word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
        )
    };
    let valid =
        "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
    let unexpected = |c: &str, words: &str| format!("Unexpected character ({c}): {words}");
    let number = |c: &str, words: &str| format!("Unexpected character ({c}) in numeric value: {words}");
    let minus = "expected digit (0-9) to follow minus sign, for valid numeric value";
    let plus = "JSON spec does not allow numbers to have plus signs: enable \
                `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow";
    let point = "Decimal point not followed by a digit";
    let mark = "Exponent indicator not followed by a digit";
    let comment = "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not \
                   enabled for parser)";
    for (text, sentence, column, reached) in [
        // Words: the token goes as far as letters and digits do.
        (r#"{"a":[nul]}"#, token("nul"), 10, 6),
        (r#"{"a":tru}"#, token("tru"), 9, 1),
        (r#"{"a":[this-that]}"#, token("this"), 11, 6),
        (r#"{"a":[true1]}"#, token("true1"), 12, 6),
        (r#"{"a":[-INFx]}"#, token("-INFx"), 12, 6),
        (r#"{"a":[true-1]}"#, unexpected("'-' (code 45)", "was expecting comma to separate Array entries"), 11, 10),
        // Numbers: the cursor stays behind the point or mark, but for a leading zero.
        (r#"{"a":[12.x]}"#, number("'x' (code 120)", point), 9, 6),
        (r#"{"a":[0.x]}"#, number("'x' (code 120)", point), 9, 6),
        (r#"{"a":[1.5e+]}"#, number("']' (code 93)", mark), 8, 6),
        (r#"{"a":[1."#, number("'.' (code 46)", point), 8, 6),
        (r#"{"a":[1e"#, "Unexpected end-of-inputexpected a digit for number exponent".into(), 9, 6),
        (r#"{"a":[-]}"#, number("']' (code 93)", minus), 8, 6),
        (r#"{"a":[- 5]}"#, number("' ' (code 32)", minus), 8, 6),
        (r#"{"a":[-.5]}"#, unexpected("'.' (code 46)", valid), 8, 6),
        (r#"{"a":[+1]}"#, number("'+' (code 43)", plus), 8, 6),
        (r#"{"a":[01]}"#, "Invalid numeric value: Leading zeroes not allowed".into(), 8, 6),
        ("0x1", unexpected("'x' (code 120)", "Expected space separating root-level values"), 2, 0),
        // Separators.
        (r#"{"a":[:]}"#, unexpected("':' (code 58)", valid), 7, 6),
        (r#"{"a":[1,]}"#, unexpected("']' (code 93)", valid), 9, 7),
        (r#"{"a":[1]:}"#, unexpected("':' (code 58)", "was expecting comma to separate Object entries"), 9, 8),
        (r#"{"a" [1]}"#, unexpected("'[' (code 91)", "was expecting a colon to separate field name and value"), 6, 1),
        (r#"{"a"/:1}"#, unexpected("'/' (code 47)", comment), 5, 1),
        (r#"{#"a":1}"#, unexpected("'#' (code 35)", "was expecting double-quote to start field name"), 2, 1),
        // Of a character outside the BMP the parser reads one half.
        ("{😀", unexpected("'?' (code 55357 / 0xd83d)", "was expecting double-quote to start field name"), 2, 1),
        // The end of the text.
        (r#"{"a":[1,"#, "Unexpected end-of-input within/between Array entries".into(), 9, 7),
        (r#"{"a":"#, "Unexpected end-of-input within/between Object entries".into(), 6, 1),
        (r#"{"a"#, "Unexpected end-of-input in field name".into(), 4, 1),
        (r#"{"a":["b\"#, "Unexpected end-of-input in character escape sequence".into(), 10, 7),
        // A string is a token before it is read.
        (r#"{"a":["b\q"]}"#, "Unrecognized character escape 'q' (code 113)".into(), 10, 7),
        (
            "{\"a\":[\"b\nc\"]}",
            "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value".into(),
            9,
            7,
        ),
        (
            "}",
            "Unexpected close marker '}': expected ']' (for root starting at [Source: (String)\"}\"; line: 1, column: 0])".into(),
            1,
            0,
        ),
    ] {
        assert_eq!(told(text), Some((sentence, column, reached)), "{text}");
    }
}

#[test]
fn a_number_is_measured_in_digits_and_told_without_a_place() {
    let fault = first(&format!("[-{}.5]", "1".repeat(1000))).unwrap();
    assert_eq!(fault.locations, 0);
    assert!(fault.sentence.starts_with("Number value length (1001) exceeds"), "{}", fault.sentence);
    assert_eq!(first(&format!("[-{}e-5]", "1".repeat(999))), None);
}

#[test]
fn nesting_ends_at_a_thousand() {
    assert_eq!(first(&format!("{}{}", "[".repeat(1000), "]".repeat(1000))), None);
    let fault = first(&"[".repeat(1001)).unwrap();
    assert_eq!((fault.locations, fault.reached), (0, 1000));
}
