"""Bytes of a page to characters: by its byte order mark, by what it declares, else UTF-8; nothing is guessed.

A page that declares ISO-8859-1 or ASCII is Windows-1252 to every browser (WHATWG Encoding, 4.2), and so it is here.
"""

from __future__ import annotations

import codecs
import re

from graph.read.limits import Raw

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = (
    re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE),
)
_NAMED = re.compile(r"(<meta\b[^<>]{0,500}?\bcharset\s*=\s*[\"']?\s*)[\w.:-]+", re.IGNORECASE)
_ASCII = bytes(range(0x20, 0x7F))
_HEAD = 8192
"""The bytes in which a declaration is looked for: more than browsers do, because Word writes long heads."""

_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})
_WIDE = ("utf-16", "utf-32", "utf-7")
"""What no page that could be read so far can be in: browsers take UTF-8 for it."""


def decode_page(raw: Raw) -> bytes:
    """Give the characters of a page in a form that says the same in every encoding, so that no parser takes another.

    What is not ASCII becomes a character reference, and the page declares UTF-8.

    Raises:
        ReadError: at the first byte that is not valid in its encoding, or when it declares one that is not known.
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if raw.data.startswith(mark)), (b"", ""))
    encoding = encoding or _declared(raw)
    try:
        text = raw.data[len(mark) :].decode(encoding).replace("\0", "\ufffd")
    except UnicodeDecodeError as error:
        raise raw.refuse(
            f"the byte at offset {error.start + len(mark):,} is not valid {encoding}: save the page as UTF-8, "
            f"or let it declare its encoding (<meta charset=…>)"
        ) from error
    return _NAMED.sub(r"\1utf-8", text).encode("ascii", "xmlcharrefreplace")


def _declared(raw: Raw) -> str:
    """Give the encoding that a page declares, else UTF-8."""
    found = next((match for pattern in _DECLARED if (match := pattern.search(raw.data, 0, _HEAD))), None)
    label = found[1].decode("ascii") if found else "utf-8"
    if label.lower().startswith(_WIDE):
        return "utf-8"
    try:
        codec = codecs.lookup(label)
        if _ASCII.decode(codec.name) != _ASCII.decode("ascii"):
            raise LookupError(label)
    except (LookupError, ValueError) as error:
        raise raw.refuse(f"it declares the encoding {label!r}, which is not known: save the page as UTF-8") from error
    return "windows-1252" if codec.name in _WINDOWS else codec.name
