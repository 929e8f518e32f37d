"""The stretches of a paper in which somebody says something: questions, answers, and the notes that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Footnote, Part, Report, Span, Words
from graph.views import View, notes_of, view_of
from graph.words import occurrences, words_of_name

_SHIFT = re.compile(r"[A-ZÀ-Ý](?<=[a-zà-ÿ].)(?=[a-zà-ÿA-Z]{2})")
"""A capital that begins a word right behind a small letter."""

_BEFORE = re.compile(r"(?:(?<![^\W_])[a-zà-ÿ]+|[a-zà-ÿ]{4})$")
_LONGEST = 60
"""How many letters before a lost space are looked at."""


@dataclass(frozen=True)
class Stretch:
    """The readable text of a question, an answer or a note, and whose it is.

    Attributes:
        number: the lowest question number that it covers; `key` the key of the question or answer.
        host: the span of the question or answer.
        note: the span of the note, where this is one.
        before: the readable texts of the host and of its earlier notes: a name is counted through all of them.
    """

    number: int
    key: str
    part: Part
    host: Span
    view: View
    note: Span | None = None
    before: tuple[str, ...] = field(default=())

    def words(self, name: Span) -> Words:
        """Give the words that make the IRI of a mention: counted in the host, then in its notes."""
        own = words_of_name(self.view.text, self.view.inside(name))
        words = self.view.text_of(name)
        return Words(own.text, own.occurrence + sum(occurrences(text, words) for text in self.before))


def stretches(report: Report) -> Iterator[Stretch]:
    """Give every question and answer, each followed by the notes that it calls or that stand in it."""
    hosts = [(question.number, question.key, Part.QUESTION, question.span) for question in report.questions]
    hosts += [(answer.number, answer.key, Part.ANSWER, answer.span) for answer in report.answers]
    for number, key, part, span in sorted(hosts, key=lambda host: host[3]):
        host = respaced(view_of(report, span))
        yield Stretch(number, key, part, span, host)
        before = [host.text]
        for note in notes_of(report, span):
            text = respaced(view_of(report, _without_mark(report, note)))
            yield Stretch(number, key, part, span, text, note.span, tuple(before))
            before.append(text.text)


def _without_mark(report: Report, note: Footnote) -> Span:
    """Give the span of a note without its mark, which may stand in brackets or be glued to the first word."""
    mark = re.match(rf"[\[(]?{re.escape(note.mark)}[\])]?\.?", report.source.quote(note.span)) if note.mark else None
    return Span(min(note.span.start + (mark.end() if mark else 0), note.span.end), note.span.end)


def respaced(view: View) -> View:
    """Put spaces back where a text lost them at line ends: ``vanParijs``, ``BuitenlandseZaken``, but not ``DTenV``.

    A lost space shows between a small letter and a capital that begins a word, when the word before it is written
    small or has at least four letters.
    """
    shifts = (match.start() for match in _SHIFT.finditer(view.text))
    places = [at for at in shifts if _BEFORE.search(view.text, max(0, at - _LONGEST), at)]
    if not places:
        return view
    letters: list[str] = []
    offsets: list[int] = []
    at = 0
    for place in places:
        letters.append(view.text[at:place] + " ")
        offsets.extend((*view.offsets[at:place], view.offsets[place]))
        at = place
    return View("".join(letters) + view.text[at:], (*offsets, *view.offsets[at:]))
