//! What `Ref` and `Fn::GetAtt` give for the resources that rules name (CloudFormation template reference).

use super::Resolver;
use super::resolve::{attribute_of, call, list_node, text_node};
use rulepad_document::json::{Node, Value};

/// What is known of a type of resource.
struct Known {
    /// The property that names it; blank where none does.
    name: &'static str,
    /// The service and resource of its ARN; `*` is the name.
    arn: &'static str,
    /// What `Ref` gives.
    reference: Gives,
    /// The attributes that give the ARN.
    arn_attributes: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq)]
enum Gives {
    Name,
    Arn,
    /// The address of a queue.
    Url,
    /// What only the stack knows.
    Unknown,
}

fn known(kind: &str) -> Option<Known> {
    use Gives::{Arn, Name, Unknown, Url};
    const ARN: &[&str] = &["Arn"];
    let of = |name, arn, reference, arn_attributes| Known { name, arn, reference, arn_attributes };
    Some(match kind {
        "AWS::Lambda::Function" | "AWS::Serverless::Function" => {
            of("FunctionName", "lambda:*:function:*", Name, ARN)
        }
        "AWS::SQS::Queue" => of("QueueName", "sqs:*:*", Url, ARN),
        "AWS::SNS::Topic" => of("TopicName", "sns:*:*", Arn, &["TopicArn"]),
        "AWS::StepFunctions::StateMachine" => of("StateMachineName", "states:*:stateMachine:*", Arn, ARN),
        "AWS::Serverless::StateMachine" => of("Name", "states:*:stateMachine:*", Arn, ARN),
        "AWS::Kinesis::Stream" => of("Name", "kinesis:*:stream/*", Name, ARN),
        "AWS::KinesisFirehose::DeliveryStream" => {
            of("DeliveryStreamName", "firehose:*:deliverystream/*", Name, ARN)
        }
        "AWS::Logs::LogGroup" => of("LogGroupName", "logs:*:log-group:*:*", Name, ARN),
        "AWS::Events::EventBus" => of("Name", "events:*:event-bus/*", Name, ARN),
        "AWS::Events::Rule" => of("Name", "events:*:rule/*", Name, ARN),
        "AWS::Events::Archive" => of("ArchiveName", "events:*:archive/*", Name, ARN),
        "AWS::Events::ApiDestination" => of("Name", "events:*:api-destination/*", Name, ARN),
        "AWS::Events::Connection" => of("Name", "events:*:connection/*", Name, ARN),
        "AWS::ECS::Cluster" => of("ClusterName", "ecs:*:cluster/*", Name, ARN),
        "AWS::ECS::TaskDefinition" => of("Family", "ecs:*:task-definition/*", Arn, &["TaskDefinitionArn"]),
        "AWS::Batch::JobQueue" => of("JobQueueName", "batch:*:job-queue/*", Arn, &["JobQueueArn"]),
        "AWS::Batch::JobDefinition" => {
            of("JobDefinitionName", "batch:*:job-definition/*", Arn, &["JobDefinitionArn"])
        }
        "AWS::IAM::Role" => of("RoleName", "iam::role/*", Name, ARN),
        "AWS::CodeBuild::Project" => of("Name", "codebuild:*:project/*", Name, ARN),
        "AWS::CodePipeline::Pipeline" => of("Name", "codepipeline:*:*", Name, &[]),
        "AWS::SageMaker::Pipeline" => of("PipelineName", "sagemaker:*:pipeline/*", Name, &[]),
        "AWS::Glue::Workflow" => of("Name", "glue:*:workflow/*", Name, &[]),
        "AWS::SSM::Document" => of("Name", "ssm:*:document/*", Name, &[]),
        "AWS::S3::Bucket" => of("BucketName", "s3:::*", Name, ARN),
        "AWS::DynamoDB::Table" => of("TableName", "dynamodb:*:table/*", Name, ARN),
        "AWS::Redshift::Cluster" => of("ClusterIdentifier", "redshift:*:cluster:*", Name, &[]),
        "AWS::SSMIncidents::ResponsePlan" => of("Name", "ssm-incidents::response-plan/*", Arn, ARN),
        "AWS::AppSync::GraphQLApi" => of("", "appsync:*:apis/*", Arn, ARN),
        "AWS::ApiGateway::RestApi" => of("", "apigateway:*:/restapis/*", Unknown, &[]),
        _ => return None,
    })
}

