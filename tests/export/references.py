"""Rules with values that are known only at deploy time: each file is given values and read back.

Every value that a file asks for is the same hostile text: quotes, a backslash, what a shell would run, and line breaks.
What comes out must be the rule of the draft with that text in place of each reference.
"""

import json
import os
import re
import traceback
from unittest import mock

import carried
import cdk
import filters
import provider
import pulumi
import scripts
import serverless
import stacks
import validators
from exact import Pairs, exact, of_yaml

# What every file finds out by itself, or has a function for.
NATURAL = {"AWS::Region": "us-east-1", "AWS::AccountId": "123456789012", "AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com"}
HOSTILE = "it's \"x\" \\ $(date) `date` ${HOME}\n\t%{if} é 😀"
# A value for formats whose files are not run: what they do with a value is up to their tools.
PLAIN = "value"


def files(directory):
    """What is against each file of a rule with references: a name and a list of problems."""
    for rule in json.loads((directory / "references.json").read_text(encoding="utf-8")):
        for file in rule["files"]:
            path = directory / file["path"]
            text = path.read_text(encoding="utf-8")
            for check in CHECKS[file["format"]]:
                try:
                    found = check(path, text, rule)
                except Exception:
                    found = [traceback.format_exc(limit=3)]
                yield f"{rule['id']} as {file['format']}, {check.__name__}", found


def with_values(rule, value):
    """The rule with a value for each reference, as the files should carry it."""
    shown = sorted(rule["references"], key=lambda own: -len(own["shown"]))
    names = {own["shown"]: NATURAL.get(natural(own), value) for own in shown}
    pattern = re.compile("|".join(map(re.escape, names)))

    def raw(text):
        return pattern.sub(lambda found: names[found[0]], text)

    def escaped(text):
        return pattern.sub(lambda found: json.dumps(names[found[0]])[1:-1], text)

    # The members that are JSON whose values AWS does not read as text.
    encoded = ("pattern", "paths", "parameters")

    def filled(own, key=None):
        if isinstance(own, dict):
            return {raw(name): filled(inner, name) for name, inner in own.items()}
        if isinstance(own, list):
            return [filled(item) for item in own]
        if not isinstance(own, str):
            return own
        return escaped(own) if key in encoded else raw(own)

    return {**rule, **{key: filled(rule[key], key) for key in ("properties", "targets", "pattern", "rule", "bus")}}


def natural(reference):
    """The pseudo parameter of a reference that every deployment has a value for."""
    source = reference["source"]
    data = {"aws_region": "AWS::Region", "aws_caller_identity": "AWS::AccountId", "aws_partition": "AWS::Partition"}
    found = re.fullmatch(r"data\.(\w+)\.\w+\.\w+", source)
    return data.get(found[1]) if found else source.removeprefix('{"Ref":"').removesuffix('"}')


def carried_by_script(path, text, rule):
    """The shells, with hostile values and a program `aws` that records: the calls are those of the draft."""
    return carried.differences(carried.of_shell(answered(text)), with_values(rule, HOSTILE))


def asks_by_script(path, text, rule):
    """The shells, with hostile values and a program `aws` that records: the event pattern is that of the draft."""
    calls = carried.recorded(answered(text), "sh")
    calls = [call for call in calls if call[1] == "test-event-pattern"]
    options = dict(zip(calls[0][2::2], calls[0][3::2]))
    wanted = exact(with_values(rule, HOSTILE)["pattern"])
    found = exact(options["--event-pattern"])
    return [] if len(calls) == 1 and found == wanted else [f"the pattern is {found!r}, not {wanted!r}"]


def answered(text):
    """The script with the values that it asks for."""
    quoted = "'" + HOSTILE.replace("'", "'\\''") + "'"
    names = re.findall(r'^: "\$\{([A-Z0-9_]+):\?', text, re.M)
    return "".join(f"export {name}={quoted}\n" for name in names if name != "AWS_REGION") + "export AWS_REGION=us-east-1\n" + text


def carried_by_program(path, text, rule):
    """Python, with hostile values and a boto3 that records: the calls are those of the draft."""
    with environment(text):
        return carried.differences(carried.of_boto3(text), with_values(rule, HOSTILE))


def environment(text):
    """The variables that a program asks the environment for."""
    return mock.patch.dict(os.environ, dict.fromkeys(asked(text), HOSTILE))


def asked(text):
    return re.findall(r'os\.environ\["(\w+)"\]', text)


def carried_by_app(path, text, rule):
    """Python, with hostile values and a CDK that writes down: the constructs are the rule of the draft."""
    with environment(text):
        return carried.differences(cdk.of_program(text), with_values(rule, HOSTILE))


def carried_by_constructs(path, text, rule):
    """TypeScript's parser and Node, with hostile values: the constructs are the rule of the draft."""
    answer = scripts.written_down(text, HOSTILE)
    return answer.get("refused") or carried.differences(cdk.of_constructs(answer["constructs"]), with_values(rule, HOSTILE))


def carried_by_resources(path, text, rule):
    """TypeScript's parser and Node, with hostile values: the resources are the rule of the draft."""
    answer = scripts.written_down(text, HOSTILE)
    # A program of Pulumi asks for the account and the Region too.
    every = {**rule, "references": [{**own, "source": ""} for own in rule["references"]]}
    return answer.get("refused") or carried.differences(pulumi.of_registered(answer["resources"]), with_values(every, HOSTILE))


