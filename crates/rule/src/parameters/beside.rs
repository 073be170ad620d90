//! What members of the property mean to each other, to the ARN and to the endpoint.

use super::check::is_path;
use super::starter::sample;
use super::{edits, http, members};
use crate::diagnostics;
use crate::{Arn, Message, Target, TargetKind, differ};
use rulepad_document::json::{Member, Node, Value, quote};
use rulepad_document::{Diagnostic, Edit, Role, Span, TargetProperty};

/// What is wrong between the members.
pub(super) fn check(
    at: u32,
    kind: TargetKind,
    target: &Target,
    text: &str,
    root: &Node,
) -> Vec<Diagnostic<Message>> {
    let Some(own) = root.members() else { return Vec::new() };
    let beside = Beside { at, role: Role::Parameters(at), kind, target, text, root, own };
    match kind {
        TargetKind::Ecs => beside.ecs(),
        TargetKind::Redshift => beside.redshift(),
        TargetKind::ApiDestination | TargetKind::ApiGateway => beside.http(),
        TargetKind::Sqs => beside.sqs(),
        TargetKind::SsmRunCommand => beside.run_command(),
        _ => Vec::new(),
    }
}

/// What is missing where the property is not given at all.
pub(super) fn without(at: u32, kind: TargetKind, target: &Target) -> Vec<Diagnostic<Message>> {
    stars(kind, target)
        .filter(|stars| stars.count > 0)
        .map(|stars| stars.unanswered(at))
        .into_iter()
        .collect()
}

struct Beside<'t> {
    at: u32,
    role: Role,
    kind: TargetKind,
    target: &'t Target,
    text: &'t str,
    root: &'t Node,
    own: &'t [Member],
}

