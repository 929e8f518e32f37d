"""Questions and answers from the markers of a paper: whose words are whose, which answer covers which questions.

The stretch after a marker reaches to the next marker or to a line that ends the exchange; its span runs from the first
to the last character of its words, without white space, page furniture, notes and footnote marks at either end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Answer, Part, Question, Span, Unread
from graph.parse.lines import Line, is_flat
from graph.parse.markers import ASKING, Marker
from graph.parse.references import references_in
from graph.parse.spans import Spans
from graph.parse.split import split_at_question

POSTPONED = "notice of postponement"
"""What is said of a stretch that only says that the answers come later."""

DIVIDERS = (
    # Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen van …
    ("explanatory note", re.compile(r"[*_]*Toelichting\s*:")),
    # a notice of postponement: "Mededeling" / "De vragen van het lid Podt … kunnen niet binnen …"
    (POSTPONED, re.compile(r"[*_#\s]*Mededeling\b")),
    # "Vragen van het lid X (partij)" before the next series
    (
        "heading of a series",
        re.compile(r"Vragen van (?:het|de) (?:lid|leden)\b|Vragen en opmerkingen van de (?:leden|fractie)"),
    ),
    ("closing of a letter", re.compile(r"(?:Hoogachtend|Met vriendelijke groet)\b")),
    # "De Minister van Justitie en Veiligheid," on a line of its own, under a letter
    (
        "signature",
        re.compile(
            r"(?:De|de) (?:[Mm]inister|[Ss]taatssecretaris)[^.?!]{0,120},$|(?:Adjunct-g|De g|de g)riffier van de"
        ),
    ),
)
"""Lines that end an exchange, with what begins there."""


@dataclass(frozen=True)
class Exchange:
    """The questions and answers of a paper, and what lies between them."""

    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass
class _Pairing:
    """The state of pairing: the series, the questions that wait for an answer, and what was found."""

    series: int = 1
    highest: int = 0
    waiting: list[str] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    answers: list[tuple[tuple[str, ...], int, Span]] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)

    def key(self, number: int) -> str:
        """Give the key of a number in the present series."""
        return str(number) if self.series == 1 else f"{self.series}-{number}"


def pair(
    text: str,
    lines: Sequence[Line],
    markers: Sequence[Marker],
    holes: Spans,
    *,
    page_starts: Sequence[int] = (),
    answered: bool = True,
) -> Exchange:
    """Pair questions with answers.

    Args:
        text: the layer.
        lines: its lines.
        markers: what opens questions and answers, in order.
        holes: page furniture, notes and footnote marks.
        page_starts: where pages begin.
        answered: whether the paper says that it holds answers; only then is a question without a marked answer split.
    """
    state = _Pairing()
    starts = [line.span.start for line in lines]
    unread: list[Unread] = []
    unmarked = answered and not any(marker.part is Part.ANSWER for marker in markers)
    bare = answered and is_flat(text)
    for index, marker in enumerate(markers):
        end = markers[index + 1].span.start if index + 1 < len(markers) else len(text)
        inside = lines[bisect_left(starts, marker.span.end) : bisect_left(starts, end)]
        stretch, rest = _divide(inside, Span(marker.span.end, end))
        unread.extend(rest)
        words = trim(text, stretch, holes)
        if marker.part is Part.ANSWER:
            _take_answer(state, text, marker, words, holes, page_starts)
        elif unmarked or (bare and _is_question(markers, index + 1)):
            asked, said = split_at_question(text, words, holes.touching(words))
            _take_question(state, marker, trim(text, asked, holes))
            _take_answer(state, text, Marker(Part.ANSWER, (), marker.span), trim(text, said, holes), holes, ())
        else:
            _take_question(state, marker, words)
    answer_of = {key: keys[0] for keys, _, _ in state.answers for key in keys}
    answers = tuple(_with_references(answer_of, text, *entry) for entry in state.answers)
    return Exchange(tuple(state.questions.values()), answers, tuple(unread))


def _is_question(markers: Sequence[Marker], index: int) -> bool:
    """Whether no answer is marked before the next question."""
    return index >= len(markers) or markers[index].part is Part.QUESTION


def trim(text: str, span: Span, holes: Spans) -> Span:
    """Give a span without white space and holes at either end; an empty span when nothing is left."""
    start, end = span.start, span.end
    inside = holes.touching(span)
    moved = True
    while moved and start < end:
        before = (start, end)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        for hole in inside:
            if hole.start <= start < hole.end:
                start = min(hole.end, end)
            if hole.start < end <= hole.end:
                end = max(hole.start, start)
        moved = before != (start, end)
    return Span(start, end)


def _divide(lines: Sequence[Line], stretch: Span) -> tuple[Span, list[Unread]]:
    """Cut a stretch where a line ends the exchange, and say what the rest is."""
    for line in lines:
        reason = next((name for name, pattern in DIVIDERS if pattern.match(line.words)), None)
        if reason:
            return Span(stretch.start, line.span.start), [Unread(Span(line.span.start, stretch.end), reason)]
    return stretch, []


def _take_question(state: _Pairing, marker: Marker, words: Span) -> None:
    """Enter the questions that a marker opens; a number that was there already begins the next series."""
    if words.start == words.end:
        return
    numbers = marker.numbers or (state.highest + 1,)
    if numbers[0] <= state.highest and state.key(numbers[0]) in state.questions:
        state.series += 1
        state.highest = 0
        state.waiting.clear()
    for number in numbers:
        key = state.key(number)
        state.questions[key] = Question(number, key, words)
        state.waiting.append(key)
        state.highest = max(state.highest, number)


def _take_answer(
    state: _Pairing, text: str, marker: Marker, words: Span, holes: Spans, page_starts: Sequence[int]
) -> None:
    """Enter an answer for the numbers that its marker carries, else for all questions that wait for one."""
    if words.start == words.end:
        return
    for number in marker.numbers:
        if state.key(number) not in state.questions:
            _recover_question(state, text, number, marker, holes, page_starts)
    keys = [state.key(number) for number in marker.numbers if state.key(number) in state.questions] or state.waiting[:]
    if not keys:
        return
    if state.answered.issuperset(keys):
        return
    keys = [key for key in keys if key not in state.answered]
    state.answered.update(keys)
    state.waiting = [key for key in state.waiting if key not in state.answered]
    state.answers.append((tuple(keys), state.questions[keys[0]].number, words))


def _recover_question(
    state: _Pairing, text: str, number: int, marker: Marker, holes: Spans, page_starts: Sequence[int]
) -> None:
    """Find a question whose heading was lost at a page end: what stands between that page end and its answer."""
    if not state.answers or number != state.highest + 1:
        return
    keys, lowest, before = state.answers[-1]
    turn = max((start for start in page_starts if before.start < start < marker.span.start), default=None)
    if turn is None:
        return
    lost = trim(text, Span(turn, marker.span.start), holes)
    if lost.start == lost.end or not ASKING.search(text, lost.start, lost.end):
        return
    kept = trim(text, Span(before.start, turn), holes)
    if kept.start < kept.end:
        state.answers[-1] = (keys, lowest, kept)
        _take_question(state, Marker(Part.QUESTION, (number,), marker.span), lost)


def _with_references(answer_of: Mapping[str, str], text: str, keys: tuple[str, ...], number: int, span: Span) -> Answer:
    """Make the answer, with the answers that it points to within its own series."""
    series = keys[0].rpartition("-")[0]
    wanted = (f"{series}-{one}" if series else str(one) for one in references_in(text[span.start : span.end]))
    found = dict.fromkeys(answer_of[key] for key in wanted if key in answer_of and key not in keys)
    return Answer(keys, number, span, tuple(found))
