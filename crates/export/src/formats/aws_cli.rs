//! A POSIX shell script of AWS CLI calls. It can be run again: what exists is kept or updated.

use super::rule_json::tags;
use super::scripts::{POLICIES, POLICIES_CLI, ScriptStep};
use super::text::shell::{self, call, json_variable, variable, word};
use crate::later::Later;
use crate::message::{MissingRole, Note, TargetNote};
use crate::plan::{ACCOUNT, Grant, Plan, Planned, RULE_ARN, qualifier, role_name, statement};
use crate::{Rendered, file_name};
use rulepad_document::json::build::list;
use rulepad_document::json::{compact, pretty, quote};
use rulepad_rule::AttachedTo;
use rulepad_rule::reference::mark::{MarkedPart, parts as parts_of};

/// Creates the rule, what lets it deliver, and the targets; the script stops at the first call that fails.
pub(crate) fn export(plan: Plan<'_>) -> Rendered {
    let file_name = file_name(plan.rule, "sh");
    let Parts { needs, settings, functions, calls, notes } = parts(plan);
    let mut text = format!(
        "#!/bin/sh\n# Creates the rule, its targets and the permissions they need, with the AWS CLI.\n# It can be run \
         again: what exists is kept or updated, and policies keep what others have in them.\n{needs}\n{settings}{functions}\n{calls}"
    );
    let mut losses = Vec::new();
    shell::without_nul(&mut text, &mut losses);
    Rendered { file_name, media_type: "application/x-sh", text, losses, notes }
}

/// The script without its head.
pub(crate) struct Parts {
    /// The programs it needs, as a comment, `set -eu`, and a check that they are there.
    pub needs: String,
    /// Region, names and pattern as variables; nothing is called.
    pub settings: String,
    /// The functions that the calls use.
    pub functions: String,
    /// The calls.
    pub calls: String,
    /// What is still to do by hand.
    pub notes: Vec<Note>,
}

/// The parts of the script.
pub(crate) fn parts(plan: Plan<'_>) -> Parts {
    let mut plan = plan.joined();
    let mut notes = plan.take_notes();
    let rule = plan.rule;
    let mut settings = plan.region().map(shell::own_region).unwrap_or_default();
    settings.push_str(&shell::asked(plan.later));
    settings.push_str(&format!("rule_name={}\nevent_bus={}\n", word(&rule.name), word(rule.bus())));
    if let Some(pattern) = plan.pattern {
        settings.push_str(&json_variable("event_pattern", &pretty(pattern), plan.later));
    }
    let mut options = vec!["--name \"$rule_name\"".to_owned(), "--event-bus-name \"$event_bus\"".to_owned()];
    if !rule.description.is_empty() {
        let (text, option) = described(&rule.description, plan.later);
        settings.push_str(&variable("description", &text));
        options.push(format!("--{option} \"$description\""));
    }
    if !rule.schedule.is_empty() {
        options.push(format!("--schedule-expression {}", word(&rule.schedule)));
    }
    if !rule.role_arn.is_empty() {
        options.push(format!("--role-arn {}", word(&rule.role_arn)));
    }
    options.push(format!("--state {}", rule.state.name()));
    if plan.pattern.is_some() {
        options.push("--event-pattern \"$event_pattern\"".to_owned());
    }
    options.push("--query RuleArn --output text".to_owned());
    let mut out = format!("rule_arn=$({})\n", call("events put-rule", &options));
    // `put-rule` ignores the tags of a rule that exists.
    if let Some(tags) = tags(rule) {
        settings.push_str(&json_variable("tags", &pretty(&tags), plan.later));
        let options = ["--resource-arn \"$rule_arn\"".to_owned(), "--tags \"$tags\"".to_owned()];
        out.push_str(&format!("{}\n", call("events tag-resource", &options)));
    }
    let mut steps = Vec::new();
    let granted: String =
        plan.targets.iter().map(|planned| grants(&plan, planned, &mut steps, &mut notes)).collect();
    let is_log = |grant: &Grant| grant.attached_to == AttachedTo::Logs;
    let names_policy = plan.targets.iter().any(|planned| planned.grants.iter().any(is_log));
    let needs_python = names_policy || !steps.is_empty();
    if needs_python {
        out.push_str("# The id of the rule's statements in policies.\nsid=$(policies sid \"$rule_arn\")\n");
    }
    out.push_str(&granted);
    out.push_str(&targets(&plan, steps.contains(&ScriptStep::Role)));
    out.push_str("echo \"created $rule_arn\"\n");
    let escape = shell::escape(&format!("{settings}{out}"));
    settings.insert_str(0, escape);
    Parts {
        needs: needs(needs_python),
        settings,
        functions: functions(needs_python, &steps),
        calls: out,
        notes,
    }
}

