"""JSON values as they are written: numbers by their spelling, members in their order, keys that stand twice."""

import json
import re

import yaml


class Pairs(list):
    """The members of an object, which no list equals."""

    def __eq__(self, other):
        return isinstance(other, Pairs) and list.__eq__(self, other)

    __hash__ = None

    def plain(self):
        """The members by their keys."""
        return dict(self)


class Number(str):
    """A number by its spelling, which no text equals."""

    def __eq__(self, other):
        return isinstance(other, Number) and str.__eq__(self, other)

    __hash__ = str.__hash__

    def __repr__(self):
        return f"Number({str(self)})"


def members(own):
    """The members of an object, or the text of an `Fn::Sub` that puts nothing in."""
    [(key, value)] = own if len(own) == 1 else [(None, None)]
    if key == "Fn::Sub" and isinstance(value, str) and not re.search(r"\$\{[^!]", value):
        return value.replace("${!", "${")
    return Pairs(own)


def exact(text):
    """The value of a JSON text."""
    return json.loads(text, parse_int=Number, parse_float=Number, object_pairs_hook=members)


def of_python(value):
    """A value that Python has read already, whose numbers Python would write."""
    return exact(json.dumps(value))


class Loader(yaml.SafeLoader):
    """YAML 1.1 as CloudFormation's tools read it, with its short forms; numbers keep their spelling."""


def pairs(loader, node):
    return Pairs((loader.construct_object(key, deep=True), loader.construct_object(value, deep=True)) for key, value in node.value)


def number(loader, node):
    return Number(node.value)


def tagged(loader, suffix, node):
    value = {
        yaml.ScalarNode: loader.construct_scalar,
        yaml.SequenceNode: lambda node: loader.construct_sequence(node, deep=True),
        yaml.MappingNode: lambda node: pairs(loader, node),
    }[type(node)](node)
    if suffix == "Ref":
        return Pairs([("Ref", value)])
    return members([(f"Fn::{suffix}", value.split(".", 1) if suffix == "GetAtt" and isinstance(value, str) else value)])


Loader.add_constructor("tag:yaml.org,2002:map", pairs)
Loader.add_constructor("tag:yaml.org,2002:int", number)
Loader.add_constructor("tag:yaml.org,2002:float", number)
Loader.add_multi_constructor("!", tagged)


def of_yaml(text):
    """The value of a YAML text."""
    return yaml.load(text, Loader)
