"""What HCL says: the resources of a Terraform file with their values, over python-hcl2's reading of it, or HashiCorp's.

python-hcl2 gives strings and expressions as they are written; they are evaluated here as the language specification
of HCL has it. What a reference names stays a [`Reference`].
"""

import json
import re
import textwrap
from collections import namedtuple

import hcl2

from exact import Number, Pairs

# A traversal such as `aws_iam_role.x.arn`.
Reference = namedtuple("Reference", "words")
# One `resource` block: its type, its name, and its body as python-hcl2 gives it.
Resource = namedtuple("Resource", "kind name body")

TOKEN = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|(-?[0-9][0-9.eE+-]*)|([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)|([][{}(),=:]))', re.S)
# What stands for a kept sign while python-hcl2 reads; no export has it.
KEPT = {"${": "\U0010fffd", "%{": "\U0010fffc"}
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


def resources(text):
    """The resources of a file, in its order."""
    # python-hcl2 looks for the end of what `$${` and `%%{` keep from being a template, and texts may have none.
    read = hcl2.loads(text.replace("$${", KEPT["${"]).replace("%%{", KEPT["%{"]))
    return [
        Resource(json.loads(kind), json.loads(name), body)
        for resource in read.get("resource", [])
        for kind, named in resource.items()
        if kind != "__is_block__"
        for name, body in named.items()
    ]


class Text(str):
    """A string that is read already."""


def of_hashicorp(read):
    """The resources of a file as HashiCorp's own reader has them: strings are read, expressions are as they are written."""

    def kept(text):
        return text.replace("$${", KEPT["${"]).replace("%%{", KEPT["%{"])

    def own(found):
        if isinstance(found, dict):
            return {doubled(kept(name)): own(value) for name, value in found.items()}
        if isinstance(found, list):
            return [own(item) for item in found]
        if isinstance(found, str):
            return kept(found) if found.startswith("${") else Text(doubled(kept(found)))
        return found

    kinds = read.get("resource", {}).items()
    return [Resource(kind, name, own(body)) for kind, named in kinds for name, (body,) in named.items()]


def value(written):
    """The value of an attribute as python-hcl2 gives it; `jsonencode` is evaluated to the value it encodes."""
    if isinstance(written, Text):
        return str(written)
    if isinstance(written, dict):
        return Pairs((key_of(key), value(own)) for key, own in written.items() if key != "__is_block__")
    if isinstance(written, list):
        return [value(item) for item in written]
    if isinstance(written, bool) or written is None:
        return written
    if isinstance(written, (int, float)):
        return Number(written)
    if written.startswith('"<<'):
        return heredoc(written[1:-1])
    if written.startswith('"'):
        return string(written)
    if written.startswith("${"):
        return Reader(written[2:-1]).all()
    return Reader(written).all()


def key_of(written):
    """A key of an object: a string, or a bare word."""
    return string(written) if written.startswith('"') else written


def string(written):
    """A quoted string: escapes, and the doubled signs that keep templates away."""
    return doubled(re.sub(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", unescaped, written[1:-1], flags=re.S))


def unescaped(found):
    escape = found[1]
    return chr(int(escape[1:], 16)) if escape[0] in "uU" and len(escape) > 1 else ESCAPES[escape]


def heredoc(written):
    """What is between the lines of the mark, its last line break with it; `<<-` takes the common indent away."""
    mark, _, rest = written.removeprefix("<<").partition("\n")
    text = rest[: rest.rindex(mark.strip("- "))]
    if mark.startswith("-"):
        text = textwrap.dedent(text[: text.rindex("\n") + 1])
    return doubled(text)


def doubled(text):
    if re.search(r"[$%]\{", text):
        raise ValueError(f"a template in {text!r}")
    return text.replace(KEPT["${"], "${").replace(KEPT["%{"], "%{")


class Reader:
    """Reads an expression: literals, tuples, objects, references and `jsonencode`."""

    def __init__(self, text):
        self.tokens, at = [], 0
        while text[at:].strip():
            found = TOKEN.match(text, at)
            if not found:
                raise ValueError(f"no expression: {text[at:at + 40]!r}")
            self.tokens.append(found.groups())
            at = found.end()

    def all(self):
        read = self.one()
        if self.tokens:
            raise ValueError(f"more than one expression: {self.tokens[:3]}")
        return read

    def one(self):
        quoted, number, words, sign = self.tokens.pop(0)
        if quoted:
            return string(quoted)
        if number:
            return Number(number)
        if words:
            if self.take("("):
                if words != "jsonencode":
                    raise ValueError(f"the function {words}")
                read = self.one()
                self.need(")")
                return ("jsonencode", read)
            literals = {"true": True, "false": False, "null": None}
            return literals[words] if words in literals else Reference(words)
        if sign == "[":
            return self.until("]", self.one)
        if sign == "{":
            return Pairs(self.until("}", self.member))
        raise ValueError(f"a stray {sign}")

    def member(self):
        key = self.one()
        if not self.take("="):
            self.need(":")
        return (key.words if isinstance(key, Reference) else key, self.one())

    def until(self, end, item):
        items = []
        while not self.take(end):
            items.append(item())
            self.take(",")
        return items

    def take(self, sign):
        if self.tokens and self.tokens[0][3] == sign:
            self.tokens.pop(0)
            return True
        return False

    def need(self, sign):
        if not self.take(sign):
            raise ValueError(f"no {sign} where it must stand")
