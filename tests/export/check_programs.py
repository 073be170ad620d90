"""Runs every exported program with the tool that it is written for, and holds what comes out against the draft.

    python check_programs.py DIRECTORY PYTHON [FORMAT...]

DIRECTORY is what `cargo run -p rulepad-workbench --example exports` wrote, PYTHON an interpreter that has CDK. Node
runs the rest, with what `programs/package.json` pins. Formats named are the only ones looked at. Prints a matrix of
rules and formats, and how many checks passed.
"""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import carried
import cdk
import hcl
import pulumi
import serverless
import stacks
from exact import exact

HERE = Path(__file__).parent / "programs"
FORMATS = ("cdk-typescript", "cdk-python", "pulumi", "serverless", "terraform")


class Program:
    """One exported file in a folder of its own, and what its tools made of it."""

    def __init__(self, directory, file, rule, text=None):
        self.format, self.rule = file["format"], rule
        self.directory = directory
        directory.mkdir(parents=True)
        # Serverless wants its own name; the others run under the one they are exported with.
        name = "serverless.yml" if self.format == "serverless" else Path(file["path"]).name
        self.path = directory / name
        self.path.write_text(text, encoding="utf-8")
        self.types = self.stopped = self.registered = None

    @property
    def script(self):
        """The JavaScript that the compiler leaves."""
        return self.path.with_suffix(".js") if self.path.suffix == ".ts" else self.path

    def template(self):
        """The template that CDK or Serverless wrote."""
        if self.format == "serverless":
            return (self.directory / ".serverless/cloudformation-template-update-stack.json").read_text(encoding="utf-8")
        (template,) = (self.directory / "out").glob("*.template.json")
        return template.read_text(encoding="utf-8")


def compiles(program):
    """The TypeScript compiler, strict."""
    return program.types


def runs(program):
    """The tool runs it to its end."""
    return program.stopped


def pattern_is_sound(program):
    """CDK's own check of the template finds nothing against the event pattern."""
    report = json.loads((program.directory / "out/validation-report.json").read_text(encoding="utf-8"))
    found = [own for plugin in report["pluginReports"] for own in plugin["violations"]]
    return [own["description"] for own in found if own["ruleName"] == "E9014"]


def same_rule(program):
    """The template has the rule of the draft, and every member of every target."""
    return carried.differences(cdk.of_template(program.template()), program.rule)


def same_stack(program):
    """The template is the one that is exported as CloudFormation, but for what CDK adds for itself."""
    file = next(file for file in program.rule["files"] if file["format"] == "cloudformation-json")
    wanted = parts(Path(file["root"], file["path"]).read_text(encoding="utf-8"))
    found = parts(program.template())
    names = [name for name in {**wanted, **found} if found.get(name) != wanted.get(name)]
    return [f"{name} is {found.get(name)!r}, not {wanted.get(name)!r}" for name in names]


def same_registered(program):
    """What Pulumi registers is the rule of the draft, and every member of every target."""
    rule, targets = pulumi.of_registered(program.registered)
    # Resources are registered as soon as what they name is there, in no order.
    ids = [own["id"] for own in program.rule["targets"]]
    targets.sort(key=lambda own: ids.index(own["Id"]))
    return carried.differences((rule, targets), program.rule)


def same_policies(program):
    """The policies that Pulumi registers are those of the CloudFormation template."""
    file = next(file for file in program.rule["files"] if file["format"] == "cloudformation-json")
    template = json.loads(Path(file["root"], file["path"]).read_text(encoding="utf-8"))
    wanted = [own for resource in template["Resources"].values() for own in documents(resource["Properties"])]
    inputs = [dict(dict(own)["inputs"]) for own in program.registered]
    texts = [own[name] for own in inputs for name in ("policy", "assumeRolePolicy", "policyDocument") if name in own]
    found = sorted({statement for text in texts for statement in statements(json.loads(text))})
    wanted = sorted({statement for own in wanted for statement in statements(own)})
    return [] if found == wanted else [f"the policies are {found}, not {wanted}"]


def statements(document):
    """Each statement as a text, whatever stands in it for the rule's ARN, and without the name it has."""

    def plain(value):
        if isinstance(value, dict):
            if value.keys() & {"Fn::GetAtt", "Fn::Sub"}:
                return "RULE"
            return {key: plain(own) for key, own in value.items() if key != "Sid"}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return "RULE" if isinstance(value, str) and value.startswith(pulumi.MADE_ARN) else value

    # The policy of CloudWatch Logs names no rule where it is a text.
    own = [{**plain(statement), "Condition": None} if "logs:" in json.dumps(statement) else plain(statement) for statement in document["Statement"]]
    return [json.dumps(statement, sort_keys=True) for statement in own]


