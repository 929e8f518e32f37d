"""The letters of a page, one by one as PDFium gives them, to words with their places."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from ctypes import addressof, byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from graph.read.pdf.rulings import is_white
from graph.read.pdf.shapes import GLUE, Box, Word
from graph.read.pdf.view import View, quarter_of

_SPACES = frozenset([0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000])
_NOTHING = frozenset([*range(0x02), *range(0x03, 0x20), 0x7F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFF])
_HYPHENS = frozenset([0x02, 0xAD, 0x2010, 0x2011, 0xFFFE])
"""What stands for a hyphen: PDFium gives U+0002 or U+FFFE for one at a line end."""

_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF06F: "o", 0xF02D: "–", 0xF0D8: "►", 0xF0FC: "✓", 0xF0E0: "→"}
"""Bullets of the fonts Symbol and Wingdings, which have no letters of Unicode."""

_BACK = -0.45
"""How far, in sizes of the type, a letter may step back over the one before it (kerning) within a word."""

_BOLD = ("bold", "black", "heavy", "demi")
_ITALIC = ("italic", "oblique")
_SAMPLE = 23
"""Every how many letters one is looked at to see which way a page is read."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a run of letters is set: quarter turns against the page (None: it slants), style, baseline, size, colour."""

    quarter: int | None
    bold: bool
    italic: bool
    base: float
    size: float
    white: bool


_NO_TYPE = Type(None, False, False, 0.0, 1.0, False)


