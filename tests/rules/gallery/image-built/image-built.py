"""Creates the rule, its targets and the permissions they need, with boto3.

It can be run again: what exists is kept or updated, and policies keep what others have in them.
"""

import json
import time
import zlib

import boto3

RULE_NAME = "image-built"
EVENT_BUS_NAME = "default"

EVENT_PATTERN = json.dumps(
    {
        "source": ["aws.imagebuilder"],
        "detail-type": ["EC2 Image Builder Image State Change"],
        "detail": {
            "state": {
                "status": ["AVAILABLE"],
            },
            "previous-state": {
                "status": [
                    {
                        "anything-but": ["AVAILABLE"],
                    },
                ],
            },
        },
    }
)

TARGETS = [
    {
        "Id": "assess",
        "Arn": "arn:aws:inspector:ap-northeast-2:111122223333:target/0-a1b2c3d4/template/0-e5f6a7b8",
        "RoleArn": "arn:aws:iam::111122223333:role/start-assessment",
    },
    {
        "Id": "publish",
        "Arn": "arn:aws:lambda:ap-northeast-2:111122223333:function:publish-image:live",
        "InputPath": "$.resources[0]",
        "DeadLetterConfig": {
            "Arn": "arn:aws:sqs:ap-northeast-2:111122223333:undelivered",
        },
        "RetryPolicy": {
            "MaximumRetryAttempts": 1,
        },
    },
]


# The most that a policy may hold: its bytes and its statements.
LIMITS = {"sqs": (8192, 20), "sns": (30720, 100)}


def sid_of(rule_arn):
    """The id of the rule's statements, which no other rule has."""
    name = rule_arn.rsplit("/", 1)[-1]
    plain = "".join(c for c in name if c.isascii() and c.isalnum())[:64]
    return f"EventBridge{plain}{zlib.crc32(rule_arn.encode()):08x}"


def statements_of(policy):
    """The statements of a policy, which may be one alone without a list."""
    found = (policy or {}).get("Statement", [])
    return found if isinstance(found, list) else [found]


def put_statement(policy, statement, sid, service, place):
    """The policy with the rule's statement in it, once; everything else is kept."""
    others = [own for own in statements_of(policy) if own.get("Sid") != sid]
    statements = [*others, {"Sid": sid, **statement}]
    policy = {**(policy or {"Version": "2012-10-17"}), "Statement": statements}
    text = json.dumps(policy, separators=(",", ":"))
    most_bytes, most = LIMITS.get(service, (None, None))
    if most_bytes and (len(text) > most_bytes or len(statements) > most):
        raise SystemExit(
            f"the policy of {place} would have {len(text)} bytes and {len(statements)} statements with"
            f" that of this rule; {most_bytes} and {most} are the most: remove what is no longer"
            " needed, then run this again"
        )
    return text


def trusts_events(policy):
    """Whether EventBridge may assume the role already, as it may a role of this script."""
    services = [own["Principal"].get("Service") for own in statements_of(policy) if isinstance(own.get("Principal"), dict)]
    return any("events.amazonaws.com" in (own if isinstance(own, list) else [own]) for own in services)


def allows_rule(policy, sid, rule_arn):
    """Whether the rule's statement in the policy of a function says what it should."""
    wanted = ["Allow", "lambda:InvokeFunction", "events.amazonaws.com", rule_arn]
    for own in statements_of(policy):
        if own.get("Sid") == sid:
            members = [own.get(name) for name in ("Effect", "Action", "Principal", "Condition")]
            return list(leaves(members)) == wanted
    return False


def leaves(value):
    """The texts in a value, in order."""
    if isinstance(value, (dict, list)):
        for own in value.values() if isinstance(value, dict) else value:
            yield from leaves(own)
    else:
        yield value


def allow_function(client, function, sid, rule_arn):
    """Lets the rule invoke a function. The rule's own statement is kept, and replaced if it differs."""
    permission = {
        "FunctionName": function,
        "StatementId": sid,
        "Action": "lambda:InvokeFunction",
        "Principal": "events.amazonaws.com",
        "SourceArn": rule_arn,
    }
    try:
        client.add_permission(**permission)
    except client.exceptions.ResourceConflictException:
        policy = json.loads(client.get_policy(FunctionName=function)["Policy"])
        if not allows_rule(policy, sid, rule_arn):
            client.remove_permission(FunctionName=function, StatementId=sid)
            client.add_permission(**permission)


def allow_queue(client, queue, statement, sid):
    """Lets the rule send to a queue. What others have in the queue's policy is kept."""
    answer = client.get_queue_attributes(QueueUrl=queue, AttributeNames=["Policy"])
    policy = answer.get("Attributes", {}).get("Policy")
    policy = put_statement(json.loads(policy or "null"), statement, sid, "sqs", queue)
    client.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": policy})


def put_targets(client, made_roles):
    """Adds the targets. A role that was just made can be refused for some seconds."""
    tries = 6 if made_roles else 1
    while True:
        tries -= 1
        try:
            return client.put_targets(Rule=RULE_NAME, EventBusName=EVENT_BUS_NAME, Targets=TARGETS)
        except client.exceptions.ClientError as error:
            if tries == 0 or "assume" not in str(error):
                raise
            time.sleep(5)


def main() -> None:
    session = boto3.Session(region_name="ap-northeast-2")
    events = session.client("events")
    rule_arn = events.put_rule(
        Name=RULE_NAME,
        EventBusName=EVENT_BUS_NAME,
        Description="A base image is ready",
        State="ENABLED",
        EventPattern=EVENT_PATTERN,
    )["RuleArn"]
    # The id of the rule's statements in policies.
    sid = sid_of(rule_arn)
    allow_function(
        session.client("lambda"),
        "arn:aws:lambda:ap-northeast-2:111122223333:function:publish-image:live",
        f"{sid}-live",
        rule_arn,
    )
    allow_queue(
        session.client("sqs"),
        "https://sqs.ap-northeast-2.amazonaws.com/111122223333/undelivered",
        {
            "Effect": "Allow",
            "Principal": {
                "Service": "events.amazonaws.com",
            },
            "Action": "sqs:SendMessage",
            "Resource": "arn:aws:sqs:ap-northeast-2:111122223333:undelivered",
            "Condition": {
                "ArnEquals": {
                    "aws:SourceArn": rule_arn,
                },
            },
        },
        sid,
    )
    result = put_targets(events, False)
    # The call succeeds even if single targets are refused: the count shows it.
    if result["FailedEntryCount"]:
        raise SystemExit(f"put_targets refused: {result['FailedEntries']}")
    print(f"created {rule_arn}")


if __name__ == "__main__":
    main()
