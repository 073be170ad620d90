"""Checks exported subscribers of custom event buses with the tools that their users have.

    python subscribers.py DIRECTORY [CASE...]

CASE is the id of a case, otherwise all are checked. DIRECTORY is what `cargo run -p rulepad-subscriber-export --example subscribers` wrote. Prints a line for each failure,
what each validator checks, and how many checks passed.
"""

import contextlib
import io
import json
import re
import shutil
import subprocess
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from unittest import mock

import botocore.session
import hcl
from botocore.validate import ParamValidator
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from samtranslator.yaml_helper import yaml_parse
from stacks import cfn_lint, cloudformation_validate, translated
from validators import shellcheck

AT_ONCE = 2
MODEL = botocore.session.get_session().get_service_model("eventbridgev2")
SUBSCRIBER, SOURCE = "AWS::EventsV2::Subscriber", "AWS::EventsV2::EventSource"
SHELLS = [shell for shell in ("sh", "dash", "bash") if shutil.which(shell)]
# What stands for the ARN of a role that the file creates.
MADE = "arn:aws:iam::111122223333:role/MADE"


def shape(operation, request):
    """What botocore has against a request. MSK clusters came after the version that is pinned."""
    invoke = request.get("InvokeConfiguration", {})
    if "MskParameters" in invoke and "MskParameters" not in MODEL.shape_for("InvokeConfiguration").members:
        invoke = {name: own for name, own in invoke.items() if name != "MskParameters"}
        request = {**request, "InvokeConfiguration": invoke}
    report = ParamValidator().validate(request, MODEL.operation_model(operation).input_shape)
    return [f"{operation}: {report.generate_report()}"] if report.has_errors() else []


def carried(request):
    """The request with patterns as values: their white space and the order of their fields mean nothing."""
    own = json.loads(json.dumps(request))
    patterns = own.get("FilterConfiguration", {}).get("Filters", []) + list(own.get("Configuration", {}).values())
    for each in (each for each in patterns if "Pattern" in each):
        with contextlib.suppress(ValueError):
            each["Pattern"] = json.loads(each["Pattern"])
    return own


def same(sources, subscribers, case):
    """What differs from the case: every member of every request, and a role only where the case has one."""
    wanted = []
    for request, is_made in zip(case["subscribers"], case["creates_roles"]):
        own = carried(request)
        if is_made:
            own["InvokeConfiguration"]["RoleArn"] = MADE
        wanted.append(own)
    found = [carried(own) for own in subscribers]
    for own, is_made in zip(found, case["creates_roles"]):
        if is_made and own.get("InvokeConfiguration", {}).get("RoleArn"):
            own["InvokeConfiguration"]["RoleArn"] = MADE
    problems = [f"subscriber {one!r}, not {other!r}" for one, other in zip(found, wanted) if one != other]
    origins = zip(map(carried, sources), map(carried, case["sources"]))
    problems += [f"source {one!r}, not {other!r}" for one, other in origins if one != other]
    counts = (len(sources), len(subscribers)), (len(case["sources"]), len(wanted))
    return problems + ([f"{counts[0]} requests, not {counts[1]}"] if counts[0] != counts[1] else [])


def request_shapes(path, text, case):
    """botocore: the members and types of the requests, of the case and of the file alike."""
    root = json.loads(text)
    if "InvokeConfiguration" in root:
        return shape("CreateSubscriber", root) + same([], [root], case)
    found = [own for name in ("CreateEventSource", "CreateSubscriber") for own in root.get(name, [])]
    problems = [problem for own in root.get("CreateSubscriber", []) for problem in shape("CreateSubscriber", own)]
    problems += [problem for own in root.get("CreateEventSource", []) for problem in shape("CreateEventSource", own)]
    return problems + same(root.get("CreateEventSource", []), root.get("CreateSubscriber", []), case) + ([] if found else ["nothing"])


def shell_reads(path, text, case):
    """The shells, which only read the script."""
    ran = [subprocess.run([shell, "-n"], input=text, capture_output=True, text=True) for shell in SHELLS]
    return [one.stderr for one in ran if one.returncode]


# The first answer of a create call is that the resource exists, where `exists` is set.
AWS = """
aws() {
  printf '%s\\0' "$#" "$@" >&3
  case "$1 $2" in
    "eventsv2 create-"*)
      if [ "${exists:-}" = yes ]; then
        echo "An error occurred (ResourceAlreadyExistsException)" >&2
        return 254
      fi ;;
    "eventsv2 list-"*) echo arn:of:resource ;;
    "eventsv2 describe-subscriber") printf '%s\\n' "$target_of_existing" ;;
    "iam get-role") echo MADE_ROLE ;;
  esac
}
"""


