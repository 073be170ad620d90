"""Whether the encoders of docs/LINKS.md write links that Rulepad opens, with every byte of the texts.

check.py OPENER: the program that opens links, a fragment a line.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENCODERS = {
    "JavaScript": ["node", "docs/links/encode.mjs"],
    "Python": [sys.executable, "-B", "docs/links/encode.py"],
    "bash": ["bash", "docs/links/encode.sh"],
}

# Pattern, event, dialect: what quoting, escapes and encodings go wrong with.
TEXTS = [
    ('{"source": ["aws.ec2"]}', '{"source": "aws.s3"}', "rule"),
    ('{\n\t"a": ["\\"quoted\\" \\\\ back \\u00e9"]\r\n}\n', '{"a": "한글 빌드 😀 e\u0301"}\n\n', "sns_body"),
    ("", "", "archive"),
    ("{'broken $HOME `id` $(id) & * ? ! %s %% \u0001\u001f\u007f", "\\", "pipes"),
    ("\ufeff{}", "[" + "12345678901234567890.10, " * 4000 + "1]", "event_source_mapping"),
]


def encoded(command: list[str], pattern: str, event: str, dialect: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in (("pattern", pattern), ("event", event)):
            path = Path(folder, name)
            path.write_bytes(text.encode("utf-8"))
            paths.append(str(path))
        ran = subprocess.run([*command, *paths, dialect], cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        print(ran.stderr)
    return ran.stdout.strip()


def main() -> int:
    opener = sys.argv[1]
    cases = [(name, texts, encoded(command, *texts)) for name, command in ENCODERS.items() for texts in TEXTS]
    lines = "".join(link + "\n" for _, _, link in cases)
    opened = subprocess.run([opener], input=lines, capture_output=True, text=True, check=True)
    drafts = [json.loads(line) for line in opened.stdout.splitlines()]
    failed = abs(len(cases) - len(drafts))
    for (name, (pattern, event, dialect), link), draft in zip(cases, drafts):
        found = (draft.get("pattern"), draft.get("event"), draft.get("dialect"))
        if found != (pattern, event, dialect):
            failed += 1
            print(f"{name}: {link[:80]} opens as {draft}, not as {(pattern, event, dialect)}"[:600])
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
