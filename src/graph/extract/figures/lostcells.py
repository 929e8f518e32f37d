"""Rows that lack cells: in which columns their numbers stand, where totals or line breaks prove it.

A total is never left open while its parts are given, so that a row whose last number is the sum of the others tells
which of them is the total. What all ways of dividing a row over the columns agree on is read, the rest is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from math import prod

from graph.extract.figures.headings import TOTAL

Placed = tuple[int | None, ...]
"""For each number of a row its column from 0; None where that is not certain."""

_TOTAL_COLUMN = re.compile(r"(?:eind)?tota(?:al|le)\b|samen\b|som\b", re.IGNORECASE)
_PROVEN_ROWS = 2
_WAYS = 2000
"""How many ways of dividing the rows of a table are tried at most."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a row.

    Attributes:
        label: the words that name the row.
        values: what each cell holds; None for a dash, and for numbers that ran together.
        breaks: before which of its cells a line ends.
        torn: the cell in which two numbers ran together; None where there is none.
    """

    label: str
    values: tuple[Decimal | None, ...]
    breaks: tuple[int, ...] = ()
    torn: int | None = None


def placed(rows: Sequence[Numbers], heads: Sequence[str]) -> list[Placed]:
    """Divide rows over columns of figures.

    Args:
        rows: the rows of a table, in order.
        heads: the headings of its columns of figures.

    >>> rows = [Numbers("A", (Decimal(2), Decimal(3), Decimal(5))), Numbers("B", (Decimal(4), Decimal(4)))]
    >>> placed(rows, ["Mannen", "Vrouwen", "Totaal"])
    [(0, 1, 2), (None, 2)]
    """
    count = len(heads)
    total = count - 1 if heads and _TOTAL_COLUMN.match(heads[-1]) else None
    ways = [_ways(row, count, total) for row in rows]
    if total is not None:
        ways = _by_breaks(rows, ways, count)
    ways = _by_total_row(rows, ways, count)
    return [_agreed(way, len(row.values)) for row, way in zip(rows, ways, strict=True)]


def _ways(row: Numbers, count: int, total: int | None) -> list[tuple[int, ...]] | None:
    """Give the ways in which a row may fill the columns; None where nothing limits them."""
    have = len(row.values)
    if row.torn is not None:
        return [_around(row.torn, have, count)] if have == count - 1 else []
    if have >= count:
        return [tuple(range(count))] if have == count else []
    if total is None:
        return None
    if have > 1 and _adds_up(row.values[:-1], row.values[-1]):
        return [(*parts, total) for parts in combinations(range(total), have - 1)]
    return []


def _around(torn: int, have: int, count: int) -> tuple[int, ...]:
    """Count the cells from the left up to the one that holds two numbers, from the right behind it; -1 for itself."""
    return (*range(torn), -1, *range(count - (have - torn - 1), count))


def _by_breaks(
    rows: Sequence[Numbers], ways: Sequence[list[tuple[int, ...]] | None], count: int
) -> list[list[tuple[int, ...]] | None]:
    """Take the line end in a row for its open cells, where full rows have none and sums bear it out."""
    short = [n for n, row in enumerate(rows) if len(row.values) < count and row.torn is None]
    full = [row for row in rows if len(row.values) == count and row.torn is None]
    told = all(len(rows[n].breaks) == 1 for n in short) and full and not any(row.breaks for row in full)
    proven = sum(bool(ways[n]) for n in short)
    if not told or proven < _PROVEN_ROWS or 4 * proven < 3 * len(short):
        return list(ways)
    found = list(ways)
    for n in short:
        at, have = rows[n].breaks[0], len(rows[n].values)
        found[n] = [(*range(at), *range(count - (have - at), count))]
    return found


def _by_total_row(
    rows: Sequence[Numbers], ways: Sequence[list[tuple[int, ...]] | None], count: int
) -> list[list[tuple[int, ...]] | None]:
    """Keep of the ways those in which every column adds up to the last row, where that is the total of all."""
    last = rows[-1] if rows else None
    if (
        last is None
        or not TOTAL.fullmatch(last.label.strip(" :"))
        or len(last.values) != count
        or last.torn is not None
    ):
        return list(ways)
    every = [_all_ways(row, way, count) for row, way in zip(rows[:-1], ways, strict=False)]
    if all(len(way) == 1 for way in every) or not all(every) or prod(map(len, every)) > _WAYS:
        return list(ways)
    fits = [choice for choice in product(*every) if _columns_add_up(rows, choice, count)]
    if not fits:
        return list(ways)
    return [*([*{choice[n] for choice in fits}] for n in range(len(rows) - 1)), ways[-1]]


def _all_ways(row: Numbers, way: list[tuple[int, ...]] | None, count: int) -> list[tuple[int, ...]]:
    return list(combinations(range(count), len(row.values))) if way is None else way


def _columns_add_up(rows: Sequence[Numbers], choice: Sequence[tuple[int, ...]], count: int) -> bool:
    columns: list[list[Decimal | None]] = [[] for _ in range(count)]
    for row, places in zip(rows[:-1], choice, strict=True):
        for value, place in zip(row.values, places, strict=True):
            columns[place].append(value)
    return all(_adds_up(column, whole) for column, whole in zip(columns, rows[-1].values, strict=True))


def _adds_up(parts: Iterable[Decimal | None], whole: Decimal | None) -> bool:
    """Whether numbers add up to one, but for the rounding of each: half of its last digit."""
    known = [part for part in parts if part is not None]
    if whole is None:
        return False
    slack = sum((_half_digit(part) for part in [*known, whole]), Decimal(0))
    return abs(sum(known, Decimal(0)) - whole) <= slack


def _half_digit(value: Decimal) -> Decimal:
    """Give half of the last digit behind the comma; whole numbers are counted, not rounded."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and exponent < 0 else Decimal(0)


def _agreed(ways: list[tuple[int, ...]] | None, have: int) -> Placed:
    """Give of each number the column that all ways give it."""
    if not ways:
        return (None,) * have
    columns = ({way[n] for way in ways} for n in range(have))
    found = (next(iter(column)) if len(column) == 1 else None for column in columns)
    return tuple(None if place == -1 else place for place in found)
