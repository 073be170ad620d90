"""Sentences in Korean; what AWS says stays English."""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Callable

import pytest

import rulepad
from rulepad import testing

HANGUL = re.compile("[가-힣]")
PATTERN = {"source": ["shop"], "detail": {"total": [{"numeric": [">=", 100]}]}}
CHEAP = {"source": "shop", "detail": {"total": 1}}
DEAR = {"source": "shop", "detail": {"total": 250}}


def both(ask: Callable[[rulepad.Lang], object]) -> tuple[str, str]:
    """What is said in English and in Korean, as a value or in an exception."""
    said = []
    for lang in ("en", "ko"):
        try:
            said.append(str(ask(lang)))
        except (AssertionError, TypeError, ValueError, rulepad.RulepadError) as error:
            said.append(str(error))
    english, korean = said
    assert not HANGUL.search(english), english
    assert HANGUL.search(korean), korean
    return english, korean


@pytest.mark.parametrize(
    "ask",
    [
        lambda lang: rulepad.explain(PATTERN, CHEAP, lang=lang),
        lambda lang: rulepad.explain(PATTERN, CHEAP, lang=lang).conditions[1],
        lambda lang: rulepad.explain(PATTERN, CHEAP, lang=lang).in_words,
        lambda lang: rulepad.matches({"source": "shop"}, CHEAP, lang=lang),
        lambda lang: rulepad.matches(PATTERN, "[", lang=lang),
        lambda lang: rulepad.matches({"body": {"a": [1]}}, "[]", dialect="pipes", lang=lang),
        lambda lang: rulepad.render(CHEAP, input_path="$.none", lang=lang).reason,
        lambda lang: rulepad.render("[", lang=lang),
        lambda lang: rulepad.render(CHEAP, input_path="a", lang=lang).diagnostics[0],
        lambda lang: rulepad.RuleSet({"bad": {"source": "shop"}}, lang=lang),
        lambda lang: rulepad.RuleSet("{}", lang=lang),
        lambda lang: rulepad.RuleSet([PATTERN]).match("[", lang=lang),
        lambda lang: rulepad.RuleSet([PATTERN]).match_lines(b"[]\n", lang=lang).bad[0],
        lambda lang: testing.assert_matches(PATTERN, CHEAP, lang=lang),
        lambda lang: testing.assert_not_matches(PATTERN, DEAR, lang=lang),
        lambda lang: testing.assert_not_matches(PATTERN, CHEAP, because="source", lang=lang),
        lambda lang: next(rulepad.slices(io.BytesIO(b""), 0, lang=lang)),
        lambda lang: rulepad.matches(PATTERN, 5, lang=lang),  # type: ignore[arg-type]
        lambda lang: rulepad.matches(PATTERN, {1: 2}, lang=lang),  # type: ignore[dict-item]
        lambda lang: rulepad.matches(PATTERN, b"\xff", lang=lang),
        lambda lang: rulepad.matches(PATTERN, CHEAP, dialect="sqs", lang=lang),  # type: ignore[arg-type]
        lambda lang: rulepad.RuleSet([PATTERN]).match_lines("text", lang=lang),  # type: ignore[arg-type]
    ],
)
def test_everything_speaks_both_languages(ask: Callable[[rulepad.Lang], object]) -> None:
    both(ask)


def test_a_condition_names_its_field_in_both() -> None:
    english, korean = both(lambda lang: rulepad.explain(PATTERN, CHEAP, lang=lang).conditions[1])
    assert english == "✕ detail.total is 1; the pattern requires a number at least 100."
    assert korean == "✕ detail.total: 값이 1인데, 패턴이 기대하는 값은 100 이상의 숫자입니다."


def test_near_misses_and_helps_have_korean_labels() -> None:
    near = str(rulepad.explain({"source": ["Shop"]}, CHEAP, lang="ko"))
    assert "\n  거의 일치: 대소문자만 다른" in near
    problem = str(rulepad.explain({"source": "shop"}, CHEAP, lang="ko").diagnostics[0])
    assert problem.startswith("pattern: 오류: ") and "\n  도움말: " in problem


def test_what_aws_says_is_english_with_its_meaning() -> None:
    english, korean = (rulepad.explain({"source": "shop"}, CHEAP, lang=lang) for lang in ("en", "ko"))
    assert korean.aws_error == english.aws_error
    assert (english.aws_gloss, english.diagnostics[0].gloss) == (None, None)
    assert korean.aws_gloss and HANGUL.search(korean.aws_gloss)
    assert korean.diagnostics[0].aws == english.diagnostics[0].aws
    assert korean.diagnostics[0].gloss and HANGUL.search(korean.diagnostics[0].gloss)
    with pytest.raises(rulepad.PatternError) as raised:
        rulepad.RuleSet({"bad": {"source": "shop"}}, lang="ko")
    assert raised.value.aws == english.aws_error
    assert str(raised.value).startswith(f"규칙 'bad': {english.aws_error}\n뜻: ")


def test_data_is_the_same_in_both() -> None:
    english, korean = (rulepad.explain(PATTERN, CHEAP, lang=lang) for lang in ("en", "ko"))
    assert (english.verdict, english.failed) == (korean.verdict, korean.failed)
    assert [own.pattern for own in english.conditions] == [own.pattern for own in korean.conditions]
    assert rulepad.render(CHEAP, lang="ko").payload == rulepad.render(CHEAP).payload
    again = pickle.loads(pickle.dumps(korean))
    assert again == korean and str(again) == str(korean)


def test_of_a_tag_the_first_part_counts() -> None:
    korea: rulepad.Lang = "ko-KR"  # type: ignore[assignment]
    assert rulepad.explain(PATTERN, CHEAP, lang=korea) == rulepad.explain(PATTERN, CHEAP, lang="ko")
    assert str(rulepad.RuleSet([PATTERN]).match_lines(b"[]", lang=korea).bad[0]).startswith("1번째 줄, 1바이트 위치: ")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: rulepad.explain(PATTERN, CHEAP, lang="fr"),  # type: ignore[arg-type]
        lambda: rulepad.matches(PATTERN, CHEAP, lang="fr"),  # type: ignore[arg-type]
        lambda: rulepad.render(CHEAP, lang="fr"),  # type: ignore[arg-type]
        lambda: rulepad.RuleSet([PATTERN], lang="fr"),  # type: ignore[call-overload]
        lambda: rulepad.RuleSet([PATTERN]).match(CHEAP, lang="fr"),  # type: ignore[arg-type]
        lambda: rulepad.RuleSet([PATTERN]).match_lines(b"{}", lang="fr"),  # type: ignore[arg-type]
        lambda: testing.assert_matches(PATTERN, DEAR, lang="fr"),  # type: ignore[arg-type]
        lambda: next(rulepad.slices(io.BytesIO(b""), 0, lang="fr")),  # type: ignore[arg-type]
    ],
)
def test_a_language_that_there_is_not_is_an_error(ask: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="there is no language `fr`: write `en` or `ko`"):
        ask()
