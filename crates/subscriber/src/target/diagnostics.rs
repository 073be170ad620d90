//! What is wrong with a target, one constructor a problem.

use super::TargetKind;
use super::universal::{Action, BadAction};
use crate::aws::{AwsSentence, StartFault};
use crate::code::Code;
use crate::draft::{Block, Placed};
use crate::message::Diagnostic;
use crate::target_text::TargetText;
use rulepad_document::json::quote;
use rulepad_document::{Edit, Role, Severity, Span};

fn error(code: Code, span: Span, text: TargetText) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Import, span, text)
}

fn warning(code: Code, span: Span, text: TargetText) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, Role::Import, span, text)
}

fn said(found: Diagnostic, sentence: AwsSentence) -> Diagnostic {
    found.aws_known(sentence, 0, 0)
}

pub(super) fn not_a_target(span: Span) -> Diagnostic {
    let found = error(Code::SubscriberTarget, span, TargetText::NotATarget).advice(TargetText::UseTarget);
    said(found, AwsSentence::NotATarget)
}

pub(super) fn resource_form(span: Span, kind: TargetKind) -> Diagnostic {
    let found = error(Code::SubscriberTargetForm, span, TargetText::ResourceForm(kind))
        .advice(TargetText::WriteResource(kind));
    // AWS's sentence was seen for one kind alone.
    if kind == TargetKind::Kinesis { said(found, AwsSentence::StreamForm) } else { found }
}

pub(super) fn partition(span: Span, wanted: &str) -> Diagnostic {
    let found = error(Code::SubscriberTargetPartition, span, TargetText::Partition(wanted.to_owned()))
        .advice(TargetText::UseTargetOfBus);
    said(found, AwsSentence::Partition(wanted.to_owned()))
}

pub(super) fn region(span: Span, wanted: &str) -> Diagnostic {
    let found = error(Code::SubscriberTargetRegion, span, TargetText::Region(wanted.to_owned()))
        .advice(TargetText::UseBusOfRegion);
    said(found, AwsSentence::Region(wanted.to_owned()))
}

pub(super) fn account(span: Span, found: &str, wanted: &str) -> Diagnostic {
    let text = TargetText::Account { found: found.to_owned(), wanted: wanted.to_owned() };
    let own = error(Code::SubscriberTargetAccount, span, text).advice(TargetText::UseBusOfAccount);
    said(own, AwsSentence::Account { target: found.to_owned(), subscriber: wanted.to_owned() })
}

pub(super) fn bus_of_other_account(span: Span, account: &str) -> Diagnostic {
    warning(Code::SubscriberBusAccount, span, TargetText::BusOfOtherAccount(account.to_owned()))
        .advice(TargetText::TryIt)
}

pub(super) fn own_bus(span: Span) -> Diagnostic {
    let found = error(Code::SubscriberOwnBus, span, TargetText::OwnBus).advice(TargetText::UseOtherBus);
    said(found, AwsSentence::OwnBus)
}

pub(super) fn role_account(span: Span, found: &str, wanted: &str) -> Diagnostic {
    let text = TargetText::RoleAccount { found: found.to_owned(), wanted: wanted.to_owned() };
    error(Code::SubscriberRoleAccount, span, text).advice(TargetText::UseRoleOfAccount)
}

pub(super) fn wrong_block(span: Span, block: Block, arn: &str, expected: Option<Block>) -> Diagnostic {
    let found = error(Code::SubscriberBlock, span, TargetText::Block { block, expected });
    let found = match expected {
        Some(expected) => {
            let edit = Edit { span, text: quote(expected.name()) };
            found.fix(TargetText::UseBlock(expected), vec![edit])
        }
        None => found.advice(TargetText::RemoveBlock(block)),
    };
    if block == Block::Universal {
        return said(found, AwsSentence::UniversalOnly);
    }
    said(found, AwsSentence::Block { block, arn: arn.to_owned(), expected })
}

pub(super) fn action(target: &Placed<String>, action: &Action<'_>, bad: BadAction) -> Diagnostic {
    let name = action.name.to_owned();
    let service = action.service.to_owned();
    let written = || {
        let prefix = target.value.strip_suffix(action.name).unwrap_or_default();
        let text = quote(&format!("{prefix}{}", action.respelled()));
        vec![Edit { span: target.span, text }]
    };
    match bad {
        BadAction::Case => said(
            error(Code::SubscriberAction, target.span, TargetText::ActionSpelling(name.clone()))
                .fix(TargetText::WriteAction(action.respelled()), written()),
            AwsSentence::ActionOfService { action: name, service },
        ),
        BadAction::Characters => said(
            error(Code::SubscriberAction, target.span, TargetText::ActionSpelling(name))
                .fix(TargetText::WriteAction(action.respelled()), written()),
            AwsSentence::ActionSpelling,
        ),
        BadAction::Reads => error(Code::SubscriberActionRefused, target.span, TargetText::ActionReads(name))
            .advice(TargetText::UseWritingAction),
        BadAction::Blocked => {
            error(Code::SubscriberActionRefused, target.span, TargetText::ActionPublishes(name))
                .advice(TargetText::UseBusAsTarget)
        }
    }
}

pub(super) fn no_universal_block(span: Span) -> Diagnostic {
    let found = error(Code::SubscriberUniversalBlock, span, TargetText::NoUniversalBlock)
        .advice(TargetText::AddUniversalBlock);
    said(found, AwsSentence::UniversalRequired)
}

pub(super) fn universal_input(span: Span) -> Diagnostic {
    error(Code::SubscriberUniversalInput, span, TargetText::UniversalInput)
        .advice(TargetText::WriteUniversalInput)
}

