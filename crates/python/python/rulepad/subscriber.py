"""Subscribers of custom event buses, EventBridge's second generation: filters by scope, a transformer, one target.

* :func:`explain`: whether a subscriber gets an event, why, and what arrives at its target
* :func:`explain_filters`: the same of filters alone
* :func:`explain_event_source`: whether an event of an AWS service or a partner comes to the bus
* :func:`evaluate`: a JSONata expression by itself, with the origin of each part of its result
* :func:`migrate`: rules as subscribers, one for each target, with what is lost and what changes

An event is a classic event, a payload, an entry of ``PutEvents`` or ``PutRawEvents``, an event with its metadata, or a
log record. What is not known about AWS is in ``unverified``, never guessed silently.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from rulepad import _native
from rulepad._diagnostics import Diagnostic, Span, diagnostics, span
from rulepad._types import Json, Lang

Scope: TypeAlias = Literal["DATA", "METADATA", "SYSTEM_METADATA"]
"""The part of an event that a filter reads."""

Published: TypeAlias = Literal["recognize", "put-events", "put-raw-events"]
"""The call that published an event; ``recognize`` goes by the shape of the event."""

Verdict: TypeAlias = Literal[
    "match", "no_match", "filter_error", "subscriber_error", "event_error", "undecided"
]
"""Whether a subscriber gets an event. The errors say what AWS refuses; ``undecided`` depends on what AWS alone sets, or on
what is not documented."""


@dataclass(frozen=True)
class Condition:
    """What became of one condition of a filter."""

    depth: int
    """How many branches of ``$or`` are around it."""
    holds: bool
    """Whether it holds."""
    sentence: str
    """What it requires and what the event has, with the name of the field."""
    near: tuple[str, ...]
    """What nearly matched."""

    def __str__(self) -> str:
        mark = "✓" if self.holds else "✕"
        return "\n".join([f"{'  ' * self.depth}{mark} {self.sentence}", *(f"{'  ' * self.depth}  {own}" for own in self.near)])


@dataclass(frozen=True)
class ScopeResult:
    """What one filter found."""

    scope: Scope
    """The part of the event that it reads."""
    holds: bool | None
    """Whether it accepts the event; ``None`` where that is not known."""
    summary: str
    """What came of it, in short."""
    conditions: tuple[Condition, ...]
    """Every condition, in the order of the pattern."""

    def __str__(self) -> str:
        return "\n".join([f"{self.scope}: {self.summary}", *(str(own) for own in self.conditions)])


@dataclass(frozen=True)
class Arrived:
    """What arrives at the target for one event."""

    outcome: Literal["text", "bytes", "failed", "request", "not_known"]
    """``failed`` where the expression gives nothing, which AWS retries; ``request`` where a parameter is the request."""
    payload: str | None
    """The text that arrives; the Base64 of bytes."""
    call: str | None
    """What one call carries where the batch has no other event, if that is not the payload itself."""
    parameters: dict[str, str | None]
    """The parameters that are expressions, by their path; ``None`` where one gives nothing."""
    unverified: tuple[str, ...]
    """What is not verified about it."""


@dataclass(frozen=True)
class EventResult:
    """What a subscriber makes of one event."""

    verdict: Verdict
    """Whether it passes."""
    headline: str
    """The verdict in words."""
    said: str
    """What the text was taken for."""
    published: Literal["put-events", "put-raw-events"] | None
    """The call that published it; ``None`` where nothing shows it."""
    event: str
    """The event with its three parts, a JSON text."""
    scopes: tuple[ScopeResult, ...]
    """What every filter found."""
    arrives: Arrived | None
    """What arrives at the target if the event passes; ``None`` where there is no target."""
    unverified: tuple[str, ...]
    """What is not verified about the verdict."""


@dataclass(frozen=True)
class Finding:
    """A problem of the target, and who refuses it."""

    refusal: Literal["at_create", "by_target", "nobody"]
    """AWS when the subscriber is made, the target at every delivery, or nobody."""
    diagnostic: Diagnostic
    """The problem."""


@dataclass(frozen=True)
class Policy:
    """A policy of the role."""

    title: str
    """What it is."""
    text: str
    """The document, a JSON text."""


@dataclass(frozen=True)
class Target:
    """The target of a subscriber."""

    kind: str | None
    """What it is; ``None`` where it is no target."""
    refused_at_create: bool
    """Whether AWS refuses the subscriber at create."""
    refused_by_target: bool
    """Whether the target refuses every delivery of a subscriber that AWS takes."""
    findings: tuple[Finding, ...]
    """Its problems."""
    settings: tuple[str, ...]
    """How events are delivered."""
    policies: tuple[Policy, ...]
    """What the role must allow, and who may assume it."""
    unverified: tuple[str, ...]
    """What is not verified about it."""


@dataclass(frozen=True)
class Explanation:
    """What a subscriber makes of events."""

    verdict: Verdict
    """Of several events the worst: no verdict, then no match."""
    headline: str
    """The verdict in words."""
    events: tuple[EventResult, ...]
    """The events, in the order of the text."""
    target: Target | None
    """The target; ``None`` where there are filters alone."""
    diagnostics: tuple[Diagnostic, ...]
    """Problems of the subscriber, or of the filters where there is none, then those of the events."""
    notes: tuple[str, ...]
    """What was done to the text to get the events."""
    unverified: tuple[str, ...]
    """What is not verified about all of it."""

    @property
    def matched(self) -> bool:
        """Whether the subscriber gets every event."""
        return self.verdict == "match"

    def __str__(self) -> str:
        parts = [self.headline]
        parts += ["\n".join(str(scope) for scope in own.scopes) for own in self.events if own.scopes]
        # Notes on a valid event are of no help: events of tests are short on purpose.
        problems = [str(own) for own in self.diagnostics if own.severity != "note"]
        if problems:
            parts.append("\n".join(problems))
        return "\n\n".join(parts)


@dataclass(frozen=True)
class SourceExplanation:
    """What an event source makes of an event."""

    verdict: Verdict
    """Whether the event comes to the bus."""
    headline: str
    """The verdict in words."""
    conditions: tuple[str, ...]
    """Every condition of the pattern."""
    proof: str | None
    """The ``SYSTEM_METADATA`` filter that accepts what comes from this source alone, a JSON text."""
    diagnostics: tuple[Diagnostic, ...]
    """Problems of the source, then of the event."""
    unverified: tuple[str, ...]
    """What is not verified about it."""


@dataclass(frozen=True)
class Place:
    """A value in one of the events that an expression reads."""

    event: int
    """The number of the event in :attr:`Evaluation.events`."""
    scope: Scope | None
    """The part of the event; ``None`` for the whole."""
    span: Span
    """Where it is in the text of the event."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a result with one origin."""

    out: Span
    """Where it is in the result."""
    origin: Literal["expression", "event", "made_from", "computed"]
    """Written in the expression; copied from the event; made from values and nothing else; or computed."""
    span: Span
    """The part of the expression that makes it."""
    places: tuple[Place, ...]
    """The values in the events that it comes from."""


