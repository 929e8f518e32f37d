"""The markers of one paper: where each question and each answer begins.

A layout is chosen as a whole, so that the numbered list inside an answer is not taken for questions: the layout that
accounts for most questions wins, and a heading counts for more than a bare number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Part, SourceText, Span
from graph.parse.consultation import by_party
from graph.parse.layouts import (
    ANSWER_INLINE,
    ANSWERS,
    ASKS_AT_ONCE,
    ASKS_FOR,
    GLUED,
    LAYOUTS,
    REST,
    SERIES,
    UNFINISHED,
    Layout,
    Marker,
)
from graph.parse.lines import Line, is_flat
from graph.parse.numbering import enumerated, headed, without_repetition
from graph.parse.numbers import labels_of
from graph.parse.rows import in_rows

__all__ = ["ASKING", "Marker", "find_markers"]

ASKING = re.compile(r"\?")
_SOON = 400
"""How soon, in characters, something must be asked."""
_LONGEST_HEADING = 60
"""The most characters of a heading whose number stands behind the turn of a page."""
_ENUMERATED = next(layout for layout in LAYOUTS if layout.name == "enumerated")
_OPENS = re.compile(r"[*_#\s]*(?:Vragen en antwoorden|Vragen|Beantwoording\b.{0,80}|Antwoorden\b.{0,80})[*_:\s]*$")
"""Below what, besides the heading of a member, paragraphs that ask are questions."""


def find_markers(source: SourceText, lines: Sequence[Line]) -> tuple[Marker, ...]:
    """Give the markers of questions and answers in the order of the text, by the layout that fits the paper best."""
    text = source.text
    flat = is_flat(source)
    borders = [line.span.start for line in lines if SERIES.match(line.words)]
    best: list[Marker] = []
    answers: list[Marker] = []
    most = 0
    chosen: Layout | None = None
    for layout in LAYOUTS:
        if (layout.inline and not flat) or (layout.unnumbered and (best or flat)):
            continue
        found = list(_answers(lines, layout.answers or ANSWERS))
        questions = _questions(text, lines, layout, found, borders)
        worth = sum(max(1, len(marker.labels)) for marker in questions) * layout.weight
        if layout.answers and 2 * len(found) < len(questions):
            continue
        if worth > most:
            best, answers, most, chosen = questions, found, worth, layout
    rows = in_rows(source)
    if len(rows) * 2 > most:
        return rows
    loose = chosen is None or chosen.strict or chosen.unnumbered
    if loose and not any(marker.labels for marker in answers) and (parties := by_party(lines)):
        return parties
    return _together(text, lines, best, answers, flat=flat) if best else ()


def _together(
    text: str, lines: Sequence[Line], questions: list[Marker], answers: list[Marker], *, flat: bool
) -> tuple[Marker, ...]:
    """Put the questions of the chosen layout and the answers in the order of the text."""
    first = questions[0].span.start
    taken = {marker.span.start for marker in questions}
    answers = [marker for marker in answers if marker.span.start > first and marker.span.start not in taken]
    if flat:
        answers = _with_inline(text, questions, answers)
    answers = _under_numbers(lines, questions, answers)
    asked = without_repetition(text, questions, answers)
    return tuple(sorted((*asked, *answers), key=lambda marker: marker.span.start))


def _with_inline(text: str, questions: Sequence[Marker], answers: Sequence[Marker]) -> list[Marker]:
    """Add the answers in running text; all or none, because a chance ``Antwoord`` marks nothing."""
    opened = {marker.span.start: marker for marker in (*_answers_inline(text, questions), *answers)}
    found = sorted(opened.values(), key=lambda marker: marker.span.start)
    return found if 2 * sum(max(1, len(marker.labels)) for marker in found) >= len(questions) else []


def _answers_inline(text: str, questions: Sequence[Marker]) -> Iterator[Marker]:
    """Give the first answer in running text after each question."""
    ends = [marker.span.start for marker in questions[1:]] + [len(text)]
    for question, end in zip(questions, ends, strict=True):
        found = [match for pattern in ANSWER_INLINE if (match := pattern.search(text, question.span.end, end))]
        if found:
            match = min(found, key=lambda each: (each.start(), -each.end()))
            yield Marker(Part.ANSWER, labels_of(match["numbers"]), Span(*match.span()))


def _answers(lines: Sequence[Line], patterns: Sequence[re.Pattern[str]]) -> Iterator[Marker]:
    """Give the lines that open an answer."""
    for index, (line, words, shift) in enumerate(_headings(lines)):
        match = next(filter(None, (pattern.match(words) for pattern in patterns)), None)
        if match:
            span = Span(
                line.span.start, line.span.start + match.end() + (shift if match.end() > len(line.words) else 0)
            )
            yield Marker(Part.ANSWER, labels_of(match["numbers"]), span, index)
        elif (glued := _glued(line)) and glued["word"].startswith("A"):
            span = Span(line.span.start + glued.start("word"), line.span.end)
            yield Marker(Part.ANSWER, labels_of(glued["numbers"]), span, index)


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


def _questions(
    text: str, lines: Sequence[Line], layout: Layout, answers: Sequence[Marker], borders: Sequence[int]
) -> list[Marker]:
    """Give the questions of a paper if it has this layout."""
    pool = list(_inline(text, layout) if layout.inline else _candidates(lines, layout))
    if layout.unnumbered:
        return list(_paragraphs(text, lines, pool, answers))
    if not layout.questions.groupindex:
        return pool
    if not layout.strict:
        return list(headed(pool, answers, borders))
    ends = sorted(marker.span.start for marker in (*pool, *answers))
    opened = {marker.span.start for marker in answers}
    asking: dict[int, bool] = {}
    answered: dict[int, bool] = {}
    for marker in pool:
        at = bisect_right(ends, marker.span.start)
        end = ends[at] if at < len(ends) else len(text)
        asking[marker.span.start] = _asks(text, marker.span.end, end)
        answered[marker.span.start] = end in opened
    return enumerated(pool, asking, answered, borders)


def _inline(text: str, layout: Layout) -> Iterator[Marker]:
    """Give all places in running text that look like the start of a question in a layout."""
    for match in layout.questions.finditer(text):
        labels = labels_of(match["numbers"]) if "numbers" in layout.questions.groupindex else ()
        yield Marker(Part.QUESTION, labels, Span(*match.span()))


def _candidates(lines: Sequence[Line], layout: Layout) -> Iterator[Marker]:
    """Give all lines that look like the start of a question in a layout."""
    numbered = "numbers" in layout.questions.groupindex
    for index, (line, words, shift) in enumerate(_headings(lines)):
        found = layout.questions.match(words)
        if found:
            labels = labels_of(found["numbers"]) if numbered else ()
            span = Span(
                line.span.start, line.span.start + found.end() + (shift if found.end() > len(line.words) else 0)
            )
            yield Marker(Part.QUESTION, labels, span, index)
        elif layout.name == "headed" and (glued := _glued(line)) and glued["word"].startswith("V"):
            span = Span(line.span.start + glued.start("word"), line.span.end)
            yield Marker(Part.QUESTION, labels_of(glued["numbers"]), span, index)


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the words after a candidate ask something."""
    asks = ASKS_AT_ONCE.match(text, start, end) or ASKS_FOR.match(text, start, end)
    return bool(asks or ASKING.search(text, start, min(end, start + _SOON)))


