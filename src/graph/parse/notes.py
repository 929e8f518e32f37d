"""Footnotes: their text at the foot of a page or the end of a paper, and the marks that call them.

Extraction glues both: ``1Kamerstuk 29 383`` is note 1, ``(VRIS).1 DTenV`` calls it. A mark is believed only when it
fits the numbering, so that ``m3``, ``CO2`` and figures are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Footnote, Layout, SourceText, Span
from graph.parse.lines import Line
from graph.parse.markers import Marker
from graph.parse.sources import typed_sources
from graph.parse.spans import Spans

_GLUED_START = re.compile(r"[A-ZÀ-Þ«‘“(\[\"']|https?:|www\.|[a-zà-ÿ]{3}|[a-z]{2} [A-Z]|\d{4}(?:Z\d|[–-]\d|\s*[,(])|V\d")
_SPACED_START = re.compile(r"\s+(?=[A-ZÀ-Þ«‘“(\[\"']|https?:|www\.|\d{4})")
_LISTED_START = re.compile(r"\)\s*(?=\S)")
_BRACKET_START = re.compile(r"\s?\]\s*(?=\S)")
_LONGEST_LINE = 600
"""Characters to a line above which lines were lost, and with them the foot of the page."""

_AHEAD = 4
"""How many notes may be missing before the next one that is found."""

_CALL = (
    # "[1 ]", "[4 5 ]", "[1]": as Markdown writes them
    ("bracketed", re.compile(r"\[(?P<marks>\d{1,2}(?: \d{1,2})*) ?\]")),
    # a mark alone on its line, because it was raised above the line
    ("alone", re.compile(r"^(?P<marks>\d{1,2}(?:(?:, ?| en | )\d{1,2})*)[ \t]*$", re.MULTILINE)),
    # as in "(VRIS).1 DTenV", "intrekken.1 Dit", "gedeeld.2 Naar", "artikel?1"
    (
        "after a stop",
        re.compile(
            r"(?:(?<=[a-zà-ÿA-Z)\]’”»][.?!,;:»”)])|(?<=\d[?!]))(?P<marks>\d{1,2}(?: \d{1,2})*)(?=\s|$|[.,;)])",
            re.MULTILINE,
        ),
    ),
    # "Kamer3 een reactie", "ambtsbericht1 als ook"
    (
        "after a word",
        re.compile(r"(?<=[a-zà-ÿ)»”])(?P<marks>\d{1,2})(?=[\s.,;:)?]|$)", re.MULTILINE),
    ),
    # "2 Voor drie tussenuitspraken", "3. Hiermee wordt": raised marks that begin the next line
    ("at a line start", re.compile(r"^(?P<marks>\d{1,2})(?=[.,;:)»]|[ ]\S)", re.MULTILINE)),
    # "stappen af? 1)" in papers that list their notes at the end
    ("with a bracket", re.compile(r"(?<=[^\s(\d] )(?P<marks>\d{1,2})\)|(?<=[?.,’'”»])(?P<marks2>\d{1,2})\)")),
)
"""How the call of a note is written, most certain first."""

_CERTAIN = 3
"""How many kinds of call are believed without a note: the first ones of the table."""
_MARK = re.compile(r"\d+")
_NOT_A_CALL = re.compile(
    r"\b(?:nr|art|artikel|lid|blz|p|par|vraag|bijlage|Nr|covid|box|groep|km|cm|dm|mm|m|ca|miljoen)[.,]?\Z"
)


@dataclass(frozen=True, slots=True)
class _Call:
    """A place that looks like the call of a note."""

    mark: int
    span: Span
    rank: int


@dataclass(frozen=True)
class Notes:
    """What was found: the notes, and all calls in the order of the text."""

    footnotes: tuple[Footnote, ...] = ()
    calls: tuple[Span, ...] = ()


def find_notes(
    source: SourceText, lines: Sequence[Line], markers: Sequence[Marker], furniture: Sequence[Span]
) -> Notes:
    """Find the notes of a paper and where they are called; where the format says so, nothing is sought.

    Args:
        source: the layer with its pages.
        lines: its lines.
        markers: what opens questions and answers; calls are looked for after the first.
        furniture: page furniture.
    """
    if source.layout:
        return _notes_of_layout(source, source.layout, lines, markers, furniture)
    begin = markers[0].span.end if markers else len(source.text)
    texts = list(_note_texts(source, lines, markers))
    outside = Spans([*furniture, *(marker.span for marker in markers), *(span for _, span in texts)])
    places = [
        call for call in _call_places(source.text) if call.span.start >= begin and not outside.touching(call.span)
    ]
    by_mark: defaultdict[int, list[_Call]] = defaultdict(list)
    for place in places:
        by_mark[place.mark].append(place)
    footnotes: list[Footnote] = []
    at = 0
    for mark, span in texts:
        call = _call_of(source, span, by_mark[mark], at)
        at = call.span.start if call else at
        footnotes.append(Footnote(str(mark), span, call.span if call else None))
    called = {note.call for note in footnotes if note.call}
    called.update(_bare_calls(source, places, bool(texts)))
    return Notes(tuple(footnotes), tuple(sorted(called)))


def _notes_of_layout(
    source: SourceText, layout: Layout, lines: Sequence[Line], markers: Sequence[Marker], furniture: Sequence[Span]
) -> Notes:
    """Give the real notes of a format that has them, and the sources that a writer typed below the last answer."""
    apart = Spans([*furniture, *layout.calls, *(note.span for note in layout.notes)])
    start = markers[-1].span.end if markers else len(source.text)
    typed = list(typed_sources(source, lines, start, apart))
    calls = {*layout.calls, *(note.call for note in typed if note.call)}
    return Notes(tuple(sorted([*layout.notes, *typed], key=lambda note: note.span)), tuple(sorted(calls)))


def _note_texts(source: SourceText, lines: Sequence[Line], markers: Sequence[Marker]) -> Iterator[tuple[int, Span]]:
    """Give the notes page by page: each page's notes follow its last line of running text, in the order of numbers."""
    if len(source.text) > _LONGEST_LINE * max(1, len(lines)):
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


