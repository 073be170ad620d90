"""A file of events in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from rulepad._types import Lang
from rulepad._words import words


class Readable(Protocol):
    """What gives bytes: an open file, ``gzip.open``, a response body."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


def slices(file: Readable, size: int = 16 << 20, *, lang: Lang = "en") -> Iterator[bytes]:
    """The lines of a file in pieces of about ``size`` bytes, each of whole lines, in bounded memory.

    A line that is longer than ``size`` comes in one piece.

    >>> import io
    >>> list(slices(io.BytesIO(b"one\\ntwo\\nthree"), 6))
    [b'one\\n', b'two\\n', b'three']
    """
    if size < 1:
        raise ValueError(words(lang).slice_size(size))
    parts: list[bytes] = []
    while piece := file.read(size):
        end = piece.rfind(b"\n") + 1
        if end == 0:
            parts.append(piece)
            continue
        parts.append(piece[:end])
        yield b"".join(parts)
        parts = [piece[end:]] if end < len(piece) else []
    if parts:
        yield b"".join(parts)
