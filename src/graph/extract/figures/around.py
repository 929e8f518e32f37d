"""The words around a figure: of its sentence, between the figures before and behind it; of a cell, those of its row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.figure import Figure
from graph.joints import BREAK

_ENDS = re.compile(r"(?<!\.\w)[.;:!?](?:[\s»”\"')\]]|$)|" + BREAK)
_CLAUSE = re.compile(rf"{_ENDS.pattern}|,|\)")
_NOTE = 240
"""How many characters of a row behind a cell are looked at."""


def around(text: str, figures: Sequence[Figure]) -> list[tuple[str, str, str]]:
    """Give for each figure the words before and behind it, and those of its sentence, other figures among them.

    Args:
        text: the text of the view.
        figures: its figures, in the order of the text.
    """
    names = {figure.breakdown for figure in figures if figure.breakdown and "table-cell" in figure.rules}
    row = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)), re.IGNORECASE)
    found = []
    for i, figure in enumerate(figures):
        start, end = figure.quantity.start, figure.quantity.end
        if "table-cell" in figure.rules:
            note = text[end : end + _NOTE]
            follows = row.search(note) if names else None
            note = note[: follows.start()] if follows else note[: _of_last_row(note)]
            found.append(("", note, note))
            continue
        first = figures[i - 1].quantity.end if i else 0
        last = figures[i + 1].quantity.start if i + 1 < len(figures) else len(text)
        before, stop = text[_start(text, start) : start], _ENDS.search(text, end)
        own = text[max(min(first, start), start - len(before)) : start]
        closes = _CLAUSE.search(text, end, max(last, end))
        behind = text[end : closes.start() if closes else max(last, end)]
        found.append((own.lstrip(), behind, before + text[end : stop.start() if stop else len(text)]))
    return found


def _start(text: str, at: int) -> int:
    """Give where the sentence begins that a place is in."""
    low = max(0, at - _FAR)
    ends = [match.end() for match in _ENDS.finditer(text, low, at)]
    return ends[-1] if ends else low


_FAR = 500
"""How many characters back the begin of a sentence is looked for."""


def _of_last_row(note: str) -> int:
    """Give where the words of the last row of a table end: with its line, or its sentence."""
    stop = _ENDS.search(note)
    return stop.start() if stop else len(note)
