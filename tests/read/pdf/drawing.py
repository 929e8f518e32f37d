"""Invented papers drawn as PDF, word by word in their places, as printers and ministries set them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from graph.model import SourceText
from graph.read.compose import compose
from graph.read.content import Content, Furniture, Inline, Note, Paragraph, TableRows
from graph.read.limits import LIMITS, Limits, Raw
from graph.read.pdf import decode

A4 = (595.3, 841.9)
PLAIN, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"


class Press:
    """Draws pages; places are in points from the top left corner, a line stands on its baseline."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self._out = BytesIO()
        self._saved = False
        self.width, self.height = size
        self.canvas = Canvas(self._out, pagesize=size, invariant=True, pageCompression=0)

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = PLAIN) -> float:
        """Write a line; gives where it ends."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, words)
        return x + float(stringWidth(words, font, size))

    def right(self, x: float, y: float, words: str, size: float = 10, font: str = PLAIN) -> None:
        """Write a line that ends at a place."""
        self.canvas.setFont(font, size)
        self.canvas.drawRightString(x, self.height - y, words)

    def called(self, x: float, y: float, words: str, mark: str, after: str = "", size: float = 10) -> float:
        """Write a line with a raised mark in it."""
        end = self.text(x, y, words, size)
        end = self.text(end, y - 0.33 * size, mark, 0.6 * size)
        return self.text(end, y, after, size) if after else end

    def block(
        self, x: float, y: float, words: str, wide: float = 400, size: float = 10, font: str = PLAIN, lead: float = 12
    ) -> float:
        """Write a paragraph that breaks its lines; gives where the next line would stand."""
        for line in wrapped(words, wide, size, font):
            self.text(x, y, line, size, font)
            y += lead
        return y

    def rule(self, x0: float, x1: float, y: float, thick: float = 0.5) -> None:
        """Draw a rule across."""
        self.canvas.setLineWidth(thick)
        self.canvas.line(x0, self.height - y, x1, self.height - y)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw the rules of a table."""
        self.canvas.grid(list(xs), [self.height - y for y in ys])

    def page(self) -> None:
        """End the page."""
        self.canvas.showPage()

    def pdf(self) -> bytes:
        """Give the file; nothing can be drawn afterwards."""
        if not self._saved:
            self.canvas.save()
            self._saved = True
        return self._out.getvalue()


def width(words: str, size: float = 10, font: str = PLAIN) -> float:
    """Give how wide words are set."""
    return float(stringWidth(words, font, size))


def wrapped(words: str, wide: float, size: float, font: str = PLAIN) -> list[str]:
    """Break a paragraph into lines."""
    lines: list[str] = []
    for word in words.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= wide:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def raw(data: bytes, limits: Limits = LIMITS) -> Raw:
    """Give a file as the reader hands it over."""
    return Raw(data, "stuk.pdf", "application/pdf", limits)


def pieces(press: Press) -> Content:
    """Read what was drawn."""
    return decode(raw(press.pdf()))


def layer(press: Press) -> SourceText:
    """Read what was drawn to its text layer."""
    data = raw(press.pdf())
    return compose(decode(data), data)


def words(content: Sequence[Inline]) -> str:
    """Give the words of a paragraph; calls in braces, notes and furniture left out, line ends as they are."""
    text = ""
    for each in content:
        if isinstance(each, str):
            text += each
        elif hasattr(each, "mark") and not isinstance(each, Note):
            text += f"{{{each.mark}}}"
    return text


def paragraphs(content: Content) -> list[str]:
    """Give the words of all paragraphs, with single spaces for line ends."""
    return [" ".join(words(each.content).split()) for each in content.pieces if isinstance(each, Paragraph)]


def furniture(content: Content) -> list[str]:
    """Give all furniture, also that inside paragraphs."""
    return [each.text for each in _everything(content) if isinstance(each, Furniture)]


def notes(content: Content) -> dict[str, str]:
    """Give all notes by their marks, with single spaces for line ends."""
    found = (each for each in _everything(content) if isinstance(each, Note))
    return {note.mark: " ".join(" ".join(note.paragraphs).split()) for note in found}


def tables(content: Content) -> list[list[list[str]]]:
    """Give all tables as rows of the words of cells."""
    return [
        [
            [" / ".join(" ".join(words(one.content).split()) for one in cell.paragraphs) for cell in row]
            for row in each.rows
        ]
        for each in content.pieces
        if isinstance(each, TableRows)
    ]


def _everything(content: Content) -> list[object]:
    found: list[object] = []
    for piece in content.pieces:
        found.append(piece)
        if isinstance(piece, Paragraph):
            found += piece.content
    return found
