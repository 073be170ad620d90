//! Targets: kinds, limits, roles and the input options some kinds do not take.

use super::*;
use crate::starter;
use proptest::prelude::*;
use rulepad_document::diagnostic::{apply, worded};
use rulepad_document::{Lang, Role, Severity, TargetProperty};

const ROLE: &str = "arn:aws:iam::123456789012:role/r";

fn arn(resource: &str) -> String {
    format!("arn:aws:{}", resource.replace('@', "us-east-1:123456789012"))
}

fn target(resource: &str) -> Target {
    Target { id: "t".into(), arn: arn(resource), ..Target::default() }
}

fn check(targets: &[Target]) -> Vec<Diagnostic> {
    worded(&check_targets(&Rule::default(), targets), Lang::En)
}

#[track_caller]
fn only(target: Target) -> Diagnostic {
    let mut found = check(&[target]);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn kinds_are_recognised_from_the_arn() {
    let recorded = [
        ("lambda:@:function:f:alias", TargetKind::Lambda),
        ("sns:@:t", TargetKind::Sns),
        ("sqs:@:q.fifo", TargetKind::Sqs),
        ("states:@:stateMachine:m", TargetKind::StepFunctions),
        ("kinesis:@:stream/s", TargetKind::Kinesis),
        ("firehose:@:deliverystream/s", TargetKind::Firehose),
        ("logs:@:log-group:/aws/events/x", TargetKind::Logs),
        ("events:@:event-bus/b", TargetKind::EventBus),
        ("events:@:event-busv2/b/a1b2c3d4e5f6g7h8i9j0k1l2m", TargetKind::CustomBus),
        ("ecs:@:cluster/c", TargetKind::Ecs),
        ("batch:@:job-queue/q", TargetKind::Batch),
        ("events:@:api-destination/d/1", TargetKind::ApiDestination),
        ("execute-api:@:abc/stage/GET/x", TargetKind::ApiGateway),
        ("redshift:@:cluster:c", TargetKind::Redshift),
        ("redshift-serverless:@:workgroup/w", TargetKind::Redshift),
        ("sagemaker:@:pipeline/p", TargetKind::SageMakerPipeline),
        ("appsync:@:endpoints/graphql-api/a", TargetKind::AppSync),
        ("ssm:us-east-1::document/AWS-RunShellScript", TargetKind::SsmRunCommand),
        ("ssm:@:automation-definition/a:1", TargetKind::SsmAutomation),
        ("ssm:@:opsitem", TargetKind::SsmOpsItem),
        ("ssm-incidents::123456789012:response-plan/p", TargetKind::IncidentManager),
        ("codebuild:@:project/p", TargetKind::CodeBuild),
        ("codepipeline:@:p", TargetKind::CodePipeline),
        ("glue:@:workflow/w", TargetKind::Glue),
        ("inspector:@:target/0/template/0", TargetKind::Inspector),
        ("events:@:target/stop-instance", TargetKind::Ec2Action),
    ];
    for (resource, kind) in recorded {
        assert_eq!(target(resource).kind(), Some(kind), "{resource}");
    }
    for kind in TargetKind::ALL {
        assert!(recorded.iter().any(|(_, seen)| *seen == kind), "{kind:?} has no ARN here");
        assert!(kind.receives(Lang::En).ends_with('.') && !kind.name(Lang::En).is_empty());
    }
    for resource in ["lambda:@:layer:l", "sns:@:topic:subscription", "s3:::bucket", "dynamodb:@:table/t"] {
        assert_eq!(target(resource).kind(), None, "{resource}");
    }
}

#[test]
fn four_kinds_need_a_resource_policy_and_the_rest_a_role() {
    let by = |wanted: Permission| {
        TargetKind::ALL.into_iter().filter(|kind| kind.permission() == wanted).collect::<Vec<_>>()
    };
    assert_eq!(
        by(Permission::ResourcePolicy),
        [TargetKind::Lambda, TargetKind::Sns, TargetKind::Sqs, TargetKind::Logs]
    );
    assert_eq!(by(Permission::Either), [TargetKind::ApiGateway]);
    assert_eq!(by(Permission::Role).len(), TargetKind::ALL.len() - 5);
}

#[test]
fn a_missing_role_is_refused_in_awss_words() {
    let found = only(target("states:@:stateMachine:m"));
    assert_eq!((found.code.as_ref(), found.severity), ("target.role-missing", Severity::Error));
    assert_eq!(
        found.reference.unwrap().located(""),
        "RoleArn is required for target arn:aws:states:us-east-1:123456789012:stateMachine:m."
    );
    let role = |role: &str, resource: &str| Target { role_arn: role.into(), ..target(resource) };
    assert_eq!(check(&[role(ROLE, "states:@:stateMachine:m")]), []);
    assert_eq!(check(&[target("execute-api:@:a/s/GET/x")]), []);
    assert_eq!(only(role("r", "states:@:stateMachine:m")).code, "target.role-shape");
    assert_eq!(only(target("events:@:event-bus/b")).code, "target.role-advised");
    let found = only(role(ROLE, "sqs:@:q"));
    assert_eq!(found.code, "target.role-not-used");
    assert!(found.message.starts_with("an SQS queue "), "{}", found.message);
    assert_eq!(apply(ROLE, &found.first_fix().unwrap().edits), "");
}

#[test]
fn ids_have_a_form_and_are_unique() {
    let id = |id: &str| Target { id: id.into(), ..target("sns:@:t") };
    assert_eq!(only(id("")).code, "target.id-missing");
    assert_eq!(check(&[id(&"x".repeat(64))]), []);
    assert_eq!(only(id(&"x".repeat(65))).code, "target.id-too-long");
    let found = only(id("my id"));
    assert_eq!(found.code, "target.id-character");
    assert_eq!(apply("my id", &found.first_fix().unwrap().edits), "my-id");
    let found = check(&[id("a"), id("a-2"), id("a")]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "target.id-duplicate");
    assert_eq!(
        found[0].reference.as_ref().unwrap().located(""),
        "Parameter targets is not valid. Reason: More than one target with Id 'a' is provided."
    );
    assert_eq!(found[0].labels[0].role, Role::Target(2, TargetProperty::Id));
    assert_eq!(apply("a", &found[0].first_fix().unwrap().edits), "a-3");
}

#[test]
fn arns_have_a_form() {
    let with = |arn: &str| Target { id: "t".into(), arn: arn.into(), ..Target::default() };
    assert_eq!(only(with("")).code, "target.arn-missing");
    assert_eq!(only(with("topic")).code, "target.arn-shape");
    assert_eq!(
        only(with(&format!("arn:aws:sns:us-east-1:123456789012:{}", "t".repeat(1600)))).code,
        "target.arn-too-long"
    );
    assert_eq!(only(with("arn:aws:sns:us-east-1::t")).code, "target.arn-place");
    assert_eq!(only(with("arn:aws:s3:::bucket")).code, "target.arn-unknown");
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/q";
    let found = only(with(url));
    assert_eq!(apply(url, &found.first_fix().unwrap().edits), "arn:aws:sqs:us-east-1:123456789012:q");
}

#[test]
fn the_sixth_target_is_one_too_many() {
    let targets: Vec<Target> =
        (0..7).map(|at| Target { id: format!("t{at}"), ..target("sns:@:t") }).collect();
    assert_eq!(check(&targets[..5]), []);
    let found = check(&targets);
    assert_eq!(found.len(), 1);
    let many: Vec<Target> = (0..12).map(|at| Target { id: format!("t{at}"), ..target("sns:@:t") }).collect();
    assert_eq!(check(&many[..10]).len(), 1);
    let call = &check(&many)[1];
    assert_eq!(
        (call.code.as_ref(), call.labels[0].role),
        ("target.call-too-many", Role::Target(10, TargetProperty::Whole))
    );
    assert_eq!(found[0].labels[0].role, Role::Target(5, TargetProperty::Whole));
    assert_eq!(
        found[0].reference.as_ref().unwrap().located(""),
        "LimitExceededException: The requested resource exceeds the maximum number allowed."
    );
}

#[test]
fn some_kinds_do_not_take_every_input_option() {
    let role = |resource: &str| {
        let target = target(resource);
        let starter = target.kind().and_then(|kind| starter(kind, &target.arn)).unwrap_or_default();
        Target { role_arn: ROLE.into(), parameters: starter, ..target }
    };
    assert_eq!(only(role("ecs:@:cluster/c")).code, "target.input-not-passed");
    assert_eq!(only(role("ssm:us-east-1::document/D")).code, "target.input-not-passed");
    let constant = Input::Constant("{}".into());
    assert_eq!(check(&[Target { input: constant.clone(), ..role("ecs:@:cluster/c") }]), []);
    let transformer = |template: &str| Input::Transformer { paths: String::new(), template: template.into() };
    for (input, option) in [(constant.clone(), "`Input`"), (Input::Path("$.detail".into()), "`InputPath`")] {
        let found = only(Target { input, ..target("logs:@:log-group:g") });
        assert_eq!(found.code, "target.input-logs-option");
        assert!(found.is_error() && found.message.starts_with(option), "{}", found.message);
    }
    let found = only(role("logs:@:log-group:g"));
    assert_eq!(found.code, "target.role-refused");
    let sentence = found.reference.unwrap().located("");
    assert_eq!(
        sentence,
        "RoleArn is not supported for target arn:aws:logs:us-east-1:123456789012:log-group:g."
    );
    let found = only(Target { input: transformer("{\"message\": \"m\"}"), ..target("logs:@:log-group:g") });
    assert!(found.is_error(), "{found:?}");
    let found = only(Target { input: transformer("\"text\""), ..target("logs:@:log-group:g") });
    assert_eq!(found.code, "target.input-logs-text");
    assert_eq!(found.reference.unwrap().located(""), "Input for target t is not a valid JSON text.");
    assert_eq!(
        check(&[Target {
            input: transformer(" {\"timestamp\": 1, \"message\": \"m\"}"),
            ..target("logs:@:log-group:g")
        }]),
        []
    );
    let rule = |account: &str| Rule {
        event_bus: format!("arn:aws:events:us-east-1:{account}:event-bus/own"),
        ..Rule::default()
    };
    let bus = Target { input: constant, ..role("events:@:event-bus/b") };
    let found = check_targets(&rule("111122223333"), std::slice::from_ref(&bus));
    assert_eq!(found[0].code, "target.input-cross-account");
    assert_eq!(check_targets(&rule("123456789012"), std::slice::from_ref(&bus)), []);
    assert_eq!(check_targets(&Rule::default(), &[bus]), [], "the rule's account is not known");
}

#[test]
fn a_dead_letter_queue_is_a_standard_queue_of_the_rules_region() {
    let with = |queue: &str| Target { dead_letter_arn: queue.into(), ..target("sns:@:t") };
    assert_eq!(check(&[with(&arn("sqs:@:dead"))]), []);
    assert_eq!(check(&[with("arn:aws:sqs:us-east-1:999999999999:dead")]), [], "another account's");
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/dead";
    let found = only(with(url));
    assert_eq!(found.code, "target.dead-letter-shape");
    assert_eq!(apply(url, &found.first_fix().unwrap().edits), arn("sqs:@:dead"));
    assert_eq!(only(with("dead")).code, "target.dead-letter-shape");
    assert_eq!(only(with(&arn("sns:@:dead"))).code, "target.dead-letter-kind");
    assert_eq!(only(with(&arn("sqs:@:dead.fifo"))).code, "target.dead-letter-fifo");
    assert_eq!(only(with("arn:aws:sqs:us-east-1::dead")).code, "target.dead-letter-place");
    let far = with("arn:aws:sqs:eu-west-1:123456789012:dead");
    assert_eq!(only(far.clone()).code, "target.dead-letter-region");
    let rule =
        Rule { event_bus: "arn:aws:events:eu-west-1:123456789012:event-bus/b".into(), ..Rule::default() };
    assert_eq!(check_targets(&rule, &[far]), [], "the bus says where the rule is");
    let bus = Target {
        dead_letter_arn: "arn:aws:sqs:eu-west-1:123456789012:d".into(),
        role_arn: ROLE.into(),
        ..target("events:@:event-bus/b")
    };
    assert_eq!(check(&[bus]), [], "a bus may be of another Region than the rule");
}

#[test]
fn retry_policies_are_whole_numbers_in_their_limits() {
    let attempts = |text: &str| Target { retry_attempts: text.into(), ..target("sns:@:t") };
    let age = |text: &str| Target { event_age: text.into(), ..target("sns:@:t") };
    for text in ["", "0", "3", "185"] {
        assert_eq!(check(&[attempts(text)]), [], "{text}");
    }
    for text in ["60", "86400"] {
        assert_eq!(check(&[age(text)]), [], "{text}");
    }
    let fixed = [
        (attempts("186"), "target.retry-range", "185"),
        (attempts("99999999999999999999999"), "target.retry-range", "185"),
        (attempts("007"), "target.retry-number", "7"),
        (attempts("3.0"), "target.retry-number", "3"),
        (attempts("10 times"), "target.retry-number", "10"),
        (attempts("never"), "target.retry-number", ""),
        (attempts("-1"), "target.retry-number", ""),
        (attempts("1h"), "target.retry-number", ""),
        (age("1"), "target.age-range", "60"),
        (age("100000"), "target.age-range", "86400"),
        (age("1h"), "target.age-number", "3600"),
        (age("PT15M"), "target.age-number", "900"),
        (age("2 hours"), "target.age-number", "7200"),
        (age("86,400"), "target.age-number", "86400"),
        (age("1d"), "target.age-number", "86400"),
        (age("1 week"), "target.age-number", ""),
        (age("30 days"), "target.age-number", ""),
        (age("é"), "target.age-number", ""),
    ];
    for (target, code, wanted) in fixed {
        let text = format!("{}{}", target.retry_attempts, target.event_age);
        let found = only(target);
        let after = found.first_fix().map(|fix| apply(&text, &fix.edits)).unwrap_or_default();
        assert_eq!((found.code.as_ref(), after.as_str()), (code, wanted), "{text}");
        assert_eq!(found.span().of(&text), text);
    }
}

#[test]
fn an_endpoint_is_a_method_and_an_address() {
    let with = |endpoint: &str| Target {
        endpoint: endpoint.into(),
        role_arn: ROLE.into(),
        ..target("events:@:api-destination/d/1")
    };
    for endpoint in
        ["", "POST https://a.example", "DELETE  https://a.example/b?c=d%20e", " GET https://a.example/ "]
    {
        assert_eq!(check(&[with(endpoint)]), [], "{endpoint}");
    }
    let broken = [
        ("https://a.example/b", "target.endpoint-method", "https://a.example/b", "POST https://a.example/b"),
        ("post https://a.example", "target.endpoint-method", "post", "POST https://a.example"),
        ("TRACE https://a.example", "target.endpoint-method", "TRACE", ""),
        ("a.example", "target.endpoint-method", "a.example", ""),
        ("PUT http://a.example/b", "target.endpoint-url", "http://a.example/b", "PUT https://a.example/b"),
        ("PUT https:///b", "target.endpoint-url", "https:///b", ""),
        ("PUT", "target.endpoint-url", "", ""),
        ("PUT https://a.example/#b", "target.endpoint-character", "#", ""),
        ("PUT https://a.example/%2", "target.endpoint-character", "%", ""),
        ("PUT https://a.example/a b", "target.endpoint-character", " ", ""),
    ];
    for (endpoint, code, underlined, wanted) in broken {
        let found = only(with(endpoint));
        let after = found.first_fix().map(|fix| apply(endpoint, &fix.edits)).unwrap_or_default();
        assert_eq!(
            (found.code.as_ref(), found.span().of(endpoint), after.as_str()),
            (code, underlined, wanted)
        );
    }
    let long = format!("PUT https://a.example/{}", "b".repeat(2048));
    assert_eq!(only(with(&long)).code, "target.endpoint-too-long");
    let other = Target { endpoint: "POST https://a.example".into(), ..target("sns:@:t") };
    assert_eq!(only(other).code, "target.endpoint-not-used");
}

#[test]
fn what_a_service_does_not_take_is_told_before_there_is_an_event() {
    let transformer = |template: &str| Input::Transformer { paths: "{}".into(), template: template.into() };
    let logs = |template: &str| Target { input: transformer(template), ..target("logs:@:log-group:g") };
    for template in [
        r#"{"timestamp": <time>, "message": <m>}"#,
        r#"{"timestamp": "<time>", "message": "a <m>"}"#,
        r#"{"timestamp": 1, "message": "m"}"#,
    ] {
        assert_eq!(check(&[logs(template)]), [], "{template}");
    }
    let template = r#"{"time": <time>, "message": <m>}"#;
    let found = only(logs(template));
    assert_eq!((found.code.as_ref(), found.span().of(template)), ("target.input-shape", template));
    assert_eq!(found.message, "the payload lacks `timestamp`");
    let batch = |input: Input| Target {
        input,
        role_arn: ROLE.into(),
        parameters: r#"{"JobDefinition": "d", "JobName": "n"}"#.into(),
        ..target("batch:@:job-queue/q")
    };
    let text = r#"{"Parameters": {"n": 1}}"#;
    let found = only(batch(Input::Constant(text.into())));
    assert_eq!((found.labels[0].role, found.span().of(text)), (Role::Input(0), "1"));
    assert_eq!(check(&[batch(transformer(r#"{"Parameters": {"n": <n>}}"#))]), []);
    assert_eq!(check(&[batch(transformer(r#"{"Parameters": {"n": "<n>"}}"#))]), []);
    let text = r#"{"parameters": {"n": "1"}}"#;
    let found = only(batch(Input::Constant(text.into())));
    assert_eq!((found.code.as_ref(), found.span().of(text)), ("target.input-member", r#""parameters""#));
    assert_eq!(apply(text, &found.first_fix().unwrap().edits), r#"{"Parameters": {"n": "1"}}"#);
    let ecs = Target {
        input: transformer(r#"{"containerOverrides": [{"Environment": []}, <more>]}"#),
        role_arn: ROLE.into(),
        ..TargetKind::Ecs.sample("us-east-1", "123456789012")
    };
    assert_eq!(only(ecs).help[0].text, "write `environment`");
    let unknown = Target { parameters: "{".into(), ..target("s3:@:b") };
    let codes: Vec<_> = check(&[unknown]).into_iter().map(|found| found.code).collect();
    assert_eq!(codes, ["target.arn-unknown", "json.unclosed"]);
}

/// Texts as people type them, damaged.
fn typed(texts: &[&'static str]) -> impl Strategy<Value = String> {
    let whole = prop::sample::select(texts.to_vec());
    (whole, 0usize..80, 0usize..4, ".{0,2}").prop_map(|(whole, start, length, piece)| {
        let mut text = whole.to_owned();
        let fits =
            |text: &str, at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let start = fits(&text, start).unwrap_or(0);
        let end = fits(&text, start + length).unwrap_or(start).max(start);
        text.replace_range(start..end, &piece);
        text
    })
}

proptest! {
    #[test]
    fn settings_never_panic_and_their_fixes_help(
        queue in typed(&["https://sqs.us-east-1.amazonaws.com/123456789012/q", "arn:aws:sqs:us-east-1:123456789012:q.fifo"]),
        number in typed(&["1h", "PT15M", "185", "86,400", "10 times", "0.0", ""]),
        endpoint in typed(&["POST https://a.example/b/*?c=%20", "https://a.example/*", "get http://a.example"]),
        template in typed(&[r#"{"timestamp": <t>, "message": "<m>"}"#, r#"{"Parameters": {"a": <a>}}"#, "<"]),
        resource in prop::sample::select(vec!["events:@:api-destination/d/1", "logs:@:log-group:g", "batch:@:job-queue/q", "ssm:@:automation-definition/a"]),
    ) {
        let own = Target {
            dead_letter_arn: queue,
            retry_attempts: number.clone(),
            event_age: number,
            endpoint,
            input: Input::Transformer { paths: String::new(), template },
            ..target(resource)
        };
        for found in check(std::slice::from_ref(&own)) {
            let mut after = own.clone();
            let property = match found.labels[0].role {
                Role::Target(_, TargetProperty::DeadLetterArn) => &mut after.dead_letter_arn,
                Role::Target(_, TargetProperty::RetryAttempts) => &mut after.retry_attempts,
                Role::Target(_, TargetProperty::EventAge) => &mut after.event_age,
                Role::Target(_, TargetProperty::Endpoint) => &mut after.endpoint,
                _ => continue,
            };
            prop_assert!(property.get(found.span().range()).is_some(), "{found:?}");
            let Some(fix) = found.first_fix() else { continue };
            *property = apply(property, &fix.edits);
            let told = check(&[after]);
            prop_assert!(told.iter().all(|other| other.code != found.code), "{found:?} {told:?}");
        }
    }
}

#[test]
fn a_target_of_another_account_needs_a_role() {
    let rule = Rule {
        event_bus: "arn:aws:events:us-east-1:111122223333:event-bus/orders".into(),
        ..Rule::default()
    };
    let codes = |rule: &Rule, arn: &str, role: &str| {
        let target = Target { id: "t".into(), arn: arn.into(), role_arn: role.into(), ..Target::default() };
        check_targets(rule, &[target]).into_iter().map(|found| found.code.into_owned()).collect::<Vec<_>>()
    };
    let role = "arn:aws:iam::111122223333:role/r";
    for arn in ["arn:aws:sqs:us-east-1:999988887777:q", "arn:aws:lambda:us-east-1:999988887777:function:f"] {
        assert_eq!(codes(&rule, arn, ""), ["target.role-other-account"]);
        assert_eq!(codes(&rule, arn, role), [""; 0]);
        assert_eq!(codes(&Rule::default(), arn, ""), [""; 0], "the rule's account is not known");
    }
    assert_eq!(codes(&rule, "arn:aws:sqs:us-east-1:111122223333:q", role), ["target.role-not-used"]);
}
