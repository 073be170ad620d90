"""What a CDK app carries of its rule: the template that its constructs come to."""

import json
import re
import types
from unittest import mock

import carried
from exact import Number, Pairs, exact, of_python

# Properties whose values are maps, with keys of the user's own.
MAPS = {"inputPathsMap", "headerParameters", "queryStringParameters", "eventPattern", "policyDocument", "assumeRolePolicyDocument"}
# Names that CDK spells so that they cannot be turned back.
SPELT = {"GraphQlOperation": "GraphQLOperation", "EnableEcsManagedTags": "EnableECSManagedTags"}


def of_template(text):
    """The rule of a template that CDK wrote."""
    return carried.of_template(text_of(joined(exact(text))))


def of_constructs(constructs):
    """The rule of constructs that were only written down: `type`, `id`, `props` and `overrides` each, all exact."""
    resources = []
    for own in map(dict, constructs):
        properties = Pairs([*in_template(own["props"]), *own["overrides"]])
        kind = "AWS::Events::Rule" if own["type"] == "events.CfnRule" else own["type"]
        resources.append((own["id"], Pairs([("Type", kind), ("Properties", properties)])))
    return carried.of_template(text_of(joined(Pairs([("Resources", Pairs(resources))]))))


def in_template(value):
    """Properties with CloudFormation's names."""
    if isinstance(value, Pairs) and not any(key.startswith("Fn::") for key, _ in value):
        members = [(key[0].upper() + key[1:], own if key in MAPS else in_template(own)) for key, own in value]
        return Pairs((SPELT.get(key, key), own) for key, own in members)
    return [in_template(item) for item in value] if type(value) is list else value


def of_program(text):
    """A Python app is run with a library that only writes down the constructs."""
    constructs = []

    class Construct:
        """A class of constructs; the classes of its properties are attributes of it."""

        def __init__(self, kind):
            self.kind = kind

        def __call__(self, stack, id, **properties):
            own = {"type": self.kind, "id": id, "props": struct(**properties), "overrides": {}}
            constructs.append(own)
            arn = {"Fn::GetAtt": [id, "Arn"]}
            return types.SimpleNamespace(attr_arn=arn, add_property_override=own["overrides"].__setitem__)

        def __getattr__(self, name):
            return struct

    class Service:
        def __init__(self, name):
            self.name = name

        def __getattr__(self, name):
            return Construct(f"{self.name}.{name}")

    class Library(types.ModuleType):
        App = Stack = Environment = CfnOutput = staticmethod(lambda *_, **__: mock.MagicMock())
        CfnTag = staticmethod(lambda **members: struct(**members))
        Aws = types.SimpleNamespace(REGION="us-east-1", ACCOUNT_ID="123456789012", PARTITION="aws", URL_SUFFIX="amazonaws.com")
        Fn = types.SimpleNamespace(sub=lambda text: {"Fn::Sub": text})
        Token = types.SimpleNamespace(as_string=lambda value: value)

        def __getattr__(self, name):
            if name.startswith("aws_"):
                return Service(name.removeprefix("aws_"))
            raise AttributeError(name)

    with mock.patch.dict("sys.modules", {"aws_cdk": Library("aws_cdk")}):
        exec(compile(text, "app.py", "exec"), {"__name__": "__main__"})
    return of_constructs(of_python(constructs))


def struct(**members):
    """Members as CDK has them in TypeScript."""
    return {re.sub("_(.)", lambda found: found[1].upper(), name): value for name, value in members.items()}


def joined(value):
    """The value with the texts joined that CloudFormation joins."""
    if isinstance(value, Pairs):
        if len(value) == 1 and value[0][0] == "Fn::Join":
            between, own = value[0][1]
            if all(isinstance(part, str) for part in own):
                return between.join(own)
        return Pairs((key, joined(own)) for key, own in value)
    return [joined(item) for item in value] if type(value) is list else value


def text_of(value):
    """JSON of an exact value."""
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(key)}:{text_of(own)}" for key, own in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(text_of(item) for item in value) + "]"
    return str(value) if isinstance(value, Number) else json.dumps(value)
