"""What an exported file carries of its rule: read back as the requests it comes to, and held against the draft."""

import contextlib
import io
import shutil
import subprocess
import types
from unittest import mock

import hcl
from exact import Pairs, exact, of_python, of_yaml

# What stands for an ARN that the file makes or asks for: of a role, of the rule.
MADE = "MADE"


def wanted(rule):
    """PutRule and PutTargets of the draft, as AWS's API reference has them."""
    own = rule["properties"]
    put_rule = {
        "Name": own["name"],
        "EventBusName": own["event_bus"] or "default",
        "Description": own["description"],
        "State": own["state"],
        "RoleArn": own["role_arn"],
        "ScheduleExpression": own.get("schedule", ""),
        "EventPattern": exact(rule["pattern"]) if rule["pattern"].strip() else "",
        "Tags": [{"Key": tag["key"], "Value": tag["value"]} for tag in own.get("tags", [])] or "",
    }
    return {name: value for name, value in put_rule.items() if value != ""}, [target(own) for own in rule["targets"]]


def target(own):
    """`Target` of PutTargets, from a target of the draft."""
    option, value = own["input"]["option"], own["input"].get("value")
    request = {"Id": own["id"], "Arn": own["arn"], "RoleArn": own["role_arn"]}
    if option == "constant":
        request["Input"] = value
    elif option == "path":
        request["InputPath"] = value
    elif option == "transformer":
        request["InputTransformer"] = {"InputTemplate": value["template"]}
        if value["paths"].strip():
            request["InputTransformer"]["InputPathsMap"] = loose(exact(value["paths"]))
    if own.get("parameters", "").strip():
        request[own["property"]] = loose(exact(own["parameters"]))
    if own.get("dead_letter_arn"):
        request["DeadLetterConfig"] = {"Arn": own["dead_letter_arn"]}
    retry = {"MaximumRetryAttempts": own.get("retry_attempts"), "MaximumEventAgeInSeconds": own.get("event_age")}
    retry = {name: exact(text) for name, text in retry.items() if text}
    return {name: value for name, value in {**request, "RetryPolicy": retry}.items() if value not in ("", {})}


def loose(value):
    """The value with objects as dictionaries: the order of members is not looked at."""
    if isinstance(value, Pairs):
        return {key: loose(own) for key, own in value}
    return [loose(item) for item in value] if isinstance(value, list) else value


def differences(read, rule):
    """What a file carries that is not so in the draft; `read` gives PutRule, with the pattern's value, and Targets."""
    (found_rule, found_targets), (wanted_rule, wanted_targets) = read, wanted(rule)
    found = differing("PutRule", found_rule, wanted_rule)
    if len(found_targets) != len(wanted_targets):
        found.append(f"{len(found_targets)} targets are carried, not {len(wanted_targets)}")
    for one, other in zip(found_targets, wanted_targets):
        found += differing(f"target {other['Id']}", one, other)
    return found


def differing(what, found, wanted):
    """A role that the draft does not name is made by the file, or asked for."""
    names = [name for name in {**wanted, **found} if found.get(name) != wanted.get(name)]
    made = [name for name in names if name == "RoleArn" and name not in wanted]
    return [f"{name} of {what} is {found.get(name)!r}, not {wanted.get(name)!r}" for name in names if name not in made]


def of_requests(put_rule, targets):
    """Requests as a client sends them; values exact."""
    put_rule, targets = loose(put_rule), loose(targets)
    if "EventPattern" in put_rule:
        put_rule["EventPattern"] = exact(put_rule["EventPattern"])
    return put_rule, targets


def of_rule_json(text):
    requests = dict(exact(text))
    targets = dict(requests["PutTargets"]) if "PutTargets" in requests else {"Targets": []}
    return of_requests(requests["PutRule"], targets["Targets"])


