#!/bin/sh
# Creates the rule, its targets and the permissions they need, with the AWS CLI.
# It can be run again: what exists is kept or updated, and policies keep what others have in them.
# Needs the AWS CLI, and Python 3 to edit policies.
set -eu

for program in aws python3; do
  if ! command -v "$program" >/dev/null; then
    echo "this script needs $program" >&2
    exit 1
  fi
done

export AWS_REGION=ap-northeast-2 AWS_DEFAULT_REGION=ap-northeast-2
rule_name=orders-to-everyone
event_bus=arn:aws:events:ap-northeast-2:111122223333:event-bus/shop

event_pattern=$(cat <<'EOF'
{
  "source": ["shop.orders"],
  "detail-type": [
    {
      "prefix": "Order"
    }
  ],
  "detail": {
    "data": {
      "total": [
        {
          "numeric": [">", 0, "<=", 1000000000]
        }
      ],
      "customer": {
        "tier": [
          {
            "equals-ignore-case": "GOLD"
          }
        ]
      },
      "coupon": [
        null,
        {
          "exists": false
        }
      ]
    }
  }
}
EOF
)

description='Every order of a gold customer'

policies_program=$(cat <<'EOF'
import json
import sys
import zlib

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


def read(text):
    """A policy as the AWS CLI prints it: an object, a text that holds one, or nothing."""
    policy = json.loads(text or "null")
    return json.loads(policy or "null") if isinstance(policy, str) else policy


def written(service, text):
    """SQS takes its attributes as one object of texts."""
    return json.dumps({"Policy": text}) if service == "sqs" else text


task, *rest = sys.argv[1:]
if task == "sid":
    print(sid_of(*rest))
elif task == "put":
    service, place, policy, statement, sid = rest
    print(written(service, put_statement(read(policy), json.loads(statement), sid, service, place)))
elif task == "drop":
    service, policy, sid = rest
    policy = read(policy)
    others = [own for own in statements_of(policy) if own.get("Sid") != sid]
    print(written(service, json.dumps({**policy, "Statement": others}) if others else ""))
elif task == "trusts":
    print("yes" if trusts_events(read(*rest)) else "no")
elif task == "allows":
    policy, sid, rule_arn = rest
    print("yes" if allows_rule(read(policy), sid, rule_arn) else "no")
EOF
)

# Works on policies: each task is at the end of the program.
policies() {
  python3 -c "$policies_program" "$@"
}

# Lets the rule send to a queue. What others have in the queue's policy is kept.
allow_queue() {
  policy=$(aws sqs get-queue-attributes --queue-url "$1" \
    --attribute-names Policy --query Attributes.Policy --output json)
  attributes=$(policies put sqs "$1" "$policy" "$2" "$sid")
  aws sqs set-queue-attributes --queue-url "$1" --attributes "$attributes"
}

rule_arn=$(aws events put-rule \
  --name "$rule_name" \
  --event-bus-name "$event_bus" \
  --description "$description" \
  --state ENABLED \
  --event-pattern "$event_pattern" \
  --query RuleArn --output text)
# The id of the rule's statements in policies.
sid=$(policies sid "$rule_arn")

# log: let the rule write log events.
aws logs put-resource-policy \
  --policy-name "$sid-log" \
  --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"EventBridgeStreams","Effect":"Allow","Principal":{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]},"Action":"logs:CreateLogStream","Resource":"arn:aws:logs:ap-northeast-2:111122223333:log-group:/aws/events/orders:*"},{"Sid":"EventBridgeRule","Effect":"Allow","Principal":{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]},"Action":"logs:PutLogEvents","Resource":"arn:aws:logs:ap-northeast-2:111122223333:log-group:/aws/events/orders:*:*","Condition":{"ArnEquals":{"aws:SourceArn":"'"$rule_arn"'"}}}]}'

# partner: let the rule send what it cannot deliver.
allow_queue https://sqs.ap-northeast-2.amazonaws.com/111122223333/orders-undelivered '{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:ap-northeast-2:111122223333:orders-undelivered","Condition":{"ArnEquals":{"aws:SourceArn":"'"$rule_arn"'"}}}'

targets=$(cat <<'EOF'
[
  {
    "Id": "by-customer",
    "Arn": "arn:aws:kinesis:ap-northeast-2:111122223333:stream/orders",
    "RoleArn": "arn:aws:iam::111122223333:role/put-orders",
    "KinesisParameters": {
      "PartitionKeyPath": "$.detail.data.customer.id"
    }
  },
  {
    "Id": "archive",
    "Arn": "arn:aws:firehose:ap-northeast-2:111122223333:deliverystream/orders",
    "RoleArn": "arn:aws:iam::111122223333:role/put-orders",
    "InputPath": "$.detail"
  },
  {
    "Id": "log",
    "Arn": "arn:aws:logs:ap-northeast-2:111122223333:log-group:/aws/events/orders"
  },
  {
    "Id": "warehouse",
    "Arn": "arn:aws:events:ap-northeast-2:444455556666:event-bus/orders",
    "RoleArn": "arn:aws:iam::111122223333:role/send-orders"
  },
  {
    "Id": "partner",
    "Arn": "arn:aws:events:ap-northeast-2:111122223333:api-destination/partner/12345678-1234-1234-1234-123456789012",
    "RoleArn": "arn:aws:iam::111122223333:role/call-partner",
    "InputTransformer": {
      "InputPathsMap": {
        "order": "$.detail.data.orderId",
        "total": "$.detail.data.total"
      },
      "InputTemplate": "{\"order\": <order>, \"total\": <total>}"
    },
    "HttpParameters": {
      "PathParameterValues": ["$.detail.data.orderId"],
      "HeaderParameters": {
        "X-Event-Id": "$.id",
        "X-Kind": "order"
      },
      "QueryStringParameters": {
        "tier": "$.detail.data.customer.tier"
      }
    },
    "DeadLetterConfig": {
      "Arn": "arn:aws:sqs:ap-northeast-2:111122223333:orders-undelivered"
    },
    "RetryPolicy": {
      "MaximumRetryAttempts": 185,
      "MaximumEventAgeInSeconds": 86400
    }
  }
]
EOF
)
failed=$(aws events put-targets \
  --rule "$rule_name" \
  --event-bus-name "$event_bus" \
  --targets "$targets" \
  --query FailedEntryCount --output text)
# The call succeeds even if single targets are refused: the count shows it.
if [ "$failed" != 0 ]; then
  echo "put-targets refused $failed of the targets" >&2
  exit 1
fi
echo "created $rule_arn"
