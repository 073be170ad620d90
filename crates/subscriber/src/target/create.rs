//! What AWS refuses of a target when the subscriber is made: nothing is stored.

use super::diagnostics as say;
use super::http;
use super::universal::Action;
use super::{Arn, BadTarget, Refusal, TargetFinding, TargetKind};
use crate::draft::{Block, Invoke, Placed, PlacedText, Subscriber, Transformer};
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Role, Span};
use rulepad_jsonata::Use;

/// The longest and the shortest timeout in seconds.
const TIMEOUT: std::ops::RangeInclusive<i64> = 1..=30;

/// Adds what AWS refuses at create.
pub(super) fn check(own: &Subscriber, out: &mut Vec<TargetFinding>) {
    let mut refuse = |found| out.push(TargetFinding::new(Refusal::AtCreate, found));
    let Some(invoke) = &own.invoke else { return };
    let Some(target) = &invoke.value.arn else { return };
    let Some(arn) = Arn::parse(&target.value) else { return };
    let kind = match TargetKind::of(&arn) {
        Ok(kind) => kind,
        Err(BadTarget::Service) => return refuse(say::not_a_target(target.span)),
        Err(BadTarget::Resource(kind)) => return refuse(say::resource_form(target.span, kind)),
    };
    places(own, kind, target, &arn, out);
    let mut refuse = |found| out.push(TargetFinding::new(Refusal::AtCreate, found));
    for found in blocks(&invoke.value, kind, target) {
        refuse(found);
    }
    if kind == TargetKind::Universal {
        for found in universal(own, &invoke.value, target, &arn) {
            refuse(found);
        }
    }
    for found in timeouts(&invoke.value, kind).into_iter().chain(http::check(&invoke.value, kind)) {
        refuse(found);
    }
    invoke.value.blocks.iter().for_each(|(_, block)| attributes(&block.value, &mut refuse));
    transformer(own, kind, out);
    batch(own, kind, out);
}

/// Every expression must be one: AWS reads them when the subscriber is made, and evaluates nothing.
pub(super) fn expressions(own: &Subscriber, out: &mut Vec<TargetFinding>) {
    let transformer = match own.transformer.as_ref().map(|own| &own.value) {
        Some(Transformer::Jsonata(Some(text))) => {
            Some((text.value.as_str(), &own.expression, Use::Transformer))
        }
        _ => None,
    };
    let mut add = |text: &str, place: &PlacedText, used| {
        for found in rulepad_jsonata::parse(text, Role::Import, used).diagnostics {
            let refusal = if found.is_error() { Refusal::AtCreate } else { Refusal::Nobody };
            out.push(TargetFinding::new(refusal, place.place(found.lift())));
        }
    };
    if let Some((text, Some(place), used)) = transformer {
        add(text, place, used);
    }
    for parameter in &own.parameters {
        let used = if parameter.block == Block::Universal { Use::UniversalInput } else { Use::Parameter };
        add(&parameter.text, &parameter.place, used);
    }
}

/// Region, partition and account are those of the bus.
fn places(
    own: &Subscriber,
    kind: TargetKind,
    target: &Placed<String>,
    arn: &Arn<'_>,
    out: &mut Vec<TargetFinding>,
) {
    let Some(bus) = own.bus.as_ref().and_then(|bus| Arn::parse(&bus.value)) else { return };
    let mut refuse = |found| out.push(TargetFinding::new(Refusal::AtCreate, found));
    if bus.partition != arn.partition {
        refuse(say::partition(target.span, bus.partition));
    }
    if kind.is_bound_to_region() && bus.region != arn.region {
        refuse(say::region(target.span, bus.region));
    }
    if kind != TargetKind::Universal && bus.account != arn.account {
        if kind == TargetKind::EventBus {
            let found = say::bus_of_other_account(target.span, arn.account);
            out.push(TargetFinding::new(Refusal::Nobody, found));
        } else {
            out.push(TargetFinding::new(
                Refusal::AtCreate,
                say::account(target.span, arn.account, bus.account),
            ));
        }
    }
    if own.bus.as_ref().is_some_and(|bus| bus.value == target.value) {
        out.push(TargetFinding::new(Refusal::AtCreate, say::own_bus(target.span)));
    }
    let role = own.invoke.as_ref().and_then(|invoke| invoke.value.role.as_ref());
    if let Some(role) = role
        && let Some(parts) = Arn::parse(&role.value)
        && parts.account != bus.account
    {
        out.push(TargetFinding::new(
            Refusal::AtCreate,
            say::role_account(role.span, parts.account, bus.account),
        ));
    }
}

