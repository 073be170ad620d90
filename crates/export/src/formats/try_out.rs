//! A shell script that tries a rule end to end: it creates it, sends an event, looks, and takes everything away.

use super::aws_cli::{self, Parts};
use super::scripts::ScriptStep;
use super::text::shell::{self, word};
use crate::plan::{Plan, qualifier, role_name};
use crate::{Format, Rendered, Subject, file_name, later};
use rulepad_rule::{Arn, AttachedTo, TargetKind};

/// The script; `entries` are those of PutEvents, a JSON text. What it changes it changes back when it ends, however
/// it ends: it takes its own statements out of policies again.
#[must_use]
pub fn try_out(subject: &Subject<'_>, entries: &str) -> Rendered {
    let prepared = later::prepared(Format::AwsCli, subject);
    let plan = || Plan::of(&prepared);
    let Parts { needs, settings, functions, calls, notes } = aws_cli::parts(plan());
    let plan = plan().joined();
    let mut steps = Vec::new();
    let mut policies = String::new();
    let mut undo = String::new();
    if !plan.targets.is_empty() {
        let ids: Vec<String> = plan.targets.iter().map(|planned| word(&planned.target.id)).collect();
        undo.push_str(&format!(
            "  aws events remove-targets --rule \"$rule_name\" --event-bus-name \"$event_bus\" --ids {} || :\n",
            ids.join(" ")
        ));
    }
    undo.push_str("  aws events delete-rule --name \"$rule_name\" --event-bus-name \"$event_bus\" || :\n");
    for planned in &plan.targets {
        let (slug, target) = (&planned.slug, planned.target);
        for grant in &planned.grants {
            let back = match grant.attached_to {
                AttachedTo::Function => {
                    format!(
                        "aws lambda remove-permission --function-name {} --statement-id \"$sid{}\"",
                        word(&target.arn),
                        qualifier(&target.arn)
                    )
                }
                AttachedTo::Topic => {
                    steps.push(ScriptStep::Topic);
                    format!("drop_topic {}", word(&target.arn))
                }
                AttachedTo::Queue | AttachedTo::DeadLetterQueue => {
                    steps.push(ScriptStep::Queue);
                    let is_target = grant.attached_to == AttachedTo::Queue;
                    let queue = if is_target { &target.arn } else { &target.dead_letter_arn };
                    format!("drop_queue {}", word(&plan.queue_url(queue)))
                }
                AttachedTo::Logs => format!("aws logs delete-resource-policy --policy-name \"$sid-{slug}\""),
                AttachedTo::RoleTrust if planned.made_role.is_some() => {
                    steps.push(ScriptStep::Role);
                    format!("drop_role {}", word(&role_name(plan.rule, slug)))
                }
                AttachedTo::Role | AttachedTo::RoleTrust | AttachedTo::RestApi | AttachedTo::OtherAccount => {
                    continue;
                }
            };
            policies.push_str(&format!("    {back} || :\n"));
        }
    }
    if !policies.is_empty() {
        undo.push_str(&format!("  if [ -n \"$sid\" ]; then\n{policies}  fi\n"));
    }
    let drops: String =
        ScriptStep::ALL.into_iter().filter(|step| steps.contains(step)).map(ScriptStep::undone).collect();
    let looks: String = plan.targets.iter().filter_map(|planned| look(&plan, planned.target)).collect();
    let mut text = format!(
        "{HEAD}{needs}\n{settings}{functions}{drops}\n{}clean_up() {{\n  echo \"cleaning up\"\n{undo}}}\ntrap clean_up EXIT\n\n{calls}{}{SEND}{looks}{METRICS}{WAIT}",
        if policies.is_empty() { "" } else { "sid=\n" },
        shell::json_variable("entries", entries, &[]),
    );
    let mut losses = Vec::new();
    shell::without_nul(&mut text, &mut losses);
    Rendered { file_name: file_name(subject.rule, "sh"), media_type: "application/x-sh", text, losses, notes }
}

const HEAD: &str = "\
#!/bin/sh
# Tries a rule end to end with the AWS CLI: creates it, sends an event, looks, and takes everything away again.
";

