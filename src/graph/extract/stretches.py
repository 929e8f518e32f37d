"""The stretches of a paper in which somebody says something: questions, answers, and the notes that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Part, Report, Span, Words
from graph.views import View, view_of
from graph.words import normalise, words_of_name


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
        yield Stretch(number, key, part, span, view_of(report, span))
        before: list[Span] = []
        for note in report.footnotes:
            if (note.call is not None and span.holds(note.call)) or (note.call is None and span.holds(note.span)):
                yield Stretch(number, key, part, span, view_of(report, note.span), note.span, tuple(before))
                before.append(note.span)
