"""A service of the Serverless Framework, read as the framework reads it: what its variables leave, and the stack that
comes of it."""

import json
import re

from samtranslator.yaml_helper import yaml_parse
from stacks import cloudformation_validate, same_rules

# What Serverless leaves to CloudFormation.
PSEUDO = re.compile(r"\$\{AWS::\w+\}")


def serverless_stack(path, text, rule):
    """cloudformation-validate: the stack that comes of the service, with the events as rules."""
    return cloudformation_validate(path.with_suffix(".json"), json.dumps({"Resources": stack(text)}), rule)


def same_service(path, text, rule):
    """PyYAML: the rules of the stack have the targets of the draft, all together, and its event pattern each."""
    return same_rules(stack(text), rule, keeps_ids=False)


def same_package(template, rule):
    """What is different in the template that `package` made of the service."""
    return same_rules(joined(template["Resources"]), rule, keeps_ids=False)


def stack(text):
    """The resources of the service, and those that Serverless makes of its events."""
    service = resolved(yaml_parse(text))
    resources = dict(service.get("resources", {}).get("Resources", {}))
    for key, function in service.get("functions", {}).items():
        resources[f"{key}Function"] = {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "FunctionName": function["name"],
                "Role": "arn:aws:iam::123456789012:role/function",
                "Runtime": service["provider"]["runtime"],
                "Handler": function["handler"],
                "Code": {"ZipFile": "def handler(event, context):\n    pass\n"},
            },
        }
        for at, event in enumerate(function["events"]):
            resources[f"{key}Rule{at}"] = {"Type": "AWS::Events::Rule", "Properties": rule_of(event["eventBridge"], f"{key}Function")}
    return joined(resources)


def rule_of(event, function):
    """The rule of an event (Serverless Framework guide, "EventBridge Event")."""
    target = {"Id": "made", "Arn": {"Fn::GetAtt": [function, "Arn"]}}
    if "input" in event:
        target["Input"] = json.dumps(event["input"], separators=(",", ":"), ensure_ascii=False)
    if "inputPath" in event:
        target["InputPath"] = event["inputPath"]
    if "inputTransformer" in event:
        target["InputTransformer"] = {name[0].upper() + name[1:]: value for name, value in event["inputTransformer"].items()}
    if "deadLetterQueueArn" in event:
        target["DeadLetterConfig"] = {"Arn": event["deadLetterQueueArn"]}
    retry = {"maximumEventAge": "MaximumEventAgeInSeconds", "maximumRetryAttempts": "MaximumRetryAttempts"}
    if "retryPolicy" in event:
        target["RetryPolicy"] = {retry[name]: value for name, value in event["retryPolicy"].items()}
    rule = {"Name": event["name"], "EventPattern": event["pattern"], "Targets": [target]}
    rule["State"] = "DISABLED" if event.get("enabled") is False else "ENABLED"
    names = {"description": "Description", "eventBus": "EventBusName"}
    return rule | {names[name]: event[name] for name in names if name in event}


def resolved(value, key=None):
    """The value after Serverless looked for variables in its strings; names of fields are left alone."""
    if isinstance(value, dict):
        return {name: resolved(own, name) for name, own in value.items()}
    if isinstance(value, list):
        return [resolved(item) for item in value]
    if not isinstance(value, str) or key == "Fn::Sub" and "${" not in PSEUDO.sub("", value):
        return value

    def one(found):
        slashes = len(found[1])
        if slashes % 2 == 0 or value[: found.start()].endswith("$"):
            raise ValueError(f"Serverless takes a part of {value!r} for a variable")
        return "\\" * ((slashes - 1) // 2) + "${"

    return re.sub(r"(\\*)\$\{", one, value)


def joined(value):
    """The value with texts that CloudFormation joins as one."""
    if isinstance(value, list):
        return [joined(item) for item in value]
    if not isinstance(value, dict):
        return value
    if list(value) == ["Fn::Join"] and all(isinstance(part, str) for part in value["Fn::Join"][1]):
        return value["Fn::Join"][0].join(value["Fn::Join"][1])
    return {name: joined(own) for name, own in value.items()}
