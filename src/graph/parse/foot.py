"""The texts of notes at the foot of a page: where they begin, and where they end.

Where lines are known a note opens a line. Where the line ends were lost a note is known by its mark in the last words
before the turn of the page: when it is glued to its text or called before, and the words name a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graph.model import SourceText, Span
from graph.parse.borders import DIVIDERS
from graph.parse.lines import Line
from graph.parse.markers import Marker

_GLUED_START = re.compile(
    r"[A-ZÀ-Þ«‘“(\[\"']|https?:|www\.|[a-zà-ÿ]{3}|[a-z]{2} [A-Z]|\d{4}(?:Z\d|[–-]\d|\s*[,(])|V\d|"
    # "22023 Annual report": note 2, which begins with a year
    r"(?:19|20)\d\d [A-ZÀ-Þ][a-zà-ÿ]"
)
_SPACED_START = re.compile(r"\s+(?=[A-ZÀ-Þ«‘“(\[\"']|https?:|www\.|\d{4})")
_RANGE_START = re.compile(r"\s+(?=\d+ ?[-–] ?\d+ [a-zà-ÿ])")
"""As in ``2 30-60 jaar is gangbaar``; only behind another note."""
_LISTED_START = re.compile(r"\)\s*(?=\S)")
_BRACKET_START = re.compile(r"\s?\]\s*(?=\S)")
_LONGEST_LINE = 600
"""Characters to a line above which lines were lost, and with them the foot of the page."""

_AHEAD = 4
"""How many notes may be missing before the next one that is found."""

_IN_RUNNING_TEXT = re.compile(
    r"(?<!\S)(?P<mark>\d{1,2})(?:(?P<glued>(?=[A-ZÀ-Þ](?:[a-zà-ÿ]|[A-Z]|, )|[«‘“]|https?:|www\.|"
    r"\d{4}Z\d|(?:19|20)\d\d [A-Z][a-z]))|"
    r" (?=[A-ZÀ-Þ«‘“]|https?:|www\.))"
)
"""What may open a note where line ends were lost: ``1Kamerstuk 29 383``, ``2 ‘Monitoring …’``."""

_SOURCE = re.compile(
    r"https?:|www\.|\w\.(?:nl|com|org|eu|net)\b|\b[Kk]amer(?:stuk|vragen)|\bvergaderjaar\b|\b(?:Stb|Stcrt)\.|"
    r"\bStaats(?:blad|courant)\b|\bAanhangsel\b|\((?:19|20)\d\d\)|\b\d{1,2} [a-z]{3,9} (?:19|20)\d\d\b|"
    r"\bnrs?[.,] ?\d|\bp\. ?\d|\b[A-Z]\d{4,}"
)
"""What the words of a note name that stand for a source."""

_SOON = 200
"""How soon, in characters, such a note names its source."""

_SET_NOTES = (
    # under the first of the answers of the Algemene Rekenkamer
    re.compile(
        r"(?:(?<!\S)(?P<mark>\d{1,2}) )?(?<!\S)De vragen (?:van de Tweede Kamer )?zijn hier exact weergegeven\b"
        r"[^.]{0,160}\."
    ),
)
"""Notes with set words: they are known even where their mark was lost, and are then the next one in order."""

_LONGEST_NOTE = 700
"""The most characters of a note that nothing but its mark and its source tells from running text."""


def note_texts(
    source: SourceText,
    lines: Sequence[Line],
    markers: Sequence[Marker],
    furniture: Sequence[Span],
    called: Mapping[int, int],
) -> Iterator[tuple[int, Span]]:
    """Give the notes page by page: each page's notes follow its last line of running text, in the order of numbers.

    Args:
        source: the layer with its pages.
        lines: its lines.
        markers: what opens questions and answers; a note stands after one.
        furniture: page furniture.
        called: where something in the paper first seems to call a mark.
    """
    if len(source.text) > _LONGEST_LINE * max(1, len(lines)):
        yield from _in_running_text(source.text, markers, furniture, called)
        return
    last = 0
    headings = [marker.span.start for marker in markers]
    begins = [line.span.start for line in lines]
    starts = [*source.page_starts, len(source.text)]
    for start, stop in pairwise(starts):
        last_heading = bisect_left(headings, stop) - 1
        heading = markers[last_heading].span.end if last_heading >= 0 else start
        tail = lines[bisect_left(begins, max(heading, start)) : bisect_left(begins, stop)]
        for mark, span in _notes_of_page(tail, last):
            last = mark
            yield mark, span


def _notes_of_page(tail: Sequence[Line], last: int) -> list[tuple[int, Span]]:
    """Give the notes at the foot of one page; numbering goes on, or begins again at 1."""
    firsts = dict.fromkeys([*range(last + 1, last + 1 + _AHEAD), 1])
    for first in firsts:
        begin = max((i for i, line in enumerate(tail) if _starts_note(tail, i, first)), default=None)
        if begin is None:
            continue
        tail = tail[: _end_of_notes(tail, begin)]
        opens = [begin]
        for index in range(begin + 1, len(tail)):
            if _starts_note(tail, index, first + len(opens), listed=True):
                opens.append(index)
        ends = [*opens[1:], len(tail)]
        return [
            (first + n, Span(tail[opened].span.start, tail[end - 1].span.end))
            for n, (opened, end) in enumerate(zip(opens, ends, strict=True))
        ]
    return []


def _end_of_notes(tail: Sequence[Line], begin: int) -> int:
    """Give the index of the line behind the notes: ``Toelichting: …`` or a signature may follow them."""
    after = (index for index in range(begin + 1, len(tail)) if ends_notes(tail[index]))
    return next(after, len(tail))


def ends_notes(line: Line) -> bool:
    """Whether a line ends the notes above it, because something else of the paper begins there."""
    return any(pattern.match(line.words) for _, pattern in DIVIDERS)


def _starts_note(tail: Sequence[Line], index: int, mark: int, *, listed: bool = False) -> bool:
    """Whether a line opens the note with a mark; a mark set apart by a space needs a blank line or a note before it."""
    words = tail[index].words
    for prefix in (str(mark), f"[{mark}"):
        if words.startswith(prefix):
            rest = words[len(prefix) :]
            if prefix.startswith("["):
                return _BRACKET_START.match(rest) is not None
            if _GLUED_START.match(rest) or _LISTED_START.match(rest) or (listed and _RANGE_START.match(rest)):
                return True
            return _SPACED_START.match(rest) is not None and (listed or tail[index].after_blank)
    return False


def _in_running_text(
    text: str, markers: Sequence[Marker], furniture: Sequence[Span], called: Mapping[int, int]
) -> Iterator[tuple[int, Span]]:
    """Give the notes of a text that lost its line ends: the last words before each turn of a page, and at the end."""
    ends = [marker.span.end for marker in markers]
    last = 0
    for before, turn in pairwise([Span(0, 0), *furniture, Span(len(text), len(text))]):
        at = bisect_right(ends, turn.start) - 1
        if at < 0:
            continue
        stop = before.end + len(text[before.end : turn.start].rstrip())
        for mark, span in _notes_before(text, Span(max(before.end, ends[at]), stop), last, called):
            last = mark
            yield mark, span


def _notes_before(text: str, foot: Span, last: int, called: Mapping[int, int]) -> list[tuple[int, Span]]:
    """Give the notes in the last words of a page; where set words open them they must reach to its end."""
    begun = next((found for note in _SET_NOTES if (found := note.search(text, foot.start, foot.end))), None)
    after = begun.end() if begun else foot.start
    places = [
        place for place in _IN_RUNNING_TEXT.finditer(text, after, foot.end) if _is_note(place, text, foot, called)
    ]
    opens = [(int(begun["mark"] or last + 1), begun.start())] if begun else _first_of(places, last)
    for place in places if opens else ():
        mark, start = opens[-1]
        if int(place["mark"]) == mark + 1 and place.start() > start:
            opens.append((mark + 1, place.start()))
    if begun and len(opens) == 1 and text[after : foot.end].strip():
        return []
    stops = [*(start for _, start in opens[1:]), foot.end]
    return [
        (mark, Span(start, start + len(text[start:stop].rstrip())))
        for (mark, start), stop in zip(opens, stops, strict=False)
    ]


def _first_of(places: Sequence[re.Match[str]], last: int) -> list[tuple[int, int]]:
    """Give the mark and the start of the first note of a page; numbering goes on, or begins again at 1."""
    for first in (*range(last + 1, last + 1 + _AHEAD), 1):
        starts = [place.start() for place in places if int(place["mark"]) == first]
        if starts:
            return [(first, starts[-1])]
    return []


def _is_note(place: re.Match[str], text: str, foot: Span, called: Mapping[int, int]) -> bool:
    """Whether a note opens at a place: something calls it or it is glued to its mark, and it names a source."""
    is_called = called.get(int(place["mark"]), place.start()) < place.start()
    if place["glued"] is not None and is_called:
        return True
    if place["glued"] is None and not (is_called and foot.end - place.start() <= _LONGEST_NOTE):
        return False
    return _SOURCE.search(text[place.end() : min(foot.end, place.end() + _SOON)]) is not None