/// The call that adds the targets.
fn targets(plan: &Plan<'_>, makes_roles: bool) -> String {
    if plan.targets.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    let requests = pretty(&list(plan.targets.iter().map(|planned| planned.request.clone())));
    if requests.contains(ACCOUNT) {
        out.push_str("\naccount=$(echo \"$rule_arn\" | cut -d : -f 5)\n");
        let targets = shell::word_with(&shell::in_json(&requests, plan.later), ACCOUNT, "account");
        out.push_str(&format!("{}targets={targets}\n", shell::directive(&requests)));
    } else {
        out.push_str(&json_variable("targets", &requests, plan.later));
    }
    let options = [
        "--rule \"$rule_name\"".to_owned(),
        "--event-bus-name \"$event_bus\"".to_owned(),
        "--targets \"$targets\"".to_owned(),
        "--query FailedEntryCount --output text".to_owned(),
    ];
    let put = call("events put-targets", &options);
    if makes_roles {
        out.push_str(&format!(
            "# A role that was just made can be refused for some seconds.\ntries=6\nuntil failed=$({put}); do\n  \
             tries=$((tries - 1))\n  if [ \"$tries\" -eq 0 ]; then\n    exit 1\n  fi\n  sleep \
             \"${{RETRY_DELAY:-5}}\"\ndone\n"
        ));
    } else {
        out.push_str(&format!("failed=$({put})\n"));
    }
    out.push_str(
        "# The call succeeds even if single targets are refused: the count shows it.\nif [ \"$failed\" != 0 ]; then\n  \
         echo \"put-targets refused $failed of the targets\" >&2\n  exit 1\nfi\n",
    );
    out
}

/// What the script needs: a program that edits JSON, where policies hold statements of others.
#[must_use]
pub fn needs(python: bool) -> String {
    if python {
        "# Needs the AWS CLI, and Python 3 to edit policies.\nset -eu\n\nfor program in aws python3; do\n  if ! command \
         -v \"$program\" >/dev/null; then\n    echo \"this script needs $program\" >&2\n    exit 1\n  fi\ndone\n"
            .to_owned()
    } else {
        "# Needs the AWS CLI.\nset -eu\n".to_owned()
    }
}

/// The functions of the steps, and of the program that edits policies.
#[must_use]
pub fn functions(python: bool, steps: &[ScriptStep]) -> String {
    if !python {
        return String::new();
    }
    let program = format!("import json\nimport sys\nimport zlib\n\n{POLICIES}{POLICIES_CLI}");
    let mut out = format!(
        "{}\n# Works on policies: each task is at the end of the program.\npolicies() {{\n  python3 -c \
         \"$policies_program\" \"$@\"\n}}\n",
        variable("policies_program", program.trim_end())
    );
    out.extend(ScriptStep::ALL.into_iter().filter(|step| steps.contains(step)).map(ScriptStep::shell));
    out
}

/// The description, and the option that carries it. The CLI reads a file or a page instead of a value that
/// names one, but not within JSON.
fn described(description: &str, later: &[Later]) -> (String, &'static str) {
    let fetched = ["file://", "fileb://", "http://", "https://"];
    // What a value starts with is not known.
    let is_fetched = matches!(parts_of(description).first(), Some(MarkedPart::Expression { .. }))
        || fetched.iter().any(|scheme| description.starts_with(scheme));
    if is_fetched {
        let json = format!("{{\"Description\": {}}}", quote(description));
        (shell::in_json(&json, later), "cli-input-json")
    } else {
        (description.to_owned(), "description")
    }
}

