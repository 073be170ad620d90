"""The pytest plugin: fixtures whose failure message is the explanation, and test files of rules as tests."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import pytest

from rulepad import _native, testing
from rulepad._types import Dialect, Json, Lang

_ENDS = (".rulepad.yaml", ".rulepad.yml", ".rulepad.json")


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


def pytest_addoption(parser: pytest.Parser) -> None:
    """The language of what test files of rules say."""
    parser.addini("rulepad_lang", "The language of explanations of rule tests: en or ko.", default="en")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleTests | None:
    """Test files of rules, as ``rulepad verify`` finds them."""
    if not file_path.name.endswith(_ENDS):
        return None
    return RuleTests.from_parent(parent, path=file_path)


class RuleTests(pytest.File):
    """A test file of rules: each of its checks is a test."""

    def collect(self) -> Iterable[RuleTest]:
        """Runs the file once; a file that cannot be read is an error of collection."""
        name = _shown(self.path)
        lang = self.config.getini("rulepad_lang")
        try:
            text = _read(str(self.path))
        except (OSError, UnicodeDecodeError) as error:
            raise self.CollectError(f"{name}: {error}") from error
        found = json.loads(_native.verify(name, text, self._paths, _read, lang))
        if found["is_broken"]:
            raise self.CollectError("\n".join(found["problems"]))
        for problem in found["problems"]:
            self.warn(pytest.PytestCollectionWarning(problem))
        for check in found["checks"]:
            yield RuleTest.from_parent(self, name=check["name"], check=check)

    def _paths(self, pattern: str) -> list[str]:
        whole = self.path.parent / pattern
        if whole.is_file():
            return [_shown(whole)]
        # The folder's own name may have characters that mean something in a pattern.
        pattern = os.path.join(glob.escape(str(self.path.parent)), pattern)
        return sorted(_shown(Path(path)) for path in glob.glob(pattern, recursive=True) if os.path.isfile(path))


class RuleTest(pytest.Item):
    """One check: a rule and an event."""

    def __init__(self, *, check: dict[str, object], **more: object) -> None:
        super().__init__(**more)  # type: ignore[arg-type]
        self.check = check

    def runtest(self) -> None:
        """Fails with the explanation."""
        if not self.check["passed"]:
            raise RuleTestFailed(self.check["lines"])

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The explanation alone, without a trace through this plugin."""
        if isinstance(excinfo.value, RuleTestFailed):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the expectation is; pytest counts lines from 0."""
        line = self.check["line"]
        assert isinstance(line, int)
        return self.path, line - 1, self.name


class RuleTestFailed(AssertionError):
    """A check that is not as expected."""

    def __init__(self, lines: object) -> None:
        assert isinstance(lines, list)
        super().__init__("\n".join(str(line) for line in lines))


def _shown(path: Path) -> str:
    """The path as it is seen from the current folder, as ``rulepad verify`` shows it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _read(path: str) -> str:
    return Path(path).read_text("utf-8")
