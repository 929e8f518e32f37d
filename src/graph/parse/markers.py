"""The markers of one paper: where each question and each answer begins.

A layout is chosen as a whole, so that the numbered list inside an answer is not taken for questions: the layout that
accounts for most questions wins, and a heading counts for more than a bare number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Part, SourceText
from graph.parse.consultation import by_party
from graph.parse.layouts import ANSWERS, ASKS_AT_ONCE, ASKS_FOR, LAYOUTS, SERIES, Layout, Marker
from graph.parse.lines import Line, is_flat
from graph.parse.numbering import enumerated, headed, without_repetition
from graph.parse.places import answers_in, answers_inline, places_in, places_inline
from graph.parse.rows import in_rows

__all__ = ["ASKING", "Marker", "find_markers"]

ASKING = re.compile(r"\?")
_SOON = 400
"""How soon, in characters, something must be asked."""
_ENUMERATED = next(layout for layout in LAYOUTS if layout.name == "enumerated")
_OPENS = re.compile(r"[*_#\s]*(?:Vragen en antwoorden|Vragen|Beantwoording\b.{0,80}|Antwoorden\b.{0,80})[*_:\s]*$")
"""Below what, besides the heading of a member, paragraphs that ask are questions."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a paper holds if it has a layout, and how much that accounts for."""

    layout: Layout | None = None
    questions: Sequence[Marker] = ()
    answers: Sequence[Marker] = ()
    worth: int = 0


def find_markers(source: SourceText, lines: Sequence[Line]) -> tuple[Marker, ...]:
    """Give the markers of questions and answers in the order of the text, by the layout that fits the paper best."""
    best = _best(source, lines)
    rows = in_rows(source)
    if len(rows) * 2 > best.worth:
        return rows
    loose = best.layout is None or best.layout.strict or best.layout.unnumbered
    if loose and not any(marker.labels for marker in best.answers) and (parties := by_party(lines)):
        return parties
    return _together(source, lines, best) if best.layout else ()


def _best(source: SourceText, lines: Sequence[Line]) -> _Reading:
    """Read a paper by each layout, and give the reading that accounts for most questions."""
    flat = is_flat(source)
    borders = [line.span.start for line in lines if SERIES.match(line.words)]
    usual = list(answers_in(lines, ANSWERS))
    best = _Reading()
    for layout in LAYOUTS:
        if (layout.inline and not flat) or (layout.unnumbered and (best.layout or flat)):
            continue
        answers = list(answers_in(lines, layout.answers)) if layout.answers else usual
        questions = _questions(source.text, lines, layout, answers, borders)
        worth = sum(max(1, len(marker.labels)) for marker in questions) * layout.weight
        if worth > best.worth and not (layout.answers and 2 * len(answers) < len(questions)):
            best = _Reading(layout, questions, answers, worth)
    return best


def _together(source: SourceText, lines: Sequence[Line], reading: _Reading) -> tuple[Marker, ...]:
    """Put the questions and answers of a reading in the order of the text, and look for answers marked otherwise."""
    questions = reading.questions
    first = questions[0].span.start
    taken = {marker.span.start for marker in questions}
    answers = [each for each in reading.answers if each.span.start > first and each.span.start not in taken]
    if is_flat(source):
        answers = _with_inline(source.text, questions, answers)
    answers = _under_numbers(lines, questions, answers)
    asked = without_repetition(source.text, questions, answers)
    return tuple(sorted((*asked, *answers), key=lambda marker: marker.span.start))


def _with_inline(text: str, questions: Sequence[Marker], answers: Sequence[Marker]) -> list[Marker]:
    """Add the answers in running text; all or none, because a chance ``Antwoord`` marks nothing."""
    opened = {marker.span.start: marker for marker in (*answers_inline(text, questions), *answers)}
    found = sorted(opened.values(), key=lambda marker: marker.span.start)
    return found if 2 * sum(max(1, len(marker.labels)) for marker in found) >= len(questions) else []


def _questions(
    text: str, lines: Sequence[Line], layout: Layout, answers: Sequence[Marker], borders: Sequence[int]
) -> list[Marker]:
    """Give the questions of a paper if it has this layout."""
    pool = list(places_inline(text, layout) if layout.inline else places_in(lines, layout))
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
            words = text[marker.span.end : end].rstrip()
            if "?" in words[-_SOON // 2 :]:
                yield marker


def _under_numbers(lines: Sequence[Line], questions: Sequence[Marker], answers: Sequence[Marker]) -> list[Marker]:
    """Give the answers with those that stand later in the paper under the number of their question alone.

    They are believed when all questions come first and every one of them is counted again, in order.
    """
    last = questions[-1]
    wanted = [label for marker in questions for label in marker.labels]
    late = not any(marker.labels or marker.span.start < last.span.start for marker in answers)
    if not late or len(wanted) < 2 or len(set(wanted)) < len(wanted) or last.line < 0:
        return list(answers)
    begin = bisect_left([line.span.start for line in lines], answers[0].span.end if answers else last.span.end)
    pool = [replace(each, part=Part.ANSWER, line=begin + each.line) for each in places_in(lines[begin:], _ENUMERATED)]
    first = questions[0] if lines[questions[0].line].words.strip("*_#| ")[:1].isdigit() else None
    style = _style(lines, first or next((each for each in pool if each.labels[0] == wanted[0]), last))
    found: list[Marker] = []
    asked, done = set(wanted), set[str]()
    at = 0
    for marker in pool:
        known = done.isdisjoint(marker.labels) and asked.issuperset(marker.labels)
        if at < len(wanted) and marker.labels[0] == wanted[at] and known and _style(lines, marker) == style:
            found.append(marker)
            done.update(marker.labels)
            while at < len(wanted) and wanted[at] in done:
                at += 1
    above = [replace(marker, repeated=True) for marker in answers[:1]]
    return list(answers) if at < len(wanted) else [*above, *found]


def _style(lines: Sequence[Line], marker: Marker) -> tuple[bool, str]:
    """Give how a number is written: whether alone on its line, and what closes it."""
    line = lines[marker.line]
    words = line.words[: marker.span.end - line.span.start].strip("*_#| \t")
    return marker.span.end >= line.span.end, words[-1:].strip("0123456789")