def _starts_note(tail: Sequence[Line], index: int, mark: int, *, listed: bool = False) -> bool:
    """Whether a line opens the note with a mark; a mark set apart by a space needs a blank line or a note before it."""
    words = tail[index].words
    for prefix in (str(mark), f"[{mark}"):
        if words.startswith(prefix):
            rest = words[len(prefix) :]
            if prefix.startswith("["):
                return _BRACKET_START.match(rest) is not None
            if _GLUED_START.match(rest) or _LISTED_START.match(rest):
                return True
            return _SPACED_START.match(rest) is not None and (listed or tail[index].after_blank)
    return False


def _call_places(text: str) -> Iterator[_Call]:
    """Give all places that look like a call, most certain kinds first."""
    for rank, (_, pattern) in enumerate(_CALL):
        for match in pattern.finditer(text):
            group = "marks" if match["marks"] else "marks2"
            if rank in (2, 3) and _NOT_A_CALL.search(text, max(0, match.start() - 12), match.start()):
                continue
            for mark in _MARK.findall(match[group]):
                span = match.span() if rank in (0, 5) else match.span(group)
                yield _Call(int(mark), Span(*span), rank)


def _call_of(source: SourceText, note: Span, places: Sequence[_Call], at: int) -> _Call | None:
    """Give the most certain call of a note, after the call before it; on its own page where pages are known."""
    page = source.page(note.start)
    paged = len(source.page_starts) > 1
    fitting = [
        call
        for call in places
        if call.span.start >= at and call.span.end <= note.start
        if not paged or source.page(call.span.start) in (page, page - 1)
    ]
    same_page = [call for call in fitting if source.page(call.span.start) == page]
    return min(same_page or fitting, key=lambda call: (call.rank, call.span.start), default=None)


def _bare_calls(source: SourceText, places: Sequence[_Call], noted: bool) -> Iterator[Span]:
    """Give the calls whose note was not found or that repeat one: certain ones that fit the numbering."""
    expected, page = 1, 1
    for call in sorted(places, key=lambda one: one.span.start):
        if call.rank >= _CERTAIN:
            continue
        here = source.page(call.span.start)
        fresh = call.mark == 1 and here > page and not noted
        if call.mark <= expected or fresh or call.rank == 0:
            expected, page = (call.mark + 1 if fresh or call.mark >= expected else expected), here
            yield call.span
