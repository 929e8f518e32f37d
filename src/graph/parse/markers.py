"""The words with which papers mark a question and an answer, as a table of layouts; and the markers of one paper.

A layout is chosen as a whole, so that the numbered list inside an answer is not taken for questions: the layout that
accounts for most questions wins, and a heading counts for more than a bare number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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
_SOON = 400
"""How soon, in characters, something must be asked."""
_MOST_LOST = 10
"""The most headings that may be lost one after another."""
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
        strict: whether the words must ask something and the numbers must be complete, because a list looks the same.
        inline: whether headings stand in running text, because the line ends were lost.
        unnumbered: whether each line that asks is a question; only below a heading that says whose questions follow.
        weight: how much one of its questions counts against one of another layout.
    """

    name: str
    example: str
    questions: re.Pattern[str]
    strict: bool = False
    inline: bool = False
    unnumbered: bool = False
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
    Layout(
        "enumerated",
        "1. Kunt u … / 1 alone, then Kunt u …",
        re.compile(rf"{_EDGE}{NUMBERS}\s?[.):]?(?:\s+(?=[A-Z«‘“'\"(])|{_EDGE}$)"),
        strict=True,
    ),
    Layout(
        "paragraphs", "Kent u het bericht …? without any number", re.compile(r"(?=.{20})"), strict=True, unnumbered=True
    ),
)
"""The layouts that were seen, with what opens a question in each."""

_OP = r"(?:\s+(?:op|bij))?(?:\s+de)?(?:\s+vra(?:ag|gen))?"
ANSWERS = (
    # a heading: "Antwoord", "Antwoord:", "Antwoord 5:", "Antwoorden op vraag 3, 4, 5, 9 en 10", "Antwoord vraag 4-7:"
    re.compile(rf"{_EDGE}Antwoord(?:en)?{_OP}(?:\s*{NUMBERS})?{_EDGE}(?::{_EDGE}|\.?$)"),
    # on one line with the words: "Antwoord op vraag 1 Ja, …"
    re.compile(rf"{_EDGE}Antwoord(?:en)?{_OP}\s*{NUMBERS}\s+(?=[A-Z«‘“'\"])"),
)
_ANSWER_INLINE = re.compile(rf"(?<=[?.)”’»] )Antwoord(?:\s*{NUMBERS}(?!/))?(?::\s+|\s+(?=[A-Z\d«‘“]))")
ASKING = re.compile(r"\?")
_ASKING_WORDS = (
    "Kunt|Kan|Kon|Bent|Ben|Is|Zijn|Was|Waren|Heeft|Hebt|Hoe|Hoeveel|Welke?|Wat|Waarom|Wanneer|Wie|Waar|Klopt|Deelt|Wilt|Kent|"
    "Acht|Op welke|In hoeverre|Onderschrijft|Erkent|Herkent|Herinnert|Ziet|Vindt|Worden|Wordt|Gaat|Mag"
)
_ASKS_AT_ONCE = re.compile(rf"\s*[«‘“'\"(]?(?:{_ASKING_WORDS})\b")
_NEW_SERIES = re.compile(r"Vragen van (?:het|de) (?:lid|leden)|Inbreng van|.{0,60}-fractie\b.{0,20}$")


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
    flat = is_flat(text)
    answers = list(_answers(lines))
    best: list[Marker] = []
    most = 0
    for layout in LAYOUTS:
        if (layout.inline and not flat) or (layout.unnumbered and (best or flat)):
            continue
        questions = list(_fitting(text, lines, layout, list(_candidates(text, lines, layout)), answers))
        found = sum(max(1, len(marker.numbers)) for marker in questions) * layout.weight
        if found > most:
            best, most = questions, found
    if not best:
        return ()
    first = best[0].span.start
    taken = {marker.span.start for marker in best}
    answers = [marker for marker in answers if marker.span.start > first and marker.span.start not in taken]
    if flat:
        answers = _with_inline(text, best, answers)
    return tuple(sorted((*best, *answers), key=lambda marker: marker.span.start))


def _with_inline(text: str, questions: list[Marker], answers: list[Marker]) -> list[Marker]:
    """Add the answers in running text; all or none, because a chance ``Antwoord`` marks nothing."""
    opened = {marker.span.start: marker for marker in (*_answers_inline(text, questions), *answers)}
    return list(opened.values()) if 2 * len(opened) >= len(questions) else []


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


def _fitting(
    text: str, lines: tuple[Line, ...], layout: Layout, pool: list[Marker], answers: list[Marker]
) -> Iterator[Marker]:
    """Keep the candidates that are questions of a layout."""
    if layout.strict:
        pool = [marker for marker, end in _stretches(text, pool, answers) if _asks(text, marker.span.end, end)]
    if layout.unnumbered:
        opened = next((i for i, line in enumerate(lines) if _NEW_SERIES.match(line.words)), len(lines))
        yield from (marker for marker in pool if marker.line > opened)
    elif not layout.questions.groupindex:
        yield from pool
    else:
        chain = list(_chain(lines, layout, pool))
        complete = _complete(pool) if layout.strict else []
        yield from complete if len(complete) > len(chain) else chain


def _stretches(text: str, pool: list[Marker], answers: list[Marker]) -> Iterator[tuple[Marker, int]]:
    """Give each candidate with the offset of the next candidate or answer."""
    borders = sorted(marker.span.start for marker in (*pool, *answers))
    for marker in pool:
        at = bisect_right(borders, marker.span.start)
        yield marker, borders[at] if at < len(borders) else len(text)


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the words after a candidate ask something."""
    return bool(_ASKS_AT_ONCE.match(text, start, end) or ASKING.search(text, start, min(end, start + _SOON)))


def _chain(lines: tuple[Line, ...], layout: Layout, pool: list[Marker]) -> Iterator[Marker]:
    """Keep the candidates whose numbers make a series; it starts again at 1 after a heading that says so.

    A heading may be out of order (``Vraag 4, 5, 7 en 8`` before ``Vraag 6``) or lost, never there twice.
    """
    last, kept = 0, -1
    seen: set[int] = set()
    last_place = {number: index for index, marker in enumerate(pool) for number in marker.numbers}
    for index, marker in enumerate(pool):
        first = marker.numbers[0]
        fits = first == last + 1
        if not fits and not layout.strict and first not in seen and first <= last + _MOST_LOST:
            fits = first < last or last_place.get(last + 1, -1) <= index
        if not fits and first == 1 and seen:
            fits = not layout.strict or any(
                _NEW_SERIES.match(line.words) for line in lines[kept : max(marker.line, kept)]
            )
            seen = set() if fits else seen
            last = 0 if fits else last
        if fits:
            seen.update(marker.numbers)
            last, kept = max(last, *marker.numbers), max(marker.line, 0)
            yield marker


def _complete(pool: list[Marker]) -> list[Marker]:
    """Give the first candidate of each number when together they are complete, in whatever order they stand."""
    first: dict[int, Marker] = {}
    for marker in pool:
        if len(marker.numbers) == 1:
            first.setdefault(marker.numbers[0], marker)
    count = next(number for number in range(1, len(first) + 2) if number not in first) - 1
    return sorted((first[number] for number in range(1, count + 1)), key=lambda marker: marker.span.start)