/// What `Ref` gives for a resource; `None` where only the stack knows.
pub(crate) fn reference(resolver: &Resolver<'_>, name: &str, depth: usize) -> Option<String> {
    let resource = resolver.entry("Resources", name)?;
    if let Some(arn) = of_function(resolver, name, resource, depth) {
        return Some(arn);
    }
    let known = known(kind(resource))?;
    match known.reference {
        Gives::Name => Some(named(resolver, name, resource, &known, depth)),
        Gives::Arn => Some(arn(resolver, name, resource, &known, depth)),
        Gives::Url => {
            let queue = named(resolver, name, resource, &known, depth);
            let [region, suffix, account] =
                ["AWS::Region", "AWS::URLSuffix", "AWS::AccountId"].map(|name| resolver.refer_to(name));
            Some(format!("https://sqs.{region}.{suffix}/{account}/{queue}"))
        }
        Gives::Unknown => None,
    }
}

/// What `Fn::GetAtt` gives; `None` where only the stack knows.
pub(crate) fn attribute(
    resolver: &Resolver<'_>,
    name: &str,
    attribute: &str,
    depth: usize,
) -> Option<String> {
    let resource = resolver.entry("Resources", name)?;
    let kind = kind(resource);
    let known = known(kind)?;
    if known.arn_attributes.contains(&attribute) {
        return Some(arn(resolver, name, resource, &known, depth));
    }
    match (kind, attribute) {
        ("AWS::SQS::Queue", "QueueName")
        | ("AWS::SNS::Topic", "TopicName")
        | ("AWS::StepFunctions::StateMachine" | "AWS::Serverless::StateMachine", "Name")
        | ("AWS::Events::EventBus", "Name") => Some(named(resolver, name, resource, &known, depth)),
        ("AWS::SQS::Queue", "QueueUrl") => reference(resolver, name, depth),
        // An endpoint is what EventBridge calls.
        ("AWS::AppSync::GraphQLApi", "GraphQLEndpointArn") => {
            let own = attribute_of(name, "GraphQLEndpointArn");
            let id =
                part_behind(resolver, &format!("{name}.GraphQLEndpointId"), "endpoints/graphql-api/", own);
            Some(in_stack(resolver, "appsync", &format!("endpoints/graphql-api/{id}")))
        }
        ("AWS::Events::ApiDestination", "ArnForPolicy") => Some(arn(resolver, name, resource, &known, depth)),
        _ => None,
    }
}

/// A version or an alias of a function, whose `Ref` is its ARN.
fn of_function(resolver: &Resolver<'_>, name: &str, resource: &Node, depth: usize) -> Option<String> {
    let qualifier = match kind(resource) {
        "AWS::Lambda::Version" => resolver.refer_to_attribute(name, "Version"),
        "AWS::Lambda::Alias" => {
            property(resolver, resource, "Name", depth).unwrap_or_else(|| name.to_owned())
        }
        _ => return None,
    };
    let function = property(resolver, resource, "FunctionName", depth)?;
    Some(if function.starts_with("arn:") {
        format!("{function}:{qualifier}")
    } else {
        in_stack(resolver, "lambda", &format!("function:{function}:{qualifier}"))
    })
}

fn kind(resource: &Node) -> &str {
    resource.get("Type").and_then(Node::as_str).unwrap_or_default()
}

fn property(resolver: &Resolver<'_>, resource: &Node, name: &str, depth: usize) -> Option<String> {
    let own = resource.get("Properties")?.get(name)?;
    resolver.text(own, depth).filter(|text| !text.is_empty())
}

/// The ARN of something in the account and Region of the stack.
fn in_stack(resolver: &Resolver<'_>, service: &str, resource: &str) -> String {
    let [partition, region, account] =
        ["AWS::Partition", "AWS::Region", "AWS::AccountId"].map(|name| resolver.refer_to(name));
    format!("arn:{partition}:{service}:{region}:{account}:{resource}")
}

/// What follows a text in a value that only the stack has, such as the name in an ARN.
fn part_behind(resolver: &Resolver<'_>, name: &str, text: &str, value: Node) -> String {
    let parts = call("Fn::Split", list_node(vec![text_node(text), value]));
    resolver.refer(name, &call("Fn::Select", list_node(vec![text_node("1"), parts])))
}

