//! Rules read from a text, before any of them replaces what is there.

mod checks;
mod files;
pub mod folder;
mod message;

use crate::diagnostics as say;
use crate::draft::Draft;
use crate::file;
use crate::wording::Wording;
use checks::Raw;
pub use checks::{FoundInPattern, PatternRead, TargetRead};
pub use files::{ImportedFile, ImportedFiles, import_files};
pub use message::ImportNames;
use message::Message;
use rulepad_document::diagnostic::worded;
use rulepad_document::json::Node;
use rulepad_document::{Diagnostic, Lang, Severity, Span, Words};
use rulepad_import::{Files, Imported, ToolDefaults};
use rulepad_pattern::Dialect;
use rulepad_write_back::recognised;
use serde::{Deserialize, Serialize};

/// One rule of a text, in words.
pub type FoundRule = rulepad_import::FoundRule<String, String>;

/// What a text was understood as.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Message", into = "Message")]
pub struct Import {
    /// What the text is, for a person; blank where nothing of it was known.
    pub form: String,
    /// The same in every language, for what is shown of it later; it does not leave the program that read the text.
    pub named: Wording,
    /// The rules in it.
    pub rules: Vec<Understood>,
    /// Problems of the text, and what could not be taken.
    pub diagnostics: Vec<Diagnostic>,
}

/// One rule of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// What distinguishes it from the others of the text.
    pub label: String,
    /// The same in every language, for what is shown of it later; it does not leave the program that read the text.
    #[serde(skip)]
    pub named: Wording,
    /// The name of the rule that targets alone belong to; it is used where the text is, and not sent.
    #[serde(skip)]
    pub rule_of_targets: Option<String>,
    /// What it brings; what a text does not say leaves what is there.
    pub brings: Brings,
    /// What was changed or left out on the way, a sentence each.
    pub notes: Vec<String>,
    /// What its event pattern says; `None` where it brings none.
    pub pattern: Option<PatternRead>,
    /// What AWS refuses of the rule's own properties.
    pub rule: Vec<Diagnostic>,
    /// What each of its targets does.
    pub targets: Vec<TargetRead>,
    /// What the text has for the pattern; it does not leave the program that read the text.
    #[serde(skip)]
    raw_pattern: Option<Node>,
}

/// What a text brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Brings {
    /// A whole draft, from Rulepad's own file.
    Draft(Box<Draft>),
    /// A rule, or a part of one.
    Rule(Box<FoundRule>),
}

impl Import {
    /// Whether the text is of no format that is read, or has nothing of a rule in it.
    #[must_use]
    pub fn is_without_rules(&self) -> bool {
        self.rules.is_empty()
            && self
                .diagnostics
                .iter()
                .all(|found| found.severity == Severity::Note || rulepad_import::is_absence(found))
    }
}

impl Understood {
    /// The place in the text it was read from of a part of its pattern, as exactly as that is known; `None` where the
    /// pattern is not in that text.
    #[must_use]
    pub fn place_in_text(&self, text: &str, pattern: &str, span: Span) -> Option<Span> {
        let raw = Raw { node: self.raw_pattern.as_ref()?, source: text };
        Some(checks::place(raw, pattern, span))
    }

    /// The draft with the rule instead of what was there. The event stays, unless the text brings one.
    #[must_use]
    pub fn onto(&self, draft: &Draft) -> Draft {
        match &self.brings {
            Brings::Draft(own) => (**own).clone(),
            Brings::Rule(own) => {
                let FoundRule { rule, pattern, dialect, targets, references, origin, .. } = (**own).clone();
                let mut draft = draft.clone();
                if pattern.is_some() {
                    draft.dialect = dialect.unwrap_or_default();
                }
                draft.pattern = pattern.unwrap_or(draft.pattern);
                draft.rule = rule.unwrap_or(draft.rule);
                draft.targets = targets.unwrap_or(draft.targets);
                draft.references = references;
                draft.origin = origin;
                draft
            }
        }
    }
}

/// Reads a text that holds rules. It never fails: what cannot be read is reported.
#[must_use]
pub fn import(text: &str, lang: Lang) -> Import {
    import_among(text, &Files::default(), lang)
}

/// Reads a text, and other files where it names them.
fn import_among(text: &str, files: &Files<'_>, lang: Lang) -> Import {
    match file::open(text) {
        Some(Ok(draft)) => Import {
            form: words!(lang, import::RULEPAD_FILE).to_owned(),
            named: Wording::each(|lang| words!(lang, import::RULEPAD_FILE).to_owned()),
            rules: file::bus(text)
                .unwrap_or_default()
                .rules(&draft)
                .into_iter()
                .map(|draft| of_draft(draft, lang))
                .collect(),
            diagnostics: Vec::new(),
        },
        Some(Err(bad)) => {
            Import { diagnostics: vec![say::import_file(text, &bad).worded(lang)], ..Import::default() }
        }
        None => of_imported(text, recognised(rulepad_import::import_among(text, files)), lang),
    }
}

