"""Tables whose rows lost their line ends, or whose cells each got a line: names and numbers that take turns.

The heading says how many columns there are; where it fits more than one way there is no table. A row that lacks
numbers is read as far as totals and line breaks prove where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from graph.extract.figures.cellvalues import count_in
from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.lostcells import Numbers, Placed, placed
from graph.extract.figures.quantities import Quantity
from graph.extract.figures.textheadings import Columns, headings_above
from graph.extract.figures.textrows import YEAR, has_verb
from graph.extract.figures.textturns import Turn, turns_of
from graph.joints import BREAK

_TORN = re.compile(r"\D*(?:\d{4,}(?:\.\d{3})+|\d+(?:\.\d{3})*,\d+[.,]\d+|\d{1,3}(?:\.\d{3})*\.\d{4,}\.\d{3})\D*")
"""Two numbers that ran together: "88711.122", "12,53,4"."""

_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_NO_LABEL = re.compile(
    r"(?:in|op|per|van|vanaf|bij|met|om|tussen|tot|sinds|voor|na|over|er|dit|deze|dat|die|zie|circa|ruim|bijna|ongeveer"
    r"|ook|maar|en|of|bron|noot|artikel|vraag|tabel)\b",
    re.IGNORECASE,
)
"""Words that go on with a sentence and open no row: "In 2024", "Bron:"."""

_MARKS = "0123456789*. "
_PART = re.compile(r"waarvan\b|w\.?v\.")
_BLURRED = re.compile(r"[°%€•]|\b\d+/\d|\b\d+[A-Z]")
"""What no label has, but what is left of a number in a paper that was scanned: "40°/s Oost"."""

_NUMBER = re.compile(r"(?!1\.000|(?:19|20)\d\d$)[-€]?\d+(?:[.,]\d{3}|\d\d)[\d.,]*")
"""A number that is neither a day nor a year nor a scale: a heading has none."""

_LABEL_WORDS = 8
_HEAD_WORDS = 4
_LONGEST = 400
"""The rows that are read as one table at most."""

_ROWS = 3
"""The rows below which a table of one column of numbers is none."""


def streams(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Grid]:
    r"""Find the tables in text in which names and as many numbers as there are columns take turns.

    Args:
        text: the text of a view.
        taken: the stretches of the tables that are known already.

    >>> flat = "Zie hier. Soort 2022 2023 Vmbo 5 6 Havo 7 8 Vwo 9 10 Dat is alles."
    >>> [grid.words_of_row(1) for grid in streams(flat)]
    [('Vmbo', '5', '6')]
    """
    turns = [turn for turn in turns_of(text) if not any(a < turn.cells[-1][1] and turn.label[0] < b for a, b in taken)]
    labels = [_is_label(text, turn) for turn in turns]
    first = 0
    while first < len(turns):
        last = first + 1
        while last < min(len(turns), first + _LONGEST) and labels[last] and turns[last].dated == turns[first].dated:
            last += 1
        grid = _grid(text, turns[first:last])
        if grid:
            yield grid
        first = last if grid else first + 1


def _is_label(text: str, turn: Turn) -> bool:
    if turn.dated:
        return True
    words = text[slice(*turn.label)]
    opens = words[0].isdigit() or words[0].isupper() or _PART.match(words)
    goes_on = (
        _BLURRED.search(words) or has_verb(words) or _NO_LABEL.match(words.lstrip(_MARKS)) or _is_years(text, turn)
    )
    return bool(opens) and len(turn.starts) <= _LABEL_WORDS and not goes_on


def _is_years(text: str, turn: Turn) -> bool:
    return all(YEAR.fullmatch(text[slice(*cell)]) for cell in turn.cells)


def _grid(text: str, turns: Sequence[Turn]) -> Grid | None:
    """Make a table of rows; the most numbers that a heading fits say how many columns there are."""
    for count in sorted({len(turn.cells) for turn in turns}, reverse=True):
        rows = _fitting(text, turns, count)
        if len(rows) < (2 if count > 1 else _ROWS) or _is_years(text, rows[0]):
            continue
        border, columns = _heading(text, rows, count)
        if columns is None:
            continue
        rows = [replace(rows[0], label=(border, rows[0].label[1])), *rows[1:]]
        if _BLURRED.search(text, *rows[0].label):
            continue
        heads = [text[slice(*span)] if span else "" for span in columns[1:]]
        places = [
            tuple(None if _TORN.fullmatch(text[slice(*cell)]) else at for cell, at in zip(row.cells, way, strict=True))
            for row, way in zip(rows, placed([_numbers(text, row) for row in rows], heads), strict=True)
        ]
        told = sum(any(at is not None for at in row) for row in places)
        whole = sum(sum(at is not None for at in row) >= min(count, 2) for row in places)
        if whole >= (2 if count > 1 else _ROWS) and 2 * told > len(rows):
            return Grid(text, tuple(_cells(columns, rows, places)), _lost(rows, places))
    return None


def _fitting(text: str, turns: Sequence[Turn], count: int) -> list[Turn]:
    """Give the rows up to the first that has more numbers than there are columns; its first line may be a last row."""
    rows: list[Turn] = []
    for turn in turns:
        if len(turn.cells) > count:
            if rows and text[turn.cells[count - 1][1] : turn.cells[count][0]] == BREAK:
                rows.append(replace(turn, cells=turn.cells[:count]))
            break
        rows.append(turn)
    return rows


def _heading(text: str, rows: Sequence[Turn], count: int) -> tuple[int, Columns | None]:
    """Find where the heading ends and the first label begins: the only place where it fits, a line start first."""
    first = rows[0]
    starts = [at for at in first.starts[-_LABEL_WORDS:] if text[at].isupper() or text[at].isdigit()]
    lines = [at for at in starts if not at or text[at - 1] == BREAK]
    for some in (lines, [at for at in starts if at not in lines]):
        ways = [(at, columns) for at in some if (columns := _heading_at(text, at, count))]
        fits = [fit for fit in ways if not _is_of_labels(text, rows, fit[1])]
        if fits:
            return _surest(text, rows, fits) or (0, None)
    return 0, None


def _is_of_labels(text: str, rows: Sequence[Turn], columns: Columns) -> bool:
    """Whether the last column only has the word that other labels begin with: "Bezetting Directie | A 12"."""
    last = text[slice(*columns[-1])] if columns[-1] else ""
    return any(text[slice(*row.label)].split()[0] == last for row in rows[1:])


def _surest(text: str, rows: Sequence[Turn], fits: list[tuple[int, Columns]]) -> tuple[int, Columns] | None:
    """Choose among headings: the only one, the only one with a label of one line as the others, or with a time each."""
    if not any(BREAK in text[slice(*row.label)] for row in rows[1:]):
        fits = [fit for fit in fits if BREAK not in text[fit[0] : rows[0].label[1]]] or fits
    if len(fits) > 1:
        fits = [fit for fit in fits if all(_ENDS_IN_YEAR.search(text[slice(*span)]) for span in fit[1][1:] if span)]
    return fits[0] if len(fits) == 1 else None


def _heading_at(text: str, border: int, count: int) -> Columns | None:
    return next(
        (columns for columns in headings_above(text, border, count) if _is_heading(text, border, columns)), None
    )


def _is_heading(text: str, border: int, columns: Columns) -> bool:
    """Whether columns stand in a heading: not behind the end of a sentence, and without numbers of another row."""
    label = columns[0]
    heads = [text[slice(*span)] for span in columns[1:] if span]
    if len({*heads}) < len(heads):
        return False  # what tells the columns apart is lost
    opens = label is None or (text[label[0]].isupper() and len(text[slice(*label)].split()) <= _HEAD_WORDS)
    first = next(span for span in columns if span)
    return opens and not any(_NUMBER.fullmatch(word) for word in text[first[0] : border].split())


def _numbers(text: str, row: Turn) -> Numbers:
    values = tuple(_value(text[slice(*cell)]) for cell in row.cells)
    breaks = tuple(n for n, (a, b) in enumerate(pairwise(row.cells), 1) if BREAK in text[a[1] : b[0]])
    torn = next((n for n, cell in enumerate(row.cells) if _TORN.fullmatch(text[slice(*cell)])), None)
    return Numbers(text[slice(*row.label)], values, breaks, torn)


def _value(words: str) -> Decimal | None:
    held = count_in(words)
    return held.numeral.value if isinstance(held, Quantity) else None


def _cells(columns: Columns, rows: Sequence[Turn], places: Sequence[Placed]) -> Iterator[GridCell]:
    for column, span in enumerate(columns):
        if span:
            yield GridCell(*span, 0, column)
    for number, (row, way) in enumerate(zip(rows, places, strict=True), start=1):
        if any(at is not None for at in way):
            yield GridCell(*row.label, number, 0)
            spans = [(cell, at + 1) for cell, at in zip(row.cells, way, strict=True) if at is not None]
            short = len(spans) < len(columns) - 1
            yield from (GridCell(*cell, number, at, placed=short) for cell, at in spans)


def _lost(rows: Sequence[Turn], places: Sequence[Placed]) -> tuple[tuple[int, int], ...]:
    return tuple(
        cell
        for row, way in zip(rows, places, strict=True)
        for cell, at in zip(row.cells, way, strict=True)
        if at is None
    )
