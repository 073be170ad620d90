"""The validators: each takes a file, its text and its rule, and gives what it has against it."""

import json
import shutil
import subprocess
import symtable
import sys
from pathlib import Path

import botocore.session
import carried
import filters
import hcl
import provider
import scripts
from botocore.validate import ParamValidator
from serverless import same_service, serverless_stack
from stacks import cfn_lint, cloudformation_validate, same_sam, sam_lint, sam_translates

EVENTS = botocore.session.get_session().get_service_model("events")


def request_shapes(path, text, rule):
    """botocore: the members and types of PutRule and PutTargets."""
    requests = json.loads(text)
    found = []
    for operation, request in requests.items():
        report = ParamValidator().validate(request, EVENTS.operation_model(operation).input_shape)
        if report.has_errors():
            found.append(f"{operation}: {report.generate_report()}")
    return found


def same_requests(path, text, rule):
    """Python's json: the requests are those of the draft, every member of every target, numbers as they are spelt."""
    return carried.differences(carried.of_rule_json(text), rule)


def same_calls_of_the_script(path, text, rule):
    """The shells, with a program `aws` that records: the calls are those of the draft, every member of every target."""
    shells = [shell for shell in ("sh", "dash", "bash") if shutil.which(shell)]
    return [f"{shell}: {found}" for shell in shells for found in carried.differences(carried.of_shell(text, shell), rule)]


def same_calls_of_the_program(path, text, rule):
    """Python, with a boto3 that records: the calls are those of the draft, every member of every target."""
    return carried.differences(carried.of_boto3(text), rule)


def same_template(path, text, rule):
    """PyYAML as CloudFormation's tools use it, or Python's json: the rule is that of the draft, and every target."""
    return carried.differences(carried.of_template(text), rule)


def shellcheck(path, text, rule):
    """ShellCheck: quoting and unused names."""
    # It stands beside the interpreter, at the version of requirements.txt.
    ran = subprocess.run([Path(sys.executable).with_name("shellcheck"), "-"], input=text, capture_output=True, text=True)
    return [ran.stdout or ran.stderr] if ran.returncode else []


def shell_reads(path, text, rule):
    """The shell itself, which only reads the script."""
    ran = subprocess.run(["sh", "-n"], input=text, capture_output=True, text=True)
    return [ran.stderr] if ran.returncode else []


def python_compiles(path, text, rule):
    """Python's own compiler, and no name that is not there."""
    names = set(symtable.symtable(text, path.name, "exec").get_identifiers())
    compile(text, path.name, "exec")
    needed = {"TARGETS", "main"} | ({"EVENT_PATTERN"} if rule["pattern"].strip() else set())
    return [] if needed <= names else [f"only {sorted(names)} are defined"]


def same_resources(path, text, rule):
    """python-hcl2: Terraform's syntax; the rule is that of the draft, and every target."""
    # jsonencode would write `<` so that EventBridge does not see a placeholder.
    found = [f"jsonencode in {own.body}" for own in hcl.resources(text) if "jsonencode" in str(own.body.get("input_transformer"))]
    return found + carried.differences(carried.of_terraform(text), rule)


OF = {
    "rule-json": [request_shapes, same_requests],
    "aws-cli": [shell_reads, shellcheck, same_calls_of_the_script],
    "boto3": [python_compiles, same_calls_of_the_program],
    "terraform": [same_resources, provider.known_names],
    "cloudformation-yaml": [cloudformation_validate, cfn_lint, same_template],
    "cloudformation-json": [cloudformation_validate, cfn_lint, same_template],
    "cdk-typescript": [scripts.same_constructs],
    "cdk-python": [scripts.same_app],
    "pulumi": [scripts.same_resources],
    "sam": [sam_translates, sam_lint, same_sam],
    "serverless": [serverless_stack, same_service],
    "test-event-pattern": [shell_reads, shellcheck, filters.same_question],
    "try-it": [shell_reads, shellcheck],
    **dict.fromkeys(filters.CREATED, [cloudformation_validate, cfn_lint, filters.call_shapes, filters.same_filter]),
}

