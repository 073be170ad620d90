//! Reports with the places of their texts in other units than bytes.

use crate::draft::{self, Transformer};
use crate::expression::{
    Evaluated, EvaluatedEvent, ExpressionReport, FilteredReport, PieceReport, PlaceReport,
};
use crate::report::{
    ArrivedReport, EventReport, FilterReport, FindingReport, Line, Near, PieceReport as Stretch, Report,
    ScopeReport, TargetReport,
};
use crate::scope::Scope;
use crate::source::SourceReport;
use rulepad_document::Diagnostic;
use rulepad_document::units::{Unit, Units};

// Every type is taken apart without `..`, so that a new field cannot bring spans that nobody counts.

fn all(units: &Units, found: &mut [Diagnostic]) {
    found.iter_mut().for_each(|own| units.diagnostic(own));
}

impl Report {
    /// The same report of the same texts with every span in another unit; `subscriber` is blank where there are filters
    /// alone.
    #[must_use]
    pub fn counted(mut self, subscriber: &str, event: &str, unit: Unit) -> Self {
        let Self {
            verdict: _,
            headline: _,
            subscriber: of_subscriber,
            filters,
            target,
            events,
            event: of_event,
            notes: _,
            unverified: _,
        } = &mut self;
        let whole = Units::new(subscriber, unit);
        all(&whole, of_subscriber);
        let of_filters: Vec<(Scope, Units)> =
            filters.iter().map(|own| (own.scope, Units::new(&own.pattern, unit))).collect();
        let expression = match draft::read(subscriber).subscriber.transformer.map(|own| own.value) {
            Some(Transformer::Jsonata(Some(text))) => Units::new(&text.value, unit),
            _ => Units::default(),
        };
        for own in events {
            event_counted(own, &of_filters, &expression, unit);
        }
        all(&Units::new(event, unit), of_event);
        for FilterReport { scope: _, pattern, diagnostics } in filters {
            all(&Units::new(pattern, unit), diagnostics);
        }
        if let Some(target) = target {
            let TargetReport {
                kind: _,
                refused_at_create: _,
                refused_by_target: _,
                findings,
                settings: _,
                policies: _,
                unverified: _,
            } = target;
            for FindingReport { refusal: _, diagnostic } in findings {
                whole.diagnostic(diagnostic);
            }
        }
        self
    }
}

fn event_counted(own: &mut EventReport, filters: &[(Scope, Units)], expression: &Units, unit: Unit) {
    let EventReport { verdict: _, headline: _, said: _, published: _, event, scopes, arrives, unverified: _ } =
        own;
    let event = Units::new(event, unit);
    for ScopeReport { scope, holds: _, summary: _, why } in scopes {
        let pattern = filters.iter().find(|(own, _)| own == scope).map(|(_, units)| units);
        for line in why {
            let Line {
                depth: _,
                kind: _,
                name: _,
                holds: _,
                sentence: _,
                wants: _,
                saw: _,
                contrast: _,
                pattern: span,
                event: seen,
                near,
            } = line;
            event.spans(seen);
            let Some(pattern) = pattern else { continue };
            pattern.span(span);
            for Near { text: _, edits } in near {
                pattern.edits(edits);
            }
        }
    }
    if let Some(arrives) = arrives {
        let ArrivedReport { outcome: _, payload, call: _, pieces, reads, parameters: _, unverified: _ } =
            arrives;
        let payload = Units::new(payload.as_deref().unwrap_or_default(), unit);
        event.spans(reads);
        for Stretch { out, kind: _, expression: made, event: from } in pieces {
            payload.span(out);
            expression.spans(made);
            event.spans(from);
        }
    }
}

impl SourceReport {
    /// The same report of the same texts with every span in another unit.
    #[must_use]
    pub fn counted(mut self, source: &str, event: &str, unit: Unit) -> Self {
        let Self {
            verdict: _,
            headline: _,
            source: of_source,
            event: of_event,
            why: _,
            proof: _,
            unverified: _,
        } = &mut self;
        all(&Units::new(source, unit), of_source);
        all(&Units::new(event, unit), of_event);
        self
    }
}

