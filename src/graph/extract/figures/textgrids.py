"""Tables in running text: rows of as many numbers as the heading above them has columns.

Where the heading cannot be divided over the columns with certainty there is no table, and its rows stay unread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.figures import lexicon
from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.textheadings import Columns, columns_of
from graph.joints import BREAK

_NUMBER = r"(?:-/- ?)?(?:[<>] ?)?(?:€ ?)?(?:-/- ?|[-−+](?=\d))?\d+(?:[.,]\d+)*(?: ?%)?\*?"
_CELL = rf"(?:{_NUMBER}|[-–—*]|(?:PM|pm|n\.v\.t\.|nvt|n\.b\.)(?!\w))"
_CELLS = re.compile(rf"(?:^|(?<=[\s:])){_CELL}(?: {_CELL})*$")
_ONE = re.compile(_CELL)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_ENDS = re.compile(r"[.?!][»”\"')]? (?=[A-ZÀ-Þ])")
_REMARK = re.compile(r"\b(?:Toelichting|Opmerking(?:en)?|Omschrijving|Reden|Uitleg)$")
_START = re.compile(rf"\s+(?P<label>[A-ZÀ-Þ][^\s\d]*(?:\s[^\s\d]+){{0,5}})\s(?P<cells>{_CELL}(?: {_CELL})*)(?=\s|$)")
_MANY = 4
"""The rows below which numbers after names are no table."""

_LABEL_WORDS = 10
_GROUP_WORDS = 6
_HEADING_LINES = 8
_GAP = 2
"""The lines in a table that may be no row of it: a group of rows, a row that lacks numbers."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that reads as a row: the number of its line, its label and its cells, in the offsets of the view."""

    line: int
    label: tuple[int, int]
    cells: tuple[tuple[int, int], ...]


def text_grids(text: str, taken: Sequence[Grid] = ()) -> list[Grid]:
    r"""Find the tables in the text of a view.

    Args:
        text: the text, a line of thought on each line.
        taken: the tables whose cells are known already.

    >>> [g.words_of_row(2) for g in text_grids("Soort 2023 2024\nNoodopvang 26.410 29.790\nRegulier 31.200 35.140")]
    [('Noodopvang', '26.410', '29.790')]
    """
    lines = _lines(text)
    free = [not any(grid.start < end and start < grid.end for grid in taken) for start, end in lines]
    rows = [row for n, line in enumerate(lines) if free[n] and (row := _row(text, n, line))]
    found = [grid for block in _blocks(text, lines, rows) if (grid := _grid(text, lines, block))]
    if found or not all(free):
        return found
    return list(_with_remarks(text, lines)) or list(_streams(text, lines))


def _lines(text: str) -> list[tuple[int, int]]:
    lines, at = [], 0
    for line in text.split(BREAK):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def _row(text: str, number: int, line: tuple[int, int]) -> _Row | None:
    """Read a line as a row: a short label and numbers up to its end; a year before other numbers is a label."""
    start, end = line
    match = _CELLS.search(text[start:end].rstrip())
    if match is None:
        return None
    cells = [(start + match.start() + c.start(), start + match.start() + c.end()) for c in _ONE.finditer(match.group())]
    label = (start, start + len(text[start : start + match.start()].rstrip()))
    if label[0] == label[1] and len(cells) > 1 and _YEAR.fullmatch(text[slice(*cells[0])]):
        label, cells = cells[0], cells[1:]
    words = text[slice(*label)]
    if all(_YEAR.fullmatch(text[slice(*cell)]) for cell in cells):
        return None
    if not words or len(words.split()) > _LABEL_WORDS or _SENTENCE_ENDS.search(words):
        return None
    if len(cells) == 1 and (not words[0].isalnum() or _has_verb(words)):
        return None
    return _Row(number, label, tuple(cells))


def _has_verb(words: str) -> bool:
    return any(word in lexicon.FINITE - lexicon.AMBIGUOUS for word in re.findall(r"\w+", words.lower()))


