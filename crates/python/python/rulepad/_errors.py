"""What is raised where there is no verdict or no payload."""

from __future__ import annotations

from rulepad._diagnostics import Diagnostic


class RulepadError(Exception):
    """There is no verdict or no payload. Each reason has a class of its own."""


class RefusedError(RulepadError, ValueError):
    """AWS refuses a text, or cannot read it."""

    aws: str | None
    """What AWS answers, word for word; ``None`` where it is not known."""
    diagnostics: tuple[Diagnostic, ...]
    """Every problem of the text, in its order."""

    def __init__(self, sentence: str, aws: str | None = None, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(sentence, aws, diagnostics)
        self.aws = aws
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        problems = [str(own) for own in self.diagnostics if own.severity == "error"]
        return "\n".join([str(self.args[0]), *problems])


class PatternError(RefusedError):
    """AWS refuses the event pattern."""


class EventError(RefusedError):
    """The event cannot be read, or is not one event."""


class InputError(RefusedError):
    """AWS refuses the input option of a target."""


class UndecidedError(RulepadError):
    """The work limit was reached before there was a verdict."""
