"""Which words of a page are read together: columns that stand side by side, and columns beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from graph.read.pdf.shapes import Line, Word, lines_of

_FEWEST = 3
"""The fewest lines of a column."""

_SIGNS = re.compile(
    r"\b(?:voorzitter|griffier|president|secretaris|minister|staatssecretaris|directeur)\b", re.IGNORECASE
)
"""Who signs: ``De voorzitter van de commissie,`` beside ``De griffier van de commissie,``."""

_WHITE = 6.0
"""Points: the least white between two columns."""

_EDGES = 40
"""How many left edges of lines are tried, the commonest first."""

_GAP = 2.2
"""Sizes of the type: the white below a column behind which other text begins."""

_LABEL = 8.0
"""Sizes of the type: up to this width a column beside another one is a column of labels (``Datum``, ``1.``)."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read one after the other; `aside` where they stand beside the text (a letterhead)."""

    lines: tuple[Line, ...]
    aside: bool = False

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.lines[0].top


@dataclass(frozen=True, slots=True)
class _Cut:
    """A white stripe down the page: where it stands, and over which lines it runs."""

    x: float
    first: int
    last: int
    left: tuple[Line, ...]
    right: tuple[Line, ...]


def regions_of(words: Iterable[Word], size: float) -> list[Region]:
    """Give the regions of (part of) a page, in the order of reading.

    Args:
        words: the words.
        size: of the running type.
    """
    lines = lines_of(words)
    if not lines:
        return []
    cut = _best_cut(lines)
    if cut is None:
        return [Region(tuple(lines))]
    above = [word for line in lines[: cut.first] for word in line.words]
    below = [word for line in lines[cut.last + 1 :] for word in line.words]
    left, right = regions_of(_words(cut.left), size), regions_of(_words(cut.right), size)
    if _is_aside(cut.right, cut.left, size):
        right = [Region(each.lines, aside=True) for each in right]
    elif _is_aside(cut.left, cut.right, size):
        left = [Region(each.lines, aside=True) for each in left]
    return [*regions_of(above, size), *left, *right, *regions_of(below, size)]


def _words(lines: Sequence[Line]) -> list[Word]:
    return [word for line in lines for word in line.words]


def _best_cut(lines: Sequence[Line]) -> _Cut | None:
    """Give the stripe with most lines on its smaller side."""
    parts = [line.parts() for line in lines]
    edges: dict[int, int] = {}
    for line in parts:
        for part in line:
            edges[round(part.x0)] = edges.get(round(part.x0), 0) + 1
    best: _Cut | None = None
    often = [edge for edge in edges if sum(edges.get(near, 0) for near in (edge - 1, edge, edge + 1)) >= _FEWEST - 1]
    for edge in sorted(sorted(often, key=lambda one: -edges[one])[:_EDGES]):
        for cut in _cuts_at(edge - 1.5, parts):
            if best is None or _weight(cut) > _weight(best):
                best = cut
    return best


def _weight(cut: _Cut) -> int:
    return min(len(cut.left), len(cut.right))


def _cuts_at(x: float, parts: Sequence[Sequence[Line]]) -> Iterable[_Cut]:
    """Give the stretches of lines that leave a height of the page white, where they are columns."""
    start = 0
    for index in range(len(parts) + 1):
        if index < len(parts) and not any(part.x0 < x < part.x1 for part in parts[index]):
            continue
        if index > start:
            cut = _columns(x, start, index - 1, parts)
            if cut is not None:
                yield cut
        start = index + 1


def _columns(x: float, first: int, last: int, parts: Sequence[Sequence[Line]]) -> _Cut | None:
    """Give the cut when there are columns on both of its sides."""
    left = [(i, part) for i in range(first, last + 1) for part in parts[i] if part.x1 <= x]
    right = [(i, part) for i in range(first, last + 1) for part in parts[i] if part.x0 >= x]
    fewest = _FEWEST - 1 if _are_signatures(left, right) else _FEWEST
    if min(len({i for i, _ in left}), len({i for i, _ in right})) < fewest:
        return None
    first, last = _overlap(left, right, first, last)
    left = [(i, part) for i, part in left if first <= i <= last]
    right = [(i, part) for i, part in right if first <= i <= last]
    rows_left, rows_right = {i for i, _ in left}, {i for i, _ in right}
    if min(len(rows_left), len(rows_right)) < fewest:
        return None
    if min(part.x0 for _, part in right) - max(part.x1 for _, part in left) < _WHITE:
        return None
    if not _stand_beside(left, right):
        return None
    if fewest == _FEWEST and _are_labels(left, right, rows_left, rows_right):
        return None
    return _Cut(x, first, last, tuple(part for _, part in left), tuple(part for _, part in right))


_Numbered = Sequence[tuple[int, Line]]


def _overlap(left: _Numbered, right: _Numbered, first: int, last: int) -> tuple[int, int]:
    """Leave out the lines above and below, after a wide gap, where only one of two columns goes on."""
    rows: dict[int, list[Line]] = {}
    for i, part in (*left, *right):
        rows.setdefault(i, []).append(part)
    both_begin = max(left[0][0], right[0][0])
    both_end = min(left[-1][0], right[-1][0])
    numbers = sorted(rows)
    for above, below in pairwise(numbers):
        one, other = rows[above][0], rows[below][0]
        if other.base - one.base > _GAP * max(one.size, other.size):
            if below <= both_begin:
                first = below
            elif above >= both_end:
                return first, above
    return first, last


def _stand_beside(left: _Numbered, right: _Numbered) -> bool:
    """Whether two columns stand at one height, not only one below the other."""
    for one, other in ((left, right), (right, left)):
        top, bottom = min(part.base for _, part in other), max(part.base for _, part in other)
        if sum(top - 2 <= part.base <= bottom + 2 for _, part in one) >= _FEWEST - 1:
            return True
    return False


def _are_signatures(left: _Numbered, right: _Numbered) -> bool:
    """Whether two people sign side by side, each with a name and what they are."""
    beside = dict(right)
    both = ((one.text, beside[i].text) for i, one in left if i in beside)
    return len(right) <= 4 and any(_SIGNS.search(one) and _SIGNS.search(other) for one, other in both)


def _are_labels(left: _Numbered, right: _Numbered, rows_left: set[int], rows_right: set[int]) -> bool:
    """Whether the left column only names the lines on its right (``Datum``, ``36 800 XX``, ``a.``)."""
    among = {i for i in rows_left if min(rows_right) <= i <= max(rows_right)}
    if len(among & rows_right) < 0.7 * len(among):
        return False
    width = median(part.x1 - part.x0 for _, part in left) / median(part.size for _, part in left)
    if width <= _LABEL or len(among) <= 0.6 * len(rows_right):
        return True
    numbers = sum(not any(map(str.isalpha, part.text)) for _, part in right)
    return numbers > 0.6 * len(right)


def _is_aside(one: Sequence[Line], other: Sequence[Line], size: float) -> bool:
    """Whether a column stands beside the text: narrow, in smaller type or with less in it."""
    width = max(line.x1 for line in one) - min(line.x0 for line in one)
    beside = max(line.x1 for line in other) - min(line.x0 for line in other)
    small = median(line.size for line in one) <= 0.9 * median(line.size for line in other)
    return (small and width < 0.7 * beside) or (width < 0.4 * beside and median(line.size for line in one) <= size)
