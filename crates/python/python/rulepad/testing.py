"""Assertions for tests of rules. With pytest they are fixtures as well.

>>> assert_matches({"source": ["shop"]}, {"source": "shop"})
>>> assert_not_matches({"source": ["shop"]}, {"source": "bank"}, because="source")
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

from rulepad._explain import Explanation, explain, refused
from rulepad._types import Dialect, Json, Lang
from rulepad._words import words

__all__ = ["Fields", "assert_matches", "assert_not_matches"]

Fields: TypeAlias = Collection[str]
"""Names of fields, as ``detail.region``."""


def assert_matches(pattern: Json, event: Json, *, dialect: Dialect = "rule", lang: Lang = "en") -> None:
    """Fails unless the event matches the pattern; the message is the explanation.

    Raises what :func:`rulepad.matches` raises where AWS refuses a text: that is no failure, but a broken test.
    """
    __tracebackhide__ = True
    explanation = _decided(pattern, event, dialect, lang)
    if not explanation.matched:
        raise AssertionError(f"{words(lang).must_match()}\n\n{explanation}")


def assert_not_matches(
    pattern: Json,
    event: Json,
    *,
    because: str | Fields | None = None,
    dialect: Dialect = "rule",
    lang: Lang = "en",
) -> None:
    """Fails if the event matches the pattern; the message is the explanation.

    With ``because``, the conditions that fail must be on these fields, all of them: an event that does not match by
    accident shows nothing. Raises what :func:`rulepad.matches` raises where AWS refuses a text.
    """
    __tracebackhide__ = True
    explanation = _decided(pattern, event, dialect, lang)
    if explanation.matched:
        raise AssertionError(f"{words(lang).must_not_match()}\n\n{explanation}")
    if because is None:
        return
    expected = sorted({because} if isinstance(because, str) else set(because))
    if expected != list(explanation.failed):
        raise AssertionError(f"{words(lang).other_reason(expected, explanation.failed)}\n\n{explanation}")


def _decided(pattern: Json, event: Json, dialect: Dialect, lang: Lang) -> Explanation:
    __tracebackhide__ = True
    explanation = explain(pattern, event, dialect=dialect, lang=lang)
    if explanation.verdict not in ("match", "no_match"):
        raise refused(explanation)
    return explanation
