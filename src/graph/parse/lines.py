"""The lines of a paper as one would see them on the page: trimmed, without furniture, with its blank lines.

Some texts lost their line ends: two spaces then stand for a line end and four for a blank line, or nothing does. In a
text with a layout a line may be a whole paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import BlockKind, SourceText, Span
from graph.spans import Spans

_WORDS = re.compile(r"\S(?:.*\S)?")
_WORDS_OF_FLAT = re.compile(r"\S+(?: \S+)*")
_FLAT_LINE = 1500
"""Characters to a line above which the line ends of a text were lost."""
_SHORT = 300
"""Characters of a text without any line end from which on they were lost."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its span without white space at either end, its words, and how it stands on the page.

    Attributes:
        span: where it stands.
        words: its words.
        after_blank: whether a blank line precedes.
        heading: whether the format says that it is a heading.
        after_turn: whether page furniture stands between it and the line before.
    """

    span: Span
    words: str
    after_blank: bool
    heading: bool = False
    after_turn: bool = False


def is_flat(source: SourceText) -> bool:
    """Whether the line ends of a text were lost; never where the format says what a paragraph is."""
    if source.layout is not None:
        return False
    ends = source.text.strip().count("\n")
    length = len(source.text)
    return length > _SHORT if ends == 0 else length > _FLAT_LINE * max(1, ends)


def lines_of(source: SourceText, furniture: Sequence[Span]) -> tuple[Line, ...]:
    """Give the lines of a text, without its furniture and the notes that its format knows."""
    text = source.text
    flat = is_flat(source)
    headings = _headings(source)
    lines: list[Line] = []
    end = 0
    turned = False
    notes = tuple(note.span for note in source.layout.notes) if source.layout else ()
    for start, stop in _stretches(text, Spans((*furniture, *notes)).apart):
        for match in (_WORDS_OF_FLAT if flat else _WORDS).finditer(text, start, stop):
            gap = text[end : match.start()]
            blank = gap.count(" ") >= 4 if flat else gap.count("\n") >= 2
            span = Span(*match.span())
            lines.append(Line(span, match.group(), blank or not lines, _inside(headings, span), turned))
            end = match.end()
            turned = False
        turned = True
    return tuple(lines)


def _headings(source: SourceText) -> list[Span]:
    """Give the headings that the format knows, in order."""
    blocks = source.layout.blocks if source.layout else ()
    return [block.span for block in blocks if block.kind is BlockKind.HEADING]


def _inside(headings: Sequence[Span], span: Span) -> bool:
    """Whether a line belongs to a heading."""
    at = bisect_right(headings, span.start, key=lambda heading: heading.start) - 1
    return at >= 0 and span.end <= headings[at].end


def _stretches(text: str, holes: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Give the stretches between furniture."""
    at = 0
    for span in holes:
        yield at, span.start
        at = span.end
    yield at, len(text)
