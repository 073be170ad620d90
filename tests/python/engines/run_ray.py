"""The recipe for Ray on a local Ray: its counts on several workers are those of one process."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
RECIPE = ROOT / "docs/recipes/archives"
sys.path.insert(0, str(RECIPE))
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
# A busy machine starts it slowly.
os.environ["RAY_raylet_start_wait_time_s"] = "300"
os.environ["RAY_gcs_server_request_timeout_seconds"] = "300"
os.environ["RAY_agent_register_timeout_ms"] = "300000"
# The workers import the recipe as well.
os.environ["PYTHONPATH"] = os.pathsep.join([str(RECIPE), str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])

import archive_of_tests
import pyarrow
import ray
import ray.data
from archive import FileCounts, count
from on_ray import Counting, counted
from rulepad import RuleSet

WORKERS = 3


class Signed(Counting):
    """Adds the worker's process."""

    def __call__(self, batch: dict[str, Any]) -> pyarrow.Table:
        table = super().__call__(batch)
        return table.append_column("process", pyarrow.array([os.getpid()] * len(table)))


def rows(counts: list[FileCounts]) -> list[dict[str, Any]]:
    """All rows in one order."""
    return ordered([row for own in counts for row in own.rows()])


def ordered(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows by file and rule."""
    return sorted(found, key=lambda row: (row["path"], row["rule"]))


def main() -> int:
    """Compares, and prints the figures."""
    folder = Path(sys.argv[1])
    paths, size = archive_of_tests.write(folder)
    rules = RuleSet(archive_of_tests.rules())

    begin = time.perf_counter()
    alone = rows([count(rules, path) for path in paths])
    seconds = time.perf_counter() - begin
    total = sum(row["events"] for row in alone)
    print(f"one process: {total} events, {size / 1e6:.0f} MB, {len(rules)} rules: {seconds:.2f} s, {size / seconds / 1e6:.0f} MB/s")

    ray.init(
        num_cpus=WORKERS + 1,
        include_dashboard=False,
        log_to_driver=False,
        object_store_memory=100 << 20,
        _node_ip_address="127.0.0.1",
    )
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        begin = time.perf_counter()
        together = counted(rules, paths, WORKERS).take_all()
        first = time.perf_counter() - begin
        files = ray.data.from_items(paths, override_num_blocks=len(paths))
        pool = ray.data.ActorPoolStrategy(size=WORKERS)
        signed = files.map_batches(Signed, fn_constructor_args=(rules,), batch_size=1, compute=pool).take_all()
    finally:
        ray.shutdown()
    processes = {row.pop("process") for row in signed}
    print(f"Ray: {WORKERS} workers on {os.cpu_count()} cores: {first:.2f} s, their start included")

    bad = sum(row["bad"] for row in alone)
    expected_bad = sum(number % 4 for number in range(archive_of_tests.FILES))
    matched = {row["rule"]: 0 for row in alone}
    for row in alone:
        matched[row["rule"]] += row["matches"]
    problems = []
    if total != archive_of_tests.FILES * archive_of_tests.EVENTS or bad != expected_bad:
        problems.append(f"{total} events and {bad} bad lines were read")
    if matched["everything"] != total or matched["nothing"] != 0 or not 0 < matched["either"] < total:
        problems.append(f"the rules match {matched}")
    if ordered(together) != alone or ordered(signed) != alone:
        problems.append("the counts differ")
    if len(processes) < 2 or os.getpid() in processes:
        problems.append(f"the workers were the processes {processes}")
    print(f"the same {len(alone)} counts, by {len(processes)} workers" if not problems else "; ".join(problems))
    return min(len(problems), 1)


if __name__ == "__main__":
    sys.exit(main())
