"""What server and worker say to each other through a pipe: frames of a letter, a length and that many bytes."""

from __future__ import annotations

import asyncio
import struct
from enum import Enum
from typing import BinaryIO

_HEAD = struct.Struct(">cI")
PIECE = 65536
"""How many bytes of a result travel in one frame."""


class Tag(Enum):
    """What a frame carries."""

    READY = b"R"
    JOB = b"J"
    START = b"S"
    DATA = b"D"
    END = b"E"
    ERROR = b"X"


def write_frame(out: BinaryIO, tag: Tag, data: bytes = b"") -> None:
    """Write one frame and flush it."""
    out.write(_HEAD.pack(tag.value, len(data)) + data)
    out.flush()


def frame(tag: Tag, data: bytes = b"") -> bytes:
    """Give the bytes of one frame."""
    return _HEAD.pack(tag.value, len(data)) + data


def read_frame(source: BinaryIO) -> tuple[Tag, bytes] | None:
    """Read one frame; None at the end of the pipe."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    tag, length = _HEAD.unpack(head)
    data = source.read(length)
    return (Tag(tag), data) if len(data) == length else None


async def receive_frame(source: asyncio.StreamReader) -> tuple[Tag, bytes] | None:
    """Read one frame without blocking; None at the end of the pipe."""
    try:
        tag, length = _HEAD.unpack(await source.readexactly(_HEAD.size))
        return Tag(tag), await source.readexactly(length)
    except asyncio.IncompleteReadError:
        return None