pub(super) fn universal_batch(span: Span) -> Diagnostic {
    error(Code::SubscriberUniversalBatch, span, TargetText::UniversalBatch)
        .advice(TargetText::WriteUniversalBatch)
}

pub(super) fn timeout_of_destination(span: Span) -> Diagnostic {
    let found = error(Code::SubscriberTimeout, span, TargetText::TimeoutOfDestination)
        .advice(TargetText::RemoveTimeout);
    said(found, AwsSentence::DestinationTimeout)
}

pub(super) fn timeout_range(span: Span, text: &str) -> Diagnostic {
    error(Code::SubscriberTimeoutRange, span, TargetText::TimeoutRange(text.to_owned()))
        .advice(TargetText::WriteTimeout)
}

pub(super) fn binary_value(span: Span, name: &str) -> Diagnostic {
    error(Code::SubscriberBinaryValue, span, TargetText::BinaryValue(name.to_owned()))
        .advice(TargetText::UseStringValue)
}

pub(super) fn header(span: Span, name: &str) -> Diagnostic {
    error(Code::SubscriberHeader, span, TargetText::Header(name.to_owned())).advice(TargetText::RemoveHeader)
}

pub(super) fn no_expression(span: Span) -> Diagnostic {
    error(Code::SubscriberNoExpression, span, TargetText::NoExpression).advice(TargetText::AddExpression)
}

pub(super) fn raw_only(span: Span) -> Diagnostic {
    error(Code::SubscriberRawOnly, span, TargetText::RawOnly).advice(TargetText::RemoveTransformer)
}

pub(super) fn transformer_unused(span: Span) -> Diagnostic {
    warning(Code::SubscriberTransformerUnused, span, TargetText::TransformerUnused)
        .advice(TargetText::ShapeInput)
}

pub(super) fn batch_size(span: Span, size: u32, most: u32) -> Diagnostic {
    error(Code::SubscriberBatchSize, span, TargetText::BatchSize { size, most })
        .fix(TargetText::WriteBatchSize(most), vec![Edit { span, text: most.to_string() }])
}

pub(super) fn batch_disputed(span: Span, size: u32) -> Diagnostic {
    warning(Code::SubscriberBatchDisputed, span, TargetText::BatchDisputed(size))
        .fix(TargetText::WriteBatchSize(1), vec![Edit { span, text: "1".to_owned() }])
}

pub(super) fn start(span: Span, fault: StartFault) -> Diagnostic {
    let found =
        error(Code::SubscriberStart, span, TargetText::Start(fault)).advice(TargetText::FixStart(fault));
    said(found, AwsSentence::Start(fault))
}

pub(super) fn fifo_group(span: Span, service: &'static str) -> Diagnostic {
    warning(Code::SubscriberFifoGroup, span, TargetText::FifoGroup(service)).advice(TargetText::AddGroup)
}

pub(super) fn delay(span: Span, text: &str, fifo: bool) -> Diagnostic {
    if fifo {
        return warning(Code::SubscriberDelay, span, TargetText::DelayOnFifo).advice(TargetText::RemoveDelay);
    }
    warning(Code::SubscriberDelay, span, TargetText::Delay(text.to_owned())).advice(TargetText::WriteDelay)
}

pub(super) fn attribute_count(span: Span, count: usize, most: usize) -> Diagnostic {
    warning(Code::SubscriberAttributes, span, TargetText::AttributeCount { count, most })
        .advice(TargetText::KeepFewer(most))
}

pub(super) fn attribute_type(
    span: Span,
    name: &str,
    service: &'static str,
    types: &'static [&'static str],
) -> Diagnostic {
    warning(Code::SubscriberAttributes, span, TargetText::AttributeType { name: name.to_owned(), service })
        .advice(TargetText::Types(types))
}

pub(super) fn system_attribute(span: Span, name: &str) -> Diagnostic {
    warning(Code::SubscriberAttributes, span, TargetText::SystemAttribute(name.to_owned()))
        .advice(TargetText::UseTraceHeader)
}

pub(super) fn message_structure(span: Span, text: &str) -> Diagnostic {
    warning(Code::SubscriberMessageStructure, span, TargetText::MessageStructure(text.to_owned()))
        .advice(TargetText::WriteMessageStructure)
}

pub(super) fn subject(span: Span, length: usize, most: usize) -> Diagnostic {
    warning(Code::SubscriberSubject, span, TargetText::Subject { length, most })
        .advice(TargetText::WriteSubject(most))
}

pub(super) fn no_partition_key(span: Span) -> Diagnostic {
    warning(Code::SubscriberPartitionKey, span, TargetText::NoPartitionKey)
        .advice(TargetText::AddPartitionKey)
}

pub(super) fn partition_key(span: Span, length: usize, most: usize) -> Diagnostic {
    warning(Code::SubscriberPartitionKey, span, TargetText::PartitionKey { length, most })
        .advice(TargetText::AddPartitionKey)
}

pub(super) fn hash_key(span: Span, text: &str) -> Diagnostic {
    warning(Code::SubscriberPartitionKey, span, TargetText::HashKey(text.to_owned()))
        .advice(TargetText::WriteHashKey)
}

pub(super) fn topic_name(span: Span, text: &str, most: usize) -> Diagnostic {
    warning(Code::SubscriberTopicName, span, TargetText::TopicName(text.to_owned()))
        .advice(TargetText::WriteTopicName(most))
}

pub(super) fn constant(span: Span, name: &'static str) -> Diagnostic {
    warning(Code::SubscriberConstant, span, TargetText::Constant(name))
        .advice(TargetText::UseExpression(name))
}
