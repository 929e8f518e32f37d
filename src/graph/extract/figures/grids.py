"""Tables as grids of cells in a view: from the cells that a format knows, or from lines of text that line up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.textgrids import text_grids
from graph.model import Layout, Span, Table
from graph.views import View


def grids_of(layout: Layout | None, within: Span, view: View) -> tuple[Grid, ...]:
    """Give the tables of an answer or note, in the order of the text.

    Args:
        layout: what the format says of its layout; None for plain text.
        within: the span of the answer; a table that reaches outside it arranges the paper, and holds no figures.
        view: the readable text of the answer, in whose offsets the grids are.
    """
    tables = [table for table in (layout.tables if layout else ()) if within.holds(table.span)]
    real = list(_joined(grid for table in tables if (grid := _grid(table, view))))
    return tuple(sorted([*real, *text_grids(view.text, real)], key=lambda grid: grid.start))


def _grid(table: Table, view: View) -> Grid | None:
    """Give a table of the layout in the offsets of a view; None where it has no two cells with words."""
    cells = [
        cell
        for each in table.cells
        if (
            cell := _cell(each.span, view, GridCell(0, 0, each.row, each.column, each.rows, each.columns, each.heading))
        )
    ]
    return Grid(view.text, tuple(cells)) if len(cells) > 1 else None


def _cell(span: Span, view: View, cell: GridCell) -> GridCell | None:
    inside = view.inside(span) if span.start < span.end else Span(0, 0)
    return replace(cell, start=inside.start, end=inside.end) if inside.start < inside.end else None


def _joined(grids: Iterator[Grid]) -> Iterator[Grid]:
    """Join a table with its rest on the next page: nothing stands between, the columns agree."""
    last: Grid | None = None
    for grid in grids:
        if last and grid.width == last.width and not grid.text[last.end : grid.start].strip():
            last = _continued(last, grid)
            continue
        if last:
            yield last
        last = grid
    if last:
        yield last


def _continued(first: Grid, rest: Grid) -> Grid:
    """Put the rows of a rest below a table, without the heading that it repeats."""
    repeated = 0
    while repeated < rest.height and first.words_of_row(repeated) == rest.words_of_row(repeated):
        repeated += 1
    low = first.height - repeated
    more = [replace(cell, row=cell.row + low) for cell in rest.cells if cell.row >= repeated]
    return Grid(first.text, (*first.cells, *more))
