"""The part of the recipes that no engine has a part in: one file of events against a set of rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow.fs
from rulepad import RuleSet, slices


@dataclass
class FileCounts:
    """What one file of an archive gave."""

    path: str
    events: int = 0
    """How many lines are events."""
    bad: int = 0
    """How many lines are neither blank nor events."""
    first_bad: str = ""
    """The first of these, with its place."""
    undecided: int = 0
    """How many lines have a rule without a verdict."""
    matches: dict[str, int] = field(default_factory=dict)
    """How many events each rule matches."""

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for the file, whose rule is blank, and one for each rule."""
        of_file = {"events": self.events, "bad": self.bad, "first_bad": self.first_bad, "undecided": self.undecided}
        yield {"path": self.path, "rule": "", "matches": 0, **of_file}
        nothing = {"events": 0, "bad": 0, "first_bad": "", "undecided": 0}
        for rule, matches in self.matches.items():
            yield {"path": self.path, "rule": rule, "matches": matches, **nothing}


def count(rules: RuleSet[str], uri: str) -> FileCounts:
    """Matches a file of lines, `.gz` or not, in bounded memory; `uri` is a path or what pyarrow opens: `s3://…`."""
    filesystem, path = pyarrow.fs.FileSystem.from_uri(uri)
    counts = FileCounts(uri, matches=dict.fromkeys(rules.names, 0))
    line = 1
    # The compression is that of the file's name.
    with filesystem.open_input_stream(path) as file:
        for piece in slices(file):
            found = rules.match_lines(piece, first_line=line)
            line += found.lines
            counts.events += found.events
            counts.bad += len(found.bad)
            counts.undecided += len(found.undecided)
            if found.bad and not counts.first_bad:
                counts.first_bad = str(found.bad[0])
            for rule, matches in found.counts.items():
                counts.matches[rule] += matches
    return counts
