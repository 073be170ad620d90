"""Many rules, many events."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import random
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import rulepad

PATTERNS: dict[str, Any] = {
    "large": {"detail": {"total": [{"numeric": [">=", 100]}]}},
    "shop": {"source": ["shop"]},
    "not eu": {"detail": {"region": [{"anything-but": "eu"}]}},
    "either": {"$or": [{"source": [{"prefix": "ba"}]}, {"detail": {"total": [1]}}]},
}


def events(count: int) -> list[dict[str, Any]]:
    """Events that some of the rules match."""
    some = random.Random(7)
    return [
        {
            "source": some.choice(["shop", "bank", "é"]),
            "detail": {"total": some.choice([1, 99.5, 100, 2**60]), "region": some.choice(["eu", "us"])},
        }
        for _ in range(count)
    ]


def test_a_set_gives_the_verdicts_of_each_pattern() -> None:
    rules = rulepad.RuleSet(PATTERNS)
    assert rules.names == tuple(PATTERNS) and len(rules) == 4
    for event in events(200):
        expected = tuple(name for name, own in PATTERNS.items() if rulepad.matches(own, event))
        assert rules.match(event) == expected


def test_lines_are_matched_in_one_call() -> None:
    rules = rulepad.RuleSet(PATTERNS)
    all_events = events(500)
    data = "\n".join(json.dumps(own) for own in all_events).encode()
    found = rules.match_lines(data)
    assert (found.lines, found.events, found.bad, found.undecided) == (500, 500, (), ())
    expected = [rules.match(own) for own in all_events]
    assert [(own.line, own.rules) for own in found] == [
        (line, own) for line, own in enumerate(expected, 1) if own
    ]
    assert found.counts == {name: sum(name in own for own in expected) for name in rules.names}
    assert len(found) == sum(bool(own) for own in expected)
    for own in found:
        assert json.loads(data[own.start : own.end]) == all_events[own.line - 1]


def test_bad_lines_are_reported_with_their_place() -> None:
    data = b'{"source": "shop"}\n\n{"source": shop}\n[1]\n\xff\n{"source": "shop"}'
    found = rulepad.RuleSet(PATTERNS).match_lines(data, first_line=11)
    assert (found.lines, found.events, found.counts["shop"]) == (6, 2, 2)
    assert [own.line for own in found] == [11, 16]
    assert [str(own) for own in found.bad] == [
        "line 13, byte 12: this is not JSON",
        "line 14, byte 1: an event is a JSON object",
        "line 15, byte 1: an event is a JSON object",
    ]
    for own in found.bad:
        assert own.start <= own.at < own.end
    assert repr(found) == "<LineMatches: 2 of 2 events match, 3 bad lines>"


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_any_buffer_is_read(kind: Any) -> None:
    data = kind(b'{"source": "shop"}\n')
    assert rulepad.RuleSet(PATTERNS).match_lines(data).counts["shop"] == 1


@pytest.mark.parametrize("data", ["{}", 5, None, [b"{}"]])
def test_what_has_no_bytes_is_refused(data: Any) -> None:
    with pytest.raises(TypeError, match="`data` must be bytes, not "):
        rulepad.RuleSet(PATTERNS).match_lines(data)


def test_numbers_are_the_names_of_a_sequence() -> None:
    rules = rulepad.RuleSet(list(PATTERNS.values()))
    assert rules.names == (0, 1, 2, 3)
    assert rules.match({"source": "shop"}) == (1,)
    assert rulepad.RuleSet([]).match({"source": "shop"}) == ()
    with pytest.raises(TypeError, match="`rules` is a mapping"):
        rulepad.RuleSet('{"a": [1]}')


def test_a_refused_pattern_is_named() -> None:
    with pytest.raises(rulepad.PatternError) as raised:
        rulepad.RuleSet({"good": {"a": [1]}, "bad": {"a": 1}})
    assert str(raised.value).startswith("rule 'bad': Event pattern is not valid.")
    assert raised.value.diagnostics[0].code == "pattern.bare-value"


def test_an_event_that_cannot_be_read() -> None:
    rules = rulepad.RuleSet(PATTERNS)
    for text in ["{", "[]", '{"a": 01}', ""]:
        with pytest.raises(rulepad.EventError):
            rules.match(text)


def test_a_set_can_be_pickled() -> None:
    rules = rulepad.RuleSet(PATTERNS)
    same = pickle.loads(pickle.dumps(rules))
    assert same.names == rules.names and same.patterns == rules.patterns
    for event in events(20):
        assert same.match(event) == rules.match(event)


def test_other_threads_run_meanwhile() -> None:
    rules = rulepad.RuleSet(PATTERNS)
    data = "\n".join(json.dumps(own) for own in events(2_000)).encode()
    ready = threading.Event()
    ran: list[bool] = []

    def wait() -> None:
        ready.wait()
        ran.append(True)

    thread = threading.Thread(target=wait)
    thread.start()
    interval = sys.getswitchinterval()
    # From here on nobody is made to hand the interpreter over: the thread runs only where it is released.
    sys.setswitchinterval(1e6)
    try:
        ready.set()
        for _ in range(1000):
            rules.match_lines(data)
            if ran:
                break
        during = bool(ran)
    finally:
        sys.setswitchinterval(interval)
        thread.join()
    assert during


def test_threads_share_a_set() -> None:
    rules = rulepad.RuleSet(PATTERNS)
    data = "\n".join(json.dumps(own) for own in events(2_000)).encode()
    expected = rules.match_lines(data).counts
    results: list[dict[str, int]] = []
    threads = [
        threading.Thread(target=lambda: results.append(rules.match_lines(data).counts)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 8


def test_slices_are_whole_lines(tmp_path: Path) -> None:
    lines = [json.dumps(own).encode() + b"\n" for own in events(300)]
    data = b"".join(lines)
    for size in (1, 7, 64, 1000, len(data), len(data) + 1):
        pieces = list(rulepad.slices(io.BytesIO(data), size))
        assert b"".join(pieces) == data
        assert all(piece.endswith(b"\n") for piece in pieces)
    assert list(rulepad.slices(io.BytesIO(b""))) == []
    with pytest.raises(ValueError, match="`size` must be at least 1, not 0"):
        next(rulepad.slices(io.BytesIO(data), 0))

    path = tmp_path / "archive.gz"
    path.write_bytes(gzip.compress(data))
    rules = rulepad.RuleSet(PATTERNS)
    total = 0
    line = 1
    numbers: list[int] = []
    with gzip.open(path) as file:
        for piece in rulepad.slices(file, 4096):
            found = rules.match_lines(piece, first_line=line)
            line += found.lines
            total += found.counts["shop"]
            numbers += [own.line for own in found if "shop" in own.rules]
    whole = rules.match_lines(data)
    assert total == whole.counts["shop"]
    assert numbers == [own.line for own in whole if "shop" in own.rules]
