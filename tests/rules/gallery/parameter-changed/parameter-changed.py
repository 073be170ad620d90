"""Creates the rule, its targets and the permissions they need, with boto3.

It can be run again: what exists is kept or updated, and policies keep what others have in them.
"""

import json
import time

import boto3

RULE_NAME = "parameter-changed"
EVENT_BUS_NAME = "default"

EVENT_PATTERN = json.dumps(
    {
        "source": ["aws.ssm"],
        "detail-type": ["Parameter Store Change"],
        "detail": {
            "name": [
                {
                    "prefix": "/shop/prod/",
                },
            ],
            "operation": ["Create", "Update"],
        },
    }
)

TARGETS = [
    {
        "Id": "reload",
        "Arn": "arn:aws:ssm:ap-northeast-2::document/AWS-RunShellScript",
        "RoleArn": "arn:aws:iam::111122223333:role/reload-servers",
        "InputTransformer": {
            "InputPathsMap": {
                "name": "$.detail.name",
            },
            "InputTemplate": "{\"Parameters\": {\"commands\": [\"logger \\\"$(hostname): '<name>' changed\\\"\", \"sed -i 's/\\\\t/ /g' \\\"${CONF:-/etc/shop.conf}\\\" && systemctl reload shop\"]}}",
        },
        "RunCommandParameters": {
            "RunCommandTargets": [
                {
                    "Key": "tag:Stage",
                    "Values": ["prod"],
                },
                {
                    "Key": "tag:Role",
                    "Values": ["web", "worker"],
                },
            ],
        },
    },
]


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
        Description="Reload what reads /shop/prod/*",
        State="ENABLED",
        EventPattern=EVENT_PATTERN,
    )["RuleArn"]
    result = put_targets(events, False)
    # The call succeeds even if single targets are refused: the count shows it.
    if result["FailedEntryCount"]:
        raise SystemExit(f"put_targets refused: {result['FailedEntries']}")
    print(f"created {rule_arn}")


if __name__ == "__main__":
    main()
