"""Cells with their spans to the rows of a table, whatever spans a file claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.read.content import TableCell, TableRows

_WIDEST = 1_000
"""The most columns of a cell, as in HTML (Living Standard 4.9.11)."""

_MOST = 500_000
"""The most places in the tables of one file that cells may claim beyond their own: above it, spans are not believed."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell, and the column in which its file says that it begins, counted from 0.

    A cell whose `rows` is 0 reaches to the last row.
    """

    cell: TableCell
    column: int | None = None


class Grids:
    """Makes the tables of one file."""

    def __init__(self) -> None:
        self._left = _MOST

    def table(self, rows: Sequence[Sequence[Placed]]) -> TableRows:
        """Give a table: gaps before a cell that names its column are filled, spans end with the table."""
        taken: set[tuple[int, int]] = set()
        return TableRows(tuple(tuple(self._row(number, row, len(rows), taken)) for number, row in enumerate(rows)))

    def _row(self, number: int, row: Sequence[Placed], height: int, taken: set[tuple[int, int]]) -> list[TableCell]:
        cells: list[TableCell] = []
        column = 0
        for placed in row:
            while (number, column) in taken:
                column += 1
            while placed.column is not None and column < min(placed.column, _WIDEST) and self._left > 0:
                if (number, column) not in taken:
                    cells.append(TableCell(()))
                    self._left -= 1
                column += 1
            while (number, column) in taken:
                column += 1
            cell = self._bounded(placed.cell, height - number)
            taken.update((number + r, column + c) for r in range(cell.rows) for c in range(cell.columns))
            column += cell.columns
            cells.append(cell)
        return cells

    def _bounded(self, cell: TableCell, below: int) -> TableCell:
        """Give a cell with spans that a table of this height can have."""
        if cell.rows == cell.columns == 1:
            return cell
        rows = min(cell.rows, below) if cell.rows > 0 else below
        columns = min(max(cell.columns, 1), _WIDEST)
        if rows * columns - 1 > self._left:
            rows = columns = 1
        self._left -= rows * columns - 1
        return replace(cell, rows=rows, columns=columns)
