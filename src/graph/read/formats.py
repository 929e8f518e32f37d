"""What a file is, by its first bytes: signatures as a table, and what is said of formats that are not read yet."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import ReadError

TEXT = "text/plain"

_HEAD = 4096
"""How many bytes are looked at."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name for messages, its media type and the bytes with which it begins."""

    name: str
    media_type: str
    signatures: tuple[bytes, ...]


FORMATS = (
    Format("PDF", "application/pdf", (b"%PDF-",)),
    Format("old Word (.doc)", "application/msword", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    Format("RTF", "application/rtf", (b"{\\rtf",)),
    Format("HTML", "text/html", (b"<!doctype html", b"<html")),
    Format("XML", "application/xml", (b"<?xml",)),
    Format("gzip", "application/gzip", (b"\x1f\x8b",)),
    Format("PNG", "image/png", (b"\x89PNG\r\n\x1a\n",)),
    Format("JPEG", "image/jpeg", (b"\xff\xd8\xff",)),
)
"""Files that are recognised by how they begin."""

PACKED = (
    Format("Word (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (b"word/",)),
    Format("Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (b"xl/",)),
    Format("OpenDocument", "application/vnd.oasis.opendocument.text", (b"mimetypeapplication/vnd.oasis",)),
)
"""Formats that are a ZIP archive, recognised by the names of the files inside."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def media_type_of(data: bytes, name: str) -> str:
    """Give the media type of a file that can be read.

    Raises:
        ReadError: when the bytes are of a known format that is not read, or are no text at all.
    """
    known = _known(data)
    if known is not None:
        raise ReadError(name, f"this is a {known} file; at present text files (.txt, UTF-8) are read: give its text")
    if b"\0" in data and not data.startswith(_BYTE_ORDER_MARKS):
        raise ReadError(name, f"this is a binary file (a zero byte at {data.index(0):,}): give the text of the paper")
    return TEXT


def _known(data: bytes) -> str | None:
    """Give the name of the format with whose signature the bytes begin."""
    head = data[:_HEAD].removeprefix(_BYTE_ORDER_MARKS[0]).lstrip()
    if data.startswith(_ZIP):
        return next((one.name for one in PACKED if any(mark in data for mark in one.signatures)), "ZIP")
    return next((one.name for one in FORMATS if any(_begins(head, mark) for mark in one.signatures)), None)


def _begins(head: bytes, signature: bytes) -> bool:
    """Whether the head begins with a signature, in either case where it is text."""
    return head.startswith(signature) or (signature.startswith(b"<") and head.lower().startswith(signature))
