use super::*;
use rulepad_document::json::{Node, Value, compact, parse};
use rulepad_transformer::Input;

const RULE: &str = "arn:aws:events:us-east-1:123456789012:rule/r";
const ROLE: &str = "arn:aws:iam::123456789012:role/path/deliver";

fn target(resource: &str, parameters: &str) -> Target {
    let arn = format!("arn:aws:{}", resource.replace('@', "us-east-1:123456789012"));
    Target { id: "t".into(), arn, parameters: parameters.into(), role_arn: ROLE.into(), ..Target::default() }
}

fn sender(place: &Location) -> Sender<'_> {
    Sender { rule_arn: RULE, sid: statement_id(RULE), place }
}

fn of(target: &Target) -> Vec<(String, Node)> {
    at(&Location::default(), target)
}

fn at(place: &Location, target: &Target) -> Vec<(String, Node)> {
    let read = |policy: Policy<PolicyTitle>| {
        let parsed = parse(&policy.text, rulepad_document::Role::Event);
        assert_eq!(parsed.diagnostics, [], "{}", policy.text);
        (policy.title.words(Lang::En), parsed.root.unwrap())
    };
    policies(&sender(place), target).into_iter().map(read).collect()
}

/// `action resource` of every statement of the first policy.
fn allowed(target: &Target) -> Vec<String> {
    let found = of(target);
    let Value::Array(statements) = &found[0].1.get("Statement").unwrap().value else { panic!() };
    let plain = |node: Option<&Node>| node.map(|node| compact(node).replace('"', "")).unwrap_or_default();
    statements
        .iter()
        .map(|one| format!("{} {}", plain(one.get("Action")), plain(one.get("Resource"))))
        .collect()
}

#[test]
fn every_kind_is_allowed_its_own_action_on_its_own_target() {
    for kind in TargetKind::ALL {
        let target = kind.sample("us-east-1", "123456789012");
        let found = of(&target);
        assert!(!found.is_empty(), "{kind:?}");
        let text = &policies(&sender(&Location::default()), &target)[0].text;
        for action in kind.actions() {
            assert!(text.contains(&format!("\"{action}\"")), "{kind:?} {text}");
        }
        let trusted = |node: &Node| compact(node).contains("events.amazonaws.com");
        assert!(found.iter().any(|(_, policy)| trusted(policy)), "{kind:?}");
        let bound = found.iter().filter(|(_, policy)| compact(policy).contains(RULE)).count();
        assert_eq!(bound, 1, "one policy of {kind:?} is bound to the rule");
        assert_eq!(found.len(), if kind.permission() == Permission::Role { 2 } else { 1 }, "{kind:?}");
    }
    assert!(policies(&sender(&Location::default()), &target("s3:::bucket", "")).is_empty());
}

#[test]
fn a_gateway_takes_a_role_where_one_is_given() {
    let mut gateway = target("execute-api:@:a/s/GET/x", "");
    assert_eq!(of(&gateway)[0].0, "Permissions policy of the role deliver");
    gateway.role_arn = String::new();
    assert_eq!(of(&gateway)[0].0, "Resource policy of the REST API");
}

#[test]
fn a_function_is_permitted_by_qualifier() {
    let found = of(&target("lambda:@:function:f:live", ""));
    let text = |name: &str| found[0].1.get(name).and_then(Node::as_str).unwrap_or("").to_owned();
    assert_eq!((text("FunctionName").as_str(), text("Qualifier").as_str()), ("f", "live"));
    assert_eq!((text("Action").as_str(), text("SourceArn").as_str()), ("lambda:InvokeFunction", RULE));
}

