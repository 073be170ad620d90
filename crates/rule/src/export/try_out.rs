//! A shell script that tries a rule end to end: it creates it, sends an event, looks, and takes everything away.

use super::aws_cli::{self, Parts};
use super::plan::{Plan, queue_url, replaces, role_name, statement_id};
use super::text::shell::{self, word};
use super::{Exported, Format, Subject, file_name, later};
use crate::{Arn, AttachedTo, Kind};

/// The script; `entries` are those of PutEvents, a JSON text. What it changes it changes back when it ends, however
/// it ends: policies of queues and topics are kept aside first.
#[must_use]
pub fn try_out(subject: &Subject<'_>, entries: &str) -> Exported {
    let prepared = later::prepared(Format::AwsCli, subject);
    let plan = || Plan::of(&prepared);
    let Parts { settings, calls, mut notes } = aws_cli::parts(plan());
    let plan = plan();
    let mut keep = String::new();
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
            let (kept, back) = match grant.attached_to {
                AttachedTo::Function => {
                    let statement = statement_id(&plan.rule.name, slug);
                    let call = format!(
                        "lambda remove-permission --function-name {} --statement-id {}",
                        word(&target.arn),
                        word(&statement)
                    );
                    (String::new(), call)
                }
                AttachedTo::Topic => topic(slug, &target.arn),
                AttachedTo::Queue => queue(&format!("policy_{slug}"), &target.arn),
                AttachedTo::DeadLetterQueue => {
                    queue(&format!("dead_letter_policy_{slug}"), &target.dead_letter_arn)
                }
                AttachedTo::Logs => {
                    let name = role_name(plan.rule, slug);
                    (String::new(), format!("logs delete-resource-policy --policy-name {}", word(&name)))
                }
                AttachedTo::RoleTrust if planned.made_role.is_some() => {
                    let name = word(&role_name(plan.rule, slug));
                    let calls = format!(
                        "iam delete-role-policy --role-name {name} --policy-name deliver || :\n  aws iam delete-role --role-name {name}"
                    );
                    (String::new(), calls)
                }
                AttachedTo::Role | AttachedTo::RoleTrust | AttachedTo::RestApi => continue,
            };
            keep.push_str(&kept);
            undo.push_str(&format!("  aws {back} || :\n"));
        }
    }
    let looks: String = plan.targets.iter().filter_map(|planned| look(planned.target)).collect();
    let mut text = format!(
        "{HEAD}{settings}{keep}\nclean_up() {{\n  echo \"cleaning up\"\n{undo}}}\ntrap clean_up EXIT\n\n{calls}{}{SEND}{looks}{METRICS}{WAIT}",
        shell::json_variable("entries", entries),
    );
    // They are brought back.
    let replaced = |target: &crate::Target| {
        ["topic", "queue", "dead-letter queue"].map(|what| replaces(&target.id, "script", what))
    };
    let brought_back: Vec<String> = subject.targets.iter().flat_map(replaced).collect();
    notes.retain(|note| !brought_back.contains(note));
    let mut losses = Vec::new();
    shell::without_nul(&mut text, &mut losses);
    Exported {
        file_name: file_name(subject.rule, "sh"),
        media_type: "application/x-sh".to_owned(),
        text,
        refused: Vec::new(),
        losses,
        notes,
    }
}

const HEAD: &str = "\
#!/bin/sh
# Tries a rule end to end with the AWS CLI: creates it, sends an event, looks, and takes everything away again.
set -eu

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

/// The topic's policy kept aside, and the call that brings it back.
fn topic(slug: &str, arn: &str) -> (String, String) {
    let arn = word(arn);
    (
        format!(
            "\npolicy_{slug}=$(aws sns get-topic-attributes --topic-arn {arn} \\\n  --query Attributes.Policy --output text)\n"
        ),
        format!(
            "sns set-topic-attributes --topic-arn {arn} \\\n    --attribute-name Policy --attribute-value \"$policy_{slug}\""
        ),
    )
}

/// The queue's policy kept aside, and the call that brings it back; a queue without one gets none.
fn queue(variable: &str, arn: &str) -> (String, String) {
    let url = Arn::parse(arn).map(|arn| queue_url(&arn)).unwrap_or_default();
    let url = word(&url);
    (
        format!(
            "\n{variable}=$(aws sqs get-queue-attributes --queue-url {url} \\\n  --attribute-names Policy --query Attributes --output json)\n\
             if [ \"${variable}\" = null ] || [ -z \"${variable}\" ]; then\n  {variable}='{{\"Policy\":\"\"}}'\nfi\n"
        ),
        format!("sqs set-queue-attributes --queue-url {url} --attributes \"${variable}\""),
    )
}

/// Where a person sees what a target got.
fn look(target: &crate::Target) -> Option<String> {
    let arn = Arn::parse(&target.arn)?;
    let call = match target.kind()? {
        Kind::Sqs => {
            format!("sqs receive-message --queue-url {} --wait-time-seconds 10", word(&queue_url(&arn)))
        }
        Kind::Lambda => {
            let name = arn.resource.strip_prefix("function:").unwrap_or(arn.resource);
            let name = name.split(':').next().unwrap_or(name);
            logged(&format!("/aws/lambda/{name}"))
        }
        Kind::Logs => {
            let name = arn.resource.strip_prefix("log-group:").unwrap_or(arn.resource);
            logged(name.trim_end_matches(":*"))
        }
        Kind::StepFunctions => {
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
    use crate::export::text::shell::tests::run;
    use crate::{Rule, Target};
    use rulepad_document::Role;
    use rulepad_document::json::{compact, parse};

    /// Runs the script with programs of ours in place of `aws` and `sleep`; what was called, in order, a line each.
    fn calls(script: &str, aws: &str) -> (bool, Vec<String>) {
        let own = format!(
            "sleep() {{ :; }}\naws() {{ printf '%s %s\\n' \"$1\" \"$2\" >&3; case \"$2\" in put-rule) echo arn:of:rule;; put-targets) echo 0;; {aws} esac; }}\n"
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
            origin: None,
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
            "sns get-topic-attributes",
            "events put-rule",
            "lambda add-permission",
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
            (2, 4),
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