impl Beside<'_> {
    fn member(&self, name: &str) -> Option<(usize, &Member)> {
        self.own.iter().enumerate().rev().find(|(_, member)| member.key == name)
    }

    /// The edit that adds a member with a value to begin with.
    fn adding(&self, name: &str) -> Option<Edit> {
        let field = members(self.kind)?.iter().find(|field| field.name == name)?;
        let member = format!("{}: {}", quote(name), sample(field, &self.target.arn));
        edits::insertion(self.text, self.root, &member)
    }

    fn ecs(&self) -> Vec<Diagnostic<Message>> {
        let mut found = Vec::new();
        let id = &self.target.id;
        let network = self.member("NetworkConfiguration");
        let launch = self.member("LaunchType");
        match launch.and_then(|(_, launch)| Some((launch, launch.value.as_str()?))) {
            Some((launch, "FARGATE")) if network.is_none() => {
                let insert = self.adding("NetworkConfiguration");
                found.push(diagnostics::parameters_fargate(self.role, launch.value.span, id, insert));
            }
            Some((_, "EC2")) => {
                if let Some((at, version)) = self.member("PlatformVersion") {
                    let removed = edits::removal(self.own, at);
                    let span = version.key_span;
                    found.push(diagnostics::parameters_ec2(self.role, span, id, "PlatformVersion", removed));
                }
                let vpc = network.and_then(|(_, network)| network.value.get("awsvpcConfiguration"));
                let inner = vpc.and_then(Node::members).unwrap_or_default();
                let public = inner.iter().enumerate().find(|(_, member)| member.key == "AssignPublicIp");
                if let Some((at, public)) = public {
                    let removed = edits::removal(inner, at);
                    found.push(diagnostics::parameters_ec2(
                        self.role,
                        public.key_span,
                        id,
                        "AssignPublicIp",
                        removed,
                    ));
                }
            }
            _ => {}
        }
        found.extend(self.exclusive("LaunchType", "CapacityProviderStrategy", false));
        found.extend(self.bases());
        found.extend(self.constraints());
        found.extend(self.task_definition());
        found
    }

    /// One provider of a strategy may have a base (API reference, `CapacityProviderStrategyItem`).
    fn bases(&self) -> Option<Diagnostic<Message>> {
        let list = self.member("CapacityProviderStrategy").map(|(_, member)| &member.value.value);
        let Some(Value::Array(items)) = list else { return None };
        let is_set = |base: &&Node| !matches!(&base.value, Value::Number(number) if number == "0");
        let mut bases = items.iter().filter_map(|item| item.get("base").filter(is_set));
        let (first, second) = (bases.next()?, bases.next()?);
        Some(diagnostics::parameters_bases(self.role, second.span, first.span))
    }

    /// `distinctInstance` takes no expression (API reference, `PlacementConstraint`).
    fn constraints(&self) -> Vec<Diagnostic<Message>> {
        let list = self.member("PlacementConstraints").map(|(_, member)| &member.value.value);
        let Some(Value::Array(items)) = list else { return Vec::new() };
        let of = |item: &Node| {
            let distinct = item.get("type").filter(|kind| kind.as_str() == Some("distinctInstance"))?.span;
            let members = item.members()?;
            let (at, member) = members.iter().enumerate().find(|(_, member)| member.key == "expression")?;
            let removed = edits::removal(members, at);
            let other = ("distinctInstance", distinct);
            Some(diagnostics::parameters_together(
                self.role,
                member.key_span,
                "expression",
                other,
                removed,
                false,
            ))
        };
        items.iter().filter_map(of).collect()
    }

    /// Cluster and task definition are of one Region.
    fn task_definition(&self) -> Option<Diagnostic<Message>> {
        let (_, member) = self.member("TaskDefinitionArn")?;
        let text = member.value.as_str().filter(|text| !text.is_empty() && !is_path(text))?;
        let span = member.value.span;
        let arn = Arn::parse(text)
            .filter(|arn| arn.service == "ecs" && arn.resource.starts_with("task-definition/"));
        let Some(arn) = arn else {
            return Some(diagnostics::parameters_task_definition(self.role, span, None));
        };
        let cluster = Arn::parse(&self.target.arn)?;
        let differs = !cluster.region.is_empty() && differ(arn.region, cluster.region);
        differs.then(|| {
            diagnostics::parameters_task_definition(self.role, span, Some((arn.region, cluster.region)))
        })
    }

    fn exclusive(
        &self,
        keep: &'static str,
        other: &'static str,
        refused: bool,
    ) -> Option<Diagnostic<Message>> {
        let ((at, first), (_, second)) = (self.member(keep)?, self.member(other)?);
        let removed = edits::removal(self.own, at);
        let other = (other, second.key_span);
        Some(diagnostics::parameters_together(self.role, first.key_span, keep, other, removed, refused))
    }

    fn redshift(&self) -> Vec<Diagnostic<Message>> {
        let mut found: Vec<Diagnostic<Message>> = self.exclusive("Sql", "Sqls", true).into_iter().collect();
        found.extend(self.exclusive("DbUser", "SecretManagerArn", true));
        let spelt = |name: &str| {
            let plain = super::spelling::plain(name);
            self.own.iter().any(|member| super::spelling::plain(&member.key) == plain)
        };
        let empty = self.member("Sqls").is_some_and(
            |(_, member)| matches!(&member.value.value, Value::Array(items) if items.is_empty()),
        );
        if !spelt("Sql") && (!spelt("Sqls") || empty) && !spelt("Statement") {
            let place = Span { start: self.root.span.start, end: self.root.span.start + 1 };
            let insert = self.adding("Sql").filter(|_| !empty);
            found.push(diagnostics::parameters_no_statement(self.role, place, insert));
        }
        found
    }

    fn http(&self) -> Vec<Diagnostic<Message>> {
        let mut found = Vec::new();
        let headers = self.member("HeaderParameters").and_then(|(_, member)| member.value.members());
        for (at, header) in headers.unwrap_or_default().iter().enumerate() {
            let (span, name) = (header.key_span, &header.key);
            if self.kind == TargetKind::ApiGateway && http::is_kept_from_api_gateway(name) {
                let removed = headers.and_then(|headers| edits::removal(headers, at));
                found.push(diagnostics::parameters_header(self.role, span, name, removed));
            } else if self.kind == TargetKind::ApiDestination && http::is_written_by_eventbridge(name) {
                found.push(diagnostics::parameters_header_written(self.role, span, name));
            }
        }
        let Some(stars) = stars(self.kind, self.target) else { return found };
        match self.member("PathParameterValues").map(|(_, member)| &member.value) {
            Some(Node { span, value: Value::Array(values) }) => {
                let fits = values.len() == stars.count || stars.perhaps == Some(values.len());
                if !fits {
                    found.push(diagnostics::parameters_path_values(
                        self.role,
                        *span,
                        stars.count,
                        values.len(),
                    ));
                }
            }
            None if stars.count > 0 => found.push(stars.unanswered(self.at)),
            _ => {}
        }
        found
    }

    /// Instances are found by id or by tag.
    fn run_command(&self) -> Vec<Diagnostic<Message>> {
        let list = self.member("RunCommandTargets").map(|(_, member)| &member.value.value);
        let Some(Value::Array(items)) = list else { return Vec::new() };
        let of = |item: &Node| {
            let node = item.get("Key")?;
            let key = node.as_str().filter(|key| !key.is_empty())?;
            if key == "InstanceIds" || key.strip_prefix("tag:").is_some_and(|tag| !tag.is_empty()) {
                return None;
            }
            let lower = key.to_ascii_lowercase();
            let tag = lower.strip_prefix("tag:").and_then(|_| key.get("tag:".len()..));
            let fix = match (super::spelling::plain(key).as_str(), tag) {
                ("instanceids" | "instanceid", _) => Some("InstanceIds".to_owned()),
                (_, Some(tag)) if !tag.is_empty() => Some(format!("tag:{tag}")),
                _ => None,
            };
            Some(diagnostics::parameters_run_key(self.role, node.span, fix))
        };
        items.iter().filter_map(of).collect()
    }

    fn sqs(&self) -> Vec<Diagnostic<Message>> {
        let fifo = self.target.arn.ends_with(".fifo");
        let group = self.member("MessageGroupId").map(|(_, member)| &member.value);
        let spelt = self.own.iter().any(|member| super::spelling::plain(&member.key) == "messagegroupid");
        let place = match group {
            Some(group) if group.as_str() == Some("") => group.span,
            None if !spelt => Span { start: self.root.span.start, end: self.root.span.start + 1 },
            _ => return Vec::new(),
        };
        let insert = self.adding("MessageGroupId").filter(|_| group.is_none());
        let found = diagnostics::parameters_message_group(self.role, place, insert);
        fifo.then_some(found).into_iter().collect()
    }
}

