"""The words around a figure in its sentence: what a reader looks at to see whether two figures speak of one thing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.extract.figures.sentences import sentences
from graph.model import Report, Span, Statistic, Understanding
from graph.views import View, notes_of, view_of

_LONGEST = 240
"""How many characters of a sentence are kept on either side of a figure."""


@dataclass(frozen=True, slots=True)
class Around:
    """Where a figure stands in its answer.

    Attributes:
        sentence: which sentence of the answer, its notes after it, from 1; 0 where it stands in none.
        before: the words of the sentence between the figure before it and its number; of a cell of a table all that
            stands between the figure before it and its number.
        after: the words between its number and the next figure, or the end of the sentence.
    """

    sentence: int = 0
    before: str = ""
    after: str = ""


def around(understanding: Understanding) -> tuple[Around, ...]:
    """Give the words around each figure of a paper, in the order of its figures."""
    report = understanding.report
    figures: defaultdict[str, list[tuple[int, Statistic]]] = defaultdict(list)
    for number, fact in enumerate(understanding.statistics):
        figures[fact.key].append((number, fact))
    found: dict[int, Around] = {}
    for answer in report.answers:
        if mine := figures.get(answer.key):
            found.update(_in_answer(report, answer.span, mine))
    return tuple(found.get(number, Around()) for number in range(len(understanding.statistics)))


def _in_answer(report: Report, host: Span, figures: Iterable[tuple[int, Statistic]]) -> Iterator[tuple[int, Around]]:
    notes = [note.span for note in notes_of(report, host)]
    of_note: defaultdict[Span, list[tuple[int, Statistic]]] = defaultdict(list)
    for number, fact in figures:
        span = next((note for note in notes if note.holds(fact.number)), host)
        if span.holds(fact.number):
            of_note[span].append((number, fact))
    told = 0
    for span in (host, *notes):
        if span in of_note:
            view = view_of(report, span)
            begins = [sentence.start for sentence in sentences(view.text)]
            yield from _in_view(view, begins, told, of_note[span])
            told += len(begins)


def _in_view(
    view: View, begins: Sequence[int], told: int, figures: Iterable[tuple[int, Statistic]]
) -> Iterator[tuple[int, Around]]:
    inside = [(number, view.inside(fact.number), "table-cell" in fact.rules) for number, fact in figures]
    places = sorted({place for _, place, _ in inside})
    for number, place, is_cell in inside:
        at = bisect_right(begins, place.start)
        first = begins[at - 1] if at else 0
        last = begins[at] if at < len(begins) else len(view.text)
        n = bisect_right(places, place) - 1
        start = max(0 if is_cell else first, places[n - 1].end) if n else first
        end = min(last, places[n + 1].start) if n + 1 < len(places) else last
        before, after = view.text[start : place.start], view.text[place.end : max(place.end, end)]
        yield number, Around(told + at, before[-_LONGEST:], after[:_LONGEST].rstrip())
