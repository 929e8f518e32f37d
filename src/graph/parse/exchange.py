"""Questions and answers from the markers of a paper: whose words are whose, which answer covers which questions.

The stretch after a marker reaches to the next marker or to a line that ends the exchange; its span runs from the first
to the last character of its words, without white space, page furniture, notes and footnote marks at either end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from graph.model import Answer, Part, Question, Reason, SourceText, Span, Unread
from graph.parse.borders import divide, trim
from graph.parse.layouts import Marker
from graph.parse.lines import Line, is_flat
from graph.parse.markers import ASKING
from graph.parse.numbers import number_of
from graph.parse.references import references_in
from graph.parse.split import split_at_question
from graph.spans import Spans

_STATES = 40
"""The fewest characters of a paragraph that may be an answer without a heading."""


@dataclass(frozen=True)
class Exchange:
    """The questions and answers of a paper, and what lies between them."""

    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A marker with the words that it opens; `said` is the answer where question and answer stand together."""

    marker: Marker
    words: Span
    said: Span | None = None


@dataclass
class _Pairing:
    """The state of pairing, and what was found.

    `waiting` are the questions asked since the last answer; `answering` is the series whose answers are given, which
    lags behind where all questions come first; `focus` are questions asked again.
    """

    series: int = 1
    answering: int = 1
    highest: int = 0
    waiting: dict[str, None] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    answers: list[tuple[tuple[str, ...], int, Span]] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    focus: tuple[str, ...] = ()

    def key(self, label: str) -> str:
        """Give the key of a question in the present series."""
        return _key(label, self.series)


def _key(label: str, series: int) -> str:
    """Give the key of a number in a series."""
    return label if series == 1 else f"{series}-{label}"


def pair(
    source: SourceText, lines: Sequence[Line], markers: Sequence[Marker], holes: Spans, *, answered: bool = True
) -> Exchange:
    """Pair questions with answers.

    Args:
        source: the layer with its pages.
        lines: its lines.
        markers: what opens questions and answers, in order.
        holes: page furniture, notes and footnote marks.
        answered: whether the paper says that it holds answers; only then is a question without a marked answer split.
    """
    state = _Pairing()
    unread: list[Unread] = []
    stretches = list(_stretches(source, lines, markers, holes, unread))
    if answered:
        stretches = _split(source, stretches, holes)
    for stretch in stretches:
        marker = stretch.marker
        if marker.repeated:
            _focus(state, marker, stretch.words, unread)
        elif marker.part is Part.ANSWER:
            _take_answer(state, source, stretch, holes)
        else:
            _take_question(state, marker, stretch.words)
        if stretch.said is not None:
            _take_answer(state, source, _Stretch(Marker(Part.ANSWER, (), marker.span), stretch.said), holes)
    answer_of = {key: keys[0] for keys, _, _ in state.answers for key in keys}
    answers = tuple(_with_references(answer_of, source.text, *entry) for entry in state.answers)
    return Exchange(tuple(state.questions.values()), answers, tuple(unread))


def _stretches(
    source: SourceText, lines: Sequence[Line], markers: Sequence[Marker], holes: Spans, unread: list[Unread]
) -> Iterator[_Stretch]:
    """Give the words after each marker; what is cut from them goes to `unread`."""
    starts = [line.span.start for line in lines]
    for marker, following in zip_longest(markers, markers[1:]):
        end = following.span.start if following else len(source.text)
        inside = lines[bisect_left(starts, marker.span.end) : bisect_left(starts, end)]
        stretch, rest = divide(inside, Span(marker.span.end, end), more=following is not None)
        unread.extend(rest)
        yield _Stretch(marker, trim(source.text, stretch, holes))


def _split(source: SourceText, stretches: list[_Stretch], holes: Spans) -> list[_Stretch]:
    """Split the questions whose answer follows without a word that marks it.

    Where no answer is marked that holds for all of them, if at least half can be split: the title of a paper with
    questions alone may speak of answers too. Elsewhere a heading may be missing: that is believed of a question that
    no answer names, in text that lost its line ends or when a paragraph follows that asks nothing.
    """
    unmarked = not any(each.marker.part is Part.ANSWER for each in stretches)
    named = {label for each in stretches if each.marker.part is Part.ANSWER for label in each.marker.labels}
    flat = is_flat(source)
    parted: list[_Stretch] = []
    for each, following in zip_longest(stretches, stretches[1:]):
        alone = following is None or following.marker.part is Part.QUESTION
        if each.marker.part is Part.ANSWER or not alone or not named.isdisjoint(each.marker.labels):
            parted.append(each)
            continue
        asked, said = split_at_question(source.text, each.words, holes.touching(each.words))
        question, answer = trim(source.text, asked, holes), trim(source.text, said, holes)
        sure = unmarked or flat or (named and _is_paragraph(source.text, question, answer))
        parted.append(_Stretch(each.marker, question, answer) if sure and answer.start < answer.end else each)
    return parted if not unmarked or 2 * sum(each.said is not None for each in parted) >= len(parted) else stretches


