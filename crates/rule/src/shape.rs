//! What a service wants of the payload: which members, of which types.

use super::parameters::plain;
use super::schema::{ANY, ExpectedType, SchemaField, Text, Wants, member as of, text};
use super::{Target, TargetKind};
use rulepad_document::Span;
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_transformer::Input;

/// Why the service behind the target does not take a payload; `None` for one it takes, and where nothing is known
/// against it.
pub(crate) fn payload_problem(target: &Target, payload: &Node) -> Option<PayloadProblem> {
    problem(target, payload, &[]).map(|found| found.problem)
}

/// What is wrong with a payload, and where.
pub(super) struct Misshapen {
    pub span: Span,
    pub problem: PayloadProblem,
}

/// What a service does not take of a payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadProblem {
    /// The member, such as `containerOverrides[0].cpu`; `None` for the payload as a whole.
    pub path: Option<String>,
    /// What is wrong with it.
    pub fault: PayloadFault,
}

/// What is wrong with a value of a payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayloadFault {
    /// It is of another kind.
    Kind {
        /// The kind that the service takes.
        expected: ExpectedType,
        /// The kind that it is.
        seen: json::ValueKind,
    },
    /// It is a number, and not a whole one.
    NotWhole(String),
    /// A member is missing.
    Lacks(&'static str),
    /// The list has no entry.
    Empty,
    /// The list has too many entries.
    TooMany {
        /// How many it has.
        length: usize,
        /// How many the service takes.
        most: usize,
    },
    /// It is none of these strings.
    NotAmong(Vec<&'static str>),
    /// It is no time: of this kind, or an empty string.
    NoTime(Option<json::ValueKind>),
}

/// A place of a template where a value is not known before there is an event.
pub(super) struct Hole {
    /// Where the value starts.
    pub start: usize,
    /// It is a string whose characters are not known; otherwise it may be anything.
    pub is_text: bool,
}

/// The first problem of a payload, as far as its values are known.
pub(super) fn problem(target: &Target, payload: &Node, holes: &[Hole]) -> Option<Misshapen> {
    let check = Check { holes };
    let kind = target.kind()?;
    if let Some(fields) = members(kind) {
        return check.value(None, payload, Wants::Object(fields));
    }
    match kind {
        TargetKind::SsmAutomation => check.value(None, payload, LISTS),
        TargetKind::SsmRunCommand if target.input != Input::MatchedEvent => {
            let named = SEND_COMMAND.iter().any(|field| payload.get(field.name).is_some());
            check.value(None, payload, if named { Wants::Object(SEND_COMMAND) } else { LISTS })
        }
        TargetKind::Logs if matches!(target.input, Input::Transformer { .. }) => check.log_event(payload),
        _ => None,
    }
}

/// The members that are passed on, for services that leave out what they do not know.
fn members(kind: TargetKind) -> Option<&'static [SchemaField]> {
    Some(match kind {
        TargetKind::Ecs => TASK_OVERRIDE,
        TargetKind::Batch => SUBMIT_JOB,
        TargetKind::CodeBuild => START_BUILD,
        TargetKind::CodePipeline => START_PIPELINE,
        _ => return None,
    })
}

/// The first member that only lacks the right spelling of one that is passed on: its key, and the right one.
pub(super) fn misspelt(kind: TargetKind, payload: &Node) -> Option<(&Member, &'static str)> {
    misspelt_in(payload, Wants::Object(members(kind)?))
}

fn misspelt_in(node: &Node, wants: Wants) -> Option<(&Member, &'static str)> {
    match (wants, &node.value) {
        (Wants::Object(fields), Value::Object(members)) => members.iter().find_map(|member| {
            if let Some(field) = fields.iter().find(|field| field.name == member.key) {
                return misspelt_in(&member.value, field.wants);
            }
            let key = plain(&member.key);
            let meant = fields.iter().find(|field| plain(field.name) == key)?;
            Some((member, meant.name))
        }),
        (Wants::List(each, ..), Value::Array(items)) => {
            items.iter().find_map(|item| misspelt_in(item, *each))
        }
        _ => None,
    }
}

