//! Answers in both languages beside each other: the same data, and every text with its counterpart.

use super::style::{Form, code, english, faults, plain};
use rulepad_workbench::Lang;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A text of a report in both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    form: Form,
    en: String,
    ko: String,
}

/// What a text of a report is, by the last two names of its place; `None` for data, which is the same in every
/// language.
fn form(path: &[&str]) -> Option<Form> {
    let (own, of) = (path.last()?, path.iter().rev().nth(1).copied().unwrap_or_default());
    Some(match (of, *own) {
        ("reference", "sentence") => return None,
        ("outcome" | "error", "message") => Form::Answer,
        ("", "headline" | "summary" | "answer") | ("why", "sentence") | ("", "why") => Form::Outcome,
        ("events", "headline") | ("scopes", "summary") => Form::Outcome,
        ("target", "settings") => Form::Statement,
        ("target", "kind") => Form::Phrase,
        ("", "form") | ("wrapped", "form") => Form::Phrase,
        ("targets" | "variables", "kind") | ("policies" | "events", "title") => Form::Phrase,
        ("why", "name" | "wants" | "saw") | ("reason", "kind" | "wanted" | "saw" | "by") => Form::Phrase,
        ("labels" | "wants" | "instead", "text") => Form::Phrase,
        ("import", "form") | ("rules" | "value", "label") | ("targets", "input" | "retries") => Form::Phrase,
        // What AWS says may be behind it.
        ("", "NotYet") => Form::Answer,
        ("fix", "text") => Form::Chip,
        ("advice", "text") => Form::Advice,
        ("near", "text") | ("why", "near") => Form::Statement,
        (_, "message" | "sentence" | "receives" | "permission" | "notes" | "losses" | "said") => {
            Form::Statement
        }
        (_, "gloss" | "aws_gloss" | "unverified" | "because" | "refused") | ("outcome", "reason") => {
            Form::Statement
        }
        _ => return None,
    })
}

/// What answers say.
#[derive(Default)]
pub struct Texts {
    pairs: BTreeSet<Pair>,
    /// Texts at a place of which no form is known.
    unknown: BTreeSet<String>,
    /// English in Korean texts, with one of them each.
    english: BTreeMap<String, String>,
    /// Korean texts with other code spans than the English ones.
    other_code: Vec<Pair>,
}

/// The texts of two answers that differ in their language alone, and the data that is the same in both.
#[derive(Default)]
struct Walk {
    pairs: Vec<Pair>,
    unknown: Vec<String>,
    data: String,
}

impl Walk {
    fn both(&mut self, path: &[&str], en: &Value, ko: &Value) {
        match (en, ko) {
            (Value::Object(one), Value::Object(other)) => {
                let edits = one.get("edits").and_then(Value::as_array).is_some_and(|edits| !edits.is_empty());
                for name in one.keys().chain(other.keys()) {
                    let mut path = path.to_vec();
                    if path.last() == Some(&"help") {
                        // A help with an edit is a button.
                        path.push(if edits { "fix" } else { "advice" });
                    }
                    path.push(name);
                    let blank = Value::Null;
                    self.both(&path, one.get(name).unwrap_or(&blank), other.get(name).unwrap_or(&blank));
                }
            }
            (Value::Array(one), Value::Array(other)) => {
                assert_eq!(one.len(), other.len(), "{path:?}: {en}\n{ko}");
                for (one, other) in one.iter().zip(other) {
                    self.both(path, one, other);
                }
            }
            // A gloss is for readers of another language than AWS's.
            (Value::Null, Value::String(ko)) if path.last().is_some_and(|own| own.ends_with("gloss")) => {
                self.pairs.push(Pair { form: Form::Statement, en: String::new(), ko: ko.clone() });
            }
            (Value::String(en), Value::String(ko)) => self.text(path, en, ko),
            _ => assert_eq!(en, ko, "{path:?}"),
        }
    }

    fn text(&mut self, path: &[&str], en: &str, ko: &str) {
        match form(path) {
            // AWS's words, and a label that is a name.
            Some(form) if en != ko || !(form == Form::Answer || path.last() == Some(&"label")) => {
                if !(en.is_empty() && ko.is_empty()) {
                    self.pairs.push(Pair { form, en: en.to_owned(), ko: ko.to_owned() });
                }
            }
            _ if en != ko => self.unknown.push(format!("{}: {en} / {ko}", path.join("."))),
            _ => {
                self.data.push_str(en);
                self.data.push('\n');
            }
        }
    }
}

impl Texts {
    /// Adds what an answer says in both languages to a question.
    pub fn add<T: Serialize>(&mut self, question: &impl Serialize, answer: impl Fn(Lang) -> T) {
        let value = |lang| serde_json::to_value(answer(lang)).unwrap();
        let mut walk = Walk { data: serde_json::to_string(question).unwrap(), ..Walk::default() };
        walk.both(&[], &value(Lang::En), &value(Lang::KO));
        self.unknown.append(&mut walk.unknown.into_iter().collect());
        for pair in walk.pairs {
            if self.pairs.contains(&pair) {
                continue;
            }
            for word in english(&pair.ko, &walk.data) {
                self.english.entry(word).or_insert_with(|| pair.ko.clone());
            }
            // A name with a backtick in it ends a code span.
            let has_backtick = walk.data.contains('`') || pair.en.matches('`').count() % 2 == 1;
            if !pair.en.is_empty() && !has_backtick && code(&pair.en) != code(&pair.ko) {
                self.other_code.push(pair.clone());
            }
            self.pairs.insert(pair);
        }
    }

    /// Stops where a text is wrong, with one of each fault; `least` texts must have been found.
    pub fn check(self, least: usize) {
        // A fix that would not help is advice in the words of its button.
        let buttons: BTreeSet<String> =
            self.pairs.iter().filter(|pair| pair.form == Form::Chip).map(|pair| plain(&pair.ko)).collect();
        let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Pair { form, en, ko } in &self.pairs {
            let is_button = *form == Form::Advice && buttons.contains(&plain(ko));
            for fault in faults(if is_button { Form::Chip } else { *form }, ko) {
                wrong.entry(fault).or_default().push(format!("{en}\n    {ko}"));
            }
        }
        for (word, ko) in self.english {
            wrong.entry(format!("has the English `{word}`")).or_default().push(ko);
        }
        for Pair { en, ko, .. } in self.other_code {
            wrong.entry("other code spans".to_owned()).or_default().push(format!("{en}\n    {ko}"));
        }
        for place in self.unknown {
            wrong.entry("no form is known".to_owned()).or_default().push(place);
        }
        println!("{} texts", self.pairs.len());
        for (fault, texts) in &wrong {
            println!("{fault}: {} times, such as\n    {}", texts.len(), texts.first().unwrap());
        }
        assert!(wrong.is_empty(), "{} faults", wrong.len());
        assert!(self.pairs.len() >= least, "only {} texts", self.pairs.len());
    }
}
