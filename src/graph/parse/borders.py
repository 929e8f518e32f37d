"""Where the words of a question or an answer end: lines that end the exchange, headings of what follows, loose marks.

A stretch reaches from its marker to the next one; what is cut from it here is kept, with what is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Reason, Span, Unread
from graph.parse.consultation import LATER, QUESTIONS, REACTION
from graph.parse.lines import Line
from graph.spans import Spans

_EDGE = r"[*_#|>\s]*"
_POST = r"(?:[Mm]inister|[Ss]taatssecretaris|MINISTER|STAATSSECRETARIS)"

DIVIDERS = (
    # Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen van …
    (Reason.NOTE, re.compile(rf"{_EDGE}Toelichting{_EDGE}:")),
    # a notice of postponement: "Mededeling" / "De vragen van het lid Podt … kunnen niet binnen …"
    (Reason.POSTPONED, re.compile(rf"{_EDGE}Mededeling(?:\s+van\b|{_EDGE}:?{_EDGE}$|\s*:)")),
    (Reason.CLOSING, re.compile(r"(?:Hoogachtend|Met vriendelijke groet)\b")),
    # "De Minister van Justitie en Veiligheid," on a line of its own, under a letter
    (
        Reason.SIGNATURE,
        re.compile(
            rf"(?:De|de|DE) {_POST}[^.?!:]{{0,120}},$|"
            r"(?:De (?:fungerend )?voorzitter|(?:De )?(?:[Aa]djunct-)?[Gg]riffier) van de"
        ),
    ),
)
"""Lines that end an exchange wherever they stand, with what begins there."""

PARTS = (QUESTIONS, REACTION, LATER)
"""Headings of the parts of a written consultation, which end an exchange too."""

SERIES = re.compile(
    rf"{_EDGE}(?:(?:Vragen(?: en opmerkingen)?|Antwoord(?:en)? op (?:de )?vragen|Inbreng|"
    r"Reactie op (?:de )?(?:vragen|inbreng))\s+(?:van|door|vanuit)\s+(?:het|de)\s+(?:lid|leden|fractie)\b)"
)
"""Above the questions of the next member or party, so only shortly before the next question or answer."""

_TITLES = re.compile(
    rf"{_EDGE}(?:(?:Beleidsa|A)rtikel(?:en)?\s+\d+|(?:[IVX]+[.)]?|[A-H][.)])\s+[A-Z]|Hoofdstuk\s+\d|Paragraaf\s+\d|§\s*\d|"
    r"(?:Algemeen|Overig|Overige vragen|Inleiding)\W*$|[^.?!]{0,40}-?fractie\b|(?:Vragen|Antwoorden)(?:\s+en\s+\w+)?$|"
    r"(?:VVD|PVV|D66|CDA|SP|PvdA|GroenLinks(?:-PvdA)?|ChristenUnie|SGP|PvdD|DENK|Volt|BBB|NSC|JA21|FVD|FvD|50PLUS)\W*$)"
)
"""Headings between questions that are known by their words."""

_NEAR = 400
"""The most characters between a heading and the marker that it stands above."""
_LONGEST_TITLE = 80
_BOLD = "**"
_SENTENCE_END = re.compile(r"[.?!][’'\"”»)\]*_\d]*$")


def divide(lines: Sequence[Line], stretch: Span, *, more: bool) -> tuple[Span, list[Unread]]:
    """Cut a stretch where a line ends the exchange, and say what the rest is.

    Args:
        lines: the lines of the stretch.
        stretch: from the end of a marker to the next marker.
        more: whether another marker follows; only then can a heading of what follows stand at the end.
    """
    for line in lines:
        reason = next((name for name, pattern in DIVIDERS if pattern.match(line.words)), None)
        if reason is None and any(pattern.match(line.words) for pattern in PARTS) and len(line.words) < 150:
            reason = Reason.HEADING
        if reason is None and more and stretch.end - line.span.start <= _NEAR and SERIES.match(line.words):
            reason = Reason.SERIES
        if reason:
            return Span(stretch.start, line.span.start), [Unread(Span(line.span.start, stretch.end), reason)]
    return _without_titles(lines, stretch) if more else (stretch, [])


def _without_titles(lines: Sequence[Line], stretch: Span) -> tuple[Span, list[Unread]]:
    """Cut the headings that stand at the end of a stretch, above the next question."""
    first = len(lines)
    while first > 1 and _is_title(lines[first - 1], lines[first - 2]):
        first -= 1
    if first == len(lines):
        return stretch, []
    start = lines[first].span.start
    return Span(stretch.start, start), [Unread(Span(start, stretch.end), Reason.HEADING)]


def _is_title(line: Line, before: Line) -> bool:
    """Whether a line is a heading: the format says so, or its words do and no sentence runs on into it.

    A line that only stands apart is none: it may be the last of a list, or say who counted.
    """
    if line.heading:
        return True
    words = line.words.strip("*_#| ")
    if not words or len(words) > _LONGEST_TITLE or _SENTENCE_END.search(words) or words[-1] in ",;":
        return False
    return _TITLES.match(line.words) is not None and (
        line.after_blank or _SENTENCE_END.search(before.words) is not None
    )


def trim(text: str, span: Span, holes: Spans) -> Span:
    """Give a span without white space, holes and loose Markdown at either end; an empty span when nothing is left."""
    start, end = span.start, span.end
    inside = holes.touching(span)
    first, last = 0, len(inside) - 1
    while start < end:
        if text[start].isspace():
            start += 1
        elif first < len(inside) and inside[first].start <= start:
            start = max(start, min(inside[first].end, end))
            first += 1
        else:
            break
    while start < end:
        if text[end - 1].isspace():
            end -= 1
        elif last >= 0 and inside[last].end >= end:
            end = min(end, max(inside[last].start, start))
            last -= 1
        else:
            break
    return _without_marks(text, Span(start, end))


def _without_marks(text: str, span: Span) -> Span:
    """Leave out bold marks whose other half stands in the heading, and those around the whole."""
    start, end = span.start, span.end
    count = text.count(_BOLD, start, end)
    if count % 2 and text.endswith(_BOLD, start, end):
        end -= len(_BOLD)
    elif count % 2 and text.startswith(_BOLD, start, end):
        start += len(_BOLD)
    elif count == 2 and text.startswith(_BOLD, start, end) and text.endswith(_BOLD, start, end):
        start, end = start + len(_BOLD), end - len(_BOLD)
    while start < end and (text[start].isspace() or text[start] == "|"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return Span(start, max(start, end))
