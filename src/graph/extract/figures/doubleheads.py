"""Headings of two levels in running text: "2023 2024" over "Directie Gegrond Ongegrond Gegrond Ongegrond".

The lower line says the same for each of the upper ones; so it is known how many columns each of those holds for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.figures.grid import GridCell
from graph.extract.figures.textheadings import Columns, parted
from graph.extract.figures.textrows import behind_sentence, lines_of
from graph.joints import BREAK


@dataclass(frozen=True, slots=True)
class DoubleHead:
    """The headings of the columns, and those above them, each over `size` columns."""

    columns: Columns
    tops: tuple[tuple[int, int], ...]
    size: int

    def cells(self) -> Iterator[GridCell]:
        """Give the cells of the upper row."""
        for n, span in enumerate(self.tops):
            yield GridCell(*span, 0, 1 + n * self.size, columns=self.size)


def double_head(text: str, start: int, count: int) -> DoubleHead | None:
    r"""Read the two lines above the rows of a table as headings of two levels; None where they are not.

    Args:
        text: the text of a view.
        start: where the first row begins in it.
        count: how many columns of numbers there are.

    >>> head = double_head("2023 2024\nZaak Gegrond Deels Gegrond Deels\n", 43, 4)
    >>> head.tops, head.size
    (((0, 4), (5, 9)), 2)
    """
    above = lines_of(text[:start].rstrip(BREAK))[-2:]
    if len(above) < 2 or count < 2:
        return None
    lower = parted(text, *above[1], count, labelled=True)
    size = repeats([text[slice(*span)] for span in lower[1:] if span]) if lower else None
    if lower is None or size is None:
        return None
    tops = parted(text, behind_sentence(text, *above[0]), above[0][1], count // size)
    if tops is None or (tops[0] and lower[0]):
        return None
    return DoubleHead([lower[0] or tops[0], *lower[1:]], tuple(span for span in tops[1:] if span), size)


def repeats(heads: Sequence[str]) -> int | None:
    """Give after how many headings they begin anew, all of them the same; None where they do not.

    >>> repeats(["Man", "Vrouw", "Man", "Vrouw"]), repeats(["Man", "Vrouw", "Totaal"])
    (2, None)
    """
    for size in range(1, len(heads) // 2 + 1):
        whole = len(heads) % size == 0 and len({*heads[:size]}) == size
        if whole and all(head == heads[n % size] for n, head in enumerate(heads)):
            return size
    return None