def documents(properties):
    """The policies in the properties of a resource."""
    for name in ("PolicyDocument", "AssumeRolePolicyDocument"):
        if name in properties:
            own = properties[name]
            yield json.loads(own) if isinstance(own, str) else own
    for own in properties.get("Policies", []):
        yield own["PolicyDocument"]


def template_is_sound(program):
    """cloudformation-validate on the template that CDK or Serverless writes, its event pattern with it."""
    return stacks.cloudformation_validate(Path("template.json"), program.template(), program.rule)


def same_rules(program):
    """The rules of the template that Serverless writes have the pattern of the draft, and all its targets together."""
    return serverless.same_package(json.loads(program.template()), program.rule)


def same_resources(program):
    """HashiCorp's own reader of HCL: the file has the rule of the draft, and every member of every target."""
    rule, targets = carried.of_resources(hcl.of_hashicorp(program.registered))
    # It gives resources by their names.
    ids = [own["id"] for own in program.rule["targets"]]
    targets.sort(key=lambda own: ids.index(own["Id"]))
    return carried.differences((rule, targets), program.rule)


OF = {
    "terraform": [runs, same_resources],
    "cdk-typescript": [compiles, runs, pattern_is_sound, same_rule, same_stack],
    "cdk-python": [runs, template_is_sound, same_rule, same_stack],
    "pulumi": [compiles, runs, same_registered, same_policies],
    "serverless": [runs, template_is_sound, same_rules],
}

# What is put in the place of what, and who must notice.
BROKEN = [
    ("terraform", "a brace that is not closed", "jsonencode({", "jsonencode(", runs),
    ("terraform", "a string that is a template", "$${", "${", same_resources),
    ("terraform", "another input path", '= "$.detail', '= "$.other', same_resources),
    ("cdk-typescript", "a misspelt property", "inputTransformer:", "inputTransfomer:", compiles),
    ("cdk-typescript", "a mark of the library's own", 'description: "', 'description: "${Token[a.1]}', runs),
    ("cdk-typescript", "a bare string in the pattern", "source: [", "source: 1, own: [", pattern_is_sound),
    ("cdk-typescript", "another input path", 'inputPath: "$', 'inputPath: "$.other', same_rule),
    ("cdk-typescript", "another action", '"lambda:InvokeFunction"', '"lambda:Invoke"', same_stack),
    ("cdk-python", "a misspelt property", "input_transformer=", "input_transfomer=", runs),
    ("cdk-python", "a bare string in the pattern", '"source": [', '"source": 1, "own": [', template_is_sound),
    ("cdk-python", "another input path", 'input_path="$', 'input_path="$.other', same_rule),
    ("cdk-python", "another action", '"lambda:InvokeFunction"', '"lambda:Invoke"', same_stack),
    ("pulumi", "a misspelt property", "inputTransformer:", "inputTransfomer:", compiles),
    ("pulumi", "a name that is not there", "rule.name", "rules.name", runs),
    ("pulumi", "another pattern", "JSON.stringify({", "JSON.stringify({ other: [1],", same_registered),
    ("pulumi", "another input path", 'inputPath: "$', 'inputPath: "$.other', same_registered),
    ("pulumi", "another action", '"sqs:SendMessage"', '"sqs:Send"', same_policies),
    ("serverless", "a misspelt property", "inputTemplate:", "inputTemplat:", runs),
    ("serverless", "another input path", 'InputPath: "$', 'InputPath: "$.other', same_rules),
]


