//! Texts of the page of subscribers, in English.

use super::text::Text;
use crate::subscriber::state::{Lower, Region, Step};
use rulepad_subscriber_workbench::{Field, Published, Scope, TransformerType};
use rulepad_workbench::en;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AcceptsEverything => "Without filters the subscriber gets every event.",
        Text::AddMetadata => "Add metadata",
        Text::AllFiltersAccept(count) => match count {
            1 => "The filter accepts the event.",
            2 => "Both filters accept the event.",
            count => return format!("All {count} filters accept the event.").into(),
        },
        Text::Arrives => "Arrives at the target",
        Text::ArrivesAsBytes => "Arrives as bytes, shown here in Base64",
        Text::AsPasted => "As pasted",
        Text::AwsRefuses => "AWS refuses at create",
        Text::BetweenDeliveryAndPayload => "Between delivery and payload",
        Text::BetweenEventAndFilters => "Between event and filters",
        Text::BetweenFiltersAndWhy => "Between filters and why",
        Text::BetweenRows => "Between filters and delivery",
        Text::BlockPlaceholder(block) => return format!("{{\"{block}\": {{}}}}").into(),
        Text::BothMatch => "The rule and the subscriber both get this event",
        Text::ButRefusedAtCreate => "The filters accept it, but AWS refuses the subscriber at create.",
        Text::ButRefusedByTarget => "The filters accept it, but the target refuses every delivery.",
        Text::CannotEvaluate => "The event cannot be evaluated",
        Text::Changes => "What behaves differently",
        Text::ComputedFrom => "computed by",
        Text::ConditionFailed => "failed",
        Text::ConditionMet => "met",
        Text::ContentType => "ContentType",
        Text::CopiedFrom => "copied by",
        Text::CopyLink => "Copy link",
        Text::CopyLinkTitle => "Copy a link to this subscriber with its event",
        Text::CopyPayload => "Copy the payload",
        Text::Deduplication => "DeduplicationId",
        Text::Delivery => "Delivery",
        Text::DeliveryAndPayload => "Delivery and payload",
        Text::DeliveryFails => "The delivery of this event fails, and is retried",
        Text::DifferentPayloads => "The payloads differ for this event",
        Text::DraftsNote => "Drafts stay in this browser.",
        Text::DraftsTitle => "Drafts of subscribers",
        Text::EvaluationStopped => "The evaluation took too long and was stopped",
        Text::EventAfter => "Next event",
        Text::EventAs => "Event as",
        Text::EventBefore => "Previous event",
        Text::EventGroup => "EventGroupId",
        Text::EventHas => "event has",
        Text::EventKeys => "Event (Alt+1)",
        Text::EventOf { at, count } => return format!("Event {at} of {count}").into(),
        Text::EventOnTheBus => "Event on the bus",
        Text::EventPlaceholder => {
            "Paste an event: a payload, a classic event, a CloudEvent, an entry of PutEvents or PutRawEvents, a log record"
        }
        Text::Examples => "Examples",
        Text::ExpressionPlaceholder => "{% $events.Data %}",
        Text::FilterNeeds => "filter needs",
        Text::FilterNote(scope) => match scope {
            Scope::Data => {
                "Reads what was published: the envelope of PutEvents, the payload of PutRawEvents."
            }
            Scope::Metadata => "Reads the publisher’s metadata. Exact values only.",
            Scope::SystemMetadata => "Reads what AWS records of the event. Every value is a string.",
        },
        Text::FilterOf(scope) => match scope {
            Scope::Data => "Filter of DATA",
            Scope::Metadata => "Filter of METADATA",
            Scope::SystemMetadata => "Filter of SYSTEM_METADATA",
        },
        Text::FilterPlaceholder(scope) => match scope {
            Scope::Data => "{\"total\": [{\"numeric\": [\">\", 500]}]}",
            Scope::Metadata => "{\"tenant\": [\"acme\"]}",
            Scope::SystemMetadata => "{\"ContentType\": [\"application/json\"]}",
        },
        Text::Filters => "Filters",
        Text::FiltersFail { failed, all } => {
            return match all {
                1 => format!("The filter of `{failed}` does not accept it."),
                2 => format!("Not accepted by `{failed}`; both filters must accept an event."),
                _ => format!("Not accepted by `{failed}`; all {all} filters must accept an event."),
            }
            .into();
        }
        Text::FiltersKeys => "Filters (Alt+2)",
        Text::Insert(block) => return format!("Insert {block}").into(),
        Text::KeyDrafts => "Drafts",
        Text::KeyHelp => "These keys",
        Text::KeyMigrate => "Migrate a rule",
        Text::KeyNextProblem => "Next problem, in a text",
        Text::KeyRedo => "Redo, outside of texts",
        Text::KeyRegions => "Event, filters, why, delivery, payload",
        Text::KeyUndo => "Undo, outside of texts",
        Text::KeyWrap => "Wrap long lines",
        Text::Keys => "Keyboard shortcuts",
        Text::Kind => "Custom Event Bus subscriber",
        Text::KindDetail => "Filters, a transformer and one target of a custom event bus.",
        Text::KindShort => "Subscriber",
        Text::Label(field) => label(field),
        Text::LinkOpened => "Opened as another draft; the one before is among your drafts.",
        Text::ListDrafts => "List the drafts of this browser",
        Text::LeftOut => "Not taken from the text, or changed",
        Text::Losses => "What is lost",
        Text::LowerName(lower) => match lower {
            Lower::Transformer => "Transformer",
            Lower::Target => "Target",
            Lower::Delivery => "Retries and batches",
            Lower::Subscriber => "Name and bus",
        },
        Text::MadeFrom => "made by",
        Text::Messages => "Messages",
        Text::Metadata => "Metadata",
        Text::MetadataKey(number) => return format!("Key {number} of the metadata").into(),
        Text::MetadataValue(number) => return format!("Value {number} of the metadata").into(),
        Text::Migrate => "Migrate a rule",
        Text::MigrateTitle => "Write a rule as subscribers and compare their payloads",
        Text::MigratedOpened => "The subscriber is open as a draft.",
        Text::Migrating => "Writing the rule as subscribers…",
        Text::MigrationAbout => "Each target of a rule becomes a subscriber. Paste whatever has the rule.",
        Text::MigrationFailed => "The rule cannot be migrated:",
        Text::MigrationTitle => "Migrate a rule to subscribers",
        Text::More => "More",
        Text::MoreForEvent => "More for the event",
        Text::MoreForFilters => "More for the filters",
        Text::NeedsEventSources(services) => {
            return format!("The bus needs an event source for `{services}`.").into();
        }
        Text::NeitherMatches => "Neither the rule nor the subscriber gets this event",
        Text::NewerBuild => "A newer version of Rulepad is there: reload the page to use it.",
        Text::NoBlock => "This kind of target takes no parameters",
        Text::NoDrafts => "No drafts yet. What you type is kept here.",
        Text::NoEventToTry => "The filters are tried as soon as the event can be read.",
        Text::NoEventYet => "No event yet",
        Text::NoFilters => "There are no filters, so the subscriber gets every event.",
        Text::NoMetadataHere => "Events of PutEvents have no metadata; what is set here is not used.",
        Text::NoPayload => "no payload",
        Text::NoRuleFound => "The text contains no rule with an event pattern.",
        Text::NoTargetForSettings => "With a target, what AWS does is listed here.",
        Text::NoTargetYet => "No target yet: shown as a queue would get it",
        Text::NotCompared => "The payloads cannot be compared",
        Text::NotCreated => "AWS refuses the subscriber at create, so nothing arrives",
        Text::NotRefused => "Nothing is known that AWS or the target refuses",
        Text::NotStored => "This browser does not store your drafts: copy a link to keep your work.",
        Text::NotVerified(count) => {
            return format!("Not verified: {}", en::counted(count, "point", "points")).into();
        }
        Text::NothingArrives => "What arrives is shown here as soon as the event can be read.",
        Text::NothingOnTheBus => "There is no event yet.",
        Text::NothingToRedo => "Nothing to redo",
        Text::NothingToUndo => "Nothing to undo",
        Text::OfValues => "from",
        Text::OnTheBus => "On the bus",
        Text::OneCallCarries => "With no other event in the batch, one call carries:",
        Text::OpenSubscriber => "Open as a draft",
        Text::OrExample => "Or an example:",
        Text::Origins => "Where the payload comes from",
        Text::ParameterGivesNothing => "nothing",
        Text::PasteAnEvent => "Paste one, or type a payload.",
        Text::PayloadNotKnown => "What arrives is not known",
        Text::PayloadOfRule => "The rule delivers",
        Text::PayloadOfSubscriber => "The subscriber delivers",
        Text::ProblemsOf(field) => return format!("Problems of {}", label(field)).into(),
        Text::Published(published) => match published {
            Published::Recognize => "Recognize it",
            Published::PutEvents => "PutEvents",
            Published::PutRawEvents => "PutRawEvents",
        },
        Text::PublishedBy(published) => match published {
            Published::Recognize => "Published by: recognized",
            Published::PutEvents => "Published by: PutEvents",
            Published::PutRawEvents => "Published by: PutRawEvents",
        },
        Text::PublishedDetail(published) => match published {
            Published::Recognize => {
                "A classic event is of PutEvents, anything else a payload of PutRawEvents."
            }
            Published::PutEvents => "The text is the envelope.",
            Published::PutRawEvents => "The text is the payload, whatever it looks like.",
        },
        Text::RedoStep(step) => return format!("Redo: {}", of_step(step)).into(),
        Text::RefusedAtCreate => "AWS refuses this subscriber at create",
        Text::RefusedByTarget => "AWS takes this subscriber; the target refuses every delivery",
        Text::RegionName(region) => match region {
            Region::Event => "Event",
            Region::Filters => "Filters",
            Region::Why => "Why",
            Region::Delivery => "Delivery",
            Region::Payload => "Payload",
        },
        Text::Regions => "Regions",
        Text::RemoveDraft(name) => return format!("Remove the draft {name}").into(),
        Text::RemoveMetadata(number) => return format!("Remove metadata {number}").into(),
        Text::RestPlaceholder => "{\"Description\": \"…\", \"Tags\": {}}",
        Text::RolePolicies => "Policies of the role",
        Text::RuleNumber(number) => return format!("Rule {number}").into(),
        Text::RulePlaceholder => {
            "A CloudFormation or SAM template, Terraform, an answer of describe-rule, a script, …"
        }
        Text::RuleToMigrate => "Rule to migrate",
        Text::RuleWithoutTargets => "The rule has no targets, so there is no subscriber to write.",
        Text::Rulepad => "Rulepad",
        Text::SameBytes => "The payloads are the same, byte for byte",
        Text::SameJson => "The payloads are the same JSON; white space differs",
        Text::SamplesFailed => "The examples did not load; open the menu again to try once more",
        Text::SamplesLoading => "Loading",
        Text::SetByPublisher => "Set by the publisher",
        Text::ShortName => "EN",
        Text::StartNew => "Start a new subscriber",
        Text::StateFails => "✕",
        Text::StateHolds => "✓",
        Text::StateMissing => "(to do)",
        Text::StateOpen => "?",
        Text::StateRefused => "(refused)",
        Text::StateTarget => "!",
        Text::SwitchHere => "Show the page in English",
        Text::TargetGetsRequest => "The target gets the request that Input makes",
        Text::TargetRefuses => "The target refuses",
        Text::TargetRefusesIt => "AWS delivers it, and the target refuses it",
        Text::OwnMetadata => "The text has its own metadata and system metadata.",
        Text::ThemeDark => "Theme: dark. Use that of the system",
        Text::ThemeLight => "Theme: light. Use the dark one",
        Text::ThemeSystem => "Theme: as the system. Use the light one",
        Text::TransformerNote(kind) => match kind {
            TransformerType::Raw => "Delivers the data as it was published.",
            TransformerType::WithMetadata => "Delivers data, metadata and system metadata.",
            TransformerType::Jsonata => "Delivers what a JSONata expression makes of the event.",
        },
        Text::TransformerType => "Type",
        Text::UndoStep(step) => return format!("Undo: {}", of_step(step)).into(),
        Text::Unnamed => "Unnamed",
        Text::UseInFilter => "Use it in the filter",
        Text::VerdictName => "Verdict",
        Text::VerdictsDiffer => "Only one of the rule and the subscriber gets this event",
        Text::WhatArrives => "What arrives",
        Text::WhyKeys => "Why (Alt+3)",
        Text::WouldArrive => "Would arrive if the filters accepted the event",
    })
}

fn label(field: Field) -> &'static str {
    match field {
        Field::Event => "the event",
        Field::Metadata => "the metadata",
        Field::Data => "the filter of DATA",
        Field::OfMetadata => "the filter of METADATA",
        Field::OfSystemMetadata => "the filter of SYSTEM_METADATA",
        Field::Expression => "Expression",
        Field::Target => "Target ARN",
        Field::Role => "Role ARN",
        Field::Parameters => "Parameters of the target",
        Field::Batch => "MaxBatchSize",
        Field::Window => "MaxBatchWindowInSeconds",
        Field::Attempts => "MaxRetryAttempts",
        Field::Age => "MaxEventAgeInSeconds",
        Field::Queue => "Queue for failures (ARN)",
        Field::Name => "Name",
        Field::Bus => "Event bus ARN",
        Field::Rest => "Other members of the request",
    }
}

fn of_step(step: Step) -> String {
    match step {
        Step::Type(field) => format!("typing in {}", label(field)),
        Step::Fix => "a fix".to_owned(),
        Step::Choose => "a choice".to_owned(),
        Step::Format => "formatting".to_owned(),
    }
}