#[test]
fn a_task_needs_its_definition_and_the_roles_it_passes_on() {
    let definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/job";
    let parameters = |name: &str, rest: &str| format!(r#"{{"TaskDefinitionArn":"{name}"{rest}}}"#);
    let found = allowed(&target("ecs:@:cluster/c", &parameters(&format!("{definition}:3"), "")));
    assert_eq!(
        found,
        [format!("ecs:RunTask {definition}:3"), "iam:PassRole arn:aws:iam::123456789012:role/*".to_owned()]
    );
    let found =
        allowed(&target("ecs:@:cluster/c", &parameters(definition, r#","PropagateTags":"TASK_DEFINITION""#)));
    assert_eq!(found[0], format!("ecs:RunTask [{definition},{definition}:*]"));
    assert!(found[2].starts_with("ecs:TagResource "));
    let open =
        allowed(&target("ecs:@:cluster/c", &parameters("$.detail.task", r#","EnableECSManagedTags":false"#)));
    assert_eq!(open[0], "ecs:RunTask arn:aws:ecs:us-east-1:123456789012:task-definition/*");
    assert_eq!(open.len(), 2);
}

#[test]
fn a_statement_needs_credentials() {
    let secret = r#"{"Database":"d","Sqls":["a"],"SecretManagerArn":"arn:aws:secretsmanager:us-east-1:123456789012:secret:s"}"#;
    assert_eq!(
        allowed(&target("redshift:@:cluster:c", secret)),
        [
            "redshift-data:BatchExecuteStatement arn:aws:redshift:us-east-1:123456789012:cluster:c",
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:s"
        ]
    );
    let user = r#"{"Database":"d","Sql":"a","DbUser":"u"}"#;
    assert_eq!(
        allowed(&target("redshift:@:cluster:c", user))[1],
        "redshift:GetClusterCredentials [arn:aws:redshift:us-east-1:123456789012:dbuser:c/u,\
         arn:aws:redshift:us-east-1:123456789012:dbname:c/d]"
    );
    let group = allowed(&target("redshift-serverless:@:workgroup/w", user));
    assert!(group[1].starts_with("redshift-serverless:GetCredentials "));
}

#[test]
fn a_command_runs_on_the_named_instances_and_tags() {
    let parameters = r#"{"RunCommandTargets":[{"Key":"InstanceIds","Values":["i-1","i-2"]},{"Key":"tag:env","Values":["p"]}]}"#;
    let command = target("ssm:us-east-1::document/AWS-RunShellScript", parameters);
    let found = allowed(&command);
    assert_eq!(found[0], "ssm:SendCommand arn:aws:ssm:us-east-1::document/AWS-RunShellScript");
    assert_eq!(
        found[1],
        "ssm:SendCommand [arn:aws:ec2:us-east-1:*:instance/i-1,arn:aws:ec2:us-east-1:*:instance/i-2]"
    );
    assert!(
        policies(&sender(&Location::default()), &command)[0].text.contains(r#""ssm:resourceTag/env": "p""#)
    );
}

#[test]
fn a_batch_build_and_a_job_have_their_own_action_and_resource() {
    let mut build = target("codebuild:@:project/p", "");
    assert!(allowed(&build)[0].starts_with("codebuild:StartBuild "));
    build.input = Input::Constant(r#"{"buildType":"BATCH"}"#.into());
    assert!(allowed(&build)[0].starts_with("codebuild:StartBuildBatch "));
    let job = target("batch:@:job-queue/q", r#"{"JobDefinition":"d:7","JobName":"n"}"#);
    assert!(allowed(&job)[0].ends_with(",arn:aws:batch:us-east-1:123456789012:job-definition/d:7]"));
}

#[test]
fn a_dead_letter_queue_lets_the_rule_send() {
    let queue = "arn:aws:sqs:us-east-1:123456789012:dead";
    let with = Target { dead_letter_arn: queue.into(), ..target("lambda:@:function:f", "") };
    let found = of(&with);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].0, "Access policy of the dead-letter queue");
    let text = compact(&found[1].1);
    assert!(text.contains(&format!(r#""Resource":"{queue}""#)) && text.contains(RULE), "{text}");
    let other = Target { dead_letter_arn: "arn:aws:sns:us-east-1:123456789012:t".into(), ..with };
    assert_eq!(of(&other).len(), 1);
}

#[test]
fn hostile_properties_stay_inside_their_strings() {
    let parameters = r#"{"TaskDefinitionArn":"a\"},{\"Effect\":\"Allow\"","Tags":[]}"#;
    for kind in TargetKind::ALL {
        let target = Target { parameters: parameters.into(), ..kind.sample("us-east-1", "123456789012") };
        of(&target);
    }
}

/// The title and text of what the owner of another account adds, by a rule in 111122223333.
fn of_owner(target: &Target) -> Option<(String, String)> {
    let place =
        Location { account: "111122223333".into(), region: "us-east-1".into(), ..Location::default() };
    let found = policies(&sender(&place), target);
    let own = found.into_iter().find(|own| own.attached_to == AttachedTo::OtherAccount)?;
    let node = parse(&own.text, rulepad_document::Role::Event).root.unwrap();
    Some((own.title.words(Lang::En), compact(&node)))
}

#[test]
fn the_owner_of_a_target_in_another_account_lets_the_role_deliver() {
    for (resource, action) in [
        ("sqs:@:q", "sqs:SendMessage"),
        ("sns:@:t", "sns:Publish"),
        ("kinesis:@:stream/s", "kinesis:PutRecord"),
        ("events:@:event-bus/b", "events:PutEvents"),
        ("execute-api:@:a/s/GET/x", "execute-api:Invoke"),
    ] {
        let (title, text) = of_owner(&target(resource, "")).unwrap();
        assert!(title.starts_with("Statement that account 123456789012 adds"), "{title}");
        for part in [
            r#""Principal":{"AWS":"arn:aws:iam::111122223333:root"}"#.to_owned(),
            format!(r#""Action":"{action}""#),
            format!(r#""Condition":{{"ArnEquals":{{"aws:PrincipalArn":"{ROLE}"}}}}"#),
        ] {
            assert!(text.contains(&part), "{text}");
        }
    }
    let (_, text) = of_owner(&target("lambda:@:function:f:live", "")).unwrap();
    assert!(
        text.contains(&format!(r#""Principal":"{ROLE}""#)) && text.contains(r#""Qualifier":"live""#),
        "{text}"
    );
    let without = Target { role_arn: String::new(), ..target("sqs:@:q", "") };
    assert!(!of_owner(&without).unwrap().1.contains("Condition"));
}

#[test]
fn another_account_and_region_have_no_policy_of_this_account() {
    let place =
        Location { account: "111122223333".into(), region: "us-east-1".into(), ..Location::default() };
    let attached = |target: &Target| {
        policies(&sender(&place), target).into_iter().map(|own| own.attached_to).collect::<Vec<_>>()
    };
    use AttachedTo::{OtherAccount, Role, RoleTrust};
    assert_eq!(attached(&target("sqs:@:q", "")), [Role, RoleTrust, OtherAccount]);
    assert_eq!(attached(&target("events:@:event-bus/b", "")), [Role, RoleTrust, OtherAccount]);
    assert_eq!(attached(&target("events:eu-west-1:111122223333:event-bus/b", "")), [Role, RoleTrust]);
    assert_eq!(attached(&target("sqs:eu-west-1:111122223333:q", "")), []);
    assert_eq!(attached(&target("logs:@:log-group:g", "")), []);
    assert_eq!(attached(&target("states:@:stateMachine:s", "")), [Role, RoleTrust]);
    let queue = "arn:aws:sqs:us-east-1:123456789012:dead";
    let with = Target {
        dead_letter_arn: queue.into(),
        ..target("states:us-east-1:111122223333:stateMachine:s", "")
    };
    assert_eq!(attached(&with), [Role, RoleTrust, OtherAccount]);
    let (title, text) = of_owner(&with).unwrap();
    assert!(title.ends_with("the dead-letter queue") && text.contains(RULE), "{title} {text}");
}
