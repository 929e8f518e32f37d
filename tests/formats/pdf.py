"""Renders an invented paper as a PDF: lines of one width, raised marks, notes below a rule, a footer on each page."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.formats.papers import CALL, Grid, Heading, Items, Paper, Part, Text
from tests.read.pdf.drawing import BOLD, PLAIN, Press, width

LEFT, WIDE, TOP, FOOT = 100.0, 400.0, 90.0, 780.0
SIZE, LEAD = 10.0, 13.0
NOTE, NOTE_LEAD = 7.0, 9.0
COLUMN = 180.0


@dataclass
class Line:
    """A line as it is set: its words, its type and the marks that it calls; `grid` are the cells of a table row."""

    words: str
    font: str = PLAIN
    indent: float = 0
    after: float = 0
    grid: tuple[str, ...] = ()


@dataclass
class Sheet:
    """The page that is being filled."""

    press: Press
    paper: Paper
    number: int = 1
    y: float = TOP
    notes: list[str] = field(default_factory=list)

    def room(self, line: Line) -> bool:
        """Whether a line fits above the notes that it and the lines before it call."""
        marks = [*self.notes, *CALL.findall(line.words)]
        lines = sum(len(wrapped(f"{mark} {self.paper.notes[mark]}", WIDE, NOTE)) for mark in marks)
        return self.y + LEAD + lines * NOTE_LEAD + 20 < FOOT

    def draw(self, line: Line) -> None:
        """Set a line."""
        x = LEFT + line.indent
        column = min(COLUMN, WIDE / max(1, len(line.grid)))
        for cell in range(len(line.grid)):
            self.press.text(x + 4 + cell * column, self.y, line.grid[cell], SIZE, line.font)
        if line.grid:
            edges = [x + cell * column for cell in range(len(line.grid) + 1)]
            self.press.grid(edges, [self.y - 10, self.y + 4])
        at = 0
        for call in CALL.finditer(line.words):
            x = self.press.text(x, self.y, line.words[at : call.start()], SIZE, line.font)
            x = self.press.text(x, self.y - 3.4, call[1], 6)
            self.notes.append(call[1])
            at = call.end()
        self.press.text(x, self.y, line.words[at:], SIZE, line.font)
        self.y += (14 if line.grid else LEAD) + line.after

    def turn(self) -> None:
        """Set the notes and the footer, and begin the next page."""
        y = FOOT - NOTE_LEAD * sum(len(wrapped(f"{m} {self.paper.notes[m]}", WIDE, NOTE)) for m in self.notes)
        if self.notes:
            self.press.rule(LEFT, LEFT + 120, y - 10)
        for mark in self.notes:
            x = self.press.text(LEFT, y - 2.2, mark, 5)
            first, *rest = wrapped(self.paper.notes[mark], WIDE - 8, NOTE)
            self.press.text(x + 2, y, first, NOTE)
            for words in rest:
                y += NOTE_LEAD
                self.press.text(LEFT, y, words, NOTE)
            y += NOTE_LEAD
        self.press.text(LEFT, 815, self.paper.footer, 7)
        self.press.right(LEFT + WIDE, 815, str(self.number), 7)
        self.press.page()
        self.number, self.y, self.notes = self.number + 1, TOP, []


def to_pdf(paper: Paper, most: int = 22) -> bytes:
    """Render as a PDF.

    Args:
        paper: the paper.
        most: how many lines a page has at most, so that paragraphs run over pages.
    """
    press = Press()
    sheet = Sheet(press, paper)
    for count, line in enumerate((line for part in paper.parts for line in lines_of(part)), start=1):
        if not sheet.room(line):
            sheet.turn()
        sheet.draw(line)
        if count % most == 0:
            sheet.turn()
    sheet.turn()
    return press.pdf()


def lines_of(part: Part) -> list[Line]:
    """Break a part into lines."""
    match part:
        case Heading(text=text):
            return [Line(text, BOLD)]
        case Text(text=text):
            return _spaced([Line(words) for words in wrapped(text, WIDE, SIZE)])
        case Items(texts=texts, first=first):
            labels = [f"{first + n}." if first else "•" for n in range(len(texts))]
            lines: list[Line] = []
            for label, text in zip(labels, texts, strict=True):
                begin, *rest = wrapped(f"{label} {text}", WIDE - 14, SIZE)
                lines += [Line(begin), *(Line(words, indent=14) for words in rest)]
            return _spaced(lines)
        case Grid(rows=rows):
            return _spaced([Line("", BOLD if n == 0 else PLAIN, grid=row) for n, row in enumerate(rows)])


def _spaced(lines: list[Line]) -> list[Line]:
    lines[-1].after = LEAD
    return lines


def wrapped(text: str, wide: float, size: float) -> list[str]:
    """Break text into lines at spaces, and a long word at a hyphen of its own."""
    lines = [""]
    for word in text.split(" "):
        line = f"{lines[-1]} {word}".strip()
        if width(CALL.sub("", line), size) > wide:
            lines.append(word)
        else:
            lines[-1] = line
    return lines
