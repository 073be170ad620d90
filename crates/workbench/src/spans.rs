//! A report counted in UTF-16 units, as JavaScript counts, instead of bytes.

use crate::draft::Draft;
use crate::explanation::{Explanation, Finding, Reason, Wanted};
use crate::import::{
    FoundInPattern, Import, ImportedFile, ImportedFiles, PatternRead, TargetRead, Understood,
};
use crate::paste::{Pasted, PastedEvent};
use crate::render::{InputOptions, InputReport};
use crate::report::{Line, Near, Report, TargetReport};
use rulepad_document::{Diagnostic, Edit, Help, Label, Reference, Role, RuleProperty, Span, TargetProperty};
use rulepad_event_log::{EventLog, Key, Table};
use rulepad_import::NamedText;
use rulepad_pattern::complexity::{Complexity, Cost};
use rulepad_pattern::explanation::{Branch, Item, Seen};
use rulepad_pattern::near_miss::NearMiss;
use rulepad_rule::{DeliveredPart, Delivery, Rule, Source, Target};
use rulepad_transformer::{Input, Origin, Outcome, Payload, Piece, Rendered, Variable};

// Every type is taken apart without `..`, so that a new field cannot bring spans that nobody counts.

impl Report {
    /// The same report of the same draft with every span in UTF-16 units of its text.
    #[must_use]
    pub fn in_utf16(mut self, draft: &Draft) -> Self {
        let texts = Texts::new(draft);
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
    pub fn in_utf16(mut self, event: &str, options: &InputOptions) -> Self {
        let input = options.chosen().unwrap_or_default();
        let draft = Draft {
            event: event.to_owned(),
            targets: vec![Target { input, ..Target::default() }],
            ..Draft::default()
        };
        let texts = Texts::new(&draft);
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
        let texts = Texts::new(&Draft { event: text.to_owned(), ..Draft::default() });
        let Self { form: _, said: _, events, problems } = &mut self;
        for found in problems {
            texts.diagnostic(found);
        }
        for event in events {
            let PastedEvent { title: _, text, span, said: _, diagnostics, error: _, size: _, verdict: _ } =
                event;
            texts.event.span(span);
            if !diagnostics.is_empty() {
                let own = Texts::new(&Draft { event: text.clone(), ..Draft::default() });
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
        let texts = Texts { import: Units::new(text), ..Texts::new(&Draft::default()) };
        let Self { form: _, rules, diagnostics } = &mut self;
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
            let own = Texts::new(&draft);
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
        let (name, path) = (Units::new(name), Units::new(path));
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

/// One text's offsets: the characters that are longer in bytes than in units.
#[derive(Default)]
struct Units {
    /// Start in bytes, start in units, length in bytes, length in units; in the order of the text.
    wide: Vec<(u32, u32, u32, u32)>,
}

impl Units {
    fn new(text: &str) -> Self {
        let mut wide: Vec<(u32, u32, u32, u32)> = Vec::new();
        let small = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let mut surplus = 0;
        for (start, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            let (start, bytes, units) = (small(start), small(c.len_utf8()), small(c.len_utf16()));
            wide.push((start, start.saturating_sub(surplus), bytes, units));
            surplus += bytes - units;
        }
        Self { wide }
    }

    /// The offset in units; one inside a character is the character's start.
    fn offset(&self, byte: u32) -> u32 {
        let before = self.wide.partition_point(|(start, ..)| *start <= byte);
        match before.checked_sub(1).and_then(|last| self.wide.get(last)) {
            None => byte,
            Some((start, at, bytes, _)) if byte < start + bytes && byte >= *start => *at,
            Some((start, at, bytes, units)) => at + units + (byte - start - bytes),
        }
    }

    fn span(&self, span: &mut Span) {
        *span = Span { start: self.offset(span.start), end: self.offset(span.end) };
    }

    fn spans<'s>(&self, spans: impl IntoIterator<Item = &'s mut Span>) {
        spans.into_iter().for_each(|span| self.span(span));
    }

    fn edits(&self, edits: &mut [Edit]) {
        for Edit { span, text: _ } in edits {
            self.span(span);
        }
    }
}

/// Every text of a draft.
struct Texts {
    event: Units,
    pattern: Units,
    rule: RuleUnits,
    targets: Vec<TargetUnits>,
    /// A text that rules are read from.
    import: Units,
    /// For places of texts that are not there.
    none: TargetUnits,
}

#[derive(Default)]
struct RuleUnits {
    name: Units,
    bus: Units,
    description: Units,
    role: Units,
}

#[derive(Default)]
struct TargetUnits {
    id: Units,
    arn: Units,
    role: Units,
    /// `InputPath` or `Input`: a target has one of them at most.
    plain: Units,
    paths: Units,
    template: Units,
    parameters: Units,
    dead_letter: Units,
    retry: Units,
    age: Units,
    endpoint: Units,
    other: Units,
}

impl TargetUnits {
    fn new(target: &Target) -> Self {
        let Target {
            id,
            arn,
            role_arn,
            input,
            parameters,
            dead_letter_arn,
            retry_attempts,
            event_age,
            endpoint,
        } = target;
        let (plain, paths, template) = match input {
            Input::MatchedEvent => ("", "", ""),
            Input::Path(text) | Input::Constant(text) => (text.as_str(), "", ""),
            Input::Transformer { paths, template } => ("", paths.as_str(), template.as_str()),
        };
        Self {
            id: Units::new(id),
            arn: Units::new(arn),
            role: Units::new(role_arn),
            plain: Units::new(plain),
            paths: Units::new(paths),
            template: Units::new(template),
            parameters: Units::new(parameters),
            dead_letter: Units::new(dead_letter_arn),
            retry: Units::new(retry_attempts),
            age: Units::new(event_age),
            endpoint: Units::new(endpoint),
            other: Units::default(),
        }
    }
}

impl Texts {
    fn new(draft: &Draft) -> Self {
        let Draft { event, pattern, dialect: _, rule, targets, references: _, table: _, origin: _ } = draft;
        let Rule { name, event_bus, description, state: _, role_arn, schedule: _, tags: _, location: _ } =
            rule;
        Self {
            event: Units::new(event),
            pattern: Units::new(pattern),
            rule: RuleUnits {
                name: Units::new(name),
                bus: Units::new(event_bus),
                description: Units::new(description),
                role: Units::new(role_arn),
            },
            targets: targets.iter().map(TargetUnits::new).collect(),
            import: Units::default(),
            none: TargetUnits::default(),
        }
    }

    fn target(&self, at: u32) -> &TargetUnits {
        usize::try_from(at).ok().and_then(|at| self.targets.get(at)).unwrap_or(&self.none)
    }

    /// The text of a label.
    fn units(&self, role: Role) -> &Units {
        match role {
            Role::Event => &self.event,
            Role::Pattern => &self.pattern,
            Role::Input(at) | Role::InputPath(at) => &self.target(at).plain,
            Role::InputPathsMap(at) => &self.target(at).paths,
            Role::InputTemplate(at) => &self.target(at).template,
            Role::Parameters(at) => &self.target(at).parameters,
            Role::Target(at, property) => {
                let target = self.target(at);
                match property {
                    TargetProperty::Id => &target.id,
                    TargetProperty::Arn => &target.arn,
                    TargetProperty::RoleArn => &target.role,
                    TargetProperty::DeadLetterArn => &target.dead_letter,
                    TargetProperty::RetryAttempts => &target.retry,
                    TargetProperty::EventAge => &target.age,
                    TargetProperty::Endpoint => &target.endpoint,
                    TargetProperty::Input | TargetProperty::Whole => &target.other,
                }
            }
            Role::Rule(RuleProperty::Name) => &self.rule.name,
            Role::Rule(RuleProperty::EventBus) => &self.rule.bus,
            Role::Rule(RuleProperty::Description) => &self.rule.description,
            Role::Rule(RuleProperty::RoleArn) => &self.rule.role,
            Role::Import => &self.import,
            Role::Table(_) | Role::Tests => &self.none.other,
        }
    }

    fn diagnostic(&self, found: &mut Diagnostic) {
        let Diagnostic { code: _, severity: _, message: _, labels, help, reference } = found;
        let first = labels.first().map_or(&self.none.other, |label| self.units(label.role));
        for Help { text: _, edits } in help {
            first.edits(edits);
        }
        if let Some(Reference { sentence: _, cursor, locations: _, reached }) = reference {
            *cursor = first.offset(*cursor);
            *reached = first.offset(*reached);
        }
        for Label { role, span, text: _ } in labels {
            self.units(*role).span(span);
        }
    }

    fn line(&self, line: &mut Line) {
        let Line {
            depth: _,
            name: _,
            kind: _,
            holds: _,
            sentence: _,
            wants: _,
            saw: _,
            contrast: _,
            pattern,
            event,
            near,
        } = line;
        self.pattern.span(pattern);
        self.event.spans(event);
        for Near { text: _, edits } in near {
            self.pattern.edits(edits);
        }
    }

    fn complexity(&self, complexity: &mut Complexity) {
        let Complexity { value: _, limit: _, field: _, costliest, wildcards } = complexity;
        for Cost { span, field: _, value: _ } in costliest.iter_mut().chain(wildcards) {
            self.pattern.span(span);
        }
    }

    fn explanation(&self, explanation: &mut Explanation) {
        let Explanation { conditions, alternatives: _, shown: _, outline, exhausted: _ } = explanation;
        for finding in conditions {
            self.finding(finding);
        }
        for item in outline {
            self.item(item);
        }
    }

    fn finding(&self, finding: &mut Finding) {
        let Finding { name: _, key, span, wants, holds: _, reason, seen, more: _, near } = finding;
        self.pattern.spans([key, span]);
        for Wanted { span, text: _ } in wants {
            self.pattern.span(span);
        }
        if let Reason::NotALeaf { kind: _, span } = reason {
            self.event.span(span);
        }
        for Seen { name: _, span, json: _, matcher: _ } in seen {
            self.event.span(span);
        }
        for NearMiss { difference: _, saw: _, event, edits } in near {
            self.event.span(event);
            self.pattern.edits(edits);
        }
    }

    fn item(&self, item: &mut Item) {
        match item {
            Item::Condition(_) => {}
            Item::AnyOf { key, holds: _, branches } => {
                self.pattern.span(key);
                for Branch { span, holds: _, items } in branches {
                    self.pattern.span(span);
                    items.iter_mut().for_each(|item| self.item(item));
                }
            }
        }
    }

    fn rendered(&self, rendered: &mut Rendered, target: u32) {
        let Rendered { outcome, certainty: _, variables, diagnostics, instead: _ } = rendered;
        match outcome {
            Outcome::Delivered(payload)
            | Outcome::NotDelivered { reason: _, would_be: payload }
            | Outcome::Unknown { reason: _, would_be: Some(payload) } => self.payload(payload, target),
            Outcome::Unknown { reason: _, would_be: None } | Outcome::Refused { message: _ } => {}
        }
        let texts = self.target(target);
        for variable in variables {
            let Variable { name: _, path: _, path_span, value: _, kind: _, event_spans, uses, reserved: _ } =
                variable;
            texts.paths.spans(path_span);
            self.event.spans(event_spans);
            texts.template.spans(uses);
        }
        for found in diagnostics {
            self.diagnostic(found);
        }
    }

    fn delivery(&self, delivery: &mut Delivery) {
        let Delivery { operation: _, parts, notes: _, unverified: _, refused: _ } = delivery;
        for DeliveredPart { name: _, text: _, is_json: _, source } in parts {
            match source {
                Source::Event { spans } => self.event.spans(spans),
                Source::Payload | Source::Settings => {}
            }
        }
    }

    fn payload(&self, payload: &mut Payload, target: u32) {
        let Payload { text, is_json: _, pieces } = payload;
        let own = Units::new(text);
        let texts = self.target(target);
        for Piece { out, origin } in pieces {
            own.span(out);
            match origin {
                Origin::Template { span } => texts.template.span(span),
                Origin::Variable { name: _, span, event_spans } => {
                    texts.template.span(span);
                    self.event.spans(event_spans);
                }
                Origin::Event { span } => self.event.span(span),
                Origin::Constant { span } => texts.plain.span(span),
            }
        }
    }
}

#[cfg(test)]
#[path = "spans_tests.rs"]
mod tests;