def carried_by_terraform(path, text, rule):
    """python-hcl2: what is used is declared; with values, the resources are the rule of the draft, and all names known."""
    used = set(re.findall(r"(?<![\w.])(var\.\w+|data\.\w+\.\w+)", re.sub(r"\$\$\{[^}]*\}", "", text)))
    declared = {f"var.{name}" for name in re.findall(r'^variable "(\w+)"', text, re.M)}
    declared |= {f"data.{kind}.{name}" for kind, name in re.findall(r'^data "(\w+)" "(\w+)"', text, re.M)}
    found = [f"{name} is not declared" for name in sorted(used - declared)]
    found += [f"{name} is not used" for name in sorted(declared - used)]
    values = {"aws_region": "us-east-1", "aws_caller_identity": "123456789012", "aws_partition": "aws"}
    expression = re.compile(r"(?<!\$)\$\{(var\.\w+|data\.(\w+)\.\w+\.\w+)\}|(?<![\w.])(var\.\w+|data\.(\w+)\.\w+\.\w+)")

    def value(match):
        own = values.get(match[2] or match[4], PLAIN)
        return own if match[1] else f'"{own}"'

    text = expression.sub(value, re.sub(r'^variable "\w+" \{.*?^\}\n', "", text, flags=re.M | re.S))
    return found + carried.differences(carried.of_terraform(text), with_values(rule, PLAIN)) + provider.known_names(path, text, rule)


def carried_by_template(path, text, rule):
    """PyYAML or Python's json: with values for parameters and functions, the rule is that of the draft."""
    return carried.differences(carried.of_template(cdk.text_of(deployed(text, PLAIN))), with_values(rule, PLAIN))


def deployed(text, value):
    """The template with its parameters and functions evaluated, except for ARNs of its own resources."""
    template = exact(text) if text.lstrip().startswith("{") else of_yaml(text)
    resources = [name for name, _ in dict(template)["Resources"]]

    def evaluated(own):
        if isinstance(own, Pairs):
            [(key, inner)] = own if len(own) == 1 else [(None, None)]
            if key == "Ref":
                return NATURAL.get(inner, own if inner in resources else value)
            if key == "Fn::ImportValue":
                return value
            if key == "Fn::Sub":
                return substituted(inner)
            return Pairs((name, evaluated(member)) for name, member in own)
        return [evaluated(item) for item in own] if isinstance(own, list) else own

    def substituted(own):
        text, variables = own if isinstance(own, list) and not isinstance(own, Pairs) else (own, [])
        variables = {name: evaluated(inner) for name, inner in variables}

        def one(found):
            name = found[1]
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            return variables[name] if name in variables else NATURAL.get(name, value)

        return re.sub(r"\$\{([^}]*)\}", one, text)

    return Pairs((key, evaluated(own) if key == "Resources" else own) for key, own in template)


def nothing_left(path, text, rule):
    """No reference is left as text: outside of `Fn::Sub` none of them appears in a string."""
    shown = [own["shown"] for own in rule["references"]]
    found = []

    def walk(own):
        if isinstance(own, Pairs):
            for key, inner in own:
                found.extend(f"{name} is a part of a name" for name in shown if name in key)
                if key != "Fn::Sub":
                    walk(inner)
        elif isinstance(own, list):
            for item in own:
                walk(item)
        elif isinstance(own, str):
            found.extend(f"{name} is left in {own!r}" for name in shown if name in own)

    walk(exact(text) if text.lstrip().startswith("{") else of_yaml(text))
    return found


def nothing_made_up(path, text, rule):
    """No account or Region of examples is in the file, unless the draft has it."""
    draft = json.dumps([rule["properties"], rule["targets"], rule["pattern"]])
    invented = [word for word in ("us-east-1", "123456789012", "111122223333") if word in text and word not in draft]
    return [f"{word} is made up" for word in invented]


def serverless_with_values(path, text, rule):
    """cloudformation-validate, on the stack that comes of the service once it has its parameters."""
    values = {"aws:region": "us-east-1", "aws:accountId": "123456789012"}
    values |= {"param:aws_partition": "aws", "param:aws_url_suffix": "amazonaws.com"}
    text = re.sub(r"(?<!\\)\$\{(param:\w+|aws:\w+)\}", lambda found: values.get(found[1], PLAIN), text)
    return serverless.serverless_stack(path, text, rule)


TEMPLATE = [stacks.cloudformation_validate, stacks.cfn_lint, carried_by_template, nothing_left]
FILTER = [stacks.cloudformation_validate, stacks.cfn_lint, filters.call_shapes, nothing_left]
CHECKS = {
    "rule-json": [validators.request_shapes],
    "aws-cli": [validators.shell_reads, validators.shellcheck, carried_by_script],
    "boto3": [validators.python_compiles, carried_by_program],
    "cloudformation-yaml": TEMPLATE,
    "cloudformation-json": TEMPLATE,
    "sam": [stacks.sam_translates, stacks.sam_lint, nothing_left],
    "serverless": [serverless_with_values],
    "cdk-typescript": [carried_by_constructs],
    "cdk-python": [carried_by_app],
    "terraform": [carried_by_terraform],
    "pulumi": [carried_by_resources],
    "test-event-pattern": [validators.shell_reads, validators.shellcheck, asks_by_script],
    "lambda-filter": FILTER,
    "pipes-filter": FILTER,
    "sns-filter": FILTER,
}
CHECKS = {name: [*checks, nothing_made_up] for name, checks in CHECKS.items() if name != "rule-json"} | {"rule-json": CHECKS["rule-json"]}
