//! A rule with its targets as subscribers of a custom event bus, one for each target.

use crate::change::Change;
use crate::filter::{MigratedPattern, pattern};
use crate::input::input;
use crate::loss::Loss;
use crate::source::{MigratedSource, of_partner, of_service};
use crate::target::{block, kind, needs_batch_of_one, takes};
use crate::universal::{action, call};
use rulepad_document::json::build::{list, member, node, object, string};
use rulepad_document::json::{Node, Value, pretty};
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::Test;
use rulepad_pattern::operator::exact::Exact;
use rulepad_pattern::parse_language;
use rulepad_rule::{
    Arn, Location, Rule, State, Target, TargetKind, is_sound_age, is_sound_attempts, rule_arn,
};
use rulepad_subscriber::draft::{self, Block, DraftReading};
use rulepad_subscriber::target::{Policy, policies, policies_of};
use rulepad_subscriber::{Filter, Scope};
use rulepad_transformer::{Input, Surroundings};

/// What a rule without a retry policy has (API reference, `RetryPolicy`).
const RETRIES: (&str, &str) = ("185", "86400");
/// The longest name of a role (IAM API reference, `CreateRole`).
const MAX_ROLE: usize = 64;

/// A rule as subscribers.
#[derive(Clone, Debug, Default)]
pub struct Migration {
    /// The event sources that the bus needs for the events of AWS services and of a partner.
    pub sources: Vec<MigratedSource>,
    /// One for each target, in their order; none where the rule has no pattern that can be written.
    pub targets: Vec<MigratedTarget>,
    /// What of the rule and its pattern is lost.
    pub losses: Vec<Loss>,
    /// What behaves differently for every target.
    pub changes: Vec<Change>,
}

/// A target as a subscriber.
#[derive(Clone, Debug)]
pub struct MigratedTarget {
    /// The id of the target.
    pub id: String,
    /// The subscriber; `None` where a loss says why there is none.
    pub subscriber: Option<MigratedSubscriber>,
    /// What is lost.
    pub losses: Vec<Loss>,
    /// What behaves differently.
    pub changes: Vec<Change>,
}

/// A subscriber that takes over from a target.
#[derive(Clone, Debug)]
pub struct MigratedSubscriber {
    /// The request of `CreateSubscriber`, a JSON text.
    pub request: String,
    /// The subscriber that the request describes, with what is wrong with it.
    pub reading: DraftReading,
    /// The policies of its role.
    pub policies: Vec<Policy>,
    /// Whether the role does not exist yet: its ARN in the request is a proposal.
    pub is_new_role: bool,
}

/// Writes a rule, its event pattern and its targets as subscribers of the custom event bus with this ARN.
#[must_use]
pub fn rule(own: &Rule, event_pattern: &str, targets: &[Target], bus: &str) -> Migration {
    let mut found = Migration::default();
    if event_pattern.trim().is_empty() {
        found.losses.push(Loss::ScheduleAlone(own.schedule.clone()));
        return found;
    }
    if !own.schedule.is_empty() {
        found.losses.push(Loss::Schedule(own.schedule.clone()));
    }
    let MigratedPattern { filter, losses, changes } = match pattern(event_pattern) {
        Ok(migrated) => migrated,
        Err(loss) => {
            found.losses.push(loss);
            return found;
        }
    };
    found.losses.extend(losses);
    found.changes.extend(changes);
    match own.state {
        State::Enabled => {}
        State::Disabled => found.changes.push(Change::Stopped),
        State::EnabledWithAllCloudtrailManagementEvents => found.losses.push(Loss::ManagementEvents),
    }
    let pattern = filter.pattern.clone();
    let mut filters = vec![filter];
    let bus_name = own.bus().rsplit("event-bus/").next().unwrap_or_default();
    if bus_name == rulepad_rule::model::DEFAULT_BUS {
        match services(event_pattern) {
            Services::Some { names, others } => {
                let service = |name: &String| of_service(own, name, &pattern, bus, &mut found.changes);
                found.sources = names.iter().map(service).collect();
                if others {
                    found.changes.push(Change::Publishers);
                } else {
                    let names: Vec<Node> = names.iter().map(string).collect();
                    let pattern =
                        rulepad_document::json::compact(&object([("aws:Source", Some(list(names)))]));
                    filters.push(Filter { scope: Scope::SystemMetadata, pattern });
                }
            }
            Services::Any => found.losses.push(Loss::AnyService),
            Services::None => found.changes.push(Change::Publishers),
        }
    } else if bus_name.starts_with("aws.partner/") {
        found.sources.push(of_partner(own, bus_name, &pattern, bus, &mut found.changes));
        found.changes.push(Change::Partner(bus_name.to_owned()));
    } else {
        found.changes.push(Change::Publishers);
    }
    found.targets = targets.iter().map(|target| subscriber(own, target, &filters, bus)).collect();
    found
}

