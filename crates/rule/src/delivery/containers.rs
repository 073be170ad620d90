//! ECS tasks and Batch jobs: the target's property makes the request, the payload overrides parts of it.

use super::request::Request;
use super::value::Names;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, ObjectTaker};
use rulepad_document::json::{Node, Value, compact};
use rulepad_document::text::shortened;

pub(super) fn ecs(request: &mut Request<'_>) -> &'static str {
    /// The members of `EcsParameters` and their names in `RunTask`.
    const MEMBERS: [(&str, &str); 14] = [
        ("TaskDefinitionArn", "taskDefinition"),
        ("TaskCount", "count"),
        ("LaunchType", "launchType"),
        ("CapacityProviderStrategy", "capacityProviderStrategy"),
        ("NetworkConfiguration", "networkConfiguration"),
        ("PlatformVersion", "platformVersion"),
        ("Group", "group"),
        ("PlacementConstraints", "placementConstraints"),
        ("PlacementStrategy", "placementStrategy"),
        ("PropagateTags", "propagateTags"),
        ("ReferenceId", "referenceId"),
        ("Tags", "tags"),
        ("EnableECSManagedTags", "enableECSManagedTags"),
        ("EnableExecuteCommand", "enableExecuteCommand"),
    ];
    let arn = request.target.arn.clone();
    request.setting("cluster", arn);
    for (member, name) in MEMBERS {
        let given = request.parameter_as(member, name, Names::Small).is_some();
        if !given && member == "TaskCount" {
            request.setting(name, "1");
        }
    }
    if request.parameter("TaskDefinitionArn").is_none() {
        request.refuse_target(DeliveryRefusal::EcsWithoutTaskDefinition);
    }
    if request.is_matched_event() {
        request.note(DeliveryNote::EcsNothingPassed);
    } else {
        request.payload_as("overrides");
        if let Some(input) = request.input_members(ObjectTaker::Ecs) {
            overrides(request, &input);
        }
    }
    "ecs:RunTask"
}

/// An override that names no container is of none (ECS API reference, `ContainerOverride`).
fn overrides(request: &mut Request<'_>, input: &Node) {
    let Some(Value::Array(containers)) = input.get("containerOverrides").map(|node| &node.value) else {
        return;
    };
    if containers.iter().any(|container| container.get("name").is_none_or(|name| name.as_str() == Some(""))) {
        request.refuse(DeliveryRefusal::EcsContainerName);
    }
}

/// A value as a message shows it.
pub(super) fn short(node: &Node) -> String {
    const MOST: usize = 60;
    shortened(&compact(node), MOST).into_owned()
}

pub(super) fn batch(request: &mut Request<'_>) -> &'static str {
    const MEMBERS: [(&str, &str); 4] = [
        ("JobDefinition", "jobDefinition"),
        ("JobName", "jobName"),
        ("ArrayProperties", "arrayProperties"),
        ("RetryStrategy", "retryStrategy"),
    ];
    let arn = request.target.arn.clone();
    request.setting("jobQueue", arn);
    for (member, name) in MEMBERS {
        let resolved = request.parameter_as(member, name, Names::Small);
        if resolved.is_some_and(|resolved| !resolved.spans.is_empty()) {
            request.unverified(DeliveryUnverified::BatchPaths);
        }
    }
    for needed in ["JobDefinition", "JobName"] {
        if request.parameter(needed).is_none() {
            request.refuse_target(DeliveryRefusal::BatchLacks(needed));
        }
    }
    let input = request.input.clone();
    let mapped = [
        ("ContainerOverrides", "containerOverrides"),
        ("DependsOn", "dependsOn"),
        ("Parameters", "parameters"),
    ];
    let mut any = false;
    for (key, name) in mapped {
        let Some(node) = input.as_ref().and_then(|input| input.get(key)) else { continue };
        any = true;
        let source = request.source_of(node.span);
        request.part(name, compact(node), true, source);
        if key == "ContainerOverrides" {
            left_out(request, node);
        }
    }
    if !any {
        request.note(DeliveryNote::BatchNothingPassed);
    }
    "batch:SubmitJob"
}

/// Of the overrides of a container only four are passed (user guide, `eb-targets`).
fn left_out(request: &mut Request<'_>, overrides: &Node) {
    const PASSED: [&str; 4] = ["command", "environment", "memory", "vcpus"];
    let other = |key: &str| !PASSED.contains(&key.to_lowercase().as_str());
    let members = overrides.members().unwrap_or(&[]).iter();
    for member in members.filter(|member| other(&member.key)).take(3) {
        request.note(DeliveryNote::BatchLeftOut(member.key.clone()));
    }
}
