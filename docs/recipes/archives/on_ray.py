"""An archive of any size against a set of rules, on every core of a Ray cluster."""

from __future__ import annotations

from typing import Any

import pyarrow
import ray.data
from rulepad import RuleSet

from archive import count


class Counting:
    """A worker: it gets the set once, and then a file at a time."""

    def __init__(self, rules: RuleSet[str]) -> None:
        self.rules = rules

    def __call__(self, batch: dict[str, Any]) -> pyarrow.Table:
        rows = [row for uri in batch["item"] for row in count(self.rules, uri).rows()]
        return pyarrow.Table.from_pylist(rows)


def counted(rules: RuleSet[str], uris: list[str], workers: int) -> ray.data.Dataset:
    """A row for each file and for each rule in it."""
    files = ray.data.from_items(uris, override_num_blocks=len(uris))
    return files.map_batches(Counting, fn_constructor_args=(rules,), batch_size=1, compute=ray.data.ActorPoolStrategy(size=workers))
