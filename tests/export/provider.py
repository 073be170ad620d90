"""The AWS provider's names, held against a Terraform file.

`terraform-provider.json` has the resource types that the export writes, as the version it names has them: attributes
with their types, blocks, what is required, and the attributes that others may read.
"""

import json
from pathlib import Path

import hcl
from exact import Number, Pairs

SCHEMA = json.loads(Path(__file__).with_name("terraform-provider.json").read_text(encoding="utf-8"))["resources"]


def known_names(path, text, rule):
    """The AWS provider's schema: every attribute and block by name and type, what is required, every reference."""
    resources = hcl.resources(text)
    names = [(own.kind, own.name) for own in resources]
    found = [f"{'.'.join(name)} stands twice" for name in set(names) if names.count(name) > 1]
    for own in resources:
        what = f"{own.kind}.{own.name}"
        if own.kind in SCHEMA:
            found += within(what, own.body, SCHEMA[own.kind], names)
        else:
            found.append(f"{what} is of a type that is not known")
    return found


def within(what, body, schema, names):
    """What is wrong in a body: of a resource, or of a block in one."""
    found = []
    attributes, blocks = schema.get("attributes", {}), schema.get("blocks", {})
    for name, written in body.items():
        is_block = isinstance(written, list) and bool(written) and isinstance(written[0], dict) and "__is_block__" in written[0]
        if name == "__is_block__":
            continue
        if name in blocks and is_block:
            if len(written) > 1 and not blocks[name]["many"]:
                found.append(f"{what} has {len(written)} blocks {name}")
            for block in written:
                found += within(f"{what}.{name}", block, blocks[name], names)
        elif name in attributes and not is_block:
            found += typed(f"{what}.{name}", hcl.value(written), attributes[name]["type"])
            found += [problem for reference in references(hcl.value(written)) for problem in named(what, reference, names)]
        else:
            found.append(f"{what} has no {'block' if is_block else 'attribute'} {name}")
    required = [name for name, own in {**attributes, **blocks}.items() if own.get("required")]
    return found + [f"{what} lacks {name}" for name in required if name not in body]


def typed(what, value, wanted):
    """What Terraform would not turn into the type that is wanted."""
    if isinstance(value, hcl.Reference):
        return []
    is_text = isinstance(value, str) or isinstance(value, tuple)
    fits = {
        "string": lambda: is_text,
        "number": lambda: isinstance(value, Number),
        "boolean": lambda: isinstance(value, bool),
        "stringList": lambda: isinstance(value, list) and all(isinstance(item, str) for item in value),
        "stringMap": lambda: isinstance(value, Pairs) and all(isinstance(item, str) for _, item in value),
    }[wanted]
    return [] if fits() and not (wanted == "string" and isinstance(value, Number)) else [f"{what} is {value!r}, and a {wanted} is wanted"]


def references(value):
    if isinstance(value, hcl.Reference):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from references(item)


def named(what, reference, names):
    """What is wrong with `type.name.attribute`."""
    kind, _, rest = reference.words.partition(".")
    name, _, attribute = rest.partition(".")
    if (kind, name) not in names:
        return [f"{what} names {reference.words}, which is not in the file"]
    return [] if attribute in SCHEMA[kind]["reads"] else [f"{kind} has no attribute {attribute}"]
