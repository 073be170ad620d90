//! Headers of API Gateway, which an API destination does not check.

use super::TargetKind;
use super::diagnostics as say;
use crate::draft::{Block, Invoke, is_expression};
use crate::message::Diagnostic;
use rulepad_document::json::Node;

/// The headers that AWS refuses: those that it sets or signs, and names that are expressions.
pub(super) fn check(invoke: &Invoke, kind: TargetKind) -> Vec<Diagnostic> {
    if kind != TargetKind::ApiGateway {
        return Vec::new();
    }
    let headers = invoke.block(Block::Http).and_then(|block| block.get("HeaderParameters"));
    let members = headers.and_then(Node::members).unwrap_or_default();
    let is_refused = |name: &str| {
        let name = name.to_ascii_lowercase();
        is_expression(&name) || matches!(name.as_str(), "authorization" | "host") || name.starts_with("x-amz")
    };
    let refused = members.iter().filter(|member| is_refused(&member.key));
    refused.map(|member| say::header(member.key_span, &member.key)).collect()
}
