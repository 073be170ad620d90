//! A small drawing for each family of targets; the name beside it shows which target it is.

use rulepad_workbench::TargetKind;
use yew::prelude::*;

/// The drawing of a kind, or of a target that is none yet.
pub(super) fn icon(kind: Option<TargetKind>) -> Html {
    let path = match kind {
        None => "M8 3.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6M8 6v2.4M8 10.4v.1",
        Some(TargetKind::Lambda) => "M4 3h2.2l5 10H13M7.4 7.2L4.2 13",
        Some(TargetKind::Sns) => "M3 8h3l4-4.5M6 8h7M6 8l4 4.5",
        Some(TargetKind::Sqs) => "M2.5 5v6M5.5 5v6M8.5 5v6M11 8h3M12.5 6.2L14.2 8l-1.7 1.8",
        Some(
            TargetKind::StepFunctions
            | TargetKind::CodePipeline
            | TargetKind::SageMakerPipeline
            | TargetKind::Glue,
        ) => "M6 2.5h4v3H6zM2.5 10.5h4v3h-4zM9.5 10.5h4v3h-4zM8 5.5V8M4.5 10.5V8h7v2.5",
        Some(TargetKind::Kinesis | TargetKind::Firehose) => {
            "M2 5c2-2 4-2 6 0s4 2 6 0M2 8.5c2-2 4-2 6 0s4 2 6 0M2 12c2-2 4-2 6 0s4 2 6 0"
        }
        Some(TargetKind::Logs) => "M3.5 3.5h9M3.5 6.5h9M3.5 9.5h6M3.5 12.5h7.5",
        Some(TargetKind::EventBus | TargetKind::CustomBus) => "M2 8h12M5 8V4.5M8 8v3.5M11 8V4.5",
        Some(TargetKind::Ecs | TargetKind::Batch) => {
            "M8 2.2l5 2.9v5.8l-5 2.9l-5-2.9V5.1zM3 5.1l5 2.9l5-2.9M8 8v5.8"
        }
        Some(TargetKind::ApiDestination | TargetKind::ApiGateway | TargetKind::AppSync) => {
            "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M2.5 8h11M8 2.5c-3 3-3 8 0 11c3-3 3-8 0-11"
        }
        Some(TargetKind::Redshift) => "M3 4.5c0-2.4 10-2.4 10 0v7c0 2.4-10 2.4-10 0zM3 4.5c0 2.4 10 2.4 10 0",
        Some(TargetKind::IncidentManager | TargetKind::Inspector | TargetKind::SsmOpsItem) => {
            "M8 2.6l5.8 10.2H2.2zM8 6.6v3M8 11v.2"
        }
        Some(
            TargetKind::SsmRunCommand
            | TargetKind::SsmAutomation
            | TargetKind::CodeBuild
            | TargetKind::Ec2Action,
        ) => "M2.5 3.5h11v9h-11zM5 6.2L7 8L5 9.8M8.5 10h2.5",
    };
    html! {
        <svg
            class="target-mark"
            viewBox="0 0 16 16"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.3"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d={path} />
        </svg>
    }
}
