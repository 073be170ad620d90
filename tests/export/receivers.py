"""What stands behind the targets in the emulator: each kind is made before the rule, and read after the event."""

import http.server
import io
import json
import threading
import time
import zipfile

# The longest wait for one payload, in seconds.
PATIENCE = 20
# What the function writes its event to; the emulator runs it on this machine.
FUNCTION = """
import json, os
def handler(event, context):
    with open(os.environ["RECEIVED"], "a") as file:
        file.write(json.dumps(event) + "\\n")
"""


def patiently(read):
    """What `read` gives as soon as it gives anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = read()
        if found is not None:
            return found
        time.sleep(0.1)
    return None


def queue(client, arn, received):
    address = made_queue(client, arn)
    return lambda: patiently(lambda: first_message(client, address))


def made_queue(client, arn):
    name = arn.split(":")[-1]
    attributes = {"FifoQueue": "true", "ContentBasedDeduplication": "true"} if name.endswith(".fifo") else {}
    return client("sqs").create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]


def first_message(client, address):
    answer = client("sqs").receive_message(QueueUrl=address, AttributeNames=["All"])
    return next((message["Body"] for message in answer.get("Messages", [])), None)


def topic(client, arn, received):
    client("sns").create_topic(Name=arn.split(":")[-1])
    listener = beside(arn, "sqs", "rulepad-reads-" + arn.split(":")[-1])
    address = made_queue(client, listener)
    client("sns").subscribe(TopicArn=arn, Protocol="sqs", Endpoint=listener)

    def read():
        body = first_message(client, address)
        return None if body is None else json.loads(body)["Message"]

    return lambda: patiently(read)


def event_bus(client, arn, received):
    """A rule for every event of the bus brings it to a queue."""
    name = arn.rsplit("/", 1)[-1]
    client("events").create_event_bus(Name=name)
    listener = beside(arn, "sqs", f"rulepad-reads-{name}")
    address = made_queue(client, listener)
    client("events").put_rule(Name="every", EventBusName=name, EventPattern='{"source": [{"prefix": ""}]}')
    client("events").put_targets(Rule="every", EventBusName=name, Targets=[{"Id": "queue", "Arn": listener}])
    return lambda: patiently(lambda: first_message(client, address))


def state_machine(client, arn, received):
    states = client("stepfunctions")
    definition = json.dumps({"StartAt": "Keep", "States": {"Keep": {"Type": "Pass", "End": True}}})
    role = f"arn:aws:iam::{arn.split(':')[4]}:role/states"
    states.create_state_machine(name=arn.split(":")[-1], definition=definition, roleArn=role)

    def read():
        executions = states.list_executions(stateMachineArn=arn)["executions"]
        return states.describe_execution(executionArn=executions[0]["executionArn"])["input"] if executions else None

    return lambda: patiently(read)


def function(client, arn, received):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("index.py", FUNCTION)
    received.unlink(missing_ok=True)
    name, *alias = arn.split(":")[6:]
    client("lambda").create_function(
        FunctionName=name,
        Runtime="python3.12",
        Handler="index.handler",
        Role=f"arn:aws:iam::{arn.split(':')[4]}:role/function",
        Code={"ZipFile": archive.getvalue()},
        Environment={"Variables": {"RECEIVED": str(received)}},
        Publish=bool(alias),
    )
    if alias:
        client("lambda").create_alias(FunctionName=name, Name=alias[0], FunctionVersion="1")
    lines = lambda: received.read_text().splitlines() if received.exists() else []
    return lambda: patiently(lambda: next(iter(lines()), None))


def api_destination(client, arn, received):
    """The endpoint is a server of our own on this machine, which ends with its first request."""
    bodies = []

    class Endpoint(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    name = arn.split("/")[1]
    key = {"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "none"}}
    connection = client("events").create_connection(Name=name, AuthorizationType="API_KEY", AuthParameters=key)
    client("events").create_api_destination(
        Name=name,
        ConnectionArn=connection["ConnectionArn"],
        InvocationEndpoint=f"http://127.0.0.1:{server.server_address[1]}/*",
        HttpMethod="POST",
    )

    def read():
        try:
            return patiently(lambda: next(iter(bodies), None))
        finally:
            server.shutdown()
            server.server_close()

    return read


def beside(arn, service, resource):
    """An ARN of another service in the same place."""
    partition, _, region, account = arn.split(":")[1:5]
    return f"arn:{partition}:{service}:{region}:{account}:{resource}"


# What the emulator delivers to, by service and what the resource begins with.
MAKE = {
    ("sqs", ""): queue,
    ("sns", ""): topic,
    ("states", "stateMachine"): state_machine,
    ("lambda", "function"): function,
    ("events", "event-bus/"): event_bus,
    ("events", "api-destination/"): api_destination,
}


def maker(arn):
    """What makes the receiver of a target; `None` where the emulator does not deliver to such a target."""
    service, resource = arn.split(":")[2], ":".join(arn.split(":")[5:])
    return next((make for (of, begin), make in MAKE.items() if of == service and resource.startswith(begin)), None)
