//! Kinds of targets with what each of them takes (target contract of AWS's skill, batch sizes of the CloudFormation
//! schema, checked 2026-11-29).

use super::arn::Arn;
use crate::draft::Block;
use strum::EnumCount;

/// A kind of target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount)]
pub enum TargetKind {
    /// An SQS queue.
    Sqs,
    /// An SNS topic.
    Sns,
    /// A Lambda function.
    Lambda,
    /// A Kinesis data stream.
    Kinesis,
    /// A state machine.
    StepFunctions,
    /// A Firehose stream.
    Firehose,
    /// An API of API Gateway.
    ApiGateway,
    /// An API destination.
    ApiDestination,
    /// A custom event bus.
    EventBus,
    /// An event bus of the first generation.
    ClassicBus,
    /// An MSK cluster.
    Msk,
    /// An action of an AWS service.
    Universal,
}

/// Why an ARN is no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTarget {
    /// No kind of target is of this service.
    Service,
    /// The resource does not have the form of this kind.
    Resource(TargetKind),
}

/// What one call of a target carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// A message or record for each event.
    OneEach,
    /// A JSON array of payloads; the payload itself where the batch size is 1.
    Array,
    /// The payload of one event.
    Payload,
    /// The request that the expression makes of the events.
    Request,
}

