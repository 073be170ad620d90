"""The assertions, in plain Python and as fixtures of pytest."""

from __future__ import annotations

import pytest

import rulepad
from rulepad.testing import assert_matches, assert_not_matches

PATTERN = {"source": ["shop"], "detail": {"total": [{"numeric": [">=", 100]}]}}


def test_a_match_and_a_miss() -> None:
    assert_matches(PATTERN, {"source": "shop", "detail": {"total": 100}})
    assert_not_matches(PATTERN, {"source": "shop", "detail": {"total": 1}})
    assert_not_matches(PATTERN, {"source": "shop", "detail": {"total": 1}}, because="detail.total")
    assert_not_matches(PATTERN, {}, because={"source", "detail.total"})


def test_the_message_is_the_explanation() -> None:
    with pytest.raises(AssertionError) as raised:
        assert_matches(PATTERN, {"source": "shop", "detail": {"total": 1}})
    assert str(raised.value) == (
        "the event does not match, and must\n"
        "\n"
        "Does not match: detail.total is 1; the pattern requires a number at least 100.\n"
        "\n"
        '✓ source is "shop", as the pattern requires.\n'
        "✕ detail.total is 1; the pattern requires a number at least 100."
    )
    with pytest.raises(AssertionError) as raised:
        assert_not_matches(PATTERN, {"source": "shop", "detail": {"total": 100}})
    assert str(raised.value).startswith("the event matches, and must not\n\nMatches.")
    with pytest.raises(AssertionError) as raised:
        assert_not_matches(PATTERN, {"source": "shop"}, because=["source"])
    assert str(raised.value).startswith(
        "the event does not match because of `detail.total`, and not because of `source`, as the test expects\n\n"
    )


def test_a_refused_text_is_no_miss() -> None:
    with pytest.raises(rulepad.PatternError):
        assert_not_matches({"source": "shop"}, {})
    with pytest.raises(rulepad.EventError):
        assert_not_matches(PATTERN, "[")


def test_the_fixtures_come_with_the_package(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_good(assert_matches, assert_not_matches):
            assert_matches({"source": ["shop"]}, {"source": "shop"})
            assert_not_matches({"source": ["shop"]}, {"source": "bank"}, because="source")

        def test_bad(assert_matches):
            assert_matches({"source": ["shop"]}, {"source": "Shop"})
        """
    )
    result = pytester.runpytest("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            '>       assert_matches({"source": ["shop"]}, {"source": "Shop"})',
            "E       AssertionError: the event does not match, and must",
            '*✕ source is "Shop"; the pattern requires "shop".',
            "*near miss: differs only in case from*",
        ]
    )
    # The failure points at the test, not into the package.
    result.stdout.no_fnmatch_line("*rulepad/testing.py*")