def _paragraphs(
    text: str, lines: Sequence[Line], pool: Sequence[Marker], answers: Sequence[Marker]
) -> Iterator[Marker]:
    """Give the paragraphs that ask something, below the heading that says whose questions follow."""
    opened = next((i for i, line in enumerate(lines) if SERIES.match(line.words) or _OPENS.match(line.words)), None)
    if opened is None:
        return
    starts = [line.span.start for line in lines if line.after_blank]
    spaced = bisect_right(starts, lines[opened].span.start) < len(starts)
    borders = sorted((*starts, *(marker.span.start for marker in answers))) if spaced else [m.span.start for m in pool]
    for marker in pool:
        if marker.line > opened and (lines[marker.line].after_blank or not spaced):
            at = bisect_right(borders, marker.span.start)
            end = borders[at] if at < len(borders) else len(text)
            if _asks(text, marker.span.end, end):
                yield marker


def _under_numbers(lines: Sequence[Line], questions: Sequence[Marker], answers: Sequence[Marker]) -> list[Marker]:
    """Give the answers with those that stand later in the paper under the number of their question alone.

    They are believed when all questions come first and every one of them is counted again, in order.
    """
    last = questions[-1]
    wanted = [label for marker in questions for label in marker.labels]
    if len(wanted) < 2 or any(marker.labels or marker.span.start < last.span.start for marker in answers):
        return list(answers)
    begin = bisect_left([line.span.start for line in lines], answers[0].span.end if answers else last.span.end)
    found: list[Marker] = []
    for marker in _candidates(lines[begin:], _ENUMERATED):
        if len(found) < len(wanted) and marker.labels == (wanted[len(found)],):
            found.append(Marker(Part.ANSWER, marker.labels, marker.span, begin + marker.line))
    above = [replace(marker, repeated=True) for marker in answers[:1]]
    return [*above, *found] if len(found) == len(wanted) else list(answers)
