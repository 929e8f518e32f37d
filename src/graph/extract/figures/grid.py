"""A table in the offsets of a view: its cells, where they stand, and which cell covers a row and a column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with words: their stretch of the view, and its rows and columns, from 0.

    `placed` says that its row lacks cells: a sum or the layout of the row told the column.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heading: bool = False
    placed: bool = False


@dataclass(frozen=True)
class Grid:
    """A table: the text of the view that it stands in, and its cells that have words, row by row.

    `lost` are the numbers in its rows whose column is not known; `edge` is where a bar opens it.
    """

    text: str
    cells: tuple[GridCell, ...]
    lost: tuple[tuple[int, int], ...] = ()
    edge: int | None = None

    @cached_property
    def start(self) -> int:
        """Where its first words, or the bar before them, begin."""
        return min(cell.start for cell in self.cells) if self.edge is None else self.edge

    @cached_property
    def end(self) -> int:
        """Where its last words end."""
        return max(cell.end for cell in self.cells)

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.columns for cell in self.cells)

    @cached_property
    def height(self) -> int:
        """How many rows it has."""
        return max(cell.row + 1 for cell in self.cells)

    @cached_property
    def _places(self) -> dict[tuple[int, int], GridCell]:
        return {
            (cell.row + row, cell.column + column): cell
            for cell in reversed(self.cells)
            for row in range(cell.rows)
            for column in range(cell.columns)
        }

    def at(self, row: int, column: int) -> GridCell | None:
        """Give the cell that covers a place; None where it is empty."""
        return self._places.get((row, column))

    def words(self, cell: GridCell) -> str:
        """Give the words of a cell."""
        return self.text[cell.start : cell.end]

    @cached_property
    def _rows(self) -> dict[int, list[GridCell]]:
        rows: dict[int, list[GridCell]] = defaultdict(list)
        for cell in self.cells:
            rows[cell.row].append(cell)
        return rows

    def row(self, row: int) -> Sequence[GridCell]:
        """Give the cells that begin in a row."""
        return self._rows.get(row, ())

    def words_of_row(self, row: int) -> tuple[str, ...]:
        """Give the words of the cells that begin in a row."""
        return tuple(self.words(cell) for cell in self.row(row))
