//! An answer on its way to a page or a program: each text that rules were read from once, however many rules it has.

use super::{Brings, Import, Understood};
use rulepad_document::Diagnostic;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// [`Import`] with the texts of its rules' origins apart.
#[derive(Serialize, Deserialize)]
pub(super) struct Message {
    form: String,
    /// The texts that the rules' origins share.
    #[serde(default)]
    texts: Vec<Arc<str>>,
    /// For each rule which of `texts` belongs in its origin, where it is blank.
    #[serde(default)]
    origins: Vec<Option<usize>>,
    rules: Vec<Understood>,
    diagnostics: Vec<Diagnostic>,
}

/// The text of a rule's origin.
fn text(rule: &mut Understood) -> Option<&mut Arc<str>> {
    match &mut rule.brings {
        Brings::Rule(own) => own.origin.as_mut().map(|origin| &mut origin.text),
        Brings::Draft(_) => None,
    }
}

impl From<Import> for Message {
    fn from(import: Import) -> Self {
        let Import { form, mut rules, diagnostics } = import;
        let mut texts: Vec<Arc<str>> = Vec::new();
        let mut places: HashMap<*const u8, usize> = HashMap::new();
        let blank: Arc<str> = "".into();
        let taken = |rule: &mut Understood| {
            let text = text(rule)?;
            let text = std::mem::replace(text, blank.clone());
            let place = *places.entry(text.as_ptr()).or_insert(texts.len());
            if place == texts.len() {
                texts.push(text);
            }
            Some(place)
        };
        let origins = rules.iter_mut().map(taken).collect();
        Self { form, texts, origins, rules, diagnostics }
    }
}

impl From<Message> for Import {
    fn from(message: Message) -> Self {
        let Message { form, texts, origins, mut rules, diagnostics } = message;
        for (rule, origin) in rules.iter_mut().zip(origins) {
            if let (Some(text), Some(shared)) = (text(rule), origin.and_then(|place| texts.get(place))) {
                *text = shared.clone();
            }
        }
        Self { form, rules, diagnostics }
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Brings, Import, import};
    use rulepad_document::Lang;

    #[test]
    fn a_text_travels_once_and_comes_back_to_every_rule() {
        let rule = |at| {
            format!(
                "  R{at}: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [a]}}, Targets: []}}}}\n"
            )
        };
        let text = format!("Resources:\n{}", (0..50).map(rule).collect::<String>());
        let mut read = import(&text, Lang::En);
        // It stays in the program that read the text.
        read.rules.iter_mut().for_each(|rule| rule.raw_pattern = None);
        assert_eq!(read.rules.len(), 50);
        let sent = serde_json::to_string(&read).unwrap();
        assert_eq!(sent.matches("Resources:").count(), 1);
        let back: Import = serde_json::from_str(&sent).unwrap();
        assert_eq!(back, read);
        let Brings::Rule(last) = &back.rules[49].brings else { panic!() };
        assert_eq!(*last.origin.as_ref().unwrap().text, *text);
    }
}
