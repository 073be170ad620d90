"""What a Pulumi program carries of its rule, from the resources that it registers."""

import re

import carried
from exact import Pairs

# Blocks that may stand several times, which Pulumi has as lists with names in the plural.
LISTS = {
    "runCommandTargets": "run_command_targets",
    "pipelineParameterLists": "pipeline_parameter_list",
    "capacityProviderStrategies": "capacity_provider_strategy",
    "placementConstraints": "placement_constraint",
    "orderedPlacementStrategies": "ordered_placement_strategy",
}
SINGLE = {"network_configuration", "sagemaker_pipeline_target", *carried.BLOCKS}
# How the ARNs begin that resources have once they are there.
MADE_ARN = "arn of "


def of_registered(resources):
    """The rule and its targets, from a list of `type`, `name` and `inputs`, all exact."""
    resources = [dict(own) for own in resources]
    (rule,) = [dict(own["inputs"]) for own in resources if own["type"].endswith(":EventRule")]
    request = {carried.RULE[snake(name)]: value for name, value in rule.items()}
    carried.as_requested(request)
    bodies = [body_of(own["inputs"]) for own in resources if own["type"].endswith(":EventTarget")]
    for body in bodies:
        if (body.pop("rule"), body.pop("event_bus_name")) != (rule["name"], rule["eventBusName"]):
            raise ValueError(f"a target of another rule: {body}")
        if str(body.get("role_arn", "")).startswith(MADE_ARN):
            body["role_arn"] = carried.hcl.Reference(body["role_arn"])
    return request, [carried.of_body(body, read=lambda value: value) for body in bodies]


def body_of(inputs):
    """The inputs under the provider's names; maps keep theirs."""
    body = {}
    for name, value in inputs:
        if name in LISTS:
            body[LISTS[name]] = [body_of(item) for item in value]
        elif snake(name) in SINGLE and isinstance(value, Pairs):
            body[snake(name)] = [body_of(value)]
        else:
            body[snake(name)] = value
    return body


def snake(name):
    return re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", name)