def of_shell(text, shell="sh"):
    """The script is run with a program `aws` that only writes down what it is called with."""
    calls = []
    for words in recorded(text, shell):
        calls.append((words[:2], dict(zip(words[2::2], words[3::2]))))
    put_rule = next(options for call, options in calls if call == ["events", "put-rule"])
    names = {"--name": "Name", "--event-bus-name": "EventBusName", "--description": "Description", "--state": "State"}
    names |= {"--role-arn": "RoleArn", "--event-pattern": "EventPattern", "--schedule-expression": "ScheduleExpression"}
    request = {name: put_rule[option] for option, name in names.items() if option in put_rule}
    request |= dict(exact(put_rule.get("--cli-input-json", "{}")))
    request |= {"Tags": loose(exact(options["--tags"])) for call, options in calls if call == ["events", "tag-resource"]}
    targets = [options["--targets"] for call, options in calls if call == ["events", "put-targets"]]
    return of_requests(request, exact(targets[0]) if targets else [])


AWS = """aws() {
  printf '%s\\0' "$#" "$@" >&3
  case "$2 ${4-}" in
    "put-rule "*) echo arn:of:rule ;;
    "put-targets "*) echo 0 ;;
    "get-caller-identity Account") echo 123456789012 ;;
    "get-caller-identity Arn") echo arn:aws:sts::123456789012:assumed-role/a/b ;;
  esac
}
"""


def recorded(text, shell):
    """The words of each call of `aws`."""
    script = f"exec 3>&1 1>/dev/null\n{AWS}{text}"
    ran = subprocess.run([shutil.which(shell) or shell], input=script.encode(), capture_output=True, timeout=60)
    if ran.returncode:
        raise ValueError(f"{shell} ended with {ran.returncode}: {ran.stderr.decode()}")
    words, calls = iter(ran.stdout.decode().split("\0")[:-1]), []
    for count in words:
        calls.append([next(words) for _ in range(int(count))])
    return calls


def of_boto3(text):
    """The script is run with a boto3 that only writes down what it is called with."""
    client = mock.MagicMock()
    client.put_rule.return_value = {"RuleArn": "arn:of:rule"}
    client.put_targets.return_value = {"FailedEntryCount": 0, "FailedEntries": []}
    client.get_topic_attributes.return_value = client.get_queue_attributes.return_value = {"Attributes": {}}
    client.create_role.return_value = {"Role": {"Arn": MADE}}
    client.get_caller_identity.return_value = {"Account": "123456789012", "Arn": "arn:aws:sts::123456789012:assumed-role/a/b"}
    service = lambda *_, **__: client
    session = types.SimpleNamespace(client=service, region_name="us-east-1", get_partition_for_region=lambda _: "aws")
    boto3 = types.SimpleNamespace(Session=lambda **_: session, client=service)
    with mock.patch.dict("sys.modules", {"boto3": boto3}), contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, "script.py", "exec"), {"__name__": "__main__"})
    targets = client.put_targets.call_args.kwargs["Targets"] if client.put_targets.called else []
    tags = {"Tags": client.tag_resource.call_args.kwargs["Tags"]} if client.tag_resource.called else {}
    return of_requests(of_python({**client.put_rule.call_args.kwargs, **tags}), of_python(targets))


# What `EcsParameters` is in CloudFormation, by what it is in the API.
ECS = {"PlacementStrategy": "PlacementStrategies", "Tags": "TagList"}
ECS_LISTS = ("CapacityProviderStrategy", "PlacementConstraints", "PlacementStrategy")


def of_template(text):
    """The rule of a CloudFormation template, by its type."""
    template = loose(exact(text) if text.lstrip().startswith("{") else of_yaml(text))
    rules = [own for own in template["Resources"].values() if own["Type"] == "AWS::Events::Rule"]
    if len(rules) != 1:
        raise ValueError(f"{len(rules)} rules in the template")
    return of_resource(text, rules[0]["Properties"])