const OPEN: Text = text(0, ANY);
const STRING: Wants = Wants::Text(OPEN);
const STRINGS: Wants = Wants::List(&STRING, 0, ANY);
/// Parameters of a Systems Manager document.
const LISTS: Wants = Wants::Map(OPEN, &STRINGS);
const NUMBER: Wants = Wants::Whole(i64::MIN, i64::MAX);

const PAIR: &[SchemaField] = &[of("name", STRING), of("value", STRING)];
const PAIRS: Wants = Wants::List(&Wants::Object(PAIR), 0, ANY);

/// ECS API reference, `TaskOverride`.
const TASK_OVERRIDE: &[SchemaField] = &[
    of("containerOverrides", Wants::List(&Wants::Object(CONTAINER_OVERRIDE), 0, ANY)),
    of("cpu", STRING),
    of("memory", STRING),
    of("executionRoleArn", STRING),
    of("taskRoleArn", STRING),
    of("ephemeralStorage", Wants::Object(&[of("sizeInGiB", NUMBER)])),
    of("inferenceAcceleratorOverrides", Wants::List(&Wants::Object(ACCELERATOR), 0, ANY)),
];
const CONTAINER_OVERRIDE: &[SchemaField] = &[
    of("name", STRING),
    of("command", STRINGS),
    of("environment", PAIRS),
    of("environmentFiles", Wants::List(&Wants::Object(TYPED), 0, ANY)),
    of("cpu", NUMBER),
    of("memory", NUMBER),
    of("memoryReservation", NUMBER),
    of("resourceRequirements", Wants::List(&Wants::Object(TYPED), 0, ANY)),
];
const TYPED: &[SchemaField] = &[of("type", STRING), of("value", STRING)];
const ACCELERATOR: &[SchemaField] = &[of("deviceName", STRING), of("deviceType", STRING)];

/// User guide, `eb-targets`: the members of the payload that become parameters of Batch's `SubmitJob`.
const SUBMIT_JOB: &[SchemaField] = &[
    of("ContainerOverrides", Wants::Object(BATCH_OVERRIDES)),
    of("DependsOn", Wants::List(&Wants::Object(&[of("JobId", STRING), of("jobId", STRING)]), 0, 20)),
    of("Parameters", Wants::Map(OPEN, &STRING)),
];
const BATCH_OVERRIDES: &[SchemaField] = &[
    of("Command", STRINGS),
    of("Environment", Wants::List(&Wants::Object(BATCH_PAIR), 0, ANY)),
    of("Memory", NUMBER),
    of("Vcpus", NUMBER),
    of("command", STRINGS),
    of("environment", Wants::List(&Wants::Object(BATCH_PAIR), 0, ANY)),
    of("memory", NUMBER),
    of("vcpus", NUMBER),
];
const BATCH_PAIR: &[SchemaField] =
    &[of("Name", STRING), of("Value", STRING), of("name", STRING), of("value", STRING)];

