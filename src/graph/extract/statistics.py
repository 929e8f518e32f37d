"""Figures: every number in an answer that measures something, with all that the text says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.figures import (
    apart,
    frames,
    listtimes,
    notes,
    numerals,
    periods,
    quantities,
    shifted,
    standing,
    tables,
    words,
)
from graph.extract.figures import asked as asked_of
from graph.extract.figures.apart import Told, told_apart
from graph.extract.figures.around import around
from graph.extract.figures.asked import asked_in
from graph.extract.figures.fallbacks import Fallbacks
from graph.extract.figures.figure import Context, Figure, Name, bounds_of, is_foreign
from graph.extract.figures.gridreading import figures_of_tables
from graph.extract.figures.naming import what_is_asked
from graph.extract.figures.notes import is_source_note, questions_named, rounding
from graph.extract.figures.reading import Reading
from graph.extract.figures.sources import Note, Sources, called, with_sources
from graph.extract.figures.tables import lost_runs
from graph.extract.figures.tableshape import Shape, tables_of
from graph.extract.stretches import Stretch, stretches
from graph.model import (
    Answer,
    Authority,
    Kind,
    Mention,
    Part,
    Period,
    Reason,
    Report,
    Rule,
    Span,
    Statistic,
    Unread,
    Words,
)
from graph.views import View, view_of
from graph.words import words_of_name, words_of_number

RULES: tuple[Rule, ...] = (
    *numerals.RULES,
    *words.RULES,
    *quantities.RULES,
    *frames.RULES,
    *periods.RULES,
    *shifted.RULES,
    *asked_of.RULES,
    *listtimes.RULES,
    *standing.RULES,
    *notes.RULES,
    *tables.RULES,
    *apart.RULES,
)
"""The rules of the grammar of figures."""

_SPEAKS = re.compile(r"\b(?:is|zijn|was|waren|wordt|worden|heeft|hebben|betreft|gaat|verwijst|bedraagt|ziet)\b")
"""A verb: a note without one cites, it does not count."""

_AFTER_ALL = 1_000_000


def find_statistics(report: Report, mentions: Sequence[Mention]) -> tuple[Statistic, ...]:
    """Find every figure in the answers of a paper.

    Args:
        report: the paper, taken apart.
        mentions: its names, linked: they say who counted and about which country.
    """
    elsewhere = _notes_for_answers(report, mentions)
    answers = {answer.key: answer for answer in report.answers}
    return told_apart(
        [
            told
            for stretch in stretches(report)
            if stretch.part is Part.ANSWER
            for told in _of_stretch(report, answers[stretch.key], stretch, mentions, elsewhere.get(stretch.number, ()))
        ]
    )


def find_unread(report: Report) -> tuple[Unread, ...]:
    """Find the stretches of the answers whose numbers are not read as figures, with the reason."""
    answers = (stretch for stretch in stretches(report) if stretch.part is Part.ANSWER and stretch.note is None)
    return tuple(
        Unread(stretch.view.span(*run), Reason.FLATTENED)
        for stretch in answers
        for run in lost_runs(stretch.view.text, [cell for shape in _tables(report, stretch) for cell in shape.known()])
    )


def _tables(report: Report, stretch: Stretch) -> list[Shape]:
    """Give the tables of figures in an answer or note."""
    return tables_of(report.source.layout, stretch.note or stretch.host, stretch.view)


def _of_stretch(
    report: Report, answer: Answer, stretch: Stretch, mentions: Sequence[Mention], elsewhere: Sequence[Note]
) -> Iterator[Told]:
    """Read the figures of an answer, or of a note that it calls, where that speaks in sentences."""
    within, view = stretch.note or answer.span, stretch.view
    if stretch.note and (is_source_note(view.text) or not _SPEAKS.search(view.text)):
        return
    names = _names(view, within, mentions)
    context = _context(report, answer, mentions)
    figures = _read(view, names, context, _tables(report, stretch))
    if not figures:
        return
    sources = Sources(view.text, names, elsewhere)
    figures = with_sources(figures, sources)
    times = Fallbacks(asked_in(context), view, context, report)
    near = around(view.text, figures)
    for i, figure in enumerate(figures):
        spans, rule = times.of(figure, figures[:i], sources.note(figure))
        for period in spans:
            told = replace(figure, rules=(*figure.rules, *rule))
            yield Told(_statistic(answer, view, told, period, report.source.text), *near[i], context.question)


def _read(view: View, names: Sequence[Name], context: Context, tables: Sequence[Shape]) -> list[Figure]:
    """Read the sentences and the tables of an answer; gives the figures in the order of the text."""
    cells = [cell for table in tables for cell in table.taken()]
    told = Reading(view, names, context, tables=cells).read()

    def asked() -> str:
        subject = what_is_asked(context.question)
        return subject.label if subject else ""

    return sorted(figures_of_tables(tables, names, context, asked, told), key=lambda figure: figure.quantity.start)


def _names(view: View, span: Span, mentions: Sequence[Mention]) -> list[Name]:
    """Give the mentions that stand in a view, in its offsets."""
    inside = [(view.index(m.span.start), view.index(m.span.end - 1), m) for m in mentions if span.holds(m.span)]
    return [Name(a, b + 1, m) for a, b, m in inside if a <= b < len(view.offsets) and view.offsets[a] == m.span.start]


def _context(report: Report, answer: Answer, mentions: Sequence[Mention]) -> Context:
    asked = [question for question in report.questions if question.key in answer.questions]
    places: dict[str, Authority] = {}
    for mention in mentions:
        if (
            mention.kind is Kind.PLACE
            and mention.part is Part.QUESTION
            and mention.authority
            and is_foreign(mention.authority)
        ):
            if any(question.span.holds(mention.span) for question in asked):
                places[mention.authority.slug] = mention.authority
    text = "\n".join(view_of(report, question.span).text for question in asked)
    return Context(text, report.header.day, tuple(places.values()))


def _notes_for_answers(report: Report, mentions: Sequence[Mention]) -> dict[int, list[Note]]:
    """Give the footnotes on sources that hold for answers: those that they name, else the one that calls the note."""
    found: dict[int, list[Note]] = {}
    for footnote in report.footnotes:
        view = view_of(report, footnote.span)
        if not is_source_note(view.text):
            continue
        bodies = [name for name in _names(view, footnote.span, mentions) if name.mention.kind is Kind.ORGANISATION]
        called = [a.number for a in report.answers if footnote.call and a.span.holds(footnote.call)]
        note = Note(_AFTER_ALL, bodies[0] if bodies else None, rounding(view.text), 0, 0)
        for number in questions_named(view.text) or called:
            found.setdefault(number, []).append(note)
    return found


def _statistic(answer: Answer, view: View, figure: Figure, period: Period, text: str) -> Statistic:
    quantity, numeral = figure.quantity, figure.quantity.numeral
    number = view.span(numeral.digits, numeral.digits_end)
    lower, upper = bounds_of(figure)
    body = figure.source.mention if figure.source else None
    return Statistic(
        question=answer.number,
        key=answer.key,
        span=view.span(quantity.start, figure.end),
        number=number,
        words=_words(view.text, Span(numeral.digits, numeral.digits_end)),
        value=numeral.value,
        value_max=numeral.high,
        value_text=numeral.written,
        unit=quantity.unit,
        indicator=figure.indicator,
        breakdown=figure.breakdown,
        rules=figure.rules,
        period=period,
        qualifier=quantity.qualifier,
        rounded_to=figure.rounded_to,
        lower=lower,
        upper=upper,
        source=body.authority if body else None,
        source_name=called(body, text) if body else None,
        place=figure.place,
        status=figure.status,
    )


def _words(text: str, number: Span) -> Words:
    in_digits = any(letter.isdigit() for letter in text[number.start : number.end])
    return words_of_number(text, number) if in_digits else words_of_name(text, number)
