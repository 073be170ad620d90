//! CodeBuild, CodePipeline, Glue, Inspector and the built-in actions on EC2: the event starts something.

use super::request::Request;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, ObjectTaker};
use rulepad_document::json::{Node, compact};

/// The most members of a payload that are shown as parts: `StartBuild` has 36 fields.
const MOST_FIELDS: usize = 100;

pub(super) fn code_build(request: &mut Request<'_>) -> &'static str {
    let name = request.arn.resource.trim_start_matches("project/").to_owned();
    request.setting("projectName", name);
    if request.is_matched_event() {
        request.note(DeliveryNote::CodeBuildAsSet);
        return "codebuild:StartBuild";
    }
    request.payload_as("input");
    let Some(input) = request.input_members(ObjectTaker::CodeBuild) else { return "codebuild:StartBuild" };
    let is_batch = input.get("buildType").and_then(Node::as_str) == Some("BATCH");
    for member in input.members().unwrap_or(&[]).iter().take(MOST_FIELDS) {
        if member.key == "buildType" {
            if !is_batch {
                request.unverified(DeliveryUnverified::BuildType);
            }
            continue;
        }
        let source = request.source_of(member.value.span);
        let text = member.value.as_str().map_or_else(|| compact(&member.value), str::to_owned);
        request.part(&member.key, text, member.value.as_str().is_none(), source);
        if member.key == "projectName" {
            request.unverified(DeliveryUnverified::ProjectName);
        }
    }
    if is_batch { "codebuild:StartBuildBatch" } else { "codebuild:StartBuild" }
}

pub(super) fn code_pipeline(request: &mut Request<'_>) -> &'static str {
    let name = request.arn.resource.to_owned();
    request.setting("name", name);
    if request.is_matched_event() {
        request.note(DeliveryNote::CodePipelineAsSet);
        return "codepipeline:StartPipelineExecution";
    }
    request.payload_as("input");
    let Some(input) = request.input_members(ObjectTaker::CodePipeline) else {
        return "codepipeline:StartPipelineExecution";
    };
    for key in ["variables", "sourceRevisions"] {
        let Some(node) = input.get(key) else { continue };
        let source = request.source_of(node.span);
        request.part(key, compact(node), true, source);
    }
    if input.get("variables").is_none() && input.get("sourceRevisions").is_none() {
        request.note(DeliveryNote::CodePipelineNeither);
    }
    "codepipeline:StartPipelineExecution"
}

pub(super) fn glue(request: &mut Request<'_>) -> &'static str {
    let name = request.arn.resource.trim_start_matches("workflow/").to_owned();
    request.setting("workflow", name);
    if let Some((id, span)) = request.envelope("id") {
        request.part("aws:eventIds", id, false, super::Source::Event { spans: vec![span] });
    }
    request.note(DeliveryNote::GlueTrigger);
    "glue:NotifyEvent"
}

pub(super) fn inspector(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("assessmentTemplateArn", arn);
    request.note(DeliveryNote::InspectorTemplate);
    "inspector:StartAssessmentRun"
}

pub(super) fn ec2(request: &mut Request<'_>) -> &'static str {
    let (operation, name, prefix) = match request.arn.resource.trim_start_matches("target/") {
        "stop-instance" => ("ec2:StopInstances", "InstanceId", "i-"),
        "terminate-instance" => ("ec2:TerminateInstances", "InstanceId", "i-"),
        "reboot-instance" => ("ec2:RebootInstances", "InstanceId", "i-"),
        "create-snapshot" => ("ec2:CreateSnapshot", "VolumeId", "vol-"),
        other => {
            let action = DeliveryUnverified::Ec2Action(other.to_owned());
            request.unverified(action);
            request.payload_as("input");
            return "ec2";
        }
    };
    request.payload_as("input");
    let id = request.input.as_ref().and_then(Node::as_str).map(str::to_owned);
    match id {
        Some(id) => {
            let end = u32::try_from(request.size()).unwrap_or(u32::MAX);
            let source = request.source_of(rulepad_document::Span { start: 0, end });
            let volume = id.rsplit_once('/').map_or(id.as_str(), |(_, volume)| volume);
            if !volume.starts_with(prefix) {
                request.refuse(DeliveryRefusal::Ec2Id { prefix, id: id.clone() });
            }
            request.part(name, id, false, source);
        }
        None => request.unverified(DeliveryUnverified::Ec2Input { name, prefix }),
    }
    request.note(DeliveryNote::Ec2Console);
    operation
}
