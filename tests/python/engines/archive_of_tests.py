"""A generated archive, and rules for it; the same on every run."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

FILES = 8
EVENTS = 12_500
"""Of each file."""

REGIONS = ["eu-west-1", "us-east-1", "ap-south-1"]
BAD = [b'{"source": shop}', b"[]", b'{"source": "shop"']


def rules() -> dict[str, Any]:
    """Patterns of every kind: values, prefixes, ranges, alternatives, and some that match nothing."""
    patterns: dict[str, Any] = {
        "everything": {"source": [{"exists": True}]},
        "nothing": {"source": ["nobody"]},
        "large": {"detail": {"total": [{"numeric": [">=", 900]}]}},
        "not eu": {"region": [{"anything-but": {"prefix": "eu-"}}]},
        "either": {"$or": [{"detail": {"state": ["PAID"]}}, {"region": ["ap-south-1"]}]},
        "wildcard": {"detail": {"key": [{"wildcard": "reports/*/7*.csv"}]}},
    }
    for number in range(194):
        patterns[f"shop {number}"] = {"source": [f"shop.{number}"], "detail": {"items": {"count": [1, 2]}}}
    return patterns


def write(folder: Path) -> tuple[list[str], int]:
    """Writes the archive, every other file compressed; gives the paths and the size of all lines in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    some = random.Random(11)
    paths, size = [], 0
    for number in range(FILES):
        lines = [event(some) for _ in range(EVENTS)]
        lines[number * 100 : number * 100] = [*BAD[: number % 4], b""]
        data = b"\n".join(lines) + b"\n"
        size += len(data)
        path = folder / (f"{number}.ndjson.gz" if number % 2 else f"{number}.ndjson")
        path.write_bytes(gzip.compress(data, 1) if number % 2 else data)
        paths.append(str(path))
    return paths, size


def event(some: random.Random) -> bytes:
    """One event, about 500 bytes."""
    return json.dumps(
        {
            "version": "0",
            "id": f"{some.getrandbits(128):032x}",
            "detail-type": "Order",
            "source": f"shop.{some.randrange(200)}",
            "account": "111122223333",
            "time": "2026-03-02T04:05:06Z",
            "region": some.choice(REGIONS),
            "resources": [f"arn:aws:s3:::orders-{some.randrange(9)}"],
            "detail": {
                "total": some.randrange(1000),
                "state": some.choice(["PAID", "OPEN", "CANCELLED"]),
                "key": f"reports/{some.randrange(99)}/{some.randrange(99)}.csv",
                "items": [{"count": some.randrange(1, 4), "sku": f"{some.getrandbits(64):x}"} for _ in range(3)],
            },
        }
    ).encode()
