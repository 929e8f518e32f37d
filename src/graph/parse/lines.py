"""The lines of a paper as one would see them on the page: trimmed, without furniture, with its blank lines.

Some texts lost their line ends: two spaces then stand for a line end and four for a blank line, or nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Span

_WORDS = re.compile(r"\S(?:.*\S)?")
_WORDS_OF_FLAT = re.compile(r"\S+(?: \S+)*")
_FLAT_LINE = 1500
"""Characters to a line above which the line ends of a text were lost."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its span without white space at either end, its words, and whether a blank line precedes."""

    span: Span
    words: str
    after_blank: bool


def is_flat(text: str) -> bool:
    """Whether the line ends of a text were lost."""
    return len(text) > _FLAT_LINE and len(text) > _FLAT_LINE * text.strip().count("\n")


def lines_of(text: str, furniture: tuple[Span, ...]) -> tuple[Line, ...]:
    r"""Give the lines of a text.

    >>> [line.words for line in lines_of("Vraag 1\n\n Hoe? \nAanhangsel 2Antwoord 1", (Span(16, 28),))]
    ['Vraag 1', 'Hoe?', 'Antwoord 1']
    """
    flat = is_flat(text)
    lines: list[Line] = []
    end = 0
    for start, stop in _stretches(text, furniture):
        for match in (_WORDS_OF_FLAT if flat else _WORDS).finditer(text, start, stop):
            gap = text[end : match.start()]
            blank = gap.count(" ") >= 4 if flat else gap.count("\n") >= 2
            lines.append(Line(Span(*match.span()), match.group(), blank or not lines))
            end = match.end()
    return tuple(lines)


def _stretches(text: str, furniture: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    """Give the stretches between furniture."""
    at = 0
    for span in furniture:
        yield at, span.start
        at = span.end
    yield at, len(text)
