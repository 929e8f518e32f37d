"""Bytes of a text file to characters: UTF-8, or UTF-16 with its byte order mark; nothing is guessed.

Windows-1252 is refused: every byte sequence is valid in it, so a damaged file would pass and its figures with it.
"""

from __future__ import annotations

import codecs

from graph.read.limits import Raw

_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(raw: Raw) -> str:
    """Decode a text file.

    Raises:
        ReadError: at the first byte that is not valid; the message gives its offset and how to convert the file.
    """
    data = raw.data
    encoding = next((encoding for mark, encoding in _WIDE.items() if data.startswith(mark)), "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + (
            len(codecs.BOM_UTF8) if encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8) else 0
        )
        label = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise raw.refuse(
            f"the byte at offset {offset:,} is not valid {label}: save the file as UTF-8 "
            f"(from Windows-1252: iconv -f WINDOWS-1252 -t UTF-8)"
        ) from error
