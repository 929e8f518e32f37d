"""A story (running text, header, text box, note) as pieces in the order of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import BlockKind
from graph.read.content import Furniture, Inline, Paragraph, Piece
from graph.read.docx.fields import Fields
from graph.read.docx.lines import Line, Lines
from graph.read.docx.markup import child, name, shown
from graph.read.docx.notes import Notes
from graph.read.docx.numbering import Counter, Label, Numbering
from graph.read.docx.styles import Look, Styles
from graph.read.docx.tables import read_table
from graph.read.grid import Grids
from graph.read.limits import Raw
from graph.read.trees import Element

_PAGE_NUMBER = re.compile(r"[\W\d_]*(?:(?:pagina|page|blad|p|van|of)\b[\W\d_]*)*", re.IGNORECASE)
"""What a page number is made of: "Pagina 1 van 3", "- 2 -"."""

_ELSEWHERE = ("w:altChunk", "w:subDoc")
"""Text that is kept in another file or format, and that only Word puts in its place."""


@dataclass(frozen=True)
class Book:
    """What the stories of a document share."""

    raw: Raw
    styles: Styles
    numbering: Numbering
    notes: Notes
    grids: Grids


class Story:
    """Reads one story; lists and fields begin anew in it."""

    def __init__(self, root: Element, book: Book, counter: Counter | None = None) -> None:
        self._book = book
        self._lines = Lines(book.styles, book.notes, Fields(root), self._boxed)
        self._counter = counter or Counter(book.numbering)
        self._joined: list[Inline] = []
        self._begun = False

    def pieces(self, container: Element) -> list[Piece]:
        """Give what a container of paragraphs and tables holds.

        Raises:
            ReadError: when text is kept in another file.
        """
        found = self._blocks(container)
        return found + self._loose_end()

    def _blocks(self, container: Element) -> list[Piece]:
        """Give what stands in a container, which may be a wrapper such as a content control."""
        found: list[Piece] = []
        for each in shown(container):
            kind = name(each)
            if kind in ("w:p", "w:r", "w:hyperlink", "w:fldSimple"):  # a damaged file has runs outside paragraphs
                found += self._paragraph(each)
            elif kind == "w:tbl":
                found += self._loose_end()
                found += self._table(each)
            elif kind in _ELSEWHERE:
                raise self._book.raw.refuse("part of its text is kept in another file: save it with Word as one")
            else:
                found += self._blocks(each)
        return found

    def _boxed(self, element: Element) -> list[Piece]:
        """Give what stands inside a paragraph as a block."""
        if name(element) == "w:txbxContent":
            return Story(element, self._book).pieces(element)
        return self._table(element) if name(element) == "w:tbl" else self._paragraph(element)

    def _table(self, element: Element) -> list[Piece]:
        """Give a table, or what it frames."""
        return read_table(element, self.pieces, self._book.grids)

    def _loose_end(self) -> list[Piece]:
        """Give what should run on into a paragraph that does not come."""
        content, self._joined = self._joined, []
        return [Paragraph(tuple(content))] if not Line(content).is_blank else []

    def _paragraph(self, element: Element) -> list[Piece]:
        """Give a paragraph, and what its text boxes hold: after it, but before the first of all.

        The boxes of a letterhead hang on the first line of the letter.
        """
        look = self._book.styles.look(element)
        line = self._lines.read(element, hidden=look.hidden)
        if child(element, "w:pPr", "w:sectPr") is not None:
            self._book.notes.end_section()
        if look.joined:
            self._joined += line.content
            return line.asides
        line.content[:0], self._joined = self._joined, []
        if line.is_blank and look.mark_hidden:
            return line.asides
        if line.counts_pages and _PAGE_NUMBER.fullmatch(line.text):
            return [Furniture(line.text), *line.asides] if line.text.strip() else line.asides
        label = self._counter.label(look.numbered)
        # a number stands for itself ("Vraag 3" above its question); a bullet without words is a slip
        if line.is_blank and not (label and any(map(str.isalnum, label.text))):
            return line.asides
        begun, self._begun = self._begun, True
        finished = _finished(line, look, label)
        return [finished, *line.asides] if begun else [*line.asides, finished]


def _finished(line: Line, look: Look, label: Label | None) -> Paragraph:
    """Give a paragraph with its label."""
    content = line.content
    if label:
        while content and isinstance(content[0], str) and not content[0].strip():
            del content[0]
        if content and isinstance(content[0], str):
            content[0] = content[0].lstrip()
        content.insert(0, label.text)
    if look.outline is not None:
        return Paragraph(tuple(content), BlockKind.HEADING, look.outline)
    if label:
        return Paragraph(tuple(content), BlockKind.ITEM, label.level)
    return Paragraph(tuple(content))
