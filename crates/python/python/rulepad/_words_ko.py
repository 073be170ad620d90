"""The sentences of the Python side in Korean; those of the core come from it."""

from __future__ import annotations

from collections.abc import Iterable

_SEVERITIES = {"error": "오류", "warning": "경고", "note": "참고"}


def work_limit(rules: Iterable[object]) -> str:
    """The work limit was reached before some rules had a verdict."""
    return f"필요한 계산이 한도를 넘어 판정하지 못한 규칙이 있습니다: {_listed(rules)}"


def not_rules() -> str:
    """A set is made of something else than patterns."""
    return "`rules` 인자는 이름과 패턴의 매핑이거나 패턴의 시퀀스이어야 합니다"


def slice_size(size: int) -> str:
    """Pieces of no size."""
    return f"`size` 인자는 1 이상이어야 합니다(현재 {size})"


def of_rule(name: object) -> str:
    """Whose pattern is refused."""
    return f"규칙 {name!r}"


def must_match() -> str:
    """An event had to match."""
    return "이벤트가 일치하지 않지만, 일치해야 합니다"


def must_not_match() -> str:
    """An event had to be left alone."""
    return "이벤트가 일치하지만, 일치하지 않아야 합니다"


def other_reason(expected: Iterable[str], found: Iterable[str]) -> str:
    """An event does not match, because of other conditions."""
    return (
        "이벤트가 테스트에서 기대한 것과 다른 조건 때문에 일치하지 않습니다"
        f"(실제: {_listed(found)}, 기대: {_listed(expected)})"
    )


def bad_line(line: int, byte: int, message: str) -> str:
    """A line that is not an event."""
    return f"{line}번째 줄, {byte}바이트 위치: {message}"


def condition(name: str, sentence: str) -> str:
    """What became of a condition: the sentence does not name its field."""
    return f"{name}: {sentence}"


def near_miss(text: str) -> str:
    """What nearly matched."""
    return f"거의 일치: {text}"


def severity(name: str) -> str:
    """How bad a problem is."""
    return _SEVERITIES[name]


def help(text: str) -> str:
    """What to do."""
    return f"도움말: {text}"


def meaning(text: str) -> str:
    """What AWS's words mean."""
    return f"뜻: {text}"


def _listed(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)
