//! A report counted in UTF-16 units, as JavaScript counts, or in code points, as Python counts, instead of bytes.

mod texts;
mod walk;

use crate::draft::Draft;
use crate::import::{
    FoundInPattern, Import, ImportedFile, ImportedFiles, PatternRead, TargetRead, Understood,
};
use crate::paste::{Pasted, PastedEvent};
use crate::render::{InputOptions, InputReport};
use crate::report::{Report, TargetReport};
use rulepad_document::units::{Unit, Units};
use rulepad_document::{Diagnostic, Help, Label, Role};
use rulepad_event_log::{EventLog, Key, Table};
use rulepad_import::NamedText;
use rulepad_rule::Target;
use texts::Texts;

// Every type is taken apart without `..`, so that a new field cannot bring spans that nobody counts.

impl Report {
    /// The same report of the same draft with every span in UTF-16 units of its text.
    #[must_use]
    pub fn in_utf16(self, draft: &Draft) -> Self {
        self.counted(&Texts::new(draft, Unit::Utf16))
    }

    /// The same report of the same draft with every span in code points of its text.
    #[must_use]
    pub fn in_code_points(self, draft: &Draft) -> Self {
        self.counted(&Texts::new(draft, Unit::CodePoint))
    }

    fn counted(mut self, texts: &Texts) -> Self {
        let Self {
            verdict: _,
            headline: _,
            summary: _,
            answer: _,
            in_words: _,
            complexity,
            notes: _,
            event,
            wrapped: _,
            pattern,
            aws_error: _,
            aws_gloss: _,
            why,
            explanation,
            rule,
            targets,
        } = &mut self;
        for found in event.iter_mut().chain(pattern).chain(rule) {
            texts.diagnostic(found);
        }
        for line in why {
            texts.line(line);
        }
        if let Some(explanation) = explanation {
            texts.explanation(explanation);
        }
        if let Some(complexity) = complexity {
            texts.complexity(complexity);
        }
        for (at, report) in (0..).zip(targets) {
            let TargetReport {
                kind: _,
                receives: _,
                permission: _,
                policies: _,
                delivery,
                diagnostics,
                rendered,
            } = report;
            for found in diagnostics {
                texts.diagnostic(found);
            }
            if let Some(rendered) = rendered {
                texts.rendered(rendered, at);
            }
            if let Some(delivery) = delivery {
                texts.delivery(delivery);
            }
        }
        self
    }
}

impl InputReport {
    /// The same report of the same texts with every span in UTF-16 units of its text.
    #[must_use]
    pub fn in_utf16(self, event: &str, options: &InputOptions) -> Self {
        self.counted(event, options, Unit::Utf16)
    }

    /// The same report of the same texts with every span in code points of its text.
    #[must_use]
    pub fn in_code_points(self, event: &str, options: &InputOptions) -> Self {
        self.counted(event, options, Unit::CodePoint)
    }

    fn counted(mut self, event: &str, options: &InputOptions, unit: Unit) -> Self {
        let input = options.chosen().unwrap_or_default();
        let draft = Draft {
            event: event.to_owned(),
            targets: vec![Target { input, ..Target::default() }],
            ..Draft::default()
        };
        let texts = Texts::new(&draft, unit);
        let Self { event, rendered, delivery } = &mut self;
        for found in event {
            texts.diagnostic(found);
        }
        if let Some(rendered) = rendered {
            texts.rendered(rendered, 0);
        }
        if let Some(delivery) = delivery {
            texts.delivery(delivery);
        }
        self
    }
}

impl Pasted {
    /// The same answer with every span in UTF-16 units of its text.
    #[must_use]
    pub fn in_utf16(mut self, text: &str) -> Self {
        let texts = Texts::new(&Draft { event: text.to_owned(), ..Draft::default() }, Unit::Utf16);
        let Self { form: _, named: _, said: _, events, problems } = &mut self;
        for found in problems {
            texts.diagnostic(found);
        }
        for event in events {
            let PastedEvent { title: _, text, span, said: _, diagnostics, error: _, size: _, verdict: _ } =
                event;
            texts.event.span(span);
            if !diagnostics.is_empty() {
                let own = Texts::new(&Draft { event: text.clone(), ..Draft::default() }, Unit::Utf16);
                for found in diagnostics {
                    own.diagnostic(found);
                }
            }
        }
        self
    }
}

impl Import {
    /// The same answer with every span in UTF-16 units of the text that was read.
    #[must_use]
    pub fn in_utf16(mut self, text: &str) -> Self {
        let texts =
            Texts { import: Units::new(text, Unit::Utf16), ..Texts::new(&Draft::default(), Unit::Utf16) };
        let Self { form: _, named: _, rules, diagnostics } = &mut self;
        for found in diagnostics {
            texts.diagnostic(found);
        }
        for own in rules {
            let draft = own.onto(&Draft::default());
            // What a rule brings are texts; nothing of it has a place.
            let Understood { label: _, brings: _, notes: _, pattern, rule, targets, .. } = own;
            let has_found = pattern.as_ref().is_some_and(|pattern| !pattern.found.is_empty())
                || !rule.is_empty()
                || targets.iter().any(|target| !target.diagnostics.is_empty());
            if !has_found {
                continue;
            }
            let own = Texts::new(&draft, Unit::Utf16);
            if let Some(PatternRead { sentence: _, mistakes: _, found }) = pattern {
                for FoundInPattern { diagnostic, place } in found {
                    own.diagnostic(diagnostic);
                    place.iter_mut().for_each(|place| texts.import.span(place));
                }
            }
            rule.iter_mut().for_each(|found| own.diagnostic(found));
            for TargetRead { kind: _, input: _, queue: _, retries: _, diagnostics } in targets {
                diagnostics.iter_mut().for_each(|found| own.diagnostic(found));
            }
        }
        self
    }
}

impl ImportedFiles {
    /// The same answer with every span in UTF-16 units of the file it is in.
    #[must_use]
    pub fn in_utf16(mut self, files: &[NamedText]) -> Self {
        let Self { files: read } = &mut self;
        for (ImportedFile { name: _, import, with: _ }, file) in read.iter_mut().zip(files) {
            *import = std::mem::take(import).in_utf16(&file.text);
        }
        self
    }
}

/// The same event log of the same table with every span in UTF-16 units of its text.
#[must_use]
pub fn event_log_in_utf16(mut log: EventLog, table: &Table) -> EventLog {
    let EventLog { partition, sort, puts: _ } = &mut log;
    let Table { partition: partition_key, sort: sort_key } = table;
    for (found, key) in [(partition, partition_key), (sort, sort_key)] {
        let Key { name, path } = key;
        let (name, path) = (Units::new(name, Unit::Utf16), Units::new(path, Unit::Utf16));
        for Diagnostic { code: _, severity: _, message: _, labels, help, reference: _ } in found {
            let of = |role: Role| match role {
                Role::Table(key) if !key.is_path() => &name,
                _ => &path,
            };
            let units = labels.first().map_or(&path, |label| of(label.role));
            for Label { role, span, text: _ } in labels {
                of(*role).span(span);
            }
            for Help { text: _, edits } in help {
                units.edits(edits);
            }
        }
    }
    log
}

#[cfg(test)]
mod tests;
