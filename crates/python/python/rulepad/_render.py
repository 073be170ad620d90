"""What a target receives of an event."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from rulepad import _native
from rulepad._diagnostics import Diagnostic, diagnostics
from rulepad._errors import EventError, InputError
from rulepad._types import Json, Lang


@dataclass(frozen=True)
class DeliveredPart:
    """One part of a request, as the service names it."""

    name: str
    """AWS's name for it, such as ``MessageBody``."""
    text: str
    """What it holds."""
    is_json: bool
    """Whether that is one JSON value."""


@dataclass(frozen=True)
class Delivery:
    """The request that the service behind the target receives."""

    operation: str
    """The operation that EventBridge calls, such as ``sqs:SendMessage``."""
    parts: tuple[DeliveredPart, ...]
    """What arrives, part by part."""
    notes: tuple[str, ...]
    """What to know about it."""
    unverified: tuple[str, ...]
    """What nobody has shown AWS to do; empty where all of it is verified."""
    refused: str | None
    """Why the service does not take it; ``None`` where it does."""


@dataclass(frozen=True)
class Rendered:
    """What becomes of an event under an input option."""

    payload: str | None
    """What the target receives; ``None`` where nothing arrives."""
    is_json: bool
    """Whether the payload is one JSON value."""
    reason: str | None
    """Why nothing arrives, or what nobody has shown AWS to do."""
    unverified: tuple[str, ...]
    """What follows from other rules of AWS only; empty where the payload is documented or was observed."""
    delivery: Delivery | None
    """The request to the service; ``None`` where nothing arrives or no ``arn`` names a known kind of target."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the option's texts and the event, or worth knowing."""


def render(
    event: Json,
    *,
    input_path: str | None = None,
    input: Json | None = None,
    input_paths_map: Json | None = None,
    input_template: str | None = None,
    rule_name: str | None = None,
    rule_arn: str | None = None,
    ingestion_time: str | None = None,
    arn: str | None = None,
    parameters: Json | None = None,
    endpoint: str | None = None,
    lang: Lang = "en",
) -> Rendered:
    """What a target receives of an event.

    One of ``input_path``, ``input``, and ``input_template`` with ``input_paths_map`` chooses the payload; without any,
    the target receives the event. ``rule_name``, ``rule_arn`` and ``ingestion_time`` are the values of the reserved
    variables. With ``arn``, the request to the target's service is worked out; ``parameters`` is the property of that
    kind of target (``SqsParameters`` and the like), ``endpoint`` what an API destination calls.

    Raises :class:`InputError` where AWS refuses the option, :class:`EventError` where the event cannot be read.

    >>> render({"detail": {"id": 7}}, input_paths_map={"id": "$.detail.id"}, input_template='{"order": <id>}').payload
    '{"order": 7}'
    """
    texts = {
        "input_path": input_path,
        "input": _text("input", input, lang),
        "input_paths_map": _text("input_paths_map", input_paths_map, lang),
        "input_template": input_template,
        "rule_name": rule_name,
        "rule_arn": rule_arn,
        "ingestion_time": ingestion_time,
        "arn": arn,
        "parameters": _text("parameters", parameters, lang),
        "endpoint": endpoint,
    }
    text = _native.json_text("event", event, lang)
    report: dict[str, Any] = json.loads(_native.render(text, json.dumps(texts), lang))
    lang = _native.language(lang)
    of_event = diagnostics(report["event"], lang)
    rendered: dict[str, Any] | None = report["rendered"]
    if rendered is None:
        errors = [own.message for own in of_event if own.severity == "error"]
        raise EventError(errors[0] if errors else "", None, of_event)
    found = diagnostics(rendered["diagnostics"], lang) + of_event
    outcome: dict[str, Any] = rendered["outcome"]
    kind = outcome["outcome"]
    if kind == "refused":
        raise InputError(outcome["message"], outcome["message"], found)
    # What would arrive if it could be delivered is no payload.
    payload = outcome if kind == "delivered" else outcome["would_be"] if kind == "unknown" else None
    return Rendered(
        payload=payload["text"] if payload else None,
        is_json=payload["is_json"] if payload else False,
        reason=outcome.get("reason"),
        unverified=tuple(rendered["certainty"].get("because", ())),
        delivery=_delivery(report["delivery"]),
        diagnostics=found,
    )


def _text(argument: str, value: Json | None, lang: Lang) -> str | None:
    return None if value is None else _native.json_text(argument, value, lang)


def _delivery(data: dict[str, Any] | None) -> Delivery | None:
    if data is None:
        return None
    return Delivery(
        operation=data["operation"],
        parts=tuple(DeliveredPart(own["name"], own["text"], own["is_json"]) for own in data["parts"]),
        notes=tuple(data["notes"]),
        unverified=tuple(data["unverified"]),
        refused=data["refused"],
    )
