"""Tables in running text: rows of as many numbers as the heading above them has columns.

Where the heading cannot be divided over the columns with certainty there is no table, and its rows stay unread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.extract.figures.doubleheads import double_head
from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.textheadings import Columns, columns_of, heading_above
from graph.extract.figures.textrows import CELL, ONE_CELL, Row, behind_sentence, has_verb, is_bare, lines_of, row_of
from graph.extract.figures.textstreams import streams
from graph.joints import BREAK

_REMARK = re.compile(r"\b(?:Toelichting|Opmerking(?:en)?|Omschrijving|Reden|Uitleg)$")
_ASIDE = re.compile(r"\([^()]+\)")
_GROUP_WORDS = 6
_REMARK_LINES = 8
"""The lines over which a heading with remarks may run."""

_GAP = 2
"""The lines in a table that may be no row of it: a group of rows, a row that lacks numbers."""


def text_grids(text: str, taken: Sequence[Grid] = ()) -> list[Grid]:
    r"""Find the tables in the text of a view.

    Args:
        text: the text, a line of thought on each line.
        taken: the tables whose cells are known already.

    >>> [g.words_of_row(2) for g in text_grids("Soort 2023 2024\nNoodopvang 26.410 29.790\nRegulier 31.200 35.140")]
    [('Noodopvang', '26.410', '29.790')]
    """
    lines = lines_of(text)
    free = [not any(grid.start < end and start < grid.end for grid in taken) for start, end in lines]
    rows = [row for n, line in enumerate(lines) if free[n] and (row := row_of(text, n, line))]
    found = [grid for block in _blocks(text, lines, rows) if (grid := _grid(text, lines, block))]
    if not found and all(free):
        found = list(_with_remarks(text, lines))
    flowing = list(streams(text, [(grid.start, grid.end) for grid in taken]))
    found = [grid for grid in found if not any(_holds(other, grid) for other in flowing)]
    flowing = [
        grid for grid in flowing if not any(grid.start < other.end and other.start < grid.end for other in found)
    ]
    return [*found, *flowing]


def _holds(grid: Grid, other: Grid) -> bool:
    """Whether a table has all the cells of another, each in the same column, and more."""
    return {(c.start, c.end, c.column) for c in grid.cells} > {(c.start, c.end, c.column) for c in other.cells}


def _blocks(text: str, lines: Sequence[tuple[int, int]], rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the rows that stand together, at least two with as many numbers; others between them are left out."""
    block: list[Row] = []
    for row in [*rows, Row(len(lines) + _GAP + 1, (0, 0), ())]:
        between = range(block[-1].line + 1, row.line) if block else range(0)
        if block and (len(between) > _GAP or not all(_is_group(text[slice(*lines[n])]) for n in between)):
            count = Counter(len(each.cells) for each in block).most_common(1)[0][0]
            same = [each for each in block if len(each.cells) == count]
            if len(same) > 1 and not _spills_over(text, lines, block):
                yield same
            block = []
        block.append(row)


def _spills_over(text: str, lines: Sequence[tuple[int, int]], block: Sequence[Row]) -> bool:
    """Whether lines of bare numbers stand among rows or right below: the rows go on there."""
    among = {*range(block[0].line, min(block[-1].line + 2, len(lines)))} - {row.line for row in block}
    return any(is_bare(text[slice(*lines[n])]) for n in among)


def _is_group(line: str) -> bool:
    return len(line.split()) <= _GROUP_WORDS and not line.endswith((".", "?", "!"))


def _grid(text: str, lines: Sequence[tuple[int, int]], block: Sequence[Row]) -> Grid | None:
    """Make a table of rows, with the heading that fits them."""
    return _under_heading(text, lines, block) or _under_heading(text, lines, _with_names(text, block))


def _with_names(text: str, block: Sequence[Row]) -> list[Row]:
    """Count the first number of each row to its name, where all rows have the same words: "Schaal 10 | 412 | 430"."""
    labels = {text[slice(*row.label)] for row in block}
    firsts = [text[slice(*row.cells[0])] for row in block]
    numbered = len(labels) == 1 and len({*firsts}) == len(firsts) and all(each.isdigit() for each in firsts)
    if not numbered or len(block[0].cells) < 2:
        return []
    return [Row(row.line, (row.label[0], row.cells[0][1]), row.cells[1:]) for row in block]


def _under_heading(text: str, lines: Sequence[tuple[int, int]], block: Sequence[Row]) -> Grid | None:
    """Find the heading above rows, or above the name of their first group or a line of units."""
    count = len(block[0].cells) if block else 0
    if block and (units := _units(text, lines, block[0].line - 1, count)):
        return _with_units(text, lines, block, units)
    for first in (block[0].line, block[0].line - 1) if block else ():
        if first < block[0].line and not _opens_group(text, lines, first):
            return None
        if double := double_head(text, lines[first][0], count):
            return Grid(text, (*double.cells(), *_cells(text, lines, double.columns, block, first)))
        columns = heading_above(text, lines[first][0], count)
        if columns and _differ(text, columns):
            rows = _cells(text, lines, columns, block, first)
            return Grid(text, (*_spanning(text, columns, count), *rows))
    return None


