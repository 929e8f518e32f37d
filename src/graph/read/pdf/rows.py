"""Rows of a table from its lines, where no rules part them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.read.pdf.cells import Cell, Grid, columns_under
from graph.read.pdf.grids import with_heading
from graph.read.pdf.manner import Manner
from graph.read.pdf.shapes import Box, Line, Word

_OPENS_PARTS = re.compile(r"(?:waarvan|w\.?v\.?|te weten|onder andere|o\.a\.)\b:?", re.IGNORECASE)
"""A label that opens the parts of the row above it: ``waarvan``."""

FEWEST_ROWS = 3
"""The fewest rows of a table."""


def heading_rows(lines: Sequence[Line], stripes: Sequence[tuple[float, float]]) -> list[list[Cell]]:
    """Make the rows that name columns: one, unless a name stands over several columns."""
    spread = any(len(columns_under(part, stripes)) > 1 for line in lines for part in line.parts())
    groups = [[line] for line in lines] if spread else [list(lines)] if lines else []
    return [_row(group, stripes) for group in groups]


def rows_of(
    lines: Sequence[Line], stripes: Sequence[tuple[float, float]], manner: Manner, breaks: set[int], *, figures: bool
) -> list[list[Cell]]:
    """Make rows of the lines of a table; a label or a cell may take several lines."""
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if above is None or not groups:
            groups.append([line])
        elif figures:
            _add_line_of_figures(groups, line, stripes)
        elif id(line) in breaks or (not breaks and _begins_row(line, above, stripes, manner)):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_row(group, stripes) for group in groups]


def _add_line_of_figures(groups: list[list[Line]], line: Line, stripes: Sequence[tuple[float, float]]) -> None:
    """Add a line to the row of the label that it goes on with, or as a row."""
    label = _only_label(line, stripes)
    waits = len(groups[-1]) == 1 and _only_label(groups[-1][0], stripes)
    small = line.words[0].text[:1].islower() and not _OPENS_PARTS.match(line.text)
    empty = columns_under(line.parts()[0], stripes)[0] > 0
    if (label and small) or (not label and waits and (small or empty)):
        groups[-1].append(line)
    else:
        groups.append([line])


def _only_label(line: Line, stripes: Sequence[tuple[float, float]]) -> bool:
    """Whether nothing stands on a line but a label in the first column."""
    parts = line.parts()
    return len(parts) == 1 and columns_under(parts[0], stripes)[0] == 0


def _begins_row(line: Line, above: Line, stripes: Sequence[tuple[float, float]], manner: Manner) -> bool:
    """Whether a line of words begins a row: after white, or with a label beside other cells."""
    if line.base - above.base > 1.25 * manner.leading(line.size):
        return True
    parts = line.parts()
    first = columns_under(parts[0], stripes)[0] == 0
    return first and len(parts) == len(stripes) and not line.words[0].text[:1].islower()


def _row(lines: Sequence[Line], stripes: Sequence[tuple[float, float]]) -> list[Cell]:
    """Make the cells of a row."""
    inside: defaultdict[int, list[Word]] = defaultdict(list)
    spans: dict[int, int] = {}
    for line in lines:
        for part in line.parts():
            under = columns_under(part, stripes)
            inside[under[0]] += part.words
            spans[under[0]] = max(spans.get(under[0], 1), len(under))
    cells, column = [], 0
    while column < len(stripes):
        wide = spans.get(column, 1)
        wide = next((step for step in range(1, wide) if column + step in inside), wide)
        cells.append(Cell(tuple(inside[column]), columns=wide, right=stripes[column + wide - 1][1]))
        column += wide
    return cells


def finished(rows: Sequence[Sequence[Cell]], lines: Sequence[Line], *, heading: int) -> Grid | None:
    """Give the table, when it has rows enough."""
    if len(rows) < FEWEST_ROWS:
        return None
    marked = [
        tuple(Cell(cell.words, cell.rows, cell.columns, index < heading, cell.right) for cell in row)
        for index, row in enumerate(rows)
    ]
    box = Box(
        min(line.x0 for line in lines), lines[0].top, max(line.x1 for line in lines), max(line.bottom for line in lines)
    )
    return Grid(box, tuple(marked if heading else with_heading(marked)))