def calls_of(text, shell, exists, target):
    """The words of each call of `aws` that a script makes."""
    settings = f"exists={'yes' if exists else 'no'}\ntarget_of_existing={target!r}\nRETRY_DELAY=0\n"
    script = f"exec 3>&1 1>/dev/null\n{settings}{AWS.replace('MADE_ROLE', MADE)}{text}"
    ran = subprocess.run([shutil.which(shell)], input=script.encode(), capture_output=True, timeout=120)
    words, calls = iter(ran.stdout.decode().split("\0")[:-1]), []
    for count in words:
        calls.append([next(words) for _ in range(int(count))])
    return ran.returncode, calls


def option(call, name):
    return call[call.index(name) + 1]


def same_calls_of_the_script(path, text, case):
    """The shells, with a program `aws` that records: the first run creates what the case has, a second one updates it."""
    found = []
    # A script with many roles starts Python for each.
    for shell in SHELLS if len(case["subscribers"]) == 1 else SHELLS[:1]:
        code, calls = calls_of(text, shell, False, "")
        sent = {name: [json.loads(option(call, "--cli-input-json")) for call in calls if call[:2] == ["eventsv2", name]] for name in ("create-event-source", "create-subscriber")}
        found += [f"{shell} ended with {code}"] if code else []
        found += [f"{shell}: {problem}" for problem in same(*sent.values(), case)]
        roles = sum(call[:2] == ["iam", "put-role-policy"] for call in calls)
        found += [] if roles == sum(case["creates_roles"]) else [f"{shell}: {roles} roles"]
        for request in sent["create-subscriber"]:
            found += shape("CreateSubscriber", request)
    if len(case["subscribers"]) == 1 and SHELLS:
        invoke = case["subscribers"][0]["InvokeConfiguration"]
        code, calls = calls_of(text, SHELLS[0], True, invoke["TargetArn"])
        updates = [call for call in calls if call[:2] == ["eventsv2", "update-subscriber"]]
        for call in updates:
            update = {"SubscriberArn": "arn:aws:events:us-east-1:111122223333:subscriber/s/abcdefghij0123456789abcde"}
            found += shape("UpdateSubscriber", update | json.loads(option(call, "--cli-input-json")))
        found += [] if (code, len(updates)) == (0, 1) else [f"the second run ended with {code} after {len(updates)} updates"]
        code, calls = calls_of(text, SHELLS[0], True, "arn:of:another:target")
        found += [] if code == 1 else [f"another target is taken: {code}"]
    return found


def same_calls_of_the_program(path, text, case):
    """Python, with a boto3 that records: the first run creates what the case has, a second one updates it."""
    compile(text, path.name, "exec")
    client = recorder()
    found = [] if run(text, client) is None else ["it stopped"]
    created = lambda name: [call.kwargs for call in getattr(client, name).call_args_list]
    found += same(created("create_event_source"), created("create_subscriber"), case)
    for request in created("create_subscriber"):
        found += shape("CreateSubscriber", request)
    for request in created("create_event_source"):
        found += shape("CreateEventSource", request)
    if len(case["subscribers"]) == 1:
        client = recorder(case["subscribers"][0])
        stopped = run(text, client)
        (update,) = [call.kwargs for call in client.update_subscriber.call_args_list] or [{}]
        found += [] if stopped is None else [f"the second run stopped: {stopped}"]
        arn = "arn:aws:events:us-east-1:111122223333:subscriber/s/abcdefghij0123456789abcde"
        found += shape("UpdateSubscriber", update | {"SubscriberArn": arn})
    return found


def recorder(existing=None):
    """A client that only writes down what it is called with."""
    client = mock.MagicMock()
    exceptions = {name: type(name, (Exception,), {}) for name in ("ResourceAlreadyExistsException", "InvalidInputException", "ConcurrentModificationException", "EntityAlreadyExistsException")}
    for name, own in exceptions.items():
        setattr(client.exceptions, name, own)
    client.create_role.return_value = {"Role": {"Arn": MADE}}
    if existing:
        client.create_subscriber.side_effect = exceptions["ResourceAlreadyExistsException"]()
        client.get_paginator.return_value.paginate.return_value = [
            {"Subscribers": [{"Name": existing["Name"] + "x", "SubscriberArn": "no"}]},
            {"Subscribers": [{"Name": existing["Name"], "SubscriberArn": "yes"}]},
        ]
        client.describe_subscriber.return_value = {"InvokeConfiguration": {"TargetArn": existing["InvokeConfiguration"]["TargetArn"]}}
    return client


