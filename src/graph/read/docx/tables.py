"""Tables of a DOCX: merged cells given once, and frames told from tables (ECMA-376 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.read.content import Furniture, Inline, Paragraph, Piece, TableCell, TableRows
from graph.read.docx.markup import attribute, child, name, number, shown, switch
from graph.read.grid import Grids, Placed
from graph.read.trees import Element

Pieces = Callable[[Element], list[Piece]]
"""Gives what a cell holds."""

_LONG = 200
"""The characters above which a cell holds prose and no title of a table."""


@dataclass
class _Cell:
    """A cell while its table is read."""

    pieces: list[Piece]
    columns: int
    heading: bool
    before: int = 0
    rows: int = 1


def read_table(table: Element, pieces_of: Pieces, grids: Grids) -> list[Piece]:
    """Read a table.

    What only arranges text comes apart: a row of one cell with prose stands between the rows before and after it, and
    rows of which none has words in two cells are a frame around what they hold. Ministries set whole letters so.

    Args:
        table: the ``w:tbl``.
        pieces_of: gives what a cell holds.
        grids: makes the tables of the file.
    """
    found: list[Piece] = []
    for alone, rows in groupby(_rows(table, pieces_of), _is_prose):
        group = list(rows)
        if alone or all(sum(bool(cell.pieces) for cell in row) < 2 for row in group):
            found.extend(piece for row in group for cell in row for piece in cell.pieces)
        else:
            found.append(grids.table([list(map(_placed, row)) for row in group]))
    return found


def _rows(table: Element, pieces_of: Pieces) -> list[list[_Cell]]:
    """Read the rows; a cell that continues the one above (``w:vMerge``) is counted there."""
    rows: list[list[_Cell]] = []
    above: dict[int, _Cell] = {}
    for element in _inside(table, "w:tr"):
        if child(element, "w:trPr", "w:del") is not None:
            continue
        heading = switch(element, "w:trPr", "w:tblHeader") or False
        row: list[_Cell] = []
        here: dict[int, _Cell] = {}
        column = before = max(number(element, "w:trPr", "w:gridBefore") or 0, 0)
        for each in _inside(element, "w:tc"):
            pieces, columns = pieces_of(each), max(number(each, "w:tcPr", "w:gridSpan") or 1, 1)
            if _continues(each, "w:hMerge") and row:
                row[-1].columns += columns
                row[-1].pieces += pieces
            elif _continues(each, "w:vMerge") and column in above:
                here[column] = above[column]
                here[column].rows += 1
                here[column].pieces += pieces
            else:
                here[column] = _Cell(pieces, columns, heading, before if not row else 0)
                row.append(here[column])
            column += columns
        rows.append(row)
        above = here
    return rows


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, also those inside content controls."""
    for each in shown(element):
        kind = name(each)
        if kind == wanted:
            yield each
        elif kind not in ("w:tr", "w:tc", "w:p"):
            yield from _inside(each, wanted)


def _continues(cell: Element, direction: str) -> bool:
    """Whether a cell is merged into the one before it; an element without a value says so."""
    merged = child(cell, "w:tcPr", direction)
    return merged is not None and attribute(merged, "val") != "restart"


def _is_prose(row: list[_Cell]) -> bool:
    """Whether a row is one cell with more than a line."""
    if len(row) != 1 or row[0].rows > 1:
        return False
    pieces = row[0].pieces
    return len(pieces) > 1 or any(isinstance(each, TableRows) or len(_text(each)) > _LONG for each in pieces)


def _placed(cell: _Cell) -> Placed:
    """Give a cell with paragraphs only: a table inside it becomes a paragraph for each of its rows."""
    return Placed(TableCell(tuple(flat(cell.pieces)), cell.rows, cell.columns, cell.heading), cell.before or None)


def flat(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """Give pieces as paragraphs; a row of a table is one, its cells apart by tabs."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece
        elif isinstance(piece, Furniture):
            yield Paragraph((piece,))
        elif isinstance(piece, TableRows):
            yield from (Paragraph(tuple(_in_line(row))) for row in piece.rows if any(cell.paragraphs for cell in row))


def _in_line(row: Iterable[TableCell]) -> Iterator[Inline]:
    """Give a row as the content of one paragraph."""
    for at, cell in enumerate(row):
        if at:
            yield "\t"
        for place, paragraph in enumerate(cell.paragraphs):
            if place:
                yield " "
            yield from paragraph.content


def _text(piece: Piece) -> str:
    """Give the words of a piece."""
    return "".join(each for one in flat([piece]) for each in one.content if isinstance(each, str))
