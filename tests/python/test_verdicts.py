"""Verdicts, explanations and what is raised."""

from __future__ import annotations

import pickle

import pytest

import rulepad

PATTERN = {
    "source": ["shop"],
    "detail": {"$or": [{"total": [{"numeric": [">=", 100]}]}, {"state": ["EU"]}]},
}


def test_a_verdict() -> None:
    assert rulepad.matches(PATTERN, {"source": "shop", "detail": {"total": 100}}) is True
    assert rulepad.matches(PATTERN, {"source": "shop", "detail": {"total": 99}}) is False


def test_an_explanation_has_every_condition_with_its_places() -> None:
    event = '{"é😀": 1, "source": "shop", "detail": {"state": "eu"}}'
    found = rulepad.explain(PATTERN, event)
    assert (found.verdict, found.matched, found.failed) == ("no_match", False, ("detail.state", "detail.total"))
    kinds = [(own.name, own.kind, own.depth, own.holds) for own in found.conditions]
    assert kinds == [
        ("source", "condition", 0, True),
        ("$or", "any_of", 0, False),
        ("alternative 1", "branch", 1, False),
        ("detail.total", "condition", 2, False),
        ("alternative 2", "branch", 1, False),
        ("detail.state", "condition", 2, False),
    ]
    state = found.conditions[-1]
    assert found.event[slice(*state.event[0])] == '"eu"'
    assert found.pattern[slice(*state.pattern)] == '"state": ["EU"]'
    assert (state.requires, state.saw) == ('"EU"', '"eu"')
    assert state.near[0].text == 'differs only in case from "eu"'
    edit = state.near[0].edits[0]
    fixed = found.pattern[: edit.span.start] + edit.text + found.pattern[edit.span.end :]
    assert rulepad.matches(fixed, event)


def test_an_explanation_as_text() -> None:
    text = str(rulepad.explain(PATTERN, {"source": "shop", "detail": {"total": 5}}))
    assert text == (
        "Does not match: detail.total is 5; the pattern requires a number at least 100.\n"
        "\n"
        '✓ source is "shop", as the pattern requires.\n'
        "✕ $or: none of the 2 alternatives holds.\n"
        "  ✕ alternative 1: this alternative does not hold.\n"
        "    ✕ detail.total is 5; the pattern requires a number at least 100.\n"
        "  ✕ alternative 2: this alternative does not hold.\n"
        '    ✕ the event has no detail.state; the pattern requires "EU".'
    )


def test_a_refused_pattern_has_aws_s_sentence_and_every_problem() -> None:
    pattern = '{"source": "shop", "detail": {"n": [{"prefxi": "x"}]}}'
    with pytest.raises(rulepad.PatternError) as raised:
        rulepad.matches(pattern, {})
    error = raised.value
    assert isinstance(error, rulepad.RulepadError) and isinstance(error, ValueError)
    assert error.aws is not None
    assert error.aws.startswith('Event pattern is not valid. Reason: "source" must be an object or an array\n')
    errors = [own for own in error.diagnostics if own.severity == "error"]
    assert [own.code for own in errors] == ["pattern.bare-value", "pattern.unknown-operator"]
    assert pattern[slice(*errors[0].labels[0].span)] == '"shop"'
    assert errors[0].help[0].text == "wrap in [ ]"
    assert str(error).startswith(f"{error.aws}\npattern: error: `source` has a string")
    same = pickle.loads(pickle.dumps(error))
    assert (type(same), str(same), same.aws) == (rulepad.PatternError, str(error), error.aws)
    assert same.diagnostics == error.diagnostics
    assert rulepad.explain(pattern, {}).verdict == "pattern_error"


@pytest.mark.parametrize("event", ['{"a": tru}', "[]", "", '[{"source": "a"}, {"source": "b"}]'])
def test_an_event_that_cannot_be_read(event: str) -> None:
    with pytest.raises(rulepad.EventError) as raised:
        rulepad.matches({"a": [1]}, event)
    assert str(raised.value)
    assert rulepad.explain({"a": [1]}, event).verdict == "event_error"


def test_dialects_read_records_as_their_service_does() -> None:
    pattern = {"body": {"n": [1]}}
    record = {"messageId": "1", "body": '{"n": 1}', "eventSource": "aws:sqs"}
    assert rulepad.matches(pattern, record, dialect="pipes")
    assert not rulepad.matches(pattern, record)
    found = rulepad.explain(pattern, record, dialect="pipes")
    assert found.matched and found.notes
    assert found.notes[0] in str(found)


def test_the_pattern_in_words() -> None:
    assert rulepad.explain({"source": ["shop"]}, {}).in_words == 'Matches events in which source is "shop".'
    assert rulepad.explain({"source": "shop"}, {}).in_words is None
