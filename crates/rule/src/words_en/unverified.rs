//! What nobody has shown about a delivery, in English.

use crate::format::listed;
use crate::message::DeliveryUnverified;
use rulepad_document::words::en;

pub(super) fn unverified(what: &DeliveryUnverified) -> String {
    use DeliveryUnverified as U;
    let fixed = match what {
        U::PathsNotListed(member) => {
            return format!(
                "the guide does not list the property of `{member}` among those whose values may be paths; they \
                 are shown as written"
            );
        }
        U::NotAPath(path) => {
            return format!(
                "`{path}` is not a path EventBridge documents; what it puts there has not been seen"
            );
        }
        U::SelectsNothing(path) => {
            return format!(
                "`{path}` selects nothing in this event; what EventBridge then puts there has not been seen"
            );
        }
        U::SelectsKind { path, kind } => {
            return format!(
                "`{path}` selects {}; that its JSON is put there has not been seen, strings are documented",
                en::a(*kind)
            );
        }
        U::SelectsSeveral(path) => {
            return format!(
                "`{path}` selects several values; that an array of them is put there has not been seen"
            );
        }
        U::LogsOtherMembers(names) => {
            return format!(
                "the template is `timestamp` and `message` alone; what becomes of {} has not been seen",
                listed(names)
            );
        }
        U::PathValuesMissing(stars) => {
            return format!(
                "the URL has {stars} more `*` than there are `PathParameterValues`; what is written there has not been \
                 seen"
            );
        }
        U::BodyOf(method) => {
            return format!("whether a {method} request carries the body has not been seen");
        }
        U::TwoDocuments { of_input, of_arn } => {
            return format!(
                "the input names the document `{of_input}` and the ARN `{of_arn}`; which one runs has not been seen"
            );
        }
        U::Ec2Action(action) => {
            return format!("the built-in action `{action}` is not one the guide names");
        }
        U::Ec2Input { name, prefix } => {
            return format!(
                "the input of this action is a JSON string with the {name}, such as `\"{prefix}0123456789abcdef0\"`; \
                 what anything else does has not been seen"
            );
        }
        U::ErrorCode => {
            "with which `ERROR_CODE` the event goes to the dead-letter queue, and after how many attempts, has not \
             been seen"
        }
        U::PropertyNotObject => {
            "the target's own property is not a JSON object: what depends on it is left out"
        }
        U::MoreThanShown => "the paths bring in more of the event than is shown here",
        U::LambdaTextIsString => {
            "a text template of one line is a JSON string, so the handler's `event` is a string with its escapes \
             resolved: this follows from the template's rules and has not been seen"
        }
        U::LambdaNotOneValue => {
            "the payload is not one JSON value, and Lambda takes nothing else as `Payload`; what EventBridge sends \
             of several lines of text has not been seen"
        }
        U::ExecutionName => {
            "the execution's name starts with the event's id; what follows it has not been seen"
        }
        U::SqsFairQueueDeduplication => {
            "the API reference asks for content-based deduplication also where a standard queue has a message \
             group, which only FIFO queues have"
        }
        U::KinesisNoId => "the partition key is the event's id, and this event has none",
        U::CustomBusSubscribers => {
            "what the bus's subscribers receive depends on the bus, which is not known here"
        }
        U::BusIdInOtherAccount => {
            "whether an event keeps its `id` on the bus of another account in the same Region has not been seen"
        }
        U::BusIdUnknown => "whether the event keeps its `id` depends on its account and Region",
        U::BusOtherPayload => {
            "the guide delivers the event itself to a bus; what the bus makes of another payload has not been seen"
        }
        U::BatchPaths => {
            "the guide does not list `BatchParameters` among the properties whose values may be paths"
        }
        U::EndpointWithoutMethod => "the endpoint names no method, such as `POST` in front of the URL",
        U::ApiArnIncomplete => "the ARN lacks the stage or the method: `…:api/stage/METHOD/path`",
        U::ApiAnyMethod => "the ARN allows every method; which one EventBridge uses has not been seen",
        U::ApiHeaders => "which headers EventBridge adds by itself has not been seen",
        U::PercentEncoding => "how EventBridge percent-encodes values in a URL has not been seen",
        U::AppSyncOtherOperation => {
            "the guide describes mutations; what another operation does has not been seen"
        }
        U::CommandParametersAlone => {
            "the guide writes the input as `{\"Parameters\": {…}}`; that the parameters alone are taken as well is \
             reported, not documented"
        }
        U::OpsItemOfEvent => "how title, source and description are made of the event has not been seen",
        U::OpsItemMembers => {
            "which members of the input an OpsItem takes, and what a missing one becomes, has not been seen"
        }
        U::IncidentRawData => {
            "`rawData` takes 10,000 characters; what becomes of a longer payload has not been seen"
        }
        U::IncidentDetails => {
            "the trigger details are documented for CloudWatch alarms; that source, time and payload of other \
             events appear in them like this has not been seen"
        }
        U::BuildType => "the guide knows `buildType` as `BATCH` only",
        U::ProjectName => {
            "the ARN names the project; whether `projectName` of the input wins has not been seen"
        }
    };
    fixed.to_owned()
}
