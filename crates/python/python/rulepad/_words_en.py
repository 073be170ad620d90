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


def bad_line(line: int, byte: int, message: str) -> str:
    """A line that is not an event."""
    return f"line {line}, byte {byte}: {message}"


def condition(name: str, sentence: str) -> str:
    """What became of a condition: the sentence names its field."""
    return sentence


def near_miss(text: str) -> str:
    """What nearly matched."""
    return f"near miss: {text}"


def severity(name: str) -> str:
    """How bad a problem is."""
    return name


def help(text: str) -> str:
    """What to do."""
    return f"help: {text}"


def meaning(text: str) -> str:
    """What AWS's words mean, which are English already."""
    return f"meaning: {text}"


def _listed(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)
