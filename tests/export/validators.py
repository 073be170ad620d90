"""The validators: each takes a file, its text and its rule, and gives what it has against it."""

import json
import shutil
import subprocess
import symtable
import tempfile
from pathlib import Path

import botocore.session
import cfnlint.api
import cfnlint.config
import hcl2
import yaml
from botocore.validate import ParamValidator
from cloudformation_validate import CompositeEngine

EVENTS = botocore.session.get_session().get_service_model("events")
ENGINE = CompositeEngine()


def request_shapes(path, text, rule):
    """botocore: the members and types of PutRule and PutTargets."""
    requests = json.loads(text)
    found = []
    for operation, request in requests.items():
        report = ParamValidator().validate(request, EVENTS.operation_model(operation).input_shape)
        if report.has_errors():
            found.append(f"{operation}: {report.generate_report()}")
    return found


def same_pattern(path, text, rule):
    """The request carries the event pattern of the rule."""
    carried = json.loads(text)["PutRule"]["EventPattern"]
    return differs("the event pattern", exact(carried), exact(rule["pattern"]))


def cloudformation_validate(path, text, rule):
    """cloudformation-validate: properties, and the event pattern itself."""
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / path.name
        file.write_text(text, encoding="utf-8")
        report = ENGINE.validate_template(str(file))
    # What it warns of, such as an account in an ARN, is as the user has it.
    return [f"{found.rule_id} {found.message}" for found in report.diagnostics if found.severity.name == "ERROR" or found.rule_id == "E9014"]


def cfn_lint(path, text, rule):
    """cfn-lint: names, types, lengths and references."""
    matches = cfnlint.api.lint(text, config=cfnlint.config.ManualArgs(regions=["us-east-1"]))
    return [f"{match.rule.id} {match.message}" for match in matches]


def same_template(path, text, rule):
    """The template carries the rule's event pattern and the targets of PutTargets."""
    template = read_template(path, text)
    properties = template["Resources"]["Rule"]["Properties"]
    pattern = properties["EventPattern"]
    found = []
    if isinstance(pattern, str):
        found += differs("the event pattern", exact(pattern), exact(rule["pattern"]))
    else:
        found += differs("the event pattern", pattern, json.loads(rule["pattern"]))
    for target, wanted in zip(properties.get("Targets", []), rule["targets"], strict=True):
        found += differs("a target's ARN", target["Arn"], wanted["arn"])
        found += differs("a target's id", target["Id"], wanted["id"])
    return found


def shellcheck(path, text, rule):
    """shellcheck, and the shell itself: quoting and unused names."""
    ran = subprocess.run(["sh", "-n"], input=text, capture_output=True, text=True)
    found = [ran.stderr] if ran.returncode else []
    if shutil.which("shellcheck"):
        ran = subprocess.run(["shellcheck", "-"], input=text, capture_output=True, text=True)
        found += [ran.stdout] if ran.returncode else []
    return found


def python_compiles(path, text, rule):
    """Python's own compiler, and no name that is not there."""
    names = set(symtable.symtable(text, path.name, "exec").get_identifiers())
    compile(text, path.name, "exec")
    return [] if {"EVENT_PATTERN", "TARGETS", "main"} <= names else [f"only {sorted(names)} are defined"]


def hcl_parses(path, text, rule):
    """python-hcl2: Terraform's syntax, and the targets by their ids."""
    resources = {}
    for resource in hcl2.loads(text)["resource"]:
        for kind, named in resource.items():
            resources.setdefault(kind.strip('"'), []).extend(named.values())
    ids = [target["target_id"] for target in resources.get("aws_cloudwatch_event_target", [])]
    wanted = [json.dumps(target["id"]) for target in rule["targets"]]
    found = differs("the list of targets", ids, wanted)
    # jsonencode would write `<` so that EventBridge does not see a placeholder.
    templates = [own["input_template"] for target in resources.get("aws_cloudwatch_event_target", []) for own in target.get("input_transformer", [])]
    return found + [f"jsonencode in {template}" for template in templates if "jsonencode" in template]


OF = {
    "rule-json": [request_shapes, same_pattern],
    "aws-cli": [shellcheck],
    "boto3": [python_compiles],
    "terraform": [hcl_parses],
    "cloudformation-yaml": [cloudformation_validate, cfn_lint, same_template],
    "cloudformation-json": [cloudformation_validate, cfn_lint, same_template],
}

# What is put in the place of what, and who must notice.
BROKEN = [
    ("rule-json", "an unknown member", '"State"', '"Stat"', request_shapes),
    ("rule-json", "a pattern as an object", '"EventPattern": "', '"EventPattern": 1, "X": "', request_shapes),
    ("rule-json", "another pattern", "source", "sources", same_pattern),
    ("aws-cli", "a quote that is not closed", "'EOF'", "'EOF", shellcheck),
    ("boto3", "a word of JSON", "import boto3", "import boto3 null", python_compiles),
    ("terraform", "a brace that is not closed", "jsonencode({", "jsonencode(", hcl_parses),
    ("cloudformation-yaml", "a bare string in the pattern", '        source:\n          - "', '        source: "', cloudformation_validate),
    ("cloudformation-yaml", "a misspelt property", "EventPattern:", "EventPatern:", cfn_lint),
    ("cloudformation-json", "a missing id", '"Id"', '"Ids"', cfn_lint),
    ("cloudformation-json", "another pattern", '"source"', '"sources"', same_template),
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


def exact(text):
    """The JSON value with numbers as they are spelt, and duplicate keys kept."""
    return json.loads(text, parse_int=spelt, parse_float=spelt, object_pairs_hook=lambda pairs: pairs)


def spelt(number):
    return ("number", number)


def differs(what, found, wanted):
    return [] if found == wanted else [f"{what} is {found!r}, not {wanted!r}"]


class Loader(yaml.SafeLoader):
    """YAML 1.1 as CloudFormation's tools read it, with its short forms."""


def tagged(loader, suffix, node):
    value = loader.construct_scalar(node)
    return {"Ref": value} if suffix == "Ref" else {f"Fn::{suffix}": value.split(".")}


Loader.add_multi_constructor("!", tagged)


def read_template(path, text):
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader)