/// The name of a resource that CloudFormation names itself.
fn made_name(resolver: &Resolver<'_>, name: &str, kind: &str, known: &Known, is_fifo: bool) -> String {
    // What the ARN has before the name, where no attribute gives the name alone.
    let before = known.arn.rsplit_once(':').map_or(known.arn, |(_, rest)| rest);
    let before = before.split('*').next().filter(|text| !text.is_empty()).unwrap_or(":");
    match (kind, known.reference) {
        ("AWS::SQS::Queue" | "AWS::SNS::Topic", _) => {
            let attribute = if kind == "AWS::SQS::Queue" { "QueueName" } else { "TopicName" };
            if is_fifo {
                // Its name ends with `.fifo`, which says what the queue is.
                let parts = [text_node(".fifo"), attribute_of(name, attribute)];
                let parts = call("Fn::Split", list_node(parts.into()));
                let first = call("Fn::Select", list_node(vec![text_node("0"), parts]));
                return resolver.refer(&format!("{name}.{attribute}WithoutFifo"), &first) + ".fifo";
            }
            resolver.refer_to_attribute(name, attribute)
        }
        ("AWS::StepFunctions::StateMachine" | "AWS::Serverless::StateMachine", _) => {
            resolver.refer_to_attribute(name, "Name")
        }
        ("AWS::AppSync::GraphQLApi", _) => resolver.refer_to_attribute(name, "ApiId"),
        // Their `Ref` has the bus in it, or is an ARN.
        ("AWS::Events::Rule", _) => {
            part_behind(resolver, &format!("{name}.Name"), "rule/", attribute_of(name, "Arn"))
        }
        (_, Gives::Arn) => {
            part_behind(resolver, &format!("{name}.Name"), before, call("Ref", text_node(name)))
        }
        _ => resolver.refer_to(name),
    }
}

/// The name the template gives; otherwise what gives the one that CloudFormation makes.
fn named(resolver: &Resolver<'_>, name: &str, resource: &Node, known: &Known, depth: usize) -> String {
    if let Some(given) = property(resolver, resource, known.name, depth) {
        return given;
    }
    let is_fifo = resource.get("Properties").and_then(|own| own.get("FifoQueue").or(own.get("FifoTopic")));
    let fifo = is_fifo.is_some_and(|own| own.value == Value::Bool(true) || own.as_str() == Some("true"));
    made_name(resolver, name, kind(resource), known, fifo)
}

fn arn(resolver: &Resolver<'_>, name: &str, resource: &Node, known: &Known, depth: usize) -> String {
    let own = kind(resource);
    let mut named = match (own, known.reference) {
        // Only the ARN has the revision, or the id that follows the name.
        ("AWS::ECS::TaskDefinition" | "AWS::Batch::JobDefinition", _) => {
            let before =
                if own == "AWS::ECS::TaskDefinition" { "task-definition/" } else { "job-definition/" };
            part_behind(resolver, &format!("{name}.NameAndRevision"), before, call("Ref", text_node(name)))
        }
        ("AWS::Events::ApiDestination" | "AWS::Events::Connection", _) => {
            let before = if own == "AWS::Events::Connection" { "connection/" } else { "api-destination/" };
            part_behind(resolver, &format!("{name}.NameAndId"), before, attribute_of(name, "Arn"))
        }
        _ => self::named(resolver, name, resource, known, depth),
    };
    match own {
        "AWS::IAM::Role" => {
            let path = property(resolver, resource, "Path", depth).unwrap_or_default();
            named = format!("{}{named}", path.trim_start_matches('/'));
        }
        "AWS::Events::Rule" if property(resolver, resource, known.name, depth).is_some() => {
            let bus = property(resolver, resource, "EventBusName", depth).unwrap_or_default();
            let bus = bus.rsplit_once("event-bus/").map_or(&*bus, |(_, bus)| bus);
            if !bus.is_empty() && bus != rulepad_rule::model::DEFAULT_BUS {
                named = format!("{bus}/{named}");
            }
        }
        _ => {}
    }
    let (service, rest) = known.arn.split_once(':').unwrap_or((known.arn, ""));
    // The name replaces the first star; the last star of a log group stays.
    if let Some(rest) = rest.strip_prefix("*:") {
        return in_stack(resolver, service, &rest.replacen('*', &named, 1));
    }
    let partition = resolver.refer_to("AWS::Partition");
    let account = match service {
        "iam" | "ssm-incidents" => resolver.refer_to("AWS::AccountId"),
        _ => String::new(),
    };
    let rest = rest.trim_start_matches(':').replacen('*', &named, 1);
    format!("arn:{partition}:{service}::{account}:{rest}")
}
