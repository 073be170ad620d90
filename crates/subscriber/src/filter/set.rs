//! What filters of a subscriber are together: one for each scope, and all of them short.

use super::limits::{MAX_BYTES, NEAR};
use super::{ParsedFilter, check};
use crate::scope::Scope;
use crate::system::SystemField;
use rulepad_document::json::{Node, Value};

/// Adds what is wrong with filters together to their diagnostics.
pub fn check_all(filters: &mut [ParsedFilter]) {
    let mut seen: Vec<Scope> = Vec::new();
    for filter in filters.iter_mut() {
        if seen.contains(&filter.scope) {
            filter.diagnostics.insert(0, check::duplicate(filter.scope, &filter.text));
        }
        seen.push(filter.scope);
    }
    let bytes = filters.iter().map(|filter| filter.text.len()).sum();
    let longest = filters.iter_mut().max_by_key(|filter| filter.text.len());
    if let Some(longest) = longest {
        if bytes > MAX_BYTES {
            longest.diagnostics.insert(0, check::too_long(&longest.text, bytes));
        } else if bytes >= NEAR {
            longest.diagnostics.push(check::long(&longest.text, bytes));
        }
    }
    proof(filters);
}

/// A source in `Data` that only AWS may use proves nothing: any publisher can write it there.
fn proof(filters: &mut [ParsedFilter]) {
    let asked = |filter: &ParsedFilter| {
        filter.json.as_ref().is_some_and(|json| json.get(SystemField::Source.name()).is_some())
    };
    if filters.iter().any(|filter| filter.scope == Scope::SystemMetadata && asked(filter)) {
        return;
    }
    for filter in filters.iter_mut().filter(|filter| filter.scope == Scope::Data) {
        let Some(json) = &filter.json else { continue };
        let Some(source) = json.get("source") else { continue };
        let Value::Array(items) = &source.value else { continue };
        let of_aws = |item: &&Node| item.as_str().is_some_and(|text| text.starts_with("aws."));
        if let Some(first) = items.iter().find(of_aws).and_then(Node::as_str) {
            filter.diagnostics.push(check::no_proof(source.span, first));
        }
    }
}