def of_resource(text, properties):
    """The rule of an `AWS::Events::Rule`; a pattern that is an object is read again, with its order."""
    targets = [of_member(own) for own in properties.pop("Targets", [])]
    if "EventPattern" in properties:
        pattern = properties["EventPattern"]
        properties["EventPattern"] = exact(pattern) if isinstance(pattern, str) else member(text, "EventPattern")
    return {"EventBusName": "default", **properties}, targets


def member(text, name):
    """The first member of this name, wherever it stands, with the order of its own."""

    def within(value):
        for key, own in value if isinstance(value, Pairs) else enumerate(value) if isinstance(value, list) else ():
            if key == name:
                return own
            found = within(own)
            if found is not None:
                return found
        return None

    return within(exact(text) if text.lstrip().startswith("{") else of_yaml(text))


def of_member(own):
    """A target of a template as PutTargets has it."""
    own = {name: MADE if name == "RoleArn" and isinstance(value, dict) else value for name, value in own.items()}
    if "EcsParameters" in own:
        ecs = own["EcsParameters"]
        ecs = {next((api for api, here in ECS.items() if here == name), name): value for name, value in ecs.items()}
        if "NetworkConfiguration" in ecs:
            network = ecs["NetworkConfiguration"]
            ecs["NetworkConfiguration"] = {{"AwsVpcConfiguration": "awsvpcConfiguration"}.get(name, name): value for name, value in network.items()}
        for name in ECS_LISTS:
            if name in ecs:
                ecs[name] = [{key[0].lower() + key[1:]: value for key, value in item.items()} for item in ecs[name]]
        own["EcsParameters"] = ecs
    return own


# The blocks of `aws_cloudwatch_event_target`, each with its property of PutTargets and the names in it.
BLOCKS = {
    "input_transformer": ("InputTransformer", {"input_paths": "InputPathsMap", "input_template": "InputTemplate"}),
    "dead_letter_config": ("DeadLetterConfig", {"arn": "Arn"}),
    "retry_policy": (
        "RetryPolicy",
        {"maximum_retry_attempts": "MaximumRetryAttempts", "maximum_event_age_in_seconds": "MaximumEventAgeInSeconds"},
    ),
    "sqs_target": ("SqsParameters", {"message_group_id": "MessageGroupId"}),
    "kinesis_target": ("KinesisParameters", {"partition_key_path": "PartitionKeyPath"}),
    "appsync_target": ("AppSyncParameters", {"graphql_operation": "GraphQLOperation"}),
    "http_target": (
        "HttpParameters",
        {
            "path_parameter_values": "PathParameterValues",
            "header_parameters": "HeaderParameters",
            "query_string_parameters": "QueryStringParameters",
        },
    ),
    "redshift_target": (
        "RedshiftDataParameters",
        {
            "database": "Database",
            "db_user": "DbUser",
            "secrets_manager_arn": "SecretManagerArn",
            "sql": "Sql",
            "statement_name": "StatementName",
            "with_event": "WithEvent",
        },
    ),
    "batch_target": (
        "BatchParameters",
        {
            "job_definition": "JobDefinition",
            "job_name": "JobName",
            "array_size": ("ArrayProperties", "Size"),
            "job_attempts": ("RetryStrategy", "Attempts"),
        },
    ),
    "ecs_target": (
        "EcsParameters",
        {
            "task_definition_arn": "TaskDefinitionArn",
            "task_count": "TaskCount",
            "launch_type": "LaunchType",
            "platform_version": "PlatformVersion",
            "group": "Group",
            "enable_ecs_managed_tags": "EnableECSManagedTags",
            "enable_execute_command": "EnableExecuteCommand",
            "propagate_tags": "PropagateTags",
            "tags": "Tags",
        },
    ),
}
PLAIN = {"target_id": "Id", "arn": "Arn", "role_arn": "RoleArn", "input": "Input", "input_path": "InputPath"}
RULE = {
    "name": "Name",
    "description": "Description",
    "event_bus_name": "EventBusName",
    "state": "State",
    "role_arn": "RoleArn",
    "event_pattern": "EventPattern",
    "schedule_expression": "ScheduleExpression",
    "tags": "Tags",
}
NETWORK = {"subnets": "Subnets", "security_groups": "SecurityGroups", "assign_public_ip": "AssignPublicIp"}
STRATEGY = {"capacity_provider": "capacityProvider"}