def run(text, client):
    """What stopped a program that has only this client."""
    boto3 = mock.MagicMock()
    boto3.client.return_value = boto3.Session.return_value.client.return_value = client
    with mock.patch.dict("sys.modules", {"boto3": boto3}), contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(compile(text, "program.py", "exec"), {"__name__": "__main__"})
        except SystemExit as stopped:
            return str(stopped)
    return None


def of_template(template):
    """The requests that the resources of a template come to."""
    resources = template["Resources"]
    sources, subscribers = [], []
    for own in resources.values():
        properties = json.loads(json.dumps(own["Properties"]))
        if "Tags" in properties and own["Type"] in (SUBSCRIBER, SOURCE):
            properties["Tags"] = {tag["Key"]: tag["Value"] for tag in properties["Tags"]}
        if own["Type"] == SUBSCRIBER:
            role = properties["InvokeConfiguration"]["RoleArn"]
            if isinstance(role, dict):
                kind = resources[role["Fn::GetAtt"][0]]
                statements = kind["Properties"]["AssumeRolePolicyDocument"]["Statement"]
                assert kind["Type"] == "AWS::IAM::Role" and statements[0]["Principal"] == {"Service": "events.amazonaws.com"}
                properties["InvokeConfiguration"]["RoleArn"] = MADE
            subscribers.append(texts(properties))
        elif own["Type"] == SOURCE:
            sources.append(properties)
    return sources, subscribers


def texts(value):
    """`Fn::Sub` of a text that only looks like a variable is the text."""
    if isinstance(value, dict):
        if list(value) == ["Fn::Sub"] and isinstance(value["Fn::Sub"], str):
            return value["Fn::Sub"].replace("${!", "${")
        return {key: texts(own) for key, own in value.items()}
    return [texts(own) for own in value] if isinstance(value, list) else value


def same_template(path, text, case):
    """PyYAML as CloudFormation's tools use it: the requests are those of the case."""
    return same(*of_template(yaml_parse(text)), case)


def lints(path, text, case):
    """cfn-lint 1.58 or later with the schemas of `AWS::EventsV2`: names, types, lengths and references."""
    return cfn_lint(path, text, {"hurts": case["id"].startswith("hard")})


def validates(path, text, case):
    """cloudformation-validate: properties and references."""
    return cloudformation_validate(path, text, {"hurts": True})


def sam_translates(path, text, case):
    """aws-sam-translator takes the template, and leaves the requests as they are."""
    return same(*of_template(translated(text)), case)


def schema(kind):
    return PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", kind).schema


def snake(name):
    """A name as the provider awscc spells it."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def of_provider(value, own, root):
    """An attribute with CloudFormation's names, by the schema of its resource; what the schema lacks stops."""
    while "$ref" in own:
        own = root["definitions"][own["$ref"].rsplit("/", 1)[-1]]
    if isinstance(value, dict) and "properties" in own:
        names = {snake(name): name for name in own["properties"]}
        return {names[key]: of_provider(each, own["properties"][names[key]], root) for key, each in value.items()}
    if isinstance(value, dict):
        (each,) = own["patternProperties"].values()
        return {key: of_provider(item, each, root) for key, item in value.items()}
    if isinstance(value, list):
        return [of_provider(item, own["items"], root) for item in value]
    return value


def same_resources(path, text, case):
    """python-hcl2 and the schemas of CloudFormation, which are those of the provider: the requests are those of the case."""
    kinds = {"awscc_eventsv2_subscriber": SUBSCRIBER, "awscc_eventsv2_event_source": SOURCE}
    found = {SUBSCRIBER: [], SOURCE: []}
    for own in hcl.resources(text):
        if own.kind not in kinds:
            if own.kind != "awscc_iam_role":
                raise ValueError(f"nobody asked for {own.kind}")
            continue
        written = {name: value for name, value in own.body.items() if name not in ("depends_on", "__is_block__")}
        attributes = plain({name: hcl.value(value) for name, value in written.items()})
        kind = kinds[own.kind]
        properties = of_provider(attributes, schema(kind), schema(kind))
        if "Tags" in properties:
            properties["Tags"] = {tag["Key"]: tag["Value"] for tag in properties["Tags"]}
        found[kind].append(properties)
    return same(found[SOURCE], found[SUBSCRIBER], case)


