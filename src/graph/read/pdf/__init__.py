"""PDF to pieces: letters with their places to words, lines, columns, tables, notes, furniture and paragraphs.

PDFium gives the letters: it reads 200 pages in 3 seconds, where pdfplumber needs 16 for its characters alone, and
tables need no more than the rules that PDFium gives too. One module for each step; `decode` is the way through them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.read.content import Content
from graph.read.limits import Raw
from graph.read.pdf.engine import Seen, read_sheets
from graph.read.pdf.flow import flow_of
from graph.read.pdf.pages import pages_of
from graph.read.pdf.shapes import Sheet
from graph.read.pdf.writing import pieces_of

__all__ = ["decode"]

_FEW = 20
"""Letters: a page with fewer has no text, whatever a scanner stamped on it."""

_PICTURE = 0.5
"""How much of a page a scan covers at least."""

_OCR = "it has no text layer, run OCR first (ocrmypdf does that), or give the paper as text or DOCX"


def decode(raw: Raw) -> Content:
    """Give the pieces of a PDF in the order of reading.

    Paragraphs run over lines, columns and pages, with the notes and the furniture of the pages inside them.

    Args:
        raw: the file; its `progress` is told of every page.

    Raises:
        ReadError: when it is encrypted, damaged or scanned, or has more pages or letters than the limits.
    """
    seen = list(read_sheets(raw))
    _check_text(seen, raw)
    pages, manner = pages_of([each.sheet for each in seen])
    return Content(tuple(pieces_of(flow_of(pages, manner), manner)))


def _check_text(seen: Sequence[Seen], raw: Raw) -> None:
    """Refuse a paper that is a picture of one."""
    bare = [each for each in seen if _letters(each.sheet) < _FEW]
    scanned = [each.sheet.number for each in bare if each.pictured >= _PICTURE]
    if len(bare) == len(seen) and any(each.pictured >= _PICTURE for each in bare):
        raise raw.refuse(f"this PDF is scanned: {_OCR}")
    if not any(_letters(each.sheet) for each in seen):
        raise raw.refuse(f"this PDF has no text on its pages: {_OCR}")
    if 2 * len(scanned) > len(seen):
        raise raw.refuse(
            f"{len(scanned)} of the {len(seen)} pages of this PDF are scanned ({_listed(scanned)}): {_OCR}", scanned[0]
        )


def _letters(sheet: Sheet) -> int:
    return sum(len(word.text) for word in sheet.words) + sum(len(text) for text, _ in sheet.turned)


def _listed(numbers: Iterable[int]) -> str:
    """Give page numbers for a message, the first ones of many."""
    found = [str(number) for number in numbers]
    return ", ".join(found) if len(found) <= 6 else f"{', '.join(found[:6])} …"