fn of_draft(draft: Draft, lang: Lang) -> Understood {
    Understood {
        label: draft.rule.name.clone(),
        named: draft.rule.name.as_str().into(),
        rule_of_targets: None,
        pattern: checks::pattern(&draft.pattern, draft.dialect, None, &draft.rule, &draft.targets, lang),
        rule: worded(&draft.rule.check(), lang),
        targets: checks::targets(&draft.rule, &draft.targets, ToolDefaults::default(), lang),
        brings: Brings::Draft(Box::new(draft)),
        notes: Vec::new(),
        raw_pattern: None,
    }
}

fn of_imported(text: &str, read: Imported, lang: Lang) -> Import {
    let Imported { form, rules, diagnostics } = read;
    let name = |lang| form.map(|form| form.name(lang).to_owned()).unwrap_or_default();
    Import {
        form: name(lang),
        named: Wording::each(name),
        rules: rules.into_iter().map(|rule| understood(text, rule, lang)).collect(),
        diagnostics: worded(&diagnostics, lang),
    }
}

fn understood(source: &str, rule: rulepad_import::FoundRule, lang: Lang) -> Understood {
    let is_targets = rule.rule.is_none() && rule.pattern.is_none() && rule.targets.is_some();
    let rule_of_targets = rule.label.name().filter(|_| is_targets).map(str::to_owned);
    let named = Wording::each(|lang| rule.label.words(lang));
    let mut rule = rule.worded(lang);
    let raw = rule.raw_pattern.take();
    let targets = rule.targets.as_deref().unwrap_or(&[]);
    let own = rule.rule.clone().unwrap_or_default();
    let is_rule = rule.dialect.is_none_or(|dialect| dialect == Dialect::Rule);
    Understood {
        label: rule.label.clone(),
        named,
        rule_of_targets,
        pattern: rule.pattern.as_deref().and_then(|text| {
            let raw = raw.as_ref().map(|raw| Raw { node: raw, source });
            checks::pattern(text, rule.dialect.unwrap_or_default(), raw, &own, targets, lang)
        }),
        // A filter is no rule: what AWS asks of rules and targets is not asked of it.
        rule: rule
            .rule
            .as_ref()
            .filter(|_| is_rule)
            .map(|own| checks::rule(own, rule.made, lang))
            .unwrap_or_default(),
        targets: if is_rule { checks::targets(&own, targets, rule.made, lang) } else { Vec::new() },
        notes: std::mem::take(&mut rule.notes),
        brings: Brings::Rule(Box::new(rule)),
        raw_pattern: raw,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Export, Format, examples, export};
    use rulepad_document::Role;
    use rulepad_document::json::{compact, parse};

    fn one_line(text: &str) -> String {
        parse(text, Role::Pattern).root.as_ref().map(compact).unwrap_or_default()
    }

    #[test]
    fn what_is_exported_comes_back() {
        let there = Draft { event: "{\"kept\": true}".into(), pattern: "old".into(), ..Draft::default() };
        let mut tried = 0;
        for example in examples() {
            let Export::Ready(file) = export(&example.draft, Format::RuleJson, Lang::En) else { continue };
            let read = import(&file.text, Lang::En);
            let [understood] = &read.rules[..] else { panic!("{read:?}") };
            let back = understood.onto(&there);
            assert_eq!(one_line(&back.pattern), one_line(&example.draft.pattern), "{}", example.id);
            assert_eq!(back.targets.len(), example.draft.targets.len());
            assert_eq!(back.event, there.event);
            tried += 1;
        }
        assert!(tried > 3);
    }

    #[test]
    fn every_rule_of_a_saved_bus_comes_back() {
        let draft = Draft { event: "{}".into(), pattern: "{\"a\": [1]}".into(), ..Draft::default() };
        let other = Draft { pattern: "{\"b\": [1]}".into(), ..Draft::default() };
        let bus = crate::bus::Bus { at: 1, others: vec![other.clone()], ..crate::bus::Bus::default() };
        let read = import(&file::save_with(&draft, None, Some(bus)).text, Lang::En);
        let back: Vec<Draft> = read.rules.iter().map(|rule| rule.onto(&Draft::default())).collect();
        assert_eq!(back, [Draft { event: "{}".into(), ..other }, draft]);
    }

    #[test]
    fn what_is_not_known_is_said() {
        let read = import("hello", Lang::En);
        assert_eq!((read.rules.len(), &*read.diagnostics[0].code), (0, "import.unknown"));
        assert_eq!(import("{\"rulepad\": 9}", Lang::En).diagnostics[0].code, "import.file");
    }
}