/// CodeBuild API reference, `StartBuild`.
const START_BUILD: &[SchemaField] = &[
    of("buildType", STRING),
    of("sourceVersion", STRING),
    of("sourceTypeOverride", STRING),
    of("sourceLocationOverride", STRING),
    of("secondarySourcesOverride", Wants::List(&Wants::Any, 0, 12)),
    of("secondarySourcesVersionOverride", Wants::List(&Wants::Any, 0, 12)),
    of("environmentVariablesOverride", Wants::List(&Wants::Object(BUILD_VARIABLE), 0, ANY)),
    of("artifactsOverride", Wants::Object(&[of("type", STRING), of("location", STRING)])),
    of("buildspecOverride", STRING),
    of("imageOverride", STRING),
    of("computeTypeOverride", STRING),
    of("environmentTypeOverride", STRING),
    of("serviceRoleOverride", STRING),
    of("certificateOverride", STRING),
    of("encryptionKeyOverride", STRING),
    of("idempotencyToken", STRING),
    of("gitCloneDepthOverride", NUMBER),
    of("timeoutInMinutesOverride", NUMBER),
    of("queuedTimeoutInMinutesOverride", NUMBER),
    of("autoRetryLimitOverride", NUMBER),
    of("insecureSslOverride", Wants::Switch),
    of("reportBuildStatusOverride", Wants::Switch),
    of("privilegedModeOverride", Wants::Switch),
    of("debugSessionEnabled", Wants::Switch),
];
const BUILD_VARIABLE: &[SchemaField] = &[
    of("name", STRING).required(),
    of("value", STRING).required(),
    of("type", Wants::Choice(&[("PLAINTEXT", None), ("PARAMETER_STORE", None), ("SECRETS_MANAGER", None)])),
];

/// CodePipeline API reference, `StartPipelineExecution`.
const START_PIPELINE: &[SchemaField] = &[
    of("variables", Wants::List(&Wants::Object(PIPELINE_VARIABLE), 1, 50)),
    of("sourceRevisions", Wants::List(&Wants::Object(REVISION), 0, ANY)),
];
const PIPELINE_VARIABLE: &[SchemaField] = &[of("name", STRING).required(), of("value", STRING).required()];
const REVISION: &[SchemaField] = &[
    of("actionName", STRING).required(),
    of("revisionType", STRING).required(),
    of("revisionValue", STRING).required(),
];

/// User guide, `eb-targets`, "Systems Manager Run Command as a target".
const SEND_COMMAND: &[SchemaField] =
    &[of("DocumentName", STRING), of("DocumentVersion", STRING), of("Parameters", LISTS)];

/// User guide, `eb-targets`, "CloudWatch Logs groups as targets".
const LOG_EVENT: &[SchemaField] = &[of("timestamp", Wants::Any).required(), of("message", STRING).required()];

struct Check<'h> {
    holes: &'h [Hole],
}

