"""Footnotes: their text at the foot of a page or the end of a paper, and the marks that call them.

Extraction glues both: ``1Kamerstuk 29 383`` is note 1, ``(VRIS).1 DTenV`` calls it. A mark is believed only when it
fits the numbering, so that ``m3``, ``CO2`` and figures are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Footnote, Layout, SourceText, Span
from graph.parse.foot import note_texts
from graph.parse.lines import Line
from graph.parse.markers import Marker
from graph.parse.sources import typed_sources
from graph.spans import Spans


@dataclass(frozen=True, slots=True)
class _Way:
    """A way in which the call of a note is written.

    Attributes:
        name: for people.
        pattern: the mark or marks, as group ``marks`` or ``marks2``.
        whole: whether the brackets around the mark belong to the call.
        guarded: whether the words before may say that the number is none: ``nr.12``, ``blz.3``.
        certain: whether it is believed without a note that it calls.
    """

    name: str
    pattern: re.Pattern[str]
    whole: bool = False
    guarded: bool = False
    certain: bool = False


_BEHIND = r"(?=[\s.,;:)?]|$)"
_WAYS = (
    # "[1 ]", "[4 5 ]", "[1]": as Markdown writes them
    _Way("bracketed", re.compile(r"\[(?P<marks>\d{1,2}(?: \d{1,2})*) ?\]"), whole=True, certain=True),
    # a mark alone on its line, because it was raised above the line
    _Way(
        "alone",
        re.compile(r"^[ \t]*(?P<marks>\d{1,2}(?:(?:, ?| en | )\d{1,2})*)[ \t]*$", re.MULTILINE),
        certain=True,
    ),
    # as in "(VRIS).1 DTenV", "intrekken.1 Dit", "gedeeld.2 Naar", "artikel?1"; no list: "als volgt:1. Bekostiging"
    _Way(
        "after a stop",
        re.compile(
            r"(?:(?<=[a-zà-ÿA-Z)\]’”»][.?!,;:»”)])(?!(?<=[.;:])\d{1,2}[.)]\s)|(?<=\d[?!]))"
            r"(?P<marks>\d{1,2}(?: \d{1,2})*)(?=\s|$|[.,;)])",
            re.MULTILINE,
        ),
        guarded=True,
        certain=True,
    ),
    # "Kamer3 een reactie", "ambtsbericht1 als ook"
    _Way(
        "after a word",
        re.compile(rf"(?<=[a-zà-ÿ)»”])(?P<marks>\d{{1,2}}){_BEHIND}", re.MULTILINE),
        guarded=True,
    ),
    # "2 Voor drie tussenuitspraken", "3. Hiermee wordt": raised marks that begin the next line
    _Way("at a line start", re.compile(r"^[ \t]*(?P<marks>\d{1,2})(?=[.,;:)»](?!\d)|[ ]\S)", re.MULTILINE)),
    # "stappen af? 1)" in papers that list their notes at the end; no call in "(zie blz. 2)"
    _Way(
        "with a bracket",
        re.compile(
            r"(?<=[^\s(\d] )(?<!blz\. )(?<!p\. )(?<!nr\. )(?<!art\. )(?P<marks>\d{1,2})\)|"
            r"(?<=[?.,’'”»])(?P<marks2>\d{1,2})\)"
        ),
        whole=True,
    ),
    # "de verwachting van MIND3 dat"
    _Way(
        "after an abbreviation",
        re.compile(rf"(?<=[A-Z]{{3}})(?P<marks>\d{{1,2}}){_BEHIND}", re.MULTILINE),
        guarded=True,
    ),
    # "die wij in 20092 onderzochten", "het Capaciteitsplan 2024–20272"
    _Way("after a year", re.compile(rf"(?<=\b(?:19|20)\d\d)(?P<marks>\d{{1,2}}){_BEHIND}", re.MULTILINE), guarded=True),
)
"""How the call of a note is written, most certain first."""

_CALLS_IN_A_TITLE = ("after a stop", "after a word")
_TITLE = 300
"""How many characters before the first question a title may stand that calls a note: ``bij vragen1 van de Kamer``."""
_MARK = re.compile(r"\d+")
_NOT_A_CALL = re.compile(
    r"\b(?:nr|art|artikel|lid|blz|p|par|vraag|bijlage|Nr|covid|COVID|HAVO|VWO|MBO|box|groep|Postbus|Generaal|"
    r"km|cm|dm|mm|m|ca|miljoen)[., ]?(?:(?:19|20)\d\d)?\Z"
)


@dataclass(frozen=True, slots=True)
class _Call:
    """A place that looks like the call of a note."""

    mark: int
    span: Span
    rank: int

    @property
    def way(self) -> _Way:
        """How it is written."""
        return _WAYS[self.rank]


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
    places = list(_call_places(source.text))
    texts = list(note_texts(source, lines, markers, furniture, _first_calls(places)))
    outside = Spans([*furniture, *(marker.span for marker in markers), *(span for _, span in texts)])
    places = [call for call in places if not outside.touching(call.span)]
    inside, titled = defaultdict[int, list[_Call]](list), defaultdict[int, list[_Call]](list)
    for call in places:
        if call.span.start >= begin:
            inside[call.mark].append(call)
        elif call.span.start >= begin - _TITLE and call.way.name in _CALLS_IN_A_TITLE:
            titled[call.mark].append(call)
    footnotes: list[Footnote] = []
    at = 0
    for mark, span in texts:
        found = _call_of(source, span, inside[mark], at) or _call_of(source, span, titled[mark], at)
        at = max(at, found.span.start) if found else at
        footnotes.append(Footnote(str(mark), span, found.span if found else None))
    called_at = {note.call for note in footnotes if note.call}
    called_at.update(_bare_calls(source, [call for call in places if call.span.start >= begin], bool(texts)))
    return Notes(tuple(footnotes), tuple(sorted(called_at)))


def _first_calls(places: Sequence[_Call]) -> dict[int, int]:
    """Give where each mark first seems to be called by what is raised behind a word."""
    first: dict[int, int] = {}
    for call in sorted((one for one in places if one.way.guarded or one.way.certain), key=lambda one: one.span.start):
        first.setdefault(call.mark, call.span.start)
    return first


def _notes_of_layout(
    source: SourceText, layout: Layout, lines: Sequence[Line], markers: Sequence[Marker], furniture: Sequence[Span]
) -> Notes:
    """Give the real notes of a format that has them, and the sources that a writer typed below the last answer."""
    apart = Spans([*furniture, *layout.calls, *(note.span for note in layout.notes)])
    start = markers[-1].span.end if markers else len(source.text)
    typed = list(typed_sources(source, lines, start, apart))
    calls = {*layout.calls, *(note.call for note in typed if note.call)}
    return Notes(tuple(sorted([*layout.notes, *typed], key=lambda note: note.span)), tuple(sorted(calls)))


def _call_places(text: str) -> Iterator[_Call]:
    """Give all places that look like a call, most certain kinds first."""
    for rank, way in enumerate(_WAYS):
        for match in way.pattern.finditer(text):
            group = "marks" if match["marks"] else "marks2"
            if way.guarded and _NOT_A_CALL.search(text, max(0, match.start() - 12), match.start()):
                continue
            for mark in _MARK.findall(match[group]):
                yield _Call(int(mark), Span(*(match.span() if way.whole else match.span(group))), rank)


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
        if not call.way.certain:
            continue
        here = source.page(call.span.start)
        fresh = call.mark == 1 and here > page and not noted
        if call.mark <= expected or fresh or call.rank == 0:
            expected, page = (call.mark + 1 if fresh or call.mark >= expected else expected), here
            yield call.span
