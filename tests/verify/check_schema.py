"""Whether the published schema of test files accepts what their reader accepts, and refuses what it refuses."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    schema = json.loads((ROOT / "crates/verify/tests.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    cases = json.loads((ROOT / "tests/verify/schema_cases.json").read_text(encoding="utf-8"))
    failed = 0
    for case in cases:
        errors = [error.message for error in validator.iter_errors(case["document"])]
        if bool(errors) == case["valid"]:
            failed += 1
            print(f"the reader and the schema disagree on {json.dumps(case['document'])}: {errors}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