# What is put in the place of what, and who must notice.
BROKEN = [
    ("test-event-pattern", "another event", '"detail-type"', '"detail-types"', filters.same_question),
    ("test-event-pattern", "a quote that is not closed", "'EOF'", "'EOF", shell_reads),
    ("try-it", "a value that the shell would split", '--event-pattern "$event_pattern"', "--event-pattern $event_pattern", shellcheck),
    ("lambda-filter", "a filter of another payload", '{\\"body\\"', '{\\"message\\"', filters.same_filter),
    ("lambda-filter", "a misspelt member", "Filters:", "Filter:", filters.call_shapes),
    ("lambda-filter", "a pattern that is no text", 'Pattern: "', 'Pattern: {} #', cfn_lint),
    ("pipes-filter", "another pattern", "source", "sources", filters.same_filter),
    ("pipes-filter", "a pattern that is no text", 'Pattern: "', 'Pattern: 1 #', filters.call_shapes),
    ("pipes-filter", "a pipe without a role", "RoleArn:", "RolesArn:", cfn_lint),
    ("pipes-filter", "a role that there is not", "!GetAtt Role.Arn", "!GetAtt Rolle.Arn", cloudformation_validate),
    ("sns-filter", "another value", 'FilterPolicy:\n        source:\n          - "', 'FilterPolicy:\n        source:\n          - "x', filters.same_filter),
    ("sns-filter", "a misspelt property", "FilterPolicyScope", "FilterPolicyScop", cfn_lint),
    ("sns-filter", "a misspelt member", "TopicArn", "TopicARN", filters.call_shapes),
    ("rule-json", "an unknown member", '"State"', '"Stat"', request_shapes),
    ("rule-json", "a pattern as an object", '"EventPattern": "', '"EventPattern": 1, "X": "', request_shapes),
    ("rule-json", "another pattern", "source", "sources", same_requests),
    ("rule-json", "another id", '"Id": "', '"Id": "x', same_requests),
    ("aws-cli", "another ARN", '"Arn": "', '"Arn": "x', same_calls_of_the_script),
    ("boto3", "another input option", '"InputPath": "$', '"Input": "$', same_calls_of_the_program),
    ("terraform", "a template that is encoded", "input_template = ", "input_template = jsonencode(1) # ", same_resources),
    ("terraform", "another retry policy", "maximum_retry_attempts", "maximum_event_age_in_seconds", same_resources),
    ("terraform", "an attribute in the other spelling", "partition_key_path", "partitionKeyPath", provider.known_names),
    ("terraform", "a block as an attribute", "dead_letter_config {", "dead_letter_config = {", provider.known_names),
    ("terraform", "a missing attribute", "  queue_url", "  # ", provider.known_names),
    ("terraform", "a list where a text belongs", "assume_role_policy = ", "assume_role_policy = [] #", provider.known_names),
    ("terraform", "a reference to what is not there", "aws_cloudwatch_event_rule.", "aws_cloudwatch_event_rules.", provider.known_names),
    ("cloudformation-yaml", "another property of its own", "PartitionKeyPath", "PartitionKey", same_template),
    ("cloudformation-json", "another template", '"InputTemplate": "', '"InputTemplate": " ', same_template),
    ("aws-cli", "a quote that is not closed", "'EOF'", "'EOF", shell_reads),
    ("aws-cli", "a value that the shell would split", '--event-pattern "$event_pattern"', "--event-pattern $event_pattern", shellcheck),
    ("cdk-typescript", "a bracket that is not closed", "targets: [", "targets: ", scripts.same_constructs),
    ("cdk-typescript", "another property of its own", "partitionKeyPath", "partitionKey", scripts.same_constructs),
    ("cdk-python", "a word of JSON", "app = App()", "app = App() null", scripts.same_app),
    ("cdk-python", "another template", 'input_template="', 'input_template="x', scripts.same_app),
    ("pulumi", "a pattern as an object", "eventPattern: JSON.stringify(", "eventPattern: (", scripts.same_resources),
    ("pulumi", "a target of another bus", "rule.eventBusName", '"default "', scripts.same_resources),
    ("boto3", "a word of JSON", "import boto3", "import boto3 null", python_compiles),
    ("terraform", "a brace that is not closed", "jsonencode({", "jsonencode(", same_resources),
    ("cloudformation-yaml", "a bare string in the pattern", '        source:\n          - "', '        source: "', cloudformation_validate),
    ("cloudformation-yaml", "a misspelt property", "EventPattern:", "EventPatern:", cfn_lint),
    ("cloudformation-json", "a missing id", '"Id"', '"Ids"', cfn_lint),
    ("cloudformation-json", "another pattern", '"source"', '"sources"', same_template),
    ("sam", "a misspelt event type", 'Type: "EventBridgeRule"', 'Type: "EventbridgeRule"', sam_translates),
    ("sam", "an operator that AWS does not know", "- prefix:", "- prefixes:", sam_translates),
    ("sam", "a property of another format", "RuleName:", "Name:", sam_lint),
    ("sam", "another input", 'InputTemplate: "', 'InputTemplate: "x', same_sam),
    ("sam", "another function", '    Properties:\n      FunctionName: "', '    Properties:\n      FunctionName: "x', same_sam),
    ("sam", "a dead-letter queue for another rule", ":rule/orders/hurts", ":rule/orders/x", same_sam),
    ("serverless", "a missing id", "- Id:", "- Ids:", serverless_stack),
    ("serverless", "a bare string in the pattern", 'source:\n              - "', 'source: "', serverless_stack),
    ("serverless", "a variable", '"\\\\${', '"${', same_service),
    ("serverless", "another input", "input:\n", "input:\n            x: 1\n", same_service),
    ("serverless", "a word of YAML 1.1", '"no"', "no", same_service),
]


def broken(directory, rules):
    """Exports with one fault each: format, title, validator and the arguments for it."""
    for name, title, what, instead, check in BROKEN:
        for rule in rules:
            file = next((file for file in rule["files"] if file["format"] == name), None)
            text = (directory / file["path"]).read_text(encoding="utf-8") if file else ""
            if what in text:
                yield name, title, check, (directory / file["path"], text.replace(what, instead, 1), rule)
                break
        else:
            raise SystemExit(f"no export holds {what!r}, so that {title} cannot be tried")
