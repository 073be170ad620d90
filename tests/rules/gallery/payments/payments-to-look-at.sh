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
rule_name=payments-to-look-at
event_bus=shop

event_pattern=$(cat <<'EOF'
{
  "source": ["shop.payments"],
  "detail-type": ["PaymentReceived"],
  "detail": {
    "$or": [
      {
        "paymentId": [9007199254740993, 9007199254740995]
      },
      {
        "fee": [
          {
            "numeric": [">=", 1000.50, "<", 5000000]
          }
        ]
      }
    ],
    "ratio": [4.0, 0.25, 1e400],
    "amount": [300, 1e-7, -0],
    "approvedBy": [null, ""],
    "reversed": [
      {
        "exists": false
      }
    ]
  }
}
EOF
)

description='Large payments, and those that nobody approved'

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

# by-account: let the rule send messages.
allow_queue https://sqs.ap-northeast-2.amazonaws.com/111122223333/payments.fifo '{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:ap-northeast-2:111122223333:payments.fifo","Condition":{"ArnEquals":{"aws:SourceArn":"'"$rule_arn"'"}}}'

# by-account: let the rule send what it cannot deliver.
allow_queue https://sqs.ap-northeast-2.amazonaws.com/111122223333/payments-undelivered '{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:ap-northeast-2:111122223333:payments-undelivered","Condition":{"ArnEquals":{"aws:SourceArn":"'"$rule_arn"'"}}}'

# number: let the rule send messages.
allow_queue https://sqs.ap-northeast-2.amazonaws.com/111122223333/payment-ids '{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:ap-northeast-2:111122223333:payment-ids","Condition":{"ArnEquals":{"aws:SourceArn":"'"$rule_arn"'"}}}'

targets=$(cat <<'EOF'
[
  {
    "Id": "by-account",
    "Arn": "arn:aws:sqs:ap-northeast-2:111122223333:payments.fifo",
    "SqsParameters": {
      "MessageGroupId": "$.detail.account"
    },
    "DeadLetterConfig": {
      "Arn": "arn:aws:sqs:ap-northeast-2:111122223333:payments-undelivered"
    },
    "RetryPolicy": {
      "MaximumRetryAttempts": 0,
      "MaximumEventAgeInSeconds": 60
    }
  },
  {
    "Id": "number",
    "Arn": "arn:aws:sqs:ap-northeast-2:111122223333:payment-ids",
    "InputTransformer": {
      "InputPathsMap": {
        "id": "$.detail.paymentId",
        "amount": "$.detail.amount",
        "by": "$.detail.approvedBy",
        "items": "$.detail.items"
      },
      "InputTemplate": "{\"id\": <id>, \"amount\": <amount>, \"approvedBy\": <by>, \"items\": <items>}"
    }
  },
  {
    "Id": "everyone",
    "Arn": "arn:aws:events:ap-northeast-2:111122223333:event-busv2/payments/a1b2c3d4e5f6g7h8i9j0k1l2m",
    "RoleArn": "arn:aws:iam::111122223333:role/send-payments"
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
