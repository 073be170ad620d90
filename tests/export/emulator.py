"""Runs the exports against MiniStack, an emulator on this machine, and reads what every target gets.

The event is sent for real. Whatever does not happen as EventBridge does it has a name and a reason, which are printed.
Nothing outside 127.0.0.1 is contacted.
"""

import json
import os
import queue
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import boto3
import payloads
import receivers
from botocore.config import Config
from exact import Number, Pairs, exact

ROUTES = ["rule-json", "aws-cli", "boto3", "cloudformation-json", "cloudformation-yaml"]
# Emulators at work at the same time.
AT_ONCE = 2

# What the emulator does not do as EventBridge does, with the reason.
KINDS = "the emulator writes into its log that it does not deliver to such a target"
OTHER_ACCOUNT = "the emulator knows no bus of another account"
STATE = "the emulator runs a rule only in the state ENABLED, so the rule is run in that one"
SOURCE = "only AWS may send a source that begins with `aws.`, so it is renamed in the rule and in the event"
BUS = "the emulator's PutRule finds a bus by its name alone, so the name stands in the place of its ARN"
INDEX = "the emulator does not follow an input path with an index, and delivers the whole event"


@contextmanager
def emulator():
    """The address of a fresh emulator, which ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(port),
            "STATE_DIR": f"{home}/state",
            "S3_DATA_DIR": f"{home}/s3",
            "TMPDIR": home,
        }
        program = Path(sys.executable).with_name("ministack")
        server = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield wait_for(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(address, server):
    for _ in range(150):
        if server.poll() is not None:
            raise RuntimeError("the emulator ended before it answered")
        try:
            urllib.request.urlopen(f"{address}/_ministack/health", timeout=2).close()
            return address
        except urllib.error.HTTPError:
            return address
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the emulator did not answer")


class Delivered:
    """What arrived by kind and option, and what was not as EventBridge does it."""

    def __init__(self):
        self.counts = Counter()
        self.not_tried = {}

    def lines(self):
        yield f"{'target':<16}{'input':<15}{'tries':>5}  as predicted but for"
        for (kind, option, names), count in sorted(self.counts.items()):
            yield f"{kind:<16}{option:<15}{count:>5}  {names or 'nothing: byte for byte'}"
        for name, reason in payloads.KNOWN.items():
            yield f"  {name}: {reason}"
        for reason, what in sorted(self.not_tried.items()):
            yield f"  {', '.join(sorted(what))}: {reason}"

    def unused(self):
        """The differences that nothing shows any more, so that the list stays true."""
        seen = {name for _, _, names in self.counts for name in names.split(", ")}
        return sorted(payloads.KNOWN.keys() - seen)


def runs(directory, rules, delivered):
    """Every rule by every route: what was tried, and what was wrong with it."""
    tried = [rule for rule in rules if rule["verdict"] == "match" and not rule["hurts"] and rule["targets"]]
    # Without roles a rule differs from the one that names them only where something is delivered with a role.
    with_role = lambda rule: any(receivers.maker(target["arn"]) is receivers.state_machine for target in rule["targets"])
    tried = [rule for rule in tried if not rule["id"].endswith("-without-roles") or with_role(rule)]
    jobs = queue.SimpleQueue()
    found = queue.SimpleQueue()
    for rule in tried:
        jobs.put(rule)

    def work():
        try:
            with emulator() as address, tempfile.TemporaryDirectory() as scratch:
                while True:
                    try:
                        rule = jobs.get_nowait()
                    except queue.Empty:
                        return
                    for route in ROUTES:
                        found.put(attempt(address, Path(scratch), route, directory, rule, delivered))
        except Exception as problem:
            found.put(("the emulator", [f"{type(problem).__name__}: {problem}"]))
        finally:
            found.put(None)

    for _ in range(AT_ONCE):
        threading.Thread(target=work, daemon=True).start()
    ended = 0
    while ended < AT_ONCE:
        result = found.get()
        if result is None:
            ended += 1
        else:
            yield result
    yield "the list of differences", [f"nothing differs by {name}" for name in delivered.unused()]


def attempt(address, scratch, route, directory, rule, delivered):
    name = f"{rule['id']} as {route}, run"
    try:
        file = next(file for file in rule["files"] if file["format"] == route)
        return name, run(address, scratch, route, directory / file["path"], rule, delivered)
    except Exception as problem:
        return name, [f"{type(problem).__name__}: {problem}"]


def run(address, scratch, route, path, rule, delivered):
    """Deploys one export, sends the event, and compares what arrives."""
    event = json.loads(own_source(rule["event"]))
    region, account = event["region"], event["account"]
    urllib.request.urlopen(urllib.request.Request(f"{address}/_ministack/reset", method="POST"), timeout=30).close()
    keys = {"AWS_ACCESS_KEY_ID": account, "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": region, "AWS_DEFAULT_REGION": region}
    keys["AWS_ENDPOINT_URL"] = address
    session, clients = boto3.Session(aws_access_key_id=account, aws_secret_access_key="x", region_name=region), {}

    def client(service):
        if service not in clients:
            clients[service] = session.client(service, endpoint_url=address, config=Config(retries={"max_attempts": 1}))
        return clients[service]

    bus = rule["bus"].rsplit("/", 1)[-1]
    if bus != "default":
        client("events").create_event_bus(Name=bus)
    readers = {}
    for at, target in enumerate(rule["targets"]):
        if target.get("dead_letter_arn"):
            receivers.made_queue(client, target["dead_letter_arn"])
        make, arn = receivers.maker(target["arn"]), target["arn"]
        if make is None or arn.split(":")[4] != account:
            reason, what = (KINDS, arn.split(":")[2]) if make is None else (OTHER_ACCOUNT, rule["id"])
            delivered.not_tried.setdefault(reason, set()).add(what)
        else:
            readers[target["id"]] = make(client, arn, scratch / f"{rule['id']}-{route}-{at}")

    text = own_source(path.read_text(encoding="utf-8"))
    if rule["properties"]["state"] == "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS":
        delivered.not_tried.setdefault(STATE, set()).add(rule["id"])
        text = text.replace(rule["properties"]["state"], "ENABLED")
    if rule["bus"] != bus:
        delivered.not_tried.setdefault(BUS, set()).add(rule["id"])
        text = re.sub(re.escape(rule["bus"]) + r"(?=[\s\"']|$)", bus, text)
    if '"own.' in text:
        delivered.not_tried.setdefault(SOURCE, set()).add("the sources of AWS")
    deploy(route, text, path, client, keys, scratch)
    found = deployed(client, rule, text)
    entry = {"Source": event["source"], "DetailType": event["detail-type"], "EventBusName": bus}
    # The detail goes as it is written: Python would respell its numbers.
    entry |= {"Detail": detail_of(own_source(rule["event"])), "Resources": event.get("resources", []), "Time": event["time"]}
    answer = client("events").put_events(Entries=[entry])
    found += [f"PutEvents: {answer['Entries']}"] if answer["FailedEntryCount"] else []
    for target in rule["targets"]:
        if target["id"] in readers and target["payload"] is not None:
            found += arrives(rule, target, readers[target["id"]], event, delivered)
    return found


def arrives(rule, target, read, event, delivered):
    """Byte for byte, or for the reasons that are known."""
    option, kind = target["input"]["option"], receivers.maker(target["arn"]).__name__.replace("_", " ")
    if rule["properties"]["state"] == "DISABLED":
        raise RuntimeError("a rule that is disabled is to be tried with a kind that the emulator does not deliver to")
    predicted = own_source(target["payload"])
    if option == "path" and "[" in target["input"]["value"]:
        delivered.not_tried.setdefault(INDEX, set()).add(rule["id"])
        predicted = own_source(rule["event"])
    try:
        names = payloads.differences(read(), predicted, event["time"])
    except payloads.Differs as problem:
        return [f"{target['id']}: {problem}; {predicted!r} was predicted"]
    delivered.counts[kind, option, ", ".join(sorted(names))] += 1
    # A constant is nobody's to write anew.
    return [f"{target['id']}: the constant differs by {sorted(names)}"] if names and option == "constant" else []


def deployed(client, rule, text):
    """What stands in the emulator after the export is what the draft says."""
    bus = rule["bus"].rsplit("/", 1)[-1]
    own = client("events").describe_rule(Name=rule["rule"], EventBusName=bus)
    pattern = exact(own["EventPattern"]) if isinstance(own["EventPattern"], str) else None
    found = [] if pattern == exact(own_source(rule["pattern"])) else [f"the rule has the pattern {own['EventPattern']}"]
    targets = client("events").list_targets_by_rule(Rule=rule["rule"], EventBusName=bus)["Targets"]
    if [target["Id"] for target in targets] != [target["id"] for target in rule["targets"]]:
        found.append(f"the targets are {[target['Id'] for target in targets]}")
    return found


def detail_of(event):
    """The text of the event's detail, as it is written."""
    return text_of(dict(exact(event))["detail"])