def _units(text: str, lines: Sequence[tuple[int, int]], number: int, count: int) -> list[tuple[int, int]]:
    """Read a line of units, one for each column: "(aantal) (x € 1 mln) (in €)"."""
    line = text[slice(*lines[number])] if number >= 0 else ""
    asides = [(lines[number][0] + m.start(), lines[number][0] + m.end()) for m in _ASIDE.finditer(line)]
    return asides if len(asides) == count and not _ASIDE.sub("", line).strip() else []


def _with_units(
    text: str, lines: Sequence[tuple[int, int]], block: Sequence[Row], units: Sequence[tuple[int, int]]
) -> Grid | None:
    """Make a table whose headings have a line of units below them."""
    columns = heading_above(text, lines[block[0].line - 1][0], len(units))
    if columns is None:
        return None
    heads = (GridCell(*span, 0, column) for column, span in enumerate(columns) if span)
    return Grid(text, (*heads, *_cells(text, lines, [None, *units], block)))


def _opens_group(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a line right above the rows names the first group of them: no number, no sentence."""
    words = text[slice(*lines[number])] if number >= 0 else ""
    return words[:1].isupper() and _is_group(words) and not has_verb(words) and not any(map(str.isdigit, words))


def _differ(text: str, columns: Columns) -> bool:
    """Whether each column has a heading of its own; else one is missing that tells them apart."""
    heads = [text[slice(*span)] for span in columns[1:] if span]
    return len({*heads}) == len(heads)


def _spanning(text: str, columns: Columns, count: int) -> Iterator[GridCell]:
    """Find the heading above one of times alone, which holds for all of them: "Slachthuis Aantal paarden"."""
    first = next(span for span in columns if span)
    above = lines_of(text[: first[0]].rstrip(BREAK))
    if columns[0] or count == 1 or not first[0] or text[first[0] - 1] != BREAK:
        return
    if found := columns_of(text, behind_sentence(text, *above[-1]), above[-1][1], 1):
        if found[0] and found[1]:
            yield GridCell(*found[0], 0, 0, rows=2)
            yield GridCell(*found[1], 0, 1, columns=count)


def rows_below(grid: Grid, end: int) -> Grid:
    """Add the lines right below a table that read as its rows, up to an offset."""
    text = grid.text
    for number, line in enumerate(lines_of(text)):
        row = row_of(text, number, line) if grid.end < line[0] < end else None
        if row is None or len(row.cells) != grid.width - 1 or text[grid.end : line[0]].strip():
            continue
        spans = (row.label, *row.cells)
        more = (GridCell(*span, grid.height, column) for column, span in enumerate(spans))
        grid = Grid(text, (*grid.cells, *more))
    return grid


def _cells(
    text: str, lines: Sequence[tuple[int, int]], columns: Columns, block: Sequence[Row], first: int | None = None
) -> Iterator[GridCell]:
    for column, span in enumerate(columns):
        if span:
            yield GridCell(*span, 1, column)
    number, last = 1, (block[0].line if first is None else first) - 1
    for row in block:
        for line in range(last + 1, row.line):
            if not any(map(str.isdigit, text[slice(*lines[line])])):
                number += 1
                yield GridCell(*lines[line], number, 0)
        number, last = number + 1, row.line
        yield GridCell(*row.label, number, 0)
        for column, span in enumerate(row.cells, start=1):
            yield GridCell(*span, number, column)


def _with_remarks(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Grid]:
    """Find tables whose last column explains each row in sentences: "EZK | 35 | 3 | Betreft subsidie voor …"."""
    for last, (_, end) in enumerate(lines):
        remark = _REMARK.search(text, lines[last][0], end)
        for count in (4, 3, 2, 1) if remark else ():
            rows = list(_explained(text, end, count))
            heads = [behind_sentence(text, *lines[n]) for n in range(last, max(-1, last - _REMARK_LINES), -1)]
            found = (columns_of(text, start, remark.start(), count) for start in heads) if remark else ()
            columns = next(filter(None, found), None)
            if len(rows) > 1 and columns:
                yield Grid(text, tuple(_cells(text, lines, columns, rows)))
                break


def _explained(text: str, start: int, count: int) -> Iterator[Row]:
    """Give the rows below a heading that go on in words: a name, numbers, a capital."""
    label = r"(?:(?<=\n)|(?<=[.)] ))(?P<label>[A-ZÀ-Þ][\w&/-]*(?: [\w&/-]+){0,4}?)[ \n]"
    pattern = re.compile(rf"{label}(?P<cells>{CELL}(?: {CELL}){{{count - 1}}}) (?=[A-ZÀ-Þ(])")
    for match in pattern.finditer(text, start):
        yield _of_match(match)


def _of_match(match: re.Match[str]) -> Row:
    start = match.start("cells")
    cells = tuple((start + cell.start(), start + cell.end()) for cell in ONE_CELL.finditer(match["cells"]))
    return Row(0, match.span("label"), cells)
