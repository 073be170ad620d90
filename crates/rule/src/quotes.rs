//! Quotes of a text template that reach somebody who reads plain text.

use super::{Message, Target, TargetKind};
use crate::diagnostics;
use crate::message::QuotesReader;
use rulepad_document::{Diagnostic, Span};
use rulepad_transformer::Input;

/// For a target that receives its rendered text. Warns where the quotes around the text of a template are delivered as part of it: EventBridge delivers
/// them (observed), and these kinds hand the text on as it is.
#[must_use]
pub fn quotes_delivered(at: u32, target: &Target) -> Option<Diagnostic<Message>> {
    let kind = target.kind()?;
    let reader = match kind {
        TargetKind::Sns | TargetKind::Sqs => QuotesReader::Message,
        TargetKind::ApiDestination | TargetKind::ApiGateway => QuotesReader::Endpoint,
        _ => return None,
    };
    let Input::Transformer { template, .. } = &target.input else { return None };
    let start = template.len() - template.trim_start().len();
    let line = template.get(start..)?.lines().next()?.trim_end();
    let text = line.len() > 1 && line.starts_with('"') && line.ends_with('"');
    text.then(|| diagnostics::quotes_delivered(at, Span::new(start, start + line.len()), reader))
}
