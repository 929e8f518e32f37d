"""Bytes in, one text layer with pages and layout out: the only room that knows file formats.

A format is added here and nowhere else: a row in `formats.FORMATS` or `formats.PACKED` and a decoder in `DECODERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from graph.errors import ReadError
from graph.model import SourceText
from graph.read.compose import compose
from graph.read.content import Content
from graph.read.formats import DOCX, HTML, PDF, TEXT, XML, media_type_of
from graph.read.layer import make_layer
from graph.read.limits import LIMITS, Limits, Progress, Raw, silent

__all__ = ["DECODERS", "LIMITS", "Limits", "Progress", "read", "read_file", "silent"]

DECODERS = {
    TEXT: "graph.read.text",
    PDF: "graph.read.pdf",
    DOCX: "graph.read.docx",
    HTML: "graph.read.html",
    XML: "graph.read.xml",
}
"""The rooms of the formats that are read, by media type; each has a `decode`, and is opened when its format comes."""

Decode = Callable[[Raw], Content | str]
"""Gives the pieces of a file, or, of a format without layout, its text in which page feeds mark the pages."""


def read(data: bytes, file_name: str, limits: Limits = LIMITS, progress: Progress = silent) -> SourceText:
    r"""Read a file as a text layer; what it is follows from its bytes, never from its name.

    Args:
        data: the bytes of the file.
        file_name: its name, for messages and as the last resort for an identifier.
        limits: above which it is refused.
        progress: told of every page that was read.

    Raises:
        ReadError: when the bytes are too many, empty, damaged, of a format that is not read, binary or without text.

    >>> read("Vraag 1\r\nHoeveel?\f\r\nAntwoord 1\r\nTien.".encode(), "vraag.txt").text
    'Vraag 1\nHoeveel?\nAntwoord 1\nTien.'
    """
    name = Path(file_name).name
    check_size(len(data), name, limits)
    if not data.strip():
        raise ReadError(name, "the file is empty: give a paper with text")
    raw = Raw(data, name, media_type_of(data, name), limits, progress)
    decode: Decode = import_module(DECODERS[raw.media_type]).decode
    decoded = decode(raw)
    return make_layer(decoded, raw) if isinstance(decoded, str) else compose(decoded, raw)


def read_file(path: Path, limits: Limits = LIMITS) -> SourceText:
    """Read a file from disk; see `read`.

    Raises:
        ReadError: also when the file cannot be opened.
    """
    try:
        check_size(path.stat().st_size, path.name, limits)
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(path.name, f"the file cannot be opened ({error.strerror}): check the path") from error
    return read(data, path.name, limits)


def check_size(size: int, name: str, limits: Limits) -> None:
    """Refuse a file above the limit before anything is done with it.

    Raises:
        ReadError: when it is.
    """
    if size > limits.size:
        raise ReadError(
            name, f"the file has {size:,} bytes, more than the limit of {limits.size:,}: split it into its papers"
        )
