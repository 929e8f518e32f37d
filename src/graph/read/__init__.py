"""Bytes in, one text layer with pages out: the only room that knows file formats.

A format is added here and nowhere else: a row in `formats.FORMATS` and a decoder in `DECODERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.errors import ReadError
from graph.model import SourceText
from graph.read.formats import TEXT, media_type_of
from graph.read.layer import make_layer
from graph.read.text import decode

__all__ = ["MAX_BYTES", "read", "read_file"]

MAX_BYTES = 20_000_000
"""The largest file that is read: a paper of a thousand pages is a tenth of it."""

Decoder = Callable[[bytes, str], str]
"""Turns the bytes of a file, with its name for messages, into text in which page feeds mark the pages."""

DECODERS: dict[str, Decoder] = {TEXT: decode}
"""The formats that are read, by media type."""


def read(data: bytes, file_name: str, *, limit: int = MAX_BYTES) -> SourceText:
    r"""Read a file as a text layer; what it is follows from its bytes, never from its name.

    Args:
        data: the bytes of the file.
        file_name: its name, for messages and as the last resort for an identifier.
        limit: the size in bytes above which a file is refused.

    Raises:
        ReadError: when the bytes are too many, empty, of a format that is not read, binary or not valid text.

    >>> read("Vraag 1\r\nHoeveel?\f\r\nAntwoord 1\r\nTien.".encode(), "vraag.txt").text
    'Vraag 1\nHoeveel?\nAntwoord 1\nTien.'
    """
    name = Path(file_name).name
    _check_size(len(data), name, limit)
    if not data.strip():
        raise ReadError(name, "the file is empty: give a paper with text")
    media_type = media_type_of(data, name)
    return make_layer(DECODERS[media_type](data, name), name, media_type, data)


def read_file(path: Path, *, limit: int = MAX_BYTES) -> SourceText:
    """Read a file from disk; see `read`.

    Raises:
        ReadError: also when the file cannot be opened.
    """
    try:
        _check_size(path.stat().st_size, path.name, limit)
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(path.name, f"the file cannot be opened ({error.strerror}): check the path") from error
    return read(data, path.name, limit=limit)


def _check_size(size: int, name: str, limit: int) -> None:
    """Refuse a file above the limit before anything is done with it."""
    if size > limit:
        raise ReadError(
            name, f"the file has {size:,} bytes, more than the limit of {limit:,}: split it into its papers"
        )
