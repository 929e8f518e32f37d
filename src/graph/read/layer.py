r"""Characters to the one text layer of a file (DESIGN section 3), and the pages that feeds and blank lines show.

What changes: Unicode NFC, ``\n`` line ends, characters that XML 1.0 cannot carry left out and counted. A page feed that
stands between two words leaves a line end, so that the last word of a page is not glued to the first of the next.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from graph.model import SourceText
from graph.read.limits import Raw

LINE_END = re.compile(r"\r\n?")
_GLUING_FEED = re.compile(r"(?<=[^\n\f])\f(?=[^\n\f])")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What the production ``Char`` of XML 1.0 (section 2.2) leaves out."""

_FEED = "\f"
_PAGE_GAP = re.compile(r"\n(?:[ \t\u00a0]*\n){6,}[ \t\u00a0]*(?=\S)")
"""The run of blank lines that a turned page leaves in text taken from a PDF without page feeds: six lines or more.

One such run alone counts only in mid-sentence: otherwise it is the space before the notes of a paper."""


def make_layer(decoded: str, raw: Raw) -> SourceText:
    """Make the text layer of a text file.

    Args:
        decoded: the text as it was decoded, with page feeds where pages turn.
        raw: the file.

    Raises:
        ReadError: when nothing but white space and control characters is left, or more characters than the limit.
    """
    if len(decoded) > raw.limits.characters:
        raise raw.refuse(f"the text has more than {raw.limits.characters:,} characters: split it into its papers")
    fed = _GLUING_FEED.sub("\f\n", LINE_END.sub("\n", decoded))
    dropped = len(NOT_XML.findall(fed))
    pages = [unicodedata.normalize("NFC", NOT_XML.sub("", page)) for page in fed.split(_FEED)]
    text = unicodedata.normalize("NFC", "".join(pages))
    if not text.strip():
        raise raw.refuse("the file has no text: give a paper with text")
    return SourceText(
        text=text,
        file_name=raw.name,
        media_type=raw.media_type,
        file_sha256=hashlib.sha256(raw.data).hexdigest(),
        page_starts=_page_starts(pages, text),
        dropped=dropped,
    )


def _page_starts(pages: list[str], text: str) -> tuple[int, ...]:
    """Give where pages begin: at page feeds, else after the blank lines of a turned page; the first is 0."""
    if len(pages) > 1:
        lengths = [0]
        for page in pages[:-1]:
            lengths.append(lengths[-1] + len(page))
        end = len(text.rstrip())
        return tuple(sorted({start for start in lengths if start < end} | {0}))
    # Up to the last word: a run of blank lines without an end would be sought anew from each of them.
    gaps = [gap.end() for gap in _PAGE_GAP.finditer(text, len(text) - len(text.lstrip()), len(text.rstrip()))]
    alone = len(gaps) == 1 and not text[gaps[0]].islower()
    return (0,) if alone else (0, *gaps)