def plain(value):
    """A value of HCL as JSON has it; a reference is to a role that the file creates."""
    if isinstance(value, hcl.Reference):
        return MADE
    if isinstance(value, tuple):
        return json.dumps(plain(value[1]))
    if isinstance(value, dict) or type(value).__name__ == "Pairs":
        members = value.items() if isinstance(value, dict) else value
        return {str(key): plain(own) for key, own in members}
    if isinstance(value, list):
        return [plain(own) for own in value]
    if isinstance(value, str) and type(value).__name__ == "Number":
        return json.loads(value)
    return str(value) if isinstance(value, str) else value


OF = {
    "subscriber-json": [request_shapes],
    "aws-cli": [shell_reads, shellcheck, same_calls_of_the_script],
    "boto3": [same_calls_of_the_program],
    "cloudformation-yaml": [lints, validates, same_template],
    # The template is that of YAML, which is linted.
    "cloudformation-json": [same_template],
    "sam": [lints, sam_translates],
    "terraform": [same_resources],
}

# What is put in the place of what, and who must notice.
BROKEN = [
    ("subscriber-json", "a misspelt member", '"EventBusArn"', '"EventBus"', request_shapes),
    ("aws-cli", "a quote that is not closed", "put_resource subscriber", "put_resource 'subscriber", shell_reads),
    ("aws-cli", "a value that the shell would split", '"$request"', "$request", shellcheck),
    ("aws-cli", "another name", '"Name": "', '"Name": "x', same_calls_of_the_script),
    ("boto3", "another name", '"Name": "', '"Name": "x', same_calls_of_the_program),
    ("cloudformation-yaml", "a misspelt property", "InvokeConfiguration:", "InvokeConfig:", lints),
    ("cloudformation-yaml", "another target", 'TargetArn: "arn:aws:', 'TargetArn: "arn:aws-cn:', same_template),
    ("cloudformation-json", "another batch", '"MaxBatchSize": 1', '"MaxBatchSize": 2', same_template),
    ("cloudformation-yaml", "a block for another target", "SqsParameters:", "SnsParameters:", lints),
    ("sam", "another bus", ":event-busv2/orders/", ":event-busv2/other/", sam_translates),
    ("terraform", "an attribute in the other spelling", "target_arn", "targetArn", same_resources),
    ("terraform", "another target", 'target_arn = "arn:aws:', 'target_arn = "arn:aws-cn:', same_resources),
]


def check(job):
    directory, case, file = job
    path = directory / file["path"]
    text = path.read_text(encoding="utf-8")
    # A file that loses something is not the case, and one that lacks what the resource requires is refused: its losses say so.
    skipped = ("same", "sam", "request") if file["losses"] else ()
    skipped += ("lints", "validates") if any("DataType" in loss for loss in file["losses"]) else ()
    checks = [own for own in OF.get(file["format"], []) if not own.__name__.startswith(skipped or ("-",))]
    return {own.__name__: run_check(own, path, text, case) for own in checks}


def run_check(own, path, text, case):
    try:
        return own(path, text, case)
    except Exception:
        return [traceback.format_exc(limit=4)]


def main():
    directory = Path(sys.argv[1])
    cases = json.loads((directory / "subscribers.json").read_text(encoding="utf-8"))
    cases = [case for case in cases if not sys.argv[2:] or case["id"] in sys.argv[2:]]
    jobs = [(directory, case, file) for case in cases for file in case["files"]]
    passed, failed, of = 0, 0, {}
    with ProcessPoolExecutor(AT_ONCE) as pool:
        for (_, case, file), found in zip(jobs, pool.map(check, jobs, chunksize=8)):
            for name, problems in found.items():
                passed, failed = passed + (not problems), failed + bool(problems)
                key = file["format"], name
                of[key] = of.get(key, 0) + (not problems)
                for problem in problems[:3]:
                    print(f"FAILED {case['id']} as {file['format']}, {name}: {problem}"[:1500], flush=True)
    for name, title, what, instead, own in BROKEN:
        files = [(case, file) for case in cases for file in case["files"] if file["format"] == name and not file["losses"]]
        texts_of = ((case, directory / file["path"]) for case, file in files)
        found = next(((case, path) for case, path in texts_of if what in path.read_text(encoding="utf-8")), None)
        if found is None:
            raise SystemExit(f"no export as {name} has {what!r}, so that {title} cannot be tried")
        text = found[1].read_text(encoding="utf-8").replace(what, instead, 1)
        is_noticed = bool(run_check(own, found[1], text, found[0]))
        passed, failed = passed + is_noticed, failed + (not is_noticed)
        if not is_noticed:
            print(f"FAILED {own.__name__} of {name} does not notice {title}")
    for (name, own), count in of.items():
        print(f"  {name}, {own}: {count} of {len(cases)} cases")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
