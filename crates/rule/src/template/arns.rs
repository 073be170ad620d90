//! What `Ref` and `Fn::GetAtt` give for the resources that rules name (CloudFormation template reference).

use super::Resolver;
use super::resolve::{ACCOUNT, REGION};
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
        "AWS::ECS::TaskDefinition" => of("Family", "ecs:*:task-definition/*:1", Arn, &["TaskDefinitionArn"]),
        "AWS::Batch::JobQueue" => of("JobQueueName", "batch:*:job-queue/*", Arn, &["JobQueueArn"]),
        "AWS::Batch::JobDefinition" => {
            of("JobDefinitionName", "batch:*:job-definition/*:1", Arn, &["JobDefinitionArn"])
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
pub(super) fn reference(resolver: &Resolver<'_>, name: &str, depth: usize) -> Option<String> {
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
            Some(format!("https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{queue}"))
        }
        Gives::Unknown => None,
    }
}

/// What `Fn::GetAtt` gives; `None` where only the stack knows.
pub(super) fn attribute(
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
            Some(format!("arn:aws:appsync:{REGION}:{ACCOUNT}:endpoints/graphql-api/{name}"))
        }
        ("AWS::Events::ApiDestination", "ArnForPolicy") => Some(arn(resolver, name, resource, &known, depth)),
        _ => None,
    }
}

/// A version or an alias of a function, whose `Ref` is its ARN.
fn of_function(resolver: &Resolver<'_>, name: &str, resource: &Node, depth: usize) -> Option<String> {
    let qualifier = match kind(resource) {
        "AWS::Lambda::Version" => "1".to_owned(),
        "AWS::Lambda::Alias" => {
            property(resolver, resource, "Name", depth).unwrap_or_else(|| name.to_owned())
        }
        _ => return None,
    };
    let function = property(resolver, resource, "FunctionName", depth)?;
    Some(if function.starts_with("arn:") {
        format!("{function}:{qualifier}")
    } else {
        format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{function}:{qualifier}")
    })
}

fn kind(resource: &Node) -> &str {
    resource.get("Type").and_then(Node::as_str).unwrap_or_default()
}

fn property(resolver: &Resolver<'_>, resource: &Node, name: &str, depth: usize) -> Option<String> {
    let own = resource.get("Properties")?.get(name)?;
    resolver.text(own, depth).filter(|text| !text.is_empty())
}

/// The name the template gives; otherwise that of the resource, since CloudFormation makes one of it.
fn named(resolver: &Resolver<'_>, name: &str, resource: &Node, known: &Known, depth: usize) -> String {
    if let Some(given) = property(resolver, resource, known.name, depth) {
        return given;
    }
    let is_fifo = resource.get("Properties").and_then(|own| own.get("FifoQueue").or(own.get("FifoTopic")));
    let fifo = is_fifo.is_some_and(|own| own.value == Value::Bool(true) || own.as_str() == Some("true"));
    format!("{name}{}", if fifo { ".fifo" } else { "" })
}

fn arn(resolver: &Resolver<'_>, name: &str, resource: &Node, known: &Known, depth: usize) -> String {
    let mut named = named(resolver, name, resource, known, depth);
    match kind(resource) {
        // A role may have a path; the ARN of a destination ends with an id.
        "AWS::IAM::Role" => {
            let path = property(resolver, resource, "Path", depth).unwrap_or_default();
            named = format!("{}{named}", path.trim_start_matches('/'));
        }
        "AWS::Events::ApiDestination" | "AWS::Events::Connection" => {
            named.push_str("/00000000-0000-0000-0000-000000000000");
        }
        "AWS::Events::Rule" => {
            let bus = property(resolver, resource, "EventBusName", depth).unwrap_or_default();
            let bus = bus.rsplit_once("event-bus/").map_or(&*bus, |(_, bus)| bus);
            if !bus.is_empty() && bus != crate::model::DEFAULT_BUS {
                named = format!("{bus}/{named}");
            }
        }
        _ => {}
    }
    let (service, rest) = known.arn.split_once(':').unwrap_or((known.arn, ""));
    let (place, rest) = match (service, rest.strip_prefix("*:")) {
        (_, Some(rest)) => (format!("{REGION}:{ACCOUNT}"), rest),
        ("iam" | "ssm-incidents", None) => (format!(":{ACCOUNT}"), rest.trim_start_matches(':')),
        (_, None) => (":".to_owned(), rest.trim_start_matches(':')),
    };
    // A name stands where the first star does; the last star of a log group stays.
    format!("arn:aws:{service}:{place}:{}", rest.replacen('*', &named, 1))
}