@dataclass(slots=True)
class Found:
    """What was read of a page: how it is looked at, its words, white ones apart, and what runs in another direction."""

    view: View
    words: list[Word] = field(default_factory=list)
    white: list[Word] = field(default_factory=list)
    turned: list[tuple[str, Box]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A word that is being read; for text in another direction, the stretch of it."""

    type: Type
    letters: list[str]
    x0: float
    x1: float
    spaced: bool
    box: Box | None = None


def read_words(text: object, letters: int, view: View) -> Found:
    """Give the words of a page.

    Args:
        text: the text page of PDFium.
        letters: how many it has.
        view: what is shown of the page.
    """
    turned = View(view.left, view.low, view.right, view.high, _most_read(text, letters))
    reader = _Reader(text, turned)
    reader.read(letters)
    return reader.found


def _most_read(text: object, letters: int) -> int:
    """Give the direction, in quarter turns, in which most letters run."""
    matrix = pdfium.FS_MATRIX()
    votes: Counter[int] = Counter()
    for index in range(0, letters, _SAMPLE if letters > 10 * _SAMPLE else 1):
        if pdfium.FPDFText_GetTextObject(text, index) and pdfium.FPDFText_GetMatrix(text, index, byref(matrix)):
            quarter = quarter_of(matrix.a, matrix.b)
            if quarter is not None:
                votes[quarter] += 1
    return votes.most_common(1)[0][0] if votes else 0


class _Reader:
    """Reads the letters of one page in the order of the file."""

    def __init__(self, text: object, view: View) -> None:
        self.found = Found(view)
        self._text = text
        self._view = view
        self._open: _Open | None = None
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = c_double(), c_double()

    def read(self, letters: int) -> None:
        """Read them all."""
        text, view = self._text, self._view
        rect = pdfium.FS_RECTF()
        at = byref(rect)
        object_of, box_of, code_of = (
            pdfium.FPDFText_GetTextObject,
            pdfium.FPDFText_GetLooseCharBox,
            pdfium.FPDFText_GetUnicode,
        )
        last, kind, pending = 0, _NO_TYPE, False
        for index in range(letters):
            pointer = object_of(text, index)
            if not pointer:  # PDFium made this one up to part words and lines
                continue
            code: int = code_of(text, index)
            if code in _SPACES:
                pending = True
            elif code not in _NOTHING and box_of(text, index, at):
                address = addressof(pointer.contents)
                if address != last:
                    last, kind = address, self._type(pointer, index)
                if view.quarter == 0 == kind.quarter:  # the usual way, and so the fast one
                    self._add(_letter(code), rect.left - view.left, rect.right - view.left, kind, pending)
                else:
                    self._add_placed(
                        _letter(code), view.box(rect.left, rect.bottom, rect.right, rect.top), kind, pending
                    )
                pending = False
        self._close()

    def _add_placed(self, letter: str, box: Box, kind: Type, pending: bool) -> None:
        """Read a letter of a turned page, or one that is turned on its page."""
        if kind.quarter == self._view.quarter:
            self._add(letter, box.x0, box.x1, kind, pending)
        else:
            self._add_turned(letter, box, kind, pending)

    def _type(self, pointer: object, index: int) -> Type:
        """Read how the letters of a text object are set."""
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text, index, byref(matrix))
        pdfium.FPDFText_GetCharOrigin(self._text, index, byref(self._x), byref(self._y))
        font = pdfium.FPDFTextObj_GetFont(pointer)
        name = addressof(font.contents) if font else 0
        if name not in self._fonts:
            self._fonts[name] = _style(font) if font else (False, False)
        bold, italic = self._fonts[name]
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(pointer) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Type(
            quarter=quarter_of(matrix.a, matrix.b),
            bold=bold or stroked,
            italic=italic,
            base=round(self._view.point(self._x.value, self._y.value)[1], 1),
            size=round(pdfium.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d), 1) or 1.0,
            white=is_white(pointer),
        )

    def _add(self, letter: str, x0: float, x1: float, kind: Type, pending: bool) -> None:
        """Read a letter: it goes on with the word, or begins one."""
        word = self._open
        if (
            word is not None
            and not pending
            and word.box is None
            and (word.type is kind or _alike(word.type, kind))
            and _BACK * kind.size < x0 - word.x1 < GLUE * kind.size
        ):
            word.letters.append(letter)
            word.x1 = max(word.x1, x1)
            return
        self._close()
        self._open = _Open(kind, [letter], x0, x1, pending)

    def _add_turned(self, letter: str, box: Box, kind: Type, pending: bool) -> None:
        """Read a letter in another direction: all that follow each other are one stretch."""
        word = self._open
        if word is not None and word.box is not None and word.type.quarter == kind.quarter:
            word.letters.append(f" {letter}" if pending else letter)
            old = word.box
            word.box = Box(min(old.x0, box.x0), min(old.top, box.top), max(old.x1, box.x1), max(old.bottom, box.bottom))
            return
        self._close()
        self._open = _Open(kind, [letter], box.x0, box.x1, pending, box)

    def _close(self) -> None:
        """End the word, and keep it when it lies on the page."""
        word, self._open = self._open, None
        if word is None:
            return
        width, height = self._view.extent
        letters = "".join(word.letters)
        if word.box is not None:
            if word.box.x1 > 0 and word.box.x0 < width and word.box.bottom > 0 and word.box.top < height:
                self.found.turned.append((letters, word.box))
            return
        kind = word.type
        if 0 <= (word.x0 + word.x1) / 2 <= width and 0 <= kind.base - 0.3 * kind.size <= height:
            kept = self.found.white if kind.white else self.found.words
            kept.append(Word(letters, word.x0, word.x1, kind.base, kind.size, kind.bold, kind.italic, word.spaced))


def _alike(one: Type, other: Type) -> bool:
    """Whether two runs of letters may make one word."""
    return (
        one.bold == other.bold
        and one.italic == other.italic
        and one.white == other.white
        and abs(one.base - other.base) < 0.3
        and abs(one.size - other.size) < 0.3
    )


def _letter(code: int) -> str:
    """Give a letter of the text: hyphens of all kinds as one, ligatures taken apart, bullets of symbol fonts known."""
    if code < 0x80 and code != 0x02:
        return chr(code)
    if code in _HYPHENS:
        return "-"
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", chr(code))
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return _SYMBOLS.get(code) or chr(code)


def _style(font: object) -> tuple[bool, bool]:
    """Say of a font whether it is bold and whether it slopes, as its name says."""
    buffer = create_string_buffer(256)
    length: int = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").lower() if 0 < length <= 256 else ""
    angle = c_int()
    sloped = bool(pdfium.FPDFFont_GetItalicAngle(font, byref(angle))) and angle.value != 0
    return any(word in name for word in _BOLD), sloped or any(word in name for word in _ITALIC)
