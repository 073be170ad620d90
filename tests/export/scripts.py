"""TypeScript programs, run by one Node with libraries that only write down what they are told."""

import functools
import json
import subprocess
from pathlib import Path

import carried
import cdk
import pulumi
from exact import exact


def same_constructs(path, text, rule):
    """TypeScript's parser and Node: the constructs are the rule of the draft, every member of every target."""
    answer = written_down(text)
    return answer.get("refused") or carried.differences(cdk.of_constructs(answer["constructs"]), rule)


def same_resources(path, text, rule):
    """TypeScript's parser and Node: the resources are the rule of the draft, every member of every target."""
    answer = written_down(text)
    return answer.get("refused") or carried.differences(pulumi.of_registered(answer["resources"]), rule)


def same_app(path, text, rule):
    """Python, with a CDK that writes down: the constructs are the rule of the draft, every member of every target."""
    return carried.differences(cdk.of_program(text), rule)


def written_down(text, value=None):
    """What the program creates; `value` is that of every variable and setting it asks for."""
    node = running()
    node.stdin.write(json.dumps([text, value]) + "\n")
    node.stdin.flush()
    return dict(exact(node.stdout.readline()))


@functools.cache
def running():
    """The one Node, which ends when its input does."""
    return subprocess.Popen(
        ["node", Path(__file__).with_suffix(".mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
