"""Tables without any rules: figures that stand in columns below each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.read.pdf.cells import Grid, has_digit, is_figure, stripes_of
from graph.read.pdf.manner import Manner
from graph.read.pdf.rows import FEWEST_ROWS, finished, heading_rows, rows_of
from graph.read.pdf.shapes import Line

_LEADERS = "..."
"""The dots of a table of contents."""


def tables_of_figures(lines: Sequence[Line], manner: Manner) -> list[Grid]:
    """Give the tables that have no rules: at least three lines whose figures stand below each other."""
    parts = [line.parts() for line in lines]
    found: list[Grid] = []
    index = 0
    while index < len(lines):
        end = _run(index, lines, parts, manner)
        grid = _grid_of_run(index, end, lines, parts, manner) if end > index else None
        if grid is not None:
            found.append(grid)
        index = max(end, index + 1)
    return found


def _run(start: int, lines: Sequence[Line], parts: Sequence[Sequence[Line]], manner: Manner) -> int:
    """Give the end of the lines with figures in columns that begin at an index; labels may stand between them."""
    if not _is_row(parts[start]):
        return start
    end = index = start + 1
    while index < len(lines):
        near = lines[index].base - lines[index - 1].base < 2.4 * manner.leading(lines[index].size)
        if not near or not (_is_row(parts[index]) or (len(parts[index]) == 1 and index - end < 2)):
            break
        if len(parts[index]) == 1 and lines[index].x1 > min(row[1].x0 for row in parts[start:end] if len(row) > 1):
            break
        index += 1
        end = index if _is_row(parts[index - 1]) else end
    return end


def _is_row(parts: Sequence[Line]) -> bool:
    """Whether a line is a label with figures behind it in columns, or figures alone."""
    if len(parts) < 2 or any(_LEADERS in part.text for part in parts):
        return False
    return all(is_figure(part.text) for part in parts[1:]) and any(has_digit(part.text) for part in parts[1:])


def _grid_of_run(
    start: int, end: int, lines: Sequence[Line], parts: Sequence[Sequence[Line]], manner: Manner
) -> Grid | None:
    """Make a table of a run of lines; None where it is an enumeration or a table of contents."""
    rows = [each for each in parts[start:end] if len(each) > 1]
    columns = max(map(len, rows))
    if len(rows) < (FEWEST_ROWS if columns == 2 else 2):
        return None
    stripes = stripes_of([part for row in rows for part in row])
    if len(stripes) < 2 or len(stripes) > columns + 1 or _is_contents(rows):
        return None
    head = _head(start, lines, parts, stripes, manner)
    heading = heading_rows(lines[head:start], stripes)
    body = rows_of(lines[start:end], stripes, manner, set(), figures=True)
    return finished([*heading, *body], lines[head:end], heading=len(heading))


def _is_contents(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether the last figures are page numbers: whole, small and never falling, behind words."""
    last = [row[-1].text for row in rows]
    if not all(text.isdigit() and len(text) <= 3 for text in last) or any(len(row) > 3 for row in rows):
        return False
    pages = [int(text) for text in last]
    return all(a <= b for a, b in pairwise(pages)) and pages[0] < 30 and len(rows) >= 4


def _head(
    start: int,
    lines: Sequence[Line],
    parts: Sequence[Sequence[Line]],
    stripes: Sequence[tuple[float, float]],
    manner: Manner,
) -> int:
    """Give the first of the lines above a table that name its columns."""
    index = start
    while index > 0 and start - index < 4:
        near = lines[index].base - lines[index - 1].base < 2.2 * manner.leading(lines[index].size)
        above = parts[index - 1]
        right = above[1:] if above[0].x0 <= stripes[0][1] else above
        if not near or not right or above[-1].text.endswith((".", "?", ":")):
            break
        if any(part.x0 < stripes[0][1] and part.x1 > stripes[1][0] for part in above):
            break
        index -= 1
    return index
