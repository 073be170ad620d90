"""The recipe for Spark on a local Spark: its counts are those of one process."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
RECIPE = ROOT / "docs/recipes/archives"
sys.path.insert(0, str(RECIPE))
os.environ["PYTHONPATH"] = os.pathsep.join([str(RECIPE), os.environ.get("PYTHONPATH", "")])
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"

import archive_of_tests
import pandas as pd
from archive import count
from on_spark import SCHEMA, matching
from rulepad import RuleSet


def expected(rules: RuleSet[str], paths: list[str]) -> tuple[dict[str, int], int]:
    """How many events each rule matches, and how many lines are bad."""
    found = [count(rules, path) for path in paths]
    matches = {rule: sum(own.matches[rule] for own in found) for rule in rules.names}
    return {rule: number for rule, number in matches.items() if number}, sum(own.bad for own in found)


def of_frames(frames: list[pd.DataFrame]) -> tuple[dict[str, int], int]:
    """The same of rows that the recipe gives."""
    rows = pd.concat(frames)
    bad = int(rows["rule"].isna().sum())
    return {str(rule): int(number) for rule, number in rows["rule"].value_counts().items()}, bad


def main() -> int:
    """Compares; without `--spark` the function alone, on data frames."""
    folder = Path(sys.argv[1])
    paths, _ = archive_of_tests.write(folder)
    rules = RuleSet(archive_of_tests.rules())
    alone = expected(rules, paths)
    begin = time.perf_counter()
    if "--spark" in sys.argv:
        from pyspark.sql import SparkSession

        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        try:
            rows = spark.read.text(paths).mapInPandas(matching(rules), SCHEMA)
            pairs = rows.groupBy("rule").count().collect()
        finally:
            spark.stop()
        named = {row["rule"]: row["count"] for row in pairs}
        bad = named.pop(None, 0)
        found, where = (named, bad), "Spark"
    else:
        import gzip

        opened = [gzip.open(path) if path.endswith(".gz") else open(path, "rb") for path in paths]
        frames = [pd.DataFrame({"value": file.read().decode().split("\n")}) for file in opened]
        found, where = of_frames(list(matching(rules)(iter(frames)))), "the function without Spark"
    seconds = time.perf_counter() - begin
    same = found == alone
    print(f"{where}: {seconds:.2f} s, {len(alone[0])} rules with matches, {alone[1]} bad lines")
    print("the same counts" if same else f"expected {alone}, found {found}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
