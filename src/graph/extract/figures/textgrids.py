"""Tables in running text: rows of as many numbers as the heading above them has columns."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.figures.grid import Grid


def text_grids(text: str, taken: Sequence[Grid]) -> list[Grid]:
    """Give the tables."""
    return []
