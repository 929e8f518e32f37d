"""The time of a figure whose sentence and paragraph name none: from the list, the question, the note or the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.extract.figures.asked import Asked, time_of_question
from graph.extract.figures.calendar import Grain, elements
from graph.extract.figures.figure import Context, Figure
from graph.extract.figures.listtimes import time_of_list
from graph.extract.figures.periods import period_phrases
from graph.extract.figures.sentences import sentences
from graph.extract.figures.sources import Note
from graph.model import Period, Report, Status
from graph.views import View

_Spans = tuple[tuple[Period, ...], tuple[str, ...]]
"""The periods of a figure, and the rule that gives them."""


@dataclass(frozen=True)
class Fallbacks:
    """What gives a figure its time where its sentence does not."""

    asked: Asked | None
    view: View
    context: Context
    report: Report

    def of(self, figure: Figure, earlier: Sequence[Figure], note: Note | None) -> _Spans:
        """Give the periods of a figure: its own, else the question's, the note's, the paper's year, else none."""
        if figure.periods:
            return figure.periods, ()
        if told_above := time_of_list(self.view.text, figure, self.context.day):
            return (told_above,), ("period-list",)
        words = _sentence(self.view, figure)
        if self.asked and (told := time_of_question(figure, words, self.asked, earlier, self.context.day)):
            return (told[0],), (told[1],)
        if note and (reference := _reference(self.view, note, self.context)):
            return (reference,), ("period-note",)
        if figure.status is Status.REALISED and (year := _year_of_title(self.report)):
            return (year,), ("period-title",)
        return (Period(),), ()


def _sentence(view: View, figure: Figure) -> str:
    """Give the words of the sentence of a figure."""
    sentence = sentences(view.text)[figure.sentence]
    return view.text[sentence.start : sentence.end]


def _year_of_title(report: Report) -> Period | None:
    """Give the year that a paper looks back on: "over de Staat van de rijksverantwoording 2021", answered in 2022."""
    years = {element.year for element in elements(report.header.title or "") if element.grain is Grain.YEAR}
    year = next(iter(years)) if len(years) == 1 else None
    if year is None or report.header.day is None or year >= report.header.day.year:
        return None
    return Period(date(year, 1, 1), date(year, 12, 31))


def _reference(view: View, note: Note, context: Context) -> Period | None:
    phrases = period_phrases(view.text[note.start : note.end], context.day)
    return next((phrase.periods[0] for phrase in phrases if phrase.reference), None)
