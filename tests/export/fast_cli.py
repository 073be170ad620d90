"""Runs shell scripts with the AWS CLI in this process: each call is a fork of it, which spares the CLI's start.

A script finds a small program `aws` that hands its words over a socket and waits for what the call printed.
"""

import contextlib
import gc
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from unittest import mock

from awscli.clidriver import create_clidriver

CLIENT = """#!{python} -SE
import json, os, socket, sys
own = socket.socket(socket.AF_UNIX)
own.connect(os.environ["CLI_SOCKET"])
own.sendall(json.dumps([sys.argv[1:], {{name: own for name, own in os.environ.items() if name.startswith("AWS_")}}]).encode() + b"\\n")
answer = json.loads(own.makefile().readline())
sys.stdout.write(answer["out"]); sys.stderr.write(answer["err"])
sys.exit(answer["code"])
"""


# Calls that change nothing, after which a fork has the models of the services in memory.
WARM = ["events list-rules", "lambda list-functions", "sns list-topics", "sqs list-queues", "iam list-roles", "logs describe-log-groups"]


class Stuck(Exception):
    """A script that does not end."""


class Cli:
    """The CLI against one emulator."""

    def __init__(self, directory, address, environment):
        self.address, self.environment = address, environment
        self.driver = create_clidriver()
        # The keys stay with the session, so they are those of every call.
        with contextlib.redirect_stdout(io.StringIO()), mock.patch.dict(os.environ, environment):
            for words in WARM:
                self.driver.main([*words.split(), "--endpoint-url", address, "--region", "eu-west-1"])
        gc.freeze()
        self.path = Path(directory) / "cli"
        self.bin = Path(directory) / "bin"
        self.bin.mkdir()
        program = self.bin / "aws"
        program.write_text(CLIENT.format(python=sys.executable), encoding="utf-8")
        program.chmod(0o755)
        (self.bin / "python3").symlink_to(sys.executable)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.path))
        self.listener.listen()
        self.listener.settimeout(0.05)

    def run(self, script, stop_after=None):
        """The calls of a script, its exit code and errors. After `stop_after` calls it is killed before it reads the answer."""
        own = {**os.environ, **self.environment, "CLI_SOCKET": str(self.path), "PATH": f"{self.bin}:{os.environ['PATH']}"}
        ran = subprocess.Popen(["sh", script], env=own, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        calls, end = [], time.monotonic() + 120
        while ran.poll() is None:
            if time.monotonic() > end:
                os.killpg(ran.pid, signal.SIGKILL)
                raise Stuck(script)
            try:
                peer, _ = self.listener.accept()
            except TimeoutError:
                continue
            with peer:
                words, settings = json.loads(peer.makefile().readline())
                calls.append(words[:2])
                answer = self.call(words, settings)
                if len(calls) == stop_after:
                    os.killpg(ran.pid, signal.SIGKILL)
                    break
                peer.sendall(json.dumps(answer).encode() + b"\n")
        _, errors = ran.communicate()
        return calls, ran.returncode, errors.decode()

    def call(self, words, environment):
        """What one call prints, and its exit code."""
        pipes = [os.pipe(), os.pipe()]
        child = os.fork()
        if child == 0:
            code = 255
            try:
                os.environ.update(environment)
                for (_, write), stream in zip(pipes, (1, 2)):
                    os.dup2(write, stream)
                sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
                code = self.driver.main([*words, "--endpoint-url", self.address, "--region", environment["AWS_REGION"]])
                sys.stdout.flush(), sys.stderr.flush()
            finally:
                os._exit(code)
        texts = []
        for read, write in pipes:
            os.close(write)
            with os.fdopen(read) as stream:
                texts.append(stream.read())
        _, status = os.waitpid(child, 0)
        return {"out": texts[0], "err": texts[1], "code": os.waitstatus_to_exitcode(status)}
