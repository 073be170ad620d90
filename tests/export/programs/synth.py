"""Synthesizes every CDK app, each into `out` beside it.

    python synth.py FILES

FILES is a JSON list of Python files. Prints what stopped each of them.
"""

import json
import runpy
import sys
from functools import partial
from pathlib import Path

import aws_cdk

# The library's own process starts once, so each app is told where to write; otherwise CDK_OUTDIR would say it.
App = aws_cdk.App
stopped = {}
for file in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    aws_cdk.App = partial(App, outdir=str(Path(file).parent / "out"))
    try:
        runpy.run_path(file, run_name="__main__")
    except Exception as problem:
        stopped[file] = [f"{type(problem).__name__}: {problem}"[:600]]
print(json.dumps(stopped))