const SEND: &str = "\
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
# Rules and policies take a moment until they count.
sleep \"${RULE_DELAY:-15}\"
# The call succeeds even where an entry is refused: the count tells.
refused=$(aws events put-events \\
  --entries \"$entries\" \\
  --query \"Entries[?ErrorCode].[ErrorCode, ErrorMessage]\" --output text)
if [ -n \"$refused\" ]; then
  echo \"put-events refused the event: $refused\" >&2
  exit 1
fi
echo \"sent the event\"
";

const METRICS: &str = "
# How often the rule matched, invoked its targets, and failed to: known some minutes later.
for metric in MatchedEvents Invocations FailedInvocations; do
  echo \"$metric:\"
  aws cloudwatch get-metric-statistics --namespace AWS/Events --metric-name \"$metric\" \\
    --dimensions \"Name=RuleName,Value=$rule_name\" --start-time \"$started\" \\
    --end-time \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\" --period 60 --statistics Sum --output text || :
done
";

const WAIT: &str = "
printf 'Press Enter to remove the rule and what belongs to it. '
read -r _ || :
";

/// Where a person sees what a target got.
fn look(plan: &Plan<'_>, target: &rulepad_rule::Target) -> Option<String> {
    let arn = Arn::parse(&target.arn)?;
    let call = match target.kind()? {
        TargetKind::Sqs => {
            format!(
                "sqs receive-message --queue-url {} --wait-time-seconds 10",
                word(&plan.queue_url(&target.arn))
            )
        }
        TargetKind::Lambda => {
            let name = arn.resource.strip_prefix("function:").unwrap_or(arn.resource);
            let name = name.split(':').next().unwrap_or(name);
            logged(&format!("/aws/lambda/{name}"))
        }
        TargetKind::Logs => {
            let name = arn.resource.strip_prefix("log-group:").unwrap_or(arn.resource);
            logged(name.trim_end_matches(":*"))
        }
        TargetKind::StepFunctions => {
            format!("stepfunctions list-executions --max-items 1 --state-machine-arn {}", word(&target.arn))
        }
        _ => return None,
    };
    let shown = shell::comment(&target.id);
    Some(format!("\n# What {shown} got.\naws {call} || :\n"))
}

/// The messages of the last two minutes.
fn logged(group: &str) -> String {
    let since = "\"$(($(date +%s) - 120))000\"";
    format!(
        "logs filter-log-events --log-group-name {} \\\n  --start-time {since} --query \"events[].message\" --output text",
        word(group)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::text::shell::tests::run;
    use rulepad_document::Role;
    use rulepad_document::json::{compact, parse};
    use rulepad_rule::{Rule, Target};

    /// Runs the script with programs of ours in place of `aws` and `sleep`; what was called, in order, a line each.
    fn calls(script: &str, aws: &str) -> (bool, Vec<String>) {
        let own = format!(
            "sleep() {{ :; }}\npython3() {{ case \"$3\" in sid) echo SID;; esac; }}\naws() {{ printf '%s %s\\n' \"$1\" \"$2\" >&3; case \"$2\" in put-rule) echo arn:of:rule;; put-targets) echo 0;; {aws} esac; }}\n"
        );
        let output = run(&format!("{own}{script}"));
        let said = String::from_utf8(output.stdout).unwrap();
        (output.status.success(), said.lines().map(str::to_owned).collect())
    }

    fn script() -> String {
        let pattern = parse(r#"{"source": ["a'b"]}"#, Role::Pattern).root.unwrap();
        let arn = |resource: &str| format!("arn:aws:{resource}").replace('@', "us-east-1:123456789012");
        let target = |id: &str, arn: String| Target { id: id.into(), arn, ..Target::default() };
        let targets = [
            target("f", arn("lambda:@:function:f")),
            target("t", arn("sns:@:t")),
            Target { dead_letter_arn: arn("sqs:@:dead"), ..target("q", arn("sqs:@:q")) },
            target("s", arn("states:@:stateMachine:s")),
        ];
        let rule = Rule { name: "r-try".into(), ..Rule::default() };
        let subject = Subject {
            rule: &rule,
            pattern: Some(&pattern),
            dialect: rulepad_pattern::Dialect::Rule,
            targets: &targets,
            event: "{}",
            references: &[],
        };
        try_out(&subject, &compact(&parse(r#"[{"Detail": "it's $(x) \\ EOF"}]"#, Role::Event).root.unwrap()))
            .text
    }

    #[test]
    fn what_is_created_is_taken_away_again() {
        let (worked, calls) = calls(&script(), "");
        assert!(worked, "{calls:?}");
        let place = |call: &str| {
            calls.iter().position(|found| found == call).unwrap_or_else(|| panic!("{call} in {calls:?}"))
        };
        let order = [
            "events put-rule",
            "lambda add-permission",
            "sns get-topic-attributes",
            "sns set-topic-attributes",
            "iam create-role",
            "events put-targets",
            "events put-events",
            "sqs receive-message",
            "cloudwatch get-metric-statistics",
            "events remove-targets",
            "events delete-rule",
            "lambda remove-permission",
            "iam delete-role-policy",
            "iam delete-role",
        ];
        assert!(order.map(place).is_sorted(), "{calls:?}");
        let count = |call: &str| calls.iter().filter(|found| *found == call).count();
        assert_eq!(
            (count("sqs get-queue-attributes"), count("sqs set-queue-attributes")),
            (4, 4),
            "{calls:?}"
        );
        assert_eq!(count("sns set-topic-attributes"), 2);
    }

    #[test]
    fn a_failure_half_way_cleans_up_as_well() {
        let (worked, calls) = calls(&script(), "create-role) return 1;;");
        assert!(!worked);
        assert!(!calls.contains(&"events put-events".to_owned()), "{calls:?}");
        assert!(calls.contains(&"events delete-rule".to_owned()), "{calls:?}");
        let (worked, calls) = super::tests::calls(&script(), "put-events) echo Malformed;;");
        assert!(!worked && calls.contains(&"events remove-targets".to_owned()), "{calls:?}");
    }
}
