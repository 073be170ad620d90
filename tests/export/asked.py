"""Runs the script that tries the pattern against an emulator of AWS: its answer is the verdict of Rulepad."""

import os
import re
import subprocess
import sys
from pathlib import Path

# Verdicts that the emulator does not share, and why: rule to reason.
DOT = "the emulator takes a dot in a field's name for a step; AWS was seen to join names by dots on both sides"
DIFFERENT = dict.fromkeys(("hurts-keys", "hurts-more-keys", "hurts-cdk"), DOT)


def answers(address, directory, rules):
    """Every rule: what was tried, and what was wrong with it."""
    for rule in rules:
        file = next((file for file in rule["files"] if file["format"] == "test-event-pattern"), None)
        if file and rule["verdict"] in ("match", "no_match"):
            yield f"{rule['id']} asked", answer(address, directory / file["path"], rule)


def answer(address, path, rule):
    wanted = "true" if rule["verdict"] == "match" else "false"
    keys = {"AWS_ACCESS_KEY_ID": "123456789012", "AWS_SECRET_ACCESS_KEY": "x", "AWS_ENDPOINT_URL": address}
    programs = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, **keys, "PATH": programs}
    ran = subprocess.run(["sh", path], env=environment, capture_output=True, text=True, timeout=120)
    if ran.returncode:
        return [f"the script ended with {ran.returncode}: {ran.stderr.strip()[-600:]}"]
    printed = ran.stdout.strip()
    if not re.fullmatch("true|false", printed):
        return [f"the script printed {printed!r}"]
    if printed == wanted:
        return ["the emulator answers as Rulepad does: take it off the list"] if rule["id"] in DIFFERENT else []
    return [] if rule["id"] in DIFFERENT else [f"the emulator answers {printed}, Rulepad {wanted}"]