/// One block at most, and that of the target.
fn blocks(invoke: &Invoke, kind: TargetKind, target: &Placed<String>) -> Vec<crate::message::Diagnostic> {
    let expected = kind.block();
    let wrong = invoke.blocks.iter().filter(|(block, _)| Some(*block) != expected);
    wrong.map(|(block, place)| say::wrong_block(place.span, *block, &target.value, expected)).collect()
}

/// What a universal target must have besides.
fn universal(
    own: &Subscriber,
    invoke: &Invoke,
    target: &Placed<String>,
    arn: &Arn<'_>,
) -> Vec<crate::message::Diagnostic> {
    let mut found = Vec::new();
    if let Some(action) = Action::of(arn)
        && let Some(bad) = action.check()
    {
        found.push(say::action(target, &action, bad));
    }
    match invoke.block(Block::Universal) {
        None => found.push(say::no_universal_block(target.span)),
        Some(block) => {
            let input = block.get("Input").and_then(|node| Some((node.as_str()?, node.span)));
            let literal = input.filter(|(text, _)| !text.trim_start().starts_with("{%"));
            let is_object = |text: &str| {
                let parsed = json::parse(text, Role::Import);
                parsed.single().is_some_and(|root| root.members().is_some())
            };
            if let Some((_, span)) = literal.filter(|(text, _)| !is_object(text)) {
                found.push(say::universal_input(span));
            }
        }
    }
    let batch = own.batch.as_ref();
    if batch.is_none_or(|batch| batch.value.size.is_none() || batch.value.window.is_none()) {
        found.push(say::universal_batch(batch.map_or(target.span, |batch| batch.span)));
    }
    found
}

/// `InvocationTimeoutSeconds`: a literal from 1 to 30, and not at API destinations.
fn timeouts(invoke: &Invoke, kind: TargetKind) -> Vec<crate::message::Diagnostic> {
    let mut found = Vec::new();
    for (block, node) in &invoke.blocks {
        let Some(own) = node.value.get("InvocationTimeoutSeconds") else { continue };
        let Some(text) = own.as_str() else { continue };
        if *block == Block::Http && kind == TargetKind::ApiDestination {
            found.push(say::timeout_of_destination(own.span));
        } else if !crate::draft::is_expression(text)
            && !text.parse::<i64>().is_ok_and(|seconds| TIMEOUT.contains(&seconds))
        {
            found.push(say::timeout_range(own.span, text));
        }
    }
    found
}

/// Attributes of messages: nothing is evaluated in binary values.
fn attributes(block: &Node, refuse: &mut impl FnMut(crate::message::Diagnostic)) {
    for name in ["MessageAttributes", "MessageSystemAttributes"] {
        for member in block.get(name).and_then(Node::members).unwrap_or_default() {
            let Some(binary) = member.value.get("BinaryValue") else { continue };
            if binary.as_str().is_some_and(|text| text.contains("{%") || text.contains("%}")) {
                refuse(say::binary_value(binary.span, &member.key));
            }
        }
    }
}

fn transformer(own: &Subscriber, kind: TargetKind, out: &mut Vec<TargetFinding>) {
    let Some(transformer) = &own.transformer else { return };
    if matches!(transformer.value, Transformer::Jsonata(None)) {
        out.push(TargetFinding::new(Refusal::AtCreate, say::no_expression(transformer.span)));
    }
    match kind {
        TargetKind::ClassicBus if transformer.value != Transformer::Raw => {
            out.push(TargetFinding::new(Refusal::AtCreate, say::raw_only(transformer.span)));
        }
        TargetKind::Universal if transformer.value != Transformer::Raw => {
            out.push(TargetFinding::new(Refusal::Nobody, say::transformer_unused(transformer.span)));
        }
        _ => {}
    }
}

/// The batch that the target takes.
fn batch(own: &Subscriber, kind: TargetKind, out: &mut Vec<TargetFinding>) {
    let Some(size) = own.batch.as_ref().and_then(|batch| batch.value.size.as_ref()) else { return };
    let Some((most, _)) = kind.batch().filter(|(most, _)| size.value > *most) else { return };
    if kind.has_disputed_batch() {
        out.push(TargetFinding::new(Refusal::Nobody, say::batch_disputed(size.span, size.value)));
    } else {
        out.push(TargetFinding::new(Refusal::AtCreate, say::batch_size(size.span, size.value, most)));
    }
}

/// Whether a value is a literal, of which the text is known.
pub(super) fn literal<'n>(block: &'n Node, name: &str) -> Option<(&'n str, Span)> {
    let own = block.get(name)?;
    match &own.value {
        Value::String(text) if !crate::draft::is_expression(text) => Some((text, own.span)),
        _ => None,
    }
}
