//! Completions of the event pattern, as its editor takes them.

use crate::engine::client::Client;
use crate::engine::protocol::evaluating::{Evaluating, Question};
use crate::ui::code_editor::{Completion, CompletionPoint, CompletionQuestion, Completions};
use rulepad_workbench::Lang;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// Asks the worker what can be typed next. The last question alone is answered with something.
#[derive(Clone)]
pub(in crate::view) struct Completer {
    client: Client<Evaluating>,
    waiting: Rc<RefCell<Option<Waiting>>>,
}

struct Waiting {
    number: u32,
    question: CompletionQuestion,
}

impl PartialEq for Completer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.waiting, &other.waiting)
    }
}

impl Completer {
    pub(in crate::view) fn new(client: Client<Evaluating>) -> Self {
        Self { client, waiting: Rc::default() }
    }

    /// Asks what can be written at a point of the pattern. While typing, only where a name or a value begins or goes
    /// on: a list that opens at every comma would be in the way.
    pub(super) fn ask(&self, question: CompletionQuestion, event: &str, typed: bool, lang: Lang) {
        if !wanted(&question.point) {
            return question.answer.emit(None);
        }
        let last = self.waiting.take();
        let number = last.as_ref().map_or(0, |last| last.number.wrapping_add(1));
        let CompletionPoint { text, offset, .. } = question.point.clone();
        self.waiting.replace(Some(Waiting { number, question }));
        if let Some(last) = last {
            last.question.answer.emit(None);
        }
        let (pattern, event) = (Cow::Borrowed(text.as_str()), Cow::Borrowed(event));
        self.client.ask(number, lang, &Question::Complete { pattern, event, offset, typed });
    }

    /// The worker answered the question of this number, or gave it up.
    pub(in crate::view) fn told(&self, number: u32, found: Option<rulepad_workbench::Completions>) {
        let own = self.waiting.borrow().as_ref().is_some_and(|waiting| waiting.number == number);
        if own && let Some(Waiting { question, .. }) = self.waiting.take() {
            let found = found.and_then(|found| offered(&question.point, found));
            question.answer.emit(found);
        }
    }
}

/// Whether a list may open here.
pub(in crate::view) fn wanted(point: &CompletionPoint) -> bool {
    let before = point.text.get(..point.offset).and_then(|text| text.chars().next_back());
    let begins =
        |before: char| matches!(before, '{' | '[' | '"' | '$' | '-' | '.') || before.is_alphanumeric();
    before.is_some_and(|before| point.asked || begins(before))
}

/// What was found, as the editor takes it; nothing when there is nothing.
pub(in crate::view) fn offered(
    point: &CompletionPoint,
    found: rulepad_workbench::Completions,
) -> Option<Completions> {
    let quoted = point.text.get(found.span.range()).is_some_and(|text| text.starts_with('"'));
    let option = |option: rulepad_workbench::Completion| Completion {
        // What is typed starts with the quote, so what is matched must, too.
        label: if quoted && !option.label.starts_with('"') {
            format!("\"{}\"", option.label).into()
        } else {
            option.label.into()
        },
        detail: (!option.detail.is_empty()).then(|| option.detail.into()),
        info: None,
        insert: option.insert.into(),
        caret: Some(option.caret),
    };
    let options: Vec<Completion> = found.options.into_iter().map(option).collect();
    (!options.is_empty()).then_some(Completions {
        start: found.span.start as usize,
        end: found.span.end as usize,
        options,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::complete;

    const EVENT: &str = r#"{"source": "aws.s3", "detail": {"size": 1}}"#;

    fn labels(pattern: &str, asked: bool) -> Vec<String> {
        let offset = pattern.find('|').unwrap();
        let point = CompletionPoint { text: pattern.replace('|', "").into(), offset, asked };
        let found = wanted(&point).then(|| complete(&point.text, EVENT, offset, None, Lang::En));
        let found = found.and_then(|found| offered(&point, found)).map(|found| found.options);
        found.unwrap_or_default().iter().map(|option| option.label.to_string()).collect()
    }

    #[test]
    fn a_quote_that_was_typed_is_part_of_the_labels() {
        assert_eq!(labels("{\"s|\"}", false).first().map(String::as_str), Some("\"source\""));
        assert_eq!(labels("{|}", false).first().map(String::as_str), Some("source"));
        let in_list = labels("{\"source\": [\"|\"]}", false);
        assert!(in_list.starts_with(&["\"aws.s3\"".to_owned(), "\"prefix\"".to_owned()]), "{in_list:?}");
    }

    #[test]
    fn a_comma_or_a_space_opens_nothing_until_asked() {
        for pattern in ["{\"source\": [1,|]}", "{ |}"] {
            assert_eq!(labels(pattern, false), [""; 0]);
            assert!(!labels(pattern, true).is_empty());
        }
    }
}
