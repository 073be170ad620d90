"""Amazon EventBridge rules in Python: verdicts, explanations and payloads that agree with AWS, without AWS.

* :func:`matches`, :func:`explain`: an event pattern on an event
* :func:`render`: what a target receives
* :class:`RuleSet`: many patterns on many events, with :meth:`RuleSet.match_lines` for archives
* :mod:`rulepad.subscriber`: subscribers of custom event buses, and JSONata expressions
* :mod:`rulepad.testing`: assertions whose failure message is the explanation

A pattern or an event is a dict, or JSON as ``str`` or ``bytes``. JSON is read as it is written. In a dict, an ``int``
and a ``Decimal`` are carried digit by digit, and a ``float`` as ``repr`` writes it: the shortest text that reads as the
same float. What JSON has no value for is a ``TypeError`` or ``ValueError`` that names its place.

Positions in a text count code points, as the index of a ``str`` does.
"""

from rulepad._archive import slices
from rulepad._diagnostics import Diagnostic, Edit, Help, Label, Span
from rulepad._errors import EventError, InputError, PatternError, RefusedError, RulepadError, UndecidedError
from rulepad._explain import Condition, Explanation, NearMiss, explain, matches
from rulepad._native import __version__
from rulepad._render import DeliveredPart, Delivery, Rendered, render
from rulepad._rule_set import BadLine, LineMatch, LineMatches, RuleSet
from rulepad._types import Dialect, Json, Lang, Verdict

__all__ = [
    "BadLine",
    "Condition",
    "DeliveredPart",
    "Delivery",
    "Diagnostic",
    "Dialect",
    "Edit",
    "EventError",
    "Explanation",
    "Help",
    "InputError",
    "Json",
    "Label",
    "Lang",
    "LineMatch",
    "LineMatches",
    "NearMiss",
    "PatternError",
    "RefusedError",
    "Rendered",
    "RuleSet",
    "RulepadError",
    "Span",
    "UndecidedError",
    "Verdict",
    "__version__",
    "explain",
    "matches",
    "render",
    "slices",
]
