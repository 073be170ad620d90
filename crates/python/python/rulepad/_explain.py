"""An event pattern on an event."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from rulepad import _native
from rulepad._diagnostics import Diagnostic, Edit, Span, diagnostics, edits, span
from rulepad._errors import EventError, PatternError, RulepadError, UndecidedError
from rulepad._types import Dialect, Json, Lang, Verdict
from rulepad._words import words


@dataclass(frozen=True)
class NearMiss:
    """Something that almost met a condition: another case, a typo, a number in quotes."""

    text: str
    """The difference, in a sentence."""
    edits: tuple[Edit, ...]
    """The edits of the pattern that would close it; empty where there is no obvious one."""


@dataclass(frozen=True)
class Condition:
    """A condition of a pattern, an ``$or`` or one of its branches, and whether it holds."""

    depth: int
    """How deep it is under ``$or`` branches."""
    kind: Literal["condition", "any_of", "branch"]
    """A condition on a field, an ``$or``, or one branch of it."""
    name: str
    """The field, ``$or``, or the number of a branch."""
    holds: bool
    """Whether it holds."""
    sentence: str
    """What happened; it names the field in English alone, and ``str()`` of the condition in every language."""
    requires: str
    """What it requires; empty for an ``$or`` and its branches."""
    saw: str
    """What the event has; empty where it has nothing."""
    pattern: Span
    """Where it is in the pattern."""
    event: tuple[Span, ...]
    """The values of the event that were looked at."""
    near: tuple[NearMiss, ...]
    """What nearly matched."""
    lang: Lang = "en"
    """The language of the sentences."""

    def __str__(self) -> str:
        said = words(self.lang)
        is_condition = self.kind == "condition"
        sentence = said.condition(self.name, self.sentence) if is_condition else f"{self.name}: {self.sentence}"
        indent = "  " * self.depth
        lines = [f"{indent}{'✓' if self.holds else '✕'} {sentence}"]
        lines += [f"{indent}  {said.near_miss(own.text)}" for own in self.near]
        return "\n".join(lines)


@dataclass(frozen=True)
class Explanation:
    """Whether a pattern matches an event, and why. ``str()`` gives all of it as text."""

    verdict: Verdict
    """Whether the event matches."""
    answer: str
    """The verdict and its reason as one text."""
    conditions: tuple[Condition, ...]
    """Each condition and each branch of ``$or``, in the order of the pattern; empty where there is no verdict."""
    failed: tuple[str, ...]
    """The fields whose conditions fail, or fail together, sorted."""
    notes: tuple[str, ...]
    """What a dialect did to the record before the pattern was tried."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the two texts, or worth knowing: first of the pattern, then of the event."""
    aws_error: str | None
    """What AWS answers to a pattern that it refuses, word for word."""
    in_words: str | None
    """The pattern in words; ``None`` where AWS refuses it."""
    pattern: str
    """The pattern's JSON text, which positions refer to."""
    event: str
    """The event's JSON text, which positions refer to."""
    aws_gloss: str | None = None
    """What AWS's answer means, where :attr:`lang` is not English and that is known."""
    lang: Lang = "en"
    """The language of the sentences."""

    @property
    def matched(self) -> bool:
        """Whether the event matches."""
        return self.verdict == "match"

    def __str__(self) -> str:
        parts = [self.answer]
        if self.notes:
            parts.append("\n".join(self.notes))
        if self.conditions:
            parts.append("\n".join(str(own) for own in self.conditions))
        # Notes on a valid event are of no help: events of tests are short on purpose.
        problems = [str(own) for own in self.diagnostics if own.severity != "note"]
        if problems:
            parts.append("\n".join(problems))
        return "\n\n".join(parts)


def matches(pattern: Json, event: Json, *, dialect: Dialect = "rule", lang: Lang = "en") -> bool:
    """Whether an event matches an event pattern.

    ``dialect`` names the service that evaluates the pattern. Where it is not ``rule`` or ``archive``, the event is a
    record as that service hands it on.

    Raises :class:`PatternError` where AWS refuses the pattern, :class:`EventError` where the event cannot be read,
    :class:`UndecidedError` at the work limit.

    >>> matches({"source": [{"prefix": "aws."}]}, {"source": "aws.s3"})
    True
    """
    texts = _native.json_text("pattern", pattern, lang), _native.json_text("event", event, lang)
    verdict = _native.verdict(*texts, dialect, lang)
    if verdict in ("match", "no_match"):
        return verdict == "match"
    raise refused(explained(*texts, dialect, lang))


def explain(pattern: Json, event: Json, *, dialect: Dialect = "rule", lang: Lang = "en") -> Explanation:
    """Whether an event matches an event pattern, and why, condition by condition.

    Texts that AWS refuses raise nothing: :attr:`Explanation.verdict` and :attr:`Explanation.diagnostics` have it.

    >>> explain({"source": ["aws.s3"]}, {"source": "aws.ec2"}).answer
    'Does not match: source is "aws.ec2"; the pattern requires "aws.s3".'
    """
    texts = _native.json_text("pattern", pattern, lang), _native.json_text("event", event, lang)
    return explained(*texts, dialect, lang)


def explained(pattern: str, event: str, dialect: str, lang: Lang) -> Explanation:
    """The explanation for two JSON texts."""
    lang = _native.language(lang)
    data: dict[str, Any] = json.loads(_native.explain(pattern, event, dialect, lang))
    return Explanation(
        verdict=data["verdict"],
        answer=data["answer"],
        conditions=tuple(_condition(own, lang) for own in data["why"]),
        failed=tuple(data["failed"]),
        notes=tuple(data["notes"]),
        diagnostics=diagnostics(data["pattern"], lang) + diagnostics(data["event"], lang),
        aws_error=data["aws_error"],
        in_words=data["in_words"]["sentence"] if data["in_words"] else None,
        pattern=pattern,
        event=event,
        aws_gloss=data.get("aws_gloss"),
        lang=lang,
    )


def refused(explanation: Explanation, name: str | None = None) -> RulepadError:
    """The error for an explanation without a verdict; ``name`` is that of the rule in a set."""
    rule = "" if name is None else f"{name}: "
    match explanation.verdict:
        case "pattern_error":
            aws, gloss = explanation.aws_error, explanation.aws_gloss
            meaning = f"\n{words(explanation.lang).meaning(gloss)}" if gloss else ""
            return PatternError(f"{rule}{aws or explanation.answer}{meaning}", aws, explanation.diagnostics)
        case "event_error":
            return EventError(explanation.answer, None, explanation.diagnostics)
        case _:
            return UndecidedError(explanation.answer)


def _condition(data: dict[str, Any], lang: Lang) -> Condition:
    return Condition(
        depth=data["depth"],
        kind=data["kind"],
        name=data["name"],
        holds=data["holds"],
        sentence=data["sentence"],
        requires=data["wants"],
        saw=data["saw"],
        pattern=span(data["pattern"]),
        event=tuple(span(own) for own in data["event"]),
        near=tuple(NearMiss(own["text"], edits(own["edits"])) for own in data["near"]),
        lang=lang,
    )
