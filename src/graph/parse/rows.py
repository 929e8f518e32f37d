"""Questions and answers in the rows of a table: number, question and answer each in a cell of its own.

Only where the format says what a cell is; in plain text the cells follow each other as lines do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph.model import Cell, Part, SourceText, Span, Table
from graph.parse.layouts import ASKS_AT_ONCE, Marker
from graph.parse.numbers import NUMBERS, labels_of

_NUMBER = re.compile(rf"(?:Vraag\s*)?{NUMBERS}\s*[.):]?$")
_NUMBER_FIRST = re.compile(rf"(?:Vraag\s*)?{NUMBERS}\s*[.):]?\s+(?=\S)")
_FEWEST = 2
"""The fewest rows that make a table one of questions and answers."""


def in_rows(source: SourceText) -> tuple[Marker, ...]:
    """Give the markers of the tables of a paper whose rows count on; nothing when they do not."""
    markers: list[Marker] = []
    last = 0
    for table in source.layout.tables if source.layout else ():
        for row in _rows(table):
            found = _of_row(source, row)
            if found and (found[0].numbers[0] == last + 1 or (last == 0 and found[0].numbers[0] == 1)):
                last = found[0].numbers[-1]
                markers.extend(found)
    questions = [marker for marker in markers if marker.part is Part.QUESTION]
    asking = sum(_asks(source, marker, following) for marker, following in pairwise([*markers, None]))
    enough = len(questions) >= _FEWEST and len(markers) > len(questions) and 2 * asking >= len(questions)
    return tuple(markers) if enough else ()


def _asks(source: SourceText, marker: Marker | None, following: Marker | None) -> bool:
    """Whether the words between a marker and the next ask something."""
    if marker is None or marker.part is Part.ANSWER:
        return False
    words = source.text[marker.span.end : following.span.start if following else len(source.text)]
    return "?" in words or ASKS_AT_ONCE.match(words) is not None


def _rows(table: Table) -> Iterator[list[Cell]]:
    """Give the cells with words of each row, from left to right."""
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.span.start < cell.span.end:
            rows[cell.row].append(cell)
    for number in sorted(rows):
        yield sorted(rows[number], key=lambda cell: cell.column)


def _of_row(source: SourceText, row: list[Cell]) -> list[Marker]:
    """Give the markers of a row: its number, before the question, and the beginning of its last cell, the answer."""
    if len(row) < 2 or len(row) > 3:
        return []
    first = source.quote(row[0].span)
    alone, prefix = _NUMBER.match(first), _NUMBER_FIRST.match(first)
    match = alone if len(row) == 3 or alone else prefix
    if not match or (len(row) == 3 and not alone):
        return []
    start = row[0].span.start
    labels = labels_of(match["numbers"])
    question = Marker(Part.QUESTION, labels, Span(start, start + match.end()))
    if alone and len(row) == 2:
        return [question]
    return [question, Marker(Part.ANSWER, labels, Span(row[-1].span.start, row[-1].span.start))]
