"""What server and worker say to each other: frames of a letter, a length and that many bytes, through one socket."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from enum import Enum

_HEAD = struct.Struct(">cI")
PIECE = 65536
"""How many bytes of a result travel in one frame, and how many are gathered before the first is sent."""


class Tag(Enum):
    """What a frame carries."""

    READY = b"R"
    JOB = b"J"
    WHOLE = b"W"
    START = b"S"
    DATA = b"D"
    END = b"E"
    ERROR = b"X"


class Kind(Enum):
    """The kind of a result: which of the two lists of formats it is written in."""

    RESULTS = b"r"
    GRAPH = b"g"


ABOUT = struct.Struct(">cQ")
"""What WHOLE and START begin with: the kind of the result, and the publication that it was taken from."""

_TAGS = {tag.value: tag for tag in Tag}


def frame(tag: Tag, *parts: bytes | bytearray) -> bytes:
    """Give the bytes of one frame."""
    return b"".join((_HEAD.pack(tag.value, sum(map(len, parts))), *parts))


class Frames:
    """Takes bytes as they come and gives the frames that are complete.

    >>> frames = Frames()
    >>> list(frames.feed(frame(Tag.DATA, b"abc")[:6])), list(frames.feed(b"bc"))
    ([], [(<Tag.DATA: b'D'>, b'abc')])
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._wanted = _HEAD.size

    def feed(self, data: bytes) -> Iterator[tuple[Tag, bytes]]:
        """Take bytes; give what has become complete with them."""
        if self._held:
            self._held += data
            if len(self._held) < self._wanted:
                return
            data = bytes(self._held)
            self._held.clear()
        at = 0
        while at + _HEAD.size <= len(data):
            tag, length = _HEAD.unpack_from(data, at)
            end = at + _HEAD.size + length
            if end > len(data):
                self._wanted = end - at
                break
            yield _TAGS[tag], data[at + _HEAD.size : end]
            at = end
        else:
            self._wanted = _HEAD.size
        if at < len(data):
            self._held += data[at:]


def read_frame(source: socket.socket) -> tuple[Tag, bytes] | None:
    """Wait for one frame; None when the other side is gone."""
    head = _read(source, _HEAD.size)
    if head is None:
        return None
    tag, length = _HEAD.unpack(head)
    data = _read(source, length) if length else b""
    return None if data is None else (_TAGS[tag], data)


def _read(source: socket.socket, size: int) -> bytes | None:
    found = source.recv(size)
    while len(found) < size:
        more = source.recv(size - len(found))
        if not more:
            return None
        found += more
    return found
