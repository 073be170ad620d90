"""Runs the exports against MiniStack, an emulator on this machine, and reads what every target gets.

The event is sent for real, so a source that begins with `aws.`, which nobody but AWS may send, is renamed in the
rule and in the event alike. Nothing outside 127.0.0.1 is contacted.
"""

import io
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config

# What the function writes its event to; the emulator runs it on this machine.
FUNCTION = """
import json, os
def handler(event, context):
    with open(os.environ["RECEIVED"], "a") as file:
        file.write(json.dumps(event) + "\\n")
"""
ROUTES = ["rule-json", "aws-cli", "boto3", "cloudformation-json", "cloudformation-yaml"]
# Kinds that the emulator delivers to.
DELIVERED = ("sqs", "sns", "states", "lambda")
# The longest wait for one payload, in seconds.
PATIENCE = 20


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


def runs(directory, rules):
    """Every rule by every route: what was tried, and what was wrong with it."""
    with emulator() as address, tempfile.TemporaryDirectory() as scratch:
        for rule in rules:
            if rule["verdict"] != "match" or rule["hurts"]:
                continue
            for route in ROUTES:
                file = next(file for file in rule["files"] if file["format"] == route)
                name = f"{rule['id']} as {route}, run"
                try:
                    yield name, run(address, Path(scratch), route, directory / file["path"], rule)
                except Exception as problem:
                    yield name, [f"{type(problem).__name__}: {problem}"]


def run(address, scratch, route, path, rule):
    """Deploys one export to an account of its own, sends the event, and compares what arrives."""
    region = rule["targets"][0]["arn"].split(":")[3]
    account = rule["targets"][0]["arn"].split(":")[4]
    urllib.request.urlopen(urllib.request.Request(f"{address}/_ministack/reset", method="POST"), timeout=30).close()
    keys = {"AWS_ACCESS_KEY_ID": account, "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": region, "AWS_DEFAULT_REGION": region}
    keys["AWS_ENDPOINT_URL"] = address
    session = boto3.Session(aws_access_key_id=account, aws_secret_access_key="x", region_name=region)

    def client(service):
        return session.client(service, endpoint_url=address, config=Config(retries={"max_attempts": 1}))

    received = scratch / f"{rule['id']}-{route}"
    readers = {}
    for target in rule["targets"]:
        service = target["arn"].split(":")[2]
        if service in DELIVERED:
            readers[target["id"]] = MAKE[service](client, target["arn"], received)
    bus = rule["bus"]
    if bus != "default":
        client("events").create_event_bus(Name=bus)

    text = own_source(path.read_text(encoding="utf-8"))
    deploy(route, text, path, client, keys, scratch)
    event = json.loads(own_source(rule["event"]))
    entry = {"Source": event["source"], "DetailType": event["detail-type"], "Detail": json.dumps(event["detail"]), "EventBusName": bus}
    entry |= {"Resources": event.get("resources", []), "Time": event["time"]}
    answer = client("events").put_events(Entries=[entry])
    found = [f"PutEvents: {answer['Entries']}"] if answer["FailedEntryCount"] else []
    for target in rule["targets"]:
        reader = readers.get(target["id"])
        if reader and target["payload"] is not None:
            payload = reader()
            found += compared(target["id"], payload, own_source(target["payload"]), event)
    return found


def own_source(text):
    return re.sub(r'"aws\.([a-z0-9]+)(\\?)"', r'"own.\1\2"', text)


def compared(target, payload, wanted, event):
    """Byte for byte; of a whole event all but what the bus itself sets, of JSON the value.

    When the event arrives is the emulator's clock, for which the event's own time stands in the prediction.
    """
    if payload is None:
        return [f"{target} received nothing; {wanted} was predicted"]
    clock = re.escape(wanted).replace(re.escape(event["time"]), r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    if re.fullmatch(clock, payload):
        return []
    try:
        left, right = json.loads(payload), json.loads(wanted)
    except ValueError:
        return [f"{target} received {payload!r}, not {wanted!r}"]
    for value in (left, right):
        if isinstance(value, dict) and value.keys() >= {"detail-type", "source", "id"}:
            for key in ("id", "account", "region", "version", "time"):
                value.pop(key, None)
    return [] if left == right else [f"{target} received {payload!r}, not {wanted!r}"]


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


def queue(client, arn, received):
    sqs = client("sqs")
    address = sqs.create_queue(QueueName=arn.split(":")[-1])["QueueUrl"]
    return lambda: first_message(sqs, address)


def first_message(sqs, address):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        messages = sqs.receive_message(QueueUrl=address, WaitTimeSeconds=1).get("Messages", [])
        if messages:
            return messages[0]["Body"]
    return None


def topic(client, arn, received):
    sns, sqs = client("sns"), client("sqs")
    sns.create_topic(Name=arn.split(":")[-1])
    address = sqs.create_queue(QueueName="rulepad-reads-the-topic")["QueueUrl"]
    queue_arn = ":".join([*arn.split(":")[:2], "sqs", *arn.split(":")[3:5], "rulepad-reads-the-topic"])
    sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=queue_arn)

    def read():
        body = first_message(sqs, address)
        return None if body is None else json.loads(body)["Message"]

    return read


def state_machine(client, arn, received):
    states = client("stepfunctions")
    definition = json.dumps({"StartAt": "Keep", "States": {"Keep": {"Type": "Pass", "End": True}}})
    role = f"arn:aws:iam::{arn.split(':')[4]}:role/states"
    states.create_state_machine(name=arn.split(":")[-1], definition=definition, roleArn=role)

    def read():
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            executions = states.list_executions(stateMachineArn=arn)["executions"]
            if executions:
                return states.describe_execution(executionArn=executions[0]["executionArn"])["input"]
            time.sleep(0.2)
        return None

    return read


def function(client, arn, received):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("index.py", FUNCTION)
    received.unlink(missing_ok=True)
    client("lambda").create_function(
        FunctionName=arn.split(":")[6],
        Runtime="python3.12",
        Handler="index.handler",
        Role=f"arn:aws:iam::{arn.split(':')[4]}:role/function",
        Code={"ZipFile": archive.getvalue()},
        Environment={"Variables": {"RECEIVED": str(received)}},
    )

    def read():
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if received.exists() and received.read_text():
                return received.read_text().splitlines()[0]
            time.sleep(0.2)
        return None

    return read


MAKE = {"sqs": queue, "sns": topic, "states": state_machine, "lambda": function}
