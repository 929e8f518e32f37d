"""What a file is, by its first bytes: signatures as a table, and what is said of formats that are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from graph.errors import ReadError
from graph.read.packed import DAMAGE

TEXT = "text/plain"
PDF = "application/pdf"
HTML = "text/html"
XML = "application/xml"
ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HEAD = 4096
"""How many bytes are looked at."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name for messages, its media type and the bytes with which it begins."""

    name: str
    media_type: str
    signatures: tuple[bytes, ...]


FORMATS = (
    Format("PDF", PDF, (b"%PDF-",)),
    Format("old Word (.doc)", "application/msword", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    Format("RTF", "application/rtf", (b"{\\rtf",)),
    Format(
        "HTML", HTML, (b"<!doctype html", b"<html", b"<head", b"<body", b"<p>", b"<p ", b"<div", b"<h1", b"<h2", b"<h3")
    ),
    Format("XML", XML, (b"<?xml",)),
    Format("gzip", "application/gzip", (b"\x1f\x8b",)),
    Format("PNG", "image/png", (b"\x89PNG\r\n\x1a\n",)),
    Format("JPEG", "image/jpeg", (b"\xff\xd8\xff",)),
)
"""Files that are recognised by how they begin."""

_BY_TYPE = {one.media_type: one for one in FORMATS}

PACKED = (
    Format("Word (DOCX)", DOCX, (b"wordprocessingml", b"word/document.xml")),
    Format(
        "Excel (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (b"spreadsheetml", b"xl/workbook"),
    ),
    Format("OpenDocument", "application/vnd.oasis.opendocument.text", (b"mimetypeapplication/vnd.oasis",)),
)
"""Formats that are a ZIP archive, recognised by the types that it declares, else by the names of its files."""

READ = frozenset({TEXT, PDF, HTML, XML, DOCX})
"""The formats that are read."""

SUFFIXES = (".xml", ".html", ".htm", ".docx", ".pdf", ".txt")
"""The names of papers in a folder, best format first (DESIGN section 6); a file that is named may be anything."""

_DECLARATIONS = ("[Content_Types].xml", "mimetype")
"""Where a container says what it holds: Open Packaging (ECMA-376 part 2, 10.1.2.2), OpenDocument (part 2, 3.3)."""

_MOST_TYPES = 100_000
_JUNK = 1024
"""The bytes before its header and behind its end that readers of PDF put up with (ISO 32000, annex H of PDF 1.7)."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(rb"<(?:!--|!DOCTYPE\s|[A-Za-z_][\w.:-]*[\s/>])")
"""XML may begin at once."""

_HTML_IN_XML = re.compile(rb"(?is)^(?>(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*)<(?:!doctype\s+html|html)\b")
"""A page that is written as XML, as those of official publications are."""


def media_type_of(data: bytes, name: str) -> str:
    """Give the media type of a file that can be read.

    Raises:
        ReadError: when the bytes are of a known format that is not read, or are no text at all.
    """
    known = known_format(data)
    if known is None:
        if b"\0" in data and not data.startswith(_BYTE_ORDER_MARKS):
            raise ReadError(
                name, f"this is a binary file (a zero byte at {data.index(0):,}): give the paper as PDF, DOCX or text"
            )
        return TEXT
    if known.media_type == ZIP:
        raise ReadError(name, "this ZIP file holds more than one paper: use kamergraaf build, or unpack it")
    if known.media_type not in READ:
        raise ReadError(
            name,
            f"this file is {known.name}: PDF, DOCX, HTML, official XML and text are read: save it as one of them",
        )
    return known.media_type


def known_format(data: bytes) -> Format | None:
    """Give the format with whose signature the bytes begin; None for text and for what is not known."""
    if data.startswith(_ZIP):
        told = _told_by(data)
        packed = (one for one in PACKED if any(mark in told for mark in one.signatures))
        return next(packed, Format("ZIP", ZIP, _ZIP))
    head = data[:_HEAD]
    if head.startswith(_BYTE_ORDER_MARKS[1:]):
        head = head.decode("utf-16", errors="ignore").encode()
    head = head.removeprefix(_BYTE_ORDER_MARKS[0]).lstrip()
    if _HTML_IN_XML.match(head):
        return _BY_TYPE[HTML]
    if b"%PDF-" in head[:_JUNK] and b"%%EOF" in data[-_JUNK:]:
        return _BY_TYPE[PDF]
    known = next((one for one in FORMATS if any(_begins(head, mark) for mark in one.signatures)), None)
    return known or (_BY_TYPE[XML] if _TAG.match(head) else None)


def _told_by(data: bytes) -> bytes:
    """Give what says how a ZIP container is used: the names in it and its declarations; all bytes of a damaged one.

    Of a sound one not all bytes: a ZIP file with Word documents has the names of their parts among them.
    """
    try:
        container = ZipFile(BytesIO(data))
        told = [name.encode() for name in container.namelist()]
    except DAMAGE:
        return data
    for name in _DECLARATIONS:
        try:
            with container.open(name) as file:
                told.append(name.encode() + file.read(_MOST_TYPES))
        except (KeyError, RuntimeError, *DAMAGE):
            continue  # there is none, or it is encrypted or damaged: the names are left
    return b"\n".join(told)


def _begins(head: bytes, signature: bytes) -> bool:
    """Whether the head begins with a signature, in either case where it is text."""
    return head.startswith(signature) or (signature.startswith(b"<") and head.lower().startswith(signature))
