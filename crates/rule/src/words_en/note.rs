//! What to know about a delivery, in English: whole sentences.

use super::refusal::limited;
use crate::message::DeliveryNote;
use rulepad_document::words::en;

pub(super) fn note(note: &DeliveryNote) -> String {
    use DeliveryNote as N;
    let fixed = match note {
        N::LargerThanBefore { size, what, newer, older } => {
            let what = limited(*what);
            return format!(
                "The payload has {size} bytes: {what} takes {newer} since January 2026; older guides say {older}."
            );
        }
        N::EventToDeadLetterQueue(queue) => {
            let attributes = en::all_of(&[
                "`RULE_ARN`",
                "`TARGET_ARN`",
                "`ERROR_CODE`",
                "`ERROR_MESSAGE`",
                "`EXHAUSTED_RETRY_CONDITION`",
                "`RETRY_ATTEMPTS`",
            ]);
            return format!(
                "EventBridge sends the event to the dead-letter queue `{queue}`; the message's attributes are \
                 {attributes}."
            );
        }
        N::SnsRaisedLimit { size, most } => {
            return format!(
                "The payload has {size} bytes: the topic takes it where its `MaximumMessageSize` is raised above \
                 {most}, with SQS, Firehose and Lambda as subscribers, 100 at most."
            );
        }
        N::BatchLeftOut(member) => {
            return format!(
                "`{member}` is left out: of the overrides only command, environment, memory and vCPUs are passed."
            );
        }
        N::PathValuesUnused(values) => {
            return format!("{values} of `PathParameterValues` have no `*` in the URL.");
        }
        N::HeaderTakenOut(name) => {
            return format!("EventBridge takes the header `{name}` out of every request.");
        }
        N::AppSyncVariableMissing(name) => {
            return format!("The payload does not give the variable `{name}`.");
        }
        N::AppSyncNotDeclared(names) => {
            return format!("The operation declares no variable {}.", names.join(", "));
        }
        N::PathInText => {
            "A path inside a longer text is not replaced: only a value that is a path as a whole is."
        }
        N::EventDropped => {
            "EventBridge drops the event, and `FailedInvocations` counts it; a dead-letter queue would keep it."
        }
        N::LambdaEvent => "The handler's `event` is this JSON value.",
        N::LambdaRetries => {
            "EventBridge does not wait for the function: an error in it is retried by Lambda, twice."
        }
        N::ExecutionRuns => {
            "The execution runs on its own, Standard or Express: EventBridge does not wait for it."
        }
        N::SnsBodyOnly => {
            "The message has no subject and no attributes: a filter policy must read the message body."
        }
        N::SqsDeduplication => {
            "EventBridge sends no deduplication id: the queue needs content-based deduplication, and equal bodies \
             within five minutes are one message."
        }
        N::SqsFairQueue => "A message group of a standard queue makes it a fair queue; it keeps no order.",
        N::KinesisBase64 => "A consumer's record carries the data in base64, as `kinesis.data` shows it.",
        N::FirehoseNoLineBreak => {
            "No line break follows a record: the next one starts right behind it, unless the stream adds a \
             delimiter."
        }
        N::LogStream => "EventBridge names the log stream itself, and several events may share one.",
        N::CustomBusPermissions => {
            "The bus needs `events:PutEvents` for events of AWS services and `events:PutRawEvents` for all others: \
             the role allows both."
        }
        N::CustomBusNewId => "The event gets a new id and a new time of ingestion on the bus.",
        N::BusNewId => "In another Region the event gets a new `id`.",
        N::BusKeepsId => "Within the account the event keeps its `id`, `account`, `time` and `region`.",
        N::BusPayloadLacks => "The payload lacks `source`, `detail-type` or `detail`, which every event has.",
        N::EcsNothingPassed => {
            "Nothing of the matched event is passed to the task; another input option fills `overrides`."
        }
        N::BatchNothingPassed => {
            "Nothing of the payload goes into the job: of its members only `ContainerOverrides`, `DependsOn` and \
             `Parameters` do."
        }
        N::EndpointUnknown => {
            "The method and the URL are the API destination's own; give its endpoint, such as `POST \
             https://example.com/orders/*`, to see the request line."
        }
        N::ConnectionAdds => {
            "The connection adds its authorization and its own parameters, which win over the target's where both \
             set one."
        }
        N::EndpointRetries => {
            "The endpoint has 5 seconds to answer; 401, 407, 409, 429 and 5xx are tried again, any other error is \
             not."
        }
        N::ApiSlash => "A slash ends the path, also where the ARN has none.",
        N::ApiRetries => "The API has 5 seconds to answer; 429 and 5xx are tried again.",
        N::RedshiftSendsEvent => "When the statement is done, Redshift sends an event about it.",
        N::RedshiftNothingPassed => {
            "Nothing of the payload goes into the statement: only paths in `RedshiftDataParameters` read the event."
        }
        N::SageMakerNothingPassed => {
            "Nothing of the payload goes into the execution: only paths in `SageMakerPipelineParameters` read the \
             event."
        }
        N::CommandNothingPassed => {
            "Nothing of the matched event is passed to the document; another input option gives its parameters."
        }
        N::CodeBuildAsSet => {
            "The project builds as it is set; another input option gives fields of `StartBuild`."
        }
        N::CodePipelineAsSet => {
            "The pipeline starts as it is set; an input transformer gives a V2 pipeline its variables."
        }
        N::CodePipelineNeither => {
            "The payload has neither `variables` nor `sourceRevisions`: the pipeline starts as it is set."
        }
        N::GlueTrigger => {
            "The workflow's event trigger counts the event and starts when its batch is full; the run property \
             `aws:eventIds` names the events. Nothing else of the payload is passed."
        }
        N::InspectorTemplate => {
            "The assessment run starts as its template says; nothing of the payload is passed."
        }
        N::Ec2Console => "Rules with built-in actions are made in the console.",
    };
    fixed.to_owned()
}
