"""Runs exported CDK apps of subscribers with CDK, and compares what comes out with the exported template.

    python subscriber_programs.py DIRECTORY PYTHON [CASE...]

CASE is the id of a case, otherwise all are run. DIRECTORY is what `cargo run -p rulepad-subscriber-export --example subscribers` wrote, PYTHON an interpreter that has CDK.
Prints a line for each failure, and how many checks passed.
"""

import json
import shutil
import sys
from pathlib import Path

import cdk
from check_programs import HERE, asked
from exact import exact


def resources(text):
    """The resources and outputs of a template without what CDK adds for itself."""
    template = plain(cdk.joined(exact(text)))
    found = {name: own for part in ("Resources", "Outputs") for name, own in template.get(part, {}).items()}
    found.pop("CDKMetadata", None)
    for own in found.values():
        own.pop("Metadata", None)
        # CDK sorts tags, and writes a list.
        own.get("Properties", {}).get("Tags", []).sort(key=lambda tag: tag["Key"])
        if isinstance(own.get("DependsOn"), str):
            own["DependsOn"] = [own["DependsOn"]]
    return found


def plain(value):
    """The value with objects as dictionaries, and the texts of `Fn::Sub` that put nothing in as texts."""
    if isinstance(value, list) and type(value) is not list:
        members = {key: plain(own) for key, own in value}
        if list(members) == ["Fn::Sub"] and "${!" in str(members["Fn::Sub"]) and "${AWS" not in members["Fn::Sub"]:
            return members["Fn::Sub"].replace("${!", "${")
        return members
    return [plain(own) for own in value] if isinstance(value, list) else str(value)


def main():
    root, python = Path(sys.argv[1]).resolve(), sys.argv[2]
    work = root / "programs"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    (work / "node_modules").symlink_to((HERE / "node_modules").resolve())
    (work / "package.json").write_text("{}")
    cases = json.loads((root / "subscribers.json").read_text(encoding="utf-8"))
    programs = []
    for case in (own for own in cases if not sys.argv[3:] or own["id"] in sys.argv[3:]):
        of = {file["format"]: file for file in case["files"]}
        template = (root / of["cloudformation-json"]["path"]).read_text(encoding="utf-8")
        for name in ("cdk-typescript", "cdk-python"):
            folder = work / case["id"] / name
            folder.mkdir(parents=True)
            path = folder / Path(of[name]["path"]).name.replace(f"{name}-", "")
            shutil.copy(root / of[name]["path"], path)
            programs.append((case["id"], name, path, template))
    # One broken program of each language: a misspelt property must stop it.
    for name, what, instead in [("cdk-typescript", "eventBusArn:", "eventBusAm:"), ("cdk-python", "event_bus_arn=", "event_bus_am=")]:
        path = next(path for _, own, path, _ in programs if own == name)
        broken = work / f"broken-{name}" / path.name
        broken.parent.mkdir()
        broken.write_text(path.read_text(encoding="utf-8").replace(what, instead), encoding="utf-8")
        programs.append((f"broken-{name}", name, broken, ""))

    scripts = [path for _, name, path, _ in programs if name == "cdk-typescript"]
    types = asked(work, ["node", HERE / "compile.mjs"], [str(path) for path in scripts])
    stopped = asked(work, ["node", HERE / "synth.mjs"], [str(path.with_suffix(".js")) for path in scripts])
    stopped |= asked(work, [python, HERE / "synth.py"], [str(path) for _, name, path, _ in programs if name == "cdk-python"])
    passed, failed = 0, 0
    for id, name, path, wanted in programs:
        ran = path.with_suffix(".js") if path.suffix == ".ts" else path
        problems = types.get(str(path), []) + stopped.get(str(ran), [])
        if not problems and wanted:
            (made,) = (path.parent / "out").glob("*.template.json")
            one, other = resources(made.read_text(encoding="utf-8")), resources(wanted)
            problems = [f"{key} is {one.get(key)!r}, not {other.get(key)!r}" for key in {**one, **other} if one.get(key) != other.get(key)]
        is_right = bool(problems) == id.startswith("broken")
        passed, failed = passed + is_right, failed + (not is_right)
        if not is_right:
            print(f"FAILED {id} as {name}: {problems[:2] or 'it is not noticed'}"[:1500])
    print(f"{len(programs)} CDK apps were compiled and synthesized")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