impl Check<'_> {
    /// Whether the value may be anything.
    fn open(&self, node: &Node) -> bool {
        self.hole(node).is_some_and(|hole| !hole.is_text) || node.value == Value::Invalid
    }

    fn hole(&self, node: &Node) -> Option<&Hole> {
        // They stand in the order of the text.
        let start = node.span.start as usize;
        let at = self.holes.partition_point(|hole| hole.start < start);
        self.holes.get(at).filter(|hole| hole.start == start)
    }

    /// Members that are not known are not looked at: the services leave a matched event's alone.
    fn value(&self, path: Option<&str>, node: &Node, wants: Wants) -> Option<Misshapen> {
        if self.open(node) {
            return None;
        }
        let wrong = |fault: PayloadFault| Some(misshapen(node.span, path, fault));
        match (wants, &node.value) {
            (Wants::Object(fields), Value::Object(members)) => {
                let missing = fields.iter().find(|field| field.required && node.get(field.name).is_none());
                if let Some(missing) = missing {
                    return wrong(PayloadFault::Lacks(missing.name));
                }
                members.iter().find_map(|member| {
                    let field = fields.iter().find(|field| field.name == member.key)?;
                    self.value(Some(&inside(path, &member.key)), &member.value, field.wants)
                })
            }
            (Wants::Map(_, each), Value::Object(members)) => members
                .iter()
                .find_map(|member| self.value(Some(&inside(path, &member.key)), &member.value, *each)),
            (Wants::List(_, least, most), Value::Array(items))
                if items.len() < least || items.len() > most =>
            {
                wrong(match items.len() {
                    0 => PayloadFault::Empty,
                    length => PayloadFault::TooMany { length, most },
                })
            }
            (Wants::List(each, ..), Value::Array(items)) => {
                items.iter().enumerate().find_map(|(at, item)| {
                    let path = format!("{}[{at}]", path.unwrap_or_default());
                    self.value(Some(&path), item, *each)
                })
            }
            (Wants::Text(_), Value::String(_)) | (Wants::Switch, Value::Bool(_)) | (Wants::Any, _) => None,
            (Wants::Whole(..), Value::Number(number)) => {
                let whole = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
                if whole { None } else { wrong(PayloadFault::NotWhole(number.clone())) }
            }
            (Wants::Choice(choices), Value::String(text)) => {
                let known = choices.iter().any(|(choice, _)| choice == text) || self.hole(node).is_some();
                let names = || choices.iter().map(|(choice, _)| *choice).collect();
                if known { None } else { wrong(PayloadFault::NotAmong(names())) }
            }
            (wants, _) => wrong(PayloadFault::Kind { expected: wants.expected(), seen: node.value.kind() }),
        }
    }

    /// `{"timestamp": <time>, "message": <message>}` (user guide, `eb-targets`). Which forms of a time it takes is
    /// not said; a number of milliseconds and an ISO 8601 text are.
    fn log_event(&self, payload: &Node) -> Option<Misshapen> {
        let wants = Wants::Object(LOG_EVENT);
        self.value(None, payload, wants).or_else(|| {
            let time = payload.get("timestamp").filter(|time| self.hole(time).is_none())?;
            let is_time = match &time.value {
                Value::Number(number) => number.bytes().all(|byte| byte.is_ascii_digit()),
                Value::String(text) => is_time(text),
                _ => false,
            };
            let seen = match &time.value {
                Value::String(text) if text.is_empty() => None,
                value => Some(value.kind()),
            };
            (!is_time).then(|| misshapen(time.span, Some("timestamp"), PayloadFault::NoTime(seen)))
        })
    }
}

fn misshapen(span: Span, path: Option<&str>, fault: PayloadFault) -> Misshapen {
    Misshapen { span, problem: PayloadProblem { path: path.map(str::to_owned), fault } }
}

/// Digits alone, or a text that starts as `2026-03-02T04:05:06` does.
fn is_time(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let like = |shape: &str| {
        let same = |(seen, wanted): (u8, u8)| {
            if wanted == b'0' { seen.is_ascii_digit() } else { seen == wanted }
        };
        text.len() >= shape.len() && text.bytes().zip(shape.bytes()).all(same)
    };
    digits(text) || like("0000-00-00T00:00")
}

