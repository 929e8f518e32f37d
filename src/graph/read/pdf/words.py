"""Words as they are meant: each once, and the small raised and lowered ones told from those on the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.read.pdf.shapes import Word

_SPOT = 4.0
"""Points: how finely places are compared when words that were printed twice are looked for."""

_FAR = 40.0
"""Points: how coarsely ends of words are compared when raised ones are looked for."""


def once(words: list[Word]) -> list[Word]:
    """Leave out what was printed twice on one spot, as some programs do for bold."""
    seen: dict[tuple[str, int, int], list[Word]] = {}
    kept = []
    for word in words:
        x, y, slack = round(word.x0 / _SPOT), round(word.base / _SPOT), 0.12 * word.size
        near = (one for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1) for one in seen.get((word.text, i, j), ()))
        if not any(abs(one.x0 - word.x0) < slack and abs(one.base - word.base) < slack for one in near):
            seen.setdefault((word.text, x, y), []).append(word)
            kept.append(word)
    return kept


def with_raised(words: Sequence[Word]) -> list[Word]:
    """Mark the small words that stand higher or lower than the bigger word beside them."""
    if not words:
        return []
    usual = Counter(word.size for word in words).most_common(1)[0][0]
    marked = list(words)
    small = [index for index, word in enumerate(words) if len(word.text) <= 8 and _is_small(word, usual)]
    for _ in range(2 if small else 0):  # the second time for "1, 2", whose "2" stands beside a raised word
        spots = _by_ends(marked)
        for index in small:
            if not marked[index].raised:
                marked[index] = _raised(marked[index], spots)
    return marked


_Spots = dict[tuple[int, int], list[Word]]


def _by_ends(words: Iterable[Word]) -> _Spots:
    """Give words by their height and by where they begin and end, roughly."""
    spots: _Spots = {}
    for word in words:
        for end in {int(word.x0 / _FAR), int(word.x1 / _FAR)}:
            spots.setdefault((int(word.base), end), []).append(word)
    return spots


def _is_small(word: Word, usual: float) -> bool:
    """Whether a word may be raised: smaller than most, or a figure beside a heading."""
    return word.size <= 0.88 * usual or (len(word.text) <= 3 and not word.text.isalpha())


def _raised(word: Word, spots: _Spots) -> Word:
    """Give a word with the direction in which it left its line."""
    ends = sorted({int(x / _FAR) + step for x in (word.x0, word.x1) for step in (-1, 0, 1)})
    for height in range(int(word.base) - 6, int(word.base) + 13):
        for other in (one for end in ends for one in spots.get((height, end), ())):
            direction = _direction(word, other)
            if direction:
                return replace(word, raised=direction)
    return word


def _direction(word: Word, other: Word) -> int:
    """Say whether a word is raised (1) or lowered (-1) beside another one, or neither (0)."""
    gap = max(word.x0 - other.x1, other.x0 - word.x1)
    far = 3.0 if other.x0 > word.x0 and word.text.isdigit() else 0.35  # a mark may hang before its note
    if other is word or gap > far * max(other.size, word.size) or gap < -0.5 * word.size:
        return 0
    if other.raised:
        return other.raised if abs(other.base - word.base) < 1 and abs(other.size - word.size) < 0.5 else 0
    lift = (other.base - word.base) / other.size
    if other.size < 1.15 * word.size:
        return 0
    return 1 if 0.1 < lift < 0.75 else -1 if -0.45 < lift < -0.04 else 0