impl TargetKind {
    /// Every kind.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Sqs,
        Self::Sns,
        Self::Lambda,
        Self::Kinesis,
        Self::StepFunctions,
        Self::Firehose,
        Self::ApiGateway,
        Self::ApiDestination,
        Self::EventBus,
        Self::ClassicBus,
        Self::Msk,
        Self::Universal,
    ];

    /// The kind of target that an ARN is.
    ///
    /// # Errors
    /// Why AWS takes it for none.
    pub fn of(arn: &Arn<'_>) -> Result<Self, BadTarget> {
        let resource = arn.resource;
        let name = |text: &str| !text.is_empty() && !text.contains(['/', ':']);
        let below = |prefix: &str, parts: usize, mark: char| {
            resource.strip_prefix(prefix).is_some_and(|rest| {
                let found: Vec<&str> = rest.split(mark).collect();
                found.len() <= parts && found.iter().all(|part| name(part))
            })
        };
        let check = |fits: bool, kind: Self| if fits { Ok(kind) } else { Err(BadTarget::Resource(kind)) };
        match arn.service {
            "sqs" => check(name(resource), Self::Sqs),
            "sns" => check(name(resource), Self::Sns),
            "lambda" => check(below("function:", 2, ':'), Self::Lambda),
            "kinesis" => check(below("stream/", 1, '/'), Self::Kinesis),
            "states" => check(below("stateMachine:", 2, ':'), Self::StepFunctions),
            "firehose" => check(below("deliverystream/", 1, '/'), Self::Firehose),
            "execute-api" => {
                let parts: Vec<&str> = resource.splitn(4, '/').collect();
                check(parts.len() >= 3 && parts.iter().all(|part| !part.is_empty()), Self::ApiGateway)
            }
            "kafka" => check(resource.starts_with("cluster/"), Self::Msk),
            "events" if arn.region.is_empty() && arn.account.is_empty() => {
                let rest = resource.strip_prefix("aws-sdk:");
                let fits = rest
                    .and_then(|rest| rest.split_once(':'))
                    .is_some_and(|(service, action)| name(service) && name(action));
                if fits { Ok(Self::Universal) } else { Err(BadTarget::Service) }
            }
            "events" if resource.starts_with("api-destination/") => {
                let parts = resource.split('/').count();
                check(parts == 3 && below("api-destination/", 2, '/'), Self::ApiDestination)
            }
            "events" if resource.starts_with("event-busv2/") => {
                let parts = resource.split('/').count();
                check(parts == 3 && below("event-busv2/", 2, '/'), Self::EventBus)
            }
            "events" if resource.starts_with("event-bus/") => {
                let bus = resource.strip_prefix("event-bus/").unwrap_or_default();
                check(!bus.is_empty() && !bus.contains(':'), Self::ClassicBus)
            }
            _ => Err(BadTarget::Service),
        }
    }

    /// The form of its resource, as AWS writes it in its refusal of a Kinesis stream.
    #[must_use]
    pub const fn form(self) -> &'static str {
        match self {
            Self::Sqs | Self::Sns => "{name}",
            Self::Lambda => "function:{name}",
            Self::Kinesis => "stream/{name}",
            Self::StepFunctions => "stateMachine:{name}",
            Self::Firehose => "deliverystream/{name}",
            Self::ApiGateway => "{api}/{stage}/{method}",
            Self::ApiDestination => "api-destination/{name}/{id}",
            Self::EventBus => "event-busv2/{name}/{id}",
            Self::ClassicBus => "event-bus/{name}",
            Self::Msk => "cluster/{name}/{id}",
            Self::Universal => "aws-sdk:{service}:{action}",
        }
    }

    /// The block of parameters that it takes.
    #[must_use]
    pub const fn block(self) -> Option<Block> {
        match self {
            Self::Sqs => Some(Block::Sqs),
            Self::Sns => Some(Block::Sns),
            Self::Lambda => Some(Block::Lambda),
            Self::Kinesis => Some(Block::Kinesis),
            Self::StepFunctions => Some(Block::StepFunctions),
            Self::ApiGateway | Self::ApiDestination => Some(Block::Http),
            Self::EventBus => Some(Block::EventBus),
            Self::Msk => Some(Block::Msk),
            Self::Universal => Some(Block::Universal),
            Self::Firehose | Self::ClassicBus => None,
        }
    }

    /// The largest batch and the one without `BatchConfiguration`; `None` where neither is known.
    #[must_use]
    pub const fn batch(self) -> Option<(u32, u32)> {
        match self {
            Self::Sqs | Self::Sns | Self::ClassicBus => Some((10, 10)),
            Self::Lambda | Self::StepFunctions => Some((100, 10)),
            Self::Kinesis | Self::Firehose => Some((500, 500)),
            Self::ApiGateway | Self::ApiDestination | Self::Universal => Some((1, 1)),
            Self::EventBus => Some((100, 100)),
            Self::Msk => None,
        }
    }

    /// Whether AWS's texts disagree about its largest batch: the guide has arrays of up to 500, the schema 1.
    #[must_use]
    pub const fn has_disputed_batch(self) -> bool {
        matches!(self, Self::ApiGateway | Self::ApiDestination | Self::Universal)
    }

    /// What one call carries.
    #[must_use]
    pub const fn carries(self) -> Carries {
        match self {
            Self::Sqs
            | Self::Sns
            | Self::Kinesis
            | Self::Firehose
            | Self::EventBus
            | Self::ClassicBus
            | Self::Msk => Carries::OneEach,
            Self::Lambda | Self::StepFunctions => Carries::Array,
            Self::ApiGateway | Self::ApiDestination => Carries::Payload,
            Self::Universal => Carries::Request,
        }
    }

    /// Whether its Region must be that of the bus.
    #[must_use]
    pub const fn is_bound_to_region(self) -> bool {
        !matches!(self, Self::EventBus | Self::Universal)
    }

    /// The operation that AWS calls; nothing where it is not a public one.
    #[must_use]
    pub const fn operation(self, answers: bool) -> Option<&'static str> {
        match self {
            Self::Sqs => Some("sqs:SendMessageBatch"),
            Self::Sns => Some("sns:PublishBatch"),
            Self::Lambda => Some("lambda:Invoke"),
            Self::Kinesis => Some("kinesis:PutRecords"),
            Self::StepFunctions if answers => Some("states:StartSyncExecution"),
            Self::StepFunctions => Some("states:StartExecution"),
            Self::Firehose => Some("firehose:PutRecordBatch"),
            Self::ClassicBus => Some("events:PutEvents"),
            Self::ApiGateway | Self::ApiDestination | Self::EventBus | Self::Msk | Self::Universal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(arn: &str) -> Result<TargetKind, BadTarget> {
        TargetKind::of(&Arn::parse(arn).unwrap())
    }

    #[test]
    fn an_arn_is_of_one_kind_or_none() {
        for (resource, expected) in [
            ("sqs:eu-west-1:111122223333:orders.fifo", TargetKind::Sqs),
            ("sns:eu-west-1:111122223333:orders", TargetKind::Sns),
            ("lambda:eu-west-1:111122223333:function:pay:live", TargetKind::Lambda),
            ("kinesis:eu-west-1:111122223333:stream/s", TargetKind::Kinesis),
            ("states:eu-west-1:111122223333:stateMachine:m", TargetKind::StepFunctions),
            ("firehose:eu-west-1:111122223333:deliverystream/f", TargetKind::Firehose),
            ("execute-api:eu-west-1:111122223333:a1/prod/POST/orders/*", TargetKind::ApiGateway),
            ("events:eu-west-1:111122223333:api-destination/d/0f", TargetKind::ApiDestination),
            ("events:eu-west-1:111122223333:event-busv2/b/0f", TargetKind::EventBus),
            ("events:eu-west-1:111122223333:event-bus/default", TargetKind::ClassicBus),
            ("kafka:eu-west-1:111122223333:cluster/c/0f", TargetKind::Msk),
            ("events:::aws-sdk:dynamodb:putItem", TargetKind::Universal),
        ] {
            assert_eq!(kind(&format!("arn:aws:{resource}")), Ok(expected), "{resource}");
        }
        for (resource, expected) in [
            ("s3:::bucket", BadTarget::Service),
            ("events:::aws-sdk:dynamodb", BadTarget::Service),
            ("events:eu-west-1:111122223333:rule/r", BadTarget::Service),
            ("kinesis:eu-west-1:111122223333:stream/s/consumer", BadTarget::Resource(TargetKind::Kinesis)),
            ("lambda:eu-west-1:111122223333:pay", BadTarget::Resource(TargetKind::Lambda)),
            ("sns:eu-west-1:111122223333:orders:0f", BadTarget::Resource(TargetKind::Sns)),
            ("events:eu-west-1:111122223333:event-busv2/b", BadTarget::Resource(TargetKind::EventBus)),
            ("execute-api:eu-west-1:111122223333:a1/prod", BadTarget::Resource(TargetKind::ApiGateway)),
        ] {
            assert_eq!(kind(&format!("arn:aws:{resource}")), Err(expected), "{resource}");
        }
    }
}
