"""A paper taken apart: its questions, answers and notes, and what was not read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from graph.model.header import DocumentKind, Header, State
from graph.model.text import Footnote, SourceText, Span


@dataclass(frozen=True)
class Question:
    """A question. `key` tells series apart where numbering restarts: ``3``, then ``2-3``."""

    number: int
    key: str
    span: Span


@dataclass(frozen=True)
class Answer:
    """An answer, with the keys of all questions that it covers, lowest first, and of the answers that it refers to."""

    questions: tuple[str, ...]
    number: int
    span: Span
    refers_to: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the lowest question."""
        return self.questions[0]


class Reason(StrEnum):
    """Why a stretch of the text is not read, in the words that are told of it: all reasons that there are.

    Attributes:
        OUTSIDE: it lies in no question or answer, and nothing more is known of it.
        HEADING: above the next question: a party, a subject, an article of the budget.
        SERIES: above the questions of the next member or party.
        REPEATED: the paper asks a question again, word for word, before its answer.
    """

    OUTSIDE = "no question or answer"
    POSTPONED = "notice of postponement"
    NOTE = "explanatory note"
    CLOSING = "closing of a letter"
    SIGNATURE = "signature"
    HEADING = "heading"
    SERIES = "heading of a series"
    REPEATED = "question that was asked before"
    FLATTENED = "numbers without words between them: a table that lost its cells"


@dataclass(frozen=True)
class Unread:
    """A stretch of the text that no step accounts for."""

    span: Span
    reason: Reason


@dataclass(frozen=True)
class Report:
    """A paper, taken apart.

    `furniture` are page footers, headers and page numbers: no part of what anyone says, wherever they stand.
    `calls` are the footnote marks in running text, glued to a word or alone, whether or not their note was found.
    """

    source: SourceText
    header: Header
    header_span: Span
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    footnotes: tuple[Footnote, ...] = ()
    calls: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def state(self) -> State | None:
        """What has become of the questions; None for a paper that asks none."""
        if self.header.withdrawn:
            return State.WITHDRAWN
        if self.answers:
            return State.ANSWERED
        if self.header.postponed:
            return State.POSTPONED
        return State.OPEN if self.questions or self.header.kind is DocumentKind.QUESTIONS else None

    @cached_property
    def _asides(self) -> tuple[list[Span], list[int], list[int]]:
        spans = sorted([*self.furniture, *self.calls, *(note.span for note in self.footnotes)])
        return spans, [span.start for span in spans], list(accumulate((span.end for span in spans), max))

    def asides(self, span: Span) -> tuple[Span, ...]:
        """Give what is no part of the running text of a stretch: furniture, note marks and notes, not what holds it."""
        spans, starts, ends = self._asides
        near = spans[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        return tuple(aside for aside in near if aside.overlaps(span) and not aside.holds(span))

    def question(self, key: str) -> Question:
        """Give the question with a key; `KeyError` when there is none."""
        return next(question for question in self.questions if question.key == key)
