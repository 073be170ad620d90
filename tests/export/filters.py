"""The filters of other services and the call that tries a pattern, held against the draft and against AWS's own models."""

import json
import shutil

import botocore.session
import carried
from botocore.validate import ParamValidator
from exact import Pairs, exact, of_yaml

SESSION = botocore.session.get_session()
# What each file creates: the resource, the service and operation of its call.
CREATED = {
    "lambda-filter": ("AWS::Lambda::EventSourceMapping", "lambda", "CreateEventSourceMapping"),
    "pipes-filter": ("AWS::Pipes::Pipe", "pipes", "CreatePipe"),
    "sns-filter": ("AWS::SNS::Subscription", "sns", "Subscribe"),
}
# What holds an event of a bus in the records of a source.
KEYS = ("body", "data")
RECORDS = ("pipes", "event_source_mapping")


def resource(text, kind):
    """The properties of the one resource of this type."""
    resources = carried.loose(of_yaml(text))["Resources"].values()
    [found] = [own["Properties"] for own in resources if own["Type"] == kind]
    return found


def name_of(path):
    return path.parent.name


def patterns(path, text):
    """The pattern as the file has it: a value whose numbers are spelt, members in their order."""
    kind, _, _ = CREATED[name_of(path)]
    properties = dict(next(own for own in dict(of_yaml(text))["Resources"].plain().values() if own.plain()["Type"] == kind).plain()["Properties"])
    if "FilterPolicy" in properties:
        policy = properties["FilterPolicy"]
        return [exact(policy) if isinstance(policy, str) else policy]
    criteria = properties.get("FilterCriteria") or properties["SourceParameters"].plain()["FilterCriteria"]
    return [exact(own.plain()["Pattern"]) for own in criteria.plain()["Filters"]]


def same_filter(path, text, rule):
    """PyYAML: the filter is the event pattern of the draft, where the service's records hold the event."""
    [found] = patterns(path, text)
    if name_of(path) != "sns-filter" and rule["draft"].get("dialect", "rule") not in RECORDS:
        if not isinstance(found, Pairs) or len(found) != 1 or found[0][0] not in KEYS:
            return [f"the filter is not of a record's payload: {found}"]
        found = found[0][1]
    wanted = exact(rule["pattern"])
    return [] if found == wanted else [f"the filter is {found!r}, not {wanted!r}"]


def call_shapes(path, text, rule):
    """botocore: the members and types of the call that creates the same."""
    kind, service, operation = CREATED[name_of(path)]
    request = json.loads(json.dumps(asked(resource(text, kind))))
    if service == "sns":
        policy = request.pop("FilterPolicy")
        policy = policy if isinstance(policy, str) else json.dumps(policy)
        request["Attributes"] = {"FilterPolicy": policy, "FilterPolicyScope": request.pop("FilterPolicyScope")}
    if service == "pipes":
        # CloudFormation spells the members of this one its own way.
        request.get("TargetParameters", {}).pop("EcsTaskParameters", None)
    report = ParamValidator().validate(request, SESSION.get_service_model(service).operation_model(operation).input_shape)
    return [f"{operation}: {report.generate_report()}"] if report.has_errors() else []


def asked(value):
    """The value with a text where the template refers to something; numbers as Python has them."""
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in ("Ref", "Fn::GetAtt", "Fn::Sub", "Fn::ImportValue"):
            return "asked"
        return {key: asked(own) for key, own in value.items()}
    if isinstance(value, list):
        return [asked(item) for item in value]
    return json.loads(str(value)) if type(value).__name__ == "Number" else value


def same_question(path, text, rule):
    """The shells, with a program `aws` that records: one call, with the event pattern and the event of the draft."""
    found = []
    for shell in (shell for shell in ("sh", "dash", "bash") if shutil.which(shell)):
        calls = carried.recorded(text, shell)
        if [words[:2] for words in calls] != [["events", "test-event-pattern"]]:
            found.append(f"{shell}: the calls are {calls}")
            continue
        options = dict(zip(calls[0][2::2], calls[0][3::2]))
        for name, wanted in (("--event-pattern", exact(rule["pattern"])), ("--event", exact(rule["event"]))):
            if exact(options[name]) != wanted:
                found.append(f"{shell}: {name} is {options[name]!r}, not {wanted!r}")
    return found
