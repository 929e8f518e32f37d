"""Tables with rules on all sides of their cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.read.pdf.cells import Cell, Grid, is_figure
from graph.read.pdf.shapes import Box, Sheet, Word, lines_of, spaced

_TOUCH = 3.0
"""Points: how near two rules are that touch, or that are one double rule."""

_MOST = 1_500
"""How many rules are looked at on a page."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """Rules that hang together."""

    across: tuple[Box, ...]
    down: tuple[Box, ...]


def grids_of(sheet: Sheet, words: Sequence[Word]) -> list[Grid]:
    """Give the ruled tables of a page."""
    across = joined(sheet.across, lying=True)
    down = joined(sheet.down, lying=False)
    if len(across) < 2 or not down or len(across) + len(down) > _MOST:
        return []
    found = (_grid(rules, words) for rules in _together(across, down))
    return [grid for grid in found if grid is not None]


def joined(rules: Iterable[Box], *, lying: bool) -> list[Box]:
    """Join the pieces of rules: those on one line that touch."""
    result: list[Box] = []
    for rule in sorted(rules, key=(lambda r: (r.top, r.x0)) if lying else (lambda r: (r.x0, r.top))):
        for index in range(len(result) - 1, max(-1, len(result) - 60), -1):
            last = result[index]
            on_line = abs(rule.top - last.top) < _TOUCH / 2 if lying else abs(rule.x0 - last.x0) < _TOUCH / 2
            meets = (
                rule.x0 <= last.x1 + _TOUCH and last.x0 <= rule.x1 + _TOUCH
                if lying
                else rule.top <= last.bottom + _TOUCH and last.top <= rule.bottom + _TOUCH
            )
            if on_line and meets:
                result[index] = Box(
                    min(last.x0, rule.x0), min(last.top, rule.top), max(last.x1, rule.x1), max(last.bottom, rule.bottom)
                )
                break
        else:
            result.append(rule)
    return result


def _together(across: Sequence[Box], down: Sequence[Box]) -> list[_Rules]:
    """Group the rules that touch one another."""
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, lying in enumerate(across):
        for j, standing in enumerate(down):
            crosses = lying.x0 - _TOUCH <= standing.x0 <= lying.x1 + _TOUCH
            if crosses and standing.top - _TOUCH <= lying.top <= standing.bottom + _TOUCH:
                group[root(i)] = root(len(across) + j)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(group)):
        members[root(index)].append(index)
    return [
        _Rules(
            tuple(across[i] for i in each if i < len(across)),
            tuple(down[i - len(across)] for i in each if i >= len(across)),
        )
        for each in members.values()
    ]


def _places(values: Iterable[float]) -> list[float]:
    """Give the places of rules, those of a double rule once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return places


def _grid(rules: _Rules, words: Sequence[Word]) -> Grid | None:
    """Give the table that rules make; None where they are a frame or a drawing."""
    if len(rules.across) < 2 or not rules.down:
        return None
    xs = _places([*(r.x0 for r in rules.down), *(e for r in rules.across for e in (r.x0, r.x1))])
    ys = _places([*(r.top for r in rules.across), *(e for r in rules.down for e in (r.top, r.bottom))])
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST:
        return None
    lattice = _Lattice(xs, ys, rules)
    inside = [word for word in words if lattice.box.holds(*word.middle)]
    if 20 * sum(lattice.cuts(word) for word in inside) > len(inside):  # rules that run through words frame no cells
        return None
    cells = lattice.cells(inside)
    filled = [cell for row in cells for cell in row if cell.words]
    if len(filled) < 3 or sum(len(row) > 1 for row in cells) < 1 or len({len(c.words) for c in filled}) < 1:
        return None
    rows = [part for row in cells for part in _by_line(row)]
    return Grid(lattice.box, tuple(with_heading(rows)))