/// The path of a member.
fn inside(path: Option<&str>, key: &str) -> String {
    path.map_or_else(|| key.to_owned(), |path| format!("{path}.{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Message;
    use rulepad_document::json::parse;
    use rulepad_document::words::en;
    use rulepad_document::{Lang, Role, Words};

    const CONSTANT: Input = Input::Constant(String::new());

    fn found(resource: &str, input: Input, payload: &str) -> Option<String> {
        let arn = format!("arn:aws:{}", resource.replace('@', "us-east-1:123456789012"));
        let node = parse(payload, Role::Input(0)).root.unwrap();
        let problem = payload_problem(&Target { arn, input, ..Target::default() }, &node)?;
        Some(en::sentence(&Message::Payload(problem).words(Lang::En)))
    }

    #[test]
    fn each_service_has_its_shape() {
        let event = r#"{"version": "0", "id": "i", "resources": [], "detail": {}}"#;
        let taken = [
            ("lambda:@:function:f", "1"),
            (
                "ecs:@:cluster/c",
                r#"{"containerOverrides": [{"name": "a", "environment": [{"name": "A", "value": "1"}]}]}"#,
            ),
            (
                "batch:@:job-queue/q",
                r#"{"Parameters": {"a": "1"}, "ContainerOverrides": {"Command": ["x"], "Vcpus": 2}}"#,
            ),
            ("batch:@:job-queue/q", event),
            ("codebuild:@:project/p", event),
            (
                "codebuild:@:project/p",
                r#"{"environmentVariablesOverride": [{"name": "A", "value": "1", "type": "PLAINTEXT"}]}"#,
            ),
            ("codepipeline:@:p", r#"{"variables": [{"name": "a", "value": "b"}]}"#),
            ("ssm:@:automation-definition/a:1", r#"{"InstanceId": ["i-1"]}"#),
            ("ssm:us-east-1::document/d", r#"{"commands": ["ls"]}"#),
            ("ssm:us-east-1::document/d", r#"{"DocumentVersion": "1", "Parameters": {"commands": ["ls"]}}"#),
        ];
        for (resource, payload) in taken {
            assert_eq!(found(resource, CONSTANT, payload), None, "{resource} {payload}");
        }
        let refused = [
            ("ecs:@:cluster/c", r#""text""#, "The payload must be an object, and it is a string."),
            (
                "ecs:@:cluster/c",
                r#"{"containerOverrides": [{"command": "ls"}]}"#,
                "`containerOverrides[0].command` must be an array, and it is a string.",
            ),
            (
                "ecs:@:cluster/c",
                r#"{"containerOverrides": [{"cpu": 1.5}]}"#,
                "`containerOverrides[0].cpu` must be a whole number, and it is `1.5`.",
            ),
            (
                "batch:@:job-queue/q",
                r#"{"Parameters": {"a": 1}}"#,
                "`Parameters.a` must be a string, and it is a number.",
            ),
            (
                "batch:@:job-queue/q",
                r#"{"DependsOn": ["a"]}"#,
                "`DependsOn[0]` must be an object, and it is a string.",
            ),
            (
                "codebuild:@:project/p",
                r#"{"environmentVariablesOverride": [{"name": "A"}]}"#,
                "`environmentVariablesOverride[0]` lacks `value`.",
            ),
            (
                "codebuild:@:project/p",
                r#"{"environmentVariablesOverride": [{"name": "A", "value": "", "type": "SECRET"}]}"#,
                "`environmentVariablesOverride[0].type` must be one of `PLAINTEXT`, `PARAMETER_STORE`, `SECRETS_MANAGER`.",
            ),
            ("codepipeline:@:p", r#"{"variables": []}"#, "`variables` is empty."),
            ("ssm:@:automation-definition/a:1", event, "`version` must be an array, and it is a string."),
            (
                "ssm:us-east-1::document/d",
                r#"{"Parameters": {"commands": "ls"}}"#,
                "`Parameters.commands` must be an array, and it is a string.",
            ),
        ];
        for (resource, payload, sentence) in refused {
            assert_eq!(found(resource, CONSTANT, payload).as_deref(), Some(sentence), "{resource} {payload}");
        }
    }

    #[test]
    fn a_log_group_wants_time_and_message_of_a_template_alone() {
        let template = || Input::Transformer { paths: String::new(), template: String::new() };
        let of = |payload: &str| found("logs:@:log-group:g", template(), payload);
        assert_eq!(found("logs:@:log-group:g", Input::MatchedEvent, "{}"), None);
        assert_eq!(of(r#"{"timestamp": 1767225600000, "message": "m"}"#), None);
        assert_eq!(of(r#"{"timestamp": "2026-01-01T00:00:00Z", "message": "m"}"#), None);
        assert_eq!(of(r#"{"message": "m"}"#).as_deref(), Some("The payload lacks `timestamp`."));
        assert_eq!(of(r#"{"timestamp": 1}"#).as_deref(), Some("The payload lacks `message`."));
        for time in [r#""""#, r#""noon""#, "null", "1.5", "-1"] {
            let found = of(&format!(r#"{{"timestamp": {time}, "message": "m"}}"#));
            assert!(found.is_some_and(|found| found.starts_with("`timestamp` must be")), "{time}");
        }
    }
}
