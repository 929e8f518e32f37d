"""What a decoder gives of a file that has a layout: paragraphs, tables, notes, furniture, in the order of reading.

One small vocabulary for every format; `graph.read.compose` makes the text layer and its layout of it. A decoder says
what the format says and judges nothing: what a question is, `graph.parse` finds out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import BlockKind


@dataclass(frozen=True, slots=True)
class Call:
    """The mark that calls a note, as printed (``1``); `note` is the key of the `Note` that it calls."""

    mark: str
    note: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page ends here; it may stand inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running head, a footer or a page number; it may stand inside a paragraph that runs over pages."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its key, its mark as printed and its words without the mark, in one or more paragraphs.

    Formats without pages give their notes at the end; in a PDF a note stands at the foot of its page, also when a
    paragraph runs on behind it. An empty mark stands for a note that has none.
    """

    key: str
    mark: str
    paragraphs: tuple[str, ...]


Inline = str | Call | PageBreak | Furniture | Note
"""What a paragraph consists of. In text a line feed is a line end as the file shows it, inside the paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of thought: a paragraph, a heading or a list item; the label of an item is part of its content.

    `level` is the depth of a heading or list item, 1 for the outermost.
    """

    content: tuple[Inline, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with its paragraphs; `rows` and `columns` say over how many it stretches."""

    paragraphs: tuple[Paragraph, ...]
    rows: int = 1
    columns: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table, row by row; a cell that stretches over rows or columns is given once, where it begins."""

    rows: tuple[tuple[TableCell, ...], ...]


Piece = Paragraph | TableRows | Note | Furniture | PageBreak


@dataclass(frozen=True)
class Content:
    """All that a decoder gives: the pieces in the order of reading, and what the file says of itself.

    `labels` are its machine-readable fields by their official names (``DC.identifier``), each with its values.
    """

    pieces: Sequence[Piece]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
