"""What is wrong with a text: where, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from rulepad._types import Lang
from rulepad._words import words


class Span(NamedTuple):
    """A stretch of a text, in code points: ``text[start:end]``."""

    start: int
    """The first code point."""
    end: int
    """The code point behind the last one."""


@dataclass(frozen=True)
class Edit:
    """A replacement of a stretch of a text."""

    span: Span
    """What to replace; empty to insert."""
    text: str
    """The new text."""


@dataclass(frozen=True)
class Help:
    """One thing to do."""

    text: str
    """What to do, without a full stop."""
    edits: tuple[Edit, ...]
    """The edits of the document that do it; empty where there is no obvious one."""


@dataclass(frozen=True)
class Label:
    """A place and what it has to do with the problem."""

    document: str
    """Which text: ``pattern``, ``event``, ``input_path``, ``input_template``, …"""
    span: Span
    """Where in it."""
    text: str
    """A few words on this place; empty where the message says it all."""


@dataclass(frozen=True)
class Diagnostic:
    """A problem of a text, or something worth knowing about it."""

    code: str
    """The stable name of the problem, as ``pattern.bare-value``."""
    severity: Literal["error", "warning", "note"]
    """``error`` where AWS refuses the text, ``warning`` where it is probably wrong."""
    message: str
    """What happened and what was found, in lower case."""
    labels: tuple[Label, ...]
    """Where; the first label is the main place."""
    help: tuple[Help, ...]
    """What to do, most useful first."""
    aws: str | None
    """What AWS says about this problem, where it says anything."""
    gloss: str | None = None
    """What AWS's words mean, where :attr:`lang` is not English and that is known."""
    lang: Lang = "en"
    """The language of the sentences."""

    def __str__(self) -> str:
        said = words(self.lang)
        place = f"{self.labels[0].document}: " if self.labels else ""
        lines = [f"{place}{said.severity(self.severity)}: {self.message} [{self.code}]"]
        lines += [f"  {said.help(own.text)}" for own in self.help]
        return "\n".join(lines)


def span(data: dict[str, int]) -> Span:
    """A span of a report."""
    return Span(data["start"], data["end"])


def edits(data: list[dict[str, Any]]) -> tuple[Edit, ...]:
    """Edits of a report."""
    return tuple(Edit(span(own["span"]), own["text"]) for own in data)


def diagnostics(data: list[dict[str, Any]], lang: Lang) -> tuple[Diagnostic, ...]:
    """Diagnostics of a report."""
    return tuple(_diagnostic(own, lang) for own in data)


def _diagnostic(data: dict[str, Any], lang: Lang) -> Diagnostic:
    reference = data["reference"]
    return Diagnostic(
        code=data["code"],
        severity=data["severity"],
        message=data["message"],
        labels=tuple(Label(own["document"], span(own["span"]), own["text"]) for own in data["labels"]),
        help=tuple(Help(own["text"], edits(own["edits"])) for own in data["help"]),
        aws=reference["sentence"] if reference else None,
        gloss=reference.get("gloss") if reference else None,
        lang=lang,
    )
