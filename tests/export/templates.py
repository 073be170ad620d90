"""Templates of which one rule was changed and written back: sound still, and the same but for that rule."""

import json
from pathlib import Path

import stacks
from samtranslator.yaml_helper import yaml_parse

PLAIN = {"hurts": False}


def written_back(directory):
    """What is against each of them: a name and a list of problems."""
    for own in json.loads((directory / "templates.json").read_text(encoding="utf-8")):
        name = f"{Path(own['template']).name}, {own['rule']} written back"
        before = Path(own["template"]).read_text(encoding="utf-8")
        after = (directory / own["path"]).read_text(encoding="utf-8")
        is_sam = own["path"].endswith(".sam.yaml")
        checks = [stacks.sam_translates, stacks.sam_lint] if is_sam else [stacks.cloudformation_validate, stacks.cfn_lint]
        for check in checks:
            # What is wrong with the template as it was is not ours.
            known = check(Path(own["template"]), before, PLAIN)
            yield f"{name}, {check.__name__}", [found for found in check(Path(own["path"]), after, PLAIN) if found not in known]
        yield f"{name}, rest", rest(own, yaml_parse(before), yaml_parse(after))
        yield f"{name}, lines", lines(before, after)
        yield f"{name}, not changed", [] if own["untouched"] else ["other bytes without a change"]
        yield f"{name}, losses", own["losses"]
    yield "a template with another rule changed", [] if rest(*broken()) else ["nobody notices"]


def rest(own, before, after):
    """What else is different: all but the rule itself, and the functions in it."""
    old, new = taken(before, own["rule"]), taken(after, own["rule"])
    found = [] if before == after else ["something around the rule is different"]
    found += [f"{call} is gone" for call in calls(old) if call not in calls(new)]
    pattern = new.get("EventPattern", new.get("Pattern"))
    pattern = json.loads(pattern) if isinstance(pattern, str) else pattern
    return found + ([] if pattern.get("account") == ["123456789012"] else [f"the change is not in {pattern}"])


def taken(template, rule):
    """Takes the properties of the rule out of the template."""
    resource, _, event = rule.partition(".")
    holder = template["Resources"][resource]
    holder = holder["Properties"]["Events"][event] if event else holder
    return holder.pop("Properties")


def calls(node):
    """The functions of a value, as texts."""
    if isinstance(node, list):
        return [call for item in node for call in calls(item)]
    if not isinstance(node, dict):
        return []
    [own] = [json.dumps(node)] if len(node) == 1 and next(iter(node)).startswith(("Ref", "Fn::")) else [None]
    inner = [call for item in node.values() for call in calls(item)]
    # A branch may be changed, what it holds may not.
    return inner + ([own] if own and "Fn::If" not in node else [])


def lines(before, after):
    """Comments stay, and most lines."""
    kept = after.splitlines()
    comments = [line.partition("#")[2] for line in before.splitlines() if " # " in line or line.strip().startswith("#")]
    gone = [line for line in before.splitlines() if line not in kept]
    return [f"the comment {comment} is gone" for comment in comments if comment not in after] + (
        [f"{len(gone)} lines are different: {gone}"] if len(gone) > 5 else []
    )


def broken():
    template = {"Resources": {"A": {"Properties": {"EventPattern": {"source": [{"Ref": "X"}]}}}, "B": {}}}
    other = {"Resources": {"A": {"Properties": {"EventPattern": {"source": ["x"]}}}, "B": {"Type": "C"}}}
    return {"rule": "A"}, template, other
