"""Scripts that are run again: after a run that completed, and after one that was stopped behind any of its calls.

What others have in policies, permissions and roles is there before, and is read back from the emulator afterwards.
"""

import json
import multiprocessing
import os
import tempfile
import traceback
import urllib.request
import zipfile
from io import BytesIO
from pathlib import Path

import boto3
import emulator
from botocore import client as botocore_client
from botocore.config import Config
from fast_cli import Cli

REGION, ACCOUNT = "eu-west-1", "111122223333"
PLACE = f"{REGION}:{ACCOUNT}"
# The surroundings name another Region: the rule's own ARN decides.
KEYS = {"AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "RETRY_DELAY": "0"}

# What others have in policies before: of a queue nothing, a list with a refusal, and one statement without a list.
DENY = {"Sid": "NoPlainText", "Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": f"arn:aws:sqs:{PLACE}:shared", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
NAMELESS = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": ["sqs:SendMessage"], "Resource": "*", "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": 3600}}}
QUEUES = {
    "nothing": None,
    "a list": {"Version": "2008-10-17", "Id": "theirs", "Statement": [DENY, NAMELESS]},
    "one statement": {"Version": "2012-10-17", "Statement": DENY},
}
TOPIC = {"Version": "2008-10-17", "Id": "__default_policy_ID", "Statement": [{**DENY, "Action": "sns:Publish", "Resource": f"arn:aws:sns:{PLACE}:shared"}]}
TRUST = {"Version": "2012-10-17", "Statement": [{"Sid": "Others", "Effect": "Allow", "Principal": {"Service": ["events.amazonaws.com", "scheduler.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
PERMISSIONS = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}


class Stopped(BaseException):
    """A program that was killed behind a call."""


class Runner:
    """Scripts and programs against one emulator."""

    def __init__(self, address, scratch):
        self.address, self.scratch = address, Path(scratch)
        self.session = boto3.Session(aws_access_key_id=ACCOUNT, aws_secret_access_key="x", region_name=REGION)
        self.clients = {}
        self.cli = Cli(scratch, address, KEYS)

    def client(self, service):
        if service not in self.clients:
            self.clients[service] = self.session.client(service, endpoint_url=self.address, config=Config(retries={"max_attempts": 1}))
        return self.clients[service]

    def run(self, path, stop_after=None):
        """The calls, the exit code and the errors."""
        if path.suffix == ".sh":
            return self.cli.run(path, stop_after)
        here, there = multiprocessing.Pipe()
        child = multiprocessing.get_context("fork").Process(target=program, args=(path, self.address, stop_after, there))
        child.start()
        answer = here.recv()
        child.join()
        return answer

    def reset(self, queue_policy):
        """What there is before the first run, theirs and nobody's."""
        urllib.request.urlopen(urllib.request.Request(f"{self.address}/_ministack/reset", method="POST"), timeout=30).close()
        self.client("events").create_event_bus(Name="orders")
        sqs = self.client("sqs")
        self.queues = {name: sqs.create_queue(QueueName=name)["QueueUrl"] for name in ("shared", "letters")}
        if queue_policy:
            sqs.set_queue_attributes(QueueUrl=self.queues["shared"], Attributes={"Policy": json.dumps(queue_policy)})
        topic = self.client("sns").create_topic(Name="shared")["TopicArn"]
        self.client("sns").set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=json.dumps(TOPIC))
        archive = BytesIO()
        with zipfile.ZipFile(archive, "w") as files:
            files.writestr("index.py", "def handler(event, context):\n    pass\n")
        functions = self.client("lambda")
        functions.create_function(FunctionName="triage", Runtime="python3.12", Handler="index.handler", Role=f"arn:aws:iam::{ACCOUNT}:role/f", Code={"ZipFile": archive.getvalue()}, Publish=True)
        functions.create_alias(FunctionName="triage", Name="live", FunctionVersion="1")
        functions.add_permission(FunctionName="triage", Qualifier="live", StatementId="theirs", Action="lambda:InvokeFunction", Principal="s3.amazonaws.com")

    def state(self, rule, bus):
        """All that a script may have changed."""
        events, iam, found = self.client("events"), self.client("iam"), {}
        found["rule"] = without(events.describe_rule(Name=rule, EventBusName=bus))
        found["targets"] = sorted(events.list_targets_by_rule(Rule=rule, EventBusName=bus)["Targets"], key=lambda own: own["Id"])
        found["tags"] = events.list_tags_for_resource(ResourceARN=found["rule"]["Arn"])["Tags"]
        for name, address in self.queues.items():
            attributes = self.client("sqs").get_queue_attributes(QueueUrl=address, AttributeNames=["Policy"]).get("Attributes", {})
            found[f"queue {name}"] = json.loads(attributes.get("Policy") or "null")
        topic = self.client("sns").get_topic_attributes(TopicArn=f"arn:aws:sns:{PLACE}:shared")["Attributes"]
        found["topic"] = json.loads(topic["Policy"])
        found["function"] = json.loads(self.client("lambda").get_policy(FunctionName="triage", Qualifier="live")["Policy"])
        found["logs"] = [(own["policyName"], json.loads(own["policyDocument"])) for own in self.client("logs").describe_resource_policies()["resourcePolicies"]]
        for role in iam.list_roles()["Roles"]:
            name = role["RoleName"]
            policies = {own: iam.get_role_policy(RoleName=name, PolicyName=own)["PolicyDocument"] for own in iam.list_role_policies(RoleName=name)["PolicyNames"]}
            found[f"role {name}"] = [role["AssumeRolePolicyDocument"], policies]
        return found


def program(path, address, stop_after, answer):
    """A boto3 program in a process of its own, with its calls counted."""
    os.environ.update(KEYS, AWS_ENDPOINT_URL=address)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    calls, make = [], botocore_client.BaseClient._make_api_call

    def counted(client, operation, parameters):
        try:
            return make(client, operation, parameters)
        finally:
            calls.append(operation)
            if len(calls) == stop_after:
                raise Stopped

    botocore_client.BaseClient._make_api_call = counted
    code, errors = 0, ""
    try:
        exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), {"__name__": "__main__"})
    except Stopped:
        code = -9
    except SystemExit as ended:
        code, errors = 1, str(ended)
    except Exception:
        code, errors = 1, traceback.format_exc()
    answer.send((calls, code, errors))


def without(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


def statements(policy):
    found = (policy or {}).get("Statement", [])
    return found if isinstance(found, list) else [found]


def theirs(policy):
    """A policy without the statements of our rules: what others have in it."""
    return [own for own in statements(policy) if not own.get("Sid", "").startswith("EventBridge")]


def ours(policy):
    return [own for own in statements(policy) if own.get("Sid", "").startswith("EventBridge")]


def kept(state, queue_policy):
    """What of the others' is not as it was."""
    found = []
    for what, before in (("queue shared", queue_policy), ("topic", TOPIC)):
        after = state[what]
        if theirs(after) != statements(before):
            found.append(f"others have {theirs(after)} in the policy of the {what}, not {statements(before)}")
        head = lambda policy: {name: own for name, own in policy.items() if name != "Statement"}
        if before and head(after) != head(before):
            found.append(f"the policy of the {what} has {head(after)}")
    if [own["Sid"] for own in theirs(state["function"])] != ["theirs"]:
        found.append(f"the policy of the function is {state['function']}")
    return found


def allowed(state, rules):
    """Every rule is allowed once where its targets are, under an id of its own."""
    found = []
    for what in ("queue shared", "topic", "function"):
        sources = sorted(str(own["Condition"]).split("'")[-2] for own in ours(state[what]))
        if sources != sorted(rules):
            found.append(f"the policy of the {what} allows {sources}, not {sorted(rules)}")
    return found


def runs(directory):
    """Each way of running a script again, with what was wrong with it."""
    rules = json.loads((directory / "again.json").read_text(encoding="utf-8"))
    with emulator.emulator() as address, tempfile.TemporaryDirectory() as scratch:
        runner = Runner(address, scratch)
        for route in ("boto3", "aws-cli"):
            files = {name: directory / paths[route] for name, paths in rules.items()}
            for name, check in CHECKS:
                try:
                    yield from check(runner, files, f"{name} as {route}")
                except Exception:
                    yield f"{name} as {route}", [traceback.format_exc(limit=4)]


def twice(runner, files, name):
    for title, policy in QUEUES.items():
        runner.reset(policy)
        found, states = [], []
        for _ in range(2):
            _, code, errors = runner.run(files["every-kind"])
            found += [errors] if code else []
            states.append(runner.state("orders-placed", "orders"))
        if not found and states[0] != states[1]:
            found.append(f"the second run makes {differing(*states)}")
        rule = f"arn:aws:events:{PLACE}:rule/orders/orders-placed"
        found += kept(states[-1], policy) + allowed(states[-1], [rule])
        yield f"{name}, a queue with {title} in its policy", found


def stopped(runner, files, name):
    """Stopped behind each call in turn, and run again: nothing is left half done."""
    policy = QUEUES["a list"]
    runner.reset(policy)
    calls, code, errors = runner.run(files["every-kind"])
    whole = runner.state("orders-placed", "orders")
    yield f"{name}, {len(calls)} calls", [errors] if code else []
    for count in range(1, len(calls)):
        runner.reset(policy)
        runner.run(files["every-kind"], stop_after=count)
        _, code, errors = runner.run(files["every-kind"])
        found = [errors] if code else []
        after = runner.state("orders-placed", "orders")
        found += [f"the second run makes {differing(whole, after)}"] if after != whole else []
        yield f"{name}, behind call {count}, {calls[count - 1]}", found + kept(after, policy)


def beside(runner, files, name):
    """Two rules of one name, on two buses, share everything: neither takes anything from the other."""
    runner.reset(QUEUES["a list"])
    found, arns = [], [f"arn:aws:events:{PLACE}:rule/orders/orders-placed", f"arn:aws:events:{PLACE}:rule/orders-placed"]
    for rule in ("every-kind", "same-name", "every-kind"):
        _, code, errors = runner.run(files[rule])
        found += [errors] if code else []
    state = runner.state("orders-placed", "orders")
    found += kept(state, QUEUES["a list"]) + allowed(state, arns)
    if len(state["logs"]) != 2:
        found.append(f"the policies of logs are {state['logs']}")
    trust, permissions = state["role orders-placed-machine"]
    if len(statements(trust)) != 2 or len(permissions) != 2:
        found.append(f"the role is {trust}, {permissions}")
    yield name, found


def changed(runner, files, name):
    """A permission of this rule's that says something else is replaced."""
    runner.reset(None)
    runner.run(files["every-kind"])
    whole = runner.state("orders-placed", "orders")
    (sid,) = [own["Sid"] for own in ours(whole["function"])]
    functions = runner.client("lambda")
    functions.remove_permission(FunctionName="triage", Qualifier="live", StatementId=sid)
    functions.add_permission(FunctionName="triage", Qualifier="live", StatementId=sid, Action="lambda:InvokeFunction", Principal="sns.amazonaws.com")
    runner.client("events").put_rule(Name="orders-placed", EventBusName="orders", EventPattern='{"source": ["other"]}', State="DISABLED")
    _, code, errors = runner.run(files["every-kind"])
    after = runner.state("orders-placed", "orders")
    found = [errors] if code else []
    yield name, found + ([f"the second run makes {differing(whole, after)}"] if after != whole else [])


def role_of_others(runner, files, name):
    """A role that others use keeps what is theirs; one that is not for EventBridge is not touched."""
    iam = runner.client("iam")
    for for_events in (True, False):
        runner.reset(None)
        trust = TRUST if for_events else json.loads(json.dumps(TRUST).replace("events.amazonaws.com", "lambda.amazonaws.com"))
        iam.create_role(RoleName="orders-placed-machine", AssumeRolePolicyDocument=json.dumps(trust))
        iam.put_role_policy(RoleName="orders-placed-machine", PolicyName="theirs", PolicyDocument=json.dumps(PERMISSIONS))
        _, code, errors = runner.run(files["every-kind"])
        after, policies = runner.state("orders-placed", "orders")["role orders-placed-machine"]
        found = []
        if policies["theirs"] != PERMISSIONS or statements(after)[0] != statements(trust)[0]:
            found.append(f"others have {after} and {policies['theirs']}")
        if for_events:
            found += [errors] if code or len(policies) != 2 or len(statements(after)) != 2 else []
        elif not code or "not for EventBridge" not in errors or len(policies) != 1 or after != trust:
            found.append(f"it ends with {code}: {errors}; {after}")
        yield f"{name}, {'for' if for_events else 'not for'} EventBridge", found


def too_large(runner, files, name):
    """A policy that has no room is left as it is, and the script says so."""
    for title, others in (("bytes", [{**NAMELESS, "Sid": "x" * 7900}]), ("statements", [{**NAMELESS, "Sid": f"s{at}"} for at in range(20)])):
        policy = {"Version": "2012-10-17", "Statement": others}
        runner.reset(policy)
        _, code, errors = runner.run(files["every-kind"])
        attributes = runner.client("sqs").get_queue_attributes(QueueUrl=runner.queues["shared"], AttributeNames=["Policy"])["Attributes"]
        found = [] if code == 1 and "8192 and 20 are the most" in errors else [f"it ends with {code}: {errors}"]
        found += [] if json.loads(attributes["Policy"]) == policy else ["the policy is another"]
        yield f"{name}, {title}", found


def elsewhere(runner, files, name):
    """Resources of another account have no call of the script; roles of the rule's account deliver to them."""
    runner.reset(None)
    calls, code, errors = runner.run(files["elsewhere"])
    found = [errors] if code else []
    state = runner.state("to-security", "default")
    roles = {own["Id"]: own.get("RoleArn") for own in state["targets"]}
    wanted = {id: f"arn:aws:iam::{ACCOUNT}:role/to-security-{id}" for id in ("hub", "queue", "function")}
    found += [f"the roles are {roles}"] if roles != wanted else []
    found += [f"there is no {role}" for id in wanted if (role := f"role to-security-{id}") not in state]
    found += [] if len(ours(state["queue letters"])) == 1 else [f"the dead-letter queue has {state['queue letters']}"]
    found += [f"{call}" for call in calls if "ermission" in str(call)]
    yield name, found


def differing(before, after):
    return {name: (before.get(name), after.get(name)) for name in {**before, **after} if before.get(name) != after.get(name)}


CHECKS = [("twice", twice), ("beside another rule", beside), ("a changed permission", changed), ("a role of others", role_of_others)]
CHECKS += [("a policy without room", too_large), ("targets elsewhere", elsewhere), ("stopped", stopped)]