@dataclass(frozen=True)
class Filtered:
    """What a predicate, such as ``[total > 500]``, let through of a sequence."""

    span: Span
    """The predicate, in the expression."""
    tested: int
    """How many elements it was tried on."""
    passed: tuple[int, ...]
    """The places of those that passed in the sequence, from 0."""
    more: int
    """How many more passed, beyond what is listed."""


@dataclass(frozen=True)
class Result:
    """What an expression gives for an event, or for a batch."""

    outcome: Literal["delivered", "nothing", "null", "function", "failed", "stopped"]
    """All but ``delivered`` and ``function`` fail a delivery."""
    text: str | None
    """What arrives: of a string its characters, of everything else JSON; ``None`` without a value."""
    kind: Literal["string", "number", "boolean", "array", "object"] | None
    """What kind of value it is."""
    pieces: tuple[Piece, ...]
    """Where each part of the text came from: in order, without gap or overlap."""
    reads: tuple[Place, ...]
    """What the expression reads; everything else of the events has no influence."""
    filtered: tuple[Filtered, ...]
    """What the predicates of the expression let through, in the order in which they were applied."""
    unverified: tuple[str, ...]
    """What is not verified about it."""


@dataclass(frozen=True)
class Evaluation:
    """What a text gives for events."""

    is_expression: bool
    """Whether the text is an expression: ``False`` for a literal."""
    is_refused: bool
    """Whether AWS refuses the text when a subscriber is created."""
    results: tuple[Result, ...]
    """One for each event, or one for the batch; none where the text is refused or a literal."""
    events: tuple[str, ...]
    """The events as they were read, JSON texts."""
    diagnostics: tuple[Diagnostic, ...]
    """Problems of the expression and of its results, then those of the events."""


