"""The pytest plugin: fixtures whose failure message is the explanation."""

from __future__ import annotations

from typing import Protocol

import pytest

from rulepad import testing
from rulepad._types import Dialect, Json, Lang


class AssertMatches(Protocol):
    """The type of the fixture ``assert_matches``."""

    def __call__(self, pattern: Json, event: Json, *, dialect: Dialect = "rule", lang: Lang = "en") -> None:
        """See :func:`rulepad.testing.assert_matches`."""
        ...


class AssertNotMatches(Protocol):
    """The type of the fixture ``assert_not_matches``."""

    def __call__(
        self,
        pattern: Json,
        event: Json,
        *,
        because: str | testing.Fields | None = None,
        dialect: Dialect = "rule",
        lang: Lang = "en",
    ) -> None:
        """See :func:`rulepad.testing.assert_not_matches`."""
        ...


@pytest.fixture(scope="session")
def assert_matches() -> AssertMatches:
    """Fails unless an event matches a pattern; the message is the explanation."""
    return testing.assert_matches


@pytest.fixture(scope="session")
def assert_not_matches() -> AssertNotMatches:
    """Fails if an event matches a pattern, or if other conditions fail than ``because`` names."""
    return testing.assert_not_matches
