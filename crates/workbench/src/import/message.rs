//! An answer on its way to a page or a program: each text that rules were read from once, however many rules it has.

use super::{Brings, Import, ImportedFiles, Understood};
use crate::wording::Wording;
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

/// What messages call a text and its rules, in every language: it travels beside the answer, to a page alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportNames {
    form: Wording,
    rules: Vec<Wording>,
}

impl ImportedFiles {
    /// Takes out what does not travel with it.
    #[must_use]
    pub fn take_names(&mut self) -> Vec<ImportNames> {
        let named = |import: &mut Import| ImportNames {
            form: std::mem::take(&mut import.named),
            rules: import.rules.iter_mut().map(|rule| std::mem::take(&mut rule.named)).collect(),
        };
        self.files.iter_mut().map(|file| named(&mut file.import)).collect()
    }

    /// Puts back what [`take_names`](Self::take_names) took out.
    pub fn put_names(&mut self, names: Vec<ImportNames>) {
        for (file, names) in self.files.iter_mut().zip(names) {
            file.import.named = names.form;
            for (rule, named) in file.import.rules.iter_mut().zip(names.rules) {
                rule.named = named;
            }
        }
    }
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
        let Import { form, mut rules, diagnostics, named: _ } = import;
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
        Self { form, named: Wording::default(), rules, diagnostics }
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Brings, Import, import, import_files};
    use crate::wording::Wording;
    use rulepad_document::Lang;
    use rulepad_import::NamedText;

    #[test]
    fn names_in_every_language_travel_beside_the_answer() {
        let text = r#"{"EventPattern": "{}"}"#.to_owned();
        let mut files = import_files(&[NamedText { name: "a.json".to_owned(), text }], Lang::En);
        let before = files.clone();
        let names = files.take_names();
        assert_ne!(files, before);
        files.put_names(names);
        assert_eq!(files, before);
        let [file] = files.files.as_slice() else { panic!("{files:?}") };
        let [rule] = file.import.rules.as_slice() else { panic!("{file:?}") };
        for (named, own) in [(&file.import.named, &file.import.form), (&rule.named, &rule.label)] {
            assert_eq!(named.words(Lang::En), own);
            assert_ne!(named.words(Lang::KO), own);
        }
    }

    #[test]
    fn a_text_travels_once_and_comes_back_to_every_rule() {
        let rule = |at| {
            format!(
                "  R{at}: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [a]}}, Targets: []}}}}\n"
            )
        };
        let text = format!("Resources:\n{}", (0..50).map(rule).collect::<String>());
        let mut read = import(&text, Lang::En);
        // They stay in the program that read the text.
        read.named = Wording::default();
        for rule in &mut read.rules {
            (rule.raw_pattern, rule.named) = (None, Wording::default());
        }
        assert_eq!(read.rules.len(), 50);
        let sent = serde_json::to_string(&read).unwrap();
        assert_eq!(sent.matches("Resources:").count(), 1);
        let back: Import = serde_json::from_str(&sent).unwrap();
        assert_eq!(back, read);
        let Brings::Rule(last) = &back.rules[49].brings else { panic!() };
        assert_eq!(*last.origin.as_ref().unwrap().text, *text);
    }
}
