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

export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
rule_name=root-without-mfa
event_bus=default

event_pattern=$(cat <<'EOF'
{
  "source": ["aws.signin"],
  "detail-type": ["AWS Console Sign In via CloudTrail"],
  "detail": {
    "userIdentity": {
      "type": ["Root"]
    },
    "responseElements": {
      "ConsoleLogin": ["Success"]
    },
    "additionalEventData": {
      "MFAUsed": [
        {
          "anything-but": "Yes"
        }
      ],
      "MobileVersion": ["No"]
    },
    "requestParameters": [null]
  }
}
EOF
)

description='The root user signed in, and MFA was not used'

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

add_permission() {
  aws lambda add-permission \
    --function-name "$1" \
    --statement-id "$2" \
    --action lambda:InvokeFunction \
    --principal events.amazonaws.com \
    --source-arn "$rule_arn"
}

# Lets the rule invoke a function. The rule's own statement is kept if it is there, and replaced if it differs.
allow_function() {
  if answer=$(add_permission "$1" "$2" 2>&1); then
    return
  fi
  case $answer in
    *ResourceConflictException*) ;;
    *)
      printf '%s\n' "$answer" >&2
      exit 1
      ;;
  esac
  policy=$(aws lambda get-policy --function-name "$1" --query Policy --output json)
  if [ "$(policies allows "$policy" "$2" "$rule_arn")" != yes ]; then
    aws lambda remove-permission --function-name "$1" --statement-id "$2"
    add_permission "$1" "$2"
  fi
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

# page: let the rule invoke the function.
allow_function arn:aws:lambda:us-east-1:111122223333:function:page-someone "$sid"

targets=$(cat <<'EOF'
[
  {
    "Id": "page",
    "Arn": "arn:aws:lambda:us-east-1:111122223333:function:page-someone",
    "InputTransformer": {
      "InputPathsMap": {
        "who": "$.detail.userIdentity.arn",
        "from": "$.detail.sourceIPAddress",
        "at": "$.time"
      },
      "InputTemplate": "\"The root user <who> signed in without MFA from <from> at <at>\""
    }
  },
  {
    "Id": "ticket",
    "Arn": "arn:aws:states:us-east-1:111122223333:stateMachine:open-ticket",
    "RoleArn": "arn:aws:iam::111122223333:role/open-ticket",
    "Input": "{\"queue\": \"security\", \"urgent\": true, \"labels\": [\"root\", \"mfa\"]}"
  },
  {
    "Id": "security-bus",
    "Arn": "arn:aws:events:us-east-1:111122223333:event-bus/security",
    "RoleArn": "arn:aws:iam::111122223333:role/send-to-security"
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
