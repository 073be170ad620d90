//! A POSIX shell script of AWS CLI calls.

use super::plan::{Plan, Planned, RULE_ARN, list, queue_url, replaces, role_name, statement_id};
use super::text::shell::word;
use super::{Exported, file_name};
use crate::{Arn, AttachedTo};
use rulepad_document::json::{compact, pretty, quote};

/// Creates the rule, what lets it deliver, and the targets; the script stops at the first call that fails.
pub(super) fn export(plan: Plan<'_>) -> Exported {
    let file_name = file_name(plan.rule, "sh");
    let Parts { settings, calls, mut notes } = parts(plan);
    let mut text = format!(
        "#!/bin/sh\n# Creates the rule, its targets and the permissions they need, with the AWS CLI.\nset -eu\n\n{settings}\n{calls}"
    );
    if text.contains('\0') {
        notes.push("A shell cannot carry the character U+0000: it was left out.".to_owned());
        text.retain(|c| c != '\0');
    }
    Exported { file_name, media_type: "application/x-sh".to_owned(), text, losses: Vec::new(), notes }
}

/// The script without its head.
pub(super) struct Parts {
    /// Region, names and pattern as variables; nothing is called.
    pub settings: String,
    /// The calls.
    pub calls: String,
    /// What is still to do by hand, a sentence each.
    pub notes: Vec<String>,
}

/// The parts of the script.
pub(super) fn parts(mut plan: Plan<'_>) -> Parts {
    let mut notes = std::mem::take(&mut plan.notes);
    let rule = plan.rule;
    let mut settings = String::new();
    if let Some(region) = plan.region() {
        settings.push_str(&format!(
            ": \"${{AWS_REGION:={region}}}\"\nexport AWS_REGION AWS_DEFAULT_REGION=\"$AWS_REGION\"\n"
        ));
    }
    settings.push_str(&format!("rule_name={}\nevent_bus={}\n", word(&rule.name), word(rule.bus())));
    settings.push_str(&variable("event_pattern", &pretty(plan.pattern)));
    let mut options = vec!["--name \"$rule_name\"".to_owned(), "--event-bus-name \"$event_bus\"".to_owned()];
    for (option, value) in [("description", &rule.description), ("role-arn", &rule.role_arn)] {
        if !value.is_empty() {
            options.push(format!("--{option} {}", word(value)));
        }
    }
    options.push(format!("--state {}", rule.state.name()));
    options.push("--event-pattern \"$event_pattern\"".to_owned());
    options.push("--query RuleArn --output text".to_owned());
    let mut out = format!("rule_arn=$({})\n", call("events put-rule", &options));
    for planned in &plan.targets {
        out.push_str(&grants(&plan, planned, &mut notes));
    }
    if !plan.targets.is_empty() {
        let requests = list(plan.targets.iter().map(|planned| planned.request.clone()));
        out.push_str(&variable("targets", &pretty(&requests)));
        let options = [
            "--rule \"$rule_name\"".to_owned(),
            "--event-bus-name \"$event_bus\"".to_owned(),
            "--targets \"$targets\"".to_owned(),
            "--query FailedEntryCount --output text".to_owned(),
        ];
        out.push_str(&format!(
            "# The call succeeds even where single targets are refused: the count tells.\nfailed=$({})\nif [ \
             \"$failed\" != 0 ]; then\n  echo \"put-targets refused $failed of the targets\" >&2\n  exit 1\nfi\n",
            call("events put-targets", &options)
        ));
    }
    out.push_str("echo \"created $rule_arn\"\n");
    Parts { settings, calls: out, notes }
}

/// One call, an option a line.
fn call(operation: &str, options: &[String]) -> String {
    let options: String = options.iter().map(|option| format!(" \\\n  {option}")).collect();
    format!("aws {operation}{options}")
}

/// A variable with a text of several lines. A quoted end keeps the shell away from what stands before it; a text
/// that holds the end, or whose last line break would be lost, is one quoted word instead.
pub(super) fn variable(name: &str, text: &str) -> String {
    if text.ends_with('\n') || text.lines().any(|line| line == "EOF") {
        return format!("\n{name}={}\n", word(text));
    }
    format!("\n{name}=$(cat <<'EOF'\n{text}\nEOF\n)\n")
}

