"""Tables that a text draws with bars between their cells, ``| Regio | 2023 |``, and dashes below the heading.

The rule says how many columns there are, so that rows are told apart though their line ends are lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from graph.extract.figures.grid import Grid, GridCell
from graph.joints import BREAK

_RULE = re.compile(r"(?<!\S)\|(?:\s?:?-+:?\s?\|)+")
"""The rule below a heading: "|---|--:|"."""

_BETWEEN_ROWS = re.compile(r"\s*")
_AROUND = " \n\t*_`"
"""What may stand around the words of a cell: white space, and the marks of bold, slanted and fixed letters."""


def bar_grids(text: str) -> list[Grid]:
    r"""Find the tables that bars draw in the text of a view.

    Args:
        text: the text, in which a row need not have a line of its own.

    >>> drawn = "Zie hier. | Regio | 2023 | |---|---| | Noord | 12 | | Zuid | | | Dat was het."
    >>> [[grid.words_of_row(row) for row in range(grid.height)] for grid in bar_grids(drawn)]
    [[('Regio', '2023'), ('Noord', '12'), ('Zuid',)]]
    """
    return [grid for rule in _RULE.finditer(text) if (grid := _grid(text, rule))]


def _grid(text: str, rule: re.Match[str]) -> Grid | None:
    """Make a table of the row above a rule and the rows below it; None where there are no bars for them."""
    bars = rule.group().count("|")
    head = _row_before(text, rule.start(), bars)
    if head is None or bars < 3:
        return None
    rows = [head, *_rows_behind(text, rule.end(), bars)]
    cells = [cell for number, row in enumerate(rows) for cell in _cells(text, row, number)]
    return Grid(text, tuple(cells), edge=head[0]) if len(cells) > 1 else None


def _row_before(text: str, end: int, bars: int) -> tuple[int, ...] | None:
    """Give where the bars of the row stand that ends before an offset."""
    found: list[int] = []
    at = len(text[:end].rstrip())
    while len(found) < bars and (at := text.rfind("|", 0, at)) >= 0:
        found.append(at)
    closed = found and not text[found[0] + 1 : end].strip()
    return tuple(reversed(found)) if closed and len(found) == bars else None


def _rows_behind(text: str, start: int, bars: int) -> Iterator[tuple[int, ...]]:
    """Give where the bars of each row stand, up to words that no bar opens."""
    while (opening := _next_bar(text, start)) is not None:
        row = [opening]
        while len(row) < bars and (bar := text.find("|", row[-1] + 1)) >= 0:
            row.append(bar)
        if len(row) == bars - 1:
            row.append(_line_end(text, row[-1]))
        if len(row) < bars:
            return
        yield tuple(row)
        start = row[-1] + 1


def _line_end(text: str, start: int) -> int:
    """Give where the last row of a text ends, which may have lost its last bar."""
    end = text.find(BREAK, start)
    return end if end >= 0 else len(text)


def _next_bar(text: str, start: int) -> int | None:
    gap = _BETWEEN_ROWS.match(text, start)
    at = gap.end() if gap else start
    return at if text[at : at + 1] == "|" else None


def _cells(text: str, row: tuple[int, ...], number: int) -> Iterator[GridCell]:
    for column, (left, right) in enumerate(pairwise(row)):
        words = text[left + 1 : right]
        start = left + 1 + len(words) - len(words.lstrip(_AROUND))
        end = left + 1 + len(words.rstrip(" \n\t_`"))
        if words.strip(_AROUND):
            wide = _wide(text, row, column) if number == 0 and column else 1
            yield GridCell(start, _unmarked(text, start, end), number, column, columns=wide)


def _wide(text: str, row: tuple[int, ...], column: int) -> int:
    """Give over how many columns a heading stands: those behind it that are empty are its own."""
    empty = (not text[a + 1 : b].strip() for a, b in pairwise(row[column + 1 :]))
    return 1 + sum(1 for _ in takewhile(bool, empty))


def _unmarked(text: str, start: int, end: int) -> int:
    """Leave out the marks of bold letters behind a cell; a single star is the mark of a note."""
    return end - 2 if text[end - 2 : end] == "**" and start < end - 2 else end
