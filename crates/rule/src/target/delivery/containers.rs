//! ECS tasks and Batch jobs: the target's property makes the request, the payload overrides parts of it.

use super::request::Request;
use super::value::Names;
use rulepad_document::json::{Node, Value, compact};

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
        request.refuse("a task runs from a task definition, and `EcsParameters` names none");
    }
    if request.is_matched_event() {
        request.note(
            "Nothing of the matched event is passed to the task; another input option fills `overrides`.",
        );
    } else {
        request.payload_as("overrides");
        if let Some(input) = request.input_members("ECS as `overrides`") {
            overrides(request, &input);
        }
    }
    "ecs:RunTask"
}

/// What ECS would not take of a `TaskOverride` (ECS API reference).
fn overrides(request: &mut Request<'_>, input: &Node) {
    const KNOWN: [&str; 7] = [
        "containerOverrides",
        "cpu",
        "ephemeralStorage",
        "executionRoleArn",
        "inferenceAcceleratorOverrides",
        "memory",
        "taskRoleArn",
    ];
    let unknown = input.members().unwrap_or(&[]).iter().find(|member| !KNOWN.contains(&member.key.as_str()));
    if let Some(member) = unknown {
        request.unverified(format!(
            "a task override has no member `{}`; whether it is ignored or refused has not been seen",
            member.key
        ));
    }
    let Some(containers) = input.get("containerOverrides") else { return };
    let Value::Array(containers) = &containers.value else {
        request.refuse("`containerOverrides` is a list of objects, one a container");
        return;
    };
    for container in containers {
        if container.get("name").and_then(Node::as_str).is_none_or(str::is_empty) {
            request.refuse("each of `containerOverrides` names its container as `name`");
        }
        check_command(request, container);
        check_environment(request, container, ["name", "value"]);
    }
}

fn check_command(request: &mut Request<'_>, container: &Node) {
    let Some(command) = container.get("command").or_else(|| container.get("Command")) else { return };
    let strings = match &command.value {
        Value::Array(words) => words.iter().all(|word| word.as_str().is_some()),
        _ => false,
    };
    if !strings {
        request.refuse(format!("`command` is a list of strings; this is `{}`", short(command)));
    }
}

fn check_environment(request: &mut Request<'_>, container: &Node, [name, value]: [&str; 2]) {
    let Some(environment) = container.get("environment").or_else(|| container.get("Environment")) else {
        return;
    };
    let text = |pair: &Node, key: &str| pair.get(key).is_some_and(|node| node.as_str().is_some());
    let pairs = match &environment.value {
        Value::Array(pairs) => pairs.iter().all(|pair| text(pair, name) && text(pair, value)),
        _ => false,
    };
    if !pairs {
        request.refuse(format!(
            "`environment` is a list of `{{\"{name}\": …, \"{value}\": …}}` with strings; this is `{}`",
            short(environment)
        ));
    }
}

pub(super) fn short(node: &Node) -> String {
    const MOST: usize = 60;
    let text = compact(node);
    if text.chars().count() <= MOST {
        return text;
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{start}…")
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
            request.unverified(
                "the guide does not list `BatchParameters` among the properties whose values may be paths",
            );
        }
    }
    for needed in ["JobDefinition", "JobName"] {
        if request.parameter(needed).is_none() {
            request.refuse(format!("a job needs a `{needed}`, and `BatchParameters` has none"));
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
        check_job(request, key, node);
    }
    if !any {
        request.note(
            "Nothing of the payload goes into the job: of its members only `ContainerOverrides`, `DependsOn` and \
             `Parameters` do.",
        );
    }
    "batch:SubmitJob"
}

fn check_job(request: &mut Request<'_>, key: &str, node: &Node) {
    match (key, &node.value) {
        ("Parameters", Value::Object(members)) => {
            let bad = members.iter().find(|member| member.value.as_str().is_none());
            if let Some(member) = bad {
                request.refuse(format!(
                    "the values of `Parameters` are strings; `{}` is {}",
                    member.key,
                    member.value.value.kind()
                ));
            }
        }
        ("ContainerOverrides", Value::Object(members)) => {
            const KNOWN: [&str; 4] = ["command", "environment", "memory", "vcpus"];
            check_command(request, node);
            let upper = node.get("Environment").is_some();
            check_environment(request, node, if upper { ["Name", "Value"] } else { ["name", "value"] });
            let other = members.iter().find(|member| !KNOWN.contains(&member.key.to_lowercase().as_str()));
            if let Some(member) = other {
                request.note(format!(
                    "`{}` is left out: of the overrides only command, environment, memory and vCPUs are passed.",
                    member.key
                ));
            }
        }
        ("DependsOn", Value::Array(jobs)) => {
            let named = |job: &Node| job.get("jobId").or_else(|| job.get("JobId")).is_some();
            if !jobs.iter().all(named) {
                request.refuse("each of `DependsOn` names a job as `jobId`");
            }
        }
        ("DependsOn", _) => {
            request.refuse(format!("`DependsOn` is a list; this is {}", node.value.kind()));
        }
        _ => request.refuse(format!("`{key}` is an object; this is {}", node.value.kind())),
    }
}
