"""Words and the numbers behind them, as they take turns in text: what rows of a table are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.extract.figures.textrows import CELL, YEAR
from graph.joints import BREAK

_TOKEN = re.compile(rf"(?P<cell>{CELL})(?=\s|$)|(?P<word>\S+)")
_MARK = re.compile(r"(?:\d{1,2}|\*) (?=[^\W\d])")
"""What opens a note or a numbered line behind numbers: "1 Vanaf 2021 zijn …"."""

_YEARS = 3
"""The years in a row below which they name no rows."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Words and the numbers behind them; `label` is where the words begin, `starts` where each of them does."""

    starts: tuple[int, ...]
    label: tuple[int, int]
    cells: tuple[tuple[int, int], ...]
    dated: bool = False


def turns_of(text: str) -> Iterator[Turn]:
    r"""Give words and the numbers behind them, in order; years that each name a row are parted from its numbers.

    Args:
        text: the text of a view.

    >>> [(turn.label, len(turn.cells)) for turn in turns_of("Vmbo 190.400 188.200 Havo\n155.100\n154.800")]
    [((0, 4), 2), ((21, 25), 2)]
    """
    words: list[tuple[int, int]] = []
    cells: list[tuple[int, int]] = []
    for token in [*_TOKEN.finditer(text), None]:
        is_cell = token is not None and token["cell"] and not (cells and _opens_note(text, token.start()))
        if cells and not is_cell:
            yield from _dated(text, words, cells)
            words, cells = [], []
        if token:
            (cells if is_cell else words).append(token.span())


def _opens_note(text: str, at: int) -> bool:
    return text[at - 1 : at] == BREAK and _MARK.match(text, at) is not None


def _dated(text: str, words: Sequence[tuple[int, int]], cells: Sequence[tuple[int, int]]) -> Iterator[Turn]:
    """Part numbers at the years that name their rows: each opens a line, or has as many numbers behind it."""
    years = [n for n, cell in enumerate(cells) if YEAR.fullmatch(text[slice(*cell)])]
    opens = [n for n in years if cells[n][0] == 0 or text[cells[n][0] - 1] == BREAK]
    steps = {b - a for a, b in pairwise(years)}
    if len(opens) < _YEARS and len(steps) == 1 and len(cells) - years[-1] in steps:
        opens = years
    values = [int(text[slice(*cells[n])]) for n in opens]
    follow = {b - a for a, b in pairwise(values)} in ({1}, {-1})
    if len(opens) < _YEARS or not follow or opens[0] != 0 or 1 in {b - a for a, b in pairwise(opens)}:
        yield from _turn(words, cells)
        return
    for low, high in zip(opens, [*opens[1:], len(cells)], strict=True):
        if low + 1 < high:  # the last year may go on in words: "2025 (t/m juni)"
            yield Turn((cells[low][0],), cells[low], tuple(cells[low + 1 : high]), dated=True)


def _turn(words: Sequence[tuple[int, int]], cells: Sequence[tuple[int, int]]) -> Iterator[Turn]:
    if words and cells:
        yield Turn(tuple(start for start, _ in words), (words[0][0], words[-1][1]), tuple(cells))
