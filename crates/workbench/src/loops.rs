//! Rules that would fire on what their own targets cause.

use crate::diagnostics::{self as say, Diagnostic};
use rulepad_pattern::event::Scalar;
use rulepad_pattern::syntax::Condition;
use rulepad_pattern::{Dialect, Pattern};
use rulepad_rule::{Rule, Target, TargetKind};

/// The source of the events a target's service sends when it works, and the start of their detail-types.
fn emits(kind: TargetKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        TargetKind::CodeBuild => ("aws.codebuild", "CodeBuild Build"),
        TargetKind::CodePipeline => ("aws.codepipeline", "CodePipeline"),
        TargetKind::StepFunctions => ("aws.states", "Step Functions Execution"),
        TargetKind::Ecs => ("aws.ecs", "ECS Task"),
        TargetKind::Batch => ("aws.batch", "Batch Job"),
        TargetKind::Glue => ("aws.glue", "Glue Job"),
        TargetKind::SageMakerPipeline => ("aws.sagemaker", "SageMaker Model Building Pipeline"),
        TargetKind::Redshift => ("aws.redshift-data", "Redshift Data"),
        TargetKind::SsmAutomation => ("aws.ssm", "EC2 Automation"),
        TargetKind::SsmRunCommand => ("aws.ssm", "EC2 Command"),
        _ => return None,
    })
}

/// A warning for the first target whose own events the pattern would accept, as far as source and
/// detail-type show.
pub(crate) fn check(
    pattern: &Pattern,
    dialect: Dialect,
    rule: &Rule,
    targets: &[Target],
) -> Option<Diagnostic> {
    if dialect != Dialect::Rule {
        return None;
    }
    let through_bus = targets.iter().find_map(|target| bus(pattern, rule, target));
    through_bus.or_else(|| started(pattern, targets))
}

/// A bus that sends the event back: it matches again.
fn bus(pattern: &Pattern, rule: &Rule, target: &Target) -> Option<Diagnostic> {
    let span = pattern.root.span;
    match target.kind()? {
        TargetKind::EventBus if target.arn == rule.event_bus => Some(say::bus_of_rule(span, &target.id)),
        TargetKind::CustomBus => Some(say::custom_bus(span, &target.id)),
        _ => None,
    }
}

/// A target whose own events the pattern would accept.
fn started(pattern: &Pattern, targets: &[Target]) -> Option<Diagnostic> {
    targets.iter().find_map(|target| {
        let kind = target.kind()?;
        let (source, detail_type) = emits(kind)?;
        let accepts = pattern.alternatives.iter().any(|rule| {
            let condition = |name: &str| {
                let number = rule.conditions.iter().find(|(own, _)| own == name).map(|(_, number)| *number);
                number.and_then(|number| pattern.conditions.get(number))
            };
            let detail = rule.conditions.iter().any(|(name, _)| name.starts_with("detail."));
            let narrow = condition("source").is_none() && condition("detail-type").is_none() && detail;
            !narrow
                && condition("source").is_none_or(|condition| accepts(condition, source))
                && condition("detail-type").is_none_or(|condition| mentions(condition, detail_type))
        });
        accepts.then(|| say::own_events(pattern.root.span, &target.id, kind, source))
    })
}

fn accepts(condition: &Condition, text: &str) -> bool {
    let value = Scalar::String(text.to_owned());
    condition.matchers.iter().any(|matcher| matcher.test.accepts(&value))
}

/// Whether a detail-type that starts so may be accepted.
fn mentions(condition: &Condition, start: &str) -> bool {
    use rulepad_pattern::operator::{Test, exact::Exact};
    condition.matchers.iter().any(|matcher| match &matcher.test {
        Test::Exact(Exact(Scalar::String(text))) => text.starts_with(start),
        test => test.accepts(&Scalar::String(format!("{start} State Change"))),
    })
}

#[cfg(test)]
mod tests {
    use crate::{Draft, Target, evaluate};
    use rulepad_document::Lang;

    fn warned(pattern: &str, arn: &str) -> bool {
        let target = Target { id: "t".into(), arn: arn.into(), ..Target::default() };
        let draft =
            Draft { pattern: pattern.into(), event: "{}".into(), targets: vec![target], ..Draft::default() };
        evaluate(&draft, Lang::En).pattern.iter().any(|found| found.is(crate::code::Code::Loop))
    }

    #[test]
    fn a_rule_that_starts_what_it_listens_to_is_reported() {
        let project = "arn:aws:codebuild:us-east-1:111122223333:project/p";
        assert!(warned(
            r#"{"source":["aws.codebuild"],"detail-type":["CodeBuild Build State Change"]}"#,
            project
        ));
        assert!(warned(r#"{"account":["111122223333"]}"#, project));
        assert!(!warned(r#"{"source":["aws.s3"]}"#, project));
        assert!(!warned(r#"{"source":["aws.codebuild"],"detail-type":["CodeBuild Other"]}"#, project));
        assert!(!warned(r#"{"source":["aws.codebuild"]}"#, "arn:aws:sqs:us-east-1:111122223333:q"));
        assert!(warned(r#"{"source":["a"]}"#, "arn:aws:events:us-east-1:111122223333:event-busv2/b/a1"));
        assert!(!warned(r#"{"source":["a"]}"#, "arn:aws:events:us-east-1:111122223333:event-bus/b"));
    }
}
