//! Reports on subscribers of custom event buses as JSON; their spans count code points.

use rulepad_migrate::{MigratedRule, rule};
use rulepad_subscriber::expression::{ExpressionOptions, ExpressionReport, of_expression};
use rulepad_subscriber::report::{Report, of_filters, of_subscriber};
use rulepad_subscriber::source::{SourceReport, of_source};
use rulepad_subscriber::units::Unit;
use rulepad_subscriber::units::Units;
use rulepad_subscriber::{Filter, Published, Scope};
use rulepad_workbench::{Diagnostic, Draft, Lang, import};
use serde::Serialize;

/// The rules of a text as subscribers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Migrated {
    /// What the text is; blank where nothing of it was known.
    pub form: String,
    /// Each rule of the text.
    pub rules: Vec<MigratedRule>,
    /// What could not be taken from the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether a subscriber gets events, and what arrives.
#[must_use]
pub fn subscriber(text: &str, event: &str, published: Published, lang: Lang) -> Report {
    of_subscriber(text, event, published, lang).counted(text, event, Unit::CodePoint)
}

/// Whether filters accept events: the patterns of `DATA`, `METADATA` and `SYSTEM_METADATA`.
#[must_use]
pub fn filters(patterns: [Option<String>; 3], event: &str, published: Published, lang: Lang) -> Report {
    let scopes = [Scope::Data, Scope::Metadata, Scope::SystemMetadata];
    let given = scopes.into_iter().zip(patterns);
    let filters: Vec<Filter> =
        given.filter_map(|(scope, pattern)| Some(Filter { scope, pattern: pattern? })).collect();
    of_filters(&filters, event, published, lang).counted("", event, Unit::CodePoint)
}

/// Whether an event crosses an event source.
#[must_use]
pub fn event_source(text: &str, event: &str, lang: Lang) -> SourceReport {
    of_source(text, event, lang).counted(text, event, Unit::CodePoint)
}

/// What an expression gives for events.
#[must_use]
pub fn expression(text: &str, event: &str, options: &ExpressionOptions, lang: Lang) -> ExpressionReport {
    of_expression(text, event, options, lang).counted(text, event, Unit::CodePoint)
}

/// Every rule of a text, in any form that is imported, as subscribers of a bus: one for each target.
#[must_use]
pub fn migrate(text: &str, bus: &str, lang: Lang) -> Migrated {
    let read = import(text, lang);
    let units = Units::new(text, Unit::CodePoint);
    let mut diagnostics = read.diagnostics;
    diagnostics.iter_mut().for_each(|found| units.diagnostic(found));
    let rules = read.rules.into_iter().map(|own| {
        let draft = own.onto(&Draft::default());
        let migration = rule(&draft.rule, &draft.pattern, &draft.targets, bus).report(lang);
        MigratedRule { label: own.label, notes: own.notes, migration: migration.counted(Unit::CodePoint) }
    });
    Migrated { form: read.form, rules: rules.collect(), diagnostics }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_subscriber::Verdict;

    #[test]
    fn spans_count_code_points() {
        let event = r#"{"id": 7}"#;
        let patterns = [Some(r#"{"é😀": "x"}"#.to_owned()), None, Some("{}".to_owned())];
        let found = filters(patterns, event, Published::Recognize, Lang::En);
        assert_eq!(found.verdict, Verdict::FilterError);
        let scopes: Vec<Scope> = found.filters.iter().map(|own| own.scope).collect();
        assert_eq!(scopes, [Scope::Data, Scope::SystemMetadata]);
        // Seven characters are in front of the value.
        assert_eq!(found.filters[0].diagnostics[0].span().range().start, 7);

        let text = "{% \"😀\" & $events.Data.id %}";
        let found = expression(text, event, &ExpressionOptions::default(), Lang::En);
        let result = &found.results[0];
        assert_eq!(result.text.as_deref(), Some("😀7"));
        assert_eq!(result.pieces.last().unwrap().out.range(), 1..2);
    }
}