def main():
    root, python = Path(sys.argv[1]).resolve(), sys.argv[2]
    work = root / "programs"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    (work / "node_modules").symlink_to((HERE / "node_modules").resolve())
    (work / "package.json").write_text("{}")
    rules = json.loads((root / "exports.json").read_text(encoding="utf-8"))
    programs, broken = [], []
    for rule in rules:
        for file in rule["files"]:
            file["root"] = str(root)
            if file["format"] in (sys.argv[3:] or FORMATS):
                text = (root / file["path"]).read_text(encoding="utf-8")
                programs.append(Program(work / rule["id"] / file["format"], file, rule, text))
    formats = [name for name in FORMATS if any(own.format == name for own in programs)]
    for name, title, what, instead, check in BROKEN:
        if name in formats:
            of = next((own for own in programs if own.format == name and what in own.path.read_text(encoding="utf-8")), None)
            if of is None:
                raise SystemExit(f"no export as {name} holds {what!r}, so that {title} cannot be tried")
            text = of.path.read_text(encoding="utf-8").replace(what, instead, 1)
            file = next(file for file in of.rule["files"] if file["format"] == name)
            broken.append((title, check, Program(work / f"broken-{len(broken)}", file, of.rule, text)))
    everything = programs + [own for *_, own in broken]
    use_tools(work, python, everything)

    passed, failed, cells = 0, 0, {}
    for program in programs:
        checks = OF[program.format]
        problems = [f"{check.__name__}: {problem}" for check in checks for problem in said(check, program)]
        bad = {problem.split(":")[0] for problem in problems}
        passed, failed = passed + len(checks) - len(bad), failed + len(bad)
        for problem in problems:
            print(f"FAILED {program.rule['id']} as {program.format}: {problem}")
        cells[program.rule["id"], program.format] = "FAIL" if problems else f"ok {len(checks)}"
    for title, check, program in broken:
        held = bool(said(check, program))
        passed, failed = passed + held, failed + (not held)
        if not held:
            print(f"FAILED {check.__name__} does not notice {title} in {program.format}")

    width = max(len(rule["id"]) for rule in rules)
    print("\n" + " " * width + "".join(f"  {name}" for name in formats))
    for rule in rules:
        row = "".join(f"  {cells.get((rule['id'], name), ''):<{len(name)}}" for name in formats)
        print(f"{rule['id']:<{width}}{row}".rstrip())
    for name in formats:
        print(f"{name}: " + ", ".join(check.__name__ for check in OF[name]))
    print(f"{len(broken)} broken programs were tried")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def said(check, program):
    """What a check has against a program; that it cannot look is a fault like any other."""
    try:
        return check(program)
    except Exception as problem:
        return [f"{type(problem).__name__}: {problem}"[:600]]


def use_tools(work, python, programs):
    """Runs each tool once over all its programs, and leaves in each what became of it."""
    of = {name: [own for own in programs if own.format == name] for name in FORMATS}
    scripts = of["cdk-typescript"] + of["pulumi"]
    types = asked(work, ["node", HERE / "compile.mjs"], [str(own.path) for own in scripts])
    for own in scripts:
        own.types = types[str(own.path)]
    stopped = asked(work, ["node", HERE / "synth.mjs"], [str(own.script) for own in of["cdk-typescript"]])
    stopped |= asked(work, [python, HERE / "synth.py"], [str(own.script) for own in of["cdk-python"]])
    registered = asked(work, ["node", HERE / "register.mjs"], [str(own.script) for own in of["pulumi"]], exact)
    read = asked(work, ["node", HERE / "hcl.mjs"], [str(own.path) for own in of["terraform"]])
    for own in programs:
        own.stopped = stopped.get(str(own.script), [])
    for own in of["terraform"]:
        own.registered = read[str(own.path)]
        own.stopped = [own.registered] if isinstance(own.registered, str) else []
    for own in of["pulumi"]:
        own.registered = dict(registered)[str(own.script)]
        own.stopped = [own.registered] if isinstance(own.registered, str) else []
    with ThreadPoolExecutor(2) as pool:
        for own, found in zip(of["serverless"], pool.map(package, of["serverless"])):
            own.stopped = found


def asked(work, command, files, read=json.loads):
    """The answer of a tool about files, whose paths it finds in a file."""
    listed = work / "files.json"
    listed.write_text(json.dumps(files))
    quiet = {"JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1", "JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION": "1"}
    # Nothing of this may ask who is there.
    nobody = {"AWS_EC2_METADATA_DISABLED": "true", "CDK_DISABLE_CLI_TELEMETRY": "true"}
    ran = subprocess.run([*command, listed], cwd=work, env={**os.environ, **quiet, **nobody}, capture_output=True, text=True, timeout=900)
    if ran.returncode:
        raise SystemExit(f"{command[-1].name} ended with {ran.returncode}: {ran.stderr[-2000:]}")
    return read(ran.stdout.strip().split("\n")[-1])


def package(program):
    """Packages a service as its user would, without a network."""
    keys = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_EC2_METADATA_DISABLED": "true", "SLS_TELEMETRY_DISABLED": "1"}
    command = [HERE / "node_modules/.bin/osls", "package"]
    # The code that the notes of the export ask for.
    (program.directory / "handler.py").write_text("def handler(event, context):\n    pass\n", encoding="utf-8")
    ran = subprocess.run(command, cwd=program.directory, env={**os.environ, **keys}, capture_output=True, text=True, timeout=300)
    return [(ran.stdout + ran.stderr)[-600:]] if ran.returncode else []


def parts(text):
    """The resources and outputs of a template, patterns left out: a pattern may be an object in one and a text in another."""
    template = carried.loose(cdk.joined(exact(text)))
    found = {name: own for part in ("Resources", "Outputs") for name, own in template.get(part, {}).items()}
    for own in found.values():
        own.pop("Metadata", None)
        own.get("Properties", {}).pop("EventPattern", None)
    found.pop("CDKMetadata", None)
    return found


if __name__ == "__main__":
    sys.exit(main())
