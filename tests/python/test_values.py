"""How patterns and events are given: as text, bytes and mappings, every number exact."""

from __future__ import annotations

import enum
import json
from collections import OrderedDict
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

import rulepad


def carried(value: Any) -> str:
    """The JSON text that a dict is read as."""
    return rulepad.explain({"a": [1]}, {"v": value}).event


class Color(enum.IntEnum):
    RED = 7


class Name(str, enum.Enum):
    SHOP = "shop"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-1, "-1"),
        (2**53 + 1, "9007199254740993"),
        (10**400, "1" + "0" * 400),
        (1.0, "1.0"),
        (0.1, "0.1"),
        (1e16, "1e+16"),
        (1e-7, "1e-07"),
        (-0.0, "-0.0"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (Decimal("1.10"), "1.10"),
        (Decimal("1E+400"), "1E+400"),
        (Decimal("0.1000000000000000055511151231257827021181583404541015625"),
         "0.1000000000000000055511151231257827021181583404541015625"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (Color.RED, "7"),
        (Name.SHOP, '"shop"'),
        ('a "b" \\ \n \u0001 é 😀 \u2028', '"a \\"b\\" \\\\ \\n \\u0001 é 😀 \u2028"'),
        ("\ud800", '"\\ud800"'),
        ([], "[]"),
        ({}, "{}"),
        ((1, [2, {"x": []}]), '[1, [2, {"x": []}]]'),
        (OrderedDict(b=1, a=2), '{"b": 1, "a": 2}'),
        (MappingProxyType({"k": "v"}), '{"k": "v"}'),
    ],
)
def test_values_of_a_dict_are_carried_exactly(value: Any, text: str) -> None:
    assert carried(value) == f'{{"v": {text}}}'


def test_a_dict_is_the_same_as_its_json() -> None:
    value = {"a": [1, 2.5, None, True, "é"], "b": {"c": {"d": [[], {}]}}}
    assert json.loads(carried(value)) == {"v": value}


def test_exact_numbers_decide() -> None:
    big = 2**60
    pattern = {"n": [9007199254740993]}
    assert rulepad.matches({"id": [big]}, {"id": big})
    assert not rulepad.matches({"id": [str(big)]}, {"id": big})
    assert rulepad.matches(pattern, {"n": 9007199254740993})
    assert not rulepad.matches(pattern, {"n": 9007199254740992})


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_texts_are_taken_as_they_are(kind: Any) -> None:
    text = '{"n": 1.10, "n": 2}'
    found = rulepad.explain('{"n": [2]}', kind(text.encode()))
    assert found.event == text
    assert found.matched


def test_what_json_has_no_value_for_is_named_with_its_path() -> None:
    cases: list[tuple[Any, type[Exception], str]] = [
        ({"a": [1, {"when": object()}]}, TypeError, "`event.v.a[1].when` is of type object"),
        ({1, 2}, TypeError, "`event.v` is of type set"),
        (b"x", TypeError, "`event.v` is of type bytes"),
        (float("nan"), ValueError, "`event.v` is nan"),
        ([float("-inf")], ValueError, "`event.v[0]` is -inf"),
        (Decimal("NaN"), ValueError, "`event.v` is NaN"),
        ({"a": {1: 2}}, TypeError, "`event.v.a` has the key 1;"),
        ({None: 2}, TypeError, "`event.v` has the key None;"),
    ]
    for value, error, sentence in cases:
        with pytest.raises(error) as raised:
            rulepad.matches({"a": [1]}, {"v": value})
        assert str(raised.value).startswith(sentence)


def test_depth_is_bounded() -> None:
    loop: dict[str, Any] = {}
    loop["self"] = loop
    with pytest.raises(ValueError, match="nested deeper than 1000 levels, or contains itself"):
        rulepad.matches({"a": [1]}, loop)
    deep: Any = 1
    for _ in range(999):
        deep = [deep]
    assert not rulepad.matches({"a": [1]}, {"v": deep})
    # One level more than AWS reads: its answer is shown.
    with pytest.raises(rulepad.EventError):
        rulepad.matches({"a": [1]}, {"v": [deep]})


@pytest.mark.parametrize("value", [None, 5, ["a"], {"a"}, object])
def test_other_arguments_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="`pattern` must be a dict, or JSON as str or bytes, not "):
        rulepad.matches(value, {})
    with pytest.raises(TypeError, match="`event` must be a dict, or JSON as str or bytes, not "):
        rulepad.matches({"a": [1]}, value)


def test_broken_bytes_and_strings_are_refused() -> None:
    with pytest.raises(ValueError, match="`event` is not UTF-8 at byte 6"):
        rulepad.matches({"a": [1]}, b'{"a":"\xff"}')
    with pytest.raises(ValueError, match="`event` has half of a surrogate pair"):
        rulepad.matches({"a": [1]}, '{"a":"\ud800"}')


def test_errors_of_a_mapping_come_through() -> None:
    class Broken(dict[str, Any]):
        def items(self) -> Any:
            raise KeyError("no items")

    with pytest.raises(KeyError, match="no items"):
        rulepad.matches({"a": [1]}, Broken())


def test_names_of_dialects_and_languages_are_checked() -> None:
    with pytest.raises(ValueError, match="there is no dialect `sqs`: write `rule`"):
        rulepad.matches({"a": [1]}, {}, dialect="sqs")  # type: ignore[arg-type]
    for call in (rulepad.explain, rulepad.matches):
        with pytest.raises(ValueError, match="there is no language `de`: write `en` or `ko`"):
            call({"a": [1]}, {}, lang="de")  # type: ignore[arg-type]
