"""The sentences of the Python side in English; those of the core come from it."""

from __future__ import annotations

from collections.abc import Iterable


def work_limit(rules: Iterable[object]) -> str:
    """The work limit was reached before some rules had a verdict."""
    return f"the work limit was reached before there was a verdict of {_listed(rules)}"


def not_rules() -> str:
    """A set is made of something else than patterns."""
    return "`rules` is a mapping from names to patterns, or a sequence of patterns"


def slice_size(size: int) -> str:
    """Pieces of no size."""
    return f"`size` must be at least 1, not {size}"


def of_rule(name: object) -> str:
    """Whose pattern is refused."""
    return f"rule {name!r}"


def must_match() -> str:
    """An event had to match."""
    return "the event does not match, and must"


def must_not_match() -> str:
    """An event had to be left alone."""
    return "the event matches, and must not"


def other_reason(expected: Iterable[str], found: Iterable[str]) -> str:
    """An event does not match, because of other conditions."""
    return (
        f"the event does not match because of {_listed(found)}, and not because of {_listed(expected)}, "
        "as the test expects"
    )


def _listed(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)
