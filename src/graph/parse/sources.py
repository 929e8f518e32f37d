"""Lists of sources that a writer typed below the last answer: ``1) NOS, 6 maart 2024 (nos.nl/…)``, called ``1)``.

The questions of members often bring such a list along, beside the real notes of the answers. Where a format shows its
real notes, these are the only ones that have to be found by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Footnote, SourceText, Span
from graph.parse.foot import ends_notes
from graph.parse.lines import Line
from graph.spans import Spans


@dataclass(frozen=True, slots=True)
class Style:
    """How the entries of a list begin, how they are called, and whether each must look like a source.

    Attributes:
        name: for people, as it looks.
        entry: the mark at the start of an entry, as group ``mark``.
        call: the same mark in running text.
        cites: whether each entry must name a source, because a list in an answer begins likewise.
    """

    name: str
    entry: re.Pattern[str]
    call: re.Pattern[str]
    cites: bool = False


_BEHIND = r"(?<=[^\W\d_.,?!:;»”’'\")])|(?<=[.,?!:;»”’'\")])"
STYLES = (
    Style("[1] NOS, …", re.compile(r"\[(?P<mark>\d{1,2}) ?\]\s*"), re.compile(r"\s?\[(?P<mark>\d{1,2}) ?\]")),
    Style("1) NOS, …", re.compile(r"(?P<mark>\d{1,2})\)\s*"), re.compile(rf"(?:{_BEHIND}) ?(?P<mark>\d{{1,2}})\)")),
    Style(
        "1. NOS, … called 1)",
        re.compile(r"(?P<mark>\d{1,2})\.\s+"),
        re.compile(rf"(?:{_BEHIND}) ?(?P<mark>\d{{1,2}})\)"),
        cites=True,
    ),
)
"""The styles of such lists, most telling first."""

_STEPS = range(1, 4)
"""How far the number of an entry may be from that of the one before: some are glued, some are lost."""

_SOURCE = re.compile(r"https?:|www\.|\b[\w-]+\.(?:nl|com|org|eu|net|be)\b|\b(?:Kamerstuk|Aanhangsel)|\b(?:19|20)\d\d\b")


def typed_sources(source: SourceText, lines: Sequence[Line], start: int, apart: Spans) -> Iterator[Footnote]:
    """Find the list of sources at the end of a paper; nothing when its entries are not called.

    Args:
        source: the layer.
        lines: its lines.
        start: where the list may begin at the earliest: behind the heading of the last answer.
        apart: real notes and furniture.
    """
    tail = [line for line in lines if line.span.start >= start and not apart.touching(line.span)]
    for style in STYLES:
        entries = _entries(style, source.text, tail)
        if not entries:
            continue
        calls = _calls(style, source.text, entries[0][1].start, apart)
        if calls.keys() & {mark for mark, _ in entries}:
            yield from (Footnote(mark, span, calls.get(mark)) for mark, span in entries)
            return


def _entries(style: Style, text: str, tail: Sequence[Line]) -> list[tuple[str, Span]]:
    """Give the entries from the last ``1`` on, in the order of their numbers; other lines go on the one before."""
    begins = [(index, found["mark"]) for index, line in enumerate(tail) if (found := style.entry.match(line.words))]
    first = max((place for place, (_, mark) in enumerate(begins) if mark == "1"), default=None)
    if first is None:
        return []
    begins = begins[first:]
    after = (index for index in range(begins[0][0] + 1, len(tail)) if ends_notes(tail[index]))
    tail = tail[: next(after, len(tail))]
    begins = [(index, mark) for index, mark in begins if index < len(tail)]
    marks = [int(mark) for _, mark in begins]
    if any(later - mark not in _STEPS for mark, later in pairwise(marks)):
        return []
    ends = [*(index for index, _ in begins[1:]), len(tail)]
    words = [" ".join(line.words for line in tail[index:end]) for (index, _), end in zip(begins, ends, strict=True)]
    if style.cites and not all(map(_SOURCE.search, words)):
        return []
    return [
        entry
        for (index, mark), end in zip(begins, ends, strict=True)
        for entry in _apart(style, text, mark, Span(tail[index].span.start, tail[end - 1].span.end))
    ]


def _apart(style: Style, text: str, mark: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Give an entry, and the next one where it is glued to it: ``…dijk.nl[3] https://…``."""
    following = str(int(mark) + 1)
    inside = style.entry.finditer(text, span.start + 1, span.end)
    glued = next((found for found in inside if found["mark"] == following), None)
    if glued is None or style.cites:
        yield mark, span
        return
    yield mark, Span(span.start, glued.start())
    yield from _apart(style, text, following, Span(glued.start(), span.end))


def _calls(style: Style, text: str, end: int, apart: Spans) -> dict[str, Span]:
    """Give the first call of each mark before an offset."""
    calls: dict[str, Span] = {}
    for found in style.call.finditer(text, 0, end):
        # the space before a mark is no part of it
        span = Span(found.end() - len(found.group().lstrip()), found.end())
        line_start = text.rfind("\n", 0, span.start) + 1
        if text[line_start : span.start].strip() and not apart.touching(span):
            calls.setdefault(found["mark"], span)
    return calls
