"""Readable views of a stretch of the layer that map back to it: cleaning without rewriting (DESIGN section 3).

A view has single spaces inside a line of thought and a line feed between two: paragraphs, list items, rows of a
flattened table. Page furniture, footnote marks and notes are left out, words that were split at a line end are whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.joints import joint
from graph.model import Footnote, Report, SourceText, Span

_RUN = re.compile(r"\S+")
_NEAR = 8
"""How far behind the last word of a text the mark of its note may stand."""


@dataclass(frozen=True)
class View:
    """A cleaned text and, for each of its characters, the offset in the layer that it came from."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Give the span in the layer of ``text[start:end]``, which must not be empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def inside(self, span: Span) -> Span:
        """Give where in the view a span of the layer stands."""
        start = self.index(span.start)
        return Span(start, max(start, self.index(span.end - 1) + 1))

    def text_of(self, span: Span) -> str:
        """Give the words of a span of the layer as they read in the view."""
        inside = self.inside(span)
        return self.text[inside.start : inside.end]

    def index(self, offset: int) -> int:
        """Give the first index of the view whose character lies at or after an offset of the layer."""
        return bisect_left(self.offsets, offset)


def view_of(report: Report, span: Span) -> View:
    """Give the running text of a question, an answer or a note: without furniture, footnote marks and other notes."""
    return view(report.source, span, report.asides(span))


def notes_of(report: Report, host: Span) -> Iterator[Footnote]:
    """Give the notes of a question or answer: those that it calls, and those without a call that stand in it."""
    return (note for note in report.footnotes if _calls(report, host, note))


def _calls(report: Report, host: Span, note: Footnote) -> bool:
    """Whether a text calls a note, in itself or right behind its last word; a note without call is where it stands."""
    if note.call is None:
        return host.holds(note.span)
    if host.end <= note.call.start < host.end + _NEAR:
        return not report.source.text[host.end : note.call.start].strip(" .,;:?!»”)\n[^")
    return host.holds(note.call)


def view(source: SourceText, span: Span, leave_out: Iterable[Span] = ()) -> View:
    r"""Make a view of a span without the stretches to leave out.

    >>> paper = SourceText("Er zijn in 2024 asielaan-\nvragen  \ngedaan.\n\nBron: IND", "a.txt", "text/plain", "")
    >>> view(paper, Span(0, 53)).text
    'Er zijn in 2024 asielaanvragen gedaan.\nBron: IND'
    """
    return _view(source, span, tuple(leave_out))


@lru_cache(maxsize=512)
def _view(source: SourceText, span: Span, leave_out: tuple[Span, ...]) -> View:
    """Make a view; kept, because names, figures and non-answers are read from the same ones."""
    text = source.text
    letters: list[str] = []
    offsets: list[int] = []
    end = span.start
    for start, stop, gap in _runs(text, span, leave_out):
        glue = joint(source, end, start, gap) if letters else ""
        if glue == "-":
            letters.pop()
            offsets.pop()
        elif glue:
            letters.append(glue)
            offsets.append(end)
        letters.extend(text[start:stop])
        offsets.extend(range(start, stop))
        end = stop
    return View("".join(letters), tuple(offsets))


def _runs(text: str, span: Span, leave_out: Iterable[Span]) -> Iterable[tuple[int, int, str]]:
    """Give the runs of characters that are kept, each with the white space before it (holes left out)."""
    gap = ""
    at = span.start
    for hole in [*sorted(hole for hole in leave_out if hole.overlaps(span)), Span(span.end, span.end)]:
        for run in _RUN.finditer(text, at, max(at, hole.start)):
            yield run.start(), run.end(), gap + text[at : run.start()]
            gap, at = "", run.end()
        gap += text[at : hole.start]
        at = max(at, hole.end)