class _Lattice:
    """The finest cells that rules make, and those that hang together because no rule parts them."""

    def __init__(self, xs: list[float], ys: list[float], rules: _Rules) -> None:
        self.box = Box(xs[0], ys[0], xs[-1], ys[-1])
        self._xs, self._ys, self._rules = xs, ys, rules
        self._across, self._down = len(xs) - 1, len(ys) - 1
        self._group = list(range(self._across * self._down))
        for row in range(self._down):
            for column in range(self._across):
                at = row * self._across + column
                if column + 1 < self._across and not self._parted_down(row, column):
                    self._join(at, at + 1)
                if row + 1 < self._down and not self._parted_across(row, column):
                    self._join(at, at + self._across)

    def cells(self, words: Sequence[Word]) -> list[list[Cell]]:
        """Give the cells row by row, each with its words, where it begins; empty rows and columns are left out."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for at in range(len(self._group)):
            members[self._root(at)].append(at)
        inside: defaultdict[int, list[Word]] = defaultdict(list)
        for word in words:
            inside[self._root(self._at(*word.middle))].append(word)
        rows: list[list[Cell]] = [[] for _ in range(self._down)]
        for first, group in sorted((min(group), root) for root, group in members.items()):
            spots = members[group]
            down = {at // self._across for at in spots}
            across = {at % self._across for at in spots}
            right = self._xs[max(across) + 1]
            rows[first // self._across].append(Cell(tuple(inside[group]), len(down), len(across), right=right))
        return [row for row in rows if row]

    def cuts(self, word: Word) -> bool:
        """Whether a rule runs down through a word."""
        x0, x1, y = word.x0 + 1.5, word.x1 - 1.5, word.middle[1]
        return any(x0 < rule.x0 < x1 and rule.top < y < rule.bottom for rule in self._rules.down)

    def _at(self, x: float, y: float) -> int:
        """Give the finest cell in which a point lies."""
        column = sum(edge <= x for edge in self._xs[1:-1])
        row = sum(edge <= y for edge in self._ys[1:-1])
        return row * self._across + column

    def _parted_down(self, row: int, column: int) -> bool:
        """Whether a rule stands between a cell and the next one of its row."""
        x, top, bottom = self._xs[column + 1], self._ys[row], self._ys[row + 1]
        return any(
            abs(rule.x0 - x) <= _TOUCH and min(rule.bottom, bottom) - max(rule.top, top) > 0.5 * (bottom - top)
            for rule in self._rules.down
        )

    def _parted_across(self, row: int, column: int) -> bool:
        """Whether a rule lies between a cell and the one below it."""
        y, left, right = self._ys[row + 1], self._xs[column], self._xs[column + 1]
        return any(
            abs(rule.top - y) <= _TOUCH and min(rule.x1, right) - max(rule.x0, left) > 0.5 * (right - left)
            for rule in self._rules.across
        )

    def _root(self, index: int) -> int:
        while self._group[index] != index:
            self._group[index] = self._group[self._group[index]]
            index = self._group[index]
        return index

    def _join(self, one: int, other: int) -> None:
        self._group[self._root(one)] = self._root(other)


def _by_line(row: Sequence[Cell]) -> list[list[Cell]]:
    """Part a row that holds several lines of figures, because no rules lie between them."""
    lines = [lines_of(cell.words) for cell in row]
    counts = {len(each) for each in lines[1:] if each}
    if len(row) < 2 or len(counts) != 1 or any(cell.rows > 1 for cell in row):
        return [list(row)]
    count = counts.pop()
    if count < 2 or len(lines[0]) != count or not all(is_figure(line.text) for each in lines[1:] for line in each):
        return [list(row)]
    return [
        [
            Cell(each[at].words if at < len(each) else (), 1, cell.columns, right=cell.right)
            for each, cell in zip(lines, row, strict=True)
        ]
        for at in range(count)
    ]


def with_heading(rows: Sequence[Sequence[Cell]]) -> list[tuple[Cell, ...]]:
    """Mark the cells that name the columns: bold first rows, or first rows without figures above rows with them."""
    heading = _heading_rows(rows)
    return [
        tuple(Cell(cell.words, cell.rows, cell.columns, index < heading or cell.heading, cell.right) for cell in row)
        for index, row in enumerate(rows)
    ]


def _heading_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """Give how many of the first rows name the columns."""
    bold = 0
    while bold < len(rows) - 1 and _is_bold(rows[bold]):
        bold += 1
    if 0 < bold <= 3:
        return bold
    figures = [[is_figure(spaced(cell.words)) for cell in row[1:] if cell.words] for row in rows]
    plain = 0
    while plain < len(rows) - 1 and not any(figures[plain]):
        plain += 1
    return plain if 0 < plain <= 3 and any(any(row) for row in figures[plain:]) else 0


def _is_bold(row: Sequence[Cell]) -> bool:
    words = [word for cell in row for word in cell.words]
    return bool(words) and all(word.bold for word in words)