def of_terraform(text):
    """The rule of a Terraform file and its targets."""
    return of_resources(hcl.resources(text))


def of_resources(resources):
    """The `aws_cloudwatch_event_rule` among resources and its targets, which all must be of this rule."""
    (rule,) = [own for own in resources if own.kind == "aws_cloudwatch_event_rule"]
    request = {RULE[name]: hcl.value(own) for name, own in rule.body.items() if name != "__is_block__"}
    as_requested(request)
    bodies = [own.body for own in resources if own.kind == "aws_cloudwatch_event_target"]
    for body in bodies:
        named = [hcl.value(body[name]) for name in ("rule", "event_bus_name")]
        if named != [hcl.Reference(f"{rule.kind}.{rule.name}.{name}") for name in ("name", "event_bus_name")]:
            raise ValueError(f"a target of {named}")
    return request, [of_body(body) for body in bodies]


def as_requested(request):
    """PutRule's pattern as a value and its tags as a list, in place of the provider's text and map."""
    if "EventPattern" in request:
        pattern = request["EventPattern"]
        request["EventPattern"] = exact(pattern) if isinstance(pattern, str) else pattern[1]
    if "Tags" in request:
        request["Tags"] = [{"Key": key, "Value": value} for key, value in request["Tags"]]


def of_body(body, read=hcl.value):
    """A target of Terraform as PutTargets has it; `read` gives the value of an attribute."""
    request = {}
    for name, written in body.items():
        if name in PLAIN:
            found = read(written)
            request[PLAIN[name]] = MADE if isinstance(found, hcl.Reference) else found
        elif name in BLOCKS:
            (block,) = written
            property, names = BLOCKS[name]
            request[property] = renamed(block, names, read)
            if name == "ecs_target":
                request[property] |= of_ecs(block, read)
        elif name == "run_command_targets":
            items = [renamed(block, {"key": "Key", "values": "Values"}, read) for block in written]
            request["RunCommandParameters"] = {"RunCommandTargets": items}
        elif name == "sagemaker_pipeline_target":
            items = [renamed(block, {"name": "Name", "value": "Value"}, read) for block in written[0]["pipeline_parameter_list"]]
            request["SageMakerPipelineParameters"] = {"PipelineParameterList": items}
        elif name not in ("rule", "event_bus_name", "__is_block__"):
            raise ValueError(f"{name} of a target")
    return request


def renamed(block, names, read):
    found = {}
    for name, property in names.items():
        if name in block:
            value = loose(read(block[name]))
            if isinstance(property, tuple):
                found[property[0]] = {property[1]: value}
            else:
                found[property] = value
    return found


def of_ecs(block, read):
    found = {}
    if "tags" in block:
        found["Tags"] = [{"Key": key, "Value": value} for key, value in read(block["tags"])]
    for network in block.get("network_configuration", []):
        own = renamed(network, NETWORK, read)
        if "AssignPublicIp" in own:
            own["AssignPublicIp"] = "ENABLED" if own["AssignPublicIp"] else "DISABLED"
        found["NetworkConfiguration"] = {"awsvpcConfiguration": own}
    lists = {
        "capacity_provider_strategy": "CapacityProviderStrategy",
        "placement_constraint": "PlacementConstraints",
        "ordered_placement_strategy": "PlacementStrategy",
    }
    for name, property in lists.items():
        if name in block:
            items = [own for own in block[name]]
            found[property] = [{STRATEGY.get(key, key): read(value) for key, value in item.items() if key != "__is_block__"} for item in items]
    return found