def _is_paragraph(text: str, question: Span, answer: Span) -> bool:
    """Whether an answer stands apart from its question and states something."""
    gap, words = text[question.end : answer.start], text[answer.start : answer.end]
    return gap.count("\n") >= 2 and len(words) >= _STATES and words[-1:] in ".:;)" and not ASKING.search(words)


def _focus(state: _Pairing, marker: Marker, words: Span, unread: list[Unread]) -> None:
    """Turn to questions that are asked again: the next answer without a number is theirs."""
    if words.start < words.end:
        unread.append(Unread(words, Reason.REPEATED if marker.labels else Reason.HEADING))
    state.focus += tuple(_named(state, marker.labels))


def _take_question(state: _Pairing, marker: Marker, words: Span) -> None:
    """Enter the questions that a marker opens; a number that was there already begins the next series."""
    if words.start == words.end:
        return
    labels = marker.labels or (str(state.highest + 1),)
    if number_of(labels[0]) <= state.highest and state.key(labels[0]) in state.questions:
        state.series += 1
        state.highest = 0
        state.answering = state.series if state.answered else state.answering
    for label in labels:
        key = state.key(label)
        state.questions[key] = Question(number_of(label), key, words)
        state.waiting[key] = None
        state.highest = max(state.highest, number_of(label))


def _take_answer(state: _Pairing, source: SourceText, stretch: _Stretch, holes: Spans) -> None:
    """Enter an answer for the numbers that its marker carries, else for all questions that wait for one."""
    words, labels = stretch.words, stretch.marker.labels
    if words.start == words.end:
        return
    for label in labels:
        if state.key(label) not in state.questions:
            _recover_question(state, source, label, stretch.marker, holes)
    named = _named(state, labels)
    keys = [key for key in named if key not in state.answered]
    keys = keys or [key for key in state.focus or state.waiting if key not in state.answered]
    state.focus = ()
    state.waiting.clear()
    if keys:
        state.answered.update(keys)
        state.answers.append((tuple(keys), state.questions[keys[0]].number, words))
    else:
        _go_on(state, named, words)


def _named(state: _Pairing, labels: Sequence[str]) -> list[str]:
    """Give the keys of the numbers that an answer carries; answers may lag some series behind the questions."""
    keys = [_key(label, state.answering) for label in labels]
    if keys and state.answering < state.series and state.answered.issuperset(keys):
        state.answering += 1
        keys = [_key(label, state.answering) for label in labels]
    return [key for key in keys if key in state.questions]


def _go_on(state: _Pairing, named: Sequence[str], words: Span) -> None:
    """Let the last answer go on where another answer to the same questions follows it, by another minister."""
    if state.answers and (not named or set(named) <= set(state.answers[-1][0])):
        keys, number, span = state.answers[-1]
        if span.end <= words.start:
            state.answers[-1] = (keys, number, Span(span.start, words.end))


def _recover_question(state: _Pairing, source: SourceText, label: str, marker: Marker, holes: Spans) -> None:
    """Find a question whose heading was lost at a page end: what stands between that page end and its answer."""
    if not state.answers or number_of(label) != state.highest + 1:
        return
    keys, lowest, before = state.answers[-1]
    text, turns = source.text, source.page_starts
    at = bisect_left(turns, marker.span.start) - 1
    if at < 0 or turns[at] <= before.start:
        return
    lost = trim(text, Span(turns[at], marker.span.start), holes)
    if lost.start == lost.end or not ASKING.search(text, lost.start, lost.end):
        return
    kept = trim(text, Span(before.start, turns[at]), holes)
    if kept.start < kept.end:
        state.answers[-1] = (keys, lowest, kept)
        _take_question(state, Marker(Part.QUESTION, (label,), marker.span), lost)


def _with_references(answer_of: Mapping[str, str], text: str, keys: tuple[str, ...], number: int, span: Span) -> Answer:
    """Make the answer, with the answers that it points to within its own series."""
    series = keys[0].rpartition("-")[0]
    wanted = (f"{series}-{one}" if series else one for one in references_in(text[span.start : span.end]))
    found = dict.fromkeys(answer_of[key] for key in wanted if key in answer_of and key not in keys)
    return Answer(keys, number, span, tuple(found))
