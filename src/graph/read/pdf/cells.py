"""Tables as they are found: cells with the words in them, rows, and what is a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.read.pdf.shapes import Box, Line, Word

_FIGURE = re.compile(
    r"(?:[€$£]|EUR|ca\.|circa|±|≈|[<>≤≥])?\s?[-–−+(]{0,2}\s?(?:[€$£]\s?)?[-–−]?\d[\d.,\s]*"
    r"\s?(?:%|‰|procent|mln\.?|mld\.?|miljoen|miljard|fte|uur|dagen|weken|maanden)?\)?[*¹²³]{0,3}"
)
_NO_FIGURE = re.compile(
    r"[-–—.xX*]{1,3}|n\.?\s?v\.?\s?t\.?|n\.?\s?b\.?|n\.?a\.?|PM|p\.m\.|onbekend|nihil|<\s?\d+", re.I
)
"""What stands in a table where no figure is known."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, and over how many rows and columns it stretches."""

    words: tuple[Word, ...] = ()
    rows: int = 1
    columns: int = 1
    heading: bool = False
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where it stands and its cells, each given once, where it begins."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or what stands for one that is not known."""
    return bool(text) and (_FIGURE.fullmatch(text) is not None or _NO_FIGURE.fullmatch(text) is not None)


def has_digit(text: str) -> bool:
    """Whether a text has a digit."""
    return any(map(str.isdigit, text))


def stripes_of(parts: Sequence[Line]) -> list[tuple[float, float]]:
    """Give the columns in which parts of lines stand: what lies over one another is one."""
    stripes: list[tuple[float, float]] = []
    for x0, x1 in sorted((part.x0, part.x1) for part in parts):
        if stripes and x0 < stripes[-1][1] - 0.5:
            stripes[-1] = stripes[-1][0], max(stripes[-1][1], x1)
        else:
            stripes.append((x0, x1))
    return stripes


def columns_under(part: Line, stripes: Sequence[tuple[float, float]]) -> range:
    """Give the indexes of the columns over which a part of a line lies, or of the nearest one."""
    over = [i for i, (x0, x1) in enumerate(stripes) if part.x0 < x1 and part.x1 > x0]
    if over:
        return range(over[0], over[-1] + 1)
    nearest = min(range(len(stripes)), key=lambda i: abs(part.x0 + part.x1 - stripes[i][0] - stripes[i][1]))
    return range(nearest, nearest + 1)