def text_of(value):
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(key)}:{text_of(own)}" for key, own in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    return str(value) if isinstance(value, Number) else json.dumps(value)


def own_source(text):
    return re.sub(r'"aws\.([a-z0-9]+)(\\?)"', r'"own.\1\2"', text)


def deploy(route, text, path, client, keys, scratch):
    if route == "rule-json":
        requests = json.loads(text)
        client("events").put_rule(**requests["PutRule"])
        answer = client("events").put_targets(**requests["PutTargets"])
        if answer["FailedEntryCount"]:
            raise RuntimeError(answer["FailedEntries"])
    elif route.startswith("cloudformation"):
        cloudformation = client("cloudformation")
        cloudformation.create_stack(StackName="rulepad", TemplateBody=text, Capabilities=["CAPABILITY_IAM"])
        cloudformation.get_waiter("stack_create_complete").wait(StackName="rulepad", WaiterConfig={"Delay": 1, "MaxAttempts": 30})
    else:
        script = scratch / path.name
        script.write_text(text, encoding="utf-8")
        bin_directory = str(Path(sys.executable).parent)
        program = [sys.executable] if route == "boto3" else ["sh"]
        environment = {**os.environ, **keys, "PATH": f"{bin_directory}:{os.environ['PATH']}"}
        # One of the CLI's services does not read the address from its surroundings.
        if route == "aws-cli":
            text = re.sub(r"\baws (events|lambda|sns|sqs|iam|logs) ", rf"aws --endpoint-url {keys['AWS_ENDPOINT_URL']} \1 ", text)
            script.write_text(text, encoding="utf-8")
        ran = subprocess.run([*program, script], env=environment, capture_output=True, text=True, timeout=120)
        if ran.returncode:
            raise RuntimeError(ran.stderr.strip()[-600:])
