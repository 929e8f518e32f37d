r"""Pieces of any format to the one text layer with its layout (DESIGN section 3).

Paragraphs, headings and items stand apart by a blank line. A table of figures has a line for each row, its cells apart
by tabs; a table that only arranges prose (a cell has several paragraphs or a long one) is written paragraph by
paragraph. Notes and furniture stand on lines of their own, where the format has them.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.model import Block, BlockKind, Cell, Footnote, Layout, SourceText, Span, Table
from graph.read.content import Call, Content, Furniture, Inline, Note, PageBreak, Paragraph, Piece, TableCell, TableRows
from graph.read.formats import PDF
from graph.read.layer import LINE_END, NOT_XML
from graph.read.limits import Raw

_LONG = 200
"""The characters above which a cell holds prose."""


def compose(content: Content, raw: Raw) -> SourceText:
    """Make the text layer of a file from its pieces.

    Raises:
        ReadError: when no words are left, or more than the limit.
    """
    page = _Page(raw)
    for piece in content.pieces:
        page.add(piece)
    return page.source(content)


@dataclass
class _Page:
    """The layer while it is written."""

    raw: Raw
    parts: list[str] = field(default_factory=list)
    length: int = 0
    dropped: int = 0
    page_starts: list[int] = field(default_factory=lambda: [0])
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: dict[str, tuple[str, Span]] = field(default_factory=dict)
    calls: list[tuple[str, Span]] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Write one piece."""
        match piece:
            case Paragraph():
                self._paragraph(piece)
            case TableRows():
                self._table(piece)
            case _:
                self._aside(piece)

    def source(self, content: Content) -> SourceText:
        """Give what was written."""
        text = "".join(self.parts).rstrip()
        if not any(character.isalnum() for character in text):
            raise self.raw.refuse("the file has no text: give a paper with text")
        calls = {key: span for key, span in reversed(self.calls)}
        notes = [Footnote(mark.strip("[]()."), span, calls.get(key)) for key, (mark, span) in self.notes.items()]
        return SourceText(
            text=text,
            file_name=self.raw.name,
            media_type=self.raw.media_type,
            file_sha256=hashlib.sha256(self.raw.data).hexdigest(),
            page_starts=tuple(sorted({start for start in self.page_starts if start < len(text)})),
            dropped=self.dropped,
            layout=Layout(
                blocks=tuple(sorted(self.blocks, key=lambda block: block.span)),
                tables=tuple(self.tables),
                notes=tuple(sorted(notes, key=lambda note: note.span)),
                calls=tuple(sorted(span for _, span in self.calls)),
                furniture=tuple(sorted(self.furniture)),
                wrapped=self.raw.media_type == PDF,
            ),
            labels={name: tuple(map(self._clean, values)) for name, values in content.labels.items()},
        )

    def _paragraph(self, paragraph: Paragraph) -> Span:
        """Write a paragraph with a blank line before it."""
        self._gap("\n\n")
        span = self._inlines(paragraph.content)
        if span.start < span.end:
            self.blocks.append(Block(paragraph.kind, span, paragraph.level))
        return span

    def _table(self, table: TableRows) -> None:
        """Write a table, and say where its cells are."""
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        prose = any(map(_is_prose, (cell for row in table.rows for cell in row)))
        for number, row in enumerate(table.rows):
            self._gap("\n\n" if prose or number == 0 else "\n")
            column = 0
            spans: list[Span] = []
            for cell in row:
                while (number, column) in taken:
                    column += 1
                spans.append(self._prose(cell) if prose else self._cell(cell, first=not spans))
                cells.append(Cell(spans[-1], number, column, cell.rows, cell.columns, cell.heading))
                taken.update((number + r, column + c) for r in range(cell.rows) for c in range(cell.columns))
                column += cell.columns
            if not prose and (line := _hull(spans)):
                self.blocks.append(Block(BlockKind.ROW, line))
        if hull := _hull([cell.span for cell in cells]):
            self.tables.append(Table(hull, tuple(_within(cell, hull) for cell in cells)))

    def _prose(self, cell: TableCell) -> Span:
        """Write a cell paragraph by paragraph."""
        return _hull([self._paragraph(each) for each in cell.paragraphs]) or Span(self.length, self.length)

    def _cell(self, cell: TableCell, *, first: bool) -> Span:
        """Write a cell of one short paragraph on the line of its row."""
        if not first:
            self._write("\t")
        return self._inlines(cell.paragraphs[0].content if cell.paragraphs else ())

    def _inlines(self, content: Iterable[Inline]) -> Span:
        """Write the content of a paragraph; gives its span without white space at either end."""
        start = end = self.length
        fresh = True
        for text, other in _joined(content):
            if other is None:
                words = self._clean(text)
                words = words.lstrip() if fresh else words
                self._write(words)
                if words.strip():
                    end = self.length - len(words) + len(words.rstrip())
                    fresh = False
            elif isinstance(other, Call):
                mark = self._clean(other.mark).strip()
                if mark:
                    start = self.length if fresh else start
                    self.calls.append((other.note, Span(self.length, self.length + len(mark))))
                    self._write(mark)
                    end, fresh = self.length, False
            else:
                self._aside(other)
                if fresh:
                    self._gap("\n\n")
                    start = end = self.length
                else:
                    self._gap("\n")
        return Span(start, end)

    def _aside(self, piece: Note | Furniture | PageBreak | Call) -> None:
        """Write what is no part of the text that runs around it."""
        match piece:
            case PageBreak():
                self._gap("\n")
                self.page_starts.append(self.length)
            case Furniture(text=text):
                words = self._clean(text).strip()
                if words:
                    self._gap("\n")
                    self.furniture.append(Span(self.length, self.length + len(words)))
                    self._write(words + "\n")
            case Note():
                words = "\n".join(filter(None, (self._clean(each).strip() for each in piece.paragraphs)))
                mark = self._clean(piece.mark).strip()
                line = f"{mark} {words}".strip()
                if line:
                    self._gap("\n")
                    self.notes.setdefault(piece.key, (mark, Span(self.length, self.length + len(line))))
                    self._write(line + "\n")

    def _gap(self, gap: str) -> None:
        """End the line, or leave a blank one, unless that was done or nothing was written."""
        if self.length:
            tail = "".join(self.parts[-3:])
            self._write(gap[len(tail) - len(tail.rstrip("\n")) :])

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)
            if self.length > self.raw.limits.characters:
                raise self.raw.refuse(
                    f"the text has more than {self.raw.limits.characters:,} characters: split it into its papers"
                )

    def _clean(self, text: str) -> str:
        """Give text in NFC with line feeds, without what XML 1.0 cannot carry, which is counted."""
        fed = LINE_END.sub("\n", text)
        self.dropped += len(NOT_XML.findall(fed))
        return unicodedata.normalize("NFC", NOT_XML.sub("", fed))


def _hull(spans: Iterable[Span]) -> Span | None:
    """Give the span from the first words to the last; None where there are none."""
    words = [span for span in spans if span.start < span.end]
    return Span(words[0].start, words[-1].end) if words else None


def _within(cell: Cell, hull: Span) -> Cell:
    """Give a cell inside its table: an empty one behind the last words stands at their end."""
    at = min(cell.span.start, hull.end)
    return replace(cell, span=Span(at, max(at, min(cell.span.end, hull.end))))


def _is_prose(cell: TableCell) -> bool:
    """Whether a cell holds more than a line of a table does."""
    if len(cell.paragraphs) > 1:
        return True
    return sum(len(each) for one in cell.paragraphs for each in one.content if isinstance(each, str)) > _LONG


def _joined(content: Iterable[Inline]) -> Iterable[tuple[str, Call | Note | Furniture | PageBreak | None]]:
    """Give the runs of text as one each, so that a letter and its accent in two runs become one letter."""
    text = ""
    for each in content:
        if isinstance(each, str):
            text += each
            continue
        if text:
            yield text, None
        text = ""
        yield "", each
    if text:
        yield text, None
