"""The places of a paper that look like the start of a question or an answer.

A place is a line, or in text that lost its line ends any word; which places are markers, `graph.parse.markers` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Part, Span
from graph.parse.layouts import ANSWER_INLINE, GLUED, REST, UNFINISHED, Layout, Marker
from graph.parse.lines import Line
from graph.parse.numbers import labels_of

_LONGEST_HEADING = 60
"""The most characters of a heading whose number stands behind the turn of a page."""


def answers_in(lines: Sequence[Line], patterns: Sequence[re.Pattern[str]]) -> Iterator[Marker]:
    """Give the lines that open an answer."""
    for index, (line, words, shift) in enumerate(_headings(lines)):
        match = next(filter(None, (pattern.match(words) for pattern in patterns)), None)
        if match:
            yield Marker(Part.ANSWER, labels_of(match["numbers"]), _opening(line, match.end(), shift), index)
        elif (glued := _glued(line)) and glued["word"].startswith("A"):
            span = Span(line.span.start + glued.start("word"), line.span.end)
            yield Marker(Part.ANSWER, labels_of(glued["numbers"]), span, index)


def answers_inline(text: str, questions: Sequence[Marker]) -> Iterator[Marker]:
    """Give the first answer in running text after each question."""
    ends = [marker.span.start for marker in questions[1:]] + [len(text)]
    for question, end in zip(questions, ends, strict=True):
        found = [match for pattern in ANSWER_INLINE if (match := pattern.search(text, question.span.end, end))]
        if found:
            match = min(found, key=lambda each: (each.start(), -each.end()))
            yield Marker(Part.ANSWER, labels_of(match["numbers"]), Span(*match.span()))


def places_in(lines: Sequence[Line], layout: Layout) -> Iterator[Marker]:
    """Give all lines that look like the start of a question in a layout."""
    numbered = "numbers" in layout.questions.groupindex
    for index, (line, words, shift) in enumerate(_headings(lines)):
        found = layout.questions.match(words)
        if found:
            labels = labels_of(found["numbers"]) if numbered else ()
            yield Marker(Part.QUESTION, labels, _opening(line, found.end(), shift), index)
        elif layout.name == "headed" and (glued := _glued(line)) and glued["word"].startswith("V"):
            span = Span(line.span.start + glued.start("word"), line.span.end)
            yield Marker(Part.QUESTION, labels_of(glued["numbers"]), span, index)


def places_inline(text: str, layout: Layout) -> Iterator[Marker]:
    """Give all places in running text that look like the start of a question in a layout."""
    for match in layout.questions.finditer(text):
        named = match.groupdict()
        yield Marker(Part.QUESTION, labels_of(named.get("numbers") or named.get("numbers2")), Span(*match.span()))


def _opening(line: Line, length: int, shift: int) -> Span:
    """Give the span of the words that open a line; those of the next line stand further on."""
    return Span(line.span.start, line.span.start + length + (shift if length > len(line.words) else 0))


def _headings(lines: Sequence[Line]) -> Iterator[tuple[Line, str, int]]:
    """Give each line with its words, and those of the next where a heading goes on there.

    The number says how much further than its words suggest the second line stands.
    """
    for index, line in enumerate(lines):
        words, shift = line.words, 0
        if len(words) <= _LONGEST_HEADING and index + 1 < len(lines) and (match := UNFINISHED.match(words)):
            after = lines[index + 1]
            sure = after.after_turn or match["more"] or not match["answer"] or "ra" in match["answer"][6:]
            if sure and REST.match(after.words):
                shift = after.span.start - line.span.end - 1
                words = f"{words} {after.words}"
        yield line, words, shift


def _glued(line: Line) -> re.Match[str] | None:
    """Give the heading at the end of a line that lost the line end before it."""
    return GLUED.search(line.words, max(0, len(line.words) - _LONGEST_HEADING)) if line.words[-1].isdigit() else None
