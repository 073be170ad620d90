"""Many patterns on many events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from rulepad import _native
from rulepad._errors import EventError, RulepadError, UndecidedError
from rulepad._explain import explained, refused
from rulepad._types import Json, Lang
from rulepad._words import words

if TYPE_CHECKING:
    from typing_extensions import Buffer

Name = TypeVar("Name")


@dataclass(frozen=True)
class LineMatch(Generic[Name]):
    """A line and rules."""

    line: int
    """The line's number."""
    start: int
    """The first byte of the line: ``data[start:end]`` is the event."""
    end: int
    """The byte behind its last one; the line end is not included."""
    rules: tuple[Name, ...]
    """The names of the rules, in the order of the set."""


@dataclass(frozen=True)
class BadLine:
    """A line that is not an event."""

    line: int
    """The line's number."""
    start: int
    """The first byte of the line."""
    end: int
    """The byte behind its last one."""
    at: int
    """The byte where reading stopped."""
    message: str
    """What is wrong there."""
    lang: Lang = "en"
    """The language of the message."""

    def __str__(self) -> str:
        return words(self.lang).bad_line(self.line, self.at - self.start + 1, self.message)


class LineMatches(Generic[Name]):
    """What a slice of lines gave. Iterating gives the lines that match a rule."""

    def __init__(self, found: _native.Lines, names: tuple[Name, ...], first_line: int, lang: Lang) -> None:
        self._found = found
        self._names = names
        self._first = first_line
        self._lang = lang

    @property
    def lines(self) -> int:
        """How many lines there are, blank ones included."""
        return self._found.lines

    @property
    def events(self) -> int:
        """How many of the lines are events; the others are blank or :attr:`bad`."""
        return self._found.events

    @cached_property
    def counts(self) -> dict[Name, int]:
        """How many events each rule matches, in the order of the set."""
        return dict(zip(self._names, self._found.counts(len(self._names)), strict=True))

    @cached_property
    def bad(self) -> tuple[BadLine, ...]:
        """The lines that are not events, each with its place."""
        first, lang = self._first, self._lang
        found = self._found.bad()
        return tuple(BadLine(first + line, start, end, at, why, lang) for line, start, end, at, why in found)

    @cached_property
    def undecided(self) -> tuple[LineMatch[Name], ...]:
        """The lines on which rules reached the work limit, with these rules; hardly ever any."""
        return tuple(self._named(self._found.undecided()))

    def __iter__(self) -> Iterator[LineMatch[Name]]:
        """The lines that match at least one rule."""
        return self._named(self._found.matched())

    def __len__(self) -> int:
        """How many lines match at least one rule."""
        return self._found.matched_count()

    def __repr__(self) -> str:
        return f"<LineMatches: {len(self)} of {self.events} events match, {len(self.bad)} bad lines>"

    def _named(self, found: list[tuple[int, int, int, list[int]]]) -> Iterator[LineMatch[Name]]:
        names, first = self._names, self._first
        for line, start, end, rules in found:
            yield LineMatch(first + line, start, end, tuple(names[rule] for rule in rules))


class RuleSet(Generic[Name]):
    """Event patterns of rules, compiled into one matcher: matching takes about the time of reading the events.

    ``rules`` is a mapping from names to patterns, or a sequence of patterns, whose names are then 0, 1, …
    Raises :class:`PatternError` where AWS refuses one, with its name in the message.

    A set does not change and can be pickled, so that an engine can send it to its workers. Threads may share it.

    >>> rules = RuleSet({"s3": {"source": ["aws.s3"]}, "aws": {"source": [{"prefix": "aws."}]}})
    >>> rules.match({"source": "aws.s3"})
    ('s3', 'aws')
    """

    @overload
    def __init__(self: RuleSet[str], rules: Mapping[str, Json], *, lang: Lang = "en") -> None: ...
    @overload
    def __init__(self: RuleSet[int], rules: Sequence[Json], *, lang: Lang = "en") -> None: ...
    def __init__(self, rules: Mapping[str, Json] | Sequence[Json], *, lang: Lang = "en") -> None:
        if isinstance(rules, (str, bytes)):
            raise TypeError(words(lang).not_rules())
        named: list[tuple[Any, Json]]
        named = list(rules.items()) if isinstance(rules, Mapping) else list(enumerate(rules))
        names = tuple(name for name, _ in named)
        self._load(names, [_native.json_text(f"rules[{name!r}]", pattern, lang) for name, pattern in named], lang)

    def _load(self, names: tuple[Name, ...], patterns: list[str], lang: Lang) -> None:
        compiled = _native.compile(patterns)
        if isinstance(compiled, int):
            raise refused(explained(patterns[compiled], "{}", "rule", lang), words(lang).of_rule(names[compiled]))
        self._native = compiled
        self._names = names
        self._patterns = patterns

    def __getstate__(self) -> dict[str, Any]:
        return {"names": self._names, "patterns": self._patterns}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._load(state["names"], state["patterns"], "en")

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of the rules."""
        return self._names

    @property
    def patterns(self) -> dict[Name, str]:
        """The pattern of each rule, as JSON text."""
        return dict(zip(self._names, self._patterns, strict=True))

    def __len__(self) -> int:
        """How many rules there are."""
        return len(self._names)

    def __repr__(self) -> str:
        return f"<RuleSet of {len(self)} rules>"

    def match(self, event: Json, *, lang: Lang = "en") -> tuple[Name, ...]:
        """The names of the rules that an event matches, in the order of the set.

        Raises :class:`EventError` where the event cannot be read, :class:`UndecidedError` at the work limit.
        """
        text = _native.json_text("event", event, lang)
        found = self._native.matching(text)
        if found is None:
            raise self._refused(text, lang)
        matched, undecided = found
        if undecided:
            raise UndecidedError(words(lang).work_limit(self._names[rule] for rule in undecided))
        return tuple(self._names[rule] for rule in matched)

    def match_lines(self, data: Buffer, *, first_line: int = 1, lang: Lang = "en") -> LineMatches[Name]:
        """Matches each line of a slice of events: NDJSON, one event a line.

        ``data`` is ``bytes`` or has a buffer, as ``pyarrow.Buffer`` has; it should end where a line ends
        (:func:`slices` reads a file so). Lines are numbered from ``first_line``. Blank lines are skipped; a line that is
        not an event is in :attr:`LineMatches.bad`, and the others are matched all the same. Other Python threads run
        meanwhile.

        >>> found = RuleSet([{"n": [1]}]).match_lines(b'{"n": 1}\\n{"n": 2}\\n{"n": tru}\\n')
        >>> found.events, found.counts, [str(line) for line in found.bad]
        (2, {0: 1}, ['line 3, byte 7: this is not JSON'])
        """
        lang = _native.language(lang)
        return LineMatches(self._native.match_lines(data, lang), self._names, first_line, lang)

    @staticmethod
    def _refused(text: str, lang: Lang) -> RulepadError:
        explanation = explained('{"source": [{"exists": true}]}', text, "rule", lang)
        if explanation.verdict == "event_error":
            return refused(explanation)
        return EventError(explanation.answer, None, explanation.diagnostics)
