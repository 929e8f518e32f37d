"""The stretches of a paper in which somebody says something: questions, answers, and the notes that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Footnote, Part, Report, Span, Words
from graph.views import View, view_of
from graph.words import normalise, words_of_name

_LOST_SPACE = re.compile(r"(?:(?<![^\W_])[a-zà-ÿ]+|[a-zà-ÿ]{4})(?=[A-ZÀ-Ý][a-zà-ÿA-Z]{2})")


_NEAR = 8
"""How far behind the last word of a text the mark of its note may stand."""


@dataclass(frozen=True)
class Stretch:
    """The readable text of a question, an answer or a note, and whose it is.

    Attributes:
        number: the lowest question number that it covers; `key` the key of the question or answer.
        host: the span of the question or answer.
        note: the span of the note, where this is one.
        notes_before: the spans of the host's earlier notes: a name is counted through all of them.
    """

    number: int
    key: str
    part: Part
    host: Span
    view: View
    note: Span | None = None
    notes_before: tuple[Span, ...] = field(default=())

    def words(self, report: Report, name: Span) -> Words:
        """Give the words that make the IRI of a mention: counted in the host, then in its notes outside it."""
        text = report.source.text
        if self.host.holds(name):
            return words_of_name(text, self.host, name)
        earlier = [self.host, *(span for span in self.notes_before if not self.host.holds(span))]
        count = sum(_occurrences(text, span, text[name.start : name.end]) for span in earlier)
        own = words_of_name(text, self.note or name, name)
        return Words(own.text, own.occurrence + count)


def _occurrences(text: str, within: Span, name: str) -> int:
    """Count the occurrences of a name in a span: one less than that of the same name right behind it."""
    stretch = text[within.start : within.end]
    probe = f"{stretch}\n{name}"
    return (
        words_of_name(probe, Span(0, len(probe)), Span(len(stretch) + 1, len(probe))).occurrence - 1
        if normalise(name)
        else 0
    )


def stretches(report: Report) -> Iterator[Stretch]:
    """Give every question and answer, each followed by the notes that it calls or that stand in it."""
    hosts = [(question.number, question.key, Part.QUESTION, question.span) for question in report.questions]
    hosts += [(answer.number, answer.key, Part.ANSWER, answer.span) for answer in report.answers]
    for number, key, part, span in sorted(hosts, key=lambda host: host[3]):
        yield Stretch(number, key, part, span, respaced(view_of(report, span)))
        before: list[Span] = []
        for note in report.footnotes:
            if _calls(report, span, note):
                text = respaced(view_of(report, _without_mark(report, note)))
                yield Stretch(number, key, part, span, text, note.span, tuple(before))
                before.append(note.span)


def _calls(report: Report, host: Span, note: Footnote) -> bool:
    """Whether a text calls a note, in itself or right behind its last word; a note without call is where it stands."""
    if note.call is None:
        return host.holds(note.span)
    if host.end <= note.call.start < host.end + _NEAR:
        return not report.source.text[host.end : note.call.start].strip(" .,;:?!»”)\n[^")
    return host.holds(note.call)


def _without_mark(report: Report, note: Footnote) -> Span:
    """Give the span of a note without its mark, which may be glued to the first word."""
    text = report.source.quote(note.span)
    start = note.span.start + (len(note.mark) if note.mark and text.startswith(note.mark) else 0)
    return Span(min(start, note.span.end), note.span.end)


def respaced(view: View) -> View:
    """Put spaces back where a text lost them at line ends: ``vanParijs``, ``BuitenlandseZaken``, but not ``DTenV``.

    A lost space shows between a small letter and a capital that begins a word, when the word before it is written
    small or has at least four letters.
    """
    places = [match.end() for match in _LOST_SPACE.finditer(view.text)]
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
