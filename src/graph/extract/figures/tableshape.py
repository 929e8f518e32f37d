"""The shape of a table: which rows and columns name, which hold figures, and what each cell is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.figures.cellvalues import NoFigure, count_in, is_year, negative_in, number_and_share, value_in
from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.grids import grids_of
from graph.extract.figures.headings import NUMBERING, is_measure
from graph.extract.figures.notes import is_source_note
from graph.extract.figures.quantities import Quantity
from graph.extract.figures.scales import scale_of
from graph.model import Layout, Span
from graph.views import View

_CONTENTS = re.compile(r"\binhoud(?:sopgave)?\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\bhaakjes\b[^.]{0,60}\b(?:negatie\w+|min\w*)|\b(?:negatie\w+|min\w*)\b[^.]{0,60}\bhaakjes\b")
"""How a paper says that a number in brackets is negative: "Bedragen tussen haakjes zijn negatief"."""
_ASIDES = re.compile(r"(?:adres|woonplaats|telefoon|e-?mail|website|contact|toelichting|opmerking)", re.IGNORECASE)
"""Headings of columns that name nothing."""

_PROSE = 25
"""The words above which a cell of labels is prose, which is read as sentences too."""

Reading = tuple[Quantity, ...] | NoFigure
"""What a cell holds: a number (with its share in brackets), or why it holds none."""


@dataclass(frozen=True)
class Shape:
    """A table with figures.

    Attributes:
        titles: the rows at its top that name all of it.
        head: the rows that name the columns.
        body: the rows below them.
        stubs: the columns whose cells name the rows.
        columns: the columns of figures.
        cells: what each cell with words is.
    """

    grid: Grid
    titles: range
    head: range
    body: range
    stubs: tuple[int, ...]
    columns: tuple[int, ...]
    cells: dict[GridCell, Reading]

    def figures(self) -> list[tuple[GridCell, tuple[Quantity, ...]]]:
        """Give the cells that hold figures, in the order of the text."""
        found = [(cell, held) for cell, held in self.cells.items() if isinstance(held, tuple)]
        return sorted(found, key=lambda pair: pair[0].start)

    def taken(self) -> list[tuple[int, int]]:
        """Give the stretches of the view that hold no sentences: all cells but those of prose, joined."""
        return self._joined(self.grid.lost)

    def known(self) -> list[tuple[int, int]]:
        """Give the stretches of `taken` without the numbers whose column is not known."""
        return self._joined(())

    def _joined(self, more: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        joined: list[tuple[int, int]] = []
        told = [(c.start, c.end) for c, held in self.cells.items() if held is not NoFigure.WORDS]
        for start, end in sorted([*told, *more]):
            if joined and not self.grid.text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined


def tables_of(layout: Layout | None, within: Span, view: View) -> list[Shape]:
    """Give the tables with figures of an answer or note, as `grids_of` finds them."""
    return [shape for grid in grids_of(layout, within, view) if (shape := shape_of(grid))]


def shape_of(grid: Grid) -> Shape | None:
    """Find the shape of a table; None where it has no figures, or nothing that names them."""
    negative = _NEGATIVE.search(grid.text) is not None
    held: dict[GridCell, Reading] = {cell: _held(grid.words(cell), negative=negative) for cell in grid.cells}
    titles = _titles(grid, held)
    first = _first_of_body(grid, held, titles)
    if first is None or any(_CONTENTS.search(grid.words(c)) for c in grid.cells if c.row < first):
        return None
    first = _with_group(grid, titles, _with_years(grid, titles, first))
    body = range(first, grid.height)
    held |= _years_that_count(grid, held, body)
    columns = _columns_of_figures(grid, held, first)
    stubs = _stubs(grid, held, columns, body)
    if not columns:
        return Shape(grid, range(0), range(0), body, (), (), _numbered(grid, held))
    if not stubs and first == titles:
        return None
    cells = {c: _settled(grid, c, held[c], first, columns, stubs) for c in grid.cells}
    return Shape(grid, range(titles), range(titles, first), body, stubs, columns, cells)


def _held(words: str, *, negative: bool) -> Reading:
    pair = number_and_share(words)
    found = value_in(words)
    if negative and found is NoFigure.BRACKETED:
        found = negative_in(words)
    return pair if pair and not isinstance(found, Quantity) else (found,) if isinstance(found, Quantity) else found


def _titles(grid: Grid, held: dict[GridCell, Reading]) -> int:
    """Count the rows at the top that have one cell, which names the whole table."""
    row = 0
    while row < grid.height - 1 and grid.width > 1:
        cells = list(grid.row(row))
        alone = len(cells) == 1 and cells[0].column == 0 and cells[0].rows == 1
        if cells and not (alone and held[cells[0]] is not NoFigure.TIME and not isinstance(held[cells[0]], tuple)):
            break
        row += 1
    return row


def _first_of_body(grid: Grid, held: dict[GridCell, Reading], titles: int) -> int | None:
    """Find the first row with a figure; the rows that the format calls headings stand above it."""
    flagged = all(cell.heading for cell in grid.cells)
    for row in range(titles, grid.height):
        cells = list(grid.row(row))
        heads = not flagged and bool(cells) and all(cell.heading for cell in cells)
        if not heads and any(isinstance(held[cell], tuple) for cell in cells):
            return row
    return None


def _with_years(grid: Grid, titles: int, first: int) -> int:
    """Count rows of numbers that look like years, but have a label below the heading of labels, among the figures."""
    while first - 1 > titles:
        label, others = grid.at(first - 1, 0), [cell for cell in grid.row(first - 1) if cell.column]
        above = grid.at(first - 2, 0)
        named = label and label.row == first - 1 and not label.heading and above and above.row == first - 2
        if not named or not others or not all(is_year(grid.words(cell)) for cell in others):
            break
        first -= 1
    return first


def _with_group(grid: Grid, titles: int, first: int) -> int:
    """Count the name of the first group of rows, alone below the heading, among the rows."""
    cells = list(grid.row(first - 1)) if first - titles > 1 else []
    return first - 1 if len(cells) == 1 and cells[0].column == 0 and cells[0].rows == 1 else first


def _years_that_count(grid: Grid, held: dict[GridCell, Reading], body: range) -> dict[GridCell, Reading]:
    """Find the numbers that look like years in columns of other numbers: "1950" between "880" and "2.150"."""
    found: dict[GridCell, Reading] = {}
    for column in range(grid.width):
        cells = [cell for cell in grid.cells if cell.column == column and cell.row in body]
        years = [cell for cell in cells if held[cell] is NoFigure.TIME and is_year(grid.words(cell))]
        if years and sum(isinstance(held[cell], tuple) for cell in cells) >= len(years) and column:
            for cell in years:
                count = count_in(grid.words(cell))
                found[cell] = (count,) if isinstance(count, Quantity) else count
    return found


def _columns_of_figures(grid: Grid, held: dict[GridCell, Reading], first: int) -> tuple[int, ...]:
    """Give the columns of figures: not those that number or name their rows."""
    found = []
    for column in range(grid.width):
        cells = [cell for cell in grid.cells if cell.column == column and cell.row >= first]
        if any(isinstance(held[cell], tuple) for cell in cells) and not NUMBERING.fullmatch(_head(grid, column, first)):
            found.append(column)
    if found and found[0] == 0 and _names_its_rows(grid, held, first, others=len(found) > 1):
        found = found[1:]
    return tuple(found)


def _names_its_rows(grid: Grid, held: dict[GridCell, Reading], first: int, *, others: bool) -> bool:
    """Whether the numbers of the first column name their rows: "Leeftijd" 18, 19, or 1, 2, 3 before words."""
    head = _head(grid, 0, first)
    cells = [cell for cell in grid.cells if cell.column == 0 and cell.row >= first]
    numbers = [v[0].numeral.value for c in cells if isinstance(v := held[c], tuple)]
    if numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 1 and not is_measure(head):
        return True
    scale, _ = scale_of(head)
    return others and not is_measure(head) and scale.unit is None


def _head(grid: Grid, column: int, first: int) -> str:
    """Give the words that head a column."""
    above = {cell: None for row in range(first) if (cell := grid.at(row, column))}
    return " ".join(grid.words(cell) for cell in above)


def _stubs(grid: Grid, held: dict[GridCell, Reading], columns: Sequence[int], body: range) -> tuple[int, ...]:
    """Give the columns that name the rows: those before the figures, else the first of words behind them."""
    if not columns:
        return ()
    before = [c for c in range(columns[0]) if not NUMBERING.fullmatch(_head(grid, c, body.start))]
    named = [c for c in before if not _ASIDES.match(_head(grid, c, body.start))]
    named = [c for c in named if any(_names(held.get(cell)) for row in body if (cell := grid.at(row, c)))]
    behind = [c for c in range(columns[0], grid.width) if c not in columns]
    words = [c for c in behind if any(held.get(cell) is NoFigure.WORDS for row in body if (cell := grid.at(row, c)))]
    return tuple(named or before or words[:1])


def _names(held: Reading | None) -> bool:
    return held in (NoFigure.WORDS, NoFigure.TIME, NoFigure.EMPTY, NoFigure.NAME)


def _numbered(grid: Grid, held: dict[GridCell, Reading]) -> dict[GridCell, Reading]:
    """Say of a table of words with numbered rows that its numbers are no figures."""
    number = {c for c in grid.cells if c.column == 0 and isinstance(held[c], tuple)}
    return {cell: NoFigure.NUMBERING if cell in number else NoFigure.WORDS for cell in grid.cells}


def _settled(
    grid: Grid, cell: GridCell, held: Reading, first: int, columns: Sequence[int], stubs: Sequence[int]
) -> Reading:
    """Say what a cell is, now that the shape is known."""
    words = grid.words(cell)
    if cell.row < first:
        return NoFigure.HEADING
    alone = len(grid.row(cell.row)) == 1
    if alone and not isinstance(held, tuple) and (is_source_note(words) or len(words.split()) > _PROSE):
        return NoFigure.WORDS
    if cell.column in stubs or (alone and cell.column == 0 and not isinstance(held, tuple)):
        return NoFigure.WORDS if len(words.split()) > _PROSE else NoFigure.HEADING
    if isinstance(held, tuple) and cell.column not in columns:
        return NoFigure.NUMBERING
    return held