@dataclass(frozen=True)
class MigratedSource:
    """An event source that a bus needs."""

    origin: str
    """Whose events it brings: an AWS service such as ``aws.s3``, or a partner's event source."""
    request: str
    """The request of ``CreateEventSource``, a JSON text."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it; places are in it."""


@dataclass(frozen=True)
class MigratedTarget:
    """A target of a rule as a subscriber."""

    id: str
    """The id of the target."""
    request: str | None
    """The request of ``CreateSubscriber``, a JSON text; ``None`` where a loss says why there is none."""
    policies: tuple[Policy, ...]
    """What the role of the subscriber must allow, and who may assume it."""
    is_new_role: bool
    """Whether the role does not exist yet: its ARN in the request is a proposal."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the request; places are in it."""
    losses: tuple[str, ...]
    """What of the target cannot be kept."""
    changes: tuple[str, ...]
    """What behaves differently."""


@dataclass(frozen=True)
class MigratedRule:
    """A rule as subscribers."""

    label: str
    """What tells it apart from the others of the text."""
    targets: tuple[MigratedTarget, ...]
    """One for each target; none where the pattern cannot be written as a filter."""
    sources: tuple[MigratedSource, ...]
    """The event sources that the bus needs for the events of AWS services and of a partner."""
    losses: tuple[str, ...]
    """What of the rule and its pattern cannot be kept."""
    changes: tuple[str, ...]
    """What behaves differently for every target."""
    notes: tuple[str, ...]
    """What was changed or left out when the rule was read."""


@dataclass(frozen=True)
class Migration:
    """The rules of a text as subscribers."""

    rules: tuple[MigratedRule, ...]
    """The rules, in the order of the text."""
    diagnostics: tuple[Diagnostic, ...]
    """What could not be taken from the text."""

    @property
    def is_whole(self) -> bool:
        """Whether every rule was read, and nothing of it is lost."""
        broken = any(own.severity == "error" for own in self.diagnostics)
        lost = any(rule.losses or any(own.losses for own in rule.targets) for rule in self.rules)
        return bool(self.rules) and not broken and not lost


def explain(
    subscriber: Json, event: Json, *, published: Published = "recognize", lang: Lang = "en"
) -> Explanation:
    """Whether a subscriber gets the events in a text, why, and what arrives at its target.

    ``subscriber`` is a request of ``CreateSubscriber``, an answer of ``DescribeSubscriber``, or its filters. Texts that AWS
    refuses raise nothing: the verdict and the diagnostics have it.

    >>> orders = {
    ...     "Name": "orders",
    ...     "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde",
    ...     "FilterConfiguration": {"Filters": [{"Scope": "DATA", "Pattern": '{"total": [{"numeric": [">", 500]}]}'}]},
    ...     "Transformer": {"Type": "JSONATA", "JsonataConfiguration": {"Expression": '{% "order " & $events.Data.id %}'}},
    ...     "InvokeConfiguration": {
    ...         "TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders",
    ...         "RoleArn": "arn:aws:iam::111122223333:role/deliver",
    ...     },
    ... }
    >>> found = explain(orders, {"id": 7, "total": 700})
    >>> found.verdict, found.events[0].arrives.payload
    ('match', 'order 7')
    """
    texts = _native.json_text("subscriber", subscriber, lang), _native.json_text("event", event, lang)
    return _explanation(_native.subscriber(*texts, published, lang), lang)


