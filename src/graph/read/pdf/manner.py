"""How a paper is set: the size of its running type, the distance of its lines, where its text column stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.read.pdf.shapes import Line

_RUNNING = 40
"""The fewest characters of a line that surely belongs to running text."""

_USUAL_LEADING = 1.22
"""The distance of lines, in sizes of the type, where a paper shows none."""


@dataclass(frozen=True)
class Manner:
    """How a paper is set.

    Attributes:
        size: of the running type, in points.
        leadings: the distance between two lines of a paragraph, by the size of the type.
        columns: left and right edge of the running text, by the width of the page (whole points).
    """

    size: float = 10.0
    leadings: dict[float, float] = field(default_factory=dict)
    columns: dict[int, tuple[float, float]] = field(default_factory=dict)

    def leading(self, size: float) -> float:
        """Give the distance between two lines of a paragraph in a size of type."""
        near = min(self.leadings, key=lambda one: abs(one - size), default=None)
        if near is not None and abs(near - size) <= 0.35:
            return self.leadings[near]
        return _USUAL_LEADING * size

    def column(self, width: float) -> tuple[float, float]:
        """Give the left and the right edge of the running text on pages of a width."""
        return self.columns.get(round(width), (0.0, width))

    def is_small(self, size: float) -> bool:
        """Whether a size is clearly smaller than that of the running text."""
        return size <= 0.93 * self.size


def manner_of(pages: Iterable[tuple[float, Sequence[Line]]]) -> Manner:
    """Find how a paper is set.

    Args:
        pages: the width of each page, and its lines in parts, from top to bottom.
    """
    sizes: Counter[float] = Counter()
    steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
    edges: defaultdict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for width, parts in pages:
        long = [part for part in parts if sum(len(word.text) for word in part.words) >= _RUNNING]
        for part in parts:
            sizes[part.size] += len(part.words)
        for above, below in pairwise(long):
            step = below.base - above.base
            if abs(above.size - below.size) < 0.2 and 0.9 * above.size < step < 2.6 * above.size:
                steps[above.size][round(2 * step) / 2] += 1
        edges[round(width)] += [(part.size, part.x0, part.x1) for part in long]
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    columns = {width: column for width, found in edges.items() if (column := _column(found, size))}
    return Manner(size, {each: _step(counts) for each, counts in steps.items()}, columns)


def _step(counts: Counter[float]) -> float:
    """Give the usual distance of lines: the smallest that is nearly as common as the commonest."""
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= 0.4 * most)


def _column(found: Sequence[tuple[float, float, float]], size: float) -> tuple[float, float] | None:
    """Give the edges between which lines of running text stand; None where there are none."""
    running = [(x0, x1) for one, x0, x1 in found if abs(one - size) < 0.35]
    if not running:
        return None
    lefts = Counter(round(x0) for x0, _ in running)
    left = min(x0 for x0, count in lefts.items() if count >= 0.1 * len(running) or count == max(lefts.values()))
    rights = sorted(x1 for _, x1 in running)
    return left - 1.0, rights[min(len(rights) - 1, int(0.97 * len(rights)))]