/// The AWS services that a pattern asks for.
enum Services {
    /// These, and whether it asks for other events too.
    Some { names: Vec<String>, others: bool },
    /// Some that the pattern does not name.
    Any,
    /// None: events of the account's own programs.
    None,
}

fn services(event_pattern: &str) -> Services {
    let read = parse_language(event_pattern).pattern;
    let mut names = Vec::new();
    let mut others = false;
    for alternative in &read.alternatives {
        let of_source = alternative.conditions.iter().find(|(name, _)| name == "source");
        let Some(condition) = of_source.and_then(|(_, at)| read.conditions.get(*at)) else {
            return Services::Any;
        };
        for matcher in &condition.matchers {
            let Test::Exact(Exact(Scalar::String(text))) = &matcher.test else { return Services::Any };
            if !text.starts_with("aws.") {
                others = true;
            } else if !names.contains(text) {
                names.push(text.clone());
            }
        }
    }
    if names.is_empty() { Services::None } else { Services::Some { names, others } }
}

fn subscriber(own: &Rule, target: &Target, filters: &[Filter], bus: &str) -> MigratedTarget {
    let mut migrated =
        MigratedTarget { id: target.id.clone(), subscriber: None, losses: Vec::new(), changes: Vec::new() };
    match request(own, target, filters, bus, &mut migrated) {
        Ok(request) => {
            let request = pretty(&request);
            let reading = draft::read(&request);
            let (mut found, _) = policies(&reading.subscriber);
            if found.is_empty()
                && let Some(kind) = target.kind().and_then(crate::target::delivered)
            {
                // The ARN is known only at deploy time.
                (found, _) = policies_of(&reading.subscriber, kind);
            }
            let policies = found;
            let is_new_role = migrated.changes.contains(&Change::NewRole);
            migrated.subscriber = Some(MigratedSubscriber { request, reading, policies, is_new_role });
        }
        Err(loss) => migrated.losses.push(loss),
    }
    migrated.changes.sort();
    migrated.changes.dedup();
    migrated
}

