"""Tables as grids of cells in a view: from the cells that a format knows, or from lines of text that line up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.extract.figures.bargrids import bar_grids
from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.textgrids import rows_below, text_grids
from graph.extract.figures.textheadings import heading_above
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
    real = [grid for table in tables if (grid := _grid(table, view))]
    if layout and layout.wrapped:
        real = [_with_heading(grid) for grid in _joined(real)]
    else:
        real += bar_grids(view.text) if "|" in view.text else []
    return tuple(sorted([*real, *text_grids(view.text, real)], key=lambda grid: grid.start))


def _grid(table: Table, view: View) -> Grid | None:
    """Give a table of the layout in the offsets of a view; None where it has no two cells with words."""
    cells = []
    for cell in table.cells:
        inside = view.inside(cell.span) if cell.span.start < cell.span.end else Span(0, 0)
        words = view.text[inside.start : inside.end]
        start, end = inside.start + len(words) - len(words.lstrip()), inside.start + len(words.rstrip())
        if start < end:  # the white space is that behind a mark of a note, which the view leaves out
            cells.append(GridCell(start, end, cell.row, cell.column, cell.rows, cell.columns, cell.heading))
    return Grid(view.text, tuple(cells)) if len(cells) > 1 else None


def _joined(grids: Iterable[Grid]) -> Iterator[Grid]:
    """Join a table of a PDF with its rest on the next page: nothing stands between, the columns agree.

    A lone row that a page begins or ends with is a line of text there.
    """
    last: Grid | None = None
    for grid in grids:
        if last:
            last = rows_below(last, grid.start)
            if grid.width == last.width and not grid.text[last.end : grid.start].strip():
                last = _continued(last, grid)
                continue
            yield last
        last = grid
    if last:
        yield rows_below(last, len(last.text))


def _continued(first: Grid, rest: Grid) -> Grid:
    """Put the rows of a rest below a table, without the heading that it repeats."""
    repeated = 0
    while repeated < rest.height and first.words_of_row(repeated) == rest.words_of_row(repeated):
        repeated += 1
    low = first.height - repeated
    more = [replace(cell, row=cell.row + low) for cell in rest.cells if cell.row >= repeated]
    return Grid(first.text, (*first.cells, *more))


def _with_heading(grid: Grid) -> Grid:
    """Give a table the heading that the page before ends with, where the table begins with figures."""
    first = list(grid.row(0))
    if any(cell.heading for cell in first) or not any(map(str.isdigit, "".join(map(grid.words, first[1:])))):
        return grid
    columns = heading_above(grid.text, grid.start, grid.width - 1)
    if columns is None:
        return grid
    head = [GridCell(*span, 0, n, heading=True) for n, span in enumerate(columns) if span]
    return Grid(grid.text, (*head, *(replace(cell, row=cell.row + 1) for cell in grid.cells)))