fn grants(
    plan: &Plan<'_>,
    planned: &Planned<'_>,
    steps: &mut Vec<ScriptStep>,
    notes: &mut Vec<Note>,
) -> String {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let mut out = String::new();
    for grant in &planned.grants {
        let (what, call) = match grant.attached_to {
            AttachedTo::Function => {
                steps.push(ScriptStep::Function);
                (
                    "let the rule invoke the function",
                    format!("allow_function {} \"$sid{}\"", word(arn), qualifier(arn)),
                )
            }
            AttachedTo::Topic => {
                steps.push(ScriptStep::Topic);
                ("let the rule publish", format!("allow_topic {} {}", word(arn), stated(grant, plan.later)))
            }
            AttachedTo::Queue => {
                steps.push(ScriptStep::Queue);
                ("let the rule send messages", queue(plan, arn, grant))
            }
            AttachedTo::DeadLetterQueue => {
                steps.push(ScriptStep::Queue);
                (
                    "let the rule send what it cannot deliver",
                    queue(plan, &planned.target.dead_letter_arn, grant),
                )
            }
            AttachedTo::Logs => {
                let options = [
                    format!("--policy-name \"$sid-{}\"", planned.slug),
                    format!("--policy-document {}", filled(&compact(&grant.document), plan.later)),
                ];
                ("let the rule write log events", call("logs put-resource-policy", &options))
            }
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                steps.push(ScriptStep::Role);
                let permissions = planned.grants.iter().find(|own| own.attached_to == AttachedTo::Role);
                let permissions = permissions.map(|own| compact(&own.document)).unwrap_or_default();
                let name = word(&role_name(plan.rule, &planned.slug));
                let call = format!(
                    "make_role {name} \\\n  {} \\\n  {}",
                    stated(grant, plan.later),
                    filled(&permissions, plan.later)
                );
                ("a role that EventBridge assumes to deliver", call)
            }
            AttachedTo::Role if planned.made_role.is_none() => {
                notes.push(Note::of(id, TargetNote::AddRole(MissingRole::Member)));
                continue;
            }
            AttachedTo::Role | AttachedTo::RoleTrust | AttachedTo::OtherAccount => continue,
            AttachedTo::RestApi => {
                notes.push(Note::of(id, TargetNote::ApiPolicy));
                continue;
            }
        };
        out.push_str(&format!("\n# {}: {what}.\n{}{call}\n", shown(id), shell::directive(&quoted(planned))));
    }
    out
}

fn queue(plan: &Plan<'_>, arn: &str, grant: &Grant) -> String {
    format!("allow_queue {} {}", word(&plan.queue_url(arn)), stated(grant, plan.later))
}

/// The rule's statement as a word.
fn stated(grant: &Grant, later: &[Later]) -> String {
    filled(&statement(&grant.document).map(|own| compact(&own)).unwrap_or_default(), later)
}

/// A quoted word with the rule's ARN put in by the shell.
fn filled(text: &str, later: &[Later]) -> String {
    shell::word_with(&shell::in_json(text, later), RULE_ARN, "rule_arn")
}

/// What the calls of a target have in quotes.
fn quoted(planned: &Planned<'_>) -> String {
    planned.grants.iter().map(|grant| compact(&grant.document)).collect()
}

/// The text on one line, for a comment.
fn shown(text: &str) -> String {
    shell::comment(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::text::shell::tests::calls;
    use rulepad_document::Role;
    use rulepad_document::json::parse;
    use rulepad_rule::{Rule, Target};
    use rulepad_transformer::Input;

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
        let (calls, _) = calls(&exported.text);
        let calls: Vec<Vec<String>> =
            calls.into_iter().filter(|call| !call.iter().any(|word| word.starts_with("get-"))).collect();
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
        for (call, name) in [(2, "--attribute-value"), (3, "--attributes")] {
            let statement: serde_json::Value = serde_json::from_str(&option(call, name)).unwrap();
            assert_eq!(statement["Condition"]["ArnEquals"]["aws:SourceArn"], "arn:of:rule");
        }
        let sent: serde_json::Value = serde_json::from_str(&option(4, "--targets")).unwrap();
        assert_eq!(sent[2]["InputTransformer"]["InputTemplate"], template);
    }

    #[test]
    fn the_cli_fetches_nothing_in_the_place_of_a_description() {
        let node = parse(r#"{"a": ["x"]}"#, Role::Pattern).root.unwrap();
        for description in ["file:///etc/hostname", "fileb://x", "https://example.com/?a='b'", "http://x"] {
            let rule = Rule { name: "r".into(), description: description.into(), ..Rule::default() };
            let (calls, _) = calls(&export(Plan::new(&rule, &node, &[])).text);
            assert!(!calls[0].iter().any(|word| word == "--description"), "{calls:?}");
            let at = calls[0].iter().position(|word| word == "--cli-input-json").unwrap();
            let sent: serde_json::Value = serde_json::from_str(&calls[0][at + 1]).unwrap();
            assert_eq!(sent, serde_json::json!({"Description": description}));
        }
    }

    #[test]
    fn what_a_shell_cannot_carry_is_lost_and_said() {
        let node = parse(r#"{"a": ["\u0000"]}"#, Role::Pattern).root.unwrap();
        let rule = Rule { name: "r".into(), description: "a\0b".into(), ..Rule::default() };
        let exported = export(Plan::new(&rule, &node, &[]));
        assert_eq!(exported.losses, [crate::Loss::Nul]);
        let (calls, _) = calls(&exported.text);
        let pattern = calls[0].iter().position(|word| word == "--event-pattern").unwrap();
        let sent = parse(&calls[0][pattern + 1], Role::Pattern).root.unwrap();
        assert_eq!(compact(&sent), compact(&node), "an escape in JSON is carried");
    }
}