/// The `*` of a path that `PathParameterValues` fills.
struct Stars {
    count: usize,
    /// The count where a `*` of stage or method takes a value too; whether it does is not verified.
    perhaps: Option<usize>,
    /// The code and the place of the first `*`.
    place: (TargetProperty, Span),
}

impl Stars {
    fn unanswered(&self, at: u32) -> Diagnostic<Message> {
        let (property, span) = self.place;
        diagnostics::path_values_missing(property, at, span, self.count)
    }
}

/// The `*` in the path of the ARN or of the endpoint; `None` where the path is not known.
fn stars(kind: TargetKind, target: &Target) -> Option<Stars> {
    let (text, path, code) = match kind {
        TargetKind::ApiGateway => {
            let arn = Arn::parse(&target.arn)?;
            let path = arn.resource.splitn(4, '/').nth(3).unwrap_or_default();
            (&target.arn, path.to_owned(), TargetProperty::Arn)
        }
        TargetKind::ApiDestination if !target.endpoint.trim().is_empty() => {
            (&target.endpoint, target.endpoint.clone(), TargetProperty::Endpoint)
        }
        _ => return None,
    };
    let count = path.matches('*').count();
    let all = text.matches('*').count();
    let start = text.len() - path.len();
    let first = start + path.find('*').unwrap_or_default();
    let place = (code, Span::new(first, first + 1));
    Some(Stars { count, perhaps: (all != count).then_some(all), place })
}