def explain_filters(
    event: Json,
    *,
    data: Json | None = None,
    metadata: Json | None = None,
    system_metadata: Json | None = None,
    published: Published = "recognize",
    lang: Lang = "en",
) -> Explanation:
    """Whether filters accept the events in a text, and why. An event must pass all of them; without any, every event does.

    >>> print(explain_filters({"id": 7}, metadata={"tenant": ["acme"]}).verdict)
    no_match
    """
    own = {"data": data, "metadata": metadata, "system_metadata": system_metadata}
    given = [None if value is None else _native.json_text(name, value, lang) for name, value in own.items()]
    text = _native.json_text("event", event, lang)
    return _explanation(_native.filters(given[0], given[1], given[2], text, published, lang), lang)


def explain_event_source(source: Json, event: Json, *, lang: Lang = "en") -> SourceExplanation:
    """Whether a classic event crosses an event source, a request of ``CreateEventSource``."""
    texts = _native.json_text("source", source, lang), _native.json_text("event", event, lang)
    report: dict[str, Any] = json.loads(_native.event_source(*texts, lang))
    lang = _native.language(lang)
    return SourceExplanation(
        verdict=report["verdict"],
        headline=report["headline"],
        conditions=tuple(report["why"]),
        proof=report["proof"],
        diagnostics=diagnostics(report["source"], lang) + diagnostics(report["event"], lang),
        unverified=tuple(report["unverified"]),
    )


def evaluate(
    expression: str,
    event: Json,
    *,
    published: Published = "recognize",
    use: Literal["transformer", "parameter", "universal_input"] = "transformer",
    batch: bool = False,
    now: int | None = None,
    seed: int = 0,
    lang: Lang = "en",
) -> Evaluation:
    """What a JSONata expression, with its ``{%`` and ``%}``, gives for the events in a text.

    ``use`` decides how long the text may be and whether it may be a literal. With ``batch``, ``$events`` is an array of all
    events, as in parameters of Lambda and Step Functions targets. ``now`` is the time of ``$now`` in milliseconds since
    1970 (without it, that of the event), ``seed`` decides the numbers of ``$random``: the same call gives the same result.

    >>> result = evaluate('{% $uppercase($events.Data.name) & "!" %}', {"name": "ann"}).results[0]
    >>> result.text, [piece.origin for piece in result.pieces]
    ('ANN!', ['made_from', 'expression'])
    """
    options = {"published": published, "use": use, "batch": batch, "now": now, "seed": seed}
    text = _native.json_text("event", event, lang)
    report: dict[str, Any] = json.loads(_native.expression(expression, text, json.dumps(options), lang))
    lang = _native.language(lang)
    return Evaluation(
        is_expression=report["is_expression"],
        is_refused=report["is_refused"],
        results=tuple(_result(own) for own in report["results"]),
        events=tuple(own["event"] for own in report["events"]),
        diagnostics=diagnostics(report["expression"], lang) + diagnostics(report["event"], lang),
    )


def migrate(text: str, bus: str, *, lang: Lang = "en") -> Migration:
    """The rules in a text, in any form that Rulepad imports, as subscribers of the custom event bus with this ARN.

    >>> rule = '{"Name": "r", "EventPattern": "{}", "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:111122223333:q"}]}'
    >>> bus = "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde"
    >>> migrate(rule, bus).rules[0].targets[0].id
    'q'
    """
    data: dict[str, Any] = json.loads(_native.migrate(text, bus, lang))
    lang = _native.language(lang)
    return Migration(
        rules=tuple(_rule(own, lang) for own in data["rules"]),
        diagnostics=diagnostics(data["diagnostics"], lang),
    )


