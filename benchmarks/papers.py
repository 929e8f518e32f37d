"""A long paper as PDF, drawn here: running text, a note, a footer, a letterhead and a table on every page."""

from __future__ import annotations

import random
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT, _LEFT, _RIGHT = 595.3, 841.9, 80.0, 450.0
_WORDS = (
    "de het een van opvang asielzoekers gemeenten plekken minister kabinet antwoord besluit vreemdelingen kosten jaar "
    "waarbij volgens prognose instroom bezetting wetsvoorstel Kamer brief"
).split()


def paper(pages: int) -> bytes:
    """Draw a paper; the same for the same number of pages."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=True)
    words = random.Random(pages)
    for number in range(1, pages + 1):
        _page(canvas, number, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, number: int, words: random.Random) -> None:
    """Draw one page."""
    _write(canvas, 468, 60, "Directie Migratiebeleid", 6.5)
    _write(canvas, _LEFT, 60, f"Vraag {number}", 10, "Helvetica-Bold")
    for line in range(40):
        _write(canvas, _LEFT, 75 + 12 * line, _line(words), 10)
    end = _write(canvas, _LEFT, 555, "Dit staat in de brief", 10)
    _write(canvas, end, 551.7, "1", 6)
    for row in range(5):
        y = 590 + 16 * row
        _write(canvas, _LEFT + 4, y, words.choice(_WORDS), 9)
        for column in range(3):
            canvas.drawRightString(
                240 + 70 * column, _HEIGHT - y, f"{words.randrange(1_000, 99_999):,}".replace(",", ".")
            )
    canvas.grid([_LEFT, 180, 250, 320, 390], [_HEIGHT - 579 - 16 * row for row in range(6)])
    _write(canvas, _LEFT, 757.7, "1", 4.5)
    _write(canvas, _LEFT + 8, 760, f"Kamerstuk 19 637, nr. {number}.", 7)
    _write(canvas, _LEFT, 808, f"Tweede Kamer, vergaderjaar 2024–2025, 36 800 XX, nr. 7 {number}", 7)


def _line(words: random.Random) -> str:
    """Make a line that the next word does not fit on."""
    line, word = "", words.choice(_WORDS)
    while stringWidth(f"{line} {word}", "Helvetica", 10) < _RIGHT - _LEFT:
        line, word = f"{line} {word}".strip(), words.choice(_WORDS)
    return line


def _write(canvas: Canvas, x: float, y: float, words: str, size: float, font: str = "Helvetica") -> float:
    canvas.setFont(font, size)
    canvas.drawString(x, _HEIGHT - y, words)
    return x + float(stringWidth(words, font, size))
