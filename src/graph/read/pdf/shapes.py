"""What stands on a page: words with their places, lines of them, rules; from the top left corner, in points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

COLUMN_GAP = 1.0
"""The white between two words, in sizes of the type, above which they may belong to different columns."""

GLUE = 0.16
"""The white between two letters, in sizes of the type, below which they belong to one word."""

_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without white space between them, in one type.

    Attributes:
        text: the letters.
        x0: the left edge.
        x1: the right edge.
        base: how far below the top of the page the letters stand.
        size: the height of the type.
        bold: whether it is bold.
        italic: whether it slopes.
        spaced: whether a space was set before it.
        raised: 1 for a superscript, -1 for a subscript, 0 for what stands on its line.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    spaced: bool = False
    raised: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the letters, across and down."""
        return (self.x0 + self.x1) / 2, self.base - 0.3 * self.size

    def follows(self, other: Word) -> bool:
        """Whether there is white space between another word and this one."""
        return self.spaced or self.x0 - other.x1 > GLUE * max(self.size, other.size)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, from left to right; `base`, `size` and `bold` are those of most of its letters."""

    words: tuple[Word, ...]
    base: float
    size: float
    bold: bool

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Where its letters begin, from the top of the page."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Where its letters end."""
        return self.base + 0.25 * self.size

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return spaced(self.words)

    @property
    def key(self) -> str:
        """Its letters and digits alone, in lower case: what two prints of one line have in common."""
        return _NOT_LETTERS.sub("", "".join(word.text for word in self.words)).lower()

    def parts(self, gap: float = COLUMN_GAP) -> list[Line]:
        """Give the stretches of it that wide gaps leave, `gap` in sizes of the type."""
        cuts = [
            index + 1
            for index, (left, right) in enumerate(pairwise(self.words))
            if right.x0 - left.x1 > gap * min(max(left.size, right.size), self.size)
        ]
        if not cuts:
            return [self]
        return [line_of(self.words[start:end]) for start, end in pairwise([0, *cuts, len(self.words)])]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies in it."""
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was printed.

    Attributes:
        number: which it is, 1-based.
        width: in points.
        height: in points.
        words: those that can be read without turning the page.
        turned: what is written in another direction, each with its place.
        across: horizontal rules.
        down: vertical rules.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    turned: tuple[tuple[str, Box], ...] = ()
    across: tuple[Box, ...] = ()
    down: tuple[Box, ...] = ()


def line_of(words: Sequence[Word]) -> Line:
    """Make a line of words that are in order."""
    standing = [word for word in words if not word.raised] or list(words)
    weights: Counter[tuple[float, bool, float]] = Counter()
    for word in standing:
        weights[round(word.size, 1), word.bold, word.base] += len(word.text)
    (size, bold, base), _ = weights.most_common(1)[0]
    return Line(tuple(words), base, size, bold)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Make lines of words in any order: those of one height, with the small raised and lowered ones beside them."""
    rows: list[list[Word]] = []
    small: list[Word] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if word.raised:
            small.append(word)
        elif rows and word.base - rows[-1][0].base <= max(1.0, 0.15 * min(word.size, rows[-1][0].size)):
            rows[-1].append(word)
        else:
            rows.append([word])
    for word in small:
        _put(word, rows)
    rows.sort(key=lambda row: row[0].base)
    return [line_of(sorted(row, key=lambda word: word.x0)) for row in rows]


def _put(word: Word, rows: list[list[Word]]) -> None:
    """Put a raised or lowered word in the line that it belongs to, the one with the nearest word."""
    best: tuple[float, list[Word]] | None = None
    for row in rows:
        drop = (row[0].base - word.base) * word.raised
        if 0 < drop < row[0].size:
            near = min(max(word.x0 - other.x1, other.x0 - word.x1, 0.0) for other in row)
            if best is None or near < best[0]:
                best = near, row
    if best is None:
        rows.append([word])
    else:
        best[1].append(word)


def spaced(words: Sequence[Word]) -> str:
    """Give words as running text."""
    text = words[0].text if words else ""
    for left, right in pairwise(words):
        text += f" {right.text}" if right.follows(left) else right.text
    return text
