"""Page furniture: footers, headers and page numbers, which are no part of what anyone says; and the pages they end.

Furniture is known by its words, not by its place: in extracted text a footer stands anywhere, often glued to a heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import SourceText, Span
from graph.parse.lines import is_flat
from graph.parse.running import PageCount, running_heads
from graph.spans import Spans


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of page furniture: what it is, how it is written, and whether a page ends with it."""

    name: str
    regex: re.Pattern[str]
    turns: bool = False


_ISSN = r"ISSN\s*\d{4}\s*-\s*\d{3}[\dX]"
_PLACE = r"[’'‘]s[- ]Gravenhage\s+\d{4}"
_IDENTIFIER = r"(?:ah|kv|h)[- ][te]k[- ][\dZ]+(?:[- ]\d+)*|kst-\d+(?:-[\dA-Z]+)+"
_FOOTER = (
    rf"(?:(?:{_IDENTIFIER})[ \t]+)?(?:{_ISSN}\s*)?(?:{_PLACE}\s*)?"
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[–-]\s?\d{4}, "
)
_OR_GLUED = r"(?=[ \t]*(?:$|[A-Z]))"
"""What follows a footer: the line end, or a heading that is glued to it."""


def _alone(words: str) -> re.Pattern[str]:
    """Compile a pattern for a line that has nothing else."""
    return re.compile(rf"^[ \t]*(?:{words})[ \t]*$", re.MULTILINE)


PATTERNS = (
    # "ISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1"
    Pattern(
        "footer",
        re.compile(rf"{_FOOTER}(?:Aanhangsel|Vragen)(?:[ \t]+\d{{1,3}})?{_OR_GLUED}", re.MULTILINE),
        turns=True,
    ),
    # "Tweede Kamer, vergaderjaar 2024–2025, 36 820 XX, nr. 3 12", also with the page number on the next line
    Pattern(
        "footer of a numbered paper",
        re.compile(
            rf"^{_FOOTER}\d\d \d{{3}}(?:-\d+)?(?:[ -](?:hoofdstuk )?[A-Z\d]+)*, (?:nr\. )?\w+"
            rf"(?:[ \t]+\d{{1,3}}{_OR_GLUED}|[ \t]*\n\s*\d{{1,3}}[ \t]*$)",
            re.MULTILINE,
        ),
        turns=True,
    ),
    Pattern("printer", _alone(rf"{_ISSN}|{_PLACE}")),
    # "ah-tk-20242025-564", "kst-36800-XX-7", and "h tk 20232024 302" as it comes out of Markdown
    Pattern("identifier", _alone(_IDENTIFIER)),
    # the rule between two pages of text that was taken from a PDF as Markdown
    Pattern("rule", _alone(r"-{5,}|_{5,}"), turns=True),
    Pattern("page number", _alone(r"(?:Pagina|pagina|Blad|blad) \d{1,3} (?:van|/) \d{1,3}"), turns=True),
)
"""The furniture of papers of the Dutch parliament, most telling first."""

_COUNTED = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")
_COUNTED_APART = re.compile(r"(?<![\d/])(\d(?: ?\d){0,2})/(\d(?: ?\d){0,2})(?![\d/])")
"""The same as a scanner reads it: ``10/1 1``."""
_SEGMENT = re.compile(r"[^\s](?:[^\n]*?[^\s])?(?=\s{2,}|\s*\n|\s*$)")
_LEAST_RUNNING = 25
"""The fewest letters of a running head: shorter lines repeat by themselves (``Zie antwoord 3.``)."""


def find_furniture(source: SourceText) -> tuple[SourceText, tuple[Span, ...]]:
    """Give the source with the pages that its furniture shows, and all furniture in order.

    Pages that page feeds or blank lines showed already stay as they are.
    """
    text = source.text
    counted = list(_page_counts(text))
    spans = [Span(*match.span()) for pattern in PATTERNS for match in pattern.regex.finditer(text)]
    paged = source
    if len(source.page_starts) == 1:
        ends = (m.end() for pattern in PATTERNS if pattern.turns for m in pattern.regex.finditer(text))
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        starts = {start for start in (*ends, *(count.span.start for count in counted)) if first < start < last}
        paged = replace(source, page_starts=(0, *sorted(starts)))
    spans += (count.span for count in counted)
    spans += _lines_beside_turns(paged)
    if is_flat(source):
        spans += running_heads(text, counted)
    return paged, Spans(spans).apart


def _page_counts(text: str) -> Iterator[PageCount]:
    """Give the ``3/12`` of a paper: at least three of one total that count upwards; a fraction does not do that."""
    series: defaultdict[int, list[PageCount]] = defaultdict(list)
    for match in _COUNTED.finditer(text):
        page, total = int(match[1]), int(match[2])
        last = series[total][-1].page if series[total] else 0
        if last < page <= min(total, last + 3):
            series[total].append(PageCount(page, total, Span(*match.span())))
    counts = [count for found in series.values() if len(found) >= 3 for count in found]
    yield from sorted((*counts, *_misread_counts(text, counts)), key=lambda count: count.span)


def _misread_counts(text: str, counts: Sequence[PageCount]) -> Iterator[PageCount]:
    """Give the page counts whose digits stand apart, where they are missing between those that are known."""
    ordered = sorted(counts, key=lambda count: count.span)
    starts = [count.span.start for count in ordered]
    for match in _COUNTED_APART.finditer(text) if ordered else ():
        page, total = (int(digits.replace(" ", "")) for digits in match.groups())
        at = bisect_left(starts, match.start())
        before = ordered[at - 1].page if at else 0
        after = ordered[at].page if at < len(ordered) else total + 1
        known = at < len(ordered) and starts[at] == match.start()
        if not known and total == ordered[0].pages and before < page < after:
            yield PageCount(page, total, Span(*match.span()))


def _lines_beside_turns(source: SourceText) -> Iterator[Span]:
    """Give the lines that stand beside most page turns, and hardly anywhere else."""
    turns = source.page_starts[1:]
    if len(turns) < 3:
        return
    segments = [Span(*match.span()) for match in _SEGMENT.finditer(source.text)]
    letters = [_letters(source.quote(segment)) for segment in segments]
    starts = [segment.start for segment in segments]
    everywhere: defaultdict[str, list[Span]] = defaultdict(list)
    for words, segment in zip(letters, segments, strict=True):
        if len(words) >= _LEAST_RUNNING:
            everywhere[words].append(segment)
    beside: Counter[str] = Counter()
    for turn in turns:
        at = bisect_left(starts, turn)
        beside.update(set(letters[max(0, at - 3) : at + 2]))
    for words, spans in everywhere.items():
        if beside[words] >= max(3, len(turns) / 2) and 3 <= len(spans) <= 1.5 * beside[words]:
            yield from spans


def _letters(text: str) -> str:
    """Give the letters of a line alone, because its page number differs from page to page."""
    return "".join(filter(str.isalpha, text)).lower()