def _rule(data: dict[str, Any], lang: Lang) -> MigratedRule:
    return MigratedRule(
        label=data["label"],
        targets=tuple(_migrated(own, lang) for own in data["targets"]),
        sources=tuple(
            MigratedSource(own["origin"], own["request"], diagnostics(own["problems"], lang)) for own in data["sources"]
        ),
        losses=tuple(data["losses"]),
        changes=tuple(data["changes"]),
        notes=tuple(data["notes"]),
    )


def _migrated(data: dict[str, Any], lang: Lang) -> MigratedTarget:
    own: dict[str, Any] = data["subscriber"] or {"request": None, "policies": [], "problems": [], "is_new_role": False}
    return MigratedTarget(
        id=data["id"],
        request=own["request"],
        policies=tuple(Policy(one["title"], one["text"]) for one in own["policies"]),
        is_new_role=own["is_new_role"],
        diagnostics=diagnostics(own["problems"], lang),
        losses=tuple(data["losses"]),
        changes=tuple(data["changes"]),
    )


def _explanation(report: str, lang: Lang) -> Explanation:
    data: dict[str, Any] = json.loads(report)
    lang = _native.language(lang)
    # Problems of filters are among those of their subscriber.
    of_filters = () if data["target"] else tuple(own for part in data["filters"] for own in part["diagnostics"])
    own = data["subscriber"] or list(of_filters)
    return Explanation(
        verdict=data["verdict"],
        headline=data["headline"],
        events=tuple(_event(own) for own in data["events"]),
        target=_target(data["target"], lang),
        diagnostics=diagnostics(own, lang) + diagnostics(data["event"], lang),
        notes=tuple(data["notes"]),
        unverified=tuple(data["unverified"]),
    )


def _event(data: dict[str, Any]) -> EventResult:
    return EventResult(
        verdict=data["verdict"],
        headline=data["headline"],
        said=data["said"],
        published=data["published"],
        event=data["event"],
        scopes=tuple(_scope(own) for own in data["scopes"]),
        arrives=_arrived(data["arrives"]),
        unverified=tuple(data["unverified"]),
    )


def _scope(data: dict[str, Any]) -> ScopeResult:
    return ScopeResult(
        scope=data["scope"],
        holds=data["holds"],
        summary=data["summary"],
        conditions=tuple(
            Condition(own["depth"], own["holds"], own["sentence"], tuple(near["text"] for near in own["near"])) for own in data["why"]
        ),
    )


def _arrived(data: dict[str, Any] | None) -> Arrived | None:
    if data is None:
        return None
    return Arrived(
        outcome=data["outcome"],
        payload=data["payload"],
        call=data["call"],
        parameters={own["path"]: own["value"] for own in data["parameters"]},
        unverified=tuple(data["unverified"]),
    )


def _target(data: dict[str, Any] | None, lang: Lang) -> Target | None:
    if data is None:
        return None
    return Target(
        kind=data["kind"],
        refused_at_create=data["refused_at_create"],
        refused_by_target=data["refused_by_target"],
        findings=tuple(
            Finding(own["refusal"], diagnostics([own["diagnostic"]], lang)[0]) for own in data["findings"]
        ),
        settings=tuple(data["settings"]),
        policies=tuple(Policy(own["title"], own["text"]) for own in data["policies"]),
        unverified=tuple(data["unverified"]),
    )


def _place(data: dict[str, Any]) -> Place:
    return Place(data["event"], data["scope"], span(data["span"]))


def _result(data: dict[str, Any]) -> Result:
    return Result(
        outcome=data["outcome"],
        text=data["text"],
        kind=data["kind"],
        pieces=tuple(
            Piece(span(own["out"]), own["from"], span(own["span"]), tuple(_place(place) for place in own["places"]))
            for own in data["pieces"]
        ),
        reads=tuple(_place(own) for own in data["reads"]),
        filtered=tuple(
            Filtered(span(own["span"]), own["tested"], tuple(own["passed"]), own["more"]) for own in data["filtered"]
        ),
        unverified=tuple(data["unverified"]),
    )
