"""Names of types that several functions take or give."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

Json: TypeAlias = str | bytes | bytearray | memoryview | Mapping[str, Any]
"""A JSON object: as text, as UTF-8 bytes, or as a mapping."""

Dialect: TypeAlias = Literal["rule", "archive", "pipes", "event_source_mapping", "sns_attributes", "sns_body"]
"""The service that evaluates a pattern: a rule on a bus, an archive, a pipe, a Lambda event source mapping, or SNS."""

Lang: TypeAlias = Literal["en", "ko"]
"""The language of sentences: English or Korean. What AWS says is English in both."""

Verdict: TypeAlias = Literal["match", "no_match", "pattern_error", "event_error", "undecided"]
"""Whether an event matches; the last three are no verdict: AWS refuses a text, or the work limit was reached."""
