"""The sentences of the Python side, by language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from rulepad import _native, _words_en, _words_ko


class Words(Protocol):
    """What the module of each language has."""

    def work_limit(self, rules: Iterable[object], /) -> str:
        """The work limit was reached before some rules had a verdict."""
        ...

    def not_rules(self) -> str:
        """A set is made of something else than patterns."""
        ...

    def slice_size(self, size: int, /) -> str:
        """Pieces of no size."""
        ...

    def of_rule(self, name: object, /) -> str:
        """Whose pattern is refused."""
        ...

    def must_match(self) -> str:
        """An event had to match."""
        ...

    def must_not_match(self) -> str:
        """An event had to be left alone."""
        ...

    def other_reason(self, expected: Iterable[str], found: Iterable[str], /) -> str:
        """An event does not match, because of other conditions."""
        ...

    def bad_line(self, line: int, byte: int, message: str, /) -> str:
        """A line that is not an event."""
        ...

    def condition(self, name: str, sentence: str, /) -> str:
        """What became of a condition, with the name of its field."""
        ...

    def near_miss(self, text: str, /) -> str:
        """What nearly matched."""
        ...

    def severity(self, name: str, /) -> str:
        """``error``, ``warning`` or ``note``."""
        ...

    def help(self, text: str, /) -> str:
        """What to do."""
        ...

    def meaning(self, text: str, /) -> str:
        """What AWS's words mean."""
        ...


_WORDS: dict[str, Words] = {"en": _words_en, "ko": _words_ko}


def words(lang: str) -> Words:
    """The sentences in a language.

    Raises ``ValueError`` for a language that there is not.
    """
    return _WORDS[_native.language(lang)]
