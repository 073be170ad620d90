//! The program that matches many patterns on many events, a crossing for each slice of them.

use rulepad_js_api::{lang, object};
use rulepad_workbench::Lang;
use rulepad_workbench::bulk::{Matcher, Scratch, compile};
use std::cell::RefCell;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The patterns of the last call, compiled.
struct Compiled {
    patterns: String,
    matcher: Matcher,
    scratch: Scratch,
}

thread_local! {
    static LAST: RefCell<Option<Compiled>> = const { RefCell::new(None) };
}

/// The rules that each line of a text matches. `patterns` is JSON, a list of texts. The answer is one list of numbers:
/// how many events, undecided pairs and unread lines there are; the undecided pairs of a line and a rule; the unread
/// lines; the pairs of a line and a rule that matches it. Lines and rules count from 0.
#[wasm_bindgen(js_name = matchLines)]
pub fn match_lines(patterns: &str, lines: &[u8], lang: &JsValue) -> Result<Vec<u32>, JsError> {
    let lang = self::lang(lang)?;
    LAST.with_borrow_mut(|last| {
        let compiled = match last.take().filter(|last| last.patterns == patterns) {
            Some(compiled) => compiled,
            None => compiled(patterns, lang)?,
        };
        Ok(answer(last.insert(compiled), lines))
    })
}

fn compiled(patterns: &str, lang: Lang) -> Result<Compiled, JsError> {
    let texts: Vec<String> = object("patterns", patterns)?;
    let matcher = compile(texts.iter().map(String::as_str), lang)
        .map_err(|refused| JsError::new(&format!("pattern {}: {}", refused.number, refused.message)))?;
    Ok(Compiled { patterns: patterns.to_owned(), matcher, scratch: Scratch::default() })
}

fn answer(compiled: &mut Compiled, lines: &[u8]) -> Vec<u32> {
    let (mut events, mut undecided, mut unread, mut matched) = (0, Vec::new(), Vec::new(), Vec::new());
    let Compiled { matcher, scratch, .. } = compiled;
    matcher.matching_lines(lines, scratch, |line, found| {
        // A slice has fewer lines than that.
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let Ok(found) = found else { return unread.push(line) };
        events += 1;
        matched.extend(found.matched.iter().flat_map(|rule| [line, *rule]));
        undecided.extend(found.undecided.iter().flat_map(|rule| [line, *rule]));
    });
    let mut answer = vec![events, undecided.len() as u32 / 2, unread.len() as u32];
    answer.extend(undecided);
    answer.extend(unread);
    answer.extend(matched);
    answer
}

fn main() {}
