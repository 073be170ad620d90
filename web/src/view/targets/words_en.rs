//! Texts of the page about the targets, in English.

use super::text::{KeyText, LargeText, Text};
use rulepad_workbench::{Lang, en};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AddTarget => "Add target",
        Text::AfterPayload => "After the payload",
        Text::Arn => "ARN",
        Text::AsRule => "as a rule",
        Text::AwsRefuses => "AWS refuses this target",
        Text::AwsSetsIt => "AWS sets it",
        Text::BeforePayload => "Before the payload",
        Text::BetweenSides => "Between the target's properties and its payload",
        Text::Blank => "Blank",
        Text::BlankDetail => "I have the ARN",
        Text::CardKeys => "Arrow keys choose, Alt+↑ and Alt+↓ move it, Delete removes it",
        Text::Clear => "Clear",
        Text::ClearTitle => "Empty the table; can be undone",
        Text::CloseLog => "Close the log",
        Text::CloseLogTitle => "Discard the table",
        Text::Constant => "Constant",
        Text::ConstantTitle => "Input: a JSON text, whatever the event says",
        Text::ConstantShort => "constant",
        Text::CopyAsReceived => "Copy it as the target receives it",
        Text::CopyPayload => "Copy payload",
        Text::CopyPolicy => "Copy this policy",
        Text::DeadLetterQueue => "Dead-letter queue ARN",
        Text::Delivered => "delivered",
        Text::DeliveredAs => "Delivered as",
        Text::Delivery => "Delivery",
        Text::DidYouMean => "Did you mean something else?",
        Text::Duplicate => "Duplicate",
        Text::DuplicateTitle => "Add a copy of this target",
        Text::DynamoDbType => "DynamoDB's type",
        Text::Endpoint => "Endpoint of the API destination",
        Text::EndpointHint => "Its own setting, not the target's: only the request shown depends on it.",
        Text::Errors => "errors",
        Text::EventAge => "Event age in seconds (60 to 86,400)",
        Text::EventLog => "Event log",
        Text::FromEvent => "From the event: show it there",
        Text::GoToPath => "Go to the path",
        Text::GoToPlaceholder => "Go to the placeholder",
        Text::HideItem => "Hide the item",
        Text::Id => "Id",
        Text::IfMatched => "if matched",
        Text::InTemplate => "In the template",
        Text::Indented => "Indented",
        Text::IndentedTitle => "Show the JSON indented; the target receives it as it is without",
        Text::Input => "Input",
        Text::InputPath => "Input path",
        Text::InsertMembers => "Insert the usual members",
        Text::InsertedNext => "then put your own values in; Ctrl+Space offers more members",
        Text::Item => "Item",
        Text::ItemKept => "kept",
        Text::ItemKeptToo => "kept beside the others",
        Text::ItemsWritten => "Items written",
        Text::LogFull => "The log is full: 100 payloads or 1 MB",
        Text::MatchedEvent => "Matched event",
        Text::MatchedEventAbout => "The target receives the whole event, byte for byte but for white space.",
        Text::MatchedEventShort => "matched event",
        Text::MatchedEventTitle => "The whole event, as it is",
        Text::NoArn => "no ARN",
        Text::NoEvent => "no event",
        Text::NoId => "no id",
        Text::NoTargets => {
            "No targets yet. A target is what EventBridge calls when the event matches: a function, a queue, another bus."
        }
        Text::NoValue => "no value",
        Text::NotByThisPattern => "not delivered by this pattern:",
        Text::NotDelivered => "not delivered",
        Text::NotDeliveredBecause => "not delivered:",
        Text::NotEvaluated => "not evaluated",
        Text::NotTaken => "not taken",
        Text::NotTakenBecause => "the service does not take it:",
        Text::NotUsed => "not used",
        Text::NotVerified => "not verified",
        Text::NotVerifiedBecause => "not verified:",
        Text::Nothing => "nothing",
        Text::NothingArrives => "Nothing arrives now",
        Text::NothingDelivered => "nothing is delivered",
        Text::OfThisTarget => "Of this target",
        Text::OnlyRulesDeliver => "only a rule delivers to targets; this is what a rule would send",
        Text::Parameters => "Parameters",
        Text::PartOfEvent => "Part of the matched event",
        Text::PartOfEventShort => "part of it",
        Text::PartOfEventTitle => "InputPath: the part a path selects",
        Text::Path => "Path",
        Text::PayloadLater => "the payload appears here once the event can be read",
        Text::Permissions => "Permissions",
        Text::PermissionsLater => {
            "The permissions appear here once the ARN names a kind of target that EventBridge delivers to."
        }
        Text::PermissionsWithoutArn => "The permissions appear here once the target has an ARN.",
        Text::PutItem => "Put item",
        Text::PutItemTitle => "Write what arrives now into the table",
        Text::Refused => "refused",
        Text::RemoveTarget => "Remove target",
        Text::RemoveTargetTitle => "Remove this target; can be undone (Delete on its card)",
        Text::Retries => "Retries",
        Text::RetriesAbout => {
            "EventBridge retries with increasing delays and drops the event after the attempts or the age below; without a dead-letter queue it is lost."
        }
        Text::RetryAttempts => "Retry attempts (0 to 185)",
        Text::RoleArn => "Role ARN",
        Text::Set => "set",
        Text::ShowInEvent => "Show it in the event",
        Text::ShowInPayload => "Show it in what arrives",
        Text::ShowItem => "Show the item as the request holds it",
        Text::StartLog => "Start an event log",
        Text::ThisReceives => "What this target receives",
        Text::ThisWouldReceive => "What this target would receive",
        Text::Transformer => "Input transformer",
        Text::TransformerShort => "transformed",
        Text::TransformerTitle => "InputTransformer: a template with values of the event",
        Text::Unknown => "unknown",
        Text::UnknownBecause => "unknown:",
        Text::UnknownKind => "unknown kind",
        Text::ValueInEvent => "Value in the event",
        Text::Variable => "Variable",
        Text::Variables => "Variables",
        Text::Warnings => "warnings",
        Text::WhatWasMeant => "What was meant",
        Text::WithSampleArn => "Starts with a sample ARN",
        Text::WouldBeDelivered => "would be delivered if the event matched",
        Text::AboutLog => {
            "A function that writes each event into a DynamoDB table with `PutItem` keeps one item for each key: an item with the same key replaces the one before. Choose the keys here and see what the table holds."
        }
        Text::KeyName(key) => match key {
            KeyText::Partition => "Partition key name",
            KeyText::Sort => "Sort key name",
        },
        Text::KeyOf(key) => match key {
            KeyText::Partition => "Partition key",
            KeyText::Sort => "Sort key",
        },
        Text::KeyPath(key) => match key {
            KeyText::Partition => "Partition key path",
            KeyText::Sort => "Sort key path",
        },
        Text::Label(large) => match large {
            LargeText::Constant => "Constant",
            LargeText::InputPaths => "Input paths",
            LargeText::InputTemplate => "Input template",
            LargeText::Parameters => "Parameters",
            LargeText::OfAws(name) => name,
        },
        Text::ProblemsOf(large) => match large {
            LargeText::Constant => "Problems of the constant",
            LargeText::InputPaths => "Problems of the input paths",
            LargeText::InputTemplate => "Problems of the input template",
            LargeText::Parameters => "Problems of the Parameters",
            LargeText::OfAws(name) => return format!("Problems of the {name}").into(),
        },
        Text::Written(count) => match count {
            0 => "nothing written yet",
            count => {
                return format!("{} written in this visit", en::counted(count, "payload", "payloads")).into();
            }
        },
        Text::CardsListed { listed, count } => {
            return format!("{listed} of {count} targets are listed; AWS takes 5").into();
        }
        Text::EventBridgeCalls(operation) => return format!("EventBridge calls `{operation}`").into(),
        Text::FirstUses(count) => return format!("the first {count} are shown").into(),
        Text::ItemNumber(number) => return format!("Item {number}").into(),
        Text::ItemRefused(reason) => return format!("refused: {reason}").into(),
        Text::ItemReplaced { by } => {
            return format!("gone: item {by} has the same key and replaced it").into();
        }
        Text::ItemReplaces { earlier } => {
            return format!("kept; it replaced item {earlier}, which had the same key").into();
        }
        Text::Kind(kind) => return en::capitalized(kind.name(Lang::En)).into_owned().into(),
        Text::Receives(target) => return format!("What {target} receives").into(),
        Text::RemoveItem(number) => return format!("Remove item {number}; can be undone").into(),
        Text::Size(bytes) => {
            return if bytes < 1024 {
                format!("{bytes} B")
            } else {
                format!("{:.1} KB", bytes as f64 / 1024.0)
            }
            .into();
        }
        Text::TableUnknown(reason) => return format!("What the table holds is not known: {reason}.").into(),
        Text::WouldReceive(target) => return format!("What {target} would receive").into(),
    })
}