fn request(
    own: &Rule,
    target: &Target,
    filters: &[Filter],
    bus: &str,
    found: &mut MigratedTarget,
) -> Result<Node, Loss> {
    let kind = kind(target)?;
    if target.arn == bus {
        return Err(Loss::OwnBus);
    }
    let name = name(&own.name, &target.id);
    let universal = match action(kind, target) {
        Some(_) => {
            let around = around(own, bus);
            Some(call(kind, target, &name, &around, &mut found.changes)?)
        }
        None => None,
    };
    let transformer = match &universal {
        // The request of a universal target does not come from a transformer.
        Some(_) => None,
        None => Some(transformer(own, target, kind, bus, found)?),
    };
    let block = match &universal {
        Some(call) => {
            let input = object([("Input", Some(string(call.input.as_str())))]);
            Some((Block::Universal, input))
        }
        None => block(kind, target, &mut found.changes)?,
    };
    let target_arn = match &universal {
        Some(call) => {
            let partition = Arn::parse(&target.arn).map_or("aws", |arn| arn.partition);
            format!("arn:{partition}:events:::aws-sdk:{}", call.action)
        }
        None => target.arn.clone(),
    };
    let role = if target.role_arn.is_empty() {
        // A subscriber, its role and its target are of one account.
        let arn = Arn::parse(bus).or_else(|| Arn::parse(&target.arn));
        let (partition, account) = arn.map_or(("aws", ""), |arn| (arn.partition, arn.account));
        found.changes.push(Change::NewRole);
        let name: String = name.chars().take(MAX_ROLE).collect();
        format!("arn:{partition}:iam::{account}:role/{name}")
    } else {
        found.changes.push(Change::RolePolicies);
        target.role_arn.clone()
    };
    let block = block.as_ref().map(|(block, node)| (block.name(), Some(node.clone())));
    let invoke = [("TargetArn", Some(string(target_arn))), ("RoleArn", Some(string(role)))];
    let invoke = object(invoke.into_iter().chain(block));
    if !target.dead_letter_arn.is_empty() {
        found.changes.push(Change::QueueRecord);
    }
    let queue = (!target.dead_letter_arn.is_empty())
        .then(|| object([("Arn", Some(string(target.dead_letter_arn.as_str())))]));
    let tags = own.tags.iter().map(|tag| member(&tag.key, string(tag.value.as_str()))).collect::<Vec<_>>();
    let number = |text: &str| Some(node(Value::Number(text.to_owned())));
    let batch = needs_batch_of_one(kind, target)
        .then(|| object([("MaxBatchSize", number("1")), ("MaxBatchWindowInSeconds", number("0"))]));
    let attempts = setting("MaximumRetryAttempts", &target.retry_attempts, RETRIES.0, is_sound_attempts)?;
    let age = setting("MaximumEventAgeInSeconds", &target.event_age, RETRIES.1, is_sound_age)?;
    let filter = |filter: &Filter| {
        object([
            ("Scope", Some(string(filter.scope.name()))),
            ("Pattern", Some(string(filter.pattern.as_str()))),
        ])
    };
    let description = (!own.description.is_empty()).then(|| string(own.description.as_str()));
    Ok(object([
        ("Name", Some(string(name))),
        ("EventBusArn", Some(string(bus))),
        ("Description", description),
        ("FilterConfiguration", Some(object([("Filters", Some(list(filters.iter().map(filter))))]))),
        ("Transformer", transformer),
        ("InvokeConfiguration", Some(invoke)),
        ("BatchConfiguration", batch),
        (
            "RetryPolicy",
            Some(object([("MaxRetryAttempts", number(attempts)), ("MaxEventAgeInSeconds", number(age))])),
        ),
        ("OnFailureConfiguration", queue),
        ("State", (own.state == State::Disabled).then(|| string("STOPPED"))),
        ("Tags", (!tags.is_empty()).then(|| node(Value::Object(tags)))),
    ]))
}

fn transformer(
    own: &Rule,
    target: &Target,
    kind: TargetKind,
    bus: &str,
    found: &mut MigratedTarget,
) -> Result<Node, Loss> {
    if kind == TargetKind::EventBus && target.input != Input::MatchedEvent {
        return Err(Loss::BusInput);
    }
    let migrated = input(&target.input, &around(own, bus), takes(kind)).map_err(Loss::Input)?;
    found.changes.extend(migrated.changes);
    Ok(match migrated.expression {
        None => object([("Type", Some(string("RAW")))]),
        Some(expression) => object([
            ("Type", Some(string("JSONATA"))),
            ("JsonataConfiguration", Some(object([("Expression", Some(string(expression)))]))),
        ]),
    })
}

/// What a rule knows beside the event.
fn around(own: &Rule, bus: &str) -> Surroundings {
    Surroundings {
        rule_arn: rule_arn(&placed(own, bus), None),
        rule_name: own.name.clone(),
        ingestion_time: String::new(),
    }
}

/// The rule, in the Region and account of the custom event bus where it does not say its own.
pub(crate) fn placed(own: &Rule, bus: &str) -> Rule {
    let mut placed = own.clone();
    if Location::of(own, &[]).is_unknown()
        && let Some(arn) = Arn::parse(bus)
    {
        placed.location = Location::of_arn(&arn);
    }
    placed
}

/// A setting as the rule has it, which AWS takes in a subscriber too.
fn setting<'t>(
    name: &'static str,
    text: &'t str,
    usual: &'t str,
    is_sound: fn(&str) -> bool,
) -> Result<&'t str, Loss> {
    match text {
        "" => Ok(usual),
        text if is_sound(text) => Ok(text),
        text => Err(Loss::Setting(name, text.to_owned())),
    }
}

/// `RULE-TARGETID`, whose first character is a letter or a digit.
fn name(rule: &str, id: &str) -> String {
    let name = format!("{rule}-{id}");
    name.trim_start_matches(['.', '-', '_']).to_owned()
}
