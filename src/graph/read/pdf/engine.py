"""PDFium behind a small typed door: a file opened and closed, its pages one after the other, within limits.

The raw interface is used because it gives every letter with its place at half a microsecond a call; all handles are
closed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from graph.read.limits import Raw
from graph.read.pdf.glyphs import Found, read_words
from graph.read.pdf.rulings import Drawn, read_drawn
from graph.read.pdf.shapes import Sheet, Word
from graph.read.pdf.view import View
from graph.read.pdf.words import once, with_raised

_LARGEST = 20_000.0
"""Points: the longest side of a page; PDF allows 14,400 (ISO 32000-1, annex C)."""

_LETTERS = 200_000
"""The most letters of one page: a dense page of a paper has 10,000."""

_WRONG_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_WRONG_SECURITY = pdfium.FPDF_ERR_SECURITY


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with its text, and how much of it (0 to 1) pictures cover."""

    sheet: Sheet
    pictured: float


def read_sheets(raw: Raw) -> Iterator[Seen]:
    """Give the pages of a PDF one by one.

    Raises:
        ReadError: when it is encrypted or damaged, or has more pages or more letters on a page than the limits.
    """
    with _opened(raw) as document:
        pages: int = pdfium.FPDF_GetPageCount(document)
        if pages < 1:
            raise raw.refuse("this PDF has no pages: get the file again")
        if pages > raw.limits.pages:
            raise raw.refuse(
                f"this PDF has {pages:,} pages, more than the limit of {raw.limits.pages:,}: split it into its papers"
            )
        for index in range(pages):
            yield _seen(document, index, raw)
            raw.progress(index + 1, pages)


@contextmanager
def _opened(raw: Raw) -> Iterator[object]:
    """Open the file, and close it afterwards."""
    document = pdfium.FPDF_LoadMemDocument64(raw.data, len(raw.data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (_WRONG_PASSWORD, _WRONG_SECURITY):
            raise raw.refuse("this PDF is encrypted: give it without a password")
        raise raw.refuse("this PDF is damaged and cannot be opened: get the file again")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _seen(document: object, index: int, raw: Raw) -> Seen:
    """Read one page."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise raw.refuse("this page is damaged: get the file again", index + 1)
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise raw.refuse("the text of this page is damaged: get the file again", index + 1)
        try:
            letters: int = pdfium.FPDFText_CountChars(text)
            if letters > _LETTERS:
                raise raw.refuse(f"this page has {letters:,} letters, which no paper has", index + 1)
            found = read_words(text, letters, _view(page))
        finally:
            pdfium.FPDFText_ClosePage(text)
        drawn: Drawn = read_drawn(page, found.view)
    finally:
        pdfium.FPDF_ClosePage(page)
    width, height = found.view.extent
    if not (0 < width < _LARGEST and 0 < height < _LARGEST):
        raise raw.refuse("this page has no size that a page can have: get the file again", index + 1)
    words = with_raised(once([*found.words, *_seen_white(found, drawn)]))
    sheet = Sheet(index + 1, width, height, tuple(words), tuple(found.turned), drawn.across, drawn.down)
    return Seen(sheet, drawn.pictured)


def _seen_white(found: Found, drawn: Drawn) -> list[Word]:
    """Give the white words that are seen: those on a coloured area, all of them where most of the page is white."""
    if len(found.white) > 4 * len(found.words):
        return found.white
    return [word for word in found.white if any(area.holds(*word.middle) for area in drawn.areas)]


def _view(page: object) -> View:
    """Give the part of the page that is shown."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, byref(rect)):
        return View(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    xs, ys = (rect.left, rect.right), (rect.bottom, rect.top)
    return View(min(xs), min(ys), max(xs), max(ys))