def _blocks(text: str, lines: Sequence[tuple[int, int]], rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Give the rows that stand together, at least two with as many numbers; others between them are left out."""
    block: list[_Row] = []
    for row in [*rows, _Row(len(lines) + _GAP + 1, (0, 0), ())]:
        between = range(block[-1].line + 1, row.line) if block else range(0)
        if block and (len(between) > _GAP or not all(_is_group(text[slice(*lines[n])]) for n in between)):
            count = Counter(len(each.cells) for each in block).most_common(1)[0][0]
            same = [each for each in block if len(each.cells) == count]
            if len(same) > 1:
                yield same
            block = []
        block.append(row)


def _is_group(line: str) -> bool:
    return len(line.split()) <= _GROUP_WORDS and not line.endswith((".", "?", "!"))


def _grid(text: str, lines: Sequence[tuple[int, int]], block: Sequence[_Row]) -> Grid | None:
    """Make a table of rows, with the heading that fits them."""
    count = len(block[0].cells)
    columns = _heading(text, lines[: block[0].line], count)
    if columns is None:
        return None
    rows = list(_cells(text, lines, columns, block))
    return Grid(text, (*_spanning(text, columns, count), *rows))


def _heading(text: str, above: Sequence[tuple[int, int]], count: int) -> Columns | None:
    """Find the heading of columns in the lines above their rows; that of one column stands on one line."""
    for lines in range(1, min(1 if count == 1 else _HEADING_LINES, len(above)) + 1):
        start = _behind_sentence(text, *above[-lines])
        if columns := columns_of(text, start, above[-1][1], count):
            return columns
    return None


def _spanning(text: str, columns: Columns, count: int) -> Iterator[GridCell]:
    """Find the heading above one of times alone, which holds for all of them: "Slachthuis Aantal paarden"."""
    first = next(span for span in columns if span)
    above = _lines(text[: first[0]].rstrip(BREAK))
    if columns[0] or count == 1 or not first[0] or text[first[0] - 1] != BREAK:
        return
    if found := columns_of(text, _behind_sentence(text, *above[-1]), above[-1][1], 1):
        if found[0] and found[1]:
            yield GridCell(*found[0], 0, 0, rows=2)
            yield GridCell(*found[1], 0, 1, columns=count)


def heading_above(text: str, start: int, count: int) -> Columns | None:
    """Find the heading of so many columns of numbers in the lines that end where their rows start."""
    return _heading(text, _lines(text[:start].rstrip(BREAK)), count) if count > 0 else None


def rows_below(grid: Grid, end: int) -> Grid:
    """Add the lines right below a table that read as its rows, up to an offset."""
    text = grid.text
    for number, line in enumerate(_lines(text)):
        row = _row(text, number, line) if grid.end < line[0] < end else None
        if row is None or len(row.cells) != grid.width - 1 or text[grid.end : line[0]].strip():
            continue
        spans = (row.label, *row.cells)
        more = (GridCell(*span, grid.height, column) for column, span in enumerate(spans))
        grid = Grid(text, (*grid.cells, *more))
    return grid


def _behind_sentence(text: str, start: int, end: int) -> int:
    """Give where a line begins anew behind its last sentence: "Zie hieronder. | Ministerie Uitgaven"."""
    ends = list(_SENTENCE_ENDS.finditer(text, start, end))
    return ends[-1].end() if ends else start


def _cells(text: str, lines: Sequence[tuple[int, int]], columns: Columns, block: Sequence[_Row]) -> Iterator[GridCell]:
    for column, span in enumerate(columns):
        if span:
            yield GridCell(*span, 1, column)
    number, last = 1, block[0].line - 1
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
            heads = [_behind_sentence(text, *lines[n]) for n in range(last, max(-1, last - _HEADING_LINES), -1)]
            found = (columns_of(text, start, remark.start(), count) for start in heads) if remark else ()
            columns = next(filter(None, found), None)
            if len(rows) > 1 and columns:
                yield Grid(text, tuple(_cells(text, lines, columns, rows)))
                break


def _explained(text: str, start: int, count: int) -> Iterator[_Row]:
    """Give the rows below a heading that go on in words: a name, numbers, a capital."""
    label = r"(?:(?<=\n)|(?<=[.)] ))(?P<label>[A-ZÀ-Þ][\w&/-]*(?: [\w&/-]+){0,4}?)[ \n]"
    pattern = re.compile(rf"{label}(?P<cells>{_CELL}(?: {_CELL}){{{count - 1}}}) (?=[A-ZÀ-Þ(])")
    for match in pattern.finditer(text, start):
        yield _of_match(match)


def _streams(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Grid]:
    """Find tables whose rows lost their line ends: names, each followed by as many numbers as there are columns."""
    at = 0
    for last, (_, end) in enumerate(lines):
        if end < at or not _START.match(text, end):
            continue
        rows = list(_streamed(text, end))
        count = Counter(len(row.cells) for row in rows).most_common(1)[0][0] if len(rows) >= _MANY else 1
        same = [row for row in rows if len(row.cells) == count]
        columns = _heading(text, lines[: last + 1], count) if count > 1 and 2 * len(same) > len(rows) else None
        if columns:
            yield Grid(text, tuple(_cells(text, lines, columns, same)))
            at = rows[-1].cells[-1][1]


def _streamed(text: str, start: int) -> Iterator[_Row]:
    """Give rows that follow each other without a word between, from an offset."""
    while match := _START.match(text, start):
        yield _of_match(match)
        start = match.end()


def _of_match(match: re.Match[str]) -> _Row:
    start = match.start("cells")
    cells = tuple((start + cell.start(), start + cell.end()) for cell in _ONE.finditer(match["cells"]))
    return _Row(0, match.span("label"), cells)
