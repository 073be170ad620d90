"""The same with Spark: events as rows of text, matched by `mapInPandas`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd
from rulepad import RuleSet

SCHEMA = "rule string, event string, problem string"
"""A row for each rule that an event matches; where a line is not an event, `rule` is null and `problem` says why."""


def matching(rules: RuleSet[str]) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    """A function for `mapInPandas` on rows of `spark.read.text`: `value` is a line."""

    def match(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for frame in frames:
            data = "\n".join(frame["value"]).encode()
            found = rules.match_lines(data)
            rows: list[tuple[str | None, str, str | None]] = []
            for line in found:
                event = data[line.start : line.end].decode()
                rows += [(rule, event, None) for rule in line.rules]
            for bad in found.bad:
                rows.append((None, data[bad.start : bad.end].decode(), bad.message))
            for line in found.undecided:
                rows.append((None, data[line.start : line.end].decode(), "the work limit was reached"))
            yield pd.DataFrame(rows, columns=["rule", "event", "problem"])

    return match
