"""What a target receives."""

from __future__ import annotations

import pytest

import rulepad

EVENT = '{"id": "e", "account": "111122223333", "region": "eu-west-1", "detail": {"n": 1.10, "s": "x"}}'


def test_each_input_option() -> None:
    assert rulepad.render(EVENT).payload == (
        '{"id":"e","account":"111122223333","region":"eu-west-1","detail":{"n":1.10,"s":"x"}}'
    )
    assert rulepad.render(EVENT, input_path="$.detail").payload == '{"n":1.10,"s":"x"}'
    constant = rulepad.render(EVENT, input={"fixed": 2**70})
    assert constant.payload == '{"fixed": 1180591620717411303424}' and constant.is_json
    text = rulepad.render(EVENT, input_paths_map={"s": "$.detail.s"}, input_template='"got <s>"')
    assert text.payload == '"got x"'
    named = rulepad.render(EVENT, input_template='{"rule": "<aws.events.rule-name>"}', rule_name="orders")
    assert named.payload == '{"rule": "orders"}'


def test_the_request_to_the_service() -> None:
    found = rulepad.render(
        EVENT,
        input_path="$.detail",
        arn="arn:aws:sqs:eu-west-1:111122223333:orders.fifo",
        parameters={"MessageGroupId": "$.account"},
    )
    assert found.delivery is not None and found.delivery.operation == "sqs:SendMessage"
    parts = {own.name: own.text for own in found.delivery.parts}
    assert parts["MessageBody"] == found.payload and parts["MessageGroupId"] == "111122223333"
    assert rulepad.render(EVENT).delivery is None


def test_a_refused_option_has_aws_s_sentence() -> None:
    with pytest.raises(rulepad.InputError) as raised:
        rulepad.render(EVENT, input_path="$.detail", input={})
    assert raised.value.aws == (
        "Only one of Input, InputPath, or InputTransformer must be provided for target target."
    )
    with pytest.raises(rulepad.InputError) as raised:
        rulepad.render(EVENT, input='{"a": tru}')
    found = raised.value.diagnostics[0]
    assert (found.severity, found.labels[0].document) == ("error", "input")
    assert raised.value.aws and str(raised.value).startswith(raised.value.aws)


def test_an_event_that_cannot_be_read() -> None:
    with pytest.raises(rulepad.EventError) as raised:
        rulepad.render('{"a": }')
    assert raised.value.diagnostics[0].severity == "error" and raised.value.args[0]


def test_nothing_arrives() -> None:
    found = rulepad.render(EVENT, input_path="$.none")
    assert found.payload is None and found.reason
