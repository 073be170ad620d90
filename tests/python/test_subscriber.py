"""Subscribers of custom event buses, and JSONata expressions by themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rulepad import subscriber

ROOT = Path(__file__).resolve().parents[2]
SAMPLES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (ROOT / "crates/samples/data/subscribers.ndjson").read_text(encoding="utf-8").splitlines()
]


def text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: str(sample["id"]))
def test_a_sample_shows_what_it_says(sample: dict[str, Any]) -> None:
    published = sample.get("published", "recognize")
    found = subscriber.explain(text(sample["subscriber"]), text(sample["event"]), published=published)
    shows = sample["shows"]
    assert found.verdict == shows["verdict"]
    assert sorted({own.code for own in found.diagnostics}) == shows["codes"]
    arrives = found.events[0].arrives
    assert arrives is not None
    if "outcome" in shows:
        assert arrives.outcome == shows["outcome"]
        assert arrives.parameters == shows.get("parameters", {})
    assert found.target is not None and not found.target.refused_at_create
    # The problems of filters are told once.
    assert len(found.diagnostics) == len(set(map(str, found.diagnostics)))


def test_filters_are_dicts_or_texts_and_every_scope_is_explained() -> None:
    event = {"Data": {"id": 7}, "Metadata": {"tenant": "acme"}, "SystemMetadata": {"ContentType": "application/json"}}
    found = subscriber.explain_filters(event, data={"id": [7]}, metadata='{"tenant": ["globex"]}')
    assert [(own.scope, own.holds) for own in found.events[0].scopes] == [("DATA", True), ("METADATA", False)]
    assert not found.matched
    assert '✕ tenant is "acme"; the pattern requires "globex".' in str(found)
    assert subscriber.explain_filters(event).matched


def test_a_trap_of_filters_alone_is_among_the_diagnostics() -> None:
    found = subscriber.explain_filters({"id": 7}, data={"detail": {"id": [7]}})
    assert [own.code for own in found.diagnostics] == ["filter.for-put-events"]


def test_how_an_event_was_published_is_taken_or_refused() -> None:
    event = {"source": "shop", "detail-type": "d", "detail": {}}
    absent = {"aws:Source": [{"exists": False}]}
    assert not subscriber.explain_filters(event, system_metadata=absent).matched
    assert subscriber.explain_filters(event, system_metadata=absent, published="put-raw-events").matched
    with pytest.raises(ValueError, match="`put`: write `recognize`"):
        subscriber.explain_filters(event, published="put")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="게시하는 호출이 아닙니다"):
        subscriber.explain_filters(event, published="put", lang="ko")  # type: ignore[arg-type]


def test_spans_count_code_points() -> None:
    pattern = '{"é😀": "x"}'
    diagnostic = subscriber.explain_filters({}, data=pattern).diagnostics[0]
    where = diagnostic.labels[0].span
    assert pattern[where.start : where.end] == '"x"'


def test_an_event_source_lets_events_of_its_service_in() -> None:
    source = {
        "Name": "photos",
        "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde",
        "Configuration": {"AwsServiceEventsConfiguration": {"AwsService": "aws.s3"}},
    }
    event = {"source": "aws.s3", "detail-type": "Object Created", "detail": {}}
    found = subscriber.explain_event_source(source, event)
    assert (found.verdict, found.proof) == ("match", '{"aws:Source":["aws.s3"]}')
    assert subscriber.explain_event_source(source, {**event, "source": "aws.ec2"}).verdict == "no_match"


def test_an_expression_gives_pieces_that_make_up_its_text() -> None:
    expression = '{% "😀 " & $uppercase($events.Data.이름) & $events.Data.n %}'
    found = subscriber.evaluate(expression, {"é😀": 1, "이름": "ann", "n": 2})
    (result,) = found.results
    assert result.text == "😀 ANN2"
    assert "".join(result.text[own.out.start : own.out.end] for own in result.pieces) == result.text
    made = next(own for own in result.pieces if own.origin == "made_from")
    assert expression[made.span.start : made.span.end] == "$uppercase($events.Data.이름)"
    (place,) = made.places
    assert found.events[place.event][place.span.start : place.span.end].strip('"') == "ann"


def test_an_expression_that_is_refused_fails_or_gives_nothing() -> None:
    refused = subscriber.evaluate("{% $events.Data. %}", {})
    assert refused.is_refused and refused.results == ()
    assert refused.diagnostics[0].code == "jsonata.syntax"
    assert subscriber.evaluate("{% $events.Data.none %}", {}).results[0].outcome == "nothing"
    assert subscriber.evaluate("{% $events.Data.a + 1 %}", {"a": "x"}).results[0].outcome == "failed"
    assert not subscriber.evaluate("orders", {}, use="parameter").is_expression


def test_a_batch_is_one_array() -> None:
    events = '[{"source": "a", "detail-type": "d", "detail": {"n": 1}}, {"source": "a", "detail-type": "d", "detail": {"n": 2}}]'
    assert [own.text for own in subscriber.evaluate("{% $events.Data.detail.n %}", events).results] == ["1", "2"]
    once = subscriber.evaluate("{% $sum($events.Data.detail.n) %}", events, batch=True, use="parameter")
    assert [own.text for own in once.results] == ["3"]


def test_what_a_predicate_lets_through_is_listed() -> None:
    expression = "{% $events.Data.items[n > 1].n %}"
    (own,) = subscriber.evaluate(expression, {"items": [{"n": 1}, {"n": 2}, {"n": 3}]}).results[0].filtered
    assert (expression[own.span.start : own.span.end], own.tested, own.passed) == ("n > 1", 3, (1, 2))


def test_time_and_chance_are_given() -> None:
    def of(now: int, seed: int) -> str | None:
        return subscriber.evaluate("{% $now() & $random() %}", {}, now=now, seed=seed).results[0].text

    assert of(0, 7) == of(0, 7)
    assert of(0, 7) != of(0, 8)
    assert (of(0, 7) or "").startswith("1970-01-01T00:00:00.000Z")


def test_sentences_are_korean_where_that_is_asked() -> None:
    found = subscriber.explain_filters({"id": 7}, data={"detail": {"id": [7]}}, lang="ko")
    assert any("가" <= letter <= "힣" for letter in found.headline + found.diagnostics[0].message)


def test_a_rule_becomes_a_subscriber_for_each_target() -> None:
    bus = "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde"
    rule = {
        "Name": "builds",
        "EventPattern": '{"source": ["aws.codebuild"]}',
        "Targets": [
            {"Id": "queue", "Arn": "arn:aws:sqs:us-east-1:111122223333:builds", "InputPath": "$.detail"},
            {"Id": "bus", "Arn": "arn:aws:events:us-east-1:111122223333:event-bus/other", "InputPath": "$.detail"},
        ],
    }
    found = subscriber.migrate(json.dumps(rule), bus)
    (own,) = found.rules
    assert [source.origin for source in own.sources] == ["aws.codebuild"]
    queue, other = own.targets
    assert queue.losses == () and queue.request is not None
    assert other.request is None and len(other.losses) == 1
    assert not found.is_whole
    event = {"source": "aws.codebuild", "detail-type": "d", "detail": {"status": "FAILED"}}
    arrives = subscriber.explain(queue.request, event).events[0].arrives
    assert arrives is not None and arrives.payload == '{"status":"FAILED"}'
    assert subscriber.migrate("hello", bus).diagnostics and not subscriber.migrate("hello", bus).is_whole