impl ExpressionReport {
    /// The same report of the same texts with every span in another unit.
    #[must_use]
    pub fn counted(mut self, expression: &str, event: &str, unit: Unit) -> Self {
        let Self {
            is_expression: _,
            is_refused: _,
            expression: of_expression,
            event: of_event,
            events,
            results,
        } = &mut self;
        let text = Units::new(expression, unit);
        all(&text, of_expression);
        all(&Units::new(event, unit), of_event);
        let in_event = |EvaluatedEvent { said: _, event }: &EvaluatedEvent| Units::new(event, unit);
        let of_events: Vec<Units> = events.iter().map(in_event).collect();
        let place = |PlaceReport { event, scope: _, span }: &mut PlaceReport| {
            if let Some(units) = usize::try_from(*event).ok().and_then(|at| of_events.get(at)) {
                units.span(span);
            }
        };
        for Evaluated { outcome: _, text: result, kind: _, pieces, reads, filtered, unverified: _ } in results
        {
            let out = Units::new(result.as_deref().unwrap_or_default(), unit);
            for PieceReport { out: of_result, from: _, span, places } in pieces {
                out.span(of_result);
                text.span(span);
                places.iter_mut().for_each(place);
            }
            reads.iter_mut().for_each(place);
            for FilteredReport { span, tested: _, passed: _, more: _ } in filtered {
                text.span(span);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::event::Published;
    use crate::expression::{ExpressionOptions, of_expression};
    use crate::report::of_subscriber;
    use crate::source::of_source;
    use rulepad_document::units::Unit;
    use rulepad_document::{Diagnostic, Lang, Span};

    /// The text under a span of UTF-16 units.
    fn under(text: &str, span: Span) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[span.range()]).unwrap()
    }

    fn edited(found: &[Diagnostic], text: &str) -> Vec<(String, String)> {
        let of = |found: &Diagnostic| (found.code.to_string(), under(text, found.span()));
        found.iter().map(of).collect()
    }

    #[test]
    fn a_report_about_texts_with_wide_characters_counts_their_units() {
        let subscriber = r#"{"Description": "주문😀", "FilterConfiguration": {"Filters": [{"Scope": "DATA", "Pattern": "{\"é😀\": \"x\"}"}]}, "Nome": 1}"#;
        let event = r#"{"Source": "주문😀", "DetailType": "d", "Detail": 1}"#;
        let bytes = of_subscriber(subscriber, event, Published::Recognize, Lang::En);
        let found = bytes.clone().counted(subscriber, event, Unit::Utf16);
        let expected: Vec<String> =
            bytes.subscriber.iter().map(|own| own.span().of(subscriber).to_owned()).collect();
        let own: Vec<String> = found.subscriber.iter().map(|own| under(subscriber, own.span())).collect();
        assert!(own.len() > 2, "{own:?}");
        assert_eq!(own, expected);
        assert_eq!(edited(&found.event, event), [("published.type".to_owned(), "1".to_owned())]);
        let filter = &found.filters[0];
        assert_eq!(edited(&filter.diagnostics, &filter.pattern)[0].1, "\"x\"");
        let edit = &filter.diagnostics[0].first_fix().unwrap().edits[0];
        assert!(edit.span.range().start >= 7, "{edit:?}");
        // In code points the emoji is one.
        let points = bytes.counted(subscriber, event, Unit::CodePoint);
        let at = points.event[0].span().range().start;
        assert_eq!(event.chars().nth(at), Some('1'));
    }

    #[test]
    fn a_report_about_an_event_source_counts_units() {
        let source = r#"{"Name": "é😀", "Nome": 1}"#;
        let found = of_source(source, "{}", Lang::En).counted(source, "{}", Unit::Utf16);
        assert!(found.source.iter().any(|own| under(source, own.span()) == "\"Nome\""), "{found:?}");
    }

    #[test]
    fn places_of_an_expression_count_the_units_of_their_own_texts() {
        let text = r#"{% "😀" & $events.Data.이름 & "é" & $events.Data.none.x %}"#;
        let event = r#"{"é😀": 1, "이름": "가😀나"}"#;
        let found = of_expression(text, event, &ExpressionOptions::default(), Lang::En);
        let found = found.counted(text, event, Unit::Utf16);
        let [result] = found.results.as_slice() else { panic!("{found:?}") };
        let whole = result.text.as_deref().unwrap();
        assert_eq!(whole, "😀가😀나é");
        let pieces: Vec<(String, String)> =
            result.pieces.iter().map(|piece| (under(whole, piece.out), under(text, piece.span))).collect();
        let texts: Vec<&str> = pieces.iter().map(|(out, _)| out.as_str()).collect();
        assert_eq!(texts.concat(), whole, "{pieces:?}");
        assert!(pieces.iter().any(|own| own.0 == "가😀나" && own.1 == "$events.Data.이름"), "{pieces:?}");
        let read: Vec<String> =
            result.reads.iter().map(|place| under(&found.events[0].event, place.span)).collect();
        assert!(read.iter().any(|own| own.trim_matches('"') == "가😀나"), "{read:?}");
    }
}
