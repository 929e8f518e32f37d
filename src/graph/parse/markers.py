"""The words with which papers mark a question and an answer, as a table of layouts; and the markers of one paper.

A layout is chosen as a whole, so that the numbered list inside an answer is not taken for questions: the layout that
accounts for most questions wins, and a heading counts for more than a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Part, Span
from graph.parse.lines import Line, is_flat

_ONE = r"\(?\d{1,3}\)?"
_JOIN = r"\s*(?:,\s*en|,|en|&|t/m|tot en met|-|–)\s*"
NUMBERS = rf"(?P<numbers>{_ONE}(?:{_JOIN}{_ONE})*)"
_RANGE = re.compile(r"t/m|tot en met|-|–")
_TOKEN = re.compile(r"\d+|t/m|tot en met|-|–")
_EDGE = r"[*_#|\s•]*"
_MOST = 60
"""The longest range of one heading: ``Vraag 2 t/m 6``; more is a misreading."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The words that open a question or an answer; `numbers` is empty where they carry none."""

    part: Part
    numbers: tuple[int, ...]
    span: Span
    line: int = -1


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which papers are laid out.

    Attributes:
        name: for people.
        example: how it looks.
        questions: what opens a question, matched at the start of a line, or anywhere when `inline`.
        strict: whether numbers must follow one another and the words must ask something.
        inline: whether headings stand in running text, because the line ends were lost.
        weight: how much one of its questions counts against one of another layout.
    """

    name: str
    example: str
    questions: re.Pattern[str]
    strict: bool = False
    inline: bool = False
    weight: int = 1


LAYOUTS = (
    Layout(
        "headed",
        "Vraag (1): / Vraag 2 en 3 / Vraag 1: Bent u …",
        re.compile(rf"{_EDGE}Vra(?:ag|gen)\s*{NUMBERS}{_EDGE}(?:[:.]{_EDGE}|$|(?=[A-Z«‘“'\"]))"),
        weight=4,
    ),
    Layout(
        "numbered label",
        "1. Vraag: …",
        re.compile(rf"{_EDGE}{NUMBERS}\s*[.)]?\s*Vraag{_EDGE}(?::{_EDGE}|$)"),
        weight=4,
    ),
    Layout(
        "headed in running text",
        "… van taken. Vraag 2 Hoe rijmt u …",
        re.compile(rf"(?:^|(?<=\s))Vra(?:ag|gen) {NUMBERS}:?\s+(?=\S)"),
        inline=True,
        weight=3,
    ),
    Layout("unnumbered", "Vraag: …", re.compile(rf"{_EDGE}Vraag{_EDGE}(?::{_EDGE}|$)"), weight=2),
    Layout("enumerated", "1. Kunt u …", re.compile(rf"{_EDGE}{NUMBERS}\s?[.):]?\s+(?=[A-Z«‘“'\"(])"), strict=True),
    Layout("bare", "1 / Kunt u …", re.compile(rf"{_EDGE}{NUMBERS}\s?[.):]?{_EDGE}$"), strict=True),
)
"""The layouts that were seen, with what opens a question in each."""

_OP = r"(?:\s+(?:op|bij))?(?:\s+de)?(?:\s+vra(?:ag|gen))?"
ANSWERS = (
    # "Antwoord", "Antwoord:", "Antwoord 5:", "Antwoorden op vraag 3, 4, 5, 9 en 10", "Antwoord vraag 4-7:"
    re.compile(rf"{_EDGE}Antwoord(?:en)?{_OP}(?:\s*{NUMBERS})?{_EDGE}(?::{_EDGE}|\.?$)"),
    # "Antwoord op vraag 1 Ja, …" on one line
    re.compile(rf"{_EDGE}Antwoord(?:en)?{_OP}\s*{NUMBERS}\s+(?=[A-Z«‘“'\"])"),
)
_ANSWER_INLINE = re.compile(rf"(?<=[?.)”’»] )Antwoord(?:\s*{NUMBERS}(?!/))?(?::\s+|\s+(?=[A-Z\d«‘“]))")
ASKING = re.compile(
    r"\?|\b(?:Kunt|Kan|Bent|Is|Zijn|Heeft|Hebt|Hoe|Hoeveel|Welke?|Wat|Waarom|Wanneer|Klopt|Deelt|Wilt|Kent|Wie|Waar|Acht)\b"
)
_NEW_SERIES = re.compile(r"Vragen van (?:het lid|de leden)|Inbreng van|.{0,60}-fractie\b.{0,20}$")


def numbers_of(words: str | None) -> tuple[int, ...]:
    """Give the numbers of a heading, a range written out.

    >>> numbers_of("4, 5, 7 en 8"), numbers_of("2 t/m 6"), numbers_of("(1)"), numbers_of(None)
    ((4, 5, 7, 8), (2, 3, 4, 5, 6), (1,), ())
    """
    numbers: list[int] = []
    ranging = False
    for token in _TOKEN.findall(words or ""):
        if _RANGE.fullmatch(token):
            ranging = True
            continue
        number = int(token)
        first = numbers[-1] + 1 if ranging and numbers and numbers[-1] < number <= numbers[-1] + _MOST else number
        numbers.extend(range(first, number + 1))
        ranging = False
    return tuple(dict.fromkeys(numbers))


def find_markers(text: str, lines: tuple[Line, ...]) -> tuple[Marker, ...]:
    """Give the markers of questions and answers in the order of the text, by the layout that fits the paper best."""
    answers = list(_answers(lines))
    best: list[Marker] = []
    most = 0
    for layout in LAYOUTS:
        if layout.inline and not is_flat(text):
            continue
        questions = list(_chain(text, lines, layout, _candidates(text, lines, layout), answers))
        found = sum(max(1, len(marker.numbers)) for marker in questions) * layout.weight
        if found > most:
            best, most = questions, found
    if not best:
        return ()
    taken = {marker.span.start for marker in best}
    answers = [
        marker for marker in answers if marker.span.start not in taken and marker.span.start > best[0].span.start
    ]
    if not answers and is_flat(text):
        answers = list(_answers_inline(text, best))
        answers = answers if 2 * len(answers) >= len(best) else []
    return tuple(sorted((*best, *answers), key=lambda marker: marker.span.start))


def _answers(lines: tuple[Line, ...]) -> Iterator[Marker]:
    """Give the lines that open an answer."""
    for index, line in enumerate(lines):
        match = next(filter(None, (pattern.match(line.words) for pattern in ANSWERS)), None)
        if match:
            span = Span(line.span.start, line.span.start + match.end())
            yield Marker(Part.ANSWER, numbers_of(match["numbers"]), span, index)


def _answers_inline(text: str, questions: list[Marker]) -> Iterator[Marker]:
    """Give the first ``Antwoord`` in running text after each question."""
    ends = [marker.span.start for marker in questions[1:]] + [len(text)]
    for question, end in zip(questions, ends, strict=True):
        match = _ANSWER_INLINE.search(text, question.span.end, end)
        if match:
            yield Marker(Part.ANSWER, numbers_of(match["numbers"]), Span(*match.span()))


def _candidates(text: str, lines: tuple[Line, ...], layout: Layout) -> Iterator[Marker]:
    """Give all places that look like the start of a question in a layout."""
    if layout.inline:
        for match in layout.questions.finditer(text):
            yield Marker(Part.QUESTION, numbers_of(match["numbers"]), Span(*match.span()))
        return
    for index, line in enumerate(lines):
        found = layout.questions.match(line.words)
        if found:
            numbers = numbers_of(found["numbers"]) if "numbers" in layout.questions.groupindex else ()
            yield Marker(Part.QUESTION, numbers, Span(line.span.start, line.span.start + found.end()), index)


def _chain(
    text: str, lines: tuple[Line, ...], layout: Layout, candidates: Iterator[Marker], answers: list[Marker]
) -> Iterator[Marker]:
    """Keep the candidates whose numbers make a series; a series starts again at 1 after a heading that says so."""
    pool = list(candidates)
    last = 0
    kept_at = -1
    for index, marker in enumerate(pool):
        if not marker.numbers:
            yield marker
            continue
        first = marker.numbers[0]
        stop = pool[index + 1].span.start if index + 1 < len(pool) else len(text)
        answer = next((one.span.start for one in answers if one.span.start >= marker.span.end), len(text))
        if layout.strict and not ASKING.search(text, marker.span.end, min(stop, answer, marker.span.end + 1500)):
            continue
        fits = first == last + 1
        if not fits and not layout.strict and last < first <= last + 10:
            fits = not any(last + 1 in later.numbers for later in pool[index + 1 :])
        if not fits and first == 1 and kept_at >= 0:
            between = lines[kept_at : marker.line] if marker.line >= 0 else ()
            fits = not layout.strict or any(_NEW_SERIES.match(line.words) for line in between)
        if fits:
            last, kept_at = marker.numbers[-1], max(marker.line, 0)
            yield marker
