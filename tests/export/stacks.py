"""What is deployed as a CloudFormation stack, and the tools that read it before: CloudFormation's own, and SAM's."""

import json
import logging
import re
import tempfile
from pathlib import Path

import boto3
import cfnlint.api
import cfnlint.config
from carried import loose, of_resource, wanted
from cloudformation_validate import CompositeEngine
from exact import exact
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ENGINE = CompositeEngine()
# The translator speaks of metrics that nobody collects here.
logging.getLogger("samtranslator").setLevel(logging.CRITICAL)


def cloudformation_validate(path, text, rule):
    """cloudformation-validate: properties, and the event pattern itself."""
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / path.name
        file.write_text(text, encoding="utf-8")
        report = ENGINE.validate_template(str(file))
    # What it warns of, such as an account in an ARN, is as the user has it.
    against = [own for own in report.diagnostics if own.severity.name in ("FATAL", "ERROR") or own.rule_id == "E9014"]
    return [f"{own.rule_id} {own.message}" for own in against if not meant(own.rule_id, rule)]


def cfn_lint(path, text, rule):
    """cfn-lint: names, types, lengths and references."""
    matches = cfnlint.api.lint(text, config=cfnlint.config.ManualArgs(regions=["us-east-1"]))
    return [f"{match.rule.id} {match.message}" for match in matches if not meant(match.rule.id, rule)]


def meant(code, rule):
    """`${AWS::Region}` as text is suspect, in an `Fn::Sub` that keeps it or, in Serverless, without one; the texts that
    hurt are to be it."""
    return code in ("W1020", "E1029") and rule["hurts"]


def sam_translates(path, text, rule):
    """aws-sam-translator takes the template, and cloudformation-validate what comes out of it."""
    try:
        template = translated(text)
    except InvalidDocumentException as refusal:
        return [cause.message for cause in refusal.causes]
    return cloudformation_validate(path.with_suffix(".json"), json.dumps(template), rule)


def sam_lint(path, text, rule):
    """cfn-lint on the source: names and types of what is SAM's own.

    Its schema of events does not have `State`, which SAM documents and takes; so that line is not shown to it.
    """
    return cfn_lint(path, re.sub(r"^ {12}State: .*\n", "", text, flags=re.M), rule)


def same_sam(path, text, rule):
    """What SAM makes of the template: rules with the targets of the draft, all together, and its event pattern each."""
    return same_rules(translated(text)["Resources"], rule, keeps_ids=True)


def translated(text):
    session = boto3.Session(region_name="us-east-1")
    return Translator({}, Parser(), boto_session=session).translate(yaml_parse(text), {})


def same_rules(resources, rule, keeps_ids):
    """What is different between the rules of a stack and the one rule that they stand for."""
    wanted_rule, wanted_targets = wanted(rule)
    found, names, targets = [], [], []
    for resource in resources.values():
        if resource["Type"] == "AWS::Events::Rule":
            text = json.dumps(resource["Properties"])
            put_rule, own = of_resource(text, loose(exact(text)))
            names.append(put_rule["Name"])
            targets += [(target_of(target, resources, keeps_ids), put_rule["Name"]) for target in own]
            found += differing({"State": "ENABLED", **put_rule}, wanted_rule)
    if wanted_rule["Name"] not in names or len(set(names)) != len(names):
        found.append(f"the rules are called {names}")
    left = [target for target, _ in targets]
    for target in wanted_targets:
        target = target_of(target, resources, keeps_ids)
        if target in left:
            left.remove(target)
        else:
            found.append(f"no rule has the target {target!r}")
    found += [f"nobody asked for the target {target!r}" for target in left]
    for target, name in targets:
        queues = [target.get("DeadLetterConfig", {}).get("Arn"), target["Arn"]]
        found += [problem for queue in queues if queue and ":sqs:" in queue for problem in lets_send(queue, name, resources)]
    return found


def differing(rule, wanted):
    """A framework's rules have names of their own; they may go without a description and a role."""
    bus = {"EventBusName": rule["EventBusName"].split(":event-bus/")[-1]}
    found, wanted = {**rule, **bus}, {**wanted, "EventBusName": wanted["EventBusName"].split(":event-bus/")[-1]}
    names = [name for name in {**wanted, **rule} if name != "Name" and found.get(name) != wanted.get(name)]
    names = [name for name in names if name in found or name not in ("Description", "RoleArn")]
    return [f"{name} of a rule is {found.get(name)!r}, not {wanted.get(name)!r}" for name in names]


def target_of(target, resources, keeps_ids):
    """What of a target is the user's: a function by its name, and no role, since a stack makes its own."""
    own = {name: value for name, value in target.items() if name != "RoleArn" and (keeps_ids or name != "Id")}
    own["Arn"] = arn_of(target["Arn"], resources)
    if own["Arn"].split(":")[2] in ("lambda", "states"):
        own["Arn"] = own["Arn"].split(":", 5)[-1]
    return own


def arn_of(value, resources):
    """The ARN that a value of the template stands for; the account and Region are the stack's."""
    if isinstance(value, str):
        return value
    name = value["Ref"] if "Ref" in value else value["Fn::GetAtt"][0]
    properties = resources[name]["Properties"]
    if resources[name]["Type"] == "AWS::Lambda::Function":
        return f"arn:aws:lambda:us-east-1:123456789012:function:{properties['FunctionName']}"
    return f"arn:aws:states:us-east-1:123456789012:stateMachine:{properties['StateMachineName']}"


def lets_send(queue, rule_name, resources):
    """One policy of the queue, and only one, lets a rule of this name send to it."""
    account, name = queue.split(":")[4:6]
    policies = [own["Properties"] for own in resources.values() if own["Type"] == "AWS::SQS::QueuePolicy"]
    policies = [own for own in policies if any(url.endswith(f"/{account}/{name}") for url in own["Queues"])]
    if len(policies) != 1:
        return [f"{len(policies)} policies of the queue {queue}"]
    allowed = []
    for statement in policies[0]["PolicyDocument"]["Statement"]:
        arn = statement["Condition"]["ArnEquals"]["aws:SourceArn"]
        if "Fn::Sub" in arn:
            allowed.append(arn["Fn::Sub"].split("/")[-1])
        else:
            allowed.append(resources[arn["Fn::GetAtt"][0]]["Properties"].get("Name"))
    return [] if rule_name in allowed else [f"the policy of {queue} lets {allowed} send, not {rule_name}"]