fn grants(plan: &Plan<'_>, planned: &Planned<'_>, notes: &mut Vec<String>) -> String {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let mut out = String::new();
    for grant in &planned.grants {
        let text = compact(&grant.document);
        let (what, calls) = match grant.attached_to {
            AttachedTo::Function => {
                let options = [
                    format!("--function-name {}", word(arn)),
                    format!("--statement-id {}", word(&statement_id(&plan.rule.name, &planned.slug))),
                    "--action lambda:InvokeFunction".to_owned(),
                    "--principal events.amazonaws.com".to_owned(),
                    "--source-arn \"$rule_arn\"".to_owned(),
                ];
                ("let the rule invoke the function", call("lambda add-permission", &options))
            }
            AttachedTo::Topic => {
                notes.push(replaces(id, "script", "topic"));
                let options = [
                    format!("--topic-arn {}", word(arn)),
                    "--attribute-name Policy".to_owned(),
                    format!("--attribute-value {}", filled(&text)),
                ];
                ("let the rule publish", call("sns set-topic-attributes", &options))
            }
            AttachedTo::Queue => {
                notes.push(replaces(id, "script", "queue"));
                ("let the rule send messages", queue(arn, &text))
            }
            AttachedTo::DeadLetterQueue => {
                notes.push(replaces(id, "script", "dead-letter queue"));
                ("let the rule send what it cannot deliver", queue(&planned.target.dead_letter_arn, &text))
            }
            AttachedTo::Logs => {
                let options = [
                    format!("--policy-name {}", word(&role_name(plan.rule, &planned.slug))),
                    format!("--policy-document {}", filled(&text)),
                ];
                ("let the rule write log events", call("logs put-resource-policy", &options))
            }
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                let name = format!("--role-name {}", word(&role_name(plan.rule, &planned.slug)));
                let create = [name.clone(), format!("--assume-role-policy-document {}", filled(&text))];
                let permissions = planned.grants.iter().find(|own| own.attached_to == AttachedTo::Role);
                let permissions = permissions.map(|own| compact(&own.document)).unwrap_or_default();
                let put = [
                    name.clone(),
                    "--policy-name deliver".to_owned(),
                    format!("--policy-document {}", filled(&permissions)),
                ];
                let calls = [
                    call("iam create-role", &create),
                    call("iam put-role-policy", &put),
                    call("iam wait role-exists", &[name]),
                ];
                ("a role that EventBridge assumes to deliver", calls.join("\n"))
            }
            AttachedTo::Role if planned.made_role.is_none() => {
                notes.push(format!("Target `{id}`: add `RoleArn`, a role EventBridge may assume."));
                continue;
            }
            AttachedTo::Role | AttachedTo::RoleTrust => continue,
            AttachedTo::RestApi => {
                notes.push(format!("Target `{id}`: the API's own resource policy must allow EventBridge."));
                continue;
            }
        };
        out.push_str(&format!("\n# {}: {what}.\n{calls}\n", shown(id)));
    }
    out
}

/// Attributes are strings: the policy is JSON text inside JSON.
fn queue(arn: &str, policy: &str) -> String {
    let url = Arn::parse(arn).map(|arn| queue_url(&arn)).unwrap_or_default();
    let attributes = format!("{{\"Policy\":{}}}", quote(policy));
    let options = [format!("--queue-url {}", word(&url)), format!("--attributes {}", filled(&attributes))];
    call("sqs set-queue-attributes", &options)
}

/// A quoted word with the rule's ARN put in by the shell.
fn filled(text: &str) -> String {
    word(text).replace(RULE_ARN, "'\"$rule_arn\"'")
}

/// The text on one line, for a comment.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rule, Target};
    use rulepad_document::Role;
    use rulepad_document::json::parse;
    use rulepad_transformer::Input;
    use std::io::Write;
    use std::process::{Command, Stdio};

    /// Runs the script with a program called `aws` that prints its arguments, NUL behind each.
    fn calls(script: &str) -> Vec<Vec<String>> {
        let aws = "aws() { printf '%s\\0' \"$@\" >&3; printf '\\1' >&3; case \"$2\" in put-rule) echo arn:of:rule;; put-targets) echo 0;; esac; }\n";
        let mut shell = Command::new("sh")
            .args(["-s"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let script = format!("exec 3>&1 1>/dev/null\n{aws}{script}");
        shell.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
        let output = shell.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let words = |call: &str| call.split_terminator('\0').map(str::to_owned).collect();
        text.split_terminator('\u{1}').map(words).collect()
    }

    #[test]
    fn a_shell_passes_every_text_on_as_it_was() {
        let hard = "it's \"$HOME\" `date` \\ $(date) ! % é 😀";
        let pattern = format!("{{\n  \"source\": [{}, 9007199254740993, 3.0e2]\n}}", quote(hard));
        let node = parse(&pattern, Role::Pattern).root.unwrap();
        let rule = Rule { name: "r".into(), description: hard.into(), ..Rule::default() };
        let arn = |resource: &str| format!("arn:aws:{resource}").replace('@', "us-east-1:123456789012");
        let template = format!("\"{hard}\nEOF\n<a>\"\n");
        let targets = [
            Target { id: "f".into(), arn: arn("lambda:@:function:f"), ..Target::default() },
            Target { id: "t".into(), arn: arn("sns:@:t"), ..Target::default() },
            Target {
                id: "q".into(),
                arn: arn("sqs:@:q"),
                input: Input::Transformer { paths: r#"{"a":"$.a"}"#.into(), template: template.clone() },
                ..Target::default()
            },
        ];
        let exported = export(Plan::new(&rule, &node, &targets));
        let calls = calls(&exported.text);
        let option = |call: usize, name: &str| {
            let at = calls[call].iter().position(|word| word == name).unwrap();
            calls[call][at + 1].clone()
        };
        assert_eq!(calls.len(), 5, "{calls:?}");
        assert_eq!(option(0, "--description"), hard);
        assert_eq!(
            compact(&parse(&option(0, "--event-pattern"), Role::Pattern).root.unwrap()),
            compact(&node)
        );
        assert_eq!(option(1, "--source-arn"), "arn:of:rule");
        let policy: serde_json::Value = serde_json::from_str(&option(2, "--attribute-value")).unwrap();
        let condition = &policy["Statement"][0]["Condition"]["ArnEquals"]["aws:SourceArn"];
        assert_eq!(condition, "arn:of:rule");
        let attributes: serde_json::Value = serde_json::from_str(&option(3, "--attributes")).unwrap();
        let policy: serde_json::Value = serde_json::from_str(attributes["Policy"].as_str().unwrap()).unwrap();
        assert_eq!(policy["Statement"][0]["Condition"]["ArnEquals"]["aws:SourceArn"], "arn:of:rule");
        let sent: serde_json::Value = serde_json::from_str(&option(4, "--targets")).unwrap();
        assert_eq!(sent[2]["InputTransformer"]["InputTemplate"], template);
    }
}
