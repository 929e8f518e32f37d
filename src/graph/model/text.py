"""The text layer of a file, and what its format says of its layout."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text layer.

    >>> Span(3, 7).holds(Span(4, 7)), Span(3, 7).overlaps(Span(7, 9))
    (True, False)
    """

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of text is to the eye."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A line of thought that the format shows as one: a paragraph, a heading, a list item, a row of a table.

    Its span has no white space at either end. In a PDF it may run over lines and pages, and then holds the notes and
    the furniture between its lines. `level` is the depth of a heading or list item, 1 for the outermost.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `span` is empty where nothing is in it. Rows and columns count from 0.

    `rows` and `columns` say over how many it stretches; `heading` that it names its row or column.
    """

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it stands, and its cells row by row."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of a page or at the end: its mark, the span of mark and text, and where it is called.

    The mark is without the brackets that it may be printed in: ``1`` for ``[1]`` and ``1)``.

    `call` is the mark itself in running text; None where it was not found.
    """

    mark: str
    span: Span
    call: Span | None = None


@dataclass(frozen=True)
class Layout:
    """What a format says of its layout; plain text says nothing, and is read by the eye of `graph.parse`.

    Attributes:
        blocks: all lines of thought, in the order of the text; notes and furniture are not among them.
        tables: the tables, whose cells hold blocks.
        notes: the notes, in the order of the text.
        calls: every mark that calls a note, also those of notes called more than once.
        furniture: headers and footers of pages and page numbers.
        wrapped: whether line ends inside a block are only where the page was full, as in a PDF.
    """

    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Footnote, ...] = ()
    calls: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    wrapped: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Give the block in which an offset lies."""
        at = bisect_right(self._starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].span.end else None


@dataclass(frozen=True)
class SourceText:
    """The one text layer of a file: NFC, line feeds for line ends, otherwise as read; never rewritten afterwards.

    Attributes:
        text: the layer.
        file_name: the name of the file it was read from, without folders.
        media_type: what the file turned out to be, by its content.
        file_sha256: hex digest of the bytes.
        page_starts: the offset at which each page begins; the first is 0. One entry when pages are not known.
        dropped: how many characters were left out because XML 1.0 cannot carry them.
        layout: what the format says of its layout; None for plain text.
        labels: what the file says about itself in machine-readable form, by the official names of the fields
            (``DC.identifier``, ``OVERHEIDop.dossiernummer``), each with its values in order.
    """

    text: str
    file_name: str
    media_type: str
    file_sha256: str
    page_starts: tuple[int, ...] = (0,)
    dropped: int = 0
    layout: Layout | None = None
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def __hash__(self) -> int:
        return hash(
            self.text
        )  # kept by the text itself: a layout of thousands of blocks is not hashed at every look-up

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the layer in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def quote(self, span: Span) -> str:
        """Give the words of a span, literally."""
        return self.text[span.start : span.end]

    def page(self, offset: int) -> int:
        """Give the page, 1-based, on which an offset lies."""
        return bisect_right(self.page_starts, offset)
